"""What front matter or the caller states outright: language, section, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.rules import Candidate, Rule, rule

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


def read_language(words: str) -> str | None:
    """The first tag of BCP 47 in a statement, in its usual form; the name of a language becomes one. None: it is no tag.

    >>> read_language("en_us"), read_language("pt-BR, en"), read_language("zh-hant-tw"), read_language("English")
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


def stated(draft: Draft, keys: tuple[str, ...]) -> Iterator[Candidate[str]]:
    """Every value that the front matter states under ``keys``, in the order of the keys."""
    for key in keys:
        for value in draft.meta.get(f"front_matter:{key}", ()):
            if value.strip():
                yield Candidate(" ".join(value.split()), value)


@rule("language.caller", example="", near_miss="Headline\n\nThe harbour closed.")
def language_of_caller(draft: Draft) -> Iterator[Candidate[str]]:
    """The language that the caller gives in :attr:`Options.language`."""
    if draft.given_language:
        yield Candidate(draft.given_language, "")


@rule(
    "language.front_matter",
    example="---\ntitle: Harbour closed\nlang: en-GB\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nlang: plain English\n---\n\nThe harbour closed.",
)
def language_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """A BCP 47 tag under ``lang``, ``language`` or ``locale``."""
    for candidate in stated(draft, ("lang", "language", "locale")):
        if tag := read_language(candidate.value):
            yield Candidate(tag, candidate.raw)


@rule(
    "section.front_matter",
    example="---\ntitle: Harbour closed\nsection: Local news\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nsections of quay: 3\n---\n\nThe harbour closed.",
)
def section_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """The first value under ``section``, ``category`` or ``categories``."""
    return stated(draft, ("section", "category", "categories"))


@rule(
    "tags.front_matter",
    example="---\ntitle: Harbour closed\ntags: [harbour, strike]\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprice tags: none\n---\n\nThe harbour closed.",
)
def tags_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """The values under ``tags`` or ``keywords``; one value that holds commas is several."""
    seen: set[str] = set()
    for candidate in stated(draft, ("tags", "keywords")):
        for tag in (part.strip() for part in candidate.value.split(",")):
            if tag and tag not in seen:
                seen.add(tag)
                yield Candidate(tag, candidate.raw)


LANGUAGE: tuple[Rule[str], ...] = (language_of_caller, language_in_front_matter)
SECTION: tuple[Rule[str], ...] = (section_in_front_matter,)
TAGS: tuple[Rule[str], ...] = (tags_in_front_matter,)
