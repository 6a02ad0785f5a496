"""The section and the tags of a web page."""

from __future__ import annotations

import json

import pytest

import articlekit

STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>" * 3
CRUMBS = ["Home", "Local news", "Harbour closed"]


def page(more: str, path: str = "story/harbour-closed") -> articlekit.Article:
    source = f"<html><head><title>Harbour closed</title></head><body><h1>Harbour closed</h1>{more}{STORY}</body></html>"
    return articlekit.parse_html(source, url=f"https://courier.example/{path}", attribute=False)


def trail(names: list[str]) -> str:
    items = [
        {"@type": "ListItem", "position": place, "item": {"@id": "/" if name == "Home" else "/x", "name": name}}
        for place, name in enumerate(names)
    ]
    return json.dumps({"@type": "BreadcrumbList", "itemListElement": items})


@pytest.mark.parametrize(
    ("stated", "section"),
    [
        ("Local news", "Local news"),
        ("news_news", "news"),
        ("local-news", "local news"),
        ("culture_culture-lifestyle", "culture lifestyle"),
        ("Uncategorized", None),
        ("A-League", "A-League"),
    ],
)
def test_a_section_name_with_hyphens_becomes_words(stated: str, section: str | None) -> None:
    assert page(f"<meta property='article:section' content='{stated}'>").section == section


@pytest.mark.parametrize(
    "more",
    [
        f'<script type="application/ld+json">{trail(CRUMBS)}</script>',
        f'<script type="application/ld+json">{{"@type": "WebPage", "breadcrumb": {trail(CRUMBS)}}}</script>',
        "<nav class='site-breadcrumbs'><a href='/'>Home</a> <a href='/x'>Local news</a> <a href='/y'>Harbour closed</a></nav>",
        "<div class='Breadcrumb_list'><a href='/'>Home</a> <a href='/x'>Local news</a> <span>Harbour closed</span></div>",
    ],
)
def test_the_breadcrumb_over_the_article_is_its_section(more: str) -> None:
    assert page(more).section == "Local news"


@pytest.mark.parametrize(
    "more",
    [
        f'<script type="application/ld+json">{trail(["Home", "Harbour closed"])}</script>',
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [1, null, {"item": []}]}</script>',
        "<nav class='breadcrumb'><a href='/blog'>‹ Back to all posts</a></nav>",
        "<nav class='breadcrumb'>" + "<a href='/x'>Local news</a>" * 30 + "</nav>",
        "<nav class='notabreadcrumb-at-all'></nav>",
    ],
)
def test_breadcrumbs_without_a_page_between_front_page_and_article_give_no_section(more: str) -> None:
    assert page(more).section is None


def test_a_category_that_a_blog_marks_is_the_section_and_no_tag() -> None:
    article = page("<p><a rel='category tag' href='/c'>Local news</a> <a rel='tag' href='/t'>harbour</a></p>")
    assert (article.section, article.tags) == ("Local news", ("harbour",))


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("sport/2025/harbour-closed", "sport"),
        ("en/world/harbour-closed", "world"),
        ("us/politics/harbour-closed", "politics"),
        ("us-news/harbour-closed", "us news"),
        ("harbour-news/harbour-closed", None),
        ("sport", None),
        ("story/sport/harbour-closed", None),
    ],
)
def test_the_first_folder_of_the_url_is_the_section_if_newspapers_use_its_name(path: str, section: str | None) -> None:
    assert page("", path).section == section


def stated(section: str, *, url: str | None = None, body: str = "") -> str | None:
    head = f"<meta property='article:section' content='{section}'>"
    source = f"<html><head>{head}</head><body>{body}<h1>Harbour closed</h1>{STORY}</body></html>"
    return articlekit.parse_html(source, url=url, attribute=False).section


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("Islands, Ferries, Winter", "Islands"),
        ("Home,Islands,Popular", "Islands"),
        ("Top picks, Sport, Ferries", "Sport"),
        ("Islands, Sport", "Sport"),
        ("Marrow Bay, Port Elswick", "Marrow Bay, Port Elswick"),
        ("Piers, Nets & Boats", "Piers, Nets & Boats"),
        ("Sea, Salt and Wind", "Sea, Salt and Wind"),
    ],
)
def test_of_a_list_of_sections_the_one_that_is_known_counts_else_the_first(section: str, found: str) -> None:
    assert stated(section) == found


def test_the_url_and_the_breadcrumbs_know_a_section() -> None:
    assert stated("Winter, Islands, Ferries", url="https://courier.example/ferries/harbour-closed") == "Ferries"
    trail = "<nav class=breadcrumb><a href=/>Home</a> <a href=/i>Islands</a></nav>"
    assert stated("Winter, Islands, Ferries", body=trail) == "Islands"


@pytest.mark.parametrize(
    "section",
    ["https://courier.example/a", "18", "The harbour closed on Friday and nobody knows for how long it will be"],
)
def test_a_url_a_number_and_a_text_are_not_sections(section: str) -> None:
    assert stated(section) is None


def above(line: str, path: str) -> str | None:
    source = f"<html><head><title>Harbour closed</title></head><body>{line}<h1>Harbour closed</h1>{STORY}</body></html>"
    return articlekit.parse_html(source, url=f"https://www.courier.example/{path}", attribute=False).section


@pytest.mark.parametrize(
    ("line", "path", "section"),
    [
        ("<a href='/us-news/'>US news</a>", "us-news/closed", "US news"),
        ("<a href='/local/'>Local</a>", "local/2025/closed", "Local"),
        (
            "<a href='https://courier.example/blogs/harbour-life'>Harbour Life</a>",
            "blogs/harbour-life/closed",
            "Harbour Life",
        ),
        ("<p><a href='/sport'>Sport</a> / <a href='/sport/rowing'>Rowing</a></p>", "sport/rowing/closed", "Rowing"),
        ("<a href='/harbour-life/'>Back to all</a>", "harbour-life/closed", None),
        ("<a href='/harbour-life/'>Harbour Life</a>", "quay-life/closed", None),
        ("<a href='/blog/'>Blog</a>", "blog/closed", None),
        ("<a href='https://other.example/harbour-life/'>Harbour Life</a>", "harbour-life/closed", None),
        ("<a href='/harbour-life/closed'>Closed</a>", "harbour-life/closed", None),
    ],
)
def test_a_link_above_the_headline_to_a_folder_of_the_page_names_its_section(
    line: str, path: str, section: str | None
) -> None:
    assert above(line, path) == section


@pytest.mark.parametrize(
    ("link", "section"),
    [
        ("<a href='/us-news/'>US News</a>", "US News"),
        ("<a href='/'>Front</a><a href='/us-news'>All</a><a href='/us-news'>USNews</a>", "USNews"),
        ("<a href='/us-news/older'>US News</a>", "us news"),
        ("<a href='https://other.example/us-news'>US News</a>", "us news"),
        ("<a href='/us-news'>More</a>", "us news"),
    ],
)
def test_a_section_from_the_url_is_spelled_as_in_links_to_it(link: str, section: str) -> None:
    assert above(f"<nav>{link}</nav>", "us-news/closed") == section
