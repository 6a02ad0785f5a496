"""Years, and parts and intervals of years: ``in 2019``, ``2010 to 2013``, ``the 1990s``, ``the first quarter of 2025``."""

from __future__ import annotations

from articlekit.dates.date_rule import Context, DateRule, Groups
from articlekit.dates.date_values import DateValue, interval, month_value, year_value
from articlekit.dates.english_words import DIGIT_KEYS, YEAR

_UNATTACHED = r"(?<![.,:/+\-\u2013])"
_WORDS_IN_S = r"(?:was|is|has|as|its|his|this|us|does|perhaps|always|sometimes|plus|across|towards|besides)\b"
_NOT_A_COUNT = (
    r"(?![-\u2013/]?\d|[.,:]\d|[%\u00b0$€£]|-(?!era|model|style)[a-z]|\u2032|'s? hours?"
    rf"|(?:[-\u2013]| )(?!{_WORDS_IN_S})[a-z]{{2,14}}s\b"
    r"| (?:registered|likely|adults|people|men|women|children|km|kg|m|ft|feet|percent|per|million|billion|or more)\b)"
)
"""Look-ahead after a year: it must not be a count of things (``of 2000 troops``), an amount or the start of a longer number."""
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


def one_year(groups: Groups, context: Context) -> DateValue:
    """Return a year."""
    return year_value(int(groups["year"] or 0))


def interval_of_years(groups: Groups, context: Context) -> DateValue:
    """Return an interval of years. ``2015-16`` ends in the same century."""
    first, last = groups["year"] or "", groups["last"] or ""
    return interval(year_value(int(first)), year_value(int(first[: 4 - len(last)] + last)))


def decade(groups: Groups, context: Context) -> DateValue:
    """Return ten years. ``the early 1990s`` does not narrow them down."""
    first = int(groups["decade"] or 0)
    return interval(year_value(first), year_value(first + 9))


def part_of_year(groups: Groups, context: Context) -> DateValue:
    """Return a quarter or a half of a year."""
    number = int(groups["number"] or 0) or _QUARTERS[(groups["ordinal"] or "").lower()]
    length = 6 if groups["unit"] == "half" else 3
    if groups["unit"] == "half" and number in (3, 4):
        number = 2
    first, last = (number - 1) * length + 1, number * length
    year = int(groups["year"] or 0)
    return interval(month_value(year, first), month_value(year, last))


RULES = (
    DateRule(
        "years.quarter",
        ("quarter", "half"),
        rf"(?P<unit>quarter|half)(?P<number>)(?: of|,)? (?P<year>{YEAR})(?![-,.]?\d)",
        part_of_year,
        example=("fell in the first quarter of 2025.", "2025-01/2025-03"),
        near_miss="fell a quarter of 2025",
        before=r"(?P<lead>(?:[Ii]n )?(?:[Tt]he )?(?P<ordinal>(?i:first|second|third|fourth|last|final))(?: |-))",
    ),
    DateRule(
        "years.short_quarter",
        ("Q",),
        rf"(?P<unit>Q)(?P<ordinal>)(?P<number>[1-4])(?: of|,)? (?P<year>{YEAR})(?![-,.]?\d)",
        part_of_year,
        example=("profit in Q1 2025 fell", "2025-01/2025-03"),
        near_miss="profit in Q5 2025 fell",
        before="(?P<lead>(?:[Ii]n )?)",
    ),
    DateRule(
        "years.decade",
        DIGIT_KEYS,
        r"(?P<decade>(?:1[5-9][1-9]|200|201|202)0)['’]?s",
        decade,
        example=("since the 1990s", "1990/1999"),
        near_miss="in the 1900s",
        before=rf"{_UNATTACHED}(?P<lead>(?:[Ii]n )?(?:[Tt]he )?(?:{_PART_OF_YEAR}(?:to late )?)?)",
    ),
    DateRule(
        "years.interval",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?: (?:to|through|until) |[-\u2013])(?P<last>{YEAR}){_NOT_A_COUNT}",
        interval_of_years,
        example=("from 2010 to 2013 and", "2010/2013"),
        near_miss="grew from 2010 to 2013 votes",
        before=rf"{_UNATTACHED}(?:[Ff]rom |\(|[Dd]uring |[Ii]n |[Ff]or |[Ss]eason |[Yy]ears |[Oo]f )(?P<lead>)",
    ),
    DateRule(
        "years.between",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR}) and (?P<last>{YEAR}){_NOT_A_COUNT}",
        interval_of_years,
        example=("built between 2010 and 2013.", "2010/2013"),
        near_miss="between 2010 and 2013 people",
        before=rf"{_UNATTACHED}[Bb]etween (?P<lead>)",
    ),
    DateRule(
        "years.season",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})[-\u2013/](?P<last>\d\d){_NOT_A_COUNT}",
        interval_of_years,
        example=("in 2015-16 and later", "2015/2016"),
        near_miss="pages 2015-16",
        before=rf"{_UNATTACHED}(?:[Ff]rom |\(|[Dd]uring |[Ii]n )(?P<lead>)",
    ),
    DateRule(
        "years.in",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR}){_NOT_A_COUNT}",
        one_year,
        example=("In 2019 the pier burnt", "2019"),
        near_miss="In 2019 votes",
        before=r"(?P<lead>[Ii]n (?:(?:the )?(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-))?)",
    ),
    DateRule(
        "years.part",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR}){_NOT_A_COUNT}",
        one_year,
        example=("by mid-2024 the pier", "2024"),
        near_miss="a late 2024 votes",
        before=rf"(?P<lead>{_PART_OF_YEAR})",
    ),
    DateRule(
        "years.brackets",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})(?=\))",
        one_year,
        example=("in “The Long Pier” (2019)", "2019"),
        near_miss="the fund (2019 shares)",
        before=r"\((?P<lead>)",
    ),
    DateRule(
        "years.after_preposition",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR}){_NOT_A_COUNT}",
        one_year,
        example=("since 2022, the pier", "2022"),
        near_miss="a force of 2022",
        before=rf"{_UNATTACHED}{_CONTEXT}(?P<lead>)",
    ),
)
"""Intervals come before single years."""

METADATA = (
    DateRule(
        "years.alone",
        DIGIT_KEYS,
        rf"(?P<year>{YEAR})",
        one_year,
        example=("2019", "2019"),
        near_miss="2919",
    ),
)
"""Forms that count as dates only if they are the whole string."""
