"""The subject of a reporting verb: the source of what it reports."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.cues import CueMatch
from articlekit.attribution.english.lexicon import DOCUMENTS, ORGANIZATIONS
from articlekit.attribution.english.noun_phrases import WordRange, is_role
from articlekit.attribution.english.relative_clauses import subject_with_clause
from articlekit.attribution.english.sentence import CONTRASTING, Sentence
from articlekit.attribution.english.tags import DASHES, NEEDS_NOUN, NOUNS, OPENS_ADVERBIAL, Tag
from articlekit.attribution.english.words import Word

WITHIN_SUBJECT: Final = frozenset({Tag.DETERMINER, Tag.NAME, Tag.COMMON, Tag.NUMBER, Tag.PREPOSITION})
"""Words of a subject."""

LINKS_MAIN_CLAUSE: Final = frozenset(";") | {Tag.COORDINATOR}
"""What links a further main clause."""

NO_DATELINE: Final = frozenset({Tag.AUXILIARY, Tag.PRONOUN, Tag.COMMON})
"""Words that a dateline does not hold."""

BEFORE_MAIN_CLAUSE: Final = frozenset(",") | {Tag.COORDINATOR, Tag.ADVERB, Tag.TIME}
"""Words and marks before the subject of a sentence."""

SPEAKER_NOUNS: Final = DOCUMENTS | ORGANIZATIONS
"""Nouns that follow a name within a noun phrase."""


def find_subject(sentence: Sentence, cue: CueMatch) -> WordRange | None:
    """Return the source of a cue: the phrase before it, or for ``and added`` the source of the cue before."""
    words = sentence.words
    if (meant := subject_with_clause(sentence, cue)) is not None:
        return meant
    if cue.start and words[cue.start - 1].low in ("and", "but", "or", ","):
        joined = (
            cue.start
            - 1
            - (cue.start > 1 and words[cue.start - 1].tag == Tag.COORDINATOR and words[cue.start - 2].tag == ",")
        )
        if words[cue.start - 1].tag == Tag.COORDINATOR:
            return find_main_subject(sentence, joined)
    return sentence.phrase_before(cue)


def is_impersonal(sentence: Sentence, cue: CueMatch) -> bool:
    """True if the *it* before a cue is impersonal: ``it is said that``, ``it’s feared that``; ``it’s said`` may be ``it has said``."""
    subject = sentence.phrase_before(cue)
    if subject is None or sentence.lower_text(*subject) != "it":
        return False
    leans = sentence.words[cue.start].low in ("'s", "’s")
    return cue.voice == "passive" or (leans and cue.verb.kind in ("belief", "expectation"))


def find_main_subject(sentence: Sentence, before: int) -> WordRange | None:
    """Return the subject of the main clause, for a later cue without its own subject."""
    words = sentence.words
    if (known := _last_speaker(sentence, before)) is not None:
        return known
    start = _main_clause_start(words, before)
    if start >= before:
        return None
    if words[start].tag == Tag.PRONOUN:
        return start, start + 1
    end = start
    while end < before and words[end].tag in WITHIN_SUBJECT and not _may_be_verb(words, end, start):
        end += 1
    while end > start and words[end - 1].tag in NEEDS_NOUN:
        end -= 1
    return (start, end) if end > start and end - start <= 12 else None


def _last_speaker(sentence: Sentence, before: int) -> WordRange | None:
    """Return the subject of the first cue, or of a later cue that opens a clause: ``…, but Holt disagreed``."""
    speaker: WordRange | None = None
    for cue in sentence.cues:
        if cue.start >= before:
            break
        if cue.voice != "finite" or (subject := sentence.phrase_before(cue)) is None:
            continue
        link = sentence.words[subject[0] - 1] if subject[0] else None
        if speaker is None or link is None or link.tag in LINKS_MAIN_CLAUSE or link.low in CONTRASTING:
            speaker = subject
    return speaker


def _main_clause_start(words: list[Word], before: int) -> int:
    """Return the start of the main clause: after a dateline, a conjunction, or an adverbial with its comma."""
    start = 0
    dash = next((i for i in range(min(before, 10)) if words[i].tag in DASHES), None)
    if dash is not None and not any(words[i].tag in NO_DATELINE for i in range(dash)):
        start = dash + 1
    while start < before and words[start].tag in BEFORE_MAIN_CLAUSE:
        start += 1
    comma = next((i for i in range(start, min(before, start + 15)) if words[i].tag == ","), None)
    if comma is not None and (words[start].tag in OPENS_ADVERBIAL or _is_time_adverbial(words, start, comma)):
        return comma + 1
    return start


def _is_time_adverbial(words: list[Word], start: int, end: int) -> bool:
    """True if a short run is an adverbial such as ``Hours later`` or ``This week``."""
    times = (
        "later",
        "week",
        "month",
        "year",
        "day",
        "days",
        "weeks",
        "months",
        "years",
        "earlier",
        "ago",
        "morning",
        "night",
    )
    return end - start <= 4 and words[end - 1].low in times


def _may_be_verb(words: list[Word], i: int, start: int) -> bool:
    """True if a word in a possible noun phrase looks like its verb."""
    word = words[i]
    if word.tag != Tag.COMMON or i == start:
        return False
    if word.low.endswith("ed") and words[i - 1].tag in NOUNS:
        return True
    if words[i - 1].tag != Tag.NAME or is_role(word) or word.low in SPEAKER_NOUNS:
        return False
    return not any(is_role(following) for following in words[i + 1 : i + 3])
