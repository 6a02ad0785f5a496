"""Dates in the metadata of a page: JSON-LD, microdata, meta elements, ``time`` elements and the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from articlekit.models import When
from articlekit.parsers.draft import Draft, fact
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.dates.line_dates import is_earlier, read_metadata_date
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.web.schema_org import property_values

_LONG_TEXT = (
    f"<p>{'The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again. ' * 6}</p>"
)

_TITLE_SEPARATOR = re.compile(r"\s[|–—-]\s")

_OPENGRAPH_KEYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "http://ogp.me/ns/article#published_time",
)  # fmt: skip

_META_KEYS = (
    "datepublished", "publisheddate", "published_date", "publish_date", "publish-date", "publishdate", "pubdate", "pub_date", "date-pub",
    "og:publish_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "cxenseparse:recs:published_time", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created",
    "date.created", "published-date", "prism.publicationdate", "content:publishdate", "published", "published_at", "citation_publication_date",
    "citation_date", "article_date_original", "article.published", "originalpublicationdate", "date",
)  # fmt: skip

_CHANGE_KEYS = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
    "dc.date.modified", "date.modified", "last_modified", "cxenseparse:modified_time", "revised",
)  # fmt: skip

_KEY_WORD = re.compile(r"[a-z]+")

_PUBLISHED_WORDS = frozenset("published publish publication".split())

_DATE_WORDS = frozenset("date time".split())

_CHANGE_WORDS = frozenset("last updated modified".split())


def _dates(draft: Draft, values: Iterable[object]) -> Iterator[Candidate[When]]:
    """Yield the values that are dates of at least a day."""
    return (Candidate(when, when.raw) for value in values if (when := read_metadata_date(draft, value)))


def metadata_dates(draft: Draft) -> Iterator[Candidate[When]]:
    """Yield each date of publication in the best sources of metadata, best first."""
    for read in (_dates_in_jsonld, _dates_in_opengraph, _dates_in_microdata, _dates_of_page):
        yield from read(draft)


def _dates_in_jsonld(draft: Draft) -> Iterator[Candidate[When]]:
    return _dates(draft, property_values(draft.facts.node, "datePublished"))


def _dates_in_opengraph(draft: Draft) -> Iterator[Candidate[When]]:
    return _dates(draft, meta_values(draft, *_OPENGRAPH_KEYS))


def _dates_in_microdata(draft: Draft) -> Iterator[Candidate[When]]:
    return _dates(draft, property_values(draft.facts.item, "datePublished"))


def _dates_of_page(draft: Draft) -> Iterator[Candidate[When]]:
    return _dates(draft, property_values(draft.facts.page_node, "datePublished"))


@rule(
    "published.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-13T17:40+02:00"}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2025-06-13T17:40+02:00"}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def in_jsonld(draft: Draft) -> Iterator[Candidate[When]]:
    """``datePublished`` of the article in JSON-LD."""
    return _dates_in_jsonld(draft)


@rule(
    "published.opengraph",
    example="<meta property='article:published_time' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
    near_miss="<meta property='article:modified_time' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
)
def in_opengraph(draft: Draft) -> Iterator[Candidate[When]]:
    """``article:published_time``."""
    return _dates_in_opengraph(draft)


@rule(
    "published.microdata",
    example="<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Harbour closed</h1>"
    "<meta itemprop='datePublished' content='2025-06-13'><p>The harbour of Marrow Bay closed on Friday.</p></article>",
    near_miss="<article itemscope itemtype='https://schema.org/Comment'><h1 itemprop='headline'>Harbour closed</h1>"
    "<meta itemprop='datePublished' content='2025-06-13'><p>The harbour of Marrow Bay closed on Friday.</p></article>",
)
def in_microdata(draft: Draft) -> Iterator[Candidate[When]]:
    """``datePublished`` of the article in microdata."""
    return _dates_in_microdata(draft)


@rule(
    "published.jsonld_page",
    example='<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2025-06-13"}</script><h1>Harbour closed</h1>'
    "<p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "WebPage", "dateModified": "2025-06-13"}</script><h1>Harbour closed</h1>'
    "<p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def of_page(draft: Draft) -> Iterator[Candidate[When]]:
    """``datePublished`` of the page in JSON-LD."""
    return _dates_of_page(draft)


@rule(
    "published.meta",
    example="<meta name='dc.date.issued' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
    near_miss="<meta name='dc.date.modified' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
)
def in_meta(draft: Draft) -> Iterator[Candidate[When]]:
    """Dublin Core, ``parsely-pub-date``, ``date`` and similar keys, then any other key with the words ``published`` and ``date``."""
    return iter(dates_in_meta(draft))


@fact
def dates_in_meta(draft: Draft) -> list[Candidate[When]]:
    """Return the dates of publication in meta elements other than OpenGraph's."""
    keys = (key.removeprefix("meta:") for key in draft.facts.meta if key.startswith("meta:"))
    named = (key for key in keys if _is_publication_key(key) and key not in _OPENGRAPH_KEYS)
    return list(_dates(draft, meta_values(draft, *_META_KEYS, *named)))


