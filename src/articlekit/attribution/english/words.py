"""Blocks → words: tokens with their offsets, each tagged with what little its form tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from articlekit.attribution.english.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATORS,
    OWNING,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)
from articlekit.attribution.english.tags import Tag

TOKEN: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:-[^\W_]+)*"
    r"|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Sens|Rep|Reps|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|St|Jr|Sr|Prof|Rev|Hon|Pres|Jan|Feb|Mar|Apr|"
    r"Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Inc|Corp|Co|Ltd|Supt|Det|Insp|Cpl|Brig|Amb|Messrs|Fla|Ariz|Calif|Conn|Ill|Mass|Mich|"
    r"Minn|Pa|Va|Wis|Tex|Okla|Ky|Ga|Ala|Ark|Colo|Del|Ind|Kan|La|Md|Miss|Mo|Mont|Neb|Nev|Ore|Tenn|Vt|Wash|Wyo)\."
    r"(?=[\s,)])"
    r"|[A-Z]\.(?:-[A-Z]\.)?(?=\s[A-Z])"
    r"|\d{1,2}:\d{2}(?![\d:])"
    r"|[^\W_]+(?:['’.,&/@_\u2010\u2011-][^\W_]+)*(?:['’](?![^\W_]))?"
    r"|\.{2,}|\S"
)
"""One word, abbreviation, number or punctuation mark."""

CONTRACTION: Final = re.compile(
    r"(?:he|she|it|they|we|i|you|who|that|there|this|what)(?=['’](?:s|re|ve|d|ll|m)\Z)", re.IGNORECASE
)
"""A pronoun that its auxiliary verb leans on: ``they've``. What owns something keeps its ending: ``Holt's``."""

CLOSED_CLASSES: Final = (
    (Tag.PREPOSITION, PREPOSITIONS),
    (Tag.DETERMINER, DETERMINERS),
    (Tag.SUBORDINATOR, SUBORDINATORS),
    (Tag.ADVERB, ADVERBS),
    (Tag.RELATIVE, RELATIVES),
    (Tag.AUXILIARY, AUXILIARIES | NEGATORS),
    (Tag.COORDINATOR, COORDINATORS),
    (Tag.PRONOUN, PRONOUNS),
    (Tag.PRONOUN, PERSONAL - {"who"}),
    (Tag.RELATIVE, frozenset({"who"})),
    (Tag.DETERMINER, DETERMINERS - PRONOUNS - RELATIVES),
    (Tag.TIME, TIME_WORDS),
)
"""Tag and words, later rows over earlier ones."""

TAGS: Final = {word: tag for tag, words in CLOSED_CLASSES for word in words} | dict.fromkeys(
    ("him", "me", "them", "us"), Tag.OBJECT_PRONOUN
)
"""Tag of each word of a closed class."""


class Word:
    """One word or mark, with its tag: a :class:`Tag`, or the punctuation mark itself."""

    __slots__ = ("end", "low", "start", "tag", "text")

    def __init__(self, text: str, start: int, end: int, tag: str) -> None:
        self.text, self.start, self.end, self.tag = text, start, end, tag
        self.low = text.lower()

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


ALSO_SURNAMES: Final = frozenset(("long", "close", "still"))
"""Words of the closed classes that are surnames behind a first name."""

BROADCASTS: Final = frozenset("programme program show podcast newspaper magazine edition".split())
"""Nouns that follow the name of a broadcast or a paper."""

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
    _join_names(out)
    return out


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    for found in TOKEN.finditer(text, start, end):
        at = found.start()
        for part, tag in _tagged(found.group()):
            yield Word(part, at, at + len(part), tag)
            at += len(part)


def is_clock(word: str) -> bool:
    """Whether a word is a time of day: ``10:42``."""
    return ":" in word and word[0].isdigit()


@lru_cache(maxsize=1 << 15)
def _tagged(word: str) -> tuple[tuple[str, str], ...]:
    """The word with its tag; two words where a verb leans on a pronoun."""
    contracted = CONTRACTION.match(word)
    parts = (word[: contracted.end()], word[contracted.end() :]) if contracted else (word,)
    return tuple((part, _tag(part)) for part in parts)


def _tag(word: str) -> str:
    tag, first = TAGS.get(word.lower()), word[0]
    if is_clock(word):
        return Tag.TIME
    if tag is None or (tag == Tag.TIME and word.islower()) or (word == "May" and tag == Tag.AUXILIARY):
        return (
            Tag.NAME if first.isupper() else Tag.NUMBER if first.isdigit() else Tag.COMMON if first.isalnum() else first
        )
    return Tag.NAME if word in ("US", "IT", "U.S.", "WHO") else tag


def _join_names(words: list[Word]) -> None:
    """Tag words that stand within a name as part of it: ``the Sunday Courier``, ``the BBC's Today programme``, ``Asa Long``."""
    for i in range(1, len(words)):
        word = words[i]
        if word.low in ALSO_SURNAMES and word.text.istitle() and words[i - 1].tag == Tag.NAME:
            word.tag = Tag.NAME
        if i + 1 == len(words) or word.tag != Tag.TIME or not (word.text.isalpha() and word.text[0].isupper()):
            continue
        before, after = words[i - 1], words[i + 1]
        owned = before.low.endswith(OWNING) or before.low in ("the", "a", "an")
        dated = i > 1 and words[i - 2].low in ("on", "until", "till", "since")
        if owned and (after.low in BROADCASTS or (after.tag == Tag.NAME and not dated)):
            word.tag = Tag.NAME
