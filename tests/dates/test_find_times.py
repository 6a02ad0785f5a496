"""Calendar expressions in running text, in an article of Friday 2025-06-13."""

from __future__ import annotations

import datetime as dt

import pytest

from articlekit.dates import find_times

FRIDAY = dt.date(2025, 6, 13)


def found(text: str, language: str | None = "en-GB", anchor: dt.date | None = FRIDAY) -> list[tuple[str, str]]:
    """Return the words and the value of every expression."""
    return [(when.raw, when.value) for when in find_times(text, anchor=anchor, language=language).resolved]


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("It burnt on June 13, 2025, at dawn.", "on June 13, 2025", "2025-06-13"),
        ("It burnt on 13 June 2025.", "on 13 June 2025", "2025-06-13"),
        ("It burnt on the 13th of June, 2025.", "on the 13th of June, 2025", "2025-06-13"),
        ("It burnt Jun. 13, 2025.", "Jun. 13, 2025", "2025-06-13"),
        ("It burnt on Sept. 3 and sank.", "on Sept. 3", "2025-09-03"),
        ("Friday, June 13, 2025", "Friday, June 13, 2025", "2025-06-13"),
        ("Friday 13 June 2025", "Friday 13 June 2025", "2025-06-13"),
        ("It opened in June 2025.", "in June 2025", "2025-06"),
        ("It ran between 7 and the 9th of June 2025.", "7 and the 9th of June 2025", "2025-06-07/2025-06-09"),
        ("It opened in 2019.", "in 2019", "2019"),
        ("The log of 2025-06-13 says so", "2025-06-13", "2025-06-13"),
        ("dated 2025/06/13,", "2025/06/13", "2025-06-13"),
        ("dated 13.06.2025.", "13.06.2025", "2025-06-13"),
        ("dated 13/06/2025.", "13/06/2025", "2025-06-13"),
        ("dated 03/02/2024.", "03/02/2024", "2024-02-03"),
        ("on June 13, 2025 at 5:40 p.m. EDT.", "on June 13, 2025 at 5:40 p.m. EDT", "2025-06-13T17:40-04:00"),
        ("13 June 2025 17:40 BST", "13 June 2025 17:40 BST", "2025-06-13T17:40+01:00"),
        ("Fair on June 7-8 again", "on June 7-8", "2025-06-07/2025-06-08"),
        ("Fair from 7–8 June 2025", "7–8 June 2025", "2025-06-07/2025-06-08"),
        ("Fair from June 28 to July 2.", "June 28 to July 2", "2025-06-28/2025-07-02"),
        ("Fair from Dec. 28, or Dec. 30 to Jan. 2, 2025.", "Dec. 30 to Jan. 2, 2025", "2024-12-30/2025-01-02"),
        ("songs of the 1990s", "the 1990s", "1990/1999"),
        ("the first quarter of 2025", "the first quarter of 2025", "2025-01/2025-03"),
        ("the second half of 2024", "the second half of 2024", "2024-07/2024-12"),
        ("since mid-2024", "mid-2024", "2024"),
        ("by late June", "late June", "2025-06"),
        ("through the end of May", "May", "2025-05"),
        ("since 2022", "2022", "2022"),
        ("between 2010 and 2013,", "2010 and 2013", "2010/2013"),
        ("the film “Low Tide” (2019)", "2019", "2019"),
        ("between March and May 2024", "March and May 2024", "2024-03/2024-05"),
        ("between December and May 2024", "December and May 2024", "2023-12/2024-05"),
        ("closed from March to May 2024", "March to May 2024", "2024-03/2024-05"),
        ("between June 2 and June 9, 2024", "June 2 and June 9, 2024", "2024-06-02/2024-06-09"),
        ("between June 2 and 9, 2024", "June 2 and 9, 2024", "2024-06-02/2024-06-09"),
        ("between 2 and 9 June 2024", "2 and 9 June 2024", "2024-06-02/2024-06-09"),
        ("between 2 June and 9 July 2024", "2 June and 9 July 2024", "2024-06-02/2024-07-09"),
        ("on June 2 and June 9, 2024", "on June 2", "2024-06-02"),
        ("on June 2, June 5 and June 9, 2024", "June 5", "2024-06-05"),
        ("on 2 June and 9 June 2024", "on 2 June", "2024-06-02"),
        ("in March and May 2024", "in March", "2024-03"),
        ("dated 2025.06.13.", "2025.06.13", "2025-06-13"),
    ],
)
def test_an_absolute_date_keeps_the_precision_that_was_written(text: str, raw: str, value: str) -> None:
    assert (raw, value) in found(text)


