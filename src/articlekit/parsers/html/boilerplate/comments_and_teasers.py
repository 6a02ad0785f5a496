"""Lines beside the story that are not of it: what readers wrote, and the teasers of other stories."""

from __future__ import annotations

from itertools import islice

from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Line
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.lines.normalize import match_key

NEAR = 6
"""Boxes around a line that are asked for their names."""
HEADLINE = 25
"""Characters of a heading that is a headline and no name."""
_ELSEWHERE = frozenset("aside li table".split())
"""Tags of boxes in which a date is about something else."""
_OTHERS = frozenset("comment comments reply replies disqus teaser teasers related recommended".split())
"""Words in the names of boxes with what readers wrote, and with other stories."""


def is_others(line: Line) -> bool:
    """Whether a line is somebody else's: in a quotation, or among what readers wrote."""
    for box in islice(line.box.around(), NEAR):
        if box.tag == "blockquote" or not _OTHERS.isdisjoint(name_words(box)):
            return True
    return False


def is_elsewhere(line: Line) -> bool:
    """Whether a line stands in a list, a table or a sidebar, where dates are about something else."""
    return any(box.tag in _ELSEWHERE for box in islice(line.box.around(), NEAR))


def is_teaser(lines: list[Line], place: int, titles: str) -> bool:
    """Whether the line at ``place`` stands beside a headline that leads to another story than the one of ``titles``."""
    near = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    headings = (line for line in near if line.box.tag in HEADINGS and line.box.tag != "h1" and line.size >= HEADLINE)
    linked = (line for line in headings if line.linked >= 0.9 * line.size)
    heads = [match_key(line.text) for line in linked]
    return bool(heads) and not any(head in titles for head in heads)
