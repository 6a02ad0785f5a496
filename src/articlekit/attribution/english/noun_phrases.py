"""What a word does in a noun phrase: the head, a role, a participle, a word that says when."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.lexicon import (
    DOCUMENTS,
    ORGANIZATIONS,
    POSSESSIVE_ENDINGS,
    ROLE_NOUNS,
    TITLES,
    is_group,
)
from articlekit.attribution.english.tags import (
    ADVERBIAL,
    Tag,
)
from articlekit.attribution.english.words import Word

BEFORE_HEAD: Final = frozenset({Tag.DETERMINER, Tag.ADVERB})
"""Words before the first noun of a phrase."""

BARE_PHRASE: Final = frozenset("&/'’") | {Tag.NAME, Tag.COMMON, Tag.FRAGMENT, Tag.NUMBER, Tag.DETERMINER, Tag.PRONOUN}
"""Words of a noun phrase without its prepositions."""

HEADS: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.PRONOUN, Tag.NUMBER})
"""Words that can be the head of a noun phrase."""

WordRange = tuple[int, int]
"""Index of the first word and index past the last, within a sentence."""

MAX_PHRASE_WORDS: Final = 40
"""Words of the longest noun phrase. It bounds every search for the start or the end of a phrase."""

MODIFIED_BY_ROLE: Final = ORGANIZATIONS | DOCUMENTS
"""Nouns that a role can precede as a modifier: ``student union``."""

SCHOLAR_ENDINGS: Final = ("ologist", "ologists", "ographer", "ographers", "nomist", "nomists")
"""Endings of nouns for scholars."""

IRREGULAR_PARTICIPLES: Final = frozenset("seen made sent held led run built born known".split())
"""Participles without a regular ending."""

PERIODS: Final = frozenset("week month year weekend night spring summer autumn fall winter".split())
"""Nouns that say when, after *last* or *this*."""

DAY_ADVERBS: Final = frozenset(("yesterday", "today", "tonight"))
"""Adverbs that say when."""


def is_period(words: list[Word]) -> bool:
    """True if two words say when, without a year: ``last month``."""
    return len(words) == 2 and words[0].low in ("last", "this") and words[1].low in PERIODS


def is_day_at(words: list[Word], i: int) -> bool:
    """True if the words at ``i`` say when, without a year: ``last month``, ``yesterday``."""
    return is_period(words[i : i + 2]) or words[i].text in DAY_ADVERBS


def is_role(word: Word) -> bool:
    """True if the word says what a person does or is, ``co-director`` included."""
    low = word.low.rpartition("-")[2]
    return low in ROLE_NOUNS or is_group(low) or low.endswith(SCHOLAR_ENDINGS)


def title_bracket_end(words: list[Word], opening: int) -> int | None:
    """Return the index of the bracket that closes within a title: ``Dr (Mrs) Ade``, ``the DCP (South) Rao``; else None."""
    if not opening or not (words[opening - 1].low in TITLES or is_role(words[opening - 1])):
        return None
    near = range(opening + 1, min(len(words) - 1, opening + 5))
    return next((i for i in near if words[i].tag == ")" and words[i + 1].tag == Tag.NAME), None)


def is_participle_like(word: Word) -> bool:
    """True if a word looks like a participle after its noun: ``a poll published``."""
    return word.tag == Tag.COMMON and (
        (word.low.endswith("ed") and len(word.low) > 4) or word.low in IRREGULAR_PARTICIPLES
    )


def head_of(words: list[Word], start: int, end: int) -> int:
    """Return the index of the head of a noun phrase: the last noun before the first modifier after it."""
    i = start
    while i < end and words[i].tag in BEFORE_HEAD:
        i += 1
    last = i
    while i < end and words[i].tag in BARE_PHRASE:
        word = words[i]
        if word.tag == Tag.FRAGMENT and i > last and (i + 1 >= end or words[i + 1].tag != Tag.NAME):
            break
        if word.tag in HEADS and not (i > start and _is_participle(word, words, i, end)):
            last = i
        elif i > start and not (word.tag == Tag.DETERMINER and i + 1 < end and words[i + 1].tag == Tag.NAME):
            break
        i += 1
        if (
            is_role(word)
            and i < end
            and words[i].tag == Tag.COMMON
            and not (is_role(words[i]) or words[i].low in MODIFIED_BY_ROLE)
        ):
            break
    return min(last, end - 1)


def _is_participle(word: Word, words: list[Word], i: int, end: int) -> bool:
    """True if a participle ends the bare noun phrase: ``officers stationed in``, ``a map compiled by``; not ``Monday's meeting``."""
    if words[i - 1].low.endswith(POSSESSIVE_ENDINGS):
        return False
    if (
        word.tag == Tag.COMMON
        and word.low.endswith("ed")
        and (words[i - 1].low in MODIFIED_BY_ROLE or is_role(words[i - 1]))
    ):
        return True
    last = i + 1 == end or words[i + 1].tag in ADVERBIAL
    ends = word.low.endswith(("ed", "ing", "own", "ten")) or word.low in IRREGULAR_PARTICIPLES
    return word.tag == Tag.COMMON and ends and last
