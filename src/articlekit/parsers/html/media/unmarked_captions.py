"""Captions that no box is named after: told by the credit that they end in, and by where they stand under a picture."""

from __future__ import annotations

import re
from itertools import islice

from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Box, Line, Page, Picture
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.media.captions import lines_in
from articlekit.parsers.html.media.embeds import PICTURES
from articlekit.parsers.html.media.image_sources import is_tiny
from articlekit.parsers.lines.captions import MAX_CAPTION_CHARS, MAX_CREDIT_CHARS, has_photo_credit, split_caption

FEW = 3
"""Lines beside a picture in its frame at most."""
SHORTEST = 20
"""Characters of a caption that nobody signed."""
NEAR = 3
"""Boxes around a line, or a picture, that say what it is."""

_NO_FRAMES = frozenset("body main article table tr td th figure".split())
"""Tags of boxes that hold more than a picture with its caption, or are known by their tag."""
_NO_CAPTIONS = frozenset(["body", "td", "th", "li", "dt", "dd", "blockquote", *HEADINGS])
"""Tags of boxes whose own words are no caption."""
_TEXT = frozenset("p li blockquote".split())
"""Tags of boxes that hold a line of the story where nobody signs it."""
_LABELLED = re.compile(r"[^\W\d_]{2,20}[:：]")
"""What opens a line that tells when or where something is to be had, or who asks."""
_QUOTES = frozenset('"“„”«»‘‚「『')
_ADVERTISEMENTS = frozenset("ad ads advert adverts advertisement advertising sponsored".split())
"""Words in the names of boxes with pictures of others."""


def mark_captions(page: Page) -> None:
    """Set ``captioned`` on the boxes that hold a caption, with its picture or right under it, and on all boxes in them.

    They are ``out``: what they say is no part of the text. What is all that a page tells, or the last of it, is no caption.
    """
    told = [line for line in page.lines if line.weight and not line.box.out]
    for picture in page.pictures:
        box = _frame(picture, page, told) or _signed_below(picture, page, told)
        if box is not None and _is_picture(picture):
            for inner in page.within(box):
                inner.captioned = inner.out = True


def _is_picture(picture: Picture) -> bool:
    """Whether a picture is one that a reader sees, and no advertisement."""
    if picture.node.tag not in PICTURES or is_tiny(picture.node.attributes):
        return False
    return all(name_words(box).isdisjoint(_ADVERTISEMENTS) for box in islice(picture.box.around(), NEAR))


def _frame(picture: Picture, page: Page, told: list[Line]) -> Box | None:
    """The box of a picture under which a credit stands in it, or a caption between two paragraphs."""
    box = _speaking(picture, page)
    if box is None or box.out or box.tag in _NO_FRAMES:
        return None
    lines = _lines(box, picture, page)
    return box if lines and (_is_signed(lines, told) or _interrupts(box, lines, picture, page)) else None


def _signed_below(picture: Picture, page: Page, told: list[Line]) -> Box | None:
    """The box of the next line, where that is a caption with a credit at its end, and stands alone in its box."""
    lines, place = page.lines, picture.place
    if place >= len(lines) or (line := lines[place]).size > MAX_CAPTION_CHARS or 2 * line.linked > line.size:
        return None
    box = line.box
    beside = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    if box.out or _is_text(line) or any(box.holds(other.box) for other in beside):
        return None
    if not told or line is told[-1] or not _may_be_signed(line.text) or not has_photo_credit(line.text):
        return None
    caption, _ = split_caption(line.text)
    return box if caption and len(caption) >= SHORTEST else None


def _is_text(line: Line) -> bool:
    """Whether a line is an item of a list, a cell, a heading or what somebody says."""
    return (
        line.box.tag in _NO_CAPTIONS
        or line.text[:1] in _QUOTES
        or any(box.tag == "blockquote" for box in islice(line.box.around(), NEAR))
    )


def _may_be_signed(text: str) -> bool:
    """Whether a line does not end like a sentence, or has a mark of a credit near its end: most lines are not looked at closer."""
    if text[-1] not in '.!?…”"»':
        return True
    end = text[-MAX_CREDIT_CHARS:]
    return any(mark in end for mark in ":：©/")


def _speaking(picture: Picture, page: Page) -> Box | None:
    """The innermost box around a picture that holds a line. None: words stand above the picture in it."""
    lines, place = page.lines, picture.place
    for box in picture.box.around():
        if place and box.holds(lines[place - 1].box):
            return None
        if place < len(lines) and box.holds(lines[place].box):
            return box
    return None


def _lines(box: Box, picture: Picture, page: Page) -> list[Line]:
    """The lines under a picture in its box; none if they are too many or too long for a caption, or text of some other kind."""
    lines = list(islice(lines_in(box, picture.place, page), FEW + 1))
    if len(lines) > FEW or sum(line.size for line in lines) > MAX_CAPTION_CHARS:
        return []
    return [] if any(map(_is_text, lines)) else lines


def _is_signed(lines: list[Line], told: list[Line]) -> bool:
    """Whether one of the lines is a credit, or ends in one, and none under it tells anything.

    Where a line tells something the credit has to be one of pictures, and more has to be told elsewhere.
    """
    telling = [line for line in lines if line.weight]
    if len(telling) > 1 or len(told) <= 2 * len(telling) or (telling and telling[0] is told[-1]):
        return False
    for line in reversed(lines):
        if has_photo_credit(line.text) or (not telling and split_caption(line.text)[1]):
            return True
        if line.weight:
            return False
    return False


def _interrupts(box: Box, lines: list[Line], picture: Picture, page: Page) -> bool:
    """Whether a picture stands between two paragraphs, with a single line under it: no sentence, question or label, and not bold."""
    line, parent, place = lines[0], box.parent, picture.place
    if len(lines) > 1 or line.weight or line.size < SHORTEST or box.tag in _TEXT or parent is None:
        return False
    if _LABELLED.match(line.text) or line.text.endswith(("?", ":", "？", "：")) or 2 * line.strong > line.size:
        return False
    beside = [*page.lines[place - 1 : place], *page.lines[place + 1 : place + 2]]
    return len(beside) == 2 and all(other.weight and other.box.parent is parent for other in beside)
