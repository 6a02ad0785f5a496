"""What several formats share: URIs, lists of names, and the check of the argument."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, urldefrag
from uuid import NAMESPACE_URL, uuid5

from articlekit.models import Article

WEB_SCHEMES = ("http://", "https://")
"""What the URL of a web page begins with."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")
_UNESCAPED_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def require_article(article: object, caller: str) -> None:
    """Raise :class:`TypeError`, in the name of the function ``caller``, if ``article`` is not an article."""
    if not isinstance(article, Article):
        raise TypeError(f"{caller} takes an Article, not {type(article).__name__}")


def article_uri(article: Article) -> str:
    """Return the article's URL without its fragment; without a URL, a ``urn:uuid:`` made from title and text."""
    if (uri := as_uri(article.url)) is not None:
        return urldefrag(uri).url
    words = "\n\n".join((article.title or "", article.text))
    return f"urn:uuid:{uuid5(NAMESPACE_URL, words)}"


def as_uri(url: str | None) -> str | None:
    """Return ``url`` with the characters escaped that a URI cannot contain; None if it is relative or None.

    >>> as_uri("https://courier.example/brücke"), as_uri("/brücke")
    ('https://courier.example/br%C3%BCcke', None)
    """
    if url is None or not _SCHEME.match(url):
        return None
    before, hash_sign, fragment = _UNESCAPED_PERCENT.sub("%25", url).partition("#")
    return _escape(before) + hash_sign + _escape(fragment)


def _escape(part: str) -> str:
    return quote(part, safe="%/:?@!$&'()*+,;=~", errors="replace")


def join_names(names: Iterable[str]) -> str:
    """Return names as a list in a sentence; an empty string if there are none.

    >>> join_names(["Ann Pole", "Tom Reed", "the harbour office"])
    'Ann Pole, Tom Reed and the harbour office'
    """
    *others, last = [*names] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def publisher_name(article: Article) -> str | None:
    """Return the name of the publisher, or its domain if the name is unknown."""
    publisher = article.publisher
    return (publisher.name or publisher.domain) if publisher else None


def without_empty(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that have a value.

    >>> without_empty({"name": "Ann Pole", "url": None, "tags": [], "number": 0})
    {'name': 'Ann Pole', 'number': 0}
    """
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
