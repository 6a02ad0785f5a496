from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from articlekit import Article, serializers, to_dict, to_html, to_jsonld, to_markdown
from articlekit.serializers import cite, link_to, to_annotations, to_ninjs, to_rows

WRITERS: dict[str, Callable[[Any], object]] = {
    "to_dict": to_dict,
    "to_markdown": to_markdown,
    "to_html": to_html,
    "to_jsonld": to_jsonld,
    "to_ninjs": to_ninjs,
    "to_annotations": to_annotations,
    "to_rows": lambda article: to_rows(article, "claims"),
    "cite": lambda article: cite(article, article),
    "link_to": lambda article: link_to(article, article),
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_rejects_what_is_not_an_article(name: str) -> None:
    with pytest.raises(TypeError, match=f"{name} takes an Article, not str"):
        WRITERS[name]("Rain fell.")


@pytest.mark.parametrize("write", [cite, link_to])
def test_only_claims_and_quotes_can_be_cited(article: Article, write: Callable[[Article, Any], object]) -> None:
    with pytest.raises(TypeError, match="takes a Claim or a Quote, not Source"):
        write(article, article.sources[0])


@pytest.mark.parametrize("write", [cite, link_to])
def test_a_claim_of_another_article_cannot_be_cited(article: Article, write: Callable[[Article, Any], object]) -> None:
    other = evolve(article, text="x" * len(article.text))
    with pytest.raises(ValueError, match="claim-2 is not from this article"):
        write(other, article.claims[1])


def test_every_function_that_takes_an_article_is_tested() -> None:
    written = {name for name in serializers.__all__ if name.startswith("to_") and name != "to_arrow"}
    assert written <= WRITERS.keys()
