"""Find calendar expressions in running text: one pass finds the key words, and the rules of each key word are tried there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby

from attrs import define, frozen

from articlekit.dates.date_rule import Context, DateRule, Outcome, compile_pattern
from articlekit.dates.date_values import DateValue
from articlekit.dates.english_words import DIGIT_KEYS, NUMBER
from articlekit.dates.grammar import NUMERIC, TEXT
from articlekit.dates.languages import is_english, numeric_order
from articlekit.models import Span, When


@frozen
class FoundTimes:
    """The calendar expressions of a text, as :func:`find_times` returns them."""

    resolved: tuple[When, ...]
    """The expressions with a value, in order, each with its span. The spans do not overlap."""
    unresolved: tuple[str, ...]
    """The expressions that have no day to count from, in order: ``Friday`` without an anchor, ``the following Monday`` in a paragraph
    that names no day before it."""
    ambiguous: tuple[str, ...]
    """The numeric dates that can be read in two ways, in order: the language does not decide, or the year has two digits."""


@frozen
class DateMatch:
    """One expression in a text and what became of it."""

    rule: DateRule
    """The rule that matched the words."""
    start: int
    """Index of the first character."""
    end: int
    """Index after the last character."""
    outcome: Outcome
    """The value of the words, or why they have none."""


def find_times(text: str, *, anchor: dt.date | None, language: str | None = None) -> FoundTimes:
    """Find and resolve the calendar expressions of ``text``.

    ``anchor`` is the date of the article, which ``Friday`` counts from. ``language`` is a BCP 47 tag; None stands for English.
    In a text that is not English, only numeric dates are read.

    >>> times = find_times("It rained on Sunday.", anchor=dt.date(2025, 6, 13))
    >>> [(when.raw, when.value) for when in times.resolved]
    [('on Sunday', '2025-06-08')]
    """
    resolved, unresolved, ambiguous = [], [], []
    for match in match_dates(text, anchor=anchor, language=language):
        raw = text[match.start : match.end]
        if isinstance(match.outcome, DateValue):
            resolved.append(match.outcome.to_when(raw, Span(match.start, match.end)))
        elif match.outcome == "no-anchor":
            unresolved.append(raw)
        elif match.outcome == "ambiguous":
            ambiguous.append(raw)
    return FoundTimes(tuple(resolved), tuple(unresolved), tuple(ambiguous))


def match_dates(text: str, *, anchor: dt.date | None, language: str | None) -> Iterator[DateMatch]:
    """Yield every place in ``text`` that a rule matches, in order."""
    table = _ENGLISH if is_english(language) else _ANY_LANGUAGE
    context = Context(text, anchor, numeric_order(language))
    floor = checked = 0  # the end of the last match; how far the text was searched for a blank line
    for key in table.keys.finditer(f" {text}"):
        start = key.start()
        if start < floor:
            continue
        if context.last_day and text.find("\n\n", checked, start) >= 0:
            context.last_day = None
        checked = start
        match = _first_match(table.rules[key[1]], context, start, floor)
        if match:
            floor = match.end
            if isinstance(match.outcome, DateValue) and match.outcome.is_single_day:
                context.last_day = match.outcome.earliest
            yield match


def _first_match(rules: tuple[DateRule, ...], context: Context, key: int, floor: int) -> DateMatch | None:
    """Return the match of the first rule that fits the words around index ``key``."""
    for rule in rules:
        if outcome := rule.match_at(key, context, floor):
            return DateMatch(rule, context.start, context.end, outcome)
    return None


@define
class _KeywordRules:
    """The rules of a grammar, indexed by key word for one pass over a text."""

    keys: re.Pattern[str]
    """Finds the key words of all rules, each with the character before it, which is neither a letter nor a digit.

    Because the pattern begins with that character, the regex engine skips most of a text without trying a word."""
    rules: dict[str, tuple[DateRule, ...]]
    """The rules of each key word, in order."""


def _rule_table(rules: tuple[DateRule, ...]) -> _KeywordRules:
    by_key: dict[str, tuple[DateRule, ...]] = {}
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
    return _KeywordRules(compile_pattern(rf"[^A-Za-z0-9](?=[{firsts}])({keys})"), by_key)


_ENGLISH = _rule_table(TEXT)
_ANY_LANGUAGE = _rule_table(NUMERIC)
