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
        ("The vote is on Sunday.", "2025-06-15"),
        ("The next round of votes is Sunday.", "2025-06-15"),
        ("She said the vote is on Sunday.", "2025-06-15"),
        ("The vote was on Sunday.", "2025-06-08"),
        ("Ask me on Sunday.", "2025-06-15"),
        ("“Come back on Sunday,” she said.", "2025-06-15"),
        ("Listen to Thursday’s debate.", "2025-06-12"),
        ("Ask Brandt, who resigned on Sunday.", "2025-06-08"),
        ("He told of a vote to be held on Saturday.", "2025-06-14"),
        ("A vote that the mayor announced is to be held at 5 p.m. Saturday.", "2025-06-14T17:00"),
    ],
)
def test_a_weekday_is_the_next_one_where_the_clause_looks_ahead(text: str, value: str) -> None:
    assert [time.value for time in find_times(text, anchor=FRIDAY).resolved] == [value]
