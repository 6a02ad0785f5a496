"""Which of the lines of a page are the story's."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from unicodedata import category

from articlekit.parsers.html.boilerplate.by_markup import mark_apparatus
from articlekit.parsers.html.boilerplate.paywall_boxes import mark_walls
from articlekit.parsers.html.boilerplate.prose_weight import LONG, Weights, weigh
from articlekit.parsers.html.boilerplate.teasers import Make, announced_lists, find_cards, make_of, stays, target
from articlekit.parsers.html.dom.adjacent import part_neighbours
from articlekit.parsers.html.dom.model import Box, Line, Mark, Page, holder
from articlekit.parsers.html.dom.tags import CELLS, HEADINGS
from articlekit.parsers.html.media.unmarked_captions import mark_captions
from articlekit.parsers.html.metadata.hints import Witness
from articlekit.parsers.html.story.container import find_root, twins
from articlekit.parsers.html.story.sections import LONGEST_LABEL, with_sections
from articlekit.parsers.html.story.standfirst import find_head, find_headlines, without_kickers
from articlekit.parsers.lines.byline_labels import split_byline_label
from articlekit.parsers.lines.names import is_person

TEXT = frozenset(["p", "li", "blockquote", "cite", *HEADINGS])
"""Tags that writers put text in."""
LONGEST_DIVIDER = 12
"""Characters of a line that parts a story's sections."""
LONGEST_TITLE = 200
"""Characters of a headline."""
FEWEST_PARTS = 3
"""Headings that lead elsewhere and are the parts of one article, at least."""
HEAD = 6
"""Lines among which its byline stands."""

