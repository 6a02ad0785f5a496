"""The words that a box is named by: class names, id and component names, taken apart into words."""

from __future__ import annotations

import re
from functools import lru_cache

from articlekit.parsers.html.dom.model import Box

NAMED_IN = frozenset(("class", "id", "data-component", "data-testid", "data-qa", "data-type", "data-module"))
"""Attributes in which sites name a component."""
LONG = 3
"""Words of a name that is long."""
LONGEST = 2000
"""Characters of names that are read."""

_LAYOUT = frozenset("has with no is not md sm lg xl hover focus".split())
"""First words of class names that tell about a box's neighbours or its look, not about the box."""
_STATE = frozenset("enabled disabled open closed on off true false".split())
"""Last words of class names that tell a setting."""
_LOOK = frozenset("sidebar icon icons hide form carousel slider swiper banner menu image".split())
"""Words that tell how a box looks, or what else is in it, where they are a part of a long name."""
_NO_HEADING = frozenset("cookie cookies consent comment comments newsletter footer modal popup disqus respond".split())
"""Words of an anchor that is hardly made of a heading."""
_NONE: frozenset[str] = frozenset()
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def name_words(box: Box) -> frozenset[str]:
    """The words that ``box`` is named by, in lower case."""
    if box.words is None:
        named = box.attributes
        names = " ".join([value for key, value in named.items() if key in NAMED_IN and value]) if named else ""
        box.words = split_names(names[:LONGEST]) if names else _NONE
    return box.words


def plain_words(box: Box) -> frozenset[str]:
    """Those of the words that ``box`` is named by that tell what it is also where much is told in it.

    A long anchor is made of a heading's words, and some words in long names tell how a box looks.
    """
    named = box.attributes
    words = [
        _plain(name)
        for key in NAMED_IN
        if key != "id" and (value := named.get(key))
        for name in value[:LONGEST].split()
    ]
    if anchor := named.get("id"):
        parts = _split(anchor[:LONGEST])
        words.append(parts if len(WORD.findall(anchor[:LONGEST])) < LONG else parts & _NO_HEADING)
    return _NONE.union(*words)


def _plain(name: str) -> frozenset[str]:
    """The words of one class name, without those that tell how a box looks where it is long or they stand behind two hyphens."""
    words = _split(name)
    if words.isdisjoint(_LOOK):
        return words
    plain, _, modifier = name.partition("--")
    if modifier:
        return words - (_LOOK - _split(plain))
    return words - _LOOK if len(WORD.findall(name)) > LONG else words


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
