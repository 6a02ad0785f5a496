"""Breadcrumbs: the links from the front page down to the page itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from articlekit.parsers.draft import RelatedLink
from articlekit.parsers.html.dom.inline_text import read_node
from articlekit.parsers.web.schema_org import node_types, plain_name, plain_text, property_values

MAX_BREADCRUMBS = 10
"""Links of a breadcrumb list. A longer list is a menu."""

Node = dict[str, Any]


def read_breadcrumbs(nodes: Iterable[Node], elements: Iterable[LexborNode]) -> tuple[RelatedLink, ...]:
    """Return the first breadcrumb list with a name in it: of the JSON-LD ``nodes``, else of the ``elements`` named so."""
    for node in nodes:
        if crumbs := tuple(_in_jsonld(node)):
            return crumbs
    return next((crumbs for element in elements if (crumbs := tuple(_in_element(element)))), ())


def breadcrumb_lists(node: Node) -> Iterator[Node]:
    """Yield the breadcrumb lists that a JSON-LD node is or has."""
    for value in (node, *property_values(node, "breadcrumb")):
        if isinstance(value, dict) and "breadcrumblist" in node_types(value):
            yield value


def _in_jsonld(breadcrumbs: Node) -> Iterator[RelatedLink]:
    """Yield the links of a breadcrumb list in JSON-LD."""
    for crumb in property_values(breadcrumbs, "itemListElement"):
        if not isinstance(crumb, dict):
            continue
        item = crumb.get("item")
        href = item.get("@id") or item.get("url") if isinstance(item, dict) else item
        if name := plain_text(crumb.get("name")) or plain_name(item if isinstance(item, dict) else None):
            yield RelatedLink(name, href if isinstance(href, str) else "", "related")


def _in_element(element: LexborNode) -> Iterator[RelatedLink]:
    """Yield the links in an element named after breadcrumbs."""
    links = element.css("a[href]")
    for link in links if len(links) <= MAX_BREADCRUMBS else ():
        if name := read_node(link).words:
            yield RelatedLink(name, link.attributes.get("href") or "", "related")
