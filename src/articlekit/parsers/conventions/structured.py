"""What a web page states in JSON-LD, microdata and meta elements, as plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import Any, TypeVar

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.prose import single_spaced, squeeze, visible
from articlekit.parsers.urls import split_url

T = TypeVar("T")

LONGEST = 2000
"""Characters of a stated value that are read."""
PROSE = 100
"""Characters of a block from which on it is prose."""
FAR = 240
"""Characters of a line around the headline, at most."""
HEAD = 6
"""Blocks of the story at whose head a byline or a date can stand."""
MORE = 30
"""Characters of such a line beside the names or the date."""
SHORTEST = 5
"""Letters of a site's name that tell it where it is spelt in two ways."""
MORE_LETTERS = 8
"""Letters by which two spellings of a site's name may differ at their ends."""
MOST = 60
"""Values of one property that are read."""
NEWS = frozenset(
    "newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle"
    " liveblogposting".split()
)
"""The types of schema.org in which papers describe their reports, in lower case."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_GAP = re.compile(r"\s*(?:\s[|–—·•:»«<>/-]{1,3}\s|\s?\|\s?|：|--|\s:\s?|\s-(?=[A-Z]))\s*")
_DATE = re.compile(r"[\d./ -]{6,12}")


def once(draft: Draft, name: str, work: Callable[[Draft], T]) -> T:
    """What ``work`` finds in the draft, worked out when it is first asked for."""
    if name not in draft.memo:
        draft.memo[name] = work(draft)
    found: T = draft.memo[name]
    return found


def words_of(value: object) -> str | None:
    """A stated string as words: white space folded, entities resolved, tags taken out. None where it is none."""
    return _words(value[:LONGEST]) if isinstance(value, str) and value else None


@lru_cache(maxsize=128)  # Pages state a headline and a name in many places, and many rules read each.
def _words(text: str) -> str | None:
    for _ in range(2):  # Content systems escape what is escaped already.
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    if "<" in text:
        text = _TAG.sub("", text)
    return single_spaced(visible(text)) or None


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


def name_of(value: object) -> str | None:
    """The name of a stated person, body or work: the node's ``name``, or the string itself."""
    return words_of(value.get("name")) if isinstance(value, dict) else words_of(value)


def types_of(node: dict[str, Any]) -> frozenset[str]:
    """The types of a JSON-LD node in lower case, without the vocabulary's address."""
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(name.rpartition("/")[2].rpartition(":")[2].lower() for name in names if isinstance(name, str))


def is_web_page(draft: Draft) -> bool:
    """Whether the draft is of a web page, which has rules of its own: a heading over its text may be a section's."""
    return bool(draft.headings) or "html:title" in draft.meta or "html:h1" in draft.meta


def standing(draft: Draft, line: str, said: int) -> tuple[DraftBlock, ...]:
    """The block at the head of the story that a line beside the headline is, if it is little longer than ``said`` characters."""
    if len(line) > said + MORE:
        return ()
    return tuple(block for block in draft.body()[:HEAD] if block.text == line or _is_rest(block.text, line))[:1]


def _is_rest(words: str, line: str) -> bool:
    """Whether ``words`` are what a rule left of a line when it took the date from its middle."""
    return "\n" in words and all(part in line for part in words.split("\n"))


def title_place(draft: Draft) -> int | None:
    """Where the headline stands among the lines beside it. None: it does not."""
    return once(draft, "title_place", _title_place)


def _title_place(draft: Draft) -> int | None:
    title = squeeze(draft.title or "")
    least, most = len(title), 2 * len(title) + MORE
    places = [
        place
        for place, line in enumerate(draft.beside)
        if least <= len(line.text) <= most and squeeze(line.text) == title
    ]
    headings = [place for place in places if draft.beside[place].kind == "heading"]
    return headings[0] if headings else max(places, default=None)


def site_names(draft: Draft) -> frozenset[str]:
    """What the page calls its site and its publisher, squeezed, and the labels of its address."""
    return once(draft, "site_names", _site_names)


def _site_names(draft: Draft) -> frozenset[str]:
    return draft.site_names | frozenset(_labels(draft.url)) if draft.url else draft.site_names


