"""Builders of patterns that match any of several phrases, listed by language."""

from __future__ import annotations

import re
from collections.abc import Mapping


def phrase_pattern(*phrases: str, ending: str = "", flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Return one pattern that matches any of ``phrases`` (regular expressions) with ``ending`` after it."""
    return re.compile(rf"(?:{'|'.join(phrases)}){ending}", flags)


def alternatives(phrases: Mapping[str, str]) -> str:
    """Return one group of a regular expression that holds the phrases of all languages.

    The keys are language codes; each value holds regular expressions separated by ``|``.

    >>> alternatives({"en": "photo|picture", "de": "foto"})
    '(?:photo|picture|foto)'
    """
    return f"(?:{'|'.join(phrases.values())})"
