"""Live blogs: which lines belong to which entry, and when it was written."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from attrs import Factory, define, frozen

from articlekit.dates import parse_date
from articlekit.models import When
from articlekit.parsers.conventions.structured import types_of, values_of, words_of
from articlekit.parsers.draft import Draft
from articlekit.parsers.html.tree import Box, Line, Page, Stamp

FEWEST = 3
"""Entries that make a live blog; two where the page says that it is one."""
STEPS = 8
"""Boxes around a time in which its entry is looked for."""
BESIDE = 12
"""Characters that may stand beside a time in a line that tells nothing else."""
BEGINNING = 60
"""Characters at the beginning of an entry by which it is recognised."""

_ENTRIES = frozenset("article section div li".split())


@define
class Times:
    """The times of a live blog's lines."""

    of: dict[int, When] = Factory(dict)
    """The time of each line, by the ``id`` of the line."""
    stamps: set[int] = Factory(set)
    """The lines that show nothing but the time of their entry, by ``id``."""


@frozen
class _Entry:
    box: Box
    when: When
    stamps: list[Stamp]


def read_times(page: Page, story: list[Line], draft: Draft) -> Times:
    """The times of the lines of ``story``; empty where the page is no live blog."""
    times = Times()
    is_stated = "liveblogposting" in types_of(draft.node)
    entries = _entries(page, story, 2 if is_stated else FEWEST)
    starts = [entry.box.number for entry in entries]
    for line in story:
        at = bisect_right(starts, line.box.number) - 1
        if at >= 0 and entries[at].box.holds(line.box):
            times.of[id(line)] = entries[at].when
    for entry in entries:
        for stamp in entry.stamps:
            for shown in page.lines[stamp.place : stamp.place + 1]:
                if entry.box.holds(shown.box) and shown.size <= stamp.size + BESIDE:
                    times.stamps.add(id(shown))
    if is_stated and not entries:
        times.of = dict(_stated(story, draft))
    return times


def _entries(page: Page, story: list[Line], fewest: int) -> list[_Entry]:
    """Sibling boxes that each hold a time and a part of the story, in page order."""
    stamps = [stamp for stamp in page.stamps if stamp.datetime and not stamp.box.out]
    if len(stamps) < fewest:
        return []
    told = sorted(line.box.number for line in story if line.weight)
    makes: dict[tuple[str, int], dict[int, list[Stamp]]] = defaultdict(dict)
    boxes: dict[int, Box] = {}
    for stamp in stamps:
        for box in _candidates(stamp.box):
            at = bisect_right(told, box.last)
            if box.parent is not None and at and told[at - 1] >= box.number:
                boxes[box.number] = box
                makes[box.tag, box.parent.number].setdefault(box.number, []).append(stamp)
    largest = max(makes.values(), key=len, default={})
    if len(largest) < fewest:
        return []
    read = ((boxes[number], _when(inside), inside) for number, inside in sorted(largest.items()))
    return [_Entry(box, when, inside) for box, when, inside in read if when is not None]


def _candidates(box: Box) -> Iterator[Box]:
    """The boxes around a time that may be its entry."""
    around: Box | None = box
    for _ in range(STEPS):
        if around is None:
            return
        if around.tag in _ENTRIES:
            yield around
        around = around.parent


def _when(stamps: list[Stamp]) -> When | None:
    return next((when for stamp in stamps if (when := parse_date(stamp.datetime.strip()))), None)


def _stated(story: list[Line], draft: Draft) -> Iterator[tuple[int, When]]:
    """The time of each line from the first entry on that the structured data tells."""
    begins: dict[str, When] = {}
    for entry in values_of(draft.node, "liveBlogUpdate"):
        if isinstance(entry, dict) and (date := words_of(entry.get("datePublished"))) and (when := parse_date(date)):
            for key in ("headline", "articleBody"):
                if words := words_of(entry.get(key)):
                    begins.setdefault(words[:BEGINNING], when)
    now: When | None = None
    for line in story:
        now = begins.get(line.text[:BEGINNING], now)
        if now is not None:
            yield id(line), now
