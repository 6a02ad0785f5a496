"""Finds the headline and the standfirst above the text of the story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from articlekit.parsers.html.boilerplate.by_markup import is_boilerplate
from articlekit.parsers.html.boilerplate.prose_statistics import comparable_chars
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.links import link_target
from articlekit.parsers.html.dom.model import Element, Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.metadata.hints import Hints
from articlekit.parsers.web.urls import is_front_page

MAX_HEADER_LINES, MAX_CERTAIN_HEADER_LINES = 30, 70
"""Lines between the headline and the text; the second if the metadata confirms the headline."""
MIN_STANDFIRST_CHARS, MAX_STANDFIRST_CHARS = 40, 600
"""Characters of a standfirst. A shorter line is a label, a longer one is text."""
MIN_NAMED_STANDFIRST_CHARS = 16
"""Characters of a standfirst whose element is named so."""
MAX_FIRST_PARAGRAPH_CHARS = 1200
"""Characters of a paragraph above the container of the story."""
NEAR_ANCESTORS = 4
"""Ancestors of a line, its own element included, whose names are read."""
MAX_HEADER_LINK_SHARE = 0.3
"""The share of linked characters in a line of the header that is not running text."""

_STANDFIRST_WORDS = frozenset(
    "standfirst deck dek summary subtitle subheadline subheading subhead lead lede intro preamble excerpt desc "
    "description teaser abstract chapo ingress".split()
)
_NOT_HEADER_TAGS = frozenset("figure figcaption nav form aside".split())
_NOT_HEADER_WORDS = frozenset(("caption", "author"))


def find_headlines(page: Page, hints: Hints) -> list[Line]:
    """Return the headings that may be the headline: those of the first level, and those that are a title in the metadata."""
    headings = (line for line in page.lines if line.element.tag in HEADINGS)
    return [line for line in headings if line.element.tag == "h1" or hints.is_metadata_headline(line.text)]


def without_kickers(page: Page, lines: list[Line]) -> list[Line]:
    """Return ``lines`` without those above the last headline over the first running text."""
    first_prose = next((count for count, line in enumerate(lines) if line.prose_chars), 0)
    above = [line for line in page.headlines if line.element.index < lines[first_prose].element.index]
    if not first_prose or not above:
        return lines
    return [line for line in lines[:first_prose] if line.element.index > above[-1].element.index] + lines[first_prose:]


def find_header(page: Page, hints: Hints, lines: list[Line]) -> list[Line]:
    """Return the headline above the story ``lines``, and the lines between the two that belong to the story.

    Sets ``is_standfirst`` on the standfirst, even if it is one of ``lines``.
    """
    _mark_standfirst(lines)
    end = page.index_of(lines[0])
    headline = _headline(page, hints, lines[0])
    if headline is None:
        return []
    start = page.index_of(headline)
    is_certain = hints.is_metadata_headline(headline.text)
    if end - start > (MAX_CERTAIN_HEADER_LINES if is_certain else MAX_HEADER_LINES):
        return []
    header: dict[str, Line] = {}
    for line in page.lines[start + 1 : end]:
        if _may_be_in_header(line, headline, hints):
            line.is_standfirst = _is_standfirst(line, headline, hints)
            if line.is_standfirst or _is_first_paragraph(line, headline, lines[0]):
                header.setdefault(line.text, line)
    return [headline, *header.values()] if headline.element.tag == "h1" else [*header.values()]


def _headline(page: Page, hints: Hints, first: Line) -> Line | None:
    """Return the nearest heading above ``first`` that is an ``h1`` and in the metadata, else in the metadata, else any."""
    above = [line for line in page.headlines if line.element.index < first.element.index and not _is_site_name(line)]
    confirmed = [line for line in above if hints.is_metadata_headline(line.text)]
    for lines in ([line for line in confirmed if line.element.tag == "h1"], confirmed, above):
        if lines:
            return lines[-1]
    return None


def _mark_standfirst(lines: list[Line]) -> None:
    """Mark the first of the ``lines`` that is named a standfirst, down to the first with running text."""
    for line in lines:
        is_named = not name_words(line.element).isdisjoint(_STANDFIRST_WORDS)
        has_length = comparable_chars(line) >= MIN_NAMED_STANDFIRST_CHARS and line.chars <= MAX_STANDFIRST_CHARS
        line.is_standfirst = is_named and has_length
        if line.is_standfirst or line.prose_chars:
            return


def _is_site_name(line: Line) -> bool:
    """True if a heading is the name of the site, which leads to its front page."""
    return bool(line.linked_chars) and is_front_page(link_target(line))


def _may_be_in_header(line: Line, headline: Line, hints: Hints) -> bool:
    """True if a line between headline and text can belong to the story at all."""
    if line.element.is_caption:
        return False
    is_linked = line.linked_chars > MAX_HEADER_LINK_SHARE * line.chars
    if not line.prose_chars and (is_linked or line.chars > MAX_STANDFIRST_CHARS):
        return False
    is_named = name_words(line.element) & _STANDFIRST_WORDS and not line.text.endswith((":", "："))
    least = MIN_NAMED_STANDFIRST_CHARS if is_named else MIN_STANDFIRST_CHARS
    if comparable_chars(line) < least or line.chars > MAX_FIRST_PARAGRAPH_CHARS or hints.is_headline(line.text):
        return False
    return not any(
        element.tag in _NOT_HEADER_TAGS or name_words(element) & _NOT_HEADER_WORDS
        for element in _near_ancestors(line, headline)
    )


def _is_standfirst(line: Line, headline: Line, hints: Hints) -> bool:
    """True if a line is a heading of the second level, the beginning of the page's description, or named a standfirst."""
    if line.chars > MAX_STANDFIRST_CHARS:
        return False
    if line.element.tag == "h2" or hints.is_description(line.text):
        return True
    return any(name_words(element) & _STANDFIRST_WORDS for element in _near_ancestors(line, headline))


def _is_first_paragraph(line: Line, headline: Line, first: Line) -> bool:
    """True if a line is running text and not in boilerplate or a list.

    Elements with the headline or the ``first`` line of the text in them say nothing about the line.
    """
    if not line.prose_chars:
        return False
    own = takewhile(
        lambda element: not (element.contains(headline.element) or element.contains(first.element)),
        line.element.self_and_ancestors(),
    )
    return not any(element.tag == "li" or is_boilerplate(element, small=True) for element in own)


def _near_ancestors(line: Line, headline: Line) -> Iterator[Element]:
    """Yield the nearest ancestors of a line that do not hold the headline too."""
    near = islice(line.element.self_and_ancestors(), NEAR_ANCESTORS)
    return takewhile(lambda element: not element.contains(headline.element), near)
