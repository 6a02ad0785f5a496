"""Lines of a story stay in it, even if they look like boilerplate."""

from __future__ import annotations

import datetime as dt

import pytest

import articlekit

LONG = "The river rose by two metres in the night and took the wooden bridge at Nedre Tarn with it, the oldest in the valley."


@pytest.mark.parametrize(
    "line",
    [
        "Register offices across Tarn reopened on Monday after a strike.",
        "Join our boys on the pitch, ran the banner.",
        "Subscribe or perish was the motto of the club.",
        "Follow the river on Twitter maps and you end in Tarn.",
        "Copyright reform is dead after the vote.",
        "Phone: it rang at noon and nobody answered it that day.",
        "Contact: nobody answered, she said.",
        "READ MORE: nothing to read, she said.",
        "Photo: nobody knew what to do, she said, and the photo shows it.",
        "Close",
    ],
)
def test_a_sentence_of_the_story_is_not_boilerplate(line: str) -> None:
    article = articlekit.parse(f"# Flood\n\n{LONG}\n\n{LONG}\n\n{line}\n\n{LONG}")
    assert line in article.text
    assert article.images == ()


def test_a_list_of_names_of_networks_stays_a_list() -> None:
    article = articlekit.parse(f"# Networks\n\n{LONG}\n\n- Facebook\n- Twitter\n- Threads\n\n{LONG}")
    assert [block.kind for block in article.blocks].count("list_item") == 3


@pytest.mark.parametrize(
    "body",
    [
        "The club named its dates.\n\n- 12 June 2025\n- 14 June 2025",
        "It rained in Tarn.\n\nThe treaty was signed on this day:\n\n4 May 1919",
        "It rained in Tarn.\n\nLast year",
    ],
)
def test_a_date_in_the_story_is_not_when_it_was_published(body: str) -> None:
    article = articlekit.parse(f"# Dates\n\n{body}", options=articlekit.Options(anchor=dt.date(2025, 6, 13)))
    assert article.published is None
    assert article.summary is None
    assert article.text == body.replace("- 1", "1").replace("2025\n1", "2025\n\n1")


@pytest.mark.parametrize("date", ["2025", "2025-06"])
def test_a_weekday_does_not_count_from_a_month_or_a_year(date: str) -> None:
    article = articlekit.parse(f"---\ntitle: Rain in Tarn\ndate: {date}\n---\n\nIt fell on Friday, he said.")
    assert article.times == ()
    assert "no-anchor" in [problem.code for problem in article.problems]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill",
        "by ada quill",
        "By Ada Quill, PhD",
        "Analysis by Ada Quill",
        "Words: Ada Quill. Pictures: Tom Reed",
        "Story by Ada Quill; photographs by Tom Reed",
    ],
)
def test_an_unread_byline_is_not_a_standfirst(line: str) -> None:
    article = articlekit.parse(f"# Rain falls\n\n{line}\n\nJune 13, 2025\n\n{LONG}")
    assert article.summary is None
    assert article.published is not None


def test_sections_above_the_headline_are_not_the_headline() -> None:
    report = f"Home > Business > Energy\n\nWind park takes its time\n\nBy Ada Quill\n\n{LONG}"
    assert articlekit.parse(report).title == "Wind park takes its time"


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Rain falls in Tarn | The Tarn Post", "Rain falls in Tarn"),
        ("Rain falls in Tarn | The Elswick Post", "Rain falls in Tarn | The Elswick Post"),
        ("Rain falls in Tarn – Post", "Rain falls in Tarn – Post"),
    ],
)
def test_the_sites_name_leaves_the_title_if_the_address_confirms_it(headline: str, title: str) -> None:
    article = articlekit.parse(f"# {headline}\n\nIt rained.", url="https://www.tarnpost.example/rain")
    assert article.title == title


def test_a_name_under_a_quotation_signs_the_quotation() -> None:
    article = articlekit.parse("# Flood\n\nIt rained.\n\n> The wall will hold.\n\n— John Roe")
    assert article.credits == ()
    assert article.text.endswith("— John Roe")


def test_a_wire_services_note_to_editors_is_not_in_the_headline() -> None:
    report = f"UPDATE 2-Tarn evacuates valley (Adds quotes from minister, details)\n\nTARN (AP) - {LONG}"
    assert articlekit.parse(report).title == "UPDATE 2-Tarn evacuates valley"


def test_a_mails_subject_beats_the_contact_above_the_headline() -> None:
    mail = "From: press@tarn.example\nSubject: Tarn dam holds\n\nMedia contact:\nLotte Winn, Head of Communications\n\n"
    article = articlekit.parse(f"{mail}Tarn dam holds\n\nTARN, 13 June 2025 - {LONG}")
    assert article.title == "Tarn dam holds"
    assert "Tarn dam holds" not in article.text
    assert "Lotte Winn" in article.text


def test_front_matter_with_a_bare_colon_is_read_line_by_line() -> None:
    article = articlekit.parse("---\ntitle: Mayor: we lost\ndate: 2025-06-13\n---\n\nIt rained.")
    assert article.title == "Mayor: we lost"
    assert article.published is not None
    assert "bad-structured-data" in [problem.code for problem in article.problems]


def test_front_matter_beyond_the_fields_stays_in_the_evidence() -> None:
    article = articlekit.parse("---\ntitle: Rain\nmood: grey\n---\n\nIt rained in Tarn.")
    assert any("mood: grey" in item.raw for item in article.evidence)
