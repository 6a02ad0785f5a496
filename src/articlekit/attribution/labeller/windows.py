"""Words → windows of word pieces, as an encoder reads them: as many blocks at once as fit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.labeller.features import shape
from articlekit.attribution.labeller.tokens import Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

Pieces = Callable[[str], Sequence[int]]
"""A word → the numbers of its pieces, at least one."""

SIZE: Final = 255
"""How many pieces a window holds, the mark of its beginning not counted. Pieces."""


FULL_STOPS: Final = frozenset(".!?")
CLOSING: Final = frozenset("\"'”’)")
"""Marks that may stand between a full stop and the end of its sentence."""


@frozen(eq=False)
class Window:
    """Some words of an article in pieces, the mark of the beginning first."""

    pieces: Numbers
    """The numbers of the pieces."""
    features: Numbers
    """For each piece the shape of its word, its place and its hint. Shape (pieces, 3)."""
    heads: Numbers
    """Where the first piece of each word stands."""
    words: slice
    """The words."""


def windows(tokens: Tokens, pieces: Pieces, beginning: int, size: int = SIZE) -> Iterator[Window]:
    """The windows that together hold every word once, in order; ``beginning`` is the number of the mark."""
    import numpy as np

    cut = [pieces(word) for word in tokens.text]
    rows = _rows(tokens)
    for words in _ranges(tokens, [len(some) for some in cut], size):
        counts = np.array([1, *map(len, cut[words])])
        yield Window(
            pieces=np.array([beginning, *chain.from_iterable(cut[words])]),
            features=np.repeat(np.array([(0, 0, 0), *rows[words]]), counts, axis=0),
            heads=(np.cumsum(counts) - counts)[1:],
            words=words,
        )


def _rows(tokens: Tokens) -> list[tuple[int, int, int]]:
    """For each word its shape, whether it opens its block and is quoted, and what the rules say of it."""
    return list(zip(map(shape, tokens.text), tokens.places(), tokens.hint, strict=True))


def _ranges(tokens: Tokens, sizes: Sequence[int], most: int) -> Iterator[slice]:
    """The words of each window: whole blocks, as many as fit; a block that fits in none is cut."""
    sums, block = [0, *accumulate(sizes)], tokens.block
    first = 0
    while first < len(sizes):
        past = bisect_right(sums, sums[first] + most) - 1
        whole = past if past == len(sizes) else bisect_left(block, block[past])
        past = whole if whole > first else _cut(tokens.text, first, past)
        yield slice(first, past)
        first = past


def _cut(words: Sequence[str], first: int, past: int) -> int:
    """Where to cut words that must be cut before ``past``: at the end of a sentence in the last half of them, or else there."""
    return next((i for i in range(past, (first + past) // 2, -1) if _opens_sentence(words, i)), past)


def _opens_sentence(words: Sequence[str], i: int) -> bool:
    """Whether a sentence may begin with a word that is not the first."""
    before = i - 1 - (i > 1 and words[i - 1] in CLOSING)
    return words[before] in FULL_STOPS and words[i] not in CLOSING and not words[i][0].islower()
