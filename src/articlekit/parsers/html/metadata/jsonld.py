"""JSON-LD: the blocks of a page, repaired where they are broken, and the node that is about the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from attrs import Factory, define

from articlekit.parsers.html.metadata.breadcrumbs import breadcrumb_lists
from articlekit.parsers.html.metadata.json_salvage import salvage_json
from articlekit.parsers.web.schema_org import node_types

Node = dict[str, Any]

ARTICLE_TYPES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle"
    " askpublicnewsarticle advertisercontentarticle satiricalarticle liveblogposting blogposting socialmediaposting"
    " discussionforumposting techarticle scholarlyarticle medicalscholarlyarticle report review hentry howto".split()
)
"""The schema.org types of articles, in lower case."""
PAGE_TYPES = frozenset(
    "webpage itempage aboutpage medicalwebpage faqpage qapage creativework videoobject podcastepisode"
    " collectionpage searchresultspage profilepage contactpage".split()
)
"""Types of a page. Its node describes the article if no article node does."""
WORK_TYPES = frozenset(("recipe", "creativework"))
"""Types of a work that a page may be about. It is the article if it has the page's headline and there is no article node."""
SITE_TYPES = frozenset(("website",))
"""The type of the site that the page is a part of."""
REFERENCE_PROPERTIES = (
    "author",
    "creator",
    "publisher",
    "image",
    "isPartOf",
    "thumbnail",
    "primaryImageOfPage",
    "contributor",
)
"""Properties whose values are looked up if they only name an ``@id``."""
MAX_BLOCKS = 200
"""Blocks of a page that are read."""

_COMMENT = re.compile(
    r"^\s{0,200}(?://[^\n]{0,500}|/\*[^*]{0,500}\*/|<!--|<!\[CDATA\[)|(?://\s{0,9}|/\*\s{0,9})?(?:\]\]>|-->)(?:\s{0,9}\*/)?\s*$"
)
_LINE_COMMENT = re.compile(r"(?<=[\s,{\[])//[^\n\"]{0,500}$", re.MULTILINE)
_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_DOUBLE_COMMA = re.compile(r",\s{0,200}(?=,)")
_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_UNREADABLE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u00(?:0[0-8bBceEfF]|1[0-9a-fA-F]|7[fF])"
)
"""Escapes of half a surrogate pair and of control characters."""
_STRING_EDGE = re.compile(r"[\s]{0,200}(?:[,}\]]|:|$)")


@define
class JsonLd:
    """What the JSON-LD of a page says."""

    node: Node = Factory(dict)
    """The node about the article, with its references looked up. Empty: there is none."""
    page: Node = Factory(dict)
    """The node about the page. Empty: there is none."""
    site_names: list[str] = Factory(list)
    """The names of the sites, in order."""
    breadcrumbs: list[Node] = Factory(list)
    """The breadcrumb lists, in order."""
    faults: list[str] = Factory(list)
    """One sentence for each block that could not be read as a whole: why."""


def read_jsonld(sources: Iterable[str], titles: tuple[str, ...] = (), urls: tuple[str, ...] = ()) -> JsonLd:
    """Return the nodes about the article and its page in the JSON-LD blocks ``sources``.

    If there are several article nodes, the one with one of the ``titles`` or one of the ``urls`` is chosen.
    """
    found = JsonLd()
    roots = [root for source in sources if (root := _load(source, found.faults)) is not None]
    nodes = list(_nodes(roots))
    if not nodes:
        return found
    index = _Index(roots)
    found.site_names = [
        name for node in nodes if is_type(node, SITE_TYPES) and isinstance(name := node.get("name"), str)
    ]
    found.breadcrumbs = [breadcrumbs for node in nodes for breadcrumbs in breadcrumb_lists(node)]
    articles = [node for node in nodes if is_type(node, ARTICLE_TYPES)] or _works(nodes, titles)
    pages = [node for node in nodes if is_type(node, PAGE_TYPES)]
    if articles:
        found.node = index.resolved(_best(articles, titles, urls))
    if pages:
        found.page = index.resolved(_best(pages, titles, urls))
    return found


def _works(nodes: list[Node], titles: tuple[str, ...]) -> list[Node]:
    """Return the works among ``nodes`` whose name is exactly one of the titles of the page."""
    comparable_titles = {_comparable(title) for title in titles}
    works = (node for node in nodes if is_type(node, WORK_TYPES))
    return [
        node for node in works if isinstance(name := node.get("name"), str) and _comparable(name) in comparable_titles
    ]


def is_type(node: Node, types: frozenset[str]) -> bool:
    """True if one of the node's types is among ``types``."""
    return not node_types(node).isdisjoint(types)


