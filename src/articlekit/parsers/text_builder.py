"""One block's text, built from pieces of the input with the links at their exact words."""

from __future__ import annotations

from bisect import bisect_left

from articlekit.parsers.draft import DraftLink
from articlekit.parsers.lines.normalize import single_spaced
from articlekit.parsers.web.urls import find_urls


def with_bare_urls(text: str, links: tuple[DraftLink, ...] = ()) -> tuple[DraftLink, ...]:
    """Return ``links`` and a link for each http(s) URL that is written out in ``text`` and not linked yet, in order."""
    if "://" not in text:
        return links
    bare = [DraftLink(*address) for address in find_urls(text)]
    if not bare or not links:
        return tuple(bare) or links
    starts = [link.start for link in links]
    free = [link for link in bare if not _meets(link, links, starts)]
    return tuple(sorted([*links, *free], key=lambda link: (link.start, link.end)))


def _meets(link: DraftLink, links: tuple[DraftLink, ...], starts: list[int]) -> bool:
    before = bisect_left(starts, link.end) - 1
    return before >= 0 and links[before].end > link.start


class TextBuilder:
    """Builds one block's text from pieces: folds white space across them and keeps links at their exact words.

    >>> builder = TextBuilder()
    >>> builder.add("Rain  fell, the ")
    >>> builder.open_link("#a")
    >>> builder.add("agency ")
    >>> builder.close_link()
    >>> builder.add("said.")
    >>> builder.text, builder.links
    ('Rain fell, the agency said.', (DraftLink(start=15, end=21, href='#a'),))
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._links: list[DraftLink] = []
        self._open: list[tuple[str, int | None]] = []

    def add(self, text: str) -> None:
        """Append ``text``; a run of white space, also one that spans two pieces, becomes one space."""
        words = single_spaced(text)
        if text[:1].isspace():
            self._gap = self._gap or " "
        if not words:
            return
        self._emit(words)
        if text[-1].isspace():
            self._gap = " "

    def break_line(self) -> None:
        """End the line, as a hard break does."""
        self._gap = "\n"

    def open_link(self, href: str) -> None:
        """Begin a link at the next word."""
        self._open.append((href, None))

    def close_link(self) -> None:
        """End the link that was opened last, after the last word so far."""
        href, start = self._open.pop()
        self._links.append(DraftLink(self._length if start is None else start, self._length, href))

    @property
    def text(self) -> str:
        """The text so far, without white space at either end."""
        return "".join(self._parts)

    @property
    def links(self) -> tuple[DraftLink, ...]:
        """The closed links so far, in order."""
        return tuple(sorted(self._links, key=lambda link: (link.start, link.end)))

    def _emit(self, words: str) -> None:
        if self._gap and self._length:
            self._parts.append(self._gap)
            self._length += 1
        self._gap = ""
        if self._open:
            self._open = [(href, self._length if start is None else start) for href, start in self._open]
        self._parts.append(words)
        self._length += len(words)
