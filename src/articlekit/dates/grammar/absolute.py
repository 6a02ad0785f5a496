"""Dates with the month in words: ``June 13, 2025``, ``13th of June``, ``7–8 June 2025``, ``June 2025``."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.calendar import DIGIT_KEYS, MONTH, MONTH_KEYS, WEEKDAY, WEEKDAY_KEYS, YEAR, month_number
from articlekit.dates.calendar import weekday_number as number_of_weekday
from articlekit.dates.grammar.clock import AT, AT_CLOCK, CLOCK, CLOCK_ON, THEN_CLOCK_IN_WORDS, on_day
from articlekit.dates.reading import Reading, days, interval, month
from articlekit.dates.rules import NotADate, Parts, Place, Rule

_FAR = dt.timedelta(days=270)
"""Beyond this, a newspaper writes the year."""
_ON = r"(?<![.,:/+\-\u2013])(?P<lead>(?:[Oo]n )?(?:the )?)"
_IN = r"(?P<lead>(?:[Ii]n )?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?)"
_NAMED_DAY = rf"(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>\d\d?){_ORDINAL}"
_MONTH_DAY = rf"(?P<month>{MONTH}) {_DAY}"
_DAY_MONTH = rf"{_DAY}(?: of)? (?P<month>{MONTH})"
_THEN_YEAR = rf",?(?: of)? (?P<year>{YEAR})(?![-/.,:]?\d)"
_NO_YEAR = (
    r"(?!\w|%|[-/.,:]\d|[-\u2013] ?\d"
    r"| (?:terror\w*|attacks?|riots?|insurrection|committee|commission|massacre|uprising|hijack\w+|million|billion)\b)"
)
_TO = r"(?: ?[-\u2013\u2014] ?| (?:to|through|until) )"
_MAYBE_YEAR = rf"(?:,? (?P<year>{YEAR}))?{_NO_YEAR}"
_BETWEEN = "[Bb]etween (?:the )?(?P<lead>)"
_ALSO = r"(?:,|,? (?:and|or|&)) (?:[Oo]n )?(?:the )?"
_LISTED_YEAR = rf"(?:(?=(?:{_ALSO}{{other}}){{{{1,4}}}}{_THEN_YEAR}))?"
"""The year that the last of several dates brings for all of them: ``on June 2 and June 9, 2024``."""
_THEN_MONTH_DAYS = _LISTED_YEAR.format(other=rf"(?:(?P<month2>{MONTH}) )?\d\d?{_ORDINAL}")
_THEN_DAY_MONTHS = _LISTED_YEAR.format(other=rf"\d\d?{_ORDINAL}(?: of)? (?P<month2>{MONTH})")


def full_date(parts: Parts, place: Place) -> Reading:
    """Day, month and year, with a time of day where one is written."""
    return on_day(dt.date(int(parts["year"] or 0), month_number(parts["month"] or ""), int(parts["day"] or 0)), parts)


def month_and_year(parts: Parts, place: Place) -> Reading:
    """``June 2025``; ``early`` and ``late`` make it no finer."""
    return month(int(parts["year"] or 0), month_number(parts["month"] or ""))


def day_of_month(parts: Parts, place: Place) -> Reading:
    """Day and month; the year is its own or that of the list that it opens, or comes from the anchor."""
    if parts.get("year"):
        return on_day(_date(_first_year(parts), parts["month"], parts["day"]), parts)
    return on_day(_dated(place, parts["month"], parts["day"], parts["weekday"]), parts)


def span_of_days(parts: Parts, place: Place) -> Reading:
    """``June 28 to July 2``; without a year it comes from the anchor."""
    first_month, last_month = parts["month"] or parts["month2"], parts["month2"] or parts["month"]
    if parts["year"]:
        last = _date(int(parts["year"]), last_month, parts["day2"])
    else:
        last = _dated(place, last_month, parts["day2"], None)
    before = month_number(first_month or "") > month_number(last_month or "")
    return days(_date(last.year - before, first_month, parts["day"]), last)


def span_of_months(parts: Parts, place: Place) -> Reading:
    """``between March and May 2024``: the year belongs to both ends."""
    first = month(_first_year(parts), month_number(parts["month"] or ""))
    return interval(first, month(int(parts["year"] or 0), month_number(parts["month2"] or "")))


def _first_year(parts: Parts) -> int:
    """The year of the first of several dates whose last one has it: the one before where the months run past December."""
    first = parts["month"] or ""
    last = parts.get("month2") or first
    return int(parts["year"] or 0) - (month_number(first) > month_number(last))


def _date(year: int, name: str | None, number: str | None) -> dt.date:
    return dt.date(year, month_number(name or ""), int(number or 0))


def _dated(place: Place, name: str | None, number: str | None, weekday: str | None) -> dt.date:
    """The day in the year that the anchor gives: the nearest one, or the next where the clause looks ahead.

    Newspapers leave the year out within half a year or so, forwards as well as back. A weekday beside it has the last
    word.
    """
    anchor = place.anchor
    near = [date for year in (-1, 0, 1) if (date := _try_date(anchor.year + year, name, number))]
    if weekday:
        near = [date for date in near if date.weekday() == number_of_weekday(weekday)] or near
    if not near:
        raise NotADate
    ahead = [date for date in near if anchor <= date < anchor + _FAR]
    if place.tense == "future" and ahead:
        return ahead[0]
    return min(near, key=lambda date: abs(date - anchor))


def _try_date(year: int, name: str | None, number: str | None) -> dt.date | None:
    try:
        return _date(year, name, number)
    except ValueError:
        return None


RULES = (
    Rule(
        "absolute.time_month_day",
        DIGIT_KEYS,
        rf"{CLOCK_ON}{_NAMED_DAY}{_MONTH_DAY}(?:{_THEN_YEAR}|{_NO_YEAR})",
        day_of_month,
        ("5:40 PM ET, Fri June 13, 2025", "2025-06-13T17:40-04:00"),
        "5:72 PM ET, Fri June 31, 2025",
        before=AT,
    ),
    Rule(
        "absolute.time_day_month",
        DIGIT_KEYS,
        rf"{CLOCK_ON}{_NAMED_DAY}{_DAY_MONTH}(?:{_THEN_YEAR}|{_NO_YEAR})",
        day_of_month,
        ("opens at 5.40pm on 12 June again", "2025-06-12T17:40"),
        "opens at 5.40 on 31 June again",
        before=AT,
    ),
    Rule(
        "absolute.between_month_days",
        MONTH_KEYS,
        rf"{_MONTH_DAY} and (?:the )?(?:(?P<month2>{MONTH}) )?(?P<day2>\d\d?){_ORDINAL}{_MAYBE_YEAR}",
        span_of_days,
        ("held between June 2 and June 9, 2024", "2024-06-02/2024-06-09"),
        "held on June 2 and June 9, 2024",
        before=_BETWEEN,
    ),
    Rule(
        "absolute.between_days_month",
        DIGIT_KEYS,
        rf"{_DAY}(?:(?: of)? (?P<month>{MONTH}))? and (?:the )?(?P<day2>\d\d?){_ORDINAL}(?: of)? (?P<month2>{MONTH}){_MAYBE_YEAR}",
        span_of_days,
        ("held between 2 and 9 June 2024", "2024-06-02/2024-06-09"),
        "held between 9 and 2 June 2024",
        before=_BETWEEN,
    ),
    Rule(
        "absolute.between_months",
        MONTH_KEYS,
        rf"(?P<month>{MONTH}) and (?P<month2>{MONTH}){_THEN_YEAR}",
        span_of_months,
        ("built between November and May 2024", "2023-11/2024-05"),
        "built in March and May 2024",
        before=r"[Bb]etween (?P<lead>(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?)",
    ),
    Rule(
        "absolute.months",
        MONTH_KEYS,
        rf"(?P<month>{MONTH}){_TO}(?:(?:early|late|mid)(?: |-))?(?P<month2>{MONTH}){_THEN_YEAR}",
        span_of_months,
        ("closed from March to May 2024", "2024-03/2024-05"),
        "closed from March to noon",
        before=_IN,
    ),
    Rule(
        "absolute.month_days",
        MONTH_KEYS,
        rf"{_MONTH_DAY}{_TO}(?:(?P<month2>{MONTH}) )?(?P<day2>\d\d?){_ORDINAL}{_MAYBE_YEAR}",
        span_of_days,
        ("held June 28 to July 2, 2024", "2024-06-28/2024-07-02"),
        "held June 28 to rule",
        before=_ON,
    ),
    Rule(
        "absolute.days_month",
        DIGIT_KEYS,
        rf"{_DAY}(?: (?P<month>{MONTH}))?{_TO}(?P<day2>\d\d?){_ORDINAL} (?P<month2>{MONTH}){_MAYBE_YEAR}",
        span_of_days,
        ("held 7–8 June 2025", "2025-06-07/2025-06-08"),
        "held 8-7 June 2025",
        before=_ON,
    ),
    Rule(
        "absolute.month_day_year",
        WEEKDAY_KEYS + MONTH_KEYS,
        rf"{_NAMED_DAY}{_MONTH_DAY}{_THEN_YEAR}{THEN_CLOCK_IN_WORDS}",
        full_date,
        ("On Friday, June 13, 2025, it rained", "2025-06-13"),
        "June 31, 2025",
        before=_ON,
    ),
    Rule(
        "absolute.day_month_year",
        WEEKDAY_KEYS + DIGIT_KEYS,
        rf"{_NAMED_DAY}{_DAY_MONTH}{_THEN_YEAR}{THEN_CLOCK_IN_WORDS}",
        full_date,
        ("Fri, 13 Jun 2025 17:40:00 +0200", "2025-06-13T17:40:00+02:00"),
        "31 June 2025",
        before=_ON,
    ),
    Rule(
        "absolute.month_day",
        WEEKDAY_KEYS + MONTH_KEYS,
        rf"{_NAMED_DAY}{_MONTH_DAY}{_NO_YEAR}{AT_CLOCK}{_THEN_MONTH_DAYS}",
        day_of_month,
        ("closed on Jun. 3 again", "2025-06-03"),
        "the Sept. 11 attacks",
        before=_ON,
    ),
    Rule(
        "absolute.day_month",
        WEEKDAY_KEYS + DIGIT_KEYS,
        rf"{_NAMED_DAY}{_DAY_MONTH}(?! Madness){_NO_YEAR}{AT_CLOCK}{_THEN_DAY_MONTHS}",
        day_of_month,
        ("closed on 3rd of June again", "2025-06-03"),
        "the 3 may close",
        before=_ON,
    ),
    Rule(
        "absolute.month_year",
        MONTH_KEYS,
        rf"(?P<month>{MONTH}){_THEN_YEAR}",
        month_and_year,
        ("opened in early June 2024 and", "2024-06"),
        "they may 2024 times",
        before=_IN,
    ),
)
"""Forms with more words stand before those that are a part of them."""

METADATA = (
    Rule(
        "absolute.dashed",
        DIGIT_KEYS,
        rf"{_DAY}(?P<sep>[-.])(?P<month>{MONTH})(?P=sep)(?P<year>{YEAR}){THEN_CLOCK_IN_WORDS}",
        full_date,
        ("13-Jun-2025", "2025-06-13"),
        "31-Jun-2025",
    ),
)
"""The forms that are dates only where they stand alone, as metadata does."""

STAMPS = (
    Rule(
        "absolute.email",
        WEEKDAY_KEYS,
        rf"{WEEKDAY}, {_DAY} (?P<month>{MONTH}) (?P<year>{YEAR}) {CLOCK}",
        full_date,
        ("Fri, 13 Jun 2025 17:40:00 +0200", "2025-06-13T17:40:00+02:00"),
        "Fri, 31 Jun 2025 17:40:00 +0200",
    ),
    Rule(
        "absolute.year_before_clock",
        WEEKDAY_KEYS,
        rf"{WEEKDAY} {_MONTH_DAY} (?P<year>{YEAR}) {CLOCK}",
        full_date,
        ("Fri Jun 13 2025 17:40:05 GMT+0200 (Central European Summer Time)", "2025-06-13T17:40:05+02:00"),
        "Fri Jun 31 2025 17:40:05 GMT+0200",
    ),
    Rule(
        "absolute.year_after_clock",
        WEEKDAY_KEYS,
        rf"{WEEKDAY},? {_MONTH_DAY} {CLOCK} (?P<year>{YEAR})",
        full_date,
        ("Fri Jun 13 17:40:05 UTC 2025", "2025-06-13T17:40:05+00:00"),
        "Fri Jun 31 17:40:05 UTC 2025",
    ),
)
"""What machines write, in English whatever the language of the page."""
