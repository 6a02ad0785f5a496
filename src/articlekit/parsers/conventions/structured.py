"""What a web page states in JSON-LD, microdata and meta elements, as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any

from articlekit.parsers.draft import Draft
from articlekit.parsers.urls import split_url

LONGEST = 2000
"""Characters of a stated value that are read."""
MOST = 60
"""Values of one property that are read."""
NEWS = frozenset(
    "newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle"
    " liveblogposting".split()
)
"""The types of schema.org in which papers describe their reports, in lower case."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_BETWEEN = re.compile(r"[\W_]+")
_GAP = re.compile(r"\s*(?:\s[|–—·•:»«<>/-]{1,3}\s|\s?\|\s?|：|--|\s:\s?|\s-(?=[A-Z]))\s*")
_DATE = re.compile(r"[\d./ -]{6,12}")


def words_of(value: Any) -> str | None:
    """A stated string as words: white space folded, entities resolved, tags taken out. None where it is none."""
    if not isinstance(value, str) or not value:
        return None
    text = value[:LONGEST]
    for _ in range(2):  # Content systems escape what is escaped already.
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join(text.replace("\xad", "").split()) or None


def values_of(node: dict[str, Any], name: str) -> Iterator[Any]:
    """The values of a property, whether it holds one or a list."""
    value = node.get(name)
    yield from islice(value, MOST) if isinstance(value, list) else () if value is None else (value,)


def meta(draft: Draft, *keys: str) -> Iterator[str]:
    """What meta elements state under ``keys``, in the order of the keys."""
    for key in keys:
        for value in draft.meta.get(f"meta:{key}", ()):
            if words := words_of(value):
                yield words


def name_of(value: Any) -> str | None:
    """The name of a stated person, body or work: the node's ``name``, or the string itself."""
    return words_of(value.get("name")) if isinstance(value, dict) else words_of(value)


def types_of(draft: Draft) -> frozenset[str]:
    """The types of the JSON-LD node about the article, in lower case."""
    kinds = draft.node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(name.rpartition("/")[2].lower() for name in names if isinstance(name, str))


def squeeze(words: str) -> str:
    """``words`` without case, spaces and punctuation, to compare by."""
    return _BETWEEN.sub("", words.casefold())


def site_names(draft: Draft) -> frozenset[str]:
    """The names that the page states for its site and its publisher, squeezed, and the labels of its address."""
    stated = [
        *meta(draft, "og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"),
        *(name for node in (draft.node, draft.item) for value in values_of(node, "publisher") if (name := name_of(value))),
    ]
    names = {squeeze(name) for name in stated}
    return frozenset(names | {name.removeprefix("the") for name in names} | set(_labels(draft))) - {""}


def _labels(draft: Draft) -> Iterator[str]:
    """The host of the page's address, whole, without its ending, and label by label, squeezed."""
    for address in (draft.url, *draft.meta.get("meta:og:url", ())[:1], *draft.meta.get("link:canonical", ())[:1]):
        host = split_url(address).netloc.lower().removeprefix("www.") if address else ""
        labels = host.split(".")
        yield squeeze(host)
        yield from (squeeze(label) for label in labels[:-1] if len(label) > 2 and label not in ("com", "www", "news"))


def without_site(words: str, names: frozenset[str]) -> str:
    """``words`` without the site's name behind or before them, where a bar or a dash sets it off.

    >>> without_site("Harbour closed | News | Harbour Courier", frozenset({"harbourcourier"}))
    'Harbour closed | News'
    """
    gaps = [(gap.start(), gap.end()) for gap in islice(_GAP.finditer(words), 30)]
    while gaps and _is_site(words[gaps[-1][1] :], names):
        words, gaps = words[: gaps[-1][0]], gaps[:-1]
        if gaps and _DATE.fullmatch(words[gaps[-1][1] :]):
            words, gaps = words[: gaps[-1][0]], gaps[:-1]
    if len(gaps) > 1 and _DATE.fullmatch(words[gaps[-1][1] :]) and _is_site(words[gaps[-2][1] : gaps[-1][0]], names):
        words, gaps = words[: gaps[-2][0]], gaps[:-2]
    while gaps and _is_site(words[: gaps[0][0]], names):
        shift = gaps[0][1]
        words, gaps = words[shift:], [(start - shift, end - shift) for start, end in gaps[1:]]
    return words.strip()


def _is_site(part: str, names: frozenset[str]) -> bool:
    name = squeeze(part)
    if not name or name in names or name.removeprefix("the") in names:
        return True
    if len(name) < 4 or len(part.split()) > 6:
        return False
    return any(len(known) > 3 and (name.startswith(known) or known.startswith(name)) for known in names)
