from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from articlekit import models
from articlekit.models import Article, Span
from articlekit.serializers import to_dict
from articlekit.serializers.schema import COMMITTED, format_schema, json_schema

MODELS = [getattr(models, name) for name in models.__all__ if attrs.has(getattr(models, name))]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json_schema()


def test_the_committed_schema_is_what_the_models_make() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == format_schema(), (
        "the models have changed: run `python -m articlekit.serializers.schema` and commit the file"
    )


def test_the_schema_is_a_schema_of_its_draft(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("model", [model for model in MODELS if model is not Span])
def test_the_schema_has_every_field_of_every_model_with_its_contract(schema: dict[str, Any], model: type) -> None:
    described = schema if model is Article else schema["$defs"][model.__name__]
    fields = {field.name for field in attrs.fields(model)}
    assert set(described["properties"]) - {"schema"} == fields
    assert all(described["properties"][name]["description"] for name in fields)


def test_an_article_with_every_field_follows_the_schema(schema: dict[str, Any], article: Article) -> None:
    Draft202012Validator(schema).validate(json.loads(json.dumps(to_dict(article))))


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
def test_the_schema_refuses_what_loading_refuses(
    schema: dict[str, Any], article: Article, holder: str, field: str, value: object
) -> None:
    data = to_dict(article)
    data[holder][field] = value
    assert not Draft202012Validator(schema).is_valid(data)
