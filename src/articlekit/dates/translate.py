"""Dates with the month in another language's words, put into the English that the rules read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from articlekit.dates.calendar import MONTHS
from articlekit.dates.languages import HALVES, LANGUAGES
from articlekit.dates.zones import OFFSETS

_LETTER = r"[^\W\d_]"
_ANY_DIGIT = re.compile(r"\d")
_FOREIGN_DIGIT = re.compile(r"(?=[^0-9])\d")
_STEPS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
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
"""What stands for a blank, a dash or a colon in one language or another. All hold for text after :func:`fold`."""
_BOUND = re.compile(
    rf"(?<=\d) ?(?:[年년月월日일時时点點시分분]|(?:-?(?:er|o|a|e|ko|го|е|й|ro)|h(?: ?\d\d)?(?: ?min)?)(?!\d|{_LETTER}))"
)
"""What belongs to the number before it."""
_LAST_STEPS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<!\d)\.|\.(?!\d)", " "),
        (r"(?<!:\d\d )\b(AM|PM) *(\d\d?:\d\d)", r"\2 \1"),
        (r"\s*,[\s,]*", ", "),
        (r"\s+", " "),
        (r"^March,? (?=\d\d? [A-Z])", ""),  # Tuesday, which several languages shorten to the same three letters
        (r"^ ?(\d{4}),? ([A-Z][a-z]+ \d\d?|\d\d? [A-Z][a-z]+)\b", r"\2 \1"),
        (r"\b((?:1[5-9]|20)\d\d(?:,| [-–—|/])?) (\d\d?)\.(\d\d)(?![.\d])", r"\1 \2:\3"),
    )
)
"""What is left to put right once the words are English. A clock may have a full stop where it follows a year."""


def translated(text: str, language: str) -> str | None:
    """``text`` in English; None where it has a word that is none of a date's in ``language``.

    >>> translated("Dienstag, 14. Mai 2024, 23.05 Uhr", "de-AT")
    '14 May 2024, 23:05'
    """
    tables = _tables().get(re.split("[-_]", language.lower(), maxsplit=1)[0])
    if tables is None or not _ANY_DIGIT.search(text):
        return None
    text = _swapped(fold(text), _STEPS)
    words = _words(tables)
    left = words.sub(lambda found: _english(tables).get(found[0], "?"), text)
    return None if "?" in left else _swapped(left, _LAST_STEPS).strip(" ,-–—|/·•:")


def date_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where in ``text`` nothing stands but the words of dates in ``language``, digits and marks, at least one digit among them.

    >>> [("Publicerad 12 maj 2025 kl 09.30. Uppdaterad")[slice(*span)] for span in date_spans("Publicerad 12 maj 2025 kl 09.30. Uppdaterad", "sv")]
    [' 12 maj 2025 kl 09.30. ']
    """
    tables = _tables().get(re.split("[-_]", language.lower(), maxsplit=1)[0])
    letters = [(place, letter) for place, sign in enumerate(text) for letter in fold(sign)]
    if tables is None or not letters:
        return
    plain = "".join(letter for _, letter in letters)
    known = set().union(*(range(*found.span()) for found in _BOUND.finditer(plain)))
    words = (found for found in _words(tables).finditer(plain) if found.start() not in known)
    other = (found.start() for found in words if found[0] not in _english(tables) or _is_part(found))
    begin = 0
    for end in (*other, len(plain)):
        if _ANY_DIGIT.search(plain, begin, end):
            yield letters[begin][0], letters[end - 1][0] + 1
        begin = end + 1


def _is_part(found: re.Match[str]) -> bool:
    """Whether what was found is one letter of a longer word."""
    beside = found.string[max(0, found.start() - 1) : found.start()] + found.string[found.end() : found.end() + 1]
    return len(found[0]) == 1 and any(map(str.isalpha, beside))


def is_date_word(word: str) -> bool:
    """Whether a word stands beside days and months in one language or another, as weekdays do; the months themselves are not asked.

    >>> is_date_word("Montag"), is_date_word("الأحد"), is_date_word("Mai")
    (True, True, False)
    """
    return fold(word) in _beside_dates()


@cache
def _beside_dates() -> frozenset[str]:
    """The words of all languages that add nothing to a date, without those of a letter or two, which mean many things."""
    words = (fold(word) for _, other in _tables().values() for word in other.split())
    return frozenset(word for word in words if len(word) > 2 and "_" not in word)


def fold(text: str) -> str:
    """``text`` in small letters, without accents and other marks, with the digits 0 to 9.

    >>> fold("14 ΜΑΪ́ΟΥ ٢٠٢٤")
    '14 μαιου 2024'
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower().replace("ı", "i"))
    plain = "".join(letter for letter in apart if unicodedata.category(letter) not in ("Mn", "Mc", "Me", "Cf"))
    return _FOREIGN_DIGIT.sub(lambda found: str(int(found[0])), unicodedata.normalize("NFC", plain))


def _swapped(text: str, steps: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, put in steps:
        text = pattern.sub(put, text)
    return text


@cache
def _tables() -> dict[str, tuple[str, str]]:
    """The months and the other words of every language."""
    lines = LANGUAGES.strip().splitlines()
    rows = zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    return {tag: (months, other) for tags, months, other in rows for tag in tags.split()}


@cache
def _english(tables: tuple[str, str]) -> dict[str, str]:
    """What each word of a language is in English; what adds nothing is a blank."""
    months, other = tables
    rows = [("h", " "), *((names, half) for half, names in HALVES.items()), (other, " ")]
    rows += zip(months.split("|"), MONTHS, strict=True)
    zones = {name.lower(): name for name in OFFSETS if len(name) > 2} | {"мск": "MSK"}
    return zones | {fold(name).replace("_", " "): english for names, english in rows for name in names.split()}


@cache
def _words(tables: tuple[str, str]) -> re.Pattern[str]:
    """Finds every word, the longest known one first; a letter that begins no known word stands alone."""
    names = sorted(_english(tables), key=len, reverse=True)
    known = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!{_LETTER})(?:{known})(?!{_LETTER}|(?<=\d)\d)|{_LETTER}")
