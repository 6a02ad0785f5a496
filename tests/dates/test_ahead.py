"""Weekdays that lie ahead: words of the clause that turn them to the next one."""

from __future__ import annotations

import datetime as dt

import pytest

from articlekit.dates import find_times

FRIDAY = dt.date(2025, 6, 13)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The shop opens Tuesday.", "2025-06-17"),
        ("Schools reopen on Monday.", "2025-06-16"),
        ("The union threatened to stop all work from Monday unless it is paid.", "2025-06-16"),
        ("He vowed to return on Sunday.", "2025-06-15"),
        ("Bring it no later than Monday.", "2025-06-16"),
        ("The crew worked from Monday.", "2025-06-09"),
        ("On Sunday, the ministry said it was safe.", "2025-06-08"),
    ],
)
def test_a_weekday_is_the_next_one_where_the_clause_looks_ahead(text: str, value: str) -> None:
    assert [time.value for time in find_times(text, anchor=FRIDAY).found] == [value]
