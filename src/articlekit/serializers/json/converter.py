"""The cattrs converter: models to plain data and back, with the path to each fault.

A model refers to sources, links and quotes by object, JSON by id. :func:`structure_article` gives an article that still has ids;
:func:`resolve_references` replaces them by the objects.
"""

from __future__ import annotations

import datetime as dt
import reprlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NewType, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter, transform_error
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from articlekit.models import Article, Claim, Evidence, Quote, Span, SpanField

Hook = Callable[[Any, Any], Any]
Item = TypeVar("Item", Quote, Claim)
Objects = dict[str, dict[str, Any]]
"""For each field of an article that holds objects with ids: the objects by id."""

REFERENCES: Mapping[type, Mapping[str, str]] = {
    Quote: {"sources": "sources"},
    Claim: {"sources": "sources", "audience": "sources", "links": "links", "quotes": "quotes"},
}
"""For each model and each of its fields that refers to other objects: the field of the article that holds these."""

Candidate = NewType("Candidate", Evidence)
"""Evidence that was rejected. It has no ``rejected`` itself, so evidence cannot nest without limit."""

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
    """Return the article, with ids instead of the objects that it refers to; or None and a fault for each wrong field or type."""
    try:
        return CONVERTER.structure(fields, Article), []
    except BaseValidationError as error:
        lines = transform_error(error, path="", format_exception=_message)
        return None, [_path_first(line) for line in lines]


def resolve_references(article: Article) -> tuple[Article, list[str]]:
    """Return ``article`` with objects instead of ids, and a fault for each id that no object has."""
    faults: list[str] = []
    objects: Objects = {"sources": _by_id(article.sources), "links": _by_id(article.links)}
    quotes = tuple(_resolve_item(q, f"quotes[{i}]", objects, faults) for i, q in enumerate(article.quotes))
    objects["quotes"] = _by_id(quotes)
    claims = tuple(_resolve_item(c, f"claims[{i}]", objects, faults) for i, c in enumerate(article.claims))
    return attrs.evolve(article, quotes=quotes, claims=claims), faults


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


def _resolve_item(item: Item, path: str, objects: Objects, faults: list[str]) -> Item:
    resolved: dict[str, Any] = {
        field: tuple(_look_up(getattr(item, field), objects[holder], f"{path}.{field}", faults))
        for field, holder in REFERENCES[type(item)].items()
        if getattr(item, field)
    }
    return attrs.evolve(item, **resolved) if resolved else item


def _look_up(ids: Iterable[str], known: dict[str, Any], path: str, faults: list[str]) -> Iterator[Any]:
    for i, name in enumerate(ids):
        if name in known:
            yield known[name]
        else:
            faults.append(f"{path}[{i}]: no {_singular(path)} has the id {reprlib.repr(name)}")


def _singular(path: str) -> str:
    field = path.rpartition(".")[2]
    return "source" if field == "audience" else field.removesuffix("s")


def make_converter() -> Converter:
    """Return a converter with a hook for every type of a model's field."""
    converter = Converter(forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list})
    _add_scalars(converter)
    converter.register_structure_hook(Span, _read_span)
    converter.register_unstructure_hook(Span, _write_span)
    converter.register_structure_hook_factory(_is_literal, _literal_reader)
    converter.register_structure_hook_factory(_is_tuple, _array_reader)
    converter.register_structure_hook_factory(_is_object, _object_reader)
    converter.register_unstructure_hook_factory(_is_object, _object_writer)
    without_rejected = make_dict_structure_fn(Evidence, converter, rejected=override(omit=True))
    converter.register_structure_hook(Candidate, _dict_only(without_rejected))
    # cattrs makes hooks on first use. Making them here keeps threads from making them at the same time.
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
            raise ValueError(f"has an unpaired surrogate at index {error.start}") from None
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
    form = "YYYY-MM-DDThh:mm:ss with an optional offset" if kind is dt.datetime else "YYYY-MM-DD"
    fault = f"must be {form}; got {reprlib.repr(text)}"
    try:
        date = kind.fromisoformat(text)
    except ValueError:
        raise ValueError(fault) from None
    if date.isoformat() != text:  # fromisoformat accepts other ISO 8601 forms too
        raise ValueError(fault)
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
            raise ValueError(f"must be {SPAN_FORM}; got {reprlib.repr(value)}")
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
            raise ValueError(f"must be one of {', '.join(values)}; got {reprlib.repr(value)}")
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


def _message(error: BaseException, _: object) -> str:
    if isinstance(error, KeyError):
        return "missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown field {', '.join(sorted(reprlib.repr(name) for name in error.extra_fields))}"
    return str(error)


def _path_first(line: str) -> str:
    message, _, path = line.rpartition(" @ ")
    return f"{path.removeprefix('.')}: {message}" if path else message


CONVERTER = make_converter()
