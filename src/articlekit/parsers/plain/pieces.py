"""Runs of lines → pieces: paragraphs, list items, rows and underlined headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from attrs import Factory, define

from articlekit.parsers.lines.normalize import without_invisible
from articlekit.parsers.plain.lines import Line
from articlekit.parsers.plain.wrapping import Wrap

LONGEST_HEADING = 120
_HYPHENATED = re.compile(r"[^\W\d_](?:-|\u00ad)$")


@define
class Piece:
    """The lines of one block to be."""

    kind: Literal["text", "heading", "row"]
    """What the layout makes of it; ``text`` may yet become a list item or a heading."""
    lines: list[Line] = Factory(list)
    """Its lines, in order; never empty."""
    marker: str = ""
    """The bullet or number before its first word, as written."""
    glued: bool = False
    """True where words that were hyphenated at the line's end are put together; their hyphens stay."""
    underline: str = ""
    """The sign that a heading is underlined with."""

    @property
    def depth(self) -> int:
        """How deep in quotations it stands."""
        return self.lines[0].depth

    @property
    def indent(self) -> int:
        """The column of its first word or bullet."""
        return self.lines[0].indent

    @property
    def text(self) -> str:
        """Its words after the marker, white space folded."""
        parts: list[str] = []
        for number, line in enumerate(self.lines):
            words = line.text if number else line.text[len(self.marker) :]
            if number and not self._glues(self.lines[number - 1], line):
                parts.append(" ")
            parts.append(" ".join(without_invisible(words).split()))
        return "".join(parts).strip()

    def _glues(self, before: Line, after: Line) -> bool:
        return self.glued and after.runs_on and _HYPHENATED.search(before.text[-2:]) is not None


def split_run(run: list[Line], wrap: Wrap) -> Iterator[Piece]:
    """The pieces of one run of lines, in order. Lines that only draw a rule are left out."""
    base = min(line.indent for line in run)
    current: Piece | None = None
    for line in run:
        if line.is_rule:
            if current and _underlines(line, current):
                current.kind, current.underline = "heading", line.text[0]
            if current:
                yield current
            current = None
        elif current and _belongs(line, current, wrap, base):
            current.lines.append(line)
        else:
            if current:
                yield current
            current = _begin(line, wrap)
    if current:
        yield current


def _begin(line: Line, wrap: Wrap) -> Piece:
    if line.is_row:
        return Piece("row", [line])
    marker = line.marker
    return Piece("text", [line], marker.group() if marker else "", glued=wrap.width is not None)


def _underlines(rule: Line, piece: Piece) -> bool:
    """Whether a rule is the underline of the one short line above it and not a rule of its own."""
    if piece.kind != "text" or len(piece.lines) > 1 or piece.marker or rule.text[0] not in "=-~":
        return False
    length = len(piece.lines[0].text)
    sentence = piece.lines[0].text.endswith((".", ",", ";", ":"))
    return length <= LONGEST_HEADING and not sentence and abs(len(rule.text) - length) <= max(3, length // 3)


def _belongs(line: Line, piece: Piece, wrap: Wrap, base: int) -> bool:
    """Whether ``line`` goes on with ``piece``."""
    before = piece.lines[-1]
    goes_on = wrap.continues(before, line, within=len(piece.lines) > 1)
    if piece.kind != "text" or line.is_row:
        return False
    if piece.marker:
        hangs = line.indent > piece.indent
        return not line.marker and (hangs or goes_on)
    if line.marker and not before.is_unfinished:
        return False
    # In a wrapped text an indented line opens a paragraph, unless its words say otherwise.
    if line.indent > base and not (before.is_unfinished and line.runs_on):
        return False
    return goes_on
