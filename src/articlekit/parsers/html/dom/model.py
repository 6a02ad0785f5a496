"""A page as a reader sees it: block elements, the lines of text in them, images and times."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import Factory, define
from selectolax.lexbor import LexborNode

from articlekit.parsers.lines.normalize import single_spaced, without_invisible

Attributes = dict[str, str | None]
"""The attributes of an element as written; None for an attribute without a value."""

Signature = tuple[str | None, ...]
"""The tag and class of an element, followed by the tag and class of its parent if it has one."""

MIN_LINK_SHARE = 0.9
"""The share of a line's characters that are linked at least in a line that is a link. The rest is a date, a bullet or punctuation."""


@define(eq=False)
class Element:
    """A block element: one that begins a line of its own. Elements are compared and hashed by identity."""

    tag: str
    """The tag name in lower case; ``cite`` also for another element that signs a quotation."""
    parent: Element | None
    """The block element around it. None for the body."""
    attributes: Attributes
    """The attributes as written."""
    index: int
    """Its index among the elements of the page, in the order in which they open."""
    last_index: int = 0
    """The index of the last element inside it; its own index if there is none."""
    name_words: frozenset[str] | None = None
    """The words of its class names and ids. None until :func:`class_names.name_words` has read them."""
    frames_text: bool = False
    """True for the parent or grandparent of a table, a quotation or code: as a figure it holds text, not an image."""
    is_caption: bool = False
    """True if it holds a caption that no class name marks, with its image or right under it."""
    excluded: bool = False
    """True if it, or an ancestor, is not part of the article."""

    def self_and_ancestors(self) -> Iterator[Element]:
        """Yield the element itself, then its ancestors from the inside out."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def contains(self, other: Element) -> bool:
        """True if ``other`` is this element or one of its descendants."""
        return self.index <= other.index <= self.last_index


def signature_of(element: Element) -> Signature:
    """Return what elements that look alike have in common: tag and class of the element and of its parent."""
    parent = element.parent
    if parent is None:
        return element.tag, element.attributes.get("class")
    return element.tag, element.attributes.get("class"), parent.tag, parent.attributes.get("class")


@define(eq=False)
class InlineMark:
    """A point in a line at which something begins or ends."""

    kind: str
    """``link``, ``end`` of a link, ``break`` of a line, ``cite`` before the name of a speaker, ``cited`` after it."""
    href: str = ""
    """The target of a link, as written."""


LINK_END = InlineMark("end")
BREAK = InlineMark("break")
CITE = InlineMark("cite")
CITED = InlineMark("cited")


@define(eq=False)
class Line:
    """The words between two boundaries of block elements. Lines are compared and hashed by identity."""

    element: Element
    """The innermost block element around the words."""
    parts: list[str | InlineMark] = Factory(list)
    """The words as written and the marks between them. Only the walk appends; later changes go through :meth:`insert_breaks`."""
    chars: int = 0
    """The number of characters, without white space at the ends of each part."""
    linked_chars: int = 0
    """The number of characters inside links."""
    bold_chars: int = 0
    """The number of characters in bold or italics."""
    prose_chars: int = 0
    """The number of characters if the line is running text, else 0. Set by :func:`prose_statistics.measure_prose`."""
    is_standfirst: bool = False
    """True if the line sums the article up above its text."""
    _text: str | None = None

    @property
    def text(self) -> str:
        """The words of the page with white space folded, without soft breaks that were inserted, to judge the line by.

        The text of the article is built from ``parts``.
        """
        if self._text is None:
            words = [part if isinstance(part, str) else "\n" if part is BREAK else "" for part in self.parts]
            self._text = single_spaced(without_invisible("".join(words)))
        return self._text

    @property
    def is_link(self) -> bool:
        """True if the line is a link from end to end, or nearly (:data:`MIN_LINK_SHARE`)."""
        return self.linked_chars >= MIN_LINK_SHARE * self.chars

    @property
    def is_mostly_linked(self) -> bool:
        """True if more than half of the characters are linked."""
        return 2 * self.linked_chars > self.chars

    def insert_breaks(self, indexes: list[int]) -> None:
        """Insert a soft line break before each of the parts at ``indexes``, which are in order. :attr:`text` stays as it is."""
        self._text = self.text
        for index in reversed(indexes):
            self.parts.insert(index, BREAK)


def paragraph_container(line: Line) -> Element:
    """Return the element that holds the line as one of its paragraphs: the parent of a ``p``, else the line's own element."""
    element = line.element
    return element.parent if element.tag == "p" and element.parent is not None else element


@define(eq=False)
class Picture:
    """An ``img``, a ``noscript`` that may hold one, a frame with a video or another page, or the placeholder of a post."""

    element: Element
    """The innermost block element around it."""
    node: LexborNode
    """The node in the parser's tree."""
    line_index: int
    """The number of lines before it on the page. A picture inside a line counts as after it."""
    href: str
    """The target of the link around it, as written; empty if there is none."""


@define(eq=False)
class TimeElement:
    """A ``time`` element."""

    element: Element
    """The innermost block element around it."""
    datetime: str
    """Its ``datetime`` attribute as written."""
    line_index: int
    """The index of the line that holds it or that it begins."""
    chars: int = 0
    """The number of characters of that line that it holds."""
    class_names: str = ""
    """Its ``class`` attribute as written."""
    first_part: int = 0
    """The index of the first part of that line that it holds."""
    end_part: int = 0
    """One past the index of the last; 0 if the element ends outside the line."""


@define(eq=False)
class Page:
    """What one walk over a page finds, everything in page order."""

    elements: list[Element] = Factory(list)
    """The block elements; the first is the body."""
    lines: list[Line] = Factory(list)
    """The lines of text with at least one visible character."""
    pictures: list[Picture] = Factory(list)
    """Images, frames and placeholders of posts."""
    email_fields: list[Element] = Factory(list)
    """The elements around input fields for an e-mail address."""
    password_fields: list[Element] = Factory(list)
    """The elements around input fields for a password."""
    buttons: list[Element] = Factory(list)
    """The elements around buttons."""
    time_elements: list[TimeElement] = Factory(list)
    """The ``time`` elements."""
    headlines: list[Line] = Factory(list)
    """The headings that may be the headline. Set by :func:`header.find_headlines`."""
    paywall_boxes: list[Element] = Factory(list)
    """The elements that ask for money or a login before the text goes on. Set by :func:`paywall_boxes.mark_paywall_boxes`."""
    end_indexes: list[int] = Factory(list)
    """For each element, the index of the first element after it and everything in it."""

    def subtree(self, element: Element) -> list[Element]:
        """Return an element and all its descendants."""
        return self.elements[element.index : element.last_index + 1]

    def children(self, element: Element) -> Iterator[Element]:
        """Yield the child elements of an element."""
        index = element.index + 1
        while index <= element.last_index:
            yield self.elements[index]
            index = self.elements[index].last_index + 1

    def index_of(self, line: Line) -> int:
        """Return the index of a line on the page."""
        return self._line_indexes[line]

    @cached_property
    def _line_indexes(self) -> dict[Line, int]:
        """The index of each line. The walk has to be over when this is first read."""
        return {line: index for index, line in enumerate(self.lines)}
