"""Where a picture is to be had: the address of an ``img`` element, lazy loading and tiny stand-ins seen through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from articlekit.parsers.html.tree import Attributes

LONGEST = 20_000
"""Characters of a list of addresses that are read."""
LAZY = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-original-src",
    "data-full-src",
    "data-hi-res-src",
    "data-url",
)
"""Attributes in which pages keep an address until the picture is scrolled to."""
LAZY_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set")
"""The same for a list of addresses."""
SMALLEST = 80
"""Width and height in pixels up to which a picture is an icon."""
NO_PICTURES = frozenset(
    "logo logos icon icons avatar avatars gravatar pixel spacer blank transparent placeholder emoji smiley 1x1 badge "
    "button sprite loading loader spinner favicon tracking beacon captcha".split()
)
"""Words in a file's name, or in the class of an ``img``, that mark an ornament."""
SHARING = frozenset(
    "facebook twitter x line whatsapp instagram linkedin telegram youtube pinterest reddit email mail print share rss "
    "copy link comment comments search close menu arrow play".split()
)
"""Words that mark a button where a file's name holds no others."""

_NUMBER = re.compile(r"\d{1,5}")
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)[wx]")
_GLUED = re.compile(r"(\s\d{1,6}(?:\.\d{1,3})?[wx]),")
"""A size with the comma after it, behind which the next address may follow without a space."""
_BLURRED = re.compile(r"[?&](?:w|width)=\d{1,2}(?!\d)")
"""In the address of a picture that only stands in until the real one is loaded."""
_SMALLER = re.compile(r"-\d{2,5}x\d{2,5}\Z")
"""What WordPress adds to the name of a picture that it has made smaller."""
_WORD = re.compile(r"[^\W_]+")


def address_of(node: LexborNode, attributes: Attributes) -> str | None:
    """The address of the picture that an ``img`` element shows in the end. None: it is an ornament, or shows none."""
    if _is_tiny(attributes) or not NO_PICTURES.isdisjoint(_words(attributes.get("class"))):
        return None
    blurred = None
    for address in _addresses(node, attributes):
        if address and _is_picture(address):
            if not _BLURRED.search(address):
                return address
            blurred = blurred or address
    return blurred


def _addresses(node: LexborNode, attributes: Attributes) -> Iterator[str]:
    """The addresses that the element states, the best first."""
    yield from (attributes[name] or "" for name in (*LAZY, "src") if name in attributes)
    yield from (largest(attributes[name] or "") for name in (*LAZY_SETS, "srcset") if name in attributes)
    around = node.parent
    if around is not None and around.tag == "picture":
        for source in around.iter():
            if source.tag == "source":
                yield from (largest(source.attributes.get(name) or "") for name in (*LAZY_SETS, "srcset"))


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
    start = address[:11].lower()
    if not address or "{" in address or start.startswith(("data:", "javascript:", "about:", "blob:", "#")):
        return False
    path = address.partition("?")[0]
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    words = _words(stem or ending)
    return ending.lower() != "svg" and NO_PICTURES.isdisjoint(words) and (not words or not words <= SHARING)


def _is_tiny(attributes: Attributes) -> bool:
    """Whether the stated size is that of an icon or a tracking pixel."""
    sizes = [
        int(match[0])
        for name in ("width", "height")
        if (match := _NUMBER.match((attributes.get(name) or "").strip())) and "%" not in (attributes.get(name) or "")
    ]
    return any(size <= 2 for size in sizes) or (len(sizes) == 2 and max(sizes) <= SMALLEST)


def _words(names: str | None) -> set[str]:
    return {word.lower() for word in _WORD.findall(names[:300])} if names else set()


def size_of(attributes: Attributes) -> int:
    """The width that the element states, in pixels; 0 where it states none."""
    width = attributes.get("width") or ""
    match = _NUMBER.match(width)
    return int(match[0]) if match and "%" not in width else 0


def same_picture(address: str) -> str:
    """What addresses of one picture in several sizes have in common.

    >>> same_picture("https://a.example/pier-300x200.jpg?w=300") == same_picture("https://a.example/pier.jpg")
    True
    """
    path, _, query = address.partition("?")
    stem, dot, ending = path.rpartition(".")
    if not dot or len(ending) > 4:
        return f"{path}?{query}"
    stem = _SMALLER.sub("", stem)
    return stem.partition(":")[2] or stem
