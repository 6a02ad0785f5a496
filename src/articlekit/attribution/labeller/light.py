"""The light labeller: a small convolutional network over the whole article, in numpy.

Each layer sees a word and one word on each side of it, ``reach`` words away; the eight layers together see thirty words on each
side. The model card (``docs/model-card.md``) says how it is trained, and on what; ``benchmarks/training`` has the code.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.labeller.features import COLUMNS, UNKNOWN_WORD, Vocabulary, to_features
from articlekit.attribution.labeller.protocol import LIGHT_TRUST, Trust
from articlekit.attribution.labeller.tokens import Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

WEIGHTS_FILE: Final = "light.npz"
"""The package data with the vocabulary and the weights."""

LAYER_REACHES: Final = (1, 2, 4, 8, 1, 2, 4, 8)
"""How far each layer sees, in words."""

WINDOW_WORDS: Final = 1024
"""How many words are computed at once, so that a long text needs no more memory than a short one."""

MATMUL_ROWS: Final = 32
"""How many words are multiplied at once. Small products stay in the cache and on one core; for larger products the linear algebra
library starts threads, which wait for each other longer than they compute."""


@frozen(eq=False)
class Layer:
    """The weights of one layer."""

    taps: tuple[Matrix, Matrix, Matrix]
    """For the word before, the word itself and the word after. Each has shape (width, width)."""
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
    """The words that it knows, as numbers."""
    tables: tuple[Matrix, ...]
    """For each column of the features, a vector for each number that the feature can have."""
    entry: Matrix
    """From a word's concatenated vectors to the width of the layers."""
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
        """How far its scores are trusted against the rules."""
        return LIGHT_TRUST

    @property
    def batch_size(self) -> int:
        """How many articles it reads best at once: a batch takes as long as its articles one by one."""
        return 1

    def scores(self, articles: Sequence[Tokens]) -> list[Matrix]:
        """Return for each article the logarithm of each label's probability for each word. Shape (words, labels)."""
        return [self._scores(tokens) for tokens in articles]

    def _scores(self, tokens: Tokens) -> Matrix:
        import numpy as np

        rows = to_features(tokens, self.vocabulary)
        halo = sum(LAYER_REACHES)
        parts = [np.empty((0, len(self.exit_bias)), dtype=np.float32)]
        for start in range(0, len(rows), WINDOW_WORDS):
            low = max(0, start - halo)
            logits = self._logits(rows[low : start + WINDOW_WORDS + halo])[start - low : start - low + WINDOW_WORDS]
            top = logits.max(axis=1, keepdims=True)
            parts.append(logits - top - np.log(np.exp(logits - top).sum(axis=1, keepdims=True)))
        return np.concatenate(parts)

    def _logits(self, rows: NDArray[np.int32]) -> Matrix:
        import numpy as np

        joined = np.concatenate([table[rows[:, n]] for n, table in enumerate(self.tables)], axis=1)
        x = np.maximum(_product(joined, self.entry) + self.entry_bias, 0)
        for layer, reach in zip(self.layers, LAYER_REACHES, strict=True):
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
    """Return ``x @ matrix``, computed a few rows at a time."""
    import numpy as np

    whole = len(x) // MATMUL_ROWS * MATMUL_ROWS
    before, after = matrix.shape
    out = np.empty((len(x), after), dtype=np.float32)
    np.matmul(x[:whole].reshape(-1, MATMUL_ROWS, before), matrix, out=out[:whole].reshape(-1, MATMUL_ROWS, after))
    np.matmul(x[whole:], matrix, out=out[whole:])
    return out


def _normalized(x: Matrix) -> Matrix:
    """Scale each row to a mean square of 1: root mean square normalization (Zhang and Sennrich 2019)."""
    import numpy as np

    normal: Matrix = x / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / x.shape[1] + 1e-5)
    return normal


@cache
def load_light() -> LightLabeller:
    """Return the labeller that comes with the package, read once."""
    with files("articlekit.attribution.labeller").joinpath(WEIGHTS_FILE).open("rb") as file:
        return read_light(file)


def read_light(file: IO[bytes]) -> LightLabeller:
    """Return the labeller that ``benchmarks/training`` wrote to a file."""
    import numpy as np

    data = dict(np.load(file, allow_pickle=False))
    names = [f"layer{n}" for n in range(len(LAYER_REACHES))]
    return LightLabeller(
        vocabulary=Vocabulary(
            _numbered(data["words"], UNKNOWN_WORD + 1), _numbered(data["affixes"], 1), _numbered(data["classes"], 1)
        ),
        tables=tuple(_read_matrix(data, name) for name in COLUMNS),
        layers=tuple(_layer(data, name) for name in names),
        **{name: _read_matrix(data, name) for name in ("entry", "entry_bias", "exit", "exit_bias")},
    )


def _numbered(packed: NDArray[np.uint8], first: int) -> dict[str, int]:
    return {word: n for n, word in enumerate(packed.tobytes().decode("utf-8").split("\n"), first)}


def _read_matrix(data: dict[str, NDArray[np.generic]], name: str) -> Matrix:
    """Return weights in 32 bits. Weights that are stored in 8 bits have a scale for each column next to them."""
    import numpy as np

    matrix: Matrix = np.ascontiguousarray(data[name], dtype=np.float32)
    scale = data.get(f"{name}_scale")
    return matrix if scale is None else matrix * scale.astype(np.float32)


def _layer(data: dict[str, NDArray[np.generic]], name: str) -> Layer:
    before, here, after = (_read_matrix(data, f"{name}_{tap}") for tap in ("before", "here", "after"))
    bias, out, out_bias = (_read_matrix(data, f"{name}_{part}") for part in ("bias", "out", "out_bias"))
    return Layer((before, here, after), bias, out, out_bias)
