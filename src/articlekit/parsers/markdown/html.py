"""HTML inside Markdown: tags become what Markdown would have said, and the words of unknown tags stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from string import ascii_lowercase, ascii_uppercase
from typing import Literal

from articlekit.parsers.draft import DraftLink
from articlekit.parsers.markdown.page import Page

BLOCKS = frozenset(
    "address article aside body center dd details div dl dt fieldset figure footer form header hr html li main menu nav "
    "option p section summary title".split()
)
"""Tags that begin a new block."""
TABLES = ("table", "tbody", "tfoot", "thead")
"""Tags that end a table row which was left open."""
UNSEEN = ("script", "style")
"""Tags whose content no reader sees."""

_NAME = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)")
_TAG = re.compile(r"</?[A-Za-z][^\s<>\"'/]*+(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+>")
_ATTRIBUTE = re.compile(
    r"(?<=[\s\"'])(?P<name>href|src|alt|title)\s{0,9}=\s{0,9}(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

Attributes = dict[str, str]
Piece = tuple[Literal["tag", "pre", "text"], str]

_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
_DECLARATIONS = (("<!--", "-->"), ("<!", ">"), ("<?", ">"))
"""Constructs without words for a reader, and what ends them."""


def read_html(page: Page, source: str) -> None:
    """Write the HTML ``source``, a part of a Markdown page, on ``page``."""
    page.close()
    for kind, piece in _pieces(source):
        if kind == "tag":
            read_tag(page, piece)
        elif kind == "pre":
            page.add_preformatted(*_preformatted(page, piece))
        else:
            page.add(resolve(piece))
    page.end_inline()
    page.close_row()
    page.close()


def _preformatted(page: Page, source: str) -> tuple[str, list[DraftLink]]:
    """The words within ``pre``, and the links among them."""
    text, links = "", []
    start, href = 0, None
    for kind, piece in _pieces(source):
        if kind != "tag":
            text += resolve(piece)
        elif name_of(piece) == "a":
            attributes = _attributes(piece)
            start, href = len(text), page.target(attributes.get("href", ""), attributes.get("title", ""))
        elif name_of(piece) == "/a" and href is not None:
            links.append(DraftLink(start, len(text), href))
            href = None
    return text, links


def read_tag(page: Page, tag: str) -> None:
    """Do what one tag asks for. Unknown tags and declarations ask for nothing."""
    match = _NAME.match(tag)
    if not match:
        page.remark(tag)
        return
    name = match["name"].lower()
    if match["close"]:
        if handler := _CLOSERS.get(name):
            handler(page)
    elif opener := _OPENERS.get(name):
        opener(page, _attributes(tag))


def resolve(text: str) -> str:
    """``text`` with its entities resolved.

    >>> resolve("caf&eacute; &amp; bar")
    'café & bar'
    """
    # unescape() by itself raises on a number of thousands of digits.
    return _ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def name_of(tag: str) -> str:
    """The tag as ``a`` or ``/a``; empty for a comment."""
    match = _NAME.match(tag)
    return match["close"] + match["name"].lower() if match else ""


def _attributes(tag: str) -> Attributes:
    found: Attributes = {}
    for match in _ATTRIBUTE.finditer(tag):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), resolve(value).strip())
    return found


def _pieces(source: str) -> Iterator[Piece]:
    """Tags, the content of ``pre``, and the text between, in order; what no reader sees is left out."""
    position = 0
    ends = _Ends(source)
    while (start := source.find("<", position)) >= 0:
        if start > position:
            yield "text", source[position:start]
        piece, position = _piece(source, start, ends)
        yield piece
    yield "text", source[position:]


def _piece(source: str, start: int, ends: _Ends) -> tuple[Piece, int]:
    """What begins with the ``<`` at ``start``, and where it ends. A ``<`` that begins nothing is text."""
    for opening, ending in _DECLARATIONS:
        if source.startswith(opening, start):
            end = ends.after(ending, start + len(opening))
            return (("text", "<"), start + 1) if end is None else (("tag", "<!>"), end + len(ending))
    match = _TAG.match(source, start)
    if not match:
        return ("text", "<"), start + 1
    name, after = name_of(match[0]), match.end()
    end = ends.after(f"</{name}", after) if name in UNSEEN or name == "pre" else None
    if end is None:
        return ("tag", match[0]), after
    return (("pre", source[after:end]) if name == "pre" else ("tag", "<!>")), end


class _Ends:
    """Finds closing strings, and remembers those that do not occur any more: each is looked for in vain only once."""

    def __init__(self, source: str) -> None:
        # Not lower(): some letters have small ones that are longer, and every place behind them would move.
        self._source = source.translate(_SMALL)
        self._missing: set[str] = set()

    def after(self, ending: str, position: int) -> int | None:
        """Where ``ending`` stands next."""
        if ending in self._missing:
            return None
        found = self._source.find(ending, position)
        if found < 0:
            self._missing.add(ending)
            return None
        return found


def _open_link(page: Page, attributes: Attributes) -> None:
    if "href" in attributes:
        page.open_link(attributes["href"])


def _add_picture(page: Page, attributes: Attributes) -> None:
    page.add_picture(attributes.get("src", ""), attributes.get("alt", ""), attributes.get("title", ""))


def _heading(level: int) -> Callable[[Page, Attributes], None]:
    return lambda page, _: page.open("heading", level)


def _end_row(page: Page) -> None:
    page.close_row()
    page.close()


_OPENERS: dict[str, Callable[[Page, Attributes], None]] = {
    **dict.fromkeys(BLOCKS, lambda page, _: page.close()),
    **dict.fromkeys(TABLES, lambda page, _: _end_row(page)),
    **dict.fromkeys(("b", "strong", "i", "em"), lambda page, _: page.emphasize(begin=True)),
    **dict.fromkeys(("ul", "ol"), lambda page, _: page.enter("list")),
    **dict.fromkeys(("td", "th"), lambda page, _: page.open_cell()),
    **{f"h{level}": _heading(level) for level in range(1, 7)},
    "a": _open_link,
    "blockquote": lambda page, _: page.enter("quotation"),
    "br": lambda page, _: page.break_line(),
    "figcaption": lambda page, _: page.open("caption"),
    "img": _add_picture,
    "tr": lambda page, _: page.open_row(),
}
_CLOSERS: dict[str, Callable[[Page], None]] = {
    **dict.fromkeys((*BLOCKS, "figcaption", *(f"h{level}" for level in range(1, 7))), Page.close),
    **dict.fromkeys(TABLES, _end_row),
    **dict.fromkeys(("b", "strong", "i", "em"), lambda page: page.emphasize(begin=False)),
    **dict.fromkeys(("ul", "ol"), lambda page: page.leave("list")),
    **dict.fromkeys(("td", "th"), Page.close_cell),
    "a": Page.close_link,
    "blockquote": lambda page: page.leave("quotation"),
    "tr": Page.close_row,
}
