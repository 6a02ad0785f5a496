"""Quotation marks: which open, which close, and which are apostrophes, feet or inches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, frozen

MARK: Final = re.compile(r"''|[\"“”„«»‹›‘’'‚]")
"""Every character that can be a quotation mark; two straight apostrophes are one double mark, as wires set it."""

CLOSERS: Final = {
    '"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«",
    "‹": "›", "›": "‹", "‘": "’'", "‚": "‘’", "'": "'’",
    "''": ("''",),
}  # fmt: skip
"""For each opening mark the marks that may close it."""

DOUBLE: Final = ('"', "''")
"""Straight double marks, which open and close alike."""

SINGLES: Final = frozenset("‘’'‚")
"""Marks that are apostrophes as well."""

ELIDED: Final = re.compile(r"['’‘](?:em|tis|twas|til|cause|n|round|bout|\d0s)\b", re.IGNORECASE)
"""Words that begin with an apostrophe."""

FEET_AND_INCHES: Final = re.compile(r"(?<!\w)\d{1,3}\s?['’′]\s?\d{1,2}(?:\.\d)?$|(?<![\w'’])\d{1,3}(?:\.\d)?$")
"""What stands before an inch mark: ``6'2``, or a bare number."""

SINGLE_CLOSE: Final = re.compile(r"(?<=[\w.,!?…;:\")”])['’](?!\w)")
"""A single mark that can close."""

REACH: Final = 600
"""How far a single opening mark looks for its close. Characters."""


@frozen
class Pair:
    """An opening mark and its close within one block."""

    start: int
    """Where the opening mark stands, in the text."""
    end: int
    """One past the closing mark; the block's end where it is not closed there."""
    closed: bool
    """False where the block ends before the quotation does."""
    depth: int
    """0 for a quotation of its own, 1 and more within another."""
    reopens: bool = False
    """True where the opening mark goes on with a quotation of the block before."""
    mark: str = ""
    """The opening mark."""


@define
class _Open:
    mark: str
    at: int


@define
class Scan:
    """The marks of one block, paired."""

    pairs: list[Pair]
    """Pairs in the order of their opening marks; unclosed ones among them where the block ends within."""
    left_open: Pair | None
    """The quotation that the block's end interrupts."""
    stray: int
    """How many marks found no partner."""


def scan(text: str, start: int, end: int, *, carried: str = "") -> Scan:
    """Pair the marks of ``text[start:end]``; ``carried`` is the mark of a quotation that the block before left open."""
    opened: list[_Open] = []
    pairs: list[Pair] = []
    stray = 0
    reopened = bool(carried) and text.startswith(carried, start)
    for mark, at in _marks(text, start, end):
        role = _role(text, mark, at, start, end, opened)
        if role == "close":
            while mark not in CLOSERS[opened[-1].mark]:
                opened.pop()
                stray += 1
            pairs.append(_pair(opened, at + len(mark), reopened, start))
        elif role == "open":
            if opened and opened[-1].mark == mark:
                opened.pop()
                stray += 1
            opened.append(_Open(mark, at))
        elif role == "stray":
            stray += 1
    left_open = None
    for number, mark_open in enumerate(opened):
        if number == 0 and mark_open.mark not in SINGLES and _may_run_on(text, mark_open.at, start):
            left_open = Pair(mark_open.at, end, False, 0, reopened and mark_open.at == start, mark_open.mark)
        else:
            stray += 1
    if left_open:
        pairs = [pair for pair in pairs if pair.end <= left_open.start] + [left_open]
    pairs.sort(key=lambda pair: pair.start)
    return Scan(_levels(pairs), left_open, stray)


def _pair(opened: list[_Open], end: int, reopened: bool, start: int) -> Pair:
    top = opened.pop()
    return Pair(top.at, end, True, len(opened), reopened and top.at == start, top.mark)


def _levels(pairs: list[Pair]) -> list[Pair]:
    """The pairs with their depth counted anew: an unpaired mark around them does not count."""
    out: list[Pair] = []
    ends: list[int] = []
    for pair in pairs:
        while ends and ends[-1] <= pair.start:
            ends.pop()
        out.append(Pair(pair.start, pair.end, pair.closed, len(ends), pair.reopens, pair.mark))
        ends.append(pair.end)
    return out


def _may_run_on(text: str, at: int, start: int) -> bool:
    """Whether an unclosed mark opens speech that fills the block: it stands at its head, or after a colon or comma."""
    return at == start or text[max(start, at - 2) : at].rstrip().endswith((":", ",")) or text[at - 1 : at] == " "


def _marks(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for found in MARK.finditer(text, start, end):
        yield found.group(), found.start()


def _role(text: str, mark: str, at: int, start: int, end: int, opened: list[_Open]) -> str:
    before = text[at - 1] if at > start else " "
    past = at + len(mark)
    after = text[past] if past < end else " "
    if mark in SINGLES:
        return _single_role(text, mark, at, end, before + after, opened)
    if mark == '"' and before.isdigit() and _is_inches(text, at, start, opened):
        return "none"
    closes = _can_close(mark, opened)
    if mark in DOUBLE:
        opens = not after.isspace() and not before.isalnum() and before not in ".,!?"
        if closes and opens and opened[-1].mark == mark and before.isspace():
            return "open"
        return "close" if closes else "open" if opens or (before.isspace() and past < end) else "stray"
    if closes:
        return "close"
    if mark in "“„«‹" or (mark in "»›" and not before.isalnum() and after.isalnum()):
        return "open"
    return "open" if mark == "”" and before.isspace() and after.isalnum() else "stray"


def _can_close(mark: str, opened: list[_Open]) -> bool:
    """Whether ``mark`` closes one of the marks that are open; a straight mark and a curly one may meet."""
    for one in reversed(opened[-3:]):
        if mark in CLOSERS[one.mark]:
            return True
        if one.mark not in SINGLES:
            if {mark, one.mark} <= {'"', "“", "”"} and mark != "“":
                one.mark = {'"': '"', "”": "”"}[mark]
                return True
            return False
    return False


def _is_inches(text: str, at: int, start: int, opened: list[_Open]) -> bool:
    found = FEET_AND_INCHES.search(text, max(start, at - 12), at)
    if not found:
        return False
    return any(foot in found.group() for foot in "'’′") or not any(one.mark == '"' for one in opened)


def _single_role(text: str, mark: str, at: int, end: int, around: str, opened: list[_Open]) -> str:
    before, after = around[0], around[1]
    is_open = any(mark in CLOSERS[one.mark] for one in opened[-3:])
    if is_open and mark not in "‘‚" and not after.isalnum() and not before.isspace():
        return "none" if _is_possessive(text, at, end, around) else "close"
    if (
        mark == "’"
        or is_open
        or before.isalnum()
        or not (after.isalnum() or after in '"“$£€')
        or ELIDED.match(text, at)
    ):
        return "none"
    close = SINGLE_CLOSE.search(text, at + 1, min(end, at + REACH))
    return "open" if close else "none"


def _is_possessive(text: str, at: int, end: int, around: str) -> bool:
    """Whether a mark after an ``s`` is a possessive: a small word follows, and another mark can still close."""
    if around != "s " or not text[at + 2 : at + 3].islower():
        return False
    limit = min(end, at + 200)
    again = text.find("‘", at, limit)
    return SINGLE_CLOSE.search(text, at + 1, again if again >= 0 else limit) is not None
