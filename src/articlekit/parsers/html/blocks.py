"""Lines of a page → blocks of a draft."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import DraftBlock, TextBuilder, with_bare_addresses
from articlekit.parsers.html.tags import HEADINGS, LISTS
from articlekit.parsers.html.tree import Box, Line


def to_blocks(lines: list[Line]) -> Iterator[DraftBlock]:
    """A block for each line; the cells of a table's row are one."""
    row: list[Line] = []
    for line in lines:
        if row and _row(line.box) is not _row(row[0].box):
            yield _row_block(row)
            row = []
        if _row(line.box) is not None:
            row.append(line)
        else:
            yield _block(line)
    if row:
        yield _row_block(row)


def _row(box: Box) -> Box | None:
    """The row of a table around ``box``. None: it stands in none."""
    return next((around for around in box.around() if around.tag == "tr"), None)


def _row_block(lines: list[Line]) -> DraftBlock:
    if len(lines) == 1:
        return _block(lines[0])
    return DraftBlock("table_row", "\t".join(line.text for line in lines))


def _block(line: Line) -> DraftBlock:
    """The block that the boxes around a line make of it."""
    if line.box.tag == "pre":
        return DraftBlock("preformatted", "".join(part for part in line.parts if isinstance(part, str)).strip("\n"))
    builder = TextBuilder()
    opened = 0
    for part in line.parts:
        if isinstance(part, str):
            builder.add(part)
        elif part.kind == "break":
            builder.break_line()
        elif part.kind == "link":
            builder.open_link(part.href)
            opened += 1
        elif opened:
            builder.close_link()
            opened -= 1
    for _ in range(opened):
        builder.close_link()
    text = builder.text
    block = DraftBlock("paragraph", text, with_bare_addresses(text, builder.links))
    block.emphasis = line.strong >= line.size
    if line.box.tag in HEADINGS:
        block.kind, block.level = "heading", HEADINGS[line.box.tag]
        return block
    return _placed(block, line.box)


def _placed(block: DraftBlock, box: Box) -> DraftBlock:
    """Tell list items and quotations by the boxes around them."""
    lists = quotations = 0
    for around in box.around():
        lists += around.tag in LISTS
        quotations += around.tag == "blockquote"
    if quotations:
        block.kind, block.level = "quotation", quotations
    elif lists:
        block.kind, block.level = "list_item", lists
    return block
