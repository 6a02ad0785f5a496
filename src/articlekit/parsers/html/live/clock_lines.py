"""Clock lines: lines that hold only a time of day, and the days that these times belong to."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from itertools import pairwise

from attrs import evolve, frozen

from articlekit.dates import parse_date
from articlekit.models import When
from articlekit.parsers.draft import Draft
from articlekit.parsers.html.blocks.lines_to_blocks import read_parts
from articlekit.parsers.html.dom.model import BREAK, Element, Line, Page
from articlekit.parsers.html.dom.tags import CELLS
from articlekit.parsers.web.schema_org import plain_text

MAX_CLOCK_CHARS = 24
"""Characters of a line that holds only a time of day."""
MAX_SIGNATURE_CHARS = 80
"""Characters of a line that holds only the author of an entry and its date."""
MAX_DAY_CHARS = 40
"""Characters of a line that holds only a day."""
MAX_LINES_ABOVE = 12
"""Lines above the first time of day in which its day is looked for."""

_CLOCK = re.compile(
    r"(?:(?:at|um|kl\.?|alle|ore|às|à)\s)?(?P<hour>[01]?\d|2[0-3])"
    r"(?:\s?[:.h時시]\s?(?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?=\D|\Z)|(?=\s?[ap]\.?m))"
    r"\s?(?P<half>[ap])?(?:\.?m\.?)?\s?(?:uhr|hrs?|h|分|분)?\s?(?P<zone>[A-Z]{2,4})?",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\d{1,2}\.\d\d")


@frozen
class EntryTime:
    """A time that can begin an entry of a live blog."""

    element: Element
    """The innermost block element around it."""
    line_index: int
    """The index of its line on the page."""
    chars: int
    """The number of characters of the line that it holds."""
    words: str
    """Its text: a date with its time, or a time of day."""
    is_marked: bool
    """True if the page marks it as a time."""


def clock_lines(page: Page, first: int, last: int) -> list[EntryTime]:
    """Return the lines from index ``first`` to ``last`` that hold only a time of day, table cells left out."""
    return [
        EntryTime(line.element, index, line.chars, line.text, is_marked=False)
        for index, line in enumerate(page.lines[first : last + 1], first)
        if line.chars <= MAX_CLOCK_CHARS and line.element.tag not in CELLS and _CLOCK.fullmatch(line.text)
    ]


def signed_lines(page: Page, first: int, last: int) -> list[EntryTime]:
    """Return the short lines from index ``first`` to ``last`` that hold the author of an entry and its date side by side."""
    return [
        EntryTime(line.element, index, line.chars, words, is_marked=False)
        for index, line in enumerate(page.lines[first : last + 1], first)
        if line.chars <= MAX_SIGNATURE_CHARS and BREAK in line.parts and (words := _date_in(line))
    ]


def _date_in(line: Line) -> str | None:
    """Return the part of a line that is a date with a time, or None if another part holds a digit too."""
    parts = [part for part in read_parts(line.parts).text.splitlines() if part]
    with_digits = [part for part in parts if any(map(str.isdigit, part))]
    if len(with_digits) != 1 or len(parts) == 1:
        return None
    when = parse_date(with_digits[0])
    return with_digits[0] if when is not None and when.at is not None else None


def may_be_price(time: EntryTime) -> bool:
    """True if an unmarked time of day could also be a price."""
    return not time.is_marked and _PRICE.fullmatch(time.words) is not None


def clock_of(words: str) -> dt.time | None:
    """Return the time of day that ``words`` are, or None if they are not one.

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


def dates_of(times: list[EntryTime], page: Page, draft: Draft) -> list[When | None]:
    """Return the date and time of each of ``times``, or None for a time of day whose day is not known."""
    dates = [parse_date(time.words) for time in times]
    clocks = {count: clock for count, time in enumerate(times) if (clock := clock_of(time.words))}
    if not clocks:
        return dates
    days = _days(page, times[0].line_index, times[-1].line_index, draft)
    starts = [index for index, _ in days]
    by_day: dict[int, list[int]] = {}
    for count in clocks:
        by_day.setdefault(bisect_right(starts, times[count].line_index) - 1, []).append(count)
    for day, counts in by_day.items():
        # If the times under one day run to and fro, they are of more days than one: no day is certain.
        if day >= 0 and _runs_one_way([clocks[count] for count in counts]):
            for count in counts:
                dates[count] = _joined(days[day][1], clocks[count], times[count].words)
    return dates


def runs_backwards(times: list[EntryTime]) -> bool:
    """True if the times of day run backwards, as those of a live blog do and those of a programme do not."""
    clocks = [clock for time in times if (clock := clock_of(time.words))]
    return len(clocks) > 1 and clocks[0] > clocks[-1] and _runs_one_way(clocks)


def _joined(day: dt.date, clock: dt.time, words: str) -> When | None:
    """Return a day with a time of day, in the zone that ``words`` name if they name one."""
    match = _CLOCK.fullmatch(words)
    zone = match["zone"] if match is not None and match["zone"] else ""
    date = f"{day.isoformat()} {clock.isoformat('minutes')}"
    when = (parse_date(f"{date} {zone}") if zone else None) or parse_date(date)
    return evolve(when, raw=words) if when else None


def _runs_one_way(clocks: list[dt.time]) -> bool:
    return all(a <= b for a, b in pairwise(clocks)) or all(a >= b for a, b in pairwise(clocks))


def _days(page: Page, first: int, last: int, draft: Draft) -> list[tuple[int, dt.date]]:
    """Return the days in lines of their own with the indexes of these lines; the day of the article comes first, with -1."""
    language = next(iter(draft.facts.meta.get("html:lang", ())), None)
    days = [(-1, day)] if (day := _article_day(draft)) else []
    top = max(0, first - MAX_LINES_ABOVE)
    for index, line in enumerate(page.lines[top : last + 1], top):
        if line.chars <= MAX_DAY_CHARS and (day := _day_of(line, language)):
            days.append((index, day))
    return days


def _day_of(line: Line, language: str | None) -> dt.date | None:
    when = parse_date(line.text, language=language) if any(map(str.isdigit, line.text)) else None
    return when.latest if when and when.earliest == when.latest and when.at is None else None


def _article_day(draft: Draft) -> dt.date | None:
    """Return the day of the article in its metadata, or None if it was not published and last changed on the same day."""
    dates = [
        plain_text(draft.facts.node.get(name)) or next(iter(draft.facts.meta.get(f"meta:article:{key}", ())), None)
        for name, key in (("datePublished", "published_time"), ("dateModified", "modified_time"))
    ]
    days = {(when.earliest, when.latest) for words in dates if words and (when := parse_date(words))}
    if not dates[0] or len(days) != 1:
        return None
    ((first, last),) = days
    return last if first == last else None
