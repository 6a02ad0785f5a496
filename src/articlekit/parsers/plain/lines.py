"""Lines and runs of lines: what stands at the edge of each line, and which lines stand under each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from articlekit.parsers.lines.normalize import ends_sentence, without_invisible

DEEPEST = 100
"""Quotations are told apart down to this depth."""

_QUOTED = re.compile(r"(?:[ \t]{0,3}>)+")
_BREAK = re.compile(r"\n|\r\n?|\v|\u2028|\u2029")
_BROKEN = re.compile(r"[^\W\d_]\xad\s*$")
"""Where a word goes on in the next line."""
_MARKER = re.compile(r"(?:(?P<bullet>[-*+–])\s+|(?P<dot>[•‣◦▪●])\s*|(?P<number>\d{1,3})[.)]\s+)(?=\S)")
_SEPARATORS = frozenset("-–—_=*~+·• \t")


@frozen
class Line:
    """A line that holds words."""

    text: str
    """The words, without quotation marks of e-mail and without white space at either end; a soft hyphen only where it ends the line."""
    indent: int
    """Columns before the first word; a tab leads to the next multiple of eight."""
    depth: int
    """How many ``>`` stand before it."""

    @property
    def width(self) -> int:
        """The column that the line reaches."""
        return self.indent + len(self.text)

    @property
    def first_word(self) -> str:
        """The word that decides whether the line before it was full."""
        return self.text[:200].split(maxsplit=1)[0]

    @property
    def is_row(self) -> bool:
        """Whether tabs divide it into three or more cells."""
        return self.text.count("\t") >= 2

    @property
    def is_rule(self) -> bool:
        """Whether it only draws a line: ``-----``, ``* * *``, ``___``."""
        return len(self.text) > 1 and self.text[0] in _SEPARATORS and set(self.text) <= _SEPARATORS

    @property
    def marker(self) -> re.Match[str] | None:
        """The bullet or number at its head, with the words after it."""
        return _MARKER.match(self.text)

    @property
    def is_unfinished(self) -> bool:
        """Whether its last words can run on: no full stop, colon or other mark closes it."""
        return not ends_sentence(self.text)

    @property
    def runs_on(self) -> bool:
        """Whether its first words can only continue a sentence: they begin with a small letter."""
        return self.text.lstrip("\"'“‘(")[:1].islower()


def split_runs(text: str) -> Iterator[list[Line]]:
    """The lines of ``text`` in runs: no blank line, page break or change of quotation depth within one."""
    run: list[Line] = []
    for page in text.split("\f"):
        for raw in _BREAK.split(page):
            line = _read_line(raw)
            if run and (line is None or line.depth != run[0].depth):
                yield run
                run = []
            if line is not None:
                run.append(line)
        if run:
            yield run
            run = []


def _read_line(raw: str) -> Line | None:
    quoted = _QUOTED.match(raw)
    rest = raw[quoted.end() :].removeprefix(" ") if quoted else raw
    text = without_invisible(rest).strip()
    if not text:
        return None
    if _BROKEN.search(rest[-8:]):
        text += "\xad"  # pieces are put together by it
    indent = len(rest[: len(rest) - len(rest.lstrip())].expandtabs())
    return Line(text, indent, quoted.group().count(">") if quoted else 0)