_NO_DIVIDERS = frozenset((*CELLS, "pre"))
"""Tags of boxes in which punctuation says something."""
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|zip)(?:[?#]|$)", re.IGNORECASE)
_LABEL = re.compile(r"(?:[^:：.!?]{2,40}[:：]|【[^【】]{1,20}】)[\s,;|·•/&]*")


def find_story(page: Page, witness: Witness) -> list[Line]:
    """The lines of the story in page order: its headline, its standfirst, its text."""
    page.headlines = find_headlines(page, witness)
    weights = weigh(page)
    part_neighbours(page)
    mark_apparatus(page, weights, find_cards(page, weights, witness.host))
    mark_walls(page, weights)
    mark_captions(page)
    placed = _in_place(page, weights, witness)
    whole = _whole_lists(placed)
    lines = [line for line in placed if (line.box.tag == "li" and _list(line) in whole) or _belongs(line, witness.host)]
    lines = _once(_with_cells(placed, _with_linked_headings(page, placed, lines, witness)))
    lines = _without_link_lists(lines, witness.host, whole)
    lines = [line for line in with_sections(page, lines, witness.host) if not _repeats_title(line, witness)]
    if not lines:
        return []
    lines = without_kickers(page, lines)
    return find_head(page, witness, lines) + lines


def _in_place(page: Page, weights: Weights, witness: Witness) -> list[Line]:
    """The lines in the story's box, and the paragraphs that stand beside it in the boxes around it."""
    if not page.boxes:
        return []
    root = find_root(page, witness)
    frames = {box.number for box in root.around()}
    others = twins(page, root, weights)
    return [
        line
        for line in page.lines
        if not line.box.out
        and (
            root.holds(line.box)
            or (line.weight and holder(line).number in frames)
            or any(other.holds(line.box) for other in others)
        )
        and not _is_divider(line)
    ]


def _is_divider(line: Line) -> bool:
    """Whether a line of its own is nothing but punctuation, or one sign again and again. A question mark can be all that somebody says."""
    if line.weight or line.linked or line.box.tag in _NO_DIVIDERS:
        return False
    if line.size > LONGEST_DIVIDER:
        return line.text[0] == line.text[-1] and len(set(line.text)) == 1
    if any(map(str.isalnum, line.text)):
        return False
    return all(mark not in "?!" and (mark in "+|~=<>^`" or category(mark)[0] in "PZCM") for mark in line.text)


def _once(lines: list[Line]) -> list[Line]:
    """``lines`` without what tells a thing for the second time in another box, as pages do for small screens.

    What is said twice in one box was said twice.
    """
    told: dict[str, Box | None] = {}
    kept: list[Line] = []
    for line in lines:
        telling = line.weight and line.box.tag != "td" and line.box.tag not in HEADINGS
        if not telling or told.setdefault(line.text, line.box.parent) is line.box.parent:
            kept.append(line)
    return kept


def _whole_lists(placed: list[Line]) -> set[int]:
    """The lists that stay as they are, links or not: those that a line of the story announces, and those that mostly tell."""
    items: dict[int, list[Line]] = {}
    for line in placed:
        if line.box.tag == "li":
            items.setdefault(_list(line), []).append(line)
    if not items:
        return set()
    plain = {number: sum(line.linked <= 0.6 * line.size for line in lines) for number, lines in items.items()}
    return announced_lists(placed) | {number for number, lines in items.items() if 2 * plain[number] >= len(lines)}


def _with_linked_headings(page: Page, placed: list[Line], lines: list[Line], witness: Witness) -> list[Line]:
    """``lines`` with the headings that lead elsewhere, or are of the first level, and stand right over what the story tells."""
    kept = set(map(id, lines))
    over = [(line, below) for line, below in pairwise(placed) if line.box.tag in HEADINGS and id(line) not in kept]
    if not over:
        return lines
    rows = _rows(placed, lines, over, witness)
    found = {
        id(line)
        for line, below in over
        if (_is_section(page, line, witness) if line.box.tag == "h1" else _stands_over(line, below, rows))
    }
    return [line for line in placed if id(line) in found or id(line) in kept] if found else lines


def _rows(placed: list[Line], lines: list[Line], over: list[tuple[Line, Line]], witness: Witness) -> set[Make]:
    """The tags of headings of the story, with the box that they stand in, row on row.

    One that leads nowhere is such, and so are several that stand over something in what is stated or signed to be one article.
    """
    rows = {make_of(line.box) for line in lines if line.box.tag in HEADINGS}
    leading = Counter(make_of(line.box) for line, below in over if below.weight)
    many = [row for row, count in leading.items() if count >= FEWEST_PARTS]
    if many and (witness.article or any(map(_is_signature, placed[:HEAD]))):
        rows.update(many)
    return rows


def _is_signature(line: Line) -> bool:
    """Whether a line is a byline with its label."""
    labelled, name = split_byline_label(line.text) if line.size <= LONGEST_LABEL else (False, "")
    return labelled and is_person(name)


def _stands_over(heading: Line, below: Line, rows: set[Make]) -> bool:
    """Whether what is told under a heading stands in the same box: much, or something where other headings do so too."""
    parent = heading.box.parent
    if parent is None or not parent.holds(below.box):
        return False
    return below.weight >= (LONG if make_of(heading.box) not in rows else 1)


def _is_section(page: Page, heading: Line, witness: Witness) -> bool:
    """Whether a heading of the first level is not the headline, but heads a part of the story: one of these stands above it."""
    return not heading.weight and page.headlines[0] is not heading and not witness.states(heading.text)


def _belongs(line: Line, host: str | None) -> bool:
    """Whether a line in its place is the story's: no headline, and no line that only leads to another story."""
    tag = line.box.tag
    if tag == "h1":
        return False
    if line.linked <= 0.6 * line.size:
        return tag != "p" or not _is_label_with_links(line, host)
    if tag not in TEXT or _is_label_with_links(line, host):
        return False
    if tag == "p" and _FILE.search(target(line)):
        return True
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


def _without_link_lists(lines: list[Line], host: str | None, whole: set[int]) -> list[Line]:
    """``lines`` without the lists whose every item leads to another story of the site or down this page, and without their labels.

    Those of the lists ``whole`` are kept.
    """
    leading: dict[int, bool] = {}
    for line in lines:
        if line.box.tag == "li" and _list(line) not in whole:
            href = target(line)
            leads = 2 * line.linked >= line.size and (href.startswith("#") or stays(href, host))
            leading[_list(line)] = leads and leading.get(_list(line), True)
    if not any(leading.values()):
        return lines
    kept: list[Line] = []
    for line in lines:
        if line.box.tag != "li" or not leading.get(_list(line)):
            kept.append(line)
        elif kept and kept[-1].size <= LONGEST_LABEL and not kept[-1].weight and kept[-1].box.tag != "li":
            kept.pop()
    return kept


def _list(item: Line) -> int:
    """The number of the list that an item stands in."""
    return item.box.parent.number if item.box.parent is not None else 0


def _repeats_title(line: Line, witness: Witness) -> bool:
    if line.size >= LONGEST_TITLE or line.box.tag in ("p", "li"):
        return False
    return witness.states(line.text) if line.box.tag == "h1" else witness.names(line.text)
