"""Teasers: elements and lines that show another story of the site and lead to it."""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise

from articlekit.parsers.html.boilerplate.prose_statistics import ProseStatistics, sums_by_element
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.links import is_internal_link
from articlekit.parsers.html.dom.model import Element, Line, Page, Signature, signature_of
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.lines.normalize import match_key

MAX_TEASER_CHARS = 800
"""Characters of a teaser. A longer element is a part of the story with a link in it."""
MIN_INTRODUCTION_CHARS = 21
"""Characters of a line that introduces a list with a colon. A shorter one is a label: "Read more:"."""
MAX_TEASER_LINKS = 3
"""Lines of a teaser that are links: headline, section, comments."""
MAX_CHARS_PER_LINKED_CHAR = 8
"""How many times as long as its linked headline a teaser is at most."""
MIN_TEASERS = 3
"""Teasers of one signature. Fewer may be a part of the story."""
MIN_TEASER_SHARE = 0.7
"""The share of the small elements of one signature that have to look like teasers. Fewer, and the signature says nothing."""
NEAR_ANCESTORS = 6
"""Ancestors of a line, itself included, whose names and tags say where it is."""
MIN_HEADLINE_CHARS = 25
"""Characters of a heading that is a headline and not a label."""

_NOT_TEASERS = frozenset([*HEADINGS, *"p tr td tbody table ul ol body".split()])
"""Tags that a teaser as a whole does not have."""
_LIST_OR_ASIDE = frozenset("aside li table".split())
"""Tags of elements in which a date is about something else."""
_BY_OTHERS = frozenset("comment comments reply replies disqus teaser teasers related recommended".split())
"""Words in the names of elements with comments or with other stories."""


def find_teasers(page: Page, statistics: ProseStatistics, host: str | None) -> set[Element]:
    """Return the teasers of a page on ``host``: many small elements of one signature that each link to another page of the site."""
    links = [line for line in page.lines if is_internal_link(line, host)]
    if len(links) < MIN_TEASERS:
        return set()
    link_count = sums_by_element(page, links, [1] * len(links))
    linked_chars = sums_by_element(page, links, [line.chars for line in links])
    chars, prose_lines = statistics.chars, statistics.prose_lines
    candidates = [
        element
        for element in page.elements
        if 1 <= link_count[element.index] <= MAX_TEASER_LINKS
        and chars[element.index] <= min(MAX_TEASER_CHARS, MAX_CHARS_PER_LINKED_CHAR * linked_chars[element.index])
        and prose_lines[element.index] <= 1
        and element.tag not in _NOT_TEASERS
    ]
    if any(element.tag == "li" for element in candidates):
        lists = introduced_lists(page.lines)
        candidates = [element for element in candidates if element.tag != "li" or element.parent not in lists]
    rows = {row: elements for row, elements in _by_signature(candidates).items() if len(elements) >= MIN_TEASERS}
    tags = {row[0] for row in rows}
    small = [one for one in page.elements if one.tag in tags and 0 < chars[one.index] <= MAX_TEASER_CHARS]
    alike = Counter(map(signature_of, small))
    return {
        element
        for row, elements in rows.items()
        if len(elements) >= MIN_TEASER_SHARE * alike[row]
        for element in elements
    }


def introduced_lists(lines: list[Line]) -> set[Element]:
    """Return the lists that a line of the story introduces: running text is right above them and further down."""
    last_prose = max((index for index, line in enumerate(lines) if line.prose_chars), default=0)
    return {
        item.element.parent
        for above, item in pairwise(lines[:last_prose])
        if item.element.tag == "li" and item.element.parent is not None and _introduces(above)
    }


def _introduces(line: Line) -> bool:
    """True if a line says that a list follows, and more than a label does."""
    return (
        line.element.tag == "p"
        and line.chars >= MIN_INTRODUCTION_CHARS
        and not line.linked_chars
        and line.text.endswith((":", "："))
    )


def _by_signature(elements: list[Element]) -> dict[Signature, list[Element]]:
    """Return the elements grouped by what they look like."""
    rows: dict[Signature, list[Element]] = {}
    for element in elements:
        rows.setdefault(signature_of(element), []).append(element)
    return rows


def is_quoted_or_by_others(line: Line) -> bool:
    """True if a line is in a block quote, among comments, or among other stories."""
    for element in islice(line.element.self_and_ancestors(), NEAR_ANCESTORS):
        if element.tag == "blockquote" or not _BY_OTHERS.isdisjoint(name_words(element)):
            return True
    return False


def is_in_list_or_aside(line: Line) -> bool:
    """True if a line is in a list, a table or an aside, in which dates are about something else."""
    return any(one.tag in _LIST_OR_ASIDE for one in islice(line.element.self_and_ancestors(), NEAR_ANCESTORS))


def is_beside_teaser(lines: list[Line], index: int, titles: str) -> bool:
    """True if the line at ``index`` is next to a linked headline that is not among ``titles``, which are squeezed."""
    neighbours = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    headlines = [
        match_key(line.text)
        for line in neighbours
        if line.element.tag in HEADINGS
        and line.element.tag != "h1"
        and line.chars >= MIN_HEADLINE_CHARS
        and line.is_link
    ]
    return bool(headlines) and not any(headline in titles for headline in headlines)
