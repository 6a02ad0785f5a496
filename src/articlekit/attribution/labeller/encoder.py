"""The encoder labeller: a fine-tuned MiniLM, for those who want the last tenth (``pip install "articlekit[encoder]"``).

Its weights are a distribution of their own, ``articlekit-encoder``; onnxruntime computes them in 8 bits, tokenizers cuts words into
pieces. How it was trained, and on what, is in its model card (``docs/model-card-encoder.md``).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from articlekit.attribution.labeller.extra import MEND, needed, whole
from articlekit.attribution.labeller.features import SHAPES
from articlekit.attribution.labeller.once import Once
from articlekit.attribution.labeller.tokens import LABELS, PLACES, Tokens
from articlekit.attribution.labeller.trust import ENCODER, Trust
from articlekit.attribution.labeller.windows import Window, windows
from articlekit.errors import MissingExtraError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

DATA: Final = "articlekit_encoder"
"""The package that holds the weights."""

BEGINNING: Final = "[CLS]"
UNKNOWN: Final = "[UNK]"

MOST_CORES: Final = 8
"""How many windows are read side by side: a container may be given less time than the cores that it sees. Windows."""

LONGEST: Final = 8
"""How many pieces of a word are read. Pieces."""


class EncoderLabeller:
    """The network and the pieces that it knows. Threads may share it."""

    trust: Trust = ENCODER
    """How far it is believed."""

    together: int = 16
    """How many articles it is best given at once, so that windows enough for all cores are there to the end. Articles."""

    def __init__(self, folder: Traversable) -> None:
        """Read the weights in a folder, and see to it that they fit this library.

        Raises :class:`~articlekit.MissingExtraError` where they, or the libraries that read them, are not there or are broken.
        """
        runtime, tokenizers = needed("onnxruntime"), needed("tokenizers")
        try:
            network, pieces = whole(folder)
            runtime.disable_telemetry_events()  # What is built for Windows reports events.
            options = runtime.SessionOptions()
            # Windows side by side use the cores better than one window on all of them.
            options.intra_op_num_threads = 1
            self._session: Any = runtime.InferenceSession(network, options, ["CPUExecutionProvider"])
            self._tokenizer: Any = tokenizers.Tokenizer.from_str(pieces.decode("utf-8"))
            self._beginning, self._unknown = self._number(BEGINNING), self._number(UNKNOWN)
            self._try()
        except Exception as error:  # The two libraries raise what has no other common class.
            raise MissingExtraError(
                f"the weights of articlekit-encoder in {folder} cannot be read ({type(error).__name__}: {error}): {MEND}"
            ) from error
        self._pieces = lru_cache(maxsize=1 << 16)(self._cut)

    def _number(self, piece: str) -> int:
        """The number of a piece that there must be."""
        number: int | None = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"there is no piece {piece}")
        return number

    def _try(self) -> None:
        """Read the last piece with the last of each feature: a network made for fewer raises, one for other labels is told."""
        import numpy as np

        last = self._tokenizer.get_vocab_size() - 1, SHAPES - 1, PLACES - 1, len(LABELS) - 1
        window = Window(np.array([last[0]]), np.array([last[1:]]), np.array([0]), slice(0, 1))
        if (found := self._read(window).shape[1]) != len(LABELS):
            raise ValueError(f"the network tells {found} labels and not {len(LABELS)}")

    def scores(self, many: Sequence[Tokens]) -> list[Matrix]:
        """For each article the logarithm of each label's probability for each word. Shape (words, labels)."""
        import numpy as np

        cut = [list(windows(tokens, self._pieces, self._beginning)) for tokens in many]
        each = iter(self._read_all([window for some in cut for window in some]))
        none = np.empty((0, len(LABELS)), dtype=np.float32)
        return [np.concatenate([none, *islice(each, len(some))]) for some in cut]

    def _read_all(self, some: Sequence[Window]) -> list[Matrix]:
        """The scores of each window, whatever stands beside it: 8-bit numbers have one scale for all that is computed at once."""
        cores = min(_cores(), MOST_CORES, len(some))
        if cores < 2:
            return [self._read(window) for window in some]
        with ThreadPoolExecutor(cores) as pool:  # Half a millisecond; one that stays would not outlive a fork.
            return list(pool.map(self._read, some))

    def _cut(self, word: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(word, add_special_tokens=False).ids[:LONGEST]) or (self._unknown,)

    def _read(self, window: Window) -> Matrix:
        """The scores of the window's words."""
        import numpy as np

        there = np.ones((1, len(window.pieces)), dtype=np.float32)
        given = {"pieces": window.pieces[None], "features": window.features[None], "there": there}
        (scores,) = self._session.run(None, given)
        return _log_chances(scores[0, window.heads])


def _log_chances(scores: Matrix) -> Matrix:
    import numpy as np

    low = scores - scores.max(axis=1, keepdims=True)
    chances: Matrix = low - np.log(np.exp(low).sum(axis=1, keepdims=True))
    return chances


def _cores() -> int:
    """How many cores the process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@Once
def load_encoder() -> EncoderLabeller:
    """The encoder that is installed, read once. Raises :class:`~articlekit.MissingExtraError` where there is none."""
    needed(DATA)
    return EncoderLabeller(files(DATA))
