"""What else a web page states: keywords, publisher and description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from articlekit.models import Publisher
from articlekit.parsers.conventions.address import domain_of
from articlekit.parsers.conventions.structured import meta, name_of, values_of, words_of
from articlekit.parsers.draft import Draft
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.urls import is_web_address

MOST = 50
"""Keywords of one article."""
_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


def _strings(values: Iterable[object]) -> Iterator[Candidate[str]]:
    return (Candidate(words, words) for value in values if (words := words_of(value)))


LONGEST_TAG = 60
"""Characters of a tag on the page."""


@rule(
    "tags.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "keywords": ["harbour", "strike"]}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
    near_miss='<script type="application/ld+json">{"@type": "WebSite", "keywords": ["harbour", "strike"]}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
)
def tags_in_jsonld(draft: Draft) -> Iterator[Candidate[str]]:
    """``keywords`` of the article in JSON-LD: a list, or one string with commas."""
    return _tags(name for value in values_of(draft.node, "keywords") if (name := name_of(value)))


@rule(
    "tags.meta",
    example=f"<meta property='article:tag' content='harbour'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta property='article:section' content='harbour'><h1>Harbour closed</h1>{_STORY}",
)
def tags_in_meta(draft: Draft) -> Iterator[Candidate[str]]:
    """``article:tag``, ``news_keywords``, ``parsely-tags`` or ``keywords``: the first of them that is stated."""
    for key in ("article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"):
        if found := list(_tags(meta(draft, key))):
            return iter(found)
    return iter(())


@rule(
    "tags.marked",
    example=f"<h1>Harbour closed</h1>{_STORY}<p><a rel='tag' href='/tag/harbour'>harbour</a></p>",
    near_miss=f"<h1>Harbour closed</h1>{_STORY}<p><a rel='author' href='/quill'>Ada Quill</a></p>",
)
def marked_tags(draft: Draft) -> Iterator[Candidate[str]]:
    """Links that the page marks with ``rel=tag``, the microformat that blogs are made with."""
    return _tags(words for words in draft.meta.get("rel:tag", ()) if len(words) <= LONGEST_TAG)


def _tags(values: Iterable[str]) -> Iterator[Candidate[str]]:
    tags = (tag.strip() for value in values for tag in value.split(","))
    return (Candidate(tag, tag) for tag in islice(dict.fromkeys(filter(None, tags)), MOST))


@rule(
    "publisher.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Harbour Courier"}}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Harbour Courier"}}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
)
def publisher_in_jsonld(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``publisher`` of the article in JSON-LD or microdata."""
    for node in (draft.node, draft.item):
        for value in values_of(node, "publisher"):
            if (name := name_of(value)) and not is_web_address(name):
                yield Candidate(Publisher(name=name, domain=domain_of(draft)), name)


@rule(
    "publisher.opengraph",
    example=f"<meta property='og:site_name' content='Harbour Courier'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta property='og:title' content='Harbour Courier'><h1>Harbour closed</h1>{_STORY}",
)
def publisher_in_opengraph(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``og:site_name``, ``dc.publisher`` or ``application-name``."""
    for name in meta(draft, "og:site_name", "dc.publisher", "application-name"):
        if not is_web_address(name):
            yield Candidate(Publisher(name=name.removeprefix("@"), domain=domain_of(draft)), name)


@rule(
    "summary.description",
    example=f"<meta name='description' content='Ferries stay in port.'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta name='keywords' content='Ferries, port'><h1>Harbour closed</h1>{_STORY}",
)
def description(draft: Draft) -> Iterator[Candidate[str]]:
    """``description`` in JSON-LD, OpenGraph or HTML."""
    return _strings(
        chain(
            values_of(draft.node, "description"),
            meta(draft, "og:description", "description", "twitter:description", "dc.description"),
        )
    )


WEB_TAGS: tuple[Rule[str], ...] = (tags_in_jsonld, tags_in_meta, marked_tags)
WEB_PUBLISHER: tuple[Rule[Publisher], ...] = (publisher_in_jsonld, publisher_in_opengraph)
WEB_SUMMARY: tuple[Rule[str], ...] = (description,)
