"""What a pronoun can refer to: its kind and gender, and the person who was asked, so that *he replied* is that person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.sources.entities import Entity
from articlekit.attribution.sources.genders import Gender
from articlekit.models import SourceKind

ANSWER_VERBS: Final = frozenset(
    "replied replies answered answers responded responds retorted retorts countered counters".split()
)
"""Verbs of somebody who was told or asked something before."""

CONTINUATION_VERBS: Final = frozenset(
    "added adds continued continues asked asks demanded demands wondered insisted".split()
)
"""Verbs with which the person who asked may go on."""

MAX_ANSWER_DISTANCE: Final = 200
"""How many characters may be between a question and its answer."""

SHORT_ANSWER: Final = re.compile(
    r"[\"“‘']?(?:no|yes|yeah|never|not|of course|absolutely|maybe|perhaps)\b", re.IGNORECASE
)
"""The beginning of a short answer."""

PASSIVE_AUXILIARY: Final = re.compile(r"\b(?:was|were|been|being|is|are|when)\b")
"""Words in a cue that make its subject the person who is asked: ``was asked``."""

Position = tuple[int, int, str]
"""Start, end and field of a mention."""


def answered_claims(claims: Sequence[ClaimDraft], text: str) -> dict[Position, ClaimDraft]:
    """Return for the position of each speaker who answers the claim that is answered. The claims are in the order of the page."""
    found = {}
    for asked, claim in pairwise(claims):
        if claim.field == asked.field == "text" and _answers(claim, asked, text):
            found.update({mention.position: asked for mention in claim.sources})
    return found


def is_passive(asked: ClaimDraft, text: str) -> bool:
    """True if the subject of the cue is the person who was asked: ``Holt was asked``."""
    return asked.cue is not None and PASSIVE_AUXILIARY.search(text, *asked.cue) is not None


def _answers(claim: ClaimDraft, asked: ClaimDraft, text: str) -> bool:
    """True if a claim answers the claim before it: by its verb, or as a short answer or an answer to a question to somebody."""
    between = claim.content[0][0] - max(asked.content[-1][1], asked.cue[1] if asked.cue else 0)
    if not claim.sources or claim.sources == asked.sources or not 0 <= between < MAX_ANSWER_DISTANCE:
        return False
    verb = text[slice(*claim.cue)].rpartition(" ")[2].lower() if claim.cue else ""
    if verb in ANSWER_VERBS:
        return bool(asked.audience) or asked.kind == "question" or is_passive(asked, text)
    start, end = claim.content[0]
    quoted = text[max(0, start - 1)] in "\"“‘'" and not text[start:end].endswith("?")
    short = SHORT_ANSWER.match(text, start, end) is not None
    return asked.kind == "question" and quoted and verb not in CONTINUATION_VERBS and (short or bool(asked.audience))


def can_have_gender(entity: Entity, gender: Gender) -> bool:
    """True if a pronoun of a gender can mean an entity."""
    return gender in ("", entity.gender or entity.pronoun_gender or gender)


def by_likelihood(recent: list[Entity], gender: Gender) -> list[Entity]:
    """Order the recent speakers, latest first, by how likely a pronoun refers to them.

    *She* means a person known to be a woman before any other but the last person who spoke.
    """
    if gender != "f":
        return recent
    last = next((i + 1 for i, one in enumerate(recent) if one.kind == "person"), 0)
    women = [one for one in recent[last:] if (one.gender or one.pronoun_gender) == gender]
    return [*recent[:last], *women, *(one for one in recent[last:] if one not in women)]


def pronoun_reference(low: str) -> tuple[tuple[SourceKind, ...], Gender]:
    """Return the kinds that a pronoun in lower case can mean, and its gender."""
    if low in ("he", "his", "him"):
        return ("person",), "m"
    if low in ("she", "her"):
        return ("person",), "f"
    if low in ("they", "their", "them"):
        return ("group", "organization"), ""
    if low in ("it", "its"):
        return ("organization", "document"), ""
    return (), ""
