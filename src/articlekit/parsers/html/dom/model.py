"""A page as a reader sees it: its boxes, and the lines of text and the pictures in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import Factory, define
from selectolax.lexbor import LexborNode

from articlekit.parsers.lines.normalize import single_spaced, without_invisible

Attributes = dict[str, str | None]


@define(eq=False)
class Box:
    """An element that begins a line of its own."""

    tag: str
    """Its name in lower case. What signs a quotation is a ``cite``."""
    parent: Box | None
    """The box around it. None: it is the body."""
    attributes: Attributes
    """Its attributes as written."""
    number: int
    """Its place among the boxes of the page, in the order in which they open."""
    last: int = 0
    """The number of the last box inside it; its own where it holds none."""
    words: frozenset[str] | None = None
    """The words that it is named by; None until :func:`names.name_words` is asked."""
    frames: bool = False
    """Whether it is a figure around a table, a quotation or code, which are text."""
    captioned: bool = False
    """Whether it holds a caption, with its picture or right under it, and says so by nothing but its words and its place."""
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
    standfirst: bool = False
    """Whether it sums the story up above its text."""
    _text: str | None = None

    @property
    def text(self) -> str:
        """The words with white space folded, for judging; what the article gets is built from ``parts``."""
        if self._text is None:
            words = [part if isinstance(part, str) else "\n" if part is BREAK else "" for part in self.parts]
            self._text = single_spaced(without_invisible("".join(words)))
        return self._text


@define(eq=False)
class Picture:
    """An ``img`` element, a ``noscript`` that may hold one, the frame of a video or of another page, or what stands for a post."""

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
    names: str = ""
    """Its class names as written."""
    begin: int = 0
    """The first of the parts of that line that it holds."""
    end: int = 0
    """One past the last of them; 0 where it ends in no line."""


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
    fields: list[Box] = Factory(list)
    """The boxes around the fields for an e-mail address."""
    passwords: list[Box] = Factory(list)
    """The boxes around the fields for a password."""
    buttons: list[Box] = Factory(list)
    """The boxes around the buttons."""
    stamps: list[Stamp] = Factory(list)
    """The times that are marked as such."""
    headlines: list[Line] = Factory(list)
    """The headings that may be the headline; :func:`head.find_headlines` fills it."""
    walls: list[Box] = Factory(list)
    """The boxes that ask for money or a name before the story goes on; :func:`walls.mark_walls` fills it."""
    ends: list[int] = Factory(list)
    """For each box the number of the first box after it and everything in it."""

    def within(self, box: Box) -> list[Box]:
        """A box and all boxes inside it."""
        return self.boxes[box.number : box.last + 1]

    def children(self, box: Box) -> Iterator[Box]:
        """The boxes that stand right in a box."""
        number = box.number + 1
        while number <= box.last:
            yield self.boxes[number]
            number = self.boxes[number].last + 1

    @cached_property
    def places(self) -> dict[int, int]:
        """The place on the page of each line, by its ``id``; the lines are all there when this is first asked for."""
        return {id(line): place for place, line in enumerate(self.lines)}


def holder(line: Line) -> Box:
    """The box that a line stands in as a paragraph."""
    return line.box.parent if line.box.tag == "p" and line.box.parent is not None else line.box
