"""References between the parts of an article: objects in the models, ids in what is written."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve

from articlekit.models import Article, Claim, Quote

REFERENCES: Mapping[type, Mapping[str, str]] = {
    Quote: {"sources": "sources"},
    Claim: {"sources": "sources", "audience": "sources", "links": "links", "quotes": "quotes"},
}
"""For each class and each of its fields that refers: the field of the article where the objects stand."""

Item = TypeVar("Item", Quote, Claim)
Held = dict[str, dict[str, Any]]


def resolve(article: Article) -> tuple[Article, list[str]]:
    """``article``, read so far with ids in place of objects, with the objects; and a line for each id that is nobody's."""
    faults: list[str] = []
    held: Held = {"sources": _by_id(article.sources), "links": _by_id(article.links)}
    quotes = tuple(_resolve_item(q, f"quotes[{i}]", held, faults) for i, q in enumerate(article.quotes))
    held["quotes"] = _by_id(quotes)
    claims = tuple(_resolve_item(c, f"claims[{i}]", held, faults) for i, c in enumerate(article.claims))
    return evolve(article, quotes=quotes, claims=claims), faults


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


def _resolve_item(item: Item, path: str, held: Held, faults: list[str]) -> Item:
    found: dict[str, Any] = {
        field: tuple(_look_up(getattr(item, field), held[holder], f"{path}.{field}", faults))
        for field, holder in REFERENCES[type(item)].items()
        if getattr(item, field)
    }
    return evolve(item, **found) if found else item


def _look_up(ids: Iterable[str], known: dict[str, Any], path: str, faults: list[str]) -> Iterator[Any]:
    for i, name in enumerate(ids):
        if name in known:
            yield known[name]
        else:
            faults.append(f"{path}[{i}]: no {_singular(path)} has the id {reprlib.repr(name)}")


def _singular(path: str) -> str:
    field = path.rpartition(".")[2]
    return "source" if field == "audience" else field.removesuffix("s")
