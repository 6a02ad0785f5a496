"""Times of day that stand in lines of their own, and the days that they belong to."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from itertools import pairwise

from attrs import evolve, frozen

from articlekit.dates import parse_date
from articlekit.models import When
from articlekit.parsers.draft import Draft
from articlekit.parsers.html.blocks.lines_to_blocks import read_words
from articlekit.parsers.html.dom.model import BREAK, Box, Line, Page
from articlekit.parsers.web.schema_org import plain_text

LONGEST_CLOCK = 24
"""Characters of a line that shows a time of day and nothing else."""
LONGEST_SIGNATURE = 80
"""Characters of a line that shows who wrote an entry, and when."""
LONGEST_DAY = 40
"""Characters of a line that shows a day and nothing else."""
ABOVE = 12
"""Lines above the first time of day in which its day may stand."""

_CLOCK = re.compile(
    r"(?:(?:at|um|kl\.?|alle|ore|às|à)\s)?(?P<hour>[01]?\d|2[0-3])"
    r"(?:\s?[:.h時시]\s?(?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?=\D|\Z)|(?=\s?[ap]\.?m))"
    r"\s?(?P<half>[ap])?(?:\.?m\.?)?\s?(?:uhr|hrs?|h|分|분)?\s?(?P<zone>[A-Z]{2,4})?",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\d{1,2}\.\d\d")


@frozen
class Mark:
    """A time that begins an entry of a live blog."""

    box: Box
    """The innermost box around it."""
    place: int
    """The place on the page of its line."""
    size: int
    """How many characters of the line it holds."""
    words: str
    """What it says: a date with its time, or a time of day."""
    element: bool
    """Whether the page marks it as a time."""


def clock_lines(page: Page, first: int, last: int) -> list[Mark]:
    """The lines from ``first`` to ``last`` that show a time of day and nothing else, save cells of a table."""
    return [
        Mark(line.box, place, line.size, line.text, element=False)
        for place, line in enumerate(page.lines[first : last + 1], first)
        if line.size <= LONGEST_CLOCK and line.box.tag not in ("td", "th") and _CLOCK.fullmatch(line.text)
    ]


def signed_lines(page: Page, first: int, last: int) -> list[Mark]:
    """The short lines from ``first`` to ``last`` that say who wrote an entry and when, one right beside the other."""
    return [
        Mark(line.box, place, line.size, words, element=False)
        for place, line in enumerate(page.lines[first : last + 1], first)
        if line.size <= LONGEST_SIGNATURE and BREAK in line.parts and (words := _time_in(line))
    ]


def _time_in(line: Line) -> str | None:
    """The one part of a line that is a date with its time, where no other holds a figure."""
    parts = [part for part in read_words(line.parts).text.splitlines() if part]
    with_figures = [part for part in parts if any(map(str.isdigit, part))]
    if len(with_figures) != 1 or len(parts) == 1:
        return None
    when = parse_date(with_figures[0])
    return with_figures[0] if when is not None and when.at is not None else None


def may_be_a_price(mark: Mark) -> bool:
    """Whether a time of day is written as prices are too, and nothing says which it is."""
    return not mark.element and _PRICE.fullmatch(mark.words) is not None


def clock_of(words: str) -> dt.time | None:
    """The time of day that ``words`` are.

    >>> clock_of("2.30pm"), clock_of("14:30 Uhr")
    (datetime.time(14, 30), datetime.time(14, 30))
    """
    match = _CLOCK.fullmatch(words)
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.time(hour, int(match["minute"] or 0))


def times_of(marks: list[Mark], page: Page, draft: Draft) -> list[When | None]:
    """When each of the marks is, in their order; None where no day is stated for a time of day."""
    found = [parse_date(mark.words) for mark in marks]
    clocks = {number: clock for number, mark in enumerate(marks) if (clock := clock_of(mark.words))}
    if not clocks:
        return found
    days = _days(page, marks[0].place, marks[-1].place, draft)
    starts = [place for place, _ in days]
    under: dict[int, list[int]] = {}
    for number in clocks:
        under.setdefault(bisect_right(starts, marks[number].place) - 1, []).append(number)
    for at, numbers in under.items():
        # Entries that tell of more than one day under one date tell no day at all.
        if at >= 0 and _runs_one_way([clocks[number] for number in numbers]):
            for number in numbers:
                found[number] = _joined(days[at][1], clocks[number], marks[number].words)
    return found


def runs_back(marks: list[Mark]) -> bool:
    """Whether the times of day go backwards, as those of a live blog do and those of a programme do not."""
    clocks = [clock for mark in marks if (clock := clock_of(mark.words))]
    return len(clocks) > 1 and clocks[0] > clocks[-1] and _runs_one_way(clocks)


def _joined(day: dt.date, clock: dt.time, words: str) -> When | None:
    match = _CLOCK.fullmatch(words)
    zone = match["zone"] if match is not None and match["zone"] else ""
    stated = f"{day.isoformat()} {clock.isoformat('minutes')}"
    when = (parse_date(f"{stated} {zone}") if zone else None) or parse_date(stated)
    return evolve(when, raw=words) if when else None


def _runs_one_way(clocks: list[dt.time]) -> bool:
    return all(a <= b for a, b in pairwise(clocks)) or all(a >= b for a, b in pairwise(clocks))


def _days(page: Page, first: int, last: int, draft: Draft) -> list[tuple[int, dt.date]]:
    """The days that stand in lines of their own, with their places; before them the day of the article."""
    language = next(iter(draft.facts.meta.get("html:lang", ())), None)
    days = [(-1, day)] if (day := _stated_day(draft)) else []
    for place, line in enumerate(page.lines[max(0, first - ABOVE) : last + 1], max(0, first - ABOVE)):
        if line.size <= LONGEST_DAY and (day := _day_of(line, language)):
            days.append((place, day))
    return days


def _day_of(line: Line, language: str | None) -> dt.date | None:
    when = parse_date(line.text, language=language) if any(map(str.isdigit, line.text)) else None
    return when.latest if when and when.earliest == when.latest and when.at is None else None


def _stated_day(draft: Draft) -> dt.date | None:
    """The day of the article, where it was published and last changed on one."""
    stated = [
        plain_text(draft.facts.node.get(name)) or next(iter(draft.facts.meta.get(f"meta:article:{key}", ())), None)
        for name, key in (("datePublished", "published_time"), ("dateModified", "modified_time"))
    ]
    days = {(when.earliest, when.latest) for words in stated if words and (when := parse_date(words))}
    if not stated[0] or len(days) != 1:
        return None
    ((first, last),) = days
    return last if first == last else None
