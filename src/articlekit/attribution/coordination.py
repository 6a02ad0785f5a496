"""A coordinated phrase → its parts, one for each who speaks."""

from __future__ import annotations

from itertools import pairwise

from articlekit.attribution.lexicon import ORGANIZATIONS, ROLES
from articlekit.attribution.phrases import Range, is_role
from articlekit.attribution.words import Word


def split_sources(words: list[Word], start: int, end: int) -> list[Range]:
    """A coordinated phrase as its parts: ``Smith and Jones``; a name that only holds an ``and`` stays whole."""
    splits = [i for i in range(start + 1, end - 1) if words[i].low == "and"]
    if len(splits) != 1:
        return [(start, end)]
    if listed := _listed(words, start, end, splits[0]):
        return listed
    at = splits[0]
    left, right = words[start:at], words[at + 1 : end]
    # ``Ann Pole and police chief Tom Reed`` are two, ``Ann Pole and colleagues`` may be one.
    unlike = right[0].tag == "n" != left[-1].tag and not (right[-1].tag == "N" and any(map(is_role, right)))
    if unlike or any(word.tag in "W,(" or word.low in ("of", "for", "between") for word in left):
        return [(start, end)]
    names = all(word.tag == "N" for word in left + right)
    if names and (any(w.low in ORGANIZATIONS for w in left + right) or len(left) > 4):
        return [(start, end)]
    heads = any(w.low in ROLES or w.low.endswith("s") or w.tag == "N" for w in left[-1:])
    return [(start, at), (at + 1, end)] if heads else [(start, end)]


def _listed(words: list[Word], start: int, end: int, last: int) -> list[Range]:
    """The parts of ``John Lee, Pat Moss and the Fire Brigades Union``; none where a part may tell of the one before it."""
    marks = [i for i in range(start, last) if words[i].tag == ","]
    marks = [*(marks[:-1] if marks and marks[-1] == last - 1 else marks), last]
    bounds = [start - 1, *marks, end]
    parts = [(before + 1, after) for before, after in pairwise(bounds)]
    parts = [(low, high - (words[high - 1].tag == ",")) for low, high in parts]
    named = all(
        low < high and all(w.tag == "N" for w in words[low + (words[low].low == "the") : high]) for low, high in parts
    )
    whole = all(high - low > 1 or words[low].text.isupper() for low, high in parts)
    return parts if len(parts) > 2 and named and whole else []
