"""Claim drafts of what the labeller alone reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.cues import asks_for_action, is_undone, verb_at
from articlekit.attribution.english.lexicon import BE_FORMS, HEDGES
from articlekit.attribution.english.noun_phrases import is_participle_like, is_period
from articlekit.attribution.english.reporting_nouns import CLAIM_NOUNS
from articlekit.attribution.english.reporting_verbs import SINGLE_VERBS
from articlekit.attribution.english.sentence import TRIMMED_MARKS, Sentence
from articlekit.attribution.english.tags import Tag
from articlekit.attribution.english.words import CONTRACTED_PRONOUN, Word, is_clock
from articlekit.attribution.labeller.decode import Run
from articlekit.attribution.labeller.linking import LinkedRuns
from articlekit.attribution.labeller.tokens import INSIDE, MARK, Tokens
from articlekit.attribution.rules.engine import SentenceReading
from articlekit.models import CueKind

COMMA_OR_RELATIVE: Final = frozenset(",") | {Tag.RELATIVE}
"""What begins a description after a source."""

NAME_OR_COMMA: Final = frozenset(",") | {Tag.NAME}
"""Last words before a date that dates the source's verb."""

LABELLED_RULE: Final = "claim.labelled"
"""The rule name of a claim that only the labeller found."""

CONJUNCTIONS: Final = frozenset(("and", "but"))
"""Words after which the same speaker reports again: ``says it is over but warns``. Content does not end with them."""

RELATIVE_PRONOUNS: Final = frozenset("which who whom whose".split())
"""Words that open a clause on the words before them. Content does not end with them."""

LOOSE: Final = frozenset(",") | {Tag.PREPOSITION, Tag.COORDINATOR, Tag.AUXILIARY}
"""Tags of words with which a source does not end: commas, prepositions, conjunctions, the verb of ``she's``."""


