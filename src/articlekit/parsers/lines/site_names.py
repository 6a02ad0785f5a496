"""Titles that hold the name of the site: ``Harbour closed | Harbour Courier``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from articlekit.parsers.lines.normalize import match_key

MIN_SITE_NAME_LETTERS = 5
"""Letters of a site's name that tell it where it is spelt in two ways."""


MAX_EXTRA_LETTERS = 8
"""Letters by which two spellings of a site's name may differ at their ends."""


_GAP = re.compile(r"\s*(?:\s[|–—·•:»«<>/-]{1,3}\s|\s?\|\s?|：|--|\s:\s?|\s-(?=[A-Z]))\s*")


_DATE = re.compile(r"[\d./ -]{6,12}")


def without_site_name(words: str, names: frozenset[str]) -> str:
    """``words`` without the site's name behind or before them, where a bar or a dash sets it off.

    >>> without_site_name("Harbour closed | News | Harbour Courier", frozenset({"harbourcourier"}))
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


def before_separators(words: str) -> Iterator[str]:
    """What stands before each bar or dash in ``words``."""
    return (words[:start] for start, _ in _gaps(words))


def split_at_separators(words: str) -> list[str]:
    """What stands between the bars and dashes in ``words``."""
    return _GAP.split(words, maxsplit=30)


def _is_site(part: str, names: frozenset[str]) -> bool:
    name = match_key(part)
    if not name or name in names or name.removeprefix("the") in names:
        return True
    if len(name) < 4 or len(part.split()) > 6:
        return False
    return any(_extends(name, known) or _extends(known, name) for known in names)


def _extends(longer: str, shorter: str) -> bool:
    """Whether a name is another one with little behind it: ``harbourcourierlive``, ``harbourcourier``."""
    if len(shorter) < MIN_SITE_NAME_LETTERS:
        return False
    more = len(longer) - len(shorter)
    return (longer.startswith(shorter) and more <= MAX_EXTRA_LETTERS) or (longer.endswith(shorter) and more <= 3)
