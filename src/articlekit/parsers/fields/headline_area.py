"""For rules: the lines around the headline of a web page, and the opening blocks of its body."""

from __future__ import annotations

from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.html.metadata.values import host_labels
from articlekit.parsers.lines.normalize import match_key

MIN_LONG_BLOCK_CHARS = 100
"""Characters of a block that is running text."""
MAX_NEARBY_LINE_CHARS = 240
"""Characters of a line near the headline."""
MAX_OPENING_BLOCKS = 6
"""Blocks at the start of the body among which a byline or a date is."""
MAX_OTHER_CHARS = 30
"""Characters that such a line may have next to the names or the date."""


def is_web_page(draft: Draft) -> bool:
    """True if the input is a web page, which has rules of its own: a heading above its text may name a section."""
    return bool(draft.facts.headings) or "html:title" in draft.facts.meta or "html:h1" in draft.facts.meta


def find_in_opening(draft: Draft, line: str, known_chars: int) -> tuple[DraftBlock, ...]:
    """Return the opening block that is the same line as one near the headline, if the line has little else.

    ``known_chars`` is the number of its characters that a rule has read.
    """
    if len(line) > known_chars + MAX_OTHER_CHARS:
        return ()
    return tuple(
        block for block in draft.body.kept[:MAX_OPENING_BLOCKS] if block.text == line or _is_remainder(block.text, line)
    )[:1]


def _is_remainder(words: str, line: str) -> bool:
    """True if ``words`` are the rest of a line after a rule took the date from its middle."""
    return "\n" in words and all(part in line for part in words.split("\n"))


@fact
def headline_index(draft: Draft) -> int | None:
    """Return the index of the headline among the lines near it. None if it is not one of them."""
    title = match_key(draft.decided.title or "")
    min_chars, max_chars = len(title), 2 * len(title) + MAX_OTHER_CHARS
    found = [
        (index, line.kind)
        for index, line in enumerate(draft.facts.near_headline)
        if min_chars <= len(line.text) <= max_chars and match_key(line.text) == title
    ]
    headings = [index for index, kind in found if kind == "heading"]
    return headings[0] if headings else max((index for index, _ in found), default=None)


@fact
def site_names(draft: Draft) -> frozenset[str]:
    """Return the match keys of the names of the site and its publisher, and the labels of its host."""
    labels = host_labels(draft.decided.url) if draft.decided.url else ()
    return draft.facts.site_names | frozenset(labels)


@fact
def lines_below_prose(draft: Draft) -> frozenset[str]:
    """Return the short blocks below the first long block, without line breaks: they are part of the text, not of the header."""
    blocks = [block for block in draft.body.blocks if block.kind != "heading"]
    first = next((index for index, block in enumerate(blocks) if len(block.text) >= MIN_LONG_BLOCK_CHARS), len(blocks))
    return frozenset(without_line_breaks(block) for block in blocks[first:] if len(block.text) <= MAX_NEARBY_LINE_CHARS)


def without_line_breaks(block: DraftBlock) -> str:
    """Return the text of a block without line breaks."""
    return block.text.replace("\n", "")
