"""Boilerplate and teasers are left out of a story; what only looks like them stays."""

from __future__ import annotations

import pytest
from newspage import ANOTHER, HEADLINE, OTHER, OTHERS, PARAGRAPHS, STORY, between_paragraphs, body, teaser

# What is apparatus


@pytest.mark.parametrize(
    "box",
    [
        "nav",
        "footer",
        "aside",
        "form",
        "figcaption",
        "address",
        "div class=related-stories",
        "div class='c-newsletterSignup'",
        "div id=comments",
        "div id=disqus_thread",
        "section class=recommended__list",
        "section data-component=share-bar",
        "div data-testid=author-bio",
        "div class=article-footer",
        "div role=navigation",
        "section role=complementary",
        "div itemprop=author",
        "div hidden",
        "div style='color: red; DISPLAY : none'",
        "li class=widget",
        "amp-consent",
        "amp-sidebar",
        "amp-ad",
        "amp-list",
        "amp-user-notification",
    ],
)
def test_boilerplate_is_left_out(box: str) -> None:
    assert between_paragraphs(f"<{box}><p>{OTHER}</p></{box.split(maxsplit=1)[0]}>") == []


@pytest.mark.parametrize(
    "box",
    [
        "div",
        "section class=story-part",
        "amp-accordion",
        "amp-live-list",
        "amp-fit-text",
        "div class=has-sidebar",  # tells about the box beside it
        "div class=no-comments",
        "div class=md:hidden",
        "div class=ads-enabled",  # tells a setting
        "div class=commentary",  # another word, though it begins like one
        "div class=navigator",
        "div id=unrelated",
        "div data-title=newsletter",  # no attribute that names a component
        "main role=dialog",
        "div role=article",
        "div itemprop=articleBody",
        "div style='display:block'",
        "div hidden id=S:0",  # a part that a script moves to its place
        "div class=accordion hidden",  # what a reader opens
        "div class=tab-panel style=display:none",
        "cite class=author",
    ],
)
def test_what_only_looks_like_boilerplate_stays(box: str) -> None:
    assert between_paragraphs(f"<{box}><p>{OTHER}</p></{box.split(maxsplit=1)[0]}>") == [OTHER]


def test_long_text_hidden_from_assistive_technology_stays() -> None:
    assert between_paragraphs(f"<div aria-hidden=true><p>{OTHER}</p></div>") == []
    much = "</p><p>".join(OTHERS)
    assert between_paragraphs(f"<div aria-hidden=true><p>{much}</p></div>") == [*OTHERS]


def test_a_name_for_the_look_marks_only_a_small_box() -> None:
    assert between_paragraphs(f"<div class=photo-text><p>{OTHER}</p></div>") == []
    much = "</p><p>".join(OTHERS)
    assert between_paragraphs(f"<div class=photo-essay><p>{much}</p></div>") == [*OTHERS]


def test_the_names_of_cells_and_speakers_are_about_data() -> None:
    rows = "<tr><td class=author>Ada Quill<td class=date>1931<tr><td class=author>Jonas Pell<td class=date>1998"
    assert between_paragraphs(f"<table>{rows}</table>") == ["Ada Quill\t1931", "Jonas Pell\t1998"]


def test_an_embedded_post_is_not_a_share_button() -> None:
    assert between_paragraphs(f"<blockquote class=twitter-post><p>{OTHER}</p></blockquote>") == [OTHER]
    assert between_paragraphs(f"<div class=social-embed><p>{OTHER}</p></div>") == [OTHER]
    assert between_paragraphs(f"<div class=social-bar><p>{OTHER}</p></div>") == []
    assert between_paragraphs(f"<div class=newsletter-embed><p>{OTHER}</p></div>") == []


@pytest.mark.parametrize("name", ["sidebar", "social-layout", "form", "topics", "modal"])
def test_a_box_with_nearly_all_text_is_the_story_whatever_its_name(name: str) -> None:
    assert tuple(body(f"<h1>{HEADLINE}</h1><div class={name}>{STORY}</div><p>Rain.</p>")) == PARAGRAPHS


def test_comments_that_outweigh_the_story_are_still_comments() -> None:
    comments = f"<div id=comments><p>{'</p><p>'.join(OTHERS * 4)}</p></div>"
    assert tuple(body(f"<h1>{HEADLINE}</h1><div class=text>{STORY}</div>{comments}")) == PARAGRAPHS


def test_an_aside_is_not_the_story_even_if_it_is_longer() -> None:
    aside = f"<aside><p>{'</p><p>'.join(OTHERS * 4)}</p></aside>"
    assert (
        tuple(
            body(
                f"<h1>{HEADLINE}</h1><div class=text>{''.join(f'<p>{words}</p>' for words in PARAGRAPHS[:2])}</div>{aside}"
            )
        )
        == PARAGRAPHS[:2]
    )


def test_a_box_named_after_the_comments_that_holds_the_headline_is_the_story() -> None:
    assert tuple(body(f"<div class=comments-open-page><h1>{HEADLINE}</h1>{STORY}</div>")) == PARAGRAPHS


def test_the_largest_box_named_boilerplate_is_the_story_if_little_else_is_left() -> None:
    comments = f"<div id=comments><p>{'</p><p>'.join(OTHERS * 4)}</p></div>"
    assert tuple(body(f"<h1>{HEADLINE}</h1><div class=promo>{STORY}</div>{comments}")) == PARAGRAPHS


