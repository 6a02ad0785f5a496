"""The article's quotations: marks paired over all its blocks, reopened ones joined, and what each does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import define, frozen

from articlekit.attribution.quotations.marks import SINGLES, Pair, scan
from articlekit.models import QuoteKind, SpanField

NAME_BEFORE: Final = re.compile(
    r"\b(?:call ?signs?|nicknamed|nickname|known(?: \w+){0,4} as|dubbed|called|alias(?:es)?|code-?named?|a\.?k\.?a\.?|"
    r"goes by|pseudonym|handle|username)(?: (?:the|is|of|was))?:?,? ?$",
    re.IGNORECASE,
)
"""Words after which quotation marks hold a name."""

TITLE_BEFORE: Final = re.compile(
    r"\b(?:author of|book|novel|film|movie|song|album|article|essay|play|series|show|titled|entitled|headlined|documentary|memoir|"
    r"podcast|column|painting|programme|program|magazine|ballad|single|poem|opera|musical|episode|report|speech|sitcom|"
    r"drama|hit|bestseller)s?,? ?$",
    re.IGNORECASE,
)
"""Words after which quotation marks hold a work's title."""

CAPITAL_END: Final = re.compile(r"[A-Z][\w.’'-]* ?$")
CAPITAL_START: Final = re.compile(r" ?[A-Z]\w+")
SMALL_WORD: Final = re.compile(r"(?:a|an|and|as|at|but|by|for|from|in|is|it|nor|of|on|or|the|to|vs|with)$")
WORD: Final = re.compile(r"\w[\w’'-]*")
REPORTED: Final = re.compile(
    r", (?:(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,2}) (?:said|says|added|told)"
    r"|(?:said|says|added) (?:[A-Z]|he\b|she\b|they\b|the\b))"
)
"""A reporter's words after a comma: where they stand, no quotation runs on."""

CONTEXT: Final = 30
"""How many characters before a mark are looked at."""


@frozen
class QuotationPart:
    """The part of a quotation that stands in one block, marks left out."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    outer_start: int
    """Where the opening mark stands."""
    outer_end: int
    """One past the closing mark; equal to ``end`` where there is none."""
    block: int
    """The number of its block."""


@define
class Quotation:
    """One quotation, before it becomes a :class:`~articlekit.models.Quote`."""

    field: SpanField
    """Whether it stands in the text or in the title."""
    pieces: list[QuotationPart]
    """Its parts, one for each block."""
    depth: int
    """0 for a quotation of its own, 1 and more within another."""
    kind: QuoteKind = "scare"
    """What the marks do, as far as the words alone tell."""


@frozen
class Region:
    """A block of the text, or the title: where sentences and quotations live."""

    field: SpanField
    """Whether offsets count in the text or in the title."""
    text: str
    """The whole string that the offsets count in."""
    start: int
    """Where the block begins, after a dateline."""
    end: int
    """Where it ends."""
    kind: str
    """The kind of the block; ``title`` for the title."""


def find_quotations(regions: Iterable[Region]) -> tuple[list[Quotation], int]:
    """The quotations of all regions in order, and how many marks found no partner.

    A quotation that a block leaves open goes on only where the next block opens with the same mark.
    """
    found: list[Quotation] = []
    running: Quotation | None = None
    carried, stray = "", 0
    for number, region in enumerate(regions):
        if running is not None and running.field != region.field:
            running, carried, stray = None, "", stray + 1
        result = scan(region.text, region.start, region.end, carried=carried)
        continued = running is not None and any(pair.reopens for pair in result.pairs)
        stray += result.stray + (running is not None and not continued)
        running = _add(found, running, result.pairs, number, region)
        if running is not None and REPORTED.search(region.text, running.pieces[-1].start, region.end):
            running, stray = None, stray + 1  # The mark was forgotten, for the quotation ended before those words.
        carried = result.left_open.mark if result.left_open and running else ""
    return found, stray + (running is not None)


def _add(
    found: list[Quotation], running: Quotation | None, pairs: list[Pair], number: int, region: Region
) -> Quotation | None:
    """Add a block's quotations to those found; the one that the block leaves open is returned."""
    left_open: Quotation | None = None
    for pair in pairs:
        piece = _piece(pair, number, region.text)
        if piece.end <= piece.start:
            continue
        if pair.reopens and running is not None:
            running.pieces.append(piece)
            last = running
        else:
            last = Quotation(region.field, [piece], pair.depth, classify(region, piece, pair.mark))
            found.append(last)
        if not pair.closed:
            left_open = last
    return left_open


def _piece(pair: Pair, block: int, text: str) -> QuotationPart:
    """The words between the marks, without the blanks that French sets there."""
    start = pair.start + len(pair.mark)
    end = pair.end - pair.closed * (2 if pair.mark == "''" else 1)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return QuotationPart(start, end, pair.start, pair.end, block)


def classify(region: Region, piece: QuotationPart, mark: str) -> QuoteKind:
    """What quotation marks do, as far as the words in and around them tell.

    Whole statements are ``speech``; a few words are ``scare`` until a claim holds them.
    """
    words = region.text[piece.start : piece.end]
    before = region.text[max(region.start, piece.outer_start - CONTEXT) : piece.outer_start]
    after = region.text[piece.outer_end : piece.outer_end + CONTEXT]
    found = WORD.findall(words[:200])
    short = len(found) <= 4
    if short and NAME_BEFORE.search(before) and words.removeprefix("the ")[:1].isupper():
        return "name"
    if len(found) <= 3 and words[:1].isupper() and words[-1:].isalnum() and _between_names(before, after):
        return "name"
    if len(found) <= 12 and TITLE_BEFORE.search(before) and _is_title_case(found):
        return "title"
    ends = words[-1:]
    if len(found) > 1 and words[:1].isupper() and after.startswith(",") and not _is_title_case(found):
        return "speech"  # Outside of America the comma stands after the marks.
    if len(found) >= 4 or (ends in ".,!?…—" and found) or (mark in SINGLES and ends == ","):
        return "speech"
    return "scare"


def _between_names(before: str, after: str) -> bool:
    """Whether a first name stands before the marks and a surname after them, as in ``Jo "Gull" Brandt``."""
    return bool(CAPITAL_END.search(before) and CAPITAL_START.match(after))


def _is_title_case(words: list[str]) -> bool:
    return (
        bool(words)
        and words[0][:1].isupper()
        and all(w[:1].isupper() or w[:1].isdigit() or SMALL_WORD.match(w) for w in words)
    )
