"""``time`` elements: those in the lines around the story, and those that can be the time of the page itself."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import DraftBlock, DraftLink, DraftTime
from articlekit.parsers.html.blocks.lines_to_blocks import read_parts
from articlekit.parsers.html.boilerplate.teasers import is_beside_teaser, is_in_list_or_aside, is_quoted_or_by_others
from articlekit.parsers.html.dom.class_names import split_names
from articlekit.parsers.html.dom.model import Line, Page, TimeElement
from articlekit.parsers.html.live.entries import EntryTimes
from articlekit.parsers.lines.date_labels import (
    ends_in_change_label,
    ends_in_other_label,
    find_date_label,
    is_date_in_sentence,
)

MAX_TIMES_PER_LINE = 6
"""Times of a line that are read."""
MAX_TIME_ELEMENTS = 100
"""Times of a page among which its own is looked for. Bounds the time."""
MAX_LABEL_PARTS = 6
"""Parts of a line before a time in which its label is looked for, and after it in which a sentence may go on."""


def page_times(page: Page, entry_times: EntryTimes, titles: str) -> Iterator[str]:
    """Yield the times that can be when the page was published: its ``datetime``, else its text.

    Left out are times in links, lists, sentences and asides, next to teasers, in entries of a live blog, and times that a
    label calls a change. ``titles`` are the squeezed titles of the page.
    """
    for time in page.time_elements[:MAX_TIME_ELEMENTS]:
        if time.end_part <= time.first_part or entry_times.concerns(page.lines[time.line_index]):
            continue
        if _may_be_of_page(page, time, titles):
            parts = page.lines[time.line_index].parts
            words = read_parts(parts[time.first_part : time.end_part]).text
            label = find_date_label(words)
            before = read_parts(parts[max(0, time.first_part - MAX_LABEL_PARTS) : time.first_part]).text
            after = read_parts(parts[time.end_part : time.end_part + MAX_LABEL_PARTS]).text
            if (
                not ends_in_change_label(f"{before} ")
                and not ends_in_other_label(before)
                and not is_date_in_sentence(before, after)
                and not (label and label.kind == "modified")
            ):
                yield time.datetime or words


def _may_be_of_page(page: Page, time: TimeElement, titles: str) -> bool:
    """True if a time is where the time of the page can be. A headline may link to the page itself."""
    line = page.lines[time.line_index]
    if (line.element.tag != "h1" and line.is_mostly_linked) or is_quoted_or_by_others(line):
        return False
    return not is_in_list_or_aside(line) and not is_beside_teaser(page.lines, time.line_index, titles)


def add_times(page: Page, lines: list[Line], blocks: tuple[DraftBlock, ...]) -> None:
    """Fill ``times`` of the ``blocks`` that ``lines`` were read as. Two times that touch are separated by a line break."""
    times_by_line: dict[Line, list[TimeElement]] = {}
    for time in page.time_elements:
        if time.end_part > time.first_part:
            times_by_line.setdefault(page.lines[time.line_index], []).append(time)
    for line, block in zip(lines, blocks, strict=True) if times_by_line else ():
        for time in times_by_line.get(line, ())[:MAX_TIMES_PER_LINE]:
            _add_time(line, time, block)


def _add_time(line: Line, time: TimeElement, block: DraftBlock) -> None:
    """Add one time to a block, after the times that it has."""
    words = read_parts(line.parts[time.first_part : time.end_part]).text
    last = block.times[-1].end if block.times else 0
    start = block.text.find(words, last)
    if not words or start < 0:
        return
    if start == last > 0:
        start += 1
        block.text = f"{block.text[:last]}\n{block.text[last:]}"
        block.links = tuple(
            DraftLink(link.start + (link.start >= last), link.end + (link.end > last), link.href)
            for link in block.links
        )
    found = DraftTime(start, start + len(words), time.datetime, split_names(time.class_names))
    block.times = (*block.times, found)
