"""The text of a small part of a page, and the seams in it where two adjacent inline elements touch.

Pages write ``<span>Ada Quill</span><span>Columnist</span>`` and let a style sheet set the two apart. Read as text they
run together: ``Ada QuillColumnist``.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from articlekit.parsers.draft import DraftBlock
from articlekit.parsers.html.dom.model import BREAK, Line, Page
from articlekit.parsers.html.dom.tags import BLOCKS, HEADINGS, UNSEEN
from articlekit.parsers.lines.normalize import without_invisible
from articlekit.parsers.text_builder import TextBuilder

MAX_NODES = 120
"""Nodes of one element that are read. A longer element is not a byline or a headline."""
MAX_LABEL_CHARS = 120
"""Characters of a line that is searched for adjacent elements. A longer line is a sentence."""
MIN_WORD_CHARS = 3
"""Characters that the texts on both sides of a seam have at least. A shorter one may be a part of a word."""
FLOWING_TEXT = frozenset(["p", "li", "td", "th", "pre", "blockquote", "dt", "dd", *HEADINGS])
"""Tags of block elements whose inline elements are parts of one text."""


def read_node(root: LexborNode) -> DraftBlock:
    """Return the text of ``root`` as one paragraph with its links; block elements and seams become line breaks."""
    builder = TextBuilder()
    opened: list[LexborNode] = []
    before = ""
    node: LexborNode | None = root
    for _ in range(MAX_NODES):
        if node is None:
            break
        tag = node.tag or ""
        child = None if tag in UNSEEN else node.first_child
        if tag == "-text":
            text = without_invisible(node.text_content or "")
            if root.tag not in FLOWING_TEXT and are_separate(before, text):
                builder.break_line()
            before = text
            builder.add(text)
        elif tag == "br" or tag in BLOCKS:
            builder.break_line()
        if child is not None:
            opened.append(node)
            if tag == "a":
                builder.open_link(node.attributes.get("href") or "")
            node = child
        else:
            node = _next(node, opened, builder)
    while opened:
        _close(opened.pop(), builder)
    return DraftBlock("paragraph", builder.text, builder.links)


def _next(node: LexborNode, opened: list[LexborNode], builder: TextBuilder) -> LexborNode | None:
    """Return the node after ``node`` and its descendants, and close the open nodes that end before it."""
    current = node
    while opened:
        if current.next is not None:
            return current.next
        current = opened.pop()
        _close(current, builder)
    return None


def _close(node: LexborNode, builder: TextBuilder) -> None:
    if node.tag == "a":
        builder.close_link()
    elif node.tag in BLOCKS:
        builder.break_line()


def separate_adjacent_elements(page: Page) -> None:
    """Insert a soft break into short lines at each seam. Needs ``prose_chars``: running text is not touched."""
    seams_by_line: dict[int, list[int]] = {}
    for index, line in enumerate(page.lines):
        parts = line.parts
        # A link with nothing next to it, as most lines of a menu are, has three parts.
        if (
            line.prose_chars
            or line.chars > MAX_LABEL_CHARS
            or len(parts) < 2
            or (len(parts) == 3 and not isinstance(parts[0], str))
        ):
            continue
        if line.element.tag not in FLOWING_TEXT and (seams := list(_seams(line))):
            seams_by_line[index] = seams
            line.insert_breaks(seams)
    if seams_by_line:
        _shift_time_elements(page, seams_by_line)


def _seams(line: Line) -> Iterator[int]:
    """Yield the indexes of the parts of a line that touch the part before and are separate from it."""
    before = ""
    for index, part in enumerate(line.parts):
        if isinstance(part, str):
            if are_separate(before, part):
                yield index
            before = part
        elif part is BREAK:
            before = ""


def are_separate(before: str, after: str) -> bool:
    """True if two texts that touch are not parts of one word: the second begins like a name or a number.

    >>> are_separate("Ada Quill", "Columnist"), are_separate("Ada Quill", "2 March"), are_separate("sub", "marine")
    (True, True, False)
    """
    if len(before) < MIN_WORD_CHARS or len(after) < MIN_WORD_CHARS:
        return False
    last, first = before[-1], after[0]
    if any(map(str.isspace, before[-MIN_WORD_CHARS:])):
        return False
    if first.isdigit():
        return last.islower()
    return first.isupper() and (last.islower() or last.isdigit() or last in ".)")


def _shift_time_elements(page: Page, seams_by_line: dict[int, list[int]]) -> None:
    """Move the part indexes of time elements along with the parts of their lines."""
    for time in page.time_elements:
        for seam in reversed(seams_by_line.get(time.line_index, ())):
            time.first_part += time.first_part >= seam
            time.end_part += time.end_part > seam
