"""The words of the calendar as English newspapers write them, with their numbers, and the patterns that match them."""

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
"""What every way to write a month begins with."""
WEEKDAY_KEYS = tuple(name[:3] for name in WEEKDAYS) + tuple(name[:3].upper() for name in WEEKDAYS)
"""What every way to write a weekday begins with."""
DIGIT_KEYS = tuple("0123456789")
"""What every number in digits begins with."""


def _with_capitals(pattern: str, names: tuple[str, ...]) -> str:
    """``pattern`` with each of ``names`` also in capitals, as date lines write them."""
    return f"(?:{pattern}|{'|'.join(name.upper() for name in names)})"


MONTH_NAME = _with_capitals("|".join(MONTHS), MONTHS)
"""A month in full."""
MONTH = _with_capitals(
    r"(?:January|February|March|April|August|September|October|November|December|June|July)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?|May",
    (*MONTHS, "Sept", *(name[:3] for name in MONTHS)),
)
"""A month in full or shortened, with or without a full stop."""
WEEKDAY_NAME = _with_capitals("|".join(WEEKDAYS), WEEKDAYS)
"""A weekday in full."""
WEEKDAY = _with_capitals(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?",
    (*WEEKDAYS, *(name[:3] for name in WEEKDAYS)),
)
"""A weekday in full or shortened; the short forms are no dates by themselves."""
YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)"
"""A year that news writes about, 1500 to 2100. Other numbers of four digits are rarely years."""
NUMBER = (
    rf"(?:{YEAR}(?!\d)|\d\d?(?:[-/.]\d\d?[-/.]\d|:\d\d|(?:\.\d\d)? ?[AaPp][.Mm]|\.\d\d \(?[A-Z]"
    r"|(?:st|nd|rd|th)?(?:(?: of)? [ADFJMNOS]| (?:and|to|through|until) (?:the )?\d|(?: ?[-\u2013\u2014] ?)\d)))"
)
"""How the number looks that a date, a time of day or a run of either begins with: most numbers in a text do not."""
COUNT = rf"(?:\d{{1,3}}|[Aa]n?|(?i:{'|'.join(SMALL_NUMBERS[1:])}))"
"""How many: in digits, as ``a``, or in words up to twenty."""
OWNED = r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir|[Yy]our|[Mm]y|[Ee]very|[Ee]ach|\w{1,24}['’]s|\w{1,24}s['’])"
"""Before ``last week``: what makes it the last of a row instead of the one before this."""

_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
_COUNTS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(SMALL_NUMBERS)}


def month_number(name: str) -> int:
    """1 to 12 for any way to write a month.

    >>> month_number("Sept."), month_number("MAY")
    (9, 5)
    """
    return _MONTH_NUMBERS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, for any way to write a weekday.

    >>> weekday_number("Sun")
    6
    """
    return _WEEKDAY_NUMBERS[name[:3].lower()]


def count(words: str) -> int:
    """The number that a match of :data:`COUNT` says.

    >>> count("Five"), count("a"), count("12")
    (5, 1, 12)
    """
    return int(words) if words.isdecimal() else _COUNTS[words.lower()]
