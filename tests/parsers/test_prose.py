"""How running text looks, whatever it was written in."""

from __future__ import annotations

import sys

import pytest

from articlekit.parsers.prose import single_spaced, squeeze


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
    assert squeeze("The Harbour-Courier_ß 24") == "theharbourcourierss24"
