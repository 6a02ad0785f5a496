"""English text → claims in the making: the rules read it, the labeller reads it, and the two readings are made one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from articlekit.attribution.continuation import join
from articlekit.attribution.draft import Claimed
from articlekit.attribution.engine import spoken
from articlekit.attribution.labelling import linking
from articlekit.attribution.labelling.choosing import Chooser
from articlekit.attribution.labelling.combining import Combiner
from articlekit.attribution.labelling.decode import runs_of
from articlekit.attribution.labelling.drafting import Drafter
from articlekit.attribution.labelling.network import light
from articlekit.attribution.labelling.tokens import Tokens, tokens_of
from articlekit.attribution.quotes import Quotation, Region
from articlekit.models import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Labeller(Protocol):
    """What scores words: the light network that comes with the package, or another that reads the same."""

    def scores(self, tokens: Tokens) -> NDArray[np.float32]:
        """The logarithm of each label's probability for each word. Shape (words, labels)."""


def read_claims(
    article: Article, regions: Sequence[Region], quotations: list[Quotation], labeller: Labeller | None = None
) -> list[Claimed]:
    """The claims of an article. Without a labeller the light one reads it."""
    sentences = list(spoken(article, list(regions), quotations))
    claims = join(sentences, quotations)
    tokens = tokens_of(regions, quotations, claims)
    scores = (labeller or light()).scores(tokens)
    linked = linking.link(linking.Page(tokens), runs_of(tokens, scores), linking.weights())
    return Combiner(tokens, Chooser(tokens, scores), Drafter(tokens, sentences)).combined(linked, claims)
