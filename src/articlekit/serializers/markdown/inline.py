"""Text and links as inline Markdown. Only characters that would be read as markup are escaped."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from attrs import field, frozen

from articlekit.models import Link, Span

_MARKUP = re.compile(r"[\\`*~<\[\]]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w)")
_MARKUP_IN_CELL = re.compile(rf"{_MARKUP.pattern}|\|")
_BLOCK_START = re.compile(r"#(?=#{0,5}(?:\s|$))|>|[+](?=\s|$)|-(?=[\s-]|$)|(?<=\d)[.)](?=\s|$)")
_BREAKS = str.maketrans("\t\n\r", "   ")
_LIST_NUMBER = re.compile(r"\d{1,9}(?=[.)])")
_AUTOLINK = re.compile(r"https?://[^\s<>\\|\x00-\x1f\x7f]+")
_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*:")
_PLAIN_TARGET = re.compile(r"(?:[^\s()<>\\|&\x00-\x1f\x7f]|&(?!#?\w+;))+")
_UNSAFE_IN_QUOTES = re.compile(r"[<>\\|&\"\x00-\x1f\x7f]")


@frozen
class Insertions:
    """Markup that is inserted into a string, such as the references of footnotes."""

    by_position: Mapping[int, str]
    """The markup, by the index at which it is inserted."""
    positions: Sequence[int] = field(init=False)
    """These indexes in order."""

    @positions.default
    def _positions(self) -> Sequence[int]:
        return sorted(self.by_position)

    def between(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Yield the insertions after ``start`` and up to ``end``, each with its position."""
        for position in self.positions[bisect_right(self.positions, start) : bisect_right(self.positions, end)]:
            yield position, self.by_position[position]


def escape_text(text: str, *, cell: bool = False) -> str:
    r"""Return ``text``, on one line, so that Markdown shows it unchanged. ``cell``: in a table cell.

    >>> escape_text("5 * 3 in snake_case, [sic] & AT&T;")
    '5 \\* 3 in snake_case, \\[sic\\] & AT\\&T;'
    """
    return (_MARKUP_IN_CELL if cell else _MARKUP).sub(r"\\\g<0>", text.translate(_BREAKS))


def escape_block_start(text: str) -> str:
    r"""Return escaped ``text`` so that it does not begin a heading, list or quotation at the start of a block.

    >>> escape_block_start("1. First"), escape_block_start("- one"), escape_block_start("1.5 metres")
    ('1\\. First', '\\- one', '1.5 metres')
    """
    number = _LIST_NUMBER.match(text)
    start = number.end() if number else 0
    return f"{text[:start]}\\{text[start:]}" if _BLOCK_START.match(text, start) else text


def write_link(words: str, link: Link) -> str:
    """Return escaped ``words`` as a link. The target of a ``javascript:`` URL or the like is empty."""
    target, written = link_target(link)
    title = f' "{_escape_quoted(written)}"' if written else ""
    if not title and link.text == target and _AUTOLINK.fullmatch(target):
        return f"<{target}>"
    escape = "\\" if words.startswith("^") else ""  # a caret would begin a footnote reference
    return f"[{escape}{words}]({write_target(target)}{title})"


def link_target(link: Link) -> tuple[str, str]:
    """Return the target of a link, and the target as written on the page if that differs (empty if not)."""
    target = ("" if _SCHEME.match(link.href) else link.href) if link.url is None else link.url
    return target, "" if link.href == target else link.href


def write_target(target: str) -> str:
    """Return the target of a link or an image, in angle brackets if it needs them."""
    return target if _PLAIN_TARGET.fullmatch(target) else f"<{_escape_quoted(target)}>"


def write_line(text: str, span: Span, links: Sequence[Link], insertions: Insertions, *, cell: bool = False) -> str:
    """Return the text at ``span`` with its ``links``, in order, and ``insertions``."""
    parts: list[str] = []
    start = span.start
    for link in links:
        if link.span:
            parts += _write_between(text, start, link.span.start, insertions, cell)
            words = escape_text(text[link.span.start : link.span.end], cell=cell)
            parts.append(write_link(words, link))
            if link.kind != "reference":
                parts.append(f"<!-- link: {link.kind} -->")
            start = link.span.end
            parts += (markup for _, markup in insertions.between(link.span.start, start))
    parts += _write_between(text, start, span.end, insertions, cell)
    return escape_block_start("".join(_escape_exclamation_marks(parts)))


def _write_between(text: str, start: int, end: int, insertions: Insertions, cell: bool) -> Iterator[str]:
    """Yield the text from ``start`` to ``end``, which has no links, with its insertions."""
    for position, markup in insertions.between(start, end):
        yield escape_text(text[start:position], cell=cell)
        yield markup
        start = position
    if start < end:
        yield escape_text(text[start:end], cell=cell)


def _escape_exclamation_marks(parts: list[str]) -> list[str]:
    """Return ``parts`` with every exclamation mark before a link escaped: it would make an image of the link."""
    return [
        f"{part[:-1]}\\!" if part.endswith("!") and follower.startswith("[") else part
        for part, follower in zip_longest(parts, parts[1:], fillvalue="")
    ]


def _escape_quoted(text: str) -> str:
    return _UNSAFE_IN_QUOTES.sub(lambda match: f"&#{ord(match[0])};", text)
