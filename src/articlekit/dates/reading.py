"""What a calendar expression means, at each precision that a newspaper writes."""

from __future__ import annotations

import datetime as dt

from attrs import frozen
from dateutil.relativedelta import relativedelta

from articlekit.dates.zones import zone_at

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


@frozen
class Reading:
    """A resolved expression, before it is known where its words stand."""

    value: str
    """As in :attr:`articlekit.When.value`."""
    earliest: dt.date
    """First day that it covers."""
    latest: dt.date
    """Last day that it covers, inclusive."""
    at: dt.datetime | None = None
    """The moment, where a time of day is known."""

    @property
    def is_day(self) -> bool:
        """True where it is one certain day: what ``the day after`` can count from."""
        return self.earliest == self.latest


def day(date: dt.date) -> Reading:
    """One day."""
    return Reading(date.isoformat(), date, date)


def month(year: int, number: int) -> Reading:
    """One month."""
    first = dt.date(year, number, 1)
    return Reading(f"{year:04}-{number:02}", first, first + relativedelta(day=31))


def year(number: int) -> Reading:
    """One year."""
    return Reading(f"{number:04}", dt.date(number, 1, 1), dt.date(number, 12, 31))


def interval(first: Reading, last: Reading) -> Reading:
    """From the first of one reading to the last of another. ValueError where that runs backwards."""
    if last.latest < first.earliest:
        raise ValueError(f"an interval from {first.value} back to {last.value}")
    return Reading(f"{first.value}/{last.value}", first.earliest, last.latest)


def days(first: dt.date, last: dt.date) -> Reading:
    """From one day to another."""
    return interval(day(first), day(last))


def week(date: dt.date) -> Reading:
    """The week, Monday to Sunday, that holds ``date``."""
    monday = date - date.weekday() * DAY
    return days(monday, monday + 6 * DAY)


def months_from(date: dt.date, number: int) -> Reading:
    """The month that lies ``number`` months after that of ``date``, or before it where negative."""
    there = date + relativedelta(months=number)
    return month(there.year, there.month)


def moment(date: dt.date, time: dt.time, zone: str | None, *, seconds: bool) -> Reading:
    """A time of day on a day, aware where ``zone`` is a zone's name or offset."""
    at = dt.datetime.combine(date, time)
    if zone:
        at = at.replace(tzinfo=zone_at(zone, at))
    value = at.isoformat() if seconds else at.isoformat(timespec="minutes")
    return Reading(value, date, date, at)
