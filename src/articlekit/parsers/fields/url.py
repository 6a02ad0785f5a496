"""The address under which a web page wants to be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import parse_qsl, unquote

from articlekit.parsers.draft import Draft
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.urls import (
    absolute_url,
    host_of,
    is_web_address,
    normalize_url,
    registrable_domain,
    split_url,
)

_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_WORKSHOPS = frozenset("localhost local staging stage dev test preview origin cms".split())
"""Labels of hosts on which papers make their pages: an address there is a mistake of the template."""
_VIEW = re.compile(r"amp(?:\.html?)?|print|index\.\w{2,5}|page|\d{1,2}|", re.IGNORECASE)
"""A part of a path that tells a view of a page or a page of many, and no article."""
_ENDING = re.compile(r"(?:\.amp)?\.(?:html?|amp|php|aspx?)$", re.IGNORECASE)
_TELLING = re.compile(r"\d{4}|\w[-_]\w+[-_]\w")
"""A part of a path that can tell one article from all others: it has three words or a number."""
_WORDS = re.compile(r"[^\W\d_]{2,}[-_][^\W\d_]{2,}")
"""Words of a headline in a path."""
_FILE = re.compile(r"\.(?:txt|xml|json|rss|css|js|ico|jpe?g|png|gif|webp|svg)$", re.IGNORECASE)
"""The ending of a path that leads to no page."""
_TRACKER = re.compile(r"utm_\w+|\w{0,4}clid|ref|source|cmp|cid|ocid|share|amp|outputtype", re.IGNORECASE)
"""Parameters that tell where a reader came from."""


@rule(
    "url.canonical",
    example=f"<link rel='canonical' href='https://courier.example/harbour-closed'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<link rel='canonical' href='/harbour-closed'><h1>Harbour closed</h1>{_STORY}",
)
def canonical(draft: Draft) -> Iterator[Candidate[str]]:
    """The canonical link or ``og:url``: an address of a page; on the caller's site and no vaguer than his, where he gives one."""
    given = draft.given.url
    base = (
        absolute_url(draft.facts.base or "", given)
        or given
        or next(filter(is_web_address, meta_values(draft, "og:url")), None)
    )
    for href in chain(draft.facts.meta.get("link:canonical", ()), meta_values(draft, "og:url")):
        url = absolute_url(href, base)
        if url and _leads_to_page(url) and (given is None or (_is_on_site(url, given) and _is_as_exact(url, given))):
            yield Candidate(_as_safe(normalize_url(url), given), href)


def _as_safe(url: str, given: str | None) -> str:
    """An address with https where the caller reached the same host so."""
    secure = given is not None and given.startswith("https://") and host_of(given) == host_of(url)
    return "https" + url.removeprefix("http") if secure and url.startswith("http://") else url


def _leads_to_page(url: str) -> bool:
    """Whether an address can be an article's: of a page that is not the front page, on a host that has a name."""
    parts, host = split_url(url), host_of(url)
    named = host is not None and "." in host and not host[-1].isdigit() and "@" not in parts.netloc
    leads = bool(parts.path.strip("/") or parts.query) and not _FILE.search(parts.path)
    return named and leads and is_web_address(url)


def _is_on_site(url: str, given: str) -> bool:
    """Whether an address is on the site of the caller's, and not where its pages are made."""
    host, known = host_of(url) or "", host_of(given) or ""
    made = _WORKSHOPS.intersection(host.split(".")).difference(known.split("."))
    return not made and (host == known or registrable_domain(url) == registrable_domain(given))


def _is_as_exact(url: str, given: str) -> bool:
    """Whether an address tells the article no more vaguely than the caller's: it is not that of the section, say."""
    told, asked = _path(url), _path(given)
    if told == asked:
        return _keeps_query(url, given)
    if told == asked[: len(told)] or _is_cut(told, asked):
        return False
    return len(told) >= len(asked) or told[-1] == asked[-1] or _TELLING.search(told[-1]) is not None


def _is_cut(told: list[str], asked: list[str]) -> bool:
    """Whether an address has a system's number, or only the beginning of the words, where the caller's has words."""
    number = len(told) > 1 and told[-2:-1] in (["node"], ["p"]) and told[-1].isdigit()
    last, words = (told or [""])[-1].lower(), (asked or [""])[-1].lower()
    return _WORDS.search(words) is not None and (number or (last != words and words.startswith(last + "-")))


def _path(url: str) -> list[str]:
    """The parts of an address's path that tell which article it is."""
    parts = unquote(split_url(url).path).split("/")
    return [_ENDING.sub("", part) for part in parts if not _VIEW.fullmatch(part)]


def _keeps_query(url: str, given: str) -> bool:
    """Whether an address keeps what the caller's asks for, which may be the article, or has a path that tells it."""
    asked = {name for name, _ in parse_qsl(split_url(given).query) if not _TRACKER.fullmatch(name)}
    kept = {name for name, _ in parse_qsl(split_url(url).query)}
    return asked <= kept or any(map(_TELLING.search, _path(url)[-1:]))


WEB_URL: tuple[Rule[str], ...] = (canonical,)


@rule("url.caller", example="", near_miss="# Harbour closed\n\nThe harbour closed.")
def url_of_caller(draft: Draft) -> Iterator[Candidate[str]]:
    """The address that the caller gives: the article's, where the page does not state a better one."""
    if draft.given.url:
        yield Candidate(normalize_url(draft.given.url), draft.given.url)


@rule(
    "url.front_matter",
    example="---\ntitle: Harbour closed\nurl: https://courier.example/harbour-closed\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nurl: /harbour-closed\n---\n\nThe harbour closed.",
)
def url_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """An absolute http(s) address under ``url``, ``canonical``, ``link``, ``permalink`` or ``source``."""
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
    """The address of the source line."""
    for link in draft.decided.links:
        if link.kind == "original" and (url := absolute_url(link.href, None)):
            yield Candidate(url, link.text)


URL_GIVEN: tuple[Rule[str], ...] = (url_of_caller,)


URL: tuple[Rule[str], ...] = (url_in_front_matter, url_of_source_line)