def _load(source: str, faults: list[str]) -> object:
    """Return a block as Python data: as a whole, or else what can be salvaged of it; None if that is nothing."""
    if "\\u" in source:
        source = _UNREADABLE.sub(r"\\ufffd", source)
    try:
        return json.loads(source, strict=False) if source.strip() else None
    except (ValueError, RecursionError) as error:
        first_error = error
    for repaired in _repaired(source):
        try:
            return json.loads(repaired, strict=False)
        except (ValueError, RecursionError):
            continue
    faults.append(f"a JSON-LD block cannot be read as a whole: {str(first_error)[:120]}")
    return salvage_json(source)


def _repaired(source: str) -> Iterator[str]:
    """Yield a block with more and more of the common faults repaired."""
    text = source.strip().lstrip("\ufeff")
    for _ in range(4):
        text = _COMMENT.sub("", text).strip()
    text = text.rstrip("; \n\t")
    yield text
    if '"' not in text and "&quot;" in text:
        text = unescape(text)
        yield text
    text = _DOUBLE_COMMA.sub("", _COMMA.sub("", _LINE_COMMENT.sub("", text)))
    yield text
    yield _first_value(text)
    text = _ESCAPE.sub(r"\\\\", text)
    yield text
    yield _with_escaped_quotes(text)


def _first_value(text: str) -> str:
    """Return the text up to the end of the first JSON value in it."""
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return text
    return text[:end]


def _with_escaped_quotes(text: str) -> str:
    """Return ``text`` with a backslash before each quotation mark that neither begins nor ends a string."""
    parts: list[str] = []
    is_inside, start = False, 0
    for quote in re.finditer(r'(?<!\\)"', text):
        position = quote.start()
        if is_inside and not _STRING_EDGE.match(text, position + 1):
            parts += [text[start:position], "\\"]
            start = position
        else:
            is_inside = not is_inside
    return "".join([*parts, text[start:]])


def _nodes(roots: Iterable[object]) -> Iterator[Node]:
    """Yield the nodes that may describe the page, in order: those of the blocks, of their graphs, and main entities."""
    waiting = list(roots)[::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value[::-1]
        elif isinstance(value, dict):
            yield value
            waiting += [
                value[key]
                for key in ("mainEntityOfPage", "mainEntity", "@graph")
                if isinstance(value.get(key), dict | list)
            ]


class _Index:
    """The nodes of all blocks by their ``@id``."""

    def __init__(self, roots: list[object]) -> None:
        self._roots = roots
        self._by_id: dict[str, Node] | None = None

    def resolved(self, node: Node) -> Node:
        """Return ``node`` with the nodes that it refers to put in."""
        return {key: self._value(value) if key in REFERENCE_PROPERTIES else value for key, value in node.items()}

    def _value(self, value: object) -> object:
        if isinstance(value, list):
            return [self._value_of_item(item) for item in value]
        return self._value_of_item(value)

    def _value_of_item(self, value: object) -> object:
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self._find(value["@id"]) or value
        return value

    def _find(self, node_id: str) -> Node | None:
        if self._by_id is None:
            self._by_id = dict(_identified(self._roots))
        return self._by_id.get(node_id)


def _identified(roots: list[object]) -> Iterator[tuple[str, Node]]:
    """Return every node that has an ``@id`` and more, the fullest last."""
    found: list[tuple[str, Node]] = []
    waiting = list(roots)
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            if isinstance(value.get("@id"), str) and len(value) > 1:
                found.append((value["@id"], value))
            waiting += [item for item in value.values() if isinstance(item, dict | list)]
    return iter(sorted(found, key=lambda item: len(item[1])))


def _best(nodes: list[Node], titles: tuple[str, ...], urls: tuple[str, ...]) -> Node:
    """Return the node that fits the page best; of two that fit alike the fuller one, else the first."""
    if len(nodes) == 1:
        return nodes[0]
    return max(nodes, key=lambda node: _fit(node, titles, urls))


def _fit(node: Node, titles: tuple[str, ...], urls: tuple[str, ...]) -> tuple[int, int]:
    """Return how well a node fits the title and address of the page, and how many of the main properties it has."""
    names = (node.get("headline"), node.get("name"))
    stated = (node.get("url"), node.get("mainEntityOfPage"), node.get("@id"))
    node_urls = [value.get("@id") if isinstance(value, dict) else value for value in stated]
    fits_title = any(_is_same(name, title) for name in names for title in titles)
    fits_url = any(isinstance(url, str) and url.partition("#")[0].rstrip("/") in urls for url in node_urls)
    fullness = sum(key in node for key in ("headline", "author", "datePublished"))
    return 2 * fits_title + fits_url, fullness


def _comparable(name: str) -> str:
    return unescape(" ".join(name.split())).casefold()


def _is_same(name: object, title: str) -> bool:
    """True if one of the two contains the other."""
    if not isinstance(name, str):
        return False
    name, title = _comparable(name), title.casefold()
    return bool(name) and (name in title or title in name)
