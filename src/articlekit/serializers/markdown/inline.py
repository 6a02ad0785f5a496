"""Words and links as Markdown: escaped where a sign would mean something, and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from attrs import field, frozen

from articlekit.models import Link, Span

_SIGN = re.compile(r"[\\`*~<\[\]]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w)")
_SIGN_IN_CELL = re.compile(rf"{_SIGN.pattern}|\|")
_OPENING = re.compile(r"#(?=#{0,5}(?:\s|$))|>|[+](?=\s|$)|-(?=[\s-]|$)|(?<=\d)[.)](?=\s|$)")
_BREAKS = str.maketrans("\t\n\r", "   ")
_NUMBER = re.compile(r"\d{1,9}(?=[.)])")
_BARE = re.compile(r"https?://[^\s<>\\|\x00-\x1f\x7f]+")
_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*:")
_TARGET = re.compile(r"(?:[^\s()<>\\|&\x00-\x1f\x7f]|&(?!#?\w+;))+")
_QUOTED = re.compile(r"[<>\\|&\"\x00-\x1f\x7f]")


@frozen
class Notes:
    """What is put behind characters of a string."""

    marks: Mapping[int, str]
    """The marks, by the place that each stands at."""
    places: Sequence[int] = field(init=False)
    """The places in order."""

    @places.default
    def _places(self) -> Sequence[int]:
        return sorted(self.marks)

    def within(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Places behind ``start`` and up to ``end``, each with its mark."""
        for place in self.places[bisect_right(self.places, start) : bisect_right(self.places, end)]:
            yield place, self.marks[place]


def write_words(words: str, *, cell: bool = False) -> str:
    r"""``words`` so that Markdown shows them as they are, on one line.

    >>> write_words("5 * 3 in snake_case, [sic] & AT&T;")
    '5 \\* 3 in snake_case, \\[sic\\] & AT\\&T;'
    """
    return (_SIGN_IN_CELL if cell else _SIGN).sub(r"\\\g<0>", words.translate(_BREAKS))


def guard_opening(words: str) -> str:
    r"""``words`` that are escaped already, so that as the beginning of a block they open no heading, list or quotation.

    >>> guard_opening("1. First"), guard_opening("- one"), guard_opening("1.5 metres")
    ('1\\. First', '\\- one', '1.5 metres')
    """
    number = _NUMBER.match(words)
    place = number.end() if number else 0
    return f"{words[:place]}\\{words[place:]}" if _OPENING.match(words, place) else words


def write_link(words: str, link: Link) -> str:
    """``words``, escaped already, as a link; one to ``javascript:`` and its like leads nowhere."""
    target, told = target_of(link)
    title = f' "{_quoted(told)}"' if told else ""
    if not title and link.text == target and _BARE.fullmatch(target):
        return f"<{target}>"
    opening = "\\" if words.startswith("^") else ""
    return f"[{opening}{words}]({write_target(target)}{title})"


def target_of(link: Link) -> tuple[str, str]:
    """Where a link leads, and the target as the page has it where that is another; empty where it is none."""
    target = ("" if _SCHEME.match(link.href) else link.href) if link.url is None else link.url
    return target, "" if link.href == target else link.href


def write_target(target: str) -> str:
    """The target of a link or a picture, in angle brackets where it needs them."""
    return target if _TARGET.fullmatch(target) else f"<{_quoted(target)}>"


def write_line(text: str, span: Span, links: Sequence[Link], notes: Notes, *, cell: bool = False) -> str:
    """The words at ``span`` of ``text`` with those ``links``, in order, and ``notes`` that stand in them."""
    parts: list[str] = []
    place = span.start
    for link in links:
        if link.span:
            parts += _plain(text, place, link.span.start, notes, cell)
            words = write_words(text[link.span.start : link.span.end], cell=cell)
            parts.append(write_link(words, link))
            if link.kind != "reference":
                parts.append(f"<!-- link: {link.kind} -->")
            place = link.span.end
            parts += (mark for _, mark in notes.within(link.span.start, place))
    parts += _plain(text, place, span.end, notes, cell)
    return guard_opening("".join(_guard_bangs(parts)))


def _plain(text: str, start: int, end: int, notes: Notes, cell: bool) -> Iterator[str]:
    for place, mark in notes.within(start, end):
        yield write_words(text[start:place], cell=cell)
        yield mark
        start = place
    if start < end:
        yield write_words(text[start:end], cell=cell)


def _guard_bangs(parts: list[str]) -> list[str]:
    """``parts`` in which no exclamation mark makes a picture of the link behind it."""
    return [
        f"{part[:-1]}\\!" if part.endswith("!") and follower.startswith("[") else part
        for part, follower in zip_longest(parts, parts[1:], fillvalue="")
    ]


def _quoted(words: str) -> str:
    return _QUOTED.sub(lambda match: f"&#{ord(match[0])};", words)
