"""The quotations of an article: paired marks of all blocks, with continued ones joined, and what each quotation does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import define, frozen

from articlekit.attribution.quotations.marks import SINGLES, MarkPair, pair_marks
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
"""Words after which quotation marks hold the title of a work."""

CAPITAL_END: Final = re.compile(r"[A-Z][\w.’'-]* ?$")
CAPITAL_START: Final = re.compile(r" ?[A-Z]\w+")
SMALL_WORD: Final = re.compile(r"(?:a|an|and|as|at|but|by|for|from|in|is|it|nor|of|on|or|the|to|vs|with)$")
WORD: Final = re.compile(r"\w[\w’'-]*")
REPORTING_CLAUSE: Final = re.compile(
    r", (?:(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,2}) (?:said|says|added|told)"
    r"|(?:said|says|added) (?:[A-Z]|he\b|she\b|they\b|the\b))"
)
"""A reporting clause after a comma: ``, said Holt``. A quotation does not go on after it."""

CONTEXT_CHARS: Final = 30
"""How many characters before and after the marks are read."""

MAX_NAME_WORDS: Final = 4
"""How many words a quoted name may have after words such as *nicknamed*."""

MAX_NICKNAME_WORDS: Final = 3
"""How many words a nickname may have between a given name and a surname."""

MAX_TITLE_WORDS: Final = 12
"""How many words the quoted title of a work may have."""

MIN_SPEECH_WORDS: Final = 4
"""How many words make a quotation speech without a closing mark of a sentence in it."""

MAX_CLASSIFIED_CHARS: Final = 200
"""How many characters of a quotation are split into words to classify it."""


@frozen
class QuotationPart:
    """The part of a quotation in one block, without its marks."""

    start: int
    """The offset of its first character."""
    end: int
    """The offset after its last character."""
    outer_start: int
    """The offset of the opening mark."""
    outer_end: int
    """The offset after the closing mark; equal to ``end`` without one."""
    block: int
    """The index of its block."""


@define
class Quotation:
    """One quotation, before it becomes a :class:`~articlekit.models.Quote`."""

    field: SpanField
    """Whether it is in the text or in the title."""
    parts: list[QuotationPart]
    """Its parts, one for each block."""
    depth: int
    """0 for an outer quotation, 1 and more within another one."""
    kind: QuoteKind = "scare"
    """What the marks do, as far as the words alone show."""


@frozen
class Region:
    """A block of the text, or the title: the range in which sentences and quotations are found."""

    field: SpanField
    """Whether its offsets are those of the text or of the title."""
    text: str
    """The whole text or title."""
    start: int
    """The start of the block, after a dateline."""
    end: int
    """The end of the block."""
    kind: str
    """The kind of the block; ``title`` for the title."""


def find_quotations(regions: Iterable[Region]) -> tuple[list[Quotation], int]:
    """Return the quotations of all regions in order, and how many marks have no partner.

    A quotation that a block leaves open goes on only if the next block opens with the same mark.
    """
    found: list[Quotation] = []
    running: Quotation | None = None
    open_sign, stray = "", 0
    for number, region in enumerate(regions):
        if running is not None and running.field != region.field:
            running, open_sign, stray = None, "", stray + 1
        result = pair_marks(region.text, region.start, region.end, open_sign=open_sign)
        is_continued = running is not None and any(pair.reopens for pair in result.pairs)
        stray += result.stray + (running is not None and not is_continued)
        running = _add(found, running, result.pairs, number, region)
        if running is not None and REPORTING_CLAUSE.search(region.text, running.parts[-1].start, region.end):
            running, stray = (
                None,
                stray + 1,
            )  # The closing mark is missing: the quotation ended before the reporting clause.
        open_sign = result.left_open.mark if result.left_open and running else ""
    return found, stray + (running is not None)


def _add(
    found: list[Quotation], running: Quotation | None, pairs: list[MarkPair], number: int, region: Region
) -> Quotation | None:
    """Add the quotations of a block to those found. Return the one that the block leaves open; None if it leaves none."""
    left_open: Quotation | None = None
    for pair in pairs:
        part = _part(pair, number, region.text)
        if part.end <= part.start:
            continue
        if pair.reopens and running is not None:
            running.parts.append(part)
            last = running
        else:
            last = Quotation(region.field, [part], pair.depth, classify_marks(region, part, pair.mark))
            found.append(last)
        if not pair.closed:
            left_open = last
    return left_open


def _part(pair: MarkPair, block: int, text: str) -> QuotationPart:
    """Return the words between the marks, without the blanks that French typography sets there."""
    start = pair.start + len(pair.mark)
    end = pair.end - pair.closed * (2 if pair.mark == "''" else 1)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return QuotationPart(start, end, pair.start, pair.end, block)


def classify_marks(region: Region, part: QuotationPart, mark: str) -> QuoteKind:
    """Return what quotation marks do, as far as the words in and around them show.

    Whole statements are ``speech``. A few words are ``scare`` quotes; :mod:`~articlekit.attribution.build` makes those in a claim fragments.
    """
    words = region.text[part.start : part.end]
    before = region.text[max(region.start, part.outer_start - CONTEXT_CHARS) : part.outer_start]
    after = region.text[part.outer_end : part.outer_end + CONTEXT_CHARS]
    found = WORD.findall(words[:MAX_CLASSIFIED_CHARS])
    short = len(found) <= MAX_NAME_WORDS
    if short and NAME_BEFORE.search(before) and words.removeprefix("the ")[:1].isupper():
        return "name"
    if (
        len(found) <= MAX_NICKNAME_WORDS
        and words[:1].isupper()
        and words[-1:].isalnum()
        and _between_names(before, after)
    ):
        return "name"
    if len(found) <= MAX_TITLE_WORDS and TITLE_BEFORE.search(before) and _is_title_case(found):
        return "title"
    ends = words[-1:]
    if len(found) > 1 and words[:1].isupper() and after.startswith(",") and not _is_title_case(found):
        return "speech"  # British papers set the comma after the marks.
    if len(found) >= MIN_SPEECH_WORDS or (ends in ".,!?…—" and found) or (mark in SINGLES and ends == ","):
        return "speech"
    return "scare"


def _between_names(before: str, after: str) -> bool:
    """True if a given name is before the marks and a surname after them: ``Jo "Gull" Brandt``."""
    return bool(CAPITAL_END.search(before) and CAPITAL_START.match(after))


def _is_title_case(words: list[str]) -> bool:
    return (
        bool(words)
        and words[0][:1].isupper()
        and all(w[:1].isupper() or w[:1].isdigit() or SMALL_WORD.match(w) for w in words)
    )
