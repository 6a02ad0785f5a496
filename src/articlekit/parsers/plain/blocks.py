"""Pieces → blocks: lists, crossheads, quotations and bare addresses."""

from __future__ import annotations

from articlekit.models import BlockKind
from articlekit.parsers.draft import DraftBlock
from articlekit.parsers.lines.normalize import ends_sentence, without_invisible
from articlekit.parsers.plain.lines import DEEPEST
from articlekit.parsers.plain.pieces import Piece
from articlekit.parsers.text_builder import with_bare_addresses

PROSE = 80
LONGEST_CROSSHEAD = 80


def build_blocks(pieces: list[Piece]) -> list[DraftBlock]:
    """The blocks of a document, in order."""
    listed = _items(pieces)
    levels = _levels(pieces, listed)
    blocks: list[DraftBlock] = []
    prose = False
    for number, piece in enumerate(pieces):
        if piece.depth:
            block = _block("quotation", _words(piece), min(piece.depth, DEEPEST))
        elif number in listed:
            block = _block("list_item", piece.text, levels[number])
        elif piece.kind == "row":
            block = _block("table_row", _cells(piece))
        elif piece.kind == "heading":
            block = _block("heading", piece.text, 1 if number == 0 and piece.underline == "=" else 2)
        elif prose and number + 1 < len(pieces) and _is_crosshead(piece):
            block = _block("heading", piece.text, 2)
        else:
            block = _block("paragraph", _words(piece))
            prose = prose or (len(block.text) >= PROSE and not block.text.isupper())
        blocks.append(block)
    return blocks


def _block(kind: BlockKind, text: str, level: int | None = None) -> DraftBlock:
    return DraftBlock(kind, text, links=with_bare_addresses(text), level=level)


def _words(piece: Piece) -> str:
    """The words with the marker, which is part of the text where the piece is no list item."""
    return f"{piece.marker.strip()} {piece.text}" if piece.marker else piece.text


def _cells(piece: Piece) -> str:
    return "\t".join(" ".join(cell.split()) for cell in without_invisible(piece.lines[0].text).split("\t"))


def _items(pieces: list[Piece]) -> set[int]:
    """The places of the list items.

    A dot makes an item. A dash or an asterisk does where a neighbour has the same one: alone it may be a signature or
    a footnote. Numbers do where they count up from 1, so that no number is lost with its marker.
    """
    listed = {number for number, piece in enumerate(pieces) if piece.marker.strip()[:1] in tuple("•‣◦▪●")}
    for number in range(1, len(pieces)):
        before, after = pieces[number - 1].marker.strip(), pieces[number].marker.strip()
        if before and before == after and not before[0].isdigit():
            listed |= {number - 1, number}
        elif before[:1].isdigit() and after[:1].isdigit() and int(after[:-1]) == int(before[:-1]) + 1:
            if int(before[:-1]) == 1:
                listed.add(number - 1)
            if number - 1 in listed:
                listed.add(number)
    return listed


def _levels(pieces: list[Piece], listed: set[int]) -> dict[int, int]:
    """The depth of each list item: how many items further left it stands under."""
    levels: dict[int, int] = {}
    columns: list[int] = []
    for number, piece in enumerate(pieces):
        if number not in listed:
            columns.clear()
            continue
        while columns and columns[-1] >= piece.indent:
            columns.pop()
        columns.append(piece.indent)
        levels[number] = len(columns)
    return levels


def _is_crosshead(piece: Piece) -> bool:
    """Whether a line between paragraphs is one in capitals, as crossheads are typed."""
    text = piece.lines[0].text
    if piece.kind != "text" or len(piece.lines) > 1 or piece.marker or len(text) > LONGEST_CROSSHEAD:
        return False
    capitals = text.isupper() and sum(char.isalpha() for char in text) >= 3
    return capitals and text[0].isalnum() and (text[-1] in "?!" or not ends_sentence(text))
