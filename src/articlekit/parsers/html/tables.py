"""The rows of tables."""

from __future__ import annotations

from articlekit.parsers.draft import DraftBlock, DraftLink


def as_row(cells: list[list[DraftBlock]]) -> DraftBlock:
    r"""One block of the blocks in each cell: cells a tab apart, the lines of a cell on lines of their own.

    >>> as_row([[DraftBlock("paragraph", "Pier")], [DraftBlock("paragraph", "open", (DraftLink(0, 4, "#"),))]]).links
    (DraftLink(start=5, end=9, href='#'),)
    """
    pieces: list[str] = []
    links: list[DraftLink] = []
    length = 0
    for cell in cells:
        for number, block in enumerate(cell):
            if pieces:
                pieces.append("\n" if number else "\t")
                length += 1
            links += [DraftLink(length + link.start, length + link.end, link.href) for link in block.links]
            pieces.append(block.text)
            length += len(block.text)
    return DraftBlock("table_row", "".join(pieces), tuple(links))