@pytest.mark.parametrize(
    "dated",
    [
        "2025/06/02",
        "13.06.2025",
        "7 June 2025",
        "7th of June 2025",
        "7 to 8 June 2025",
        "7 until 8 June 2025",
        "7 through 8 June 2025",
        "7–8 June 2025",
        "7 — 8 June 2025",
        "17:40 on 7 June 2025",
        "17.40 UTC on 7 June 2025",
        "17.40 (GMT) on 7 June 2025",
        "5pm on 7 June 2025",
        "5.40 P.M. on 7 June 2025",
    ],
)
def test_every_form_that_begins_with_a_number_is_found(dated: str) -> None:
    assert [raw for raw, _ in found(f"It was shut, 12 people said, {dated}.")] == [dated]


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("The Courier reported Friday.", "Friday", "2025-06-13"),
        ("On Sunday, the ministry said so.", "On Sunday", "2025-06-08"),
        ("crossed the river over the past weekend, officers said", "over the past weekend", "2025-06-07/2025-06-08"),
        ("told the Courier in March that", "in March", "2025-03"),
        ("last Friday", "last Friday", "2025-06-06"),
        ("this Friday", "this Friday", "2025-06-13"),
        ("It burnt on Friday night.", "on Friday night", "2025-06-13"),
        ("yesterday", "yesterday", "2025-06-12"),
        ("earlier today", "earlier today", "2025-06-13"),
        ("tonight", "tonight", "2025-06-13"),
        ("tomorrow", "tomorrow", "2025-06-14"),
        ("last night", "last night", "2025-06-12"),
        ("this morning", "this morning", "2025-06-13"),
        ("the day before yesterday", "the day before yesterday", "2025-06-11"),
        ("It rained at the weekend.", "at the weekend", "2025-06-07/2025-06-08"),
        ("this weekend", "this weekend", "2025-06-14/2025-06-15"),
        ("next weekend", "next weekend", "2025-06-21/2025-06-22"),
        ("The fair will open over the weekend.", "over the weekend", "2025-06-14/2025-06-15"),
        ("last week", "last week", "2025-06-02/2025-06-08"),
        ("later this week", "later this week", "2025-06-09/2025-06-15"),
        ("next week", "next week", "2025-06-16/2025-06-22"),
        ("last month", "last month", "2025-05"),
        ("earlier this month", "earlier this month", "2025-06"),
        ("next month", "next month", "2025-07"),
        ("last year", "last year", "2024"),
        ("later this year", "later this year", "2025"),
        ("last March", "last March", "2025-03"),
        ("last June", "last June", "2024-06"),
        ("next March", "next March", "2026-03"),
        ("in June last year", "in June last year", "2024-06"),
        ("Tuesday of last week", "Tuesday of last week", "2025-06-03"),
        ("three days ago", "three days ago", "2025-06-10"),
        ("three weeks ago", "three weeks ago", "2025-05-19/2025-05-25"),
        ("a month ago", "a month ago", "2025-05"),
        ("Five years ago it sank.", "Five years ago", "2020"),
        ("12 years ago", "12 years ago", "2013"),
        ("It sank the day before, she said", "the day before", "2025-06-12"),
    ],
)
def test_relative_words_count_from_the_article(text: str, raw: str, value: str) -> None:
    assert found(text) == [(raw, value)]


