"""The labellers by name."""

from __future__ import annotations

from threading import Lock
from typing import Final, Literal, get_args

from articlekit.attribution.labeller.protocol import Labeller

LabellerName = Literal["light", "encoder"]
"""``light`` comes with the package. ``encoder`` is an extra: it finds more and is slower."""


_LOADING: Final = Lock()


def get_labeller(name: LabellerName) -> Labeller:
    """Return the labeller of that name. It is loaded at the first call; threads that ask meanwhile wait and get the same one.

    Raises ValueError for an unknown name, and :class:`~articlekit.MissingExtraError` if the labeller is not installed.
    """
    if name == "light":
        from articlekit.attribution.labeller.light import load_light

        with _LOADING:
            return load_light()
    if name == "encoder":
        from articlekit.attribution.labeller.encoder import load_encoder

        with _LOADING:
            return load_encoder()
    raise ValueError(f"labeller must be one of {', '.join(get_args(LabellerName))}; got {name!r}")
