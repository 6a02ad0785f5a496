"""Titles that include the name of the site: ``Harbour closed | Harbour Courier``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from articlekit.parsers.lines.normalize import match_key

MIN_SITE_NAME_LETTERS = 5
"""Letters that a site's name needs at least to match a longer spelling of it."""
MAX_SEPARATORS = 30
"""Bars and dashes in a title that are looked at, so that a hostile title costs little time."""
MAX_EXTRA_LETTERS = 8
"""Letters that the longer of two spellings of a site's name may have extra at its end."""
MAX_EXTRA_LEADING_LETTERS = 3
"""Letters that it may have extra at its beginning: ``the``."""
MAX_SITE_NAME_WORDS = 6
"""Words of a part of a title that is compared with longer and shorter spellings."""

_SEPARATOR = re.compile(r"\s*(?:\s[|–—·•:»«<>/-]{1,3}\s|\s?\|\s?|：|--|\s:\s?|\s-(?=[A-Z]))\s*")
_DATE = re.compile(r"[\d./ -]{6,12}")


def without_site_name(words: str, names: frozenset[str]) -> str:
    """Return ``words`` without the site's name before or after them, if a bar or a dash separates it.

    ``names`` are match keys.

    >>> without_site_name("Harbour closed | News | Harbour Courier", frozenset({"harbourcourier"}))
    'Harbour closed | News'
    """
    separators = _separators(words)
    while separators and _is_site_name(words[separators[-1][1] :], names):
        words, separators = words[: separators[-1][0]], separators[:-1]
        if separators and _DATE.fullmatch(words[separators[-1][1] :]):
            words, separators = words[: separators[-1][0]], separators[:-1]
    if (
        len(separators) > 1
        and _DATE.fullmatch(words[separators[-1][1] :])
        and _is_site_name(words[separators[-2][1] : separators[-1][0]], names)
    ):
        words, separators = words[: separators[-2][0]], separators[:-2]
    while separators and _is_site_name(words[: separators[0][0]], names):
        shift = separators[0][1]
        words, separators = words[shift:], tuple((start - shift, end - shift) for start, end in separators[1:])
    return words.strip()


@lru_cache(maxsize=64)  # Many rules split the same titles.
def _separators(words: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each bar and dash in ``words``."""
    return tuple(separator.span() for separator in islice(_SEPARATOR.finditer(words), MAX_SEPARATORS))


def before_separators(words: str) -> Iterator[str]:
    """Yield the part of ``words`` before each bar or dash."""
    return (words[:start] for start, _ in _separators(words))


def split_at_separators(words: str) -> list[str]:
    """Return the parts of ``words`` between bars and dashes."""
    return _SEPARATOR.split(words, maxsplit=MAX_SEPARATORS)


def _is_site_name(part: str, names: frozenset[str]) -> bool:
    """True if a part of a title is one of ``names``, or another spelling of one."""
    name = match_key(part)
    if not name or name in names or name.removeprefix("the") in names:
        return True
    is_short = len(part.split()) <= MAX_SITE_NAME_WORDS
    return is_short and any(_extends(name, known) or _extends(known, name) for known in names)


def _extends(longer: str, shorter: str) -> bool:
    """True if a name is another name with a few extra letters: ``harbourcourierlive``, ``harbourcourier``."""
    if len(shorter) < MIN_SITE_NAME_LETTERS:
        return False
    extra = len(longer) - len(shorter)
    return (longer.startswith(shorter) and extra <= MAX_EXTRA_LETTERS) or (
        longer.endswith(shorter) and extra <= MAX_EXTRA_LEADING_LETTERS
    )
