"""The words that a page names an element by: class names, ids and component names, split into words."""

from __future__ import annotations

import re
from functools import lru_cache

from articlekit.parsers.html.dom.model import Element

NAME_ATTRIBUTES = frozenset(("class", "id", "data-component", "data-testid", "data-qa", "data-type", "data-module"))
"""Attributes in which sites name a component."""
LONG_NAME_WORDS = 3
"""Words of a name that is long: an id with as many is made of a heading, and some words of a longer class name describe its look."""
MAX_NAME_CHARS = 2000
"""Characters of names that are read. Protects from pages with endless attributes."""

_NEIGHBOUR_OR_LAYOUT = frozenset("has with no is not md sm lg xl hover focus".split())
"""First words of class names that describe the neighbours or the layout of an element, not the element itself."""
_STATE = frozenset("enabled disabled open closed on off true false".split())
"""Last words of class names that describe a setting."""
_LOOK = frozenset("sidebar icon icons hide form carousel slider swiper banner menu image".split())
"""Words that, within a long name, describe how an element looks or what else is in it."""
_NOT_IN_HEADINGS = frozenset(
    "cookie cookies consent comment comments newsletter footer modal popup disqus respond".split()
)
"""Words that name an element even in a long id: headings, of which many ids are made, hardly have them."""
_NO_WORDS: frozenset[str] = frozenset()
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""One word of a name in kebab, snake or camel case."""


def name_words(element: Element) -> frozenset[str]:
    """Return the words that ``element`` is named by, in lower case."""
    if element.name_words is None:
        attributes = element.attributes
        names = (
            " ".join([value for key, value in attributes.items() if key in NAME_ATTRIBUTES and value])
            if attributes
            else ""
        )
        element.name_words = split_names(names[:MAX_NAME_CHARS]) if names else _NO_WORDS
    return element.name_words


def subject_words(element: Element) -> frozenset[str]:
    """Return those words of an element's names that say what it is even if it holds much text.

    Long ids are often made of the words of a heading, and some words in long class names describe the look.
    """
    attributes = element.attributes
    words = [
        _without_look(name)
        for key in NAME_ATTRIBUTES
        if key != "id" and (value := attributes.get(key))
        for name in value[:MAX_NAME_CHARS].split()
    ]
    if anchor := attributes.get("id"):
        parts = _split(anchor[:MAX_NAME_CHARS])
        is_long = len(WORD.findall(anchor[:MAX_NAME_CHARS])) >= LONG_NAME_WORDS
        words.append(parts & _NOT_IN_HEADINGS if is_long else parts)
    return _NO_WORDS.union(*words)


def _without_look(name: str) -> frozenset[str]:
    """Return the words of one class name, without words for the look if the name is long or they follow two hyphens."""
    words = _split(name)
    if words.isdisjoint(_LOOK):
        return words
    block, _, modifier = name.partition("--")
    if modifier:
        return words - (_LOOK - _split(block))
    return words - _LOOK if len(WORD.findall(name)) > LONG_NAME_WORDS else words


@lru_cache(maxsize=4096)
def split_names(names: str) -> frozenset[str]:
    """Return the words of several names.

    >>> sorted(split_names("article-footer__shareBar has-sidebar"))
    ['article', 'bar', 'footer', 'share']
    """
    # WordPress lists the categories and tags of a post among the class names of its element.
    if "status-publish" in names:
        return frozenset()
    return frozenset().union(*map(_split, names.split()))


@lru_cache(maxsize=8192)
def _split(name: str) -> frozenset[str]:
    """Return the words of one name; empty if it describes a neighbour, the layout or a setting."""
    words = WORD.findall(name)
    if not words or words[0].lower() in _NEIGHBOUR_OR_LAYOUT or words[-1].lower() in _STATE:
        return frozenset()
    return frozenset(map(str.lower, words))
