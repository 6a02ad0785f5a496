"""Strings that are nothing but a date: metadata, a date line."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.grammar import METADATA, NUMERIC, NUMERIC_METADATA, TEXT
from articlekit.dates.reading import Reading
from articlekit.dates.rules import Place, Rule
from articlekit.dates.scan import Outcome, is_english, numeric_order, resolve, when
from articlekit.models import When

_LONGEST = 120
"""No date is longer than this."""
_ENGLISH = METADATA + TEXT
_ANY_LANGUAGE = NUMERIC_METADATA + NUMERIC


def parse_date(raw: str, *, language: str | None = None, anchor: dt.date | None = None) -> When | None:
    """The date that the whole of ``raw`` is; None where it is none, or where it reads two ways.

    Words that count from a date (``Yesterday``, ``June 13`` without a year) need ``anchor``. Nothing is filled in from
    today's clock.

    >>> parse_date("June 13, 2025 at 5:40 p.m. EDT").value
    '2025-06-13T17:40-04:00'
    >>> parse_date("03/02/2024") is None, parse_date("03/02/2024", language="en-GB").value
    (True, '2024-02-03')
    """
    outcome = _outcome(raw, language, anchor)
    return when(outcome, raw, None) if isinstance(outcome, Reading) else None


def is_ambiguous_date(raw: str, *, language: str | None = None) -> bool:
    """True where the whole of ``raw`` is a numeric date that reads two ways in ``language``.

    >>> is_ambiguous_date("03/02/2024"), is_ambiguous_date("13/02/2024")
    (True, False)
    """
    return _outcome(raw, language, None) == "two-ways"


def _outcome(raw: str, language: str | None, anchor: dt.date | None) -> Outcome | None:
    text = raw.strip()
    if not text or len(text) > _LONGEST:
        return None
    place = Place(text, anchor, numeric_order(language), end=len(text))
    for rule in _ENGLISH if is_english(language) else _ANY_LANGUAGE:
        if outcome := _whole(rule, place):
            return outcome
    return None


def _whole(rule: Rule, place: Place) -> Outcome | None:
    match = rule.whole.fullmatch(place.text)
    if match is None or match.start("lead"):
        return None
    return resolve(rule, match.groupdict(), place)
