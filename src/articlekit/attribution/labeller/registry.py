"""The labellers by name: what scores the words of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Protocol, get_args

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlekit.attribution.labeller.tokens import Tokens
    from articlekit.attribution.labeller.trust import Trust

LabellerName = Literal["light", "encoder"]
"""``light`` comes with the package; ``encoder`` finds more, is slower, and an extra."""


class Labeller(Protocol):
    """What scores words."""

    @property
    def trust(self) -> Trust:
        """How far it is believed."""

    @property
    def together(self) -> int:
        """How many articles it is best given at once. Articles."""

    def scores(self, many: Sequence[Tokens]) -> list[NDArray[np.float32]]:
        """For each article the logarithm of each label's probability for each word. Shape (words, labels)."""


def get_labeller(name: LabellerName) -> Labeller:
    """The labeller of that name, loaded when it is first asked for.

    Raises ValueError for a name that is none, and :class:`~articlekit.MissingExtraError` where it is not installed.
    """
    if name == "light":
        from articlekit.attribution.labeller.light import load_light

        return load_light()
    if name == "encoder":
        from articlekit.attribution.labeller.encoder import load_encoder

        return load_encoder()
    raise ValueError(f"labeller: {name!r} is none of {', '.join(get_args(LabellerName))}")
