"""Rules for a reporting verb after its content: ``C, X said`` and ``C, said X``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.addressee import find_addressee
from articlekit.attribution.english.content_end import find_clause_end
from articlekit.attribution.english.cues import CueMatch
from articlekit.attribution.english.noun_phrases import WordRange
from articlekit.attribution.english.phrase_after import phrase_after
from articlekit.attribution.english.sentence import Sentence, find_that_clause, skip_adverbials
from articlekit.attribution.english.subjects import find_main_subject
from articlekit.attribution.english.tags import (
    CLAUSE_BREAKS,
    COMMA_OR_SPEECH,
    OPENS_ADVERBIAL,
    SHOWS_CLAUSE,
    Tag,
)
from articlekit.attribution.english.words import Word
from articlekit.attribution.rules.claim_rule import rule
from articlekit.attribution.sources.describe import describe_source

BEFORE_SPEAKER: Final = frozenset(",—–!?") | {Tag.SPEECH}
"""Marks between content and the speaker after it."""

BEFORE_LONE_QUOTATION: Final = frozenset(",:—–-(")
"""Marks before a quotation that is the content alone."""

OPENS_ADVERBIAL_PHRASE: Final = frozenset({Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB, Tag.TIME, Tag.COORDINATOR})
"""First words of a phrase that says when, where or why."""

ENDS_CLAUSE_ON_AUDIENCE: Final = frozenset(",;:—–") | {Tag.SPEECH}
"""What ends a clause on the addressees."""

OPENS_CONTENT: Final = frozenset(":") | {Tag.SPEECH, Tag.RELATIVE}
"""What opens content after a cue that a quotation precedes."""

OPENS_REMARK: Final = frozenset(
    {Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.PREPOSITION, Tag.ADVERB, Tag.TIME}
)
"""First words of what the reporter adds after a speaker."""

AFTER_SOURCE: Final = frozenset(",;—–") | {Tag.TIME, Tag.PREPOSITION, Tag.ADVERB}
"""What follows a source after its verb."""

SPEECH_FRAMES: Final = frozenset({"clause", "told", "quote"})
"""Frames of cues that can follow their content."""

MAX_INTERRUPTION_WORDS: Final = 8
"""Words between a cue and the comma after which the content resumes, at most."""

RESUMING_WORDS: Final = frozenset("because since to by from so until unless including".split())
"""Small words with which content goes on after the speaker: ``Prices rose, he said, because of the war``. Others, such as
``who``, ``while`` and ``after``, more often begin words of the reporter."""


def is_speech(cue: CueMatch | None) -> bool:
    """True if a cue can follow what it reports."""
    return cue is not None and cue.voice == "finite" and not SPEECH_FRAMES.isdisjoint(cue.verb.frames)


@rule(
    "claim.trailing",
    example="The north bridge will stay shut until autumn, the harbour board said on Friday.",
    near_miss="The north bridge will stay shut until autumn, which the harbour board said on Friday.",
)
def trailing(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``C, X said``, and ``C, X said, C`` if the sentence goes on."""
    if cue is None or not is_speech(cue):
        return
    subject = sentence.phrase_before(cue)
    if subject is None or subject[0] < 1 or sentence.words[subject[0]].tag == Tag.RELATIVE:
        return
    left = content_before(sentence, subject[0])
    after, audience = _after_cue(sentence, cue)
    if left is None or not _ends_report(sentence, after, sentence.words[left[1] - 1].tag == Tag.SPEECH):
        return
    right = _resumed_content(sentence, after, sentence.has_quotation(*left))
    if not sentence.has_quotation(*left) and _is_outside_content(sentence, left, right):
        return
    claim = sentence.cue_claim(
        "claim.trailing", cue, sentence.content_ranges(left, *([right] if right else [])), subject, 0.85
    )
    claim.audience = sentence.mentions_of(audience)
    if sentence.lower_text(*subject) == "it" and (body := _organization_before(sentence, left)):
        claim.sources = [evolve(claim.sources[0], antecedent=body)]
    yield claim


def _organization_before(sentence: Sentence, left: WordRange) -> CharRange | None:
    """Return the organization that is the subject of the content before *it*: ``The company expects a loss, it said``; else None."""
    subject = find_main_subject(sentence, left[1])
    if subject is None or subject[0] < left[0]:
        return None
    told = describe_source(" ".join(word.text for word in sentence.words[slice(*subject)]))
    return sentence.char_range(*subject) if told.kind == "organization" else None


def _is_outside_content(sentence: Sentence, left: WordRange, right: WordRange | None) -> bool:
    """True if the words before the speaker only say when or where it was said."""
    if right is None:
        return _is_adverbial(sentence, left)
    return sentence.has_quotation(right[0], right[0] + 1) and sentence.words[left[0]].tag in OPENS_ADVERBIAL_PHRASE


