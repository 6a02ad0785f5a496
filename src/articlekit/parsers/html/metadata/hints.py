"""Hints: what the metadata of a page says about its story, to recognise the parts of the story by."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from articlekit.parsers.draft import Draft
from articlekit.parsers.web.urls import split_url

MIN_DESCRIPTION_LETTERS = 40
"""Letters that a text shares with a description at its beginning to be the same. Fewer may be a common opening."""
MIN_HEADLINE_LETTERS = 10
"""Letters that a headline has more than. A shorter text may be a part of many headlines."""
MIN_CONTAINED_LETTERS = 20
"""Letters that a title has more than to be found in the middle of a longer text."""
MIN_HEADLINE_SHARE = 0.5
"""The share of the longer of two headlines that the shorter one has more than to be the same headline."""

_WORD = re.compile(r"\w+")
_TITLE_KEYS = ("meta:og:title", "meta:twitter:title", "html:title")
_DESCRIPTION_KEYS = ("meta:description", "meta:og:description", "meta:twitter:description")


@frozen
class Hints:
    """What the metadata says about the story. All texts are reduced to their letters by :func:`letters_of`."""

    host: str | None
    """The host that the page comes from, without ``www.``. None: not known."""
    path: str | None
    """The path and query of its address. None: not known."""
    titles: tuple[str, ...]
    """The headlines in the metadata. Each may end with the site's name."""
    h1s: tuple[str, ...]
    """The headings of the first level on the page. Not each of them is the headline."""
    descriptions: tuple[str, ...]
    """The descriptions in the metadata. Each may be cut short."""
    is_article: bool
    """True if the metadata says that the page holds one article, or marks its authors."""
    article_body: str
    """The ``articleBody`` of the structured data; empty if it has none."""

    def is_headline(self, text: str) -> bool:
        """True if ``text`` is the headline of the metadata or a heading of the first level."""
        return _is_one_of((*self.h1s, *self.titles), letters_of(text))

    def is_metadata_headline(self, text: str) -> bool:
        """True if ``text`` is the headline of the metadata."""
        return _is_one_of(self.titles, letters_of(text))

    def is_description(self, text: str) -> bool:
        """True if a description of the metadata begins like ``text``."""
        letters = letters_of(text)[:MIN_DESCRIPTION_LETTERS]
        return len(letters) == MIN_DESCRIPTION_LETTERS and any(one.startswith(letters) for one in self.descriptions)


def read_hints(draft: Draft, url: str | None) -> Hints:
    """Return the hints in the metadata of ``draft``, for a page from ``url``."""
    node, address = draft.facts.node, split_url(url) if url else None
    body = node.get("articleBody")
    return Hints(
        host=address.netloc.removeprefix("www.") or None if address else None,
        path=(f"{address.path}?{address.query}" if address.query else address.path)
        if address and address.netloc
        else None,
        titles=_letters_in(draft, _TITLE_KEYS, node.get("headline")),
        h1s=_letters_in(draft, ("html:h1",), None),
        descriptions=_letters_in(draft, _DESCRIPTION_KEYS, node.get("description")),
        is_article=bool(node or draft.facts.item or draft.facts.marked_bylines)
        or "article" in draft.facts.meta.get("meta:og:type", ()),
        article_body=letters_of(body) if isinstance(body, str) else "",
    )


def _is_one_of(titles: tuple[str, ...], letters: str) -> bool:
    """True if ``letters`` begin one of the titles, or contain one, and are not much shorter or longer."""
    return len(letters) > MIN_HEADLINE_LETTERS and any(
        (title.startswith(letters) and len(letters) > MIN_HEADLINE_SHARE * len(title))
        or (len(title) > MIN_CONTAINED_LETTERS and title in letters and len(title) > MIN_HEADLINE_SHARE * len(letters))
        for title in titles
    )


def _letters_in(draft: Draft, keys: tuple[str, ...], jsonld: object) -> tuple[str, ...]:
    """Return the letters of the first three values under each of ``keys``, and of a value from JSON-LD, each once."""
    texts = [text for key in keys for text in draft.facts.meta.get(key, ())[:3]]
    if isinstance(jsonld, str):
        texts.append(jsonld)
    return tuple(dict.fromkeys(letters_of(text) for text in texts))


@lru_cache(maxsize=64)  # Several steps ask whether the same line is the headline.
def letters_of(text: str) -> str:
    """Return the letters and digits of ``text`` in one string, case folded, to compare texts by."""
    return "".join(_WORD.findall(text)).casefold()
