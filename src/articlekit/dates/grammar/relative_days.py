"""Days relative to the date of the article: ``yesterday``, ``last night``, ``on Sunday``, ``Friday evening``."""

from __future__ import annotations

import datetime as dt
import re

from articlekit.dates.date_rule import Context, DateRule, Groups, NoAnchorError, NotADateError
from articlekit.dates.date_values import DAY, WEEK, DateValue, day_value
from articlekit.dates.english_words import DIGIT_KEYS, POSSESSIVE, WEEKDAY_KEYS, WEEKDAY_NAME, weekday_number
from articlekit.dates.grammar.time_of_day import AT_TIME, BEFORE_TIME, TIME_BEFORE_DAY, day_or_moment

_DAYS_FROM_ANCHOR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last": -1, "this": 0}
_PART_OF_DAY = r"(?:(?:,? late| early)? (?:morning|afternoon|evening|night|lunchtime|midday|noon))?"
_DAY_NICKNAMES = (
    r"Black|Good|[Ss]uper|Bloody|Ash|Holy|Easter|Palm|Shrove|Cyber|Giving|Fat|Ruby|Freaky|Casual|Blue|Maundy|Spy|Whit"
    r"|Mad|Throwback|Remembrance|Taco|Ladies|Small Business|Passion|Pentecost|Clean|Plough|Stir-up|Record Store"
    r"|Red|Trinity|Mothering|Girl|Ms\.?|Mrs\.?|Mr\.?"
)
_UNSPECIFIC = r"[Aa]n?|[Ee]very|[Ee]ach|[Aa]ny|[Oo]ne|[Ss]ome|[Mm]ost|[Nn]o|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|\w{2,6}day (?:or|to|through|thru)"
_OFFSET_BEFORE = (
    r"(?:[Ww]eeks?|[Mm]onths?|[Dd]ays?|[Hh]ours?|[Yy]ears?)(?: from| ago| ago on| before| after)?|[Ff]rom now"
)
_NAMES_AFTER_DAY = (
    r"(?:Night|Morning|Evening|Afternoon|Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|World|Independent|Business"
    r"|Review|Brunch|Magazine|Live|Politics|People|Tribune|Globe|Supplement|Football|Group|Lunch|Club|Addams)\b"
)
_NAMED_DAY = r"(?P<named>(?:[Yy]ester|[Tt]o)day|[Tt]onight|[Tt]omorrow)"
_NOT_A_TITLE = (
    r"(?!-|['’]s (?:[Ww]orld|society|generation|youth|standards|children|kids|students)"
    r"|(?<=T[a-z]{4})[\"”’']? (?:[Ss]how|[Pp]rogram(?:me)?|FM|TV|Radio|[Nn]ewspaper|[Hh]ost|[Pp]resenter|[Aa]nchor)\b"
    r"|(?<=T[a-z]{6})[\"”’']? [Ss]how\b|(?<=[\"“]T[a-z]{4})[\"”])"
)
"""Look-ahead after ``Today`` or ``Tonight``: they must not be the name of a programme or newspaper."""
_WHICH = r"(?:(?P<which>[Tt]his past|[Tt]his coming|[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Pp]revious) )?"
_NOT_PART_OF_NAME = (
    rf"(?!\w|-\w| {_NAMES_AFTER_DAY}| the 13th|(?:,? (?:to|through|thru|or) |[-\u2013\u2014/])(?:{WEEKDAY_NAME})\b)"
)


def named_day(groups: Groups, context: Context) -> DateValue:
    """Return ``yesterday``, ``today``, ``tonight`` or ``tomorrow``. With a capital inside a sentence, the word is a title."""
    named = groups["named"] or ""
    if named[0].isupper() and _INSIDE_SENTENCE.search(context.text[max(0, context.start - 4) : context.start]):
        raise NotADateError
    return day_or_moment(context.anchor + _DAYS_FROM_ANCHOR[named.lower()] * DAY, groups)


def part_of_day(groups: Groups, context: Context) -> DateValue:
    """Return the day of a part of the day: ``last night`` is yesterday, ``this morning`` is today."""
    return day_value(context.anchor + _DAYS_FROM_ANCHOR[(groups["which"] or "").lower()] * DAY)


def next_to_named_day(groups: Groups, context: Context) -> DateValue:
    """Return ``the day before yesterday`` or ``the day after tomorrow``."""
    return day_value(context.anchor + (-2 if groups["side"] == "before" else 2) * DAY)


def weekday(groups: Groups, context: Context) -> DateValue:
    """Return the last such weekday up to the anchor, or the next one from the anchor on if the clause is in the future tense."""
    return day_or_moment(_date_of_weekday(groups, context), groups)


def _date_of_weekday(groups: Groups, context: Context) -> dt.date:
    anchor, number = context.anchor, weekday_number(groups["weekday"] or "")
    which = (groups["which"] or "").lower()
    if which in ("last", "this past", "past", "previous"):
        return _last_weekday(anchor - DAY, number)
    if which == "next":
        return _last_weekday(anchor + WEEK, number)
    if which in ("this", "this coming", "coming") or context.tense == "future":
        return _last_weekday(anchor + 6 * DAY, number)
    return _last_weekday(anchor, number)


