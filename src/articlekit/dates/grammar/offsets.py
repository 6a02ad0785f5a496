"""Dates a number of days, weeks, months or years from a day: ``three weeks ago``, ``two days later``, ``the day before``."""

from __future__ import annotations

from articlekit.dates.date_rule import Context, DateRule, Groups
from articlekit.dates.date_values import DAY, WEEK, DateValue, day_value, shifted_month, week_value, year_value
from articlekit.dates.english_words import COUNT, WEEKDAY_NAME, parse_count

_NO_EVENT_FOLLOWS = r"(?=[^\w\s]|\s*$|\n| (?:in|at|and|but)\b)"
"""Look-ahead after ``the day before``: no event follows that it counts from (``the day before the fair``)."""
_NOT_ROUGH = (
    r"(?:(?P<bar>(?i:about|nearly|almost|than|over|under|least|most|some|roughly|around|half|to|or|within|close to"
    r"|many as|quite|approximately|barely)) |(?<![.,/\-\u2013]))"
)
"""Pattern before a count. Words that make it approximate (``about two years ago``) bar the expression."""


def ago(groups: Groups, context: Context) -> DateValue:
    """Return the day, week, month or year a number of units before that of the anchor: ``three weeks ago``."""
    anchor, number, unit = context.anchor, parse_count(groups["count"] or ""), groups["unit"]
    if unit == "day":
        return day_value(anchor - number * DAY)
    if unit == "week":
        return week_value(anchor - number * WEEK)
    return shifted_month(anchor, -number) if unit == "month" else year_value(anchor.year - number)


def days_from_last(groups: Groups, context: Context) -> DateValue | None:
    """Return ``two days later`` or ``earlier``, counted from the day that was named last in the paragraph."""
    if context.last_day is None:
        return None
    days = parse_count(groups["count"] or "")
    return day_value(context.last_day + (days if groups["side"] == "later" else -days) * DAY)


def day_after(groups: Groups, context: Context) -> DateValue | None:
    """Return ``the following day``, counted from the day that was named last in the paragraph. None: it names no day."""
    return day_value(context.last_day + DAY) if context.last_day else None


def day_before(groups: Groups, context: Context) -> DateValue:
    """Return ``the day before``, counted from the day that was named last in the paragraph, or else from the anchor."""
    return day_value((context.last_day or context.anchor) - DAY)


RULES = (
    DateRule(
        "offsets.ago",
        ("ago",),
        rf"ago(?! (?:this|last|next|today|in|{WEEKDAY_NAME})\b)",
        ago,
        example=("Five years ago the pier burnt", "2020"),
        near_miss="more than five years ago the pier burnt",
        before=rf"{_NOT_ROUGH}(?P<lead>(?P<count>{COUNT}) (?P<unit>day|week|month|year)s? )",
    ),
    DateRule(
        "offsets.days_later",
        ("day",),
        r"days? (?P<side>later|earlier)",
        days_from_last,
        example=("Fire broke out on June 3. Two days later it rained", "2025-06-05"),
        near_miss="Fire broke out. Two days later it rained",
        before=rf"{_NOT_ROUGH}(?P<lead>(?P<count>{COUNT}) )",
    ),
    DateRule(
        "offsets.day_after",
        ("day",),
        rf"day after{_NO_EVENT_FOLLOWS}",
        day_after,
        example=("It burnt on June 3 and, the day after, it rained", "2025-06-04"),
        near_miss="It burnt on June 3, the day after the fair",
        before="(?P<lead>(?:[Oo]n )?[Tt]he )",
    ),
    DateRule(
        "offsets.following_day",
        ("day",),
        r"day(?!-)",
        day_after,
        example=("It burnt on June 3. The following day it rained", "2025-06-04"),
        near_miss="It burnt. The following day it rained",
        before="(?P<lead>(?:[Oo]n )?[Tt]he (?:following|next) )",
    ),
    DateRule(
        "offsets.day_before",
        ("day",),
        rf"day before{_NO_EVENT_FOLLOWS}",
        day_before,
        example=("It burnt the day before, she said", "2025-06-12"),
        near_miss="It burnt the day before the fair",
        before="(?P<lead>(?:[Oo]n )?[Tt]he )",
    ),
    DateRule(
        "offsets.previous_day",
        ("day",),
        r"day(?!-|['’]s)",
        day_before,
        example=("It burnt the previous day", "2025-06-12"),
        near_miss="It burnt on a previous day",
        before="(?P<lead>(?:[Oo]n )?[Tt]he previous )",
    ),
)
