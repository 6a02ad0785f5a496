"""The kinds of the links in a text and around images."""

from __future__ import annotations

import pytest
from newspage import PARAGRAPHS

import articlekit

URL = "https://courier.example/harbour-closed"


def kinds(*links: str, above: str = "<p class='byline'>By <a rel='author' href='/u/7'>Ada Quill</a></p>") -> list[str]:
    story = " ".join(f"The harbour of Marrow Bay closed on Friday, wrote {link} in the paper." for link in links)
    source = f"<h1>Harbour closed</h1>{above}<p>{story}</p>"
    article = articlekit.parse_html(source, url=URL, attribute=False)
    return [link.kind for link in article.links if link.span is not None]


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("<a href='/u/7'>her</a>", "author"),
        ("<a href='https://quill.example'>Ada Quill</a>", "author"),
        ("<a href='/u/8'>Tom Reed</a>", "reference"),
        ("<a href='/pier.jpg?w=9'>the pier</a>", "media"),
        ("<a href='https://radio.example/talk.MP3'>a talk</a>", "media"),
        ("<a href='/survey.pdf'>a survey</a>", "reference"),
        ("<a href='https://jpg.example/'>a site</a>", "reference"),
        (f"<a href='{URL}'>this report</a>", "original"),
        (f"<a href='{URL}-again'>another report</a>", "reference"),
        ("<a href='#fn1'>1</a>", "reference"),
        ("<a href='mailto:ada@courier.example'>a letter</a>", "reference"),
    ],
)
def test_a_link_of_the_text_says_what_it_is_for(link: str, kind: str) -> None:
    assert kinds(link) == [kind]


def test_a_link_to_an_agency_that_signs_the_report_is_a_reference() -> None:
    head = "<meta name='author' content='Reuters'>"
    assert kinds("<a href='https://agency.example/a'>Reuters</a>", above=head) == ["reference"]


PICTURE = "<img src='/img/pier-300x200.jpg' width=600 alt='The pier'>"


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        ("/img/pier-1200x800.jpg", "media"),
        ("https://cdn.courier.example/i?url=/img/pier.jpg", "media"),
        ("/photos/show?id=3", "media"),
        ("/harbour-closed/photo/3", "media"),
        ("https://www.youtube.com/watch?v=3", "media"),
        ("https://vimeo.com/3", "media"),
        ("https://vimeo.com", "reference"),
        ("/storm-photos-of-the-day", "related"),
        ("/photos", "related"),
        ("/storm", "related"),
        ("https://shop.courier.example/boats", "related"),
        ("https://boats.example/buy", "reference"),
        (URL, "original"),
    ],
)
def test_the_link_around_an_image_is_media_only_if_it_shows_one(href: str, kind: str) -> None:
    source = f"<h1>Harbour closed</h1><p>{PARAGRAPHS[0]}</p><a href='{href}'>{PICTURE}</a><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    article = articlekit.parse_html(source, url=URL, attribute=False)
    assert [(link.kind, link.text, link.span) for link in article.links] == [(kind, "", None)]


def test_one_target_of_several_images_is_one_link() -> None:
    pictures = "".join(f"<a href='https://boats.example/buy'><img src='/{n}.jpg' width=600></a>" for n in (1, 2, 3))
    source = f"<h1>Harbour closed</h1><p>{PARAGRAPHS[0]}</p>{pictures}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    article = articlekit.parse_html(source, url=URL, attribute=False)
    assert [len(article.links), len(article.images)] == [1, 3]


STORM = "<a href='/storm'>The storm that nobody saw coming</a>"


def related(inner: str, after: str = "", *, url: str | None = URL) -> list[tuple[str, str | None]]:
    story = "".join(f"<p>{words}</p>" for words in PARAGRAPHS[:3])
    rest = "".join(f"<p>{words}</p>" for words in PARAGRAPHS[3:])
    source = f"<main><h1>Harbour closed</h1>{story}{inner}{rest}{after}</main>"
    article = articlekit.parse_html(source, url=url, attribute=False)
    assert "storm" not in article.text
    return [(link.text, link.url) for link in article.links if link.kind == "related"]


@pytest.mark.parametrize(
    "inner",
    [
        f"<p>{STORM}</p>",
        f"<p>Lesen Sie auch: {STORM}</p>",
        f"<div class='related-stories'><h3>More on this</h3><div>{STORM}</div></div>",
        f"<aside><p>{STORM}</p></aside>",
        f"<p>{STORM}</p><p>{STORM.replace('nobody', 'somebody')}</p>",
    ],
)
def test_the_headline_of_another_story_among_the_lines_of_this_one_is_a_related_link(inner: str) -> None:
    assert related(inner) == [("The storm that nobody saw coming", "https://courier.example/storm")]


@pytest.mark.parametrize(
    "inner",
    [
        f"<nav>{STORM}</nav>",
        f"<ul class='share-buttons'><li>{STORM}</li></ul>",
        f"<div class='newsletter'>{STORM}</div>",
        f"<figure><img src='/storm.jpg'><figcaption>{STORM}</figcaption></figure>",
        "<p><a href='/storm'>Storm</a></p>",
        "<p><a href='/tag/storm'>The storm that nobody saw coming</a></p>",
        "<p><a href='/author/storm'>The storm that nobody saw coming</a></p>",
        f"<p><a href='{URL}#again'>The storm that nobody saw coming</a></p>",
    ],
)
def test_menus_buttons_captions_and_short_labels_among_the_lines_lead_to_no_related_story(inner: str) -> None:
    assert related(inner) == []


def test_lines_after_the_story_are_not_part_of_it() -> None:
    assert related("", f"<div>{STORM}</div>") == []
