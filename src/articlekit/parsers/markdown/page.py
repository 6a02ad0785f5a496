"""The page that the reader writes on: blocks are opened, filled and closed here, whatever the syntax they came in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from attrs import evolve

from articlekit.models import Image
from articlekit.parsers.draft import Draft, DraftBlock, DraftKind, DraftLink
from articlekit.parsers.lines.normalize import without_invisible
from articlekit.parsers.text_builder import TextBuilder, with_bare_addresses

Container = Literal["quotation", "list"]
Piece = tuple[str, tuple[DraftLink, ...]]

DEEPEST = 20
"""Levels of block quotes and lists that are told apart."""
SIGNATURE = re.compile(r"(?:[—–―]|--?)\s?\w")


class Page:
    """A draft in the making, with the block that is being written.

    >>> page = Page()
    >>> page.open("heading", level=2)
    >>> page.add("Rain  at last")
    >>> page.close()
    >>> page.draft.body.blocks[0].text, page.draft.body.blocks[0].level
    ('Rain at last', 2)
    """

    def __init__(self) -> None:
        self.draft = Draft()
        self.containers: list[Container] = []
        self._builder = TextBuilder()
        self._heading: int | None = None
        self._caption = False
        self._captioned: DraftBlock | None = None
        self._row: list[Piece] | None = None
        self._pictures: list[DraftBlock] = []
        self._link: str | None = None
        self._link_shows = self._linking = False
        self._emphasis = 0
        self._emphasized = self._plain = False

    def enter(self, container: Container) -> None:
        """Begin a block quote or a list."""
        self.close()
        if len(self.containers) < DEEPEST:
            self.containers.append(container)
        else:
            self.report_too_deep()

    def leave(self, container: Container) -> None:
        """End the innermost such block quote or list, with what was left open in it."""
        self.close()
        if container in self.containers:
            while self.containers.pop() != container:
                pass

    def report_too_deep(self) -> None:
        """Say that nesting was not followed all the way."""
        self.draft.report(
            "too-deep", "block quotes or lists are nested too deep; the innermost are read as plain paragraphs"
        )

    def open(self, kind: Literal["paragraph", "heading", "caption"], level: int | None = None) -> None:
        """Begin a block; the containers tell what a paragraph is."""
        self.close()
        self._heading, self._caption = level, kind == "caption"

    def close(self) -> None:
        """End the block: write it down if it has words, and its pictures after it. In a table row, only break the line."""
        if self._row is not None:
            self._builder.break_line()
            return
        self._suspend_link()
        for block in self._made(self._builder.text, self._builder.links):
            self._write(block)
        self.draft.body.blocks += self._pictures
        self._start_afresh()

    def _start_afresh(self) -> None:
        self._builder, self._pictures = TextBuilder(), []
        self._heading, self._caption = None, False
        self._emphasized = self._plain = False

    def _made(self, text: str, links: tuple[DraftLink, ...]) -> list[DraftBlock]:
        if not text:
            return []
        kind, level = self._kind()
        block = DraftBlock(
            kind, text, with_bare_addresses(text, links), level, emphasis=self._emphasized and not self._plain
        )
        return split_signature(block) if kind == "quotation" else [block]

    def _kind(self) -> tuple[DraftKind, int | None]:
        if self._heading is not None:
            return "heading", self._heading
        if not self.containers:
            return "paragraph", None
        innermost = self.containers[-1]
        return "quotation" if innermost == "quotation" else "list_item", self.containers.count(innermost)

    def _write(self, block: DraftBlock) -> None:
        last = self.draft.body.blocks[-1] if self.draft.body.blocks else None
        if not self._caption:
            self.draft.body.blocks.append(block)
        elif last and last.image and last is not self._captioned:
            self._captioned = last
            last.image = evolve(last.image, caption=block.words)
            last.links += tuple(DraftLink(0, 0, link.href) for link in block.links)
        else:
            block.emphasis = True
            self.draft.body.blocks.append(block)

    def add(self, text: str) -> None:
        """Write words; white space is folded. A picture that stands before them becomes a block before theirs."""
        text = self.seen(text)
        if text and not text.isspace():
            if self._pictures and self._row is None and not self._builder.text:
                self.draft.body.blocks += self._pictures
                self._pictures = []
            if self._link is not None and not self._linking:
                self._builder.open_link(self._link)
                self._linking, self._link_shows = True, True
            if self._emphasis:
                self._emphasized = True
            elif not self._plain:
                self._plain = any(character.isalnum() for character in text)
        self._builder.add(text)

    def seen(self, text: str) -> str:
        """What a reader sees of ``text``."""
        return without_invisible(text)

    def break_line(self) -> None:
        """Break the line on purpose."""
        self._builder.break_line()

    def add_preformatted(self, text: str, links: Iterable[DraftLink] = ()) -> None:
        """Write a block whose line breaks are kept."""
        self.close()
        words = text.rstrip().lstrip("\n")
        if words.strip():
            shift = len(text) - len(text.lstrip("\n"))
            inside = tuple(evolve(k, start=k.start - shift, end=min(k.end - shift, len(words))) for k in links)
            self.draft.body.blocks.append(DraftBlock("preformatted", words, inside))

    def target(self, href: str, title: str) -> str:  # noqa: ARG002 - a page that is written to be read back has use for it
        """The target of a link as the page has it. Its title is not kept."""
        return href

    def open_link(self, href: str, title: str = "") -> None:
        """Begin a link; one that is still open ends here."""
        self.close_link()
        self._link, self._link_shows = self.target(href, title), False

    def close_link(self) -> None:
        """End the link, if one is open. One that shows neither words nor a picture is kept where it stands."""
        if self._link is not None and not self._link_shows:
            self._builder.open_link(self._link)
            self._linking = True
        self._suspend_link()
        self._link = None

    def _suspend_link(self) -> None:
        """End the linked words in this block; the link itself may go on in the next."""
        if self._linking:
            self._builder.close_link()
            self._linking = False

    def add_picture(self, url: str, alt: str, caption: str) -> None:
        """Put a picture after the block, with the link that it stands in."""
        links = () if self._link is None else (DraftLink(0, 0, self._link),)
        self._link_shows = True
        image = Image(url=url or None, alt=" ".join(alt.split()) or None, caption=" ".join(caption.split()) or None)
        self._pictures.append(DraftBlock("image", "", links, image=image))

    def remark(self, comment: str) -> None:
        """Pass over a comment."""

    def emphasize(self, *, begin: bool) -> None:
        """Begin or end bold or italics."""
        self._emphasis = self._emphasis + 1 if begin else max(0, self._emphasis - 1)

    def end_inline(self) -> None:
        """Forget what the writer left open at the end of a paragraph."""
        self.close_link()
        self._emphasis = 0

    def open_row(self) -> None:
        """Begin a table row."""
        self.close_row()
        self.close()
        self._row = []

    def open_cell(self) -> None:
        """Begin a cell; one that is still open ends here."""
        if self._row is None:
            self.open_row()
        elif self._builder.text:
            self.close_cell()

    def close_cell(self) -> None:
        """End a cell."""
        if self._row is not None:
            self.close_link()
            self._row.append((self._builder.text, self._builder.links))
            self._builder = TextBuilder()

    def close_row(self) -> None:
        """End the row and write it down, its cells a tab apart."""
        if self._row is None:
            return
        if self._builder.text:
            self.close_cell()
        row, self._row = self._row, None
        text, links = join_cells(row)
        if text.strip():
            self.draft.body.blocks.append(DraftBlock("table_row", text, links))
        self.close()


def join_cells(cells: list[Piece]) -> Piece:
    r"""One text of several, a tab apart, with the links moved along.

    >>> join_cells([("Pier", ()), ("open", (DraftLink(0, 4, "#"),))])
    ('Pier\topen', (DraftLink(start=5, end=9, href='#'),))
    """
    links: list[DraftLink] = []
    offset = 0
    for text, inner in cells:
        links += (DraftLink(offset + link.start, offset + link.end, link.href) for link in inner)
        offset += len(text) + 1
    return "\t".join(text for text, _ in cells), tuple(links)


def split_signature(block: DraftBlock) -> list[DraftBlock]:
    """A quotation without and with its last line, where that is a signature: ``— Jane Doe, mayor``."""
    start = block.text.rfind("\n") + 1
    if not start or not SIGNATURE.match(block.text, start):
        return [block]
    said = [link for link in block.links if link.start < start]
    signed = [link for link in block.links if link.end >= start]
    above = evolve(
        block,
        text=block.text[: start - 1],
        links=tuple(DraftLink(k.start, min(k.end, start - 1), k.href) for k in said),
    )
    under = tuple(DraftLink(max(k.start - start, 0), k.end - start, k.href) for k in signed)
    return [above, evolve(block, text=block.text[start:], links=under)]
