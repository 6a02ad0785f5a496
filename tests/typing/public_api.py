"""How users with a strict type checker call articlekit. Checked by mypy and pyright; it is not run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_type

import articlekit
from articlekit import Article, Candidate, Draft, Options, Rule, Source


def section(draft: Draft) -> Iterator[Candidate[str]]:
    for block in draft.facts.select("p.kicker"):
        yield Candidate(block.text, block.text, (block,))


def read(raw: bytes) -> Article:
    options = Options(language="en-GB", rules=(Rule("section.kicker", section),))
    return articlekit.parse(raw, url="https://courier.example/a", format="html", options=options)


def speakers(article: Article) -> list[str | None]:
    sources: list[Source] = [source for claim in article.claims for source in claim.sources]
    assert_type(article.title, str | None)
    assert_type(articlekit.slice_text(article, article.claims[0].spans), str)
    return [source.name for source in sources]


def denials(article: Article) -> list[str]:
    return [claim.text for claim in article.claims if claim.cue and claim.cue.kind == "denial"]
