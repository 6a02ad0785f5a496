"""Patterns of a time of day before or after a date, and the function that adds the time to the day."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.date_rule import Groups
from articlekit.dates.date_values import DAY, DateValue, day_value, moment_value
from articlekit.dates.time_zones import TIME_ZONE

_UNMISTAKABLE_ZONE = "(?:UTC|[A-Z]{2,3}T|MES?Z|MSK)"
"""Pattern of a time zone name that can be nothing else. ``MT`` is not one, because ``6.15 MT`` may be a weight."""
TIME = (
    r"(?:(?P<hour12>1[0-2]|0?[1-9])(?:[:.](?P<minute12>[0-5]\d)(?::(?P<second12>[0-5]\d))?)? ?"
    r"(?P<half>[AaPp])(?:\.(?: )?[Mm]\.|\.?[Mm]\b)"
    rf"|(?P<hour24>[01]?\d|2[0-3]|24(?=:00))(?::|\.(?=[0-5]\d \(?{_UNMISTAKABLE_ZONE}\b))"
    r"(?P<minute24>[0-5]\d)(?::(?P<second24>[0-5]\d)(?:[.,]\d{1,9})?)?(?![\d:]))"
    rf"(?: ?(?P<zone>{TIME_ZONE}))?"
)
"""Pattern of a time of day with an optional time zone. After ``6.15``, a.m., p.m. or a time zone is required."""
_SEPARATOR = r"(?:(?:,|,? at|,? @| [|·•–—/-])? |,? @)"
THEN_TIME = rf"(?:{_SEPARATOR}{TIME})?"
"""Pattern of an optional time of day after a date in digits."""
THEN_TIME_AFTER_WORDS = rf"(?:{_SEPARATOR}(?!\d\d?[:.]\d\d[-\u2013]\d\d?[:.]){TIME})?"
"""Pattern of an optional time of day after a date in words, where ``9:30-10:30`` are opening hours, not a time with an offset."""
_NOT_OPENING_HOURS = r"(?!\d\d?(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\.?)? ?[-\u2013\u2014] ?\d)"
"""Look-ahead: not the first of two times, as in ``9:30-10:30``, where ``-10:30`` is not a UTC offset."""
AT_TIME = rf"(?:(?:,? at|,)? {_NOT_OPENING_HOURS}{TIME})?"
"""Pattern of an optional time of day after the words for a day in running text."""
TIME_BEFORE_DAY = rf"{_NOT_OPENING_HOURS}{TIME}(?: local time)?(?:,| [|·•–—/-])?(?: on)? "
"""Pattern of a time of day before its day."""
BEFORE_TIME = r"(?<![.,:/+\-\u2013\u2014])(?<!to )(?<!and )(?P<lead>(?:[Aa]t )?)"
"""Pattern of the words before :data:`TIME_BEFORE_DAY`: they must not make it the second of two times."""


def day_or_moment(date: dt.date, groups: Groups) -> DateValue:
    """Return the moment on ``date`` that :data:`TIME` matched, or the day if no time was written."""
    minute, second = groups["minute12"] or groups["minute24"], groups["second12"] or groups["second24"]
    if groups["hour12"]:
        hour = int(groups["hour12"]) % 12 + (12 if (groups["half"] or "") in "Pp" else 0)
    elif groups["hour24"]:
        hour = int(groups["hour24"])
    else:
        return day_value(date)
    if hour == 24:  # the end of that day, as ISO 8601 writes it
        date, hour = date + DAY, 0
    time = dt.time(hour, int(minute or 0), int(second or 0))
    return moment_value(date, time, groups["zone"], seconds=second is not None)
