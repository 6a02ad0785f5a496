"""An article as JSON-LD in the vocabulary of schema.org (version 29), for search engines and graph stores.

- One ``@graph``: the ``NewsArticle`` first, then its sources, quotations and claims, which refer to each other by ``@id``:
  the article's address and the id (``…#claim-1``). An article without an address gets a ``urn:uuid:`` from its words.
- A source is a ``Person``, an ``Organization``, a ``CreativeWork`` (document) or a ``Thing`` (group, unclear). Whoever
  speaks is ``author`` of a claim and ``spokenByCharacter`` of a quotation; a document is what they are based on
  (``isBasedOn``), because it is nobody's author.
- ``Quotation`` is for words that someone said: quotes of the kinds ``speech`` and ``fragment``.
- ``Claim`` says that its author holds it true, and has no property for doubt. So no ``Claim`` is made of what was negated or
  hedged, nor of a question, a demand, a denial or a refusal; the words of a quote in what was negated or hedged have no speaker. There
  is never a ``ClaimReview``: nobody has reviewed anything.
- Dates keep the precision that was written. An interval is left out, since ``datePublished`` takes one date.
- Who did what to the text: the byline by its roles; credits as ``creditText`` and by their roles. A name of an unclear kind
  has no ``@type``. Photographers, reporters and writers of a credit line are each a ``contributor``.
- Links with a web address: ``citation`` (the text's own), ``mentions`` (another article), ``associatedMedia``, ``sameAs``
  (this article elsewhere).
- Left out, since schema.org has no word for it: blocks, spans, cues, the kind of a group, evidence, problems.
- What is empty or None is left out; a property with several values is an array, one that can have several is always one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articlekit.models import (
    Article,
    Author,
    AuthorKind,
    AuthorRole,
    Claim,
    Credit,
    CreditRole,
    CueKind,
    Image,
    Link,
    Publisher,
    Quote,
    Source,
    SourceKind,
    When,
)
from articlekit.serializers.identity import WEB, article_uri
from articlekit.serializers.wording import check_article, stated

Node = dict[str, Any]

AUTHOR_TYPES: Mapping[AuthorKind, str] = {"person": "Person", "organization": "Organization"}
AUTHOR_PROPERTIES: Mapping[AuthorRole, str] = {
    "author": "author",
    "contributor": "contributor",
    "editor": "editor",
    "translator": "translator",
    "photographer": "contributor",
}
CREDIT_PROPERTIES: Mapping[CreditRole, str] = {
    "reporting": "contributor",
    "writing": "contributor",
    "editing": "editor",
    "photography": "contributor",
    "production": "producer",
    "translation": "translator",
    "source": "sourceOrganization",
}
SOURCE_TYPES: Mapping[SourceKind, tuple[str, str, str | None]] = {
    "person": ("Person", "jobTitle", "affiliation"),
    "organization": ("Organization", "description", "parentOrganization"),
    "document": ("CreativeWork", "description", "sourceOrganization"),
    "group": ("Thing", "description", None),
    "unknown": ("Thing", "description", None),
}
"""For each kind of source: its type, and the properties for its role and its affiliation."""
UNASSERTED: frozenset[CueKind] = frozenset({"question", "demand", "denial", "refusal"})
"""What a source does with words that it does not hold true."""


def to_jsonld(article: Article) -> dict[str, Any]:
    r"""The article as a JSON-LD document: a ``NewsArticle`` with its sources, quotations and claims.

    In a page, put it into ``<script type="application/ld+json">`` with every ``<`` written as ``\u003c``.

    >>> import articlekit
    >>> document = to_jsonld(articlekit.parse("# Rain at last\n\nIt rained, Ilse Brandt said."))
    >>> [(node["@type"], node.get("text")) for node in document["@graph"]]
    [('NewsArticle', None), ('Person', None), ('Claim', 'It rained')]
    """
    check_article(article, "to_jsonld")
    base = article_uri(article)
    unsaid = {quote.id for claim in article.claims if claim.negated or claim.hedged for quote in claim.quotes}
    quotes = [quote for quote in article.quotes if quote.kind in ("speech", "fragment")]
    parts = {f"{base}#{quote.id}" for quote in quotes}
    claims = (_claim(claim, base, parts) for claim in article.claims if is_asserted(claim))
    nodes = [
        _article(article, base),
        *(_source(source, base) for source in article.sources),
        *(_quotation(quote, base, said=quote.id not in unsaid) for quote in quotes),
        *claims,
    ]
    return {"@context": "https://schema.org", "@graph": nodes}


def is_asserted(claim: Claim) -> bool:
    """Whether the claim's source holds its content true, as far as the reporter tells."""
    return not (claim.negated or claim.hedged or (claim.cue and claim.cue.kind in UNASSERTED))


