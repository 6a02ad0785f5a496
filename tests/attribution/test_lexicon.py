"""The word lists: no word stands twice where once is enough."""

from __future__ import annotations

import ast
import inspect
from collections import Counter

import pytest

from articlekit.attribution.english import lexicon
from articlekit.attribution.english.reporting_verbs import VERB_TABLE


def twice(words: str) -> list[str]:
    return [word for word, times in Counter(words.split()).items() if times > 1]


@pytest.mark.parametrize(("kind", "frame", "verbs"), VERB_TABLE)
def test_no_verb_stands_twice_in_a_row(kind: str, frame: str, verbs: str) -> None:
    assert (kind, frame, twice(verbs)) == (kind, frame, [])


def test_no_word_stands_twice_in_a_list() -> None:
    strings = [node.value for node in ast.walk(ast.parse(inspect.getsource(lexicon))) if isinstance(node, ast.Constant)]
    lists = [string for string in strings if isinstance(string, str) and string.islower() and "\n" not in string]
    assert [words for words in lists if twice(words) and len(words.split()) > 8] == []


@pytest.mark.parametrize("plural", ["witnesses", "actresses", "coaches", "nurses", "deputies"])
def test_a_plural_of_a_function_is_a_group(plural: str) -> None:
    assert lexicon.is_group(plural)
