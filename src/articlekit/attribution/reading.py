"""English text → claims in the making: the rules read it, the labeller reads it, and the two readings are made one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from articlekit.attribution.claim_draft import Claimed
from articlekit.attribution.english.english import is_english
from articlekit.attribution.labeller import linking
from articlekit.attribution.labeller.decode import runs_of
from articlekit.attribution.labeller.labellers import Labeller
from articlekit.attribution.labeller.tokens import Tokens, tokens_of
from articlekit.attribution.labeller.trust import Trust
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
class Ruled:
    """An article as the rules read it."""

    article: Article
    """The article."""
    quotations: list[Quotation]
    """What stands in quotation marks, in any language."""
    stray: int
    """How many marks have no partner."""
    sentences: list[Spoken]
    """The sentences; none where the text is not English."""
    claims: list[Claimed]
    """What the rules find in them."""
    tokens: Tokens
    """The words that the labeller is to read, with the rules' hints."""


def read_rules(article: Article) -> Ruled:
    """What the rules find."""
    regions = regions_of(article)
    quotations, stray = find_quotations(regions)
    if not is_english(article):
        return Ruled(article, quotations, stray, [], [], Tokens())
    sentences = list(spoken(article, regions, quotations))
    claims, heard = hear(sentences, join(sentences, quotations), article.text, article.title or "")
    tokens = tokens_of(regions, quotations, claims, but=heard)
    return Ruled(article, quotations, stray, sentences, claims, tokens)


def read_claims(many: Sequence[Ruled], labeller: Labeller) -> list[list[Claimed]]:
    """The claims of each article, by both readings."""
    scored = labeller.scores([ruled.tokens for ruled in many])
    found = [_combined(ruled, scores, labeller.trust) for ruled, scores in zip(many, scored, strict=True)]
    for ruled, claims in zip(many, found, strict=True):
        weigh(claims, ruled.article.text, ruled.article.title or "")
    return found


def _combined(ruled: Ruled, scores: NDArray[np.float32], trust: Trust) -> list[Claimed]:
    tokens = ruled.tokens
    if not len(tokens):
        return ruled.claims
    linked = linking.link(linking.Page(tokens), runs_of(tokens, scores), linking.weights(), trust)
    combiner = Combiner(tokens, Chooser(tokens, scores, trust), Drafter(tokens, ruled.sentences), ruled.claims)
    return combiner.combined(linked)
