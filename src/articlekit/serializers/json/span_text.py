"""The text at each span: the full form of the JSON has it, and the minimal form leaves it out.

All functions here work on plain data before it is validated. They skip whatever has the wrong shape; the converter reports it.
"""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any

from articlekit.models import Block, Claim, Cue, Link, Quote, Source, When

Data = dict[str, Any]

MODEL_TEXT: Mapping[type, tuple[str, str]] = {
    Link: ("span", "text"),
    Cue: ("spans", "text"),
    Quote: ("spans", "text"),
    Claim: ("spans", "text"),
    When: ("span", "raw"),
}
"""For each model that has the text at its spans: the names of the field of spans and of the field of text."""

FULL_FORM_TEXT: Mapping[type, tuple[str, str]] = {
    Block: ("span", "text"),
    Source: ("mentions", "mention_texts"),
    Quote: ("source_spans", "source_text"),
    Claim: ("source_spans", "source_text"),
}
"""The same for text that is not in the models: only the full form has it."""

ARTICLE_FIELDS: Mapping[str, type] = {
    "published": When,
    "modified": When,
    "blocks": Block,
    "links": Link,
    "times": When,
    "sources": Source,
    "quotes": Quote,
    "claims": Claim,
}
"""The fields of an article that hold objects with spans, and the model of these objects."""

ITEM_FIELDS: Mapping[str, type] = {"time": When, "when": When, "cue": Cue}
"""The fields of these objects that hold another object with spans, and its model."""


def copy_data(data: Data) -> Data:
    """Return a copy that the functions of this module can change without changing ``data``."""
    whole = _copy_fields(data, ARTICLE_FIELDS)
    for name in ARTICLE_FIELDS:
        items = whole.get(name)
        if isinstance(items, list):
            items[:] = [_copy_fields(item, ITEM_FIELDS) if isinstance(item, dict) else item for item in items]
    return whole


def drop_span_text(data: Data) -> None:
    """Remove the text that is in the models and can be read at the spans. :func:`add_missing_text` restores it."""
    for _, item, _, text_field in _items_with_spans(data, MODEL_TEXT):
        del item[text_field]


def add_missing_text(data: Data) -> None:
    """Add the text that the models need, where ``data`` has only spans."""
    for _, item, span_field, text_field in _items_with_spans(data, MODEL_TEXT):
        item.setdefault(text_field, _text_at(data, span_field, item[span_field]))


def add_span_text(data: Data) -> None:
    """Add the text that only the full form has."""
    for _, item, span_field, text_field in _items_with_spans(data, FULL_FORM_TEXT):
        item[text_field] = _text_at(data, span_field, item[span_field])


def pop_span_text(data: Data) -> list[str]:
    """Remove what :func:`add_span_text` added, and return a fault for each text that differs from its spans."""
    faults = []
    for path, item, span_field, text_field in _items_with_spans(data, FULL_FORM_TEXT):
        given, found = item.pop(text_field, None), _text_at(data, span_field, item[span_field])
        if given not in (None, found):
            expected = reprlib.repr(found)
            faults.append(
                f"{path}.{text_field}: must be the text at `{span_field}`, {expected}; got {reprlib.repr(given)}"
            )
    return faults


def _copy_fields(data: Data, names: Iterable[str]) -> Data:
    copies = {name: copy(data[name]) for name in names if isinstance(data.get(name), dict | list)}
    return data | copies


def _items_with_spans(data: Data, fields: Mapping[type, tuple[str, str]]) -> Iterator[tuple[str, Data, str, str]]:
    """Yield the path of each object with spans, the object, and the names of its fields of spans and of text."""
    for path, item, model in _items(data):
        span_field, text_field = fields.get(model, ("", ""))
        if item.get(span_field) is not None:
            yield path, item, span_field, text_field


def _items(data: Data) -> Iterator[tuple[str, Data, type]]:
    for path, item, model in _items_in(data, "", ARTICLE_FIELDS):
        yield path, item, model
        yield from _items_in(item, f"{path}.", ITEM_FIELDS)


def _items_in(holder: Data, prefix: str, models: Mapping[str, type]) -> Iterator[tuple[str, Data, type]]:
    for name, model in models.items():
        value = holder.get(name)
        rows = [(f"{name}[{i}]", row) for i, row in enumerate(value)] if isinstance(value, list) else [(name, value)]
        yield from ((prefix + path, row, model) for path, row in rows if isinstance(row, dict))


def _text_at(data: Data, span_field: str, spans: object) -> str | list[str]:
    """Return the text at a field's value: one span, several spans that make one text, or several mentions."""
    texts = [
        _slice(data, span) for span in ([spans] if span_field == "span" else spans if isinstance(spans, list) else [])
    ]
    return texts if span_field == "mentions" else " ".join(texts)


def _slice(data: Data, span: object) -> str:
    match span:
        case [int(start), int(end), *field]:
            string = data.get("title" if field else "text")
            return string[start:end] if isinstance(string, str) else ""
    return ""
