"""Which boxes of a page are apparatus: told by tag, role, state and name, and weighed against what they tell."""

from __future__ import annotations

import re

from attrs import frozen

from articlekit.parsers.html.boilerplate.prose_weight import Weights
from articlekit.parsers.html.boilerplate.signup_forms import find_forms
from articlekit.parsers.html.dom.class_names import name_words, plain_words
from articlekit.parsers.html.dom.model import Attributes, Box, Page
from articlekit.parsers.html.dom.tags import HEADINGS

WORDS = frozenset(
    # what leads elsewhere
    "related recommended recommendation recommendations relatedposts recirc trending mostread teaser teasers outbrain "
    "taboola nav navigation navbar menu breadcrumb breadcrumbs pagination pager prev next previous tags labels kicker "
    "eyebrow overline topics footer foot sidebar "
    # what asks for something
    "newsletter newsletters subscribe subscription signup register login promo promos promotion promotions ads advert "
    "adverts advertisement advertising sponsored sponsor cookie cookies consent banner popup popover modal dialog cta "
    "ctas form fields input button buttons btn btns rating ratings feedback print bookmark likes like share shares "
    "sharing social socials sharedaddy jetpack facebook whatsapp telegram pinterest reddit linkedin tumblr mastodon "
    "bluesky twitter email "
    # what others wrote
    "comment comments commentform respond reply thread disqus akismet "
    # what is said about the article
    "byline author authors vcard contributor bio timestamp published date metadata meta caption captions figcaption "
    "credit credits copyright disclaimer badge logo "
    # machinery
    "toolbar tooltip dropdown icon icons player gallery swiper slider carousel placeholder fallback hide nocontent "
    "robots visually sr offscreen screenreader".split()
)
"""Words in a name that mark apparatus, each seen on the pages of many papers."""

SMALL_WORDS = WORDS | frozenset("photo image img clamp info".split())
"""Words that mark apparatus where a box tells next to nothing; some tell about the look of a larger one."""

TAGS = frozenset("nav footer aside form fieldset figcaption figure menu header address legend".split())
"""Tags that mark apparatus."""

ROLES = frozenset(
    "navigation dialog banner complementary button menu tooltip contentinfo form search toolbar tablist".split()
)
"""ARIA roles that mark apparatus."""

PROPERTIES = frozenset("author headline datePublished dateModified image publisher".split())
"""Microdata properties that are read as metadata."""

SMALL = 600
"""Characters that a box tells at most to tell next to nothing, all in one line."""
HALF, NEARLY_ALL = 0.5, 0.9
"""The part of what a page tells that a box has to hold to be no apparatus whatever it is named; by its tag, the second."""
LIFT = 3
"""How many times as much as all the rest a box that looks like apparatus has to tell to be the story after all."""

_STATED = frozenset(("itemprop", "role", "hidden", "aria-hidden", "style"))
"""Attributes beside the names that can mark apparatus."""
POST = frozenset("twitter social media facebook player".split())
"""Words that mark an embedded post, which is a part of the story, where it stands in a quotation or an embed."""
_OPENED = frozenset("accordion collapse collapsible faq tab tabs tabpanel".split())
"""Words that mark what a reader opens: it is not shown at first, and belongs to the story."""
_PANELS = ("region", "tabpanel")
"""Roles of what a reader opens."""
_UNNAMED = frozenset("body tbody thead tr td th cite caption".split())
"""Tags whose names tell about data, about a speaker or about the page as a whole."""
_FRAMES = ("aside", "footer", "nav")
_NO_STORY = (*_FRAMES, "figure", "form")
"""Tags of boxes that are never the story after all."""
_OTHERS = frozenset("comments respond disqus".split())
"""Words that mark apparatus also where it outweighs the story, if it does not hold the headline."""
_NEVER_STORY = frozenset(
    "comment comments commentform respond disqus reply footer related recommended outbrain taboola".split()
)
_UNSHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@frozen
class Marks:
    """Which boxes look like apparatus, by number."""

    named: set[int]
    """By what they are, or ask for."""
    cards: set[int]
    """By what they are made like."""


