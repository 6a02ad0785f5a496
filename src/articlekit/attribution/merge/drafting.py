"""What the labeller found → a claim in the making, as it alone reads it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.cues import asks_for, is_undone, verb_at
from articlekit.attribution.english.lexicon import BE, HEDGES
from articlekit.attribution.english.nouns import CLAIM_NOUNS
from articlekit.attribution.english.phrases import is_period, looks_verbal
from articlekit.attribution.english.scene import TRIM, Scene
from articlekit.attribution.english.verbs import SINGLE
from articlekit.attribution.english.words import CONTRACTION, Word, is_clock
from articlekit.attribution.labeller.decode import Run
from articlekit.attribution.labeller.linking import LinkedRuns
from articlekit.attribution.labeller.tokens import INSIDE, MARK, Tokens
from articlekit.attribution.rules.engine import Spoken
from articlekit.models import CueKind

LABELLED: Final = "claim.labelled"
"""The rule's name where the labeller alone found the claim."""

JOINING: Final = frozenset(("and", "but"))
"""Words behind which the same speaker reports once more: ``says it is over but warns``. They end no content."""

RELATIVE: Final = frozenset("which who whom whose".split())
"""Words that open a clause on what stands before them, and end no content."""

LOOSE: Final = ",ICX"
"""Tags of words that end no source: prepositions, conjunctions, the verb of ``she's``."""


class Drafter:
    """Makes claims of runs of words; it finds the sentence of each by its place."""

    def __init__(self, tokens: Tokens, spoken: Iterable[Spoken]) -> None:
        self._tokens = tokens
        self._scenes = [one.scene for one in spoken if one.scene.field == "text"]
        self._starts = [scene.words[0].start for scene in self._scenes]

    def draft(self, one: LinkedRuns) -> ClaimDraft:
        """The claim: without content where only marks were found."""
        tokens = self._tokens
        scene = self._scene(tokens.start[(one.cue or one.content[0]).first])
        claim = scene.claim(LABELLED, [], one.chance)
        claim.content = [chars for run in one.content if (chars := self._content(run.first, run.end))]
        if one.cue and (words := self._trimmed(one.cue.first, one.cue.end)):
            claim.cue = self._leaning(one.cue.first) or words[0], words[1]
        if one.source and not self._undergoes(one) and (words := self._trimmed(one.source.first, one.source.end)):
            self._name(claim, words)
        claim.kind, claim.negated, claim.hedged = _manner(scene, claim.cue)
        return claim

    def _leaning(self, first: int) -> int | None:
        """Where the auxiliary verb of a cue begins that leans on the pronoun before: ``he | ’s claiming``."""
        before = first - 1
        if before < 0 or self._tokens.block[before] != self._tokens.block[first]:
            return None
        contracted = CONTRACTION.match(self._tokens.text[before])
        return self._tokens.start[before] + contracted.end() if contracted else None

    def _undergoes(self, one: LinkedRuns) -> bool:
        """Whether what stands before the cue is no source but the one to whom it is done: ``Keane was dismissed for``."""
        if one.cue is None or one.source is None:
            return False
        if one.source.first > one.cue.first:
            return self._opens_with_participle(one.cue)
        lows = [word.lower() for word in self._tokens.text[one.cue.first : one.cue.end]]
        done = next((i for i, low in enumerate(lows) if low in SINGLE and SINGLE[low].form in ("past", "part")), 0)
        return (
            not BE.isdisjoint(lows[:done]) and SINGLE[lows[done]].frames[0] in ("object", "told") and "as" not in lows
        )

    def _opens_with_participle(self, cue: Run) -> bool:
        """Whether a cue begins the sentence with what is done to whoever follows: ``Asked about the report, Holt``."""
        verb = SINGLE.get(self._tokens.text[cue.first].lower())
        done = verb is not None and verb.form in ("past", "part") and "told" in verb.frames
        return done and self._tokens.text[cue.first][0].isupper()

    def _scene(self, place: int) -> Scene:
        """The sentence that holds a character."""
        return self._scenes[max(0, bisect_right(self._starts, place) - 1)]

    def _name(self, claim: ClaimDraft, chars: CharRange) -> None:
        """Give a claim its source: the words of one sentence in ``chars``, without loose words at either end."""
        scene = self._scene(chars[0])
        words = scene.words
        numbers = [n for n, word in enumerate(words) if word.start >= chars[0] and word.end <= chars[1]]
        if not numbers:
            return
        first, past = numbers[0], numbers[-1] + 1
        if words[first].tag == "W":
            past = first + 1  # ``who asked not to be named``
        if past - first > 1 and is_clock(words[first].text):
            first += 1
        scene.name_source(claim, (first, _source_end(words, first, past)))

    def _content(self, first: int, past: int) -> CharRange | None:
        """The characters of a content, without *that* before it, *and* behind it, and the quotation marks around it."""
        text, quoted = self._tokens.text, self._tokens.quoted
        if text[first].lower() == "that" and past - first > 2:
            first += 1
        while first < past and (text[past - 1] in TRIM or text[past - 1].lower() in JOINING):
            past -= 1
        while past - first > 1 and (text[past - 1] in TRIM or text[past - 1].lower() in RELATIVE):
            past -= 1
        if all(quoted[i] == INSIDE for i in range(first + 1, past - 1)):
            first += quoted[first] == MARK
            past -= past > first and quoted[past - 1] == MARK
        return self._trimmed(first, past)

    def _trimmed(self, first: int, past: int) -> CharRange | None:
        """The characters of words without the marks at their ends."""
        text = self._tokens.text
        while first < past and text[first] in TRIM:
            first += 1
        while first < past and text[past - 1] in TRIM:
            past -= 1
        return self._tokens.char_range(first, past) if first < past else None


