"""Rules for attribution without a verb: ``according to``, nouns, labels, headlines, and names under a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.english import reporting_nouns
from articlekit.attribution.english.content_end import find_clause_end
from articlekit.attribution.english.cues import CueMatch
from articlekit.attribution.english.lexicon import (
    DOCUMENTS,
    ORGANIZATIONS,
    POSSESSIVE_ENDINGS,
    POSSESSIVES,
    ROLE_NOUNS,
    TITLES,
)
from articlekit.attribution.english.noun_phrases import WordRange
from articlekit.attribution.english.phrase_after import phrase_after
from articlekit.attribution.english.reporting_nouns import find_claimant
from articlekit.attribution.english.sentence import Sentence
from articlekit.attribution.english.tags import (
    BEFORE_NOUN,
    CLAUSE_MARKS,
    OPENS_CLAUSE,
    OPENS_NAME,
    QUOTATIONS,
    SHORT_NOUN_PHRASE,
    Tag,
)
from articlekit.attribution.english.words import Word
from articlekit.attribution.rules.claim_rule import rule

OPENING_WORDS: Final = frozenset(",") | {Tag.TIME, Tag.COORDINATOR}
"""What may precede a source that opens the sentence."""

ENDS_SOURCE: Final = frozenset(",:—") | {Tag.SPEECH}
"""What ends the source after ``according to``."""

WITHIN_TIME: Final = frozenset(",:-–") | {Tag.TIME, Tag.NUMBER, Tag.PREPOSITION}
"""Words and marks of a date and a time of day."""

WITHIN_LABEL: Final = frozenset("&'’.") | {Tag.NAME, Tag.DETERMINER, Tag.COMMON, Tag.PREPOSITION}
"""Words of a name, a role or a body before a colon."""

BEFORE_SIGNATURE: Final = frozenset("–—-|")
"""Marks between a headline and the paper or person after it."""

WITHIN_SIGNATURE: Final = frozenset("&") | {Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION}
"""Words of a name after a headline."""

NO_SIGNATURE: Final = frozenset({Tag.AUXILIARY, Tag.SUBORDINATOR, Tag.SPEECH})
"""Words that a name and role under a quotation do not hold."""

WORDING_NOUNS: Final = frozenset("words view opinion telling account estimation judgment judgement".split())
"""Nouns for the words of a source: ``in her view``."""

SIGNATURE_DASHES: Final = frozenset("—–-―")
"""Dashes before the name that signs a quotation."""

MAX_SIGNATURE_WORDS: Final = 16
"""Words of a signature, at most."""

MAX_LABEL_WORDS: Final = 9
"""Words before the colon of a label, at most."""

NOT_LABELS: Final = frozenset(
    "q&a live update updates analysis opinion watch video photos exclusive breaking explainer factbox timeline q a note "
    "correction editor's related read more plus also here bottom-line example result reason question answer answers "
    "source sources photo photos image credit contact tel phone email url address editor editors by address listen podcast review gallery background context "
    "published updated posted modified created filed date time "
    "storm hurricane typhoon cyclone war crisis budget election elections cup final festival scandal pandemic covid brexit climate weather "
    "strike strikes fire floods flood earthquake summit trial inquiry review recipe travel football cricket rugby tennis".split()
)
"""Words before a colon that do not name a speaker."""


@rule(
    "claim.according_to",
    example="According to the coast guard, the boat had no lights.",
    near_miss="According to plan, the boat had no lights.",
)
def according_to(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``According to X, C`` and ``C, according to X``."""
    del cue
    words = sentence.words
    for i in range(sentence.words_end - 2):
        if words[i].low != "according" or words[i + 1].low != "to":
            continue
        source = (
            (i + 2, i + 3) if words[i + 2].tag == Tag.OBJECT_PRONOUN else phrase_after(words, i + 2, sentence.words_end)
        )
        if source and _opens_sentence(words, i) and (source[1] >= sentence.words_end or words[source[1]].tag != ","):
            source = phrase_after(words, i + 2, sentence.words_end, appositive=False)
        if source is None or sentence.lower_text(*source) in ("plan", "law", "schedule", "custom"):
            continue
        content = sentence.content_ranges(*_content_around(sentence, i, source[1]))
        claim = sentence.new_claim("claim.according_to", content, 0.9)
        sentence.name_source(claim, source)
        claim.cue = sentence.char_range(i, i + 2)
        if content:
            yield claim


def _opens_sentence(words: list[Word], at: int) -> bool:
    """True if only one word, dates or conjunctions precede ``words[at]``, and no quotation."""
    return (at <= 1 and words[0].tag not in QUOTATIONS) or all(word.tag in OPENING_WORDS for word in words[:at])


def _content_around(sentence: Sentence, at: int, after: int) -> list[WordRange]:
    """Return the content of ``according to X``: the words before it, else those after it, or both if it interrupts them."""
    words = sentence.words
    opens = _opens_sentence(words, at)
    before = [] if opens else [(0, at)]
    while after < sentence.words_end and words[after].tag not in ENDS_SOURCE:
        after += 1
    resumes = after + 1 < sentence.words_end and (opens or _interrupts(words[at - 1], words[after + 1]))
    return before + (
        [(after, find_clause_end(sentence, after + 1))]
        if resumes or (not before and after < sentence.words_end)
        else []
    )


