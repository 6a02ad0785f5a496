"""Words → windows of word pieces, as an encoder reads them: as many blocks at once as fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.labelling.features import shape
from articlekit.attribution.labelling.tokens import Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

Pieces = Callable[[str], Sequence[int]]
"""A word → the numbers of its pieces, at least one."""

SIZE: Final = 255
"""How many pieces a window holds, the mark of its beginning not counted. Pieces."""


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
    for words in _ranges(tokens.block, [len(some) for some in cut], size):
        counts = np.array([1, *map(len, cut[words])])
        yield Window(
            pieces=np.array([beginning, *chain.from_iterable(cut[words])]),
            features=np.repeat(np.array([(0, 0, 0), *rows[words]]), counts, axis=0),
            heads=(np.cumsum(counts) - counts)[1:],
            words=words,
        )


def _rows(tokens: Tokens) -> list[tuple[int, int, int]]:
    """For each word its shape, whether it opens its block and is quoted, and what the rules say of it."""
    opens = [here != before for here, before in zip(tokens.block, chain([None], tokens.block), strict=False)]
    places = [3 * first + quoted for first, quoted in zip(opens, tokens.quoted, strict=True)]
    return list(zip(map(shape, tokens.text), places, tokens.hint, strict=True))


def _ranges(block: Sequence[int], sizes: Sequence[int], most: int) -> Iterator[slice]:
    """The words of each window: whole blocks, as many as fit; a block that fits in none is cut anywhere."""
    first = 0
    while first < len(sizes):
        used, past, whole = 0, first, first
        while past < len(sizes) and used + sizes[past] <= most:
            used += sizes[past]
            past += 1
            if past == len(sizes) or block[past] != block[past - 1]:
                whole = past
        past = whole if whole > first else past
        yield slice(first, past)
        first = past
