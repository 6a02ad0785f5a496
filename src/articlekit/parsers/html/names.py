"""The words that a box is named by: class names, id and component names, taken apart into words."""

from __future__ import annotations

import re
from functools import lru_cache

from articlekit.parsers.html.tree import Box

NAMED_IN = frozenset(("class", "id", "data-component", "data-testid", "data-qa", "data-type", "data-module"))
"""Attributes in which sites name a component."""
LONGEST = 2000
"""Characters of names that are read."""

_LAYOUT = frozenset("has with no is not md sm lg xl hover focus".split())
"""First words of class names that tell about a box's neighbours or its look, not about the box."""
_STATE = frozenset("enabled disabled open closed on off".split())
"""Last words of class names that tell a setting."""
_NONE: frozenset[str] = frozenset()
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def name_words(box: Box) -> frozenset[str]:
    """The words that ``box`` is named by, in lower case."""
    if box.words is None:
        named = box.attributes
        names = " ".join([value for key, value in named.items() if key in NAMED_IN and value]) if named else ""
        box.words = split_names(names[:LONGEST]) if names else _NONE
    return box.words


@lru_cache(maxsize=4096)
def split_names(names: str) -> frozenset[str]:
    """The words of several names.

    >>> sorted(split_names("article-footer__shareBar has-sidebar"))
    ['article', 'bar', 'footer', 'share']
    """
    # WordPress lists the categories and tags of a post among the class names of its box.
    if "status-publish" in names:
        return frozenset()
    return frozenset().union(*map(_split, names.split()))


@lru_cache(maxsize=8192)
def _split(name: str) -> frozenset[str]:
    """The words of one name, unless it tells about something else than its box."""
    words = WORD.findall(name)
    if not words or words[0].lower() in _LAYOUT or words[-1].lower() in _STATE:
        return frozenset()
    return frozenset(map(str.lower, words))
