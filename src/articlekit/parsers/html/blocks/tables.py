"""The rows of tables."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import DraftBlock, DraftLink
from articlekit.parsers.html.dom.model import Box, Page
from articlekit.parsers.html.dom.tags import CELLS

WIDEST = 20
"""Columns that a cell may span: what states more lays out a page, or does harm."""


def columns_of(row: Box, page: Page) -> Iterator[int]:
    """For each column of a row, the number of the box of the cell that begins in it; 0 where a cell before it spans it."""
    for cell in page.children(row):
        if cell.tag in CELLS:
            yield cell.number
            spanned = cell.attributes.get("colspan") or ""
            if spanned.isdecimal() and len(spanned) < 3 and int(spanned) <= WIDEST:
                yield from (0 for _ in range(1, int(spanned)))


def as_row(cells: list[list[DraftBlock]]) -> DraftBlock:
    r"""One block of the blocks in each cell: cells a tab apart, the lines of a cell on lines of their own.

    An empty cell keeps its tab, so that the cells of a column stay in it.

    >>> as_row([[DraftBlock("paragraph", "Pier")], [DraftBlock("paragraph", "open", (DraftLink(0, 4, "#"),))]]).links
    (DraftLink(start=5, end=9, href='#'),)
    """
    pieces: list[str] = []
    links: list[DraftLink] = []
    length = 0
    for column, cell in enumerate(cells):
        if column:
            pieces.append("\t")
            length += 1
        for number, block in enumerate(cell):
            if number:
                pieces.append("\n")
                length += 1
            links += [DraftLink(length + link.start, length + link.end, link.href) for link in block.links]
            pieces.append(block.text)
            length += len(block.text)
    return DraftBlock("table_row", "".join(pieces), tuple(links))
