"""Weekends, weeks, months and years seen from the article's day: ``over the past weekend``, ``last week``, ``in March``."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.calendar import MONTH_KEYS, MONTH_NAME, OWNED, YEAR, month_number
from articlekit.dates.reading import DAY, WEEK, Reading, days, month, months_from, week, year
from articlekit.dates.rules import NotADate, Parts, Place, Rule

_STEPS = {"last": -1, "this": 0, "next": 1}
_CLEARLY_PAST = 5
"""How many months back a month without a tense still means the last one."""
_DEGREE = r"(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?"
_LISTED_YEAR = (
    rf"(?:(?=(?:(?:,|,? (?:and|or|&)) (?:in )?(?P<month2>{MONTH_NAME})){{1,4}}(?:,? of|,)? (?P<year>{YEAR})\b))?"
)
"""The year that the last of several months brings for all of them: ``in March and May 2024``."""
_NO_NUMBERED = r"(?! (?:of|in office|or two|and a half)\b|-)"


def weekend(parts: Parts, place: Place) -> Reading:
    """Saturday and Sunday: the last ones, those of this week, or the next ones."""
    anchor, which = place.anchor, (parts["past"] or parts["bare"] or "").lower()
    saturday = anchor + (5 - anchor.weekday()) * DAY
    if which in ("last", "past", "previous", "this past"):
        saturday -= WEEK
    elif which == "next":
        saturday += WEEK
    elif which == "this" and anchor < saturday - 2 * DAY and place.tense == "past":
        raise NotADate  # early in a week, it may be the one that has just gone
    elif not which and anchor < saturday and place.tense != "future":
        saturday -= WEEK
    return days(saturday, saturday + DAY)


def unit(parts: Parts, place: Place) -> Reading:
    """The last, this or the next week, month or year of the calendar."""
    anchor, step = place.anchor, _STEPS[(parts["which"] or "").lower()]
    if parts["unit"] == "week":
        return week(anchor + step * WEEK)
    return months_from(anchor, step) if parts["unit"] == "month" else year(anchor.year + step)


def named_month(parts: Parts, place: Place) -> Reading:
    """The last such month up to the article's, or the next one where the clause looks ahead.

    Where no word tells and the last one is long past, ``in November`` may well be the next: it is left alone.
    """
    number = month_number(parts["month"] or "")
    if parts["year"]:
        return month(int(parts["year"]) - (number > month_number(parts["month2"] or "")), number)
    anchor, which = place.anchor, (parts["which"] or "").lower()
    if which in ("last", "this past"):
        return _month_by(_before(anchor), number)
    if which in ("next", "this coming"):
        return _month_from(_after(anchor), number)
    if which == "this":
        return month(anchor.year, number)
    tense = place.tense
    if tense is None and (anchor.month - number) % 12 > _CLEARLY_PAST:
        raise NotADate
    return _month_from(anchor, number) if tense == "future" else _month_by(anchor, number)


def month_of_year(parts: Parts, place: Place) -> Reading:
    """``June of last year``."""
    step = _STEPS[(parts["which"] or "").lower()]
    return month(place.anchor.year + step, month_number(parts["month"] or ""))


def _month_by(date: dt.date, number: int) -> Reading:
    """The last month with that number that begins on or before ``date``."""
    return month(date.year - (number > date.month), number)


def _month_from(date: dt.date, number: int) -> Reading:
    """The next month with that number that ends on or after ``date``."""
    return month(date.year + (number < date.month), number)


def _before(date: dt.date) -> dt.date:
    return date.replace(day=1) - DAY


def _after(date: dt.date) -> dt.date:
    return months_from(date, 1).earliest


RULES = (
    Rule(
        "periods.weekend",
        ("weekend",),
        r"weekend(?! (?:of|before|after|when)\b|-)",
        weekend,
        ("crossed over the past weekend, they said", "2025-06-07/2025-06-08"),
        "crossed over a holiday weekend, they said",
        before=r"(?P<lead>(?:(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring) )?(?:(?:[Ee]arlier|[Ll]ater) )?"
        r"(?:[Tt]he (?:(?P<past>past|last|coming) )?|(?P<bare>[Tt]his past|[Ll]ast|[Tt]his|[Nn]ext) ))",
    ),
    Rule(
        "periods.unit",
        ("week", "month", "year"),
        rf"(?P<unit>week|month|year){_NO_NUMBERED}",
        unit,
        ("closed earlier this month", "2025-06"),
        "closed in the last month",
        before=rf"(?:(?P<bar>{OWNED}|ago) )?(?P<lead>{_DEGREE}(?P<which>[Ll]ast|[Tt]his|[Nn]ext) )",
    ),
    Rule(
        "periods.month_of_year",
        MONTH_KEYS,
        rf"(?P<month>{MONTH_NAME})(?: of)? (?P<which>last|this|next) year",
        month_of_year,
        ("opened in March of last year", "2024-03"),
        "opened in March of the year",
        before="(?P<lead>(?:[Ii]n )?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?)",
    ),
    Rule(
        "periods.month",
        MONTH_KEYS,
        rf"(?P<month>{MONTH_NAME})(?!\w|-\w| \d|,? of (?:that|the same|the previous|the following) year|,? that year| (?:Madness|for Our Lives|on Washington)\b){_LISTED_YEAR}",
        named_month,
        ("told the paper in March that", "2025-03"),
        "told the paper to March on",
        before=r"(?:(?P<bar>confidence|faith|trust|belief) )?"
        r"(?:(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Ss]ince) )?"
        r"(?P<lead>[Ii]n (?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?|(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-)"
        r"|(?P<which>[Tt]his past|[Tt]his coming|[Ll]ast|[Tt]his|[Nn]ext) )",
    ),
    Rule(
        "periods.month_after_preposition",
        MONTH_KEYS,
        rf"(?P<month>{MONTH_NAME})(?P<which>)(?!\w|-\w| \d|,? of (?:that|the same|the previous|the following) year|,? that year| [A-Z]){_LISTED_YEAR}",
        named_month,
        ("closed since March.", "2025-03"),
        "met by May Brandt",
        before=r"(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Bb]etween|(?:end|start|beginning|middle|half|rest|most|month) of) (?P<lead>)",
    ),
)
