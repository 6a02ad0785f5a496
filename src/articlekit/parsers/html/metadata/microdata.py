"""Microdata: the items that a page marks in its own elements, read into nodes like those of JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from selectolax.lexbor import LexborNode

from articlekit.parsers.html.dom.inline_text import words_of
from articlekit.parsers.html.metadata.jsonld import ARTICLES, PAGES, Node, is_type

WANTED = {
    name.lower(): name
    for name in (
        "headline", "name", "author", "creator", "datePublished", "dateCreated", "dateModified", "url", "publisher",
        "description", "articleSection", "keywords", "isAccessibleForFree", "inLanguage", "mainEntityOfPage",
    )
}  # fmt: skip
"""The properties that are read, by their names in lower case."""
MOST = 300
"""Marked elements of one page that are read."""
DEEPEST = 40
"""How many elements around a marked one are looked at for its item."""


def read_items(elements: Iterable[LexborNode]) -> Node:
    """The item about the article among ``elements``, those of a page with an ``itemprop``, in page order.

    A property that stands in no item counts as the article's where no item describes one. Empty: nothing is marked.
    """
    items: dict[int | None, Node] = {}
    for number, element in enumerate(elements):
        if number == MOST:
            break
        _read(element, items)
    found = [item for item in items.values() if is_type(item, ARTICLES)] or [
        item for item in items.values() if is_type(item, PAGES)
    ]
    if not found:
        return items.get(None, {})
    return max(found, key=lambda item: sum(key in item for key in ("headline", "author", "datePublished")))


def _read(element: LexborNode, items: dict[int | None, Node]) -> None:
    attributes = element.attributes
    names = [WANTED[name] for name in (attributes.get("itemprop") or "").lower().split()[:5] if name in WANTED]
    if not names:
        return
    item = _item(element.parent, items)
    value: Any = _item(element, items) if "itemscope" in attributes else _value(element, attributes)
    if value is item or value is None:
        return
    for name in names:
        if name not in item:
            item[name] = value
        elif name in ("author", "creator"):
            before = item[name]
            item[name] = [*before, value] if isinstance(before, list) else [before, value]


def _item(element: LexborNode | None, items: dict[int | None, Node]) -> Node:
    """The item of the nearest element around that begins one."""
    for _ in range(DEEPEST):
        if element is None:
            break
        if "itemscope" in element.attributes:
            kind = element.attributes.get("itemtype") or ""
            return items.setdefault(element.mem_id, {"@type": kind.split()[:1]})
        element = element.parent
    return items.setdefault(None, {})


def _value(element: LexborNode, attributes: dict[str, str | None]) -> str | None:
    """What the element says: its machine-readable attribute, else its words."""
    told = attributes.get("content") or attributes.get("datetime")
    if told is None and element.tag in ("a", "link") and attributes.get("itemprop") in ("url", "mainEntityOfPage"):
        told = attributes.get("href")
    return told or words_of(element).text or None
