"""The words before and after a span, by which other programs find it again."""

from __future__ import annotations

from bisect import bisect_right

from attrs import field, frozen

from articlekit.models import Article, Span


@frozen
class Surroundings:
    """What stands around the spans of one article."""

    article: Article
    """The article."""
    starts: list[int] = field(init=False)
    """Where each block starts."""

    @starts.default
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.article.blocks]

    def words(self, span: Span) -> str:
        """The words at ``span``."""
        return self._string(span)[span.start : span.end]

    def around(self, span: Span, size: int) -> tuple[str, str]:
        """Up to ``size`` characters before and after ``span``, cut between words and never past its block or the title.

        A page may show anything between two blocks, so words of another block would be found nowhere.
        """
        string, room = self._string(span), self.room(span)
        start, end = max(room.start, span.start - size), min(room.end, span.end + size)
        before, after = string[start : span.start], string[span.end : end]
        if start > room.start and not string[start - 1].isspace():
            before = _from_word(before)
        if end < room.end and not string[end].isspace():
            after = _from_word(after[::-1])[::-1]
        return before.lstrip(), after.rstrip()

    def _string(self, span: Span) -> str:
        return self.article.text if span.field == "text" else self.article.title or ""

    def room(self, span: Span) -> Span:
        """The block that holds ``span``, or the title; the whole text where no block does."""
        number = bisect_right(self.starts, span.start) - 1
        if span.field == "title" or number < 0:
            return Span(0, len(self._string(span)), span.field)
        return self.article.blocks[number].span


def _from_word(words: str) -> str:
    """``words`` without the half word that they begin with; as they are where no blank shows where a word ends."""
    place = next((i for i, character in enumerate(words) if character.isspace()), 0)
    return words[place:]
