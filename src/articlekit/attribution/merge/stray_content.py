"""Joins content that the labeller found without a cue, or gave to the wrong speaker, to the attribution that it belongs to."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from attrs import evolve

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.english.reporting_verbs import SINGLE_VERBS
from articlekit.attribution.labeller.decode import Run
from articlekit.attribution.labeller.linking import LinkedRuns
from articlekit.attribution.labeller.protocol import Trust
from articlekit.attribution.labeller.tokens import OUTSIDE, Tokens

NO_SOURCE_RULE: Final = "claim.expected"
"""The rule of claims without a source: *it is expected that*."""


def join_stray_content(
    tokens: Tokens, linked: Sequence[LinkedRuns], rule_claims: Sequence[ClaimDraft], trust: Trust
) -> list[LinkedRuns]:
    """Return the attributions, with content without a cue joined to another one.

    A rule's claim that holds the content decides to which; without a rule it is the attribution right before it.
    """
    linked = [one if not _is_stray(tokens, one) else LinkedRuns(content=one.content) for one in linked]
    ruled = {
        i: number for number, claim in enumerate(rule_claims) for run in claim.content for i in tokens.words_in(run)
    }
    linked = _split_off(tokens, linked, rule_claims, ruled)
    numbers = [next((ruled[i] for i in one.words() if i in ruled), None) for one in linked]
    speakers = _speakers(linked, numbers)
    contents = [list(one.content) for one in linked]
    out: list[int] = []
    for index, (number, one) in enumerate(zip(numbers, linked, strict=True)):
        speaker = index
        if not one.cue or (number is not None and one.chance < trust.min_claim_chance):
            if number is not None:
                speaker = speakers[number]
            elif out and _continues_quotation(tokens, contents[out[-1]], one):
                speaker = out[-1]
        if speaker == index:
            out.append(index)
        else:
            for run in one.content:
                insort(contents[speaker], run, key=attrgetter("first"))
    return [evolve(linked[index], content=tuple(contents[index])) for index in out]


def _speakers(linked: Sequence[LinkedRuns], numbers: Sequence[int | None]) -> dict[int, int]:
    """Return for the index of each rule claim the index of its likeliest attribution with a cue, or else of its first one."""
    out: dict[int, int] = {}
    for index, (number, one) in enumerate(zip(numbers, linked, strict=True)):
        if number is None:
            continue
        best = linked[out.setdefault(number, index)]
        if one.cue and (not best.cue or best.chance < one.chance):
            out[number] = index
    return out


def _split_off(
    tokens: Tokens, linked: Sequence[LinkedRuns], rule_claims: Sequence[ClaimDraft], ruled: dict[int, int]
) -> list[LinkedRuns]:
    """Return the attributions, with content split off that a rule gives to another speaker whose cue the labeller missed."""
    cues = {i: number for number, claim in enumerate(rule_claims) if claim.cue for i in tokens.words_in(claim.cue)}
    own = [{cues[i] for i in range(one.cue.first, one.cue.end) if i in cues} if one.cue else set() for one in linked]
    seen = set().union(*own)
    out: list[LinkedRuns] = []
    for one, numbers in zip(linked, own, strict=True):
        kept = one.content
        for run in one.content if numbers else ():
            number = next((ruled[i] for i in range(run.first, run.end) if i in ruled), None)
            other = number is not None and number not in numbers
            if other and len(kept) > 1 and (number not in seen or rule_claims[number].rule == NO_SOURCE_RULE):
                kept = tuple(some for some in kept if some is not run)
                out.append(LinkedRuns(content=(run,)))
        out.append(evolve(one, content=kept))
    return sorted(out, key=lambda one: one.content[0].first)


def _is_stray(tokens: Tokens, one: LinkedRuns) -> bool:
    """True if the cue ends a sentence before the content and is not a verb of speech: ``He paused. “Sit down.”``."""
    if one.cue is None or one.content[0].first <= one.cue.end or tokens.text[one.cue.end] != ".":
        return False
    return not any(tokens.text[i].lower() in SINGLE_VERBS for i in range(one.cue.first, one.cue.end))


def _continues_quotation(tokens: Tokens, before: Sequence[Run], one: LinkedRuns) -> bool:
    """True if quoted content follows other content in the same block or at the start of the next one."""
    last, first = before[-1].end - 1, one.content[0].first
    return tokens.quoted[first] != OUTSIDE and tokens.block[first] - tokens.block[last] <= 1
