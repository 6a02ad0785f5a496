"""Negation and hedging: claims that nobody made (``no one said``), and claims that may be made (``may say``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from articlekit.attribution.claim_draft import CharRange, ClaimDraft, Mention

NOBODY_SOURCE: Final = re.compile(r"(?:no|none|nobody|no-one|nothing)\b", re.IGNORECASE)
"""A source that denies that there is one: ``No official said``, ``None of them``."""

NEITHER_NOR: Final = re.compile(r"neither ([^.,;:]{1,80}) nor ", re.IGNORECASE)
"""The words before the second of two sources: ``Neither Smith nor Jones``."""

NEITHER_SOURCE: Final = re.compile(r"neither\b(?: of\b)? ?", re.IGNORECASE)
"""The words that open a source of two: ``Neither | company``, ``Neither of | the unions``."""

NEGATION_BEFORE_SOURCE: Final = re.compile(r"\b(?:not (?:even )?|neither (?:of )?)$", re.IGNORECASE)
"""*not* or *neither* before a source: ``Not everyone agreed``."""

HYPOTHETICAL_CUE: Final = re.compile(r"(?:may|might)\b|(?:would|could|should) have\b", re.IGNORECASE)
"""A cue for words that are not said, or perhaps not: ``may argue``, ``would have said``."""

NOTHING_ABOUT: Final = re.compile(r"nothing (?:about|of|on)\b", re.IGNORECASE)
"""The start of content that is none: ``said nothing about``."""

WITHHELD_CUE: Final = re.compile(
    r"(?:(?:would|will) not|(?:would|wo)n['’]t) (?:say|discuss|disclose|reveal|elaborate|identify)\b", re.IGNORECASE
)
"""A cue of a refusal to speak: ``would not say``."""

ANSWER_VERBS: Final = re.compile(
    r"\b(?:be drawn|return(?:ed)?|comment(?:ed)?|respond(?:ed)?|reply|replied|(?<!do not )(?<!does not )answer(?:ed)?)\b",
    re.IGNORECASE,
)
"""Verbs of a refusal if they are negated: ``would not be drawn on``. A film that *does not answer* a question refuses nothing."""

MAX_NEGATION_CHARS: Final = 90
"""Characters before a source in which *neither* may open the phrase of two sources."""


def mark_polarity(claims: Iterable[ClaimDraft], text: str, title: str) -> None:
    """Mark claims that nobody made as negated, claims that may be made as hedged, and a refusal to comment as such."""
    for claim in claims:
        whole = title if claim.field == "title" else text
        if claim.source_ranges and _negate_source(claim, whole):
            claim.negated = not claim.negated
        claim.negated |= NOTHING_ABOUT.match(whole, *claim.content[0]) is not None
        if claim.negated and claim.sources and claim.cue and _refuses_answer(claim.cue, whole):
            claim.kind, claim.negated = "refusal", False
        claim.hedged |= claim.cue is not None and HYPOTHETICAL_CUE.match(whole, *claim.cue) is not None


def _refuses_answer(cue: CharRange, text: str) -> bool:
    """True if a negated cue says that somebody refused to speak."""
    return (ANSWER_VERBS.search(text, *cue) or WITHHELD_CUE.match(text, *cue)) is not None


def _negate_source(claim: ClaimDraft, text: str) -> bool:
    """Return True if the source does not make the claim: ``no one said``. Also corrects ``claim.sources`` to those who do."""
    start, end = claim.source_ranges[0]
    if NOBODY_SOURCE.match(text, start, end):
        claim.sources = []
        return True
    before = max(claim.sentence[0], start - MAX_NEGATION_CHARS)
    if neither := NEITHER_NOR.search(text, before, end):
        last = Mention(neither.end(), end, claim.field)
        claim.sources = [Mention(*neither.span(1), claim.field), last]
        return True
    if both := NEITHER_SOURCE.match(text, start, end):
        claim.sources = [Mention(both.end(), end, claim.field)] if both.end() < end else []
        return True
    return NEGATION_BEFORE_SOURCE.search(text[before:start]) is not None
