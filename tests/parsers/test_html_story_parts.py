"""Stories in several containers, and lines without anything to read."""

from __future__ import annotations

import pytest
from newspage import ANOTHER, HEADLINE, LONG, OTHER, PARAGRAPHS, THIRD, between_paragraphs, body

TEXT = "".join(f"<p>{words}</p>" for words in LONG)
INTRODUCTION = [OTHER, ANOTHER, THIRD]
PART = "".join(f"<p>{words}</p>" for words in INTRODUCTION)


def test_a_sibling_container_of_the_same_signature_is_a_part_of_the_story() -> None:
    for parts in ((PART, TEXT), (TEXT, PART)):
        boxes = "".join(f"<div class=richtext><div>{part}</div></div>" for part in parts)
        found = body(f"<div class=page><div><h1>{HEADLINE}</h1></div><div>{boxes}</div></div>")
        assert sorted(found) == sorted([*INTRODUCTION, *LONG])


@pytest.mark.parametrize(
    "other",
    [
        f"<div class=column>{PART}</div>",
        f"<div class=richtext><p>{OTHER}</p></div>",
        f"<div class=richtext>{PART}{'<p>High tide at noon</p>' * 12}</div>",
    ],
)
def test_a_sibling_with_another_class_or_little_text_is_left_out(other: str) -> None:
    page = f"<div class=page><div><h1>{HEADLINE}</h1></div><div><div class=richtext>{TEXT}</div>{other}</div></div>"
    assert tuple(body(page)) == LONG


def test_text_far_below_a_confirmed_headline_is_kept() -> None:
    menu = "".join(f"<p>Part {number}</p>" for number in range(40))
    linked = OTHER.replace(
        "readers chose the finest garden of the town", "<a href=/g>readers chose the finest garden</a>"
    )
    page = f"<div><h1>{HEADLINE}</h1><div><div>{linked}</div>{menu}</div><div><div>{TEXT}</div></div></div>"
    assert body(page)[0] == OTHER.replace(" of the town", "", 1)
    assert body(page.replace(HEADLINE, "Another headline than the page has elsewhere"))[0] == LONG[0]


def test_a_long_paragraph_above_the_story_is_kept() -> None:
    long = " ".join(PARAGRAPHS)
    story = "".join(f"<p>{number}. {words}</p>" for number in range(3) for words in LONG)
    assert body(f"<div><h1>{HEADLINE}</h1><div><p>{long}</p></div><div><div>{story}</div></div></div>")[0] == long


def test_the_name_of_a_box_around_the_story_says_nothing_about_the_header() -> None:
    boxes = f"<div class=post-and-ads><div><p>{OTHER}</p></div><div><div>{TEXT}</div></div></div>"
    assert body(f"<div><h1>{HEADLINE}</h1>{boxes}</div>")[0] == OTHER


@pytest.mark.parametrize("nothing", ["&#8205;", "&#8203;&#8205;", "&shy;", "&#65279;&nbsp;", "&#10240;", "&#8206;"])
def test_an_invisible_line_is_not_read(nothing: str) -> None:
    assert between_paragraphs(f"<p>{nothing}</p><p>Quiet.</p><p>{nothing}</p>") == ["Quiet."]
    assert between_paragraphs(f"<h2>Two of nine</h2><p>{nothing}</p><h2>Who pays</h2>") == ["Who pays"]


@pytest.mark.parametrize("divider", ["***", "* * *", "•", "::", "/", "—", ".", "|", "~~~", "§", "…", "▄" * 40])
def test_a_divider_between_sections_is_left_out(divider: str) -> None:
    assert between_paragraphs(f"<p>{divider}</p><div>{divider}</div>") == []


def test_a_line_of_a_mark_that_says_something_is_kept() -> None:
    for words in ("?", "“?!”", "7", "€", "🙂", "北"):
        assert between_paragraphs(f"<p>{words}</p>") == [words]
    assert between_paragraphs("<table><tr><td>Heron<td>—<td>1931</table>") == ["Heron\t—\t1931"]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>It has 10<sup>6</sup> piles.</p>", "It has 10⁶ piles."),
        ("<p>Two are rotten.<sup><a href='#note'>12</a></sup></p>", "Two are rotten.¹²"),
        ("<p>The 5<sup>th</sup> of CO<sub>2</sub> and H<sup>+</sup></p>", "The 5th of CO2 and H⁺"),
    ],
)
def test_superscripts_are_not_digits_of_the_number_before_them(html: str, words: str) -> None:
    assert between_paragraphs(html) == [words]
