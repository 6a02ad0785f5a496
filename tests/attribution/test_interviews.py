"""Interviews: paragraphs that open with who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlekit.models import Article

Report = Callable[..., Article]

INTERVIEW = """Ben Carver has nine books on his shelf. Ruth Adeyemi met him in his garden at Tarn.

Ruth Adeyemi: Your new book took nine years. Why?

Ben Carver: I was frightened of it. I thought I would die before it was done.

RA: Will you write another?

BC: My publisher says yes. I say ask me in spring.

The book is out on Friday."""


def said(article: Article) -> list[tuple[str, str]]:
    return [(source.name, claim.text) for claim in article.claims for source in claim.sources]


def test_a_paragraph_that_opens_with_its_speaker_is_said_by_that_speaker_whole(report: Report) -> None:
    assert said(report(INTERVIEW)) == [
        ("Ruth Adeyemi", "Your new book took nine years Why?"),
        ("Ben Carver", "I was frightened of it I thought I would die before it was done"),
        ("Ruth Adeyemi", "Will you write another?"),
        ("Ben Carver", "My publisher says yes I say ask me in spring"),
    ]


def test_initials_are_those_who_are_named_in_full(report: Report) -> None:
    article = report(INTERVIEW)
    assert [source.name for source in article.sources] == ["Ruth Adeyemi", "Ben Carver"]
    assert [article.text[span.start : span.end] for span in article.sources[1].mentions] == ["Ben Carver", "BC"]


def test_questions_and_answers_without_names_are_nobodys(report: Report) -> None:
    text = "The gardener answers.\n\nQ: When?\n\nA: I say in autumn.\n\nQ: How deep?\n\nA: I think twice the root."
    assert report(text).claims == ()


def test_two_labels_make_no_interview(report: Report) -> None:
    article = report("Minister Brandt: The tunnel stays. It is safe.\n\nMayor Holt: The tunnel goes.")
    assert [text for _, text in said(article)] == ["The tunnel stays", "The tunnel goes"]


def test_words_that_name_nobody_make_no_interview(report: Report) -> None:
    meals = "Breakfast: Porridge with milk. It keeps.\n\nLunch: A sandwich.\n\nBreakfast: A banana.\n\nLunch: Soup."
    assert report(f"This is what Ada Quill eats in a week.\n\n{meals}").claims == ()


def test_a_surname_before_a_colon_is_who_bears_it(report: Report) -> None:
    talk = "Carver: I was afraid.\n\nAdeyemi: Of what?\n\nCarver: Of frost. It comes early."
    article = report(f"Ben Carver met Ruth Adeyemi in his garden.\n\n{talk}")
    assert said(article)[-1] == ("Ben Carver", "Of frost It comes early")


def test_the_paper_that_asks_takes_turns_with_the_one_whom_the_headline_names(report: Report) -> None:
    talk = "Courier: Why did you shut it?\n\nBrandt: It fell down. I wept.\n\nCourier: Who pays?\n\nBrandt: The town says the board."
    assert said(report(f"# Harbour master Ilse Brandt on the wall\n\n{talk}")) == [
        ("Courier", "Why did you shut it?"),
        ("Brandt", "It fell down I wept"),
        ("Courier", "Who pays?"),
        ("Brandt", "The town says the board"),
    ]


def test_a_surname_takes_the_next_turn_of_the_whole_name(report: Report) -> None:
    talk = "Courier: Why did you shut it?\n\nIlse Brandt: It fell down. I wept.\n\nCourier: Who pays?\n\nBrandt: The board."
    assert said(report(talk)) == [
        ("Courier", "Why did you shut it?"),
        ("Ilse Brandt", "It fell down I wept"),
        ("Courier", "Who pays?"),
        ("Ilse Brandt", "The board"),
    ]


ASKED = """Ben Carver grows pears on a wall in Tarn.

Why pears?

My aunt grew them. I say what she said: a pear waits for nobody.

Do people ask you for cuttings?

They do, and I give them. You say it hurts the tree, but I think it helps.

I told my neighbours so.

What comes next?

I want a second wall.

The garden is open on Friday."""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ASKED, "Ben Carver"),
        (
            f"# Ruth Adeyemi on pears\n\nThe grower Ruth Adeyemi met Ben Carver at Tarn. Ms Adeyemi is 60. {ASKED}",
            "Ruth Adeyemi",
        ),
    ],
)
def test_whoever_answers_questions_that_stand_alone_is_the_one_who_is_interviewed(
    text: str, name: str, report: Report
) -> None:
    assert said(report(text)) == [
        (name, "My aunt grew them I say what she said: a pear waits for nobody"),
        (name, "They do, and I give them You say it hurts the tree, but I think it helps"),
        (name, "I told my neighbours so"),
        (name, "I want a second wall"),
    ]


def test_an_answer_has_no_words_that_name_its_source(report: Report) -> None:
    article = report(ASKED)
    assert [claim.source_spans for claim in article.claims] == [()] * 4
    assert [article.text[span.start : span.end] for span in article.sources[0].mentions] == ["Ben Carver"]


def test_answers_of_nobody_in_particular_are_nobodys(report: Report) -> None:
    assert report(ASKED.replace("Ben Carver grows", "Somebody grows")).claims == ()


def test_questions_that_the_reporter_answers_make_no_interview(report: Report) -> None:
    text = "Ben Carver runs the port.\n\nWhat is shut?\n\nMr Carver said the pier was.\n\nWhy?\n\nHe said it leaks.\n\nWho pays?\n\nHe did not say."
    assert said(report(text))[0] == ("Ben Carver", "the pier was")


@pytest.mark.parametrize(
    "text",
    [
        "“Will you pay?” a reporter asked Mayor Asa Holt. “No,” he replied.",
        "Tom Reed asked Asa Holt if he had paid. “I have,” he said.",
        "Lawyer Tom Reed told Asa Holt he had lied. “I have not,” he replied.",
        "Mayor Asa Holt was asked by a reporter whether he would pay. “No,” he replied.",
        "Tom Reed said it was late. Asa Holt was asked whether he would pay. “No,” he said.",
        "Asa Holt said it was late. “Who pays?” a reporter asked. “I do,” he replied.",
    ],
)
def test_he_who_replies_is_who_was_asked(text: str, report: Report) -> None:
    assert said(report(text))[-1][0] == "Asa Holt"


@pytest.mark.parametrize(
    "text",
    [
        "Tom Reed asked Asa Holt if he had paid. “I must know,” he added.",
        "Tom Reed asked Asa Holt if he had paid. “Did anybody?” he said.",
        "Asa Holt said it was late. Tom Reed asked why it was. “I wonder,” he said.",
        "Tom Reed told Asa Holt he had lied. “I know it,” he said.",
        "Tom Reed asked Ann Holt if she had paid. “I know it,” he said.",
    ],
)
def test_he_who_speaks_on_is_who_asked(text: str, report: Report) -> None:
    assert said(report(text))[-1][0] == "Tom Reed"
