from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
import strategies
from attrs import evolve
from hypothesis import given
from pyld import jsonld

import articlekit
from articlekit.models import Article, Claim, Cue, CueKind, Link, Publisher, Source, When
from articlekit.serializers import to_jsonld

VOCABULARY = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": VOCABULARY, "url": {"@type": "@id"}, "contentUrl": {"@type": "@id"}}}
"""A part of schema.org's context with the terms used here. Tests load nothing from the network."""

THING = {"name", "url", "alternateName", "description", "identifier", "image", "mainEntityOfPage", "sameAs"}
WORK = THING | {
    "text", "author", "contributor", "editor", "translator", "producer", "publisher", "sourceOrganization", "creditText",
    "datePublished", "dateModified", "dateCreated", "inLanguage", "keywords", "locationCreated", "citation", "mentions",
    "associatedMedia", "hasPart", "isBasedOn", "audience", "headline",
}  # fmt: skip
PROPERTIES = {
    "NewsArticle": WORK | {"articleBody", "articleSection", "dateline"},
    "Quotation": WORK | {"spokenByCharacter"},
    "Claim": WORK | {"appearance"},
    "CreativeWork": WORK,
    "WebPage": WORK,
    "MediaObject": WORK | {"contentUrl"},
    "ImageObject": WORK | {"contentUrl", "caption"},
    "Person": THING | {"jobTitle", "affiliation"},
    "Organization": THING | {"parentOrganization"},
    "Place": THING,
    "Audience": THING,
    "Thing": THING,
    "": {"name", "url"},
}
"""The properties of each type in schema.org, including inherited ones, as far as they are used."""


def load_context(address: str, _: object) -> dict[str, Any]:
    """Return the part of schema.org's context, without the network."""
    assert address == "https://schema.org"
    return {"contextUrl": None, "documentUrl": address, "document": CONTEXT}


def nodes_of(article: Article, kind: str) -> list[dict[str, Any]]:
    """Return the nodes of one type."""
    return [node for node in to_jsonld(article)["@graph"] if node["@type"] == kind]


def expanded(article: Article) -> dict[str, dict[str, Any]]:
    """Return the nodes by id, as a JSON-LD library reads them."""
    document = json.loads(json.dumps(to_jsonld(article)))
    flat = jsonld.flatten(document, options={"documentLoader": load_context})
    return {node["@id"]: node for node in flat}


def embedded(article: Article) -> str:
    """Return a page with the article's text and its JSON-LD."""
    script = json.dumps(to_jsonld(article)).replace("<", "\\u003c")
    words = "".join(f"<p>{line}</p>" for line in article.text.split("\n\n"))
    return f'<script type="application/ld+json">{script}</script><body><main>{words}</main>'


def test_a_json_ld_library_reads_who_said_what(article: Article) -> None:
    nodes = expanded(article)
    claim = nodes["https://marrowbay.example/ferry#claim-2"]
    assert claim["@type"] == [f"{VOCABULARY}Claim"]
    assert claim[f"{VOCABULARY}appearance"] == [{"@id": "https://marrowbay.example/ferry"}]
    assert claim[f"{VOCABULARY}hasPart"] == [{"@id": "https://marrowbay.example/ferry#quote-2"}]
    speaker = nodes[claim[f"{VOCABULARY}author"][0]["@id"]]
    assert speaker["@type"] == [f"{VOCABULARY}Person"]
    assert speaker[f"{VOCABULARY}name"] == [{"@value": "Ilse Brandt"}]


def test_articlekit_reads_the_metadata_from_a_page_with_its_json_ld(article: Article) -> None:
    read = articlekit.parse_html(embedded(article), url=article.url)
    assert (read.title, read.summary, read.language) == (article.title, article.summary, "en-GB")
    assert read.section == article.section
    assert read.tags == article.tags
    assert read.published is not None
    assert article.published is not None
    assert read.published.value == article.published.value
    assert article.modified is not None
    assert read.modified is not None
    assert read.modified.value == article.modified.value
    assert read.publisher == article.publisher


def test_articlekit_reads_the_byline_from_a_page_with_its_json_ld(article: Article) -> None:
    authors = tuple(evolve(author, role="author") for author in article.authors)
    assert articlekit.parse_html(embedded(evolve(article, authors=authors)), url=article.url).authors == authors


