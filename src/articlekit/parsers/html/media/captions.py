"""Finds the lines of a page that are the caption or the credit of an image."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import frozen
from selectolax.lexbor import LexborNode

from articlekit.parsers.html.dom.class_names import name_words, split_names
from articlekit.parsers.html.dom.inline_text import read_node
from articlekit.parsers.html.dom.model import Element, Line, Page, Picture
from articlekit.parsers.html.dom.tags import BLOCKS, HEADINGS
from articlekit.parsers.lines.captions import (
    MAX_CAPTION_CHARS,
    MAX_CREDIT_CHARS,
    is_credit_label,
    is_credit_name,
    split_caption,
    without_credit_frame,
    without_credit_label,
)
from articlekit.parsers.lines.normalize import ends_sentence

NEAR_ANCESTORS = 3
"""Ancestors of a line, its own element included, whose names say what it is."""
MAX_NAME_CHARS = 60
"""Characters of a line that names a photographer and says no more."""
MAX_LINES_BESIDE = 8
"""Lines on either side of an image, inside its wrapper, that can be its caption and credit."""
MAX_LINES_BEHIND = 2
"""Lines after a wrapper among which the caption that belongs to it may be."""
MAX_WRAPPER_LINES = 4
"""Lines of an element that is a wrapper by its content. A fuller one holds more than an image."""
MAX_INLINE_NODES = 8
"""Inline elements of a wrapper whose names are read."""

CAPTION_WORDS = frozenset("caption captions figcaption legend cutline".split())
"""Words in the name of a caption."""
SURE_CREDIT_WORDS = frozenset("credit credits copyright copyrights photographer photographers".split())
"""Words in the name of a credit, wherever it is."""
CREDIT_WORDS = SURE_CREDIT_WORDS | frozenset("source byline author owner".split())
"""The same, and words that name a credit only inside the wrapper of an image."""
GALLERY_WORDS = frozenset("gallery slideshow carousel slider swiper".split())
"""Words in the name of a row of images, each with its caption under it."""


@frozen
class StoryImage:
    """An image of the story."""

    picture: Picture
    """Its place on the page."""
    url: str
    """Its address as written; empty if only a script knows it."""
    alt: str | None
    """Its alternative text."""
    wrapper: Element | None
    """The element that holds it with its caption and nothing of the story. None: there is none."""


def claim_lines(image: StoryImage, neighbours: list[StoryImage], page: Page, taken: set[int]) -> list[Line]:
    """Return the lines that belong to an image, and add their indexes to ``taken``.

    ``neighbours`` are the images before and after it. ``taken`` holds the indexes of lines that belong to the story or to
    another image.
    """
    found = (
        _lines_below(image, neighbours, page)
        or _lines_above(image, neighbours, page)
        or _lines_behind(image, neighbours, page)
    )
    free = [(index, line) for index, line in found if index not in taken]
    taken.update(index for index, _ in free)
    return [line for _, line in free]


def _lines_below(image: StoryImage, neighbours: list[StoryImage], page: Page) -> list[tuple[int, Line]]:
    """Return the lines between an image and the next one in its wrapper, with their indexes."""
    wrapper, start = image.wrapper, image.picture.line_index
    if wrapper is None:
        return []
    next_images = [
        other.picture.line_index
        for other in neighbours
        if wrapper.contains(other.picture.element)
        and not (other.wrapper is wrapper and other.picture.line_index == start)
    ]
    end = min([start + MAX_LINES_BESIDE, len(page.lines), *(index for index in next_images if index >= start)])
    found = []
    for index in range(start, end):
        if not wrapper.contains(page.lines[index].element):
            break
        found.append((index, page.lines[index]))
    return found


def _lines_above(image: StoryImage, neighbours: list[StoryImage], page: Page) -> list[tuple[int, Line]]:
    """Return the captions and credits above the only image of a wrapper, with their indexes."""
    wrapper, start = image.wrapper, image.picture.line_index
    if wrapper is None or any(wrapper.contains(other.picture.element) for other in neighbours):
        return []
    return [
        (index, page.lines[index])
        for index in range(max(0, start - 2), start)
        if wrapper.contains(page.lines[index].element)
        and _names(page.lines[index].element, wrapper) & (CAPTION_WORDS | CREDIT_WORDS)
    ]


def _lines_behind(image: StoryImage, neighbours: list[StoryImage], page: Page) -> list[tuple[int, Line]]:
    """Return the captions among the next lines, with their indexes, up to the next image and outside other wrappers."""
    start = image.picture.line_index
    wrappers = [other.wrapper for other in neighbours if other.wrapper is not None]
    after = (other.picture.line_index for other in neighbours if other.picture.line_index > start)
    end = min(start + MAX_LINES_BEHIND, min(after, default=len(page.lines)), len(page.lines))
    return [
        (index, line)
        for index, line in enumerate(page.lines[start:end], start)
        if line.element.excluded
        and (line.element.is_caption or _names(line.element, None) & CAPTION_WORDS or _is_credit(line))
        and not any(wrapper.contains(line.element) for wrapper in wrappers)
    ]


def _is_credit(line: Line) -> bool:
    """True if a line is only a name, and its element is named a credit."""
    return bool(_names(line.element, None) & SURE_CREDIT_WORDS) and is_credit_name(line.text)


def is_wrapper(element: Element, line_index: int, page: Page) -> bool:
    """True if an ancestor of the picture at ``line_index`` holds its caption or credit, and little else."""
    lines = list(lines_beside(element, line_index, page))
    if not 0 < len(lines) <= MAX_WRAPPER_LINES or any(line.is_link for line in lines):
        return False
    named = sum(bool(_names(line.element, element) & (CAPTION_WORDS | SURE_CREDIT_WORDS)) for line in lines)
    return named >= max(1, len(lines) - 1)


def holds_only_captions(element: Element, line_index: int, page: Page) -> bool:
    """True if an ancestor of the picture at ``line_index`` holds nothing but captions and credits."""
    lines = list(lines_beside(element, line_index, page))
    return 0 < len(lines) <= MAX_WRAPPER_LINES and all(
        _names(line.element, element) & (CAPTION_WORDS | SURE_CREDIT_WORDS) for line in lines
    )


def lines_beside(element: Element, line_index: int, page: Page) -> Iterator[Line]:
    """Yield the lines of ``element`` above and below the picture at ``line_index`` in it, at most :data:`MAX_LINES_BESIDE` each."""
    lines = page.lines
    above = range(line_index - 1, max(-1, line_index - 1 - MAX_LINES_BESIDE), -1)
    below = range(line_index, min(line_index + MAX_LINES_BESIDE, len(lines)))
    for indexes in (above, below):
        for index in indexes:
            if not element.contains(lines[index].element):
                break
            yield lines[index]


def _names(element: Element, wrapper: Element | None) -> frozenset[str]:
    """Return the words that name ``element`` and its ancestors inside ``wrapper``, and their tags."""
    names: frozenset[str] = frozenset()
    for step, ancestor in enumerate(element.self_and_ancestors()):
        if step == NEAR_ANCESTORS or ancestor is wrapper:
            break
        names |= name_words(ancestor) | {ancestor.tag}
    return names


def read_caption(image: StoryImage, lines: list[Line]) -> tuple[str | None, str | None]:
    """Return the caption and the credit in the lines that belong to an image; each None if there is none."""
    texts: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if not line.is_link and not is_credit_label(line.text) and any(map(str.isalnum, line.text)):
            texts[_role_of(line, image)].append(line.text)
    caption, credit = _caption_and_credit(texts)
    if len(caption) > MAX_CAPTION_CHARS:
        caption = ""
    if caption and credit is None and (name := _credit_in(image, caption)):
        return _without_credit(caption, name)
    return caption or None, _bare(credit) if credit else None


def _role_of(line: Line, image: StoryImage) -> str:
    """Return what a line of an image is by its names: ``heading``, ``sure_credit``, ``credit``, ``caption``, ``figure`` or ``unnamed``."""
    wrapper = image.wrapper
    names = _names(line.element, wrapper)
    if line.element.tag in HEADINGS and not names & CAPTION_WORDS:
        return "heading"
    is_short = line.chars <= MAX_NAME_CHARS and not ends_sentence(line.text)
    if names & CREDIT_WORDS and (is_short or (line.chars <= MAX_CREDIT_CHARS and not names & CAPTION_WORDS)):
        return "sure_credit" if names & SURE_CREDIT_WORDS else "credit"
    if names & CAPTION_WORDS or line.element.is_caption or (wrapper is not None and _has_named_part(line, image)):
        return "caption"
    if wrapper is not None and (wrapper.tag == "figure" or wrapper.is_caption or name_words(wrapper) & GALLERY_WORDS):
        return "figure"
    return "unnamed"


def _caption_and_credit(texts: dict[str, list[str]]) -> tuple[str, str | None]:
    """Return the caption, empty if there is none, and the credit as written, from the texts by their roles."""
    named_credits = texts["sure_credit"] + texts["credit"]
    captions, in_figure = texts["caption"], texts["figure"]
    if captions:
        # Besides its caption, a figure has a credit, or something that is not about the image.
        names = [text for text in (*captions[1:], *in_figure) if is_credit_name(text)]
        names += [text for text in captions[:1] if len(captions) > 1 and split_caption(text)[0] is None]
        return _joined([text for text in captions if text not in names]), next(iter(named_credits + names), None)
    if texts["sure_credit"] and len(texts["unnamed"]) == 1 and not in_figure:
        return texts["unnamed"][0], named_credits[0]
    only_credits = [text for text in in_figure if split_caption(text)[0] is None]
    rest = [text for text in in_figure if text not in only_credits]
    return rest[0] if rest else "", next(iter(named_credits + only_credits), None)


def _joined(captions: list[str]) -> str:
    """Return the lines of one caption as one text, without a line that a later one begins with."""
    kept = [
        text for count, text in enumerate(captions) if not any(one.startswith(text) for one in captions[count + 1 :])
    ]
    return " ".join(kept)


def _without_credit(caption: str, name: str) -> tuple[str | None, str]:
    """Split a caption that contains the name of its credit. An agency right after the name belongs to the credit."""
    before, _, after = caption.rpartition(name)
    if after and len(after) <= MAX_NAME_CHARS and not ends_sentence(after):
        name, after = name + after, ""
    rest = " ".join((before + after).split()).rstrip(" ,;|/–—-")
    return None if is_credit_label(rest) else rest or None, _bare(name)


def _bare(credit: str) -> str:
    """Return a credit without its label, brackets and the punctuation after it."""
    return without_credit_label(without_credit_label(without_credit_frame(credit)))


def _credit_in(image: StoryImage, caption: str) -> str | None:
    """Return the words of a caption that an inline element marks as its credit, or None."""
    for words, names in _named_inline_nodes(image):
        if names & CREDIT_WORDS and words in caption:
            return words if len(words) <= MAX_CREDIT_CHARS else None
    return None


def _has_named_part(line: Line, image: StoryImage) -> bool:
    """True if an inline element of a line is named a caption or a credit."""
    return any(
        names & (CAPTION_WORDS | SURE_CREDIT_WORDS) and words in line.text
        for words, names in _named_inline_nodes(image)
    )


def _named_inline_nodes(image: StoryImage) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield text and names of the named inline elements in an image's wrapper, those around the whole caption left out."""
    wrapper = _wrapper_node(image)
    for node in wrapper.css("span, small, cite, em, i")[:MAX_INLINE_NODES] if wrapper is not None else ():
        names = split_names(node.attributes.get("class") or "")
        if node.tag == "cite":
            names |= SURE_CREDIT_WORDS
        if names and (words := read_node(node).words) and node.css_first("figcaption") is None:
            yield words, names


def _wrapper_node(image: StoryImage) -> LexborNode | None:
    """Return the node of an image's wrapper in the parser's tree, or None if it has none."""
    node, element = image.picture.node.parent, image.picture.element
    if image.wrapper is None:
        return None
    while node is not None and (node.tag not in BLOCKS or element is not image.wrapper):
        if node.tag in BLOCKS and element.parent is not None:
            element = element.parent
        node = node.parent
    return node
