"""Who wrote a web page: what its markup states, and the byline beside its headline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from attrs import frozen

from articlekit.models import Author, AuthorKind
from articlekit.parsers.conventions.bylines import author
from articlekit.parsers.conventions.names import is_agency, is_body, is_person
from articlekit.parsers.conventions.signatures import (
    LONGEST,
    is_pen_name,
    is_timed,
    other_length,
    pieces_of,
    read_first,
    read_signed,
    read_stated,
    split_label,
)
from articlekit.parsers.conventions.structured import (
    meta,
    name_of,
    site_names,
    squeeze,
    standing,
    title_place,
    values_of,
    words_of,
)
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.urls import absolute

OTHER = 10
"""Characters that may stand in a line beside names and dates."""
MOST = 30
"""Authors of one article."""
_META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "cxenseparse:author", "article:author", "byl",
    "og:article:author", "author_name", "article.author", "authors",
)  # fmt: skip
_LAST_FIRST = ("citation_author", "dc.creator", "dcterms.creator", "dc.creator.personalname")
_KINDS: tuple[tuple[str, AuthorKind], ...] = (("Person", "person"), ("Organization", "organization"))


@frozen
class Signed:
    """A name that a page gives for its writer."""

    name: str
    """The name."""
    raw: str
    """The words that it was read from."""
    url: str | None = None
    """The absolute address of the writer's page."""
    kind: AuthorKind | None = None
    """What the markup calls the writer."""


def _authors(draft: Draft, names: Iterable[Signed]) -> Iterator[Candidate[Author]]:
    """Each name once, as an author; a line at the head of the story that says no more than that leaves it."""
    seen: set[str] = set()
    for signed in names:
        squeezed = squeeze(signed.name)
        if squeezed and squeezed not in seen and len(seen) < MOST:
            seen.add(squeezed)
            guess = author(signed.name, signed.url)
            kind = signed.kind if guess.kind == "unknown" and signed.kind else guess.kind
            found = Author(name=guess.name, kind=kind, url=guess.url)
            yield Candidate(found, signed.raw, standing(draft, signed.raw, signed.name))


def _stated(draft: Draft, values: Iterable[Any]) -> Iterator[Signed]:
    """The authors that markup states."""
    for value in values:
        node = value if isinstance(value, dict) else {}
        parts = (words_of(node.get("givenName")), words_of(node.get("familyName")))
        told = name_of(value) or " ".join(filter(None, parts))
        kind = next((kind for ending, kind in _KINDS if str(node.get("@type")).endswith(ending)), None)
        # The name of an organization may hold an ``and``.
        names = [told] if told and kind == "organization" else read_stated(told)
        url = node.get("url") or node.get("sameAs")
        address = absolute(url, draft.url) if isinstance(url, str) and len(names) == 1 and "/" in url else None
        yield from (Signed(name, told, address or _linked(draft, name), kind) for name in names)


def _linked(draft: Draft, name: str) -> str | None:
    """Where the byline on the page links a name to."""
    return next((url for block in draft.bylines if name in block.text and (url := _link(draft, block, name))), None)


def _link(draft: Draft, block: DraftBlock, name: str) -> str | None:
    hrefs = (link.href for link in block.links if name in block.text[link.start : link.end])
    return absolute(next(hrefs, ""), draft.url)


def _without_site(draft: Draft, names: Iterable[Signed]) -> list[Signed]:
    """The names without that of the site."""
    site = site_names(draft)
    return [signed for signed in names if squeeze(signed.name) not in site]


