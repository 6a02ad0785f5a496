"""What the rules hand on: a claim in the making, in characters, before its sources are known."""

from __future__ import annotations

from attrs import Factory, define, frozen

from articlekit.models import CueKind, SpanField

CharRange = tuple[int, int]
"""Start and end in characters, end exclusive."""


@frozen
class Mention:
    """Words that name a source."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    field: SpanField = "text"
    """Whether they stand in the text or in the title."""
    antecedent: CharRange | None = None
    """For ``who`` and its like: the words that it stands for."""

    @property
    def position(self) -> tuple[int, int, str]:
        """Where the words stand, whatever they stand for."""
        return self.start, self.end, self.field


@define
class ClaimDraft:
    """A claim in the making."""

    rule: str
    """The name of the rule that found it."""
    kind: CueKind
    """What the source does."""
    content: list[CharRange]
    """The attributed words, in order."""
    sources: list[Mention] = Factory(list)
    """The words that name who says it, one mention for each source."""
    source_ranges: list[CharRange] = Factory(list)
    """The whole noun phrase of the source, coordination included."""
    cue: CharRange | None = None
    """The reporting words."""
    audience: list[Mention] = Factory(list)
    """The words that name whom it was told to."""
    field: SpanField = "text"
    """Whether it stands in the text or in the title."""
    sentence: CharRange = (0, 0)
    """The sentence, in which words tell when it was said."""
    negated: bool = False
    """True where the source did not say it."""
    hedged: bool = False
    """True where the reporter keeps a distance."""
    confidence: float = 0.5
    """How often claims of this rule are right."""
