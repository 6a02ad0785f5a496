"""Where content ends: with its clause, or where the reporter or another speaker goes on."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.cues import CueMatch
from articlekit.attribution.english.lexicon import ORGANIZATIONS
from articlekit.attribution.english.noun_phrases import DAY_ADVERBS, WordRange, is_participle_like, is_period, is_role
from articlekit.attribution.english.reporting_nouns import is_other_report
from articlekit.attribution.english.sentence import CONTRASTING, OCCASIONS, Sentence
from articlekit.attribution.english.tags import COMMA_OR_SEMICOLON, COMMA_OR_SPEECH, NOUNS, QUOTATIONS, Tag
from articlekit.attribution.english.words import Word

ENDS_SUBJECT: Final = frozenset(",;") | {
    Tag.AUXILIARY,
    Tag.RELATIVE,
    Tag.PREPOSITION,
    Tag.COORDINATOR,
    Tag.SUBORDINATOR,
}
"""What ends the subject of a clause."""

NAMES_SOMEBODY: Final = frozenset({Tag.NAME, Tag.PRONOUN})
"""Words that name somebody."""

ENDS_NOUN_CONTENT: Final = frozenset(";:—–")
"""Marks that end content without a clause."""

SHOWS_CLAUSE_OR_QUOTATION: Final = frozenset(
    {Tag.AUXILIARY, Tag.RELATIVE, Tag.SPEECH, Tag.SUBORDINATOR, Tag.PRONOUN, Tag.OBJECT_PRONOUN}
)
"""Words that content which is only a noun phrase does not hold."""

COMMON_OR_NUMBER: Final = frozenset({Tag.COMMON, Tag.NUMBER})
"""Common words and numbers."""

SUMMARY_NOUNS: Final = frozenset("claim allegation accusation charge assertion argument suggestion".split())
"""Nouns with which the reporter refers back to the content: ``…, a claim that his rivals dispute``."""

REPORTER_CONTINUES: Final = frozenset(
    "but while though although whereas as even after before when because since saying adding citing noting who where until "
    "unless if".split()
)
"""Words after a comma with which the reporter goes on in his own words."""

CONTRASTING_SPEAKERS: Final = frozenset(("while", "whereas"))
"""Words before another speaker, with a comma or without."""

FUTURE_KINDS: Final = frozenset(("demand", "promise", "expectation", "belief", "warning", "threat"))
"""Kinds of cues about the future: a day at the end of the content may belong to the event."""


def find_clause_end(sentence: Sentence, start: int) -> int:
    """Return the end of content that begins at ``start``: its bracket or sentence, or the place where another speaker begins."""
    words = sentence.words
    high = _bracket_end(words, start, sentence.words_end)
    for i in range(start, min(high, sentence.words_end - 2)):
        after = words[i + 1].low, words[i + 2].low
        if words[i].tag == "," and (
            after == ("according", "to") or (after[0] in ("a", "an") and after[1] in SUMMARY_NOUNS)
        ):
            return i
        if is_other_report(words, i):
            return i - (words[i - 1].tag == ",")
    for cue in sentence.cues:
        if cue.start > start and (end := _end_before_cue(sentence, cue, start)) is not None:
            return min(end, high)
    return high


def _bracket_end(words: list[Word], start: int, high: int) -> int:
    """Return the index of the bracket that closes around ``words[start]``; ``high`` outside brackets."""
    depth = 0
    for i in range(start, high):
        depth += (words[i].tag == "(") - (words[i].tag == ")")
        if depth < 0:
            return i
    return high


def _end_before_cue(sentence: Sentence, cue: CueMatch, start: int) -> int | None:
    """Return the end of content before a cue of another claim; None if the cue belongs to the content."""
    if cue.voice == "participle":
        return _before_participle(cue, sentence.words[cue.start - 1])
    if cue.voice != "finite":
        return None
    found = (ending(sentence, cue, start) for ending in ENDINGS)
    return next((end for end in found if end is not None), None)


def _is_report(cue: CueMatch) -> bool:
    """True if a cue is a report of its own: a verb of saying in the past or the third person."""
    return cue.verb.frames[0] in ("clause", "told") and cue.verb.form in ("past", "s")


def _before_same_speaker(sentence: Sentence, cue: CueMatch, start: int) -> int | None:
    """Return the end before a further verb of the same speaker: ``…, but denied it``, ``it is over | and asks people to stay``."""
    words, before = sentence.words, sentence.words[cue.start - 1]
    if before.low not in ("and", "but"):
        return None
    last = words[cue.start - 2].tag
    past = cue.verb.form == "past" and (before.low == "but" or _is_report(cue))
    if past or (before.low == "but" and last in COMMA_OR_SPEECH) or _is_parallel(sentence, cue, start):
        return cue.start - 1 - (last == ",")
    return None


def _is_parallel(sentence: Sentence, cue: CueMatch, start: int) -> bool:
    """True if a cue has the form of the cue of the content, and the content is not about people, who could be its subject."""
    main = max((one for one in sentence.cues if one.end <= start), key=lambda one: one.end, default=None)
    if main is None or (main.verb.form, _auxiliary(sentence, main)) != (cue.verb.form, _auxiliary(sentence, cue)):
        return False
    return cue.verb.kind != "belief" and not _is_about_people(sentence.words, start)


def _auxiliary(sentence: Sentence, cue: CueMatch) -> str:
    """Return the auxiliary verb that opens a cue; empty if there is none."""
    opening = sentence.words[cue.start]
    return opening.low if opening.tag == Tag.AUXILIARY else ""


def _is_about_people(words: list[Word], start: int) -> bool:
    """True if the subject of the clause at ``start`` is a person or an organization, which a further verb may refer to."""
    end = next((i for i in range(start, len(words)) if words[i].tag in ENDS_SUBJECT), len(words))
    if words[start].tag == Tag.PRONOUN:
        return words[start].low not in ("it", "there", "this", "that")
    return any(word.tag in NAMES_SOMEBODY or is_role(word) or word.low in ORGANIZATIONS for word in words[start:end])


def _before_semicolon(sentence: Sentence, cue: CueMatch, start: int) -> int | None:
    """Return the end before the clause of another speaker after a semicolon: ``critics say it leaks; she disagrees``."""
    subject = sentence.phrase_before(cue)
    return subject[0] - 1 if subject and subject[0] - 2 > start and sentence.words[subject[0] - 1].tag == ";" else None


def _before_participle(cue: CueMatch, before: Word) -> int | None:
    """Return the start of ``…, adding that``: its comma, or the cue right after a quotation that ends in a comma."""
    if before.tag == Tag.SPEECH and _ends_in_comma(before):
        return cue.start
    speaks = cue.verb.frames[0] in ("clause", "told", "object")
    return cue.start - 1 if before.tag == "," and speaks else None


def _before_new_speaker(sentence: Sentence, cue: CueMatch, start: int) -> int | None:
    """Return the end before another speaker's clause: ``…, but the engineer said``, ``it was old | and the mayor said``."""
    words = sentence.words
    subject = sentence.phrase_before(cue)
    if subject is None or subject[0] - 2 <= start or cue.end >= sentence.words_end:
        return None
    link, last = words[subject[0] - 1], words[subject[0] - 2]
    if (link.low not in CONTRASTING and link.low not in ("and", "after")) or not _is_new_claim(
        sentence, cue, subject, start
    ):
        return None
    if last.tag in QUOTATIONS and _ends_in_comma(last):
        return subject[0] - 1
    return subject[0] - 1 - (last.tag in COMMA_OR_SEMICOLON)


