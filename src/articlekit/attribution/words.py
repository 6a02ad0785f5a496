"""Blocks → words: tokens with their offsets, each tagged with what little its form tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from articlekit.attribution.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATORS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)

TOKEN: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:-[^\W_]+)*"
    r"|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Sens|Rep|Reps|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|St|Jr|Sr|Prof|Rev|Hon|Pres|Jan|Feb|Mar|Apr|"
    r"Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Inc|Corp|Co|Ltd|Fla|Ariz|Calif|Conn|Ill|Mass|Mich|Minn|Pa|Va|Wis|Tex|Okla|Ky|Ga)\."
    r"(?=[ ,)])"
    r"|[A-Z]\.(?= [A-Z])"
    r"|[^\W_]+(?:['’.,&/@_\u2010\u2011-][^\W_]+)*(?:['’](?![^\W_]))?"
    r"|\.{2,}|\S"
)
"""One word, abbreviation, number or punctuation mark."""

OPEN_CLASSES: Final = (
    ("I", PREPOSITIONS),
    ("D", DETERMINERS),
    ("S", SUBORDINATORS),
    ("R", ADVERBS),
    ("W", RELATIVES),
    ("X", AUXILIARIES | NEGATORS),
    ("C", COORDINATORS),
    ("P", PRONOUNS),
    ("P", PERSONAL - {"who"}),
    ("W", frozenset({"who"})),
    ("D", DETERMINERS - PRONOUNS - RELATIVES),
    ("t", TIME_WORDS),
)
"""Tag and words, later rows over earlier ones."""

TAGS: Final = {word: tag for tag, words in OPEN_CLASSES for word in words} | dict.fromkeys(
    ("him", "me", "them", "us"), "M"
)
"""Tag of each word of a closed class: P pronoun, D determiner, I preposition, X auxiliary, C and S conjunctions,
R adverb, W relative, M object pronoun, t time."""


class Word:
    """One word or mark.

    Tags besides those of :data:`TAGS`: N capitalised, n other word, 0 number, Q whole quotation, q quoted name or
    fragment; punctuation is its own tag.
    """

    __slots__ = ("end", "low", "start", "tag", "text")

    def __init__(self, text: str, start: int, end: int, tag: str) -> None:
        self.text, self.start, self.end, self.tag = text, start, end, tag
        self.low = text.lower()

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


Island = tuple[int, int, str]
"""Start, end and tag of a run that counts as one word: a quotation, a date."""


def words_of(text: str, start: int, end: int, islands: Iterable[Island] = ()) -> list[Word]:
    """The words of ``text[start:end]``; each island is one word. Islands are sorted and disjoint."""
    out: list[Word] = []
    at = start
    for island_start, island_end, tag in islands:
        out.extend(_plain(text, at, island_start))
        out.append(Word(text[island_start:island_end], island_start, island_end, tag))
        at = island_end
    out.extend(_plain(text, at, end))
    return out


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    tags = TAGS
    for found in TOKEN.finditer(text, start, end):
        word = found.group()
        first = word[0]
        tag = tags.get(word.lower())
        if tag is None or (tag == "t" and word.islower()) or (word == "May" and tag == "X"):
            tag = "N" if first.isupper() else "0" if first.isdigit() else "n" if first.isalnum() else first
        elif word in ("US", "IT", "U.S.", "WHO"):
            tag = "N"
        yield Word(word, found.start(), found.end(), tag)
