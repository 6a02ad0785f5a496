"""The encoder: a fine-tuned MiniLM that is slower and finds more claims than the light labeller.

Its weights are a distribution of their own, ``articlekit-encoder``. onnxruntime runs the model in 8 bits, and tokenizers cuts words into
pieces. The model card (``docs/model-card-encoder.md``) says how the model was trained, and on what. Weights that are missing, broken
or made for other labels raise :class:`~articlekit.MissingExtraError` when they are loaded, with what to do.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from articlekit.attribution.labeller.features import SHAPE_COUNT
from articlekit.attribution.labeller.protocol import ENCODER_TRUST, Trust
from articlekit.attribution.labeller.tokens import LABELS, POSITION_COUNT, Tokens
from articlekit.attribution.labeller.windows import Window, to_windows
from articlekit.errors import MissingExtraError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

WEIGHTS_PACKAGE: Final = "articlekit_encoder"
"""The package that holds the weights."""

MODEL_FILE: Final = "encoder.onnx"
PIECES_FILE: Final = "pieces.json"
"""The files of the weights."""

DIGESTS_FILE: Final = "digests.json"
"""The file next to them with the SHA-256 of each. ``benchmarks/training`` writes it."""

REINSTALL: Final = 'pip install --force-reinstall "articlekit[encoder]"'

BEGINNING_PIECE: Final = "[CLS]"
"""The piece that opens each window."""

UNKNOWN_PIECE: Final = "[UNK]"
"""The piece for a word that the tokenizer cannot cut."""

MAX_THREADS: Final = 8
"""How many windows are read in parallel: a container may be given less time than the cores that it sees."""

MAX_WORD_PIECES: Final = 8
"""How many pieces of a word are read; the rest of the word is left out."""


class EncoderLabeller:
    """The model and the pieces that it knows. Threads may share it."""

    trust: Trust = ENCODER_TRUST
    """How far its scores are trusted against the rules."""

    batch_size: int = 16
    """How many articles it reads best at once: enough windows for all cores to the end."""

    def __init__(self, folder: Traversable) -> None:
        """Read the weights in a folder, and check that they fit this library.

        Raises :class:`~articlekit.MissingExtraError` if the weights or the libraries that read them are missing or broken.
        """
        runtime, tokenizers = import_extra("onnxruntime"), import_extra("tokenizers")
        try:
            model, pieces = read_weights(folder)
            runtime.disable_telemetry_events()  # The builds for Windows report events.
            options = runtime.SessionOptions()
            # Windows in parallel use the cores better than one window on all of them.
            options.intra_op_num_threads = 1
            self._session: Any = runtime.InferenceSession(model, options, ["CPUExecutionProvider"])
            self._tokenizer: Any = tokenizers.Tokenizer.from_str(pieces.decode("utf-8"))
            self._beginning, self._unknown = self._piece_id(BEGINNING_PIECE), self._piece_id(UNKNOWN_PIECE)
            self._check_shapes()
        except Exception as error:  # The errors of the two libraries have no other common class.
            raise MissingExtraError(
                f"the weights of articlekit-encoder in {folder} cannot be read ({type(error).__name__}: {error}): {REINSTALL}"
            ) from error
        self._pieces = lru_cache(maxsize=1 << 16)(self._cut)

    def _piece_id(self, piece: str) -> int:
        """Return the number of a piece. Raises ValueError if the tokenizer lacks it."""
        number: int | None = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"{PIECES_FILE} has no piece {piece}")
        return number

    def _check_shapes(self) -> None:
        """Read the last piece with the last value of each feature, so that a model made for fewer values or other labels raises."""
        import numpy as np

        last = self._tokenizer.get_vocab_size() - 1, SHAPE_COUNT - 1, POSITION_COUNT - 1, len(LABELS) - 1
        window = Window(np.array([last[0]]), np.array([last[1:]]), np.array([0]), slice(0, 1))
        if (found := self._read(window).shape[1]) != len(LABELS):
            raise ValueError(f"the model has {found} labels, expected {len(LABELS)}")

    def scores(self, articles: Sequence[Tokens]) -> list[Matrix]:
        """Return for each article the logarithm of each label's probability for each word. Shape (words, labels)."""
        import numpy as np

        cut = [list(to_windows(tokens, self._pieces, self._beginning)) for tokens in articles]
        each = iter(self._read_all([window for some in cut for window in some]))
        none = np.empty((0, len(LABELS)), dtype=np.float32)
        return [np.concatenate([none, *islice(each, len(some))]) for some in cut]

    def _read_all(self, some: Sequence[Window]) -> list[Matrix]:
        """Return the scores of each window, one window a call: 8-bit numbers share one scale among all that is computed at once."""
        threads = min(_usable_cores(), MAX_THREADS, len(some))
        if threads < 2:
            return [self._read(window) for window in some]
        with ThreadPoolExecutor(
            threads
        ) as pool:  # It takes half a millisecond; a pool that stays would not survive a fork.
            return list(pool.map(self._read, some))

    def _cut(self, word: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_WORD_PIECES]) or (self._unknown,)

    def _read(self, window: Window) -> Matrix:
        """Return the scores of the window's words."""
        import numpy as np

        there = np.ones((1, len(window.pieces)), dtype=np.float32)
        given = {"pieces": window.pieces[None], "features": window.features[None], "there": there}
        (scores,) = self._session.run(None, given)
        return _log_softmax(scores[0, window.first_pieces])


