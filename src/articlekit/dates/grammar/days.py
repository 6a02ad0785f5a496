"""Days seen from the article's own: ``yesterday``, ``last night``, ``on Sunday``, ``Friday evening``."""

from __future__ import annotations

import datetime as dt
import re

from articlekit.dates.calendar import DIGIT_KEYS, OWNED, WEEKDAY_KEYS, WEEKDAY_NAME
from articlekit.dates.calendar import weekday_number as number_of_weekday
from articlekit.dates.grammar.clock import AT, AT_CLOCK, CLOCK_ON, on_day
from articlekit.dates.reading import DAY, WEEK, Reading, day
from articlekit.dates.rules import NoAnchor, NotADate, Parts, Place, Rule

_STEPS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last": -1, "this": 0}
_PART_OF_DAY = r"(?:(?:,? late| early)? (?:morning|afternoon|evening|night|lunchtime|midday|noon))?"
_NAMES = (
    r"Black|Good|[Ss]uper|Bloody|Ash|Holy|Easter|Palm|Shrove|Cyber|Giving|Fat|Ruby|Freaky|Casual|Blue|Maundy|Spy|Whit"
    r"|Mad|Throwback|Remembrance|Taco|Ladies|Small Business|Passion|Pentecost|Clean|Plough|Stir-up|Record Store"
    r"|Red|Trinity|Mothering|Girl|Ms\.?|Mrs\.?|Mr\.?"
)
_ANY = r"[Aa]n?|[Ee]very|[Ee]ach|[Aa]ny|[Oo]ne|[Ss]ome|[Mm]ost|[Nn]o|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|\w{2,6}day (?:or|to|through|thru)"
_ELSEWHERE = r"(?:[Ww]eeks?|[Mm]onths?|[Dd]ays?|[Hh]ours?|[Yy]ears?)(?: from| ago| ago on| before| after)?|[Ff]rom now"
_TITLES = (
    r"(?:Night|Morning|Evening|Afternoon|Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|World|Independent|Business"
    r"|Review|Brunch|Magazine|Live|Politics|People|Tribune|Globe|Supplement|Football|Group|Lunch|Club|Addams)\b"
)
_NAMED = r"(?P<named>(?:[Yy]ester|[Tt]o)day|[Tt]onight|[Tt]omorrow)"
_NOT_A_TITLE = (
    r"(?!-|['’]s (?:[Ww]orld|society|generation|youth|standards|children|kids|students)"
    r"|(?<=T[a-z]{4})[\"”’']? (?:[Ss]how|[Pp]rogram(?:me)?|FM|TV|Radio|[Nn]ewspaper|[Hh]ost|[Pp]resenter|[Aa]nchor)\b"
    r"|(?<=T[a-z]{6})[\"”’']? [Ss]how\b|(?<=[\"“]T[a-z]{4})[\"”])"
)
"""After ``Today`` or ``Tonight``: no word that makes it a broadcast."""
_WHICH = r"(?:(?P<which>[Tt]his past|[Tt]his coming|[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Pp]revious) )?"
_NOT_THIS = rf"(?!\w|-\w| {_TITLES}| the 13th|(?:,? (?:to|through|thru|or) |[-\u2013\u2014/])(?:{WEEKDAY_NAME})\b)"


def named_day(parts: Parts, place: Place) -> Reading:
    """``yesterday``, ``today``, ``tonight``, ``tomorrow``; with a capital inside a sentence it is a title."""
    named = parts["named"] or ""
    if named[0].isupper() and _WITHIN.search(place.text[max(0, place.start - 4) : place.start]):
        raise NotADate
    return on_day(place.anchor + _STEPS[named.lower()] * DAY, parts)


def part_of_day(parts: Parts, place: Place) -> Reading:
    """``last night`` is yesterday, ``this morning`` is today."""
    return day(place.anchor + _STEPS[(parts["which"] or "").lower()] * DAY)


def beside_named_day(parts: Parts, place: Place) -> Reading:
    """``the day before yesterday``."""
    return day(place.anchor + (-2 if parts["side"] == "before" else 2) * DAY)


def weekday(parts: Parts, place: Place) -> Reading:
    """The last such day up to the article's, or the next one from it on where the clause looks ahead."""
    return on_day(_weekday(parts, place), parts)


def _weekday(parts: Parts, place: Place) -> dt.date:
    anchor, number = place.anchor, number_of_weekday(parts["weekday"] or "")
    which = (parts["which"] or "").lower()
    if which in ("last", "this past", "past", "previous"):
        return _last(anchor - DAY, number)
    if which == "next":
        return _last(anchor + WEEK, number)
    if which in ("this", "this coming", "coming") or place.tense == "future":
        return _last(anchor + 6 * DAY, number)
    return _last(anchor, number)


