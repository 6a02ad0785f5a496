from __future__ import annotations

import json
from typing import Any

import pytest
import strategies
from attrs import evolve
from hypothesis import given
from pyld import jsonld

import articlekit
from articlekit.models import Article, Claim, Cue, CueKind, Publisher, Source
from articlekit.serializers import to_jsonld

VOCABULARY = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": VOCABULARY, "url": {"@type": "@id"}, "contentUrl": {"@type": "@id"}}}
"""What schema.org's own context says of the terms used here; tests load nothing from the network."""

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
"""The properties that schema.org gives each type, its supertypes' included, as far as they are used."""


def load_context(address: str, _: object) -> dict[str, Any]:
    """schema.org's context, without the network."""
    assert address == "https://schema.org"
    return {"contextUrl": None, "documentUrl": address, "document": CONTEXT}


def nodes_of(article: Article, kind: str) -> list[dict[str, Any]]:
    """The nodes of one type."""
    return [node for node in to_jsonld(article)["@graph"] if node["@type"] == kind]


def expanded(article: Article) -> dict[str, dict[str, Any]]:
    """The nodes by their ids, as a JSON-LD library reads them."""
    document = json.loads(json.dumps(to_jsonld(article)))
    flat = jsonld.flatten(document, options={"documentLoader": load_context})
    return {node["@id"]: node for node in flat}


def embedded(article: Article) -> str:
    """A page that holds the article's words and embeds its JSON-LD."""
    script = json.dumps(to_jsonld(article)).replace("<", "\\u003c")
    words = "".join(f"<p>{line}</p>" for line in article.text.split("\n\n"))
    return f'<script type="application/ld+json">{script}</script><body><main>{words}</main>'


def test_a_json_ld_library_reads_who_said_what_in_the_article(article: Article) -> None:
    nodes = expanded(article)
    claim = nodes["https://marrowbay.example/ferry#claim-2"]
    assert claim["@type"] == [f"{VOCABULARY}Claim"]
    assert claim[f"{VOCABULARY}appearance"] == [{"@id": "https://marrowbay.example/ferry"}]
    assert claim[f"{VOCABULARY}hasPart"] == [{"@id": "https://marrowbay.example/ferry#quote-2"}]
    speaker = nodes[claim[f"{VOCABULARY}author"][0]["@id"]]
    assert speaker["@type"] == [f"{VOCABULARY}Person"]
    assert speaker[f"{VOCABULARY}name"] == [{"@value": "Ilse Brandt"}]


def test_the_library_reads_its_own_metadata_from_a_page_that_embeds_them(article: Article) -> None:
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


def test_the_library_reads_the_byline_from_a_page_that_embeds_it(article: Article) -> None:
    authors = tuple(evolve(author, role="author") for author in article.authors)
    assert articlekit.parse_html(embedded(evolve(article, authors=authors)), url=article.url).authors == authors


@given(strategies.articles())
def test_every_reference_leads_to_a_node_and_every_term_is_of_schema_org(article: Article) -> None:
    document = to_jsonld(article)
    known = {node["@id"] for node in document["@graph"]}
    assert len(known) == len(document["@graph"])
    waiting: list[Any] = list(document["@graph"])
    while waiting:
        node = waiting.pop()
        if set(node) == {"@id"}:
            assert node["@id"] in known
            continue
        kind = node.get("@type", "")
        assert {name for name in node if not name.startswith("@")} <= PROPERTIES[kind]
        values = [item for value in node.values() for item in (value if isinstance(value, list) else [value])]
        assert all(value not in (None, "") for value in values)
        waiting += [value for value in values if isinstance(value, dict)]


@given(strategies.articles())
def test_everything_survives_reading_by_a_json_ld_library(article: Article) -> None:
    document = to_jsonld(article)
    flat = {node.get("@id") for node in expanded(article).values()}
    assert {node["@id"] for node in document["@graph"]} <= flat


def test_a_speech_has_its_speaker_and_a_name_in_quotation_marks_is_no_quotation(article: Article) -> None:
    assert [(node["text"], node["spokenByCharacter"]) for node in nodes_of(article, "Quotation")] == [
        ("We 🚒 tested it twice,", [{"@id": "https://marrowbay.example/ferry#source-1"}])
    ]


def with_cue(article: Article, **changes: Any) -> Article:
    """The article with its last claim changed and no other."""
    return evolve(article, claims=(evolve(article.claims[-1], **changes),))


@pytest.mark.parametrize("kind", ["question", "demand", "denial", "refusal"])
def test_what_its_source_does_not_hold_true_is_no_claim(article: Article, kind: CueKind) -> None:
    cue = Cue(text="told", spans=article.claims[1].cue.spans if article.claims[1].cue else (), kind=kind)
    assert nodes_of(with_cue(article, cue=cue), "Claim") == []
    assert len(nodes_of(article, "Claim")) == 1


@pytest.mark.parametrize("field", ["negated", "hedged"])
def test_what_was_not_said_or_perhaps_not_is_no_claim(article: Article, field: str) -> None:
    assert nodes_of(with_cue(article, **{field: True}), "Claim") == []


def test_quoted_words_in_what_was_not_said_have_no_speaker(article: Article) -> None:
    [quotation] = nodes_of(with_cue(article, negated=True), "Quotation")
    assert "spokenByCharacter" not in quotation


def test_nobody_rates_a_claim(article: Article) -> None:
    assert "Rating" not in json.dumps(to_jsonld(article))
    assert "ClaimReview" not in json.dumps(to_jsonld(article))


def test_a_document_is_what_a_claim_is_based_on_and_not_its_author() -> None:
    report = Source(id="source-1", name="the report", kind="document", named=True)
    claim = Claim(id="claim-1", text="", spans=(), form="indirect", sources=(report,), rule="claim.told")
    [node] = nodes_of(Article(text="", sources=(report,), claims=(claim,)), "Claim")
    assert node["isBasedOn"][0]["@id"].endswith("#source-1")
    assert "author" not in node


def test_an_article_without_an_address_is_named_by_its_words() -> None:
    first, same, other = (to_jsonld(Article(text=text))["@graph"][0]["@id"] for text in ("Rain.", "Rain.", "Sun."))
    assert first.startswith("urn:uuid:")
    assert first == same != other


def test_a_publisher_of_whom_nothing_is_known_is_left_out() -> None:
    assert "publisher" not in to_jsonld(Article(text="", publisher=Publisher()))["@graph"][0]
