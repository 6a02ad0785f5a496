"""The cattrs converter: how each model is written in JSON, and read with the path to each fault."""

from __future__ import annotations

import datetime as dt
import reprlib
from collections.abc import Callable, Mapping
from typing import Any, Literal, NewType, get_args, get_origin

import attrs
from cattrs import Converter, transform_error
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from articlekit.models import Article, Evidence, Span, SpanField
from articlekit.serializers.references import REFERENCES

Hook = Callable[[Any, Any], Any]

Candidate = NewType("Candidate", Evidence)
"""Evidence that lost. It has no ``rejected`` of its own, so that nothing in an article nests without end."""

JSON_NAMES: Mapping[type, str] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    type(None): "null",
}

SPAN_FORM = '[start, end] or [start, end, "title"]'


def structure_article(fields: dict[str, Any]) -> tuple[Article | None, list[str]]:
    """The article, with ids where it refers to its own parts, or None and a line for each field of the wrong shape."""
    try:
        return CONVERTER.structure(fields, Article), []
    except BaseValidationError as error:
        lines = transform_error(error, path="", format_exception=_describe)
        return None, [_path_first(line) for line in lines]


def make_converter() -> Converter:
    """A converter with a hook for every type that a model's field has."""
    converter = Converter(forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list})
    _add_scalars(converter)
    converter.register_structure_hook(Span, _read_span)
    converter.register_unstructure_hook(Span, _write_span)
    converter.register_structure_hook_factory(_is_literal, _literal_reader)
    converter.register_structure_hook_factory(_is_tuple, _array_reader)
    converter.register_structure_hook_factory(_is_object, _object_reader)
    converter.register_unstructure_hook_factory(_is_object, _object_writer)
    omitted = make_dict_structure_fn(Evidence, converter, rejected=override(omit=True))
    converter.register_structure_hook(Candidate, _dict_only(omitted))
    # cattrs makes the hooks when a class is first met; met here, they are made once, whatever threads follow.
    converter.get_structure_hook(Article)
    converter.get_unstructure_hook(Article)
    return converter


def _add_scalars(converter: Converter) -> None:
    converter.register_structure_hook(str, _read_str)
    converter.register_structure_hook(int, _read_int)
    converter.register_structure_hook(float, _read_float)
    converter.register_structure_hook(bool, _read_bool)
    converter.register_structure_hook(dt.date, _read_date)
    converter.register_structure_hook(dt.datetime, _read_date)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_unstructure_hook(float, float)


def _wrong_type(expected: str, value: object) -> TypeError:
    return TypeError(f"must be {expected}, not {JSON_NAMES.get(type(value), type(value).__name__)}")


def _read_str(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise _wrong_type("a string", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise ValueError(f"holds half a surrogate pair at {error.start}") from None
    return value


def _read_int(value: object, _: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong_type("an integer", value)
    return value


def _read_float(value: object, _: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _wrong_type("a number", value)
    return float(value)


def _read_bool(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong_type("a boolean", value)
    return value


def _read_date(value: object, kind: type[dt.date]) -> dt.date:
    text = _read_str(value, None)
    form = "YYYY-MM-DDThh:mm:ss and an offset if there is one" if kind is dt.datetime else "YYYY-MM-DD"
    try:
        date = kind.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{reprlib.repr(text)} is not {form}") from None
    if date.isoformat() != text:  # Python reads many more forms than it writes
        raise ValueError(f"{reprlib.repr(text)} is not {form}")
    return date


def _read_span(value: object, _: object) -> Span:
    if not isinstance(value, list):
        raise _wrong_type(SPAN_FORM, value)
    match value:
        case [start, end]:
            field: SpanField = "text"
        case [start, end, "title"]:
            field = "title"
        case _:
            raise ValueError(f"must be {SPAN_FORM}, not {reprlib.repr(value)}")
    if type(start) is not int or type(end) is not int:
        raise _wrong_type("an integer", end if type(start) is int else start)
    return Span(start, end, field)


def _write_span(span: Span) -> list[Any]:
    return [span.start, span.end] if span.field == "text" else [span.start, span.end, span.field]


def _is_literal(kind: object) -> bool:
    return get_origin(kind) is Literal


def _literal_reader(kind: object) -> Hook:
    values = get_args(kind)

    def read(value: object, _: object) -> object:
        if value not in values:
            raise ValueError(f"{reprlib.repr(value)} is not one of {', '.join(values)}")
        return value

    return read


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _array_reader(kind: type, converter: Converter) -> Hook:
    structure = homogenous_tuple_structure_factory(kind, converter)

    def read(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise _wrong_type("an array", value)
        return structure(value, kind)

    return read


def _is_object(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind is not Span


def _object_reader(kind: type, converter: Converter) -> Hook:
    fields = {
        name: override(struct_hook=converter.get_structure_hook(tuple[str, ...])) for name in REFERENCES.get(kind, ())
    }
    if kind is Evidence:
        fields["rejected"] = override(struct_hook=converter.get_structure_hook(tuple[Candidate, ...]))
    return _dict_only(make_dict_structure_fn(kind, converter, **fields))  # type: ignore[arg-type]


def _dict_only(structure: Callable[..., Any]) -> Hook:
    def read(value: object, kind: object) -> object:
        if not isinstance(value, dict):
            raise _wrong_type("an object", value)
        return structure(value, kind)

    return read


def _object_writer(kind: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    fields = {name: override(unstruct_hook=_ids) for name in REFERENCES.get(kind, ())}
    return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **fields)  # type: ignore[arg-type]


def _ids(items: tuple[Any, ...]) -> list[str]:
    return [item.id for item in items]


def _describe(error: BaseException, _: object) -> str:
    if isinstance(error, KeyError):
        return "missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown field {', '.join(sorted(reprlib.repr(name) for name in error.extra_fields))}"
    return str(error)


def _path_first(line: str) -> str:
    message, _, path = line.rpartition(" @ ")
    return f"{path.removeprefix('.')}: {message}" if path else message


CONVERTER = make_converter()
