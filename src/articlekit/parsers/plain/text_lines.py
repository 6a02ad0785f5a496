"""The lines of a plain text: their edges, the runs between blank lines, and whether a program wrapped them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from attrs import frozen

from articlekit.parsers.lines.normalize import ends_sentence, without_invisible

MAX_DEPTH = 100
"""Depth of quotations. Deeper ones have this depth."""
MIN_WRAP_COLUMN, MAX_WRAP_COLUMN = 30, 130
"""Columns at which a program may have wrapped the lines. Shorter lines are not counted as broken by it."""
MAX_WORD_CHARS = 30
"""Length of a word that counts for a break. A longer one, such as a URL, would fit any column."""
MIN_BREAKS = 3
"""Breaks that must fit the column of a wrapped text."""
MIN_SHARE_AT_COLUMN = 0.4
"""Share of all breaks that must fit the column."""
MIN_SHARE_RUNNING_ON = 0.3
"""Share of the fitting breaks at which a sentence must run on. Headlines of equal length have no such breaks."""
MIN_SHARE_UNIFORM = 0.7
"""Share of breaks that fit the column below which the lines count as ragged."""
MIN_FULL_SHARE = 0.8
"""Share of the column that a line of ragged text must fill for the next line to continue it."""
MIN_SENTENCE_COLUMNS = 45
"""Width from which a line is part of a sentence and not a line of its own, such as a headline or name."""

_QUOTE_MARKERS = re.compile(r"(?:[ \t]{0,3}>)+")
_LINE_BREAK = re.compile(r"\n|\r\n?|\v|\u2028|\u2029")
_SOFT_HYPHEN_AT_END = re.compile(r"[^\W\d_]\xad\s*$")
_LIST_MARKER = re.compile(r"(?:(?P<bullet>[-*+–])\s+|(?P<dot>[•‣◦▪●])\s*|(?P<number>\d{1,3})[.)]\s+)(?=\S)")
_RULE_CHARACTERS = frozenset("-–—_=*~+·• \t")


@frozen
class TextLine:
    """A line that has words."""

    text: str
    """The line without the ``>`` of e-mail quotations and white space at its ends. A soft hyphen is kept at its end only."""
    indent: int
    """Columns before the first word. A tab goes to the next multiple of eight."""
    depth: int
    """The number of ``>`` before it."""

    @property
    def width(self) -> int:
        """The column at which the line ends."""
        return self.indent + len(self.text)

    @property
    def first_word(self) -> str:
        """The first word, which did not fit in the line before if that was wrapped."""
        return self.text[:200].split(maxsplit=1)[0]

    @property
    def is_row(self) -> bool:
        """Whether tabs divide it into three or more cells."""
        return self.text.count("\t") >= 2

    @property
    def is_rule(self) -> bool:
        """Whether it is a horizontal rule: ``-----``, ``* * *``, ``___``."""
        return len(self.text) > 1 and self.text[0] in _RULE_CHARACTERS and set(self.text) <= _RULE_CHARACTERS

    @property
    def marker(self) -> re.Match[str] | None:
        """A match of the bullet or number at its start, if words follow."""
        return _LIST_MARKER.match(self.text)

    @property
    def is_unfinished(self) -> bool:
        """Whether its sentence can continue: no full stop, colon or the like ends it."""
        return not ends_sentence(self.text)

    @property
    def continues_sentence(self) -> bool:
        """Whether it begins with a lower-case letter, so it continues a sentence."""
        return self.text.lstrip("\"'“‘(")[:1].islower()


Break = tuple[TextLine, TextLine]
"""Two lines of a run, one after the other."""


@frozen
class Wrapping:
    """How the lines of a text were wrapped."""

    column: int | None
    """The column at which a program wrapped the lines. None: the lines are not wrapped."""
    is_ragged: bool = False
    """Whether many lines end earlier than the column requires, as in text that was wrapped by hand."""

    def is_continued(self, before: TextLine, after: TextLine, *, is_first: bool) -> bool:
        """True if, by widths and words, ``after`` continues the paragraph of ``before``.

        ``is_first``: ``before`` is the first line of its paragraph, and may be a headline that ends early.
        """
        if before.width >= MIN_SENTENCE_COLUMNS and before.is_unfinished and after.continues_sentence:
            return True
        if self.column is None or before.width > 2 * self.column:
            return False
        if before.width + 1 + len(after.first_word) > self.column:
            return True
        is_full = before.width >= MIN_FULL_SHARE * self.column
        return (not is_first or self.is_ragged) and is_full and before.is_unfinished


def split_runs(text: str) -> Iterator[list[TextLine]]:
    """Yield the lines of ``text`` in runs. A blank line, a page break or another quotation depth begins a new run."""
    run: list[TextLine] = []
    for page in text.split("\f"):
        for raw in _LINE_BREAK.split(page):
            line = _read_line(raw)
            if run and (line is None or line.depth != run[0].depth):
                yield run
                run = []
            if line is not None:
                run.append(line)
        if run:
            yield run
            run = []


def _read_line(raw: str) -> TextLine | None:
    quoted = _QUOTE_MARKERS.match(raw)
    rest = raw[quoted.end() :].removeprefix(" ") if quoted else raw
    text = without_invisible(rest).strip()
    if not text:
        return None
    if _SOFT_HYPHEN_AT_END.search(rest[-8:]):
        text += "\xad"  # shows that the word continues in the next line
    indent = len(rest[: len(rest) - len(rest.lstrip())].expandtabs())
    return TextLine(text, indent, quoted.group().count(">") if quoted else 0)


def find_wrapping(runs: Iterable[list[TextLine]]) -> Wrapping:
    """Return how the lines of a text were wrapped.

    A wrapped line had no room for the first word of the next line. So each break fits the columns from the width of its line to
    that width with the word. The lines are wrapped at the column that most breaks fit, if these are a good share of all breaks
    and sentences run on over them.
    """
    breaks = list(_find_breaks(runs))
    column, fitting = _find_best_column(breaks)
    if fitting < MIN_BREAKS or fitting < MIN_SHARE_AT_COLUMN * len(breaks):
        return Wrapping(None)
    at_column = [(before, after) for before, after in breaks if _fits(before, after, column)]
    running_on = sum(after.continues_sentence or before.text.isupper() for before, after in at_column)
    if running_on < MIN_SHARE_RUNNING_ON * len(at_column):
        return Wrapping(None)
    return Wrapping(column, is_ragged=fitting < MIN_SHARE_UNIFORM * len(breaks))


def _find_breaks(runs: Iterable[list[TextLine]]) -> Iterator[Break]:
    for run in runs:
        for before, after in pairwise(run):
            is_layout = after.is_rule or after.is_row or before.is_row or after.marker
            if before.width >= MIN_WRAP_COLUMN and not is_layout:
                yield before, after


def _fitting_columns(before: TextLine, after: TextLine) -> tuple[int, int]:
    return before.width, before.width + min(len(after.first_word), MAX_WORD_CHARS)


def _fits(before: TextLine, after: TextLine, column: int) -> bool:
    low, high = _fitting_columns(before, after)
    return low <= column <= high


def _find_best_column(breaks: list[Break]) -> tuple[int, int]:
    """Return the smallest of the columns that most breaks fit, and how many breaks fit it."""
    changes = [0] * (MAX_WRAP_COLUMN + 2)
    for before, after in breaks:
        low, high = _fitting_columns(before, after)
        if low <= MAX_WRAP_COLUMN:
            changes[low] += 1
            changes[min(high, MAX_WRAP_COLUMN) + 1] -= 1
    counts = list(accumulate(changes))
    best = max(range(len(counts)), key=counts.__getitem__)
    return best, counts[best]
