"""Strings that are one date, such as metadata."""

from __future__ import annotations

import datetime as dt

import pytest

from articlekit.dates import is_ambiguous_date, parse_date

MOMENTS = [
    ("2025-06-13T17:40+02:00", "2025-06-13T17:40+02:00"),
    ("2025-06-13T17:40:05Z", "2025-06-13T17:40:05+00:00"),
    ("2025-06-13T17:40:05.123+0200", "2025-06-13T17:40:05+02:00"),
    ("2025-06-13T17:40", "2025-06-13T17:40"),
    ("2025-06-13 17:40", "2025-06-13T17:40"),
    ("20250613T174005Z", "2025-06-13T17:40:05+00:00"),
    ("June 13, 2025 at 5:40 p.m. EDT", "2025-06-13T17:40-04:00"),
    ("June 13, 2025 | 5:40 PM", "2025-06-13T17:40"),
    ("June 13, 2025 5 p.m. ET", "2025-06-13T17:00-04:00"),
    ("Jan. 13, 2025, 5:40 p.m. Eastern Time", "2025-01-13T17:40-05:00"),
    ("13 June 2025 17:40 BST", "2025-06-13T17:40+01:00"),
    ("13 June 2025, 5.40pm", "2025-06-13T17:40"),
    ("5:40 PM ET, Fri June 13, 2025", "2025-06-13T17:40-04:00"),
    ("12:05 AM PT, Fri January 3, 2025", "2025-01-03T00:05-08:00"),
    ("17:40 GMT, 13 June 2025", "2025-06-13T17:40+00:00"),
    ("Fri, 13 Jun 2025 17:40:00 +0200", "2025-06-13T17:40:00+02:00"),
    ("Fri, 13 Jun 2025 17:40:00 +0200 (CEST)", "2025-06-13T17:40:00+02:00"),
    ("13.06.2025 17:40", "2025-06-13T17:40"),
    ("13 June 2025 17:40 UTC+5:30", "2025-06-13T17:40+05:30"),
    ("13 June 2025 17:40 IST", "2025-06-13T17:40"),
    ("13 June 2025 17:40 Pacific Standard Time", "2025-06-13T17:40-08:00"),
    ("13 June 2025 17:40 (UTC+05:30)", "2025-06-13T17:40+05:30"),
    ("Fri 7 Nov 2025 06.15 GMT", "2025-11-07T06:15+00:00"),
    ("14 May 2024 23.05 CEST", "2024-05-14T23:05+02:00"),
    ("May 14, 2024, 11:05 p.m. ET", "2024-05-14T23:05-04:00"),
    ("November 20, 2019 / 1:07 AM", "2019-11-20T01:07"),
    ("11:00 AM PDT • May 16, 2024", "2024-05-16T11:00-07:00"),
    ("Friday December 19, 2025 @08:00PM", "2025-12-19T20:00"),
]


@pytest.mark.parametrize(("raw", "value"), MOMENTS)
def test_a_time_of_day_keeps_its_precision_and_offset(raw: str, value: str) -> None:
    when = parse_date(raw)
    assert when is not None
    assert (when.value, when.raw, when.span) == (value, raw, None)
    assert when.at is not None
    assert when.at == dt.datetime.fromisoformat(value)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("June 13, 2025", "2025-06-13"),
        ("FRIDAY, JUNE 13, 2025", "2025-06-13"),
        ("friday 13th june 2025", "2025-06-13"),
        ("  13 June 2025\n", "2025-06-13"),
        ("Jun 13 2025", "2025-06-13"),
        ("2025-06-13", "2025-06-13"),
        ("20250613", "2025-06-13"),
        ("2025-06", "2025-06"),
        ("June 2025", "2025-06"),
        ("2025", "2025"),
        ("June 7-8, 2025", "2025-06-07/2025-06-08"),
        ("13/06/2025", "2025-06-13"),
        ("06/13/2025", "2025-06-13"),
    ],
)
def test_a_date_keeps_its_precision(raw: str, value: str) -> None:
    when = parse_date(raw)
    assert when is not None
    assert (when.value, when.at) == (value, None)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        " ",
        "Published: June 13, 2025",
        "June 13",
        "Friday",
        "yesterday",
        "31 June 2025",
        "2025-02-30",
        "2025-13",
        "13/13/2025",
        "00/00/2025",
        "06.13.2025",
        "3025",
        "since 2022",
        "June 13, 2025 and more",
        "1.2.3",
        "14 May 2024 23.05",
        "13 June 2025 9:30-10:30",
        "2715720700",
        "9" * 5000,
    ],
)
def test_a_string_that_is_not_a_date_is_none(raw: str) -> None:
    assert parse_date(raw) is None
    assert not is_ambiguous_date(raw)


