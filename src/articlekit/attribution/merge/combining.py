"""What the labeller reads and what the rules found → the claims of the article.

The labeller finds more and is right more often; a rule knows what it found: its kind, its audience, whether it is negated. Where
both found one attribution, the rule's words stand unless the labeller is sure that they are the wrong ones. What the rules
alone find (titles, lines under block quotes) stays where it takes no words from the others, and the labeller does not deny its cue or its source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from articlekit.attribution.claim_draft import CharRange, ClaimDraft, Mention
from articlekit.attribution.english.contents import POINTERS
from articlekit.attribution.english.lexicon import AUXILIARIES
from articlekit.attribution.english.words import TAGS
from articlekit.attribution.labeller.linking import LinkedRuns
from articlekit.attribution.labeller.tokens import Tokens
from articlekit.attribution.merge.choosing import Chooser
from articlekit.attribution.merge.drafting import JOINING, LABELLED, RELATIVE, Drafter
from articlekit.attribution.merge.joining import NOBODY, join_content

WHOLE_SOURCE: Final = frozenset((NOBODY, "claim.document", "claim.noun", "claim.in_words_of"))
"""Rules that know their source: nobody, or the whole phrase that names a document, and not only who drew the map, or beside the noun."""

WHOLE_CONTENT: Final = frozenset(("claim.block_quote", "claim.noun", "claim.quoted"))
"""Rules that know where content ends: with the block that is signed, or before the verb of the noun, or behind *as saying*."""

EMPTY: Final = frozenset(TAGS) | POINTERS
"""Words that alone are no content."""

RULED: Final = "according"
"""A cue that the rules find wherever there is a source behind it: ``according to plan`` has none."""

HYPOTHETICAL: Final = frozenset(("if", "unless"))
"""Words before a source that may never speak."""

CUE: Final = 1000
"""What sharing a cue counts when partners are sought: more than any number of shared words."""


class Combiner:
    """Makes one of two readings of an article: the claims that the rules found, and what the labeller linked."""

    def __init__(self, tokens: Tokens, chooser: Chooser, drafter: Drafter, claims: Sequence[ClaimDraft]) -> None:
        self._tokens, self._chooser, self._drafter, self._claims = tokens, chooser, drafter, claims
        self._trust = chooser.trust
        self._cues = [claim.cue for claim in claims if claim.cue and claim.field == "text"]

    def combined(self, linked: Sequence[LinkedRuns]) -> list[ClaimDraft]:
        """The claims of the article, none of which shares content with another."""
        ruled = [claim for claim in self._claims if claim.field == "text"]
        linked = join_content(self._tokens, linked, ruled, self._trust)
        owner = _owners(linked)
        partners = self._partners(linked, owner, ruled)
        found: list[ClaimDraft] = []
        for number, one in enumerate(linked):
            claim, partner = self._drafter.draft(one), partners.get(number)
            if partner is not None:
                inside = {owner[i] for i in self._words(partner.content) if i in owner} - {number}
                inserted = self._inserted(partner) if inside else range(0)
                ends = {run.end for run in one.content}
                others = [linked[other] for other in inside if not self._is_part(linked[other], ends, inserted)]
                claim = self._chosen(claim, partner, others)
            if claim.content and (partner or self._reports(claim)):
                found.append(claim)
        used = {id(partner) for partner in partners.values()}
        alone = [claim for claim in ruled if id(claim) not in used and claim.content and not self._is_denied(claim)]
        doubtful: list[ClaimDraft] = []
        for claim in alone:
            (found if self._is_heard(claim) else doubtful).append(claim)
        taken = self._outermost([*sorted(found, key=_comes_first), *doubtful])
        return [claim for claim in self._claims if claim.field == "title"] + taken

    def _is_heard(self, claim: ClaimDraft) -> bool:
        """Whether the labeller reads a rule's cue so too."""
        return claim.cue is not None and self._chooser.affirms("cue", [claim.cue])

    def _is_denied(self, claim: ClaimDraft) -> bool:
        cue = [claim.cue] if claim.cue else []
        return self._chooser.denies("cue", cue) or self._chooser.denies("source", claim.source_ranges)

    def _outermost(self, found: Iterable[ClaimDraft]) -> list[ClaimDraft]:
        """The claims without those that stand in the content of one before them."""
        taken: set[int] = set()
        out: list[ClaimDraft] = []
        for claim in found:
            if taken.isdisjoint(self._words(_runs(claim))):
                out.append(claim)
                taken.update(self._words(claim.content))
        return out

    def _words(self, runs: Iterable[CharRange]) -> Iterator[int]:
        return (i for chars in runs for i in self._tokens.words_in(chars))

    def _partners(
        self, linked: Sequence[LinkedRuns], owner: dict[int, int], claims: Sequence[ClaimDraft]
    ) -> dict[int, ClaimDraft]:
        """For the number of each of ``linked`` the rules' claim that shares its cue, or most words of its content."""
        shared: list[tuple[int, int, int]] = []
        for place, claim in enumerate(claims):
            votes = Counter(owner[i] for i in self._words(_runs(claim)) if i in owner)
            cue = set(self._words([claim.cue] if claim.cue else []))
            shared += [
                (-count - CUE * _has_cue(linked[number], cue), number, place)
                for number, count in votes.items()
                if not _is_within(cue, linked[number]) and not self._holds(claim, cue, linked[number])
            ]
        out: dict[int, ClaimDraft] = {}
        used: set[int] = set()
        for _, number, place in sorted(shared):
            if number not in out and place not in used:
                out[number] = claims[place]
                used.add(place)
        return out

    def _holds(self, claim: ClaimDraft, cue: Collection[int], one: LinkedRuns) -> bool:
        """Whether a rule's claim whose cue the labeller reads so too reports that somebody else reports."""
        if one.cue is None or _has_cue(one, cue):
            return False
        start = self._tokens.start[one.cue.first]
        return any(first <= start < past for first, past in claim.content) and self._is_heard(claim)

    def _reports(self, claim: ClaimDraft) -> bool:
        """Whether somebody really says something: there is a cue, more than little words, and no *if* before it all."""
        if claim.cue is None or (not claim.sources and claim.confidence < self._trust.min_claim_chance):
            return False
        if all(self._tokens.text[i].lower() in EMPTY for i in self._words(claim.content)):
            return False
        if any(self._tokens.text[i].lower() == RULED for i in self._words([claim.cue])):
            return False
        start = min([claim.cue, *claim.source_ranges])[0]
        before = bisect_left(self._tokens.start, start) - 1
        return before < 0 or self._tokens.text[before].lower() not in HYPOTHETICAL

    def _chosen(self, claim: ClaimDraft, rule: ClaimDraft, others: Sequence[LinkedRuns]) -> ClaimDraft:
        """The rule's claim, with the labeller's words where the labeller is sure of them; ``others`` stand in its content."""
        content, cue = self._told(claim, rule, others)
        source, words = self._speaker(claim, rule, [*content, *([cue] if cue else [])])
        if _meet(words, content):
            source, words = [], []
        if cue and _meet([cue], words):
            cue = rule.cue if rule.cue and not _meet([rule.cue], [*content, *words]) else None
        audience = [who for who in rule.audience if not _meet([(who.start, who.end)], content)]
        # What the source did is told by whoever found the cue.
        teller = claim if cue and not (rule.cue and _meet([rule.cue], [cue])) else rule
        return evolve(
            teller,
            content=content,
            sources=source,
            source_ranges=words,
            cue=cue,
            audience=audience,
            # Two found it: it is right more often than what either found alone (docs/model-card.md has how often).
            confidence=(1 + claim.confidence) / 2,
        )

    def _is_part(self, other: LinkedRuns, ends: Collection[int], inserted: range) -> bool:
        """Whether ``other`` is a part of what is reported, and no other report beside it.

        Its cue follows right on the content, at one of its ``ends``, which is its subject and was taken for all that is reported; or
        it stands in a clause that is ``inserted`` in it.
        """
        if other.cue is None:
            return False
        at = other.cue.first
        return (at in ends and self._tokens.text[at - 1].lower() not in JOINING) or at in inserted

    def _inserted(self, partner: ClaimDraft) -> range:
        """The words between the commas with which clauses are inserted in a rule's content: ``the law, which Holt calls a triumph, will fail``."""
        text, inside = self._tokens.text, list(self._words(partner.content))
        opened = next((i for i in inside if text[i - 1] == "," and text[i].lower() in RELATIVE), None)
        closed = (i for i in reversed(inside[:-1]) if text[i] == "," and text[i + 1].lower() in AUXILIARIES)
        return range(0) if opened is None else range(opened + 1, next(closed, 0))

    def _told(
        self, claim: ClaimDraft, rule: ClaimDraft, others: Sequence[LinkedRuns]
    ) -> tuple[list[CharRange], CharRange | None]:
        """What is reported, and the cue: both of one reading where the readings part them at different words.

        ``declined | to say whether`` is as good as ``declined to say | whether``; of ``declined to say | to say whether`` no cue would be left.
        """
        content = rule.content if self._keeps_content(claim, rule, others) else claim.content
        cue, stands = claim.cue, self._chooser.rule_stands
        if rule.cue and not _meet([rule.cue], content) and (cue is None or stands("cue", [rule.cue], [cue])):
            cue = rule.cue
        if cue and _meet([cue], content):
            whole = rule if rule.rule in WHOLE_CONTENT or not claim.content else claim
            return whole.content, whole.cue
        return content, cue

    def _speaker(
        self, claim: ClaimDraft, rule: ClaimDraft, told: Sequence[CharRange]
    ) -> tuple[list[Mention], list[CharRange]]:
        """Who speaks, and in which words; the labeller's are not among those that are ``told``."""
        source, words = claim.sources, claim.source_ranges
        stands = bool(rule.source_ranges) and self._chooser.rule_stands("source", rule.source_ranges, words)
        if not words or _meet(words, told) or rule.rule in WHOLE_SOURCE or stands:
            source, words = rule.sources, rule.source_ranges
        if (
            not claim.source_ranges
            and rule.rule not in WHOLE_SOURCE
            and self._chooser.denies("source", self._named(words))
        ):
            return [], []
        return source, words

    def _named(self, source: Sequence[CharRange]) -> list[CharRange]:
        """The words of a source before any clause on it: what the labeller says of the clause says nothing of whom it is about."""
        words = list(self._words(source))
        clause = (i for i in words[1:] if self._tokens.text[i] == "," or self._tokens.text[i].lower() in RELATIVE)
        end = next((self._tokens.start[i] for i in clause), source[0][1] if source else 0)
        return [(source[0][0], end)] if words else []

    def _keeps_content(self, claim: ClaimDraft, rule: ClaimDraft, others: Sequence[LinkedRuns]) -> bool:
        """Whether the rule's content stands.

        It does not where the labeller finds others in it, unless it reads the audience, or more on the same speaker, into the content:
        there it lost the thread.
        """
        speaker = rule.source_ranges if _begin_alike(claim.source_ranges, rule.source_ranges) else []
        meant = [mention.antecedent for mention in rule.sources if mention.antecedent]
        known = [*((who.start, who.end) for who in rule.audience), *speaker, *meant]
        if not _meet(known, claim.content):
            # Rules know where a clause on somebody ends: ``a man who said he was lost | has been charged``.
            ended = bool(meant) and _runs_past(claim.content, rule.content)
            stands = rule.rule in WHOLE_CONTENT or self._chooser.rule_stands("content", rule.content, claim.content)
            return not others and (ended or stands or self._runs_on(claim, rule))
        inside = set(self._words(rule.content))
        return all(inside.issuperset(other.words()) for other in others)

    def _runs_on(self, claim: ClaimDraft, rule: ClaimDraft) -> bool:
        """Whether the labeller's content holds a cue behind the rule's content: ``said it held and added that boats could dock``."""
        return any(_meet([cue], claim.content) and not _meet([cue], rule.content) for cue in self._cues)


