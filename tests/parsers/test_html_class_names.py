"""Class names and ids that mark boilerplate, and those that only describe the look of an element."""

from __future__ import annotations

import pytest
from newspage import ANOTHER, HEADLINE, LONG, OTHER, PARAGRAPHS, STORY, between_paragraphs, body

PART = f"<p>{OTHER}</p><p>{ANOTHER}</p>"


@pytest.mark.parametrize(
    "names",
    [
        "id=menu-innovation-strategies",
        "id=more-on-car-repair-related-articles",
        "class=paper-grid-toc-content-sidebar",
        "class=block-accordion-style-icon-left",
        "class='container container--hide-last-row'",
        "class=list-columns-form-with-speakers",
        "class='page sidebar-enabled--false'",
    ],
)
def test_a_word_of_a_long_name_does_not_mark_several_paragraphs(names: str) -> None:
    assert between_paragraphs(f"<div {names}>{PART}</div>") == [OTHER, ANOTHER]


@pytest.mark.parametrize(
    "names",
    [
        "class=sidebar",
        "class=page-sidebar",
        "class=page-footer-cookie-consent-notice",
        "class=page-zone-widget-newsletter-letter",
        "id=cookie-law-info-bar",
        "class='sidebar--hide-last-row'",
        "id=related",
    ],
)
def test_other_words_of_names_mark_boilerplate(names: str) -> None:
    assert between_paragraphs(f"<div {names}>{PART}</div>") == []


def test_a_long_anchor_of_a_heading_is_made_of_its_words() -> None:
    assert between_paragraphs("<h2 id=h-what-is-social-media-video>What is social media video?</h2>") == [
        "What is social media video?"
    ]
    assert between_paragraphs("<h2 class=social>Share this</h2>") == []


@pytest.mark.parametrize("role", ["region", "tabpanel"])
def test_a_panel_that_readers_open_is_text(role: str) -> None:
    for hidden in ("hidden", "style=display:none"):
        assert between_paragraphs(f"<button>Week 1</button><div role={role} {hidden}>{PART}</div>") == [OTHER, ANOTHER]
        assert between_paragraphs(f"<div {hidden}>{PART}</div>") == []


def test_a_box_named_footer_with_nearly_all_text_is_the_story() -> None:
    long = "".join(f"<p>{words}</p>" for words in LONG)
    assert tuple(body(f"<div><h1>{HEADLINE}</h1></div><div class=page1-footer>{long}</div>")) == LONG
    assert tuple(body(f"<main><h1>{HEADLINE}</h1>{STORY}</main><div class=page1-footer>{long}</div>")) == PARAGRAPHS
