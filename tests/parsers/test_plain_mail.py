from __future__ import annotations

import base64

import pytest

from articlekit.parsers.draft import Draft
from articlekit.parsers.plain import read_plain

HEAD = "From: Press Office <press@marrowbay.example>\nSubject: Harbour closed\n"


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.body.blocks]


def test_headers_are_metadata_and_the_rest_is_text() -> None:
    draft = read_plain(
        HEAD + "Date: Fri, 13 Jun 2025 09:30:00 +0100\nTo: a@b.example,\n  c@d.example\n\nThe harbour closed."
    )
    assert texts(draft) == ["The harbour closed."]
    assert draft.facts.meta == {
        "email:from": ("Press Office <press@marrowbay.example>",),
        "email:subject": ("Harbour closed",),
        "email:date": ("Fri, 13 Jun 2025 09:30:00 +0100",),
        "email:to": ("a@b.example, c@d.example",),
    }


def test_the_separator_of_a_mailbox_is_metadata() -> None:
    draft = read_plain(f"From press@marrowbay.example Fri Jun 13 09:30:00 2025\n{HEAD}\nThe harbour closed.")
    assert texts(draft) == ["The harbour closed."]
    assert draft.facts.meta["email:mbox-from"] == ("press@marrowbay.example Fri Jun 13 09:30:00 2025",)


def test_encoded_words_are_decoded_if_valid() -> None:
    draft = read_plain("From: =?utf-8?q?Zo=C3=AB?= <z@b.example>\nSubject: =?nonsense?q?a?=\n\nIt rained.")
    assert draft.facts.meta["email:from"] == ("Zoë <z@b.example>",)
    assert draft.facts.meta["email:subject"] == ("=?nonsense?q?a?=",)


def test_the_sent_line_of_a_copied_mail_is_its_date() -> None:
    draft = read_plain("From: Ada Quill\nSent: Friday, June 13, 2025 9:30 AM\nTo: Desk\n\nIt rained.")
    assert draft.facts.meta["email:date"] == ("Friday, June 13, 2025 9:30 AM",)


@pytest.mark.parametrize(
    "text",
    [
        "Subject matter: experts met.\n\nThe harbour closed.",
        "Subject: Harbour closed\n\nThe harbour closed.",
        "Contact: Ada Quill\nPhone: 01632 960 044\n\nThe harbour closed.",
        HEAD + "The harbour closed.\n\nIt opened.",
        "From Friday the harbour is closed.\nSubject: to change\n",
        " continued\n" + HEAD + "\nIt rained.",
    ],
)
def test_other_text_is_not_read_as_e_mail(text: str) -> None:
    draft = read_plain(text)
    assert draft.facts.meta == {}
    assert " ".join(texts(draft)).split() == text.split()


@pytest.mark.parametrize(
    ("encoding", "charset", "body"),
    [
        ("quoted-printable", "utf-8", "Zo=C3=AB\nclosed the caf=\n=C3=A9."),
        ("quoted-printable", "iso-8859-1", "Zo=EB\nclosed the caf=\n=E9."),
        ("quoted-printable", "iso-8859-1", "Zoë\nclosed the caf=\né."),
        ("base64", "utf-8", base64.b64encode("Zoë\r\nclosed the café.".encode()).decode()),
        ("8bit", "utf-8", "Zoë\nclosed the café."),
    ],
)
def test_transfer_encodings_are_decoded(encoding: str, charset: str, body: str) -> None:
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n"
    draft = read_plain(f"{HEAD}{head}\n{body}\n")
    assert texts(draft) == ["Zoë", "closed the café."]
    assert draft.problems == []


MULTIPART = (
    HEAD
    + """Content-Type: multipart/mixed; boundary="cut"

--cut
Content-Type: text/plain

The harbour closed.
--cut
Content-Type: text/html

<p>The harbour closed.</p>
--cut
Content-Type: application/pdf; name="plan.pdf"

JVBERi0=
--cut--
"""
)


def test_the_plain_text_part_is_read_and_attachments_are_listed() -> None:
    draft = read_plain(MULTIPART)
    assert texts(draft) == ["The harbour closed."]
    assert draft.facts.meta["email:attachment"] == ("plan.pdf",)


def test_a_mail_without_plain_text_is_unchanged_and_a_problem() -> None:
    draft = read_plain(HEAD + "Content-Type: text/html\n\n<p>The harbour closed.</p>")
    assert texts(draft) == ["<p>The harbour closed.</p>"]
    assert [problem.code for problem in draft.problems] == ["bad-structured-data"]


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nharbour closed", "bad-structured-data"),
        (
            "Content-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\naGFyYm91ciBjbG9zZWQ=",
            "undecodable-bytes",
        ),
        ("Content-Type: message/rfc822\n\n" * 5_000 + "harbour closed", "too-deep"),
    ],
)
def test_a_broken_mail_is_a_problem_and_loses_no_word(part: str, code: str) -> None:
    draft = read_plain(HEAD + part)
    assert "harbour closed" in texts(draft)[-1]
    assert [problem.code for problem in draft.problems] == [code]
