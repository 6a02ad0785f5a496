"""Times that a page marks as such: those of the lines beside its headline, and the first that can be its own."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import DraftBlock, DraftLink, DraftTime
from articlekit.parsers.html.blocks.lines_to_blocks import read_words
from articlekit.parsers.html.boilerplate.comments_and_teasers import is_elsewhere, is_others, is_teaser
from articlekit.parsers.html.dom.class_names import split_names
from articlekit.parsers.html.dom.model import Line, Page, Stamp
from articlekit.parsers.html.live.entries import Times
from articlekit.parsers.lines.date_labels import (
    ends_in_change_label,
    ends_in_other_label,
    find_date_label,
    is_date_in_sentence,
)

MARKED = 6
"""Times in one line that are read."""
MOST = 100
"""Times of a page among which those are looked for that can be its own."""
BEFORE = 6
"""Parts of a line before a time in which its label is looked for, and behind it in which a sentence ends."""


def stated_times(page: Page, times: Times, titles: str) -> Iterator[str]:
    """The times that stand in no link, list, sentence or sidebar and beside no teaser, where no label calls them changes.

    Those in the entries of a live blog, whose ``times`` they are, are left out.
    """
    for stamp in page.stamps[:MOST]:
        if stamp.end > stamp.begin and not times.tell(page.lines[stamp.place]) and _is_of_page(page, stamp, titles):
            line = page.lines[stamp.place]
            words = read_words(line.parts[stamp.begin : stamp.end]).text
            label = find_date_label(words)
            before = read_words(line.parts[max(0, stamp.begin - BEFORE) : stamp.begin]).text
            behind = read_words(line.parts[stamp.end : stamp.end + BEFORE]).text
            if (
                not ends_in_change_label(f"{before} ")
                and not ends_in_other_label(before)
                and not is_date_in_sentence(before, behind)
                and not (label and label.kind == "modified")
            ):
                yield stamp.datetime or words


def _is_of_page(page: Page, stamp: Stamp, titles: str) -> bool:
    """Whether a time stands where the page's own can stand. A headline may lead to the page itself."""
    line = page.lines[stamp.place]
    if (line.box.tag != "h1" and 2 * line.linked > line.size) or is_others(line):
        return False
    return not is_elsewhere(line) and not is_teaser(page.lines, stamp.place, titles)


def read_times(page: Page, lines: list[Line], blocks: tuple[DraftBlock, ...]) -> None:
    """Fill ``times`` of the blocks that ``lines`` were read as; two times without a word between them are parted."""
    shown: dict[int, list[Stamp]] = {}
    for stamp in page.stamps:
        if stamp.end > stamp.begin:
            shown.setdefault(id(page.lines[stamp.place]), []).append(stamp)
    for line, block in zip(lines, blocks, strict=True) if shown else ():
        for stamp in shown.get(id(line), ())[:MARKED]:
            _read_time(line, stamp, block)


def _read_time(line: Line, stamp: Stamp, block: DraftBlock) -> None:
    words = read_words(line.parts[stamp.begin : stamp.end]).text
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
    time = DraftTime(start, start + len(words), stamp.datetime, split_names(stamp.names))
    block.times = (*block.times, time)
