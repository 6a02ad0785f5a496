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

BEFORE: Final = 48
"""How many of them may be those of the words before, which are read and not labelled. Pieces."""


@frozen(eq=False)
class Window:
    """Some words of an article in pieces, the mark of the beginning first."""

    pieces: Numbers
    """The numbers of the pieces."""
    features: Numbers
    """For each piece the shape of its word, its place and its hint. Shape (pieces, 3)."""
    heads: Numbers
    """Where the first piece of each labelled word stands."""


def windows(tokens: Tokens, pieces: Pieces, beginning: int) -> Iterator[Window]:
    """The windows that together label every word once, in order; ``beginning`` is the number of the mark."""
    import numpy as np

    cut = [pieces(word) for word in tokens.text]
    sizes = [len(some) for some in cut]
    rows = _rows(tokens)
    for low, first, past in _ranges(tokens.block, sizes):
        counts = np.array([1, *sizes[low:past]])
        yield Window(
            pieces=np.array([beginning, *chain.from_iterable(cut[low:past])]),
            features=np.repeat(np.array([(0, 0, 0), *rows[low:past]]), counts, axis=0),
            heads=(np.cumsum(counts) - counts)[1 + first - low :],
        )


def _rows(tokens: Tokens) -> list[tuple[int, int, int]]:
    """For each word its shape, whether it opens its block and is quoted, and what the rules say of it."""
    opens = [here != before for here, before in zip(tokens.block, chain([None], tokens.block), strict=False)]
    places = [3 * first + quoted for first, quoted in zip(opens, tokens.quoted, strict=True)]
    return list(zip(map(shape, tokens.text), places, tokens.hint, strict=True))


def _ranges(block: Sequence[int], sizes: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """For each window its first word, the first that it labels, and one past its last."""
    first = 0
    while first < len(sizes):
        low, used = first, 0
        while low and used + sizes[low - 1] <= BEFORE:
            low -= 1
            used += sizes[low]
        past = whole = first
        while past < len(sizes) and used + sizes[past] <= SIZE:
            used += sizes[past]
            past += 1
            if past == len(sizes) or block[past] != block[past - 1]:
                whole = past
        # A block that no window holds is cut anywhere.
        past = whole if whole > first else past
        yield low, first, past
        first = past
