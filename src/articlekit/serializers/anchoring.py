"""Anchors, by which other programs find the words of an article: the text around a span, and positions in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Literal

from attrs import field, frozen

from articlekit.models import Article, Span

Unit = Literal["code-points", "utf-16"]
"""What a position counts."""

GRAM_LETTERS = 8
"""Length of the strings in the index, in characters that are not white space."""
MAX_CANDIDATES = 1000
"""Occurrences that are compared for one search. This limits the time for a text that repeats itself."""


@frozen
class SpanContext:
    """The text at and around the spans of one article."""

    article: Article
    """The article."""
    block_starts: list[int] = field(init=False)
    """The index at which each block starts."""

    @block_starts.default
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.article.blocks]

    def text_at(self, span: Span) -> str:
        """Return the text at ``span``."""
        return self._string(span)[span.start : span.end]

    def around(self, span: Span, max_chars: int) -> tuple[str, str]:
        """Return up to ``max_chars`` characters before and after ``span``, in whole words.

        The text is from the same block, or from the title: a page may show anything between two blocks.
        """
        string, container = self._string(span), self.container(span)
        start, end = max(container.start, span.start - max_chars), min(container.end, span.end + max_chars)
        before, after = string[start : span.start], string[span.end : end]
        if start > container.start and not string[start - 1].isspace():
            before = _drop_part_of_word(before)
        if end < container.end and not string[end].isspace():
            after = _drop_part_of_word(after[::-1])[::-1]
        return before.lstrip(), after.rstrip()

    def _string(self, span: Span) -> str:
        return self.article.text if span.field == "text" else self.article.title or ""

    def container(self, span: Span) -> Span:
        """Return the span of the block that ``span`` is in, or of the title; of the whole text if no block contains it."""
        index = bisect_right(self.block_starts, span.start) - 1
        if span.field == "title" or index < 0:
            return Span(0, len(self._string(span)), span.field)
        return self.article.blocks[index].span


def _drop_part_of_word(text: str) -> str:
    """Return ``text`` without its first word, which is incomplete; unchanged if it has no white space."""
    end = next((i for i, character in enumerate(text) if character.isspace()), 0)
    return text[end:]


@frozen
class TextIndex:
    """An index that finds words in a text, whatever white space is between them."""

    text: str
    """The text."""
    unit: Unit
    """What positions count."""
    _units: list[int] = field(init=False)
    _letters: str = field(init=False)
    _positions: list[int] = field(init=False)
    _grams: dict[str, list[int]] = field(init=False)

    @_units.default
    def _count_units(self) -> list[int]:
        """Return how many units come before each character; empty if each character is one unit."""
        has_pairs = self.unit == "utf-16" and not self.text.isascii()
        return list(accumulate((1 + (c > "\uffff") for c in self.text), initial=0)) if has_pairs else []

    @_letters.default
    def _find_letters(self) -> str:
        return _without_space(self.text)

    @_positions.default
    def _find_positions(self) -> list[int]:
        """Return the position in the text of each of the letters."""
        return [i for i, character in enumerate(self.text) if not character.isspace()]

    @_grams.default
    def _index_grams(self) -> dict[str, list[int]]:
        """Return where each gram starts. The grams do not overlap, so every long string contains one of them."""
        grams: dict[str, list[int]] = {}
        for start in range(0, len(self._letters), GRAM_LETTERS):
            grams.setdefault(self._letters[start : start + GRAM_LETTERS], []).append(start)
        return grams

    def in_units(self, start: int, end: int) -> tuple[int, int]:
        """Return ``start`` and ``end``, counted in code points, in the index's unit."""
        return (self._units[start], self._units[end]) if self._units else (start, end)

    def find(self, prefix: str, exact: str, suffix: str) -> tuple[int, int] | None:
        """Return where ``exact`` occurs between ``prefix`` and ``suffix``; None if it does not, or more than once."""
        letters, size = _without_space(prefix + exact + suffix), len(_without_space(exact))
        first = self._find_once(letters)
        if not size or first is None:
            return None
        start = first + len(_without_space(prefix))
        return self.in_units(self._positions[start], self._positions[start + size - 1] + 1)

    def _find_once(self, letters: str) -> int | None:
        """Return the only place where ``letters`` occur."""
        if len(letters) < 2 * GRAM_LETTERS - 1:
            first = self._letters.find(letters)
            return first if first >= 0 and self._letters.find(letters, first + 1) < 0 else None
        found = None
        for count, start in enumerate(self._candidates(letters)):
            if count == MAX_CANDIDATES:
                return None
            if self._letters.startswith(letters, start):
                if found is not None:
                    return None
                found = start
        return found

    def _candidates(self, letters: str) -> Iterator[int]:
        """Yield every place where ``letters`` may occur, each once."""
        for offset in range(GRAM_LETTERS):
            for start in self._grams.get(letters[offset : offset + GRAM_LETTERS], ()):
                if start >= offset:
                    yield start - offset


def _without_space(text: str) -> str:
    return "".join(text.split())