def weekday_of_story(parts: Parts, place: Place) -> Reading:
    """``the following Monday``, ``the previous Monday``, seen from the day named last in the paragraph.

    Where none is named, nobody knows what it follows: the article's own day is not it.
    """
    if place.last_day is None:
        raise NoAnchor
    number = number_of_weekday(parts["weekday"] or "")
    there = place.last_day + (-DAY if parts["side"] == "previous" else WEEK)
    return on_day(_last(there, number), parts)


def weekday_of_week(parts: Parts, place: Place) -> Reading:
    """``Tuesday of last week``."""
    step = {"last": -1, "this": 0, "next": 1}[parts["which"] or ""]
    monday = place.anchor - place.anchor.weekday() * DAY + step * WEEK
    return day(monday + number_of_weekday(parts["weekday"] or "") * DAY)


def _last(date: dt.date, number: int) -> dt.date:
    """The last day with that number in the week, on or before ``date``."""
    return date - (date.weekday() - number) % 7 * DAY


_WITHIN = re.compile(r"(?:[\w’'&][^\S\n]{1,3}[\"“‘]?|,[^\S\n]{1,3})\Z")
"""Before a word: what shows that no sentence begins there."""

RULES = (
    Rule(
        "days.time_named",
        DIGIT_KEYS,
        rf"{CLOCK_ON}{_NAMED}{_NOT_A_TITLE}(?!-)",
        named_day,
        ("opens at 5.40pm tomorrow and", "2025-06-14T17:40"),
        "opens at 5.40 tomorrow and",
        before=AT,
    ),
    Rule(
        "days.time_weekday",
        DIGIT_KEYS,
        rf"{CLOCK_ON}(?:(?:early|late) )?{_WHICH}(?P<weekday>{WEEKDAY_NAME}){_PART_OF_DAY}{_NOT_THIS}",
        weekday,
        ("will open at 5pm on Monday.", "2025-06-16T17:00"),
        "opens at 5pm on a Monday.",
        before=AT,
    ),
    Rule(
        "days.beside_named",
        ("day",),
        r"day (?P<side>before|after) (?:yesterday|tomorrow)",
        beside_named_day,
        ("sank the day before yesterday", "2025-06-11"),
        "sank the day before the storm",
        before="(?P<lead>[Tt]he )",
    ),
    Rule(
        "days.named",
        tuple(name for word in ("yesterday", "today", "tonight", "tomorrow") for name in (word, word.title())),
        rf"{_NAMED}{_NOT_A_TITLE}(?: (?:morning|afternoon|evening|night))?(?!-){AT_CLOCK}",
        named_day,
        ("sank yesterday evening", "2025-06-12"),
        "wrote in USA Today",
        before=r"(?<![-@])(?P<lead>(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?)",
    ),
    Rule(
        "days.part",
        ("night", "morning", "afternoon", "evening"),
        "(?:night|morning|afternoon|evening)",
        part_of_day,
        ("burnt last night and", "2025-06-12"),
        "burnt on the last night and",
        before=rf"(?:(?P<bar>{OWNED}) )?"
        r"(?P<lead>(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?(?:(?P<which>[Tt]his|[Ll]ast) ))",
    ),
    Rule(
        "days.weekday_of_week",
        WEEKDAY_KEYS,
        rf"(?P<weekday>{WEEKDAY_NAME})(?: of)? (?P<which>last|this|next) week",
        weekday_of_week,
        ("sank on Tuesday of last week", "2025-06-03"),
        "sank on Tuesday of the week",
        before="(?P<lead>(?:[Oo]n )?)",
    ),
    Rule(
        "days.weekday_of_story",
        WEEKDAY_KEYS,
        rf"(?P<weekday>{WEEKDAY_NAME}){_PART_OF_DAY}{_NOT_THIS}{AT_CLOCK}",
        weekday_of_story,
        ("It burnt on June 3. The following Monday it rained", "2025-06-09"),
        "It burnt. The following Monday it rained",
        before="(?P<lead>(?:[Oo]n )?[Tt]he (?P<side>following|next|previous) )",
    ),
    Rule(
        "days.weekday",
        WEEKDAY_KEYS,
        rf"(?!(?<=\b[Tt]he )\w{{6,9}} (?:after|before|following)\b)"
        rf"(?P<weekday>{WEEKDAY_NAME}){_PART_OF_DAY}{_NOT_THIS}{AT_CLOCK}",
        weekday,
        ("On Sunday, the mayor spoke", "2025-06-08"),
        "On Good Friday, the mayor spoke",
        before=rf"(?:(?P<bar>(?:{_NAMES}|{_ANY})(?! [Oo]n )|{_ELSEWHERE}) |(?<![-\u2013/]))"
        r"(?P<lead>(?:[Oo]n )?(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater)(?: on)? )?"
        rf"{_WHICH})",
    ),
)
