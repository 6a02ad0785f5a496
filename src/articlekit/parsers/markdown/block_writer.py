"""Builds the blocks of a draft from Markdown and from the HTML in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from attrs import evolve

from articlekit.models import Image
from articlekit.parsers.draft import Draft, DraftBlock, DraftKind, DraftLink
from articlekit.parsers.lines.normalize import without_invisible
from articlekit.parsers.text_builder import TextBuilder, with_bare_urls

Container = Literal["quotation", "list"]
Cell = tuple[str, tuple[DraftLink, ...]]
"""The text of a table cell and its links."""

MAX_LEVELS = 20
"""Levels of block quotes and lists. What is nested deeper has this level."""
SIGNATURE = re.compile(r"(?:[—–―]|--?)\s?\w")
"""The start of a signature under a quotation: ``— Jane Doe``."""


class BlockWriter:
    """A draft, and the block that is being written.

    >>> writer = BlockWriter()
    >>> writer.open("heading", level=2)
    >>> writer.add("Rain  at last")
    >>> writer.close()
    >>> writer.draft.body.blocks[0].text, writer.draft.body.blocks[0].level
    ('Rain at last', 2)
    """

    def __init__(self) -> None:
        self.draft = Draft()
        self.containers: list[Container] = []
        self._builder = TextBuilder()
        self._heading: int | None = None
        self._is_caption = False
        self._captioned: DraftBlock | None = None
        self._row: list[Cell] | None = None
        self._images: list[DraftBlock] = []
        self._link: str | None = None
        self._link_has_content = self._is_linking = False
        self._emphasis_depth = 0
        self._has_emphasis = self._has_plain_text = False

    def enter(self, container: Container) -> None:
        """Begin a block quote or a list."""
        self.close()
        if len(self.containers) < MAX_LEVELS:
            self.containers.append(container)
        else:
            self.report_too_deep()

    def leave(self, container: Container) -> None:
        """End the innermost container of this kind, and those inside it."""
        self.close()
        if container in self.containers:
            while self.containers.pop() != container:
                pass

    def report_too_deep(self) -> None:
        """Add the problem that the nesting is too deep."""
        self.draft.report(
            "too-deep", "block quotes or lists are nested too deep; the innermost are read as plain paragraphs"
        )

    def open(self, kind: Literal["paragraph", "heading", "caption"], level: int | None = None) -> None:
        """Begin a block. In a block quote or list, a paragraph is a quotation or list item."""
        self.close()
        self._heading, self._is_caption = level, kind == "caption"

    def close(self) -> None:
        """End the block: add it to the draft if it has text, and its images after it. In a table row, only break the line."""
        if self._row is not None:
            self._builder.break_line()
            return
        self._suspend_link()
        for block in self._make_blocks(self._builder.text, self._builder.links):
            self._add_block(block)
        self.draft.body.blocks += self._images
        self._reset()

    def _reset(self) -> None:
        self._builder, self._images = TextBuilder(), []
        self._heading, self._is_caption = None, False
        self._has_emphasis = self._has_plain_text = False

    def _make_blocks(self, text: str, links: tuple[DraftLink, ...]) -> list[DraftBlock]:
        if not text:
            return []
        kind, level = self._kind()
        is_emphasized = self._has_emphasis and not self._has_plain_text
        block = DraftBlock(kind, text, with_bare_urls(text, links), level, emphasis=is_emphasized)
        return split_signature(block) if kind == "quotation" else [block]

    def _kind(self) -> tuple[DraftKind, int | None]:
        if self._heading is not None:
            return "heading", self._heading
        if not self.containers:
            return "paragraph", None
        innermost = self.containers[-1]
        return "quotation" if innermost == "quotation" else "list_item", self.containers.count(innermost)

    def _add_block(self, block: DraftBlock) -> None:
        last = self.draft.body.blocks[-1] if self.draft.body.blocks else None
        if not self._is_caption:
            self.draft.body.blocks.append(block)
        elif last and last.image and last is not self._captioned:
            self._captioned = last
            last.image = evolve(last.image, caption=block.words)
            last.links += tuple(DraftLink(0, 0, link.href) for link in block.links)
        else:
            block.emphasis = True
            self.draft.body.blocks.append(block)

    def add(self, text: str) -> None:
        """Add text to the block, with white space collapsed. Images before its first words become blocks before it."""
        text = self.visible_text(text)
        if text and not text.isspace():
            if self._images and self._row is None and not self._builder.text:
                self.draft.body.blocks += self._images
                self._images = []
            if self._link is not None and not self._is_linking:
                self._builder.open_link(self._link)
                self._is_linking, self._link_has_content = True, True
            if self._emphasis_depth:
                self._has_emphasis = True
            elif not self._has_plain_text:
                self._has_plain_text = any(character.isalnum() for character in text)
        self._builder.add(text)

    def visible_text(self, text: str) -> str:
        """Return ``text`` without invisible characters."""
        return without_invisible(text)

    def break_line(self) -> None:
        """Add a hard line break."""
        self._builder.break_line()

    def add_preformatted(self, text: str, links: Iterable[DraftLink] = ()) -> None:
        """Add a block that keeps its line breaks."""
        self.close()
        words = text.rstrip().lstrip("\n")
        if words.strip():
            shift = len(text) - len(text.lstrip("\n"))
            inside = tuple(evolve(k, start=k.start - shift, end=min(k.end - shift, len(words))) for k in links)
            self.draft.body.blocks.append(DraftBlock("preformatted", words, inside))

    def link_target(self, href: str, title: str) -> str:  # noqa: ARG002 - RoundTripWriter uses the title
        """Return the target of a link as written. The title of the link is not kept."""
        return href

    def open_link(self, href: str, title: str = "") -> None:
        """Begin a link. A link that is still open ends here."""
        self.close_link()
        self._link, self._link_has_content = self.link_target(href, title), False

    def close_link(self) -> None:
        """End the open link, if any. A link without text and image is kept at its position, with no words."""
        if self._link is not None and not self._link_has_content:
            self._builder.open_link(self._link)
            self._is_linking = True
        self._suspend_link()
        self._link = None

    def _suspend_link(self) -> None:
        """End the linked words of this block. The link itself may continue in the next block."""
        if self._is_linking:
            self._builder.close_link()
            self._is_linking = False

    def add_image(self, url: str, alt: str, caption: str) -> None:
        """Add an image after the block, with the link around it."""
        links = () if self._link is None else (DraftLink(0, 0, self._link),)
        self._link_has_content = True
        image = Image(url=url or None, alt=" ".join(alt.split()) or None, caption=" ".join(caption.split()) or None)
        self._images.append(DraftBlock("image", "", links, image=image))

    def read_comment(self, comment: str) -> None:
        """Ignore an HTML comment."""

    def emphasize(self, *, begin: bool) -> None:
        """Begin or end bold or italics."""
        self._emphasis_depth = self._emphasis_depth + 1 if begin else max(0, self._emphasis_depth - 1)

    def end_inline(self) -> None:
        """End links and emphasis that are still open at the end of a paragraph."""
        self.close_link()
        self._emphasis_depth = 0

    def open_row(self) -> None:
        """Begin a table row."""
        self.close_row()
        self.close()
        self._row = []

    def open_cell(self) -> None:
        """Begin a cell. A cell that is still open ends here."""
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
        """End the row and add it to the draft, with a tab between cells."""
        if self._row is None:
            return
        if self._builder.text:
            self.close_cell()
        row, self._row = self._row, None
        text, links = join_cells(row)
        if text.strip():
            self.draft.body.blocks.append(DraftBlock("table_row", text, links))
        self.close()


def join_cells(cells: list[Cell]) -> Cell:
    r"""Return one text with a tab between cells, and the links at their new positions.

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
    """Return a quotation in two blocks if its last line is a signature such as ``— Jane Doe, mayor``."""
    start = block.text.rfind("\n") + 1
    if not start or not SIGNATURE.match(block.text, start):
        return [block]
    quotation = evolve(
        block,
        text=block.text[: start - 1],
        links=tuple(DraftLink(k.start, min(k.end, start - 1), k.href) for k in block.links if k.start < start),
    )
    signature_links = (k for k in block.links if k.end >= start)
    signature = evolve(
        block,
        text=block.text[start:],
        links=tuple(DraftLink(max(k.start - start, 0), k.end - start, k.href) for k in signature_links),
    )
    return [quotation, signature]
