"""Headings, lists and links that belong to the story although they are links, or are over an image."""

from __future__ import annotations

import pytest
from newspage import ANOTHER, HEADLINE, OTHER, OTHERS, PARAGRAPHS, STORY, between_paragraphs, body

FIGURE = "<figure><img src=/pier.jpg width=800><figcaption>The old pier</figcaption></figure>"
LONG_PART = f"{OTHER} {OTHER}"


def test_a_heading_over_an_image_is_kept() -> None:
    shown = f"<h3>Two of nine</h3>{FIGURE}<h3>What it costs</h3><p><img src=/b.jpg></p>"
    assert between_paragraphs(f"{shown}<h3>Who pays</h3>") == ["Two of nine", "What it costs", "Who pays"]


@pytest.mark.parametrize(
    "under",
    [
        "<a href=/news/garden><img src=/garden.jpg></a>",
        "<div class=promo><img src=/garden.jpg><p>The finest garden of the town, day by day</p></div>",
        f"<p><a href=/news/garden>The finest garden of the town</a></p>{FIGURE}",
    ],
)
def test_a_heading_over_a_linked_image_is_left_out(under: str) -> None:
    assert between_paragraphs(f"<h3>Read this next</h3>{under}<h3>Who pays</h3>") == ["Who pays"]


def test_a_heading_repeated_over_images_is_left_out() -> None:
    assert between_paragraphs(f"<h3>Two of nine</h3>{FIGURE}<h3>Two of nine</h3>{FIGURE}<h3>Who pays</h3>") == [
        "Who pays"
    ]


def test_headings_of_the_first_level_in_the_story_are_its_sections() -> None:
    part = f"<h1>The finest garden of the town</h1><p>{OTHER}</p>"
    assert body(f"<main><h1>{HEADLINE}</h1>{STORY}{part}</main>") == [
        *PARAGRAPHS,
        "The finest garden of the town",
        OTHER,
    ]
    assert between_paragraphs(f"<h1>{HEADLINE}</h1>") == []


def test_a_linked_heading_over_text_is_kept_and_one_over_a_teaser_is_not() -> None:
    heading = "<h2><a href=/piles>What the divers found</a></h2>"
    assert between_paragraphs(f"{heading}<p>{LONG_PART}</p>") == ["What the divers found", LONG_PART]
    assert between_paragraphs(f"{heading}<p>{OTHER}</p>") == [OTHER]
    assert between_paragraphs(f"<div>{heading}</div><p>{LONG_PART}</p>") == [LONG_PART]


def test_a_linked_heading_among_plain_headings_is_kept() -> None:
    heading, plain = "<h3><a href=/piles>What the divers found</a></h3>", f"<h3>Who pays</h3><p>{ANOTHER}</p>"
    assert between_paragraphs(f"{plain}{heading}<p>{OTHER}</p>") == [
        "Who pays",
        ANOTHER,
        "What the divers found",
        OTHER,
    ]
    assert "What the divers found" not in between_paragraphs(f"{plain}{heading.replace('h3', 'h4')}<p>{OTHER}</p>")
    assert "What the divers found" not in between_paragraphs(f"{plain}<div class=more>{heading}<p>{OTHER}</p></div>")
    assert "What the divers found" not in between_paragraphs(f"{plain}{heading}<p>Short.</p>")


WALKS = "".join(
    f"<h2><a href=/walks/{n}>The old light number {n}</a></h2><p>{n} — {words}</p>" for n, words in enumerate(OTHERS)
)


@pytest.mark.parametrize(
    ("above", "head", "count"),
    [
        ("<p>By Ada Quill</p>", "", 3),
        ("<p>Von Ada Quill</p>", "", 3),
        ("<div class=byline>Ada Quill</div>", "", 3),
        ("", "<meta property=og:type content=article>", 3),
        ("", "", 0),
        ("<p>By the old pier</p>", "", 0),
    ],
)
def test_linked_headings_stay_if_the_page_is_signed_or_declared_an_article(above: str, head: str, count: int) -> None:
    page = f"<article><h1>{HEADLINE}</h1>{above}{WALKS}</article>"
    assert sum(words.startswith("The old light number") for words in body(page, head=head)) == count
    two = page.replace("<a href=/walks/0>", "").replace("h2", "h3", 2).replace("<h3>The old", "<h3><a href=/x>The old")
    assert sum(words.startswith("The old light number") for words in body(two, head=head)) == 0
    untold = page.replace(f"<p>0 — {OTHERS[0]}", "<p>Closed")
    assert sum(words.startswith("The old light number") for words in body(untold, head=head)) == 0


def test_an_introduced_list_is_kept_even_if_all_items_are_links() -> None:
    links = "".join(f"<li><a href=/news/{n}>{words[:40]}</a>" for n, words in enumerate(OTHERS))
    assert between_paragraphs(f"<p>Three things to know:</p><ul>{links}</ul>") == [
        "Three things to know:",
        *(words[:40].strip() for words in OTHERS),
    ]
    assert between_paragraphs(f"<p>Lesen Sie auch:</p><ul>{links}</ul>") == []


def test_a_list_of_mostly_plain_items_is_kept_whole() -> None:
    plain = "<li>United: two losses<li>City: one win"
    assert between_paragraphs(f"<ul>{plain}<li><a href=/rovers>Rovers: three draws</a></ul>") == [
        "United: two losses",
        "City: one win",
        "Rovers: three draws",
    ]


def test_a_paragraph_that_links_to_a_document_is_text() -> None:
    words = "The full report on the nine piles can be read here"
    for address in ("/files/piles.pdf", "/files/piles.PDF?v=2", "/files/piles.xlsx#costs"):
        assert between_paragraphs(f"<p><a href={address}>{words}</a></p>") == [words]
    assert between_paragraphs(f"<p><a href=/files/pdf-tools>{words}</a></p>") == []


LINKS = "".join(f"<li><a href=/news/{n}>{words[:40]}</a>" for n, words in enumerate(OTHERS))


@pytest.mark.parametrize(
    "dropped",
    [
        f"<div><p>Häufig gelesen</p><ul>{LINKS}</ul></div>",
        f"<section><div><span>Czytaj więcej</span></div><div><a href=/news/1>{OTHER[:40]}</a></div></section>",
        "<div><h3>Current issue of the paper</h3><a href=/issue>February 2024, the issue on piers</a></div>",
        "<div><div>Story continues below</div><div class=ad>Advertisement</div></div>",
        f"<p>Auch interessant:</p><ul>{LINKS}</ul>",
    ],
)
def test_a_label_over_something_removed_is_left_out(dropped: str) -> None:
    assert between_paragraphs(dropped) == []
    assert tuple(body(f"<main><h1>{HEADLINE}</h1>{STORY}{dropped}</main>")) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "<p>Then silence</p><div class=ad>Advertisement</div>",
        "<div><p>Nobody answered.</p><div class=ad>Advertisement</div></div>",
        "<div><h3>The Grey Heron</h3><a href=/heron>Visit website</a></div><p>It was built in 1931.</p>",
        "<table><tr><td><div><div>Heron</div><div class=ad>Advertisement</div></div><td>built in 1931</table>",
    ],
)
def test_a_line_of_the_story_over_an_advertisement_or_a_button_stays(line: str) -> None:
    assert between_paragraphs(line)
