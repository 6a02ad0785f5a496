"""The light labeller: a small convolutional network over the whole article, in numpy.

Each layer looks at a word and at one word on either side, ``reach`` words away; eight of them see thirty words on each
side. How it is trained, and on what, is in the model card (``docs/model-card.md``); ``benchmarks/training`` has the code.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.labeller.features import COLUMNS, UNKNOWN, Vocabulary, features
from articlekit.attribution.labeller.once import Once
from articlekit.attribution.labeller.tokens import Tokens
from articlekit.attribution.labeller.trust import LIGHT, Trust

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

WEIGHTS: Final = "light.npz"
"""The package data that holds the network."""

REACHES: Final = (1, 2, 4, 8, 1, 2, 4, 8)
"""How far each layer looks. Words."""

WINDOW: Final = 1024
"""How many words are computed at once: a long text needs no more memory than a short one. Words."""

ROWS: Final = 32
"""How many words are multiplied at once. Small products stay in the cache and on one core: of larger ones the linear algebra
library would make threads, which wait for each other longer than they compute. Words."""


@frozen(eq=False)
class Layer:
    """The weights of one layer."""

    taps: tuple[Matrix, Matrix, Matrix]
    """For the word before, the word itself and the word after; each of shape (width, width)."""
    taps_bias: Matrix
    """Shape (width,)."""
    out: Matrix
    """Shape (width, width)."""
    out_bias: Matrix
    """Shape (width,)."""


@frozen(eq=False)
class LightLabeller:
    """The light labeller's vocabulary and weights."""

    vocabulary: Vocabulary
    """The words that it knows."""
    tables: tuple[Matrix, ...]
    """A vector for each number that a feature can have, by column of the features."""
    entry: Matrix
    """From a word's vectors, joined, to the width of the layers."""
    entry_bias: Matrix
    """Shape (width,)."""
    layers: tuple[Layer, ...]
    """In the order in which they run."""
    exit: Matrix
    """From the width to the labels."""
    exit_bias: Matrix
    """Shape (labels,)."""

    @property
    def trust(self) -> Trust:
        """How far it is believed."""
        return LIGHT

    @property
    def together(self) -> int:
        """Several articles at once take it as long as one after the other."""
        return 1

    def scores(self, many: Sequence[Tokens]) -> list[Matrix]:
        """For each article the logarithm of each label's probability for each word. Shape (words, labels)."""
        return [self._scores(tokens) for tokens in many]

    def _scores(self, tokens: Tokens) -> Matrix:
        import numpy as np

        rows = features(tokens, self.vocabulary)
        halo = sum(REACHES)
        parts = [np.empty((0, len(self.exit_bias)), dtype=np.float32)]
        for start in range(0, len(rows), WINDOW):
            low = max(0, start - halo)
            logits = self._logits(rows[low : start + WINDOW + halo])[start - low : start - low + WINDOW]
            top = logits.max(axis=1, keepdims=True)
            parts.append(logits - top - np.log(np.exp(logits - top).sum(axis=1, keepdims=True)))
        return np.concatenate(parts)

    def _logits(self, rows: NDArray[np.int32]) -> Matrix:
        import numpy as np

        joined = np.concatenate([table[rows[:, n]] for n, table in enumerate(self.tables)], axis=1)
        x = np.maximum(_product(joined, self.entry) + self.entry_bias, 0)
        for layer, reach in zip(self.layers, REACHES, strict=True):
            y = _normalized(x)
            z = _product(y, layer.taps[1])
            z += layer.taps_bias
            z[reach:] += _product(y[:-reach], layer.taps[0])
            z[:-reach] += _product(y[reach:], layer.taps[2])
            np.maximum(z, 0, out=z)
            x += _product(z, layer.out)
            x += layer.out_bias
        logits: Matrix = _product(_normalized(x), self.exit) + self.exit_bias
        return logits


def _product(x: Matrix, matrix: Matrix) -> Matrix:
    """``x @ matrix``, a few rows at a time."""
    import numpy as np

    whole = len(x) // ROWS * ROWS
    before, after = matrix.shape
    out = np.empty((len(x), after), dtype=np.float32)
    np.matmul(x[:whole].reshape(-1, ROWS, before), matrix, out=out[:whole].reshape(-1, ROWS, after))
    np.matmul(x[whole:], matrix, out=out[whole:])
    return out


def _normalized(x: Matrix) -> Matrix:
    """Each row with a mean square of 1: root mean square normalization (Zhang and Sennrich 2019)."""
    import numpy as np

    normal: Matrix = x / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / x.shape[1] + 1e-5)
    return normal


@Once
def load_light() -> LightLabeller:
    """The network that comes with the package, read once."""
    with files("articlekit.attribution.labeller").joinpath(WEIGHTS).open("rb") as file:
        return read_light(file)


def read_light(file: IO[bytes]) -> LightLabeller:
    """The network that ``benchmarks/training`` wrote to a file."""
    import numpy as np

    data = dict(np.load(file, allow_pickle=False))
    names = [f"layer{n}" for n in range(len(REACHES))]
    return LightLabeller(
        vocabulary=Vocabulary(
            _numbers(data["words"], UNKNOWN + 1), _numbers(data["affixes"], 1), _numbers(data["classes"], 1)
        ),
        tables=tuple(_wide(data, name) for name in COLUMNS),
        layers=tuple(_layer(data, name) for name in names),
        **{name: _wide(data, name) for name in ("entry", "entry_bias", "exit", "exit_bias")},
    )


def _numbers(packed: NDArray[np.uint8], first: int) -> dict[str, int]:
    return {word: n for n, word in enumerate(packed.tobytes().decode("utf-8").split("\n"), first)}


def _wide(data: dict[str, NDArray[np.generic]], name: str) -> Matrix:
    """Weights as they are computed with: those kept in 8 bits have a scale for each column beside them."""
    import numpy as np

    matrix: Matrix = np.ascontiguousarray(data[name], dtype=np.float32)
    scale = data.get(f"{name}_scale")
    return matrix if scale is None else matrix * scale.astype(np.float32)


def _layer(data: dict[str, NDArray[np.generic]], name: str) -> Layer:
    before, here, after = (_wide(data, f"{name}_{tap}") for tap in ("before", "here", "after"))
    bias, out, out_bias = (_wide(data, f"{name}_{part}") for part in ("bias", "out", "out_bias"))
    return Layer((before, here, after), bias, out, out_bias)
