"""Boilerplate found by markup: by tag, role, state and names of elements, weighed against the running text in them."""

from __future__ import annotations

import re

from attrs import frozen

from articlekit.parsers.html.boilerplate.prose_statistics import ProseStatistics
from articlekit.parsers.html.boilerplate.signup_forms import find_signup_forms
from articlekit.parsers.html.dom.class_names import name_words, subject_words
from articlekit.parsers.html.dom.model import Attributes, Element, Page
from articlekit.parsers.html.dom.tags import HEADINGS

OTHER_STORIES = frozenset(
    "related recommended recommendation recommendations relatedposts recirc trending mostread teaser teasers".split()
)
"""Words in the names of elements that show other stories of the site."""
NAVIGATION = frozenset(
    "nav navigation navbar menu breadcrumb breadcrumbs pagination pager prev next previous tags labels kicker eyebrow "
    "overline topics footer foot sidebar".split()
)
"""Words in the names of elements that lead to other pages, or say where in the site this page is."""
ADVERTISING = frozenset(
    "outbrain taboola promo promos promotion promotions ads advert adverts advertisement advertising sponsored sponsor".split()
)
"""Words in the names of advertisements and of networks that sell them."""
CALLS_TO_ACTION = frozenset(
    "newsletter newsletters subscribe subscription signup register login cookie cookies consent banner popup popover modal "
    "dialog cta ctas form fields input button buttons btn btns rating ratings feedback print bookmark".split()
)
"""Words in the names of elements that ask the reader to do something."""
SHARING = frozenset(
    "likes like share shares sharing social socials sharedaddy jetpack facebook whatsapp telegram pinterest reddit "
    "linkedin tumblr mastodon bluesky twitter email".split()
)
"""Words in the names of buttons that share the page, and the networks they share it on."""
COMMENTS = frozenset("comment comments commentform respond reply thread disqus akismet".split())
"""Words in the names of elements with comments by readers."""
CAPTIONS = frozenset("caption captions figcaption credit credits copyright".split())
"""Words in the names of captions and credits of images."""
ABOUT_ARTICLE = CAPTIONS | frozenset(
    "byline author authors vcard contributor bio timestamp published date metadata meta disclaimer badge logo".split()
)
"""Words in the names of elements that say something about the article: bylines, dates, captions."""
WIDGETS = frozenset(
    "toolbar tooltip dropdown icon icons player gallery swiper slider carousel placeholder fallback hide nocontent robots "
    "visually sr offscreen screenreader".split()
)
"""Words in the names of controls, of image galleries, and of what is hidden from view."""

BOILERPLATE_WORDS = (
    OTHER_STORIES | NAVIGATION | ADVERTISING | CALLS_TO_ACTION | SHARING | COMMENTS | ABOUT_ARTICLE | WIDGETS
)
"""Words in a name that mark boilerplate. Each was seen on the pages of many papers."""
SMALL_BOILERPLATE_WORDS = BOILERPLATE_WORDS | frozenset("photo image img clamp info".split())
"""Words that mark boilerplate in an element with next to no running text. Some describe the look of a larger one."""
EMBEDDED_POST_WORDS = frozenset("twitter social media facebook player".split())
"""Words that, in a block quote or an embed, mark an embedded post, which is a part of the story."""

BOILERPLATE_TAGS = frozenset("nav footer aside form fieldset figcaption figure menu header address legend".split())
"""Tags that mark boilerplate."""
BOILERPLATE_ROLES = frozenset(
    "navigation dialog banner complementary button menu tooltip contentinfo form search toolbar tablist".split()
)
"""ARIA roles that mark boilerplate."""
METADATA_PROPERTIES = frozenset("author headline datePublished dateModified image publisher".split())
"""Microdata properties that are read as metadata."""

MAX_SMALL_PROSE_CHARS = 600
"""Characters of running text, all in one line, up to which an element has next to none."""
STORY_SHARE, STORY_SHARE_BY_TAG = 0.5, 0.9
"""The share of a page's running text from which an element is not boilerplate whatever its name; the second for some tags."""
MIN_LIFT_RATIO = 3
"""How many times as much running text as all the rest an element marked by name must hold to be the story after all."""

_STATE_ATTRIBUTES = frozenset(("itemprop", "role", "hidden", "aria-hidden", "style"))
"""Attributes next to the names that can mark boilerplate."""
_EXPANDABLE = frozenset("accordion collapse collapsible faq tab tabs tabpanel".split())
"""Words that name what a reader opens: it is hidden at first, and belongs to the story."""
_EXPANDABLE_ROLES = ("region", "tabpanel")
"""Roles of what a reader opens."""
_TAGS_WITHOUT_NAMES = frozenset("body tbody thead tr td th cite caption".split())
"""Tags whose names describe data, a speaker or the page as a whole."""
_FRAME_TAGS = ("aside", "footer", "nav")
_NEVER_STORY_TAGS = (*_FRAME_TAGS, "figure", "form")
"""Tags of elements that are never the story after all."""
_COMMENTS_ONLY = frozenset("comments respond disqus".split())
"""Words that mark comments even if they outweigh the story, unless the element holds the headline."""
_NEVER_STORY_WORDS = frozenset(
    "comment comments commentform respond disqus reply footer related recommended outbrain taboola".split()
)
"""Words in the names of elements that are never the story after all."""
_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@frozen
class Candidates:
    """The elements that look like boilerplate."""

    by_markup: set[Element]
    """By their tag, role, state or names, and sign-up forms."""
    teasers: set[Element]
    """By their signature (:mod:`teasers`)."""


