"""Breadcrumbs: the pages over the one that is read, from the front page down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from articlekit.parsers.draft import RelatedLink
from articlekit.parsers.html.dom.inline_text import words_of as read_words
from articlekit.parsers.web.schema_org import node_types, plain_name, plain_text, property_values

LONGEST = 10
"""Links of a trail: what has more is a menu."""

Node = dict[str, Any]


def read_trail(nodes: Iterable[Node], elements: Iterable[LexborNode]) -> tuple[RelatedLink, ...]:
    """The first trail that tells something: of those in JSON-LD, else of the ``elements`` that are named as such."""
    for node in nodes:
        if crumbs := tuple(_described(node)):
            return crumbs
    return next((crumbs for element in elements if (crumbs := tuple(_shown(element)))), ())


def trails_of(node: Node) -> Iterator[Node]:
    """The trails that a node of JSON-LD is, or has."""
    for value in (node, *property_values(node, "breadcrumb")):
        if isinstance(value, dict) and "breadcrumblist" in node_types(value):
            yield value


def _described(trail: Node) -> Iterator[RelatedLink]:
    for crumb in property_values(trail, "itemListElement"):
        if not isinstance(crumb, dict):
            continue
        item = crumb.get("item")
        href = item.get("@id") or item.get("url") if isinstance(item, dict) else item
        if name := plain_text(crumb.get("name")) or plain_name(item if isinstance(item, dict) else None):
            yield RelatedLink(name, href if isinstance(href, str) else "", "related")


def _shown(element: LexborNode) -> Iterator[RelatedLink]:
    links = element.css("a[href]")
    for link in links if len(links) <= LONGEST else ():
        if name := read_words(link).words:
            yield RelatedLink(name, link.attributes.get("href") or "", "related")
