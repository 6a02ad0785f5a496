"""An article as JSON-LD in the schema.org vocabulary (version 29), for search engines and graph databases.

- There is one ``@graph``: the ``NewsArticle``, then its sources, quotations and claims. They refer to each other by ``@id``, which is
  the article's URL and the id of the item (``…#claim-1``). Without a URL, it is a ``urn:uuid:`` made from the words.
- A source is a ``Person``, an ``Organization``, a ``CreativeWork`` (document) or a ``Thing`` (group, unknown). A source that speaks
  is ``author`` of a claim and ``spokenByCharacter`` of a quotation. A document is not an author: claims and quotations
  from it refer to it as ``isBasedOn``.
- ``Quotation`` is for words that someone said: quotes of the kinds ``speech`` and ``fragment``.
- The author of a ``Claim`` holds it true; schema.org has no property for doubt. So claims that are negated, hedged, a question, a
  demand, a denial or a refusal are left out, and quotes in negated or hedged claims have no speaker. There is never a
  ``ClaimReview``: nobody has reviewed the claim.
- Dates keep their precision. Intervals are left out, because ``datePublished`` takes one date.
- Bylines and credits have the property of their role; credit lines are also ``creditText``. A name of unknown kind has no ``@type``.
  Photographers, reporters and writers of a credit line are each a ``contributor``.
- Links with a web URL: ``citation`` (reference), ``mentions`` (related article), ``associatedMedia`` (media), ``sameAs`` (the same
  article elsewhere).
- Left out, because schema.org has no term for them: blocks, spans, cues, the kind of a group, evidence, problems.
- Empty values and None are left out. A property that can have several values is always an array.
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
    QuoteKind,
    Source,
    SourceKind,
    When,
)
from articlekit.serializers.shared import WEB_SCHEMES, article_uri, require_article, without_empty

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
NOT_ASSERTED: frozenset[CueKind] = frozenset({"question", "demand", "denial", "refusal"})
"""Kinds of cues whose source does not say that the content is true."""
SAID_KINDS: frozenset[QuoteKind] = frozenset({"speech", "fragment"})
"""Kinds of quotes that are words that someone said."""


def to_jsonld(article: Article) -> dict[str, Any]:
    r"""Return the article as a JSON-LD document: a ``NewsArticle`` with its sources, quotations and claims.

    To embed it in a page, put it into ``<script type="application/ld+json">`` with every ``<`` written as ``\u003c``.

    >>> import articlekit
    >>> document = to_jsonld(articlekit.parse("# Rain at last\n\nIt rained, Ilse Brandt said."))
    >>> [(node["@type"], node.get("text")) for node in document["@graph"]]
    [('NewsArticle', None), ('Person', None), ('Claim', 'It rained')]
    """
    require_article(article, "to_jsonld")
    base = article_uri(article)
    doubtful = {quote.id for claim in article.claims if claim.negated or claim.hedged for quote in claim.quotes}
    quotes = [quote for quote in article.quotes if quote.kind in SAID_KINDS]
    quotation_ids = {f"{base}#{quote.id}" for quote in quotes}
    claims = (_claim(claim, base, quotation_ids) for claim in article.claims if is_asserted(claim))
    nodes = [
        _article(article, base),
        *(_source(source, base) for source in article.sources),
        *(_quotation(quote, base, with_speaker=quote.id not in doubtful) for quote in quotes),
        *claims,
    ]
    return {"@context": "https://schema.org", "@graph": nodes}


def is_asserted(claim: Claim) -> bool:
    """True if, according to the reporter, the source says that the content is true."""
    return not (claim.negated or claim.hedged or (claim.cue and claim.cue.kind in NOT_ASSERTED))


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
            **_references(article, base),
            "articleBody": article.text,
        },
    )


def _people(authors: Iterable[Author], credits_: Iterable[Credit]) -> Node:
    """Return the authors and the credited persons, by property, and the credit lines."""
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


def _references(article: Article, base: str) -> Node:
    links = [link for link in article.links if _is_web(link)]
    related = [_linked_page("WebPage", link) for link in links if link.kind == "related"]
    return {
        "hasPart": [_reference(base, quote.id) for quote in article.quotes if quote.kind in SAID_KINDS],
        "citation": _citations(links),
        "associatedMedia": [_linked_page("MediaObject", link) for link in links if link.kind == "media"],
        "mentions": [*(_reference(base, source.id) for source in article.sources), *related],
        "sameAs": [link.url for link in links if link.kind == "original" and link.url != article.url],
    }


def _source(source: Source, base: str) -> Node:
    node_type, role, affiliation = SOURCE_TYPES[source.kind]
    organization = _node("Organization", {"name": source.affiliation}) if source.affiliation else None
    return _node(
        node_type,
        {
            "@id": f"{base}#{source.id}",
            "name": source.name,
            "alternateName": list(source.aliases),
            role: source.role,
            **({affiliation: organization} if affiliation else {}),
        },
    )


def _quotation(quote: Quote, base: str, *, with_speaker: bool) -> Node:
    speakers = _speakers(quote.sources, base, "spokenByCharacter") if with_speaker else {}
    return _node("Quotation", {"@id": f"{base}#{quote.id}", "text": quote.text, **speakers})


def _claim(claim: Claim, base: str, quotation_ids: set[str]) -> Node:
    quotes = [_reference(base, quote.id) for quote in claim.quotes]
    return _node(
        "Claim",
        {
            "@id": f"{base}#{claim.id}",
            "text": claim.text,
            **_speakers(claim.sources, base, "author"),
            "appearance": {"@id": base},
            "dateCreated": _date(claim.when),
            "audience": [_node("Audience", {"name": source.name}) for source in claim.audience],
            "hasPart": [quote for quote in quotes if quote["@id"] in quotation_ids],
            "citation": _citations(link for link in claim.links if _is_web(link)),
        },
    )


def _speakers(sources: Iterable[Source], base: str, speaker: str) -> Node:
    """Return references to the sources, those that speak under the property ``speaker``."""
    references: dict[str, list[Node]] = {}
    for source in sources:
        name = "isBasedOn" if source.kind == "document" else speaker
        references.setdefault(name, []).append(_reference(base, source.id))
    return references


def _citations(links: Iterable[Link]) -> list[Node]:
    return [_linked_page("CreativeWork", link) for link in links if link.kind == "reference"]


def _linked_page(node_type: str, link: Link) -> Node:
    return _node(node_type, {"url": link.url, "name": link.text})


def _is_web(link: Link) -> bool:
    return link.url is not None and link.url.startswith(WEB_SCHEMES)


def _date(when: When | None) -> str | None:
    return when.value if when and "/" not in when.value else None


def _reference(base: str, name: str) -> Node:
    return {"@id": f"{base}#{name}"}


def _node(node_type: str | None, fields: Mapping[str, Any]) -> Node:
    return without_empty({"@type": node_type, **fields})
