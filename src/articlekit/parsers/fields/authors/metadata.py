"""Who wrote a web page, as its markup states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from attrs import frozen

from articlekit.models import Author, AuthorKind
from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.fields.headline_area import find_in_opening, site_names
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.byline_labels import split_byline_label
from articlekit.parsers.lines.bylines import OTHER_CONTRIBUTORS, make_author, read_metadata_names
from articlekit.parsers.lines.names import ends_in_writer_title, is_agency, is_person, is_unnamed_writer
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.schema_org import plain_name, plain_text, property_values

MAX_AUTHORS = 30
"""Authors of one article."""
MAX_NAME_OR_TITLE_WORDS = 4
"""Words of a paper's name, and of a function."""
_META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "cxenseparse:author", "article:author", "byl",
    "og:article:author", "author_name", "article.author", "authors",
)  # fmt: skip
_LAST_FIRST = ("citation_author", "dc.creator", "dcterms.creator", "dc.creator.personalname")
_KINDS: tuple[tuple[str, AuthorKind], ...] = (("Person", "person"), ("Organization", "organization"))


@frozen
class FoundName:
    """A name that a page gives for its writer."""

    name: str
    """The name."""
    raw: str
    """The words that it was read from."""
    url: str | None = None
    """The absolute address of the writer's page."""
    kind: AuthorKind | None = None
    """What the markup calls the writer."""


def author_candidates(draft: Draft, names: Iterable[FoundName], *, alone: bool = False) -> Iterator[Candidate[Author]]:
    """Each name once, as an author; a line at the head of the story that says little more, or is known to be ``alone``, leaves it."""
    once_each = {squeezed: signed for signed in reversed(list(names)) if (squeezed := match_key(signed.name))}
    for signed in list(once_each.values())[::-1][:MAX_AUTHORS]:
        bare = signed.name.removeprefix("the ")
        found = Author(name=bare if is_agency(bare) else signed.name, kind=_kind(signed), url=signed.url)
        beside = OTHER_CONTRIBUTORS.search(signed.raw)
        said = sum(len(other.name) for other in once_each.values() if other.raw == signed.raw)
        said += len(signed.raw) if alone else len(beside.group()) if beside else 0
        yield Candidate(found, signed.raw, find_in_opening(draft, signed.raw, said))


def _kind(signed: FoundName) -> AuthorKind:
    """An organization that the markup calls one is one; it calls agencies persons, too."""
    guess = make_author(signed.name).kind
    return signed.kind if signed.kind and (signed.kind == "organization" or guess == "unknown") else guess


def _stated(draft: Draft, values: Iterable[Any]) -> Iterator[FoundName]:
    """The authors that markup states."""
    for value in values:
        node = value if isinstance(value, dict) else {}
        kind = next((kind for ending, kind in _KINDS if str(node.get("@type")).endswith(ending)), None)
        # The name of an organization may hold an ``and``.
        named = [
            (name, told)
            for told in _told(value)
            for name in (
                [told] if told and kind == "organization" else read_metadata_names(without_site_and_title(draft, told))
            )
        ]
        url = node.get("url") or node.get("sameAs")
        address = draft.absolute_url(url) if isinstance(url, str) and len(named) == 1 and "/" in url else None
        yield from (FoundName(name, told, address or _linked(draft, name), kind) for name, told in named)


def _told(value: object) -> list[str]:
    """What a stated writer is called: one name, or the names in a list of them, or a name in two parts."""
    names = list(property_values(value, "name")) if isinstance(value, dict) else [value]
    if told := list(filter(None, map(plain_text, names))):
        return told
    parts = (value.get(part) for part in ("givenName", "familyName")) if isinstance(value, dict) else ()
    return [" ".join(filter(None, map(plain_text, parts)))]


def _linked(draft: Draft, name: str) -> str | None:
    """Where the byline on the page links a name to."""
    return next(
        (
            url
            for block in draft.facts.marked_bylines
            if name in block.text and (url := find_author_url(draft, block, name))
        ),
        None,
    )


def find_author_url(draft: Draft, block: DraftBlock, name: str) -> str | None:
    """The absolute address that a name in ``block`` links to."""
    hrefs = (link.href for link in block.links if name in block.text[link.start : link.end])
    return draft.absolute_url(next(hrefs, ""))


def without_site_and_title(draft: Draft, words: str) -> str:
    """``words`` without the site's name and the function at their end, where the one stands before the other.

    So ``Ada Quill Courier Staff Writer`` is Ada Quill on the Courier's own pages.
    """
    named = words.split() if ends_in_writer_title(words) else []
    last = len(named) - 1
    functions = (
        end
        for end in range(last, max(2, last - MAX_NAME_OR_TITLE_WORDS), -1)
        if is_unnamed_writer(" ".join(named[end:]))
    )
    for end in functions:
        for start in range(max(2, end - MAX_NAME_OR_TITLE_WORDS), end):
            if match_key("".join(named[start:end])) in site_names(draft):
                return " ".join(named[:start])
    return words


