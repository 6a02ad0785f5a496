"""Times of day, as they stand before or after a date."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.reading import DAY, Reading, day, moment
from articlekit.dates.rules import Parts
from articlekit.dates.zones import ZONE

_LONG_ZONE = "(?:UTC|[A-Z]{2,3}T|MES?Z|MSK)"
"""A zone's name that is nothing else: ``6.15 MT`` may be a weight."""
CLOCK = (
    r"(?:(?P<hour12>1[0-2]|0?[1-9])(?:[:.](?P<minute12>[0-5]\d)(?::(?P<second12>[0-5]\d))?)? ?"
    r"(?P<half>[AaPp])(?:\.(?: )?[Mm]\.|\.?[Mm]\b)"
    rf"|(?P<hour24>[01]?\d|2[0-3]|24(?=:00))(?::|\.(?=[0-5]\d \(?{_LONG_ZONE}\b))"
    r"(?P<minute24>[0-5]\d)(?::(?P<second24>[0-5]\d)(?:[.,]\d{1,9})?)?(?![\d:]))"
    rf"(?: ?(?P<zone>{ZONE}))?"
)
"""A time of day with an optional zone. A full stop between hour and minute needs a.m., p.m. or a zone after it."""
_THEN = r"(?:(?:,|,? at|,? @| [|·•–—/-])? |,? @)"
THEN_CLOCK = rf"(?:{_THEN}{CLOCK})?"
"""A time of day that follows a date in digits, or nothing."""
THEN_CLOCK_IN_WORDS = rf"(?:{_THEN}(?!\d\d?[:.]\d\d[-\u2013]\d\d?[:.]){CLOCK})?"
"""The same after a date in words, where ``9:30-10:30`` is a run of hours and no zone."""
_NO_HOURS = r"(?!\d\d?(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\.?)? ?[-\u2013\u2014] ?\d)"
"""Not the first of two times: ``9:30-10:30`` are opening hours, and ``-10:30`` is no zone."""
AT_CLOCK = rf"(?:(?:,? at|,)? {_NO_HOURS}{CLOCK})?"
"""A time of day that follows the words for a day in running text, or nothing."""
CLOCK_ON = rf"{_NO_HOURS}{CLOCK}(?: local time)?(?:,| [|·•–—/-])?(?: on)? "
"""A time of day that stands before its date."""
AT = r"(?<![.,:/+\-\u2013\u2014])(?<!to )(?<!and )(?P<lead>(?:[Aa]t )?)"
"""Before such a time: nothing that makes it the second of two."""


def on_day(date: dt.date, parts: Parts) -> Reading:
    """The day, or the moment on it where :data:`CLOCK` matched."""
    minute, second = parts["minute12"] or parts["minute24"], parts["second12"] or parts["second24"]
    if parts["hour12"]:
        hour = int(parts["hour12"]) % 12 + (12 if (parts["half"] or "") in "Pp" else 0)
    elif parts["hour24"]:
        hour = int(parts["hour24"])
    else:
        return day(date)
    if hour == 24:  # the end of that day, as ISO 8601 writes it
        date, hour = date + DAY, 0
    time = dt.time(hour, int(minute or 0), int(second or 0))
    return moment(date, time, parts["zone"], seconds=second is not None)
