"""What the labeller reads and what the rules found → the claims of the article.

The labeller finds more and is right more often; a rule knows what it found: its kind, its audience, whether it is negated. Where
both found one attribution, the rule's words stand unless the labeller is sure that they are the wrong ones. What the rules
alone find (titles, lines under block quotes) stays where it takes no words from the others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from articlekit.attribution.cues import verb_at
from articlekit.attribution.draft import Claimed, Range
from articlekit.attribution.engine import Spoken
from articlekit.attribution.labelling.choosing import Chooser
from articlekit.attribution.labelling.linking import Linked
from articlekit.attribution.labelling.tokens import INSIDE, MARK, OUTSIDE, Tokens
from articlekit.attribution.lexicon import HEDGES, NEGATORS
from articlekit.attribution.rules_plain import CLAIM_NOUNS
from articlekit.attribution.scene import TRIM, Scene
from articlekit.attribution.words import TAGS
from articlekit.models import CueKind

LABELLED: Final = "claim.labelled"
"""The rule's name where the labeller alone found the claim."""

NOBODY: Final = "claim.expected"
"""The rule of claims that nobody makes: *it is expected that*."""

HYPOTHETICAL: Final = frozenset(("if", "unless"))
"""Words before a source that may never speak."""

CUE: Final = 1000
"""What sharing a cue counts when partners are sought: more than any number of shared words."""


class Combiner:
    """The article's words, and its sentences where a claim finds them by their place."""

    def __init__(self, tokens: Tokens, chooser: Chooser, spoken: Iterable[Spoken]) -> None:
        self._tokens, self._chooser = tokens, chooser
        self._scenes = [one.scene for one in spoken if one.scene.field == "text"]
        self._starts = [scene.words[0].start for scene in self._scenes]

    def combined(self, linked: Sequence[Linked], claims: Sequence[Claimed]) -> list[Claimed]:
        """The claims of the article, none of which shares content with another."""
        ruled = [claim for claim in claims if claim.field == "text"]
        linked = self._joined(linked, ruled)
        owner = _owners(linked)
        partners = self._partners(owner, ruled)
        out = [claim for claim in claims if claim.field == "title"]
        taken: set[int] = set()
        for number, one in enumerate(linked):
            claim = self._labelled(one)
            if (partner := partners.get(number)) is not None:
                own = all(owner.get(i, number) == number for i in self._words(partner.content))
                claim = self._chosen(claim, partner, own_content=own)
            if claim.content and (partner or self._reports(claim)):
                out.append(claim)
                taken.update(self._words(claim.content))
        used = {id(partner) for partner in partners.values()}
        for claim in ruled:
            if id(claim) not in used and taken.isdisjoint(self._words(_runs(claim))) and claim.content:
                out.append(claim)
                taken.update(self._words(claim.content))
        return out

    def _words(self, runs: Iterable[Range]) -> Iterable[int]:
        return (i for chars in runs for i in self._tokens.within(chars))

    def _joined(self, linked: Sequence[Linked], claims: Sequence[Claimed]) -> list[Linked]:
        """Content without a cue goes to the claim that it continues: the one of which a rule says so, or the one before."""
        ruled = {i: number for number, claim in enumerate(claims) for i in self._words(claim.content)}
        numbers = [next((ruled[i] for i in _words(one) if i in ruled), None) for one in linked]
        speakers = {number: one for number, one in zip(numbers, linked, strict=True) if one.cue and number is not None}
        out: list[Linked] = []
        for number, one in zip(numbers, linked, strict=True):
            before = out[-1] if out and self._goes_on(out[-1], one) else None
            speaker = None if one.cue else before if number is None else speakers.get(number, before)
            if speaker is None:
                out.append(one)
            else:
                speaker.content = sorted([*speaker.content, *one.content], key=lambda run: run.first)
        return out

    def _goes_on(self, before: Linked, one: Linked) -> bool:
        """Whether content in quotation marks follows on other content, in the same block or at the head of the next."""
        block, last, first = self._tokens.block, before.content[-1].past - 1, one.content[0].first
        return self._tokens.quoted[first] != OUTSIDE and block[first] - block[last] <= 1

    def _partners(self, owner: dict[int, int], claims: Sequence[Claimed]) -> dict[int, Claimed]:
        """For the number of each of ``linked`` the rules' claim that shares its cue, or most words of its content."""
        shared: list[tuple[int, int, int]] = []
        for place, claim in enumerate(claims):
            votes = Counter(owner[i] for i in self._words(_runs(claim)) if i in owner)
            cue = {owner.get(i) for i in self._words([claim.cue] if claim.cue else [])}
            shared += [(-count - CUE * (number in cue), number, place) for number, count in votes.items()]
        out: dict[int, Claimed] = {}
        used: set[int] = set()
        for _, number, place in sorted(shared):
            if number not in out and place not in used:
                out[number] = claims[place]
                used.add(place)
        return out

    def _labelled(self, one: Linked) -> Claimed:
        """The claim as the labeller alone reads it."""
        tokens = self._tokens
        scene = self._scene(tokens.start[(one.cue or one.content[0]).first])
        claim = scene.claim(LABELLED, [], one.sure)
        claim.content = [chars for run in one.content if (chars := self._content(run.first, run.past))]
        if one.cue:
            claim.cue = self._trimmed(one.cue.first, one.cue.past, ":," + TRIM)
        if one.source and (words := self._trimmed(one.source.first, one.source.past, TRIM)):
            self._name(claim, words)
        claim.kind, claim.negated, claim.hedged = _manner(scene, claim.cue)
        return claim

    def _reports(self, claim: Claimed) -> bool:
        """Whether somebody really says something: there is a cue, more than little words, and no *if* before it all."""
        if claim.cue is None or all(self._tokens.text[i].lower() in TAGS for i in self._words(claim.content)):
            return False
        start = min([claim.cue, *claim.source_words])[0]
        before = bisect_left(self._tokens.start, start) - 1
        return before < 0 or self._tokens.text[before].lower() not in HYPOTHETICAL

    def _scene(self, place: int) -> Scene:
        """The sentence that holds a character."""
        return self._scenes[max(0, bisect_right(self._starts, place) - 1)]

    def _name(self, claim: Claimed, chars: Range) -> None:
        """Give a claim its source: the words of one sentence that stand in ``chars``, a date at their end left out."""
        scene = self._scene(chars[0])
        numbers = [n for n, word in enumerate(scene.words) if word.start >= chars[0] and word.end <= chars[1]]
        while numbers and scene.words[numbers[-1]].tag in "t,":
            numbers.pop()
        if numbers:
            scene.name_source(claim, (numbers[0], numbers[-1] + 1))

    def _trimmed(self, first: int, past: int, marks: str) -> Range | None:
        """The characters of words without the marks at their ends."""
        text = self._tokens.text
        while first < past and text[first] in marks:
            first += 1
        while first < past and text[past - 1] in marks:
            past -= 1
        return self._tokens.chars(first, past) if first < past else None

    def _content(self, first: int, past: int) -> Range | None:
        """The characters of a content, without *that* before it, and without the quotation marks around it."""
        text, quoted = self._tokens.text, self._tokens.quoted
        if text[first].lower() == "that" and past - first > 2:
            first += 1
        while first < past and text[past - 1] in TRIM:
            past -= 1
        if all(quoted[i] == INSIDE for i in range(first + 1, past - 1)):
            first += quoted[first] == MARK
            past -= past > first and quoted[past - 1] == MARK
        return self._trimmed(first, past, TRIM)

    def _chosen(self, claim: Claimed, rule: Claimed, *, own_content: bool) -> Claimed:
        """The rule's claim, with the labeller's words where the labeller is sure of them.

        ``own_content``: the labeller gives no word of the rule's content to another claim.
        """
        stands = self._chooser.rule_stands
        kept = own_content and stands("content", rule.content, claim.content)
        content = rule.content if kept else claim.content
        source, words = claim.source, claim.source_words
        cue = claim.cue
        if cue is None or (rule.cue and stands("cue", [rule.cue], [cue])):
            cue = rule.cue
        lost = not words or _meet(words, [*content, *([cue] if cue else [])])
        if lost or rule.rule == NOBODY or (rule.source_words and stands("source", rule.source_words, words)):
            source, words = rule.source, rule.source_words
        if _meet(words, content):
            source, words = [], []
        if cue and _meet([cue], [*content, *words]):
            cue = None
        audience = [who for who in rule.audience if not _meet([(who.start, who.end)], content)]
        return evolve(
            rule, content=content, source=source, source_words=words, cue=cue, audience=audience,
            confidence=(1 + claim.confidence) / 2,  # Two found it: benchmarks/history.md has how often they are right.
        )  # fmt: skip


