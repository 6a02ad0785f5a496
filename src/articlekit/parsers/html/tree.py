"""One walk over a parsed page: its boxes, and the lines of text in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import Factory, define
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articlekit.parsers.html.tags import BLOCKS, FRAMED, STRONG, UNSEEN

Attributes = dict[str, str | None]

_KINDS = {
    **dict.fromkeys(UNSEEN, "unseen"),
    **dict.fromkeys(BLOCKS, "box"),
    "-text": "text",
    "br": "break",
    "img": "picture",
    "amp-img": "picture",
    "noscript": "fallback",
}
"""What the walk does with a node, by its tag; any other tag is inline."""
_HIDDEN = frozenset("sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text u-visually-hidden".split())
"""Class names of words for screen readers only."""
_SIGNED = frozenset("author attribution cite citation source speaker byline credit".split())
"""Words in a class name that mark the line under a quotation as its signature."""
_WORD = re.compile(r"[A-Z]?[a-z]+")


@define(eq=False)
class Box:
    """An element that begins a line of its own."""

    tag: str
    """Its name in lower case. What signs a quotation is a ``cite``."""
    parent: Box | None
    """The box around it. None: it is the body."""
    attributes: Attributes
    """Its attributes as written."""
    depth: int
    """How many boxes stand around it."""
    number: int
    """Its place among the boxes of the page, in the order in which they open."""
    last: int = 0
    """The number of the last box inside it; its own where it holds none."""
    words: frozenset[str] | None = None
    """The words that it is named by; None until :func:`names.name_words` is asked."""
    frames: bool = False
    """Whether it is a figure around a table, a quotation or code, which are text."""
    out: bool = False
    """Whether it is judged to be apparatus: it or a box around it."""

    def around(self) -> Iterator[Box]:
        """The box itself, then the boxes around it, from inside out."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    def holds(self, other: Box) -> bool:
        """Whether ``other`` is this box or stands inside it."""
        return self.number <= other.number <= self.last


@define(eq=False)
class Line:
    """The words between two boundaries of boxes."""

    box: Box
    """The innermost box around the words."""
    parts: list[str | Mark] = Factory(list)
    """The words as they stand in the page, with the marks between them."""
    size: int = 0
    """How many characters, without white space at the ends of each piece."""
    linked: int = 0
    """How many of them are linked."""
    strong: int = 0
    """How many of them are bold or italic."""
    weight: int = 0
    """How much it counts as a sentence of a story: 0, or its size."""
    _text: str | None = None

    @property
    def text(self) -> str:
        """The words with white space folded, for judging; what the article gets is built from ``parts``."""
        if self._text is None:
            words = [part if isinstance(part, str) else "\n" if part is BREAK else "" for part in self.parts]
            self._text = " ".join("".join(words).split())
        return self._text


@define(eq=False)
class Picture:
    """An ``img`` element, or a ``noscript`` that may hold one."""

    box: Box
    """The innermost box around it."""
    node: LexborNode
    """The element."""
    place: int
    """How many lines stand before it on the page; one that stands within a line comes after it."""
    href: str
    """The target of the link that it stands in, as written; empty where it stands in none."""


@define(eq=False)
class Stamp:
    """A ``time`` element."""

    box: Box
    """The innermost box around it."""
    datetime: str
    """Its ``datetime`` as written."""
    place: int
    """The place on the page of the line that it stands in or begins."""
    size: int = 0
    """How many characters of that line it holds."""


@define(eq=False)
class Mark:
    """A place in a line where something begins or ends without a word."""

    kind: str
    """``link``, ``end`` of a link, ``break`` of a line, ``cite`` where the name of a speaker begins, ``cited`` where it ends."""
    href: str = ""
    """The target of a link, as written."""


LINK_END = Mark("end")
BREAK = Mark("break")
CITE = Mark("cite")
CITED = Mark("cited")


@define(eq=False)
class Page:
    """What one walk over a page finds, everything in page order."""

    boxes: list[Box] = Factory(list)
    """The elements that begin a line of their own; the first is the body."""
    lines: list[Line] = Factory(list)
    """The lines of text that hold a word."""
    pictures: list[Picture] = Factory(list)
    """The pictures."""
    stamps: list[Stamp] = Factory(list)
    """The times that are marked as such."""
    ends: list[int] = Factory(list)
    """For each box the number of the first box after it and everything in it."""


def read_page(tree: LexborHTMLParser) -> Page:
    """Walk once over ``tree``, without recursion."""
    page = Page()
    if tree.body is not None:
        _Walk(page).run(tree.body)
        page.boxes[0].last = len(page.boxes) - 1
        page.ends = [box.last + 1 for box in page.boxes]
    return page


