"""Every rule of the tables fires on its example and leaves its near miss alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

import articlekit
from articlekit.parsers.conventions import TABLES
from articlekit.parsers.draft import Draft
from articlekit.parsers.rules import Candidate, Rule

RULES = [rule for table in TABLES for rule in table.rules]
# What the caller gives is no report: these two have tests of their own below.
FROM_REPORTS = [rule for rule in RULES if not rule.name.endswith(".caller")]


def rules_that_fired(report: str) -> set[str]:
    evidence = articlekit.parse(report).evidence
    return {item.rule for item in evidence} | {lost.rule for item in evidence for lost in item.rejected}


@pytest.mark.parametrize("rule", FROM_REPORTS, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_example(rule: Rule[Any]) -> None:
    assert rule.name in rules_that_fired(rule.example)


@pytest.mark.parametrize("rule", FROM_REPORTS, ids=lambda rule: rule.name)
def test_a_rule_leaves_its_near_miss_alone(rule: Rule[Any]) -> None:
    assert rule.name not in rules_that_fired(rule.near_miss)


def test_names_of_rules_are_unique_and_say_their_field() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", name) for name in names)
    assert all(rule.field == table.field for table in TABLES for rule in table.rules)


def test_every_rule_says_in_prose_what_it_looks_at() -> None:
    assert [rule.name for rule in RULES if not rule.apply.__doc__] == []


def test_what_the_caller_gives_beats_what_the_page_says() -> None:
    report = "---\ntitle: Harbour closed\nlang: en\nurl: https://a.example/x\n---\n\nThe harbour closed."
    options = articlekit.Options(language="en-GB")
    article = articlekit.parse(report, url="https://b.example/y", options=options)
    assert (article.url, article.language) == ("https://b.example/y", "en-GB")
    rejected = {item.field: [lost.raw for lost in item.rejected] for item in article.evidence}
    assert rejected["url"] == ["https://a.example/x"]
    assert rejected["language"] == ["en"]


def test_a_callers_rule_is_tried_before_the_librarys() -> None:
    def kicker(_draft: Draft) -> Iterator[Candidate[str]]:
        yield Candidate("Weather", "WEATHER")

    rule = Rule("section.kicker", kicker)
    report = "---\ntitle: Harbour closed\nsection: News\n---\n\nThe harbour closed."
    article = articlekit.parse(report, options=articlekit.Options(rules=(rule,)))
    assert article.section == "Weather"
    (evidence,) = [item for item in article.evidence if item.field == "section"]
    assert (evidence.rule, [lost.raw for lost in evidence.rejected]) == ("section.kicker", ["News"])


def test_a_callers_rule_for_an_unknown_field_is_refused_by_name() -> None:
    options = articlekit.Options(rules=(Rule("mood.kicker", lambda _draft: ()),))
    with pytest.raises(ValueError, match=r"'mood\.kicker' is about no field; the fields are language, links"):
        articlekit.parse("The harbour closed.", options=options)
