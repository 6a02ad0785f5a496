"""Merges two drafts of one claim, by a rule and by the labeller: decides role by role whose words win."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from articlekit.attribution.claim_draft import CharRange, ClaimDraft, Mention
from articlekit.attribution.labeller.linking import LinkedRuns
from articlekit.attribution.labeller.protocol import Trust
from articlekit.attribution.labeller.tokens import BEGIN_LABEL, INSIDE_LABEL, LABEL_ROLES, OUTSIDE, LabelRole, Tokens
from articlekit.attribution.merge.label_drafts import RELATIVE_PRONOUNS
from articlekit.attribution.merge.stray_content import NO_SOURCE_RULE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SOURCE_RULES: Final = frozenset((NO_SOURCE_RULE, "claim.document", "claim.noun", "claim.in_words_of"))
"""Rules whose source always wins.

``It is expected that rain will come`` has no source. In ``A map by the board shows that the pier has sunk`` it is the whole map and
not only the board, in ``The fear of the crew is that it will sink`` the owner of the noun, and ``In the words of Asa Holt`` names it.
"""

CONTENT_RULES: Final = frozenset(("claim.block_quote", "claim.noun", "claim.quoted"))
"""Rules whose content wins over a labelled cue in it.

They know where content ends: with the block that is signed, before the verb of the noun (``The fear that it will sink | grew``), or
after *as saying* (``Holt was quoted as saying | it would sink``).
"""


class Arbiter:
    """Holds the labeller's scores against the words of the rules."""

    def __init__(self, tokens: Tokens, scores: NDArray[np.float32], trust: Trust) -> None:
        import numpy as np

        chances = np.exp(scores)
        self.tokens, self.trust = tokens, trust
        self._odds: dict[LabelRole, list[float]] = {}
        for role in LABEL_ROLES:
            chance = np.clip(chances[:, BEGIN_LABEL[role]] + chances[:, INSIDE_LABEL[role]], 1e-4, 1 - 1e-4)
            self._odds[role] = np.log(chance / (1 - chance)).tolist()

    def rule_wins(self, role: LabelRole, ruled: Iterable[CharRange], labelled: Iterable[CharRange]) -> bool:
        """True if a rule's words win although the labeller reads others.

        The labeller cannot deny quoted words in a rule's content, or in the name of its source: the quotation marks decide that.
        """
        odds, quoted = self._odds[role], self.tokens.quoted
        mine, others = self._words(ruled), self._words(labelled)
        if role == "source" and any(quoted[i] != OUTSIDE for i in mine - others):
            return True
        added = [i for i in mine - others if role != "content" or quoted[i] == OUTSIDE]
        return sum(odds[i] for i in added) - sum(odds[i] for i in others - mine) > -self.trust.override_odds[role]

    def denies(self, role: LabelRole, ranges: Iterable[CharRange]) -> bool:
        """True if the labeller is sure enough that words do not have a role."""
        odds = [self._odds[role][i] for i in self._words(ranges)]
        return bool(odds) and sum(odds) < self.trust.denial_odds * len(odds)

    def affirms_cue(self, claim: ClaimDraft) -> bool:
        """True if the labeller, too, reads the cue of a rule's claim as a cue."""
        return claim.cue is not None and sum(self._odds["cue"][i] for i in self._words([claim.cue])) > 0

    def denies_claim(self, claim: ClaimDraft) -> bool:
        """True if the labeller denies the cue or the source of a rule's claim."""
        return self.denies("cue", [claim.cue] if claim.cue else []) or self.denies("source", claim.source_ranges)

    def _words(self, ranges: Iterable[CharRange]) -> set[int]:
        """Return the indexes of the words in the ranges, without punctuation."""
        return {i for chars in ranges for i in self.tokens.words_in(chars) if self.tokens.text[i][0].isalnum()}


