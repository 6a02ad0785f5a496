"""What a web page states in JSON-LD, microdata and meta elements, as plain words."""

from __future__ import annotations

from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.html.metadata.values import host_labels
from articlekit.parsers.lines.normalize import match_key

MIN_LONG_BLOCK_CHARS = 100
"""Characters of a block from which on it is prose."""
MAX_NEARBY_LINE_CHARS = 240
"""Characters of a line around the headline, at most."""
MAX_OPENING_BLOCKS = 6
"""Blocks of the story at whose head a byline or a date can stand."""
MAX_OTHER_CHARS = 30
"""Characters of such a line beside the names or the date."""


def is_web_page(draft: Draft) -> bool:
    """Whether the draft is of a web page, which has rules of its own: a heading over its text may be a section's."""
    return bool(draft.facts.headings) or "html:title" in draft.facts.meta or "html:h1" in draft.facts.meta


def find_in_opening(draft: Draft, line: str, said: int) -> tuple[DraftBlock, ...]:
    """The block at the head of the story that a line beside the headline is, if it is little longer than ``said`` characters."""
    if len(line) > said + MAX_OTHER_CHARS:
        return ()
    return tuple(
        block for block in draft.body.kept[:MAX_OPENING_BLOCKS] if block.text == line or _is_remainder(block.text, line)
    )[:1]


def _is_remainder(words: str, line: str) -> bool:
    """Whether ``words`` are what a rule left of a line when it took the date from its middle."""
    return "\n" in words and all(part in line for part in words.split("\n"))


@fact
def headline_index(draft: Draft) -> int | None:
    """Where the headline stands among the lines beside it. None: it does not."""
    title = match_key(draft.decided.title or "")
    least, most = len(title), 2 * len(title) + MAX_OTHER_CHARS
    places = [
        place
        for place, line in enumerate(draft.facts.near_headline)
        if least <= len(line.text) <= most and match_key(line.text) == title
    ]
    headings = [place for place in places if draft.facts.near_headline[place].kind == "heading"]
    return headings[0] if headings else max(places, default=None)


@fact
def site_names(draft: Draft) -> frozenset[str]:
    """What the page calls its site and its publisher, squeezed, and the labels of its address."""
    return (
        draft.facts.site_names | frozenset(host_labels(draft.decided.url))
        if draft.decided.url
        else draft.facts.site_names
    )


@fact
def lines_below_prose(draft: Draft) -> frozenset[str]:
    """The short blocks of the story below its first long one, without line breaks: what stands there is told, and beside no headline."""
    blocks = [block for block in draft.body.blocks if block.kind != "heading"]
    first = next((place for place, block in enumerate(blocks) if len(block.text) >= MIN_LONG_BLOCK_CHARS), len(blocks))
    return frozenset(without_line_breaks(block) for block in blocks[first:] if len(block.text) <= MAX_NEARBY_LINE_CHARS)


def without_line_breaks(block: DraftBlock) -> str:
    """The words of a block without line breaks."""
    return block.text.replace("\n", "")