def mark_apparatus(page: Page, weights: Weights, cards: set[int]) -> None:
    """Set ``out`` on the boxes that are apparatus, and on all boxes in them.

    What holds most of what the page tells is none, whatever it looks like.
    """
    told = weights.told
    marks = Marks(_named(page, weights, page.boxes) | find_forms(page, weights), cards)
    while True:
        outermost = _spread(page, marks)
        kept = sum(line.weight for line in page.lines if not line.box.out)
        liftable = [box for box in outermost if _may_be_story(box, marks)]
        largest = max(liftable, key=lambda box: told[box.number], default=None)
        if largest is None or told[largest.number] <= LIFT * kept:
            return
        marks.named.discard(largest.number)
        marks.named.update(_named(page, weights, page.boxes[largest.number + 1 : largest.last + 1]))


def _named(page: Page, weights: Weights, boxes: list[Box]) -> set[int]:
    """Those of ``boxes`` that are apparatus by what they are; boxes inside such are not looked at."""
    sizes, told, tells = weights.sizes, weights.told, weights.tells
    headlines = [line.box for line in page.headlines]
    found: set[int] = set()
    inside = -1
    for box in boxes:
        number = box.number
        if number <= inside or not sizes[number]:
            continue
        if is_apparatus(box, small=tells[number] <= 1 and told[number] <= SMALL):
            spared = told[number] > (NEARLY_ALL if box.tag in _FRAMES else HALF) * told[0]
            strict = _OTHERS if told[number] > NEARLY_ALL * told[0] else _OTHERS | {"footer"}
            if not spared or (name_words(box) & strict and not any(map(box.holds, headlines))):
                found.add(number)
                inside = box.last
    return found


def _spread(page: Page, marks: Marks) -> list[Box]:
    """Mark everything inside marked boxes; the outermost marked boxes."""
    outermost: list[Box] = []
    named, cards = marks.named, marks.cards
    for box in page.boxes:
        if box.parent is not None and box.parent.out:
            box.out = True
        elif box.number in named or box.number in cards:
            box.out = True
            outermost.append(box)
        else:
            box.out = False
    return outermost


def _may_be_story(box: Box, marks: Marks) -> bool:
    """Whether a marked box can be the story after all."""
    if box.number in marks.cards or box.tag in _NO_STORY:
        return False
    return not name_words(box) & _NEVER_STORY


def is_apparatus(box: Box, *, small: bool) -> bool:
    """Whether the box, seen alone, is apparatus; ``small`` says that it tells next to nothing."""
    if box.tag in TAGS:
        return box.tag != "figure" or not box.frames
    attributes = box.attributes
    if not attributes or box.tag in _UNNAMED:
        return False
    words = name_words(box)
    names = SMALL_WORDS if small else WORDS
    if (
        not words.isdisjoint(names)
        and ((small and box.tag not in HEADINGS) or not plain_words(box).isdisjoint(names))
        and _is_named_so(box, words, names)
    ):
        return True
    if box.tag == "li" and "widget" in words:
        return True  # WordPress makes a sidebar a list of widgets
    return not _STATED.isdisjoint(attributes) and _is_stated_so(box, words, small=small)


def _is_named_so(box: Box, words: frozenset[str], names: frozenset[str]) -> bool:
    marks = words & names
    if box.tag == "blockquote" or "tweet" in words or "embed" in words:
        marks -= POST
    return bool(marks)


def _is_stated_so(box: Box, words: frozenset[str], *, small: bool) -> bool:
    """Whether an attribute beside the names says so."""
    attributes = box.attributes
    if attributes.get("itemprop") in PROPERTIES:
        return True
    if attributes.get("role") in ROLES and box.tag not in ("main", "article"):
        return True
    return is_unshown(attributes, small=small) and not (words & _OPENED or attributes.get("role") in _PANELS)


def is_unshown(attributes: Attributes, *, small: bool) -> bool:
    """Whether a box is not shown. What only waits to be opened or to be put in its place is."""
    if "hidden" in attributes:
        # React streams parts of a page in hidden boxes with such ids, and moves them where they belong.
        return not (attributes.get("id") or "").startswith("S:")
    if small and attributes.get("aria-hidden") == "true":
        return True
    return _UNSHOWN.search(attributes.get("style") or "") is not None
