"""Content that has no cue of its own → the claim that it continues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articlekit.attribution.draft import Claimed
from articlekit.attribution.labelling.linking import Linked
from articlekit.attribution.labelling.tokens import OUTSIDE, Tokens

SURE: Final = 0.55
"""How sure the labeller must be of a claim to take its content from the speaker that a rule gives it to."""


def join_content(tokens: Tokens, linked: Sequence[Linked], claims: Sequence[Claimed]) -> list[Linked]:
    """The attributions, content without a cue given to the one of which a rule says so, or to the speaker right before it."""
    ruled = {i: number for number, claim in enumerate(claims) for run in claim.content for i in tokens.within(run)}
    numbers = [next((ruled[i] for i in one.words() if i in ruled), None) for one in linked]
    speakers: dict[int, Linked] = {}
    for number, one in zip(numbers, linked, strict=True):
        if one.cue and number is not None and (number not in speakers or speakers[number].sure < one.sure):
            speakers[number] = one
    out: list[Linked] = []
    for number, one in zip(numbers, linked, strict=True):
        if one.cue and (number is None or one.sure >= SURE):
            speaker = one
        elif number is not None:
            speaker = speakers.setdefault(number, one)
        else:
            speaker = out[-1] if out and _goes_on(tokens, out[-1], one) else one
        if speaker is one:
            out.append(one)
        else:
            speaker.content = sorted([*speaker.content, *one.content], key=lambda run: run.first)
    return out


def _goes_on(tokens: Tokens, before: Linked, one: Linked) -> bool:
    """Whether content in quotation marks follows on other content, in the same block or at the head of the next."""
    last, first = before.content[-1].past - 1, one.content[0].first
    return tokens.quoted[first] != OUTSIDE and tokens.block[first] - tokens.block[last] <= 1
