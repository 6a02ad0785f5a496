"""Images in text: captions and credits, with and without the image itself."""

from __future__ import annotations

import pytest

import articlekit
from articlekit.models import Image
from articlekit.parsers.lines.captions import split_caption


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
        ("The pier. Ada Quill/Reuters", "The pier.", "Ada Quill/Reuters"),
        (
            "Is it the pier? Gull Pictures/Harbourview via Getty Images",
            "Is it the pier?",
            "Gull Pictures/Harbourview via Getty Images",
        ),
        ("The pier. J.H. Quill, AP", "The pier.", "J.H. Quill, AP"),
        ("The pier. Then Ada Quill/Tom Reed left it", "The pier. Then Ada Quill/Tom Reed left it", None),
        ("The pier. [Ada Quill/Reuters]", "The pier.", "Ada Quill/Reuters"),
        ("The pier (Ferry Archive)", "The pier", "Ferry Archive"),
        ("The pier (now an archive)", "The pier (now an archive)", None),
        ("The trial begins. (MBP)", "The trial begins.", "MBP"),
        ("The Marrow Bay Police (MBP)", "The Marrow Bay Police (MBP)", None),
        ("The pier on Friday. (It was built in 1890.)", "The pier on Friday. (It was built in 1890.)", None),
        ("The pier | Bild: Ada Quill", "The pier", "Ada Quill"),
        ("The pier | Ada Quill", "The pier", "Ada Quill"),
        ("The pier | what it cost", "The pier | what it cost", None),
        ("The pier. Photo : MBP", "The pier.", "MBP"),
        ("Le quai. Crédit photo : Ada Quill / AFP", "Le quai.", "Ada Quill / AFP"),
        ("Причал Фото: Ада Квилл", "Причал", "Ада Квилл"),
        ("桟橋（港新聞提供）", "桟橋", "港新聞"),
        ("桟橋 写真=港新聞", "桟橋", "港新聞"),
        ("On the pier. Left: Tom Reed", "On the pier. Left: Tom Reed", None),
        ("Source: harbour.example", None, "harbour.example"),
        ("The pier. Source: Harbour Office", "The pier.", "Harbour Office"),
        ("The energy source: wind", "The energy source: wind", None),
        ("The pier. Courtesy of Ada Quill", "The pier.", "Ada Quill"),
        ("She took a photo by the pier", "She took a photo by the pier", None),
        ("Image source, Getty Images; Image caption, The pier", "The pier", "Getty Images"),
        ("Image copyright Getty Images", None, "Getty Images"),
        (
            "The pier. (AP Photo/Ada Quill) Copyright 2025 The Associated Press. All rights reserved.",
            "The pier.",
            "AP Photo/Ada Quill",
        ),
        ("The pier. Copyright 2025 The Harbour Courier. All rights reserved.", "The pier.", "The Harbour Courier"),
        ("The pier (Source: Ada Quill)", "The pier", "Ada Quill"),
        ("The pier [File: Reuters]", "The pier", "Reuters"),
        ("The pier [Ferry Line via Harbour Office]", "The pier", "Ferry Line via Harbour Office"),
        ("The pier in 2024.Ada Quill / Getty Images", "The pier in 2024.", "Ada Quill / Getty Images"),
        ("The pier on the day of the storm / Ada Quill", "The pier on the day of the storm", "Ada Quill"),
        ("The pier, drawn in 1890 — via Wikimedia Commons", "The pier, drawn in 1890", "Wikimedia Commons"),
        ("Ada Quill//Getty Images", None, "Ada Quill//Getty Images"),
        ("Ada Quill Photography", None, "Ada Quill Photography"),
        ("The rise of photography", "The rise of photography", None),
        ("Marrow Bay/Tarn", "Marrow Bay/Tarn", None),
        ("(Photo by Ada Quill/Getty Images) The pier at low tide", "The pier at low tide", "Ada Quill/Getty Images"),
        ("(Left) the pier at low tide", "(Left) the pier at low tide", None),
        ("El muelle. Ada Quill (EFE)", "El muelle.", "Ada Quill (EFE)"),
        ("The pier of Tom Reed (Reuters)", "The pier of Tom Reed", "Reuters"),
        ("桟橋＝山田太郎撮影", "桟橋", "山田太郎"),
        ("桟橋＝共同", "桟橋", "共同"),
        ("桟橋＝2025年2月14日、潮見市、山田太郎撮影", "桟橋", "山田太郎"),
        ("De pier. Foto Ada Quill", "De pier.", "Ada Quill"),
        ("Il molo (foto Ada Quill)", "Il molo", "Ada Quill"),
        ("The pier. Photo from the tower", "The pier. Photo from the tower", None),
        ("The race. Photo Finish", "The race. Photo Finish", None),
        ("The race (Photo Finish)", "The race (Photo Finish)", None),
        ("The pier (picture postcard)", "The pier (picture postcard)", None),
        ("The pier at dawn. Ada Quill/Coast Images via AP", "The pier at dawn.", "Ada Quill/Coast Images via AP"),
        ("The pier at dawn, image via AP", "The pier at dawn", "AP"),
        ("Die Mole · Quelle: Ada Quill", "Die Mole", "Ada Quill"),
        ("桟橋＝港区で", "桟橋＝港区で", None),
        ("码头。港报记者 张三 摄", "码头。", "港报记者 张三"),
        ("الرصيف (رويترز)", "الرصيف", "رويترز"),
        ("부두. /연합뉴스", "부두.", "연합뉴스"),
        ("STR/AFP via Getty Images", None, "STR/AFP via Getty Images"),
        ("The pier. Uncredited/AP/dpa", "The pier.", "Uncredited/AP/dpa"),
    ],
)
def test_a_caption_and_its_credit_are_separated(line: str, caption: str | None, credit: str | None) -> None:
    assert split_caption(line) == (caption, credit)


