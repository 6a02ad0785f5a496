"""Where words stand: the one way in which everything is anchored."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

SpanField = Literal["text", "title"]
"""The part of the article that a span counts in."""


@frozen(order=True)
class Span:
    """A run of characters in an article, end exclusive.

    Counted in Unicode code points, as Python indexes strings: ``article.text[span.start:span.end]``.

    >>> Span(4, 9)
    Span(start=4, end=9, field='text')
    >>> Span(5, 3)
    Traceback (most recent call last):
    ...
    ValueError: Span.end: 3 lies before Span.start 5
    """

    start: int
    """First code point, counted from 0."""
    end: int
    """One past the last code point; never less than ``start``."""
    field: SpanField = "text"
    """The string that the offsets count in: ``Article.text`` or ``Article.title``."""

    def __attrs_post_init__(self) -> None:
        if self.field not in ("text", "title"):
            raise ValueError(f"Span.field: {self.field!r} is neither 'text' nor 'title'")
        if self.start < 0:
            raise ValueError(f"Span.start: {self.start} is negative")
        if self.end < self.start:
            raise ValueError(f"Span.end: {self.end} lies before Span.start {self.start}")
