"""Clauses with *who*: where the content that they report ends, and where the main verb begins."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.addressee import find_addressee
from articlekit.attribution.english.antecedents import find_phrase_start
from articlekit.attribution.english.cues import CueMatch
from articlekit.attribution.english.lexicon import AUXILIARIES
from articlekit.attribution.english.noun_phrases import WordRange
from articlekit.attribution.english.sentence import Sentence, find_that_clause
from articlekit.attribution.english.tags import CLAUSE_BREAKS, INSERTION_MARKS, OPENS_CLAUSE, Tag
from articlekit.attribution.english.words import Word

BEFORE_MAIN_SUBJECT: Final = frozenset(",;:—–") | {
    Tag.COORDINATOR,
    Tag.SUBORDINATOR,
    Tag.TIME,
    Tag.SPEECH,
    Tag.FRAGMENT,
}
"""What precedes the subject of a clause."""

BEFORE_FURTHER_VERB: Final = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.PRONOUN})
"""Words before an auxiliary that begins no verb of its own."""

BEFORE_ACT: Final = frozenset({Tag.COMMON, Tag.NAME, Tag.OBJECT_PRONOUN, Tag.NUMBER, Tag.TIME})
"""Last words before a verb without auxiliary."""

IRREGULAR_ACTS: Final = frozenset("left died fled went came ran fell began became took got lost won".split())
"""Irregular past forms of verbs that do not report and are not nouns."""


def end_of_clause_content(sentence: Sentence, subject: WordRange, start: int, end: int) -> int:
    """Return the end of content that begins at ``start`` in a clause with *who*; else ``end``.

    It is the comma or dash that closes the clause, or the verb of the main clause: ``a man who asked to stay | told us``.
    """
    words = sentence.words
    if (who := _reporting_who(words, subject, start)) is None:
        return end
    if who and words[who - 1].tag in INSERTION_MARKS:
        return next((i for i in range(start, end) if words[i].tag == words[who - 1].tag), end)
    return find_main_verb(sentence, start, end) if _is_subject(words, who) else end


def _is_subject(words: list[Word], who: int) -> bool:
    """True if *who* stands for the subject of its sentence, whose verb follows: ``A man who``, not ``They met a man who``."""
    begins = find_phrase_start(words, who)
    return begins < who and (begins == 0 or words[begins - 1].tag in BEFORE_MAIN_SUBJECT)


def _reporting_who(words: list[Word], subject: WordRange, start: int) -> int | None:
    """Return the index of the *who* whose clause reports the content at ``start``; else None."""
    if words[subject[0]].tag == Tag.RELATIVE:
        return subject[0]
    behind = subject[1] + (subject[1] < start and words[subject[1]].tag == ",")
    opened = behind < start and words[behind].low == "who"
    return behind if opened and all(word.tag not in CLAUSE_BREAKS for word in words[behind:start]) else None


def find_main_verb(sentence: Sentence, start: int, end: int) -> int:
    """Return the index of the verb of the main clause after a clause at ``start``: ``he was lost | has been charged``; else ``end``."""
    words = sentence.words
    speaking = {cue.start for cue in sentence.cues if cue.voice == "finite" and cue.verb.form in ("past", "s")}
    verbs, clauses = int(words[start].low == "to"), 1
    for i in range(start, end):
        word, before = words[i], words[i - 1]
        if word.tag == ";":
            return end
        clauses += i > start and (
            word.tag in OPENS_CLAUSE or (word.tag == Tag.PRONOUN and before.tag not in OPENS_CLAUSE)
        )
        if (
            _is_auxiliary_verb(word, before)
            or (before.tag == Tag.PRONOUN and i > start)
            or _is_plain_verb(word, before, i in speaking)
        ):
            verbs += 1
        if verbs > clauses:
            return i
    return end


def _is_auxiliary_verb(word: Word, before: Word) -> bool:
    """True if a verb begins with an auxiliary; not ``to be`` or a single *not*."""
    return word.low in AUXILIARIES and before.tag not in BEFORE_FURTHER_VERB and before.low != "to"


def _is_plain_verb(word: Word, before: Word, speaks: bool) -> bool:
    """True if a verb without auxiliary follows its subject or a clause: ``it would flood | left``, ``it was shut | said``."""
    return (speaks or word.low in IRREGULAR_ACTS) and before.tag in BEFORE_ACT


def subject_with_clause(sentence: Sentence, cue: CueMatch) -> WordRange | None:
    """Return the subject of a main clause with its reporting clause: ``A man who said he saw it | told``; else None."""
    words = sentence.words
    for other in sentence.cues:
        subject = sentence.phrase_before(other) if other.voice == "finite" and other.start < cue.start else None
        if subject is None or words[subject[0]].tag != Tag.RELATIVE or not _is_subject(words, subject[0]):
            continue
        audience = find_addressee(sentence, other.end) if "told" in other.verb.frames else None
        begins = find_that_clause(sentence, other.end) or (audience[1] if audience else other.end)
        if begins < cue.start and find_main_verb(sentence, begins, cue.start + 1) == cue.start:
            return find_phrase_start(words, subject[0]), cue.start
    return None
