"""Calendar expressions in running text: one pass over the words that can begin or end one, then the rules."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from attrs import define, frozen

from articlekit.dates.calendar import DIGIT_KEYS, NUMBER
from articlekit.dates.grammar import NUMERIC, TEXT
from articlekit.dates.reading import Reading
from articlekit.dates.rules import NoAnchor, Order, Parts, Place, Rule, TwoWays, compiled
from articlekit.models import Span, When

Outcome = Reading | Literal["no-anchor", "two-ways", "no-date"]
"""What became of the words at a place."""

_MONTH_FIRST = ("en-us", "en-ph")
_UNDECIDED = re.compile(r"(?:en|en-ca|es-(?:us|pr)|(?:ja|zh|yue|ko|hu|lt|mn|und|mul)(?:-.*)?)\Z")
"""English of no country or of two habits, Spanish of the United States, and languages that write the year first."""


@frozen
class Times:
    """What :func:`find_times` found in a text."""

    found: tuple[When, ...]
    """The expressions that resolve, in order, each with its span; no two share a character."""
    unresolved: tuple[str, ...]
    """Words that had no day to count from, in order: ``Friday`` without an anchor, ``the following Monday`` where the
    paragraph names no day before it."""
    ambiguous: tuple[str, ...]
    """Numeric dates that read two ways, in order: no language decides, or the year has two digits."""


@frozen
class Hit:
    """One expression in a text and what became of it."""

    rule: Rule
    """The rule that claimed the words."""
    start: int
    """First character."""
    end: int
    """One past the last."""
    outcome: Outcome
    """What the words mean, or why they mean nothing."""


def find_times(text: str, *, anchor: dt.date | None, language: str | None = None) -> Times:
    """Find the calendar expressions of ``text`` and resolve them.

    ``anchor`` is the article's own date, which ``Friday`` counts from; ``language`` a BCP 47 tag. In a text that is not
    English only numeric dates are read; without a language the text is taken for English.

    >>> times = find_times("It rained on Sunday.", anchor=dt.date(2025, 6, 13))
    >>> [(when.raw, when.value) for when in times.found]
    [('on Sunday', '2025-06-08')]
    """
    found, unresolved, ambiguous = [], [], []
    for hit in scan(text, anchor=anchor, language=language):
        raw = text[hit.start : hit.end]
        if isinstance(hit.outcome, Reading):
            found.append(when(hit.outcome, raw, Span(hit.start, hit.end)))
        elif hit.outcome == "no-anchor":
            unresolved.append(raw)
        elif hit.outcome == "two-ways":
            ambiguous.append(raw)
    return Times(tuple(found), tuple(unresolved), tuple(ambiguous))


def scan(text: str, *, anchor: dt.date | None, language: str | None) -> Iterator[Hit]:
    """Every place in ``text`` that a rule claims, in order."""
    scanner = _ENGLISH if is_english(language) else _ANY_LANGUAGE
    place = Place(text, anchor, numeric_order(language))
    floor = seen = 0
    for key in scanner.keys.finditer(f" {text}"):
        start = key.start()
        if start < floor:
            continue
        if place.last_day and text.find("\n\n", max(seen, floor), start) >= 0:
            place.last_day = None
        seen = max(start - 1, 0)
        hit = _first(scanner.rules[key[1]], place, start, floor)
        if hit:
            floor = hit.end
            if isinstance(hit.outcome, Reading) and hit.outcome.is_day:
                place.last_day = hit.outcome.earliest
            yield hit


def _first(rules: tuple[Rule, ...], place: Place, key: int, floor: int) -> Hit | None:
    """What the first rule that claims the words at ``key`` makes of them."""
    for rule in rules:
        ahead = rule.ahead.match(place.text, key)
        if ahead is None:
            continue
        parts = rule.parts(ahead, place, floor)
        if parts is not None and (outcome := resolve(rule, parts, place)):
            return Hit(rule, place.start, place.end, outcome)
    return None


def resolve(rule: Rule, parts: Parts, place: Place) -> Outcome | None:
    """What ``rule`` makes of the words that it matched; None where it leaves them to another rule."""
    if parts.get("bar"):
        return "no-date"
    try:
        return rule.read(parts, place)
    except NoAnchor:
        return "no-anchor"
    except TwoWays:
        return "two-ways"
    except (ValueError, OverflowError):
        return "no-date"


def when(reading: Reading, raw: str, span: Span | None) -> When:
    """The model of a reading, with the words that it was read from."""
    return When(
        value=reading.value, earliest=reading.earliest, latest=reading.latest, at=reading.at, raw=raw, span=span
    )


def is_english(language: str | None) -> bool:
    """True for English, and where no language is stated."""
    return language is None or re.match(r"en(?![a-z])", language, re.IGNORECASE) is not None


def numeric_order(language: str | None) -> Order:
    """How ``03/02/2024`` reads in a language: month first in US English, day first elsewhere where it is known.

    Plain ``en`` does not say: pages of both habits state it. Nor does a language that writes the year first.
    """
    tag = (language or "en").replace("_", "-").lower()
    if _UNDECIDED.match(tag):
        return "unknown"
    return "month-first" if tag in _MONTH_FIRST else "day-first"


@define
class _Scanner:
    """A table of rules, ready for one pass over a text."""

    keys: re.Pattern[str]
    """Finds the key words of all rules, each with the character before it, which is no letter or digit.

    To begin with that character lets the regex engine skip over most of a text without trying a single word."""
    rules: dict[str, tuple[Rule, ...]]
    """The rules of each key word, in order."""


def _scanner(rules: tuple[Rule, ...]) -> _Scanner:
    by_key: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for key in rule.keys:
            by_key[key] = (*by_key.get(key, ()), rule)
    words = sorted(by_key.keys() - set(DIGIT_KEYS), key=lambda key: (key[0], -len(key), key))
    branches = (
        re.escape(first) + f"(?:{'|'.join(re.escape(key[1:]) for key in keys)})"
        for first, keys in groupby(words, key=lambda key: key[0])
    )
    keys = "|".join((rf"(?={NUMBER})\d", *branches))
    firsts = "".join(sorted({key[0] for key in by_key}))
    return _Scanner(compiled(rf"[^A-Za-z0-9](?=[{firsts}])({keys})"), by_key)


_ENGLISH = _scanner(TEXT)
_ANY_LANGUAGE = _scanner(NUMERIC)
