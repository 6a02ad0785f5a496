"""The value of a calendar expression, and functions that make one at each precision: day, month, year, week, interval, moment."""

from __future__ import annotations

import datetime as dt

from attrs import frozen
from dateutil.relativedelta import relativedelta

from articlekit.dates.time_zones import time_zone_at
from articlekit.models import Span, When

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


@frozen
class DateValue:
    """The value of a calendar expression: a :class:`~articlekit.When` without the words that it was read from."""

    value: str
    """ISO 8601, as in :attr:`articlekit.When.value`."""
    earliest: dt.date
    """First day that it covers."""
    latest: dt.date
    """Last day that it covers, inclusive."""
    at: dt.datetime | None = None
    """The moment. None: no time of day is known."""

    @property
    def is_single_day(self) -> bool:
        """True if it covers exactly one day, so that ``the day after`` can count from it."""
        return self.earliest == self.latest

    def to_when(self, raw: str, span: Span | None) -> When:
        """Return the model, with the words ``raw`` and the place that the value was read from."""
        return When(value=self.value, earliest=self.earliest, latest=self.latest, at=self.at, raw=raw, span=span)


def day_value(date: dt.date) -> DateValue:
    """Return the value of one day."""
    return DateValue(date.isoformat(), date, date)


def month_value(year: int, month: int) -> DateValue:
    """Return the value of one month, 1 to 12."""
    first = dt.date(year, month, 1)
    return DateValue(f"{year:04}-{month:02}", first, first + relativedelta(day=31))


def year_value(year: int) -> DateValue:
    """Return the value of one year."""
    return DateValue(f"{year:04}", dt.date(year, 1, 1), dt.date(year, 12, 31))


def interval(first: DateValue, last: DateValue) -> DateValue:
    """Return the interval from the start of ``first`` to the end of ``last``. Raises ValueError if it runs backwards."""
    if last.latest < first.earliest:
        raise ValueError(f"the interval ends ({last.value}) before it starts ({first.value})")
    return DateValue(f"{first.value}/{last.value}", first.earliest, last.latest)


def day_interval(first: dt.date, last: dt.date) -> DateValue:
    """Return the interval from one day to another, both included. Raises ValueError if it runs backwards."""
    return interval(day_value(first), day_value(last))


def week_value(date: dt.date) -> DateValue:
    """Return the week, Monday to Sunday, that contains ``date``."""
    monday = date - date.weekday() * DAY
    return day_interval(monday, monday + 6 * DAY)


def shifted_month(date: dt.date, months: int) -> DateValue:
    """Return the month that comes ``months`` months after the month of ``date``, or before it if negative."""
    shifted = date + relativedelta(months=months)
    return month_value(shifted.year, shifted.month)


def moment_value(date: dt.date, time: dt.time, zone: str | None, *, seconds: bool) -> DateValue:
    """Return the value of a time of day on a day. It is aware if ``zone`` is a clear time zone name or offset.

    ``seconds`` says whether the seconds were written and belong in the value.
    """
    at = dt.datetime.combine(date, time)
    if zone:
        at = at.replace(tzinfo=time_zone_at(zone, at))
    value = at.isoformat() if seconds else at.isoformat(timespec="minutes")
    return DateValue(value, date, date, at)