@pytest.mark.parametrize(
    ("anchor", "text", "value"),
    [
        ("2025-06-14", "over the weekend", "2025-06-14/2025-06-15"),
        ("2025-06-15", "over the weekend", "2025-06-14/2025-06-15"),
        ("2025-06-15", "last weekend", "2025-06-07/2025-06-08"),
        ("2025-06-16", "over the weekend", "2025-06-14/2025-06-15"),
        ("2025-01-03", "It burnt on Dec. 30", "2024-12-30"),
        ("2025-12-30", "It opens on Jan. 3", "2026-01-03"),
        ("2025-02-10", "It will open on Oct. 3", "2025-10-03"),
        ("2025-06-13", "They met this past Friday", "2025-06-06"),
        ("2025-06-13", "They met past Friday", "2025-06-06"),
        ("2025-06-13", "They met previous Friday", "2025-06-06"),
        ("2025-06-13", "They met this coming Sunday", "2025-06-15"),
        ("2025-06-13", "They met coming Sunday", "2025-06-15"),
        ("2025-06-12", "It rained this weekend", "2025-06-14/2025-06-15"),
        ("2025-06-11", "It will rain this weekend", "2025-06-14/2025-06-15"),
        ("2025-06-13", "It will rain over the weekend", "2025-06-14/2025-06-15"),
        ("2025-06-13", "It closed in September", "2024-09"),
        ("2025-06-13", "They met this past June", "2024-06"),
        ("2025-06-13", "They met this coming June", "2026-06"),
        ("2025-06-13", "in November and March 2024", "2023-11 2024-03"),
        ("2025-06-13", "in the last half of 2024", "2024-07/2024-12"),
        ("2025-06-13", "In 2019-style gowns", "2019"),
        ("2025-06-13", "It burnt on Dec. 20", "2024-12-20"),
        ("2025-06-13", "It will open on Dec. 20", "2025-12-20"),
        ("2025-06-13", "It will open on March 9", "2026-03-09"),
        ("2025-06-13", "It will open on March 10", "2025-03-10"),
        ("2025-06-13", "It burnt on Thursday, Oct. 3", "2024-10-03"),
        ("2025-06-13", "It burnt on Monday, Oct. 3", "2025-10-03"),
        ("2016-06-01", "The vote is on Tuesday, Nov. 8", "2016-11-08"),
        ("2025-01-31", "a month ago", "2024-12"),
        ("2025-01-03", "in November she said", "2024-11"),
        ("2025-01-03", "It will open in November", "2025-11"),
        ("2024-03-01", "on Feb. 29", "2024-02-29"),
    ],
)
def test_the_anchor_decides_year_and_week(anchor: str, text: str, value: str) -> None:
    assert [value for _, value in found(text, anchor=dt.date.fromisoformat(anchor))] == value.split()


def test_a_month_long_past_is_not_read_if_no_verb_shows_the_tense() -> None:
    assert found("Victory in January") == [("in January", "2025-01")]
    assert found("Victory in December") == []


def test_this_weekend_is_not_read_in_the_past_tense_before_thursday() -> None:
    assert found("It rained this weekend", anchor=dt.date(2025, 6, 11)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burnt on June 3. Two days later it rained", "2025-06-05"),
        ("It burnt on June 3. The following day it rained", "2025-06-04"),
        ("It burnt on June 3. The day after, it rained", "2025-06-04"),
        ("It burnt on June 3. The day before, it rained", "2025-06-02"),
        ("It burnt on June 3. The previous day it rained", "2025-06-02"),
        ("It burnt on June 3.\n\nThe previous day it rained", "2025-06-12"),
    ],
)
def test_days_count_from_the_day_named_last_in_the_paragraph(text: str, value: str) -> None:
    assert found(text)[-1][1] == value


def test_the_day_after_needs_a_day_in_its_paragraph() -> None:
    assert [value for _, value in found("It burnt on June 3.\n\nThe following day it rained")] == ["2025-06-03"]


def test_the_day_after_does_not_count_from_a_month() -> None:
    assert found("It burnt in June 2024. The following day it rained") == [("in June 2024", "2024-06")]


def test_words_of_one_expression_are_not_read_again_in_the_next() -> None:
    assert found("It burnt on June 12 days later.") == [("on June 12", "2025-06-12")]


def test_one_to_three_blanks_separate_the_words_of_a_date() -> None:
    assert found("on June   3, 2024") == [("on June   3, 2024", "2024-06-03")]
    assert found("on June    3, 2024") == []


def test_a_day_before_the_first_year_is_not_read() -> None:
    times = find_times("It rained last week.", anchor=dt.date.min)
    assert (times.resolved, times.unresolved) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "They may move in and march on, an august body",
        "Theresa May said so, and Mrs. May left",
        "The Sun reported that Sat Brandt met Mon Ami",
        "on Black Friday and Good Friday, Super Tuesday and Bloody Sunday",
        "Friday Night Lights and the Sunday Times",
        "open Monday to Friday, Monday-Friday, Sunday or Monday, every Sunday, on a Saturday, Tuesdays",
        "2025 people paid $2025 or 2,025 for 1990 votes",
        "pages 2015-2019, a score of 3-2, one half is 1/2",
        "call 020 7946 0958, MB1 2025, version 1.2.3, host 10.6.20.25",
        "a Boeing 2019, Article 2019, open 24/7 since 9/11",
        "the second man in a decade, a decade ago, recently, soon, overnight",
        "on 31 June 2025, on 2025-02-30, on June 31",
        "a poll of 2047 registered voters, a crowd of 2000.",
        "more than five years ago, two or three weeks ago, a few days ago, a year and a half ago",
        "over the last week, in the last year, his last month, the club's last month",
        "the day before the fair, the day after he left",
        "July gave way to May; confidence in May fell",
        "in March Madness, the Sept. 11 attacks, the Jan. 6 riot",
        "two weeks from Tuesday, a week ago Tuesday",
        "at https://example.org/2025/06/13/harbour and img-2025-06-13.jpg",
        "peaked in October of that year",
        "in two weeks, within two years",
        "on the pier five years ago this week",
        "on Harbour Tonight, in Brandt Today",
        "on the Today show, the Harbour's Today programme, Today FM, “Today” and Yesterday by the choir",
        "on the Monday after the fair, the Sunday before the vote",
        "since last nightfall, in this eveningwear",
        "fined $5 days ago and #5 years ago",
        "the Carmarthenshirecouncil's earlier last month",
        "version 3.4.99, release 1.2.34, a score of 3-2-10, 24/7/365, 40/50/60",
    ],
)
def test_words_that_look_like_dates_are_not_read(text: str) -> None:
    times = find_times(text, anchor=FRIDAY, language="en-GB")
    assert (times.resolved, times.ambiguous) == ((), ())


