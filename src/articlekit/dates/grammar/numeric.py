"""Dates in digits only (``2025-06-13``, ``13.06.2025``): languages differ only in the order of day and month."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.date_rule import AmbiguousDateError, Context, DateRule, Groups, NotADateError
from articlekit.dates.date_values import DAY, DateValue, moment_value, month_value
from articlekit.dates.english_words import DIGIT_KEYS, WEEKDAY, WEEKDAY_KEYS, YEAR
from articlekit.dates.grammar.time_of_day import THEN_TIME, TIME_BEFORE_DAY, day_or_moment
from articlekit.dates.time_zones import TIME_ZONE

_UNATTACHED = r"(?<![.,:/+\-\u2013])(?P<lead>(?:[Oo]n )?)"
"""Pattern before the digits: they must not be the end of a longer number, an address or a range."""
_END = r"(?![-/.]?\d)"

_ISO_TIME = (
    r"[Tt](?P<hour>[01]\d|2[0-3]|24(?=:?00)):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    rf"(?: ?(?P<zone>[Zz]|{TIME_ZONE})(?:\[[\w/+-]{{1,40}}\])?)?"
)


def _date(groups: Groups) -> dt.date:
    return dt.date(int(groups["year"] or 0), int(groups["month"] or 0), int(groups["day"] or 0))


def iso_moment(groups: Groups, context: Context) -> DateValue:
    """Return a moment in ISO 8601: ``2025-06-13T17:40:00+02:00``, ``20250613T174000Z``."""
    second = groups["second"]
    days, hour = divmod(int(groups["hour"] or 0), 24)  # 24:00 is the end of the day
    time = dt.time(hour, int(groups["minute"] or 0), int(second or 0))
    return moment_value(_date(groups) + days * DAY, time, groups["zone"], seconds=second is not None)


def year_first(groups: Groups, context: Context) -> DateValue:
    """Return a date with the year first: ``2025-06-13``, ``2025/06/13 17:40``."""
    return day_or_moment(_date(groups), groups)


def year_month(groups: Groups, context: Context) -> DateValue:
    """Return a month: ``2025-06``."""
    return month_value(int(groups["year"] or 0), int(groups["month"] or 0))


def year_last(groups: Groups, context: Context) -> DateValue:
    """Return a date with the year last: ``13.06.2025``, ``13/06/2025``, ``06/13/2025``.

    Raises AmbiguousDateError if day and month could be swapped, or if the year has two digits (``12/06/25``): its century is not clear.
    """
    first, second = int(groups["first"] or 0), int(groups["second"] or 0)
    if len(groups["year"] or "") == 2:
        raise _two_digit_year_error(first, second, groups)
    if groups["sep"] == "." or first > 12:
        day, month_value = first, second
    elif second > 12:
        day, month_value = second, first
    elif first == second or context.numeric_order == "day-first":
        day, month_value = first, second
    elif context.numeric_order == "month-first":
        day, month_value = second, first
    elif first and second:
        raise AmbiguousDateError
    else:
        raise NotADateError
    return day_or_moment(dt.date(int(groups["year"] or 0), month_value, day), groups)


def _two_digit_year_error(first: int, second: int, groups: Groups) -> Exception:
    """Return the error for three short numbers: an ambiguous date, or not a date but a version, a score or a part number."""
    low, high = sorted((first, second))
    is_date = 0 < low <= 12 and high <= 31 and groups["sep"] != "-" and not groups["number"]
    return AmbiguousDateError() if is_date else NotADateError()


def unix_seconds(groups: Groups, context: Context) -> DateValue:
    """Return the moment of a Unix time in seconds. Milliseconds are dropped."""
    at = dt.datetime(1970, 1, 1) + dt.timedelta(seconds=int(groups["seconds"] or 0))
    return moment_value(at.date(), at.time(), "UTC", seconds=True)


_YEAR_LAST = rf"(?P<first>\d\d?)(?P<sep>[-/.])(?P<second>\d\d?)(?P=sep)(?P<year>{YEAR}|\d\d){_END}"

RULES = (
    DateRule(
        "numeric.iso_moment",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d){_ISO_TIME}",
        iso_moment,
        example=("logged at 2025-06-01T17:40+02:00 by hand", "2025-06-01T17:40+02:00"),
        near_miss="logged at 2025-06-31T17:40 by hand",
        before=_UNATTACHED,
    ),
    DateRule(
        "numeric.year_first",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?){_END}{THEN_TIME}",
        year_first,
        example=("dated 2025/06/01.", "2025-06-01"),
        near_miss="at example.org/2025/06/01/harbour",
        before=_UNATTACHED,
    ),
    DateRule(
        "numeric.year_last",
        DIGIT_KEYS,
        _YEAR_LAST + THEN_TIME,
        year_last,
        example=("dated 13.06.2025.", "2025-06-13"),
        near_miss="version 13.6.20250",
        before=rf"(?:(?P<number>(?i:versions?|v|release|update|build|section|article|rule|chapter|part|no\.?|§)) )?{_UNATTACHED}",
    ),
)
"""Forms that are read in running text of any language."""

METADATA = (
    DateRule(
        "numeric.basic_moment",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d){_ISO_TIME}",
        iso_moment,
        example=("20250613T174000Z", "2025-06-13T17:40:00+00:00"),
        near_miss="20250613T994000Z",
    ),
    DateRule(
        "numeric.basic_day",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d){THEN_TIME}",
        year_first,
        example=("20250613", "2025-06-13"),
        near_miss="20251313",
    ),
    DateRule(
        "numeric.unix_seconds",
        DIGIT_KEYS,
        r"(?P<seconds>1\d{9})(?:\d{3})?",
        unix_seconds,
        example=("1749829205", "2025-06-13T15:40:05+00:00"),
        near_miss="17498292051",
    ),
    DateRule(
        "numeric.time_first",
        DIGIT_KEYS,
        rf"{TIME_BEFORE_DAY}(?:{WEEKDAY},? )?{_YEAR_LAST}",
        year_last,
        example=("17:40 13.06.2025", "2025-06-13T17:40"),
        near_miss="17:40 13.13.2025",
        before="(?P<lead>)(?P<number>)",
    ),
    DateRule(
        "numeric.weekday_first",
        WEEKDAY_KEYS,
        rf"{WEEKDAY},? {_YEAR_LAST}{THEN_TIME}",
        year_last,
        example=("Fri, 06/13/2025 - 17:40", "2025-06-13T17:40"),
        near_miss="Fri, 13/13/2025 - 17:40",
        before="(?P<lead>)(?P<number>)",
    ),
    DateRule(
        "numeric.year_month",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})-(?P<month>\d\d)",
        year_month,
        example=("2025-06", "2025-06"),
        near_miss="2025-16",
    ),
)
"""Forms that count as dates only if they are the whole string, as in metadata."""
