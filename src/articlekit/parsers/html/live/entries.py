"""Live blogs: which lines belong to which entry, and when it was written."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from attrs import Factory, define, frozen

from articlekit.dates import parse_date
from articlekit.models import When
from articlekit.parsers.draft import Draft
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import BREAK, Box, Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.live.clock_lines import (
    Mark,
    clock_lines,
    may_be_a_price,
    runs_back,
    signed_lines,
    times_of,
)
from articlekit.parsers.web.schema_org import node_types, plain_text, property_values

FEWEST = 3
"""Entries that make a live blog; two where the page says that it is one."""
STEPS = 8
"""Boxes around a time in which its entry is looked for."""
BESIDE = 12
"""Characters that may stand beside a time in a line that tells nothing else."""
BEGINNING = 60
"""Characters at the beginning of an entry by which it is recognised."""
ABOVE = 3
"""Lines above the story in which its first time may stand."""

_ENTRIES = frozenset("article section div li".split())
_LIVE = frozenset("live liveblog ticker liveticker timeline".split())
"""Words that mark a live blog."""
_ENTRY = _LIVE | frozenset("post posts update updates entry entries".split())
"""Words that mark an entry of one."""


@define
class Times:
    """The times of a live blog's lines."""

    of: dict[int, When] = Factory(dict)
    """The time of each line, by the ``id`` of the line."""
    stamps: set[int] = Factory(set)
    """The lines that show nothing but the time of their entry, and who wrote it, by ``id``."""

    def tell(self, line: Line) -> bool:
        """Whether ``line`` stands in an entry whose time is known, or tells that time."""
        return id(line) in self.of or id(line) in self.stamps


@frozen
class _Entry:
    box: Box
    """The box around it; where entries stand in one box, that one."""
    start: int
    """The number of its box; where entries stand in one box, the place of its time."""
    marks: list[Mark]


@frozen
class _Blog:
    entries: list[_Entry]
    in_boxes: bool
    """Whether each entry has a box of its own."""


def read_times(page: Page, story: list[Line], draft: Draft) -> Times:
    """The times of the lines of ``story``; empty where the page is no live blog."""
    times = Times()
    is_stated = "liveblogposting" in node_types(draft.facts.node)
    marks = _marks(page, story)
    blog = _blog(page, story, marks, 2 if is_stated else FEWEST)
    whens = times_of([entry.marks[0] for entry in blog.entries], page, draft) if blog.entries else []
    if blog.entries and not (_is_in_order(blog, whens) and (is_stated or _looks_live(blog, dated=any(whens)))):
        return times
    starts = [entry.start for entry in blog.entries]
    for line in story:
        at = bisect_right(starts, line.box.number if blog.in_boxes else page.places[id(line)]) - 1
        if at >= 0 and blog.entries[at].box.holds(line.box) and (when := whens[at]):
            times.of[id(line)] = when
    shown = {id(one) for entry in blog.entries for mark in entry.marks if (one := _alone(page, entry.box, mark))}
    times.stamps = shown | {id(one) for mark in marks if (one := _signed(page, blog, mark))}
    if is_stated and not blog.entries:
        times.of = dict(_stated(story, draft))
    return times


def _marks(page: Page, story: list[Line]) -> list[Mark]:
    """The times on the page that an entry can begin with, in page order."""
    if not story:
        return []
    stamps = [
        Mark(stamp.box, stamp.place, stamp.size, stamp.datetime.strip(), element=True)
        for stamp in page.stamps
        if stamp.datetime
    ]
    timed = {mark.place for mark in stamps}
    bare = {stamp.place for stamp in page.stamps if not stamp.datetime}
    first = max(0, page.places[id(story[0])] - ABOVE)
    clocks = [
        Mark(mark.box, mark.place, mark.size, mark.words, element=mark.place in bare)
        for mark in clock_lines(page, first, page.places[id(story[-1])])
        if mark.place not in timed
    ]
    signed = signed_lines(page, first, page.places[id(story[-1])])
    return sorted([*stamps, *clocks, *signed], key=lambda mark: mark.place)


def _blog(page: Page, story: list[Line], marks: list[Mark], fewest: int) -> _Blog:
    """The entries that begin with ``marks``: boxes of one kind beside each other, or what stands between two times in one box."""
    if len(marks) < fewest:
        return _Blog([], in_boxes=True)
    # An entry may be a heading over a picture or a post.
    boxed = _in_boxes(sorted(line.box.number for line in story if line.weight or line.box.tag in HEADINGS), marks)
    if len(boxed) >= fewest:
        return _Blog(boxed, in_boxes=True)
    telling = [(page.places[id(line)], line.box.number) for line in story if line.weight]
    row = _in_a_row(telling, marks)
    return _Blog(row if len(row) >= fewest else [], in_boxes=False)


