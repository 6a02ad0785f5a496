"""Markdown that is written reads back as it stands, and reads well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles, flags, names, of, phrases, tuples_of, words
from strategies import images as pictures

from articlekit import Article, Author, Block, Claim, Cue, Image, Link, Options, Source, Span, When, parse_markdown
from articlekit import to_markdown as write
from articlekit.models import BlockKind, LinkKind
from articlekit.serializers.edtf import days_of

SIGNS = ["*", "_", "`", "[", "]", "(", ")", "![", "](", "<", ">", "<b>", "<!--", "-->", "&amp;", "&#35;", "\\", "|", "~~", "#", "-",
         "+", "1.", "1)", "---", "===", "```", "[^c1]", "[^s1]:", "[1]: /a", "https://a.example/b_c", "a_b", "!", "^", ":", "$x$",
         "By Ann Pole", "Share", "© 2025", "Published 2 May 2024", "By", "— Ann", "<!-- note -->", "</p>", "{x}", "%", "@a", '"']  # fmt: skip
"""Words that mean something in Markdown, or on a news page."""

pieces = (st.sampled_from(SIGNS) | words).filter(lambda word: not any(map(str.isspace, word)))
lines = st.lists(st.lists(pieces, min_size=1, max_size=3).map("".join), min_size=1, max_size=6).map(" ".join)
rows = st.lists(lines | st.just(""), min_size=1, max_size=3).map("\t".join).filter(str.strip)
code = (
    st.lists(lines | st.sampled_from(("", "    deep", "\ttab")), min_size=1, max_size=4)
    .map("\n".join)
    .map(str.rstrip)
    .map(lambda text: text.lstrip("\n"))
    .filter(str.strip)
)
values = st.dates(dt.date(1900, 1, 1)).flatmap(
    lambda day: st.sampled_from(
        (
            f"{day}",
            f"{day}"[:7],
            f"{day}"[:4],
            f"{day}T17:40",
            f"{day}T07:05+02:00",
            f"{day}T00:00-13:59",
            f"{day}/9999-12-31",
        )
    )
)
targets = st.sampled_from(
    (
        "#",
        "/a b",
        "x(y)",
        "a|b",
        "<x>",
        "a\\b",
        "/a?b=1&amp;c=2",
        "/?a=1&b=2",
        "",
        "mailto:a@b.example",
        "javascript:alert(1)",
        '"',
        "a\nb",
    )
)
addresses = st.sampled_from(
    ("https://a.example/", "https://a.example/b_(c)", "https://a.example/?a=1&lt=2|3", "https://a.example/ü?[x]*_`\\")
)


@st.composite
def whens(draw: st.DrawFn) -> When:
    value = draw(values)
    days = days_of(value)
    assert days
    at = dt.datetime.fromisoformat(value) if "T" in value else None
    return When(value=value, earliest=days[0], latest=days[1], at=at, raw=value)


@st.composite
def blocks(draw: st.DrawFn, start: int) -> tuple[Block, str]:
    kind: BlockKind = draw(of(BlockKind))
    text = draw({"preformatted": code, "table_row": rows}.get(kind, lines))
    level = draw(st.integers(1, 6)) if kind in ("heading", "list_item", "quotation") else None
    time = draw(st.none() | whens()) if kind in ("heading", "paragraph", "note", "list_item") else None
    return Block(kind=kind, span=Span(start, start + len(text)), level=level, time=time), text


@st.composite
def links_in(draw: st.DrawFn, block: Block, text: str) -> list[tuple[Span, str]]:
    """A few spans of whole words in a block, each with the words."""
    if block.kind == "preformatted":
        return []
    found, place = [], 0
    for word in text.replace("\t", " ").split(" "):
        if word and draw(flags):
            start = block.span.start + place
            found.append((Span(start, start + len(word)), word))
        place += len(word) + 1
    return found


@st.composite
def written(draw: st.DrawFn) -> Article:
    """An article as the parsers make them, of any words."""
    made: list[tuple[Block, str]] = []
    start = 0
    for _ in range(draw(st.integers(0, 6))):
        made.append(draw(blocks(start)))
        start = made[-1][0].span.end + 2
    spans = [pair for block, text in made for pair in draw(links_in(block, text))]
    to = dict.fromkeys(("x",), "")
    found = []
    for span, text in spans:
        url = draw(st.none() | addresses)
        href = (
            draw(st.sampled_from((url, text, f"/{len(found)}")))
            if url
            else draw(targets.filter(lambda t: not t.startswith("mailto")))
        )
        if (
            href is None
            or href in to
            or (url and text.startswith("http"))
            or (not url and ":" in href and "java" not in href)
        ):
            href, url = f"/{len(found)}", None
        to[href] = ""
        kind: LinkKind = "reference"
        found.append(Link(id=f"link-{len(found) + 1}", href=href, url=url, text=text, span=span, kind=kind))
    for text in draw(tuples_of(lines)):
        number = len(found) + 1
        found.append(
            Link(
                id=f"link-{number}",
                href=f"/{number}",
                url=f"https://a.example/{number}",
                text=text,
                kind=draw(of(LinkKind)),
            )
        )
    return evolve(
        draw(articles()),
        text="\n\n".join(text for _, text in made),
        title=draw(st.none() | lines),
        summary=draw(st.none() | lines),
        authors=tuple(draw(tuples_of(st.builds(Author, name=lines, kind=st.just("person"), role=st.just("editor"))))),
        published=draw(st.none() | whens()),
        modified=draw(st.none() | whens()),
        tags=draw(tuples_of(lines)),
        images=draw(tuples_of(pictures | st.builds(Image, url=addresses, alt=lines, caption=lines, credit=lines))),
        blocks=tuple(block for block, _ in made),
        links=tuple(found),
        times=(),
        sources=(),
        quotes=(),
        claims=(),
        evidence=(),
        problems=(),
    )


KEPT = ("text", "title", "authors", "published", "modified", "blocks", "links", "images", "publisher", "summary", "section",
        "tags", "language", "url", "dateline", "credits")  # fmt: skip


def assert_same(again: Article, article: Article) -> None:
    for name in KEPT:
        assert getattr(again, name) == getattr(article, name), name


@given(written())
def test_what_is_written_is_read_back_as_it_stands(article: Article) -> None:
    assert_same(parse_markdown(write(article), attribute=False), article)
