"""The publisher of a web page."""

from __future__ import annotations

import json

import pytest

import articlekit

STORY = (
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
    * 3
)
HOST = "https://www.harbourcourier.example/news/closed"


def publisher(head: str, url: str | None = HOST) -> str | None:
    article = articlekit.parse_html(f"<html><head>{head}</head><body>{STORY}</body></html>", url=url, attribute=False)
    return article.publisher.name if article.publisher else None


def jsonld(node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def stated(name: str, kind: str = "Organization") -> str:
    return jsonld({"@type": "NewsArticle", "publisher": {"@type": kind, "name": name}})


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Harbour closed - Harbour Courier", HOST),
        ("The Harbour Courier | Harbour closed", HOST),
        ("Harbour closed – News – Häfen Kurier", "https://hafenkurier.example/a"),
        ("Harbour closed - Harbour Courier", "https://harbour-couriermag.example/a"),
    ],
)
def test_the_part_of_the_title_that_the_url_spells_is_the_publisher(title: str, url: str) -> None:
    assert (publisher(f"<title>{title}</title>", url) or "?") in title


def test_another_part_of_the_title_is_not_a_publisher() -> None:
    assert publisher("<title>Harbour closed - Marrow Bay</title>") is None


@pytest.mark.parametrize(
    "name",
    [
        "Tidewater Press Group A/S",
        "Harbour Courier Verlags GmbH",
        "hcadmin",
        "harbourcourier.example",
        "HC News Service",
    ],
)
def test_company_account_domain_and_agency_lose_to_the_name_in_the_url(name: str) -> None:
    assert publisher(f"{stated(name)}<meta property='og:site_name' content='Harbour Courier'>") == "Harbour Courier"


@pytest.mark.parametrize("name", ["Harbour and Bay Courier", "Hafen-Kurier: HarbourCourier", "Харбор Курьер"])
def test_a_name_that_the_url_abbreviates_or_cannot_spell_stays(name: str) -> None:
    head = f"{stated(name)}<title>Harbour closed - Harbour Courier</title>"
    assert publisher(head) == name


def test_a_person_is_the_publisher_only_of_the_site_that_is_called_so() -> None:
    assert publisher(stated("Ada Quill", "Person")) is None
    assert publisher(stated("Ada Quill", "Person"), "https://adaquill.example/a") == "Ada Quill"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Harbour Courier | News from the bay", "Harbour Courier"),
        ("Tide and Bay |", "Tide and Bay"),
        ("Harbour Courier - The voice of the bay", "Harbour Courier"),
        ("Harbour Courier, Inc.", "Harbour Courier"),
        ("Pier and Sons - The voice of the bay", "Pier and Sons - The voice of the bay"),
    ],
)
def test_a_slogan_is_not_part_of_the_publishers_name(told: str, name: str) -> None:
    assert publisher(f"<meta property='og:site_name' content='{told}'>") == name


def test_the_name_of_the_site_in_jsonld_and_dublin_core_is_read() -> None:
    page = {"@type": "WebPage", "name": "Harbour closed", "isPartOf": {"@id": "#site"}}
    graph = [page, {"@type": "WebSite", "@id": "#site", "name": "Tide and Bay"}]
    assert publisher(jsonld({"@graph": graph})) == "Tide and Bay"
    assert publisher("<meta name='dcterms.publisher' content='Tide and Bay'>") == "Tide and Bay"