def _comes_first(claim: ClaimDraft) -> tuple[bool, int]:
    """The order in which claims keep words that two want: what a rule knows too, then what is longer, as it holds the other."""
    return claim.rule == LABELLED, -sum(end - start for start, end in claim.content)


def _has_cue(one: LinkedRuns, cue: Collection[int]) -> bool:
    return one.cue is not None and any(one.cue.first <= i < one.cue.end for i in cue)


def _is_within(cue: Collection[int], one: LinkedRuns) -> bool:
    """Whether a rule's cue stands in the content of what has a cue of its own: what is reported within a report is no claim."""
    outer = one.cue is not None and not _has_cue(one, cue)
    return outer and any(run.first <= i < run.end for i in cue for run in one.content)


def _owners(linked: Iterable[LinkedRuns]) -> dict[int, int]:
    """For each word of content or cue the number of what it belongs to."""
    return {
        i: number
        for number, one in enumerate(linked)
        for run in (*one.content, *([one.cue] if one.cue else []))
        for i in range(run.first, run.end)
    }


def _runs(claim: ClaimDraft) -> list[CharRange]:
    return [*claim.content, *([claim.cue] if claim.cue else [])]


def _runs_past(some: Sequence[CharRange], others: Sequence[CharRange]) -> bool:
    """Whether ``some`` begin like others and end behind them."""
    return _begin_alike(some, others) and some[-1][1] > others[-1][1]


def _begin_alike(some: Sequence[CharRange], others: Sequence[CharRange]) -> bool:
    return bool(some and others) and some[0][0] == others[0][0]


def _meet(some: Iterable[CharRange], others: Sequence[CharRange]) -> bool:
    """Whether any two share a character."""
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)
