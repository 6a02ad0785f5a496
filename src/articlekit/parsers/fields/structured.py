"""What a web page states in JSON-LD, microdata and meta elements, as plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.html.metadata.site_names import host_labels
from articlekit.parsers.lines.prose import squeeze

T = TypeVar("T")

PROSE = 100
"""Characters of a block from which on it is prose."""
FAR = 240
"""Characters of a line around the headline, at most."""
HEAD = 6
"""Blocks of the story at whose head a byline or a date can stand."""
MORE = 30
"""Characters of such a line beside the names or the date."""


def once(draft: Draft, name: str, work: Callable[[Draft], T]) -> T:
    """What ``work`` finds in the draft, worked out when it is first asked for."""
    if name not in draft.memo:
        draft.memo[name] = work(draft)
    found: T = draft.memo[name]
    return found


def is_web_page(draft: Draft) -> bool:
    """Whether the draft is of a web page, which has rules of its own: a heading over its text may be a section's."""
    return bool(draft.headings) or "html:title" in draft.meta or "html:h1" in draft.meta


def standing(draft: Draft, line: str, said: int) -> tuple[DraftBlock, ...]:
    """The block at the head of the story that a line beside the headline is, if it is little longer than ``said`` characters."""
    if len(line) > said + MORE:
        return ()
    return tuple(block for block in draft.body()[:HEAD] if block.text == line or _is_rest(block.text, line))[:1]


def _is_rest(words: str, line: str) -> bool:
    """Whether ``words`` are what a rule left of a line when it took the date from its middle."""
    return "\n" in words and all(part in line for part in words.split("\n"))


def title_place(draft: Draft) -> int | None:
    """Where the headline stands among the lines beside it. None: it does not."""
    return once(draft, "title_place", _title_place)


def _title_place(draft: Draft) -> int | None:
    title = squeeze(draft.title or "")
    least, most = len(title), 2 * len(title) + MORE
    places = [
        place
        for place, line in enumerate(draft.beside)
        if least <= len(line.text) <= most and squeeze(line.text) == title
    ]
    headings = [place for place in places if draft.beside[place].kind == "heading"]
    return headings[0] if headings else max(places, default=None)


def site_names(draft: Draft) -> frozenset[str]:
    """What the page calls its site and its publisher, squeezed, and the labels of its address."""
    return once(draft, "site_names", _site_names)


def _site_names(draft: Draft) -> frozenset[str]:
    return draft.site_names | frozenset(host_labels(draft.url)) if draft.url else draft.site_names


def below_prose(draft: Draft) -> frozenset[str]:
    """The short blocks of the story below its first long one, without line breaks: what stands there is told, and beside no headline."""
    return once(draft, "below_prose", _find_below_prose)


def _find_below_prose(draft: Draft) -> frozenset[str]:
    blocks = [block for block in draft.blocks if block.kind != "heading"]
    first = next((place for place, block in enumerate(blocks) if len(block.text) >= PROSE), len(blocks))
    return frozenset(unbroken(block) for block in blocks[first:] if len(block.text) <= FAR)


def unbroken(block: DraftBlock) -> str:
    """The words of a block without line breaks."""
    return block.text.replace("\n", "")
