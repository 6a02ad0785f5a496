"""The JSON Schemas (draft 2020-12) of what :func:`articlekit.dumps` writes, minimal and full, made from the models.

The committed ``article.schema.json`` and ``article-full.schema.json`` are this module's output; after a change to a model, refresh
them with ``python -m articlekit.serializers.schema``.
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
from articlekit.serializers.references import REFERENCES
from articlekit.serializers.versions import SCHEMA
from articlekit.serializers.words import ADDED, REPEATED

Schema = dict[str, Any]

COMMITTED = {
    False: Path(__file__).with_name("article.schema.json"),
    True: Path(__file__).with_name("article-full.schema.json"),
}
"""The files that the package carries, the minimal form's and the full one's."""

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
    """The schema of one of the two forms, with the models' own docstrings as descriptions."""
    definitions: dict[str, Schema] = {}
    article = _object(Article, definitions)
    article["properties"] = {"schema": {"const": SCHEMA}, **article["properties"]}
    article["required"] = ["schema", *article["required"]]
    for model in {**REPEATED, **ADDED}:
        (_add_words if full else _drop_words)(definitions[model.__name__], model)
    name = f"urn:{SCHEMA.replace('/', ':')}{':full' if full else ''}"
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, "title": "Article"}
    return {**head, **article, "$defs": dict(sorted(definitions.items()))}


def main() -> None:
    """Write the schemas over the committed files."""
    for full, path in COMMITTED.items():
        path.write_text(format_schema(full=full), encoding="utf-8")


def format_schema(*, full: bool = False) -> str:
    """A schema as its committed file has it."""
    return json.dumps(json_schema(full=full), ensure_ascii=False, indent=2) + "\n"


def _drop_words(definition: Schema, model: type) -> None:
    """The minimal form has no words beside spans, and a link or date without a span has its own."""
    spans, words = REPEATED.get(model, ("", ""))
    if spans == "spans":
        del definition["properties"][words]
    if spans:
        definition["required"].remove(words)
    if spans == "span":
        definition["anyOf"] = [{"required": [spans]}, {"required": [words]}]


def _add_words(definition: Schema, model: type) -> None:
    """The full form has words beside every span."""
    if model in ADDED:
        spans, words = ADDED[model]
        text: Schema = {"type": "string"}
        kind = {"type": "array", "items": text} if spans == "mentions" else text
        definition["properties"][words] = {"description": f"The words at `{spans}`.", **kind}
        if spans in definition["required"]:
            definition["required"].append(words)


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
