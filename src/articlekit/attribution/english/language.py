"""A test whether an article is in English, the one language in which claims are found."""

from __future__ import annotations

import re
from typing import Final

from articlekit.attribution.english.words import CLOSED_CLASS_TAGS
from articlekit.models import Article

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

MAX_SAMPLE_CHARS: Final = 6000
"""How much of the text is looked at. Characters."""

MIN_WORDS: Final = 40
"""A text of fewer words is too short to tell. Words."""

MIN_CLOSED_CLASS_SHARE: Final = 0.2
"""Share of *the*, *of*, *and* and the other words of the closed classes: 0.28 and more in 840 reports in English, 0.13 and
less in 75 in other languages."""


def is_english(article: Article) -> bool:
    """Whether the stated language is English, or none is stated, and the words do not say otherwise."""
    if article.language is not None and article.language.lower().split("-")[0] != "en":
        return False
    words = [word.lower() for word in WORD.findall(article.text[:MAX_SAMPLE_CHARS])]
    return len(words) < MIN_WORDS or sum(word in CLOSED_CLASS_TAGS for word in words) >= MIN_CLOSED_CLASS_SHARE * len(
        words
    )
