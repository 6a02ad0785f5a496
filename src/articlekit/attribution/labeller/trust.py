"""How far a labeller is believed where it is in doubt, and where the rules read otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from articlekit.attribution.labeller.tokens import Role


@frozen
class Trust:
    """The constants of one labeller; ``benchmarks/history.md`` has what other values gave."""

    words: float
    """How likely the words of a cue or content must be on average, or they are left out."""
    claim: float
    """How likely a claim must be that names no source, or that takes its content from the speaker whom a rule gives it to."""
    over_rules: Mapping[Role, float]
    """How much likelier its words must be than those of a rule, in powers of e, before the rule's give way."""
    denied: float
    """How unlikely it is that words have a role where it denies what a rule alone found, in powers of e."""


LIGHT: Final = Trust(0.5, 0.55, {"source": 2.0, "cue": 8.0, "content": 12.0}, denied=-3.0)
"""Rules know best where content ends, and least who its source is."""

ENCODER: Final = Trust(0.1, 0.1, {"source": -2.0, "cue": 0.0, "content": 4.0}, denied=-0.7)
"""The encoder knows better than the rules who speaks, and as well how and what."""
