"""JSON-LD: the blocks of a page read, mended where they are broken, and the node that is about the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from attrs import Factory, define

from articlekit.parsers.html.metadata.breadcrumbs import trails_of
from articlekit.parsers.html.metadata.json_salvage import read_fragments
from articlekit.parsers.web.schema_org import node_types

Node = dict[str, Any]

ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle"
    " askpublicnewsarticle advertisercontentarticle satiricalarticle liveblogposting blogposting socialmediaposting"
    " discussionforumposting techarticle scholarlyarticle medicalscholarlyarticle report review hentry howto".split()
)
"""The types of schema.org that an article can have, in lower case."""
PAGES = frozenset(
    "webpage itempage aboutpage medicalwebpage faqpage qapage creativework videoobject podcastepisode"
    " collectionpage searchresultspage profilepage contactpage".split()
)
"""Types of a page that say something about the article on it where no article is described."""
WORKS = frozenset(("recipe", "creativework"))
"""Types of a work that a page may be all about: it is the article where it has the page's headline and no article is described."""
SITES = frozenset(("website",))
"""The type of what all pages of a site are part of."""
REFERENCES = ("author", "creator", "publisher", "image", "isPartOf", "thumbnail", "primaryImageOfPage", "contributor")
"""Properties whose values are looked up where they only name an ``@id``."""
BLOCKS = 200
"""Blocks of one page that are read."""

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
class Structured:
    """What the JSON-LD of a page says."""

    node: Node = Factory(dict)
    """The node about the article, its references looked up. Empty: there is none."""
    page: Node = Factory(dict)
    """The node about the page around it. Empty: there is none."""
    sites: list[str] = Factory(list)
    """What the page's web sites are called, in order."""
    trails: list[Node] = Factory(list)
    """The trails of breadcrumbs, in order."""
    broken: list[str] = Factory(list)
    """Why a block could not be read as a whole, one sentence for each."""


def read_blocks(sources: Iterable[str], titles: tuple[str, ...] = (), addresses: tuple[str, ...] = ()) -> Structured:
    """The nodes about the article and its page among the JSON-LD in ``sources``.

    Where several articles are described, the one whose headline is among ``titles`` or whose address is among
    ``addresses`` is meant.
    """
    found = Structured()
    roots = [root for source in sources if (root := _load(source, found.broken)) is not None]
    nodes = list(_nodes(roots))
    if not nodes:
        return found
    index = _Index(roots)
    found.sites = [name for node in nodes if is_type(node, SITES) and isinstance(name := node.get("name"), str)]
    found.trails = [trail for node in nodes for trail in trails_of(node)]
    articles = [node for node in nodes if is_type(node, ARTICLES)] or _works(nodes, titles)
    pages = [node for node in nodes if is_type(node, PAGES)]
    if articles:
        found.node = index.resolved(_best(articles, titles, addresses))
    if pages:
        found.page = index.resolved(_best(pages, titles, addresses))
    return found


def _works(nodes: list[Node], titles: tuple[str, ...]) -> list[Node]:
    """The works among ``nodes`` that are called exactly what the page is called."""
    called = {_bare(title) for title in titles}
    works = (node for node in nodes if is_type(node, WORKS))
    return [node for node in works if isinstance(name := node.get("name"), str) and _bare(name) in called]


def is_type(node: Node, types: frozenset[str]) -> bool:
    """Whether one of the node's types is among ``types``."""
    return not node_types(node).isdisjoint(types)


def _load(source: str, broken: list[str]) -> object:
    """The block as Python data, or what is whole in it; None where that is nothing."""
    if "\\u" in source:
        source = _UNREADABLE.sub(r"\\ufffd", source)
    try:
        return json.loads(source, strict=False) if source.strip() else None
    except (ValueError, RecursionError) as error:
        first = error
    for mended in _mended(source):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    broken.append(f"a JSON-LD block cannot be read as a whole: {str(first)[:120]}")
    return read_fragments(source)


def _mended(source: str) -> Iterator[str]:
    """The block with ever more of its common faults mended."""
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
    yield _quoted(text)


def _first_value(text: str) -> str:
    """The text up to the end of the first JSON value, where something else stands behind it."""
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return text
    return text[:end]


def _quoted(text: str) -> str:
    """``text`` with a backslash before each quotation mark that neither begins nor ends a string."""
    parts: list[str] = []
    inside, start = False, 0
    for mark in re.finditer(r'(?<!\\)"', text):
        place = mark.start()
        if inside and not _STRING_EDGE.match(text, place + 1):
            parts += [text[start:place], "\\"]
            start = place
        else:
            inside = not inside
    return "".join([*parts, text[start:]])


def _nodes(roots: Iterable[object]) -> Iterator[Node]:
    """The nodes that describe the page, in order: those of the blocks, of their graphs and what a page is mainly about."""
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
        """``node`` with the nodes that it refers to in their places."""
        return {key: self._value(value) if key in REFERENCES else value for key, value in node.items()}

    def _value(self, value: object) -> object:
        if isinstance(value, list):
            return [self._value_of_item(item) for item in value]
        return self._value_of_item(value)

    def _value_of_item(self, value: object) -> object:
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self._find(value["@id"]) or value
        return value

    def _find(self, name: str) -> Node | None:
        if self._by_id is None:
            self._by_id = dict(_identified(self._roots))
        return self._by_id.get(name)


def _identified(roots: list[object]) -> Iterator[tuple[str, Node]]:
    """Every node with an ``@id`` that says more than that, the fullest last."""
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


def _best(nodes: list[Node], titles: tuple[str, ...], addresses: tuple[str, ...]) -> Node:
    """The node that fits the page best; the first of equals, and the fuller of two that fit."""
    if len(nodes) == 1:
        return nodes[0]
    return max(nodes, key=lambda node: _fit(node, titles, addresses))


def _fit(node: Node, titles: tuple[str, ...], addresses: tuple[str, ...]) -> tuple[int, int]:
    named = (node.get("headline"), node.get("name"))
    placed = (node.get("url"), node.get("mainEntityOfPage"), node.get("@id"))
    places = [place.get("@id") if isinstance(place, dict) else place for place in placed]
    fits = any(_same(name, title) for name in named for title in titles)
    fits_address = any(isinstance(place, str) and place.partition("#")[0].rstrip("/") in addresses for place in places)
    told = sum(key in node for key in ("headline", "author", "datePublished"))
    return 2 * fits + fits_address, told


def _bare(name: str) -> str:
    return unescape(" ".join(name.split())).casefold()


def _same(name: object, title: str) -> bool:
    if not isinstance(name, str):
        return False
    name, title = _bare(name), title.casefold()
    return bool(name) and (name in title or title in name)