def test_boilerplate_inside_a_story_named_boilerplate_is_left_out() -> None:
    comments = f"<div id=comments><p>{'</p><p>'.join(OTHERS * 4)}</p></div>"
    related = f"<div class=related><p>{OTHER}</p></div>"
    assert tuple(body(f"<h1>{HEADLINE}</h1><div class=promo>{STORY}{related}</div>{comments}")) == PARAGRAPHS


def test_the_tags_and_categories_of_a_wordpress_post_do_not_name_its_box() -> None:
    def entries(state: str) -> str:
        return "".join(f"<div class='post {state} tag-social-media'><p>{words}</p></div>" for words in PARAGRAPHS)

    assert tuple(body(f"<h1>{HEADLINE}</h1>{entries('status-publish')}")) == PARAGRAPHS
    assert len(body(f"<h1>{HEADLINE}</h1>{entries('status')}")) < len(PARAGRAPHS)


def test_a_figure_holds_text_only_around_a_table_a_quotation_or_code() -> None:
    assert between_paragraphs("<figure><table><tr><td>Piles<td>9<tr><td>Rotten<td>2</table></figure>") == [
        "Piles\t9",
        "Rotten\t2",
    ]
    assert between_paragraphs(f"<figure><blockquote>{OTHER}</blockquote></figure>") == [OTHER]
    assert between_paragraphs("<figure><pre>9 piles</pre></figure>") == ["9 piles"]
    assert between_paragraphs(f"<figure><img src=/pier.jpg><p>{OTHER}</p></figure>") == []


# Forms

FORM = "<form><input type=email><button>Go</button><p>I agree to the terms of the paper.</p></form>"
PITCH = (
    "<h3>Every morning before the ferry sails</h3><p>All that the town talks about, and what it leaves out, at six.</p>"
)


@pytest.mark.parametrize(
    "box",
    [
        f"<section class=w-full>{PITCH}{FORM}</section>",
        f"<div><div>{PITCH}</div><div><div>{FORM}</div></div></div>",
        f"<div>{PITCH}<div><input type=EMAIL><button>Go</button></div></div>",
    ],
)
def test_a_small_box_with_a_field_for_an_address_goes_with_its_heading_and_pitch(box: str) -> None:
    assert between_paragraphs(box) == []


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{OTHER}</p>{FORM}",  # the box around the form is the story's
        f"<div><p>{'</p><p>'.join(OTHERS)}</p>{FORM}</div>",
        f"<div><p>{OTHER}</p><form><input type=search></form></div>",
        f"<div><ul><li>Tents</li><li>Boots</li></ul>{FORM}</div>",
        f"<div><blockquote>{OTHER}</blockquote>{FORM}</div>",
    ],
)
def test_text_that_says_more_than_a_pitch_stays_beside_a_form(box: str) -> None:
    kept = between_paragraphs(box)
    assert kept
    assert "I agree to the terms of the paper." not in kept


def test_a_short_story_beside_a_form_is_still_the_story() -> None:
    page = f"<h1>{HEADLINE}</h1><div><p>{OTHER}</p><p>{ANOTHER}</p>{FORM}</div>"
    assert body(page) == [OTHER, ANOTHER]


# Cards


def test_small_boxes_of_one_signature_with_internal_links_are_teasers() -> None:
    cards = "".join(teaser(words, f"/news/{number}") for number, words in enumerate(OTHERS))
    assert between_paragraphs(f"<div>{cards}</div>") == []


@pytest.mark.parametrize(
    ("hrefs", "why"),
    [
        (["/news/1", "/news/2"], "two are no row of cards"),
        (
            ["https://library.example/1", "https://archive.example/2", "https://records.example/3"],
            "they leave the site",
        ),
        (["#one", "#two", "#three"], "they stay on the page"),
    ],
)
def test_two_boxes_or_boxes_without_internal_links_are_not_teasers(hrefs: list[str], why: str) -> None:
    cards = "".join(teaser(words, href) for words, href in zip(OTHERS, hrefs, strict=False))
    kept = " ".join(between_paragraphs(f"<div>{cards}</div>"))
    assert all(words[60:].strip() in kept for words in OTHERS[: len(hrefs)]), why


def test_paragraphs_that_link_their_first_words_are_not_teasers() -> None:
    linked = "".join(
        f"<p><a href=/news/{number}>{words[:60]}</a>{words[60:]}</p>" for number, words in enumerate(OTHERS)
    )
    assert between_paragraphs(f"<div>{linked}</div>") == [*OTHERS]


def test_paragraphs_under_a_linked_line_are_not_teasers() -> None:
    linked = "".join(f"<p><a href=/news/{n}>{words[:40]}</a><br><br>{words}</p>" for n, words in enumerate(OTHERS))
    assert between_paragraphs(f"<div>{linked}</div>") == [*OTHERS]


def test_parts_of_the_story_that_look_like_teasers_outnumber_them() -> None:
    parts = "".join(f"<div class=box><p>{words}</p></div>" for words in OTHERS)
    link = f"<div class=box><a href=/news/1>{ANOTHER[:60]}</a></div>"
    assert between_paragraphs(f"<div>{parts}{link}</div>")[:3] == [*OTHERS]
