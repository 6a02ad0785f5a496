"""Index pages: pages that list articles and hold none of their own, such as front pages, sections, author pages, search results."""

from __future__ import annotations

import re
from itertools import pairwise

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.dom.links import is_internal_link
from articlekit.parsers.html.dom.model import Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.metadata.hints import Hints, letters_of
from articlekit.parsers.html.page_kind.error_pages import MAX_ERROR_PROSE_CHARS, is_declared_article

MAX_INDEX_PROSE_CHARS, MIN_INDEX_LINKS = 200, 30
"""Characters of running text on an index page, and its links to other pages of the site."""
MIN_TEASER_LINES, MIN_TEASER_SHARE = 5, 0.6
"""Lines of an index page right under a linked headline, and their share of all lines of the story."""
MIN_FRONT_PAGE_TEASERS = 3
"""Lines right under a linked headline on a front page."""

_LIST_SEGMENTS = (
    r"authors?|autor(?:es|en)?|auteurs?|autori|contributors?|staff|journalists?|reporters?|writers?|tags?|categor(?:y|ies)|categorias?|kategorien?"
    r"|rubri(?:k|que|ek)s?|sections?|seccion(?:es)?"
)
_LIST_OR_STORY_SEGMENTS = r"archives?|archivo|archiv|people|profiles?|topics?"
"""Segments of the addresses of stories too: in a list, the next segment has one hyphen at most."""
_SEARCH_SEGMENTS = r"search|find|suche|recherche|buscar|busca|ricerca|zoeken|sok"
_LIST_PATH = re.compile(
    rf"(?:/[^/?]{{1,20}}){{0,2}}?/(?:(?:{_LIST_SEGMENTS})(?:/(?!\d+(?:\.|/|\?|$))[^/?-]*(?:-[^/?-]*){{0,2}})?"
    rf"|(?:{_LIST_OR_STORY_SEGMENTS}|{_SEARCH_SEGMENTS})(?:/(?!\d+(?:\.|/|\?|$))[^/?-]*(?:-[^/?-]*)?)?)/?(?:\?.*)?"
    rf"|(?:/(?:[a-z]{{2}}/)?|(?:/[^/?]{{1,20}}){{0,2}}/(?:{_SEARCH_SEGMENTS})(?:\.\w{{1,5}})?/?)\?(?:.*&)?(?:q|s|query|search)=.*",
    re.IGNORECASE,
)
"""The path and query of an author page, a topic page or search results, without a title or a number in it."""
_SECTION_PATH = re.compile(r"/(?:[^\W\d_]{2,20}/)?([^\W\d_]{2,20})/?")
"""The path of a section: a word or two, and no title."""
_FRONT_PAGE_PATHS = ("", "/")


def index_page_message(page: Page, story: list[Line], hints: Hints, draft: Draft) -> str | None:
    """Return why a page is an index page, as a message for a problem; None if it may be an article."""
    host = hints.host
    prose_chars = sum(line.prose_chars for line in story)
    if prose_chars < MAX_INDEX_PROSE_CHARS and _count_links(page.lines, host) >= MIN_INDEX_LINKS:
        return "the page tells next to nothing and leads to many other pages"
    teasers = _count_teaser_lines(page, story, host)
    if teasers >= MIN_TEASER_LINES and teasers >= MIN_TEASER_SHARE * len(story):
        return f"the page shows {teasers} headlines that lead to other pages, each with a line or two"
    if is_declared_article(draft):
        return None
    if hints.path in _FRONT_PAGE_PATHS and teasers >= MIN_FRONT_PAGE_TEASERS:
        return f"the page is the front page of its site, and shows {teasers} headlines that lead to others"
    is_index = prose_chars < MAX_ERROR_PROSE_CHARS and _has_index_path(page, story, hints.path)
    if is_index and _count_links_behind(page, story, host) >= MIN_TEASER_LINES:
        return "the address is that of a list, and the page tells little and leads to other pages"
    return None


def _has_index_path(page: Page, story: list[Line], path: str | None) -> bool:
    """True if a path is that of a list, or that of a section on a page with next to no running text and no headline."""
    if path is None:
        return False
    if _LIST_PATH.fullmatch(path):
        return True
    if sum(line.prose_chars for line in story) >= MAX_INDEX_PROSE_CHARS:
        return False
    section = _SECTION_PATH.fullmatch(path)
    return section is not None and not _has_headline(page, story, section[1])


def _has_headline(page: Page, story: list[Line], section: str) -> bool:
    """True if an ``h1`` that does not just name the section is above the first paragraph of running text."""
    first = next((page.index_of(line) for line in story if line.prose_chars and line.element.tag == "p"), 0)
    h1s = (line for line in page.lines[:first] if line.element.tag == "h1" and not line.element.excluded)
    return any(letters_of(line.text) != letters_of(section) for line in h1s)


def _count_links(lines: list[Line], host: str | None) -> int:
    return sum(is_internal_link(line, host) for line in lines)


def _count_links_behind(page: Page, story: list[Line], host: str | None) -> int:
    """Return how many headings and list items from the beginning of the story on are links to other pages of the site."""
    first = page.index_of(story[0]) if story else 0
    links = (line for line in page.lines[first:] if is_internal_link(line, host))
    return sum(
        any(element.tag in HEADINGS or element.tag == "li" for element in line.element.self_and_ancestors())
        for line in links
    )


def _count_teaser_lines(page: Page, story: list[Line], host: str | None) -> int:
    """Return how many lines of the story, or of the page if it is empty, are right under a heading that is an internal link."""
    own = set(story or page.lines)
    return sum(
        line in own and is_internal_link(above, host) and _is_in_heading(above) for above, line in pairwise(page.lines)
    )


def _is_in_heading(line: Line) -> bool:
    return any(element.tag in HEADINGS for element in line.element.self_and_ancestors())
