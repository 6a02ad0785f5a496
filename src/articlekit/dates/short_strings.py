"""Read dates from short strings in any language: a string that is one date, such as metadata, or a line with names and labels."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from articlekit.dates.date_rule import Context, DateRule, Outcome
from articlekit.dates.date_values import DateValue
from articlekit.dates.grammar import METADATA, NUMERIC, NUMERIC_METADATA, TEXT
from articlekit.dates.languages import date_word_spans, is_english, numeric_order, to_english
from articlekit.dates.running_text import find_times
from articlekit.models import Span, When

_MAX_DATE_CHARS = 120
"""The length of the longest string that is read as a date. It bounds the work on metadata that holds a whole text."""
_SEPARATORS = " \t\n,;.:|/()[]-–—·•،、。，：；（）"
"""Marks that can surround a date in a line."""


def parse_date(raw: str, *, language: str | None = None, anchor: dt.date | None = None) -> When | None:
    """Return the date that the whole of ``raw`` states, or None if it is not a date or can be read in two ways.

    ``language`` is a BCP 47 tag. It decides the names of months and the order of day and month; None stands for English. Expressions
    that count from a date (``Yesterday``, or ``June 13`` without a year) need ``anchor``. Today's date is never used.

    >>> parse_date("June 13, 2025 at 5:40 p.m. EDT").value
    '2025-06-13T17:40-04:00'
    >>> parse_date("03/02/2024") is None, parse_date("03/02/2024", language="en-GB").value
    (True, '2024-02-03')
    """
    outcome = _parse(raw, language, anchor)
    return outcome.to_when(raw, None) if isinstance(outcome, DateValue) else None


def is_ambiguous_date(raw: str, *, language: str | None = None) -> bool:
    """True if the whole of ``raw`` is a numeric date that ``language`` allows two readings of, or whose year has two digits.

    >>> is_ambiguous_date("03/02/2024"), is_ambiguous_date("13/02/2024")
    (True, False)
    """
    return _parse(raw, language, None) == "ambiguous"


def find_dates(line: str, *, language: str | None = None) -> Iterator[When]:
    """Yield the dates in ``line`` that need no anchor, in order, each with its span.

    In a line that is not English, a date is a run of nothing but digits and words of dates.

    >>> [when.value for when in find_dates("Par Anne Pole, publié le 12 mai 2025 à 09h30", language="fr")]
    ['2025-05-12T09:30']
    """
    if language is None or is_english(language):
        yield from find_times(line, anchor=None, language=language).resolved
        return
    for start, end in date_word_spans(line, language):
        words = line[start:end].strip(_SEPARATORS)
        when = parse_date(words, language=language)
        if when is not None:
            index = line.index(words, start)
            yield evolve(when, span=Span(index, index + len(words)))


@lru_cache(maxsize=512)  # a page states one date in many places, and several rules parse each of them
def _parse(raw: str, language: str | None, anchor: dt.date | None) -> Outcome | None:
    text = " ".join(raw.split())
    if not text or len(text) > _MAX_DATE_CHARS:
        return None
    context = Context(text, anchor, numeric_order(language), end=len(text))
    if language is None or is_english(language):
        return _ENGLISH.match_whole(context)
    if outcome := _ANY_LANGUAGE.match_whole(context):
        return outcome
    english = to_english(text, language)
    return _ENGLISH.match_whole(evolve(context, text=english, end=len(english))) if english else None


@frozen
class _WholeStringRules:
    """Rules in the order in which they are tried, with a quick test that skips those whose key words are missing."""

    key_patterns: tuple[re.Pattern[str], ...]
    """For each distinct set of key words, a pattern that finds any of them in lower case."""
    rules: tuple[tuple[int, DateRule], ...]
    """Each rule, with the index of the pattern that finds its key words."""

    def match_whole(self, context: Context) -> Outcome | None:
        """Return what the first rule that fits the whole text reads. A rule whose key words are missing is not even compiled."""
        lower = context.text.lower()
        has_key = [pattern.search(lower) for pattern in self.key_patterns]
        rules = (rule for index, rule in self.rules if has_key[index])
        return next((outcome for rule in rules if (outcome := rule.match_whole(context))), None)


def _rule_table(rules: tuple[DateRule, ...]) -> _WholeStringRules:
    key_sets = list(dict.fromkeys(rule.keys for rule in rules))
    patterns = (sorted({key.lower() for key in keys}) for keys in key_sets)
    return _WholeStringRules(
        tuple(re.compile("|".join(map(re.escape, keys))) for keys in patterns),
        tuple((key_sets.index(rule.keys), rule) for rule in rules),
    )


_ENGLISH = _rule_table(TEXT + METADATA)
_ANY_LANGUAGE = _rule_table(NUMERIC + NUMERIC_METADATA)
