"""The page has the article's own text, nested highlights, and no scripts or requests."""

from __future__ import annotations

import datetime as dt
import shutil
import struct
import subprocess
import zlib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles

from articlekit import (
    Article,
    Author,
    Block,
    Claim,
    Credit,
    Cue,
    Evidence,
    Image,
    Link,
    Problem,
    Publisher,
    Quote,
    Source,
    Span,
    When,
    parse_markdown,
    to_html,
)
from articlekit.serializers import ArticleView
from articlekit.serializers.html.highlights import MAX_NESTED, Highlight, highlight

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DAY = dt.date(2025, 6, 13)
VOID = ("meta", "br")
REPORT = """---
title: Ferry stays in port
author: Ann Pole
date: 2025-06-13
---

Storm keeps the ferry in port.

“The pier is closed,” Ilse Brandt said on Thursday. “Nobody sails.”

The council of Marrow Bay has not confirmed that the [pier](https://marrowbay.example/pier) would open again.
"""


class Page(HTMLParser):
    """A strict HTML parser that records the open elements at each character."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.characters: list[tuple[str, list[tuple[str, dict[str, str | None]]]]] = []
        self.feed(page)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag, _ in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop()[0] != tag:
            self.faults.append(f"</{tag}> closes another element")

    def handle_data(self, data: str) -> None:
        self.characters += [(character, list(self.open)) for character in data]

    def text_in_tag(self, name: str) -> str:
        return "".join(c for c, elements in self.characters if any(tag == name for tag, _ in elements))

    def text_in_class(self, name: str) -> str:
        """Return the characters of the text that are in elements of a class."""
        inside = (pair for pair in self.characters if any(tag == "article" for tag, _ in pair[1]))
        return "".join(c for c, elements in inside if any(name in classes(attributes) for _, attributes in elements))


def classes(attributes: dict[str, str | None]) -> list[str]:
    return (attributes.get("class") or "").split()


def without_space(text: str) -> str:
    return "".join(text.split())


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)


@given(st.lists(spans, max_size=8))
def test_overlapping_highlights_nest_and_cover_their_characters(places: list[list[int]]) -> None:
    text = "a<b&c>d\"e'f1"
    marks = [
        Highlight(start=start, end=end, tag="span", attributes={"class": f"m{number}", "id": f"i{number}"})
        for number, (start, end) in enumerate(places)
    ]
    page = Page(highlight(text, 0, len(text), marks))
    assert page.faults == []
    assert "".join(c for c, _ in page.characters) == text
    for place, (_, around) in enumerate(page.characters):
        inside = Counter(name for _, attributes in around for name in classes(attributes))
        assert inside == Counter(f"m{n}" for n, (start, end) in enumerate(places) if start <= place < end)
    ids = [attributes["id"] for _, attributes in page.seen if "id" in attributes]
    assert sorted(ids, key=str) == sorted(f"i{n}" for n, (start, end) in enumerate(places) if start < end)


def test_only_the_last_piece_of_a_highlight_has_its_last_class() -> None:
    one = Highlight(start=0, end=6, tag="b", attributes={"class": "x"}, last_class="last")
    two = Highlight(start=4, end=9, tag="i", attributes={"class": "y"}, last_class="last")
    assert (
        highlight("Rain fell.", 0, 10, [one, two])
        == '<b class="x last">Rain<i class="y"> f</i></b><i class="y last">ell</i>.'
    )
    assert highlight("Rain fell.", 0, 4, [one]) == '<b class="x">Rain</b>'


def test_a_heading_of_the_first_level_is_below_the_headline() -> None:
    blocks = (Block(kind="heading", level=1, span=Span(0, 5)),)
    assert "<h2>Roads</h2>" in to_html(Article(text="Roads", blocks=blocks))


def test_the_depth_of_highlights_is_limited() -> None:
    marks = [Highlight(start=0, end=4, tag="i", attributes={}) for _ in range(MAX_NESTED + 9)]
    assert highlight("Rain", 0, 4, marks).count("<i>") == MAX_NESTED


@given(articles())
def test_the_page_of_any_article_nests_and_has_its_text(article: Article) -> None:
    page = Page(to_html(article))
    assert page.faults == []
    assert without_space(page.text_in_tag("h1")) == without_space(article.title or "No headline was found")
    times = "".join(f"{block.time.value.replace('T', ' ')}" for block in article.blocks if block.time)
    shown = Counter(without_space(page.text_in_tag("article")))
    assert shown == Counter(without_space(article.text + times or "No text was found."))


def test_claims_inside_a_quote_and_across_its_end_are_highlighted() -> None:
    text = "Roads stay closed, said Ann Pole."
    ann = Source(id="source-1", name="Ann Pole", kind="person", named=True)
    across = Claim(id="claim-1", text=text[0:23], spans=(Span(0, 23),), form="indirect", sources=(ann,), rule="claim.a")
    within = Claim(id="claim-2", text=text[11:17], spans=(Span(11, 17),), form="direct", rule="claim.b")
    quote = Quote(id="quote-1", text=text[6:32], spans=(Span(6, 32),), kind="speech")
    article = Article(text=text, blocks=(Block(kind="paragraph", span=Span(0, 33)),), sources=(ann,), quotes=(quote,))
    page = Page(to_html(evolve(article, claims=(across, within))))
    assert page.faults == []
    assert page.text_in_class("claim") == across.text
    assert page.text_in_class("direct") == within.text
    assert page.text_in_class("quote") == quote.text


EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(2)><!--\x00' onload=alert(3)"


def hostile_article() -> Article:
    text = EVIL
    whole = (Span(0, len(text)),)
    when = When(value="2025-06-13", earliest=DAY, latest=DAY, raw=EVIL, span=whole[0])
    source = Source(
        id=EVIL, name=EVIL, kind="person", named=True, role=EVIL, affiliation=EVIL, aliases=(EVIL,), mentions=whole
    )
    cue = Cue(text=text, spans=whole, kind="statement")
    link = Link(id=EVIL, href=EVIL, url="javascript:alert(4)", text=text, span=whole[0], kind="reference")
    claim = Claim(id=EVIL, text=text, spans=whole, form="direct", sources=(source,), cue=cue, when=when, rule=EVIL)
    return Article(
        text=text,
        title=EVIL,
        summary=EVIL,
        url="javascript:alert(5)",
        publisher=Publisher(name=EVIL, domain=EVIL),
        authors=(Author(name=EVIL, kind="person", url="javascript:alert(6)"),),
        published=when,
        language=EVIL,
        section=EVIL,
        credits=(Credit(name=EVIL, role="writing", text=EVIL),),
        blocks=(Block(kind="paragraph", span=whole[0], time=when),),
        images=(Image(url="data:text/html,<script>alert(7)</script>", alt=EVIL, caption=EVIL, credit=EVIL),),
        links=(link, evolve(link, id="2", url="https://a.example/\"onclick=\"alert(8)", span=None)),
        times=(when,),
        sources=(source,),
        quotes=(Quote(id=EVIL, text=text, spans=whole, kind="speech", sources=(source,)),),
        claims=(claim,),
        evidence=(Evidence(field=EVIL, rule=EVIL, raw=EVIL),),
        problems=(Problem(code="no-body", message=EVIL),),
    )  # fmt: skip


def test_a_hostile_article_adds_no_scripts_and_no_requests() -> None:
    page = Page(to_html(hostile_article()))
    assert page.faults == []
    tags = {tag for tag, _ in page.seen}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "base", "form", "svg", "video", "audio"}
    values = [(name, value or "") for _, attributes in page.seen for name, value in attributes.items()]
    assert [
        name for name, _ in values if name.startswith("on") or name in ("src", "srcset", "style", "srcdoc", "action")
    ] == []
    urls = [value for name, value in values if name == "href"]
    assert all(value.startswith(("https://", "http://", "mailto:", "#")) for value in urls)
    assert "url(" not in to_html(hostile_article()).partition("</style>")[0]


def test_every_entry_links_to_its_words_and_every_claim_to_its_entry() -> None:
    page = Page(to_html(parse_markdown(REPORT)))
    ids = Counter(attributes["id"] for _, attributes in page.seen if "id" in attributes)
    assert set(ids.values()) == {1}
    leads = {
        (attributes.get("href") or "").removeprefix("#")
        for _, attributes in page.seen
        if (attributes.get("href") or "").startswith("#")
    }
    about = {attributes["aria-describedby"] for _, attributes in page.seen if "aria-describedby" in attributes}
    assert leads
    assert leads | about <= set(ids)
    assert about == {f"about-{name}" for name in leads if str(name).startswith("c")}


def test_a_claim_has_a_note_and_can_be_reached_by_keyboard() -> None:
    page = Page(to_html(parse_markdown(REPORT)))
    claim = next(found for _, found in page.seen if "claim" in classes(found) and "data-note" in found)
    assert claim["data-note"] == "Ilse Brandt · “said” (statement) · 2025-06-12"
    assert claim["tabindex"] == "0"


def test_a_name_cannot_reverse_the_text_around_it() -> None:
    name = "Ann \u202eeloP"
    source = Source(id="source-1", name=name, kind="person", named=True)
    claim = Claim(
        id="claim-1",
        text="It rained.",
        spans=(Span(0, 10),),
        form="indirect",
        sources=(source,),
        confidence=1,
        rule="claim.said",
    )
    blocks = (Block(kind="paragraph", span=Span(0, 10)),)
    page = to_html(Article(text="It rained.", blocks=blocks, sources=(source,), claims=(claim,)))
    assert page.count(name) == page.count(f"<bdi>{name}</bdi>") + page.count(f"\u2068{name}\u2069")


def test_a_notebook_shows_the_page_in_a_sandboxed_frame() -> None:
    frame = Page(ArticleView(parse_markdown(REPORT), height=300)._repr_html_())
    [(tag, attributes)] = frame.seen
    assert (tag, attributes["sandbox"], "300px" in (attributes["style"] or "")) == ("iframe", "allow-popups", True)
    assert attributes["srcdoc"] == to_html(parse_markdown(REPORT)).replace('href="#', 'href="about:srcdoc#')


def test_links_in_a_notebooks_frame_stay_in_the_frame() -> None:
    # Fragment links in a frame are resolved against the outer page, which a browser would load into the frame.
    page = Page(Page(ArticleView(parse_markdown(REPORT))._repr_html_()).seen[0][1]["srcdoc"] or "")
    links = [
        attributes["href"] or ""
        for tag, attributes in page.seen
        if tag == "a" and "#" in (attributes.get("href") or "")
    ]
    assert links
    assert all(link.startswith("about:srcdoc#") for link in links)


def test_what_is_not_an_article_is_rejected() -> None:
    with pytest.raises(TypeError, match="to_html takes an Article, not str"):
        to_html("Rain fell.")  # type: ignore[arg-type]


def test_an_empty_article_has_a_message() -> None:
    assert "No text was found." in to_html(Article(text=""))


def test_empty_tables_are_left_out_except_problems_and_evidence() -> None:
    page = to_html(Article(text="It rained."))
    assert [name for name in ("sources", "links", "problems", "evidence") if f'id="{name}"' in page] == [
        "problems",
        "evidence",
    ]


def test_an_article_without_blocks_shows_its_text() -> None:
    assert "It rained." in Page(to_html(Article(text="It rained."))).text_in_tag("article")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_shows_overlapping_claims_in_the_colours_of_both_sources(width: int, tmp_path: Path) -> None:
    text = "The pier stays closed until Friday, and no ferry sails, Ann Pole and Tom Reed said. " * 3
    one = Source(id="source-1", name="Ann Pole", kind="person", named=True)
    two = Source(id="source-2", name="Tom Reed", kind="person", named=True)
    first = Claim(id="c1", text=text[0:40], spans=(Span(0, 40),), form="direct", sources=(one,), rule="claim.a")
    second = Claim(id="c2", text=text[20:90], spans=(Span(20, 90),), form="direct", sources=(two,), rule="claim.b")
    article = Article(text=text, blocks=(Block(kind="paragraph", span=Span(0, len(text))),), sources=(one, two))
    colours = pixels(screenshot(to_html(evolve(article, claims=(first, second))), width, tmp_path))
    bare = pixels(screenshot(to_html(article), width, tmp_path))
    for colour in (b"\xb3\x26\x1e", b"\x14\x59\xb3"):
        assert colours[colour] > bare[colour] + 200


def screenshot(page: str, width: int, folder: Path) -> bytes:
    """Return a screenshot of the page as PNG."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},340",
               f"--user-data-dir={folder / 'profile'}", f"--screenshot={folder / 'page.png'}", (folder / "page.html").as_uri()]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return (folder / "page.png").read_bytes()


