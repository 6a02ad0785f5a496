"""English text → claims in the making: the rules read it, the labeller reads it, and the two readings are made one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.english.english import is_english
from articlekit.attribution.labeller import linking
from articlekit.attribution.labeller.decode import decode_runs
from articlekit.attribution.labeller.protocol import Labeller, Trust
from articlekit.attribution.labeller.tokens import Tokens, to_tokens
from articlekit.attribution.merge.choosing import Chooser
from articlekit.attribution.merge.combining import Combiner
from articlekit.attribution.merge.drafting import Drafter
from articlekit.attribution.quotations.quotes import Quotation, find_quotations
from articlekit.attribution.rules.continuation import join
from articlekit.attribution.rules.engine import Spoken, regions_of, spoken
from articlekit.attribution.rules.interviews import hear
from articlekit.attribution.rules.polarity import weigh
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
    """What stands in quotation marks, in any language."""
    stray: int
    """How many marks have no partner."""
    sentences: list[Spoken]
    """The sentences; none where the text is not English."""
    claims: list[ClaimDraft]
    """What the rules find in them."""
    tokens: Tokens
    """The words that the labeller is to read, with the rules' hints."""


def read_with_rules(article: Article) -> RuleReading:
    """What the rules find."""
    regions = regions_of(article)
    quotations, stray = find_quotations(regions)
    if not is_english(article):
        return RuleReading(article, quotations, stray, [], [], Tokens())
    sentences = list(spoken(article, regions, quotations))
    claims, heard = hear(sentences, join(sentences, quotations), article.text, article.title or "")
    tokens = to_tokens(regions, quotations, claims, skip_blocks=heard)
    return RuleReading(article, quotations, stray, sentences, claims, tokens)


def label_and_merge(many: Sequence[RuleReading], labeller: Labeller) -> list[list[ClaimDraft]]:
    """The claims of each article, by both readings."""
    scored = labeller.scores([ruled.tokens for ruled in many])
    found = [_combined(ruled, scores, labeller.trust) for ruled, scores in zip(many, scored, strict=True)]
    for ruled, claims in zip(many, found, strict=True):
        weigh(claims, ruled.article.text, ruled.article.title or "")
    return found


def _combined(ruled: RuleReading, scores: NDArray[np.float32], trust: Trust) -> list[ClaimDraft]:
    tokens = ruled.tokens
    if not len(tokens):
        return ruled.claims
    linked = linking.link_runs(linking.TokenIndex(tokens), decode_runs(tokens, scores), linking.link_weights(), trust)
    combiner = Combiner(tokens, Chooser(tokens, scores, trust), Drafter(tokens, ruled.sentences), ruled.claims)
    return combiner.combined(linked)
