"""A claim draft: offsets of characters, before it is known which mentions mean the same source."""

from __future__ import annotations

from attrs import Factory, define, frozen

from articlekit.models import CueKind, SpanField

CharRange = tuple[int, int]
"""Start and end offsets of characters, end exclusive."""


@frozen
class Mention:
    """Words that name a source."""

    start: int
    """The offset of the first character."""
    end: int
    """The offset after the last character."""
    field: SpanField = "text"
    """Whether they are in the text or in the title."""
    antecedent: CharRange | None = None
    """The words that a relative pronoun stands for. None: it is not a relative pronoun."""

    @property
    def position(self) -> tuple[int, int, str]:
        """Start, end and field, by which a mention is identified."""
        return self.start, self.end, self.field


@define
class ClaimDraft:
    """A claim before its sources are resolved."""

    rule: str
    """The name of the rule that found it."""
    kind: CueKind
    """What the source does, by its cue."""
    content: list[CharRange]
    """The ranges of the attributed words, in order."""
    sources: list[Mention] = Factory(list)
    """The mentions of who says it, one for each source."""
    source_ranges: list[CharRange] = Factory(list)
    """The ranges of the whole noun phrase of the sources, with coordinations."""
    cue: CharRange | None = None
    """The range of the reporting words. None: there are none."""
    audience: list[Mention] = Factory(list)
    """The mentions of the people it was said to."""
    field: SpanField = "text"
    """Whether it is in the text or in the title."""
    sentence: CharRange = (0, 0)
    """The range of the sentence, in which a date may say when it was said."""
    negated: bool = False
    """True if the source did not say it."""
    hedged: bool = False
    """True if the reporter hedges: ``reportedly said``."""
    confidence: float = 0.5
    """The share of claims of this rule that are right: 0 to 1."""
