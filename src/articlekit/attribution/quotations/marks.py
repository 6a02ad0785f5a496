"""Quotation marks of one block: which open, which close, and which are apostrophes, feet or inches."""

from __future__ import annotations

import re
from typing import Final, Literal

from attrs import define, frozen

MARK: Final = re.compile(r"''|[\"“”„«»‹›‘’'‚]")
"""Every character that can be a quotation mark; news wires set two straight apostrophes as one double mark."""

CLOSERS: Final = {
    '"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«",
    "‹": "›", "›": "‹", "‘": "’'", "‚": "‘’", "'": "'’",
    "''": ("''",),
}  # fmt: skip
"""For each opening mark the marks that may close it."""

STRAIGHT_DOUBLES: Final = ('"', "''")
"""Straight double marks, which open and close alike."""

SINGLES: Final = frozenset("‘’'‚")
"""Marks that can also be apostrophes."""

ELIDED: Final = re.compile(r"['’‘](?:em|tis|twas|til|cause|n|round|bout|\d0s)\b", re.IGNORECASE)
"""Words that begin with an apostrophe."""

FEET_OR_NUMBER: Final = re.compile(r"(?<!\w)\d{1,3}\s?['’′]\s?\d{1,2}(?:\.\d)?$|(?<![\w'’])\d{1,3}(?:\.\d)?$")
"""What is before an inch mark: ``6'2``, or a bare number."""

SINGLE_CLOSE: Final = re.compile(r"(?<=[\w.,!?…;:\")”])['’](?!\w)")
"""A single mark that can close."""

MAX_SINGLE_QUOTED_CHARS: Final = 600
"""How many characters after a single opening mark its close may be: further on it is more likely an apostrophe."""

MAX_POSSESSIVE_CHARS: Final = 200
"""How many characters after a possessive ``s’`` the close of its quotation may be."""

MAX_MEASURE_CHARS: Final = 12
"""How many characters before an inch mark may belong to the measure."""

MarkRole = Literal["open", "close", "none", "stray"]
"""What a mark does. ``none``: it is not a quotation mark; ``stray``: it has no partner."""


@frozen
class MarkPair:
    """An opening mark and its close within one block."""

    start: int
    """The offset of the opening mark."""
    end: int
    """The offset after the closing mark; the end of the block if it is not closed there."""
    closed: bool
    """False if the block ends before the quotation does."""
    depth: int
    """0 for an outer quotation, 1 and more within another one."""
    reopens: bool = False
    """True if the opening mark continues a quotation of the block before."""
    mark: str = ""
    """The opening mark."""


@define
class _Open:
    sign: str
    at: int


@define
class _Mark:
    """A mark and what is around it."""

    text: str
    sign: str
    at: int
    """Its offset."""
    start: int
    """The start of the block."""
    end: int
    """The end of the block."""

    @property
    def before(self) -> str:
        """The character before it; a blank at the start of the block."""
        return self.text[self.at - 1] if self.at > self.start else " "

    @property
    def after(self) -> str:
        """The character after it; a blank at the end of the block."""
        past = self.at + len(self.sign)
        return self.text[past] if past < self.end else " "

    @property
    def is_last(self) -> bool:
        """True if the block ends with it."""
        return self.at + len(self.sign) >= self.end


@define
class PairedMarks:
    """The marks of one block, paired."""

    pairs: list[MarkPair]
    """The pairs in the order of their opening marks, with the unclosed pair, if any, at the end."""
    left_open: MarkPair | None
    """The quotation that is open at the end of the block. None if all are closed."""
    stray: int
    """How many marks have no partner."""


def pair_marks(text: str, start: int, end: int, *, open_sign: str = "") -> PairedMarks:
    """Pair the quotation marks of the block ``text[start:end]``. ``open_sign`` is the mark of a quotation that the block before left open."""
    opened: list[_Open] = []
    pairs: list[MarkPair] = []
    stray = 0
    reopened = bool(open_sign) and text.startswith(open_sign, start)
    for found in MARK.finditer(text, start, end):
        mark = _Mark(text, found.group(), found.start(), start, end)
        role = _role(mark, opened)
        if role == "close":
            while mark.sign not in CLOSERS[opened[-1].sign]:
                opened.pop()
                stray += 1
            pairs.append(_pair(opened, found.end(), reopened, start))
        elif role == "open":
            if opened and opened[-1].sign == mark.sign:
                opened.pop()
                stray += 1
            opened.append(_Open(mark.sign, mark.at))
        elif role == "stray":
            stray += 1
    left_open = None
    for number, one in enumerate(opened):
        if number == 0 and one.sign not in SINGLES and _may_run_on(text, one.at, start):
            left_open = MarkPair(one.at, end, False, 0, reopened and one.at == start, one.sign)
        else:
            stray += 1
    if left_open:
        pairs = [pair for pair in pairs if pair.end <= left_open.start] + [left_open]
    pairs.sort(key=lambda pair: pair.start)
    return PairedMarks(_with_depths(pairs), left_open, stray)


