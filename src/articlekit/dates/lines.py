"""Dates among the other words of a short line, such as names and labels, in any language."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from articlekit.dates.parse import parse_date
from articlekit.dates.scan import find_times, is_english
from articlekit.models import Span, When

_MARKS = " \t\n,;.:|/()[]-–—·•،、。，：；（）"
"""What can stand before a date and behind it."""


def find_dates(line: str, *, language: str | None = None) -> Iterator[When]:
    """The dates in ``line`` that stand for themselves, in order, each with its span.

    Where the line is not English, a date is whatever nothing but the words of dates and digits make up.

    >>> [when.value for when in find_dates("Par Anne Pole, publié le 12 mai 2025 à 09h30", language="fr")]
    ['2025-05-12T09:30']
    """
    if language is None or is_english(language):
        yield from find_times(line, anchor=None, language=language).found
        return
    from articlekit.dates.translate import date_spans  # few pages need it

    for start, end in date_spans(line, language):
        words = line[start:end].strip(_MARKS)
        when = parse_date(words, language=language)
        if when is not None:
            place = line.index(words, start)
            yield evolve(when, span=Span(place, place + len(words)))
