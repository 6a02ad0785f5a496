"""Pull quotes: sentences of the story that the page repeats in a box of their own."""

from __future__ import annotations

from collections import Counter

from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Element, Line
from articlekit.parsers.html.dom.tags import HEADINGS

MIN_PULL_QUOTE_CHARS, MAX_PULL_QUOTE_CHARS = 25, 400
"""Characters of a pull quote. Shorter words may be in the story by chance; a longer text is a box with its own content."""
MAX_CANDIDATES = 60
"""Candidates of a page that are looked for in its story. Bounds the time."""
MAX_BOX_LINES = 4
"""Lines in the box of a pull quote: its parts, its speaker, a label."""
NEAR_ANCESTORS = 3
"""Ancestors of a line, its own element left out, among which its box is looked for."""
MAX_SIGNATURE_CHARS = 120
"""Characters of the line under a pull quote that names its speaker."""

_BOX_TAGS = frozenset(("aside", "blockquote", "figure"))
_BOX_WORDS = frozenset("pullquote pull pulled quote blockquote".split())
_MARKS = " \n\t\xa0\"'“”„‟«»‹›‘’‚—–-.…"


def without_pull_quotes(story: list[Line]) -> list[Line]:
    """Return ``story`` without the boxed lines whose words are in its other lines too, and without their signatures."""
    known: dict[Element, Element | None] = {}
    boxes = {line: box for line in story if (box := _box_of(line.element, known)) is not None}
    if not boxes:
        return story
    rest = "\n".join(line.text for line in story if line not in boxes)
    line_counts = Counter(boxes.values())
    candidates = [
        line
        for line in story
        if (box := boxes.get(line)) is not None
        and line_counts[box] <= MAX_BOX_LINES
        and line.element.tag not in HEADINGS
        and MIN_PULL_QUOTE_CHARS <= len(line.text) <= MAX_PULL_QUOTE_CHARS
    ]
    quotes = {line for line in candidates[:MAX_CANDIDATES] if (words := line.text.strip(_MARKS)) and words in rest}
    if not quotes:
        return story
    quote_boxes = {boxes[line] for line in quotes}
    return [line for line in story if line not in quotes and not (boxes.get(line) in quote_boxes and _may_sign(line))]


def _box_of(element: Element, known: dict[Element, Element | None]) -> Element | None:
    """Return the element that sets the lines of ``element`` apart; ``known`` holds the answers for the parents asked before."""
    if _is_box(element):
        return element
    parent = element.parent
    if parent is None:
        return None
    if parent not in known:
        known[parent] = _nearest_box(parent)
    return known[parent]


def _nearest_box(element: Element) -> Element | None:
    """Return the nearest box among an element and its ancestors, or None."""
    ancestor: Element | None = element
    for _ in range(NEAR_ANCESTORS):
        if ancestor is None:
            break
        if _is_box(ancestor):
            return ancestor
        ancestor = ancestor.parent
    return None


def _is_box(element: Element) -> bool:
    """True if an element sets its lines apart from the story."""
    return element.tag in _BOX_TAGS or bool(name_words(element) & _BOX_WORDS)


def _may_sign(line: Line) -> bool:
    """True if a line in the box of a pull quote can only name the speaker."""
    return line.chars <= MAX_SIGNATURE_CHARS and not line.prose_chars