def without_site_names(draft: Draft, names: Iterable[FoundName]) -> list[FoundName]:
    """The names without that of the site; beside others, also without one that begins with it: ``Courier Business``."""
    site = site_names(draft)
    others = [signed for signed in names if match_key(signed.name) not in site]
    return [signed for signed in others if match_key(signed.name.partition(" ")[0]) not in site] or others


@rule(
    "authors.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ada Quill"}]}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "https://courier.example/ada"}]}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def in_jsonld(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author`` of the article in JSON-LD, or its ``creator`` if that is a person, the site itself left out."""
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
    """``author``, ``article:author``, ``parsely-author`` and the like: the first that names people and not the site."""
    return iter(_in_meta(draft))


@fact
def _in_jsonld(draft: Draft) -> list[Candidate[Author]]:
    return list(author_candidates(draft, _written_by(draft, draft.facts.node)))


@fact
def _in_microdata(draft: Draft) -> list[Candidate[Author]]:
    return list(author_candidates(draft, _written_by(draft, draft.facts.item)))


def _written_by(draft: Draft, node: dict[str, Any]) -> list[FoundName]:
    """Who wrote a work, as its node says; the persons who made it, where that names nobody.

    As its maker stands as often an account of the system, or the firm that the picture is of.
    """
    return without_site_names(draft, _stated(draft, property_values(node, "author"))) or [
        signed
        for signed in without_site_names(draft, _stated(draft, property_values(node, "creator")))
        if is_person(signed.name) and signed.kind != "organization" and not signed.name.islower()
    ]


@fact
def _in_meta(draft: Draft) -> list[Candidate[Author]]:
    for key in _META:
        if f"meta:{key}" in draft.facts.meta and (
            names := without_site_names(draft, _stated(draft, meta_values(draft, key)))
        ):
            return list(author_candidates(draft, names))
    return list(author_candidates(draft, without_site_names(draft, chain(_turned(draft), _labelled(draft)))))


def _labelled(draft: Draft) -> Iterator[FoundName]:
    """What Twitter's cards show behind a label such as ``Written by``."""
    for number in ("1", "2"):
        label = next(meta_values(draft, f"twitter:label{number}"), "")
        if split_byline_label(label) == (True, ""):
            yield from _stated(draft, meta_values(draft, f"twitter:data{number}"))


def _turned(draft: Draft) -> Iterator[FoundName]:
    """Dublin Core's and the libraries' creators, who may stand with the surname first."""
    for key in _LAST_FIRST:
        found = list(meta_values(draft, key))
        for words in found:
            last, comma, first = words.partition(", ")
            yield FoundName(f"{first} {last}" if comma else words, words)
        if found:
            return


def best_metadata_authors(draft: Draft) -> list[Candidate[Author]]:
    """The authors that the best statement in the markup names, the site itself left out."""
    return _in_jsonld(draft) or _in_microdata(draft) or _in_meta(draft)


@rule(
    "authors.jsonld_page",
    example='<script type="application/ld+json">{"@type": "WebPage", "author": {"@type": "Person", "name": "Ada Quill"}}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "WebPage", "reviewedBy": {"@type": "Person", "name": "Ada Quill"}}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def of_page(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author`` or ``creator`` of the page in JSON-LD, where nobody else is named; not the mere account that put it into the system."""
    return author_candidates(
        draft, (signed for signed in _written_by(draft, draft.facts.page_node) if not signed.name.islower())
    )


@rule(
    "authors.site",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour Courier"},'
    '"publisher": {"name": "Harbour Courier"}}</script><h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday.</p>',
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Tidewater Press"},"publisher": {"name": "Harbour Courier"}}</script><h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday.</p>',
)
def site(draft: Draft) -> Iterator[Candidate[Author]]:
    """The site itself, where the markup states it as the author and nobody else is named."""
    names = site_names(draft)
    for values in (
        property_values(draft.facts.node, "author"),
        property_values(draft.facts.item, "author"),
        meta_values(draft, *_META),
    ):
        for value in values:
            told = plain_name(value)
            if told and match_key(told) in names and "www." not in told:
                person = isinstance(value, dict) and value.get("@type") == "Person" and is_person(told)
                yield Candidate(Author(name=told, kind="person" if person else "organization"), told)
                return


WEB_AUTHORS: tuple[Rule[Author], ...] = (in_jsonld, in_microdata, in_meta)
WEB_AUTHORS_LAST: tuple[Rule[Author], ...] = (of_page, site)
