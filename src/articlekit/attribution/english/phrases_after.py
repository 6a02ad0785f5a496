"""Noun phrases right of a cue: from their first word to the last that belongs to whom they name."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.lexicon import PERSONAL
from articlekit.attribution.english.phrases import WINDOW, Range, is_role
from articlekit.attribution.english.words import Word

RIGHT_PREPOSITIONS: Final = frozenset("of for from at with to close near by against behind".split())
"""Prepositions that go on with a noun phrase right of its cue; others open an adverbial."""


def phrase_after(words: list[Word], start: int, high: int, *, appositive: bool = True) -> Range | None:
    """The noun phrase that begins at ``words[start]``, with its appositive where wanted; None where none does."""
    if start >= high:
        return None
    if words[start].tag == "P" and words[start].low in PERSONAL:
        return start, start + 1
    if words[start].tag not in "DNnq0PW" or words[start].low == "that":
        return None
    high = min(high, start + WINDOW)
    i = _walk_on(words, start, high)
    if appositive and i < high and words[i].tag == "," and i + 2 < high:
        i = _appositive_end(words, i, high)
    return (start, i) if i > start else None


def _walk_on(words: list[Word], i: int, high: int) -> int:
    start = i
    while i < high:
        word = words[i]
        if word.low == "known" and (name := _known_as(words, i, high)) is not None:
            i = name
        elif word.tag in "NnqD0&/" or (word.tag in "'’P" and i > start - 1):
            i += 1
        elif i + 1 < high and _goes_on(words, i):
            i += 1
        elif word.tag == "(":
            closing = next((k for k in range(i, min(high, i + 8)) if words[k].tag == ")"), None)
            if closing is None:
                return i
            i = closing + 1
        elif word.tag == "W" and word.low in ("who", "whose") and i > start:
            while i < high and words[i].tag not in ",;:—–.":
                i += 1
            return i
        else:
            return i
    return i


def _known_as(words: list[Word], i: int, high: int) -> int | None:
    """One past the nickname in ``known on the quays as “Old Heron”``; None where no nickname follows."""
    for k in range(i, min(high - 1, i + 7)):
        if words[k].low == "as" and words[k + 1].tag == "q":
            return k + 2
    return None


def _goes_on(words: list[Word], i: int) -> bool:
    """Whether the preposition or conjunction at ``i`` goes on with the noun phrase before it."""
    low, follows = words[i].low, words[i + 1].tag
    if low in RIGHT_PREPOSITIONS:
        return follows in "NDnq0"
    if low == "as":
        return follows == "q"
    return (low == "and" and follows in "ND") or (low in ("in", "on") and follows == "N")


def _appositive_end(words: list[Word], comma: int, high: int) -> int:
    """Where an appositive after ``words[comma]`` ends; the comma's own place where none follows."""
    i = comma + 1
    if words[i].low in ("who", "whose", "which"):
        while i < high and words[i].tag not in ",;:—–.Q":
            i += 1
        return i
    if words[i].tag == "0":
        i += 1
        if i < high and words[i].tag == "," and i + 1 < high and words[i + 1].tag == "D":
            comma, i = i, i + 1
        else:
            return i
    if not (words[i].tag == "D" or is_role(words[i]) or (words[i].tag in "nN" and _has_role(words, i, high))):
        return comma
    while i < high and words[i].tag not in ",;:—–.WXPQS":
        i += 1
    if i < high and words[i].low in ("who", "whose"):
        return next((k for k in range(i, high) if words[k].tag in ",;:—–.Q"), high)
    return comma if i < high and words[i].tag in "XP" else i


def _has_role(words: list[Word], i: int, high: int) -> bool:
    for k in range(i, min(high, i + 7)):
        if words[k].tag in ",;:":
            return False
        if is_role(words[k]):
            return True
    return False
