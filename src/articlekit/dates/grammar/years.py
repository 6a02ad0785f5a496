"""Years, and parts and runs of years: ``in 2019``, ``2010 to 2013``, ``the 1990s``, ``the first quarter of 2025``."""

from __future__ import annotations

from articlekit.dates.calendar import DIGIT_KEYS, YEAR
from articlekit.dates.reading import Reading, interval, month, year
from articlekit.dates.rules import Parts, Place, Rule

_FREE = r"(?<![.,:/+\-\u2013])"
_PLURAL = r"(?:was|is|has|as|its|his|this|us|does|perhaps|always|sometimes|plus|across|towards|besides)\b"
_NO_COUNT = (
    r"(?![-\u2013/]?\d|[.,:]\d|[%\u00b0$€£]|-(?!era|model|style)[a-z]|\u2032|'s? hours?"
    rf"|(?:[-\u2013]| )(?!{_PLURAL})[a-z]{{2,14}}s\b"
    r"| (?:registered|likely|adults|people|men|women|children|km|kg|m|ft|feet|percent|per|million|billion|or more)\b)"
)
"""After a year: nothing that makes it a count of things (``of 2000 troops``), an amount or the head of a longer number."""
_AMOUNTS = (
    "total|crowd|force|number|group|sample|average|maximum|minimum|population|excess|elevation|height|depth|speed|price"
    "|cost|fine|poll|survey|staff|capacity|audience|record|high|low|some|all|out|each|one|majority|margin|list|limit"
    "|ratio|rate|distance"
)
_CHANGES = "rose|fell|grew|cut|up|down|increased?|decreased?|reduced|raised|dropped|shrank|divided|multiplied|jumped"
_CONTEXT = (
    "(?:(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Bb]etween|[Tt]hrough)"
    f"|(?:(?P<bar>(?:{_AMOUNTS})(?= of)|(?:{_CHANGES})(?= by)) )?(?:of|[Bb]y)) "
)
_PART_OF_YEAR = r"(?:[Ee]arly(?: |-)|[Ll]ate(?: |-)|[Mm]id(?: |-))"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def one_year(parts: Parts, place: Place) -> Reading:
    """A year."""
    return year(int(parts["year"] or 0))


def run_of_years(parts: Parts, place: Place) -> Reading:
    """From one year to another; ``2015-16`` ends in the same century."""
    first, last = parts["year"] or "", parts["last"] or ""
    return interval(year(int(first)), year(int(first[: 4 - len(last)] + last)))


def decade(parts: Parts, place: Place) -> Reading:
    """Ten years. ``the early 1990s`` is no finer."""
    first = int(parts["decade"] or 0)
    return interval(year(first), year(first + 9))


def part_of_year(parts: Parts, place: Place) -> Reading:
    """A quarter or a half of a year."""
    number = int(parts["number"] or 0) or _QUARTERS[(parts["ordinal"] or "").lower()]
    length = 6 if parts["unit"] == "half" else 3
    if parts["unit"] == "half" and number in (3, 4):
        number = 2
    first, last = (number - 1) * length + 1, number * length
    there = int(parts["year"] or 0)
    return interval(month(there, first), month(there, last))


RULES = (
    Rule(
        "years.quarter",
        ("quarter", "half"),
        rf"(?P<unit>quarter|half)(?P<number>)(?: of|,)? (?P<year>{YEAR})(?![-,.]?\d)",
        part_of_year,
        ("fell in the first quarter of 2025.", "2025-01/2025-03"),
        "fell a quarter of 2025",
        before=r"(?P<lead>(?:[Ii]n )?(?:[Tt]he )?(?P<ordinal>(?i:first|second|third|fourth|last|final))(?: |-))",
    ),
    Rule(
        "years.short_quarter",
        ("Q",),
        rf"(?P<unit>Q)(?P<ordinal>)(?P<number>[1-4])(?: of|,)? (?P<year>{YEAR})(?![-,.]?\d)",
        part_of_year,
        ("profit in Q1 2025 fell", "2025-01/2025-03"),
        "profit in Q5 2025 fell",
        before="(?P<lead>(?:[Ii]n )?)",
    ),
    Rule(
        "years.decade",
        DIGIT_KEYS,
        r"(?P<decade>(?:1[5-9][1-9]|200|201|202)0)['’]?s",
        decade,
        ("since the 1990s", "1990/1999"),
        "in the 1900s",
        before=rf"{_FREE}(?P<lead>(?:[Ii]n )?(?:[Tt]he )?(?:{_PART_OF_YEAR}(?:to late )?)?)",
    ),
    Rule(
        "years.run",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?: (?:to|through|until) |[-\u2013])(?P<last>{YEAR}){_NO_COUNT}",
        run_of_years,
        ("from 2010 to 2013 and", "2010/2013"),
        "grew from 2010 to 2013 votes",
        before=rf"{_FREE}(?:[Ff]rom |\(|[Dd]uring |[Ii]n |[Ff]or |[Ss]eason |[Yy]ears |[Oo]f )(?P<lead>)",
    ),
    Rule(
        "years.between",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR}) and (?P<last>{YEAR}){_NO_COUNT}",
        run_of_years,
        ("built between 2010 and 2013.", "2010/2013"),
        "between 2010 and 2013 people",
        before=rf"{_FREE}[Bb]etween (?P<lead>)",
    ),
    Rule(
        "years.season",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})[-\u2013/](?P<last>\d\d){_NO_COUNT}",
        run_of_years,
        ("in 2015-16 and later", "2015/2016"),
        "pages 2015-16",
        before=rf"{_FREE}(?:[Ff]rom |\(|[Dd]uring |[Ii]n )(?P<lead>)",
    ),
    Rule(
        "years.in",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR}){_NO_COUNT}",
        one_year,
        ("In 2019 the pier burnt", "2019"),
        "In 2019 votes",
        before=r"(?P<lead>[Ii]n (?:(?:the )?(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?)",
    ),
    Rule(
        "years.part",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR}){_NO_COUNT}",
        one_year,
        ("by mid-2024 the pier", "2024"),
        "a late 2024 votes",
        before=rf"(?P<lead>{_PART_OF_YEAR})",
    ),
    Rule(
        "years.brackets",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?=\))",
        one_year,
        ("in “The Long Pier” (2019)", "2019"),
        "the fund (2019 shares)",
        before=r"\((?P<lead>)",
    ),
    Rule(
        "years.after_preposition",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR}){_NO_COUNT}",
        one_year,
        ("since 2022, the pier", "2022"),
        "a force of 2022",
        before=rf"{_FREE}{_CONTEXT}(?P<lead>)",
    ),
)
"""Runs before single years."""

METADATA = (
    Rule(
        "years.alone",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})",
        one_year,
        ("2019", "2019"),
        "2919",
    ),
)
"""The forms that are dates only where they stand alone."""
