"""Questions and their answers: which claim another one answers, so that *he replied* is who was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from articlekit.attribution.claim_draft import ClaimDraft

ANSWERING: Final = frozenset(
    "replied replies answered answers responded responds retorted retorts countered counters".split()
)
"""Verbs of somebody to whom something was said."""

GOING_ON: Final = frozenset("added adds continued continues asked asks demanded demands wondered insisted".split())
"""Verbs with which whoever asked may speak again."""

NEAR: Final = 200
"""How many characters may stand between what was asked and the answer."""

SHORT_ANSWER: Final = re.compile(
    r"[\"“‘']?(?:no|yes|yeah|never|not|of course|absolutely|maybe|perhaps)\b", re.IGNORECASE
)
"""How an answer begins."""

PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are|when)\b")
"""What makes the subject of a verb of asking the one who is asked."""

Place = tuple[int, int, str]


def answered(claims: Sequence[ClaimDraft], text: str) -> dict[Place, ClaimDraft]:
    """For each mention of a speaker who answers, by its place, the claim that is answered. The claims stand in the order of the page."""
    found = {}
    for asked, claim in pairwise(claims):
        if claim.field == asked.field == "text" and _answers(claim, asked, text):
            found.update({mention.position: asked for mention in claim.sources})
    return found


def is_passive(asked: ClaimDraft, text: str) -> bool:
    """Whether the subject of the verb is who was asked: ``Holt was asked``."""
    return asked.cue is not None and PASSIVE.search(text, *asked.cue) is not None


def _answers(claim: ClaimDraft, asked: ClaimDraft, text: str) -> bool:
    """Whether a claim answers the one before it: by its verb, or by how its words begin behind a question to somebody."""
    between = claim.content[0][0] - max(asked.content[-1][1], asked.cue[1] if asked.cue else 0)
    if not claim.sources or claim.sources == asked.sources or not 0 <= between < NEAR:
        return False
    verb = text[slice(*claim.cue)].rpartition(" ")[2].lower() if claim.cue else ""
    if verb in ANSWERING:
        return bool(asked.audience) or asked.kind == "question" or is_passive(asked, text)
    start, end = claim.content[0]
    quoted = text[max(0, start - 1)] in "\"“‘'" and not text[start:end].endswith("?")
    short = SHORT_ANSWER.match(text, start, end) is not None
    return asked.kind == "question" and quoted and verb not in GOING_ON and (short or bool(asked.audience))
