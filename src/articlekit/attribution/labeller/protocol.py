"""What a labeller is, and how far each labeller is trusted against the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from attrs import frozen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlekit.attribution.labeller.tokens import LabelRole, Tokens


@frozen
class Trust:
    """How far a labeller is trusted if it is in doubt, or if the rules read other words.

    ``benchmarks/history.md`` has what other values gave.
    """

    min_run_chance: float
    """The mean chance, 0 to 1, that the words of a cue or content must have. Less likely runs are left out."""
    min_claim_chance: float
    """The chance, 0 to 1, that a claim must have if it names no source, or takes content that a rule gives to another speaker."""
    override_odds: Mapping[LabelRole, float]
    """By how much the labeller's words must be likelier than a rule's words to replace them. Natural logarithm of the odds."""
    denial_odds: float
    """The mean odds below which the labeller denies that words have a role. Natural logarithm."""


LIGHT_TRUST: Final = Trust(0.5, 0.55, {"source": 2.0, "cue": 8.0, "content": 12.0}, denial_odds=-3.0)
"""The rules know best where content ends, and least well who its source is."""

ENCODER_TRUST: Final = Trust(0.1, 0.1, {"source": -2.0, "cue": 0.0, "content": 4.0}, denial_odds=-0.7)
"""The encoder knows better than the rules who speaks, and as well how and what."""


class Labeller(Protocol):
    """Scores each word of an article for each label."""

    @property
    def trust(self) -> Trust:
        """How far its scores are trusted against the rules."""

    @property
    def batch_size(self) -> int:
        """How many articles it reads best at once."""

    def scores(self, articles: Sequence[Tokens]) -> list[NDArray[np.float32]]:
        """Return for each article the logarithm of each label's probability for each word. Shape (words, labels)."""
