"""BCP 47 language tags, in the forms that pages and front matter use."""

from __future__ import annotations

import re

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
"""A BCP 47 tag, with hyphens or underscores."""


_LANGUAGE_CODES = {
    "english": "en", "deutsch": "de", "german": "de", "français": "fr", "french": "fr", "español": "es", "spanish": "es", "italiano": "it",
    "italian": "it", "português": "pt", "portuguese": "pt", "nederlands": "nl", "dutch": "nl", "svenska": "sv", "swedish": "sv",
    "polski": "pl", "polish": "pl", "russian": "ru", "arabic": "ar", "chinese": "zh", "japanese": "ja", "korean": "ko", "turkish": "tr",
    "hindi": "hi",
}  # fmt: skip
"""Languages that pages state by name, in lower case, and their codes."""


_REPLACED_CODES = {"iw": "he", "in": "id", "ji": "yi"}
"""Withdrawn ISO 639 codes, and the codes that replace them."""


def read_language_tag(words: str) -> str | None:
    """Return the first BCP 47 tag in a metadata value, in its usual form. None if it is not a tag.

    The name of a language becomes its tag.

    >>> read_language_tag("en_us"), read_language_tag("pt-BR, en"), read_language_tag("zh-hant-tw"), read_language_tag("English")
    ('en-US', 'pt-BR', 'zh-Hant-TW', 'en')
    """
    first = words.partition(",")[0].strip()
    tag = _LANGUAGE_CODES.get(first.lower(), first)
    if not LANGUAGE_TAG.fullmatch(tag):
        return None
    language, *subtags = re.split("[-_]", tag)
    return "-".join([_REPLACED_CODES.get(language.lower(), language.lower()), *map(_subtag, subtags)])


def _subtag(part: str) -> str:
    """Return a subtag in its usual form: a country in capitals, a script capitalized."""
    if len(part) == 2:
        return "GB" if part.lower() == "uk" else part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()