def _is_new_claim(sentence: Sentence, cue: CueMatch, subject: WordRange, start: int) -> bool:
    """True if a clause after ``and`` or ``while`` is another claim, and not part of the content."""
    link, last, head = sentence.words[subject[0] - 1], sentence.words[subject[0] - 2], sentence.words[subject[1] - 1]
    if link.low == "after":
        return _is_report(cue) and last.tag == "," and head.tag in NOUNS
    if _is_report(cue) and (last.tag in COMMA_OR_SEMICOLON or (last.tag in QUOTATIONS and _ends_in_comma(last))):
        return True
    if cue.verb.kind in ("belief", "expectation") or not (head.tag == Tag.NAME or is_role(head)):
        return False
    if link.low in CONTRASTING_SPEAKERS:
        return True
    main = max((one for one in sentence.cues if one.end <= start), key=lambda one: one.end, default=None)
    alike = main is not None and main.verb.form == cue.verb.form == "past"
    return _is_report(cue) and alike and _auxiliary(sentence, cue) == ""


def _before_contrast(sentence: Sentence, cue: CueMatch, start: int) -> int | None:
    """Return the end of quoted words with a comma before a contrast: ``“…,” but she refused``."""
    subject = sentence.phrase_before(cue)
    if subject is None or subject[0] - 2 <= start or sentence.words[subject[0] - 1].low not in CONTRASTING:
        return None
    quotation = sentence.words[subject[0] - 2]
    return subject[0] - 1 if quotation.tag in QUOTATIONS and _ends_in_comma(quotation) else None


