"""Bylines: names without roles and places, and lines that only begin with ``By``."""

from __future__ import annotations

import pytest

import articlekit
from articlekit.parsers.conventions.bylines import byline_names


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
    assert byline_names(line) == names


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
def test_a_line_that_only_begins_with_by_is_no_byline(line: str) -> None:
    assert byline_names(line) is None


def test_an_agency_in_the_byline_is_an_organization() -> None:
    article = articlekit.parse("# Harbour closed\n\nBy Ada Quill and Reuters\n\nThe harbour closed.")
    assert [(a.name, a.kind) for a in article.authors] == [("Ada Quill", "person"), ("Reuters", "organization")]


def test_an_authors_page_is_kept_as_address_and_as_link() -> None:
    report = "# Harbour closed\n\nBy [Ada Quill](/authors/quill)\n\nThe harbour closed."
    article = articlekit.parse(report, url="https://courier.example/a")
    assert [a.url for a in article.authors] == ["https://courier.example/authors/quill"]
    assert [(link.kind, link.text, link.span) for link in article.links] == [("author", "Ada Quill", None)]


def test_a_byline_and_a_date_in_one_line_are_told_apart() -> None:
    article = articlekit.parse("# Harbour closed\n\nBy Ada Quill | 13 June 2025 | 4 min read\n\nThe harbour closed.")
    assert [a.name for a in article.authors] == ["Ada Quill"]
    assert article.published is not None
    assert article.published.value == "2025-06-13"
    assert article.text == "The harbour closed."