class _Walk:
    """The state of the walk: the box, the line and the link that are open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box: Box | None = None
        self.line: Line | None = None
        self.links: list[str] = []
        self.strong = 0
        self.cites = 0

    def run(self, root: LexborNode) -> None:
        """Visit every node below ``root`` that a reader sees."""
        closers: list[str] = []
        self.open_box("body", root)
        node: LexborNode | None = root.first_child
        while node is not None:
            tag = node.tag or ""
            kind = _KINDS.get(tag)
            child = None
            if kind == "text":
                self.add(node.text_content or "")
            elif kind is None:
                child = node.first_child
                if child is not None:
                    closer = self.open_inline(tag, node)
                    if closer is None:
                        child = None
                    else:
                        closers.append(closer)
            elif kind == "box":
                child = node.first_child
                if child is not None:
                    self.open_box(tag, node)
                    closers.append("box")
            elif kind == "break":
                self.break_line()
            elif kind != "unseen":
                self.add_picture(node)
            if child is None:
                node = self.leave(node, closers)
            else:
                node = child

    def leave(self, node: LexborNode, closers: list[str]) -> LexborNode | None:
        """The node after ``node`` and everything in it; closes what ends between the two."""
        here: LexborNode | None = node
        while here is not None:
            if here.next is not None:
                return here.next
            if not closers:
                return None
            self.close(closers.pop())
            here = here.parent
        return None

    def open_box(self, tag: str, node: LexborNode) -> None:
        boxes, around = self.page.boxes, self.box
        number = len(boxes)
        attributes = node.attributes
        if around is not None and around.tag in ("blockquote", "figure") and self.is_signature(tag, attributes, around):
            tag = "cite"
        self.box = Box(tag, around, attributes, around.depth + 1 if around else 0, number, number)
        boxes.append(self.box)
        if tag in FRAMED and around is not None:
            around.frames = True
            if around.parent is not None:
                around.parent.frames = True
        self.line = None

    def is_signature(self, tag: str, attributes: Attributes, around: Box) -> bool:
        """Whether a box that is opened in a quotation, or in a figure with one, names the speaker."""
        if around.tag == "figure":
            return tag == "figcaption" and around.frames and any(
                box.tag == "blockquote" for box in self.page.boxes[around.number : around.number + 3]
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
        return self.open_mark(tag, node) if tag in ("cite", "q", "time") else ""

    def open_mark(self, tag: str, node: LexborNode) -> str:
        """Begin a name, a quotation within a line, or a time."""
        if tag == "time":
            place = len(self.page.lines) - (self.line is not None)
            assert self.box is not None
            before = 0 if self.line is None else self.line.size
            self.page.stamps.append(Stamp(self.box, node.attributes.get("datetime") or "", place, -before))
            return "time"
        if tag == "q":
            self.add("“")
            return "q"
        self.cites += 1
        if self.line is not None:
            self.line.parts.append(CITE)
        return "cite"

    def close(self, closer: str) -> None:
        """End a box or an inline element."""
        if closer == "box":
            box = self.box
            if box is not None and box.parent is not None:
                box.last = len(self.page.boxes) - 1
                self.box = box.parent
            self.line = None
        elif closer == "link":
            self.links.pop()
            if self.line is not None:
                self.line.parts.append(LINK_END)
        elif closer == "strong":
            self.strong -= 1
        elif closer == "time":
            if self.line is not None:
                self.page.stamps[-1].size += self.line.size
        elif closer == "q":
            self.add("”")
        elif closer == "cite":
            self.cites -= 1
            if self.line is not None:
                self.line.parts.append(CITED)

    def add(self, text: str) -> None:
        """Add words to the line; a new one begins where none is open."""
        line = self.line
        size = len(text.strip())
        if not size:
            if line is not None:
                line.parts.append(text)
            return
        if line is None:
            assert self.box is not None
            line = self.line = Line(self.box)
            self.page.lines.append(line)
            if self.links:
                line.parts.append(Mark("link", self.links[-1]))
            if self.cites:
                line.parts.append(CITE)
        line.parts.append(text)
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
        assert self.box is not None
        href = self.links[-1] if self.links else ""
        self.page.pictures.append(Picture(self.box, node, len(self.page.lines), href))


def _is_hidden(attributes: Attributes) -> bool:
    """Whether words stand on the page for other eyes than a reader's."""
    if not attributes:
        return False
    names = attributes.get("class")
    return "hidden" in attributes or bool(names and not _HIDDEN.isdisjoint(names.split()))
