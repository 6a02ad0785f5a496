"""Pictures: captions and credits, with and without the picture itself."""

from __future__ import annotations

import pytest

import articlekit
from articlekit.models import Image
from articlekit.parsers.conventions.captions import split_caption


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The pier on Friday. (Photo by Ada Quill / Reuters)", "The pier on Friday.", "Ada Quill / Reuters"),
        ("The pier on Friday. Photo: Ada Quill", "The pier on Friday.", "Ada Quill"),
        ("The pier, June 13, 2025. (AP Photo/Ada Quill, File)", "The pier, June 13, 2025.", "AP Photo/Ada Quill, File"),
        ("Photograph: Ada Quill/AFP", None, "Ada Quill/AFP"),
        ("© Ada Quill", None, "Ada Quill"),
        ("The pier on Friday. © Ada Quill", "The pier on Friday.", "Ada Quill"),
        ("(Ada Quill / Harbour Courier)", None, "Ada Quill / Harbour Courier"),
        ("The pier on Friday.", "The pier on Friday.", None),
        ("The pier (built in 1890) on Friday.", "The pier (built in 1890) on Friday.", None),
    ],
)
def test_a_caption_and_its_credit_are_told_apart(line: str, caption: str | None, credit: str | None) -> None:
    assert split_caption(line) == (caption, credit)


def test_a_picture_takes_the_caption_in_italics_under_it() -> None:
    report = "# Harbour closed\n\n![Pier](/pier.jpg)\n\n*The pier on Friday. Photo: Ada Quill*\n\nThe harbour closed."
    article = articlekit.parse(report, url="https://courier.example/a")
    assert article.images == (
        Image(url="https://courier.example/pier.jpg", alt="Pier", caption="The pier on Friday.", credit="Ada Quill"),
    )
    assert article.text == "The harbour closed."


def test_a_paragraph_under_a_picture_is_no_caption() -> None:
    article = articlekit.parse("# Harbour closed\n\n![Pier](pier.jpg)\n\nThe harbour closed.")
    assert article.images[0].caption is None
    assert article.text == "The harbour closed."


@pytest.mark.parametrize("line", ["**Coast Guard / Harbour Master Tom Reed**", "*Ada Quill / Reuters*"])
def test_a_bold_line_with_a_slash_at_the_head_is_a_picture_credit(line: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\nThe harbour closed.")
    assert [i.credit for i in article.images] == [line.strip("*")]


@pytest.mark.parametrize("line", ["**Win/lose: what it means**", "**What now?**", "Coast Guard / Tom Reed"])
def test_other_lines_at_the_head_are_no_picture_credit(line: str) -> None:
    assert articlekit.parse(f"# Harbour closed\n\n{line}\n\nThe harbour closed.").images == ()


def test_a_caption_right_behind_its_picture_is_taken_too() -> None:
    report = "# Harbour closed\n\n![Pier](pier.jpg)\nThe pier on Friday. (Ada Quill/Reuters)\n\nThe harbour closed."
    article = articlekit.parse(report)
    assert [(i.caption, i.credit) for i in article.images] == [("The pier on Friday.", "Ada Quill/Reuters")]
    assert article.text == "The harbour closed."
