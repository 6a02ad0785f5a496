"""HTML inside Markdown: each tag does what its Markdown equivalent would do. Unknown tags are ignored, their text is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from string import ascii_lowercase, ascii_uppercase
from typing import Literal

from articlekit.parsers.draft import DraftLink
from articlekit.parsers.markdown.block_writer import BlockWriter

BLOCK_TAGS = frozenset(
    "address article aside body center dd details div dl dt fieldset figure footer form header hr html li main menu nav "
    "option p section summary title".split()
)
"""Tags that begin a new block."""
TABLE_TAGS = ("table", "tbody", "tfoot", "thead")
"""Tags that end an open table row."""
INVISIBLE_TAGS = ("script", "style")
"""Tags whose content is not shown."""

_NAME = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)")
_TAG = re.compile(r"</?[A-Za-z][^\s<>\"'/]*+(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+>")
_ATTRIBUTE = re.compile(
    r"(?<=[\s\"'])(?P<name>href|src|alt|title)\s{0,9}=\s{0,9}(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

Attributes = dict[str, str]
Piece = tuple[Literal["tag", "pre", "text"], str]

_ASCII_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_DECLARATIONS = (("<!--", "-->"), ("<!", ">"), ("<?", ">"))
"""The starts of constructs without text, and their ends."""


def read_html(writer: BlockWriter, source: str) -> None:
    """Write the blocks of the HTML ``source``."""
    writer.close()
    for kind, piece in _pieces(source):
        if kind == "tag":
            read_tag(writer, piece)
        elif kind == "pre":
            writer.add_preformatted(*_preformatted(writer, piece))
        else:
            writer.add(resolve_entities(piece))
    writer.end_inline()
    writer.close_row()
    writer.close()


def _preformatted(writer: BlockWriter, source: str) -> tuple[str, list[DraftLink]]:
    """Return the text of a ``pre`` element and its links."""
    text, links = "", []
    start, href = 0, None
    for kind, piece in _pieces(source):
        if kind != "tag":
            text += resolve_entities(piece)
        elif tag_name(piece) == "a":
            attributes = _attributes(piece)
            start, href = len(text), writer.link_target(attributes.get("href", ""), attributes.get("title", ""))
        elif tag_name(piece) == "/a" and href is not None:
            links.append(DraftLink(start, len(text), href))
            href = None
    return text, links


def read_tag(writer: BlockWriter, tag: str) -> None:
    """Handle a tag or comment. Unknown tags and declarations are ignored."""
    match = _NAME.match(tag)
    if not match:
        writer.read_comment(tag)
        return
    name = match["name"].lower()
    if match["close"]:
        if handler := _END_TAG_HANDLERS.get(name):
            handler(writer)
    elif start_handler := _START_TAG_HANDLERS.get(name):
        start_handler(writer, _attributes(tag))


def resolve_entities(text: str) -> str:
    """Return ``text`` with its entities replaced by their characters.

    >>> resolve_entities("caf&eacute; &amp; bar")
    'café & bar'
    """
    # unescape() alone raises an error for a number of thousands of digits.
    return _ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def tag_name(tag: str) -> str:
    """Return the name of a tag, as ``a`` or ``/a``; empty for a comment."""
    match = _NAME.match(tag)
    return match["close"] + match["name"].lower() if match else ""


def _attributes(tag: str) -> Attributes:
    found: Attributes = {}
    for match in _ATTRIBUTE.finditer(tag):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), resolve_entities(value).strip())
    return found


def _pieces(source: str) -> Iterator[Piece]:
    """Yield tags, the content of ``pre``, and the text between, in order. Invisible content is left out."""
    position = 0
    ends = _EndFinder(source)
    while (start := source.find("<", position)) >= 0:
        if start > position:
            yield "text", source[position:start]
        piece, position = _piece(source, start, ends)
        yield piece
    yield "text", source[position:]


def _piece(source: str, start: int, ends: _EndFinder) -> tuple[Piece, int]:
    """Return what the ``<`` at ``start`` begins, and where that ends. A ``<`` that begins nothing is text."""
    for opening, ending in _DECLARATIONS:
        if source.startswith(opening, start):
            end = ends.find(ending, start + len(opening))
            return (("text", "<"), start + 1) if end is None else (("tag", "<!>"), end + len(ending))
    match = _TAG.match(source, start)
    if not match:
        return ("text", "<"), start + 1
    name, content_start = tag_name(match[0]), match.end()
    end = ends.find(f"</{name}", content_start) if name in INVISIBLE_TAGS or name == "pre" else None
    if end is None:
        return ("tag", match[0]), content_start
    return (("pre", source[content_start:end]) if name == "pre" else ("tag", "<!>")), end


class _EndFinder:
    """Finds the ends of constructs. It remembers ends that do not occur again, so the search takes linear time."""

    def __init__(self, source: str) -> None:
        # Not lower(): it makes some letters longer, which would move all positions after them.
        self._source = source.translate(_ASCII_LOWER)
        self._missing: set[str] = set()

    def find(self, ending: str, position: int) -> int | None:
        """Return the next position of ``ending``."""
        if ending in self._missing:
            return None
        found = self._source.find(ending, position)
        if found < 0:
            self._missing.add(ending)
            return None
        return found


def _open_link(writer: BlockWriter, attributes: Attributes) -> None:
    if "href" in attributes:
        writer.open_link(attributes["href"])


def _read_image(writer: BlockWriter, attributes: Attributes) -> None:
    writer.add_image(attributes.get("src", ""), attributes.get("alt", ""), attributes.get("title", ""))


def _heading_handler(level: int) -> Callable[[BlockWriter, Attributes], None]:
    return lambda writer, _: writer.open("heading", level)


def _end_row(writer: BlockWriter) -> None:
    writer.close_row()
    writer.close()


_START_TAG_HANDLERS: dict[str, Callable[[BlockWriter, Attributes], None]] = {
    **dict.fromkeys(BLOCK_TAGS, lambda writer, _: writer.close()),
    **dict.fromkeys(TABLE_TAGS, lambda writer, _: _end_row(writer)),
    **dict.fromkeys(("b", "strong", "i", "em"), lambda writer, _: writer.emphasize(begin=True)),
    **dict.fromkeys(("ul", "ol"), lambda writer, _: writer.enter("list")),
    **dict.fromkeys(("td", "th"), lambda writer, _: writer.open_cell()),
    **{f"h{level}": _heading_handler(level) for level in range(1, 7)},
    "a": _open_link,
    "blockquote": lambda writer, _: writer.enter("quotation"),
    "br": lambda writer, _: writer.break_line(),
    "figcaption": lambda writer, _: writer.open("caption"),
    "img": _read_image,
    "tr": lambda writer, _: writer.open_row(),
}
_END_TAG_HANDLERS: dict[str, Callable[[BlockWriter], None]] = {
    **dict.fromkeys((*BLOCK_TAGS, "figcaption", *(f"h{level}" for level in range(1, 7))), BlockWriter.close),
    **dict.fromkeys(TABLE_TAGS, _end_row),
    **dict.fromkeys(("b", "strong", "i", "em"), lambda writer: writer.emphasize(begin=False)),
    **dict.fromkeys(("ul", "ol"), lambda writer: writer.leave("list")),
    **dict.fromkeys(("td", "th"), BlockWriter.close_cell),
    "a": BlockWriter.close_link,
    "blockquote": lambda writer: writer.leave("quotation"),
    "tr": BlockWriter.close_row,
}
