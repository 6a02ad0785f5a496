"""Times of day, as they stand before or after a date."""

from __future__ import annotations

import datetime as dt

from articlekit.dates.reading import Reading, day, moment
from articlekit.dates.rules import Parts
from articlekit.dates.zones import ZONE

CLOCK = (
    r"(?:(?P<hour12>1[0-2]|0?[1-9])(?:[:.](?P<minute12>[0-5]\d)(?::(?P<second12>[0-5]\d))?)? ?"
    r"(?P<half>[AaPp])(?:\.(?: )?[Mm]\.|\.?[Mm]\b)"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::(?P<second24>[0-5]\d)(?:[.,]\d{1,9})?)?(?![\d:]))"
    rf"(?: ?(?P<zone>{ZONE}))?"
)
"""A time of day with an optional zone. A full stop between hour and minute needs a.m. or p.m. after it."""
THEN_CLOCK = rf"(?:(?:,|,? at|,? @| [|·•–—-])? {CLOCK})?"
"""A time of day that follows a date, or nothing."""


def on_day(date: dt.date, parts: Parts) -> Reading:
    """The day, or the moment on it where :data:`CLOCK` matched."""
    minute, second = parts["minute12"] or parts["minute24"], parts["second12"] or parts["second24"]
    if parts["hour12"]:
        hour = int(parts["hour12"]) % 12 + (12 if (parts["half"] or "") in "Pp" else 0)
    elif parts["hour24"]:
        hour = int(parts["hour24"])
    else:
        return day(date)
    time = dt.time(hour, int(minute or 0), int(second or 0))
    return moment(date, time, parts["zone"], seconds=second is not None)
