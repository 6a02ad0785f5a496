"""Text → words with tags, and words → sentences, in linear time. A date or a quotation is one word."""

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
    PERSONAL_PRONOUNS,
    POSSESSIVE_ENDINGS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)
from articlekit.attribution.english.reporting_verbs import SINGLE_VERBS
from articlekit.attribution.english.tags import INNER_MARKS, QUOTATIONS, Tag

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

CONTRACTED_PRONOUN: Final = re.compile(
    r"(?:he|she|it|they|we|i|you|who|that|there|this|what)(?=['’](?:s|re|ve|d|ll|m)\Z)", re.IGNORECASE
)
"""A pronoun before a contracted auxiliary: ``they've``. A possessive keeps its ending: ``Holt's``."""

CLOSED_CLASSES: Final = (
    (Tag.PREPOSITION, PREPOSITIONS),
    (Tag.DETERMINER, DETERMINERS),
    (Tag.SUBORDINATOR, SUBORDINATORS),
    (Tag.ADVERB, ADVERBS),
    (Tag.RELATIVE, RELATIVES),
    (Tag.AUXILIARY, AUXILIARIES | NEGATORS),
    (Tag.COORDINATOR, COORDINATORS),
    (Tag.PRONOUN, PRONOUNS),
    (Tag.PRONOUN, PERSONAL_PRONOUNS - {"who"}),
    (Tag.RELATIVE, frozenset({"who"})),
    (Tag.DETERMINER, DETERMINERS - PRONOUNS - RELATIVES),
    (Tag.TIME, TIME_WORDS),
)
"""Tags and their words; later rows override earlier ones."""

CLOSED_CLASS_TAGS: Final = {word: tag for tag, words in CLOSED_CLASSES for word in words} | dict.fromkeys(
    ("him", "me", "them", "us"), Tag.OBJECT_PRONOUN
)
"""Tag of each word of a closed class."""


class Word:
    """One word or mark with its tag: a :class:`Tag`, or the punctuation mark itself."""

    __slots__ = ("end", "low", "start", "tag", "text")

    def __init__(self, text: str, start: int, end: int, tag: str) -> None:
        self.text, self.start, self.end, self.tag = text, start, end, tag
        self.low = text.lower()

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


ALSO_SURNAMES: Final = frozenset(("long", "close", "still"))
"""Words of the closed classes that are surnames after a given name."""

BROADCAST_NOUNS: Final = frozenset("programme program show podcast newspaper magazine edition".split())
"""Nouns that follow the name of a broadcast or a newspaper."""

WordSpan = tuple[int, int, str]
"""Start, end and tag of a run of characters that is one word: a quotation, a date."""


def tag_words(text: str, start: int, end: int, spans: Iterable[WordSpan] = ()) -> list[Word]:
    """Return the words of ``text[start:end]``. Each of ``spans`` is one word; they are sorted and disjoint."""
    out: list[Word] = []
    at = start
    for span_start, span_end, tag in spans:
        out.extend(_words_between(text, at, span_start))
        out.append(Word(text[span_start:span_end], span_start, span_end, tag))
        at = span_end
    out.extend(_words_between(text, at, end))
    _tag_words_within_names(out)
    return out


def _words_between(text: str, start: int, end: int) -> Iterator[Word]:
    for found in TOKEN.finditer(text, start, end):
        at = found.start()
        for part, tag in _split_and_tag(found.group()):
            yield Word(part, at, at + len(part), tag)
            at += len(part)


def is_clock(word: str) -> bool:
    """True if a word is a time of day: ``10:42``."""
    return ":" in word and word[0].isdigit()


@lru_cache(maxsize=1 << 15)
def _split_and_tag(word: str) -> tuple[tuple[str, str], ...]:
    """Return the word with its tag, or two words for a pronoun with a contracted verb."""
    contracted = CONTRACTED_PRONOUN.match(word)
    parts = (word[: contracted.end()], word[contracted.end() :]) if contracted else (word,)
    return tuple((part, _tag_of(part)) for part in parts)


def _tag_of(word: str) -> str:
    tag, first = CLOSED_CLASS_TAGS.get(word.lower()), word[0]
    if is_clock(word):
        return Tag.TIME
    if tag is None or (tag == Tag.TIME and word.islower()) or (word == "May" and tag == Tag.AUXILIARY):
        return (
            Tag.NAME if first.isupper() else Tag.NUMBER if first.isdigit() else Tag.COMMON if first.isalnum() else first
        )
    return Tag.NAME if word in ("US", "IT", "U.S.", "WHO") else tag


