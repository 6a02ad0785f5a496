"""What stands around the story: the headings over it, and the short lines beside its headline."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.blocks import to_blocks
from articlekit.parsers.html.tags import HEADINGS
from articlekit.parsers.html.tree import Line, Page

ABOVE = 8
"""Lines above the headline that may tell who wrote the story, and when."""
BELOW = 40
"""Lines below the headline that are looked at for the beginning of the story."""
INSIDE = 4
"""Lines of the story's beginning between which such lines may stand."""
SHORT = 200
"""Characters of a line that can still be a byline or a date."""
FAR = 150
"""Lines above the story among which its headline is looked for."""
LONGEST_HEADING = 400
"""Characters of a heading that can still be a headline."""


def read_surroundings(page: Page, story: list[Line], draft: Draft) -> None:
    """Fill ``draft.headings`` and ``draft.beside`` from the lines of ``page`` around those of its ``story``."""
    lines = page.lines
    told = [line for line in story if line.box.tag != "h1"]
    kept = {id(line) for line in told[INSIDE:]}
    first = next((place for place, line in enumerate(lines) if told and line is told[0]), min(len(lines), BELOW))
    draft.headings = tuple(to_blocks(list(_headings(lines[max(0, first - FAR) : first + INSIDE]))))
    title = next((place for place in range(first - 1, -1, -1) if lines[place].box.tag in ("h1", "h2")), first)
    titles = [place for place in range(first) if lines[place].box.tag == "h1" and place >= title - BELOW]
    top = max(0, min([title, *titles]) - ABOVE)
    bottom = min(len(lines), max(first, title) + BELOW)
    standing = {id(line) for line in story}
    beside: list[Line] = []
    for line in lines[top:bottom]:
        if id(line) in kept:
            break
        if line.box.tag in ("h1", "h2") or (id(line) not in standing and 0 < line.size <= SHORT):
            beside.append(line)
    draft.beside = tuple(to_blocks(beside))


def _headings(lines: list[Line]) -> Iterator[Line]:
    """The headings that lead nowhere."""
    for line in lines:
        if line.box.tag in ("h1", "h2", "h3") and line.linked <= 0.5 * line.size and line.size <= LONGEST_HEADING:
            yield line
