"""The order of attribution: read the article by rules and by the labeller, then merge the two readings.

1. :func:`read_with_rules`: quotations are paired, sentences split, and the rules run.
2. :func:`label_and_merge`: the labeller scores the words, scores become runs and links, and both readings are merged.

Text in another language than English has quotations only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.english.language import is_english
from articlekit.attribution.labeller import linking
from articlekit.attribution.labeller.decode import decode_runs
from articlekit.attribution.labeller.protocol import Labeller, Trust
from articlekit.attribution.labeller.tokens import Tokens, to_tokens
from articlekit.attribution.merge.arbiter import Arbiter
from articlekit.attribution.merge.label_drafts import LabelDrafter
from articlekit.attribution.merge.merge_readings import ReadingMerger
from articlekit.attribution.quotations.quotes import Quotation, find_quotations
from articlekit.attribution.rules.continuation import continue_claims
from articlekit.attribution.rules.engine import SentenceReading, find_regions, read_sentences
from articlekit.attribution.rules.interviews import read_interview
from articlekit.attribution.rules.polarity import mark_polarity
from articlekit.models import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@frozen(eq=False)
class RuleReading:
    """An article as the rules read it."""

    article: Article
    """The article."""
    quotations: list[Quotation]
    """The quotations, in any language."""
    stray_marks: int
    """How many quotation marks have no partner."""
    sentences: list[SentenceReading]
    """The sentences; empty if the text is not English."""
    claims: list[ClaimDraft]
    """The claims that the rules find."""
    tokens: Tokens
    """The words for the labeller, with the hints of the rules."""


def read_with_rules(article: Article) -> RuleReading:
    """Return what the rules find in an article: the first step."""
    regions = find_regions(article)
    quotations, stray = find_quotations(regions)
    if not is_english(article):
        return RuleReading(article, quotations, stray, [], [], Tokens())
    sentences = list(read_sentences(article, regions, quotations))
    claims, heard = read_interview(sentences, continue_claims(sentences, quotations), article.text, article.title or "")
    tokens = to_tokens(regions, quotations, claims, skip_blocks=heard)
    return RuleReading(article, quotations, stray, sentences, claims, tokens)


def label_and_merge(readings: Sequence[RuleReading], labeller: Labeller) -> list[list[ClaimDraft]]:
    """Return the claims of each article, by the rules and the labeller: the second step."""
    scored = labeller.scores([reading.tokens for reading in readings])
    found = [_merged(reading, scores, labeller.trust) for reading, scores in zip(readings, scored, strict=True)]
    for reading, claims in zip(readings, found, strict=True):
        mark_polarity(claims, reading.article.text, reading.article.title or "")
    return found


def _merged(reading: RuleReading, scores: NDArray[np.float32], trust: Trust) -> list[ClaimDraft]:
    tokens = reading.tokens
    if not len(tokens):
        return reading.claims
    linked = linking.link_runs(linking.TokenIndex(tokens), decode_runs(tokens, scores), linking.link_weights(), trust)
    drafter = LabelDrafter(tokens, reading.sentences)
    return ReadingMerger(Arbiter(tokens, scores, trust), drafter, reading.claims).merge(linked)
