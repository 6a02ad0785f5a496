"""Rules for ``Article.url``: the canonical link, the caller's URL, front matter, or a source line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import parse_qsl, unquote

from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.web.urls import (
    absolute_url,
    host_of,
    is_web_address,
    normalize_url,
    registrable_domain,
    split_url,
)

_TEXT = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_WORK_HOST_LABELS = frozenset("localhost local staging stage dev test preview origin cms".split())
"""Labels of hosts on which newspapers work on their pages: a URL with one is a mistake of the template."""
_VIEW_PART = re.compile(r"amp(?:\.html?)?|print|index\.\w{2,5}|page|\d{1,2}|", re.IGNORECASE)
"""A part of a path that names a view of an article or a page number, not an article."""
_EXTENSION = re.compile(r"(?:\.amp)?\.(?:html?|amp|php|aspx?)$", re.IGNORECASE)
_DISTINCTIVE_PART = re.compile(r"\d{4}|\w[-_]\w+[-_]\w")
"""A part of a path that can identify an article: it has three words or a number of four digits."""
_HEADLINE_WORDS = re.compile(r"[^\W\d_]{2,}[-_][^\W\d_]{2,}")
"""Two words of a headline in a path."""
_FILE_EXTENSION = re.compile(r"\.(?:txt|xml|json|rss|css|js|ico|jpe?g|png|gif|webp|svg)$", re.IGNORECASE)
"""The extension of a file that is not a page."""
_TRACKING_PARAMETER = re.compile(r"utm_\w+|\w{0,4}clid|ref|source|cmp|cid|ocid|share|amp|outputtype", re.IGNORECASE)
"""Query parameters that tell where a reader came from."""


@rule(
    "url.canonical",
    example=f"<link rel='canonical' href='https://courier.example/harbour-closed'><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<link rel='canonical' href='/harbour-closed'><h1>Harbour closed</h1>{_TEXT}",
)
def canonical(draft: Draft) -> Iterator[Candidate[str]]:
    """The canonical link or ``og:url``. If the caller gives a URL, it must be on the same site and at least as specific."""
    given = draft.given.url
    base = (
        absolute_url(draft.facts.base or "", given)
        or given
        or next(filter(is_web_address, meta_values(draft, "og:url")), None)
    )
    for href in chain(draft.facts.meta.get("link:canonical", ()), meta_values(draft, "og:url")):
        url = absolute_url(href, base)
        if url and _is_page_url(url) and (given is None or (_is_on_site(url, given) and _is_as_specific(url, given))):
            yield Candidate(_with_https(normalize_url(url), given), href)


@rule("url.caller", example="", near_miss="# Harbour closed\n\nThe harbour closed.")
def url_of_caller(draft: Draft) -> Iterator[Candidate[str]]:
    """The caller's URL, if the page has no better one."""
    if draft.given.url:
        yield Candidate(normalize_url(draft.given.url), draft.given.url)


@rule(
    "url.front_matter",
    example="---\ntitle: Harbour closed\nurl: https://courier.example/harbour-closed\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nurl: /harbour-closed\n---\n\nThe harbour closed.",
)
def url_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """An absolute http(s) URL under ``url``, ``canonical``, ``link``, ``permalink`` or ``source``."""
    for candidate in front_matter_values(
        draft, ("url", "canonical", "canonical_url", "link", "permalink", "original_url", "source_url", "source")
    ):
        if (absolute_url(candidate.value, None) or "").startswith("http"):
            yield candidate


@rule(
    "url.original",
    example="# Harbour closed\n\nThe harbour closed.\n\nSource: https://courier.example/harbour-closed",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSource: Coast Guard",
)
def url_of_source_line(draft: Draft) -> Iterator[Candidate[str]]:
    """The URL in a source line of the text."""
    for link in draft.decided.links:
        if link.kind == "original" and (url := absolute_url(link.href, None)):
            yield Candidate(url, link.text)


def _with_https(url: str, given: str | None) -> str:
    """Return a URL with https if the caller's URL has it on the same host."""
    is_secure = given is not None and given.startswith("https://") and host_of(given) == host_of(url)
    return "https" + url.removeprefix("http") if is_secure and url.startswith("http://") else url


def _is_page_url(url: str) -> bool:
    """True if a URL can be that of an article: a page other than the front page, on a host with a name."""
    parts, host = split_url(url), host_of(url)
    has_name = host is not None and "." in host and not host[-1].isdigit() and "@" not in parts.netloc
    is_page = bool(parts.path.strip("/") or parts.query) and not _FILE_EXTENSION.search(parts.path)
    return has_name and is_page and is_web_address(url)


def _is_on_site(url: str, given: str) -> bool:
    """True if a URL is on the site of the caller's URL, and not on a host for work on its pages."""
    host, given_host = host_of(url) or "", host_of(given) or ""
    work_labels = _WORK_HOST_LABELS.intersection(host.split(".")).difference(given_host.split("."))
    return not work_labels and (host == given_host or registrable_domain(url) == registrable_domain(given))


def _is_as_specific(url: str, given: str) -> bool:
    """True if a URL identifies the article at least as well as the caller's: it is not the URL of the section, for example."""
    path, given_path = _path_parts(url), _path_parts(given)
    if path == given_path:
        return _keeps_query(url, given)
    if path == given_path[: len(path)] or _is_shortened(path, given_path):
        return False
    return len(path) >= len(given_path) or path[-1] == given_path[-1] or _DISTINCTIVE_PART.search(path[-1]) is not None


def _is_shortened(path: list[str], given_path: list[str]) -> bool:
    """True if a URL has a number of the system, or only the first words of the headline, and the caller's has the headline."""
    is_number = len(path) > 1 and path[-2:-1] in (["node"], ["p"]) and path[-1].isdigit()
    last, words = (path or [""])[-1].lower(), (given_path or [""])[-1].lower()
    return _HEADLINE_WORDS.search(words) is not None and (is_number or words.startswith(last + "-"))


def _path_parts(url: str) -> list[str]:
    """Return the parts of the path of a URL that can identify an article."""
    parts = unquote(split_url(url).path).split("/")
    return [_EXTENSION.sub("", part) for part in parts if not _VIEW_PART.fullmatch(part)]


def _keeps_query(url: str, given: str) -> bool:
    """True if a URL keeps the query of the caller's URL, which may identify the article, or has a path that identifies it."""
    needed = {name for name, _ in parse_qsl(split_url(given).query) if not _TRACKING_PARAMETER.fullmatch(name)}
    kept = {name for name, _ in parse_qsl(split_url(url).query)}
    return needed <= kept or any(map(_DISTINCTIVE_PART.search, _path_parts(url)[-1:]))


URL: tuple[Rule[str], ...] = (canonical, url_of_caller, url_in_front_matter, url_of_source_line)
