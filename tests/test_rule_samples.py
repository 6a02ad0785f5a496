"""The two samples of a rule differ in one thing: what makes the rule fire on the first and not on the second."""

from __future__ import annotations

from itertools import takewhile

import pytest

from articlekit.attribution.rules.engine import CUE_RULES, SENTENCE_RULES
from articlekit.dates.grammar import METADATA, TEXT
from articlekit.parsers.fields import TABLES

MAX_CHANGED_WORDS = 10
"""Words in the stretch of a near miss that is not as in the example."""
SAMPLES = {
    rule.name: (rule.example, rule.near_miss)
    for rule in [*(rule for table in TABLES for rule in table.rules), *CUE_RULES, *SENTENCE_RULES]
    if rule.example
} | {rule.name: (rule.example[0], rule.near_miss) for rule in (*TEXT, *METADATA)}


def changed_words(sample: str, other: str) -> int:
    """Return how many words the two samples have between what they begin with and what they end with alike."""
    first, second = sample.split(), other.split()
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    first, second = first[alike:][::-1], second[alike:][::-1]
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    return max(len(first), len(second)) - alike


@pytest.mark.parametrize("name", SAMPLES)
def test_a_near_miss_differs_from_its_example_in_one_place(name: str) -> None:
    assert 0 < changed_words(*SAMPLES[name]) <= MAX_CHANGED_WORDS


@pytest.mark.parametrize(
    ("other", "changed"),
    [
        ("The ferry sails on Friday.", 0),
        ("The ferry sails on Monday.", 1),
        ("The ferry sails.", 3),
        ("The old ferry sails again on Friday.", 4),
        ("Nobody knows.", 5),
    ],
)
def test_the_change_is_counted_from_the_first_to_the_last_word_that_differs(other: str, changed: int) -> None:
    assert changed_words("The ferry sails on Friday.", other) == changed
