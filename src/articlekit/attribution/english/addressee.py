"""The person who is told something: ``told | the board | that``."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.lexicon import ORGANIZATIONS
from articlekit.attribution.english.noun_phrases import WordRange, head_of, is_day_at, is_role
from articlekit.attribution.english.phrase_after import phrase_after
from articlekit.attribution.english.sentence import Sentence
from articlekit.attribution.english.tags import (
    ENDS_NOUN_PHRASE,
    LINKS_PHRASE,
    OPENS_NOUN_PHRASE,
    PRONOUNS,
    SHORT_NOUN_PHRASE,
    Tag,
)
from articlekit.attribution.english.words import Word

OPENS_NEXT_PHRASE: Final = frozenset({Tag.DETERMINER, Tag.PRONOUN})
"""Words that begin another phrase after an addressee."""

AFTER_ADDRESSEE: Final = frozenset(",.:") | {Tag.RELATIVE, Tag.TIME, Tag.PREPOSITION, Tag.SPEECH}
"""What follows the whole phrase of an addressee."""

ENDS_DESCRIPTION: Final = frozenset(",.:;") | {Tag.SPEECH}
"""What ends the description of an addressee."""

OPENS_DESCRIPTION: Final = frozenset({Tag.DETERMINER, Tag.COMMON})
"""First words of a description of an addressee."""

BARE_ADDRESSEES: Final = frozenset(
    "reporters journalists supporters voters police investigators lawmakers senators viewers readers "
    "donors staff attendees congress parliament mps members residents officials shareholders "
    "investors analysts colleagues friends people them us him me you delegates".split()
)
"""Words for people that can be an addressee without an article."""

MAX_DESCRIPTION_WORDS: Final = 12
"""Longest description between commas after an addressee, in words. A comma further on ends another phrase."""


def find_addressee(sentence: Sentence, at: int) -> WordRange | None:
    """Return the addressee at ``words[at]``: a name, a pronoun, or a noun phrase whose end can be recognized."""
    words, high = sentence.words, sentence.words_end
    if at >= high:
        return None
    if (
        words[at].tag in PRONOUNS
        or words[at].low in BARE_ADDRESSEES
        or (words[at].low == "her" and (at + 1 >= high or words[at + 1].tag != Tag.COMMON))
    ):
        return at, at + 1
    phrase = phrase_after(words, at, high, appositive=False)
    if phrase is None or words[at].tag not in OPENS_NOUN_PHRASE:
        return None
    end = phrase[1]
    for i in range(at, end):
        later = (
            words[i].tag in OPENS_NEXT_PHRASE
            and i > at
            and words[i].text.islower()
            and words[i - 1].tag not in LINKS_PHRASE
        )
        if (
            later
            or (i > at and is_day_at(words, i))
            or (words[i].tag == Tag.PREPOSITION and words[i].low not in ("of", "for", "at", "from"))
        ):
            end = i
            break
    if words[at].tag == Tag.DETERMINER or words[at].tag == Tag.COMMON:
        end = min(end, head_of(words, at, end) + 1) if words[min(end, high - 1)].tag not in AFTER_ADDRESSEE else end
    end -= _opens_content(words, at, end)
    return (at, _description_end(words, at, end, high)) if end > at and words[end - 1].tag in ENDS_NOUN_PHRASE else None


def _opens_content(words: list[Word], at: int, end: int) -> bool:
    """True if the last word of the phrase is the subject of the content: ``told the Harbour Board | pilots were``."""
    telling = at > 0 and words[at - 1].low in ("told", "tell", "tells", "telling")
    verb = end < len(words) and words[end].tag == Tag.AUXILIARY
    if not (telling and verb) or end - at < 2:
        return False
    last, before = words[end - 1], words[end - 2]
    plural = last.tag == Tag.COMMON and last.low.endswith("s")
    return plural and (before.tag == Tag.NAME or before.low in ORGANIZATIONS)


def _description_end(words: list[Word], at: int, end: int, high: int) -> int:
    """Return the end of an addressee with its description: ``the mayor, Asa Holt,``, ``Asa Holt, who was ill,``; else ``end``."""
    if end + 1 >= high or words[end].tag != ",":
        return end
    relative = words[end + 1].tag == Tag.RELATIVE and words[end + 1].low != "that"
    past = range(end + 1, min(high, end + MAX_DESCRIPTION_WORDS))
    close = next(
        (
            k
            for k in past
            if words[k].tag not in SHORT_NOUN_PHRASE and (words[k].tag in ENDS_DESCRIPTION or not relative)
        ),
        high,
    )
    if close + 1 >= high or words[close].tag != "," or words[close + 1].tag == Tag.COORDINATOR:
        return end
    inner = words[end + 1 : close]
    named = any(map(is_role, words[at:end])) and all(word.tag == Tag.NAME for word in inner)
    described = (
        words[at].tag == Tag.NAME and inner[:1] != [] and inner[0].tag in OPENS_DESCRIPTION and any(map(is_role, inner))
    )
    return close if relative or named or described else end
