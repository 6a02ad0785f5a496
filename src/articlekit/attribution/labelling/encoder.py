"""The encoder labeller: a fine-tuned MiniLM, for those who want the last tenth (``pip install "articlekit[encoder]"``).

Its weights are a distribution of their own, ``articlekit-encoder``; onnxruntime computes them in 8 bits, tokenizers cuts words into
pieces. How it was trained, and on what, is in its model card (``docs/model-card-encoder.md``).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib import import_module
from importlib.resources import as_file, files
from itertools import islice
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from articlekit.attribution.labelling.tokens import LABELS, Tokens
from articlekit.attribution.labelling.trust import ENCODER, Trust
from articlekit.attribution.labelling.windows import Window, windows
from articlekit.errors import MissingExtraError

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

DATA: Final = "articlekit_encoder"
"""The package that holds the weights."""

BEGINNING: Final = "[CLS]"
UNKNOWN: Final = "[UNK]"

LONGEST: Final = 8
"""How many pieces of a word are read. Pieces."""


class Encoder:
    """The network and the pieces that it knows. Threads may share it."""

    trust: Trust = ENCODER
    """How far it is believed."""

    def __init__(self, folder: Path) -> None:
        """Read ``encoder.onnx`` and ``pieces.json`` from a folder.

        Raises :class:`~articlekit.MissingExtraError` where they, or the libraries that read them, are not there or are broken.
        """
        runtime, tokenizers = _needed("onnxruntime"), _needed("tokenizers")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1  # Windows side by side use the cores better than one window on all of them.
        try:
            self._session: Any = runtime.InferenceSession(folder / "encoder.onnx", options, ["CPUExecutionProvider"])
            self._tokenizer: Any = tokenizers.Tokenizer.from_file(str(folder / "pieces.json"))
        except Exception as error:  # Both libraries raise what has no other common class.
            raise MissingExtraError(
                f"the encoder's weights in {folder} cannot be read ({error}): pip install --force-reinstall articlekit-encoder"
            ) from error
        self._beginning = self._tokenizer.token_to_id(BEGINNING)
        self._unknown = self._tokenizer.token_to_id(UNKNOWN)
        self._pieces = lru_cache(maxsize=1 << 16)(self._cut)

    def scores(self, many: Sequence[Tokens]) -> list[Matrix]:
        """For each article the logarithm of each label's probability for each word. Shape (words, labels)."""
        import numpy as np

        cut = [list(windows(tokens, self._pieces, self._beginning)) for tokens in many]
        each = iter(self._read_all([window for some in cut for window in some]))
        none = np.empty((0, len(LABELS)), dtype=np.float32)
        return [np.concatenate([none, *islice(each, len(some))]) for some in cut]

    def _read_all(self, some: Sequence[Window]) -> list[Matrix]:
        """The scores of each window, whatever stands beside it: 8-bit numbers have one scale for all that is computed at once."""
        cores = min(_cores(), len(some))
        if cores < 2:
            return [self._read(window) for window in some]
        with ThreadPoolExecutor(cores) as pool:
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


_loaded: list[Encoder] = []
_loading = Lock()


def encoder() -> Encoder:
    """The encoder that is installed, read once. Raises :class:`~articlekit.MissingExtraError` where there is none."""
    with _loading:
        if not _loaded:
            with as_file(files(_needed(DATA))) as folder:
                _loaded.append(Encoder(folder))
        return _loaded[0]


def _needed(module: str) -> ModuleType:
    """A module of the extra. Raises :class:`~articlekit.MissingExtraError` where it is not installed or cannot be imported."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f'the encoder labeller needs {module}: pip install "articlekit[encoder]"') from error
