"""Which images of a page belong to the story, and their captions and credits."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, PARAGRAPHS, STORY, URL, read

from articlekit.models import Image
from articlekit.parsers.web.image_urls import file_key, image_key, is_ornament, is_site_image

SITE = "https://www.courier.example"
TITLE = f"<h1>{HEADLINE}</h1>"


def figure(number: int, caption: str = "The old pier") -> str:
    return f"<figure><img src=/pier/{number}.jpg><figcaption>{caption} {number}</figcaption></figure>"


def pictures(body: str, head: str = "") -> list[tuple[str, str | None, str | None]]:
    """Address, caption and credit of each picture on a page."""
    found = read(body, head=head).images
    return [((image.url or "").removeprefix(SITE), image.caption, image.credit) for image in found]


def test_all_images_below_the_last_paragraph_are_the_storys() -> None:
    below = "".join(map(figure, (1, 2, 3)))
    assert [url for url, _, _ in pictures(f"<main>{TITLE}{STORY}{below}</main>")] == [
        "/pier/1.jpg",
        "/pier/2.jpg",
        "/pier/3.jpg",
    ]


def test_images_after_other_text_below_the_story_are_left_out() -> None:
    page = f"<main>{TITLE}<div>{STORY}</div>{figure(1)}<h3>In other news</h3>{figure(2)}</main>"
    assert pictures(page) == []


def test_a_short_text_over_a_gallery_has_its_images() -> None:
    page = f"<article>{TITLE}<p>Our photographer went to look.</p>{figure(1)}{figure(2)}</article>"
    assert [caption for _, caption, _ in pictures(page)] == ["The old pier 1", "The old pier 2"]


def test_images_between_repeated_paragraphs_are_kept() -> None:
    page = "".join(f"{figure(number)}<p>{PARAGRAPHS[0]}</p>" for number in (1, 2, 3))
    assert len(pictures(f"<main>{TITLE}{STORY}{page}</main>")) == 3


def test_one_caption_is_never_given_to_two_images() -> None:
    page = (
        f"<p>{PARAGRAPHS[0]}</p><p><img src=/2.jpg width=600></p>"
        "<div class=wp-caption><img src=/3.jpg><p class=wp-caption-text>The third</p></div>"
    )
    assert pictures(f"<main>{TITLE}{page}{STORY}</main>") == [("/2.jpg", None, None), ("/3.jpg", "The third", None)]


def test_the_metadata_image_in_another_size_is_the_visible_one() -> None:
    head = f"<meta property=og:image content={SITE}/pier-1200x630.jpg>"
    page = f"<main>{TITLE}<figure><img src=/pier-300x157.jpg><figcaption>The pier. Ada Quill/Reuters</figcaption></figure>{STORY}</main>"
    assert pictures(page, head) == [("/pier-300x157.jpg", "The pier.", "Ada Quill/Reuters")]


def test_a_repeated_image_is_kept_where_its_caption_is() -> None:
    page = f"<main>{TITLE}<figure><img src=/pier/1.jpg></figure><p>{PARAGRAPHS[0]}</p>{figure(1)}{STORY}</main>"
    assert pictures(page) == [("/pier/1.jpg", "The old pier 1", None)]


def test_what_the_page_states_of_an_image_fills_what_it_does_not_show() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry to stop", "image": {"@type": "ImageObject",'
        f' "url": "{SITE}/pier/1.jpg", "creditText": "Ada Quill", "caption": "The pier in winter"}}}}</script>'
    )
    bare = "<figure><img src=/pier/1.jpg></figure>"
    assert pictures(f"<main>{TITLE}{bare}{STORY}</main>", head) == [("/pier/1.jpg", "The pier in winter", "Ada Quill")]
    assert pictures(f"<main>{TITLE}{figure(1)}{STORY}</main>", head) == [("/pier/1.jpg", "The old pier 1", None)]


@pytest.mark.parametrize("caption", ["Ferry to stop", "pier-in-winter", "Words. " * 100])
def test_headlines_file_names_and_texts_are_not_captions_in_metadata(caption: str) -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry to stop", "image": '
        f'{{"url": "{SITE}/pier/1.jpg", "caption": "{caption}"}}}}</script>'
    )
    assert pictures(f"<main>{TITLE}{STORY}</main>", head) == [("/pier/1.jpg", None, None)]


@pytest.mark.parametrize(
    "address", [f"{SITE}/img/logo.png", f"{SITE}/og-image.png", f"{SITE}/default.jpg", "ftp://courier.example/pier.jpg"]
)
def test_a_logo_in_the_metadata_is_not_an_image_of_the_story(address: str) -> None:
    assert read(f"<main>{TITLE}{STORY}</main>", head=f"<meta property=og:image content='{address}'>").images == ()


@pytest.mark.parametrize(
    ("caption", "told"), [("The pier at low tide", "The pier at low tide"), ("Pier in winter", None)]
)
def test_the_image_that_the_page_is_said_to_have_describes_the_shared_one(caption: str, told: str | None) -> None:
    url = f"{SITE}/2025/pier-in-winter-2.jpg"
    nodes = (
        '{"@type": "WebPage", "primaryImageOfPage": {"@id": "#pier"}}, {"@type": "Article", "headline": "Ferry to stop"},'
        f'{{"@type": "ImageObject", "@id": "#pier", "url": "{url}", "caption": "{caption}"}}'
    )
    head = f'<meta property=og:image content={url}><script type="application/ld+json">{{"@graph": [{nodes}]}}</script>'
    assert [found[1] for found in pictures(f"<main>{TITLE}{STORY}</main>", head)] == [told]


def test_a_name_with_caption_and_source_is_not_only_a_credit() -> None:
    said = "<span class=source-caption><figcaption>The pier <span class=source>Ada Quill</span></figcaption></span>"
    page = f"<p>{PARAGRAPHS[0]}</p><figure><img src=/pier/1.jpg>{said}</figure>"
    assert pictures(f"<main>{TITLE}{page}{STORY}</main>") == [("/pier/1.jpg", "The pier", "Ada Quill")]


def test_who_is_named_as_the_owner_of_an_image_is_its_credit() -> None:
    page = "<figure><img src=/pier/1.jpg><figcaption><span class=caption-owner><p>Ada | Reuters</p></span></figcaption></figure>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == [
        ("/pier/1.jpg", None, "Ada | Reuters")
    ]


def test_a_label_before_a_marked_credit_is_not_a_caption() -> None:
    page = "<figure><img src=/pier/1.jpg><figcaption>Image credit: <span class=credit>Ada Quill</span></figcaption></figure>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == [("/pier/1.jpg", None, "Ada Quill")]


def test_an_image_without_an_address_is_left_out() -> None:
    assert pictures(f"<main>{TITLE}<figure><img src=ftp://courier.example/pier.jpg></figure>{STORY}</main>") == []


def test_a_portrait_that_leads_to_an_authors_page_is_left_out() -> None:
    portrait = "<figure><a href=/authors/ada-quill><img src=/quill.jpg width=400></a></figure>"
    assert pictures(f"<main>{TITLE}{portrait}{STORY}</main>") == []


@pytest.mark.parametrize(
    ("credit", "read"),
    [
        ("Quelle: Ada Quill", "Ada Quill"),
        ("Photo Credit", None),
        ("Author", None),
        ("[Ada Quill. All rights reserved.]", "Ada Quill"),
    ],
)
def test_a_line_that_is_marked_as_a_credit_gives_the_name_alone(credit: str, read: str | None) -> None:
    page = f"<figure><img src=/pier.jpg><p class=caption>The pier.</p><p class=credit>{credit}</p></figure>"
    assert pictures(f"<main>{TITLE}{page}{STORY}</main>") == [("/pier.jpg", "The pier.", read)]


CAPTION, CREDIT = "The old pier at low tide", "Tom Reed"


@pytest.mark.parametrize(
    "page",
    [
        f"<figure><div><img src=/p.jpg><span>{CREDIT}</span></div><figcaption>{CAPTION}</figcaption></figure>",
        f"<figure><img src=/p.jpg><figcaption><div>Photo: {CREDIT}</div><div>{CAPTION}</div></figcaption></figure>",
        f"<figure><img src=/p.jpg></figure><figcaption>{CAPTION} (Photo: {CREDIT})</figcaption>",
        f"<div><div class=image><img src=/p.jpg></div><p class=caption>{CAPTION}</p><p class=credit>{CREDIT}</p></div>",
        f"<div class=image><img src=/p.jpg><span class=the-caption>{CAPTION}</span><span class=the-credit>{CREDIT}</span></div>",
        f"<div class=lead-image><img src=/p.jpg><p class=caption>{CAPTION} <span class=photographer>{CREDIT}</span></p></div>",
        f"<aside class='left wide'><img src=/p.jpg><p class=caption>{CAPTION} (Photo: {CREDIT})</p></aside>",
        f"<figure><img src=/p.jpg><figcaption><p>{CAPTION}</p><p>{CAPTION} Photo: {CREDIT}</p><p>Picture 1 of 9</p></figcaption></figure>",
    ],
)
def test_caption_and_credit_are_found_anywhere_beside_the_image(page: str) -> None:
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == [("/p.jpg", CAPTION, CREDIT)]


def test_a_caption_under_two_images_of_one_figure_is_that_of_both() -> None:
    page = f"<figure><img src=/1.jpg><img src=/2.jpg><figcaption>{CAPTION}</figcaption></figure>"
    found = pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>")
    assert found == [("/1.jpg", CAPTION, None), ("/2.jpg", CAPTION, None)]


@pytest.mark.parametrize("row", ["gallery", "gallery wide"])
def test_a_line_under_each_image_of_a_row_is_its_caption(row: str) -> None:
    slides = [f"<div class=slide><img src=/{n}.jpg><p>Boat number {n} of the bay</p></div>" for n in (1, 2)]
    page = f"<div class={row}>{''.join(slides)}</div>"
    found = pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>")
    assert found == [(f"/{n}.jpg", f"Boat number {n} of the bay", None) for n in (1, 2)]


def test_a_carousel_of_images_without_captions_shows_other_reports() -> None:
    page = "<div class=carousel><figure><img src=/1.jpg></figure><figure><img src=/2.jpg></figure></div>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == []


def test_a_credit_in_a_box_beside_the_image_is_a_name_and_no_heading() -> None:
    below = f"<div class=image-caption>{CAPTION}</div><div class=image-credit>{CREDIT}</div>"
    page = f"<div class=picture><img src=/p.jpg></div>{below}"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == [("/p.jpg", CAPTION, CREDIT)]
    page = "<div class='item tax-credit'><img src=/p.jpg><h3>Your guide to the harbour</h3></div>"
    assert [credit for _, _, credit in pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>")] in (
        [],
        [None],
    )


@pytest.mark.parametrize(
    "page",
    [
        "<div class=item><img src=/p.jpg><h3>The winter storms</h3><div class=credit>Tom Reed</div></div>",
        "<figure><img src=/p.jpg><figcaption>· · ·</figcaption></figure>",
    ],
)
def test_a_heading_and_dots_are_not_a_caption(page: str) -> None:
    assert [caption for _, caption, _ in pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>")] == [None]


def test_a_sidebar_with_an_image_and_more_than_its_caption_holds_no_image_of_the_story() -> None:
    page = "<aside><img src=/p.jpg><p class=caption>The pier</p><p>Ferries of the bay</p></aside>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>") == []


def test_a_teaser_whose_headline_is_dropped_takes_its_image_along() -> None:
    teaser = "<div><a href=/news/storm><img src=/s.jpg width=600></a><a href=/news/storm>Storm nears the bay</a></div>"
    head = f"<link rel=canonical href={URL}>"
    assert pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{teaser}{STORY}</main>", head) == []
    shop = teaser.replace("/news/storm", "https://boats.example/buy")
    assert len(pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{shop}{STORY}</main>", head)) == 1
    gallery = teaser.replace("/news/storm", "/photos/storm")
    assert len(pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{gallery}{STORY}</main>", head)) == 1


@pytest.mark.parametrize(
    "picture", ["<img src=/pier.jpg>", "<p><img src=/pier.jpg></p>", "<a href=/i/pier.jpg><img src=/pier.jpg></a>"]
)
def test_an_image_of_unknown_size_under_the_headline_is_the_storys(picture: str) -> None:
    assert [url for url, _, _ in pictures(f"<article>{TITLE}{picture}{STORY}</article>")] == ["/pier.jpg"]


@pytest.mark.parametrize(
    "picture",
    [
        "<img src=/pier.jpg width=120>",
        "<img src=/ada-quill-bio.jpg>",
        "<img src=/ada-quill-150x150.jpg>",
        "<img src=/ada.jpg?w=105>",
        "<a href=/other><img src=/pier.jpg></a>",
    ],
)
def test_small_images_portraits_and_external_links_are_left_out(picture: str) -> None:
    assert pictures(f"<article>{TITLE}{picture}{STORY}</article>") == []


def test_a_page_of_images_and_captions_has_its_images() -> None:
    shown = "".join(map(figure, (1, 2, 3)))
    found = pictures(f"<article>{TITLE}{shown}</article>")
    assert [url for url, _, _ in found] == ["/pier/1.jpg", "/pier/2.jpg", "/pier/3.jpg"]
    assert all(caption for _, caption, _ in found)


def test_a_page_of_teasers_has_no_images() -> None:
    teasers = "".join(f"<a href=/story/{number}>{figure(number)}</a>" for number in (1, 2, 3))
    assert pictures(f"<main>{TITLE}{teasers}</main>") == []


def test_the_address_of_a_page_in_an_img_is_not_an_image() -> None:
    page = "<figure><img src=/pier/1.jpg data-url=/photos/show?id=1></figure>"
    assert [url for url, _, _ in pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>")] == [
        "/pier/1.jpg"
    ]
    page = "<figure><img src=/s.jpg data-url=/pier/1.jpg></figure>"
    assert [url for url, _, _ in pictures(f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p>{page}{STORY}</main>")] == [
        "/pier/1.jpg"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/img/pier-1200x630.jpg", "https://a.example/img/pier-300x157.webp"),
        ("https://a.example/652*367/pier.jpg", "https://cdn.a.example/620*349/pier.jpg"),
        ("https://a.example/image/450a2c74=w700", "https://a.example/image/450a2c74"),
        ("https://a.example/_next/image?url=%2Fimg%2Fpier.jpg&w=640&q=75", "https://a.example/img/pier.jpg"),
        ("https://i.example/fetch/w_972,c_fill/https%3A%2F%2Fa.example%2Fpier.jpg", "https://a.example/pier.jpg"),
        ("https://a.example/5/800x600.jpg", "https://a.example/5/920x920.jpg"),
        ("https://a.example/pier.php?id=3&w=100", "https://a.example/pier.php?id=3&w=700"),
        ("https://a.example/pier_16x9.jpg?v=2", "https://a.example/pier-scaled.jpg.webp"),
        ("https://a.example/106113552/750/422/image.jpg", "https://a.example/106113552/800/562/image.jpg"),
        ("https://a.example/img/1100/194191.jpg", "https://a.example/img/450/194191.jpg"),
        ("https://a.example/thumbs/400x400/24.jpg", "https://b.example/?url=https://a.example/24.jpg&w=1000"),
        ("https://a.example/cdn-cgi/image/width=800,format=auto/pier-1.jpg", "https://a.example/pier-1.jpg"),
    ],
)
def test_addresses_of_one_image_in_two_sizes_are_known(one: str, other: str) -> None:
    assert image_key(one) == image_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/pier.php?id=3", "/pier.php?id=4"),
        ("/2024/01/1.jpg", "/2024/02/1.jpg"),
        ("/pier-1.jpg", "/pier-2.jpg"),
        ("/i?src=/1.jpg", "/i?src=/2.jpg"),
        ("/p/41x.png", "/p/42x.png"),
        ("/2024/1100/pier.jpg", "/2024/1200/pier.jpg"),
        ("/albums/1100/1.jpg", "/albums/1200/1.jpg"),
    ],
)
def test_addresses_of_two_images_are_not_confused(one: str, other: str) -> None:
    assert image_key(one) != image_key(other)


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("/65453399_6.jpg", "/65453399_303.jpg"),
        ("/409182716/409182716_1760520701_v4_3_600.jpg", "/409182716/409182716_1760520701_v16_9_1200.jpg"),
        ("/44152f97b643491c/16x9/original.jpg", "/44152f97b643491c/16x9/1280@40.jpg"),
        (
            "/m.be7b8bf8-9051-4c0a-bd8f-8f800bc5471a.original.jpg",
            "/m.be7b8bf8-9051-4c0a-bd8f-8f800bc5471a.16x9_700.jpg",
        ),
        ("/pier.jpg", "/pier-800.jpg"),
    ],
)
def test_the_metadata_image_in_another_crop_is_the_visible_one(stated: str, shown: str) -> None:
    head = f"<meta property=og:image content='{SITE}{stated}'>"
    page = f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p><figure><img src='{shown}'></figure>{STORY}</main>"
    assert pictures(page, head) == [(shown, None, None)]


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("/65453399_6.jpg", "/65453400_6.jpg"),
        ("/20250613/pier-a.jpg", "/20250613/pier-b.jpg"),
        ("/pier-2.jpg", "/pier-3.jpg"),
        ("/site10000001/25000001.jpg", "/site10000001/25000002.jpg"),
    ],
)
def test_an_image_that_is_not_the_metadata_image_is_added(stated: str, shown: str) -> None:
    head = f"<meta property=og:image content='{SITE}{stated}'>"
    page = f"<main>{TITLE}<p>{PARAGRAPHS[0]}</p><figure><img src='{shown}'></figure>{STORY}</main>"
    assert [url for url, _, _ in pictures(page, head)] == [stated, shown]


def test_an_unusual_file_name_is_one_image_wherever_it_is() -> None:
    one, other = "https://a.example/x/1/harbour-in-winter.jpg", "https://b.example/y/harbour-in-winter-680x365_c.jpg"
    assert file_key(one) == file_key(other)
    assert file_key("/x/1/pier.jpg") != file_key("/y/pier.jpg")


@pytest.mark.parametrize(
    "address",
    [
        "/ui/logo.png",
        "/x/facebook.png",
        "/authors/quill.jpg",
        "/quill-headshot.jpg",
        "/ui/icons/boat.png",
        "/profile_photos/7.jpg",
        "/pier.svg",
    ],
)
def test_ornaments_are_known_by_their_names(address: str) -> None:
    assert is_ornament(address)
    assert is_site_image(address)


@pytest.mark.parametrize(
    "address", ["/pier.jpg", "/facebook-office.jpg", "/img/author-of-the-year.jpg", "/a-logo-for-the-town/pier.jpg"]
)
def test_names_that_only_contain_an_ornament_word_are_images(address: str) -> None:
    assert not is_ornament(address)
    assert not is_site_image(address)


def test_an_image_that_only_the_page_states_is_there_with_its_credit_split_off() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "image": '
        f'{{"url": "{SITE}/pier/1.jpg", "caption": "The pier. Photo: Ada Quill"}}}}</script>'
    )
    assert read(f"<main>{TITLE}{STORY}</main>", head=head, url=URL).images == (
        Image(url=f"{SITE}/pier/1.jpg", caption="The pier.", credit="Ada Quill"),
    )


def test_a_metadata_image_with_a_visible_caption_is_the_visible_one() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "image": '
        f'{{"url": "{SITE}/x/493-pier.jpg", "caption": "The old pier 1"}}}}</script>'
    )
    assert pictures(f"<main>{TITLE}{figure(1)}{STORY}</main>", head) == [("/pier/1.jpg", "The old pier 1", None)]


def test_two_people_in_bold_above_the_story_sign_no_image() -> None:
    assert read(f"<main>{TITLE}<p><b>Ada Quill/Tom Reed</b></p>{STORY}</main>").images == ()
