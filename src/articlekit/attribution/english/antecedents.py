"""What *who* and other relative pronouns stand for: the name or the phrase before them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from articlekit.attribution.claim_draft import CharRange
from articlekit.attribution.english.lexicon import TITLES
from articlekit.attribution.english.noun_phrases import WordRange, is_role
from articlekit.attribution.english.tags import LINKS_PHRASE, NOUNS, PRONOUNS, Tag
from articlekit.attribution.english.words import Word

WITHIN_ANTECEDENT: Final = frozenset("&'’") | {Tag.NAME, Tag.FRAGMENT, Tag.DETERMINER, Tag.NUMBER}
"""Words that belong to a noun phrase before *who*, without common words."""

PLACE_PREPOSITIONS: Final = frozenset("in at near from on of".split())
"""Prepositions before the name of a place."""

IRREGULAR_PASTS: Final = frozenset(
    "met saw heard found left sent brought paid made gave led won beat took held shot hit drew taught knew fought kept caught chose "
    "spoke went came ran stood sat".split()
)
"""Irregular past forms of verbs whose object *who* can stand for."""


def find_antecedent(words: list[Word], part: WordRange, cues: Iterable[int]) -> CharRange | None:
    """Return the noun phrase for which a relative pronoun stands, without ``cues`` before it: ``met | one official, who``."""
    if words[part[0]].tag != Tag.RELATIVE:
        return None
    before = part[0] - (1 if part[0] and words[part[0] - 1].tag == "," else 0)
    low = max((end for end in cues if end <= before), default=0)
    start = find_phrase_start(words, before, low)
    if start == before:
        return None
    start = _start_of_described_name(words, _start_of_role(words, start))
    return words[start].start, words[before - 1].end


def find_phrase_start(words: list[Word], end: int, low: int = 0) -> int:
    """Return the start of the noun phrase that ends before ``words[end]``, never across a verb; ``end`` if there is no phrase."""
    start = end
    if start - 1 > low and words[start - 1].tag == ")":
        opening = next((i for i in range(start - 1, low, -1) if words[i].tag == "("), None)
        return end if opening is None else find_phrase_start(words, opening, low)
    if start > low and words[start - 1].tag in PRONOUNS:
        return start - 1
    while start > low and _is_within_phrase(words, start - 1, end, low):
        start -= 1
    while start < end and words[start].tag in LINKS_PHRASE:
        start += 1
    return start


def _is_within_phrase(words: list[Word], i: int, end: int, low: int) -> bool:
    """True if ``words[i]`` belongs to the noun phrase that follows it."""
    word = words[i]
    if i + 1 < end and words[i + 1].tag == Tag.DETERMINER:  # Only what the phrase is part of precedes an article.
        return word.tag == Tag.PREPOSITION and _continues_noun(words, i, low)
    if word.tag == Tag.COMMON:
        return i + 1 == end or words[i + 1].tag in LINKS_PHRASE or not _is_verb(words, i, end, low)
    if word.tag == Tag.PREPOSITION:
        return i + 1 < end and _continues_noun(words, i, low)
    if word.low == "and":
        alike = words[i - 1].tag if i > low else ""
        return i + 1 < end and alike in NOUNS and all(one.tag == alike for one in words[i + 1 : end])
    return word.tag in WITHIN_ANTECEDENT


def _continues_noun(words: list[Word], i: int, low: int) -> bool:
    """True if a preposition continues a noun: ``one of``, ``a diver from``; not a verb: ``heard from``."""
    if i <= low:
        return False
    head = words[i - 1]
    owned = (
        i - 1 > low
        and words[i - 2].tag == Tag.DETERMINER
        and head.tag == Tag.COMMON
        and words[i].low in PLACE_PREPOSITIONS
    )
    return words[i].low == "of" or is_role(head) or owned


def _is_verb(words: list[Word], i: int, end: int, low: int) -> bool:
    """True if a common word before other words of a phrase is a verb: ``met | Ann Pole``, ``the minister met | farmers``."""
    word = words[i]
    if word.low in TITLES or is_role(word):
        return False
    if all(one.tag == Tag.NAME for one in words[i + 1 : end]):
        return True
    behind = i > low and words[i - 1].tag in NOUNS and not words[i - 1].low.endswith("ly")
    return behind and (word.low in IRREGULAR_PASTS or (word.low.endswith("ed") and not word.low.endswith("eed")))


def _start_of_described_name(words: list[Word], start: int) -> int:
    """Return the start of a name with a description: ``by | Kenji Mori, an amateur, who``; not a place: ``in Elswick, the mayor, who``."""
    if start < 2 or words[start].tag != Tag.DETERMINER or words[start - 1].tag != ",":
        return start
    first = start - 1
    while first and words[first - 1].tag == Tag.NAME:
        first -= 1
    placed = first > 0 and words[first - 1].low in PLACE_PREPOSITIONS
    return start if first == start - 1 or placed else first


def _start_of_role(words: list[Word], name: int) -> int:
    """Return the start of the function that a name explains, ``her daughter, Paola, who``; else that of the name."""
    if name < 3 or words[name].tag != Tag.NAME or words[name - 1].tag != "," or not is_role(words[name - 2]):
        return name
    start = name - 2
    while start and words[start - 1].tag == Tag.COMMON:
        start -= 1
    return start - 1 if start and words[start - 1].tag == Tag.DETERMINER else name
