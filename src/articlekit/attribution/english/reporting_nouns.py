"""Nouns that report, and their owners: ``her claim that``, ``a warning from the fire service that``."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.lexicon import POSSESSIVE_ENDINGS, POSSESSIVES
from articlekit.attribution.english.noun_phrases import WordRange
from articlekit.attribution.english.phrase_after import phrase_after
from articlekit.attribution.english.tags import BEFORE_NOUN, Tag
from articlekit.attribution.english.words import Word
from articlekit.models import CueKind

CLAIM_NOUNS: Final[dict[str, CueKind]] = {
    "claim": "statement", "claims": "statement", "assertion": "statement", "assertions": "statement",
    "statement": "statement", "suggestion": "statement", "allegation": "accusation", "allegations": "accusation",
    "accusation": "accusation", "accusations": "accusation", "belief": "belief", "conviction": "belief",
    "fear": "belief", "fears": "belief", "hope": "belief", "hopes": "belief", "promise": "promise", "pledge": "promise",
    "vow": "promise", "warning": "warning", "warnings": "warning", "prediction": "expectation",
    "argument": "statement", "contention": "statement", "insistence": "statement", "admission": "admission",
    "denial": "denial", "threat": "threat", "threats": "threat", "demand": "demand",
    "demands": "demand", "concern": "belief", "concerns": "belief",
    "complaint": "accusation", "complaints": "accusation",
}  # fmt: skip
"""Nouns that report, and what they report."""

OTHERS_PREPOSITIONS: Final = frozenset("despite amid after following".split())
"""Prepositions before the report of another source: the sentence contrasts with it, or follows it in time."""

MAX_NOUN_DISTANCE_WORDS: Final = 6
"""Words between such a preposition and the reporting noun, at most."""


def is_other_report(words: list[Word], i: int) -> bool:
    """True if a preposition at ``i`` introduces the report of another named source: ``despite | a warning from engineers that``."""
    if words[i].low not in OTHERS_PREPOSITIONS:
        return False
    near = range(i + 1, min(len(words) - 2, i + MAX_NOUN_DISTANCE_WORDS))
    noun = next((k for k in near if words[k].low in CLAIM_NOUNS), None)
    found = (
        find_claimant(words, noun) if noun and all(word.tag in BEFORE_NOUN for word in words[i + 1 : noun]) else None
    )
    return found is not None and words[found[0][0]].low not in POSSESSIVES


def find_claimant(words: list[Word], i: int) -> tuple[WordRange, int] | None:
    """Return the source of a reporting noun, and the index after its *that*; None if no source is named."""
    if words[i + 1].low == "that":
        owner = _noun_source(words, i) if i else None
        return (owner, i + 2) if owner else None
    agent = phrase_after(words, i + 2, len(words), appositive=False) if words[i + 1].low in ("from", "by") else None
    if agent is None or agent[1] + 1 >= len(words) or words[agent[1]].low != "that":
        return None
    return agent, agent[1] + 1


def _noun_source(words: list[Word], i: int) -> WordRange | None:
    """Return the owner of the noun at ``i``: ``her``, ``Asa Holt's``."""
    before = words[i - 1].low
    if before in POSSESSIVES:
        return i - 1, i
    if not before.endswith(POSSESSIVE_ENDINGS):
        return None
    start = i - 1
    while start and words[start - 1].tag == Tag.NAME:
        start -= 1
    return start, i
