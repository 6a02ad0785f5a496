"""Weekends, weeks, months and years relative to the date of the article: ``over the past weekend``, ``last week``, ``in March``."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.date_rule import Context, DateRule, Groups, NotADateError
from articlekit.dates.date_values import (
    DAY,
    WEEK,
    DateValue,
    day_interval,
    month_value,
    shifted_month,
    week_value,
    year_value,
)
from articlekit.dates.english_words import MONTH_KEYS, MONTH_NAME, POSSESSIVE, YEAR, month_number

_UNITS_FROM_ANCHOR = {"last": -1, "this": 0, "next": 1}
_MAX_MONTHS_BACK = 5
"""How many months back a month without a year may be if no verb decides. An older one may as well be the next one."""
_DEGREE = r"(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?"
_LISTED_YEAR = (
    rf"(?:(?=(?:(?:,|,? (?:and|or|&)) (?:in )?(?P<month2>{MONTH_NAME})){{1,4}}(?:,? of|,)? (?P<year>{YEAR})\b))?"
)
"""Look-ahead to a year that is written after the last of several months and belongs to all: ``in March and May 2024``."""
_NOT_PART_OF_PHRASE = r"(?! (?:of|in office|or two|and a half)\b|-)"


def weekend(groups: Groups, context: Context) -> DateValue:
    """Return Saturday and Sunday: the last ones, those of this week, or the next ones."""
    anchor, which = context.anchor, (groups["past"] or groups["bare"] or "").lower()
    saturday = anchor + (5 - anchor.weekday()) * DAY
    if which in ("last", "past", "previous", "this past"):
        saturday -= WEEK
    elif which == "next":
        saturday += WEEK
    elif which == "this" and anchor < saturday - 2 * DAY and context.tense == "past":
        raise NotADateError  # early in a week, it may be the weekend that has just passed
    elif not which and anchor < saturday and context.tense != "future":
        saturday -= WEEK
    return day_interval(saturday, saturday + DAY)


def unit(groups: Groups, context: Context) -> DateValue:
    """Return the last, this or the next week, month or year of the calendar."""
    anchor, steps = context.anchor, _UNITS_FROM_ANCHOR[(groups["which"] or "").lower()]
    if groups["unit"] == "week":
        return week_value(anchor + steps * WEEK)
    return shifted_month(anchor, steps) if groups["unit"] == "month" else year_value(anchor.year + steps)


def named_month(groups: Groups, context: Context) -> DateValue:
    """Return the last such month up to that of the anchor, or the next one if the clause is in the future tense.

    If no verb decides and the last one is long past, ``in November`` may mean the next one: it is not read.
    """
    number = month_number(groups["month"] or "")
    if groups["year"]:
        return month_value(int(groups["year"]) - (number > month_number(groups["month2"] or "")), number)
    anchor, which = context.anchor, (groups["which"] or "").lower()
    if which in ("last", "this past"):
        return _last_month(_before(anchor), number)
    if which in ("next", "this coming"):
        return _next_month(_after(anchor), number)
    if which == "this":
        return month_value(anchor.year, number)
    tense = context.tense
    if tense is None and (anchor.month - number) % 12 > _MAX_MONTHS_BACK:
        raise NotADateError
    return _next_month(anchor, number) if tense == "future" else _last_month(anchor, number)


def month_of_year(groups: Groups, context: Context) -> DateValue:
    """Return a month of a year: ``June of last year``."""
    years = _UNITS_FROM_ANCHOR[(groups["which"] or "").lower()]
    return month_value(context.anchor.year + years, month_number(groups["month"] or ""))


def _last_month(date: dt.date, number: int) -> DateValue:
    """Return the last month with that number, 1 to 12, that begins on or before ``date``."""
    return month_value(date.year - (number > date.month), number)


def _next_month(date: dt.date, number: int) -> DateValue:
    """Return the next month with that number, 1 to 12, that ends on or after ``date``."""
    return month_value(date.year + (number < date.month), number)


def _before(date: dt.date) -> dt.date:
    return date.replace(day=1) - DAY


def _after(date: dt.date) -> dt.date:
    return shifted_month(date, 1).earliest


RULES = (
    DateRule(
        "relative_periods.weekend",
        ("weekend",),
        r"weekend(?! (?:of|before|after|when)\b|-)",
        weekend,
        example=("crossed over the past weekend, they said", "2025-06-07/2025-06-08"),
        near_miss="crossed over a holiday weekend, they said",
        before=r"(?P<lead>(?:(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring) )?(?:(?:[Ee]arlier|[Ll]ater) )?"
        r"(?:[Tt]he (?:(?P<past>past|last|coming) )?|(?P<bare>[Tt]his past|[Ll]ast|[Tt]his|[Nn]ext) ))",
    ),
    DateRule(
        "relative_periods.unit",
        ("week", "month", "year"),
        rf"(?P<unit>week|month|year){_NOT_PART_OF_PHRASE}",
        unit,
        example=("closed earlier this month", "2025-06"),
        near_miss="closed in the last month",
        before=rf"(?:(?P<bar>{POSSESSIVE}|ago) )?(?P<lead>{_DEGREE}(?P<which>[Ll]ast|[Tt]his|[Nn]ext) )",
    ),
    DateRule(
        "relative_periods.month_of_year",
        MONTH_KEYS,
        rf"(?P<month>{MONTH_NAME})(?: of)? (?P<which>last|this|next) year",
        month_of_year,
        example=("opened in March of last year", "2024-03"),
        near_miss="opened in March of the year",
        before="(?P<lead>(?:[Ii]n )?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?)",
    ),
    DateRule(
        "relative_periods.month",
        MONTH_KEYS,
        rf"(?P<month>{MONTH_NAME})(?!\w|-\w| \d|,? of (?:that|the same|the previous|the following) year|,? that year| (?:Madness|for Our Lives|on Washington)\b){_LISTED_YEAR}",
        named_month,
        example=("told the paper in March that", "2025-03"),
        near_miss="told the paper to March on",
        before=r"(?:(?P<bar>confidence|faith|trust|belief) )?"
        r"(?:(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Ss]ince) )?"
        r"(?P<lead>[Ii]n (?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?|(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-)"
        r"|(?P<which>[Tt]his past|[Tt]his coming|[Ll]ast|[Tt]his|[Nn]ext) )",
    ),
    DateRule(
        "relative_periods.month_after_preposition",
        MONTH_KEYS,
        rf"(?P<month>{MONTH_NAME})(?P<which>)(?!\w|-\w| \d|,? of (?:that|the same|the previous|the following) year|,? that year| [A-Z]){_LISTED_YEAR}",
        named_month,
        example=("closed since March.", "2025-03"),
        near_miss="met by May Brandt",
        before=r"(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Bb]etween|(?:end|start|beginning|middle|half|rest|most|month) of) (?P<lead>)",
    ),
)
