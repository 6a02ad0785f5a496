"""Dates with the month as a word: ``June 13, 2025``, ``13th of June``, ``7–8 June 2025``, ``June 2025``."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.date_rule import Context, DateRule, Groups, NotADateError
from articlekit.dates.date_values import DateValue, day_interval, interval, month_value
from articlekit.dates.english_words import (
    DIGIT_KEYS,
    MONTH,
    MONTH_KEYS,
    WEEKDAY,
    WEEKDAY_KEYS,
    YEAR,
    month_number,
    weekday_number,
)
from articlekit.dates.grammar.time_of_day import (
    AT_TIME,
    BEFORE_TIME,
    THEN_TIME_AFTER_WORDS,
    TIME,
    TIME_BEFORE_DAY,
    day_or_moment,
)

_MAX_AHEAD = dt.timedelta(days=270)
"""How far ahead of the article a date without a year can be. For a later date, newspapers write the year."""
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
"""Look-ahead to a year that is written after the last of several dates and belongs to all: ``on June 2 and June 9, 2024``."""
_THEN_MONTH_DAYS = _LISTED_YEAR.format(other=rf"(?:(?P<month2>{MONTH}) )?\d\d?{_ORDINAL}")
_THEN_DAY_MONTHS = _LISTED_YEAR.format(other=rf"\d\d?{_ORDINAL}(?: of)? (?P<month2>{MONTH})")


def full_date(groups: Groups, context: Context) -> DateValue:
    """Return a date with day, month and year, and its time of day if one is written."""
    return day_or_moment(
        dt.date(int(groups["year"] or 0), month_number(groups["month"] or ""), int(groups["day"] or 0)), groups
    )


def month_and_year(groups: Groups, context: Context) -> DateValue:
    """Return a month: ``June 2025``. ``early`` and ``late`` do not narrow it down."""
    return month_value(int(groups["year"] or 0), month_number(groups["month"] or ""))


def day_of_month(groups: Groups, context: Context) -> DateValue:
    """Return a day and month, with the year that is written after it or after the list it opens, or else a year near the anchor."""
    if groups.get("year"):
        return day_or_moment(_date(_first_year(groups), groups["month"], groups["day"]), groups)
    return day_or_moment(_date_near_anchor(context, groups["month"], groups["day"], groups["weekday"]), groups)


def interval_of_days(groups: Groups, context: Context) -> DateValue:
    """Return an interval of days: ``June 28 to July 2``. If no year is written, it is one near the anchor."""
    first_month, last_month = groups["month"] or groups["month2"], groups["month2"] or groups["month"]
    if groups["year"]:
        last = _date(int(groups["year"]), last_month, groups["day2"])
    else:
        last = _date_near_anchor(context, last_month, groups["day2"], None)
    crosses_year = month_number(first_month or "") > month_number(last_month or "")
    return day_interval(_date(last.year - crosses_year, first_month, groups["day"]), last)


def interval_of_months(groups: Groups, context: Context) -> DateValue:
    """Return an interval of months: ``between March and May 2024``. The year belongs to both ends."""
    first = month_value(_first_year(groups), month_number(groups["month"] or ""))
    return interval(first, month_value(int(groups["year"] or 0), month_number(groups["month2"] or "")))


def _first_year(groups: Groups) -> int:
    """Return the year of the first of several dates: the year written after the last one, or the year before it if they cross January."""
    first = groups["month"] or ""
    last = groups.get("month2") or first
    return int(groups["year"] or 0) - (month_number(first) > month_number(last))


def _date(year: int, name: str | None, number: str | None) -> dt.date:
    return dt.date(year, month_number(name or ""), int(number or 0))


def _date_near_anchor(context: Context, name: str | None, number: str | None, weekday: str | None) -> dt.date:
    """Return the day that is nearest to the anchor, or the next one if the clause is in the future tense.

    Newspapers leave the year out for about half a year, forwards and backwards. A weekday that is written too decides between the years.
    """
    anchor = context.anchor
    candidates = [date for year in (-1, 0, 1) if (date := _try_date(anchor.year + year, name, number))]
    if weekday:
        candidates = [date for date in candidates if date.weekday() == weekday_number(weekday)] or candidates
    if not candidates:
        raise NotADateError
    ahead = [date for date in candidates if anchor <= date < anchor + _MAX_AHEAD]
    if context.tense == "future" and ahead:
        return ahead[0]
    return min(candidates, key=lambda date: abs(date - anchor))


def _try_date(year: int, name: str | None, number: str | None) -> dt.date | None:
    try:
        return _date(year, name, number)
    except ValueError:
        return None


RULES = (
    DateRule(
        "month_names.time_month_day",
        DIGIT_KEYS,
        rf"{TIME_BEFORE_DAY}{_NAMED_DAY}{_MONTH_DAY}(?:{_THEN_YEAR}|{_NO_YEAR})",
        day_of_month,
        example=("5:40 PM ET, Fri June 13, 2025", "2025-06-13T17:40-04:00"),
        near_miss="5:72 PM ET, Fri June 31, 2025",
        before=BEFORE_TIME,
    ),
    DateRule(
        "month_names.time_day_month",
        DIGIT_KEYS,
        rf"{TIME_BEFORE_DAY}{_NAMED_DAY}{_DAY_MONTH}(?:{_THEN_YEAR}|{_NO_YEAR})",
        day_of_month,
        example=("opens at 5.40pm on 12 June again", "2025-06-12T17:40"),
        near_miss="opens at 5.40 on 31 June again",
        before=BEFORE_TIME,
    ),
    DateRule(
        "month_names.between_month_days",
        MONTH_KEYS,
        rf"{_MONTH_DAY} and (?:the )?(?:(?P<month2>{MONTH}) )?(?P<day2>\d\d?){_ORDINAL}{_MAYBE_YEAR}",
        interval_of_days,
        example=("held between June 2 and June 9, 2024", "2024-06-02/2024-06-09"),
        near_miss="held on June 2 and June 9, 2024",
        before=_BETWEEN,
    ),
    DateRule(
        "month_names.between_days_month",
        DIGIT_KEYS,
        rf"{_DAY}(?:(?: of)? (?P<month>{MONTH}))? and (?:the )?(?P<day2>\d\d?){_ORDINAL}(?: of)? (?P<month2>{MONTH}){_MAYBE_YEAR}",
        interval_of_days,
        example=("held between 2 and 9 June 2024", "2024-06-02/2024-06-09"),
        near_miss="held between 9 and 2 June 2024",
        before=_BETWEEN,
    ),
    DateRule(
        "month_names.between_months",
        MONTH_KEYS,
        rf"(?P<month>{MONTH}) and (?P<month2>{MONTH}){_THEN_YEAR}",
        interval_of_months,
        example=("built between November and May 2024", "2023-11/2024-05"),
        near_miss="built in March and May 2024",
        before=r"[Bb]etween (?P<lead>(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?)",
    ),
    DateRule(
        "month_names.months",
        MONTH_KEYS,
        rf"(?P<month>{MONTH}){_TO}(?:(?:early|late|mid)(?: |-))?(?P<month2>{MONTH}){_THEN_YEAR}",
        interval_of_months,
        example=("closed from March to May 2024", "2024-03/2024-05"),
        near_miss="closed from March to noon",
        before=_IN,
    ),
    DateRule(
        "month_names.month_days",
        MONTH_KEYS,
        rf"{_MONTH_DAY}{_TO}(?:(?P<month2>{MONTH}) )?(?P<day2>\d\d?){_ORDINAL}{_MAYBE_YEAR}",
        interval_of_days,
        example=("held June 28 to July 2, 2024", "2024-06-28/2024-07-02"),
        near_miss="held June 28 to rule",
        before=_ON,
    ),
    DateRule(
        "month_names.days_month",
        DIGIT_KEYS,
        rf"{_DAY}(?: (?P<month>{MONTH}))?{_TO}(?P<day2>\d\d?){_ORDINAL} (?P<month2>{MONTH}){_MAYBE_YEAR}",
        interval_of_days,
        example=("held 7–8 June 2025", "2025-06-07/2025-06-08"),
        near_miss="held 8-7 June 2025",
        before=_ON,
    ),
    DateRule(
        "month_names.month_day_year",
        WEEKDAY_KEYS + MONTH_KEYS,
        rf"{_NAMED_DAY}{_MONTH_DAY}{_THEN_YEAR}{THEN_TIME_AFTER_WORDS}",
        full_date,
        example=("On Friday, June 13, 2025, it rained", "2025-06-13"),
        near_miss="June 31, 2025",
        before=_ON,
    ),
    DateRule(
        "month_names.day_month_year",
        WEEKDAY_KEYS + DIGIT_KEYS,
        rf"{_NAMED_DAY}{_DAY_MONTH}{_THEN_YEAR}{THEN_TIME_AFTER_WORDS}",
        full_date,
        example=("Fri, 13 Jun 2025 17:40:00 +0200", "2025-06-13T17:40:00+02:00"),
        near_miss="31 June 2025",
        before=_ON,
    ),
    DateRule(
        "month_names.month_day",
        WEEKDAY_KEYS + MONTH_KEYS,
        rf"{_NAMED_DAY}{_MONTH_DAY}{_NO_YEAR}{AT_TIME}{_THEN_MONTH_DAYS}",
        day_of_month,
        example=("closed on Jun. 3 again", "2025-06-03"),
        near_miss="the Sept. 11 attacks",
        before=_ON,
    ),
    DateRule(
        "month_names.day_month",
        WEEKDAY_KEYS + DIGIT_KEYS,
        rf"{_NAMED_DAY}{_DAY_MONTH}(?! Madness){_NO_YEAR}{AT_TIME}{_THEN_DAY_MONTHS}",
        day_of_month,
        example=("closed on 3rd of June again", "2025-06-03"),
        near_miss="the 3 may close",
        before=_ON,
    ),
    DateRule(
        "month_names.month_year",
        MONTH_KEYS,
        rf"(?P<month>{MONTH}){_THEN_YEAR}",
        month_and_year,
        example=("opened in early June 2024 and", "2024-06"),
        near_miss="they may 2024 times",
        before=_IN,
    ),
)
"""Longer forms come before the forms that are a part of them."""

METADATA = (
    DateRule(
        "month_names.dashed",
        DIGIT_KEYS,
        rf"{_DAY}(?P<sep>[-.])(?P<month>{MONTH})(?P=sep)(?P<year>{YEAR}){THEN_TIME_AFTER_WORDS}",
        full_date,
        example=("13-Jun-2025", "2025-06-13"),
        near_miss="31-Jun-2025",
    ),
)
"""Forms that count as dates only if they are the whole string, as in metadata."""

MACHINE_FORMATS = (
    DateRule(
        "month_names.email",
        WEEKDAY_KEYS,
        rf"{WEEKDAY}, {_DAY} (?P<month>{MONTH}) (?P<year>{YEAR}) {TIME}",
        full_date,
        example=("Fri, 13 Jun 2025 17:40:00 +0200", "2025-06-13T17:40:00+02:00"),
        near_miss="Fri, 31 Jun 2025 17:40:00 +0200",
    ),
    DateRule(
        "month_names.year_before_clock",
        WEEKDAY_KEYS,
        rf"{WEEKDAY} {_MONTH_DAY} (?P<year>{YEAR}) {TIME}",
        full_date,
        example=("Fri Jun 13 2025 17:40:05 GMT+0200 (Central European Summer Time)", "2025-06-13T17:40:05+02:00"),
        near_miss="Fri Jun 31 2025 17:40:05 GMT+0200",
    ),
    DateRule(
        "month_names.year_after_clock",
        WEEKDAY_KEYS,
        rf"{WEEKDAY},? {_MONTH_DAY} {TIME} (?P<year>{YEAR})",
        full_date,
        example=("Fri Jun 13 17:40:05 UTC 2025", "2025-06-13T17:40:05+00:00"),
        near_miss="Fri Jun 31 17:40:05 UTC 2025",
    ),
)
"""Forms that programs write in English whatever the language of the page, such as the date of RFC 5322."""