def content_before(sentence: Sentence, subject: int) -> WordRange | None:
    """Return the words before the comma in front of ``subject``; None without a comma or a quotation."""
    words = sentence.words
    before = words[subject - 1]
    end = subject if before.tag == Tag.SPEECH else subject - 1
    if before.tag not in BEFORE_SPEAKER or end <= 0:
        return None
    if before.tag == Tag.SPEECH and (end == 1 or words[end - 2].tag in BEFORE_LONE_QUOTATION):
        return end - 1, end
    start = next((i + 1 for i in range(end - 1, -1, -1) if words[i].tag == ";"), 0)
    quoted = sentence.has_quotation(start, end)
    return (start, end) if quoted or end - start >= 2 or words[start].tag == Tag.TIME else None


def _is_adverbial(sentence: Sentence, left: WordRange) -> bool:
    """True if the words only say when or where: ``On Sunday``, ``In a letter to the board``."""
    words = sentence.words[left[0] : left[1]]
    if words[0].tag not in OPENS_ADVERBIAL_PHRASE and not words[0].low.endswith("ing"):
        return False
    if words[0].tag == Tag.SUBORDINATOR and not any(word.tag == "," for word in words):
        return True
    return not any(word.tag in SHOWS_CLAUSE for word in words)


def _after_cue(sentence: Sentence, cue: CueMatch) -> tuple[int, CharRange | None]:
    """Return the index after the cue and its addressee, and the addressee."""
    at = cue.end
    if "told" in cue.verb.frames or (at < sentence.words_end and sentence.words[at].low == "to"):
        to = at + (sentence.words[at].low == "to") if at < sentence.words_end else at
        audience = find_addressee(sentence, to)
        if audience is not None:
            return _skip_relative_clause(sentence.words, audience[1], sentence.words_end), audience
    return at, None


def _skip_relative_clause(words: list[Word], at: int, high: int) -> int:
    """Return the index after a clause on the addressee: ``students | who asked``."""
    if at >= high or words[at].low not in ("who", "whose"):
        return at
    return next((i for i in range(at, high) if words[i].tag in ENDS_CLAUSE_ON_AUDIENCE), high)


def _ends_report(sentence: Sentence, at: int, quoted: bool) -> bool:
    """True if no content follows the cue."""
    words = sentence.words
    if (
        quoted
        and (at >= sentence.words_end or words[at].tag not in OPENS_CONTENT)
        and find_that_clause(sentence, at) is None
    ):
        return True
    at = skip_adverbials(sentence, at)
    if at >= sentence.words_end:
        return True
    tag = words[at].tag
    if tag in CLAUSE_BREAKS:
        return True
    return (
        tag in OPENS_ADVERBIAL
        and words[at].low not in ("how", "why", "what", "whether", "if")
        and find_that_clause(sentence, at) is None
    )


def _resumed_content(sentence: Sentence, at: int, quoted: bool) -> WordRange | None:
    """Return the content after an interruption: ``Five years ago, he said, prices fell``; else None."""
    words, high = sentence.words, sentence.words_end
    comma = next((i for i in range(at, high) if words[i].tag in COMMA_OR_SPEECH), high)
    if comma >= high:
        return None
    start = comma + (words[comma].tag == ",")
    if start >= high:
        return None
    if sentence.has_quotation(start, min(high, start + 1)):
        return start, high
    first = words[start]
    if first.low not in RESUMING_WORDS and (quoted or first.tag in OPENS_REMARK or first.low.endswith("ing")):
        return None
    if comma - at > MAX_INTERRUPTION_WORDS:
        return None
    return start, find_clause_end(sentence, start)


@rule(
    "claim.inverted",
    example="“We had no warning,” said Ilse Brandt, the minister for ports.",
    near_miss="“We had no warning,” Ilse Brandt, the minister for ports.",
)
def inverted(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``C, said X``."""
    if cue is None or not is_speech(cue) or cue.start < 1 or cue.verb.form not in ("past", "s"):
        return
    if "told" in cue.verb.frames and cue.verb.kind != "warning":
        return
    left = content_before(sentence, cue.start)
    if left is None:
        return
    source = phrase_after(sentence.words, cue.end, sentence.words_end)
    if source is None or sentence.words[source[0]].tag == Tag.NUMBER:
        return
    after = source[1]
    quoted = sentence.has_quotation(*left)
    closed = (
        after >= sentence.words_end
        or sentence.words[after].tag in AFTER_SOURCE
        or sentence.words[after].low in ("as", "when", "after", "who")
    )
    if not closed or (not quoted and (sentence.phrase_before(cue) is not None or _is_adverbial(sentence, left))):
        return
    right = _resumed_content(sentence, after, quoted)
    content = sentence.content_ranges(left, *([right] if right else []))
    yield sentence.cue_claim("claim.inverted", cue, content, source, 0.9 if quoted else 0.7)


RULES: Final = (trailing, inverted)
"""In the order in which they are tried for a cue."""
