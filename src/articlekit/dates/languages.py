"""How dates are written in each language: the order of day and month, and dates translated into the English that the rules read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal

from articlekit.dates.english_words import MONTHS
from articlekit.dates.language_words import DAY_HALVES, LANGUAGES
from articlekit.dates.time_zones import OFFSET_MINUTES

NumericOrder = Literal["day-first", "month-first", "unknown"]
"""The order of day and month in a numeric date such as ``03/02/2024``."""

_MONTH_FIRST_TAGS = ("en-us", "en-ph")
_NO_FIXED_ORDER = re.compile(r"(?:en|en-ca|es-(?:us|pr)|(?:ja|zh|yue|ko|hu|lt|mn|und|mul)(?:-.*)?)\Z")
"""Tags that do not decide: plain English (used with both orders), Canadian English, Spanish of the United States, and languages
that write the year first."""

_LETTER = r"[^\W\d_]"
_ANY_DIGIT = re.compile(r"\d")
_FOREIGN_DIGIT = re.compile(r"(?=[^0-9])\d")
_REPLACEMENTS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(\d{4}) ?[年년] ?(\d\d?) ?[月월] ?(\d\d?) ?[日일]", r"\1-\2-\3 "),
        (r"(?<!\d)(\d\d?) ?[時时点點시] ?(\d\d) ?[分분]", r"\1:\2 "),
        (r"(?<!\d)(\d\d?) ?[時时点點시] ?(\d) ?[分분]", r"\1:0\2 "),
        (rf"(?<![:.\d])(\d\d?) ?h ?(\d\d)(?: ?min)?(?!\d|{_LETTER})", r"\1:\2"),
        (rf"(?<![:.\d])(\d\d?) ?h(?!\d|{_LETTER})", r"\1:00"),
        (r"(\d{4})\. ?(\d\d?)\. ?(\d\d?)(?:\.(?!\d)|(?![.\d]))", r"\1-\2-\3"),
        (r"(?<!\d)(\d\d?)\. (?=\d\d?\. ?\d|\d{4})", r"\1."),
        (rf"(?<=\d)(?:-?(?:er|o|a|e|ko|го|е|й|ro)|\.)(?!\d|{_LETTER})", ""),
        (r"['’`´()]", " "),
    )
)
"""Replacements before the words are translated: signs and letters of a language that stand for a space, a dash or a colon. They
apply to the output of :func:`fold_accents`."""
_NUMBER_SUFFIX = re.compile(
    rf"(?<=\d) ?(?:[年년月월日일時时点點시分분]|(?:-?(?:er|o|a|e|ko|го|е|й|ro)|h(?: ?\d\d)?(?: ?min)?)(?!\d|{_LETTER}))"
)
"""Letters that belong to the number before them: the endings of ordinals, and signs for year, month, day and hour."""
_FINAL_REPLACEMENTS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<!\d)\.|\.(?!\d)", " "),
        (r"\b(AM|PM) *(\d\d?:\d\d)", r"\2 \1"),
        (r"\s*,[\s,]*", ", "),
        (r"\s+", " "),
        (r"^March,? (?=\d\d? [A-Z])", ""),  # not March: "mar" is also short for Tuesday in several languages
        (r"^ ?(\d{4}),? ([A-Z][a-z]+ \d\d?|\d\d? [A-Z][a-z]+)\b", r"\2 \1"),
        (r"\b((?:1[5-9]|20)\d\d(?:,| [-–—|/])?) (\d\d?)\.(\d\d)(?![.\d])", r"\1 \2:\3"),
    )
)
"""Replacements after the words are translated. After a year, a time of day may have a full stop (``2024 23.05``)."""


def is_english(language: str | None) -> bool:
    """True for English, and if no language is stated."""
    return language is None or re.match(r"en(?![a-z])", language, re.IGNORECASE) is not None


def numeric_order(language: str | None) -> NumericOrder:
    """Return the order of day and month in a numeric date: month first in US English, day first in most other languages.

    Plain ``en`` decides nothing, because sites with either habit use it; nor does a language that writes the year first.
    """
    tag = (language or "en").replace("_", "-").lower()
    if _NO_FIXED_ORDER.match(tag):
        return "unknown"
    return "month-first" if tag in _MONTH_FIRST_TAGS else "day-first"


def to_english(text: str, language: str) -> str | None:
    """Return the date ``text`` in English, or None if it has a word that does not occur in dates of ``language``.

    >>> to_english("Dienstag, 14. Mai 2024, 23.05 Uhr", "de-AT")
    '14 May 2024, 23:05'
    """
    tables = _word_lists(language)
    if tables is None or not _ANY_DIGIT.search(text):  # every date has a digit: most strings end here
        return None
    text = _replace_all(fold_accents(text), _REPLACEMENTS)
    words = _word_pattern(tables)
    english = words.sub(lambda found: _english_words(tables).get(found[0], "?"), text)
    return None if "?" in english else _replace_all(english, _FINAL_REPLACEMENTS).strip(" ,-–—|/·•:")


def date_word_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each part of ``text`` that holds only date words of ``language``, marks, and at least one digit.

    >>> line = "Publicerad 12 maj 2025 kl 09.30. Uppdaterad"
    >>> [line[start:end] for start, end in date_word_spans(line, "sv")]
    [' 12 maj 2025 kl 09.30. ']
    """
    tables = _word_lists(language)
    letters = [(index, letter) for index, character in enumerate(text) for letter in fold_accents(character)]
    if tables is None or not letters:
        return
    folded = "".join(letter for _, letter in letters)
    in_number = set().union(*(range(*found.span()) for found in _NUMBER_SUFFIX.finditer(folded)))
    words = (found for found in _word_pattern(tables).finditer(folded) if found.start() not in in_number)
    breaks = (found.start() for found in words if found[0] not in _english_words(tables) or _is_part_of_word(found))
    start = 0
    for end in (*breaks, len(folded)):
        if _ANY_DIGIT.search(folded, start, end):
            yield letters[start][0], letters[end - 1][0] + 1
        start = end + 1