def _owners(linked: Iterable[Linked]) -> dict[int, int]:
    """For each word of content or cue the number of what it belongs to."""
    return {
        i: number
        for number, one in enumerate(linked)
        for run in (*one.content, *([one.cue] if one.cue else []))
        for i in range(run.first, run.past)
    }


def _words(one: Linked) -> Iterator[int]:
    """The words of the content."""
    return (i for run in one.content for i in range(run.first, run.past))


def _runs(claim: Claimed) -> list[Range]:
    return [*claim.content, *([claim.cue] if claim.cue else [])]


def _manner(scene: Scene, cue: Range | None) -> tuple[CueKind, bool, bool]:
    """What the words of a cue say that the source did; whether they deny it, and whether they keep a distance."""
    if cue is None:
        return "statement", False, False
    places = [n for n, word in enumerate(scene.words) if word.end > cue[0] and word.start < cue[1]]
    lows = [scene.words[n].low for n in places]
    kinds: list[CueKind] = [verb.kind for n in places if (verb := verb_at(scene.words, n))]
    kinds += [CLAIM_NOUNS[low] for low in lows if low in CLAIM_NOUNS]
    return kinds[0] if kinds else "statement", not NEGATORS.isdisjoint(lows), not HEDGES.isdisjoint(lows)


def _meet(some: Iterable[Range], others: Sequence[Range]) -> bool:
    """Whether any two share a character."""
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)
