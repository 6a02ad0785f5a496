"""Images that a page shows only once a script has run."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, PARAGRAPHS, STORY, read

from articlekit.models import Image

SITE = "https://www.courier.example"
TITLE = f"<h1>{HEADLINE}</h1>"


def pictures(body: str, head: str = "") -> list[tuple[str, str | None, str | None]]:
    """Address, caption and credit of each picture on a page."""
    found = read(body, head=head).images
    return [((image.url or "").removeprefix(SITE), image.caption, image.credit) for image in found]


@pytest.mark.parametrize(
    "attributes",
    [
        "data-lazyimage-src=/pier/1.jpg",
        "nitro-lazy-src=/pier/1.jpg?v=2",
        "data-lazy='/pier/1.jpg'",
        "data-src-mini=/pier/0.jpg data-src-large=/pier/1.jpg",
        "data-lzl-srcset='/pier/0.jpg 300w, /pier/1.jpg 900w'",
        "data-normal=/pier/1.jpg?v=2",
        "data-page=/photos data-normal='https://www.courier.example/pier/1.jpg'",
        """data-srcs='{"https:\\/\\/www.courier.example\\/pier\\/1.jpg": {"width": 900}}'""",
    ],
)
def test_an_address_waits_in_any_attribute_that_is_named_so(attributes: str) -> None:
    page = f"<p>{PARAGRAPHS[0]}</p><figure><img src='data:image/gif;base64,R0' {attributes}></figure>"
    assert [url.partition("?")[0] for url, _, _ in pictures(f"<main>{TITLE}{page}{STORY}</main>")] == ["/pier/1.jpg"]


@pytest.mark.parametrize(
    "attributes",
    [
        "data-lazy=true data-src-page=/photos",
        "data-name=pier.jpg",
        "data-url='/pier/${size}.jpg'",
        """data-srcs='{"width": 900}'""",
    ],
)
def test_an_attribute_that_is_not_a_file_is_not_an_image(attributes: str) -> None:
    page = f"<p>{PARAGRAPHS[0]}</p><figure><img src='data:image/gif;base64,R0' {attributes}></figure>"
    assert pictures(f"<main>{TITLE}{page}{STORY}</main>") == []


@pytest.mark.parametrize("attributes", ["class=lazy-loading", "width=16 height=9"])
def test_loading_and_aspect_ratio_do_not_make_an_ornament(attributes: str) -> None:
    page = f"<p>{PARAGRAPHS[0]}</p><figure><img {attributes} src=/pier/1.jpg></figure>"
    assert pictures(f"<main>{TITLE}{page}{STORY}</main>") == [("/pier/1.jpg", None, None)]


@pytest.mark.parametrize("source", ["", "src='data:image/gif;base64,R0'", "src=/static/lazy_placeholder.gif"])
def test_the_link_around_an_image_that_waits_for_a_script_gives_its_address(source: str) -> None:
    page = f"<figure><a href=/pier/1.jpg><img {source}></a><figcaption>The pier. Photo: Ada Quill</figcaption></figure>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == [
        ("/pier/1.jpg", "The pier.", "Ada Quill")
    ]


@pytest.mark.parametrize(
    "source", ["", "src='data:image/gif;base64,R0'", "src=/static/grey-placeholder.png", "data-url='/pier_${size}.jpg'"]
)
def test_of_an_image_whose_address_only_a_script_knows_caption_and_credit_are_kept(source: str) -> None:
    page = f"<figure><img {source} alt=Pier><figcaption>The pier. Photo: Ada Quill</figcaption></figure>"
    article = read(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>")
    assert article.images == (Image(alt="Pier", caption="The pier.", credit="Ada Quill"),)
    assert "Ada Quill" not in article.text


@pytest.mark.parametrize(
    "page",
    [
        "<figure><img alt=Pier></figure>",
        "<figure><img class=logo><figcaption>The pier</figcaption></figure>",
        "<figure><img width=1 height=1><figcaption>The pier</figcaption></figure>",
        "<figure><img src=/static/logo.svg><figcaption>The pier</figcaption></figure>",
        "<figure><a href=/news/storm><img><figcaption>Storm nears the bay</figcaption></a></figure>",
        "<aside><figure><img><figcaption>The pier</figcaption></figure><p>Ferries of the bay</p></aside>",
    ],
)
def test_of_what_shows_nothing_of_the_story_nothing_is_kept(page: str) -> None:
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == []


def test_a_placeholder_beside_the_image_is_not_another_image() -> None:
    page = "<figure><img src='data:image/gif;base64,R0'><img src=/pier/1.jpg><figcaption>The pier</figcaption></figure>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == [("/pier/1.jpg", "The pier", None)]
    page = "<figure><img><noscript><img src=/pier/1.jpg></noscript><figcaption>The pier</figcaption></figure>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == [("/pier/1.jpg", "The pier", None)]


def test_an_image_that_waits_for_a_script_has_the_address_that_the_page_states_with_its_caption() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "image": '
        f'{{"@type": "ImageObject", "url": "{SITE}/x/493.jpg", "caption": "The old pier"}}}}</script>'
    )
    page = "<figure><img><figcaption>The old pier</figcaption></figure>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>", head) == [
        ("/x/493.jpg", "The old pier", None)
    ]
