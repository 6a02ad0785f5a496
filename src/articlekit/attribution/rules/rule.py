"""How a rule of attribution is written down: named, with a report that it fires on and one that it leaves alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.english.cues import Found
from articlekit.attribution.english.scene import Scene

Apply = Callable[[Scene, Found | None], Iterable[ClaimDraft]]


@frozen
class ClaimRule:
    """One way in which reports attribute words.

    The parsers' ``Rule`` looks alike and is another thing: it reads a draft of blocks and offers values for a field, this
    one reads a tagged sentence and offers claims; and the rooms are layers, so that this one may not import from that.
    """

    name: str
    """``claim.rule``, as in :attr:`articlekit.Claim.rule`."""
    apply: Apply
    """Offers the claims that it finds: of one cue, or of the whole sentence where the cue is None."""
    example: str
    """A report that the rule fires on: paragraphs apart by a blank line, ``# `` before a headline, ``> `` before a quotation."""
    near_miss: str
    """A report much like it that the rule leaves alone."""


def rule(name: str, *, example: str, near_miss: str) -> Callable[[Apply], ClaimRule]:
    """Make a rule of a function."""
    return lambda apply: ClaimRule(name, apply, example, near_miss)