def _tag_words_within_names(words: list[Word]) -> None:
    """Tag words within a name as part of it: ``the Sunday Courier``, ``the BBC's Today programme``, ``Asa Long``."""
    for i in range(1, len(words)):
        word = words[i]
        if word.low in ALSO_SURNAMES and word.text.istitle() and words[i - 1].tag == Tag.NAME:
            word.tag = Tag.NAME
        if i + 1 == len(words) or word.tag != Tag.TIME or not (word.text.isalpha() and word.text[0].isupper()):
            continue
        before, after = words[i - 1], words[i + 1]
        owned = before.low.endswith(POSSESSIVE_ENDINGS) or before.low in ("the", "a", "an")
        dated = i > 1 and words[i - 2].low in ("on", "until", "till", "since")
        if owned and (after.low in BROADCAST_NOUNS or (after.tag == Tag.NAME and not dated)):
            word.tag = Tag.NAME


ENDS_SENTENCE: Final = frozenset(".!?…")
"""Marks that end a sentence."""

FULL_STOPS: Final = frozenset(".!?")
"""Marks that end a sentence within brackets."""

CLOSING_BRACKETS: Final = frozenset(")]")
"""Brackets that belong to the sentence before them."""

OPENS_SENTENCE: Final = frozenset("(—–•*[") | {Tag.SPEECH, Tag.FRAGMENT, Tag.NUMBER}
"""What may begin a sentence, next to a capital."""

AFTER_SPEAKER: Final = frozenset(".,") | {Tag.TIME, Tag.PREPOSITION}
"""What follows a speaker and a verb that end their clause."""

WITHIN_SPEAKER: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.DETERMINER, Tag.PRONOUN, Tag.FRAGMENT, Tag.PREPOSITION})
"""Words of a short phrase that names a speaker."""

MAX_SENTENCE_WORDS: Final = 250
"""Words after which a sentence is cut. So long a sentence is a list or a table; the cut bounds every search within it."""

SENTENCE_STARTERS: Final = frozenset(
    "The He She It In But And A An They We I On At This That These For If When While".split()
)
"""Words that begin a sentence after an abbreviation."""

SENTENCE_END_ABBREVIATIONS: Final = frozenset(
    "inc. corp. ltd. co. plc. llc. u.s. u.k. e.u. u.n. d.c. a.m. p.m. etc. jr. sr.".split()
)
"""Abbreviations without a name after them: a quotation after them begins a sentence."""


def split_sentences(words: list[Word]) -> Iterator[list[Word]]:
    """Yield the sentences of a block's words."""
    start = 0
    total = len(words)
    for i, word in enumerate(words):
        if i - start >= MAX_SENTENCE_WORDS or _ends(words, i, word, total):
            if i + 1 < total and words[i + 1].tag in CLOSING_BRACKETS:
                continue
            yield words[start : i + 1]
            start = i + 1
    if start < total:
        yield words[start:]


def _ends(words: list[Word], i: int, word: Word, total: int) -> bool:
    tag = word.tag
    if tag in ENDS_SENTENCE or (tag in CLOSING_BRACKETS and i and words[i - 1].tag in FULL_STOPS):
        return i + 1 >= total or _can_open_sentence(words[i + 1])
    if tag in QUOTATIONS:
        return i + 1 < total and _quotation_ends(words, i)
    if word.text[-1] != "." or i + 1 >= total:
        return False
    if words[i + 1].tag == Tag.SPEECH:
        return tag == Tag.TIME or word.low in SENTENCE_END_ABBREVIATIONS
    return words[i + 1].text in SENTENCE_STARTERS and len(word.text) > 2


def _can_open_sentence(word: Word) -> bool:
    if word.tag in INNER_MARKS:  # ``Tom Reed (D-N.J.), who``
        return False
    return word.text[:1].isupper() or word.tag in OPENS_SENTENCE or not word.text[:1].isalnum()


def _quotation_ends(words: list[Word], i: int) -> bool:
    """True if a sentence ends with the quotation at ``i``: it contains a full stop, and its speaker does not follow."""
    inner = words[i].text.rstrip("\"”»’'“›")[-1:]
    following = words[i + 1]
    if inner not in {".", "!", "?", "…"} or not (following.text[:1].isupper() or following.tag in QUOTATIONS):
        return False
    return not _speaker_follows(words, i + 1)


def _speaker_follows(words: list[Word], i: int) -> bool:
    """True if a short name and a reporting verb follow at ``i`` and end the clause: ``“Never!” Brandt said``."""
    for j in range(i, min(i + 7, len(words))):
        word = words[j]
        verb = SINGLE_VERBS.get(word.low)
        if verb is not None and verb.frames[0] in ("clause", "told") and verb.form in ("past", "s") and j > i:
            return j + 1 >= len(words) or words[j + 1].tag in AFTER_SPEAKER or verb.frames[0] == "told"
        if word.tag not in WITHIN_SPEAKER:
            return False
    return False
