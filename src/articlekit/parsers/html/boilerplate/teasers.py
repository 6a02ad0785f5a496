"""Cards: small boxes of one make that each lead to another page of the site."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from articlekit.parsers.html.boilerplate.prose_weight import Weights, totals
from articlekit.parsers.html.dom.model import Box, Line, Mark, Page
from articlekit.parsers.html.dom.tags import HEADINGS

LARGEST = 800
"""Characters in a card."""
INTRODUCTION = 21
"""Characters of a line with a colon that says more than that something follows."""
MOST_LINKS = 3
"""How many lines of a card are links."""
RATIO = 8
"""A card is no more than so many times as long as the headline that it links."""
SHORTEST = 12
"""Characters in the link of a card: fewer are a button."""
FEWEST, MOST_OTHERS = 3, 0.7
"""How many cards of one make there are at least, and which part of all small boxes of that make they are."""
NO_CARD = frozenset([*HEADINGS, *"p tr td tbody table ul ol body".split()])
"""Tags that are no box of their own kind."""

_HOST = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?([^/?#:]*)", re.IGNORECASE)

Make = tuple[str | None, ...]


def find_cards(page: Page, weights: Weights, host: str | None) -> set[int]:
    """The numbers of the boxes that are cards. ``host`` is where the page comes from, to tell links that stay there."""
    leading = [line for line in page.lines if leads(line, host)]
    if len(leading) < FEWEST:
        return set()
    links = totals(page, leading, [1] * len(leading))
    led = totals(page, leading, [line.size for line in leading])
    sizes, tells = weights.sizes, weights.tells
    cards = [
        box
        for box in page.boxes
        if 1 <= links[box.number] <= MOST_LINKS
        and sizes[box.number] <= min(LARGEST, RATIO * led[box.number])
        and tells[box.number] <= 1
        and box.tag not in NO_CARD
    ]
    if any(box.tag == "li" for box in cards):
        lists = announced_lists(page.lines)
        cards = [box for box in cards if box.tag != "li" or box.parent is None or box.parent.number not in lists]
    made = {make: boxes for make, boxes in _bymake_of(cards).items() if len(boxes) >= FEWEST}
    tags = {make[0] for make in made}
    small = [box for box in page.boxes if box.tag in tags and 0 < sizes[box.number] <= LARGEST]
    others = Counter(map(make_of, small))
    return {box.number for make, boxes in made.items() if len(boxes) >= MOST_OTHERS * others[make] for box in boxes}


def announced_lists(lines: list[Line]) -> set[int]:
    """The numbers of the lists that a sentence of a story announces: text stands right above them and further down."""
    told = max((place for place, line in enumerate(lines) if line.weight), default=0)
    return {
        item.box.parent.number
        for above, item in pairwise(lines[:told])
        if item.box.tag == "li" and item.box.parent is not None and _introduces(above)
    }


def _introduces(line: Line) -> bool:
    """Whether a line says more than a label, and that a list follows."""
    return line.box.tag == "p" and line.size >= INTRODUCTION and not line.linked and line.text.endswith((":", "："))


def _bymake_of(boxes: list[Box]) -> dict[Make, list[Box]]:
    made: dict[Make, list[Box]] = {}
    for box in boxes:
        made.setdefault(make_of(box), []).append(box)
    return made


def make_of(box: Box) -> Make:
    """What boxes of one make have in common: tags and class names of the box and of the one around it."""
    parent = box.parent
    if parent is None:
        return box.tag, box.attributes.get("class")
    return box.tag, box.attributes.get("class"), parent.tag, parent.attributes.get("class")


def leads(line: Line, host: str | None) -> bool:
    """Whether the line is a link to another page of the site from end to end."""
    return line.linked >= 0.9 * line.size and line.size >= SHORTEST and stays(target(line), host)


def target(line: Line) -> str:
    """Where the first link of a line leads, as written; empty where it has none."""
    for part in line.parts:
        if isinstance(part, Mark) and part.kind == "link":
            return part.href
    return ""


def stays(href: str, host: str | None) -> bool:
    """Whether a link leads to another page of the site that the page is of."""
    if not href or href[0] == "#":
        return False
    if (address := _HOST.match(href)) is None:
        return ":" not in href.partition("/")[0]
    other = address[1].lower().removeprefix("www.")
    return host is not None and (other == host or other.endswith("." + host) or host.endswith("." + other))
