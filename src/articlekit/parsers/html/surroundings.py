"""What stands around the story: the headings over it, and the short lines beside its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, zip_longest

from articlekit.parsers.conventions.date_labels import find_label, is_changed_before
from articlekit.parsers.draft import Draft, DraftBlock, DraftLink, DraftTime
from articlekit.parsers.html.blocks import read_words
from articlekit.parsers.html.names import name_words, split_names
from articlekit.parsers.html.tags import HEADINGS
from articlekit.parsers.html.tree import BREAK, Line, Page, Stamp
from articlekit.parsers.prose import squeeze

ABOVE = 6
"""Lines above the headline that may tell who wrote the story, and when."""
BELOW = 24
"""Lines below the headline among which the story begins."""
INSIDE = 4
"""Lines of the story's beginning between which such lines may stand."""
WINDOW = 60
"""Lines around the headline that are kept."""
MARKED = 6
"""Times in one of these lines that are read."""
LABELLED = 50
"""Characters of a line with a date and its label."""
FAR = 120
"""Lines above the story among which its headline is looked for."""
NEAR = 6
"""Boxes around a line that are asked for their names."""
HEADLINE = 25
"""Characters of a heading that is a headline and no name."""
SHORT = 200
"""Characters of a line that can still be a byline or a date."""
LONGEST_HEADING = 400
"""Characters of a heading that can still be a headline."""
_ELSEWHERE = frozenset("aside li table".split())
"""Tags of boxes in which a time is about something else."""
_OTHERS = frozenset("comment comments reply replies disqus teaser teasers related recommended".split())
"""Words in the names of boxes with what readers wrote, and with other stories."""
_LABEL = re.compile(
    r"\s{0,40}(?:published|posted|first published|date published|publish date|updated|last (?:updated|modified))\b",
    re.IGNORECASE,
)


def read_surroundings(page: Page, story: list[Line], draft: Draft) -> None:
    """Fill ``draft.headings`` and ``draft.beside`` from the lines of ``page`` around those of its ``story``."""
    lines = page.lines
    told = [line for line in story if line.box.tag != "h1"]
    first = lines.index(told[0]) if told else min(len(lines), BELOW)
    draft.headings = tuple(map(_read, _headings(lines[max(0, first - FAR) : first + INSIDE])))
    title = _title(lines, first)
    bottom = max(first, title) + BELOW
    if told:
        bottom = min(bottom, lines.index(told[INSIDE]) if len(told) > INSIDE else lines.index(told[-1]) + 1)
    prose = next((lines.index(line) for line in told if line.weight), bottom)
    below = range(max(prose, title) + 1, bottom)
    bottom = next((place for place in below if lines[place].box.tag in HEADINGS), bottom)
    beside: list[Line] = []
    standing = {id(line) for line in story if line.weight}
    top = max(0, title - ABOVE)
    titles = " ".join(
        squeeze(words) for key in ("html:title", "meta:og:title") for words in draft.meta.get(key, ())[:1]
    )
    for place, line in enumerate(lines[top:bottom][:WINDOW], top):
        short = line.size <= SHORT and id(line) not in standing and not _is_others(line)
        if line.box.tag in ("h1", "h2") or (short and not _is_teaser(lines, place, titles)):
            beside.append(line)
    draft.beside = tuple(map(_read, beside))
    _read_times(page, beside, draft.beside)
    if times := tuple(islice(_stated_times(page, titles), MARKED)):
        draft.meta["time:datetime"] = times
    draft.labelled = tuple(_labelled(lines))


def _is_others(line: Line) -> bool:
    """Whether a line is somebody else's: in a quotation, or among what readers wrote."""
    near = tuple(islice(line.box.around(), NEAR))
    return any(box.tag == "blockquote" for box in near[:3]) or any(
        not _OTHERS.isdisjoint(name_words(box)) for box in near
    )


def _is_teaser(lines: list[Line], place: int, titles: str) -> bool:
    """Whether the line at ``place`` stands beside a headline that leads to another story than the one of ``titles``."""
    near = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    headings = (line for line in near if line.box.tag in HEADINGS and line.box.tag != "h1" and line.size >= HEADLINE)
    linked = (line for line in headings if line.linked >= 0.9 * line.size)
    return any(squeeze(line.text) not in titles for line in linked)


def _stated_times(page: Page, titles: str) -> Iterator[str]:
    """The times that stand in no link, list or sidebar and beside no teaser, where no label calls them changes."""
    for stamp in page.stamps:
        if not 0 < stamp.end > stamp.begin:
            continue
        line = page.lines[stamp.place]
        before, words = (
            read_words(parts).text for parts in (line.parts[: stamp.begin], line.parts[stamp.begin : stamp.end])
        )
        label = find_label(words)
        if is_changed_before(f"{before} ") or (label and label.kind == "modified"):
            continue
        if any(box.tag in _ELSEWHERE for box in islice(line.box.around(), NEAR)) or (
            line.box.tag != "h1" and 2 * line.linked > line.size
        ):
            continue
        if not _is_others(line) and not _is_teaser(page.lines, stamp.place, titles):
            yield stamp.datetime or words


def _read_times(page: Page, lines: list[Line], blocks: tuple[DraftBlock, ...]) -> None:
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


def _title(lines: list[Line], first: int) -> int:
    """Where the headline over the story's ``first`` line most likely stands."""
    above = range(first - 1, max(-1, first - FAR), -1)
    headings = [place for place in above if lines[place].box.tag in ("h1", "h2")]
    near = (place for place in headings if lines[place].box.tag == "h1" and first - place < WINDOW)
    return next(near, headings[0] if headings else first)


def _labelled(lines: list[Line]) -> Iterator[str]:
    """The short lines anywhere on the page that begin with ``Published`` or ``Updated``, with the line after them."""
    for line, after in zip_longest(lines, lines[1:]):
        words = line.parts[0] if line.size <= LABELLED else ""
        if isinstance(words, str) and _LABEL.match(words):
            yield f"{line.text}\n{after.text}" if after and after.size <= LABELLED else line.text


def _headings(lines: list[Line]) -> Iterator[Line]:
    """The headings that lead nowhere."""
    for line in lines:
        if line.box.tag in ("h1", "h2", "h3") and line.linked <= 0.5 * line.size and line.size <= LONGEST_HEADING:
            yield line


def _read(line: Line) -> DraftBlock:
    """The line as a block; only whether it is a heading or an item of a list is told of its place."""
    plain = not line.linked and BREAK not in line.parts
    block = DraftBlock("paragraph", line.text) if plain else read_words(line.parts)
    if level := HEADINGS.get(line.box.tag):
        block.kind, block.level = "heading", level
    elif line.box.tag == "li":
        block.kind, block.level = "list_item", 1
    return block
