"""From lines of a page to the blocks of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from articlekit.parsers.draft import DraftBlock, DraftLink
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import BREAK, CITE, CITED, Element, InlineMark, Line, Page
from articlekit.parsers.html.dom.tags import CELLS, HEADINGS, LISTS
from articlekit.parsers.lines.normalize import without_invisible
from articlekit.parsers.text_builder import TextBuilder, with_bare_urls

MAX_LEVEL = 20
"""Levels of block quotes and lists that are told apart."""
MAX_SIGNATURE_CHARS = 160
"""Characters of a line that can name the speaker of a quotation."""
MAX_COLUMN_SPAN = 20
"""Columns that a cell may span. A larger number lays out a page, or does harm."""
MAX_LAYOUT_CELL_LINES = 3
"""Lines in a cell of a data table. A row with fuller cells lays out the page."""
NOTE_WORDS = frozenset("correction corrections clarification editornote editorsnote editor editors".split())
"""Words in a name that mark a note about the article; ``editor`` only together with ``note``."""

_DASH = re.compile(r"[—–―-]")
_STRUCTURAL_TAGS = frozenset(("blockquote", "cite", "dd", "pre", "td", "th", "tr", *LISTS))
"""Tags that decide what kind of block the lines in them are."""

Parts = list[str | InlineMark]


@frozen
class Context:
    """What the elements around a line make of it."""

    tag: str = ""
    """``blockquote``, ``list``, ``pre`` or ``cite``: the innermost that counts. Empty: none does."""
    list_level: int = 0
    """The number of lists around it."""
    quote_level: int = 0
    """The number of block quotes around it."""
    is_note: bool = False
    """True if it is in a note about the article."""
    row: Element | None = None
    """The table row that holds it. None: none does."""
    cell: Element | None = None
    """The cell of that row that holds it."""


NO_CONTEXT = Context()
"""The context of a line right in the body."""


class Contexts:
    """The contexts of the elements of a page; each element is looked at once."""

    def __init__(self) -> None:
        self._known: dict[Element, Context] = {}

    def of(self, element: Element) -> Context:
        """Return the context of the lines right in ``element``."""
        known = self._known
        context = known.get(element)
        if context is not None:
            return context
        path = [element]
        ancestor = element.parent
        while ancestor is not None and ancestor not in known:
            path.append(ancestor)
            ancestor = ancestor.parent
        context = NO_CONTEXT if ancestor is None else known[ancestor]
        for inner in reversed(path):
            context = known[inner] = _inside(inner, context)
        return context


def _inside(element: Element, outer: Context) -> Context:
    """Return the context inside ``element``, which is itself in the context ``outer``."""
    tag, list_level, quote_level, row, cell = outer.tag, outer.list_level, outer.quote_level, outer.row, outer.cell
    is_note = outer.is_note or _is_note(element)
    if element.tag not in _STRUCTURAL_TAGS:
        return outer if is_note is outer.is_note else Context(tag, list_level, quote_level, is_note, row, cell)
    if element.tag in LISTS:
        tag, list_level = "list", list_level + 1
    elif element.tag == "dd":
        # The meaning of a term is one level below the term, like a list in a list.
        list_level += bool(list_level)
    elif element.tag == "tr":
        row, cell = element, None
    elif element.tag in CELLS:
        cell = element
    else:
        tag = element.tag
        quote_level = max(1, quote_level) if tag == "cite" else quote_level + (tag == "blockquote")
    return Context(tag, list_level, quote_level, is_note, row, cell)


def _is_note(element: Element) -> bool:
    """True if the names of an element say that it holds a note about the article."""
    marks = name_words(element) & NOTE_WORDS
    if not marks or element.tag == "body":
        return False
    return bool(marks - {"editor", "editors"}) or bool(name_words(element) & {"note", "notes"})


def to_blocks(lines: list[Line], page: Page) -> Iterator[tuple[Line, DraftBlock]]:
    """Yield the blocks of ``lines``, each with the line that it begins with. The cells of a table row are one block."""
    contexts = Contexts()
    row: list[tuple[Line, Context]] = []
    for line in lines:
        context = contexts.of(line.element)
        if row and context.row is not row[0][1].row:
            yield from _row_blocks(row, page)
            row = []
        if context.row is not None:
            row.append((line, context))
        else:
            yield from ((line, block) for block in _line_blocks(line, context) if block.text)
    yield from _row_blocks(row, page)


def _row_blocks(row: list[tuple[Line, Context]], page: Page) -> Iterator[tuple[Line, DraftBlock]]:
    """Yield one block for the cells of a row, or a block for each line if the row only lays out the page."""
    cells: dict[Element | None, list[DraftBlock]] = {}
    prose_lines = 0
    for line, context in row:
        cells.setdefault(context.cell, []).append(read_line(line))
        prose_lines += line.prose_chars > 0
    most_lines = max(map(len, cells.values()), default=0)
    if len(cells) > 1 and (most_lines == 1 or (prose_lines < 2 and most_lines <= MAX_LAYOUT_CELL_LINES)):
        line, context = row[0]
        columns = cells if context.row is None or None in cells else columns_of(context.row, page)
        yield line, to_table_row([cells.get(cell, []) for cell in columns])
        return
    for line, context in row:
        yield from ((line, block) for block in _line_blocks(line, context) if block.text)


def columns_of(row: Element, page: Page) -> Iterator[Element | None]:
    """Yield for each column of a row the cell that begins in it, or None if the cell before spans it."""
    for cell in page.children(row):
        if cell.tag in CELLS:
            yield cell
            span = cell.attributes.get("colspan") or ""
            if span.isdecimal() and len(span) < 3 and int(span) <= MAX_COLUMN_SPAN:
                yield from (None for _ in range(1, int(span)))


def to_table_row(cells: list[list[DraftBlock]]) -> DraftBlock:
    r"""Return one block of the blocks in each cell: cells a tab apart, the lines of a cell on lines of their own.

    An empty cell keeps its tab, so that the cells of a column stay in it.

    >>> to_table_row([[DraftBlock("paragraph", "Pier")], [DraftBlock("paragraph", "open", (DraftLink(0, 4, "#"),))]]).links
    (DraftLink(start=5, end=9, href='#'),)
    """
    pieces: list[str] = []
    links: list[DraftLink] = []
    length = 0
    for column, cell in enumerate(cells):
        if column:
            pieces.append("\t")
            length += 1
        for count, block in enumerate(cell):
            if count:
                pieces.append("\n")
                length += 1
            links += [DraftLink(length + link.start, length + link.end, link.href) for link in block.links]
            pieces.append(block.text)
            length += len(block.text)
    return DraftBlock("table_row", "".join(pieces), tuple(links))


def _line_blocks(line: Line, context: Context) -> list[DraftBlock]:
    """Return the block of a line; two for a quotation with the name of its speaker."""
    if context.tag == "pre":
        return [_preformatted(line.parts)]
    if line.is_standfirst:
        block = read_line(line)
        block.kind = "standfirst"
        return [block]
    if line.element.tag in HEADINGS:
        block = read_line(line)
        block.kind, block.level = "heading", HEADINGS[line.element.tag]
        return [block]
    if context.quote_level and (context.tag == "cite" or CITE in line.parts):
        return _signed(line, context)
    return [_in_context(read_line(line), line, context)]


def _in_context(block: DraftBlock, line: Line, context: Context) -> DraftBlock:
    """Set the kind and level of ``block``, which was read from ``line``, by its context."""
    block.emphasis = line.bold_chars >= line.chars
    if context.tag == "list":
        block.kind, block.level = "list_item", min(context.list_level, MAX_LEVEL)
    elif context.quote_level:
        block.kind, block.level = "quotation", min(context.quote_level, MAX_LEVEL)
    elif context.is_note and line.prose_chars:
        block.kind = "note"
    return block


def _signed(line: Line, context: Context) -> list[DraftBlock]:
    """Return the words of a quotation and the name of its speaker as two blocks, the second with a dash before it."""
    above, name = ([], line.parts) if context.tag == "cite" else _split_signature(line.parts)
    signature = read_parts(name)
    if not 0 < len(signature.text) <= MAX_SIGNATURE_CHARS:
        return [_in_context(read_parts(line.parts), line, context)]
    if not _DASH.match(signature.text):
        # As style sheets do, and as attribution expects it of a signature.
        signature.text = f"— {signature.text}"
        signature.links = tuple(DraftLink(link.start + 2, link.end + 2, link.href) for link in signature.links)
    quotation = read_parts(above)
    return [_in_context(block, line, context) for block in (quotation, signature) if block.text]


def _split_signature(parts: Parts) -> tuple[Parts, Parts]:
    """Return the ``parts`` before the name of the speaker that ends them, and the name; all parts and nothing if none does."""
    start = len(parts) - 1 - parts[::-1].index(CITE)
    after = parts[parts.index(CITED, start) + 1 :] if CITED in parts[start:] else []
    if any(isinstance(part, str) and part.strip(" \n\t.,)") for part in after):
        return parts, []
    above = parts[:start]
    while above and (above[-1] is BREAK or (isinstance(above[-1], str) and not above[-1].strip(" \n\t\xa0—–―-"))):
        above.pop()
    return above, parts[start:]


def read_line(line: Line) -> DraftBlock:
    """Return a line as a paragraph, with white space folded and links at their exact words."""
    for part in line.parts:
        if isinstance(part, InlineMark):
            return read_parts(line.parts)
    return DraftBlock("paragraph", line.text, with_bare_urls(line.text))


def read_parts(parts: Parts) -> DraftBlock:
    """Return parts of a line as a paragraph, like :func:`read_line`."""
    builder = TextBuilder()
    is_link_open = False
    for part in parts:
        if isinstance(part, str):
            builder.add(without_invisible(part))
        elif part.kind == "break":
            builder.break_line()
        elif part.kind in ("link", "end"):
            if is_link_open:
                builder.close_link()
            is_link_open = part.kind == "link" and bool(part.href)
            if is_link_open:
                builder.open_link(part.href)
    if is_link_open:
        builder.close_link()
    text = builder.text
    links = tuple([link for link in builder.links if link.end > link.start])
    return DraftBlock("paragraph", text, with_bare_urls(text, links))


def _preformatted(parts: Parts) -> DraftBlock:
    """Return parts of a line as they are, with their white space and line breaks."""
    pieces: list[str] = []
    links: list[DraftLink] = []
    length = 0
    opened: DraftLink | None = None
    for part in (*parts, InlineMark("end")):
        if isinstance(part, InlineMark):
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