def _interrupts(before: Word, after: Word) -> bool:
    """True if the content goes on after its source: after a comma, and a quotation with a quotation."""
    return after.tag in QUOTATIONS if before.tag in QUOTATIONS else before.tag == "," and after.tag not in OPENS_CLAUSE


@rule(
    "claim.in_words_of",
    example="In Holt's words, the pier is rotten from end to end.",
    near_miss="In other words, the pier is rotten from end to end.",
)
def in_words_of(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``In X's words, C``, ``C, in her view``, ``in the words of X``."""
    del cue
    words = sentence.words
    for i in range(sentence.words_end - 2):
        if words[i].low != "in" or (found := _whose_words(sentence, i)) is None:
            continue
        source, end = found
        claim = sentence.new_claim(
            "claim.in_words_of", sentence.content_ranges(*_content_around(sentence, i, end)), 0.8
        )
        sentence.name_source(claim, source)
        if claim.content:
            yield claim


def _whose_words(sentence: Sentence, at: int) -> tuple[WordRange, int] | None:
    """Return the source of ``in X's words`` at ``at``, and the index after it; else None."""
    words, high = sentence.words, sentence.words_end
    if [word.low for word in words[at + 1 : at + 4]] == ["the", "words", "of"]:
        source = phrase_after(words, at + 4, high)
        return (source, source[1]) if source else None
    for i in range(at + 1, min(high - 1, at + 7)):
        owner = words[i].low in POSSESSIVES or words[i].low.endswith(POSSESSIVE_ENDINGS)
        noun = i + 1 + (words[i + 1].low == "own")
        if owner and noun < high and words[noun].low in WORDING_NOUNS:
            return (at + 1, i + 1), noun + 1
        if words[i].tag not in SHORT_NOUN_PHRASE:
            return None
    return None


@rule(
    "claim.noun",
    example="Brandt's claim that the pier is safe did not convince the divers.",
    near_miss="The claim that the pier is safe did not convince the divers.",
)
def noun(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``her claim that C``, ``claims from traders that C``."""
    del cue
    words = sentence.words
    for i in range(sentence.words_end - 2):
        kind = reporting_nouns.CLAIM_NOUNS.get(words[i].low)
        if kind is None or (i and words[i].tag != Tag.COMMON) or (found := find_claimant(sentence.words, i)) is None:
            continue
        owner, begins = found
        opens = all(word.tag in BEFORE_NOUN for word in words[:i])
        end = _noun_end(sentence, begins) if opens or begins == i + 2 else find_clause_end(sentence, begins)
        claim = sentence.new_claim("claim.noun", sentence.content_ranges((begins, end)), 0.5)
        claim.kind = kind
        sentence.name_source(claim, owner).cue = sentence.char_range(i, i + 1)
        if claim.content:
            yield claim


def _noun_end(sentence: Sentence, start: int) -> int:
    """Return the end of the clause of a noun: a mark, or the verb of which the noun is the subject."""
    words, verbs = sentence.words, 0
    for i in range(start, sentence.words_end):
        opens_verb = words[i].tag == Tag.AUXILIARY and words[i - 1].tag != Tag.AUXILIARY
        verbs += opens_verb
        if words[i].tag in CLAUSE_MARKS or (opens_verb and verbs > 1):
            return i
        if words[i].tag in OPENS_CLAUSE:  # Another clause: it may have verbs of its own.
            verbs = -sentence.words_end
    return sentence.words_end


@rule(
    "claim.label",
    example="Minister: The tunnel will be dug by hand if it must be.",
    near_miss="Note: The tunnel will be dug by hand if it must be.",
)
def label(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``Minister: C``: a name or a role, a colon, and the content."""
    del cue
    words = sentence.words
    colon = next((i for i in range(min(MAX_LABEL_WORDS + 1, sentence.words_end)) if words[i].tag == ":"), None)
    if not colon or colon + 1 >= sentence.words_end or sentence.block_kind == "title":
        return
    if any(verb.start < colon for verb in sentence.cues):  # A clause of its own: ``The mayor said: …``.
        return
    if all(
        word.tag in WITHIN_TIME for word in words[colon + 1 : sentence.words_end]
    ):  # A time: ``UPDATED: 2 January, 10:15``.
        return
    quoted = sentence.has_quotation(colon + 1, colon + 2)
    if sentence.block_kind == "list_item" and not quoted:  # What it lists: ``Lunch: a sandwich``.
        return
    party = next((i for i in range(colon) if words[i].tag == "("), colon) if words[colon - 1].tag == ")" else colon
    one_name = quoted and party == 1 and words[0].tag == Tag.NAME and words[0].low not in NOT_LABELS
    if (sentence.opens_block or quoted) and (one_name or _names_speaker(sentence, 0, party)):
        claim = sentence.new_claim("claim.label", sentence.content_ranges((colon + 1, sentence.words_end)), 0.7)
        yield sentence.name_source(claim, (0, colon))


def _names_speaker(sentence: Sentence, start: int, end: int, *, known_only: bool = False) -> bool:
    """True if the words are only a name, a role or an organization; with ``known_only`` a name must be an acronym."""
    words = sentence.words[start:end]
    if not words or any(word.tag not in WITHIN_LABEL for word in words) or any(w.low in NOT_LABELS for w in words):
        return False
    known = ROLE_NOUNS | ORGANIZATIONS | DOCUMENTS | TITLES
    caps = all(word.tag == Tag.NAME for word in words)
    role = any(word.low in known or word.low.rstrip("s") in ROLE_NOUNS for word in words)
    acronym = caps and words[0].text.isupper() and len(words[0].text) > 1
    return role or acronym or (caps and 2 <= len(words) <= 3 and not known_only)


@rule(
    "claim.headline",
    example="# Old Pier to Close for Good – Harbour Courier\n\nThe pier is old.",
    near_miss="# Old Pier to Close for Good – and Soon\n\nThe pier is old.",
)
def headline(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``C – X``, ``X: C``, ``C: X`` in a headline."""
    del cue
    if sentence.block_kind != "title":
        return
    words, high = sentence.words, sentence.words_end
    for i in range(high - 1, 0, -1):
        if words[i].tag in BEFORE_SIGNATURE and i + 1 < high and high - i <= 6 and _is_signature(sentence, i + 1):
            yield _headline_claim(sentence, (i + 1, high), (0, i))
            return
    colon = next((i for i in range(1, high - 1) if words[i].tag == ":"), None)
    if colon is None:
        yield from _quoted_plan(sentence)
        return
    if colon <= 4 and (_names_speaker(sentence, 0, colon) or (colon == 1 and sentence.has_quotation(colon, high))):
        yield _headline_claim(sentence, (0, colon), (colon + 1, high))
    elif high - colon <= 4 and _names_speaker(sentence, colon + 1, high, known_only=True):
        yield _headline_claim(sentence, (colon + 1, high), (0, colon))


def _quoted_plan(sentence: Sentence) -> Iterator[ClaimDraft]:
    """Yield ``X ‘to quit’``: the source of the quotation is not in the headline."""
    if any(word.tag in QUOTATIONS and word.text[1:4] == "to " for word in sentence.words[1:]):
        claim = sentence.new_claim(
            "claim.headline", sentence.content_ranges((0, sentence.words_end)), 0.5, "expectation"
        )
        claim.hedged = True
        yield claim


def _is_signature(sentence: Sentence, start: int) -> bool:
    """True if the words after a dash are a name: capitals, with an organization, a role or an acronym among them."""
    words = sentence.words[start : sentence.words_end]
    if any(word.tag not in WITHIN_SIGNATURE for word in words) or not any(word.tag == Tag.NAME for word in words):
        return sentence.words_end - start <= 3 and any(
            word.low in ROLE_NOUNS | ORGANIZATIONS | DOCUMENTS for word in words
        )
    known = any(w.low in ORGANIZATIONS | ROLE_NOUNS | DOCUMENTS or w.low.rstrip("s") in ROLE_NOUNS for w in words)
    acronym = len(words) == 1 and words[0].text.isupper()
    return known or acronym or (words[0].low == "the") or (len(words) == 1 and words[0].tag == Tag.NAME)


def _headline_claim(sentence: Sentence, source: WordRange, content: WordRange) -> ClaimDraft:
    claim = sentence.new_claim("claim.headline", sentence.content_ranges(content), 0.8)
    sentence.name_source(claim, source)
    return claim


@rule(
    "claim.signed",
    example="“The harbour is not for sale.” — Commissioner Asa Holt",
    near_miss="“The harbour is not for sale.” — Commissioner Asa Holt was there",
)
def signed(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``“C” — X``: a quotation with only a name after a dash, perhaps with age, place or role."""
    del cue
    words, high = sentence.words, sentence.words_end
    if high < 3 or words[0].tag != Tag.SPEECH or words[1].tag not in SIGNATURE_DASHES:
        return
    start = next((i for i in range(2, high) if words[i].tag not in SIGNATURE_DASHES), high)
    if (signer := find_signer(sentence, start)) is not None:
        claim = sentence.new_claim("claim.signed", sentence.content_ranges((0, 1)), 0.85)
        yield sentence.name_source(claim, signer)


def find_signer(sentence: Sentence, start: int) -> WordRange | None:
    """Return the name and role at ``start``, if only age and place follow in the sentence, and no clause; else None."""
    words, high = sentence.words, sentence.words_end
    if not 0 < high - start <= MAX_SIGNATURE_WORDS or words[start].tag not in OPENS_NAME:
        return None
    if any(word.tag in NO_SIGNATURE for word in words[start:high]) or any(cue.start >= start for cue in sentence.cues):
        return None
    commas = [i for i in range(start + 1, high - 1) if words[i].tag == ","]
    ends = [i for n, i in enumerate(commas) if n or words[i + 1].tag == Tag.NUMBER]
    return start, min(ends, default=high)


RULES: Final = (according_to, in_words_of, noun, label, headline, signed)
"""Each is run once for a sentence."""
