"""Short lines in which a page sets elements side by side with nothing between: a name, a role, a date."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.html.dom.model import BREAK, Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS

SHORT = 120
"""Characters of a line that is no sentence."""
FEWEST = 3
"""Characters of a word that another hardly goes on from."""
TOLD_IN = frozenset(["p", "li", "td", "th", "pre", "blockquote", "dt", "dd", *HEADINGS])
"""Tags of boxes in which elements side by side are one text."""


def part_neighbours(page: Page) -> None:
    """Break short lines softly where one element ends like a name or a date, and the next begins like one."""
    moved: dict[int, list[int]] = {}
    for place, line in enumerate(page.lines):
        parts = line.parts
        # A link with nothing beside it, as most lines of a menu are, has three parts.
        if line.weight or line.size > SHORT or len(parts) < 2 or (len(parts) == 3 and not isinstance(parts[0], str)):
            continue
        if line.box.tag not in TOLD_IN and (seams := list(_seams(line))):
            moved[place] = seams
            for seam in reversed(seams):
                parts.insert(seam, BREAK)
    if moved:
        _move_stamps(page, moved)


def _seams(line: Line) -> Iterator[int]:
    """The places among the parts of a line at which one element begins where another has just ended."""
    before = ""
    for place, part in enumerate(line.parts):
        if isinstance(part, str):
            if are_parted(before, part):
                yield place
            before = part
        elif part is BREAK:
            before = ""


def are_parted(before: str, after: str) -> bool:
    """Whether the words of two elements without a space between them do not go on in each other.

    >>> are_parted("Ada Quill", "Columnist"), are_parted("Ada Quill", "2 March"), are_parted("sub", "marine")
    (True, True, False)
    """
    if len(before) < FEWEST or len(after) < FEWEST:
        return False
    last, first = before[-1], after[0]
    if any(map(str.isspace, before[-FEWEST:])):
        return False
    if first.isdigit():
        return last.islower()
    return first.isupper() and (last.islower() or last.isdigit() or last in ".)")


def _move_stamps(page: Page, moved: dict[int, list[int]]) -> None:
    """Let the times that lines hold be found where their parts have moved to."""
    for stamp in page.stamps:
        for seam in reversed(moved.get(stamp.place, ())):
            stamp.begin += stamp.begin >= seam
            stamp.end += stamp.end > seam
