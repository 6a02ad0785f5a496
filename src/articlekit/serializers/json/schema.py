"""JSON Schemas (draft 2020-12) of the minimal and the full JSON form, generated from the models.

``article.schema.json`` and ``article-full.schema.json`` are the output of this module. After a change to a model, update them with
``python -m articlekit.serializers.json.schema``.
"""

from __future__ import annotations

import ast
import datetime as dt
import inspect
import json
import re
import types
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs

from articlekit.models import Article, Evidence, Span
from articlekit.serializers.json.converter import REFERENCES
from articlekit.serializers.json.span_text import FULL_FORM_TEXT, MODEL_TEXT
from articlekit.serializers.json.versions import SCHEMA

Schema = dict[str, Any]

SCHEMA_FILES = {
    False: Path(__file__).parents[1] / "article.schema.json",
    True: Path(__file__).parents[1] / "article-full.schema.json",
}
"""The generated files in the package, by whether they describe the full form."""

SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    types.NoneType: {"type": "null"},
    dt.date: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    dt.datetime: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?([+-]\d\d:\d\d(:\d\d)?)?$"},
}

OFFSET: Schema = {"type": "integer", "minimum": 0}

SPAN: Schema = {
    "type": "array",
    "prefixItems": [OFFSET, OFFSET, {"const": "title"}],
    "items": False,
    "minItems": 2,
}


def json_schema(*, full: bool = False) -> Schema:
    """Return the schema of the minimal or the full form. Descriptions are the docstrings of the models."""
    definitions: dict[str, Schema] = {}
    article = _object(Article, definitions)
    article["properties"] = {"schema": {"const": SCHEMA}, **article["properties"]}
    article["required"] = ["schema", *article["required"]]
    for model in {**MODEL_TEXT, **FULL_FORM_TEXT}:
        (_require_text if full else _make_text_optional)(definitions[model.__name__], model)
    urn = f"urn:{SCHEMA.replace('/', ':')}{':full' if full else ''}"
    keywords = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": urn, "title": "Article"}
    return {**keywords, **article, "$defs": dict(sorted(definitions.items()))}


def main() -> None:
    """Write both schemas to their files."""
    for full, path in SCHEMA_FILES.items():
        path.write_text(format_schema(full=full), encoding="utf-8")


def format_schema(*, full: bool = False) -> str:
    """Return the text of a schema's file."""
    return json.dumps(json_schema(full=full), ensure_ascii=False, indent=2) + "\n"


def _make_text_optional(definition: Schema, model: type) -> None:
    """Adapt a definition to the minimal form, where only links and dates without a span must have their text."""
    span_field, text_field = MODEL_TEXT.get(model, ("", ""))
    if span_field == "spans":
        del definition["properties"][text_field]
    if span_field:
        definition["required"].remove(text_field)
    if span_field == "span":
        definition["anyOf"] = [{"required": [span_field]}, {"required": [text_field]}]


def _require_text(definition: Schema, model: type) -> None:
    """Adapt a definition to the full form, which has the text at every span."""
    if model in FULL_FORM_TEXT:
        span_field, text_field = FULL_FORM_TEXT[model]
        text: Schema = {"type": "string"}
        kind = {"type": "array", "items": text} if span_field == "mentions" else text
        definition["properties"][text_field] = {"description": f"The words at `{span_field}`.", **kind}
        if span_field in definition["required"]:
            definition["required"].append(text_field)


def _object(model: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(model)
    descriptions = _field_docstrings(model)
    references = REFERENCES.get(model, {})
    properties = {}
    for field in attrs.fields(model):
        kind = tuple[str, ...] if field.name in references else hints[field.name]
        target = f" Ids in `{references[field.name]}`." if field.name in references else ""
        properties[field.name] = {"description": descriptions[field.name] + target, **_value(kind, definitions)}
    if model is Evidence:
        properties["rejected"]["items"] = {"$ref": "#/$defs/Candidate"}
        definitions["Candidate"] = _candidate(properties)
    return {
        "description": _plain((model.__doc__ or "").partition("\n\n")[0]),
        "type": "object",
        "properties": properties,
        "required": [field.name for field in attrs.fields(model) if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _candidate(evidence: dict[str, Schema]) -> Schema:
    properties = {name: value for name, value in evidence.items() if name != "rejected"}
    return {
        "description": "A candidate for a field that lost.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _value(kind: object, definitions: dict[str, Schema]) -> Schema:
    if kind in SCALARS:
        return SCALARS[kind]
    if isinstance(kind, type) and attrs.has(kind):
        return _reference(kind, definitions)
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    values = [_value(argument, definitions) for argument in get_args(kind) if argument is not ...]
    return {"anyOf": values} if get_origin(kind) is types.UnionType else {"type": "array", "items": values[0]}


def _reference(model: type, definitions: dict[str, Schema]) -> Schema:
    name = model.__name__
    if name not in definitions:
        definitions[name] = {}  # set first, because a model may refer to itself
        if model is Span:
            definitions[name] = {"description": _span_description(), **SPAN}
        else:
            definitions[name] = _object(model, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _span_description() -> str:
    return (
        _plain((Span.__doc__ or "").partition("\n\n")[0])
        + ' `[start, end]` in the text, `[start, end, "title"]` in the title.'
    )


def _field_docstrings(model: type) -> dict[str, str]:
    """Return the docstring under each field, from the source code: Python does not keep these docstrings."""
    tree = ast.parse(inspect.getsource(model))
    docstrings = {}
    for pair in pairwise(next(node.body for node in tree.body if isinstance(node, ast.ClassDef))):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                docstrings[name] = _plain(words)
    return docstrings


def _plain(docstring: str) -> str:
    return re.sub(r":\w{1,9}:`~?([^`]{1,80})`", r"`\1`", " ".join(docstring.split()).replace("``", "`"))


if __name__ == "__main__":
    main()
