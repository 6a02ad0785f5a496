"""Lines of a page → blocks of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from articlekit.parsers.draft import DraftBlock, DraftLink
from articlekit.parsers.html.blocks.tables import as_row, columns_of
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import BREAK, CITE, CITED, Box, Line, Mark, Page
from articlekit.parsers.html.dom.tags import HEADINGS, LISTS
from articlekit.parsers.lines.normalize import without_invisible
from articlekit.parsers.text_builder import TextBuilder, with_bare_addresses

DEEPEST = 20
"""Levels of block quotes and lists that are told apart."""
LONGEST_SIGNATURE = 160
"""Characters of a line that can still name the speaker of a quotation."""
NOTES = frozenset("correction corrections clarification editornote editorsnote editor editors".split())
"""Words in a class name that mark a note about the article; ``editor`` only where ``note`` stands beside it."""

_DASH = re.compile(r"[—–―-]")

_PLACED = frozenset(("blockquote", "cite", "dd", "pre", "td", "th", "tr", *LISTS))
"""Tags that make something of the lines in them."""

Parts = list[str | Mark]


@frozen
class Place:
    """What the boxes around a line make of it."""

    tag: str = ""
    """``blockquote``, ``list``, ``pre`` or ``cite``: the innermost that counts; empty: none does."""
    lists: int = 0
    """How many lists are around it."""
    quotations: int = 0
    """How many block quotes are around it."""
    note: bool = False
    """Whether it stands in a note about the article."""
    row: Box | None = None
    """The row of a table that it stands in. None: none."""
    cell: Box | None = None
    """The cell of that row."""


NOWHERE = Place()
"""The place of what stands in the page itself."""


class Places:
    """The places of the boxes of a page; each box is looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, Place] = {}

    def of(self, box: Box) -> Place:
        """The place of the lines that stand in ``box``."""
        known = self._known
        place = known.get(box.number)
        if place is not None:
            return place
        path = [box]
        around = box.parent
        while around is not None and around.number not in known:
            path.append(around)
            around = around.parent
        place = NOWHERE if around is None else known[around.number]
        for inner in reversed(path):
            place = known[inner.number] = _inside(inner, place)
        return place


def _inside(box: Box, around: Place) -> Place:
    """The place of what stands in ``box``, whose own place is ``around``."""
    tag, lists, quotations, row, cell = around.tag, around.lists, around.quotations, around.row, around.cell
    note = around.note or _is_note(box)
    if box.tag not in _PLACED:
        return around if note is around.note else Place(tag, lists, quotations, note, row, cell)
    if box.tag in LISTS:
        tag, lists = "list", lists + 1
    elif box.tag == "dd":
        # What a term means stands under the term, as a list in a list does.
        lists += bool(lists)
    elif box.tag == "tr":
        row, cell = box, None
    elif box.tag in ("td", "th"):
        cell = box
    else:
        tag = box.tag
        quotations = max(1, quotations) if tag == "cite" else quotations + (tag == "blockquote")
    return Place(tag, lists, quotations, note, row, cell)


def _is_note(box: Box) -> bool:
    """Whether the names of the box say that it holds a note about the article."""
    marks = name_words(box) & NOTES
    if not marks or box.tag == "body":
        return False
    return bool(marks - {"editor", "editors"}) or bool(name_words(box) & {"note", "notes"})


def place_blocks(lines: list[Line], page: Page) -> Iterator[tuple[Line, DraftBlock]]:
    """The blocks of ``lines``, each with the line that it begins with; the cells of a table's row are one."""
    places = Places()
    row: list[tuple[Line, Place]] = []
    for line in lines:
        place = places.of(line.box)
        if row and place.row is not row[0][1].row:
            yield from _row_blocks(row, page)
            row = []
        if place.row is not None:
            row.append((line, place))
        else:
            yield from ((line, block) for block in _blocks(line, place) if block.text)
    yield from _row_blocks(row, page)


def _row_blocks(row: list[tuple[Line, Place]], page: Page) -> Iterator[tuple[Line, DraftBlock]]:
    """One block for the cells of a row; a row that only lays out the page gives a block for each line."""
    cells: dict[int, list[DraftBlock]] = {}
    told = 0
    for line, place in row:
        cell = cells.setdefault(place.cell.number if place.cell else 0, [])
        cell.append(read_line(line))
        told += line.weight > 0
    largest = max(map(len, cells.values()), default=0)
    if len(cells) > 1 and (largest == 1 or (told < 2 and largest <= 3)):
        line, place = row[0]
        columns = cells if place.row is None or 0 in cells else columns_of(place.row, page)
        yield line, as_row([cells.get(number, []) for number in columns])
        return
    for line, place in row:
        yield from ((line, block) for block in _blocks(line, place) if block.text)


