"""Days, weeks, months and years counted from a day: ``three weeks ago``, ``two days later``, ``the day before``."""

from __future__ import annotations

from articlekit.dates.calendar import COUNT, WEEKDAY_NAME, count
from articlekit.dates.reading import DAY, WEEK, Reading, day, months_from, week, year
from articlekit.dates.rules import Parts, Place, Rule

_ENDS = r"(?=[^\w\s]|\s*$|\n| (?:in|at|and|but)\b)"
"""After ``the day before``: what shows that no event follows that it would count from."""
_ROUGH = (
    r"(?:(?P<bar>(?i:about|nearly|almost|than|over|under|least|most|some|roughly|around|half|to|or|within|close to"
    r"|many as|quite|approximately|barely)) |(?<![.,/\-\u2013]))"
)
"""Before a count: words that make it a rough one."""


def ago(parts: Parts, place: Place) -> Reading:
    """That day, week, month or year, counted back from the article's."""
    anchor, number, unit = place.anchor, count(parts["count"] or ""), parts["unit"]
    if unit == "day":
        return day(anchor - number * DAY)
    if unit == "week":
        return week(anchor - number * WEEK)
    return months_from(anchor, -number) if unit == "month" else year(anchor.year - number)


def days_from_last(parts: Parts, place: Place) -> Reading | None:
    """``two days later``, counted from the day that was named last in the paragraph."""
    if place.last_day is None:
        return None
    steps = count(parts["count"] or "")
    return day(place.last_day + (steps if parts["side"] == "later" else -steps) * DAY)


def day_after(parts: Parts, place: Place) -> Reading | None:
    """``the following day``, counted from the day that was named last in the paragraph."""
    return day(place.last_day + DAY) if place.last_day else None


def day_before(parts: Parts, place: Place) -> Reading:
    """``the day before``, counted from the day that was named last in the paragraph, else from the article's."""
    return day((place.last_day or place.anchor) - DAY)


RULES = (
    Rule(
        "offsets.ago",
        ("ago",),
        rf"ago(?! (?:this|last|next|today|in|{WEEKDAY_NAME})\b)",
        ago,
        ("Five years ago the pier burnt", "2020"),
        "more than five years ago the pier burnt",
        before=rf"{_ROUGH}(?P<lead>(?P<count>{COUNT}) (?P<unit>day|week|month|year)s? )",
    ),
    Rule(
        "offsets.days_later",
        ("day",),
        r"days? (?P<side>later|earlier)",
        days_from_last,
        ("Fire broke out on June 3. Two days later it rained", "2025-06-05"),
        "Fire broke out. Two days later it rained",
        before=rf"{_ROUGH}(?P<lead>(?P<count>{COUNT}) )",
    ),
    Rule(
        "offsets.day_after",
        ("day",),
        rf"day after{_ENDS}",
        day_after,
        ("It burnt on June 3 and, the day after, it rained", "2025-06-04"),
        "It burnt on June 3, the day after the fair",
        before="(?P<lead>(?:[Oo]n )?[Tt]he )",
    ),
    Rule(
        "offsets.following_day",
        ("day",),
        r"day(?!-)",
        day_after,
        ("It burnt on June 3. The following day it rained", "2025-06-04"),
        "It burnt. The following day it rained",
        before="(?P<lead>(?:[Oo]n )?[Tt]he (?:following|next) )",
    ),
    Rule(
        "offsets.day_before",
        ("day",),
        rf"day before{_ENDS}",
        day_before,
        ("It burnt the day before, she said", "2025-06-12"),
        "It burnt the day before the fair",
        before="(?P<lead>(?:[Oo]n )?[Tt]he )",
    ),
    Rule(
        "offsets.previous_day",
        ("day",),
        r"day(?!-|['’]s)",
        day_before,
        ("It burnt the previous day", "2025-06-12"),
        "It burnt on a previous day",
        before="(?P<lead>(?:[Oo]n )?[Tt]he previous )",
    ),
)
