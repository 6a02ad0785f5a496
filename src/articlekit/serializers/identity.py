"""What an article and its parts are called in formats that name things by an IRI."""

from __future__ import annotations

import re
from urllib.parse import quote, urldefrag
from uuid import NAMESPACE_URL, uuid5

from articlekit.models import Article

WEB = ("http://", "https://")
"""What the address of a page begins with."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")
_HALF_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def article_uri(article: Article) -> str:
    """The article's address without a fragment; where it has none, a ``urn:uuid:`` that equal title and text share."""
    if (address := as_uri(article.url)) is not None:
        return urldefrag(address).url
    words = "\n\n".join((article.title or "", article.text))
    return f"urn:uuid:{uuid5(NAMESPACE_URL, words)}"


def as_uri(address: str | None) -> str | None:
    """``address`` with everything escaped that a URI cannot hold; None where it is relative or there is none.

    >>> as_uri("https://courier.example/brücke"), as_uri("/brücke")
    ('https://courier.example/br%C3%BCcke', None)
    """
    if address is None or not _SCHEME.match(address):
        return None
    head, hash_mark, fragment = _HALF_ESCAPE.sub("%25", address).partition("#")
    return _escape(head) + hash_mark + _escape(fragment)


def _escape(part: str) -> str:
    return quote(part, safe="%/:?@!$&'()*+,;=~", errors="replace")
