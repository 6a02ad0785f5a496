"""Words → sentences, in linear time; a quotation within a sentence is one word of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.attribution.english.tags import INNER_MARKS, QUOTATIONS, Tag
from articlekit.attribution.english.verbs import SINGLE
from articlekit.attribution.english.words import Word

ENDS_SENTENCE: Final = frozenset(".!?…")
"""Marks that end a sentence."""

FULL_STOPS: Final = frozenset(".!?")
"""Marks that end a sentence within brackets."""

CLOSING_BRACKETS: Final = frozenset(")]")
"""Brackets that belong to the sentence before them."""

OPENS_SENTENCE: Final = frozenset("(—–•*[") | {Tag.SPEECH, Tag.FRAGMENT, Tag.NUMBER}
"""What may begin a sentence, beside a capital."""

AFTER_SPEAKER: Final = frozenset(".,") | {Tag.TIME, Tag.PREPOSITION}
"""What follows a speaker and a verb that end their clause."""

WITHIN_SPEAKER: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.DETERMINER, Tag.PRONOUN, Tag.FRAGMENT, Tag.PREPOSITION})
"""Words of a short phrase that names a speaker."""

LONGEST: Final = 250
"""A sentence of more words is cut: it is a list or a table, and every search within a sentence stays bounded. Words."""

STARTERS: Final = frozenset("The He She It In But And A An They We I On At This That These For If When While".split())
"""Words that begin a sentence after an abbreviation."""

CLOSING: Final = frozenset("inc. corp. ltd. co. plc. llc. u.s. u.k. e.u. u.n. d.c. a.m. p.m. etc. jr. sr.".split())
"""Abbreviations that no name follows: speech behind them begins a sentence of its own."""


def sentences(words: list[Word]) -> Iterator[list[Word]]:
    """Cut a block's words into sentences."""
    start = 0
    total = len(words)
    for i, word in enumerate(words):
        if i - start >= LONGEST or _ends(words, i, word, total):
            if i + 1 < total and words[i + 1].tag in CLOSING_BRACKETS:
                continue
            yield words[start : i + 1]
            start = i + 1
    if start < total:
        yield words[start:]


def _ends(words: list[Word], i: int, word: Word, total: int) -> bool:
    tag = word.tag
    if tag in ENDS_SENTENCE or (tag in CLOSING_BRACKETS and i and words[i - 1].tag in FULL_STOPS):
        return i + 1 >= total or _can_start(words[i + 1])
    if tag in QUOTATIONS:
        return i + 1 < total and _quotation_ends(words, i)
    if word.text[-1] != "." or i + 1 >= total:
        return False
    if words[i + 1].tag == Tag.SPEECH:
        return tag == Tag.TIME or word.low in CLOSING
    return words[i + 1].text in STARTERS and len(word.text) > 2


def _can_start(word: Word) -> bool:
    if word.tag in INNER_MARKS:  # ``Tom Reed (D-N.J.), who``
        return False
    return word.text[:1].isupper() or word.tag in OPENS_SENTENCE or not word.text[:1].isalnum()


def _quotation_ends(words: list[Word], i: int) -> bool:
    """Whether a sentence ends with the quotation at ``i``: it holds a full stop, and its speaker does not follow."""
    inner = words[i].text.rstrip("\"”»’'“›")[-1:]
    following = words[i + 1]
    if inner not in {".", "!", "?", "…"} or not (following.text[:1].isupper() or following.tag in QUOTATIONS):
        return False
    return not _speaker_follows(words, i + 1)


def _speaker_follows(words: list[Word], i: int) -> bool:
    """Whether a short name and a reporting verb follow at ``i`` and end the clause, as in ``“Never!” Brandt said``."""
    for j in range(i, min(i + 7, len(words))):
        word = words[j]
        verb = SINGLE.get(word.low)
        if verb is not None and verb.frames[0] in ("clause", "told") and verb.form in ("past", "s") and j > i:
            return j + 1 >= len(words) or words[j + 1].tag in AFTER_SPEAKER or verb.frames[0] == "told"
        if word.tag not in WITHIN_SPEAKER:
            return False
    return False
