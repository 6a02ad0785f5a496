"""Entries of a live blog: which lines belong to which entry, and when it was written."""

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
from articlekit.parsers.html.dom.model import BREAK, Element, Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.live.clock_lines import (
    EntryTime,
    clock_lines,
    dates_of,
    may_be_price,
    runs_backwards,
    signed_lines,
)
from articlekit.parsers.web.schema_org import node_types, plain_text, property_values

MIN_ENTRIES, MIN_DECLARED_ENTRIES = 3, 2
"""Entries of a live blog; the second if the metadata says that the page is one."""
NEAR_ANCESTORS = 8
"""Ancestors of a time, its own element included, among which its entry is looked for."""
MAX_CHARS_BESIDE_TIME = 12
"""Characters next to a time in a line that says nothing else."""
COMPARED_CHARS = 60
"""Characters at the beginning of an entry by which the metadata of the entry is found."""
MAX_LINES_ABOVE = 3
"""Lines above the story in which the time of its first entry may be."""

_ENTRY_TAGS = frozenset("article section div li".split())
_LIVE_WORDS = frozenset("live liveblog ticker liveticker timeline".split())
"""Words in the name of a live blog."""
_ENTRY_WORDS = _LIVE_WORDS | frozenset("post posts update updates entry entries".split())
"""Words in the name of an entry."""


@define
class EntryTimes:
    """The times of the entries of a live blog; empty for any other page."""

    of: dict[Line, When] = Factory(dict)
    """The time of the entry that each line belongs to."""
    time_lines: set[Line] = Factory(set)
    """The lines that hold only the time of their entry and its author."""

    def concerns(self, line: Line) -> bool:
        """True if ``line`` belongs to an entry whose time is known, or holds this time."""
        return line in self.of or line in self.time_lines


@frozen
class _Entry:
    element: Element
    """The element around it; if the entries share one element, that one."""
    start: int
    """The index of its element; if the entries share one element, the index of the line with its time."""
    times: list[EntryTime]


@frozen
class _Blog:
    entries: list[_Entry]
    in_elements: bool
    """True if each entry has an element of its own."""


def read_entry_times(page: Page, story: list[Line], draft: Draft) -> EntryTimes:
    """Return the times of the lines of ``story``; empty if the page is not a live blog."""
    found = EntryTimes()
    is_declared = "liveblogposting" in node_types(draft.facts.node)
    times = _times(page, story)
    blog = _blog(page, story, times, MIN_DECLARED_ENTRIES if is_declared else MIN_ENTRIES)
    whens = dates_of([entry.times[0] for entry in blog.entries], page, draft) if blog.entries else []
    if blog.entries and not (_is_in_order(blog, whens) and (is_declared or _looks_live(blog, dated=any(whens)))):
        return found
    starts = [entry.start for entry in blog.entries]
    for line in story:
        at = bisect_right(starts, line.element.index if blog.in_elements else page.index_of(line)) - 1
        if at >= 0 and blog.entries[at].element.contains(line.element) and (when := whens[at]):
            found.of[line] = when
    alone = (_line_of_time(page, entry.element, time) for entry in blog.entries for time in entry.times)
    signed = (_signed_line(page, blog, time) for time in times)
    found.time_lines = {time_line for time_line in (*alone, *signed) if time_line is not None}
    if is_declared and not blog.entries:
        found.of = dict(_from_metadata(story, draft))
    return found


def _times(page: Page, story: list[Line]) -> list[EntryTime]:
    """Return the times on the page that an entry can begin with, in page order."""
    if not story:
        return []
    marked = [
        EntryTime(time.element, time.line_index, time.chars, time.datetime.strip(), is_marked=True)
        for time in page.time_elements
        if time.datetime
    ]
    marked_lines = {time.line_index for time in marked}
    without_datetime = {time.line_index for time in page.time_elements if not time.datetime}
    first = max(0, page.index_of(story[0]) - MAX_LINES_ABOVE)
    last = page.index_of(story[-1])
    clocks = [
        EntryTime(time.element, time.line_index, time.chars, time.words, is_marked=time.line_index in without_datetime)
        for time in clock_lines(page, first, last)
        if time.line_index not in marked_lines
    ]
    return sorted([*marked, *clocks, *signed_lines(page, first, last)], key=lambda time: time.line_index)


def _blog(page: Page, story: list[Line], times: list[EntryTime], fewest: int) -> _Blog:
    """Return the entries that begin with ``times``: sibling elements, or what is between two times in one element."""
    if len(times) < fewest:
        return _Blog([], in_elements=True)
    # An entry may be a heading over an image or a post.
    content = sorted(line.element.index for line in story if line.prose_chars or line.element.tag in HEADINGS)
    siblings = _sibling_entries(content, times)
    if len(siblings) >= fewest:
        return _Blog(siblings, in_elements=True)
    prose = [(page.index_of(line), line.element.index) for line in story if line.prose_chars]
    entries = _entries_in_one_element(prose, times)
    return _Blog(entries if len(entries) >= fewest else [], in_elements=False)


