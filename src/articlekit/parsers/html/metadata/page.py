"""What a page states about itself: meta elements, links, JSON-LD, microdata, times and the elements that it marks as bylines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from attrs import Factory, define
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.dom.class_names import WORD
from articlekit.parsers.html.dom.inline_text import words_of
from articlekit.parsers.html.metadata.breadcrumbs import read_trail
from articlekit.parsers.html.metadata.jsonld import BLOCKS, read_blocks
from articlekit.parsers.html.metadata.microdata import read_items
from articlekit.parsers.html.metadata.site_names import stated_site_names
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH
from articlekit.parsers.web.urls import is_front_page

LONGEST = 4000
"""Characters of one value that are kept: what is longer is a text and no statement about it."""
MOST = 400
"""Elements of each sort that are looked at."""
TRAILS = 4
"""Elements named after breadcrumbs that are kept."""
BYLINES = 12
"""Marked bylines that are kept."""

_SELECTOR = (
    'title, h1, meta, link[rel~="canonical"], script[type="application/ld+json" i], [itemprop], [rel~="author"],'
    ' [class*="author" i], [class*="byline" i], [class*="writer" i], a[href*="/author"], [rel~="tag"], [class*="breadcrumb" i]'
)
_TRAIL = frozenset(("breadcrumb", "breadcrumbs"))
_SIGNED = frozenset("author authors byline bylines authorname writer writers".split())
_UNSIGNED = frozenset(
    "bio biography about avatar image img photo picture pic thumb comment comments related box card description desc"
    " social follow twitter more list date time published updated share newsletter footer sidebar widget recommended".split()
)


@define
class _Found:
    """The elements of a page that state something, in page order."""

    values: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    """Values by ``syntax:key``."""
    scripts: list[str] = Factory(list)
    """The blocks of JSON-LD."""
    items: list[LexborNode] = Factory(list)
    """Elements with an ``itemprop``."""
    bylines: list[LexborNode] = Factory(list)
    """Elements that are marked as the writers' names."""

    trails: list[LexborNode] = Factory(list)
    """Elements that are named after breadcrumbs."""
    read: Counter[str] = Factory(Counter)
    """How many elements of a tag were read."""

    def add(self, key: str, value: str | None) -> None:
        """Keep a value that says something."""
        if value and (words := " ".join(value[:LONGEST].split())):
            self.values[key].append(words)


def read_metadata(tree: LexborHTMLParser, draft: Draft) -> None:
    """Fill ``draft.facts.meta``, ``node``, ``page_node``, ``item``, ``scripted``, ``site_names`` and ``bylines`` with what the page states."""
    found = _Found()
    if tree.root is not None:
        attributes = tree.root.attributes
        found.add("html:lang", attributes.get("lang") or attributes.get("xml:lang"))
    for element in tree.css(_SELECTOR):
        _look(element, found)
    draft.facts.meta.update((key, tuple(values[:MOST])) for key, values in found.values.items())
    draft.facts.item = read_items(found.items)
    titles = tuple(
        title for key in ("html:h1", "meta:og:title", "html:title") for title in draft.facts.meta.get(key, ())[:3]
    )
    addresses = (*draft.facts.meta.get("link:canonical", ()), *draft.facts.meta.get("meta:og:url", ()))
    stated = read_blocks(found.scripts[:BLOCKS], titles, tuple(address.rstrip("/") for address in addresses))
    draft.facts.node, draft.facts.page_node = stated.node, stated.page
    if stated.sites:
        draft.facts.meta["jsonld:website"] = tuple(stated.sites[:MOST])
    draft.facts.breadcrumbs = read_trail(stated.trails, found.trails)
    for message in stated.broken:
        draft.report("bad-structured-data", message)
    draft.facts.has_scripts = tree.css_first("script") is not None
    draft.facts.site_names = stated_site_names(draft)
    draft.facts.marked_bylines = tuple(line for element in found.bylines if (line := words_of(element)).text)


def _look(element: LexborNode, found: _Found) -> None:
    tag, attributes = element.tag or "", element.attributes
    if "itemprop" in attributes:
        found.items.append(element)
    if tag == "meta":
        _look_at_meta(attributes, found)
    elif tag in _READERS:
        found.read[tag] += 1
        if found.read[tag] <= MOST:
            _READERS[tag](element, found)
    elif "tag" in (kinds := (attributes.get("rel") or "").lower().split()):
        found.add("rel:category" if "category" in kinds else "rel:tag", words_of(element).words)
    elif len(found.trails) < TRAILS and _is_trail(attributes):
        found.trails.append(element)
    elif len(found.bylines) < BYLINES and _is_byline(attributes):
        found.bylines.append(element)


def _look_at_heading(element: LexborNode, found: _Found) -> None:
    """Keep a heading of the first level, unless it leads to the front page: then it is the paper's name."""
    heading = words_of(element)
    if not any(is_front_page(link.href) for link in heading.links):
        found.add("html:h1", heading.words)


_READERS: dict[str, Callable[[LexborNode, _Found], None]] = {
    "script": lambda element, found: found.scripts.append(element.text()),
    "title": lambda element, found: found.add("html:title", element.text()[:LONGEST]),
    "h1": _look_at_heading,
    "link": lambda element, found: found.add("link:canonical", element.attributes.get("href")),
}
"""How the elements are read that state one thing by their tag."""


def _look_at_meta(attributes: dict[str, str | None], found: _Found) -> None:
    for attribute in ("property", "name", "http-equiv"):
        key = attributes.get(attribute)
        if key:
            found.add(f"meta:{key.strip().lower()[:100]}", attributes.get("content"))


def _is_trail(attributes: dict[str, str | None]) -> bool:
    """Whether a class of the element says that it holds breadcrumbs."""
    return not _TRAIL.isdisjoint(map(str.lower, WORD.findall((attributes.get("class") or "")[:LONGEST])))


def _is_byline(attributes: dict[str, str | None]) -> bool:
    """Whether a class of the element says that it holds the writers' names, or its link leads to them."""
    if "author" in (attributes.get("rel") or "").lower().split() or AUTHOR_PAGE_PATH.search(
        attributes.get("href") or ""
    ):
        return True
    return any(map(_says_byline, (attributes.get("class") or "")[:LONGEST].split()))


def _says_byline(name: str) -> bool:
    words = [word.lower() for word in WORD.findall(name)]
    return not _SIGNED.isdisjoint(words) and (_UNSIGNED.isdisjoint(words) or words[-1] == "name")
