"""Which boxes of a page are apparatus, told by tag, role, state and the words of their class names."""

from __future__ import annotations

import re

from articlekit.parsers.html.tree import Attributes, Box

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
"""Words in a class name or an id that mark apparatus, each seen on the pages of many papers."""

SMALL_WORDS = frozenset("photo image img clamp info".split())
"""Words that mark apparatus only where a box tells next to nothing: on a large box they tell about its look."""

TAGS = frozenset("nav footer aside form fieldset figcaption figure menu caption header address legend".split())
"""Tags that mark apparatus."""

ROLES = frozenset(
    "navigation dialog banner complementary button menu tooltip contentinfo form search toolbar tablist".split()
)
"""ARIA roles that mark apparatus."""

PROPERTIES = frozenset("author headline datePublished dateModified image publisher".split())
"""Microdata properties that are read as metadata."""

NAMED_IN = ("data-component", "data-testid", "data-qa", "data-type", "data-module")
"""Attributes beside class and id in which sites name a component."""

_POST = frozenset("twitter social media facebook player".split())
"""Words that mark an embedded post, which is a part of the story, where it stands in a quotation or an embed."""
_LAYOUT = frozenset("has with no is js not md sm lg xl hover focus".split())
"""First words of class names that tell about a box's neighbours or its look, not about the box."""
_STATE = frozenset("enabled disabled open closed on off".split())
"""Last words of class names that tell a setting."""
_OPENED = frozenset("accordion collapse collapsible faq tab tabs tabpanel".split())
"""Words that mark what a reader opens: it is not shown at first, and belongs to the story."""
_CELLS = frozenset("body tbody thead tr td th cite".split())
"""Tags whose class names tell about data, about a speaker or about the page as a whole."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNSHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class Judge:
    """Tells apparatus, and remembers what it has read of class names on this page."""

    def __init__(self) -> None:
        self._words: dict[str, frozenset[str]] = {}

    def is_apparatus(self, box: Box, *, small: bool) -> bool:
        """Whether the box, seen alone, is apparatus; ``small`` says that it tells next to nothing."""
        if box.tag in TAGS:
            return box.tag != "figure" or not box.frames
        attributes = box.attributes
        if not attributes or box.tag in _CELLS:
            return False
        if _is_unshown(attributes, small=small) and not self.words(box) & _OPENED:
            return True
        if box.tag == "li" and "widget" in (attributes.get("class") or "").split():
            return True  # WordPress makes a sidebar a list of widgets
        if attributes.get("itemprop") in PROPERTIES:
            return True
        if attributes.get("role") in ROLES and box.tag not in ("main", "article"):
            return True
        return self._is_named_so(box, WORDS | SMALL_WORDS if small else WORDS)

    def words(self, box: Box) -> frozenset[str]:
        """The words of the box's class names, id and component names, in lower case."""
        attributes = box.attributes
        names = attributes.get("class") or ""
        # WordPress lists the categories and tags of a post among the classes of its box.
        if "status-publish" in names:
            return frozenset()
        parts = [names, attributes.get("id") or "", *(attributes.get(name) or "" for name in NAMED_IN)]
        text = " ".join(parts)
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = _words(text)
        return found

    def _is_named_so(self, box: Box, names: frozenset[str]) -> bool:
        words = self.words(box)
        marks = words & names
        if marks and (box.tag == "blockquote" or "tweet" in words or "embed" in words):
            marks -= _POST
        return bool(marks)


def _is_unshown(attributes: Attributes, *, small: bool) -> bool:
    """Whether a box is not shown. What only waits to be opened or to be put in its place is."""
    if "hidden" in attributes:
        # React streams parts of a page in hidden boxes with such ids, and moves them where they belong.
        return not (attributes.get("id") or "").startswith("S:")
    if small and attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style) and _UNSHOWN.search(style) is not None


def _words(names: str) -> frozenset[str]:
    """The words of class names: ``article-footer__shareBar`` → article, footer, share, bar."""
    found: set[str] = set()
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if words and words[0] not in _LAYOUT and words[-1] not in _STATE:
            found.update(words)
    return frozenset(found)
