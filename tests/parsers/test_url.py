"""The URL of an article on a web page."""

from __future__ import annotations

import pytest

import articlekit
from articlekit.parsers.web.urls import absolute_url

STORY = "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p>"
SITE = "https://www.courier.example"


def page(canonical: str, given: str | None, more: str = "") -> articlekit.Article:
    source = f"<html><head>{more}<link rel='canonical' href='{canonical}'></head><body>{STORY}</body></html>"
    return articlekit.parse_html(source, url=given, attribute=False)


@pytest.mark.parametrize(
    ("canonical", "given"),
    [
        (f"{SITE}/harbour-closed", f"{SITE}/harbour-closed?utm_source=1#c"),
        (f"{SITE}/bridge", f"{SITE}/bridge?fbclid=1"),
        (f"{SITE}/news/harbour-closed", "https://amp.courier.example/harbour-closed"),
        (f"{SITE}/harbour-closed", f"{SITE}/harbour-closed/amp"),
        (f"{SITE}/harbour-closed", f"{SITE}/2025/06/13/harbour-closed.amp.html"),
        (f"{SITE}/harbour-closed-for-months", f"{SITE}/harbour-closed-for-months/2/"),
        (f"{SITE}/harbour-closed-for-months", f"{SITE}/news/local/12345"),
        (f"{SITE}/story?id=7", f"{SITE}/story?id=7&ref=top"),
        (f"{SITE}/story?id=7", f"{SITE}/"),
    ],
)
def test_the_canonical_url_of_the_page_is_the_articles(canonical: str, given: str) -> None:
    assert page(canonical, given).url == canonical


@pytest.mark.parametrize(
    "canonical",
    [
        f"{SITE}/",
        SITE,
        f"{SITE}/news/",
        f"{SITE}/news",
        f"{SITE}/local-news",
        f"{SITE}/humans.txt",
        "https://www.gazette.example/harbour-closed-for-months",
        "https://staging.courier.example/news/harbour-closed",
        "http://localhost/news/harbour-closed",
        "http://10.0.0.1/news/harbour-closed",
        "https://www.courier.example:99999/news/harbour-closed",
        "https://ada:quill@www.courier.example/news/harbour-closed",
        "javascript:alert(1)",
        "https://[",
        "",
    ],
)
def test_a_url_that_cannot_be_the_articles_leaves_the_callers(canonical: str) -> None:
    given = f"{SITE}/news/harbour-closed"
    assert page(canonical, given).url == given


def test_a_canonical_url_that_drops_what_may_tell_the_article_leaves_the_callers() -> None:
    assert page(f"{SITE}/story.php", f"{SITE}/story.php?id=7").url == f"{SITE}/story.php?id=7"


@pytest.mark.parametrize(
    "href", ["https://courier.example/", "http://localhost/harbour", "javascript:alert(1)", "/harbour"]
)
def test_without_the_callers_url_a_page_without_a_good_one_has_none(href: str) -> None:
    assert page(href, None).url is None


def test_a_relative_canonical_url_counts_from_the_base_of_the_page() -> None:
    base = "<base href='https://courier.example/news/'>"
    assert page("harbour-closed", None, base).url == "https://courier.example/news/harbour-closed"


def test_the_url_that_loses_stays_in_the_evidence() -> None:
    article = page(f"{SITE}/harbour-closed", f"{SITE}/2025/06/harbour-closed")
    (evidence,) = [item for item in article.evidence if item.field == "url"]
    assert (evidence.rule, evidence.raw) == ("url.canonical", f"{SITE}/harbour-closed")
    assert [lost.raw for lost in evidence.rejected] == [f"{SITE}/2025/06/harbour-closed"]


def test_relative_links_count_from_the_url_of_the_page() -> None:
    source = (
        f"<link rel='canonical' href='{SITE}/harbour-closed'>{STORY}<p>See <a href='pier'>the pier</a>, which rots.</p>"
    )
    article = articlekit.parse_html(source, url=f"{SITE}/amp/harbour-closed", attribute=False)
    assert article.url == f"{SITE}/harbour-closed"
    assert [link.url for link in article.links] == [f"{SITE}/amp/pier"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (f"{SITE}/harbour-closed?utm_source=rss#c", f"{SITE}/harbour-closed"),
        (f"{SITE}/story?utm_source=q&id=3&fbclid=2#z", f"{SITE}/story?id=3"),
        ("https://WWW.Courier.example:443/Harbour-Closed", f"{SITE}/Harbour-Closed"),
        (f"{SITE}:8080/harbour-closed?source=7&ref=9", f"{SITE}:8080/harbour-closed?source=7&ref=9"),
        (f"{SITE}/#!/harbour-closed", f"{SITE}/#!/harbour-closed"),
        ("https://[2001:DB8::1]/harbour-closed", "https://[2001:db8::1]/harbour-closed"),
    ],
)
def test_a_url_has_one_normal_form(written: str, told: str) -> None:
    assert articlekit.parse_html(STORY, url=written, attribute=False).url == told
    if "#!" not in written and "[" not in written:
        assert page(written, None).url == told


def test_a_url_has_https_if_the_callers_url_on_the_host_has_it() -> None:
    told = "http://www.courier.example/harbour-closed"
    assert page(told, f"{SITE}/harbour-closed").url == f"{SITE}/harbour-closed"
    assert page(told, told).url == told


@pytest.mark.parametrize(
    ("canonical", "given"),
    [
        ("https://substack.com/home/post/p-4711", "https://quill.substack.com/p/harbour-closed-for-months"),
        ("https://reed.substack.com/p/harbour-closed", "https://quill.substack.com/p/harbour-closed"),
        (f"{SITE}/node/4711", f"{SITE}/harbour-closed-for-months"),
        (f"{SITE}/news/Harbour", f"{SITE}/news/harbour-closed-for-months"),
    ],
)
def test_a_url_on_another_site_of_the_platform_or_vaguer_than_the_callers_is_left(canonical: str, given: str) -> None:
    assert page(canonical, given).url == given


def test_everybody_on_a_platform_is_a_publisher_of_their_own() -> None:
    publisher = articlekit.parse_html(STORY, url="https://quill.substack.com/p/a", attribute=False).publisher
    assert publisher is not None
    assert publisher.domain == "quill.substack.com"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        (r"https:\\evil.example\x", "https://evil.example/x"),
        (r"\\evil.example\x", "https://evil.example/x"),
        (r"https://evil.example\@courier.example/x", "https://evil.example/@courier.example/x"),
        (r"/a\b?c=\d", f"{SITE}/a/b?c=\\d"),
        (r"mailto:ada\b@courier.example", r"mailto:ada\b@courier.example"),
    ],
)
def test_a_backslash_before_the_query_is_a_slash_as_in_browsers(href: str, url: str) -> None:
    assert absolute_url(href, SITE) == url
