"""The builder of patterns that match any of several phrases."""

from __future__ import annotations

import re


def phrase_pattern(*phrases: str, ending: str = "", flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Return one pattern that matches any of ``phrases`` (regular expressions) with ``ending`` after it."""
    return re.compile(rf"(?:{'|'.join(phrases)}){ending}", flags)
