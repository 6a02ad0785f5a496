"""Each rule of the tables fires on its example and not on its near miss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

import articlekit
from articlekit.dates import parse_date
from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate, Rule
from articlekit.parsers.fields import TABLES

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
    with pytest.raises(ValueError, match=r"'mood\.kicker' names an unknown field; the fields are language, links"):
        articlekit.parse("The harbour closed.", options=options)


def with_rule(
    name: str, apply: Any, page: str = "<h1>Harbour closed</h1><p>The harbour closed.</p>"
) -> articlekit.Article:
    options = articlekit.Options(rules=(Rule(name, apply),))
    return articlekit.parse_html(page, url="https://courier.example/a", options=options)


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        ("authors", "Ada Quill", "Author"),
        ("published", "2025-06-13", "When"),
        ("publisher", "Harbour Courier", "Publisher"),
        ("title", None, "str"),
        ("tags", ["ferry"], "str"),
    ],
)
def test_a_callers_candidate_of_the_wrong_type_is_refused_with_the_rules_name(
    field: str, value: Any, wanted: str
) -> None:
    with pytest.raises(TypeError, match=rf"'{field}\.courier' offers .* for '{field}', which takes a {wanted}"):
        with_rule(f"{field}.courier", lambda _draft: [Candidate(value, "words")])


@pytest.mark.parametrize(
    ("given", "told"),
    [(None, "returned None"), (["Weather"], "returned 'Weather', which is not a Candidate"), ([None], "returned None")],
)
def test_a_callers_rule_that_gives_no_candidates_is_refused_by_name(given: Any, told: str) -> None:
    with pytest.raises(TypeError, match=rf"'section\.courier' {told}"):
        with_rule("section.courier", lambda _draft: given)


@pytest.mark.parametrize(
    "taken",
    [lambda draft: draft.facts.select("p"), lambda draft: draft.body.kept[0], lambda draft: list(draft.body.kept)],
)
def test_blocks_that_a_callers_rule_cannot_take_are_refused_by_name(taken: Any) -> None:
    with pytest.raises(
        TypeError, match=r"candidate of 'text\.courier' must be a tuple of blocks from draft\.body\.kept"
    ):
        with_rule("text.courier", lambda draft: [Candidate(None, "", taken(draft))])


def test_what_a_callers_rule_raises_says_which_rule_it_was() -> None:
    with pytest.raises(KeyError) as raised:
        with_rule("section.courier", lambda draft: [Candidate(draft.facts.meta["section"], "")])
    assert raised.value.__notes__ == ["in the rule 'section.courier' of Options.rules"]


def test_a_callers_rule_about_the_text_needs_no_value() -> None:
    assert with_rule("text.courier", lambda draft: [Candidate(None, "", (draft.body.kept[-1],))]).text == ""


@pytest.mark.parametrize(
    ("selector", "attribute", "value"),
    [
        ("[data-who]", "data-who", "Ada Quill"),
        ("meta[name=tide]", "content", "high"),
        ("time", "datetime", "2025-06-13"),
        ("a.more", "href", "/more"),
        ("details", "open", ""),
    ],
)
def test_what_a_selector_finds_has_its_attributes_as_written(selector: str, attribute: str, value: str) -> None:
    page = (
        "<meta name=tide content=high><h1 data-who='Ada Quill'>Harbour closed</h1><time datetime=2025-06-13>Friday</time>"
        "<details open>More</details><a class=more href=/more>More</a><p>The harbour closed.</p>"
    )
    article = with_rule(
        "tags.courier", lambda d: [Candidate(f"+{b.attributes[attribute]}", "") for b in d.facts.select(selector)], page
    )
    assert article.tags == (f"+{value}",)


def test_a_change_is_kept_if_a_callers_rule_dates_the_publication_before_it() -> None:
    page = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-13", "dateModified": "2025-03-01"}'
        "</script><h1>Harbour closed</h1><p>The harbour closed.</p>"
    )
    published = parse_date("2025-01-01")
    assert published is not None
    article = with_rule("published.courier", lambda _draft: [Candidate(published, "")], page)
    assert (article.published, article.modified and article.modified.value) == (published, "2025-03-01")
