"""What *who* and its like stand for: the name or the words right before them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from articlekit.attribution.draft import Range as CharRange
from articlekit.attribution.phrases import Range, is_role, phrase_before
from articlekit.attribution.words import Word

PLACING: Final = frozenset("in at near from on of".split())
"""Prepositions before the name of a place."""


def antecedent(words: list[Word], part: Range, cues: Iterable[int]) -> CharRange | None:
    """For *who* and its like the name or the words that it stands for, behind any of ``cues`` that end before it: ``said | one official, who``."""
    if words[part[0]].tag != "W":
        return None
    before = part[0] - (1 if part[0] and words[part[0] - 1].tag == "," else 0)
    low = max((end for end in cues if end <= before), default=0)
    phrase = phrase_before(words, before, low)
    if phrase is None:
        return None
    first = phrase[0] + 2 * (words[phrase[0]].low == "according")
    # An article behind a small word follows a verb: ``hugs | the waiter, who``.
    objects = (i for i in range(phrase[1] - 1, first, -1) if words[i].tag == "D" and words[i - 1].tag == "n")
    first = next(objects, first)
    start = _name_within(words, first, phrase[1]) or _function_before(words, first)
    return words[_described_name(words, start)].start, words[phrase[1] - 1].end


def _name_within(words: list[Word], start: int, end: int) -> int | None:
    """Where the name begins that ends a phrase on a thing: ``a setback for | Gov. Asa Holt, who``."""
    at = next((i for i in range(end - 1, start, -1) if words[i].tag != "N"), start)
    named = words[at].tag == "I" and end - at > 2 and words[at].low != "of"
    return at + 1 if named and not any(is_role(word) for word in words[start:at]) else None


def _described_name(words: list[Word], start: int) -> int:
    """Where a name begins that a phrase describes between commas: ``by | Kenji Mori, an amateur, who``; no place: ``in Elswick, the mayor, who``."""
    if start < 2 or words[start].tag != "D" or words[start - 1].tag != ",":
        return start
    first = start - 1
    while first and words[first - 1].tag == "N":
        first -= 1
    placed = first > 0 and words[first - 1].low in PLACING
    return start if first == start - 1 or placed else first


def _function_before(words: list[Word], name: int) -> int:
    """Where a name begins, or the function that it explains: ``her daughter, Paola, who``."""
    if name < 3 or words[name].tag != "N" or words[name - 1].tag != "," or not is_role(words[name - 2]):
        return name
    start = name - 2
    while start and words[start - 1].tag == "n":
        start -= 1
    return start - 1 if start and words[start - 1].tag == "D" else name
