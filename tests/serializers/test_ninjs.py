from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
import strategies
from attrs import evolve
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from articlekit.models import Article, Image, Link, Problem, Publisher, When
from articlekit.serializers import to_ninjs
from articlekit.serializers.ninjs import SCHEMA

STANDARD = json.loads((Path(__file__).parent / "standards" / "ninjs-schema_3.1.json").read_text(encoding="utf-8"))
"""The schema published by IPTC; its licence is in the same folder."""
CHECKER = FormatChecker(())


@CHECKER.checks("uri")
def _is_uri(value: object) -> bool:
    form = r"[A-Za-z][A-Za-z0-9+.-]*:(?:[\w~.:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*(?:#[\w~.:/?@!$&'()*+,;=%-]*)?"
    return not isinstance(value, str) or re.fullmatch(form, value, re.ASCII) is not None


@CHECKER.checks("date-time")
def _is_date_time(value: object) -> bool:
    form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"
    return not isinstance(value, str) or re.fullmatch(form, value, re.ASCII) is not None


VALIDATOR = Draft202012Validator(STANDARD, format_checker=CHECKER)


def faults_of(item: dict[str, Any]) -> list[str]:
    """Return the faults of an item by the standard's schema."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(json.dumps(item)))]


@given(strategies.articles())
def test_every_article_is_valid_in_the_published_schema(article: Article) -> None:
    assert faults_of(to_ninjs(article)) == []


def test_the_item_names_its_schema(article: Article) -> None:
    assert to_ninjs(article)["standard"]["schema"] == SCHEMA == STANDARD["$id"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("uri", "/ferry"), ("uri", "https://a.example/brücke"), ("firstCreated", "2025-06-13"), ("byline", "Ada Quill")],
)
def test_the_validator_sees_an_invalid_item(article: Article, field: str, value: str) -> None:
    assert faults_of({**to_ninjs(article), field: value}) != []


def test_title_summary_and_text_are_complete(article: Article) -> None:
    item = to_ninjs(article)
    assert item["headlines"][0]["value"] == article.title
    assert item["descriptions"][0]["value"] == article.summary
    assert item["bodies"][0]["value"] == article.text
    assert item["bodies"][0]["charCount"] == len(article.text)


def test_everyone_who_made_the_text_has_a_role(article: Article) -> None:
    item = to_ninjs(article)
    assert item["by"] == "Ada Quill"
    assert [(entry["name"], entry["role"]) for entry in item["infoSources"]] == [
        ("Ada Quill", "editor"),
        ("Odo Finch", "editing"),
        ("AP", "agency"),
        ("The Harbour Courier", "publisher"),
    ]


def test_each_source_is_in_the_property_for_its_kind(article: Article) -> None:
    item = to_ninjs(article)
    assert item["people"] == [{"name": "Ilse Brandt", "rel": "source", "literal": "source-1"}]
    assert item["organisations"] == [{"name": "the Harbour Courier", "rel": "source", "literal": "source-2"}]


def test_a_time_with_an_offset_is_written(article: Article) -> None:
    assert to_ninjs(article)["firstCreated"] == "2025-06-13T17:40:00+02:00"


@pytest.mark.parametrize("at", [None, dt.datetime(2025, 6, 13, 17, 40)])
def test_a_date_without_time_or_zone_is_left_out(article: Article, at: dt.datetime | None) -> None:
    day = dt.date(2025, 6, 13)
    when = When(value="2025-06-13", earliest=day, latest=day, at=at, raw="13 June")
    assert "firstCreated" not in to_ninjs(evolve(article, published=when))


def test_a_link_without_a_url_is_kept_if_it_names_a_related_article(article: Article) -> None:
    associations = to_ninjs(article)["associations"]
    assert [(each["rel"], each["uri"]) for each in associations] == [
        ("picture", "https://marrowbay.example/f.jpg"),
        ("reference", "https://marrowbay.example/test"),
        ("related", "https://marrowbay.example/ferry#link-2"),
    ]


def test_a_url_with_non_ascii_letters_is_escaped() -> None:
    link = Link(id="link-1", href="", url="https://a.example/brücke?a=50%#ö", text="x", kind="reference")
    [association] = to_ninjs(Article(text="", links=(link,)))["associations"]
    assert association["uri"] == "https://a.example/br%C3%BCcke?a=50%25#%C3%B6"


def test_an_image_without_an_absolute_url_keeps_its_caption() -> None:
    [picture] = to_ninjs(Article(text="", images=(Image(url="/f.jpg", caption="The ferry"),)))["associations"]
    assert picture["descriptions"][0]["value"] == "The ferry"
    assert "renditions" not in picture
    assert picture["uri"].endswith("#image-1")


def test_an_article_with_missing_words_is_partial(article: Article) -> None:
    assert to_ninjs(article)["representationType"] == "partial"
    problem = Problem(code="ambiguous-date", message="1/2/2025")
    assert to_ninjs(evolve(article, problems=(problem,)))["representationType"] == "full"


def test_a_publisher_without_name_and_domain_is_left_out() -> None:
    assert "infoSources" not in to_ninjs(Article(text="", publisher=Publisher()))
