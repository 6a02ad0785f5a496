"""Groups the lines of a plain text into blocks: paragraphs, headings, list items, quotations and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from attrs import Factory, define

from articlekit.models import BlockKind
from articlekit.parsers.draft import DraftBlock
from articlekit.parsers.lines.normalize import ends_sentence, without_invisible
from articlekit.parsers.plain.text_lines import MAX_DEPTH, TextLine, Wrapping
from articlekit.parsers.text_builder import with_bare_urls

MAX_HEADING_CHARS = 120
"""Length of an underlined heading. A rule below a longer line is a divider."""
MIN_PROSE_CHARS = 80
"""Length of a paragraph of prose. Lines in capitals before the first one are not crossheads but a header."""
MAX_CROSSHEAD_CHARS = 80
"""Length of a crosshead in capitals."""
MIN_CROSSHEAD_LETTERS = 3
"""Letters in a crosshead, so that figures and signs are not one."""

_HYPHEN_AT_END = re.compile(r"[^\W\d_](?:-|\u00ad)$")


@define
class LineGroup:
    """The lines of one block."""

    kind: Literal["text", "heading", "row"]
    """The kind, by layout. ``text`` may also be a list item or a crosshead."""
    lines: list[TextLine] = Factory(list)
    """The lines, in order; at least one."""
    marker: str = ""
    """The bullet or number before the first word, as written."""
    joins_hyphens: bool = False
    """Whether words that are hyphenated at the end of a line are joined. The hyphens are kept."""
    underline: str = ""
    """The character of the underline of a heading."""

    @property
    def depth(self) -> int:
        """The depth of quotation."""
        return self.lines[0].depth

    @property
    def indent(self) -> int:
        """The column of the first word or bullet."""
        return self.lines[0].indent

    @property
    def text(self) -> str:
        """The text after the marker, with white space collapsed."""
        parts: list[str] = []
        for index, line in enumerate(self.lines):
            words = line.text if index else line.text[len(self.marker) :]
            if index and not self._is_joined(self.lines[index - 1], line):
                parts.append(" ")
            parts.append(" ".join(without_invisible(words).split()))
        return "".join(parts).strip()

    @property
    def text_with_marker(self) -> str:
        """The text with the marker, which is part of the text unless the block is a list item."""
        return f"{self.marker.strip()} {self.text}" if self.marker else self.text

    def _is_joined(self, before: TextLine, after: TextLine) -> bool:
        return self.joins_hyphens and after.continues_sentence and _HYPHEN_AT_END.search(before.text[-2:]) is not None


def split_run(run: list[TextLine], wrapping: Wrapping) -> Iterator[LineGroup]:
    """Yield the groups in one run of lines, in order. Horizontal rules are left out."""
    base_indent = min(line.indent for line in run)
    current: LineGroup | None = None
    for line in run:
        if line.is_rule:
            if current and _is_underline(line, current):
                current.kind, current.underline = "heading", line.text[0]
            if current:
                yield current
            current = None
        elif current and _belongs_to(current, line, wrapping, base_indent):
            current.lines.append(line)
        else:
            if current:
                yield current
            current = _begin_group(line, wrapping)
    if current:
        yield current


def _begin_group(line: TextLine, wrapping: Wrapping) -> LineGroup:
    if line.is_row:
        return LineGroup("row", [line])
    marker = line.marker
    return LineGroup("text", [line], marker.group() if marker else "", joins_hyphens=wrapping.column is not None)


def _is_underline(rule: TextLine, group: LineGroup) -> bool:
    """True if a rule underlines the one short line above it, and is not a divider."""
    if group.kind != "text" or len(group.lines) > 1 or group.marker or rule.text[0] not in "=-~":
        return False
    length = len(group.lines[0].text)
    is_sentence = group.lines[0].text.endswith((".", ",", ";", ":"))
    has_similar_length = abs(len(rule.text) - length) <= max(3, length // 3)
    return length <= MAX_HEADING_CHARS and not is_sentence and has_similar_length


def _belongs_to(group: LineGroup, line: TextLine, wrapping: Wrapping, base_indent: int) -> bool:
    """True if ``line`` continues ``group``."""
    before = group.lines[-1]
    is_continued = wrapping.is_continued(before, line, is_first=len(group.lines) == 1)
    if group.kind != "text" or line.is_row:
        return False
    if group.marker:
        has_hanging_indent = line.indent > group.indent
        return not line.marker and (has_hanging_indent or is_continued)
    if line.marker and not before.is_unfinished:
        return False
    # An indented line begins a paragraph, unless its words continue the sentence.
    if line.indent > base_indent and not (before.is_unfinished and line.continues_sentence):
        return False
    return is_continued


def build_blocks(groups: list[LineGroup]) -> list[DraftBlock]:
    """Return the blocks of a text, in order."""
    items = _find_list_items(groups)
    levels = _list_levels(groups, items)
    blocks: list[DraftBlock] = []
    is_after_prose = False
    for index, group in enumerate(groups):
        if group.depth:
            block = _block("quotation", group.text_with_marker, min(group.depth, MAX_DEPTH))
        elif index in items:
            block = _block("list_item", group.text, levels[index])
        elif group.kind == "row":
            block = _block("table_row", _join_cells(group))
        elif group.kind == "heading":
            block = _block("heading", group.text, 1 if index == 0 and group.underline == "=" else 2)
        elif is_after_prose and index + 1 < len(groups) and _is_crosshead(group):
            block = _block("heading", group.text, 2)
        else:
            block = _block("paragraph", group.text_with_marker)
            is_after_prose = is_after_prose or (len(block.text) >= MIN_PROSE_CHARS and not block.text.isupper())
        blocks.append(block)
    return blocks


def _block(kind: BlockKind, text: str, level: int | None = None) -> DraftBlock:
    return DraftBlock(kind, text, links=with_bare_urls(text), level=level)


def _join_cells(group: LineGroup) -> str:
    return "\t".join(" ".join(cell.split()) for cell in without_invisible(group.lines[0].text).split("\t"))


def _find_list_items(groups: list[LineGroup]) -> set[int]:
    """Return the indexes of the list items.

    A round bullet makes an item. A dash or an asterisk needs a neighbour with the same marker, because alone it may be a signature
    or a footnote. Numbers must count up from 1, so that no number is lost with its marker.
    """
    items = {index for index, group in enumerate(groups) if group.marker.strip()[:1] in tuple("•‣◦▪●")}
    for index in range(1, len(groups)):
        before, after = groups[index - 1].marker.strip(), groups[index].marker.strip()
        if before and before == after and not before[0].isdigit():
            items |= {index - 1, index}
        elif before[:1].isdigit() and after[:1].isdigit() and int(after[:-1]) == int(before[:-1]) + 1:
            if int(before[:-1]) == 1:
                items.add(index - 1)
            if index - 1 in items:
                items.add(index)
    return items


def _list_levels(groups: list[LineGroup], items: set[int]) -> dict[int, int]:
    """Return the level of each list item: 1 plus the number of open items with a smaller indent."""
    levels: dict[int, int] = {}
    indents: list[int] = []
    for index, group in enumerate(groups):
        if index not in items:
            indents.clear()
            continue
        while indents and indents[-1] >= group.indent:
            indents.pop()
        indents.append(group.indent)
        levels[index] = len(indents)
    return levels


def _is_crosshead(group: LineGroup) -> bool:
    """True if a group is one line in capitals, as crossheads in wire copy are."""
    text = group.lines[0].text
    if group.kind != "text" or len(group.lines) > 1 or group.marker or len(text) > MAX_CROSSHEAD_CHARS:
        return False
    is_capitals = text.isupper() and sum(char.isalpha() for char in text) >= MIN_CROSSHEAD_LETTERS
    return is_capitals and text[0].isalnum() and (text[-1] in "?!" or not ends_sentence(text))
