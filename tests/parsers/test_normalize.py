"""Normal forms of text: white space, invisible characters, match keys."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from articlekit import Article, parse_markdown, parse_text
from articlekit.parsers.lines.normalize import match_key, single_spaced, without_invisible


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Rain fell.",
        " Rain fell.\n",
        "Rain  fell.",
        "Rain\nfell.",
        "Rain\u00a0fell.",
        "Ra\u00adin \u2003 fell.",
    ],
)
def test_runs_of_white_space_become_one_space(text: str) -> None:
    assert single_spaced(text) == " ".join(text.split())


def test_every_kind_of_white_space_becomes_a_plain_space() -> None:
    spaces = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    assert {single_spaced(f"a{space}b") for space in spaces} == {"a b"}


def test_names_compare_without_case_and_punctuation() -> None:
    assert match_key("The Harbour-Courier_ß 24") == "theharbourcourierss24"


@pytest.mark.parametrize("code", [0xAD, 0x200B, 0x2060, 0xFEFF])
def test_invisible_characters_are_removed(code: int) -> None:
    assert without_invisible(f"har{chr(code)}bour é") == "harbour é"


def test_joiners_and_marks_that_words_need_stay() -> None:
    words = "کشتی\u200cها क\u094d\u200dष \U0001f469\u200d\U0001f692 \u200fabc\u200e"
    assert without_invisible(words) == words


@pytest.mark.parametrize("parse", [parse_text, parse_markdown])
@pytest.mark.parametrize("ending", ["", " in port."])
def test_soft_hyphens_leave_text_and_headings_and_links_stay_at_their_words(
    parse: Callable[[str], Article], ending: str
) -> None:
    article = parse(f"Har\xadbour closed\n\nThe fer\xadries\xad, see https://fer\xadry.example/a{ending}")
    link = article.links[0]
    assert "\xad" not in f"{article.title}{article.text}"
    assert link.span is not None
    assert article.text[link.span.start : link.span.end] == link.text


def test_a_soft_hyphen_at_the_end_of_a_line_joins_the_halves_of_its_word() -> None:
    narrow = (
        "The ferries of Marrow Bay stayed in the har\xad\nbour for days, and nobody there knew the rea\xad\nson why."
    )
    assert "the harbour for days" in parse_text(f"Harbour closed\n\n{narrow}\n\n{narrow}").text
