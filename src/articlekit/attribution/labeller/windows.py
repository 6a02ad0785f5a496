"""The input of the encoder: windows of word pieces, each with as many whole blocks as fit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.labeller.features import word_shape
from articlekit.attribution.labeller.tokens import Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

Pieces = Callable[[str], Sequence[int]]
"""A function from a word to the numbers of its pieces, at least one."""

WINDOW_PIECES: Final = 255
"""How many pieces a window holds, without the piece that opens it."""


FULL_STOPS: Final = frozenset(".!?")
CLOSING_MARKS: Final = frozenset("\"'”’)")
"""Marks that may follow a full stop in the same sentence."""


@frozen(eq=False)
class Window:
    """Some words of an article as pieces, after the piece that opens the window."""

    pieces: Numbers
    """The numbers of the pieces."""
    features: Numbers
    """For each piece, the shape, position code and hint of its word. Shape (pieces, 3)."""
    first_pieces: Numbers
    """For each word, the index of its first piece."""
    words: slice
    """The words of the article that it holds."""


def to_windows(tokens: Tokens, pieces: Pieces, beginning: int, size: int = WINDOW_PIECES) -> Iterator[Window]:
    """Yield the windows that together hold every word once, in order. ``beginning`` is the number of the opening piece."""
    import numpy as np

    cut = [pieces(word) for word in tokens.text]
    rows = _rows(tokens)
    for words in _ranges(tokens, [len(some) for some in cut], size):
        counts = np.array([1, *map(len, cut[words])])
        yield Window(
            pieces=np.array([beginning, *chain.from_iterable(cut[words])]),
            features=np.repeat(np.array([(0, 0, 0), *rows[words]]), counts, axis=0),
            first_pieces=(np.cumsum(counts) - counts)[1:],
            words=words,
        )


def _rows(tokens: Tokens) -> list[tuple[int, int, int]]:
    """Return for each word its shape, its position code and its hint."""
    return list(zip(map(word_shape, tokens.text), tokens.position_codes(), tokens.hint, strict=True))


def _ranges(tokens: Tokens, sizes: Sequence[int], max_pieces: int) -> Iterator[slice]:
    """Yield the words of each window: as many whole blocks as fit. A block that is too long is cut."""
    sums, block = [0, *accumulate(sizes)], tokens.block
    first = 0
    while first < len(sizes):
        past = bisect_right(sums, sums[first] + max_pieces) - 1
        whole = past if past == len(sizes) else bisect_left(block, block[past])
        past = whole if whole > first else _cut(tokens.text, first, past)
        yield slice(first, past)
        first = past


def _cut(words: Sequence[str], first: int, past: int) -> int:
    """Return where to cut words that do not fit to their end ``past``: between sentences in their second half, or else at ``past``."""
    return next((i for i in range(past, (first + past) // 2, -1) if _opens_sentence(words, i)), past)


def _opens_sentence(words: Sequence[str], i: int) -> bool:
    """True if a sentence may begin with this word, which is not the first."""
    before = i - 1 - (i > 1 and words[i - 1] in CLOSING_MARKS)
    return words[before] in FULL_STOPS and words[i] not in CLOSING_MARKS and not words[i][0].islower()