def _is_part_of_word(found: re.Match[str]) -> bool:
    """True if the match is one letter of a longer word: known words match only as whole words."""
    neighbours = found.string[max(0, found.start() - 1) : found.start()] + found.string[found.end() : found.end() + 1]
    return any(map(str.isalpha, neighbours))


def is_date_word(word: str) -> bool:
    """True if a word accompanies days and months in any language, as weekdays do. Names of months do not count.

    >>> is_date_word("Montag"), is_date_word("الأحد"), is_date_word("Mai")
    (True, True, False)
    """
    return fold_accents(word) in _other_date_words()


@cache
def _other_date_words() -> frozenset[str]:
    """Return the date words of all languages other than months, except those of one or two letters, which have other meanings too."""
    words = (fold_accents(word) for _, other in _tables().values() for word in other.split())
    return frozenset(word for word in words if len(word) > 2)


def fold_accents(text: str) -> str:
    """Return ``text`` in lower case, without accents and other marks, with the digits 0 to 9.

    >>> fold_accents("14 ΜΑΪ́ΟΥ ٢٠٢٤")
    '14 μαιου 2024'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("ı", "i"))
    letters = "".join(letter for letter in decomposed if unicodedata.category(letter) not in ("Mn", "Mc", "Me", "Cf"))
    return _FOREIGN_DIGIT.sub(lambda found: str(int(found[0])), unicodedata.normalize("NFC", letters))


def _replace_all(text: str, replacements: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in replacements:
        text = pattern.sub(replacement, text)
    return text


def _word_lists(language: str) -> tuple[str, str] | None:
    """Return the months and the other date words of the language of a BCP 47 tag. None: the language is not known."""
    return _tables().get(re.split("[-_]", language.lower(), maxsplit=1)[0])


@cache
def _tables() -> dict[str, tuple[str, str]]:
    """Return, for each language, its months and its other date words, as :data:`LANGUAGES` lists them."""
    lines = LANGUAGES.strip().splitlines()
    rows = zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    return {tag: (months, other) for tags, months, other in rows for tag in tags.split()}


@cache
def _english_words(tables: tuple[str, str]) -> dict[str, str]:
    """Return the English of each date word of a language: a month, a half of the day, a time zone, or a space for all others."""
    months, other = tables
    rows = [("h", " "), *((names, half) for half, names in DAY_HALVES.items()), (other, " ")]
    rows += zip(months.split("|"), MONTHS, strict=True)
    zones = {name.lower(): name for name in OFFSET_MINUTES if name != "Z"} | {"мск": "MSK"}
    return zones | {fold_accents(name).replace("_", " "): english for names, english in rows for name in names.split()}


@cache
def _word_pattern(tables: tuple[str, str]) -> re.Pattern[str]:
    """Return a pattern that finds every known word, the longest first, and any other letter by itself."""
    names = sorted(_english_words(tables), key=len, reverse=True)
    known = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!{_LETTER})(?:{known})(?!{_LETTER}|(?<=\d)\d)|{_LETTER}")
