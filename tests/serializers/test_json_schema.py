from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from articlekit import models
from articlekit.models import Article, Claim, Cue, Quote, Span
from articlekit.serializers import to_dict
from articlekit.serializers.json.schema import SCHEMA_FILES, format_schema, json_schema
from articlekit.serializers.json.span_text import FULL_FORM_TEXT

MODELS = [getattr(models, name) for name in models.__all__ if attrs.has(getattr(models, name))]


@pytest.fixture(scope="module", params=[False, True], ids=["minimal", "full"])
def full(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def schema(full: bool) -> dict[str, Any]:
    return json_schema(full=full)


def test_the_committed_schema_is_up_to_date(full: bool) -> None:
    assert SCHEMA_FILES[full].read_text(encoding="utf-8") == format_schema(full=full), (
        "the models have changed: run `python -m articlekit.serializers.json.schema` and commit the files"
    )


def test_the_schema_is_valid_in_its_draft(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("model", [model for model in MODELS if model is not Span])
def test_the_schema_describes_every_field_of_every_model(schema: dict[str, Any], full: bool, model: type) -> None:
    described = schema if model is Article else schema["$defs"][model.__name__]
    fields = {field.name for field in attrs.fields(model)}
    if full:
        fields |= {FULL_FORM_TEXT[model][1]} if model in FULL_FORM_TEXT else set()
    elif model in {Cue, Quote, Claim}:
        fields -= {"text"}
    assert set(described["properties"]) - {"schema"} == fields
    assert all(described["properties"][name]["description"] for name in fields)


def test_an_article_with_every_field_is_valid(schema: dict[str, Any], full: bool, article: Article) -> None:
    Draft202012Validator(schema).validate(json.loads(json.dumps(to_dict(article, full=full))))


def test_each_form_is_invalid_in_the_schema_of_the_other(schema: dict[str, Any], full: bool, article: Article) -> None:
    assert not Draft202012Validator(schema).is_valid(to_dict(article, full=not full))


@pytest.mark.parametrize(
    ("holder", "field", "value"),
    [
        ("publisher", "owner", "x"),
        ("publisher", "name", 3),
        ("published", "earliest", "13 June"),
        ("published", "at", "2025-06-13 17:40"),
        ("published", "span", [1]),
        ("published", "span", [1, 2, "text"]),
        ("published", "span", [-1, 2]),
        ("dateline", "text", None),
    ],
)
def test_the_schema_rejects_what_loading_rejects(
    schema: dict[str, Any], full: bool, article: Article, holder: str, field: str, value: object
) -> None:
    data = to_dict(article, full=full)
    data[holder][field] = value
    assert not Draft202012Validator(schema).is_valid(data)
