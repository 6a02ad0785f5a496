"""Names, roles and dates in adjacent inline elements without a space between them."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, PARAGRAPHS, STORY, between_paragraphs, lines, read
from selectolax.lexbor import LexborHTMLParser

from articlekit.parsers.html.blocks.lines_to_blocks import read_line
from articlekit.parsers.html.dom.inline_text import separate_adjacent_elements
from articlekit.parsers.html.dom.model import BREAK
from articlekit.parsers.html.dom.walk import read_page

NAMES = ("Ada Quill", "Jonas Pell")


def signed(byline: str) -> list[str]:
    """The authors of a page with this byline under its headline."""
    return [author.name for author in read(f"<article><h1>{HEADLINE}</h1>{byline}{STORY}</article>").authors]


@pytest.mark.parametrize(
    "byline",
    [
        "<div class=author><a href=/by/quill>Ada Quill</a><span>Columnist</span></div>",
        "<div class=byline><span class=name>Ada Quill</span><span class=role>Staff writer</span></div>",
        "<div class=byline><span>Ada Quill</span><span>Harbour Courier</span></div>",
        "<div><span>By Ada Quill</span><span>2 March 2024 20:58</span></div>",
    ],
)
def test_a_name_ends_where_the_element_beside_it_begins(byline: str) -> None:
    assert signed(byline) == ["Ada Quill"]


def test_names_side_by_side_are_each_an_author() -> None:
    assert signed("<div class=byline><a href=/by/quill>Ada Quill</a><a href=/by/pell>Jonas Pell</a></div>") == [*NAMES]


@pytest.mark.parametrize("day", ["<span>2 March 2024 20:58</span>", "<time>2 March 2024 20:58</time>"])
def test_a_date_right_behind_a_name_is_read(day: str) -> None:
    article = read(f"<article><h1>{HEADLINE}</h1><div><span>By Ada Quill</span>{day}</div>{STORY}</article>")
    assert article.published is not None
    assert article.published.value == "2024-03-02T20:58"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("<b>sub</b>marine", "submarine"),
        ("H<sub>2</sub>O", "H2O"),
        ("Mc<b>Donald</b>", "McDonald"),
        ("<b>1931</b>2025", "19312025"),
        ("an i<b>Phone</b>", "an iPhone"),
    ],
)
def test_a_word_of_two_elements_is_one_word(words: str, text: str) -> None:
    assert between_paragraphs(f"<div>{words}</div>") == [text]


def test_elements_of_a_sentence_a_paragraph_and_an_item_are_one_text() -> None:
    assert between_paragraphs("<p>Gull<b>Island</b></p><ul><li>Marrow<b>Bay</b></ul>") == ["GullIsland", "MarrowBay"]
    long = f"{PARAGRAPHS[0]} The <b>Harbour</b>Master and the mayor said so on Thursday, and nobody spoke against it."
    assert "HarbourMaster" in between_paragraphs(f"<div>{long}</div>")[0]


ENTRY = "<div><div>{0}</div><p>{1}</p></div>"


@pytest.mark.parametrize(
    "head",
    [
        "<span>Ada Quill</span><span>2 March 2024 {0}</span>",
        "<span class=name>Ada Quill</span><time>2 March 2024 {0}</time>",
    ],
)
def test_the_entries_of_a_live_blog_have_the_times_beside_their_writers_names(head: str) -> None:
    clocks = ("22:17", "21:03", "20:58", "20:10")
    entries = "".join(ENTRY.format(head.format(clock), words) for clock, words in zip(clocks, PARAGRAPHS, strict=False))
    article = read(f"<main><h1>{HEADLINE}</h1><div>{entries}</div></main>")
    assert lines(article) == [*PARAGRAPHS[:4]]
    assert [block.time.value for block in article.blocks if block.time] == [f"2024-03-02T{clock}" for clock in clocks]
    assert article.published is None


def test_the_time_of_an_entry_that_only_a_script_shows_is_read() -> None:
    clock = "<a href=#1><amp-timeago datetime=2024-03-02T{0}:08Z>1709417828</amp-timeago></a>"
    signature = "<div><span>Ada Quill</span><span>2 March 2024 {0}</span></div>"
    entry = f"<div>{clock}<h3>Two of {{1}}</h3><div>{signature}</div></div>"
    entries = "".join(entry.format(*each) for each in (("22:17", "nine"), ("21:03", "ten"), ("20:58", "three")))
    article = read(
        f"<main><h1>{HEADLINE}</h1>{STORY}<div>{entries}<p>{PARAGRAPHS[0]} Then it was over.</p></div></main>"
    )
    assert lines(article)[-4:-1] == ["Two of nine", "Two of ten", "Two of three"]
    assert [block.time and block.time.value for block in article.blocks[-4:]] == [
        "2024-03-02T22:17:08+00:00",
        "2024-03-02T21:03:08+00:00",
        "2024-03-02T20:58:08+00:00",
        None,
    ]


def test_a_line_that_is_broken_keeps_the_text_that_it_was_judged_by() -> None:
    page = read_page(LexborHTMLParser("<div><span>By Ada Quill</span><span>Columnist of the Courier</span></div>"))
    separate_adjacent_elements(page)
    (line,) = page.lines
    assert line.parts == ["By Ada Quill", BREAK, "Columnist of the Courier"]
    assert line.text == "By Ada QuillColumnist of the Courier"
    assert read_line(line).text == "By Ada Quill\nColumnist of the Courier"
