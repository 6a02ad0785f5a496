"""Spans: positions of words in the text or the title of an article."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

SpanField = Literal["text", "title"]
"""The string that a span refers to: ``Article.text`` or ``Article.title``."""


@frozen(order=True)
class Span:
    """A range of characters in the text or the title of an article, end exclusive.

    Offsets count Unicode code points, as Python strings do: ``article.text[span.start:span.end]``.

    >>> Span(4, 9)
    Span(start=4, end=9, field='text')
    >>> Span(5, 3)
    Traceback (most recent call last):
    ...
    ValueError: Span.end (3) must not be less than Span.start (5)
    """

    start: int
    """Index of the first code point, from 0."""
    end: int
    """Index after the last code point. Not less than ``start``; a span with ``end == start`` is empty."""
    field: SpanField = "text"
    """The string that the offsets refer to: ``text`` for ``Article.text``, ``title`` for ``Article.title``."""

    def __attrs_post_init__(self) -> None:
        if self.field not in ("text", "title"):
            raise ValueError(f"Span.field must be 'text' or 'title'; got {self.field!r}")
        if self.start < 0:
            raise ValueError(f"Span.start must not be negative; got {self.start}")
        if self.end < self.start:
            raise ValueError(f"Span.end ({self.end}) must not be less than Span.start ({self.start})")
