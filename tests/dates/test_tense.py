"""The tense of a clause decides whether a weekday is the last or the next one, in an article of Friday 2025-06-13."""

from __future__ import annotations

import datetime as dt

import pytest

from articlekit.dates import find_times

FRIDAY = dt.date(2025, 6, 13)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council will meet on Sunday", "2025-06-15"),
        ("The answer is due Sunday", "2025-06-15"),
        ("A vote is scheduled for Sunday", "2025-06-15"),
        ("The pier is closed until Sunday", "2025-06-15"),
        ("They meet next Sunday", "2025-06-15"),
        ("On Sunday, the council will meet", "2025-06-15"),
        ("The court will hear it in Marrow Bay, the capital, on Sunday", "2025-06-15"),
        ("She said it will open on Friday", "2025-06-13"),
        ("Brandt will resign, her office said on Sunday", "2025-06-08"),
        ("The firm that will build it opened an office on Sunday", "2025-06-15"),
        ("The firm, which will build the pier, opened on Sunday", "2025-06-08"),
        ("The plan will go ahead, according to a statement on Sunday", "2025-06-08"),
        ("It will rain. The council met on Sunday", "2025-06-08"),
        ("They plan a vote, but on Sunday the council said no", "2025-06-08"),
        ("One is scheduled for Monday, followed by one on Tuesday", "2025-06-17"),
        ("On Sunday, Mrs. Brandt will speak", "2025-06-15"),
        ("The council met on Sunday", "2025-06-08"),
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
        ("The crew needs it by Monday.", "2025-06-16"),
        ("The job, started in May, needs a crew, and paint, by Monday.", "2025-06-16"),
        ("The pier will reopen in Tarn, and on Sunday.", "2025-06-15"),
        ("The council will rebuild the pier, which fell, on Sunday.", "2025-06-08"),
        ("The winner will be announced on Sunday.", "2025-06-15"),
        ("He would have left on Sunday.", "2025-06-08"),
        ("It rained more than expected on Sunday.", "2025-06-08"),
        ("We’ll meet on Sunday.", "2025-06-15"),
        ("The vote is now on Sunday.", "2025-06-15"),
        ("On Sunday, J. Brandt will speak.", "2025-06-15"),
        ("On Sunday, from 9 a.m. Brandt will speak.", "2025-06-15"),
        ("They plan a vote - on Sunday it rained.", "2025-06-08"),
        ("They plan a vote -- on Sunday it rained.", "2025-06-08"),
    ],
)
def test_the_tense_of_the_clause_decides_which_weekday_is_meant(text: str, value: str) -> None:
    assert find_times(text, anchor=FRIDAY).resolved[-1].value == value


@pytest.mark.parametrize(("distance", "value"), [(120, "2025-06-15"), (121, "2025-06-08")])
def test_a_verb_counts_up_to_120_characters_before_the_day(distance: int, value: str) -> None:
    text = f"It {'will '.ljust(distance - 1, 'x')} on Sunday."
    assert [time.value for time in find_times(text, anchor=FRIDAY).resolved] == [value]


@pytest.mark.parametrize(("distance", "value"), [(120, "2025-06-15"), (121, "2025-06-08")])
def test_a_verb_counts_up_to_120_characters_after_the_day(distance: int, value: str) -> None:
    text = f"On Sunday {' will'.rjust(distance - 1, 'x')} rain."
    assert [time.value for time in find_times(text, anchor=FRIDAY).resolved] == [value]
