"""Authors in the metadata of a page: JSON-LD, microdata and meta elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from attrs import frozen

from articlekit.models import Author, AuthorKind
from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.headline_area import find_in_opening, site_names
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.byline_labels import split_byline_label
from articlekit.parsers.lines.bylines import OTHER_CONTRIBUTORS, make_author, read_metadata_names
from articlekit.parsers.lines.names import ends_in_writer_title, is_agency, is_person, is_unnamed_writer
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.web.schema_org import plain_name, plain_text, property_values

MAX_AUTHORS = 30
"""Authors of one article that are kept."""
MAX_NAME_OR_TITLE_WORDS = 4
"""Words of a newspaper's name, and of a job title."""
_META_KEYS = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "cxenseparse:author", "article:author", "byl",
    "og:article:author", "author_name", "article.author", "authors",
)  # fmt: skip
_SURNAME_FIRST_KEYS = ("citation_author", "dc.creator", "dcterms.creator", "dc.creator.personalname")
_KIND_OF_TYPE: tuple[tuple[str, AuthorKind], ...] = (("Person", "person"), ("Organization", "organization"))


@frozen
class FoundName:
    """The name of an author, with the words that it was read from."""

    name: str
    """The name."""
    raw: str
    """The words that it was read from."""
    url: str | None = None
    """The absolute URL of the author's page."""
    kind: AuthorKind | None = None
    """The kind of author by the markup."""


def author_candidates(
    draft: Draft, names: Iterable[FoundName], *, whole_line: bool = False
) -> Iterator[Candidate[Author]]:
    """Yield each name once, as an author.

    A line of the opening that says little else leaves the text; with ``whole_line`` also one that says more.
    """
    by_key = {key: found for found in reversed(list(names)) if (key := match_key(found.name))}
    for found in list(by_key.values())[::-1][:MAX_AUTHORS]:
        name = found.name.removeprefix("the ")
        author = Author(name=name if is_agency(name) else found.name, kind=_author_kind(found), url=found.url)
        others = OTHER_CONTRIBUTORS.search(found.raw)
        known_chars = sum(len(other.name) for other in by_key.values() if other.raw == found.raw)
        known_chars += len(found.raw) if whole_line else len(others.group()) if others else 0
        yield Candidate(author, found.raw, find_in_opening(draft, found.raw, known_chars))


def _author_kind(found: FoundName) -> AuthorKind:
    """Return the kind by the markup if it says *organization* or the name says nothing: markup calls agencies persons too."""
    by_name = make_author(found.name).kind
    return found.kind if found.kind and (found.kind == "organization" or by_name == "unknown") else by_name


def _found_names(draft: Draft, values: Iterable[Any]) -> Iterator[FoundName]:
    """Yield the authors in values of metadata."""
    for value in values:
        node = value if isinstance(value, dict) else {}
        kind = next((kind for ending, kind in _KIND_OF_TYPE if str(node.get("@type")).endswith(ending)), None)
        names = [
            (name, raw)
            for raw in _plain_names(value)
            # The name of an organization may contain an *and*.
            for name in ([raw] if raw and kind == "organization" else _split_names(draft, raw))
        ]
        href = node.get("url") or node.get("sameAs")
        url = draft.absolute_url(href) if isinstance(href, str) and len(names) == 1 and "/" in href else None
        yield from (FoundName(name, raw, url or _find_byline_url(draft, name), kind) for name, raw in names)


def _split_names(draft: Draft, raw: str) -> list[str]:
    return read_metadata_names(without_site_and_title(draft, raw))


def _plain_names(value: object) -> list[str]:
    """Return the names of an author in metadata: its ``name`` or names, or given name and family name joined."""
    values = list(property_values(value, "name")) if isinstance(value, dict) else [value]
    if names := list(filter(None, map(plain_text, values))):
        return names
    parts = (value.get(part) for part in ("givenName", "familyName")) if isinstance(value, dict) else ()
    return [" ".join(filter(None, map(plain_text, parts)))]


def _find_byline_url(draft: Draft, name: str) -> str | None:
    """Return the absolute URL that a name links to in a visible byline."""
    return next(
        (
            url
            for block in draft.facts.marked_bylines
            if name in block.text and (url := find_author_url(draft, block, name))
        ),
        None,
    )


def find_author_url(draft: Draft, block: DraftBlock, name: str) -> str | None:
    """Return the absolute URL that a name in ``block`` links to."""
    hrefs = (link.href for link in block.links if name in block.text[link.start : link.end])
    return draft.absolute_url(next(hrefs, ""))


def without_site_and_title(draft: Draft, words: str) -> str:
    """Return ``words`` without the site's name and a job title after it at their end.

    On the Courier's own pages, ``Ada Quill Courier Staff Writer`` is Ada Quill.
    """
    parts = words.split() if ends_in_writer_title(words) else []
    last = len(parts) - 1
    for title_start in range(last, max(2, last - MAX_NAME_OR_TITLE_WORDS), -1):
        if not is_unnamed_writer(" ".join(parts[title_start:])):
            continue
        for site_start in range(max(2, title_start - MAX_NAME_OR_TITLE_WORDS), title_start):
            if match_key("".join(parts[site_start:title_start])) in site_names(draft):
                return " ".join(parts[:site_start])
    return words


