"""Addresses: made absolute, and taken apart, without ever raising."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”«»]+", re.IGNORECASE)
# The two forms of nearly all links, which need no resolving; everything else goes the long way.
_WHOLE = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?(?:/[!-\[\]-~]*)?")
_ROOTED = re.compile(r"/(?!/)(?:(?!/\.)[!-\[\]-~])*")
_BACKSLASHED = re.compile(r"(?:https?:)?(?![a-z][a-z0-9.+-]*:)[^?#]*", re.IGNORECASE)
TRACKING_PARAMETER = re.compile(
    r"(?:(?:utm|pk|mtm|itm|at|ga|hsa|mc)_\w+|__twitter_impression|(?:fb|g|dc|msc?l|y|ttc|tw|wbra|gbra|igs?)clid|msclkid|igshid|srsltid|_ga|_gl|ref_(?:src|url)"
    r"|xtor|wt_mc|ocid|cmpid|smid|s_cid|ns_(?:campaign|source|mchannel)|CMP)(?:=|$)"
)
"""A parameter that tells only where a reader came from."""
_PORTS = {"http": 80, "https": 443}
_PLATFORMS = frozenset(
    "substack.com bearblog.dev wordpress.com medium.com blogspot.com tumblr.com ghost.io github.io wixsite.com weebly.com hashnode.dev"
    " livejournal.com typepad.com beehiiv.com hatenablog.com jimdofree.com webflow.io netlify.app vercel.app pages.dev write.as"
    " micro.blog neocities.org over-blog.com canalblog.com squarespace.com".split()
)
"""Hosts under which everybody has a site of their own, whether or not the Public Suffix List says so."""
_PUNCTUATION = ".,;:!?'’*_…"
_OPENING = {")": "(", "]": "[", "}": "{"}


def without_query(url: str) -> str:
    """``url`` without its query and fragment, however it is written."""
    return url.partition("#")[0].partition("?")[0]


def split_url(url: str) -> SplitResult:
    """The parts of ``url``; all empty where it is malformed."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def absolute_url(href: str, base: str | None) -> str | None:
    """The absolute http(s) or mailto address of ``href`` seen from ``base``.

    None where it goes nowhere (``#``, ``javascript:``), is malformed, or is relative and no base is known.

    >>> absolute_url("/a", "https://example.com/b"), absolute_url("#", "https://example.com/b")
    ('https://example.com/a', None)
    """
    href = href.strip()
    if not href or href.startswith("#"):
        return None
    if _WHOLE.fullmatch(href):
        return href
    if base and _ROOTED.fullmatch(href) and (origin := _origin(base)):
        return origin + href
    href = _with_slashes(href.replace(" ", "%20"))
    try:
        url = urljoin(base, href) if base else href
    except ValueError:
        return None
    parts = split_url(url)
    return url if is_web_address(url) or (parts.scheme == "mailto" and parts.path) else None


def _with_slashes(href: str) -> str:
    """A target with slashes for the backslashes before its query, as browsers read web addresses and relative ones."""
    start = _BACKSLASHED.match(href) if "\\" in href else None
    return href if start is None else start.group().replace("\\", "/") + href[start.end() :]


def normalize_url(url: str) -> str:
    """An address in the one form that tells pages apart: the host in small letters, without default port, fragment and trackers.

    >>> normalize_url("https://WWW.Courier.example:443/a?utm_source=rss&id=3#top")
    'https://www.courier.example/a?id=3'
    """
    parts, host = split_url(url), host_of(url)
    if not host or "@" in parts.netloc:
        return url
    port = parts.port if parts.port not in (None, _PORTS.get(parts.scheme)) else None
    kept = [pair for pair in parts.query.split("&") if not TRACKING_PARAMETER.match(pair)]
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    place = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, f"{place}:{port}" if port else place, parts.path, "&".join(kept), fragment))


@lru_cache(maxsize=64)
def _origin(base: str) -> str | None:
    """Scheme and host of a web address; None where it is none."""
    parts = split_url(base)
    return f"{parts.scheme}://{parts.netloc}" if is_web_address(base) else None


def find_urls(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of each http(s) address in ``text``, without the punctuation of the sentence around it.

    >>> list(find_urls("(see https://ferry.example/a_(b))."))
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


@lru_cache(maxsize=128)  # The rules ask for the host of the same few addresses.
def host_of(url: str) -> str | None:
    """The host of ``url`` in lower case, without its port. None: there is none, or the port can be none."""
    parts = split_url(url)
    try:
        return parts.hostname if parts.port != 0 else None
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _registrable(host: str) -> str | None:
    labels = host.split(".")
    if len(labels) > 2 and labels[-3] != "www" and ".".join(labels[-2:]) in _PLATFORMS:
        return ".".join(labels[-3:])
    return _suffixes().privatesuffix(host)


@cache
def _suffixes() -> PublicSuffixList:
    # Reading the list takes longer than importing the rest of the library: only when an address is known.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
