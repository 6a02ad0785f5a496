"""What else a web page states: language, address, section, keywords, publisher and description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from articlekit.models import Publisher
from articlekit.parsers.conventions.address import domain_of
from articlekit.parsers.conventions.structured import meta, name_of, values_of, words_of
from articlekit.parsers.draft import Draft
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.urls import absolute, is_web_address, registrable_domain, split_url

MOST = 50
"""Keywords of one article."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


def _strings(values: Iterable[object]) -> Iterator[Candidate[str]]:
    return (Candidate(words, words) for value in values if (words := words_of(value)))


LONGEST_TAG = 60
"""Characters of a tag on the page."""


@rule(
    "language.html",
    example=f"<html lang='en-GB'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<html lang='plain English'><h1>Harbour closed</h1>{_STORY}",
)
def language_of_page(draft: Draft) -> Iterator[Candidate[str]]:
    """A BCP 47 tag in ``lang``, ``inLanguage``, ``content-language`` or ``og:locale``."""
    stated = chain(
        draft.meta.get("html:lang", ()),
        values_of(draft.node, "inLanguage"),
        meta(draft, "content-language", "language", "dc.language", "og:locale"),
    )
    for candidate in _strings(stated):
        if _TAG.fullmatch(candidate.value):
            yield Candidate(candidate.value.replace("_", "-"), candidate.raw)


@rule(
    "url.canonical",
    example=f"<link rel='canonical' href='https://courier.example/harbour-closed'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<link rel='canonical' href='/harbour-closed'><h1>Harbour closed</h1>{_STORY}",
)
def canonical(draft: Draft) -> Iterator[Candidate[str]]:
    """The canonical link or ``og:url``: an address of a page on the caller's site, where the caller gives one."""
    base = draft.given_url or next(filter(is_web_address, meta(draft, "og:url")), None)
    for href in chain(draft.meta.get("link:canonical", ()), meta(draft, "og:url")):
        url = absolute(href, base)
        if url and is_web_address(url) and _leads_to_page(url, draft.given_url):
            yield Candidate(url, href)


def _leads_to_page(url: str, given: str | None) -> bool:
    """Whether an address can be the article's: no home page, and none on a site that is not the caller's."""
    parts = split_url(url)
    if "." not in parts.netloc or not (parts.path.strip("/") or parts.query):
        return False
    return (
        given is None or parts.netloc == split_url(given).netloc or registrable_domain(url) == registrable_domain(given)
    )


@rule(
    "section.stated",
    example=f"<meta property='article:section' content='Local news'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta property='article:content_tier' content='free'><h1>Harbour closed</h1>{_STORY}",
)
def section(draft: Draft) -> Iterator[Candidate[str]]:
    """``articleSection`` in JSON-LD or microdata, ``article:section`` and the like."""
    return _strings(
        chain(
            values_of(draft.node, "articleSection"),
            values_of(draft.item, "articleSection"),
            meta(draft, "article:section", "parsely-section", "cxenseparse:recs:category", "section"),
        )
    )


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
    return _tags(block.words for block in draft.select('a[rel~="tag"]') if len(block.text) <= LONGEST_TAG)


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


WEB_LANGUAGE: tuple[Rule[str], ...] = (language_of_page,)
WEB_URL: tuple[Rule[str], ...] = (canonical,)
WEB_SECTION: tuple[Rule[str], ...] = (section,)
WEB_TAGS: tuple[Rule[str], ...] = (tags_in_jsonld, tags_in_meta, marked_tags)
WEB_PUBLISHER: tuple[Rule[Publisher], ...] = (publisher_in_jsonld, publisher_in_opengraph)
WEB_SUMMARY: tuple[Rule[str], ...] = (description,)
