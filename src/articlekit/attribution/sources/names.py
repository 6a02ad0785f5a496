"""The parts of a name, as keys for comparing: surname, given name, brand, acronyms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from articlekit.attribution.english.lexicon import BRAND_SUFFIXES
from articlekit.attribution.english.words import Word

GENERATIONS: Final = frozenset("jr jr. sr sr. ii iii".split())
"""Words after a surname that distinguish parent and child."""

INITIALS: Final = re.compile(r"(?:[A-Z]\.-?)+")
"""Initials of given names: ``J. R.``"""


@lru_cache(maxsize=1 << 12)
def name_key(name: str) -> str:
    """Return a name for comparing: lower case, without an article or a possessive ending."""
    name = re.sub(r"^(?:the|a|an) ", "", name.casefold())
    return re.sub(r"['’]s?$", "", name)


def surname(name: str) -> str:
    """Return the last word of a name, for comparing; empty for an empty name.

    >>> surname("Asa Tandy Jr.")
    'tandy'
    """
    parts = [part for part in name_key(name).split() if part not in GENERATIONS]
    return parts[-1] if parts else ""


def given_name(name: str) -> str:
    """Return the first word of a name, for comparing; empty for a name of one word.

    >>> given_name("Asa Tandy Jr.")
    'asa'
    """
    parts = [part for part in name_key(name).split() if part not in GENERATIONS]
    return parts[0] if len(parts) > 1 else ""


def brand_name(key: str) -> str:
    """Return a company's key without the last words that say what it is; empty if there are no such words.

    >>> brand_name("tarn foods plc")
    'tarn'
    """
    words = key.split()
    while words and words[-1].rstrip(".") in BRAND_SUFFIXES:
        words.pop()
    return " ".join(words) if len(words) < len(key.split()) else ""


def acronyms(name: str) -> set[str]:
    """Return the possible acronyms of a name, with and without its small words.

    >>> sorted(acronyms("Union of Harbour Workers"))
    ['UHW', 'UOHW']
    """
    spoken = re.findall(r"[^\W_][\w'’]*", name)
    words = [w for w in spoken if w.lower() != "the"]
    if len(words) < 2:
        return set()
    forms = (spoken, words, [w for w in words if w[0].isupper()])
    return {"".join(w[0] for w in form).upper() for form in forms}


def has_initials(name: list[Word]) -> bool:
    """True if a name of several words begins with initials: ``J. R. Tandy``."""
    return len(name) > 1 and INITIALS.fullmatch(name[0].text) is not None


def text_of(text: str, words: list[Word]) -> str:
    """Return the words as the text has them, without a possessive ending; empty for no words."""
    if not words:
        return ""
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", text[words[0].start : words[-1].end])