def _is_publication_key(key: str) -> bool:
    """True if the words of a key say that its value is a date of publication."""
    words = set(_KEY_WORD.findall(key))
    return not (words.isdisjoint(_PUBLISHED_WORDS) or words.isdisjoint(_DATE_WORDS)) and words.isdisjoint(_CHANGE_WORDS)


@rule(
    "published.time_element",
    example=f"<h1>Harbour closed</h1>{_LONG_TEXT}<h2>About</h2><div>Ada Quill, <time datetime='2025-06-13'>Friday</time></div>",
    near_miss=f"<h1>Harbour closed</h1>{_LONG_TEXT}<h2>About</h2><div>Updated: <time datetime='2025-06-13'>Friday</time></div>",
)
def first_time_element(draft: Draft) -> Iterator[Candidate[When]]:
    """The first ``time`` element outside links, lists and sidebars that has no label of a change."""
    return _dates(draft, draft.facts.meta.get("time:datetime", ())[:1])


@rule(
    "published.title",
    example="<meta property='og:title' content='Harbour closed | Courier | 13.06.2025'><h1>Harbour closed</h1><p>It closed, officials said.</p>",
    near_miss="<meta property='og:title' content='Harbour closed since 13.06.2025'><h1>Harbour closed</h1><p>It closed, officials said.</p>",
)
def date_in_title(draft: Draft) -> Iterator[Candidate[When]]:
    """A date at the end of the title in the metadata, after a bar or a dash."""
    titles = (*meta_values(draft, "og:title"), *draft.facts.meta.get("html:title", ())[:1])
    return _dates(draft, (_TITLE_SEPARATOR.split(title)[-1] for title in titles if _TITLE_SEPARATOR.search(title)))


@rule(
    "modified.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2025-06-13T17:40+02:00"}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-13T17:40+02:00"}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def modified_in_jsonld(draft: Draft) -> Iterator[Candidate[When]]:
    """``dateModified`` of the article, then of the page, in JSON-LD and microdata."""
    for node in (draft.facts.node, draft.facts.item, draft.facts.page_node):
        yield from _changes_after_publication(draft, property_values(node, "dateModified"))


@rule(
    "modified.meta",
    example="<meta property='article:modified_time' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
    near_miss="<meta property='article:published_time' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
)
def modified_in_meta(draft: Draft) -> Iterator[Candidate[When]]:
    """``article:modified_time``, ``og:updated_time`` and similar keys."""
    return _changes_after_publication(draft, meta_values(draft, *_CHANGE_KEYS))


def _changes_after_publication(draft: Draft, values: Iterable[object]) -> Iterator[Candidate[When]]:
    """Yield the dates of a change, without those before the publication: an embargoed report was saved earlier."""
    published = draft.decided.published
    return (found for found in _dates(draft, values) if published is None or not is_earlier(found.value, published))
