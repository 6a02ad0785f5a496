"""Datelines: ``GENEVA, June 13 (Reuters) -``."""

from __future__ import annotations

import re

from attrs import frozen

from articlekit.parsers.lines.names import is_agency

MAX_DATELINE_CHARS = 160
"""Characters at the start of a text that are searched for a dateline."""
MIN_CITY_CHARS = 4
"""Characters of a city in capitals without agency or date: ``US`` and ``UK`` before a dash are not datelines."""
MIN_CITY_CHARS_WITH_REGION = 3
"""The same with a region after the city."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|June|Jul|July|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.?),?\s)?"
_DATE = rf"{_WEEKDAY}(?:{_MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?)"
_NAME = r"[^\W\d_][\w'’.-]*(?:[\s/-][^\W\d_][\w'’.-]*){0,4}"


_DATELINE = re.compile(
    rf"(?P<place>{_NAME}(?:,\s(?!{_DATE}\b){_NAME}){{0,2}})?"
    rf"(?:(?:,\s|\s)(?P<date>{_DATE}))?,?"
    r"(?:\s?\((?P<agency>[^()]{2,40})\)|\s/(?P<slashed>[A-Za-z -]{2,30})/)?"
    r"\s?(?P<mark>[–—―]|--|-(?=\s)|:(?=\s))\s{0,2}(?=[\"'“‘«„(]?[^\Wa-z_])"
)


@frozen
class DatelineParts:
    """The parts of a dateline, as written."""

    text: str
    """The whole dateline with its dash or colon."""
    place: str | None
    """The place with its region. None if only an agency is given."""
    date: str | None
    """The date, often without a year. None if absent."""
    agency: str | None
    """The agency, without the brackets or slashes around it. None if absent."""


def find_dateline(text: str) -> DatelineParts | None:
    """Return the dateline at the start of ``text``. None if there is no dateline.

    Before a dash, a place in capitals is enough. A place in lower case, or before a colon, needs an agency or a date.
    """
    match = _DATELINE.match(text[:MAX_DATELINE_CHARS])
    if not match:
        return None
    place, date = match["place"], match["date"]
    agency = match["agency"] or match["slashed"]
    if not (agency and is_agency(agency.strip())) and not (place and _needs_no_agency(place, date, match["mark"])):
        return None
    return DatelineParts(match.group().rstrip(), place, date, agency.strip() if agency else None)


def _needs_no_agency(place: str, date: str | None, mark: str) -> bool:
    """True if a place without a known agency makes a dateline: it has a date, or is in capitals before a dash."""
    city, _, region = place.partition(",")
    min_chars = MIN_CITY_CHARS_WITH_REGION if region else MIN_CITY_CHARS
    return bool(date) or (mark != ":" and city.isupper() and len(city) >= min_chars)
