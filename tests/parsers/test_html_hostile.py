"""Hostile pages give an article or an InputError, the same one every time, and keep the promises of the models."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Article, InputError, dumps, loads, parse_html
from articlekit.serializers.json.validation import find_faults

STORY = (
    "<p>The ferry to Marrow Bay sails again from Monday, the harbour office said, after three weeks in dock.</p>"
    '<p>“We are <a href="/ready">ready</a>,” said Ilse Brandt, who runs the office, on <b>Friday</b> evening.</p>'
)
DEEP = 3000
"""Deeper than Python recurses."""


def on_a_page(inside: str, head: str = "") -> str:
    return f"<html><head><title>Ferry</title>{head}</head><body><h1>Ferry</h1>{STORY}{inside}{STORY}</body></html>"


def ld(text: str) -> str:
    return on_a_page("", f'<script type="application/ld+json">{text}</script>')


NESTED: dict[str, str | bytes] = {
    tag: on_a_page("".join(f"<{part}>" for part in tag.split()) * DEEP)
    for tag in (
        "div", "span", "b", "i b", "a", "p", "ul li", "ol", "dl dd", "blockquote", "table", "table tr td", "article",
        "section", "main", "figure", "figcaption", "font", "button", "form", "label", "details summary", "select",
        "template", "noscript", "object", "svg g", "math mtext", "svg foreignObject", "h1", "pre", "x-y", "iframe",
    )
}  # fmt: skip
LONG: dict[str, str | bytes] = {
    "breaks": on_a_page("<br>" * DEEP),
    "double breaks": on_a_page("a word<br><br>" * DEEP),
    "options": on_a_page("<select>" + "<option>x" * DEEP + "</select>"),
    "rows": on_a_page("<table>" + "<tr><td>a<td>b" * DEEP + "</table>"),
    "colspan": on_a_page("<table><tr><td colspan=9007199254740991 rowspan=-1>a<td colspan=x>b</table>"),
    "end tags": on_a_page("</div></p></a></table></b></br>" * DEEP),
    "end tags of others": on_a_page("<div></b>" * DEEP),
    "misnested": on_a_page("<b><p>x</b>y<a><div></a></p>" * 200),
    "a long attribute": on_a_page(f'<p title="{"a " * 50_000}">x</p>'),
    "many classes": on_a_page(f'<div class="{" ".join(map(str, range(20_000)))}">{STORY}</div>'),
    "a long address": on_a_page(f'<p>See <a href="/{"a/../" * 20_000}">the plan</a></p>'),
    "addresses that are none": on_a_page(
        "".join(f'<p>See <a href="{href}">the plan</a> <img src="{href}"></p>' for href in ("javascript:x()", "data:,x", "//", "http://[", "http://[::1", "https://a:b:c/", "\\\\x", "%zz", "#", "?", "http://\u0661.example", "mailto:"))
    ),
    "NULs": on_a_page("\0<p>a\0b</p>" * DEEP),
    "lone surrogates": on_a_page("<p>\ud800a\udfff</p>" * DEEP),
    "an unclosed comment": on_a_page("<!-- " + "--!" * DEEP),
    "an unclosed script": on_a_page("<script><!--<script>" + "x" * DEEP),
    "an unclosed title": "<title>" + on_a_page(""),
    "an unclosed textarea": on_a_page("<textarea>"),
    "an unclosed tag": on_a_page("<p " + 'a="' * DEEP),
    "less-than signs": on_a_page("<" * DEEP),
    "links": on_a_page('<a href="/news/1">Ferry</a> ' * DEEP),
    "short lines": on_a_page("<div>Yes</div>" * DEEP),
    "headings": on_a_page("<h1>Ferry</h1><h2>Ferry</h2>" * DEEP),
    "articles": on_a_page("<article>Ferry</article>" * DEEP),
    "figures": on_a_page("<figure><img src=a.jpg><figcaption>Ferry</figcaption></figure>" * DEEP),
    "images": on_a_page("<img>" * DEEP),
    "captions": on_a_page("<figure><img src=a.jpg><figcaption>" + "Photo (Ferry. " * DEEP + "</figcaption></figure>"),
    "frames": on_a_page("<iframe src=https://a.example/7></iframe>" * DEEP),
    "clocks": on_a_page("<p>10:15</p><p>Ferry</p>" * DEEP),
    "times": on_a_page("<time datetime=99999-99-99T99>x</time>" * DEEP),
    "metas": on_a_page("", '<meta property="article:author" content="Ilse Brandt"><meta content><meta name>' * DEEP),
    "a frameset": "<frameset><frame src=a></frameset>",
    "no body": "<head><title>Ferry</title></head>",
    "plain text": "plaintext<plaintext>" + STORY,
    "an empty tag": "<>",
    "one less-than sign": "<",
    "a doctype": "<!doctype html>",
    "a processing instruction": "<?xml version='1.0'?>" + STORY,
    "bytes of UTF-16": on_a_page("").encode("utf-16"),
    "bytes of nothing": bytes(range(256)) * 40,
}  # fmt: skip
STATED: dict[str, str | bytes] = {
    "deep lists": ld("[" * 100_000 + "]" * 100_000),
    "deep objects": ld('{"author":' * 100_000 + "1" + "}" * 100_000),
    "objects as deep as can be read": ld('{"author":' * 900 + "1" + "}" * 900),
    "unclosed lists": ld("[" * 100_000),
    "unclosed objects": ld('{"@graph":[' * 20_000),
    "a ring": ld('[{"@type":"NewsArticle","@id":"a","author":{"@id":"b"}},{"@id":"b","author":{"@id":"a"},"@graph":[{"@id":"b"}]}]'),
    "backslashes": ld('{"name":"' + "\\" * 50_001),
    "a number without end": ld('{"@type":"NewsArticle","datePublished":' + "9" * 20_000 + "}"),
    "numbers that are none": ld('{"@type":"NewsArticle","datePublished":NaN,"headline":-Infinity,"author":1e999}'),
    "a lone surrogate": ld('{"@type":"NewsArticle","headline":"\\ud800","author":{"name":"\\udfff"}}'),
    "a NUL": ld('{"@type":"NewsArticle","headline":"a\\u0000b","articleBody":"\\u0000"}'),
    "the wrong types": ld('{"@type":["NewsArticle",1,null],"headline":[{}],"author":[[1],null,{"name":{"@value":[]}}],"datePublished":{},"image":[[{"url":1}]],"publisher":3,"@graph":"x","@id":[]}'),
    "nothing but null": ld("null"),
    "many authors": ld('{"@type":"NewsArticle","author":[' + '{"name":"Ilse Brandt"},' * DEEP + "null]}"),
}  # fmt: skip
HOSTILE = {**NESTED, **LONG, **STATED}


def outcome(raw: str | bytes) -> Article | str:
    """The article, or the message of the refusal; any other exception comes through."""
    try:
        return parse_html(raw, url="https://marrowbay.example/news/ferry", attribute=False)
    except InputError as error:
        return str(error)


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_gives_a_sound_article_or_a_refusal(raw: str | bytes) -> None:
    found = outcome(raw)
    if isinstance(found, Article):
        assert find_faults(found) == []
        assert loads(dumps(found)) == found


@pytest.mark.parametrize("page", [NESTED["div"], LONG["breaks"], LONG["images"], STATED["deep lists"]])
def test_the_story_around_what_is_hostile_is_read(page: str | bytes) -> None:
    found = outcome(page)
    assert isinstance(found, Article)
    assert "The ferry to Marrow Bay sails again" in found.text


def test_no_address_that_runs_or_carries_data_is_given_as_a_url() -> None:
    found = outcome(LONG["addresses that are none"])
    assert isinstance(found, Article)
    urls = [*(link.url for link in found.links), *(image.url for image in found.images)]
    assert all(url.startswith(("https://", "http://", "mailto:")) for url in urls if url)


@pytest.mark.slow
def test_threads_and_repeated_calls_give_the_same_as_one_call() -> None:
    pages = [*list(HOSTILE.values())[::5], on_a_page("")]
    alone = [outcome(page) for page in pages]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(outcome, pages * 4))
    assert together == alone * 4
    assert [outcome(page) for page in reversed(pages)] == alone[::-1]


TAGS = (
    "html head body title h1 h2 p div span a b i em br hr img ul ol li dl dt dd table tr td th caption article section main aside "
    "header footer nav figure figcaption picture source blockquote cite q pre code time address noscript script style "
    "template svg math select option textarea input button form iframe video object label details summary font center"
).split()
WORDS = (
    "The ferry sails again.", "Marrow Bay", "said Ilse Brandt", "“We are ready,”", "By Ilse Brandt", "12 March 2024", "READ MORE:",
    "Photo: Ilse Brandt", "MARROW BAY (AP) —", "The harbour office said on Friday that the ferry to Marrow Bay would sail again.",
    " ", "\n", "&nbsp;", "&amp", "&#x0;", "\0", "\u00ad", "\u202e", "é", "港口", "ميناء", "\ud800", "🛳️", "<", ">", '"', "<!--", "-->", "]]>",
)  # fmt: skip
ATTRIBUTES = (
    "class=related", 'class="story-body article"', "class=byline", "class=caption", "class='newsletter promo'", "hidden", "id=content",
    "itemprop=articleBody", "itemprop=author", "itemscope", "itemtype='http://schema.org/NewsArticle'", "rel=author", "role=main",
    "href=/x", "href=#", "href='javascript:x()'", "src=a.jpg", "alt='a ferry'", "datetime=2024-03-12", "datetime=x", "lang=de",
    'style="display:none"', "aria-hidden=true", "content=x", "property=og:title", "name=author", "type=application/ld+json", "colspan=0",
)  # fmt: skip
opening = st.builds(
    lambda tag, attributes, end: f"<{tag} {' '.join(attributes)}{end}>",
    st.sampled_from(TAGS),
    st.lists(st.sampled_from(ATTRIBUTES), max_size=3),
    st.sampled_from(["", "", "", "/"]),
)
closing = st.sampled_from(TAGS).map("</{}>".format)
soup = st.lists(opening | closing | st.sampled_from(WORDS) | st.text(max_size=8), min_size=1, max_size=60).map("".join)


@given(soup)
def test_any_tag_soup_gives_an_article_that_keeps_every_promise_or_a_refusal(text: str) -> None:
    found = outcome(text)
    if isinstance(found, Article):
        assert find_faults(found) == []
        assert all(
            link.span is None or found.text[link.span.start : link.span.end] == link.text for link in found.links
        )
        assert loads(dumps(found)) == found
        assert outcome(text) == found


@given(soup)
def test_tag_soup_before_a_story_does_not_stop_the_reader(text: str) -> None:
    found = outcome(f"{text}{on_a_page('')}")
    assert isinstance(found, Article)
    assert find_faults(found) == []
