"""Words and their tags."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from importlib import import_module

import pytest

from articlekit import attribution
from articlekit.attribution.english.words import TAG_MEANINGS, TAGS, words_of

MODULES = [
    import_module(found.name) for found in pkgutil.walk_packages(attribution.__path__, "articlekit.attribution.")
]


def unknown_tags(source: str) -> list[str]:
    """The letters and digits that the code compares a tag with and the table does not explain."""
    compared = [
        side.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare) and "tag" in ast.unparse(node.left)
        for side in node.comparators
        if isinstance(side, ast.Constant) and isinstance(side.value, str)
    ]
    return sorted({letter for tags in compared for letter in tags if letter.isalnum() and letter not in TAG_MEANINGS})


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_tag_that_a_rule_looks_for_has_a_meaning(module: object) -> None:
    assert unknown_tags(inspect.getsource(module)) == []  # type: ignore[arg-type]


def test_a_tag_without_a_meaning_is_reported() -> None:
    assert unknown_tags("if words[i].tag in 'NZ,': pass") == ["Z"]


def test_every_word_of_a_closed_class_has_a_tag_with_a_meaning() -> None:
    assert set(TAGS.values()) <= set(TAG_MEANINGS)


def test_words_are_tagged_by_their_form() -> None:
    words = words_of("Holt told him 40 pilots, who didn’t hear", 0, 40)
    assert [word.tag for word in words] == ["N", "n", "M", "0", "n", ",", "W", "X", "n"]


@pytest.mark.parametrize("contracted", ["They've", "they’ve", "She’s", "SHE’S", "I'm", "who’d", "that's"])
def test_a_pronoun_is_a_word_of_its_own_before_the_verb_that_leans_on_it(contracted: str) -> None:
    text = f"and {contracted} said"
    assert "".join(word.tag for word in words_of(text, 0, len(text)))[2:] == "Xn"
    assert text[words_of(text, 0, len(text))[2].start :].startswith(("'", "’"))


@pytest.mark.parametrize("owner", ["Holt's", "week’s", "let's", "O'Dell"])
def test_what_owns_something_keeps_its_ending(owner: str) -> None:
    assert [word.text for word in words_of(owner, 0, len(owner))] == [owner]


def test_a_title_keeps_its_full_stop_before_a_space_that_does_not_break() -> None:
    text = "Gov.\xa0J.\xa0Holt"
    assert [word.text for word in words_of(text, 0, len(text))] == ["Gov.", "J.", "Holt"]
