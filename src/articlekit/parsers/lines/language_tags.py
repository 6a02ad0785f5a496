"""Language tags of BCP 47, in the forms in which pages and front matter write them."""

from __future__ import annotations

import re

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
"""A tag of BCP 47, also with underscores."""


_NAMES = {
    "english": "en", "deutsch": "de", "german": "de", "français": "fr", "french": "fr", "español": "es", "spanish": "es", "italiano": "it",
    "italian": "it", "português": "pt", "portuguese": "pt", "nederlands": "nl", "dutch": "nl", "svenska": "sv", "swedish": "sv",
    "polski": "pl", "polish": "pl", "russian": "ru", "arabic": "ar", "chinese": "zh", "japanese": "ja", "korean": "ko", "turkish": "tr",
    "hindi": "hi",
}  # fmt: skip
"""Languages that pages call by their names."""


_OLD = {"iw": "he", "in": "id", "ji": "yi"}
"""Codes that were replaced."""


def read_language_tag(words: str) -> str | None:
    """The first tag of BCP 47 in a statement, in its usual form; the name of a language becomes one. None: it is no tag.

    >>> read_language_tag("en_us"), read_language_tag("pt-BR, en"), read_language_tag("zh-hant-tw"), read_language_tag("English")
    ('en-US', 'pt-BR', 'zh-Hant-TW', 'en')
    """
    first = words.partition(",")[0].strip()
    tag = _NAMES.get(first.lower(), first)
    if not LANGUAGE_TAG.fullmatch(tag):
        return None
    language, *subtags = re.split("[-_]", tag)
    return "-".join([_OLD.get(language.lower(), language.lower()), *map(_subtag, subtags)])


def _subtag(part: str) -> str:
    """A part of a tag behind the language: a country in capitals, a script with one."""
    if len(part) == 2:
        return "GB" if part.lower() == "uk" else part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()
