"""Credits after a report, and sentences that look like them."""

from __future__ import annotations

import pytest

import articlekit

BODY = "# Harbour closed\n\nThe harbour closed on Friday after the storm.\n\n"


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("*Reuters contributed to this report.*", [("Reuters", "reporting")]),
        ("AFP contributed reporting.", [("AFP", "reporting")]),
        (
            "(Reporting by Ada Quill and Tom Reed in Marrow Bay; Writing by Mia Dell; Editing by Ivo Brandt)",
            [("Ada Quill", "reporting"), ("Tom Reed", "reporting"), ("Mia Dell", "writing"), ("Ivo Brandt", "editing")],
        ),
        (
            "(Additional reporting by Ada Quill; Editing by Tom Reed.)",
            [("Ada Quill", "reporting"), ("Tom Reed", "editing")],
        ),
        (
            "Contributing: Ada Quill, Tom Reed and Mia Dell.",
            [("Ada Quill", "reporting"), ("Tom Reed", "reporting"), ("Mia Dell", "reporting")],
        ),
        ("Associated Press writer Ada Quill contributed to this report.", [("Ada Quill", "reporting")]),
        ("Quill reported from Port Elswick.", [("Quill", "reporting")]),
        ("— AFP", [("AFP", "source")]),
        ("-- Additional reporting by Ada Quill", [("Ada Quill", "reporting")]),
    ],
)
def test_a_credit_line_leaves_the_body_and_names_people_and_roles(line: str, credits: list[tuple[str, str]]) -> None:
    article = articlekit.parse(BODY + line)
    assert [(c.name, c.role) for c in article.credits] == credits
    assert article.text == "The harbour closed on Friday after the storm."


@pytest.mark.parametrize(
    "line",
    [
        "Heavy rain contributed to the flood.",
        "No injuries were reported from Port Elswick.",
        "Reporting by residents helped the fire brigade.",
        "The council contributed to the fund.",
    ],
)
def test_a_sentence_of_the_story_is_not_a_credit(line: str) -> None:
    article = articlekit.parse(BODY + line)
    assert article.credits == ()
    assert article.text.endswith(line)


def test_a_credit_at_the_end_of_the_last_paragraph_is_cut_off_it() -> None:
    article = articlekit.parse(BODY + "It reopens on Monday. (Reporting by Ada Quill; Editing by Tom Reed)")
    assert article.text.endswith("It reopens on Monday.")
    assert [c.text for c in article.credits] == ["Reporting by Ada Quill", "Editing by Tom Reed"]
