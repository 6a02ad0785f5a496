"""The class of a claim rule and the decorator that makes one, with an example on which it fires and a near miss."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.english.cues import CueMatch
from articlekit.attribution.english.sentence import Sentence
from articlekit.models.named_rule import NamedRule

Apply = Callable[[Sentence, CueMatch | None], Iterable[ClaimDraft]]


@frozen
class ClaimRule(NamedRule[str]):
    """One way in which reports attribute words.

    Its name is that in :attr:`articlekit.Claim.rule`. In its samples, a blank line separates paragraphs, ``# `` begins a headline and
    ``> `` a quotation.
    """

    apply: Apply
    """Offers the claims that it finds: of one cue, or of the whole sentence where the cue is None."""


def rule(name: str, *, example: str, near_miss: str) -> Callable[[Apply], ClaimRule]:
    """Make a rule of a function."""
    return lambda apply: ClaimRule(name, apply, example=example, near_miss=near_miss)