def _source_end(words: list[Word], first: int, past: int) -> int:
    """Where a source ends: before loose words, and before the date of the verb behind it: ``Holt | on Friday``."""
    while past - first > 1:
        loose_who = words[past - 1].tag == "W" and words[past - 2].tag != "I"  # but ``many of whom``
        if words[past - 1].tag in LOOSE or loose_who:
            past -= 1
        elif (dated := _date_length(words, first, past)) and not _is_told_of(words, first, past - dated):
            past -= dated
        else:
            break
    return past


def _date_length(words: list[Word], first: int, past: int) -> int:
    """How many words at the end of a source tell when."""
    if words[past - 1].tag == "t" or words[past - 1].low in ("this", "last"):
        return 1
    dated = past - first > 2 and is_period(words[past - 2 : past]) and words[past - 3].tag in "N,"
    return 2 if dated else 0


def _is_told_of(words: list[Word], first: int, date: int) -> bool:
    """Whether a date belongs to what a source tells of itself: ``the mayor since 2019``, ``who left on Monday``, ``a poll published in May``."""
    while date > first and words[date - 1].tag == "I":
        date -= 1
    told = any(word.tag in ",W" or looks_verbal(word) for word in words[first:date])
    return told and words[date - 1].tag not in ",W"


def _manner(scene: Scene, cue: CharRange | None) -> tuple[CueKind, bool, bool]:
    """What the words of a cue say that the source did; whether they deny it, and whether they keep a distance."""
    if cue is None:
        return "statement", False, False
    places = [n for n, word in enumerate(scene.words) if word.end > cue[0] and word.start < cue[1]]
    lows = [scene.words[n].low for n in places]
    verbs = [(verb.kind, n) for n in places if (verb := verb_at(scene.words, n))]
    kinds: list[CueKind] = ["demand" if kind == "question" and asks_for(scene.words, n) else kind for kind, n in verbs]
    kinds += [CLAIM_NOUNS[low] for low in lows if low in CLAIM_NOUNS]
    return kinds[0] if kinds else "statement", is_undone(lows), not HEDGES.isdisjoint(lows)