def test_without_an_anchor_only_absolute_dates_are_resolved() -> None:
    times = find_times("On Sunday, and on June 3, 2024, and two weeks ago, and June 3.", anchor=None)
    assert [when.value for when in times.resolved] == ["2024-06-03"]
    assert times.unresolved == ("On Sunday", "two weeks ago", "June 3")


def test_an_ambiguous_numeric_date_is_reported() -> None:
    times = find_times("dated 03/02/2024 and 03/03/2024", anchor=None)
    assert times.ambiguous == ("03/02/2024",)
    assert [when.value for when in times.resolved] == ["2024-03-03"]


def test_only_numeric_dates_are_read_in_other_languages() -> None:
    text = "Am 13.06.2025, nicht am Friday oder im June 2025, 03/02/2024"
    assert found(text, language="de") == [("13.06.2025", "2025-06-13"), ("03/02/2024", "2024-02-03")]


def test_english_is_recognised_with_any_region() -> None:
    assert found("on Sunday", language="en_US") == [("on Sunday", "2025-06-08")]
    assert found("on Sunday", language="enm") == []


def test_the_span_is_where_the_words_are() -> None:
    (when,) = find_times("It rained on Sunday.", anchor=FRIDAY).resolved
    assert when.span is not None
    assert (when.span.start, when.span.end, when.span.field) == (10, 19, "text")
    assert (when.earliest, when.latest, when.at) == (dt.date(2025, 6, 8), dt.date(2025, 6, 8), None)


def test_a_time_of_day_gives_the_moment() -> None:
    (when,) = find_times("on June 13, 2025 at 5:40 p.m. EDT", anchor=None).resolved
    assert when.at == dt.datetime(2025, 6, 13, 21, 40, tzinfo=dt.UTC)


def test_a_date_does_not_run_over_two_paragraphs() -> None:
    assert found("It burnt on June 3\n\n2024 was worse") == [("on June 3", "2025-06-03")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Today Brandt left.", "2025-06-13"),
        ("It sank. Tomorrow it reopens.", "2025-06-14"),
        ("It said, “Today, we win”", "2025-06-13"),
    ],
)
def test_a_named_day_with_a_capital_is_read_at_the_start_of_a_sentence(text: str, value: str) -> None:
    assert [value for _, value in found(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on June 3. He came back the following Monday", "2025-06-09"),
        ("He left on Monday, June 2. He came back the following Monday", "2025-06-09"),
        ("He left on June 3. On the previous Monday he fell", "2025-06-02"),
        ("He left on June 3. The following Monday at 5pm he fell", "2025-06-09T17:00"),
    ],
)
def test_the_following_weekday_counts_from_the_day_named_last(text: str, value: str) -> None:
    assert found(text)[-1][1] == value


def test_the_following_weekday_is_unresolved_if_no_day_is_named() -> None:
    times = find_times("He came back the following Monday.", anchor=FRIDAY)
    assert (times.resolved, times.unresolved) == ((), ("the following Monday",))


@pytest.mark.parametrize("text", ["12/06/25", "13/06/25", "3.4.99"])
def test_a_date_with_a_two_digit_year_is_ambiguous(text: str) -> None:
    times = find_times(f"dated {text}, it says", anchor=FRIDAY, language="en-GB")
    assert (times.resolved, times.ambiguous) == ((), (text,))


def test_an_anchor_with_a_time_of_day_counts_as_its_day() -> None:
    moment = dt.datetime(2025, 6, 13, 17, 40, tzinfo=dt.UTC)
    assert found("on Sunday, yesterday", anchor=moment) == found("on Sunday, yesterday")