@rule(
    "authors.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ada Quill"}]}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "https://courier.example/ada"}}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def in_jsonld(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author`` of the article in JSON-LD, the site itself left out."""
    return _authors(draft, _without_site(draft, _stated(draft, values_of(draft.node, "author"))))


@rule(
    "authors.microdata",
    example="<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Harbour closed</h1>"
    "<b itemprop='author'>Ada Quill</b><p>The harbour of Marrow Bay closed on Friday.</p></article>",
    near_miss="<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Harbour closed</h1>"
    "<b itemprop='editor'>Ada Quill</b><p>The harbour of Marrow Bay closed on Friday.</p></article>",
)
def in_microdata(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author`` of the article in microdata."""
    return _authors(draft, _without_site(draft, _stated(draft, values_of(draft.item, "author"))))


@rule(
    "authors.meta",
    example="<meta name='author' content='Ada Quill and Tom Reed'><h1>Harbour closed</h1><p>The harbour closed, officials said.</p>",
    near_miss="<meta name='author' content='@adaquill'><h1>Harbour closed</h1><p>The harbour closed, officials said.</p>",
)
def in_meta(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author``, ``article:author``, ``parsely-author`` and the like: the first that names people and not the site."""
    for key in _META:
        if names := _without_site(draft, _stated(draft, meta(draft, key))):
            return _authors(draft, names)
    return _authors(draft, _without_site(draft, chain(_turned(draft), _labelled(draft))))


def _labelled(draft: Draft) -> Iterator[Signed]:
    """What Twitter's cards show behind a label such as ``Written by``."""
    for number in ("1", "2"):
        label = next(meta(draft, f"twitter:label{number}"), "")
        if split_label(label) == (True, ""):
            yield from _stated(draft, meta(draft, f"twitter:data{number}"))


def _turned(draft: Draft) -> Iterator[Signed]:
    """Dublin Core's and the libraries' creators, who may stand with the surname first."""
    for key in _LAST_FIRST:
        found = list(meta(draft, key))
        for words in found:
            last, comma, first = words.partition(", ")
            yield Signed(f"{first} {last}" if comma else words, words)
        if found:
            return


@rule(
    "authors.fuller",
    example="<meta name='author' content='Ada Quill'><h1>Harbour closed</h1><div class='byline'>By Ada Quill and Tom Reed</div>"
    "<p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<meta name='author' content='Ada Quill'><h1>Harbour closed</h1><div class='byline'>By Mia Holm and Tom Reed</div>"
    "<p>The harbour of Marrow Bay closed on Friday.</p>",
)
def fuller(draft: Draft) -> Iterator[Candidate[Author]]:
    """A byline beside the headline that names everybody whom the markup states, and others."""
    stated = next(filter(None, (list(place.apply(draft)) for place in (in_jsonld, in_microdata, in_meta))), [])
    names = {squeeze(candidate.value.name) for candidate in stated}
    for signed in (_near(draft, _people), _announced(draft)) if names else ():
        shown = {squeeze(writer.name) for writer in signed if not is_agency(writer.name)}
        if len(shown) > len(names) and all(any(writer.endswith(name) for writer in shown) for name in names):
            yield from _authors(draft, signed)
            return


@rule(
    "authors.marked",
    example="<h1>Harbour closed</h1><div class='article-byline'>Ada Quill</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div class='bylinecolour'>Ada Quill</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def marked(draft: Draft) -> Iterator[Candidate[Author]]:
    """The first names beside the headline that the page's markup calls a byline, or the only ones that it calls so."""
    if names := _near(draft, _people) or _near(draft, _called):
        yield from _authors(draft, names)
        return
    names = [signed for block in draft.bylines for signed in _people(draft, block)]
    if len({squeeze(signed.name) for signed in names}) == 1:
        yield from _authors(draft, names)


def _near(draft: Draft, read: Callable[[Draft, DraftBlock], Iterable[Signed]]) -> list[Signed]:
    """What the first marked byline beside the headline says to ``read``."""
    near = [squeeze(line.text) for line in (*draft.beside, *draft.blocks[:4]) if line.kind != "heading"]
    title = squeeze(draft.title or "\0")
    blocks = (block for block in draft.bylines if _stands_near(squeeze(block.text), near, title))
    return next(filter(None, (list(read(draft, block)) for block in blocks)), [])


def _stands_near(words: str, near: list[str], title: str) -> bool:
    """Whether an element is among the lines ``near`` the headline, and does not hold the headline itself."""
    found = any(words in line or (line and line in words) for line in near)
    return bool(words) and found and title not in words


def _people(draft: Draft, line: DraftBlock, *, announced: bool = True) -> Iterator[Signed]:
    """The people that a byline names: those behind its label, or those that it begins with where it is ``announced``."""
    named = False
    for labelled, words in pieces_of(line.text):
        announced = announced or labelled
        names = read_signed(words) if announced else []
        if labelled and not names:
            names = read_first(words) or ([words] if is_pen_name(words) else [])
        yield from (Signed(name, line.text, _link(draft, line, name)) for name in names)
        if named and not names:
            return
        named = named or bool(names)


def _called(draft: Draft, line: DraftBlock) -> Iterator[Signed]:
    """What a byline says first, where that is no more than a name of some sort: a desk, a firm, a pen name."""
    words = next((words for _, words in pieces_of(line.text) if words), "")
    if is_pen_name(words):
        yield Signed(words, line.text, _link(draft, line, words))


@rule(
    "authors.beside",
    example="<h1>Harbour closed</h1><div>Written by Ada Quill | 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Trusted by Marrow Bay residents for fifty years</div><p>The harbour closed on Friday.</p>",
)
def beside(draft: Draft) -> Iterator[Candidate[Author]]:
    """The names that ``By`` or its like announces in a short line beside the headline, or in the line before it."""
    return _authors(draft, _announced(draft))


def _announced(draft: Draft) -> list[Signed]:
    announced = False
    for line in draft.beside:
        if line.kind == "heading" or len(line.text) > LONGEST:
            continue
        labelled, words = split_label(line.text)
        if labelled and not words:
            announced = True
            continue
        names = list(_people(draft, line, announced=announced)) or (list(_called(draft, line)) if announced else [])
        if names:
            return names
        announced = announced and len(line.text) < 3
    return []


@rule(
    "authors.dated",
    example="<h1>Harbour closed</h1><div>Ada Quill</div><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Ada Quill</div><div>Opinion</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def dated(draft: Draft) -> Iterator[Candidate[Author]]:
    """A person's name below the headline with the date or the reading time next to it, in the same line or another."""
    lines = _below_title(draft)
    for place, line in enumerate(lines):
        if line.kind == "heading" or not any(is_timed(near.text) for near in lines[max(0, place - 1) : place + 2]):
            continue
        names = [signed for signed in _people(draft, line) if is_person(signed.name)] or list(_desk(draft, line))
        # Nothing else may stand in the line: words with capitals are names of many things.
        if names and other_length(line.text) <= max(
            OTHER, sum(len(signed.name) for signed in names if is_body(signed.name))
        ):
            yield from _authors(draft, names)
            return


def _desk(draft: Draft, line: DraftBlock) -> Iterator[Signed]:
    """The desk or the team that is all that a line names."""
    if is_pen_name(line.text) and is_body(line.text):
        yield Signed(line.text, line.text, _link(draft, line, line.text))


def _below_title(draft: Draft) -> list[DraftBlock]:
    """The short lines right below the headline."""
    place = title_place(draft)
    below = draft.beside[place + 1 : place + 9] if place is not None else ()
    return [line for line in below if 2 < len(line.text) <= LONGEST]


@rule(
    "authors.site",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour Courier"},'
    '"publisher": {"name": "Harbour Courier"}}</script><h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday.</p>',
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Harbour Courier"}}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def site(draft: Draft) -> Iterator[Candidate[Author]]:
    """The site itself, where the markup states it as the author and nobody else is named."""
    names = site_names(draft)
    for values in (values_of(draft.node, "author"), values_of(draft.item, "author"), meta(draft, *_META)):
        for told in filter(None, map(name_of, values)):
            if squeeze(told) in names:
                yield Candidate(Author(name=told, kind="organization"), told)
                return


WEB_AUTHORS: tuple[Rule[Author], ...] = (fuller, in_jsonld, in_microdata, in_meta, marked, beside, dated)
"""Best first. What the page shows comes after what it states: a byline on the page may be that of a teaser."""
WEB_AUTHORS_LAST: tuple[Rule[Author], ...] = (site,)