def _pair(opened: list[_Open], end: int, reopened: bool, start: int) -> MarkPair:
    top = opened.pop()
    return MarkPair(top.at, end, True, len(opened), reopened and top.at == start, top.sign)


def _with_depths(pairs: list[MarkPair]) -> list[MarkPair]:
    """Return the pairs with their depths counted again, without the marks around them that have no partner."""
    out: list[MarkPair] = []
    ends: list[int] = []
    for pair in pairs:
        while ends and ends[-1] <= pair.start:
            ends.pop()
        out.append(MarkPair(pair.start, pair.end, pair.closed, len(ends), pair.reopens, pair.mark))
        ends.append(pair.end)
    return out


def _may_run_on(text: str, at: int, start: int) -> bool:
    """True if an unclosed mark opens speech up to the end of the block: it opens the block, or follows a colon, comma or blank."""
    return at == start or text[max(start, at - 2) : at].rstrip().endswith((":", ",")) or text[at - 1 : at] == " "


def _role(mark: _Mark, opened: list[_Open]) -> MarkRole:
    """Return what a mark does after the marks that are open."""
    if mark.sign in SINGLES:
        return _single_role(mark, opened)
    if mark.sign == '"' and mark.before.isdigit() and _is_inch_mark(mark, opened):
        return "none"
    closes = _can_close(mark.sign, opened)
    if mark.sign in STRAIGHT_DOUBLES:
        return _straight_role(mark, closes, opened)
    if closes:
        return "close"
    return "open" if _can_open(mark) else "stray"


def _straight_role(mark: _Mark, closes: bool, opened: list[_Open]) -> MarkRole:
    """Return what a straight double mark does: the blanks and letters around it decide."""
    before, after = mark.before, mark.after
    at_word_start = not after.isspace() and not before.isalnum() and before not in ".,!?"
    if closes:
        opens_again = at_word_start and before.isspace() and opened[-1].sign == mark.sign
        return "open" if opens_again else "close"
    return "open" if at_word_start or (before.isspace() and not mark.is_last) else "stray"


def _can_open(mark: _Mark) -> bool:
    """True if a curly or angle mark that closes nothing opens a quotation."""
    if mark.sign in "“„«‹":
        return True
    if mark.sign in "»›":  # German books set »word«.
        return not mark.before.isalnum() and mark.after.isalnum()
    return mark.sign == "”" and mark.before.isspace() and mark.after.isalnum()  # Swedish and Finnish set ”word”.


def _can_close(sign: str, opened: list[_Open]) -> bool:
    """True if a mark closes one of the marks that are open. A straight mark and a curly one may pair."""
    for one in reversed(opened[-3:]):
        if sign in CLOSERS[one.sign]:
            return True
        if one.sign not in SINGLES:
            if {sign, one.sign} <= {'"', "“", "”"} and sign != "“":
                one.sign = sign
                return True
            return False
    return False


def _is_inch_mark(mark: _Mark, opened: list[_Open]) -> bool:
    """True after feet, as in ``6'2"``, or after a number if no quotation is open that the mark could close."""
    found = FEET_OR_NUMBER.search(mark.text, max(mark.start, mark.at - MAX_MEASURE_CHARS), mark.at)
    if not found:
        return False
    return any(foot in found.group() for foot in "'’′") or not any(one.sign == '"' for one in opened)


def _single_role(mark: _Mark, opened: list[_Open]) -> MarkRole:
    """Return what a single mark does: most are apostrophes."""
    is_open = any(mark.sign in CLOSERS[one.sign] for one in opened[-3:])
    if is_open and mark.sign not in "‘‚" and not mark.after.isalnum() and not mark.before.isspace():
        return "none" if _is_possessive(mark) else "close"
    opens_word = not mark.before.isalnum() and (mark.after.isalnum() or mark.after in '"“$£€')
    if mark.sign == "’" or is_open or not opens_word or ELIDED.match(mark.text, mark.at):
        return "none"
    limit = min(mark.end, mark.at + MAX_SINGLE_QUOTED_CHARS)
    return "open" if SINGLE_CLOSE.search(mark.text, mark.at + 1, limit) else "none"


def _is_possessive(mark: _Mark) -> bool:
    """True for a mark after an ``s`` if a lower-case word follows and another mark can still close: ``‘the boats’ owners left’``."""
    if mark.before != "s" or mark.after != " " or not mark.text[mark.at + 2 : mark.at + 3].islower():
        return False
    limit = min(mark.end, mark.at + MAX_POSSESSIVE_CHARS)
    next_open = mark.text.find("‘", mark.at, limit)
    return SINGLE_CLOSE.search(mark.text, mark.at + 1, next_open if next_open >= 0 else limit) is not None
