"""The JSON Schema (draft 2020-12) of what :func:`articlekit.dumps` writes, made from the models.

The committed ``article.schema.json`` is this module's output; after a change to a model, refresh it with
``python -m articlekit.serializers.schema``.
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
from articlekit.serializers.json import SCHEMA
from articlekit.serializers.references import REFERENCES

Schema = dict[str, Any]

COMMITTED = Path(__file__).with_name("article.schema.json")
"""The file that the package carries."""

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


def json_schema() -> Schema:
    """The schema, with the models' own docstrings as descriptions."""
    definitions: dict[str, Schema] = {}
    article = _object(Article, definitions)
    article["properties"] = {"schema": {"const": SCHEMA}, **article["properties"]}
    article["required"] = ["schema", *article["required"]]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{SCHEMA.replace('/', ':')}"}
    return {**head, "title": "Article", **article, "$defs": dict(sorted(definitions.items()))}


def main() -> None:
    """Write the schema over the committed file."""
    COMMITTED.write_text(format_schema(), encoding="utf-8")


def format_schema() -> str:
    """The schema as the committed file has it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _object(model: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(model)
    notes = _field_notes(model)
    references = REFERENCES.get(model, {})
    properties = {}
    for field in attrs.fields(model):
        kind = tuple[str, ...] if field.name in references else hints[field.name]
        refers = f" Ids in `{references[field.name]}`." if field.name in references else ""
        properties[field.name] = {"description": notes[field.name] + refers, **_value(kind, definitions)}
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
    kept = {name: value for name, value in evidence.items() if name != "rejected"}
    return {
        "description": "A candidate for a field that lost.",
        "type": "object",
        "properties": kept,
        "required": list(kept),
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
        definitions[name] = {}  # a model that holds its own kind is described once
        if model is Span:
            definitions[name] = {"description": _span_note(), **SPAN}
        else:
            definitions[name] = _object(model, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _span_note() -> str:
    return (
        _plain((Span.__doc__ or "").partition("\n\n")[0])
        + ' `[start, end]` in the text, `[start, end, "title"]` in the title.'
    )


def _field_notes(model: type) -> dict[str, str]:
    """The docstring under each field, read from the source: Python does not keep it."""
    tree = ast.parse(inspect.getsource(model))
    notes = {}
    for pair in pairwise(next(node.body for node in tree.body if isinstance(node, ast.ClassDef))):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                notes[name] = _plain(words)
    return notes


def _plain(docstring: str) -> str:
    return re.sub(r":\w{1,9}:`~?([^`]{1,80})`", r"`\1`", " ".join(docstring.split()).replace("``", "`"))


if __name__ == "__main__":
    main()
