"""Bylines: names without job titles and places, and lines that only begin with By."""

from __future__ import annotations

import pytest

import articlekit
from articlekit.parsers.lines.bylines import read_by_line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", ["Ada Quill"]),
        ("BY ADA QUILL", ["ADA QUILL"]),
        ("By Ada Quill and Tom Reed", ["Ada Quill", "Tom Reed"]),
        ("By Ada Quill, Tom Reed and Ivo van der Meer", ["Ada Quill", "Tom Reed", "Ivo van der Meer"]),
        ("By Ada Quill, Tom Reed, and Mia O’Dell", ["Ada Quill", "Tom Reed", "Mia O’Dell"]),
        ("By Ada Quill in Marrow Bay", ["Ada Quill"]),
        ("By Ada Quill, Political Editor", ["Ada Quill"]),
        ("By Ada Quill for the Harbour Courier", ["Ada Quill"]),
        ("By Ada Quill | The Harbour Courier", ["Ada Quill"]),
        ("By J.P. Reed-Quill", ["J.P. Reed-Quill"]),
        ("By The Associated Press", ["The Associated Press"]),
        ("By Reuters", ["Reuters"]),
        ("By Harbour Courier Staff", ["Harbour Courier Staff"]),
        ("Written by Ada Quill", ["Ada Quill"]),
    ],
)
def test_a_byline_gives_its_names(line: str, names: list[str]) -> None:
    assert read_by_line(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the harbour was closed.",
        "By the sea",
        "By train from Port Elswick",
        "By Monday, 13 June",
        "By Jove!",
        "By Noon Tomorrow",
        "Byron Reed",
        "By far the worst storm in years, said Ada Quill",
        "By 2030",
    ],
)
def test_a_line_that_only_begins_with_by_is_not_a_byline(line: str) -> None:
    assert read_by_line(line) is None


def test_an_agency_in_the_byline_is_an_organization() -> None:
    article = articlekit.parse("# Harbour closed\n\nBy Ada Quill and Reuters\n\nThe harbour closed.")
    assert [(a.name, a.kind) for a in article.authors] == [("Ada Quill", "person"), ("Reuters", "organization")]


def test_an_authors_page_is_kept_as_url_and_as_link() -> None:
    report = "# Harbour closed\n\nBy [Ada Quill](/authors/quill)\n\nThe harbour closed."
    article = articlekit.parse(report, url="https://courier.example/a")
    assert [a.url for a in article.authors] == ["https://courier.example/authors/quill"]
    assert [(link.kind, link.text, link.span) for link in article.links] == [("author", "Ada Quill", None)]


def test_a_byline_and_a_date_in_one_line_are_separated() -> None:
    article = articlekit.parse("# Harbour closed\n\nBy Ada Quill | 13 June 2025 | 4 min read\n\nThe harbour closed.")
    assert [a.name for a in article.authors] == ["Ada Quill"]
    assert article.published is not None
    assert article.published.value == "2025-06-13"
    assert article.text == "The harbour closed."


@pytest.mark.parametrize("headline", ["# Harbour closed after storm", "Harbour closed after storm"])
@pytest.mark.parametrize(
    ("line", "names", "published"),
    [
        ("By Ada Quill, January 2, 2024", ["Ada Quill"], "2024-01-02"),
        ("By Ada Quill January 2, 2024", ["Ada Quill"], "2024-01-02"),
        ("By Ada Quill and Tom Reed, Tuesday, January 2, 2024", ["Ada Quill", "Tom Reed"], "2024-01-02"),
        ("By Ada Quill, Political Editor, 2 January 2024", ["Ada Quill"], "2024-01-02"),
        ("By Ada Quill on 2 January 2024 at 5:40 p.m.", ["Ada Quill"], "2024-01-02T17:40"),
        ("By Ada Quill, Published January 2, 2024 | 4 min read", ["Ada Quill"], "2024-01-02"),
        ("Ada Quill • Jan 2, 2024 • 5 min read", ["Ada Quill"], "2024-01-02"),
        ("Jan 2, 2024 | Ada Quill and Tom Reed | 5-minute read", ["Ada Quill", "Tom Reed"], "2024-01-02"),
        ("5 min read • 2 January 2024", [], "2024-01-02"),
        ("Weather • 2 January 2024 • Reading time: 5 minutes • Ada Quill", ["Ada Quill"], "2024-01-02"),
    ],
)
def test_names_date_and_reading_time_of_one_line_leave_the_body(
    headline: str, line: str, names: list[str], published: str
) -> None:
    article = articlekit.parse(f"{headline}\n\n{line}\n\nThe harbour closed.\n\nThe ferries stayed in port.")
    assert [a.name for a in article.authors] == names
    assert article.published is not None
    assert article.published.value == published
    assert article.text == "The harbour closed.\n\nThe ferries stayed in port."


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Quill, January",
        "By Marrow Bay on 2 January 2024 the ferries had stopped.",
        "Marrow Bay, January 2, 2024",
        "Marrow Bay | January 2, 2024",
        "The rescue took – 5 min read – half the night",
        "Storm Nears Coast – 4 min read",
        "Middle East • Jan 2, 2024 • 5 min read",
        "Climate Change | 5 min read",
        "[Storm Nears Coast](/storm) | 4 min read",
    ],
)
def test_a_name_next_to_a_date_alone_is_not_a_byline(line: str) -> None:
    article = articlekit.parse(f"# Harbour closed after storm\n\n{line}\n\nThe harbour closed.")
    assert article.authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "By Our Correspondent",
        "By our own correspondent",
        "BY OUR SPECIAL CORRESPONDENT IN MARROW BAY",
        "By Our Education Correspondent",
        "By Staff Reporter",
        "By a Staff Reporter",
        "By staff reporters",
        "Staff Writer",
        "Our Correspondent",
        "By Our Correspondent | 13 June 2025",
        "Our Correspondent • 13 June 2025 • 5 min read",
        "By Our Own Correspondent.",
        "By Staff Reporter, Marrow Bay",
        "By Staff Reporter, June 13, 2025",
    ],
)
def test_a_job_title_signs_for_nobody_and_leaves_the_body(line: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\nThe harbour closed.")
    assert article.authors == ()
    assert article.text == "The harbour closed."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill and Our Correspondent", ["Ada Quill"]),
        ("By Our Correspondent and Ada Quill", ["Ada Quill"]),
        ("By Ada Quill, staff writer", ["Ada Quill"]),
    ],
)
def test_a_job_title_next_to_a_name_is_not_a_second_name(line: str, names: list[str]) -> None:
    assert read_by_line(line) == names


def test_a_job_title_in_the_front_matter_is_not_a_name() -> None:
    article = articlekit.parse("---\ntitle: Harbour closed\nauthor: Staff Reporter\n---\n\nThe harbour closed.")
    assert article.authors == ()


@pytest.mark.parametrize("line", ["By our reporter’s reckoning", "Our man in Marrow Bay", "Writers met on the quay"])
def test_a_line_that_only_speaks_of_reporters_stays(line: str) -> None:
    assert line in articlekit.parse(f"# Harbour closed\n\n{line}\n\nThe harbour closed.").text
