"""Inline related links: links to other stories between the lines of a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from articlekit.parsers.draft import RelatedLink
from articlekit.parsers.html.blocks.lines_to_blocks import read_parts
from articlekit.parsers.html.boilerplate.by_markup import (
    BOILERPLATE_ROLES,
    BOILERPLATE_TAGS,
    BOILERPLATE_WORDS,
    OTHER_STORIES,
)
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.links import is_internal
from articlekit.parsers.html.dom.model import Element, InlineMark, Line, Page

MAX_INLINE_RELATED = 30
"""Inline related links of a page. Bounds the time."""
MIN_HEADLINE_CHARS = 24
"""Characters of a link that is a headline and not a label."""
_NOT_STORIES_WORDS = BOILERPLATE_WORDS - OTHER_STORIES
"""Words in the name of an element with something else than other stories."""
_NOT_STORIES_TAGS = BOILERPLATE_TAGS - {"aside"}
"""Tags of such elements."""


def find_inline_related(page: Page, story: list[Line], host: str | None) -> tuple[RelatedLink, ...]:
    """Return the links to other pages of the site between the first and the last running text of ``story``.

    Each page is linked once; pages that the text of the story links to are left out.
    """
    prose = [line for line in story if line.prose_chars and not line.is_standfirst]
    if len(prose) < 2:
        return ()
    between = page.lines[page.index_of(prose[0]) : page.index_of(prose[-1])]
    linked = [line for line in between if line.linked_chars >= MIN_HEADLINE_CHARS and line.is_mostly_linked]
    if not linked:
        return ()
    container = next(one for one in prose[0].element.self_and_ancestors() if one.contains(prose[-1].element))
    own = set(story)
    candidates = (line for line in linked if line not in own and not _is_in_other_boilerplate(line, container))
    found: dict[str, RelatedLink] = {}
    for words, href in _links(candidates):
        if len(words) >= MIN_HEADLINE_CHARS and is_internal(href, host):
            found.setdefault(href, RelatedLink(words, href, "related"))
    if not found:
        return ()
    in_text = {part.href for line in story if line.linked_chars for part in line.parts if isinstance(part, InlineMark)}
    return tuple(islice((link for href, link in found.items() if href not in in_text), MAX_INLINE_RELATED))


def _is_in_other_boilerplate(line: Line, container: Element) -> bool:
    """True if a line is outside the container, or in boilerplate that is not a list of other stories."""
    for element in line.element.self_and_ancestors():
        if element is container:
            return False
        if element.excluded and (
            element.tag in _NOT_STORIES_TAGS
            or element.attributes.get("role") in BOILERPLATE_ROLES
            or name_words(element) & _NOT_STORIES_WORDS
        ):
            return True
    return True


def _links(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """Yield the words and the target of each link in ``lines``."""
    for block in (read_parts(line.parts) for line in lines):
        yield from ((block.words[link.start : link.end], link.href) for link in block.links)