def pixels(png: bytes) -> Counter[bytes]:
    """Return how often each colour occurs in a PNG with eight bits a channel."""
    width, _, depth, kind = struct.unpack(">IIBB", png[16:26])
    size = {2: 3, 6: 4}[kind]
    assert depth == 8
    place, data = 8, b""
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        data += png[place + 8 : place + 8 + length] if png[place + 4 : place + 8] == b"IDAT" else b""
        place += length + 12
    rows = zlib.decompress(data)
    before, found = bytearray(width * size), Counter[bytes]()
    for start in range(0, len(rows), width * size + 1):
        before = unfiltered(rows[start], bytearray(rows[start + 1 : start + 1 + width * size]), before, size)
        found.update(bytes(before[place : place + 3]) for place in range(0, len(before), size))
    return found


def unfiltered(method: int, row: bytearray, above: bytearray, size: int) -> bytearray:
    """Return a row of a PNG, whose bytes are stored as differences from those before and above."""
    for place in range(len(row)):
        left = row[place - size] if place >= size else 0
        corner = above[place - size] if place >= size else 0
        up = above[place]
        guess = left + up - corner
        paeth = min((left, up, corner), key=lambda value: abs(guess - value))
        row[place] = (row[place] + (0, left, up, (left + up) // 2, paeth)[method]) & 255
    return row


def test_a_link_within_a_link_is_left_out() -> None:
    outer = Link(id="1", href="/a", url="https://a.example/a", text="The pier", span=Span(0, 8), kind="reference")
    inner = Link(id="2", href="/b", url="https://a.example/b", text="pier", span=Span(4, 8), kind="reference")
    article = Article(text="The pier.", blocks=(Block(kind="paragraph", span=Span(0, 9)),), links=(outer, inner))
    text = to_html(article).partition("<article")[2].partition("</article>")[0]
    assert text.count("<a ") == 1
