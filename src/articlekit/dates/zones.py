"""Time zones as news writes them: by name or by offset, never by guess.

dateutil's own parser is not used for this: it drops ``EST`` and ``BST`` without a word. Names of a part of the day's
clock (``EDT``) are offsets; names that hold all year (``ET``) are looked up by date in the zone file that
python-dateutil 4 brings along as ``tzdata``, through the standard library's :mod:`zoneinfo`.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

OFFSETS = {
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
"""Minutes east of Greenwich."""
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
"""Names that mean summer or winter time by the date."""
UNCLEAR = ("IST",)
"""Names that three countries use for three offsets: the time stays without a zone."""

_NAMES = "|".join(sorted((*OFFSETS, *(name for name in REGIONS if len(name) == 2), *UNCLEAR), key=len, reverse=True))
_OFFSET = r"[+\-\u2212](?:0?\d|1[0-4])(?::?[0-5]\d)?(?!\d)"
ZONE = (
    rf"(?:(?:GMT|UTC)?{_OFFSET}(?: (?:\([A-Z][A-Za-z\s]{{1,40}}\)|(?:GMT|UTC)\b))?|\((?:GMT|UTC){_OFFSET}\)|\((?:{_NAMES})\)|(?:{_NAMES})\b"
    r"|(?:Eastern|Central|Mountain|Pacific)(?: (?:[Ss]tandard|[Dd]aylight))? [Tt]ime\b)"
)
"""A zone after a time of day."""


def zone_at(words: str, local: dt.datetime) -> dt.timezone | None:
    """The offset that a match of :data:`ZONE` means at the local time ``local``; None where the name is unclear.

    >>> zone_at("ET", dt.datetime(2025, 6, 13, 17, 40)).utcoffset(None)
    datetime.timedelta(days=-1, seconds=72000)
    """
    name = words.strip("()").upper()
    first, *rest = name.split()
    if first in UNCLEAR:
        return None
    if rest and rest[0] in ("STANDARD", "DAYLIGHT"):
        first = f"{first[0]}{rest[0][0]}T"
    if first in REGIONS:
        return dt.timezone(ZoneInfo(REGIONS[first]).utcoffset(local) or dt.timedelta())
    if first in OFFSETS:
        return dt.timezone(dt.timedelta(minutes=OFFSETS[first]))
    return _offset(first.removeprefix("GMT").removeprefix("UTC"))


def _offset(words: str) -> dt.timezone:
    """The zone of ``+2``, ``+02``, ``+0200``, ``+02:00``."""
    digits = words[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    east = dt.timedelta(hours=int(hours), minutes=int(minutes))
    return dt.timezone(east if words[0] == "+" else -east)
