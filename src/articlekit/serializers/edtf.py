"""Which days a date value covers, to check that a loaded :class:`When` does not contradict itself.

The forms are those of EDTF level 0 (Library of Congress) that :attr:`When.value` uses.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?"
)

Days = tuple[dt.date, dt.date]


def days_of(value: str) -> Days | None:
    """The first and the last day that ``value`` covers. None where it is no date value, or no such day exists.

    >>> days_of("2025-02"), days_of("2025-13")
    ((datetime.date(2025, 2, 1), datetime.date(2025, 2, 28)), None)
    """
    first, slash, last = value.partition("/")
    start = _days_of_point(first)
    end = _days_of_point(last) if slash else start
    return (start[0], end[1]) if start and end else None


def _days_of_point(value: str) -> Days | None:
    found = _POINT.fullmatch(value)
    if found is None:
        return None
    year, month, day = int(found["year"]), int(found["month"] or 1), int(found["day"] or 1)
    try:
        start = dt.date(year, month, day)
    except ValueError:
        return None
    if found["day"]:
        return start, start
    last_month = month if found["month"] else 12
    return start, dt.date(year, last_month, monthrange(year, last_month)[1])