def mark_boilerplate(page: Page, statistics: ProseStatistics, teasers: set[Element]) -> None:
    """Set ``excluded`` on the elements that are boilerplate, and on all elements in them.

    An element that holds most of the page's running text is not boilerplate, whatever it looks like.
    """
    prose_chars = statistics.prose_chars
    by_markup = _find_by_markup(page, statistics, page.elements) | find_signup_forms(page, statistics)
    candidates = Candidates(by_markup, teasers)
    while True:
        outermost = _exclude(page, candidates)
        kept = sum(line.prose_chars for line in page.lines if not line.element.excluded)
        liftable = [element for element in outermost if _may_be_story(element, candidates)]
        largest = max(liftable, key=lambda element: prose_chars[element.index], default=None)
        if largest is None or prose_chars[largest.index] <= MIN_LIFT_RATIO * kept:
            return
        candidates.by_markup.discard(largest)
        inside = page.elements[largest.index + 1 : largest.last_index + 1]
        candidates.by_markup.update(_find_by_markup(page, statistics, inside))


def _find_by_markup(page: Page, statistics: ProseStatistics, elements: list[Element]) -> set[Element]:
    """Return those of ``elements`` that are boilerplate by their markup, without elements inside them."""
    chars, prose_chars, prose_lines = statistics.chars, statistics.prose_chars, statistics.prose_lines
    headlines = [line.element for line in page.headlines]
    found: set[Element] = set()
    last_inside = -1
    for element in elements:
        index = element.index
        if index <= last_inside or not chars[index]:
            continue
        is_small = prose_lines[index] <= 1 and prose_chars[index] <= MAX_SMALL_PROSE_CHARS
        if is_boilerplate(element, small=is_small):
            share = STORY_SHARE_BY_TAG if element.tag in _FRAME_TAGS else STORY_SHARE
            is_story = prose_chars[index] > share * prose_chars[0]
            is_all = prose_chars[index] > STORY_SHARE_BY_TAG * prose_chars[0]
            never = _COMMENTS_ONLY if is_all else _COMMENTS_ONLY | {"footer"}
            if not is_story or (name_words(element) & never and not any(map(element.contains, headlines))):
                found.add(element)
                last_inside = element.last_index
    return found


def _exclude(page: Page, candidates: Candidates) -> list[Element]:
    """Set ``excluded`` on the candidates and everything in them, and return the outermost candidates."""
    outermost: list[Element] = []
    by_markup, teasers = candidates.by_markup, candidates.teasers
    for element in page.elements:
        if element.parent is not None and element.parent.excluded:
            element.excluded = True
        elif element in by_markup or element in teasers:
            element.excluded = True
            outermost.append(element)
        else:
            element.excluded = False
    return outermost


def _may_be_story(element: Element, candidates: Candidates) -> bool:
    """True if a candidate can be the story after all."""
    if element in candidates.teasers or element.tag in _NEVER_STORY_TAGS:
        return False
    return not name_words(element) & _NEVER_STORY_WORDS


def is_boilerplate(element: Element, *, small: bool) -> bool:
    """True if the element, seen alone, is boilerplate; ``small`` says that it holds next to no running text."""
    if element.tag in BOILERPLATE_TAGS:
        return element.tag != "figure" or not element.frames_text
    attributes = element.attributes
    if not attributes or element.tag in _TAGS_WITHOUT_NAMES:
        return False
    words = name_words(element)
    marking = SMALL_BOILERPLATE_WORDS if small else BOILERPLATE_WORDS
    if (
        not words.isdisjoint(marking)
        and ((small and element.tag not in HEADINGS) or not subject_words(element).isdisjoint(marking))
        and _is_named_so(element, words, marking)
    ):
        return True
    if element.tag == "li" and "widget" in words:
        return True  # WordPress makes a sidebar a list of widgets.
    return not _STATE_ATTRIBUTES.isdisjoint(attributes) and _is_marked_by_state(element, words, small=small)


def _is_named_so(element: Element, words: frozenset[str], marking: frozenset[str]) -> bool:
    """True if one of the names marks boilerplate, and not just an embedded post."""
    marks = words & marking
    if element.tag == "blockquote" or "tweet" in words or "embed" in words:
        marks -= EMBEDDED_POST_WORDS
    return bool(marks)


def _is_marked_by_state(element: Element, words: frozenset[str], *, small: bool) -> bool:
    """True if a microdata property, a role or a hidden state marks boilerplate."""
    attributes = element.attributes
    role = attributes.get("role")
    if attributes.get("itemprop") in METADATA_PROPERTIES:
        return True
    if role in BOILERPLATE_ROLES and element.tag not in ("main", "article"):
        return True
    return is_hidden(attributes, small=small) and not (words & _EXPANDABLE or role in _EXPANDABLE_ROLES)


def is_hidden(attributes: Attributes, *, small: bool) -> bool:
    """True if the attributes hide an element. One that a script will move into the page is not hidden."""
    if "hidden" in attributes:
        # React streams parts of a page in hidden elements with such ids, and moves them to their place.
        return not (attributes.get("id") or "").startswith("S:")
    if small and attributes.get("aria-hidden") == "true":
        return True
    return _DISPLAY_NONE.search(attributes.get("style") or "") is not None
