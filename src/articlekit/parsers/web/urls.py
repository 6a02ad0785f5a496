"""URLs: made absolute, normalized and split. No function raises on a malformed URL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_URL_IN_TEXT = re.compile(r"\bhttps?://[^\s<>\"“”«»]+", re.IGNORECASE)
# Nearly all links have one of these two forms and need no resolving.
_ABSOLUTE = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?(?:/[!-\[\]-~]*)?")
_FROM_ROOT = re.compile(r"/(?!/)(?:(?!/\.)[!-\[\]-~])*")
_BEFORE_QUERY = re.compile(r"(?:https?:)?(?![a-z][a-z0-9.+-]*:)[^?#]*", re.IGNORECASE)
TRACKING_PARAMETER = re.compile(
    r"(?:(?:utm|pk|mtm|itm|at|ga|hsa|mc)_\w+|__twitter_impression|(?:fb|g|dc|msc?l|y|ttc|tw|wbra|gbra|igs?)clid|msclkid|igshid|srsltid|_ga|_gl|ref_(?:src|url)"
    r"|xtor|wt_mc|ocid|cmpid|smid|s_cid|ns_(?:campaign|source|mchannel)|CMP)(?:=|$)"
)
"""A query parameter that only says where a reader came from."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOSTING_DOMAINS = frozenset(
    "substack.com bearblog.dev wordpress.com medium.com blogspot.com tumblr.com ghost.io github.io wixsite.com weebly.com hashnode.dev"
    " livejournal.com typepad.com beehiiv.com hatenablog.com jimdofree.com webflow.io netlify.app vercel.app pages.dev write.as"
    " micro.blog neocities.org over-blog.com canalblog.com squarespace.com".split()
)
"""Domains whose subdomains belong to different owners, whether or not the Public Suffix List says so."""
_PUNCTUATION = ".,;:!?'’*_…"
_OPENING_BRACKETS = {")": "(", "]": "[", "}": "{"}


def without_query(url: str) -> str:
    """Return ``url`` without its query and fragment."""
    return url.partition("#")[0].partition("?")[0]


def split_url(url: str) -> SplitResult:
    """Return the parts of ``url``; all empty if it is malformed."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def absolute_url(href: str, base: str | None) -> str | None:
    """Return the absolute http(s) or mailto URL of ``href`` on a page at ``base``.

    None if it leads nowhere (``#``, ``javascript:``), is malformed, or is relative while ``base`` is unknown.

    >>> absolute_url("/a", "https://example.com/b"), absolute_url("#", "https://example.com/b")
    ('https://example.com/a', None)
    """
    href = href.strip()
    if not href or href.startswith("#"):
        return None
    if _ABSOLUTE.fullmatch(href):
        return href
    if base and _FROM_ROOT.fullmatch(href) and (origin := _origin(base)):
        return origin + href
    href = _with_forward_slashes(href.replace(" ", "%20"))
    try:
        url = urljoin(base, href) if base else href
    except ValueError:
        return None
    parts = split_url(url)
    return url if is_web_address(url) or (parts.scheme == "mailto" and parts.path) else None


def _with_forward_slashes(href: str) -> str:
    """Return a link target with slashes for the backslashes before its query, as browsers read it."""
    start = _BEFORE_QUERY.match(href) if "\\" in href else None
    return href if start is None else start.group().replace("\\", "/") + href[start.end() :]


def normalize_url(url: str) -> str:
    """Return a URL in normal form: the host in lower case, without default port, fragment and tracking parameters.

    >>> normalize_url("https://WWW.Courier.example:443/a?utm_source=rss&id=3#top")
    'https://www.courier.example/a?id=3'
    """
    parts, host = split_url(url), host_of(url)
    if not host or "@" in parts.netloc:
        return url
    port = parts.port if parts.port not in (None, _DEFAULT_PORTS.get(parts.scheme)) else None
    kept = [pair for pair in parts.query.split("&") if not TRACKING_PARAMETER.match(pair)]
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    netloc = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, f"{netloc}:{port}" if port else netloc, parts.path, "&".join(kept), fragment))


@lru_cache(maxsize=64)
def _origin(base: str) -> str | None:
    """Return scheme and host of a web address. None if it is not a web address."""
    parts = split_url(base)
    return f"{parts.scheme}://{parts.netloc}" if is_web_address(base) else None


def find_urls(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of each http(s) URL in ``text``, without the punctuation of the sentence around it.

    >>> list(find_urls("(see https://ferry.example/a_(b))."))
    [(5, 32, 'https://ferry.example/a_(b)')]
    """
    for match in _URL_IN_TEXT.finditer(text):
        href = _without_trailing_punctuation(match.group())
        if href[-1] != "/" or href.count("/") > 2:
            yield match.start(), match.start() + len(href), href


def _without_trailing_punctuation(address: str) -> str:
    """Return ``address`` without punctuation and unopened brackets at its end."""
    surplus = {close: address.count(close) - address.count(start) for close, start in _OPENING_BRACKETS.items()}
    end = len(address)
    while address[end - 1] in _PUNCTUATION or surplus.get(address[end - 1], 0) > 0:
        if address[end - 1] in surplus:
            surplus[address[end - 1]] -= 1
        end -= 1
    return address[:end]


def is_web_address(url: str) -> bool:
    """True if ``url`` is an absolute http or https URL with a host."""
    parts = split_url(url)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def is_front_page(href: str) -> bool:
    """True if a link leads to the front page of a site.

    >>> is_front_page("/"), is_front_page("https://courier.example"), is_front_page("#"), is_front_page("/ferry")
    (True, True, False, False)
    """
    parts = split_url(href)
    return bool(href) and parts.path in ("", "/") and not parts.query and not href.startswith("#")


def registrable_domain(url: str) -> str | None:
    """Return the registrable domain by the Public Suffix List: ``https://www.news.example.co.uk/a`` → ``example.co.uk``."""
    host = host_of(url)
    return _registrable(host) if host else None


@lru_cache(maxsize=128)  # Many rules need the host of the same few URLs.
def host_of(url: str) -> str | None:
    """Return the host of ``url`` in lower case, without its port. None if it has no host, or an impossible port."""
    parts = split_url(url)
    try:
        return parts.hostname if parts.port != 0 else None
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _registrable(host: str) -> str | None:
    labels = host.split(".")
    if len(labels) > 2 and labels[-3] != "www" and ".".join(labels[-2:]) in _HOSTING_DOMAINS:
        return ".".join(labels[-3:])
    return _public_suffix_list().privatesuffix(host)


@cache
def _public_suffix_list() -> PublicSuffixList:
    # Reading the list takes longer than importing the rest of the library, so it is read when a URL needs it.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