def _blocks(line: Line, place: Place) -> list[DraftBlock]:
    """The block of a line; two where a quotation and the name of its speaker stand in it."""
    if place.tag == "pre":
        return [_preformatted(line.parts)]
    if line.standfirst:
        block = read_line(line)
        block.kind = "standfirst"
        return [block]
    if line.box.tag in HEADINGS:
        block = read_line(line)
        block.kind, block.level = "heading", HEADINGS[line.box.tag]
        return [block]
    if place.quotations and (place.tag == "cite" or CITE in line.parts):
        return _signed(line, place)
    return [_placed(read_line(line), line, place)]


def _placed(block: DraftBlock, line: Line, place: Place) -> DraftBlock:
    """``block`` as what its place makes of it."""
    block.emphasis = line.strong >= line.size
    if place.tag == "list":
        block.kind, block.level = "list_item", min(place.lists, DEEPEST)
    elif place.quotations:
        block.kind, block.level = "quotation", min(place.quotations, DEEPEST)
    elif place.note and line.weight:
        block.kind = "note"
    return block


def _signed(line: Line, place: Place) -> list[DraftBlock]:
    """The words of a quotation, and those that name its speaker, in a line of their own with a dash before it."""
    above, name = ([], line.parts) if place.tag == "cite" else _split(line.parts)
    signature = read_words(name)
    if not 0 < len(signature.text) <= LONGEST_SIGNATURE:
        return [_placed(read_words(line.parts), line, place)]
    if not _DASH.match(signature.text):
        # As style sheets do, and as attribution expects it of a signature.
        signature.text = f"— {signature.text}"
        signature.links = tuple(DraftLink(link.start + 2, link.end + 2, link.href) for link in signature.links)
    said = read_words(above)
    return [_placed(block, line, place) for block in (said, signature) if block.text]


def _split(parts: Parts) -> tuple[Parts, Parts]:
    """``parts`` before and from where the name of a speaker begins that ends them; all before where none does."""
    start = len(parts) - 1 - parts[::-1].index(CITE)
    after = parts[parts.index(CITED, start) + 1 :] if CITED in parts[start:] else []
    if any(isinstance(part, str) and part.strip(" \n\t.,)") for part in after):
        return parts, []
    above = parts[:start]
    while above and (above[-1] is BREAK or (isinstance(above[-1], str) and not above[-1].strip(" \n\t\xa0—–―-"))):
        above.pop()
    return above, parts[start:]


def read_line(line: Line) -> DraftBlock:
    """The words of a line as a paragraph, white space folded, links at their exact words."""
    for part in line.parts:
        if isinstance(part, Mark):
            return read_words(line.parts)
    return DraftBlock("paragraph", line.text, with_bare_addresses(line.text))


def read_words(parts: Parts) -> DraftBlock:
    """What :func:`read_line` makes of a line with these parts."""
    builder = TextBuilder()
    opened = False
    for part in parts:
        if isinstance(part, str):
            builder.add(without_invisible(part))
        elif part.kind == "break":
            builder.break_line()
        elif part.kind in ("link", "end"):
            if opened:
                builder.close_link()
            opened = part.kind == "link" and bool(part.href)
            if opened:
                builder.open_link(part.href)
    if opened:
        builder.close_link()
    text = builder.text
    links = tuple([link for link in builder.links if link.end > link.start])
    return DraftBlock("paragraph", text, with_bare_addresses(text, links))


def _preformatted(parts: Parts) -> DraftBlock:
    """The words of a line as they stand, with its line breaks."""
    pieces: list[str] = []
    links: list[DraftLink] = []
    length = 0
    opened: DraftLink | None = None
    for part in (*parts, Mark("end")):
        if isinstance(part, Mark):
            if opened and part.kind in ("link", "end") and length > opened.start:
                links.append(DraftLink(opened.start, length, opened.href))
            if part.kind in ("link", "end"):
                opened = DraftLink(length, length, part.href) if part.href else None
            piece = "\n" if part is BREAK else ""
        else:
            piece = part if pieces else part.lstrip("\n")
        pieces.append(piece)
        length += len(piece)
    text = "".join(pieces).rstrip()
    kept = tuple(DraftLink(link.start, min(link.end, len(text)), link.href) for link in links if link.start < len(text))
    return DraftBlock("preformatted", text, kept)
