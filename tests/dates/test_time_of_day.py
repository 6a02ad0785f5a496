"""Times of day before and after the words for a day, in an article of Friday 2025-06-13."""

from __future__ import annotations

import datetime as dt

import pytest

from articlekit.dates import find_times

FRIDAY = dt.date(2025, 6, 13)


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("It sank at 5pm on Friday.", "at 5pm on Friday", "2025-06-13T17:00"),
        ("It sank at 6.15pm on Friday.", "at 6.15pm on Friday", "2025-06-13T18:15"),
        ("It sank on Monday at 9:30 a.m. ET.", "on Monday at 9:30 a.m. ET", "2025-06-09T09:30-04:00"),
        ("It sank at 17:40 on June 12.", "at 17:40 on June 12", "2025-06-12T17:40"),
        ("It sank at 17:40 (UTC+05:30) on 12 June.", "at 17:40 (UTC+05:30) on 12 June", "2025-06-12T17:40+05:30"),
        ("It sank on June 12 at 17:40 (UTC+05:30).", "on June 12 at 17:40 (UTC+05:30)", "2025-06-12T17:40+05:30"),
        ("It sank at 5 p.m. local time last Monday.", "at 5 p.m. local time last Monday", "2025-06-09T17:00"),
        ("It opens at 9 a.m. tomorrow.", "at 9 a.m. tomorrow", "2025-06-14T09:00"),
        ("It sank yesterday at 17:40.", "yesterday at 17:40", "2025-06-12T17:40"),
        ("on 14 May 2024 23.05 CEST it", "on 14 May 2024 23.05 CEST", "2024-05-14T23:05+02:00"),
        ("on Fri 7 Nov 2025 06.15 GMT it", "on Fri 7 Nov 2025 06.15 GMT", "2025-11-07T06:15+00:00"),
        ("It sank at 24:00 on June 12.", "at 24:00 on June 12", "2025-06-13T00:00"),
    ],
)
def test_a_time_of_day_belongs_to_the_day_next_to_it(text: str, raw: str, value: str) -> None:
    assert [(time.raw, time.value) for time in find_times(text, anchor=FRIDAY).resolved] == [(raw, value)]


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("It rose by 6.15 on Friday.", "on Friday", "2025-06-13"),
        ("It rose on Friday, 6.15 in all.", "on Friday", "2025-06-13"),
        ("It lasted from 3pm to 5pm on Friday.", "on Friday", "2025-06-13"),
        ("It is open Friday 9:30-10:30.", "Friday", "2025-06-13"),
        ("It is open Friday, 9am-5pm.", "Friday", "2025-06-13"),
        ("On Friday 12 people left.", "On Friday", "2025-06-13"),
        ("On 14 May 2024 23.05 million left.", "On 14 May 2024", "2024-05-14"),
    ],
)
def test_numbers_and_opening_hours_are_not_times_of_day(text: str, raw: str, value: str) -> None:
    assert [(time.raw, time.value) for time in find_times(text, anchor=FRIDAY).resolved] == [(raw, value)]


def test_a_time_of_day_on_a_weekday_needs_an_anchor() -> None:
    assert find_times("It sank at 5pm on Friday.", anchor=None).unresolved == ("at 5pm on Friday",)