def _ends_in_comma(quotation: Word) -> bool:
    """True if a quotation has a comma before its closing mark, as in American style."""
    return quotation.text.rstrip("\"”’'»")[-1:] == ","


ENDINGS: Final = (_before_same_speaker, _before_semicolon, _before_new_speaker, _before_contrast)
"""How content ends before another report, in the order in which they are tried."""


def find_object_end(sentence: Sentence, start: int) -> int:
    """Return the end of content that is not a whole clause: before the reporter's comma or conjunction."""
    words = sentence.words
    joined = {cue.start - 1 for cue in sentence.cues if cue.voice == "finite" and cue.verb.form in ("past", "s")}
    for i in range(start + 1, sentence.words_end):
        word = words[i]
        if i in joined and word.tag == Tag.COORDINATOR:
            return i
        if word.tag in ENDS_NOUN_CONTENT or is_other_report(words, i):
            return i
        if word.low in ("even", "although", "though", "while", "whereas", "saying", "but"):
            return i
        if word.tag == "," and i + 1 < sentence.words_end:
            following = words[i + 1]
            if following.low in REPORTER_CONTINUES or following.tag == Tag.PRONOUN or following.low.endswith("ing"):
                return i
    return sentence.words_end


def end_before_day(sentence: Sentence, cue: CueMatch, start: int, end: int) -> int:
    """Return the end of an object before the day of the report: ``reported a rise in profit | on Thursday``."""
    words = sentence.words
    reported = cue.verb.form == "past" and _auxiliary(sentence, cue) == "" and cue.verb.kind not in FUTURE_KINDS
    if not reported or any(
        word.tag in SHOWS_CLAUSE_OR_QUOTATION or is_participle_like(word) for word in words[start:end]
    ):
        return end
    for size in (1, 2):
        day = end - size
        dated = words[day].tag == Tag.TIME if size == 1 else is_period(words[day:end])
        if (dated or (size == 1 and words[day].low in DAY_ADVERBS)) and day - 1 > start:
            before = day - (words[day - 1].low == "on")
            # Of ``the rule in the interview last week`` the day is the interview's.
            thing = words[before - 1].tag in NOUNS and words[before - 1].low not in OCCASIONS
            return before if thing and before > start else end
    return end


def is_noun_phrase_at(sentence: Sentence, start: int) -> bool:
    """True if a noun phrase, and not a clause, seems to begin at ``start``: ``a rise``, ``the closure of its plant``."""
    words, i = sentence.words, start + 1
    if words[start].low in ("a", "an"):
        return True
    while i < sentence.words_end and words[i].tag in COMMON_OR_NUMBER:
        i += 1
    return (
        words[start].tag == Tag.DETERMINER
        and start + 1 < i < sentence.words_end
        and words[i].low in ("of", "in", "for")
    )
