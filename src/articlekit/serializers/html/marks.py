"""Marks woven into words: spans that overlap are cut into pieces that nest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from attrs import evolve, frozen

DEEPEST = 24
"""Marks that may lie around one character; those inside of them are left out."""


@frozen(kw_only=True)
class Mark:
    """An element around some characters."""

    start: int
    """The first character."""
    end: int
    """One past the last."""
    tag: str
    """The element."""
    attributes: Mapping[str, str]
    """Its attributes, not yet escaped. ``id`` is written on the first piece only."""
    ending: str = ""
    """A class for the last piece."""
    begun: bool = False
    """Whether a piece of it was written before."""

    def opening(self, *, last: bool) -> str:
        """The start tag of a piece."""
        told = dict(self.attributes)
        if self.begun:
            told = {name: value for name, value in told.items() if name not in ("id", "tabindex", "aria-describedby")}
        if last and self.ending:
            told["class"] = f"{told['class']} {self.ending}"
        return f"<{self.tag}{write_attributes(told)}>"

    def clipped(self, start: int, end: int) -> Mark:
        """What of it lies between ``start`` and ``end``."""
        cut = self.end > end
        return evolve(self, start=max(start, self.start), end=min(end, self.end), begun=self.begun or self.start < start,
                      ending="" if cut else self.ending)  # fmt: skip


def write_attributes(attributes: Mapping[str, str]) -> str:
    """The attributes of a start tag, escaped, each with a space before it.

    >>> write_attributes({"class": "claim", "title": '"A" & B'})
    ' class="claim" title="&quot;A&quot; &amp; B"'
    """
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def weave(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """The characters from ``start`` to ``end`` of ``text``, escaped, with ``marks`` around them.

    >>> one = Mark(start=0, end=6, tag="b", attributes={})
    >>> two = Mark(start=4, end=9, tag="i", attributes={})
    >>> weave("Rain fell.", 0, 10, [one, two])
    '<b>Rain<i> f</i></b><i>ell</i>.'
    """
    inside = (mark.clipped(start, end) for mark in marks if mark.start < end and mark.end > start)
    kept = sorted((mark for mark in inside if mark.start < mark.end), key=lambda mark: mark.start)
    begins = {place: list(group) for place, group in groupby(kept, key=lambda mark: mark.start)}
    places = sorted({start, end, *begins, *(mark.end for mark in kept)})
    opened: list[Mark] = []
    parts: list[str] = []
    for place, after in zip(places, [*places[1:], end], strict=True):
        parts += _turn(opened, place, begins.get(place, ()))
        parts.append(escape(text[place:after], quote=False))
    return "".join(parts)


def _turn(opened: list[Mark], place: int, beginning: Sequence[Mark]) -> Iterator[str]:
    """The tags at ``place``: what ends there is closed, with what lies in it, and what goes on is opened again."""
    first = next((number for number, mark in enumerate(opened) if mark.end == place), len(opened))
    cut = opened[first:]
    del opened[first:]
    yield from (f"</{mark.tag}>" for mark in reversed(cut))
    going_on = [evolve(mark, begun=True) for mark in cut if mark.end > place]
    for mark in sorted([*going_on, *beginning], key=lambda mark: -mark.end)[: DEEPEST - len(opened)]:
        yield mark.opening(last=all(outer.end >= mark.end for outer in opened))
        opened.append(mark)
