"""Candidates for whole blocks that match a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.draft import DraftBlock
from articlekit.parsers.field_rules import Candidate

_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told)\b")


def removed(block: DraftBlock) -> Candidate[None]:
    """Return the candidate that takes a whole block out of the text."""
    return Candidate(None, block.text, (block,))


def matching(blocks: list[DraftBlock], pattern: re.Pattern[str]) -> Iterator[Candidate[None]]:
    """Yield a candidate for each block whose whole text matches ``pattern``."""
    return (removed(block) for block in blocks if pattern.fullmatch(block.text))


def matching_without_speech(blocks: list[DraftBlock], pattern: re.Pattern[str]) -> Iterator[Candidate[None]]:
    """Yield a candidate for each block that matches ``pattern`` and in which nobody speaks."""
    return (candidate for candidate in matching(blocks, pattern) if not _SPEECH.search(candidate.raw))
