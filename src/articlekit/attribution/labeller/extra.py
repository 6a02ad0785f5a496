"""The extra ``encoder``: its libraries and its weights, or an error that says what is wrong with them and how to mend it."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib import import_module
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from types import ModuleType
from typing import Final

from articlekit.errors import MissingExtraError

NETWORK: Final = "encoder.onnx"
PIECES: Final = "pieces.json"
"""The files of the weights."""

DIGESTS: Final = "digests.json"
"""The file beside them that has the SHA-256 of each. ``benchmarks/training`` writes it."""

MEND: Final = 'pip install --force-reinstall "articlekit[encoder]"'


def needed(module: str) -> ModuleType:
    """A module of the extra. Raises :class:`~articlekit.MissingExtraError` where it is not installed or cannot be imported."""
    try:
        found = import_module(module)
    except Exception as error:  # What is broken raises what it likes: OSError where a library of its own is missing.
        raise MissingExtraError(_why(module, error)) from error
    if getattr(found, "__file__", None) is None:
        folders = ", ".join(getattr(found, "__path__", ()))
        raise MissingExtraError(f"{module} in {folders} holds no code, as where an old one was taken away: {MEND}")
    return found


def _why(module: str, error: Exception) -> str:
    """Why a module cannot be imported, and what to do."""
    if isinstance(error, ModuleNotFoundError) and error.name == module:
        return f'the encoder labeller needs {module}: pip install "articlekit[encoder]"'
    place = spec.origin if (spec := find_spec(module)) else None
    return f"{module} in {place} cannot be imported ({type(error).__name__}: {error}): {MEND}"


def whole(folder: Traversable) -> tuple[bytes, bytes]:
    """The network and the pieces in a folder. Raises OSError or ValueError where they are not as they were made."""
    told = json.loads(folder.joinpath(DIGESTS).read_text(encoding="utf-8"))
    return _read(folder, NETWORK, told), _read(folder, PIECES, told)


def _read(folder: Traversable, name: str, told: dict[str, str]) -> bytes:
    """The bytes of a file: its folder may lie in an archive."""
    content = folder.joinpath(name).read_bytes()
    if sha256(content).hexdigest() != told[name]:
        raise ValueError(f"{name} is not the file that {DIGESTS} tells of")
    return content
