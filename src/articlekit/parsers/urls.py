"""Addresses: made absolute, and taken apart, without ever raising."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def split_url(url: str) -> SplitResult:
    """The parts of ``url``; all empty where it is malformed."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def absolute(href: str, base: str | None) -> str | None:
    """The absolute http(s) or mailto address of ``href`` seen from ``base``.

    None where it goes nowhere (``#``, ``javascript:``), is malformed, or is relative and no base is known.

    >>> absolute("/a", "https://example.com/b"), absolute("#", "https://example.com/b")
    ('https://example.com/a', None)
    """
    href = href.strip()
    if not href or href.startswith("#"):
        return None
    try:
        url = urljoin(base, href) if base else href
    except ValueError:
        return None
    parts = split_url(url)
    if parts.scheme in ("http", "https") and parts.netloc:
        return url
    return url if parts.scheme == "mailto" and parts.path else None


def registrable_domain(url: str) -> str | None:
    """The domain that was registered, by the Public Suffix List: ``https://www.news.example.co.uk/a`` → ``example.co.uk``."""
    try:
        host = split_url(url).hostname
    except ValueError:
        return None
    return _suffixes().privatesuffix(host) if host else None


@cache
def _suffixes() -> PublicSuffixList:
    # Reading the list takes longer than importing the rest of the library: only when an address is known.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