def stated_site_names(draft: Draft) -> frozenset[str]:
    """What the page calls its site and its publisher, squeezed, and the labels of the addresses that it states."""
    stated = [
        *meta(
            draft,
            "og:site_name",
            "application-name",
            "apple-mobile-web-app-title",
            "publisher",
            "dc.publisher",
            "dcterms.publisher",
        ),
        *filter(None, map(words_of, draft.meta.get("jsonld:website", ()))),
        *(
            name
            for node in (draft.node, draft.item)
            for value in values_of(node, "publisher")
            if (name := name_of(value))
        ),
    ]
    names = {squeeze(name) for name in stated}
    for address in (*draft.meta.get("meta:og:url", ())[:1], *draft.meta.get("link:canonical", ())[:1]):
        names.update(_labels(address))
    return frozenset(names | {name.removeprefix("the") for name in names}) - {""}


def _labels(address: str) -> Iterator[str]:
    """The host of an address, whole and label by label, squeezed."""
    host = split_url(address).netloc.lower().removeprefix("www.")
    if host:
        yield squeeze(host)
        labels = host.split(".")[:-1]
        yield from (squeeze(label) for label in labels if len(label) > 2 and label not in ("com", "www", "news"))


def without_site(words: str, names: frozenset[str]) -> str:
    """``words`` without the site's name behind or before them, where a bar or a dash sets it off.

    >>> without_site("Harbour closed | News | Harbour Courier", frozenset({"harbourcourier"}))
    'Harbour closed | News'
    """
    gaps = _gaps(words)
    while gaps and _is_site(words[gaps[-1][1] :], names):
        words, gaps = words[: gaps[-1][0]], gaps[:-1]
        if gaps and _DATE.fullmatch(words[gaps[-1][1] :]):
            words, gaps = words[: gaps[-1][0]], gaps[:-1]
    if len(gaps) > 1 and _DATE.fullmatch(words[gaps[-1][1] :]) and _is_site(words[gaps[-2][1] : gaps[-1][0]], names):
        words, gaps = words[: gaps[-2][0]], gaps[:-2]
    while gaps and _is_site(words[: gaps[0][0]], names):
        shift = gaps[0][1]
        words, gaps = words[shift:], tuple((start - shift, end - shift) for start, end in gaps[1:])
    return words.strip()


@lru_cache(maxsize=64)  # Each title is taken apart by many rules.
def _gaps(words: str) -> tuple[tuple[int, int], ...]:
    """Where the bars and dashes in ``words`` begin and end."""
    return tuple(gap.span() for gap in islice(_GAP.finditer(words), 30))


def beginnings(words: str) -> Iterator[str]:
    """What stands before each bar or dash in ``words``."""
    return (words[:start] for start, _ in _gaps(words))


def segments(words: str) -> list[str]:
    """What stands between the bars and dashes in ``words``."""
    return _GAP.split(words, maxsplit=30)


def _is_site(part: str, names: frozenset[str]) -> bool:
    name = squeeze(part)
    if not name or name in names or name.removeprefix("the") in names:
        return True
    if len(name) < 4 or len(part.split()) > 6:
        return False
    return any(_extends(name, known) or _extends(known, name) for known in names)


def _extends(longer: str, shorter: str) -> bool:
    """Whether a name is another one with little behind it: ``harbourcourierlive``, ``harbourcourier``."""
    if len(shorter) < SHORTEST:
        return False
    more = len(longer) - len(shorter)
    return (longer.startswith(shorter) and more <= MORE_LETTERS) or (longer.endswith(shorter) and more <= 3)


def below_prose(draft: Draft) -> frozenset[str]:
    """The short blocks of the story below its first long one, without line breaks: what stands there is told, and beside no headline."""
    return once(draft, "below_prose", _find_below_prose)


def _find_below_prose(draft: Draft) -> frozenset[str]:
    blocks = [block for block in draft.blocks if block.kind != "heading"]
    first = next((place for place, block in enumerate(blocks) if len(block.text) >= PROSE), len(blocks))
    return frozenset(unbroken(block) for block in blocks[first:] if len(block.text) <= FAR)


def unbroken(block: DraftBlock) -> str:
    """The words of a block without line breaks."""
    return block.text.replace("\n", "")
