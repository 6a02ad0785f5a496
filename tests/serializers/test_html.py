"""The page shows the article's own words, marks that nest, and nothing that runs or loads."""

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
from articlekit.serializers.html.marks import DEEPEST, Mark, weave

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
    """A page as a strict reader has it: what stands open at each character."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.characters: list[tuple[str, list[tuple[str, dict[str, str | None]]]]] = []
        self.feed(page)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag, _ in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop()[0] != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        self.characters += [(character, list(self.open)) for character in data]

    def words_in(self, name: str) -> str:
        return "".join(c for c, around in self.characters if any(tag == name for tag, _ in around))

    def words_of(self, marker: str) -> str:
        """The characters of the text that are in elements of a class."""
        inside = (pair for pair in self.characters if any(tag == "article" for tag, _ in pair[1]))
        return "".join(c for c, around in inside if any(marker in classes(told) for _, told in around))


def classes(told: dict[str, str | None]) -> list[str]:
    return (told.get("class") or "").split()


def without_gaps(text: str) -> str:
    return "".join(text.split())


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)


@given(st.lists(spans, max_size=8))
def test_overlapping_marks_nest_and_each_character_is_in_its_own(places: list[list[int]]) -> None:
    text = "a<b&c>d\"e'f1"
    marks = [
        Mark(start=start, end=end, tag="span", attributes={"class": f"m{number}", "id": f"i{number}"})
        for number, (start, end) in enumerate(places)
    ]
    page = Page(weave(text, 0, len(text), marks))
    assert page.faults == []
    assert "".join(c for c, _ in page.characters) == text
    for place, (_, around) in enumerate(page.characters):
        inside = Counter(name for _, told in around for name in classes(told))
        assert inside == Counter(f"m{n}" for n, (start, end) in enumerate(places) if start <= place < end)
    ids = [told["id"] for _, told in page.seen if "id" in told]
    assert sorted(ids, key=str) == sorted(f"i{n}" for n, (start, end) in enumerate(places) if start < end)


def test_more_marks_than_a_browser_nests_are_left_out() -> None:
    marks = [Mark(start=0, end=4, tag="i", attributes={}) for _ in range(DEEPEST + 9)]
    assert weave("Rain", 0, 4, marks).count("<i>") == DEEPEST


@given(articles())
def test_the_page_of_any_article_nests_and_shows_its_words(article: Article) -> None:
    page = Page(to_html(article))
    assert page.faults == []
    assert without_gaps(page.words_in("h1")) == without_gaps(article.title or "No headline was found")
    times = "".join(f"{block.time.value.replace('T', ' ')}" for block in article.blocks if block.time)
    shown = Counter(without_gaps(page.words_in("article")))
    assert shown == Counter(without_gaps(article.text + times or "No text was found."))


def test_a_claim_within_a_quote_and_one_across_its_end_are_both_marked() -> None:
    text = "Roads stay closed, said Ann Pole."
    ann = Source(id="source-1", name="Ann Pole", kind="person", named=True)
    across = Claim(id="claim-1", text=text[0:23], spans=(Span(0, 23),), form="indirect", sources=(ann,), rule="claim.a")
    within = Claim(id="claim-2", text=text[11:17], spans=(Span(11, 17),), form="direct", rule="claim.b")
    quote = Quote(id="quote-1", text=text[6:32], spans=(Span(6, 32),), kind="speech")
    article = Article(text=text, blocks=(Block(kind="paragraph", span=Span(0, 33)),), sources=(ann,), quotes=(quote,))
    page = Page(to_html(evolve(article, claims=(across, within))))
    assert page.faults == []
    assert page.words_of("claim") == across.text
    assert page.words_of("direct") == within.text
    assert page.words_of("quote") == quote.text


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


def test_a_hostile_article_runs_nothing_and_loads_nothing() -> None:
    page = Page(to_html(hostile_article()))
    assert page.faults == []
    tags = {tag for tag, _ in page.seen}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "base", "form", "svg", "video", "audio"}
    told = [(name, value or "") for _, attributes in page.seen for name, value in attributes.items()]
    assert [
        name for name, _ in told if name.startswith("on") or name in ("src", "srcset", "style", "srcdoc", "action")
    ] == []
    leads = [value for name, value in told if name == "href"]
    assert all(value.startswith(("https://", "http://", "mailto:", "#")) for value in leads)
    assert "url(" not in to_html(hostile_article()).partition("</style>")[0]


def test_every_entry_of_a_list_leads_to_its_words_and_every_claim_to_its_entry() -> None:
    page = Page(to_html(parse_markdown(REPORT)))
    ids = Counter(told["id"] for _, told in page.seen if "id" in told)
    assert set(ids.values()) == {1}
    leads = {
        (told.get("href") or "").removeprefix("#") for _, told in page.seen if (told.get("href") or "").startswith("#")
    }
    about = {told["aria-describedby"] for _, told in page.seen if "aria-describedby" in told}
    assert leads
    assert leads | about <= set(ids)
    assert about == {f"about-{name}" for name in leads if str(name).startswith("c")}


def test_a_claim_tells_its_speaker_cue_and_date_and_can_be_reached_by_keyboard() -> None:
    page = Page(to_html(parse_markdown(REPORT)))
    claim = next(told for _, told in page.seen if "claim" in classes(told) and "data-note" in told)
    assert claim["data-note"] == "Ilse Brandt · “said” (statement) · 2025-06-12"
    assert claim["tabindex"] == "0"


def test_a_name_turns_no_words_around_it() -> None:
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


def test_a_notebook_shows_the_page_in_a_frame_where_nothing_runs() -> None:
    frame = Page(ArticleView(parse_markdown(REPORT), height=300)._repr_html_())
    [(tag, told)] = frame.seen
    assert (tag, told["sandbox"], "300px" in (told["style"] or "")) == ("iframe", "allow-popups", True)
    assert told["srcdoc"] == to_html(parse_markdown(REPORT)).replace('href="#', 'href="about:srcdoc#')


def test_links_in_a_notebooks_frame_lead_to_places_in_the_frame() -> None:
    # Links of a frame's own page count from the page around it, which a browser would load into the frame.
    page = Page(Page(ArticleView(parse_markdown(REPORT))._repr_html_()).seen[0][1]["srcdoc"] or "")
    places = [told["href"] or "" for tag, told in page.seen if tag == "a" and "#" in (told.get("href") or "")]
    assert places
    assert all(place.startswith("about:srcdoc#") for place in places)


def test_what_is_no_article_is_refused() -> None:
    with pytest.raises(TypeError, match="to_html takes an Article, not str"):
        to_html("Rain fell.")  # type: ignore[arg-type]


def test_an_article_without_anything_says_so() -> None:
    assert "No text was found." in to_html(Article(text=""))


def test_an_article_without_blocks_shows_its_text() -> None:
    assert "It rained." in Page(to_html(Article(text="It rained."))).words_in("article")


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
    """A picture of the page, as a PNG file."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},340",
               f"--user-data-dir={folder / 'profile'}", f"--screenshot={folder / 'page.png'}", (folder / "page.html").as_uri()]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return (folder / "page.png").read_bytes()


def pixels(png: bytes) -> Counter[bytes]:
    """How often each colour occurs in a PNG of eight bits a channel."""
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
    """A row of a PNG, whose bytes are given as differences from those before and above."""
    for place in range(len(row)):
        left = row[place - size] if place >= size else 0
        corner = above[place - size] if place >= size else 0
        up = above[place]
        guess = left + up - corner
        paeth = min((left, up, corner), key=lambda value: abs(guess - value))
        row[place] = (row[place] + (0, left, up, (left + up) // 2, paeth)[method]) & 255
    return row


def test_a_link_within_a_link_is_none_on_the_page() -> None:
    outer = Link(id="1", href="/a", url="https://a.example/a", text="The pier", span=Span(0, 8), kind="reference")
    inner = Link(id="2", href="/b", url="https://a.example/b", text="pier", span=Span(4, 8), kind="reference")
    article = Article(text="The pier.", blocks=(Block(kind="paragraph", span=Span(0, 9)),), links=(outer, inner))
    text = to_html(article).partition("<article")[2].partition("</article>")[0]
    assert text.count("<a ") == 1