def weekday_after_last_day(groups: Groups, context: Context) -> DateValue:
    """Return ``the following Monday`` or ``the previous Monday``, counted from the day that was named last in the paragraph.

    If the paragraph names no day, there is nothing to count from: the date of the article is not meant.
    """
    if context.last_day is None:
        raise NoAnchorError
    number = weekday_number(groups["weekday"] or "")
    latest = context.last_day + (-DAY if groups["side"] == "previous" else WEEK)
    return day_or_moment(_last_weekday(latest, number), groups)


def weekday_of_week(groups: Groups, context: Context) -> DateValue:
    """Return a weekday of a week: ``Tuesday of last week``."""
    weeks = {"last": -1, "this": 0, "next": 1}[groups["which"] or ""]
    monday = context.anchor - context.anchor.weekday() * DAY + weeks * WEEK
    return day_value(monday + weekday_number(groups["weekday"] or "") * DAY)


def _last_weekday(date: dt.date, number: int) -> dt.date:
    """Return the last day on or before ``date`` that falls on weekday ``number``."""
    return date - (date.weekday() - number) % 7 * DAY


_INSIDE_SENTENCE = re.compile(r"(?:[\w’'&][^\S\n]{1,3}[\"“‘]?|,[^\S\n]{1,3})\Z")
"""Pattern before a word: no sentence begins at that word."""

RULES = (
    DateRule(
        "relative_days.time_named",
        DIGIT_KEYS,
        rf"{TIME_BEFORE_DAY}{_NAMED_DAY}{_NOT_A_TITLE}(?!-)",
        named_day,
        example=("opens at 5.40pm tomorrow and", "2025-06-14T17:40"),
        near_miss="opens at 5.40 tomorrow and",
        before=BEFORE_TIME,
    ),
    DateRule(
        "relative_days.time_weekday",
        DIGIT_KEYS,
        rf"{TIME_BEFORE_DAY}(?:(?:early|late) )?{_WHICH}(?P<weekday>{WEEKDAY_NAME}){_PART_OF_DAY}{_NOT_PART_OF_NAME}",
        weekday,
        example=("will open at 5pm on Monday.", "2025-06-16T17:00"),
        near_miss="opens at 5pm on a Monday.",
        before=BEFORE_TIME,
    ),
    DateRule(
        "relative_days.next_to_named",
        ("day",),
        r"day (?P<side>before|after) (?:yesterday|tomorrow)",
        next_to_named_day,
        example=("sank the day before yesterday", "2025-06-11"),
        near_miss="sank the day before the storm",
        before="(?P<lead>[Tt]he )",
    ),
    DateRule(
        "relative_days.named",
        tuple(name for word in ("yesterday", "today", "tonight", "tomorrow") for name in (word, word.title())),
        rf"{_NAMED_DAY}{_NOT_A_TITLE}(?: (?:morning|afternoon|evening|night))?(?!-){AT_TIME}",
        named_day,
        example=("sank yesterday evening", "2025-06-12"),
        near_miss="wrote in USA Today",
        before=r"(?<![-@])(?P<lead>(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?)",
    ),
    DateRule(
        "relative_days.part",
        ("night", "morning", "afternoon", "evening"),
        "(?:night|morning|afternoon|evening)",
        part_of_day,
        example=("burnt last night and", "2025-06-12"),
        near_miss="burnt on the last night and",
        before=rf"(?:(?P<bar>{POSSESSIVE}) )?"
        r"(?P<lead>(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?(?:(?P<which>[Tt]his|[Ll]ast) ))",
    ),
    DateRule(
        "relative_days.weekday_of_week",
        WEEKDAY_KEYS,
        rf"(?P<weekday>{WEEKDAY_NAME})(?: of)? (?P<which>last|this|next) week",
        weekday_of_week,
        example=("sank on Tuesday of last week", "2025-06-03"),
        near_miss="sank on Tuesday of the week",
        before="(?P<lead>(?:[Oo]n )?)",
    ),
    DateRule(
        "relative_days.weekday_after_last_day",
        WEEKDAY_KEYS,
        rf"(?P<weekday>{WEEKDAY_NAME}){_PART_OF_DAY}{_NOT_PART_OF_NAME}{AT_TIME}",
        weekday_after_last_day,
        example=("It burnt on June 3. The following Monday it rained", "2025-06-09"),
        near_miss="It burnt. The following Monday it rained",
        before="(?P<lead>(?:[Oo]n )?[Tt]he (?P<side>following|next|previous) )",
    ),
    DateRule(
        "relative_days.weekday",
        WEEKDAY_KEYS,
        rf"(?!(?<=\b[Tt]he )\w{{6,9}} (?:after|before|following)\b)"
        rf"(?P<weekday>{WEEKDAY_NAME}){_PART_OF_DAY}{_NOT_PART_OF_NAME}{AT_TIME}",
        weekday,
        example=("On Sunday, the mayor spoke", "2025-06-08"),
        near_miss="On Good Friday, the mayor spoke",
        before=rf"(?:(?P<bar>(?:{_DAY_NICKNAMES}|{_UNSPECIFIC})(?! [Oo]n )|{_OFFSET_BEFORE}) |(?<![-\u2013/]))"
        r"(?P<lead>(?:[Oo]n )?(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater)(?: on)? )?"
        rf"{_WHICH})",
    ),
)
