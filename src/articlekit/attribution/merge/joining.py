"""Content that the labeller gives to nobody, or to the wrong speaker → the claim that it belongs to."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from attrs import evolve

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.english.verbs import SINGLE
from articlekit.attribution.labeller.decode import Run
from articlekit.attribution.labeller.linking import LinkedRuns
from articlekit.attribution.labeller.protocol import Trust
from articlekit.attribution.labeller.tokens import OUTSIDE, Tokens

NOBODY: Final = "claim.expected"
"""The rule of claims that nobody makes: *it is expected that*."""


def join_content(
    tokens: Tokens, linked: Sequence[LinkedRuns], claims: Sequence[ClaimDraft], trust: Trust
) -> list[LinkedRuns]:
    """The attributions, content without a cue given to the one of which a rule says so, or to the speaker right before it."""
    linked = [one if not _is_stray(tokens, one) else LinkedRuns(content=one.content) for one in linked]
    ruled = {i: number for number, claim in enumerate(claims) for run in claim.content for i in tokens.words_in(run)}
    linked = _parted(tokens, linked, claims, ruled)
    numbers = [next((ruled[i] for i in one.words() if i in ruled), None) for one in linked]
    speakers = _speakers(linked, numbers)
    contents = [list(one.content) for one in linked]
    out: list[int] = []
    for place, (number, one) in enumerate(zip(numbers, linked, strict=True)):
        speaker = place
        if not one.cue or (number is not None and one.chance < trust.min_claim_chance):
            if number is not None:
                speaker = speakers[number]
            elif out and _goes_on(tokens, contents[out[-1]], one):
                speaker = out[-1]
        if speaker == place:
            out.append(place)
        else:
            for run in one.content:
                insort(contents[speaker], run, key=attrgetter("first"))
    return [evolve(linked[place], content=tuple(contents[place])) for place in out]


def _speakers(linked: Sequence[LinkedRuns], numbers: Sequence[int | None]) -> dict[int, int]:
    """For the number of each rule's claim the place of the attribution that is most surely of it: the first where none has a cue."""
    out: dict[int, int] = {}
    for place, (number, one) in enumerate(zip(numbers, linked, strict=True)):
        if number is None:
            continue
        best = linked[out.setdefault(number, place)]
        if one.cue and (not best.cue or best.chance < one.chance):
            out[number] = place
    return out


def _parted(
    tokens: Tokens, linked: Sequence[LinkedRuns], claims: Sequence[ClaimDraft], ruled: dict[int, int]
) -> list[LinkedRuns]:
    """The attributions without content that a rule gives to another speaker, whose cue the labeller did not see."""
    cues = {i: number for number, claim in enumerate(claims) if claim.cue for i in tokens.words_in(claim.cue)}
    own = [{cues[i] for i in range(one.cue.first, one.cue.end) if i in cues} if one.cue else set() for one in linked]
    seen = set().union(*own)
    out: list[LinkedRuns] = []
    for one, numbers in zip(linked, own, strict=True):
        kept = one.content
        for run in one.content if numbers else ():
            number = next((ruled[i] for i in range(run.first, run.end) if i in ruled), None)
            other = number is not None and number not in numbers
            if other and len(kept) > 1 and (number not in seen or claims[number].rule == NOBODY):
                kept = tuple(some for some in kept if some is not run)
                out.append(LinkedRuns(content=(run,)))
        out.append(evolve(one, content=kept))
    return sorted(out, key=lambda one: one.content[0].first)


def _is_stray(tokens: Tokens, one: LinkedRuns) -> bool:
    """Whether the cue ends a sentence before the content and is no verb of speech: ``He paused. “Sit down.”``."""
    if one.cue is None or one.content[0].first <= one.cue.end or tokens.text[one.cue.end] != ".":
        return False
    return not any(tokens.text[i].lower() in SINGLE for i in range(one.cue.first, one.cue.end))


def _goes_on(tokens: Tokens, before: Sequence[Run], one: LinkedRuns) -> bool:
    """Whether content in quotation marks follows on other content, in the same block or at the head of the next."""
    last, first = before[-1].end - 1, one.content[0].first
    return tokens.quoted[first] != OUTSIDE and tokens.block[first] - tokens.block[last] <= 1
