"""Coordinated phrases: one part for each source that they name."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from articlekit.attribution.english.lexicon import ORGANIZATIONS, REMIT_NOUNS, ROLE_NOUNS
from articlekit.attribution.english.noun_phrases import WordRange, is_role
from articlekit.attribution.english.tags import Tag
from articlekit.attribution.english.words import Word

ADDS_DESCRIPTION: Final = frozenset(",(") | {Tag.RELATIVE}
"""What a description after a name begins with."""

OFFICE_FIELDS: Final = REMIT_NOUNS | frozenset(
    "business industry crime safety employment media communities food rural social skills work pensions women equalities children "
    "families innovation digital climate law border customs development planning aviation mines forests roads".split()
)
"""Fields of offices and organizations that have an *and* in their names: ``Trade and Industry``, ``Police and Crime``."""


def split_sources(words: list[Word], start: int, end: int) -> list[WordRange]:
    """Return the parts of a coordinated phrase, ``Smith and Jones``; a name that contains ``and`` stays whole."""
    splits = [i for i in range(start + 1, end - 1) if words[i].low == "and"]
    if len(splits) != 1:
        return [(start, end)]
    at = splits[0]
    if parts := _split_list(words, start, end, at) or _split_described(words, start, end, at):
        return parts
    return [(start, at), (at + 1, end)] if _are_two_sources(words[start:at], words[at + 1 : end]) else [(start, end)]


def _are_two_sources(left: list[Word], right: list[Word]) -> bool:
    """True if the words around ``and`` name two sources: ``Ann Pole and police chief Tom Reed``, not ``Ann Pole and colleagues``."""
    unlike = right[0].tag == Tag.COMMON != left[-1].tag and not _has_role_before_name(right)
    if unlike or any(word.tag in ADDS_DESCRIPTION or word.low in ("of", "for", "between", "by") for word in left):
        return False
    if left[-1].low in OFFICE_FIELDS and right[0].low in OFFICE_FIELDS:
        return False
    names = all(word.tag == Tag.NAME for word in left + right)
    if names and len(right) > 2 and _has_role_before_name(right) and left[-1].low not in ORGANIZATIONS:
        return True
    if names and (any(w.low in ORGANIZATIONS for w in left + right) or len(left) > 4):
        return False
    return any(w.low in ROLE_NOUNS or w.low.endswith("s") or w.tag == Tag.NAME for w in left[-1:])


def _has_role_before_name(words: list[Word]) -> bool:
    """True if a role precedes a name: ``police chief Tom Reed``, ``council member Bill Sorn``."""
    if words[-1].tag != Tag.NAME or words[-1].low in ORGANIZATIONS or is_role(words[-1]):
        return False
    function = any(is_role(word) for word in words[:-1])
    return function or (len(words) > 2 and words[-2].tag == Tag.NAME and words[-3].tag == Tag.COMMON)


def _split_described(words: list[Word], start: int, end: int, at: int) -> list[WordRange]:
    """Return the parts of ``Ann Pole, the mayor, and Tom Reed, the police chief``; empty unless both names have a description."""
    comma = next((i for i in range(start, at) if words[i].tag == ","), None)
    if comma is None or words[at - 1].tag != "," or comma == at - 1:
        return []
    named = all(word.tag == Tag.NAME for word in words[start:comma]) and words[at + 1].tag == Tag.NAME
    described = words[comma + 1].tag == Tag.DETERMINER or is_role(words[comma + 1])
    return [(start, at - 1), (at + 1, end)] if named and described else []


def _split_list(words: list[Word], start: int, end: int, last: int) -> list[WordRange]:
    """Return the parts of ``John Lee, Pat Moss and the Fire Brigades Union``; empty if a part may describe the part before it."""
    marks = [i for i in range(start, last) if words[i].tag == ","]
    marks = [*(marks[:-1] if marks and marks[-1] == last - 1 else marks), last]
    bounds = [start - 1, *marks, end]
    parts = [(before + 1, after) for before, after in pairwise(bounds)]
    parts = [(low, high - (words[high - 1].tag == ",")) for low, high in parts]
    named = all(low < high and _is_name(words[low:high]) for low, high in parts)
    lone = [words[low].low for low, high in parts if high - low == 1 and not words[low].text.isupper()]
    whole = not lone or (
        ORGANIZATIONS.isdisjoint(lone) and all(high - low == 1 or words[low].low == "the" for low, high in parts)
    )
    return parts if len(parts) > 2 and named and whole else []


def _is_name(words: list[Word]) -> bool:
    """True if the words are a name, or a name or role with *the*: ``the Fire Brigades Union``, ``the mayor``."""
    own = words[words[0].low == "the" :]
    return all(word.tag == Tag.NAME for word in own) or (len(own) == 1 < len(words) and is_role(own[0]))
