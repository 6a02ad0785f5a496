"""What the labeller reads: the article's words in columns, with what quotation marks and rules tell of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Literal

from attrs import Factory, define

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.words import TOKEN
from articlekit.attribution.quotations.quotes import Quotation, Region
from articlekit.attribution.rules.engine import SPOKEN

Role = Literal["source", "cue", "content"]
"""What a word does in an attribution."""

ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")
"""The roles in the order of their labels."""

LABELS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""A word's label: outside of every role, first of a run with a role, or a further word of it."""

BEGINS: Final[dict[Role, int]] = {role: LABELS.index(f"B-{role}") for role in ROLES}
"""For each role the number of the label of a run's first word."""

GOES_ON: Final[dict[Role, int]] = {role: LABELS.index(f"I-{role}") for role in ROLES}
"""For each role the number of the label of a run's further words."""

ROLE_OF: Final[dict[int, Role]] = {
    write_labels: role for labels in (BEGINS, GOES_ON) for role, write_labels in labels.items()
}
"""For the number of each label but the first, which is of none, the role."""

OUTSIDE, MARK, INSIDE = range(3)
"""Where a word stands: outside of quotations, as their mark, or within."""

PLACES: Final = 6
"""How many places :meth:`Tokens.places` tells apart."""


@define
class Tokens:
    """The words and marks of the article's blocks in order, in columns of one length."""

    text: list[str] = Factory(list)
    """The word as written."""
    start: list[int] = Factory(list)
    """Its first character."""
    end: list[int] = Factory(list)
    """One past its last."""
    block: list[int] = Factory(list)
    """The number of its block."""
    quoted: list[int] = Factory(list)
    """:data:`OUTSIDE`, :data:`MARK` or :data:`INSIDE`."""
    hint: list[int] = Factory(list)
    """The label, by its number in :data:`LABELS`, that the rules give it."""

    def __len__(self) -> int:
        return len(self.text)

    def opens(self) -> list[bool]:
        """For each word whether it is the first of its block."""
        return [here != before for here, before in zip(self.block, [None, *self.block], strict=False)]

    def places(self) -> list[int]:
        """For each word one number for whether it opens its block and how it stands to quotations."""
        return [3 * first + quoted for first, quoted in zip(self.opens(), self.quoted, strict=True)]

    def within(self, chars: CharRange) -> range:
        """The numbers of the words that begin in a run of characters."""
        return range(bisect_left(self.start, chars[0]), bisect_left(self.start, chars[1]))

    def chars(self, first: int, past: int) -> CharRange:
        """The characters from one word to before another."""
        return self.start[first], self.end[past - 1]


def to_tokens(
    regions: Iterable[Region],
    quotations: Iterable[Quotation],
    claims: Iterable[ClaimDraft],
    *,
    but: Collection[int] = (),
) -> Tokens:
    """The words of the blocks in which the reporter attributes; the title, and the blocks ``but``, are left to the rules."""
    tokens = Tokens()
    for number, region in enumerate(regions):
        if region.field == "text" and region.kind in SPOKEN and number not in but:
            _add(tokens, region, number)
    tokens.quoted = [OUTSIDE] * len(tokens)
    tokens.hint = [0] * len(tokens)
    _quote(tokens, quotations)
    _hint(tokens, [claim for claim in claims if claim.field == "text"])
    return tokens


def _add(tokens: Tokens, region: Region, number: int) -> None:
    for found in TOKEN.finditer(region.text, region.start, region.end):
        tokens.text.append(found.group())
        tokens.start.append(found.start())
        tokens.end.append(found.end())
        tokens.block.append(number)


def _quote(tokens: Tokens, quotations: Iterable[Quotation]) -> None:
    for quotation in quotations:
        if quotation.field != "text":
            continue
        for piece in quotation.pieces:
            for i in tokens.within((piece.outer_start, piece.outer_end)):
                inside = piece.start <= tokens.start[i] < piece.end
                tokens.quoted[i] = max(tokens.quoted[i], INSIDE if inside else MARK)


def _hint(tokens: Tokens, claims: Sequence[ClaimDraft]) -> None:
    for claim in claims:
        write_labels(tokens, tokens.hint, "content", claim.content)
    for claim in claims:
        write_labels(tokens, tokens.hint, "source", claim.source_ranges)
    for claim in claims:
        write_labels(tokens, tokens.hint, "cue", [claim.cue] if claim.cue else [])


def write_labels(tokens: Tokens, labels: list[int], role: Role, runs: Iterable[CharRange]) -> None:
    """Write the labels of a role over the words of each run of characters."""
    for run in runs:
        for nth, i in enumerate(tokens.within(run)):
            labels[i] = GOES_ON[role] if nth else BEGINS[role]