class LabelDrafter:
    """Makes claim drafts of linked runs of words."""

    def __init__(self, tokens: Tokens, sentences: Iterable[SentenceReading]) -> None:
        self._tokens = tokens
        self._scenes = [one.sentence for one in sentences if one.sentence.field == "text"]
        self._starts = [sentence.words[0].start for sentence in self._scenes]

    def draft(self, one: LinkedRuns) -> ClaimDraft:
        """Return the draft of a claim. It has no content if the labelled content is only punctuation."""
        tokens = self._tokens
        sentence = self._sentence_at(tokens.start[(one.cue or one.content[0]).first])
        claim = sentence.new_claim(LABELLED_RULE, [], one.chance)
        claim.content = [chars for run in one.content if (chars := self._content(run.first, run.end))]
        if one.cue and (words := self._trimmed(one.cue.first, one.cue.end)):
            claim.cue = self._contraction_start(one.cue.first) or words[0], words[1]
        if one.source and not self._is_object(one) and (words := self._trimmed(one.source.first, one.source.end)):
            self._add_source(claim, words)
        claim.kind, claim.negated, claim.hedged = _read_cue(sentence, claim.cue)
        return claim

    def _contraction_start(self, first: int) -> int | None:
        """Return where the auxiliary verb of a cue begins in the contraction before it: ``he | ’s claiming``; None without one."""
        before = first - 1
        if before < 0 or self._tokens.block[before] != self._tokens.block[first]:
            return None
        contracted = CONTRACTED_PRONOUN.match(self._tokens.text[before])
        return self._tokens.start[before] + contracted.end() if contracted else None

    def _is_object(self, one: LinkedRuns) -> bool:
        """True if the labelled source is the object of the cue and not a source: ``Keane was dismissed for``."""
        if one.cue is None or one.source is None:
            return False
        if one.source.first > one.cue.first:
            return self._opens_with_participle(one.cue)
        lows = [word.lower() for word in self._tokens.text[one.cue.first : one.cue.end]]
        done = next(
            (i for i, low in enumerate(lows) if low in SINGLE_VERBS and SINGLE_VERBS[low].form in ("past", "part")), 0
        )
        return (
            not BE_FORMS.isdisjoint(lows[:done])
            and SINGLE_VERBS[lows[done]].frames[0] in ("object", "told")
            and "as" not in lows
        )

    def _opens_with_participle(self, cue: Run) -> bool:
        """True if a passive participle opens the sentence and its subject follows: ``Asked about the report, Holt``."""
        verb = SINGLE_VERBS.get(self._tokens.text[cue.first].lower())
        done = verb is not None and verb.form in ("past", "part") and "told" in verb.frames
        return done and self._tokens.text[cue.first][0].isupper()

    def _sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds a character."""
        return self._scenes[max(0, bisect_right(self._starts, offset) - 1)]

    def _add_source(self, claim: ClaimDraft, chars: CharRange) -> None:
        """Add the source to a claim: the words in ``chars``, as far as one sentence goes, without loose words at their ends."""
        sentence = self._sentence_at(chars[0])
        words = sentence.words
        numbers = [n for n, word in enumerate(words) if word.start >= chars[0] and word.end <= chars[1]]
        if not numbers:
            return
        first, end = numbers[0], numbers[-1] + 1
        if words[first].tag == Tag.RELATIVE:
            end = first + 1  # ``who asked not to be named``
        if end - first > 1 and is_clock(words[first].text):
            first += 1
        sentence.name_source(claim, (first, _source_end(words, first, end)))

    def _content(self, first: int, end: int) -> CharRange | None:
        """Return the characters of content, without an opening *that*, a closing *and*, and the quotation marks around it."""
        text, quoted = self._tokens.text, self._tokens.quoted
        if text[first].lower() == "that" and end - first > 2:
            first += 1
        while first < end and (text[end - 1] in TRIMMED_MARKS or text[end - 1].lower() in CONJUNCTIONS):
            end -= 1
        while end - first > 1 and (text[end - 1] in TRIMMED_MARKS or text[end - 1].lower() in RELATIVE_PRONOUNS):
            end -= 1
        if all(quoted[i] == INSIDE for i in range(first + 1, end - 1)):
            first += quoted[first] == MARK
            end -= end > first and quoted[end - 1] == MARK
        return self._trimmed(first, end)

    def _trimmed(self, first: int, end: int) -> CharRange | None:
        """Return the characters of words, without the punctuation at their ends; None if they are only punctuation."""
        text = self._tokens.text
        while first < end and text[first] in TRIMMED_MARKS:
            first += 1
        while first < end and text[end - 1] in TRIMMED_MARKS:
            end -= 1
        return self._tokens.char_range(first, end) if first < end else None


def _source_end(words: list[Word], first: int, end: int) -> int:
    """Return where a source ends: before loose words, and before a date that belongs to the verb: ``Holt | on Friday``."""
    while end - first > 1:
        loose_who = words[end - 1].tag == Tag.RELATIVE and words[end - 2].tag != Tag.PREPOSITION  # but ``many of whom``
        if words[end - 1].tag in LOOSE or loose_who:
            end -= 1
        elif (dated := _date_length(words, first, end)) and not _dates_source(words, first, end - dated):
            end -= dated
        else:
            break
    return end


def _date_length(words: list[Word], first: int, end: int) -> int:
    """Return how many words at the end of a source are a date."""
    if words[end - 1].tag == Tag.TIME or words[end - 1].low in ("this", "last"):
        return 1
    dated = end - first > 2 and is_period(words[end - 2 : end]) and words[end - 3].tag in NAME_OR_COMMA
    return 2 if dated else 0


def _dates_source(words: list[Word], first: int, date: int) -> bool:
    """True if a date belongs to the source: ``the mayor since 2019``, ``who left on Monday``, ``a poll published in May``."""
    while date > first and words[date - 1].tag == Tag.PREPOSITION:
        date -= 1
    described = any(word.tag in COMMA_OR_RELATIVE or is_participle_like(word) for word in words[first:date])
    return described and words[date - 1].tag not in COMMA_OR_RELATIVE


def _read_cue(sentence: Sentence, cue: CharRange | None) -> tuple[CueKind, bool, bool]:
    """Return the kind of a cue, whether it is negated, and whether the reporter hedges it."""
    if cue is None:
        return "statement", False, False
    places = [n for n, word in enumerate(sentence.words) if word.end > cue[0] and word.start < cue[1]]
    lows = [sentence.words[n].low for n in places]
    verbs = [(verb.kind, n) for n in places if (verb := verb_at(sentence.words, n))]
    kinds: list[CueKind] = [
        "demand" if kind == "question" and asks_for_action(sentence.words, n) else kind for kind, n in verbs
    ]
    kinds += [CLAIM_NOUNS[low] for low in lows if low in CLAIM_NOUNS]
    return kinds[0] if kinds else "statement", is_undone(lows), not HEDGES.isdisjoint(lows)
