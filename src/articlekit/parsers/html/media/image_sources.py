"""Where a picture is to be had: the address of an ``img`` element, lazy loading and tiny stand-ins seen through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from articlekit.parsers.html.dom.model import Attributes
from articlekit.parsers.web.image_urls import ORNAMENT_WORDS, is_image_file, is_ornament, split_name_words

LONGEST = 20_000
"""Characters of a list of addresses that are read."""
LAZY = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-original-src",
    "data-full-src",
    "data-hi-res-src",
)
"""Attributes in which pages keep an address until the picture is scrolled to."""
ELSEWHERE = "data-url"
"""The same, if it is the address of a file: many pages keep there the one of a page with the picture."""
LAZY_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set")
"""The same for a list of addresses."""
WAITING, LARGE = ("src", "lazy"), ("large", "full")
"""What the names of other such attributes hold, and what stands in the names of those of large pictures."""
SMALLEST = 80
"""Width and height in pixels up to which a picture is an icon."""
SHAPES = ([16, 9], [9, 16], [4, 3], [3, 4])
"""Widths and heights that are no pixels: they tell the shape that a picture is given room in."""
LOADED = frozenset(("loading", "loader"))
"""Words of ornaments' names that in the class of an ``img`` tell when it comes, and not what it shows."""

_ORNAMENTS = ORNAMENT_WORDS - LOADED
_STAND_INS = frozenset("placeholder blank spacer transparent loading loader lazy".split())
"""Words in the name of a file that stands for a picture until that is loaded."""
_NUMBER = re.compile(r"\d{1,5}")
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)[wx]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):")
_GLUED = re.compile(r"(\s\d{1,6}(?:\.\d{1,3})?[wx]),")
"""A size with the comma after it, behind which the next address may follow without a space."""
_QUOTED = re.compile(r'"(https?:[^"\s{}]{4,2000})"')
_FILED = re.compile(r"(?:https?:)?/[^\s{}]+\Z")
"""An address that is all that an attribute holds."""
_BLURRED = re.compile(r"[?&](?:w|width)=\d{1,2}(?!\d)")
"""In the address of a picture that only stands in until the real one is loaded."""


def address_of(node: LexborNode, attributes: Attributes) -> str | None:
    """The address of the picture that an ``img`` element shows in the end. None: it is an ornament, or shows none."""
    if is_tiny(attributes) or not _ORNAMENTS.isdisjoint(split_name_words(attributes.get("class"))):
        return None
    blurred = None
    for address in _addresses(node, attributes):
        if address and _is_picture(address):
            if not _BLURRED.search(address):
                return address
            blurred = blurred or address
    return blurred


def is_unloaded(attributes: Attributes) -> bool:
    """Whether an ``img`` element that states no address of a picture is to show one, which only a script knows."""
    if is_tiny(attributes) or not _ORNAMENTS.isdisjoint(split_name_words(attributes.get("class"))):
        return False
    address = (attributes.get("src") or "").strip()
    stand_in = not address or address.startswith("data:") or "{" in address
    return stand_in or not _STAND_INS.isdisjoint(split_name_words(address.partition("?")[0].rpartition("/")[2]))


def _addresses(node: LexborNode, attributes: Attributes) -> Iterator[str]:
    """The addresses that the element states, the best first."""
    yield from (attributes[name] or "" for name in LAZY if name in attributes)
    if is_image_file(elsewhere := attributes.get(ELSEWHERE) or ""):
        yield elsewhere
    yield attributes.get("src") or ""
    yield from (largest(attributes[name] or "") for name in (*LAZY_SETS, "srcset") if name in attributes)
    around = node.parent
    if around is not None and around.tag == "picture":
        for source in around.iter():
            if source.tag == "source":
                yield from (largest(source.attributes.get(name) or "") for name in (*LAZY_SETS, "srcset"))
    yield from _waiting(attributes)


def _waiting(attributes: Attributes) -> Iterator[str]:
    """The files that attributes of any name hold.

    Those with ``src`` or ``lazy`` in their names come first, of these the large pictures; scripts have some of them as JSON.
    """
    names = [name for name in attributes if any(mark in name for mark in WAITING)]
    for name in sorted(names, key=lambda name: not any(mark in name for mark in LARGE)):
        address = (attributes[name] or "").strip()
        if address[:1] in ("{", "["):
            yield _listed(address)
            continue
        address = largest(address) if name.endswith("set") else address
        if is_image_file(address):
            yield address
    for name in attributes:
        if (
            name.startswith("data-")
            and _FILED.match(address := (attributes[name] or "").strip())
            and is_image_file(address)
        ):
            yield address


def _listed(text: str) -> str:
    """The first address in JSON; empty where there is none."""
    match = _QUOTED.search(text, 0, LONGEST)
    return match[1].replace("\\/", "/") if match else ""


def largest(addresses: str) -> str:
    """The address of the largest picture in a ``srcset``; empty where it holds none.

    >>> largest("pier-320.jpg 320w, pier-1280.jpg 1280w, pier-640.jpg 640w")
    'pier-1280.jpg'
    """
    best, size, last = "", -1.0, ""
    for word in _GLUED.sub(r"\1 ", addresses[:LONGEST]).split():
        match = _SIZE.fullmatch(word.rstrip(","))
        if match is None:
            last = word.rstrip(",")
            best = best or last
        elif last:
            best, size = max((best, size), (last, float(match[1])), key=lambda pair: pair[1])
            last = ""
    return best


def _is_picture(address: str) -> bool:
    address = address.strip()
    if not address or "{" in address or address.startswith("#"):
        return False
    scheme = _SCHEME.match(address)
    if scheme is not None and scheme[1].lower() not in ("http", "https"):
        return False
    return not is_ornament(address)


def is_tiny(attributes: Attributes) -> bool:
    """Whether the stated size is that of an icon or a tracking pixel."""
    sizes = [
        int(match[0])
        for name in ("width", "height")
        if (match := _NUMBER.match((attributes.get(name) or "").strip())) and "%" not in (attributes.get(name) or "")
    ]
    return any(size <= 2 for size in sizes) or (len(sizes) == 2 and max(sizes) <= SMALLEST and sizes not in SHAPES)


def size_of(attributes: Attributes) -> int:
    """The width that the element states, in pixels; 0 where it states none."""
    width = attributes.get("width") or ""
    match = _NUMBER.match(width)
    return int(match[0]) if match and "%" not in width else 0