def _in_boxes(told: list[int], marks: list[Mark]) -> list[_Entry]:
    """The largest row of sibling boxes that each hold a time and a part of the story."""
    makes: dict[tuple[str, int], dict[int, list[Mark]]] = defaultdict(dict)
    boxes: dict[int, Box] = {}
    for mark in marks:
        for box in _candidates(mark.box):
            at = bisect_right(told, box.last)
            if box.parent is not None and at and told[at - 1] >= box.number:
                boxes[box.number] = box
                makes[box.tag, box.parent.number].setdefault(box.number, []).append(mark)
    largest = max(makes.values(), key=len, default={})
    return [_Entry(boxes[number], number, inside) for number, inside in sorted(largest.items())]


def _in_a_row(told: list[tuple[int, int]], marks: list[Mark]) -> list[_Entry]:
    """The times in lines of their own with a part of the story behind each, all in one box; the box with the most of them."""
    numbers = sorted(number for _, number in told)
    standing = [place for place, _ in told]
    telling = set(standing)
    alone = [mark for mark in marks if mark.place not in telling]
    rows: dict[int, list[_Entry]] = defaultdict(list)
    for number, mark in enumerate(alone):
        box = next((box for box in islice(mark.box.around(), STEPS) if _holds_any(box, numbers)), None)
        at = bisect_right(standing, mark.place)
        is_told = number + 1 == len(alone) or (at < len(standing) and standing[at] < alone[number + 1].place)
        if box is not None and at < len(standing) and is_told:
            rows[box.number].append(_Entry(box, mark.place, [mark]))
    return max(rows.values(), key=len, default=[])


def _holds_any(box: Box, numbers: list[int]) -> bool:
    at = bisect_right(numbers, box.last)
    return at > 0 and numbers[at - 1] >= box.number


def _candidates(box: Box) -> Iterator[Box]:
    """The boxes around a time that may be its entry."""
    around: Box | None = box
    for _ in range(STEPS):
        if around is None:
            return
        if around.tag in _ENTRIES:
            yield around
        around = around.parent


def _looks_live(blog: _Blog, *, dated: bool) -> bool:
    """Whether entries are a live blog's, and not a programme's or a price list's, whose numbers are a part of the text.

    ``dated`` says that their day is known, so that nothing is lost where a time leaves the text.
    """
    box = blog.entries[0].box
    marks = [entry.marks[0] for entry in blog.entries]
    around = box.parent if blog.in_boxes else box
    named = (blog.in_boxes and name_words(box) & _ENTRY) or (around is not None and name_words(around) & _LIVE)
    if named or all(mark.element for mark in marks):
        return True
    return (dated or runs_back(marks)) and not any(map(may_be_a_price, marks))


def _is_in_order(blog: _Blog, whens: list[When | None]) -> bool:
    """Whether the times run one way, as far as they have to: those of other stories stand in apparatus or in the same box."""
    if blog.in_boxes and not any(entry.marks[0].box.out for entry in blog.entries):
        return True
    values = [(when.earliest, when.value) for when in whens if when]
    return values in (sorted(values), sorted(values, reverse=True))


def _signed(page: Page, blog: _Blog, mark: Mark) -> Line | None:
    """The line of a mark that says who wrote an entry and when, also of one in which nothing else is told."""
    around = blog.entries[0].box.parent if blog.entries else None
    if around is None or not around.holds(mark.box):
        return None
    line = page.lines[mark.place] if mark.place < len(page.lines) else None
    return line if line is not None and not mark.element and BREAK in line.parts else None


def _alone(page: Page, entry: Box, mark: Mark) -> Line | None:
    """The line of a time that tells nothing else, and is no heading."""
    line = page.lines[mark.place] if mark.size and mark.place < len(page.lines) else None
    if line is None or not entry.holds(line.box) or line.box.tag in HEADINGS:
        return None
    return line if line.size <= mark.size + BESIDE else None


def _stated(story: list[Line], draft: Draft) -> Iterator[tuple[int, When]]:
    """The time of each line from the first entry on that the structured data tells."""
    begins: dict[str, When] = {}
    for entry in property_values(draft.facts.node, "liveBlogUpdate"):
        if isinstance(entry, dict) and (date := plain_text(entry.get("datePublished"))) and (when := parse_date(date)):
            for key in ("headline", "articleBody"):
                if words := plain_text(entry.get(key)):
                    begins.setdefault(words[:BEGINNING], when)
    now: When | None = None
    for line in story:
        now = begins.get(line.text[:BEGINNING], now)
        if now is not None:
            yield id(line), now
