"""Datelines at the start of a report, and lines that look like them."""

from __future__ import annotations

import pytest

import articlekit
from articlekit.parsers.lines.datelines import find_dateline


@pytest.mark.parametrize(
    ("text", "place", "agency", "line"),
    [
        (
            "MARROW BAY, June 13 (Reuters) - The port closed.",
            "MARROW BAY",
            "Reuters",
            "MARROW BAY, June 13 (Reuters) -",
        ),
        ("PORT ELSWICK (AP) — The port closed.", "PORT ELSWICK", "AP", "PORT ELSWICK (AP) —"),
        ("OSLO, Norway (AFP) – The port closed.", "OSLO, Norway", "AFP", "OSLO, Norway (AFP) –"),
        ("ELSWICK, Kent, Aug. 3 (UPI) -- The port closed.", "ELSWICK, Kent", "UPI", "ELSWICK, Kent, Aug. 3 (UPI) --"),
        ("Elswick (dpa) - The port closed.", "Elswick", "dpa", "Elswick (dpa) -"),
        ("ST. AGNES - The port closed.", "ST. AGNES", None, "ST. AGNES -"),
        ("MARROW BAY, Kent — “The port is closed,” she said.", "MARROW BAY, Kent", None, "MARROW BAY, Kent —"),
        (
            "MARROW BAY, 13 June 2025 /PA Media/ — The port closed.",
            "MARROW BAY",
            "PA Media",
            "MARROW BAY, 13 June 2025 /PA Media/ —",
        ),
        ("OSLO, Fri., June 13, 2025 (AP) — The port closed.", "OSLO", "AP", "OSLO, Fri., June 13, 2025 (AP) —"),
        ("OSLO, Norway, Friday 13 June (AP) — It closed.", "OSLO, Norway", "AP", "OSLO, Norway, Friday 13 June (AP) —"),
        ("SUN VALLEY, June 13 (AP) — The port closed.", "SUN VALLEY", "AP", "SUN VALLEY, June 13 (AP) —"),
        ("(Reuters) - The port closed.", None, "Reuters", "(Reuters) -"),
        ("Marrow Bay, June 13: The port closed.", "Marrow Bay", None, "Marrow Bay, June 13:"),
        ("MARROW BAY (AP): The port closed.", "MARROW BAY", "AP", "MARROW BAY (AP):"),
    ],
)
def test_a_place_line_gives_place_and_agency_as_written(
    text: str, place: str | None, agency: str | None, line: str
) -> None:
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.agency, found.text) == (place, agency, line)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour - the pride of the town - closed.",
        "Marrow Bay — The town woke to silence.",
        "NATO - the alliance - met on Friday.",
        "COVID-19 rules end on Friday.",
        "THE STORM has closed the port.",
        "One-way streets are no help.",
        "— Ada Quill",
        "Minister: The port will open.",
        "SUMMARY: The port will open.",
        "June 13: The port will open.",
        "“WAIT” - The word was on every wall.",
    ],
)
def test_a_dash_alone_makes_no_place_line(text: str) -> None:
    assert find_dateline(text) is None


def test_the_place_line_stays_in_the_text() -> None:
    article = articlekit.parse("Harbour closed\n\nMARROW BAY (AP) — The harbour closed on Friday.")
    assert article.dateline is not None
    assert article.text.startswith(article.dateline.text)
