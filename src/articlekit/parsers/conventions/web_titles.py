"""The headline of a web page: the heading that its markup confirms, or what the markup states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from articlekit.parsers.conventions.structured import (
    NEWS,
    beginnings,
    meta,
    once,
    site_names,
    types_of,
    values_of,
    without_site,
    words_of,
)
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.prose import squeeze
from articlekit.parsers.rules import Candidate, Rule, rule

SHORTEST = 8
"""Characters, squeezed, that two headlines have to share at their ends."""
HEAD = 6
"""Blocks of the story at whose head its headline can stand."""
LONGEST = 400
"""Characters of the longest headline."""


def _stated(draft: Draft) -> list[str]:
    """What the markup states as the headline, best first."""
    return once(draft, "titles", lambda draft: list(_find_stated(draft)))


def _find_stated(draft: Draft) -> Iterator[str]:
    names = site_names(draft)
    for node in (draft.node, draft.item):
        for value in values_of(node, "headline"):
            if words := words_of(value):
                yield without_site(words, names)
    for words in islice(meta(draft, "og:title", "twitter:title", "dc.title"), 1):
        yield without_site(words, names)
    for value in values_of(draft.node, "name"):
        if words := words_of(value):
            yield without_site(words, names)


@rule(
    "title.shown",
    example="<meta property='og:title' content='Harbour closed'><h1>Local news</h1><h2>Harbour closed</h2>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
    near_miss="<meta property='og:title' content='Harbour closed'><h1>Storm shuts the port</h1>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
)
def shown(draft: Draft) -> Iterator[Candidate[str]]:
    """The last heading over the story whose words the markup states too; a kicker that only one of the two has is dropped."""
    stated = {squeeze(words): words for words in reversed(list(_stated(draft))) if len(words) <= LONGEST}
    stated.pop("", None)
    if not stated:
        return
    whole = (*meta(draft, "og:title"), *draft.meta.get("html:title", ())[:1])
    parts = {squeezed for words in whole for part in beginnings(words) if len(squeezed := squeeze(part)) >= SHORTEST}
    for heading in reversed(draft.headings):
        words = " ".join(heading.text.replace("\xad", "").split())
        if (squeezed := squeeze(words)) in stated:
            spelt = max(stated[squeezed], words, key=lambda spelling: len(spelling.split()))
            yield Candidate(spelt, heading.text, _repeated(draft, squeezed))
        elif squeezed in parts:
            yield Candidate(words, heading.text, _repeated(draft, squeezed))
        elif kicked := _without_kicker(squeezed, stated):
            yield Candidate(kicked, heading.text, _repeated(draft, squeezed))


def _repeated(draft: Draft, headline: str) -> tuple[DraftBlock, ...]:
    """The block at the head of the story that says the headline once more."""
    return tuple(block for block in draft.body()[:HEAD] if block.kind == "heading" and squeeze(block.text) == headline)[
        :1
    ]


def _without_kicker(heading: str, stated: dict[str, str]) -> str | None:
    """The stated headline that ends the heading."""
    ends = [words for squeezed, words in stated.items() if len(squeezed) >= SHORTEST and heading.endswith(squeezed)]
    return max(ends, key=len, default=None)


@rule(
    "title.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour closed"}</script>'
    "<h1>Storm shuts the port</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
    near_miss='<script type="application/ld+json">{"@type": "WebSite", "headline": "Harbour Courier"}</script>'
    "<h1>Storm shuts the port</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
)
def headline_in_jsonld(draft: Draft) -> Iterator[Candidate[str]]:
    """The ``headline`` of a news report in JSON-LD."""
    if types_of(draft.node) & NEWS:
        yield from _headlines(draft)


def _headlines(draft: Draft) -> Iterator[Candidate[str]]:
    names = site_names(draft)
    for value in values_of(draft.node, "headline"):
        if words := words_of(value):
            yield Candidate(without_site(words, names), words)


@rule(
    "title.first_heading",
    example="<h1>Storm shuts the port</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
    near_miss="<title>Harbour closed</title><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
)
def first_heading(draft: Draft) -> Iterator[Candidate[str]]:
    """The page's headings of the first level that are not its site's name: stated ones first, then those over the story."""
    names = site_names(draft)
    stated = {squeeze(words) for words in _stated(draft)} | {
        squeeze(without_site(words, names)) for words in draft.meta.get("html:title", ())[:1]
    }
    headings = [
        words for value in draft.meta.get("html:h1", ()) if (words := words_of(value)) and len(words) <= LONGEST
    ]
    headings = [without_site(words, names) for words in headings if squeeze(words) not in names]
    above = {squeeze(heading.text) for heading in draft.headings}
    for words in sorted(headings, key=lambda words: (squeeze(words) not in stated, squeeze(words) not in above)):
        yield Candidate(words, words, _repeated(draft, squeeze(words)))


@rule(
    "title.opengraph",
    example="<meta property='og:title' content='Harbour closed'><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<meta property='og:description' content='Harbour closed'><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def title_in_opengraph(draft: Draft) -> Iterator[Candidate[str]]:
    """``headline`` in JSON-LD or microdata, ``og:title``, ``twitter:title``, ``dc.title``, without the site's name."""
    for words in _stated(draft):
        yield Candidate(words, words)


@rule(
    "title.element",
    example="<html><head><title>Harbour closed</title></head><body><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
    near_miss="<p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
)
def title_element(draft: Draft) -> Iterator[Candidate[str]]:
    """The ``title`` element, without the site's name."""
    names = site_names(draft)
    for value in draft.meta.get("html:title", ())[:1]:
        if (words := words_of(value)) and (title := without_site(words, names)):
            yield Candidate(title, words)


WEB_TITLE: tuple[Rule[str], ...] = (shown, headline_in_jsonld, first_heading, title_in_opengraph, title_element)
