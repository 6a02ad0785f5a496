"""Strings that are nothing but a date: metadata, a date line."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from attrs import evolve, frozen

from articlekit.dates.grammar import METADATA, NUMERIC, NUMERIC_METADATA, TEXT
from articlekit.dates.reading import Reading
from articlekit.dates.rules import Place, Rule
from articlekit.dates.scan import Outcome, is_english, numeric_order, resolve, when
from articlekit.models import When

_LONGEST = 120
"""No date is longer than this."""


@frozen
class _Table:
    """Rules in order, and what tells quickly that one cannot fit."""

    keys: tuple[re.Pattern[str], ...]
    """Finds a key word of any rule that has the same ones."""
    rules: tuple[tuple[int, Rule], ...]
    """Each rule with the number of the pattern that finds its key words."""


def _table(rules: tuple[Rule, ...]) -> _Table:
    kinds = list(dict.fromkeys(rule.keys for rule in rules))
    patterns = (sorted({key.lower() for key in keys}) for keys in kinds)
    return _Table(
        tuple(re.compile("|".join(map(re.escape, keys))) for keys in patterns),
        tuple((kinds.index(rule.keys), rule) for rule in rules),
    )


_ENGLISH = _table(TEXT + METADATA)
_ANY_LANGUAGE = _table(NUMERIC + NUMERIC_METADATA)


def parse_date(raw: str, *, language: str | None = None, anchor: dt.date | None = None) -> When | None:
    """The date that the whole of ``raw`` is; None where it is none, or where it reads two ways.

    ``language``, a BCP 47 tag, says whose month names and which order of day and month to read; None stands for
    English. Words that count from a date (``Yesterday``, ``June 13`` without a year) need ``anchor``. Nothing is filled
    in from today's clock.

    >>> parse_date("June 13, 2025 at 5:40 p.m. EDT").value
    '2025-06-13T17:40-04:00'
    >>> parse_date("03/02/2024") is None, parse_date("03/02/2024", language="en-GB").value
    (True, '2024-02-03')
    """
    outcome = _outcome(raw, language, anchor)
    return when(outcome, raw, None) if isinstance(outcome, Reading) else None


def is_ambiguous_date(raw: str, *, language: str | None = None) -> bool:
    """True where the whole of ``raw`` is a numeric date that reads two ways in ``language``, or has a year of two digits.

    >>> is_ambiguous_date("03/02/2024"), is_ambiguous_date("13/02/2024")
    (True, False)
    """
    return _outcome(raw, language, None) == "two-ways"


@lru_cache(maxsize=512)  # a page states one date in many places, and each rule asks anew
def _outcome(raw: str, language: str | None, anchor: dt.date | None) -> Outcome | None:
    text = " ".join(raw.split())
    if not text or len(text) > _LONGEST:
        return None
    place = Place(text, anchor, numeric_order(language), end=len(text))
    if language is None or is_english(language):
        return _first(_ENGLISH, place)
    if outcome := _first(_ANY_LANGUAGE, place):
        return outcome
    from articlekit.dates.translate import translated  # few pages need it

    english = translated(text, language)
    return _first(_ENGLISH, evolve(place, text=english, end=len(english))) if english else None


def _first(table: _Table, place: Place) -> Outcome | None:
    """What the first rule that fits the whole text makes of it; rules without a key word in it are not even compiled."""
    small = place.text.lower()
    here = [keys.search(small) for keys in table.keys]
    rules = (rule for kind, rule in table.rules if here[kind])
    return next((outcome for rule in rules if (outcome := _whole(rule, place))), None)


def _whole(rule: Rule, place: Place) -> Outcome | None:
    match = rule.whole.fullmatch(place.text)
    if match is None or match.start("lead"):
        return None
    return resolve(rule, match.groupdict(), place)