def without_site_names(draft: Draft, names: Iterable[FoundName]) -> list[FoundName]:
    """Return the names without the site's own; next to other names also without its desks: ``Courier Business``."""
    site = site_names(draft)
    others = [found for found in names if match_key(found.name) not in site]
    return [found for found in others if match_key(found.name.partition(" ")[0]) not in site] or others


@rule(
    "authors.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ada Quill"}]}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "https://courier.example/ada"}]}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def in_jsonld(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author`` of the article in JSON-LD, or its ``creator`` if that is a person. The site itself is left out."""
    return iter(_in_jsonld(draft))


@rule(
    "authors.microdata",
    example="<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Harbour closed</h1>"
    "<b itemprop='author'>Ada Quill</b><p>The harbour of Marrow Bay closed on Friday.</p></article>",
    near_miss="<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Harbour closed</h1>"
    "<b itemprop='editor'>Ada Quill</b><p>The harbour of Marrow Bay closed on Friday.</p></article>",
)
def in_microdata(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author`` of the article in microdata, or its ``creator`` if that is a person."""
    return iter(_in_microdata(draft))


@rule(
    "authors.meta",
    example="<meta name='author' content='Ada Quill and Tom Reed'><h1>Harbour closed</h1><p>The harbour closed, officials said.</p>",
    near_miss="<meta name='author' content='@adaquill'><h1>Harbour closed</h1><p>The harbour closed, officials said.</p>",
)
def in_meta(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author``, ``article:author``, ``parsely-author`` and similar keys: the first that names people and not the site."""
    return iter(_in_meta(draft))


@fact
def _in_jsonld(draft: Draft) -> list[Candidate[Author]]:
    return list(author_candidates(draft, _authors_of_node(draft, draft.facts.node)))


@fact
def _in_microdata(draft: Draft) -> list[Candidate[Author]]:
    return list(author_candidates(draft, _authors_of_node(draft, draft.facts.item)))


def _authors_of_node(draft: Draft, node: dict[str, Any]) -> list[FoundName]:
    """Return the authors of a node; its creators if it has no authors and they are persons.

    Other creators are often an account of the content management system, or the company that an image shows.
    """
    return without_site_names(draft, _found_names(draft, property_values(node, "author"))) or [
        found
        for found in without_site_names(draft, _found_names(draft, property_values(node, "creator")))
        if is_person(found.name) and found.kind != "organization"
    ]


@fact
def _in_meta(draft: Draft) -> list[Candidate[Author]]:
    for key in _META_KEYS:
        if f"meta:{key}" in draft.facts.meta and (
            names := without_site_names(draft, _found_names(draft, meta_values(draft, key)))
        ):
            return list(author_candidates(draft, names))
    return list(
        author_candidates(
            draft, without_site_names(draft, chain(_with_surname_last(draft), _labelled_in_twitter_card(draft)))
        )
    )


def _labelled_in_twitter_card(draft: Draft) -> Iterator[FoundName]:
    """Yield the names after a label such as ``Written by`` in the Twitter card."""
    for number in ("1", "2"):
        label = next(meta_values(draft, f"twitter:label{number}"), "")
        if split_byline_label(label) == (True, ""):
            yield from _found_names(draft, meta_values(draft, f"twitter:data{number}"))


def _with_surname_last(draft: Draft) -> Iterator[FoundName]:
    """Yield the creators of Dublin Core and library metadata, which may put the surname first."""
    for key in _SURNAME_FIRST_KEYS:
        found = list(meta_values(draft, key))
        for words in found:
            last, comma, first = words.partition(", ")
            yield FoundName(f"{first} {last}" if comma else words, words)
        if found:
            return


def best_metadata_authors(draft: Draft) -> list[Candidate[Author]]:
    """Return the authors from the best source of metadata, without the site itself."""
    return _in_jsonld(draft) or _in_microdata(draft) or _in_meta(draft)


@rule(
    "authors.jsonld_page",
    example='<script type="application/ld+json">{"@type": "WebPage", "author": {"@type": "Person", "name": "Ada Quill"}}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "WebPage", "reviewedBy": {"@type": "Person", "name": "Ada Quill"}}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def of_page(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author`` or ``creator`` of the page in JSON-LD, if nobody else is named. An account name in lower case does not count."""
    found = _authors_of_node(draft, draft.facts.page_node)
    return author_candidates(draft, (author for author in found if not author.name.islower()))


@rule(
    "authors.site",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour Courier"},'
    '"publisher": {"name": "Harbour Courier"}}</script><h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday.</p>',
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Tidewater Press"},"publisher": {"name": "Harbour Courier"}}</script><h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday.</p>',
)
def site(draft: Draft) -> Iterator[Candidate[Author]]:
    """The site itself, if the metadata names it as the author and nobody else is named."""
    names = site_names(draft)
    for values in (
        property_values(draft.facts.node, "author"),
        property_values(draft.facts.item, "author"),
        meta_values(draft, *_META_KEYS),
    ):
        for value in values:
            name = plain_name(value)
            if name and match_key(name) in names and "www." not in name:
                is_human = isinstance(value, dict) and value.get("@type") == "Person" and is_person(name)
                yield Candidate(Author(name=name, kind="person" if is_human else "organization"), name)
                return
