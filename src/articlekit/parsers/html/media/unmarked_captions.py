"""Captions that no class name marks: found by the credit that they end in, and by their position under an image."""

from __future__ import annotations

import re
from itertools import islice

from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Element, Line, Page, Picture
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.media.captions import lines_beside
from articlekit.parsers.html.media.embeds import IMAGE_TAGS
from articlekit.parsers.html.media.image_sources import is_tiny
from articlekit.parsers.lines.captions import MAX_CAPTION_CHARS, MAX_CREDIT_CHARS, has_photo_credit, split_caption

MAX_CAPTION_LINES = 3
"""Lines next to an image in its element, captions and credits."""
MIN_CAPTION_CHARS = 20
"""Characters of a caption without a credit. A shorter line is a label or a date."""
NEAR_ANCESTORS = 3
"""Ancestors of a line or an image, its own element included, that say what it is."""

_NOT_WRAPPER_TAGS = frozenset("body main article table tr td th figure".split())
"""Tags of elements that hold more than an image with its caption, or are known by their tag."""
_NOT_CAPTION_TAGS = frozenset(["body", "td", "th", "li", "dt", "dd", "blockquote", *HEADINGS])
"""Tags of elements whose own text is not a caption."""
_TEXT_TAGS = frozenset("p li blockquote".split())
"""Tags of elements whose lines are the story's unless they end in a credit."""
_LABEL = re.compile(r"[^\W\d_]{2,20}[:：]")
"""The label of a line that says when or where something is, or who asks."""
_QUOTATION_MARKS = frozenset('"“”„«»‘‚「『')
_ADVERTISEMENT_WORDS = frozenset("ad ads advert adverts advertisement advertising sponsored".split())
"""Words in the names of elements with the images of advertisers."""


def mark_captions(page: Page) -> None:
    """Set ``is_caption`` and ``excluded`` on the elements that hold a caption, and on all elements in them.

    Needs the marks of boilerplate and paywall boxes. The last or only running text of a page is not a caption.
    """
    prose = [line for line in page.lines if line.prose_chars and not line.element.excluded]
    for picture in page.pictures:
        element = _wrapper(picture, page, prose) or _signed_below(picture, page, prose)
        if element is not None and _is_image(picture):
            for inner in page.subtree(element):
                inner.is_caption = inner.excluded = True


def _is_image(picture: Picture) -> bool:
    """True if a picture is an image that a reader sees, and not an advertisement."""
    if picture.node.tag not in IMAGE_TAGS or is_tiny(picture.node.attributes):
        return False
    near = islice(picture.element.self_and_ancestors(), NEAR_ANCESTORS)
    return all(name_words(element).isdisjoint(_ADVERTISEMENT_WORDS) for element in near)


def _wrapper(picture: Picture, page: Page, prose: list[Line]) -> Element | None:
    """Return the element that holds a picture and under it a credit, or a caption between two paragraphs; None if none does."""
    element = _innermost_with_text(picture, page)
    if element is None or element.excluded or element.tag in _NOT_WRAPPER_TAGS:
        return None
    lines = _caption_lines(element, picture, page)
    is_caption = lines and (_is_signed(lines, prose) or _interrupts_text(element, lines, picture, page))
    return element if is_caption else None


def _signed_below(picture: Picture, page: Page, prose: list[Line]) -> Element | None:
    """Return the element of the line under a picture if it is a caption that ends in a credit, alone in its element."""
    lines, index = page.lines, picture.line_index
    if index >= len(lines) or (line := lines[index]).chars > MAX_CAPTION_CHARS or line.is_mostly_linked:
        return None
    element = line.element
    neighbours = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    if element.excluded or _is_text(line) or any(element.contains(other.element) for other in neighbours):
        return None
    if not prose or line is prose[-1] or not _may_be_signed(line.text) or not has_photo_credit(line.text):
        return None
    caption, _ = split_caption(line.text)
    return element if caption and len(caption) >= MIN_CAPTION_CHARS else None


def _is_text(line: Line) -> bool:
    """True if a line is a list item, a cell, a heading or a quotation."""
    return (
        line.element.tag in _NOT_CAPTION_TAGS
        or line.text[:1] in _QUOTATION_MARKS
        or any(one.tag == "blockquote" for one in islice(line.element.self_and_ancestors(), NEAR_ANCESTORS))
    )


def _may_be_signed(text: str) -> bool:
    """True if a line does not end like a sentence, or has a mark of a credit near its end. A quick test that most lines fail."""
    if text[-1] not in '.!?…”"»':
        return True
    end = text[-MAX_CREDIT_CHARS:]
    return any(mark in end for mark in ":：©/")


def _innermost_with_text(picture: Picture, page: Page) -> Element | None:
    """Return the innermost element around a picture that holds a line, or None if it holds one above the picture."""
    lines, index = page.lines, picture.line_index
    for element in picture.element.self_and_ancestors():
        if index and element.contains(lines[index - 1].element):
            return None
        if index < len(lines) and element.contains(lines[index].element):
            return element
    return None


def _caption_lines(element: Element, picture: Picture, page: Page) -> list[Line]:
    """Return the lines under a picture in its element; empty if they are too many, too long or text of another kind."""
    lines = list(islice(lines_beside(element, picture.line_index, page), MAX_CAPTION_LINES + 1))
    if len(lines) > MAX_CAPTION_LINES or sum(line.chars for line in lines) > MAX_CAPTION_CHARS:
        return []
    return [] if any(map(_is_text, lines)) else lines


def _is_signed(lines: list[Line], prose: list[Line]) -> bool:
    """True if one of the lines is a credit or ends in one, with no running text under it.

    If one of the lines is running text, it has to end in the credit of an image, and the page has to have more text.
    """
    own_prose = [line for line in lines if line.prose_chars]
    if len(own_prose) > 1 or len(prose) <= 2 * len(own_prose) or (own_prose and own_prose[0] is prose[-1]):
        return False
    for line in reversed(lines):
        if has_photo_credit(line.text) or (not own_prose and split_caption(line.text)[1]):
            return True
        if line.prose_chars:
            return False
    return False


def _interrupts_text(element: Element, lines: list[Line], picture: Picture, page: Page) -> bool:
    """True if a picture is between two paragraphs with a single line under it that is not a sentence, question, label or bold."""
    line, parent, index = lines[0], element.parent, picture.line_index
    if (
        len(lines) > 1
        or line.prose_chars
        or line.chars < MIN_CAPTION_CHARS
        or element.tag in _TEXT_TAGS
        or parent is None
    ):
        return False
    if _LABEL.match(line.text) or line.text.endswith(("?", ":", "？", "：")) or 2 * line.bold_chars > line.chars:
        return False
    neighbours = [*page.lines[index - 1 : index], *page.lines[index + 1 : index + 2]]
    return len(neighbours) == 2 and all(other.prose_chars and other.element.parent is parent for other in neighbours)
