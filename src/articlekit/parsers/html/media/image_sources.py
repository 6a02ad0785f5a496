"""Image addresses: what an ``img`` element shows in the end, after lazy loading and tiny placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from articlekit.parsers.html.dom.model import Attributes
from articlekit.parsers.web.image_urls import ORNAMENT_WORDS, is_image_file, is_ornament, split_name_words

MAX_SRCSET_CHARS = 20_000
"""Characters of a list of addresses that are read."""
LAZY_ATTRIBUTES = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-original-src",
    "data-full-src",
    "data-hi-res-src",
)
"""Attributes in which pages keep an address until the image is scrolled to."""
LAZY_FILE_ATTRIBUTE = "data-url"
"""The same if it holds the address of a file: many pages keep there the address of a page with the image."""
LAZY_SRCSET_ATTRIBUTES = ("data-srcset", "data-lazy-srcset", "data-original-set")
"""The same for a list of addresses."""
LAZY_NAME_PARTS, LARGE_NAME_PARTS = ("src", "lazy"), ("large", "full")
"""Parts of the names of other such attributes, and of those that hold large images."""
MAX_ICON_PIXELS = 80
"""Width and height up to which an image is an icon."""
MAX_TRACKER_PIXELS = 2
"""Width or height up to which an image only counts readers."""
ASPECT_RATIOS = ([16, 9], [9, 16], [4, 3], [3, 4])
"""Widths and heights that are not pixels but the shape of the space for an image."""
LOADING_WORDS = frozenset(("loading", "loader"))
"""Words in the names of ornaments that, in the class of an ``img``, say when it is loaded, not what it shows."""

_ORNAMENT_CLASS_WORDS = ORNAMENT_WORDS - LOADING_WORDS
"""Words in the class of an ``img`` that mark an ornament."""
_PLACEHOLDER_WORDS = frozenset("placeholder blank spacer transparent loading loader lazy".split())
"""Words in the name of a file that is shown until the image is loaded."""
_NUMBER = re.compile(r"\d{1,5}")
_DESCRIPTOR = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)[wx]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):")
_DESCRIPTOR_COMMA = re.compile(r"(\s\d{1,6}(?:\.\d{1,3})?[wx]),")
"""A descriptor of a ``srcset`` with its comma. The next address may follow without a space."""
_URL_IN_JSON = re.compile(r'"(https?:[^"\s{}]{4,2000})"')
_URL_ONLY = re.compile(r"(?:https?:)?/[^\s{}]+\Z")
"""An attribute value that is an address and nothing else."""
_BLURRED = re.compile(r"[?&](?:w|width)=\d{1,2}(?!\d)")
"""A width of two digits in the address of a blurred preview."""


def image_url(node: LexborNode, attributes: Attributes) -> str | None:
    """Return the address of the image that an ``img`` element shows in the end, or None if it is an ornament or shows none."""
    if is_tiny(attributes) or not _ORNAMENT_CLASS_WORDS.isdisjoint(split_name_words(attributes.get("class"))):
        return None
    blurred = None
    for url in _candidates(node, attributes):
        if url and _is_image(url):
            if not _BLURRED.search(url):
                return url
            blurred = blurred or url
    return blurred


def is_unloaded(attributes: Attributes) -> bool:
    """True if an ``img`` element without an address will show an image whose address only a script knows."""
    if is_tiny(attributes) or not _ORNAMENT_CLASS_WORDS.isdisjoint(split_name_words(attributes.get("class"))):
        return False
    url = (attributes.get("src") or "").strip()
    is_empty = not url or url.startswith("data:") or "{" in url
    return is_empty or not _PLACEHOLDER_WORDS.isdisjoint(split_name_words(url.partition("?")[0].rpartition("/")[2]))


def _candidates(node: LexborNode, attributes: Attributes) -> Iterator[str]:
    """Yield the addresses in an element, the best first."""
    yield from (attributes[name] or "" for name in LAZY_ATTRIBUTES if name in attributes)
    if is_image_file(url := attributes.get(LAZY_FILE_ATTRIBUTE) or ""):
        yield url
    yield attributes.get("src") or ""
    srcset_names = (*LAZY_SRCSET_ATTRIBUTES, "srcset")
    yield from (largest(attributes[name] or "") for name in srcset_names if name in attributes)
    parent = node.parent
    if parent is not None and parent.tag == "picture":
        for source in parent.iter():
            if source.tag == "source":
                yield from (largest(source.attributes.get(name) or "") for name in srcset_names)
    yield from _in_other_attributes(attributes)


def _in_other_attributes(attributes: Attributes) -> Iterator[str]:
    """Yield the addresses of files in attributes of any name.

    Those with ``src`` or ``lazy`` in their names come first, of these the large images. Some hold JSON for a script.
    """
    names = [name for name in attributes if any(part in name for part in LAZY_NAME_PARTS)]
    for name in sorted(names, key=lambda name: not any(part in name for part in LARGE_NAME_PARTS)):
        value = (attributes[name] or "").strip()
        if value[:1] in ("{", "["):
            yield _first_url_in_json(value)
            continue
        url = largest(value) if name.endswith("set") else value
        if is_image_file(url):
            yield url
    for name in attributes:
        if name.startswith("data-") and _URL_ONLY.match(url := (attributes[name] or "").strip()) and is_image_file(url):
            yield url


def _first_url_in_json(text: str) -> str:
    """Return the first address in JSON; empty if there is none."""
    match = _URL_IN_JSON.search(text, 0, MAX_SRCSET_CHARS)
    return match[1].replace("\\/", "/") if match else ""


def largest(srcset: str) -> str:
    """Return the address of the largest image in a ``srcset``; empty if there is none.

    >>> largest("pier-320.jpg 320w, pier-1280.jpg 1280w, pier-640.jpg 640w")
    'pier-1280.jpg'
    """
    best, best_size, url = "", -1.0, ""
    for word in _DESCRIPTOR_COMMA.sub(r"\1 ", srcset[:MAX_SRCSET_CHARS]).split():
        match = _DESCRIPTOR.fullmatch(word.rstrip(","))
        if match is None:
            url = word.rstrip(",")
            best = best or url
        elif url:
            best, best_size = max((best, best_size), (url, float(match[1])), key=lambda pair: pair[1])
            url = ""
    return best


def _is_image(url: str) -> bool:
    """True if an address can be loaded and is not that of an ornament."""
    url = url.strip()
    if not url or "{" in url or url.startswith("#"):
        return False
    scheme = _SCHEME.match(url)
    if scheme is not None and scheme[1].lower() not in ("http", "https"):
        return False
    return not is_ornament(url)


def is_tiny(attributes: Attributes) -> bool:
    """True if the width and height in the attributes are those of an icon or a tracking pixel."""
    sizes = [
        int(match[0])
        for name in ("width", "height")
        if (match := _NUMBER.match((attributes.get(name) or "").strip())) and "%" not in (attributes.get(name) or "")
    ]
    if any(size <= MAX_TRACKER_PIXELS for size in sizes):
        return True
    return len(sizes) == 2 and max(sizes) <= MAX_ICON_PIXELS and sizes not in ASPECT_RATIOS


def width_of(attributes: Attributes) -> int:
    """Return the width in the attributes, in pixels; 0 if they give none."""
    width = attributes.get("width") or ""
    match = _NUMBER.match(width)
    return int(match[0]) if match and "%" not in width else 0
