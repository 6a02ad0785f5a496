"""Boxes that a page itself names walls, and that ask for money or a name before the story goes on."""

from __future__ import annotations

from articlekit.parsers.html.boilerplate.prose_weight import Weights
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Box, Line, Page
from articlekit.parsers.lines.paywall_phrases import (
    PAYWALL_START,
    PRICE_OR_ACCOUNT,
    SUBSCRIBE_START,
    SUBSCRIBER_LOGIN_LINE,
    SUBSCRIPTION_WORD,
)

NAMES = frozenset(("paywall", "regwall"))
"""Words of a class or an id that name a wall, and as often the part of the story behind it."""
FLOATING = frozenset("overlay modal popup".split())
"""Words that name what lies over a page for some of its readers only."""
_WALL = "wall"
"""What each of them holds, however it is spelt."""
TAGS = frozenset("div section aside form".split())
"""Tags of walls; paragraphs and lists of that name are what stands behind one."""
LARGEST = 600
"""Characters of a wall."""
MOST = 2
"""How many walls a page has: one for small screens, one for large ones. Where more boxes have the name, it is the story's."""


def mark_walls(page: Page, weights: Weights) -> None:
    """Set ``out`` on the boxes that are walls and on all boxes in them; ``page.walls`` keeps those that no reader passes."""
    outermost: list[Box] = []
    # Names are taken apart only where their letters may hold the word.
    spelt = (
        box
        for box in page.boxes
        if box.tag in TAGS
        and (_WALL in (box.attributes.get("class") or "") or _WALL in (box.attributes.get("id") or ""))
    )
    for box in spelt:
        if not NAMES.isdisjoint(name_words(box)) and not (outermost and outermost[-1].holds(box)):
            outermost.append(box)
    if not 0 < len(outermost) <= MOST:
        return
    walls = [box for box in outermost if _is_wall(page, box, weights)]
    page.walls = [box for box in walls if not name_words(box) & FLOATING]
    for wall in walls:
        for box in page.within(wall):
            box.out = True


def _is_wall(page: Page, box: Box, weights: Weights) -> bool:
    """Whether a box named so is small, holds no headline and little of what the page tells, and asks for something."""
    number = box.number
    if not weights.sizes[number] or weights.sizes[number] > LARGEST or 2 * weights.told[number] > weights.told[0]:
        return False
    if any(box.holds(line.box) for line in page.headlines):
        return False
    return _asks(page, box, [line for line in page.lines if box.holds(line.box)], tells=bool(weights.tells[number]))


def _asks(page: Page, box: Box, lines: list[Line], *, tells: bool) -> bool:
    """Whether a box asks for money or a name: as walls do, or in any words beside a way in, or where it tells nothing else."""
    texts = [line.text for line in lines]
    if any(
        PAYWALL_START.match(text) or SUBSCRIBER_LOGIN_LINE.fullmatch(text) or SUBSCRIBE_START.match(text)
        for text in texts
    ):
        return True
    if not tells and any(map(SUBSCRIPTION_WORD.search, texts)):
        return True
    return _has_way_in(page, box, lines) and any(
        SUBSCRIPTION_WORD.search(text) or PRICE_OR_ACCOUNT.search(text) for text in texts
    )


def _has_way_in(page: Page, box: Box, lines: list[Line]) -> bool:
    """Whether a form, a button, or a line that is a link stands in a box."""
    if any(one.tag == "form" for one in page.within(box)) or any(map(box.holds, page.buttons)):
        return True
    return any(line.linked >= 0.9 * line.size for line in lines)
