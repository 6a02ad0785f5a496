"""Links that stand among the lines of a story and are not of its text: the headlines of other stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from articlekit.parsers.draft import RelatedLink
from articlekit.parsers.html.blocks.lines_to_blocks import read_words
from articlekit.parsers.html.boilerplate.by_markup import ROLES, TAGS, WORDS
from articlekit.parsers.html.boilerplate.teasers import stays
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Box, Line, Mark, Page

MOST = 30
"""Such links of one page."""
HEADLINE = 24
"""Characters of a link that is a headline and no label."""
_STORIES = frozenset(
    "related recommended recommendation recommendations relatedposts recirc teaser teasers trending mostread".split()
)
"""Words in the name of a box with other stories."""
_ELSE = WORDS - _STORIES
"""Words in the name of a box with something else."""
_FRAMES = TAGS - {"aside"}
"""Tags of boxes with something else."""


def links_among(page: Page, story: list[Line], host: str | None) -> tuple[RelatedLink, ...]:
    """The links to other pages of the site that stand between the first and the last line that ``story`` tells something in.

    One that leads where the story's own words lead is none of them, nor is a second one to the same page.
    """
    told = [line for line in story if line.weight and not line.standfirst]
    if len(told) < 2:
        return ()
    among = page.lines[page.places[id(told[0])] : page.places[id(told[-1])]]
    linked = [line for line in among if line.linked >= HEADLINE and 2 * line.linked > line.size]
    if not linked:
        return ()
    frame = next(box for box in told[0].box.around() if box.holds(told[-1].box))
    own = set(map(id, story))
    left = (line for line in linked if id(line) not in own and not _is_elsewhere(line, frame))
    found: dict[str, RelatedLink] = {}
    for words, href in _links(left):
        if len(words) >= HEADLINE and stays(href, host):
            found.setdefault(href, RelatedLink(words, href, "related"))
    if not found:
        return ()
    known = {part.href for line in story if line.linked for part in line.parts if isinstance(part, Mark)}
    return tuple(islice((link for href, link in found.items() if href not in known), MOST))


def _is_elsewhere(line: Line, frame: Box) -> bool:
    """Whether a line stands in a menu, under a picture, or in a box that asks for something or tells about the story."""
    for box in line.box.around():
        if box is frame:
            return False
        if box.out and (box.tag in _FRAMES or box.attributes.get("role") in ROLES or name_words(box) & _ELSE):
            return True
    return True


def _links(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """The words and the target of each link in ``lines``."""
    for block in (read_words(line.parts) for line in lines):
        yield from ((block.words[link.start : link.end], link.href) for link in block.links)
