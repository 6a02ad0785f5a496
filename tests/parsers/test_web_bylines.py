"""Bylines in many scripts and forms, as web pages show and state them."""

from __future__ import annotations

import pytest

import articlekit

STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"

DAYS = "".join(STORY.replace("Friday", f"day {day} of the storm") for day in range(6))


def page(line: str, head: str = "") -> articlekit.Article:
    source = f"<html><head>{head}</head><body><h1>Harbour closed</h1>{line}{STORY}</body></html>"
    return articlekit.parse_html(source, url="https://www.harbourcourier.example/a", attribute=False)


def names(article: articlekit.Article) -> list[str]:
    return [author.name for author in article.authors]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("بقلم: سامي الحداد", ["سامي الحداد"]),
        ("بقلم سامي الحداد", ["سامي الحداد"]),
        ("كتب: سامي الحداد", ["سامي الحداد"]),
        ("מאת דנה לוי", ["דנה לוי"]),
        ("김민수 기자", ["김민수"]),
        ("항구일보 김민수 기자 minsu@courier.example", ["김민수"]),
        ("记者 王小明 2025-05-12 09:30", ["王小明"]),
        ("本报记者 王小明 李华", ["王小明", "李华"]),
        ("记者：王小明", ["王小明"]),
        ("作者：王小明", ["王小明"]),
        ("記者 山田花子", ["山田花子"]),
        ("山田花子記者", ["山田花子"]),
        ("山田 花子 記者", ["山田 花子"]),
        ("文・山田花子", ["山田花子"]),
        ("Της Μαρίας Παππά", ["Μαρίας Παππά"]),
        ("Γράφει ο Νίκος Παππάς", ["Νίκος Παππάς"]),
        ("Текст: Анна Полякова", ["Анна Полякова"]),
        ("Texto: Ana Polo", ["Ana Polo"]),
        ("By Ada Quill ada@courier.example", ["Ada Quill"]),
        ("Ada Quill, BBC News, Marrow Bay", ["Ada Quill"]),
        ("Ada Quill, Political Correspondent", ["Ada Quill"]),
        ("Ada Quill, Harbour Courier", ["Ada Quill"]),
    ],
)
def test_a_clear_byline_without_a_class_names_the_authors_and_leaves_the_text(line: str, found: list[str]) -> None:
    article = page(f"<p>{line}</p>")
    assert names(article) == found
    assert article.text.startswith("The harbour")


@pytest.mark.parametrize(
    "line",
    [
        "كتب مدرسية",
        "文化",
        "政治部記者",
        "新华社记者",
        "記者会見",
        "Της πόλης το λιμάνι",
        "Marrow Bay, Port Elswick, Gull Island",
        "New Quay, BBC News",
        "Ada Quill, who rowed across the bay",
        "Ada Quill, Chair, Port Board",
    ],
)
def test_a_line_that_only_looks_like_a_byline_names_nobody(line: str) -> None:
    assert names(page(f"<p>{line}</p>")) == []


@pytest.mark.parametrize(
    ("line", "found"), [("Анна фон Полякова", ["Анна фон Полякова"]), ("Главные новости недели", []), ("Κύρια νέα", [])]
)
def test_a_name_beside_a_date_has_capitals_in_every_script_that_has_them(line: str, found: list[str]) -> None:
    assert names(page(f"<p>{line}</p><p>13 июня 2025</p>")) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Written by Ada Quill", ["Ada Quill"]),
        ("김민수 기자 minsu@courier.example", ["김민수"]),
        ("By Ada Quill Bridge", []),
        ("Written by Ada Quill, it sold well", []),
    ],
)
def test_a_line_at_the_end_of_the_story_can_sign_it(line: str, found: list[str]) -> None:
    article = articlekit.parse_html(f"<h1>Harbour closed</h1>{DAYS}<p>{line}</p>", attribute=False)
    assert names(article) == found
    assert article.text.endswith(line) is not bool(found)


@pytest.mark.parametrize(
    "lines",
    [
        "<div>Ada Quill</div><div>Captain</div><div>June 13, 2025</div>",
        "<div>Ada Quill</div><div>Last updated:</div>",
        "<h4 class='author-name'>Ada Quill</h4>",
    ],
)
def test_a_name_right_under_the_headline_with_a_date_near_it_or_marked_is_the_writers(lines: str) -> None:
    assert names(page(lines)) == ["Ada Quill"]


def test_the_only_byline_of_a_page_may_name_two() -> None:
    source = f"<h1>Harbour closed</h1>{DAYS}<div class='byline'>Ada Quill and Tom Reed</div>"
    assert names(articlekit.parse_html(source, attribute=False)) == ["Ada Quill", "Tom Reed"]


def test_a_marked_byline_loses_a_word_that_says_who_wrote() -> None:
    assert names(page("<p class='byline'>كتب سامي الحداد</p>")) == ["سامي الحداد"]


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("Ada Quill in Marrow Bay", ["Ada Quill"]),
        ("Ada Quill in Marrow Bay and Tom Reed in Port Elswick", ["Ada Quill", "Tom Reed"]),
        ("Women in Media", ["Women in Media"]),
        ("Quill, Ada", ["Ada Quill"]),
        ("Quill, Ada; Reed, Tom", ["Ada Quill", "Tom Reed"]),
        ("van der Meer, Mia", ["Mia van der Meer"]),
        ("Reuters, AFP", ["Reuters", "AFP"]),
        ("Ada Quill, PhD", ["Ada Quill"]),
        ("山田花子記者", ["山田花子"]),
        ("Ada Quill <ada@courier.example>", ["Ada Quill"]),
    ],
)
def test_stated_names_stand_without_place_and_turned(stated: str, found: list[str]) -> None:
    content = stated.replace("<", "&lt;")
    assert names(page("", f"<meta name='author' content='{content}'>")) == found


@pytest.mark.parametrize(
    "line",
    [
        "Words by Ada Quill, photographs by Tom Reed",
        "Words by Ada Quill | Photographs by Tom Reed",
        "Story by Ada Quill; photos by Tom Reed",
        "Words: Ada Quill. Pictures: Tom Reed",
        "Text: Ada Quill, Fotos: Tom Reed",
    ],
)
def test_a_byline_that_names_the_photographer_too_gives_an_author_and_a_credit(line: str) -> None:
    article = page(f"<p>{line}</p>")
    assert names(article) == ["Ada Quill"]
    assert [(credit.name, credit.role) for credit in article.credits] == [("Tom Reed", "photography")]
    assert article.text.startswith("The harbour")


def test_a_byline_with_a_photographer_is_read_in_markdown_too() -> None:
    report = (
        "# Harbour closed\n\nStory by Ada Quill; photographs by Tom Reed\n\nThe harbour of Marrow Bay closed on Friday."
    )
    article = articlekit.parse_markdown(report, attribute=False)
    assert (names(article), [credit.name for credit in article.credits]) == (["Ada Quill"], ["Tom Reed"])
    assert article.text == "The harbour of Marrow Bay closed on Friday."


def test_the_editors_in_charge_of_a_chinese_report_are_credits_and_no_text() -> None:
    article = articlekit.parse_html(f"<h1>Harbour closed</h1>{DAYS}<p>(责编：王小明、李华)</p>", attribute=False)
    assert [(credit.name, credit.role) for credit in article.credits] == [("王小明", "editing"), ("李华", "editing")]
    assert "责编" not in article.text
    assert article.authors == ()
