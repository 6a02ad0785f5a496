"""Paywall boxes: elements that a page itself names so, and that ask for money or a login before the text goes on."""

from __future__ import annotations

from articlekit.parsers.html.boilerplate.prose_statistics import ProseStatistics
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Element, Line, Page
from articlekit.parsers.lines.calls_to_action import (
    PAYWALL_START,
    PRICE_OR_ACCOUNT,
    SUBSCRIBE_START,
    SUBSCRIBER_LOGIN_LINE,
    SUBSCRIPTION_WORD,
)

PAYWALL_NAMES = frozenset(("paywall", "regwall"))
"""Words of a class or an id that name a paywall box, and as often the part of the story after it."""
OVERLAY_NAMES = frozenset("overlay modal popup".split())
"""Words that name a layer over the page that only some readers see."""
_IN_ALL_NAMES = "wall"
"""A string that all paywall names hold, for a quick first look."""
PAYWALL_TAGS = frozenset("div section aside form".split())
"""Tags of paywall boxes. A paragraph or a list with such a name is the text after one."""
MAX_PAYWALL_CHARS = 600
"""Characters of a paywall box."""
MAX_PAYWALL_BOXES = 2
"""Paywall boxes of a page: one for small screens, one for large ones. If more elements have the name, they hold the story."""


def mark_paywall_boxes(page: Page, statistics: ProseStatistics) -> None:
    """Set ``excluded`` on paywall boxes and all elements in them, and ``page.paywall_boxes`` to those that are not overlays.

    Needs ``page.headlines``.
    """
    outermost: list[Element] = []
    # Splitting names into words is slow: only those are split that may hold the word.
    candidates = (
        element
        for element in page.elements
        if element.tag in PAYWALL_TAGS
        and (
            _IN_ALL_NAMES in (element.attributes.get("class") or "")
            or _IN_ALL_NAMES in (element.attributes.get("id") or "")
        )
    )
    for element in candidates:
        is_nested = bool(outermost) and outermost[-1].contains(element)
        if not PAYWALL_NAMES.isdisjoint(name_words(element)) and not is_nested:
            outermost.append(element)
    if not 0 < len(outermost) <= MAX_PAYWALL_BOXES:
        return
    boxes = [element for element in outermost if _is_paywall(page, element, statistics)]
    page.paywall_boxes = [box for box in boxes if not name_words(box) & OVERLAY_NAMES]
    for box in boxes:
        for element in page.subtree(box):
            element.excluded = True


def _is_paywall(page: Page, element: Element, statistics: ProseStatistics) -> bool:
    """True if an element with such a name is small, holds no headline and at most half of the running text, and asks for something."""
    chars, prose_chars = statistics.chars[element.index], statistics.prose_chars
    if not 0 < chars <= MAX_PAYWALL_CHARS or 2 * prose_chars[element.index] > prose_chars[0]:
        return False
    if any(element.contains(line.element) for line in page.headlines):
        return False
    lines = [line for line in page.lines if element.contains(line.element)]
    return _asks(page, element, lines, has_prose=bool(statistics.prose_lines[element.index]))


def _asks(page: Page, element: Element, lines: list[Line], *, has_prose: bool) -> bool:
    """True if the lines of an element ask for money or a login.

    Words that a story may use too count only if the element has no running text, or has a form, a button or a link.
    """
    texts = [line.text for line in lines]
    if any(
        PAYWALL_START.match(text) or SUBSCRIBER_LOGIN_LINE.fullmatch(text) or SUBSCRIBE_START.match(text)
        for text in texts
    ):
        return True
    if not has_prose and any(map(SUBSCRIPTION_WORD.search, texts)):
        return True
    return _has_control(page, element, lines) and any(
        SUBSCRIPTION_WORD.search(text) or PRICE_OR_ACCOUNT.search(text) for text in texts
    )


def _has_control(page: Page, element: Element, lines: list[Line]) -> bool:
    """True if an element holds a form, a button, or a line that is a link."""
    if any(inner.tag == "form" for inner in page.subtree(element)) or any(map(element.contains, page.buttons)):
        return True
    return any(line.is_link for line in lines)
