"""What the words around a cue make of it: nobody said it, or it may never be said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from articlekit.attribution.draft import Claimed, Mention

NOBODY: Final = re.compile(r"(?:no|none|nobody|no-one|nothing)\b", re.IGNORECASE)
"""A source that says that there is none: ``No official said``, ``None of them``."""

NEITHER: Final = re.compile(r"neither ([^.,;:]{1,80}) nor ", re.IGNORECASE)
"""What stands before the last of two sources: ``Neither Smith nor Jones``."""

NOT: Final = re.compile(r"\b[Nn]ot (?:even )?$")
"""The *not* before a source: ``Not everyone agreed``."""

MAY: Final = re.compile(r"(?:may|might)\b|(?:would|could|should) have\b", re.IGNORECASE)
"""A cue of what has not been said, or may not have been: ``may argue``, ``would have said``."""

BEFORE: Final = 90
"""How far before a source a *not* or *neither* is looked for. Characters."""


def weigh(claims: Iterable[Claimed], text: str, title: str) -> None:
    """Mark claims that nobody makes as negated, and those that may never have been made as hedged."""
    for claim in claims:
        whole = title if claim.field == "title" else text
        if claim.source_words and _is_denied(claim, whole):
            claim.negated = not claim.negated
        claim.hedged |= claim.cue is not None and MAY.match(whole, *claim.cue) is not None


def _is_denied(claim: Claimed, text: str) -> bool:
    """Whether its source is said not to make the claim; a source that is nobody is taken away, one of two is added."""
    start, end = claim.source_words[0]
    if NOBODY.match(text, start, end):
        claim.source = []
        return True
    before = max(claim.scope[0], start - BEFORE)
    if neither := NEITHER.search(text, before, end):
        last = Mention(neither.end(), end, claim.field)
        claim.source = [Mention(*neither.span(1), claim.field), last]
        return True
    return NOT.search(text[before:start]) is not None
