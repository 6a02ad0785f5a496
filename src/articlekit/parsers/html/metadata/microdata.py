"""Microdata: the items that a page marks in its own elements, read into nodes like those of JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from selectolax.lexbor import LexborNode

from articlekit.parsers.html.dom.inline_text import read_node
from articlekit.parsers.html.metadata.jsonld import ARTICLE_TYPES, PAGE_TYPES, Node, is_type

PROPERTIES = {
    name.lower(): name
    for name in (
        "headline", "name", "author", "creator", "datePublished", "dateCreated", "dateModified", "url", "publisher",
        "description", "articleSection", "keywords", "isAccessibleForFree", "inLanguage", "mainEntityOfPage",
    )
}  # fmt: skip
"""The properties that are read, by their names in lower case."""
MAX_ELEMENTS = 300
"""Marked elements of a page that are read."""
MAX_ITEM_STEPS = 40
"""Ancestors of a marked element among which its item is looked for."""


def read_microdata(elements: Iterable[LexborNode]) -> Node:
    """Return the item about the article, read from those elements of a page that have an ``itemprop``, in page order.

    Properties outside any item count as the article's if no item describes one. Empty if nothing is marked.
    """
    items: dict[int | None, Node] = {}
    for count, element in enumerate(elements):
        if count == MAX_ELEMENTS:
            break
        _read(element, items)
    articles = [item for item in items.values() if is_type(item, ARTICLE_TYPES)]
    candidates = articles or [item for item in items.values() if is_type(item, PAGE_TYPES)]
    if not candidates:
        return items.get(None, {})
    return max(candidates, key=lambda item: sum(key in item for key in ("headline", "author", "datePublished")))


def _read(element: LexborNode, items: dict[int | None, Node]) -> None:
    """Add the value of a marked element to its item."""
    attributes = element.attributes
    names = [PROPERTIES[name] for name in (attributes.get("itemprop") or "").lower().split()[:5] if name in PROPERTIES]
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
    """Return the item that the element, or its nearest ancestor that does, begins; the item without a scope if there is none."""
    for _ in range(MAX_ITEM_STEPS):
        if element is None:
            break
        if "itemscope" in element.attributes:
            kind = element.attributes.get("itemtype") or ""
            return items.setdefault(element.mem_id, {"@type": kind.split()[:1]})
        element = element.parent
    return items.setdefault(None, {})


def _value(element: LexborNode, attributes: dict[str, str | None]) -> str | None:
    """Return the value of an element: its machine-readable attribute, else its text."""
    value = attributes.get("content") or attributes.get("datetime")
    if value is None and element.tag in ("a", "link") and attributes.get("itemprop") in ("url", "mainEntityOfPage"):
        value = attributes.get("href")
    return value or read_node(element).text or None