def _article(article: Article, base: str) -> Node:
    place = article.dateline.place if article.dateline else None
    return _node(
        "NewsArticle",
        {
            "@id": base,
            "url": article.url,
            "mainEntityOfPage": article.url,
            "headline": article.title,
            "description": article.summary,
            **_people(article.authors, article.credits),
            "publisher": _publisher(article.publisher),
            "datePublished": _date(article.published),
            "dateModified": _date(article.modified),
            "inLanguage": article.language,
            "articleSection": article.section,
            "keywords": list(article.tags),
            "dateline": article.dateline.text if article.dateline else None,
            "locationCreated": _node("Place", {"name": place}) if place else None,
            "image": [_image(image) for image in article.images],
            **_linked(article, base),
            "articleBody": article.text,
        },
    )


def _people(authors: Iterable[Author], credits_: Iterable[Credit]) -> Node:
    """Who made the article, by property, and the credit lines."""
    people: dict[str, list[Any]] = {}
    for author in authors:
        person = _node(AUTHOR_TYPES.get(author.kind), {"name": author.name, "url": author.url})
        people.setdefault(AUTHOR_PROPERTIES[author.role], []).append(person)
    for credit in credits_:
        people.setdefault(CREDIT_PROPERTIES[credit.role], []).append({"name": credit.name})
    return {**people, "creditText": list(dict.fromkeys(credit.text for credit in credits_))}


def _publisher(publisher: Publisher | None) -> Node | None:
    if publisher is None or not (publisher.name or publisher.domain):
        return None
    return _node("Organization", {"name": publisher.name, "identifier": publisher.domain})


def _image(image: Image) -> Node:
    fields = {"contentUrl": image.url, "description": image.alt, "caption": image.caption, "creditText": image.credit}
    return _node("ImageObject", fields)


def _linked(article: Article, base: str) -> Node:
    links = [link for link in article.links if _is_web(link)]
    related = [_page("WebPage", link) for link in links if link.kind == "related"]
    return {
        "hasPart": [_refer(base, quote.id) for quote in article.quotes if quote.kind in ("speech", "fragment")],
        "citation": _citations(links),
        "associatedMedia": [_page("MediaObject", link) for link in links if link.kind == "media"],
        "mentions": [*(_refer(base, source.id) for source in article.sources), *related],
        "sameAs": [link.url for link in links if link.kind == "original" and link.url != article.url],
    }


def _source(source: Source, base: str) -> Node:
    kind, role, belongs = SOURCE_TYPES[source.kind]
    body = _node("Organization", {"name": source.affiliation}) if source.affiliation else None
    return _node(
        kind,
        {
            "@id": f"{base}#{source.id}",
            "name": source.name,
            "alternateName": list(source.aliases),
            role: source.role,
            **({belongs: body} if belongs else {}),
        },
    )


def _quotation(quote: Quote, base: str, *, said: bool) -> Node:
    speakers = _speakers(quote.sources, base, "spokenByCharacter") if said else {}
    return _node("Quotation", {"@id": f"{base}#{quote.id}", "text": quote.text, **speakers})


def _claim(claim: Claim, base: str, parts: set[str]) -> Node:
    quotes = [_refer(base, quote.id) for quote in claim.quotes]
    return _node(
        "Claim",
        {
            "@id": f"{base}#{claim.id}",
            "text": claim.text,
            **_speakers(claim.sources, base, "author"),
            "appearance": {"@id": base},
            "dateCreated": _date(claim.when),
            "audience": [_node("Audience", {"name": source.name}) for source in claim.audience],
            "hasPart": [quote for quote in quotes if quote["@id"] in parts],
            "citation": _citations(link for link in claim.links if _is_web(link)),
        },
    )


def _speakers(sources: Iterable[Source], base: str, name: str) -> Node:
    spoken: dict[str, list[Node]] = {}
    for source in sources:
        spoken.setdefault("isBasedOn" if source.kind == "document" else name, []).append(_refer(base, source.id))
    return spoken


def _citations(links: Iterable[Link]) -> list[Node]:
    return [_page("CreativeWork", link) for link in links if link.kind == "reference"]


def _page(kind: str, link: Link) -> Node:
    return _node(kind, {"url": link.url, "name": link.text})


def _is_web(link: Link) -> bool:
    return link.url is not None and link.url.startswith(WEB)


def _date(when: When | None) -> str | None:
    return when.value if when and "/" not in when.value else None


def _refer(base: str, name: str) -> Node:
    return {"@id": f"{base}#{name}"}


def _node(kind: str | None, fields: Mapping[str, Any]) -> Node:
    return stated({"@type": kind, **fields})
