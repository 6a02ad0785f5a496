"""Values of schema.org nodes, from JSON-LD or microdata, as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import Any

from articlekit.parsers.lines.normalize import single_spaced, without_invisible

MAX_VALUE_CHARS = 2000
"""Characters of a value that are read."""


MAX_VALUES = 60
"""Values of one property that are read."""


NEWS_TYPES = frozenset(
    "newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle"
    " liveblogposting".split()
)
"""The schema.org types of news reports, in lower case."""


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")


def plain_text(value: object) -> str | None:
    """Return a string as plain text: without tags, entities resolved, white space collapsed. None for anything else."""
    return _words(value[:MAX_VALUE_CHARS]) if isinstance(value, str) and value else None


@lru_cache(maxsize=128)  # Pages state the same headline and names in many places, and many rules read each.
def _words(text: str) -> str | None:
    for _ in range(2):  # Content management systems escape text twice.
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    if "<" in text:
        text = _TAG.sub("", text)
    return single_spaced(without_invisible(text)) or None


def property_values(node: dict[str, Any], name: str) -> Iterator[Any]:
    """Yield the values of a property, which holds one value or a list."""
    value = node.get(name)
    yield from islice(value, MAX_VALUES) if isinstance(value, list) else () if value is None else (value,)


def plain_name(value: object) -> str | None:
    """Return the name of a person, an organization or a work: the node's ``name``, or the string itself."""
    return plain_text(value.get("name")) if isinstance(value, dict) else plain_text(value)


def node_types(node: dict[str, Any]) -> frozenset[str]:
    """Return the types of a JSON-LD node in lower case, without the URL of the vocabulary."""
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(name.rpartition("/")[2].rpartition(":")[2].lower() for name in names if isinstance(name, str))