def test_an_image_takes_the_caption_in_italics_under_it() -> None:
    report = "# Harbour closed\n\n![Pier](/pier.jpg)\n\n*The pier on Friday. Photo: Ada Quill*\n\nThe harbour closed."
    article = articlekit.parse(report, url="https://courier.example/a")
    assert article.images == (
        Image(url="https://courier.example/pier.jpg", alt="Pier", caption="The pier on Friday.", credit="Ada Quill"),
    )
    assert article.text == "The harbour closed."


def test_a_paragraph_under_an_image_is_not_a_caption() -> None:
    article = articlekit.parse("# Harbour closed\n\n![Pier](pier.jpg)\n\nThe harbour closed.")
    assert article.images[0].caption is None
    assert article.text == "The harbour closed."


@pytest.mark.parametrize("line", ["**Coast Guard / Harbour Master Tom Reed**", "*Ada Quill / Reuters*"])
def test_a_bold_line_with_a_slash_at_the_head_is_an_image_credit(line: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\nThe harbour closed.")
    assert [i.credit for i in article.images] == [line.strip("*")]


@pytest.mark.parametrize("line", ["**Win/lose: what it means**", "**What now?**", "Coast Guard / Tom Reed"])
def test_other_lines_at_the_head_are_not_an_image_credit(line: str) -> None:
    assert articlekit.parse(f"# Harbour closed\n\n{line}\n\nThe harbour closed.").images == ()


def test_a_caption_directly_after_its_image_is_taken_too() -> None:
    report = "# Harbour closed\n\n![Pier](pier.jpg)\nThe pier on Friday. (Ada Quill/Reuters)\n\nThe harbour closed."
    article = articlekit.parse(report)
    assert [(i.caption, i.credit) for i in article.images] == [("The pier on Friday.", "Ada Quill/Reuters")]
    assert article.text == "The harbour closed."
