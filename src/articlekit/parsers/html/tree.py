"""One walk over a parsed page: its boxes, and the lines of text in them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import Factory, define
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articlekit.parsers.html.tags import BLOCKS, STRONG, UNSEEN

Attributes = dict[str, str | None]


@define(eq=False)
class Box:
    """An element that begins a line of its own."""

    tag: str
    """Its name in lower case."""
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
    text: str = ""
    """The words with white space folded, for judging; what the article gets is built from ``parts``."""
    weight: int = 0
    """How much it counts as a sentence of a story: 0, or its size."""


@define(eq=False)
class Picture:
    """An ``img`` element."""

    box: Box
    """The innermost box around it."""
    attributes: Attributes
    """Its attributes as written."""
    place: int
    """How many lines stand before it on the page."""


@define(eq=False)
class Mark:
    """A place in a line where something begins or ends without a word."""

    kind: str
    """``link``, ``end`` of a link, ``break`` of a line, ``cite`` or ``quote``."""
    href: str = ""
    """The target of a link, as written."""


LINK_END = Mark("end")
BREAK = Mark("break")


@define(eq=False)
class Page:
    """What one walk over a page finds, everything in page order."""

    boxes: list[Box] = Factory(list)
    """The elements that begin a line of their own; the first is the body."""
    lines: list[Line] = Factory(list)
    """The lines of text that hold a word."""
    pictures: list[Picture] = Factory(list)
    """The pictures."""


def read_page(tree: LexborHTMLParser) -> Page:
    """Walk once over ``tree``, without recursion."""
    page = Page()
    if tree.body is not None:
        _Walk(page).run(tree.body)
        page.boxes[0].last = len(page.boxes) - 1
    return page


class _Walk:
    """The state of the walk: the box, the line and the link that are open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box: Box | None = None
        self.line: Line | None = None
        self.links: list[str] = []
        self.strong = 0

    def run(self, root: LexborNode) -> None:
        """Visit every node below ``root`` that a reader sees."""
        closers: list[str] = []
        self.open_box("body", root)
        node: LexborNode | None = root.first_child
        while node is not None:
            tag = node.tag or ""
            child = None
            if tag == "-text":
                self.add(node.text_content or "")
            elif tag in UNSEEN:
                pass
            elif tag in BLOCKS:
                child = node.first_child
                if child is not None:
                    self.open_box(tag, node)
                    closers.append("box")
            elif tag == "br":
                self.break_line()
            elif tag == "img":
                self.add_picture(node)
            else:
                child = node.first_child
                if child is not None:
                    closers.append(self.open_inline(tag, node))
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
        self.box = Box(tag, around, node.attributes, around.depth + 1 if around else 0, number, number)
        boxes.append(self.box)
        self.line = None

    def open_inline(self, tag: str, node: LexborNode) -> str:
        """Begin an inline element; returns how it has to be closed."""
        if tag == "a":
            href = node.attributes.get("href") or ""
            self.links.append(href)
            if self.line is not None:
                self.line.parts.append(Mark("link", href))
            return "link"
        if tag in STRONG:
            self.strong += 1
            return "strong"
        return ""

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

    def add(self, text: str) -> None:
        """Add words to the line; a new one begins where none is open."""
        line = self.line
        size = len(text.strip())
        if not size:
            if line is not None:
                line.parts.append(" ")
            return
        if line is None:
            assert self.box is not None
            line = self.line = Line(self.box)
            self.page.lines.append(line)
            if self.links:
                line.parts.append(Mark("link", self.links[-1]))
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
        self.page.pictures.append(Picture(self.box, node.attributes, len(self.page.lines)))
