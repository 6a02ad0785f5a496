"""One walk over a parsed page, without recursion."""

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
    Box,
    Line,
    Mark,
    Page,
    Picture,
    Stamp,
)
from articlekit.parsers.html.dom.tags import BLOCKS, CELLS, FRAMED, STRONG, UNSEEN

ENOUGH = 500
"""Characters of a page that has something to say."""

_KINDS = {
    **dict.fromkeys(UNSEEN, "unseen"),
    **dict.fromkeys(BLOCKS, "box"),
    "-text": "text",
    "br": "break",
    "img": "picture",
    "amp-img": "picture",
    "noscript": "picture",
    "iframe": "picture",
    "amp-iframe": "picture",
    "amp-timeago": "clock",
    **dict.fromkeys(("video", "audio", "amp-video", "amp-audio"), "picture"),
    **dict.fromkeys(posts.TAGS, "post"),
    "input": "field",
    "button": "button",
}
"""What the walk does with a node, by its tag; any other tag is inline."""
_KINDS_OF_STORY = {**_KINDS, "nav": "frame", "footer": "frame"}
"""The same, without the boxes that a story hardly ever stands in."""
_HIDDEN = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text u-visually-hidden".split()
)
"""Class names of words for screen readers only."""
_SIGNED = frozenset("author attribution cite citation source speaker byline credit".split())
"""Words in a class name that mark the line under a quotation as its signature."""
_QUOTING = ("blockquote", "figure")
"""Boxes in which a speaker may be named."""
_MARKS = frozenset(("cite", "q", "time", "sup"))
"""Inline elements that change what is read of the words in them."""
_FIGURES = frozenset("0123456789+-")
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_WORD = re.compile(r"[A-Z]?[a-z]+")
_UNSEEN = (
    " \t\n\r\f\v\xa0\xad\u034f\u061c\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f"
    "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u2800\u3000\u3164\ufe0f\ufeff"
)
"""Characters of which a reader sees nothing."""


Opened = list[tuple[str, LexborNode]]
"""The elements around a place, each with how it has to be closed."""


def read_page(tree: LexborHTMLParser) -> Page:
    """Everything on the page that a reader sees, without navigation and footers where something is left then."""
    body = tree.body
    if body is None:
        return Page()
    page = _walk(body, _KINDS_OF_STORY)
    return page if sum(line.size for line in page.lines) >= ENOUGH else _walk(body, _KINDS)


def _walk(root: LexborNode, kinds: dict[str, str]) -> Page:
    """Visit the nodes below ``root`` in page order. The loop is the hottest of the library: little is called from it."""
    page = Page()
    walk = _Walk(page, Box("body", None, root.attributes, 0, 0))
    opened: Opened = []
    known: dict[int, tuple[str, str | None]] = {}
    node: LexborNode | None = root.first_child
    while node is not None:
        number = node.tag_id
        if number not in known:
            known[number] = (node.tag or "", kinds.get(node.tag or ""))
        tag, kind = known[number]
        after = None
        if kind == "text":
            if walk.line is not None or not node.is_empty_text_node:
                walk.add(node.text_content or "")
        elif kind == "box":
            after = node.first_child
            if after is not None or tag in CELLS:
                walk.open_box(tag, node)
                opened.append(("box", node))
            elif (attributes := node.attributes) and posts.is_post(tag, attributes):
                walk.add_picture(node)
        elif kind != "unseen":
            after = walk.enter(tag, kind, node, opened)
        if after is None and (after := node.next) is None:
            after = walk.leave(opened)
        node = after
    page.boxes[0].last = len(page.boxes) - 1
    page.ends = [box.last + 1 for box in page.boxes]
    return page


