"""The walk over a parsed page: from the nodes of the parser's tree to lines, images and times, without recursion."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articlekit.parsers.html.dom import posts
from articlekit.parsers.html.dom.model import (
    BREAK,
    CITE,
    CITED,
    LINK_END,
    Attributes,
    Element,
    InlineMark,
    Line,
    Page,
    Picture,
    TimeElement,
)
from articlekit.parsers.html.dom.tags import BLOCKS, CELLS, FRAMED, STRONG, UNSEEN

MIN_PAGE_CHARS = 500
"""Characters of text. A page with less is read again with its navigation and footers: they may hold the article."""

_KINDS = {
    **dict.fromkeys(UNSEEN, "unseen"),
    **dict.fromkeys(BLOCKS, "block"),
    "-text": "text",
    "br": "break",
    "img": "picture",
    "amp-img": "picture",
    "noscript": "picture",
    "iframe": "picture",
    "amp-iframe": "picture",
    "amp-timeago": "relative_time",
    **dict.fromkeys(("video", "audio", "amp-video", "amp-audio"), "picture"),
    **dict.fromkeys(posts.TAGS, "post"),
    "input": "field",
    "button": "button",
}
"""What the walk does with a node, by its tag. Any other tag is inline."""
_KINDS_WITHOUT_NAVIGATION = {**_KINDS, "nav": "navigation", "footer": "navigation"}
"""The same for a first walk that leaves navigation and footers out."""
_SCREEN_READER_CLASSES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text u-visually-hidden".split()
)
"""Class names of words for screen readers only."""
_SIGNATURE_WORDS = frozenset("author attribution cite citation source speaker byline credit".split())
"""Words in a class name that mark the line under a quotation as its signature."""
_SIGNED_TAGS = ("blockquote", "figure")
"""Elements in which the speaker of a quotation may be named."""
_MEANINGFUL_INLINE_TAGS = frozenset(("cite", "q", "time", "sup"))
"""Inline elements that change what is read of the words in them."""
_SUPERSCRIPT_SOURCE = frozenset("0123456789+-")
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_WORD = re.compile(r"[A-Z]?[a-z]+")
_INVISIBLE_CHARS = (
    " \t\n\r\f\v\xa0\xad\u034f\u061c\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f"
    "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u2800\u3000\u3164\ufe0f\ufeff"
)
"""Characters that leave no mark on the screen: a text node of nothing else begins no line."""


Opened = list[tuple[str, LexborNode]]
"""The open nodes from the outside in, each with the kind of its end."""


def read_page(tree: LexborHTMLParser) -> Page:
    """Return everything on the page that a reader sees, without navigation and footers unless little else is left."""
    body = tree.body
    if body is None:
        return Page()
    page = _walk(body, _KINDS_WITHOUT_NAVIGATION)
    return page if sum(line.chars for line in page.lines) >= MIN_PAGE_CHARS else _walk(body, _KINDS)


def _walk(root: LexborNode, kinds: dict[str, str]) -> Page:
    """Visit the nodes below ``root`` in page order.

    This loop is the hottest of the package, so it does the common cases itself and calls little.
    """
    page = Page()
    walk = _Walk(page, Element("body", None, root.attributes, 0, 0))
    opened: Opened = []
    known: dict[int, tuple[str, str | None]] = {}
    node: LexborNode | None = root.first_child
    while node is not None:
        tag_id = node.tag_id
        if tag_id not in known:
            known[tag_id] = (node.tag or "", kinds.get(node.tag or ""))
        tag, kind = known[tag_id]
        after = None
        if kind == "text":
            if walk.line is not None or not node.is_empty_text_node:
                walk.add_text(node.text_content or "")
        elif kind == "block":
            after = node.first_child
            if after is not None or tag in CELLS:
                walk.open_block(tag, node)
                opened.append(("block", node))
            elif (attributes := node.attributes) and posts.is_post(tag, attributes):
                walk.add_picture(node)
        elif kind != "unseen":
            after = walk.enter(tag, kind, node, opened)
        if after is None and (after := node.next) is None:
            after = walk.leave(opened)
        node = after
    page.elements[0].last_index = len(page.elements) - 1
    page.end_indexes = [element.last_index + 1 for element in page.elements]
    return page


class _Walk:
    """The state of the walk: the element, the line and the links that are open."""

    def __init__(self, page: Page, body: Element) -> None:
        self.page = page
        self.element = body
        page.elements.append(body)
        self.line: Line | None = None
        self.links: list[str] = []
        self.open_bold = 0
        self.open_cites = 0
        self.open_superscripts = 0

    def enter(self, tag: str, kind: str | None, node: LexborNode, opened: Opened) -> LexborNode | None:
        """Begin a node that is neither text nor a block; return its first child, or None if nothing in it is read."""
        if kind == "navigation" and self.element.tag in _SIGNED_TAGS:
            # The footer of a quotation names its speaker.
            if (first := node.first_child) is not None:
                self.open_block(tag, node)
                opened.append(("block", node))
            return first
        if kind is None:
            if (first := node.first_child) is None or (closer := self.open_inline(tag, node)) is None:
                return None
            opened.append((closer, node))
            return first
        if kind == "break":
            self.break_line()
        elif kind in ("picture", "post"):
            self.add_picture(node)
            if kind == "post" and (first := node.first_child) is not None:
                opened.append(("", node))
                return first
        else:
            self.note(kind, node)
        return None

    def note(self, kind: str, node: LexborNode) -> None:
        """Record a relative time, a button, or an input field for an e-mail address or a password."""
        if kind == "relative_time":
            # A script replaces its content by how long ago the time was.
            stated = node.attributes.get("datetime") or ""
            self.page.time_elements.append(TimeElement(self.element, stated, len(self.page.lines)))
        elif kind == "button":
            self.page.buttons.append(self.element)
        elif (field_type := (node.attributes.get("type") or "").lower()) == "email":
            self.page.email_fields.append(self.element)
        elif field_type == "password":
            self.page.password_fields.append(self.element)

    def open_block(self, tag: str, node: LexborNode) -> None:
        """Begin a block element."""
        elements, parent = self.page.elements, self.element
        index = len(elements)
        attributes = node.attributes
        if parent.tag in _SIGNED_TAGS and self.is_signature(tag, attributes, parent):
            tag = "cite"
        elif tag == "blockquote" and posts.is_post(tag, attributes):
            self.add_picture(node)
        self.line = None
        self.element = element = Element(tag, parent, attributes, index, index)
        elements.append(element)
        if tag in FRAMED:
            parent.frames_text = True
            if parent.parent is not None:
                parent.parent.frames_text = True

    def is_signature(self, tag: str, attributes: Attributes, parent: Element) -> bool:
        """True if a block that begins in a quotation, or in a figure with one, names the speaker."""
        if parent.tag == "figure":
            return (
                tag == "figcaption"
                and parent.frames_text
                and any(inner.tag == "blockquote" for inner in self.page.elements[parent.index : parent.index + 3])
            )
        if tag not in ("footer", "p", "div") or not self.has_text(parent):
            return False
        words = {word.lower() for word in _WORD.findall(attributes.get("class") or "")}
        return tag == "footer" or bool(words & _SIGNATURE_WORDS)

    def has_text(self, element: Element) -> bool:
        """True if the open ``element`` holds a line so far."""
        lines = self.page.lines
        return bool(lines) and lines[-1].element.index >= element.index

    def open_inline(self, tag: str, node: LexborNode) -> str | None:
        """Begin an inline element; return the kind of its end, or None if readers do not see it."""
        if tag == "a":
            href = node.attributes.get("href") or ""
            self.links.append(href)
            if self.line is not None:
                self.line.parts.append(InlineMark("link", href))
            return "link"
        if tag == "span":
            return None if _is_for_screen_readers(node.attributes) else ""
        if tag in STRONG:
            self.open_bold += 1
            return "bold"
        return self.open_meaningful_inline(tag, node) if tag in _MEANINGFUL_INLINE_TAGS else ""

    def open_meaningful_inline(self, tag: str, node: LexborNode) -> str:
        """Begin a speaker's name, a quotation within a line, a time, or a superscript."""
        if tag == "time":
            line_index = len(self.page.lines) - (self.line is not None)
            before, first_part = (0, 0) if self.line is None else (self.line.chars, len(self.line.parts))
            attributes = node.attributes
            stated, class_names = attributes.get("datetime") or "", attributes.get("class") or ""
            # ``chars`` is completed by close_meaningful_inline.
            self.page.time_elements.append(
                TimeElement(self.element, stated, line_index, -before, class_names, first_part)
            )
            return "time"
        if tag == "q":
            self.add_text("“")
            return "q"
        if tag == "sup":
            self.open_superscripts += 1
            return "sup"
        self.open_cites += 1
        if self.line is not None:
            self.line.parts.append(CITE)
        return "cite"

    def leave(self, opened: Opened) -> LexborNode | None:
        """End the nodes that have no next sibling, from the inside out; return the node after them, or None at the end of the page."""
        while opened:
            closer, node = opened.pop()
            if closer == "block":
                self.close_block()
            elif closer:
                self.close_inline(closer)
            if (after := node.next) is not None:
                return after
        return None

    def close_block(self) -> None:
        """End a block element."""
        element = self.element
        if element.parent is not None:
            element.last_index = len(self.page.elements) - 1
            self.element = element.parent
        self.line = None

    def close_inline(self, closer: str) -> None:
        """End an inline element."""
        if closer == "link":
            self.links.pop()
            if self.line is not None:
                self.line.parts.append(LINK_END)
        elif closer == "bold":
            self.open_bold -= 1
        else:
            self.close_meaningful_inline(closer)

    def close_meaningful_inline(self, closer: str) -> None:
        """End a time, a quotation within a line, a superscript, or a speaker's name."""
        if closer == "time":
            if self.line is not None:
                self.page.time_elements[-1].chars += self.line.chars
                self.page.time_elements[-1].end_part = len(self.line.parts)
        elif closer == "q":
            self.add_text("”")
        elif closer == "sup":
            self.open_superscripts -= 1
        else:
            self.open_cites -= 1
            if self.line is not None:
                self.line.parts.append(CITED)

    def add_text(self, text: str) -> None:
        """Add text to the open line, or begin a line with it."""
        line = self.line
        chars = len(text.strip())
        if line is None:
            if not text.strip(_INVISIBLE_CHARS):
                return
            line = self.line = Line(self.element)
            self.page.lines.append(line)
            if self.links:
                line.parts.append(InlineMark("link", self.links[-1]))
            if self.open_cites:
                line.parts.append(CITE)
        line.parts.append(text if not self.open_superscripts else _superscript(text))
        line.chars += chars
        if self.links:
            line.linked_chars += chars
        if self.open_bold:
            line.bold_chars += chars

    def break_line(self) -> None:
        """End the line softly; a second break right after the first ends it for good."""
        line = self.line
        if line is None:
            return
        last = next((part for part in reversed(line.parts) if not (isinstance(part, str) and part.isspace())), None)
        if last is BREAK:
            self.line = None
        else:
            line.parts.append(BREAK)

    def add_picture(self, node: LexborNode) -> None:
        """Record an image, a frame or the placeholder of a post."""
        href = self.links[-1] if self.links else ""
        self.page.pictures.append(Picture(self.element, node, len(self.page.lines), href))


def _superscript(text: str) -> str:
    """Return numbers as superscripts, so that a power or a note is not read as a digit of the number before it; other text as it is."""
    return text.translate(_SUPERSCRIPTS) if _SUPERSCRIPT_SOURCE.issuperset(text.strip()) else text


def _is_for_screen_readers(attributes: Attributes) -> bool:
    """True if a ``span`` is hidden from view."""
    if not attributes:
        return False
    names = attributes.get("class")
    return "hidden" in attributes or bool(names and not _SCREEN_READER_CLASSES.isdisjoint(names.split()))
