"""What the labeller reads and what the rules found → the claims of the article.

The labeller finds more and is right more often. A rule knows what it found: its kind, its audience, whether it is negated. If both
found the same claim, the rule's words win unless the labeller is sure that they are wrong. A claim that only a rule found (in a
title, under a block quote) stays if it takes no words from other claims, and the labeller does not deny its cue or its source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.content_start import BACK_REFERENCES
from articlekit.attribution.english.lexicon import AUXILIARIES
from articlekit.attribution.english.words import CLOSED_CLASS_TAGS
from articlekit.attribution.labeller.linking import LinkedRuns
from articlekit.attribution.merge.arbiter import Arbiter, ClaimMerger
from articlekit.attribution.merge.label_drafts import (
    CONJUNCTIONS,
    LABELLED_RULE,
    RELATIVE_PRONOUNS,
    LabelDrafter,
)
from articlekit.attribution.merge.stray_content import join_stray_content

EMPTY_WORDS: Final = frozenset(CLOSED_CLASS_TAGS) | BACK_REFERENCES
"""Words that alone are not content: ``Holt said | so``."""

RULE_ONLY_CUE: Final = "according"
"""A cue that the rules find whenever a source follows it, so the labeller alone is wrong: ``It went according | to plan``."""

HYPOTHETICAL: Final = frozenset(("if", "unless"))
"""Words before a source that may never speak: ``if | Holt says no``."""

SHARED_CUE_VOTES: Final = 1000
"""How many shared words of content a shared cue outweighs when two drafts of one claim are paired."""


class ReadingMerger:
    """Merges the claims that the rules found with the cues, sources and contents that the labeller linked."""

    def __init__(self, arbiter: Arbiter, drafter: LabelDrafter, rule_claims: Sequence[ClaimDraft]) -> None:
        self._tokens, self._trust = arbiter.tokens, arbiter.trust
        self._arbiter, self._drafter = arbiter, drafter
        self._title_claims = [claim for claim in rule_claims if claim.field == "title"]
        self._rule_claims = [claim for claim in rule_claims if claim.field == "text"]
        self._merger = ClaimMerger(arbiter, [claim.cue for claim in self._rule_claims if claim.cue])

    def merge(self, linked: Sequence[LinkedRuns]) -> list[ClaimDraft]:
        """Return the claims of the article, none of which shares content with another."""
        linked = join_stray_content(self._tokens, linked, self._rule_claims, self._trust)
        owner = _attribution_of_each_word(linked)
        paired = self._pair(linked, owner)
        found: list[ClaimDraft] = []
        for number, one in enumerate(linked):
            claim, ruled = self._drafter.draft(one), paired.get(number)
            if ruled is not None:
                claim = self._merger.merge(claim, ruled, self._inner_reports(ruled, number, linked, owner))
            if claim.content and (ruled or self._is_report(claim)):
                found.append(claim)
        affirmed, doubtful = self._unpaired(paired.values())
        return self._title_claims + self._without_nested([*sorted([*found, *affirmed], key=_priority), *doubtful])

    def _unpaired(self, paired: Iterable[ClaimDraft]) -> tuple[list[ClaimDraft], list[ClaimDraft]]:
        """Return the rule claims without a partner that the labeller does not deny: those whose cue it affirms, and the others."""
        used = {id(claim) for claim in paired}
        alone = [claim for claim in self._rule_claims if id(claim) not in used and claim.content]
        kept = [claim for claim in alone if not self._arbiter.denies_claim(claim)]
        affirmed = [claim for claim in kept if self._arbiter.affirms_cue(claim)]
        return affirmed, [claim for claim in kept if not self._arbiter.affirms_cue(claim)]

    def _without_nested(self, claims: Iterable[ClaimDraft]) -> list[ClaimDraft]:
        """Return the claims without those that share a word with the content of a claim before them."""
        taken: set[int] = set()
        out: list[ClaimDraft] = []
        for claim in claims:
            if taken.isdisjoint(self._words(_content_and_cue(claim))):
                out.append(claim)
                taken.update(self._words(claim.content))
        return out

    def _words(self, ranges: Iterable[CharRange]) -> Iterator[int]:
        return (i for chars in ranges for i in self._tokens.words_in(chars))

    def _pair(self, linked: Sequence[LinkedRuns], owner: dict[int, int]) -> dict[int, ClaimDraft]:
        """Return for the index of a linked attribution the rule's claim that shares its cue, or else most words of its content."""
        votes: list[tuple[int, int, int]] = []
        for index, claim in enumerate(self._rule_claims):
            shared = Counter(owner[i] for i in self._words(_content_and_cue(claim)) if i in owner)
            cue = set(self._words([claim.cue] if claim.cue else []))
            votes += [
                (-count - SHARED_CUE_VOTES * _has_cue(linked[number], cue), number, index)
                for number, count in shared.items()
                if not _reports_cue(linked[number], cue) and not self._reports_report(claim, cue, linked[number])
            ]
        out: dict[int, ClaimDraft] = {}
        used: set[int] = set()
        for _, number, index in sorted(votes):
            if number not in out and index not in used:
                out[number] = self._rule_claims[index]
                used.add(index)
        return out

    def _reports_report(self, claim: ClaimDraft, cue: Collection[int], one: LinkedRuns) -> bool:
        """True if a rule's claim reports the linked attribution, so that they are two: ``Brandt warned that Holt may refuse to go``.

        That takes a cue of the claim, *warned*, which the labeller affirms, and a linked cue, *refuse*, in its content.
        """
        if one.cue is None or _has_cue(one, cue):
            return False
        start = self._tokens.start[one.cue.first]
        return any(first <= start < end for first, end in claim.content) and self._arbiter.affirms_cue(claim)

    def _is_report(self, claim: ClaimDraft) -> bool:
        """True if a claim that only the labeller found really reports: it has a cue and more than empty words, and is no hypothesis."""
        text = self._tokens.text
        if claim.cue is None or (not claim.sources and claim.confidence < self._trust.min_claim_chance):
            return False
        if all(text[i].lower() in EMPTY_WORDS for i in self._words(claim.content)):
            return False
        if any(text[i].lower() == RULE_ONLY_CUE for i in self._words([claim.cue])):
            return False
        start = min([claim.cue, *claim.source_ranges])[0]
        before = bisect_left(self._tokens.start, start) - 1
        return before < 0 or text[before].lower() not in HYPOTHETICAL

    def _inner_reports(
        self, ruled: ClaimDraft, number: int, linked: Sequence[LinkedRuns], owner: dict[int, int]
    ) -> list[LinkedRuns]:
        """Return the other attributions that the labeller reads in the content of the claim paired with ``linked[number]``."""
        inside = {owner[i] for i in self._words(ruled.content) if i in owner} - {number}
        if not inside:
            return []
        ends = {run.end for run in linked[number].content}
        inserted = self._inserted_clause(ruled)
        return [linked[other] for other in inside if not self._is_part(linked[other], ends, inserted)]

    def _is_part(self, other: LinkedRuns, ends: Collection[int], inserted: range) -> bool:
        """True if ``other`` is a part of what is reported, and not another report.

        Its cue follows right on the labelled content, at one of its ``ends``: what the labeller took for the content is only the
        subject. Or it is in a clause that is ``inserted`` in the content.
        """
        if other.cue is None:
            return False
        at = other.cue.first
        return (at in ends and self._tokens.text[at - 1].lower() not in CONJUNCTIONS) or at in inserted

    def _inserted_clause(self, ruled: ClaimDraft) -> range:
        """Return the words between commas in a rule's content: ``the law, which | Holt calls a triumph |, will fail``."""
        text, inside = self._tokens.text, list(self._words(ruled.content))
        opened = next((i for i in inside if text[i - 1] == "," and text[i].lower() in RELATIVE_PRONOUNS), None)
        closed = (i for i in reversed(inside[:-1]) if text[i] == "," and text[i + 1].lower() in AUXILIARIES)
        return range(0) if opened is None else range(opened + 1, next(closed, 0))


def _priority(claim: ClaimDraft) -> tuple[bool, int]:
    """Return the order in which claims take words that two want: a rule's claims first, then the longer, which holds the shorter."""
    return claim.rule == LABELLED_RULE, -sum(end - start for start, end in claim.content)


def _has_cue(one: LinkedRuns, cue: Collection[int]) -> bool:
    return one.cue is not None and any(one.cue.first <= i < one.cue.end for i in cue)


def _reports_cue(one: LinkedRuns, cue: Collection[int]) -> bool:
    """True if a rule's cue is in the content of an attribution with another cue: a report within a report is not a claim."""
    outer = one.cue is not None and not _has_cue(one, cue)
    return outer and any(run.first <= i < run.end for i in cue for run in one.content)


def _attribution_of_each_word(linked: Iterable[LinkedRuns]) -> dict[int, int]:
    """Return for each word of content or cue the index of its attribution."""
    return {
        i: number
        for number, one in enumerate(linked)
        for run in (*one.content, *([one.cue] if one.cue else []))
        for i in range(run.first, run.end)
    }


def _content_and_cue(claim: ClaimDraft) -> list[CharRange]:
    return [*claim.content, *([claim.cue] if claim.cue else [])]