class ClaimMerger:
    """Merges a labelled draft and a rule's draft of the same claim."""

    def __init__(self, arbiter: Arbiter, cues: Sequence[CharRange]) -> None:
        """``cues`` are those of all rule claims in the text."""
        self._arbiter, self._tokens, self._cues = arbiter, arbiter.tokens, cues

    def merge(self, labelled: ClaimDraft, ruled: ClaimDraft, inner: Sequence[LinkedRuns]) -> ClaimDraft:
        """Return the rule's claim, with the labeller's words if the labeller is sure of them.

        ``inner`` are the other reports that the labeller reads in the rule's content.
        """
        content, cue = self._content_and_cue(labelled, ruled, inner)
        sources, source_ranges = self._source(labelled, ruled, [*content, *([cue] if cue else [])])
        if overlap(source_ranges, content):
            sources, source_ranges = [], []
        if cue and overlap([cue], source_ranges):
            cue = ruled.cue if ruled.cue and not overlap([ruled.cue], [*content, *source_ranges]) else None
        audience = [who for who in ruled.audience if not overlap([(who.start, who.end)], content)]
        # The reading that found the cue also says what the source did.
        finder = labelled if cue and not (ruled.cue and overlap([ruled.cue], [cue])) else ruled
        return evolve(
            finder,
            content=content,
            sources=sources,
            source_ranges=source_ranges,
            cue=cue,
            audience=audience,
            # Two found it: it is right more often than what either found alone (docs/model-card.md has how often).
            confidence=(1 + labelled.confidence) / 2,
        )

    def _content_and_cue(
        self, labelled: ClaimDraft, ruled: ClaimDraft, inner: Sequence[LinkedRuns]
    ) -> tuple[list[CharRange], CharRange | None]:
        """Return the content and the cue, both of one reading if the readings divide the words between them differently.

        ``declined | to say whether`` and ``declined to say | whether`` are equally good, but content from the one and a cue from
        the other would overlap.
        """
        content = ruled.content if self._rule_content_wins(labelled, ruled, inner) else labelled.content
        cue = labelled.cue
        apart = ruled.cue and not overlap([ruled.cue], content)
        if ruled.cue and apart and (cue is None or self._arbiter.rule_wins("cue", [ruled.cue], [cue])):
            cue = ruled.cue
        if cue and overlap([cue], content):
            whole = ruled if ruled.rule in CONTENT_RULES or not labelled.content else labelled
            return whole.content, whole.cue
        return content, cue

    def _rule_content_wins(self, labelled: ClaimDraft, ruled: ClaimDraft, inner: Sequence[LinkedRuns]) -> bool:
        """True if the rule's content wins.

        If the labeller reads the audience, or more about the same speaker, into the content, it has lost the thread: the rule's
        content wins if it holds all the inner reports. Otherwise it wins only without an inner report, for a reason below.
        """
        if overlap(_people_of(labelled, ruled), labelled.content):
            words = set(self._words(ruled.content))
            return all(words.issuperset(other.words()) for other in inner)
        return not inner and (
            _runs_past_clause(labelled, ruled)
            or ruled.rule in CONTENT_RULES
            or self._arbiter.rule_wins("content", ruled.content, labelled.content)
            or self._swallows_next_cue(labelled, ruled)
        )

    def _swallows_next_cue(self, labelled: ClaimDraft, ruled: ClaimDraft) -> bool:
        """True if the labelled content holds a cue after the rule's content: ``said | it held | and added that boats could dock``."""
        return any(overlap([cue], labelled.content) and not overlap([cue], ruled.content) for cue in self._cues)

    def _source(
        self, labelled: ClaimDraft, ruled: ClaimDraft, taken: Sequence[CharRange]
    ) -> tuple[list[Mention], list[CharRange]]:
        """Return the mentions of the source and its words. Labelled words that overlap the ranges ``taken`` lose."""
        known = ruled.rule in SOURCE_RULES
        wins = bool(ruled.source_ranges) and self._arbiter.rule_wins(
            "source", ruled.source_ranges, labelled.source_ranges
        )
        if labelled.source_ranges and not (overlap(labelled.source_ranges, taken) or known or wins):
            return labelled.sources, labelled.source_ranges
        head = self._before_clause(ruled.source_ranges)
        if not labelled.source_ranges and not known and self._arbiter.denies("source", head):
            return [], []
        return ruled.sources, ruled.source_ranges

    def _before_clause(self, source: Sequence[CharRange]) -> list[CharRange]:
        """Return the words of a source before a clause on it: ``Asa Holt | , who left in May``. The clause has labels of its own."""
        words = list(self._words(source))
        if not words:
            return []
        text = self._tokens.text
        clause = (i for i in words[1:] if text[i] == "," or text[i].lower() in RELATIVE_PRONOUNS)
        return [(source[0][0], next((self._tokens.start[i] for i in clause), source[0][1]))]

    def _words(self, ranges: Iterable[CharRange]) -> Iterator[int]:
        return (i for chars in ranges for i in self._tokens.words_in(chars))


def _people_of(labelled: ClaimDraft, ruled: ClaimDraft) -> list[CharRange]:
    """Return the words for the people of a rule's claim: audience, antecedents, and the source if both readings begin it alike."""
    audience = [(who.start, who.end) for who in ruled.audience]
    speaker = ruled.source_ranges if _begin_alike(labelled.source_ranges, ruled.source_ranges) else []
    return [*audience, *speaker, *_antecedents(ruled)]


def _antecedents(claim: ClaimDraft) -> list[CharRange]:
    return [mention.antecedent for mention in claim.sources if mention.antecedent]


def _runs_past_clause(labelled: ClaimDraft, ruled: ClaimDraft) -> bool:
    """True if labelled content goes on after the clause on somebody: ``a man who said | he was lost | has been charged``."""
    return (
        bool(_antecedents(ruled))
        and _begin_alike(labelled.content, ruled.content)
        and labelled.content[-1][1] > ruled.content[-1][1]
    )


def _begin_alike(some: Sequence[CharRange], others: Sequence[CharRange]) -> bool:
    return bool(some and others) and some[0][0] == others[0][0]


def overlap(some: Iterable[CharRange], others: Sequence[CharRange]) -> bool:
    """True if any two of the ranges share a character."""
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)
