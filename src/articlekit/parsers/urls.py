"""Addresses: made absolute, and taken apart, without ever raising."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”«»]+", re.IGNORECASE)
# The two forms of nearly all links, which need no resolving; everything else goes the long way.
_WHOLE = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?(?:/[!-~]*)?")
_ROOTED = re.compile(r"/(?![/\\])(?:(?!/\.)[!-~])*")
_PUNCTUATION = ".,;:!?'’*_…"
_OPENING = {")": "(", "]": "[", "}": "{"}


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
    if _WHOLE.fullmatch(href):
        return href
    if base and _ROOTED.fullmatch(href) and (origin := _origin(base)):
        return origin + href
    href = href.replace(" ", "%20")
    try:
        url = urljoin(base, href) if base else href
    except ValueError:
        return None
    parts = split_url(url)
    return url if is_web_address(url) or (parts.scheme == "mailto" and parts.path) else None


@lru_cache(maxsize=64)
def _origin(base: str) -> str | None:
    """Scheme and host of a web address; None where it is none."""
    parts = split_url(base)
    return f"{parts.scheme}://{parts.netloc}" if is_web_address(base) else None


def find_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of each http(s) address in ``text``, without the punctuation of the sentence around it.

    >>> list(find_addresses("(see https://ferry.example/a_(b))."))
    [(5, 32, 'https://ferry.example/a_(b)')]
    """
    for match in _ADDRESS.finditer(text):
        href = _trim(match.group())
        if href[-1] != "/" or href.count("/") > 2:
            yield match.start(), match.start() + len(href), href


def _trim(address: str) -> str:
    """``address`` without punctuation and unopened brackets at its end."""
    surplus = {close: address.count(close) - address.count(start) for close, start in _OPENING.items()}
    end = len(address)
    while address[end - 1] in _PUNCTUATION or surplus.get(address[end - 1], 0) > 0:
        if address[end - 1] in surplus:
            surplus[address[end - 1]] -= 1
        end -= 1
    return address[:end]


def is_web_address(url: str) -> bool:
    """Whether ``url`` is absolute, http or https, and names a host."""
    parts = split_url(url)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def is_front_page(href: str) -> bool:
    """Whether a link leads to the front page of a site.

    >>> is_front_page("/"), is_front_page("https://courier.example"), is_front_page("#"), is_front_page("/ferry")
    (True, True, False, False)
    """
    parts = split_url(href)
    return bool(href) and parts.path in ("", "/") and not parts.query and not href.startswith("#")


def registrable_domain(url: str) -> str | None:
    """The domain that was registered, by the Public Suffix List: ``https://www.news.example.co.uk/a`` → ``example.co.uk``."""
    host = host_of(url)
    return _registrable(host) if host else None


def host_of(url: str) -> str | None:
    """The host of ``url`` in lower case, without its port. None: there is none, or the port can be none."""
    parts = split_url(url)
    try:
        return parts.hostname if parts.port != 0 else None
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _registrable(host: str) -> str | None:
    return _suffixes().privatesuffix(host)


@cache
def _suffixes() -> PublicSuffixList:
    # Reading the list takes longer than importing the rest of the library: only when an address is known.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
