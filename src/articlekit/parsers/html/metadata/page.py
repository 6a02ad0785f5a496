"""The metadata of a page: meta elements, links, JSON-LD, microdata, breadcrumbs and the elements marked as bylines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from attrs import Factory, define
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.dom.class_names import WORD
from articlekit.parsers.html.dom.inline_text import read_node
from articlekit.parsers.html.metadata.breadcrumbs import read_breadcrumbs
from articlekit.parsers.html.metadata.jsonld import MAX_BLOCKS, read_jsonld
from articlekit.parsers.html.metadata.microdata import read_microdata
from articlekit.parsers.html.metadata.values import read_site_names
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH
from articlekit.parsers.web.urls import is_front_page

MAX_VALUE_CHARS = 4000
"""Characters of a value that are kept. A longer value is a text, not metadata."""
MAX_ELEMENTS = 400
"""Elements of each kind that are read."""
MAX_BREADCRUMB_ELEMENTS = 4
"""Elements named after breadcrumbs that are kept."""
MAX_BYLINES = 12
"""Elements marked as bylines that are kept."""

_SELECTOR = (
    'title, h1, meta, link[rel~="canonical"], script[type="application/ld+json" i], [itemprop], [rel~="author"],'
    ' [class*="author" i], [class*="byline" i], [class*="writer" i], a[href*="/author"], [rel~="tag"], [class*="breadcrumb" i]'
)
_BREADCRUMB_WORDS = frozenset(("breadcrumb", "breadcrumbs"))
_BYLINE_WORDS = frozenset("author authors byline bylines authorname writer writers".split())
"""Words in a class name that mark a byline."""
_NOT_BYLINE_WORDS = frozenset(
    "bio biography about avatar image img photo picture pic thumb comment comments related box card description desc"
    " social follow twitter more list date time published updated share newsletter footer sidebar widget recommended".split()
)
"""Words next to them that mark something else about an author."""


@define
class _Found:
    """The elements of a page that hold metadata, in page order."""

    values: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    """Values by ``syntax:key``."""
    scripts: list[str] = Factory(list)
    """The blocks of JSON-LD."""
    items: list[LexborNode] = Factory(list)
    """Elements with an ``itemprop``."""
    bylines: list[LexborNode] = Factory(list)
    """Elements marked as the names of the authors."""
    breadcrumbs: list[LexborNode] = Factory(list)
    """Elements named after breadcrumbs."""
    counts: Counter[str] = Factory(Counter)
    """How many elements of each tag were read."""

    def add(self, key: str, value: str | None) -> None:
        """Keep a value that is not empty."""
        if value and (words := " ".join(value[:MAX_VALUE_CHARS].split())):
            self.values[key].append(words)


def read_metadata(tree: LexborHTMLParser, draft: Draft) -> None:
    """Fill ``draft.facts`` with what the markup states: meta elements, JSON-LD, microdata, breadcrumbs and bylines."""
    found = _Found()
    if tree.root is not None:
        attributes = tree.root.attributes
        found.add("html:lang", attributes.get("lang") or attributes.get("xml:lang"))
    for element in tree.css(_SELECTOR):
        _read_element(element, found)
    draft.facts.meta.update((key, tuple(values[:MAX_ELEMENTS])) for key, values in found.values.items())
    draft.facts.item = read_microdata(found.items)
    titles = tuple(
        title for key in ("html:h1", "meta:og:title", "html:title") for title in draft.facts.meta.get(key, ())[:3]
    )
    urls = (*draft.facts.meta.get("link:canonical", ()), *draft.facts.meta.get("meta:og:url", ()))
    jsonld = read_jsonld(found.scripts[:MAX_BLOCKS], titles, tuple(url.rstrip("/") for url in urls))
    draft.facts.node, draft.facts.page_node = jsonld.node, jsonld.page
    if jsonld.site_names:
        draft.facts.meta["jsonld:website"] = tuple(jsonld.site_names[:MAX_ELEMENTS])
    draft.facts.breadcrumbs = read_breadcrumbs(jsonld.breadcrumbs, found.breadcrumbs)
    for message in jsonld.faults:
        draft.report("bad-structured-data", message)
    draft.facts.has_scripts = tree.css_first("script") is not None
    draft.facts.site_names = read_site_names(draft)
    draft.facts.marked_bylines = tuple(byline for element in found.bylines if (byline := read_node(element)).text)


def _read_element(element: LexborNode, found: _Found) -> None:
    """Add what one element says to ``found``."""
    tag, attributes = element.tag or "", element.attributes
    if "itemprop" in attributes:
        found.items.append(element)
    if tag == "meta":
        _read_meta(attributes, found)
    elif tag in _READERS:
        found.counts[tag] += 1
        if found.counts[tag] <= MAX_ELEMENTS:
            _READERS[tag](element, found)
    elif "tag" in (kinds := (attributes.get("rel") or "").lower().split()):
        found.add("rel:category" if "category" in kinds else "rel:tag", read_node(element).words)
    elif len(found.breadcrumbs) < MAX_BREADCRUMB_ELEMENTS and _is_breadcrumbs(attributes):
        found.breadcrumbs.append(element)
    elif len(found.bylines) < MAX_BYLINES and _is_byline(attributes):
        found.bylines.append(element)


def _read_h1(element: LexborNode, found: _Found) -> None:
    """Add a heading of the first level, unless it leads to the front page: then it is the name of the site."""
    heading = read_node(element)
    if not any(is_front_page(link.href) for link in heading.links):
        found.add("html:h1", heading.words)


_READERS: dict[str, Callable[[LexborNode, _Found], None]] = {
    "script": lambda element, found: found.scripts.append(element.text()),
    "title": lambda element, found: found.add("html:title", element.text()[:MAX_VALUE_CHARS]),
    "h1": _read_h1,
    "link": lambda element, found: found.add("link:canonical", element.attributes.get("href")),
}
"""How to read the elements whose tag says what they hold."""


def _read_meta(attributes: dict[str, str | None], found: _Found) -> None:
    """Add the content of a ``meta`` element under each of its names."""
    for attribute in ("property", "name", "http-equiv"):
        key = attributes.get(attribute)
        if key:
            found.add(f"meta:{key.strip().lower()[:100]}", attributes.get("content"))


def _is_breadcrumbs(attributes: dict[str, str | None]) -> bool:
    """True if a class of the element says that it holds breadcrumbs."""
    class_names = (attributes.get("class") or "")[:MAX_VALUE_CHARS]
    return not _BREADCRUMB_WORDS.isdisjoint(map(str.lower, WORD.findall(class_names)))


def _is_byline(attributes: dict[str, str | None]) -> bool:
    """True if a class of the element says that it holds the authors' names, or if it is a link to an author's page."""
    if "author" in (attributes.get("rel") or "").lower().split() or AUTHOR_PAGE_PATH.search(
        attributes.get("href") or ""
    ):
        return True
    return any(map(_names_byline, (attributes.get("class") or "")[:MAX_VALUE_CHARS].split()))


def _names_byline(class_name: str) -> bool:
    """True if one class name marks a byline."""
    words = [word.lower() for word in WORD.findall(class_name)]
    return not _BYLINE_WORDS.isdisjoint(words) and (_NOT_BYLINE_WORDS.isdisjoint(words) or words[-1] == "name")
