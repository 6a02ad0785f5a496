"""An article while its rows are made: what all of them need is found once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from attrs import frozen

from articlekit.models import Article, Claim, Quote, Span, slice_text
from articlekit.serializers.identity import article_uri


@frozen
class Reading:
    """One article, with what is counted once for all its rows."""

    article: Article
    """The article."""

    @cached_property
    def id(self) -> str:
        """Its address, or what stands for one."""
        return article_uri(self.article)

    @cached_property
    def claims_of(self) -> Counter[str]:
        """How many claims each source makes, by its id."""
        return _counted(self.article.claims)

    @cached_property
    def quotes_of(self) -> Counter[str]:
        """How many quotes are each source's own, by its id."""
        return _counted(self.article.quotes)

    def words(self, spans: Iterable[Span]) -> str:
        """The words at ``spans``."""
        return slice_text(self.article, spans)


def _counted(items: Iterable[Claim | Quote]) -> Counter[str]:
    return Counter(source.id for item in items for source in item.sources)
