"""The input of a labeller: the article's words in columns, with the quotation marks around them and the hints of the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Literal

from attrs import Factory, define

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.words import TOKEN
from articlekit.attribution.quotations.quotes import Quotation, Region
from articlekit.attribution.rules.engine import REPORTED_BLOCKS

LabelRole = Literal["source", "cue", "content"]
"""What a word does in an attribution."""

LABEL_ROLES: Final[tuple[LabelRole, ...]] = ("source", "cue", "content")
"""The roles in the order of their labels."""

LABELS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""The labels of a word: outside of every role, first word of a run with a role, or a further word of the run."""

BEGIN_LABEL: Final[dict[LabelRole, int]] = {role: LABELS.index(f"B-{role}") for role in LABEL_ROLES}
"""For each role, the index in :data:`LABELS` of a run's first word."""

INSIDE_LABEL: Final[dict[LabelRole, int]] = {role: LABELS.index(f"I-{role}") for role in LABEL_ROLES}
"""For each role, the index in :data:`LABELS` of a run's further words."""

ROLE_OF: Final[dict[int, LabelRole]] = {
    write_labels: role for labels in (BEGIN_LABEL, INSIDE_LABEL) for role, write_labels in labels.items()
}
"""The role of each label, by its index in :data:`LABELS`. The first label has no role."""

OUTSIDE, MARK, INSIDE = range(3)
"""Where a word is: outside of quotations, a quotation mark, or inside."""

POSITION_COUNT: Final = 6
"""How many values :meth:`Tokens.position_codes` has."""


@define
class Tokens:
    """The words and punctuation marks of the article's blocks in order, in columns of equal length."""

    text: list[str] = Factory(list)
    """The word as written."""
    start: list[int] = Factory(list)
    """The offset of its first character."""
    end: list[int] = Factory(list)
    """The offset after its last character."""
    block: list[int] = Factory(list)
    """The index of its block."""
    quoted: list[int] = Factory(list)
    """:data:`OUTSIDE`, :data:`MARK` or :data:`INSIDE`."""
    hint: list[int] = Factory(list)
    """The label that the rules give it, by its index in :data:`LABELS`."""

    def __len__(self) -> int:
        return len(self.text)

    def opens_block(self) -> list[bool]:
        """Return for each word whether it is the first of its block."""
        return [here != before for here, before in zip(self.block, [None, *self.block], strict=False)]

    def position_codes(self) -> list[int]:
        """Return for each word a number from 0 to 5 for whether it opens its block and whether it is quoted."""
        return [3 * first + quoted for first, quoted in zip(self.opens_block(), self.quoted, strict=True)]

    def words_in(self, chars: CharRange) -> range:
        """Return the indexes of the words that begin in a range of characters."""
        return range(bisect_left(self.start, chars[0]), bisect_left(self.start, chars[1]))

    def char_range(self, first: int, end: int) -> CharRange:
        """Return the characters of the words ``first`` to ``end - 1``."""
        return self.start[first], self.end[end - 1]


def to_tokens(
    regions: Iterable[Region],
    quotations: Iterable[Quotation],
    claims: Iterable[ClaimDraft],
    *,
    skip_blocks: Collection[int] = (),
) -> Tokens:
    """Return the words of the blocks of running text. The title and ``skip_blocks`` are left to the rules."""
    tokens = Tokens()
    for number, region in enumerate(regions):
        if region.field == "text" and region.kind in REPORTED_BLOCKS and number not in skip_blocks:
            _add_words(tokens, region, number)
    tokens.quoted = [OUTSIDE] * len(tokens)
    tokens.hint = [0] * len(tokens)
    _mark_quoted(tokens, quotations)
    _add_hints(tokens, [claim for claim in claims if claim.field == "text"])
    return tokens


def _add_words(tokens: Tokens, region: Region, block: int) -> None:
    for found in TOKEN.finditer(region.text, region.start, region.end):
        tokens.text.append(found.group())
        tokens.start.append(found.start())
        tokens.end.append(found.end())
        tokens.block.append(block)


def _mark_quoted(tokens: Tokens, quotations: Iterable[Quotation]) -> None:
    for quotation in quotations:
        if quotation.field != "text":
            continue
        for piece in quotation.parts:
            for i in tokens.words_in((piece.outer_start, piece.outer_end)):
                inside = piece.start <= tokens.start[i] < piece.end
                tokens.quoted[i] = max(tokens.quoted[i], INSIDE if inside else MARK)


def _add_hints(tokens: Tokens, claims: Sequence[ClaimDraft]) -> None:
    for claim in claims:
        write_labels(tokens, tokens.hint, "content", claim.content)
    for claim in claims:
        write_labels(tokens, tokens.hint, "source", claim.source_ranges)
    for claim in claims:
        write_labels(tokens, tokens.hint, "cue", [claim.cue] if claim.cue else [])


def write_labels(tokens: Tokens, labels: list[int], role: LabelRole, runs: Iterable[CharRange]) -> None:
    """Write the labels of a role over the words of each range of characters."""
    for run in runs:
        for nth, i in enumerate(tokens.words_in(run)):
            labels[i] = INSIDE_LABEL[role] if nth else BEGIN_LABEL[role]
