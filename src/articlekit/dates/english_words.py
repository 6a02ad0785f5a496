"""English names of months, weekdays and numbers as newspapers write them, the patterns that match them, and their numbers."""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL_NUMBERS = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty".split()
)

MONTH_KEYS = tuple(name[:3] for name in MONTHS) + tuple(name[:3].upper() for name in MONTHS)
"""The first letters of every way to write a month."""
WEEKDAY_KEYS = tuple(name[:3] for name in WEEKDAYS) + tuple(name[:3].upper() for name in WEEKDAYS)
"""The first letters of every way to write a weekday."""
DIGIT_KEYS = tuple("0123456789")
"""The first character of every number in digits."""


def _with_capitals(pattern: str, names: tuple[str, ...]) -> str:
    """Return ``pattern`` extended by ``names`` in capitals, as date lines write them."""
    return f"(?:{pattern}|{'|'.join(name.upper() for name in names)})"


MONTH_NAME = _with_capitals("|".join(MONTHS), MONTHS)
"""Pattern of a month in full."""
MONTH = _with_capitals(
    r"(?:January|February|March|April|August|September|October|November|December|June|July)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?|May",
    (*MONTHS, "Sept", *(name[:3] for name in MONTHS)),
)
"""Pattern of a month in full or abbreviated, with or without a full stop."""
WEEKDAY_NAME = _with_capitals("|".join(WEEKDAYS), WEEKDAYS)
"""Pattern of a weekday in full."""
WEEKDAY = _with_capitals(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?",
    (*WEEKDAYS, *(name[:3] for name in WEEKDAYS)),
)
"""Pattern of a weekday in full or abbreviated. An abbreviation alone is not a date."""
YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)"
"""Pattern of a year from 1500 to 2100. Other numbers of four digits are rarely years in news."""
NUMBER = (
    rf"(?:{YEAR}(?!\d)|\d\d?(?:[-/.]\d\d?[-/.]\d|:\d\d|(?:\.\d\d)? ?[AaPp][.Mm]|\.\d\d \(?[A-Z]"
    r"|(?:st|nd|rd|th)?(?:(?: of)? [ADFJMNOS]| (?:and|to|through|until) (?:the )?\d|(?: ?[-\u2013\u2014] ?)\d)))"
)
"""Pattern of a number that can begin a date, a time of day or an interval. It rules out most numbers in a text at once."""
COUNT = rf"(?:\d{{1,3}}|[Aa]n?|(?i:{'|'.join(SMALL_NUMBERS[1:])}))"
"""Pattern of a count: in digits, ``a``, or in words up to twenty."""
POSSESSIVE = (
    r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir|[Yy]our|[Mm]y|[Ee]very|[Ee]ach|\w{1,24}['’]s|\w{1,24}s['’])"
)
"""Pattern of a word before ``last week`` that makes it the last week of a series (``the last week``), not the week before this one."""

_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
_COUNTS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(SMALL_NUMBERS)}


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12, however it is written.

    >>> month_number("Sept."), month_number("MAY")
    (9, 5)
    """
    return _MONTH_NUMBERS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """Return the number of a weekday, 0 for Monday to 6 for Sunday, however it is written.

    >>> weekday_number("Sun")
    6
    """
    return _WEEKDAY_NUMBERS[name[:3].lower()]


def parse_count(words: str) -> int:
    """Return the number that a match of :data:`COUNT` states.

    >>> parse_count("Five"), parse_count("a"), parse_count("12")
    (5, 1, 12)
    """
    return int(words) if words.isdecimal() else _COUNTS[words.lower()]