class _Walk:
    """The state of the walk: the box, the line and the link that are open."""

    def __init__(self, page: Page, body: Box) -> None:
        self.page = page
        self.box = body
        page.boxes.append(body)
        self.line: Line | None = None
        self.links: list[str] = []
        self.strong = 0
        self.cites = 0
        self.raised = 0

    def enter(self, tag: str, kind: str | None, node: LexborNode, opened: Opened) -> LexborNode | None:
        """Begin an element; returns its first node and notes how it has to be closed. None: there is nothing in it to read."""
        if kind == "frame" and self.box.tag in _QUOTING:
            if (first := node.first_child) is not None:
                self.open_box(tag, node)
                opened.append(("box", node))
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
        """Write down a time that is counted on, a button, and a field for an e-mail address or a password."""
        if kind == "clock":
            # What it holds is replaced by how long ago the time was.
            self.page.stamps.append(Stamp(self.box, node.attributes.get("datetime") or "", len(self.page.lines)))
        elif kind == "button":
            self.page.buttons.append(self.box)
        elif (asked := (node.attributes.get("type") or "").lower()) == "email":
            self.page.fields.append(self.box)
        elif asked == "password":
            self.page.passwords.append(self.box)

    def open_box(self, tag: str, node: LexborNode) -> None:
        """Begin a box."""
        boxes, around = self.page.boxes, self.box
        number = len(boxes)
        attributes = node.attributes
        if around.tag in _QUOTING and self.is_signature(tag, attributes, around):
            tag = "cite"
        elif tag == "blockquote" and posts.is_post(tag, attributes):
            self.add_picture(node)
        self.line = None
        self.box = box = Box(tag, around, attributes, number, number)
        boxes.append(box)
        if tag in FRAMED:
            around.frames = True
            if around.parent is not None:
                around.parent.frames = True

    def is_signature(self, tag: str, attributes: Attributes, around: Box) -> bool:
        """Whether a box that is opened in a quotation, or in a figure with one, names the speaker."""
        if around.tag == "figure":
            return (
                tag == "figcaption"
                and around.frames
                and any(box.tag == "blockquote" for box in self.page.boxes[around.number : around.number + 3])
            )
        if tag not in ("footer", "p", "div") or not self.told_in(around):
            return False
        words = {word.lower() for word in _WORD.findall(attributes.get("class") or "")}
        return tag == "footer" or bool(words & _SIGNED)

    def told_in(self, box: Box) -> bool:
        """Whether words stand in ``box``, which is open, so far."""
        lines = self.page.lines
        return bool(lines) and lines[-1].box.number >= box.number

    def open_inline(self, tag: str, node: LexborNode) -> str | None:
        """Begin an inline element; returns how it has to be closed. None: no reader sees it."""
        if tag == "a":
            href = node.attributes.get("href") or ""
            self.links.append(href)
            if self.line is not None:
                self.line.parts.append(Mark("link", href))
            return "link"
        if tag == "span":
            return None if _is_hidden(node.attributes) else ""
        if tag in STRONG:
            self.strong += 1
            return "strong"
        return self.open_mark(tag, node) if tag in _MARKS else ""

    def open_mark(self, tag: str, node: LexborNode) -> str:
        """Begin a name, a quotation within a line, a time, or raised words."""
        if tag == "time":
            place = len(self.page.lines) - (self.line is not None)
            before, begin = (0, 0) if self.line is None else (self.line.size, len(self.line.parts))
            attributes = node.attributes
            stated, names = attributes.get("datetime") or "", attributes.get("class") or ""
            self.page.stamps.append(Stamp(self.box, stated, place, -before, names, begin))
            return "time"
        if tag == "q":
            self.add("“")
            return "q"
        if tag == "sup":
            self.raised += 1
            return "sup"
        self.cites += 1
        if self.line is not None:
            self.line.parts.append(CITE)
        return "cite"

    def leave(self, opened: Opened) -> LexborNode | None:
        """End the elements in which no node is left, from inside out; the node after them. None: the page ends."""
        while opened:
            closer, node = opened.pop()
            if closer == "box":
                self.close_box()
            elif closer:
                self.close_inline(closer)
            if (after := node.next) is not None:
                return after
        return None

    def close_box(self) -> None:
        """End a box."""
        box = self.box
        if box.parent is not None:
            box.last = len(self.page.boxes) - 1
            self.box = box.parent
        self.line = None

    def close_inline(self, closer: str) -> None:
        """End an inline element."""
        if closer == "link":
            self.links.pop()
            if self.line is not None:
                self.line.parts.append(LINK_END)
        elif closer == "strong":
            self.strong -= 1
        else:
            self.close_mark(closer)

    def close_mark(self, closer: str) -> None:
        """End a time, a quotation within a line, raised words, or a name."""
        if closer == "time":
            if self.line is not None:
                self.page.stamps[-1].size += self.line.size
                self.page.stamps[-1].end = len(self.line.parts)
        elif closer == "q":
            self.add("”")
        elif closer == "sup":
            self.raised -= 1
        else:
            self.cites -= 1
            if self.line is not None:
                self.line.parts.append(CITED)

    def add(self, text: str) -> None:
        """Add words to the line; a new one begins where none is open."""
        line = self.line
        size = len(text.strip())
        if line is None:
            if not text.strip(_UNSEEN):
                return
            line = self.line = Line(self.box)
            self.page.lines.append(line)
            if self.links:
                line.parts.append(Mark("link", self.links[-1]))
            if self.cites:
                line.parts.append(CITE)
        line.parts.append(text if not self.raised else _raised(text))
        line.size += size
        if self.links:
            line.linked += size
        if self.strong:
            line.strong += size

    def break_line(self) -> None:
        """End the line softly; two breaks in a row end it for good."""
        line = self.line
        if line is None:
            return
        blank = next((part for part in reversed(line.parts) if not (isinstance(part, str) and part.isspace())), None)
        if blank is BREAK:
            self.line = None
        else:
            line.parts.append(BREAK)

    def add_picture(self, node: LexborNode) -> None:
        href = self.links[-1] if self.links else ""
        self.page.pictures.append(Picture(self.box, node, len(self.page.lines), href))


def _raised(text: str) -> str:
    """Raised figures as such, for a power or a note is no digit of the number before it; other words as they are."""
    return text.translate(_SUPERSCRIPTS) if _FIGURES.issuperset(text.strip()) else text


def _is_hidden(attributes: Attributes) -> bool:
    """Whether words stand on the page for other eyes than a reader's."""
    if not attributes:
        return False
    names = attributes.get("class")
    return "hidden" in attributes or bool(names and not _HIDDEN.isdisjoint(names.split()))