def _sibling_entries(content: list[int], times: list[EntryTime]) -> list[_Entry]:
    """Return the largest row of sibling elements that each hold a time and one of the elements with the indexes ``content``."""
    rows: dict[tuple[str, Element], dict[Element, list[EntryTime]]] = defaultdict(dict)
    for time in times:
        for element in islice(time.element.self_and_ancestors(), NEAR_ANCESTORS):
            parent = element.parent
            if element.tag in _ENTRY_TAGS and parent is not None and _holds_any(element, content):
                rows[element.tag, parent].setdefault(element, []).append(time)
    largest = max(rows.values(), key=len, default={})
    entries = [_Entry(element, element.index, inside) for element, inside in largest.items()]
    return sorted(entries, key=lambda entry: entry.start)


def _entries_in_one_element(prose: list[tuple[int, int]], times: list[EntryTime]) -> list[_Entry]:
    """Return the times in lines of their own with running text after each, all in the element that holds the most of them.

    ``prose`` holds for each line of running text its own index and the index of its element.
    """
    element_indexes = sorted(index for _, index in prose)
    line_indexes = [index for index, _ in prose]
    prose_lines = set(line_indexes)
    alone = [time for time in times if time.line_index not in prose_lines]
    rows: dict[Element, list[_Entry]] = defaultdict(list)
    for count, time in enumerate(alone):
        ancestors = islice(time.element.self_and_ancestors(), NEAR_ANCESTORS)
        element = next((one for one in ancestors if _holds_any(one, element_indexes)), None)
        at = bisect_right(line_indexes, time.line_index)
        has_prose = at < len(line_indexes)
        is_last = count + 1 == len(alone)
        if element is not None and has_prose and (is_last or line_indexes[at] < alone[count + 1].line_index):
            rows[element].append(_Entry(element, time.line_index, [time]))
    return max(rows.values(), key=len, default=[])


def _holds_any(element: Element, indexes: list[int]) -> bool:
    """True if ``element`` is or contains one of the elements with these sorted indexes."""
    at = bisect_right(indexes, element.last_index)
    return at > 0 and indexes[at - 1] >= element.index


def _looks_live(blog: _Blog, *, dated: bool) -> bool:
    """True if entries are those of a live blog, not of a programme or a price list, whose numbers are a part of the text.

    ``dated`` says that their day is known, so that nothing is lost if a time leaves the text.
    """
    element = blog.entries[0].element
    times = [entry.times[0] for entry in blog.entries]
    container = element.parent if blog.in_elements else element
    if blog.in_elements and name_words(element) & _ENTRY_WORDS:
        return True
    if container is not None and name_words(container) & _LIVE_WORDS:
        return True
    if all(time.is_marked for time in times):
        return True
    return (dated or runs_backwards(times)) and not any(map(may_be_price, times))


def _is_in_order(blog: _Blog, whens: list[When | None]) -> bool:
    """True if the times run one way. They have to only in excluded elements or in one element: those may be other stories."""
    if blog.in_elements and not any(entry.times[0].element.excluded for entry in blog.entries):
        return True
    values = [(when.earliest, when.value) for when in whens if when]
    return values in (sorted(values), sorted(values, reverse=True))


def _signed_line(page: Page, blog: _Blog, time: EntryTime) -> Line | None:
    """Return the line of a time if it names the author of an entry and the date, even of an entry without other text."""
    container = blog.entries[0].element.parent if blog.entries else None
    if container is None or not container.contains(time.element):
        return None
    line = page.lines[time.line_index] if time.line_index < len(page.lines) else None
    return line if line is not None and not time.is_marked and BREAK in line.parts else None


def _line_of_time(page: Page, entry: Element, time: EntryTime) -> Line | None:
    """Return the line of a time if it says nothing else and is not a heading."""
    line = page.lines[time.line_index] if time.chars and time.line_index < len(page.lines) else None
    if line is None or not entry.contains(line.element) or line.element.tag in HEADINGS:
        return None
    return line if line.chars <= time.chars + MAX_CHARS_BESIDE_TIME else None


def _from_metadata(story: list[Line], draft: Draft) -> Iterator[tuple[Line, When]]:
    """Yield each line from the first entry on that is in the metadata, with the time of its entry there."""
    beginnings: dict[str, When] = {}
    for entry in property_values(draft.facts.node, "liveBlogUpdate"):
        if isinstance(entry, dict) and (date := plain_text(entry.get("datePublished"))) and (when := parse_date(date)):
            for key in ("headline", "articleBody"):
                if words := plain_text(entry.get(key)):
                    beginnings.setdefault(words[:COMPARED_CHARS], when)
    current: When | None = None
    for line in story:
        current = beginnings.get(line.text[:COMPARED_CHARS], current)
        if current is not None:
            yield line, current
