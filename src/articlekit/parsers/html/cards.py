"""Cards: small boxes of one make that each lead to another page of the site."""

from __future__ import annotations

from collections import defaultdict

from articlekit.parsers.html.tree import Box, Line, Mark, Page
from articlekit.parsers.html.tags import HEADINGS
from articlekit.parsers.urls import split_url

LARGEST = 800
"""Characters in a card."""
MOST_LINKS = 3
"""How many lines of a card are links."""
RATIO = 8
"""A card is no more than so many times as long as the headline that it links."""
SHORTEST = 12
"""Characters in the link of a card: fewer are a button."""
FEWEST = 3
"""How many of one make there are at least."""
NO_CARD = frozenset([*HEADINGS, *"p tr td tbody table ul ol body".split()])
"""Tags that are no box of their own kind."""


def find_cards(page: Page, host: str | None) -> list[Box]:
    """The boxes of ``page`` that are cards. ``host`` is where the page comes from, to tell links that stay there."""
    leading = {id(line) for line in page.lines if _leads(line, host)}
    sizes = totals(page, lambda line: line.size)
    told = totals(page, lambda line: line.weight > 0)
    headlines = totals(page, lambda line: id(line) in leading)
    led = totals(page, lambda line: line.size if id(line) in leading else 0)
    makes: dict[object, list[Box]] = defaultdict(list)
    for box in page.boxes:
        if sizes[box.number] and box.tag not in NO_CARD and sizes[box.number] <= LARGEST:
            makes[_make(box)].append(box)
    found: list[Box] = []
    for boxes in makes.values():
        cards = [
            box
            for box in boxes
            if 1 <= headlines[box.number] <= MOST_LINKS and told[box.number] <= 1 and RATIO * led[box.number] >= sizes[box.number]
        ]
        if len(cards) >= FEWEST and len(cards) >= 0.7 * len(boxes):
            found += cards
    return found


def totals(page: Page, measure: object) -> list[int]:
    """For each box, what ``measure`` gives for all lines in it, added up."""
    own = [0] * (len(page.boxes) + 1)
    for line in page.lines:
        own[line.box.number] += measure(line)  # type: ignore[operator]
    total, sums = 0, [0]
    for value in own:
        total += value
        sums.append(total)
    return [sums[box.last + 1] - sums[box.number] for box in page.boxes]


def _make(box: Box) -> object:
    parent = box.parent
    return box.tag, box.attributes.get("class"), parent and parent.tag, parent and parent.attributes.get("class")


def _leads(line: Line, host: str | None) -> bool:
    """Whether the line is a link to another page of the site from end to end."""
    return line.linked >= 0.9 * line.size and line.size >= SHORTEST and stays(target(line), host)


def target(line: Line) -> str:
    """Where the first link of a line leads, as written; empty where it has none."""
    return next((part.href for part in line.parts if isinstance(part, Mark) and part.kind == "link"), "")


def stays(href: str, host: str | None) -> bool:
    """Whether a link leads to the site that the page is of."""
    if not href or href[0] == "#":
        return False
    parts = split_url(href)
    if not parts.netloc:
        return parts.scheme == ""
    other = parts.netloc.removeprefix("www.")
    return host is not None and (other == host or other.endswith("." + host) or host.endswith("." + other))
