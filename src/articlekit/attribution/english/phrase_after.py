"""Noun phrases after a verb or preposition: from their first word to the last."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.lexicon import PERSONAL_PRONOUNS
from articlekit.attribution.english.noun_phrases import MAX_PHRASE_WORDS, WordRange, is_role
from articlekit.attribution.english.tags import INNER_MARKS, NOMINAL, NOUNS, OPENS_NAME, SHOWS_CLAUSE, Tag
from articlekit.attribution.english.words import Word

OPENS_PHRASE: Final = frozenset(
    {Tag.DETERMINER, Tag.NAME, Tag.COMMON, Tag.FRAGMENT, Tag.NUMBER, Tag.PRONOUN, Tag.RELATIVE}
)
"""First words of a phrase after a cue."""

CONTINUES_PHRASE: Final = frozenset("&/") | {Tag.NAME, Tag.COMMON, Tag.FRAGMENT, Tag.DETERMINER, Tag.NUMBER}
"""Words that go on with a phrase after a cue."""

CONTINUES_OPEN_PHRASE: Final = frozenset("'’") | {Tag.PRONOUN}
"""Words that go on with a phrase that has begun."""

ENDS_CLAUSE: Final = frozenset(",;:—–.")
"""Marks that end a clause with *who*."""

ENDS_DESCRIPTION: Final = frozenset(",;:—–.") | {Tag.SPEECH}
"""What ends a clause with *who* that describes somebody."""

ENDS_APPOSITIVE: Final = frozenset(",;:—–.") | {Tag.RELATIVE, Tag.AUXILIARY, Tag.PRONOUN, Tag.SPEECH, Tag.SUBORDINATOR}
"""What ends a description, or shows that it is a clause."""

PHRASE_PREPOSITIONS: Final = frozenset("of for from at with to close near by against behind".split())
"""Prepositions that continue a noun phrase after a cue; others open an adverbial."""


def phrase_after(words: list[Word], start: int, high: int, *, appositive: bool = True) -> WordRange | None:
    """Return the noun phrase that begins at ``words[start]``, by default with its appositive; None if none begins there."""
    if start >= high:
        return None
    if words[start].tag == Tag.PRONOUN and words[start].low in PERSONAL_PRONOUNS:
        return start, start + 1
    if words[start].tag not in OPENS_PHRASE or words[start].low == "that":
        return None
    high = min(high, start + MAX_PHRASE_WORDS)
    i = _walk_forward(words, start, high)
    if appositive and i < high and words[i].tag == "," and i + 2 < high:
        i = _appositive_end(words, i, high)
    return (start, i) if i > start else None


def _walk_forward(words: list[Word], i: int, high: int) -> int:
    start = i
    while i < high:
        word = words[i]
        if word.low == "known" and (name := _nickname_end(words, i, high)) is not None:
            i = name
        elif word.tag in CONTINUES_PHRASE or (word.tag in CONTINUES_OPEN_PHRASE and i > start - 1):
            i += 1
        elif i + 1 < high and _continues_phrase(words, i):
            i += 1
        elif word.tag == "(":
            closing = next((k for k in range(i, min(high, i + 8)) if words[k].tag == ")"), None)
            if closing is None:
                return i
            i = closing + 1
        elif word.tag == Tag.RELATIVE and word.low in ("who", "whose") and i > start:
            while i < high and words[i].tag not in ENDS_CLAUSE:
                i += 1
            return i
        else:
            return i
    return i


def _nickname_end(words: list[Word], i: int, high: int) -> int | None:
    """Return the index past the nickname in ``known on the quays as “Old Heron”``; None without a nickname."""
    for k in range(i, min(high - 1, i + 7)):
        if words[k].low == "as" and words[k + 1].tag == Tag.FRAGMENT:
            return k + 2
    return None


def _continues_phrase(words: list[Word], i: int) -> bool:
    """True if the preposition or conjunction at ``i`` continues the noun phrase before it."""
    low, follows = words[i].low, words[i + 1].tag
    if low in PHRASE_PREPOSITIONS:
        return follows in NOMINAL
    if low == "as":
        return follows == Tag.FRAGMENT
    return (low == "and" and follows in OPENS_NAME) or (low in ("in", "on") and follows == Tag.NAME)


def _appositive_end(words: list[Word], comma: int, high: int) -> int:
    """Return the end of an appositive after ``words[comma]``; ``comma`` if there is none."""
    i = comma + 1
    if words[i].low in ("who", "whose", "which"):
        while i < high and words[i].tag not in ENDS_DESCRIPTION:
            i += 1
        return i
    if words[i].tag == Tag.NUMBER:
        i += 1
        if i < high and words[i].tag == "," and i + 1 < high and words[i + 1].tag == Tag.DETERMINER:
            comma, i = i, i + 1
        else:
            return i
    if not (
        words[i].tag == Tag.DETERMINER or is_role(words[i]) or (words[i].tag in NOUNS and _has_role(words, i, high))
    ):
        return comma
    while i < high and words[i].tag not in ENDS_APPOSITIVE:
        i += 1
    if i < high and words[i].low in ("who", "whose"):
        return next((k for k in range(i, high) if words[k].tag in ENDS_DESCRIPTION), high)
    return comma if i < high and words[i].tag in SHOWS_CLAUSE else i


def _has_role(words: list[Word], i: int, high: int) -> bool:
    for k in range(i, min(high, i + 7)):
        if words[k].tag in INNER_MARKS:
            return False
        if is_role(words[k]):
            return True
    return False
