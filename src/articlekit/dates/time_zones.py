"""Time zones as news writes them: names and offsets, never guessed.

A name of standard or summer time (``EDT``) is an offset. A name that holds all year (``ET``) is looked up by date with
:mod:`zoneinfo`, in the ``tzdata`` that python-dateutil 4 installs. The parser of dateutil is not used, because it silently drops ``EST``
and ``BST``.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

OFFSET_MINUTES = {
    "GMT": 0,
    "UTC": 0,
    "Z": 0,
    "EST": -300,
    "EDT": -240,
    "CST": -360,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "AKST": -540,
    "AKDT": -480,
    "HST": -600,
    "BST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "JST": 540,
    "KST": 540,
    "SGT": 480,
    "HKT": 480,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "SAST": 120,
    "WET": 0,
    "WEST": 60,
    "MEZ": 60,
    "MESZ": 120,
    "WIB": 420,
    "WITA": 480,
    "WIT": 540,
}
"""Minutes east of Greenwich for each name with a fixed offset."""
REGIONS = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "EASTERN": "America/New_York",
    "CENTRAL": "America/Chicago",
    "MOUNTAIN": "America/Denver",
    "PACIFIC": "America/Los_Angeles",
}
"""Names, in capitals, that mean standard or summer time depending on the date, with the region of the tz database."""
AMBIGUOUS_NAMES = ("IST",)
"""Names that countries use for different offsets (India, Ireland and Israel): the time stays without a time zone."""

_NAMES = "|".join(
    sorted((*OFFSET_MINUTES, *(name for name in REGIONS if len(name) == 2), *AMBIGUOUS_NAMES), key=len, reverse=True)
)
_OFFSET = r"[+\-\u2212](?:0?\d|1[0-4])(?::?[0-5]\d)?(?!\d)"
TIME_ZONE = (
    rf"(?:(?:GMT|UTC)?{_OFFSET}(?: (?:\([A-Z][A-Za-z\s]{{1,40}}\)|(?:GMT|UTC)\b))?|\((?:GMT|UTC){_OFFSET}\)|\((?:{_NAMES})\)|(?:{_NAMES})\b"
    r"|(?:Eastern|Central|Mountain|Pacific)(?: (?:[Ss]tandard|[Dd]aylight))? [Tt]ime\b)"
)
"""Pattern of a time zone after a time of day."""


def time_zone_at(words: str, local: dt.datetime) -> dt.timezone | None:
    """Return the offset that a match of :data:`TIME_ZONE` means at the local time ``local``, or None if the name is ambiguous.

    >>> time_zone_at("ET", dt.datetime(2025, 6, 13, 17, 40)).utcoffset(None)
    datetime.timedelta(days=-1, seconds=72000)
    """
    name = words.strip("()").upper()
    first, *rest = name.split()
    if first in AMBIGUOUS_NAMES:
        return None
    if rest and rest[0] in ("STANDARD", "DAYLIGHT"):
        first = f"{first[0]}{rest[0][0]}T"
    if first in REGIONS:
        return dt.timezone(ZoneInfo(REGIONS[first]).utcoffset(local) or dt.timedelta())
    if first in OFFSET_MINUTES:
        return dt.timezone(dt.timedelta(minutes=OFFSET_MINUTES[first]))
    return _parse_offset(first.removeprefix("GMT").removeprefix("UTC"))


def _parse_offset(words: str) -> dt.timezone:
    """Return the time zone of an offset: ``+2``, ``+02``, ``+0200`` or ``+02:00``."""
    digits = words[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    east = dt.timedelta(hours=int(hours), minutes=int(minutes))
    return dt.timezone(east if words[0] == "+" else -east)
