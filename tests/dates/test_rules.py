"""Every date rule fires on its example and leaves its near miss alone."""

from __future__ import annotations

import datetime as dt

import pytest

from articlekit.dates import parse_date
from articlekit.dates.date_rule import DateRule
from articlekit.dates.date_values import DateValue
from articlekit.dates.grammar import METADATA, NUMERIC, TEXT
from articlekit.dates.running_text import match_dates

FRIDAY = dt.date(2025, 6, 13)


def values(rule: DateRule, text: str, language: str | None = None) -> list[str]:
    """Return the values that ``rule`` reads in ``text``."""
    matches = match_dates(text, anchor=FRIDAY, language=language)
    return [match.outcome.value for match in matches if match.rule is rule and isinstance(match.outcome, DateValue)]


@pytest.mark.parametrize("rule", TEXT, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_example(rule: DateRule) -> None:
    text, value = rule.example
    assert values(rule, text) == [value]


@pytest.mark.parametrize("rule", TEXT, ids=lambda rule: rule.name)
def test_a_rule_leaves_its_near_miss_alone(rule: DateRule) -> None:
    assert values(rule, rule.near_miss) == []


@pytest.mark.parametrize("rule", NUMERIC, ids=lambda rule: rule.name)
def test_a_numeric_rule_fires_in_any_language(rule: DateRule) -> None:
    text, value = rule.example
    assert values(rule, text, "de") == [value]


@pytest.mark.parametrize("rule", METADATA, ids=lambda rule: rule.name)
def test_a_metadata_rule_fires_only_on_a_whole_string(rule: DateRule) -> None:
    text, value = rule.example
    when = parse_date(text)
    assert when is not None
    assert when.value == value
    assert parse_date(rule.near_miss) is None
    assert values(rule, text) == []


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in TEXT + METADATA]
    assert len(names) == len(set(names))
