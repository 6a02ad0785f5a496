"""Cards: small boxes of one make that each lead to another page of the site."""

from __future__ import annotations

import re
from collections import Counter

from articlekit.parsers.html.tags import HEADINGS
from articlekit.parsers.html.tree import Box, Line, Mark, Page
from articlekit.parsers.html.weights import Weights, totals

LARGEST = 800
"""Characters in a card."""
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
    links = totals(page, [(line, 1) for line in leading])
    led = totals(page, [(line, line.size) for line in leading])
    sizes, tells = weights.sizes, weights.tells
    small = [box for box in page.boxes if 0 < sizes[box.number] <= LARGEST and box.tag not in NO_CARD]
    cards = [
        box
        for box in small
        if 1 <= links[box.number] <= MOST_LINKS
        and tells[box.number] <= 1
        and RATIO * led[box.number] >= sizes[box.number]
    ]
    if len(cards) < FEWEST:
        return set()
    makes = Counter(map(_make, cards))
    all_makes = Counter(map(_make, small))
    return {box.number for box in cards if makes[make := _make(box)] >= max(FEWEST, MOST_OTHERS * all_makes[make])}


def _make(box: Box) -> Make:
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
    return next((part.href for part in line.parts if isinstance(part, Mark) and part.kind == "link"), "")


def stays(href: str, host: str | None) -> bool:
    """Whether a link leads to another page of the site that the page is of."""
    if not href or href[0] == "#":
        return False
    if (address := _HOST.match(href)) is None:
        return ":" not in href.partition("/")[0]
    other = address[1].lower().removeprefix("www.")
    return host is not None and (other == host or other.endswith("." + host) or host.endswith("." + other))
