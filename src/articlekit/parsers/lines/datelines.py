"""Datelines: ``GENEVA, June 13 (Reuters) -``."""

from __future__ import annotations

import re

from attrs import frozen

from articlekit.parsers.lines.names import is_agency

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
    """The parts of a place line, as written."""

    text: str
    """The whole line with its dash or colon."""
    place: str | None
    """The place with its region."""
    date: str | None
    """The date; often without a year."""
    agency: str | None
    """The agency in brackets or between slashes, without them."""


def find_dateline(text: str) -> DatelineParts | None:
    """The place line at the head of ``text``, if one stands there.

    A place in capitals is enough before a dash; one in small letters, or before a colon, needs an agency or a date beside it.
    """
    match = _DATELINE.match(text[:160])
    if not match or match.end() < 4:
        return None
    place, date = match["place"], match["date"]
    agency = match["agency"] or match["slashed"]
    if not (agency and is_agency(agency.strip())) and not (place and _stands_alone(place, date, match["mark"])):
        return None
    return DatelineParts(match.group().rstrip(), place, date, agency.strip() if agency else None)


def _stands_alone(place: str, date: str | None, mark: str) -> bool:
    """Whether a place without a known agency is one: before a date, or in capitals and followed by a dash."""
    city, _, region = place.partition(",")
    return bool(date) or (mark != ":" and city.isupper() and len(city) > (2 if region else 3))
