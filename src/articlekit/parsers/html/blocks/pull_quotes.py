"""Pull quotes: words of the story that are set apart to be seen, and stand in it a second time."""

from __future__ import annotations

from collections import Counter

from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Box, Line
from articlekit.parsers.html.dom.tags import HEADINGS

SHORTEST, LONGEST = 25, 400
"""Characters of a pull quote."""
MOST = 60
"""Pull quotes of one page that are looked for in its story."""
FEW = 4
"""Lines in the box of a pull quote at most: its parts, its speaker, a label."""
NEAR = 3
"""Boxes around a line that may set it apart."""
LONGEST_SIGNATURE = 120
"""Characters of the line under a pull quote that names its speaker."""

_TAGS = frozenset(("aside", "blockquote", "figure"))
_WORDS = frozenset("pullquote pull pulled quote blockquote".split())
_MARKS = " \n\t\xa0\"'“”„‟«»‹›‘’‚—–-.…"


def without_pulled(story: list[Line]) -> list[Line]:
    """``story`` without the lines that are set apart and stand in its other lines too, and without their signatures."""
    known: dict[int, Box | None] = {}
    apart = {id(line): box for line in story if (box := _apart(line.box, known)) is not None}
    if not apart:
        return story
    rest = "\n".join(line.text for line in story if id(line) not in apart)
    sizes = Counter(box.number for box in apart.values())
    candidates = [
        line
        for line in story
        if (box := apart.get(id(line))) is not None
        and sizes[box.number] <= FEW
        and line.box.tag not in HEADINGS
        and SHORTEST <= len(line.text) <= LONGEST
    ]
    pulled = {id(line) for line in candidates[:MOST] if (words := line.text.strip(_MARKS)) and words in rest}
    if not pulled:
        return story
    boxes = {apart[number].number for number in pulled}
    return [line for line in story if id(line) not in pulled and not _signs(line, apart.get(id(line)), boxes)]


def _apart(box: Box, known: dict[int, Box | None]) -> Box | None:
    """As :func:`_set_apart`; ``known`` are the answers for the boxes around those that were asked about."""
    if box.tag in _TAGS or name_words(box) & _WORDS:
        return box
    parent = box.parent
    if parent is None:
        return None
    if parent.number not in known:
        known[parent.number] = _set_apart(parent)
    return known[parent.number]


def _set_apart(box: Box) -> Box | None:
    """The box that sets the lines in ``box`` apart from the story. None: nothing does."""
    around: Box | None = box
    for _ in range(NEAR):
        if around is None:
            break
        if around.tag in _TAGS or name_words(around) & _WORDS:
            return around
        around = around.parent
    return None


def _signs(line: Line, apart: Box | None, boxes: set[int]) -> bool:
    """Whether a line only names the speaker of a pull quote in the same box."""
    return apart is not None and apart.number in boxes and line.size <= LONGEST_SIGNATURE and not line.weight
