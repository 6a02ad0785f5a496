"""Which of the lines of a page are the story's."""

from __future__ import annotations

import re

from articlekit.parsers.html.apparatus import mark_apparatus
from articlekit.parsers.html.cards import find_cards, stays, target
from articlekit.parsers.html.head import find_head, find_headlines, without_kickers
from articlekit.parsers.html.root import find_root, holder
from articlekit.parsers.html.seams import part_neighbours
from articlekit.parsers.html.tags import HEADINGS
from articlekit.parsers.html.tree import Line, Mark, Page
from articlekit.parsers.html.weights import weigh
from articlekit.parsers.html.witness import Witness

TEXT = frozenset(["p", "li", "blockquote", "cite", *HEADINGS])
"""Tags that writers put text in."""
CELLS = ("td", "th")
"""Tags of cells."""
NO_HEADING = 9
"""The level of what is no heading."""
LONGEST_LABEL = 60
"""Characters of a line that announces what stands under it."""
LONGEST_TITLE = 200
"""Characters of a headline."""

_LABEL = re.compile(r"(?:[^:：.!?]{2,40}[:：]|【[^【】]{1,20}】)[\s,;|·•/&]*")


def find_story(page: Page, witness: Witness) -> list[Line]:
    """The lines of the story in page order: its headline, its standfirst, its text."""
    page.headlines = find_headlines(page, witness)
    weights = weigh(page)
    part_neighbours(page)
    mark_apparatus(page, weights, find_cards(page, weights, witness.host))
    placed = _in_place(page, witness)
    lines = _once(_with_cells(placed, [line for line in placed if _belongs(line, witness.host)]))
    lines = _without_link_lists(lines, witness.host)
    dropped = {line.box.number for line in page.lines if line.box.out}
    lines = [line for line in _with_sections(lines, dropped) if not _repeats_title(line, witness)]
    if not lines:
        return []
    lines = without_kickers(page, lines)
    return find_head(page, witness, lines) + lines


def _in_place(page: Page, witness: Witness) -> list[Line]:
    """The lines in the story's box, and the paragraphs that stand beside it in the boxes around it."""
    if not page.boxes:
        return []
    root = find_root(page, witness)
    frames = {box.number for box in root.around()}
    return [
        line
        for line in page.lines
        if not line.box.out and (root.holds(line.box) or (line.weight and holder(line).number in frames))
    ]


def _once(lines: list[Line]) -> list[Line]:
    """``lines`` without what tells a thing for the second time, as pages do for small screens."""
    told: set[str] = set()
    kept: list[Line] = []
    for line in lines:
        if line.weight and line.box.tag != "td" and line.box.tag not in HEADINGS:
            if line.text in told:
                continue
            told.add(line.text)
        kept.append(line)
    return kept


def _belongs(line: Line, host: str | None) -> bool:
    """Whether a line in its place is the story's: no headline, and no line that only leads to another story."""
    tag = line.box.tag
    if tag == "h1":
        return False
    if line.linked <= 0.6 * line.size:
        return tag != "p" or not _is_label_with_links(line, host)
    if tag not in TEXT or _is_label_with_links(line, host):
        return False
    return line.linked < 0.9 * line.size or not (stays(target(line), host) or line.text.isupper())


def _with_cells(placed: list[Line], lines: list[Line]) -> list[Line]:
    """``lines`` with the linked cells that stand in one row of a table with any of them."""
    rows = {line.box.parent for line in lines if line.box.tag in CELLS}
    if not rows:
        return lines
    kept = set(map(id, lines))
    return [line for line in placed if id(line) in kept or (line.box.tag in CELLS and line.box.parent in rows)]


def _is_label_with_links(line: Line, host: str | None) -> bool:
    """Whether a line is a label with a colon, and links to other pages of the site with nothing but commas between them."""
    if not line.linked or line.weight or not stays(target(line), host):
        return False
    label, linked = "", False
    for part in line.parts:
        if isinstance(part, Mark):
            linked = part.kind == "link" or (linked and part.kind != "end")
        elif not linked:
            label += part
    return _LABEL.fullmatch(label.strip()) is not None


def _without_link_lists(lines: list[Line], host: str | None) -> list[Line]:
    """``lines`` without the lists whose every item leads to another story of the site, and without their labels."""
    leading: dict[int, bool] = {}
    for line in lines:
        if line.box.tag == "li":
            leads = 2 * line.linked >= line.size and stays(target(line), host)
            leading[_list(line)] = leads and leading.get(_list(line), True)
    if not any(leading.values()):
        return lines
    kept: list[Line] = []
    for line in lines:
        if line.box.tag != "li" or not leading[_list(line)]:
            kept.append(line)
        elif kept and kept[-1].size <= LONGEST_LABEL and not kept[-1].weight and kept[-1].box.tag != "li":
            kept.pop()
    return kept


def _list(item: Line) -> int:
    """The number of the list that an item stands in."""
    return item.box.parent.number if item.box.parent is not None else 0


def _with_sections(lines: list[Line], dropped: set[int]) -> list[Line]:
    """``lines`` without links at the end, and without the headings under which nothing stands.

    ``dropped`` are the numbers of the boxes whose lines were found to be apparatus.
    """
    kept: list[Line] = []
    below = 0
    for line in reversed(lines):
        level = HEADINGS.get(line.box.tag, NO_HEADING)
        if level == NO_HEADING:
            if not kept and line.box.tag != "li" and (line.linked >= 0.9 * line.size or _announces(line)):
                continue
        elif level >= below or _heads_apparatus(line, kept[-1], dropped):
            continue
        kept.append(line)
        below = level
    return kept[::-1]


def _announces(line: Line) -> bool:
    """Whether a line only says that something follows."""
    return line.size <= LONGEST_LABEL and line.text.endswith((":", "：", "...", "…"))


def _heads_apparatus(heading: Line, after: Line, dropped: set[int]) -> bool:
    """Whether what stood under a heading is apparatus: the box around it holds such, and not the next line."""
    parent = heading.box.parent
    if parent is None or parent.holds(after.box):
        return False
    return any(number in dropped for number in range(heading.box.last + 1, parent.last + 1))


def _repeats_title(line: Line, witness: Witness) -> bool:
    return line.size < LONGEST_TITLE and line.box.tag not in ("p", "li") and witness.names(line.text)
