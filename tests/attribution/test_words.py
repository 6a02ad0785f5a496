"""Words and their tags."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from importlib import import_module

import pytest

from articlekit import attribution
from articlekit.attribution.english.tags import Tag
from articlekit.attribution.english.words import CLOSED_CLASS_TAGS, tag_words

MODULES = [
    import_module(found.name) for found in pkgutil.walk_packages(attribution.__path__, "articlekit.attribution.")
]


def tags_as_letters(source: str) -> list[str]:
    """Return the letters and digits with which the code compares a tag, in place of a member of Tag or a named set."""
    compared = [
        side.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare) and ".tag" in ast.unparse(node)
        for side in node.comparators
        if isinstance(side, ast.Constant) and isinstance(side.value, str)
    ]
    values = set(Tag)
    return sorted(letters for letters in compared if values.intersection(letters) and len(letters) < 9)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_tags_are_named_where_they_are_compared(module: object) -> None:
    assert tags_as_letters(inspect.getsource(module)) == []  # type: ignore[arg-type]


def test_a_tag_that_is_compared_as_a_letter_is_reported() -> None:
    assert tags_as_letters("if words[i].tag in 'NZ,' or words[i].tag == Tag.NAME or words[i].tag == ',': pass") == [
        "NZ,"
    ]


def test_every_word_of_a_closed_class_has_a_tag() -> None:
    assert all(isinstance(tag, Tag) for tag in CLOSED_CLASS_TAGS.values())


def test_a_set_of_tags_and_marks_finds_both() -> None:
    ends = frozenset(",;") | {Tag.SPEECH}
    assert [Tag.SPEECH in ends, "," in ends, Tag.NAME in ends, "." in ends] == [True, True, False, False]
    assert hash(Tag.NAME) == hash("N")


def test_words_are_tagged_by_their_form() -> None:
    words = tag_words("Holt told him 40 pilots, who didn’t hear", 0, 40)
    assert [word.tag for word in words] == ["N", "n", "M", "0", "n", ",", "W", "X", "n"]


@pytest.mark.parametrize("contracted", ["They've", "they’ve", "She’s", "SHE’S", "I'm", "who’d", "that's"])
def test_a_pronoun_is_a_word_of_its_own_before_the_verb_that_leans_on_it(contracted: str) -> None:
    text = f"and {contracted} said"
    assert "".join(word.tag for word in tag_words(text, 0, len(text)))[2:] == "Xn"
    assert text[tag_words(text, 0, len(text))[2].start :].startswith(("'", "’"))


@pytest.mark.parametrize("owner", ["Holt's", "week’s", "let's", "O'Dell"])
def test_what_owns_something_keeps_its_ending(owner: str) -> None:
    assert [word.text for word in tag_words(owner, 0, len(owner))] == [owner]


def test_a_title_keeps_its_full_stop_before_a_space_that_does_not_break() -> None:
    text = "Gov.\xa0J.\xa0Holt"
    assert [word.text for word in tag_words(text, 0, len(text))] == ["Gov.", "J.", "Holt"]