@given(strategies.articles())
def test_every_reference_has_a_node_and_every_term_is_in_schema_org(article: Article) -> None:
    document = to_jsonld(article)
    known = {node["@id"] for node in document["@graph"]}
    assert len(known) == len(document["@graph"])
    pending: list[Any] = list(document["@graph"])
    while pending:
        node = pending.pop()
        if set(node) == {"@id"}:
            assert node["@id"] in known
            continue
        kind = node.get("@type", "")
        assert {name for name in node if not name.startswith("@")} <= PROPERTIES[kind]
        values = [item for value in node.values() for item in (value if isinstance(value, list) else [value])]
        assert all(value not in (None, "") for value in values)
        pending += [value for value in values if isinstance(value, dict)]


@given(strategies.articles())
def test_a_json_ld_library_reads_every_node(article: Article) -> None:
    document = to_jsonld(article)
    flat = {node.get("@id") for node in expanded(article).values()}
    assert {node["@id"] for node in document["@graph"]} <= flat


def test_only_spoken_quotes_are_quotations_and_they_have_a_speaker(article: Article) -> None:
    assert [(node["text"], node["spokenByCharacter"]) for node in nodes_of(article, "Quotation")] == [
        ("We 🚒 tested it twice,", [{"@id": "https://marrowbay.example/ferry#source-1"}])
    ]


def with_changed_claim(article: Article, **changes: Any) -> Article:
    """Return the article with only its last claim, changed."""
    return evolve(article, claims=(evolve(article.claims[-1], **changes),))


@pytest.mark.parametrize("kind", ["question", "demand", "denial", "refusal"])
def test_what_the_source_does_not_assert_is_not_a_claim(article: Article, kind: CueKind) -> None:
    cue = Cue(text="told", spans=article.claims[1].cue.spans if article.claims[1].cue else (), kind=kind)
    assert nodes_of(with_changed_claim(article, cue=cue), "Claim") == []
    assert len(nodes_of(article, "Claim")) == 1


@pytest.mark.parametrize("field", ["negated", "hedged"])
def test_a_negated_or_hedged_claim_is_left_out(article: Article, field: str) -> None:
    assert nodes_of(with_changed_claim(article, **{field: True}), "Claim") == []


@pytest.mark.parametrize("field", ["negated", "hedged"])
def test_quotes_in_a_doubtful_claim_have_no_speaker(article: Article, field: str) -> None:
    [quotation] = nodes_of(with_changed_claim(article, **{field: True}), "Quotation")
    assert "spokenByCharacter" not in quotation


def test_claims_have_no_rating_or_review(article: Article) -> None:
    assert "Rating" not in json.dumps(to_jsonld(article))
    assert "ClaimReview" not in json.dumps(to_jsonld(article))


def test_a_document_is_not_the_author_of_a_claim() -> None:
    report = Source(id="source-1", name="the report", kind="document", named=True)
    claim = Claim(id="claim-1", text="", spans=(), form="indirect", sources=(report,), rule="claim.told")
    [node] = nodes_of(Article(text="", sources=(report,), claims=(claim,)), "Claim")
    assert node["isBasedOn"][0]["@id"].endswith("#source-1")
    assert "author" not in node


def test_an_article_without_a_url_is_identified_by_its_text() -> None:
    first, same, other = (to_jsonld(Article(text=text))["@graph"][0]["@id"] for text in ("Rain.", "Rain.", "Sun."))
    assert first.startswith("urn:uuid:")
    assert first == same != other


def test_a_publisher_without_name_and_domain_is_left_out() -> None:
    assert "publisher" not in to_jsonld(Article(text="", publisher=Publisher()))["@graph"][0]


def test_an_interval_is_left_out_because_schema_org_takes_one_date() -> None:
    first, last = dt.date(2025, 6, 13), dt.date(2025, 6, 14)
    interval = When(value=f"{first}/{last}", earliest=first, latest=last, raw="June 13-14")
    [day] = nodes_of(
        Article(text="", published=When(value=f"{first}", earliest=first, latest=first, raw="")), "NewsArticle"
    )
    [days] = nodes_of(Article(text="", published=interval), "NewsArticle")
    assert (day["datePublished"], "datePublished" in days) == ("2025-06-13", False)


def test_only_another_url_of_the_article_is_the_same_article() -> None:
    own, other = "https://marrowbay.example/a", "https://agency.example/b"
    links = tuple(Link(id=url, href=url, url=url, text="", kind="original") for url in (own, other))
    [node] = nodes_of(Article(text="", url=own, links=links), "NewsArticle")
    assert node["sameAs"] == [other]
