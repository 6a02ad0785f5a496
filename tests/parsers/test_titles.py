"""The headline of a web page among its headings and titles."""

from __future__ import annotations

import pytest

import articlekit

STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>" * 3
URL = "https://www.harbourcourier.example/sport/harbour-closed"


def title_of(head: str, above: str = "") -> str | None:
    source = f"<html><head>{head}</head><body>{above}{STORY}</body></html>"
    return articlekit.parse_html(source, url=URL, attribute=False).title


@pytest.mark.parametrize(
    "stated",
    [
        "Harbour Courier: Harbour closed",
        "Harbour closed | News | Harbour Courier",
        "Harbour closed - Sport",
        "Harbour closed | Sport | Harbour Courier",
    ],
)
def test_a_title_element_alone_loses_the_names_of_paper_and_section(stated: str) -> None:
    assert title_of(f"<title>{stated}</title>") == "Harbour closed"


@pytest.mark.parametrize("stated", ["Harbour closed: what now", "Harbour closed - ferries in port", "News"])
def test_words_of_the_headline_are_not_a_newspaper_or_a_section(stated: str) -> None:
    assert title_of(f"<title>{stated}</title>") == stated


def test_a_heading_that_the_title_element_alone_confirms_beats_the_name_of_a_blog() -> None:
    above = "<h1>Notes of a diver</h1><h2>Harbour closed</h2>"
    assert title_of("<title>Harbour closed</title>", above) == "Harbour closed"


def test_the_headline_that_a_paper_states_beats_a_heading_that_the_title_element_confirms() -> None:
    node = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storm shuts the port"}</script>'
    assert title_of(f"<title>Harbour closed</title>{node}", "<h1>Harbour closed</h1>") == "Storm shuts the port"


def test_several_first_headings_within_the_story_are_not_the_headline() -> None:
    days = [STORY.partition("</p>")[0].replace("Friday", f"day {day}") for day in range(6)]
    parts = f"{''.join(days)}<h1>Monday</h1>{STORY}<h1>Tuesday</h1>{days[0].replace('harbour', 'pier')}"
    source = f"<meta property='og:title' content='Harbour closed'><div>{parts}</div>"
    assert articlekit.parse_html(source, attribute=False).title == "Harbour closed"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("The Harbour closed for weeks", "The Harbour closed for weeks"),
        ("Marrow Bay: Harbour closed for weeks", "Harbour closed for weeks"),
    ],
)
def test_an_article_before_the_metadata_headline_is_not_a_kicker(heading: str, title: str) -> None:
    head = "<meta property='og:title' content='Harbour closed for weeks'>"
    assert title_of(head, f"<h1>{heading}</h1>") == title


def test_an_old_page_sets_headline_byline_and_date_in_one_line_of_bold_words() -> None:
    above = (
        "<table><tr><td><font size=5><b>Harbour closed for weeks</b></font><br>"
        "<font size=2>by Ada Quill<br>May 12, 2003</font>"
    )
    source = f"<title>The Valley Echo - Harbour closed</title>{above}{STORY}<p>It rained all day.</p></td></tr></table>"
    article = articlekit.parse_html(source, attribute=False)
    assert (article.title, [author.name for author in article.authors]) == ("Harbour closed for weeks", ["Ada Quill"])
    assert article.published is not None
    assert article.text.startswith("The harbour of Marrow Bay closed")


def test_a_first_heading_that_two_statements_confirm_beats_a_second_that_only_jsonld_does() -> None:
    node = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Nets in port: ferries wait"}</script>'
    )
    head = f"<title>Harbour closed | Harbour Courier</title><meta property='og:title' content='Harbour closed'>{node}"
    above = "<h1>Harbour closed</h1><h2>Nets in port: ferries wait</h2>"
    assert title_of(head, above) == "Harbour closed"
    assert title_of(head.replace("<title>Harbour", "<title>Port"), above) == "Nets in port: ferries wait"


def test_a_name_with_a_colon_before_the_headline_in_bold_is_the_sites() -> None:
    headline = "Two of nine piles are rotten"
    above = f"<font size=+3><b>{headline}</b></font>"
    assert title_of(f"<title>The Marrow Bay Courier: {headline}</title>", above) == headline


def test_a_heading_under_the_headline_is_not_the_headline_of_a_page_that_states_none() -> None:
    head = "<title>Harbour Courier</title><meta property=og:site_name content='Harbour Courier'>"
    assert title_of(head, "<h2>Harbour closed</h2><h3>Ferries stay in port</h3>") == "Harbour closed"
