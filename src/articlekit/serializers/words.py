"""The words beside the spans: what a full dump repeats, and a minimal one leaves out.

Every function works on plain data, before it is an article, and passes over what has not the shape of one: the faults of
shape are told by those who read it.
"""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any

from articlekit.models import Block, Claim, Cue, Link, Quote, Source, When

Data = dict[str, Any]

REPEATED: Mapping[type, tuple[str, str]] = {
    Link: ("span", "text"),
    Cue: ("spans", "text"),
    Quote: ("spans", "text"),
    Claim: ("spans", "text"),
    When: ("span", "raw"),
}
"""For each class whose objects hold the words at their spans: the field of the spans and that of the words."""

ADDED: Mapping[type, tuple[str, str]] = {
    Block: ("span", "text"),
    Source: ("mentions", "mention_texts"),
    Quote: ("source_spans", "source_text"),
    Claim: ("source_spans", "source_text"),
}
"""The same for words that no object holds: only a full dump has them, under these names."""

HOLDERS: Mapping[str, type] = {
    "published": When,
    "modified": When,
    "blocks": Block,
    "links": Link,
    "times": When,
    "sources": Source,
    "quotes": Quote,
    "claims": Claim,
}
"""What stands in the article's fields that hold objects with spans."""

PARTS: Mapping[str, type] = {"time": When, "when": When, "cue": Cue}
"""What stands in the fields of those objects that hold one with spans in turn."""


def copied(data: Data) -> Data:
    """A copy in which the functions of this module change nothing of ``data``."""
    whole = _copied_in(data, HOLDERS)
    for name in HOLDERS:
        held = whole.get(name)
        if isinstance(held, list):
            held[:] = [_copied_in(row, PARTS) if isinstance(row, dict) else row for row in held]
    return whole


def drop_words(data: Data) -> None:
    """Take out the words that objects hold and that stand at their spans: :func:`fill_words` puts them back."""
    for _, item, _, words in _places(data, REPEATED):
        del item[words]


def fill_words(data: Data) -> None:
    """Put the words that objects hold where they are missing beside their spans."""
    for _, item, spans, words in _places(data, REPEATED):
        item.setdefault(words, _words_at(data, spans, item[spans]))


def add_words(data: Data) -> None:
    """Put the words beside those spans whose objects hold none."""
    for _, item, spans, words in _places(data, ADDED):
        item[words] = _words_at(data, spans, item[spans])


def take_added(data: Data) -> list[str]:
    """Take out what :func:`add_words` put in, and give a line for each that is not what stands at the spans."""
    faults = []
    for path, item, spans, words in _places(data, ADDED):
        told, found = item.pop(words, None), _words_at(data, spans, item[spans])
        if told not in (None, found):
            faults.append(f"{path}.{words}: {reprlib.repr(told)} is not what stands there: {reprlib.repr(found)}")
    return faults


def _copied_in(data: Data, names: Iterable[str]) -> Data:
    copies = {name: copy(data[name]) for name in names if isinstance(data.get(name), dict | list)}
    return data | copies


def _places(data: Data, names: Mapping[type, tuple[str, str]]) -> Iterator[tuple[str, Data, str, str]]:
    """For each object with spans its path, itself, and the names of the fields of its spans and of its words."""
    for path, item, kind in _items(data):
        spans, words = names.get(kind, ("", ""))
        if item.get(spans) is not None:
            yield path, item, spans, words


def _items(data: Data) -> Iterator[tuple[str, Data, type]]:
    for path, item, kind in _held(data, "", HOLDERS):
        yield path, item, kind
        yield from _held(item, f"{path}.", PARTS)


def _held(holder: Data, before: str, kinds: Mapping[str, type]) -> Iterator[tuple[str, Data, type]]:
    for name, kind in kinds.items():
        held = holder.get(name)
        rows = [(f"{name}[{i}]", row) for i, row in enumerate(held)] if isinstance(held, list) else [(name, held)]
        yield from ((before + place, row, kind) for place, row in rows if isinstance(row, dict))


def _words_at(data: Data, name: str, spans: object) -> str | list[str]:
    """The words at what the field ``name`` holds: one span, several that make one text, or several mentions."""
    words = [_cut(data, span) for span in ([spans] if name == "span" else spans if isinstance(spans, list) else [])]
    return words if name == "mentions" else " ".join(words)


def _cut(data: Data, span: object) -> str:
    match span:
        case [int(start), int(end), *field]:
            string = data.get("title" if field else "text")
            return string[start:end] if isinstance(string, str) else ""
    return ""