def _log_softmax(scores: Matrix) -> Matrix:
    import numpy as np

    low = scores - scores.max(axis=1, keepdims=True)
    chances: Matrix = low - np.log(np.exp(low).sum(axis=1, keepdims=True))
    return chances


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def load_encoder() -> EncoderLabeller:
    """Return the installed encoder, read once. Raises :class:`~articlekit.MissingExtraError` if it is not installed."""
    import_extra(WEIGHTS_PACKAGE)
    return EncoderLabeller(files(WEIGHTS_PACKAGE))


def import_extra(module: str) -> ModuleType:
    """Import and return a module of the extra. Raises :class:`~articlekit.MissingExtraError` if that fails."""
    try:
        found = import_module(module)
    except Exception as error:  # A broken module raises anything: OSError if a shared library of its own is missing.
        raise MissingExtraError(_why_not_imported(module, error)) from error
    if getattr(found, "__file__", None) is None:
        folders = ", ".join(getattr(found, "__path__", ()))
        raise MissingExtraError(
            f"{module} in {folders} has no code, perhaps left behind by an older version: {REINSTALL}"
        )
    return found


def _why_not_imported(module: str, error: Exception) -> str:
    if isinstance(error, ModuleNotFoundError) and error.name == module:
        return f'the encoder labeller needs {module}: pip install "articlekit[encoder]"'
    origin = spec.origin if (spec := find_spec(module)) else None
    return f"{module} in {origin} cannot be imported ({type(error).__name__}: {error}): {REINSTALL}"


def read_weights(folder: Traversable) -> tuple[bytes, bytes]:
    """Return the model and the pieces in a folder. Raises OSError or ValueError if a file is missing or does not match its digest."""
    digests = json.loads(folder.joinpath(DIGESTS_FILE).read_text(encoding="utf-8"))
    return _read_checked(folder, MODEL_FILE, digests), _read_checked(folder, PIECES_FILE, digests)


def _read_checked(folder: Traversable, name: str, digests: dict[str, str]) -> bytes:
    """Return the bytes of a file, whose folder may be inside an archive."""
    content = folder.joinpath(name).read_bytes()
    if sha256(content).hexdigest() != digests[name]:
        raise ValueError(f"{name} does not match its SHA-256 in {DIGESTS_FILE}")
    return content