@pytest.mark.parametrize(
    ("language", "value"),
    [("en-US", "2024-03-02"), ("en_us", "2024-03-02"), ("en-GB", "2024-02-03"), ("de", "2024-02-03")],
)
def test_the_language_decides_a_numeric_date(language: str, value: str) -> None:
    when = parse_date("03/02/2024", language=language)
    assert when is not None
    assert when.value == value
    assert not is_ambiguous_date("03/02/2024", language=language)


@pytest.mark.parametrize("language", [None, "en", "en-CA"])
def test_a_numeric_date_without_a_region_is_ambiguous(language: str | None) -> None:
    assert parse_date("03/02/2024", language=language) is None
    assert is_ambiguous_date("03/02/2024", language=language)


@pytest.mark.parametrize("raw", ["00/05/2024", "05/00/2024", "00/06/25", "13/13/25", "12/32/25", "12-06-25"])
def test_a_numeric_date_that_no_order_allows_is_not_ambiguous(raw: str) -> None:
    assert parse_date(raw) is None
    assert not is_ambiguous_date(raw)


def test_a_date_with_full_stops_is_day_first_in_any_language() -> None:
    when = parse_date("03.02.2024", language="en-US")
    assert when is not None
    assert when.value == "2024-02-03"


@pytest.mark.parametrize(
    ("raw", "value"), [("Yesterday", "2025-06-12"), ("3 days ago", "2025-06-10"), ("June 3", "2025-06-03")]
)
def test_relative_words_count_from_the_anchor(raw: str, value: str) -> None:
    when = parse_date(raw, anchor=dt.date(2025, 6, 13))
    assert when is not None
    assert when.value == value


def test_english_month_names_are_not_read_in_another_language() -> None:
    assert parse_date("June 13, 2025", language="fr") is None
    assert parse_date("13-Jun-2025", language="fr") is None


@pytest.mark.parametrize("language", ["en", "fr", "ja"])
@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2024-05-14T23:05:00.1234567Z", "2024-05-14T23:05:00+00:00"),
        ("2024-05-14T23:05:00+0200", "2024-05-14T23:05:00+02:00"),
        ("2024-05-14T23:05:00Z[UTC]", "2024-05-14T23:05:00+00:00"),
        ("2024-05-14 23:05:00 +0000 UTC", "2024-05-14T23:05:00+00:00"),
        ("2024-05-14T23:05:00 CEST", "2024-05-14T23:05:00+02:00"),
        ("2024-05-14T24:00:00Z", "2024-05-15T00:00:00+00:00"),
        ("2024/05/14 23:05", "2024-05-14T23:05"),
        ("20240514T230500Z", "2024-05-14T23:05:00+00:00"),
        ("20240514", "2024-05-14"),
        ("1715720700", "2024-05-14T21:05:00+00:00"),
        ("1715720700000", "2024-05-14T21:05:00+00:00"),
        ("Tue, 14 May 2024 23:05:00 +0000", "2024-05-14T23:05:00+00:00"),
        ("Tue May 14 2024 23:05:00 GMT+0200 (Central European Summer Time)", "2024-05-14T23:05:00+02:00"),
        ("Tue May 14 23:05:00 CEST 2024", "2024-05-14T23:05:00+02:00"),
    ],
)
def test_machine_formats_are_read_in_any_language(raw: str, value: str, language: str) -> None:
    when = parse_date(raw, language=language)
    assert when is not None
    assert when.value == value


def test_an_anchor_with_a_time_of_day_counts_as_its_day() -> None:
    when = parse_date("yesterday", anchor=dt.datetime(2025, 6, 13, 17, 40, tzinfo=dt.UTC))
    assert when is not None
    assert (when.value, when.earliest) == ("2025-06-12", dt.date(2025, 6, 12))


def test_a_year_of_two_digits_is_ambiguous() -> None:
    assert parse_date("12/06/25", language="de") is None
    assert is_ambiguous_date("12/06/25", language="de")


def test_a_language_that_writes_the_year_first_has_no_fixed_order_of_day_and_month() -> None:
    assert is_ambiguous_date("03/02/2024", language="ja-JP")
