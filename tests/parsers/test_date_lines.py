"""Date lines: day and time in any order, and the more exact of two sources with the same day."""

from __future__ import annotations

import pytest

import articlekit

STORY = "The harbour closed.\n\nThe ferries stayed in port."


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Tuesday, 2 January 2024, 17:40", "2024-01-02T17:40"),
        ("Tuesday 17:40, 2 January 2024", "2024-01-02T17:40"),
        ("Tuesday at 5:40 p.m., January 2, 2024", "2024-01-02T17:40"),
        ("January 2, 2024 Tuesday 5:40 p.m.", "2024-01-02T17:40"),
        ("Published Tue 2 Jan 2024 17.40 GMT", "2024-01-02T17:40+00:00"),
        ("2 January 2024 • 17:40", "2024-01-02T17:40"),
        ("17:40 | 2 January 2024", "2024-01-02T17:40"),
        ("Tuesday, January 2, 2024 | 5:40 p.m.", "2024-01-02T17:40"),
        ("Published 2 January 2024 – 17:40 | Updated 3 January 2024 – 09:15", "2024-01-02T17:40"),
    ],
)
def test_a_date_line_keeps_its_time_of_day(line: str, value: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\n{STORY}")
    assert article.published is not None
    assert (article.published.value, article.text) == (value, STORY)
    assert article.published.raw in line


def test_an_update_keeps_its_time_of_day_too() -> None:
    line = "First published on Tue 2 Jan 2024 17.40 GMT\n\nLast modified on Wed 3 Jan 2024 09.15 GMT"
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\n{STORY}")
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value, article.modified.value) == ("2024-01-02T17:40+00:00", "2024-01-03T09:15+00:00")


def test_the_time_after_a_bar_is_that_of_the_day_before_it_also_after_a_byline() -> None:
    line = "By Ada Quill | January 2, 2024 | 7:40am | Updated January 3, 2024 | 8:00am"
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\n{STORY}")
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value, article.modified.value) == ("2024-01-02T07:40", "2024-01-03T08:00")
    assert [author.name for author in article.authors] == ["Ada Quill"]


@pytest.mark.parametrize(
    "report",
    [
        "---\ndate: 2024-01-02\nupdated: 2023-12-01\n---\n\n{}",
        "---\ndate: 2024-01-02\nupdated: 1970-01-01\n---\n\n{}",
        "# Harbour closed\n\nPublished January 2, 2024 | Updated December 1, 2023\n\n{}",
        "<h1>Harbour closed</h1><p>January 2, 2024</p><p>Updated December 1, 2023</p>{}",
    ],
)
def test_a_change_days_before_the_publication_never_counts(report: str) -> None:
    article = articlekit.parse(report.format(STORY), attribute=False)
    assert article.published is not None
    assert (article.published.value, article.modified) == ("2024-01-02", None)
    assert "modified" not in [evidence.field for evidence in article.evidence]
    assert "2023" not in article.text


def test_a_change_on_the_day_before_the_publication_stays_and_an_early_one_stays_in_the_evidence() -> None:
    near, early = (f"---\ndate: 2024-01-02\nupdated: {day}\n---\n\n{STORY}" for day in ("2024-01-01", "2023-12-01"))
    assert articlekit.parse(near, attribute=False).modified is not None
    (published,) = (e for e in articlekit.parse(early, attribute=False).evidence if e.field == "published")
    assert [(other.field, other.raw) for other in published.rejected] == [("modified", "2023-12-01")]


@pytest.mark.parametrize("line", ["Version 17.40 of 2 January 2024", "Saturday 14 boats sank", "Wed 2.01.2024.17"])
def test_other_figures_make_no_date_line(line: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\n{STORY}")
    assert article.published is None
    assert line in article.text


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("MARROW BAY, June 13, 2025 (AP) — ", "2025-06-13T09:30:00+01:00"),
        ("MARROW BAY, June 12, 2025 (AP) — ", "2025-06-12"),
        ("13 June 2025\n\n", "2025-06-13T09:30:00+01:00"),
        ("13 June 2025, 08:15\n\n", "2025-06-13T08:15"),
        ("Published: 12 June 2025\n\n", "2025-06-12"),
    ],
)
def test_the_time_of_a_mail_counts_if_the_text_names_its_day(opening: str, value: str) -> None:
    mail = "From: press@marrowbay.example\nSubject: Harbour closed\nDate: Fri, 13 Jun 2025 09:30:00 +0100"
    article = articlekit.parse(f"{mail}\n\n{opening}{STORY}")
    assert article.published is not None
    assert article.published.value == value
    assert "13 June 2025" not in article.text
