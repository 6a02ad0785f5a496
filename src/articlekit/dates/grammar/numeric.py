"""Dates in digits alone: they read the same in every language, save for the order of day and month."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.calendar import DIGIT_KEYS, WEEKDAY, WEEKDAY_KEYS, YEAR
from articlekit.dates.grammar.clock import CLOCK_ON, THEN_CLOCK, on_day
from articlekit.dates.reading import DAY, Reading, moment, month
from articlekit.dates.rules import NotADate, Parts, Place, Rule, TwoWays
from articlekit.dates.zones import ZONE

_FREE = r"(?<![.,:/+\-\u2013])(?P<lead>(?:[Oo]n )?)"
"""Before digits: nothing that makes them the tail of a longer number, an address or a range."""
_END = r"(?![-/.]?\d)"

_ISO_TIME = (
    r"[Tt](?P<hour>[01]\d|2[0-3]|24(?=:?00)):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    rf"(?: ?(?P<zone>[Zz]|{ZONE})(?:\[[\w/+-]{{1,40}}\])?)?"
)


def _date(parts: Parts) -> dt.date:
    return dt.date(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))


def iso_moment(parts: Parts, place: Place) -> Reading:
    """``2025-06-13T17:40:00+02:00`` and ``20250613T174000Z``."""
    second = parts["second"]
    late, hour = divmod(int(parts["hour"] or 0), 24)  # 24:00 is the end of the day
    time = dt.time(hour, int(parts["minute"] or 0), int(second or 0))
    return moment(_date(parts) + late * DAY, time, parts["zone"], seconds=second is not None)


def year_first(parts: Parts, place: Place) -> Reading:
    """``2025-06-13`` and ``2025/06/13 17:40``."""
    return on_day(_date(parts), parts)


def year_month(parts: Parts, place: Place) -> Reading:
    """``2025-06``."""
    return month(int(parts["year"] or 0), int(parts["month"] or 0))


def year_last(parts: Parts, place: Place) -> Reading:
    """``13.06.2025``, ``13/06/2025``, ``06/13/2025``; TwoWays where day and month could change places.

    A year of two digits, as in ``12/06/25``, does not tell its century.
    """
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    if len(parts["year"] or "") == 2:
        raise _short_year(first, second, parts)
    if parts["sep"] == "." or first > 12:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    elif first == second or place.order == "day-first":
        day, month = first, second
    elif place.order == "month-first":
        day, month = second, first
    elif first and second:
        raise TwoWays
    else:
        raise NotADate
    return on_day(dt.date(int(parts["year"] or 0), month, day), parts)


def _short_year(first: int, second: int, parts: Parts) -> Exception:
    """What to raise for three short numbers: a date that reads two ways, or a version, a score, a part number."""
    low, high = sorted((first, second))
    is_date = 0 < low <= 12 and high <= 31 and parts["sep"] != "-" and not parts["number"]
    return TwoWays() if is_date else NotADate()


def unix_seconds(parts: Parts, place: Place) -> Reading:
    """Seconds since 1970, as machines count them; thousandths of them are dropped."""
    at = dt.datetime(1970, 1, 1) + dt.timedelta(seconds=int(parts["seconds"] or 0))
    return moment(at.date(), at.time(), "UTC", seconds=True)


_YEAR_LAST = rf"(?P<first>\d\d?)(?P<sep>[-/.])(?P<second>\d\d?)(?P=sep)(?P<year>{YEAR}|\d\d){_END}"

RULES = (
    Rule(
        "numeric.iso_moment",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d){_ISO_TIME}",
        iso_moment,
        ("logged at 2025-06-01T17:40+02:00 by hand", "2025-06-01T17:40+02:00"),
        "logged at 2025-06-31T17:40 by hand",
        before=_FREE,
    ),
    Rule(
        "numeric.year_first",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?){_END}{THEN_CLOCK}",
        year_first,
        ("dated 2025/06/01.", "2025-06-01"),
        "at example.org/2025/06/01/harbour",
        before=_FREE,
    ),
    Rule(
        "numeric.year_last",
        DIGIT_KEYS,
        _YEAR_LAST + THEN_CLOCK,
        year_last,
        ("dated 13.06.2025.", "2025-06-13"),
        "version 13.6.20250",
        before=rf"(?:(?P<number>(?i:versions?|v|release|update|build|section|article|rule|chapter|part|no\.?|§)) )?{_FREE}",
    ),
)
"""The forms that are read in a text of any language."""

METADATA = (
    Rule(
        "numeric.basic_moment",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d){_ISO_TIME}",
        iso_moment,
        ("20250613T174000Z", "2025-06-13T17:40:00+00:00"),
        "20250613T994000Z",
    ),
    Rule(
        "numeric.basic_day",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d){THEN_CLOCK}",
        year_first,
        ("20250613", "2025-06-13"),
        "20251313",
    ),
    Rule(
        "numeric.unix_seconds",
        DIGIT_KEYS,
        r"(?P<seconds>1\d{9})(?:\d{3})?",
        unix_seconds,
        ("1749829205", "2025-06-13T15:40:05+00:00"),
        "17498292051",
    ),
    Rule(
        "numeric.time_first",
        DIGIT_KEYS,
        rf"{CLOCK_ON}(?:{WEEKDAY},? )?{_YEAR_LAST}",
        year_last,
        ("17:40 13.06.2025", "2025-06-13T17:40"),
        "17:40 13.13.2025",
        before="(?P<lead>)(?P<number>)",
    ),
    Rule(
        "numeric.weekday_first",
        WEEKDAY_KEYS,
        rf"{WEEKDAY},? {_YEAR_LAST}{THEN_CLOCK}",
        year_last,
        ("Fri, 06/13/2025 - 17:40", "2025-06-13T17:40"),
        "Fri, 13/13/2025 - 17:40",
        before="(?P<lead>)(?P<number>)",
    ),
    Rule(
        "numeric.year_month",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})-(?P<month>\d\d)",
        year_month,
        ("2025-06", "2025-06"),
        "2025-16",
    ),
)
"""The forms that are dates only where they stand alone, as metadata does."""
