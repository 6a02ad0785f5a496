"""Whether a document's lines were wrapped, at which column, and which line therefore continues the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from attrs import frozen

from articlekit.parsers.plain.lines import Line

NARROWEST, WIDEST = 30, 130
LONGEST_WORD = 30
FEWEST = 3
SENTENCE = 45
"""Columns from which on a line is taken for a part of a sentence and not for a line that stands by itself."""


@frozen
class Wrap:
    """How the lines of one document were wrapped."""

    width: int | None
    """The column at which a program wrapped the lines. None: nothing shows that one did."""
    ragged: bool = False
    """True where a good part of the lines breaks earlier than the column asks for, as by hand."""

    def continues(self, before: Line, after: Line, *, within: bool) -> bool:
        """Whether ``after`` goes on with the paragraph of ``before``, as far as their widths and words tell.

        ``within`` says that ``before`` is not the paragraph's first line; then it is no headline that ends early.
        """
        if before.width >= SENTENCE and before.is_unfinished and after.runs_on:
            return True
        if self.width is None or before.width > 2 * self.width:
            return False
        if before.width + 1 + len(after.first_word) > self.width:
            return True
        return (within or self.ragged) and before.width >= 0.8 * self.width and before.is_unfinished


def measure(runs: Iterable[list[Line]]) -> Wrap:
    """The wrapping of a document.

    A line that a program broke could not have taken the next line's first word: each break fits the columns from its
    own width to that width with the word. The column that most breaks fit is the one, if they are a good part of all
    breaks and if sentences run on over them.
    """
    breaks = list(_breaks(runs))
    column, fitting = _best_column(breaks)
    if fitting < FEWEST or fitting < 0.4 * len(breaks):
        return Wrap(None)
    fit = [(before, after) for before, after in breaks if _fits(before, after, column)]
    running_on = sum(after.runs_on or before.text.isupper() for before, after in fit)
    if running_on < 0.3 * len(fit):
        return Wrap(None)
    return Wrap(column, ragged=fitting < 0.7 * len(breaks))


def _breaks(runs: Iterable[list[Line]]) -> Iterator[tuple[Line, Line]]:
    for run in runs:
        for before, after in pairwise(run):
            apart = after.is_rule or after.is_row or before.is_row or after.marker
            if before.width >= NARROWEST and not apart:
                yield before, after


def _reach(before: Line, after: Line) -> tuple[int, int]:
    return before.width, before.width + min(len(after.first_word), LONGEST_WORD)


def _fits(before: Line, after: Line, column: int) -> bool:
    low, high = _reach(before, after)
    return low <= column <= high


def _best_column(breaks: list[tuple[Line, Line]]) -> tuple[int, int]:
    """The column that most breaks fit, the smallest of them, and how many fit it."""
    steps = [0] * (WIDEST + 2)
    for before, after in breaks:
        low, high = _reach(before, after)
        if low <= WIDEST:
            steps[low] += 1
            steps[min(high, WIDEST) + 1] -= 1
    fits = list(accumulate(steps))
    best = max(range(len(fits)), key=fits.__getitem__)
    return best, fits[best]
