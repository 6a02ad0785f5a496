"""Bylines in many scripts and forms, as pages show them and metadata states them."""

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
        ("Autorin/Autor: Ada Quill", ["Ada Quill"]),
        ("Autor:innen: Ada Quill, Jonas Pell", ["Ada Quill", "Jonas Pell"]),
        ("Autoren Ada Quill und Jonas Pell", ["Ada Quill", "Jonas Pell"]),
        ("Kommentar: Ada Quill", ["Ada Quill"]),
        ("Bericht von Ada Quill", ["Ada Quill"]),
        ("Ein Porträt von Ada Quill", ["Ada Quill"]),
        ("Portrait par Ada Quill", ["Ada Quill"]),
        ("Ein Kommentar von Ada Quill", ["Ada Quill"]),
        ("Contributors: Ada Quill, Jonas Pell", ["Ada Quill", "Jonas Pell"]),
        ("Text und Fotos: Ada Quill", ["Ada Quill"]),
        ("Words and pictures by Ada Quill", ["Ada Quill"]),
        ("Written by Ada Quill Updated by Jonas Pell", ["Ada Quill"]),
        ("By Ada Quill / For the Harbour Courier", ["Ada Quill"]),
        ("Текст: Анна Полякова", ["Анна Полякова"]),
        ("Texto: Ana Polo", ["Ana Polo"]),
        ("By Ada Quill ada@courier.example", ["Ada Quill"]),
        ("Ada Quill, BBC News, Marrow Bay", ["Ada Quill"]),
        ("Ada Quill, Political Correspondent", ["Ada Quill"]),
        ("Ada Quill, Harbour Courier", ["Ada Quill"]),
        ("Ada Quill / The Harbour Courier", ["Ada Quill"]),
        ("Von Ada Quill und Jonas Pell, Hamburg", ["Ada Quill", "Jonas Pell"]),
        ("By Ada Quill in Paris and Jonas Pell in Rome", ["Ada Quill", "Jonas Pell"]),
        ("By ADA QUILL AP Sports Writer", ["ADA QUILL"]),
        ("Written by Ada Quill, Updated by Jonas Pell", ["Ada Quill"]),
        ("By Ada Quill Special to the Harbour Courier", ["Ada Quill"]),
        ("Ada Quill avec AFP", ["Ada Quill", "AFP"]),
        ("AFP, MARROW BAY", ["AFP"]),
        ("AP | June 13, 2025 07:40 AM", ["AP"]),
        ("Ada Quill | June 13, 2025 | 07:40 | Comments (3)", ["Ada Quill"]),
        ("来源：港口时报 记者：张三 编辑：李四", ["张三"]),
        ("記者張三／台北報導", ["張三"]),
        ("撰文：張三　攝影：李四", ["張三"]),
        ("홍길동 기자 = 서울", ["홍길동"]),
        ("홍길동 선임기자", ["홍길동"]),
        ("항구일보 홍길동 의학전문기자", ["홍길동"]),
        ("홍길동 사회부 기자", ["홍길동"]),
        ("항구일보 사회부 홍길동 기자", ["홍길동"]),
        ("홍길동·김민수 기자", ["홍길동", "김민수"]),
        ("홍길동ㆍ김민수·이수진 인턴기자", ["홍길동", "김민수", "이수진"]),
        ("홍길동 기자 | 입력 2025.03.11", ["홍길동"]),
        ("編集委員・山田花子", ["山田花子"]),
        ("港支局長　山田花子", ["山田花子"]),
        ("كتب: سامي الحداد الأحد 5 يناير 2025", ["سامي الحداد"]),
        ("Von Ada Quill Montag, 4. März 2025", ["Ada Quill"]),
        ("Por Ada Domingo 4 de marzo de 2025", ["Ada Domingo"]),
        ("Published on March 4, 2025 by Ada Quill", ["Ada Quill"]),
        ("Ada Quill for the Harbour Courier", ["Ada Quill"]),
        ("Haber: Ayşe Kaya", ["Ayşe Kaya"]),
        ("By Ada Quill @adaquill", ["Ada Quill"]),
        ("By Ada Quill and Staff", ["Ada Quill"]),
        ("By Ada Quill and Tom Reed & wire reports", ["Ada Quill", "Tom Reed"]),
        ("By Ada Quill Harbour Courier Staff Writer", ["Ada Quill"]),
        ("By the Associated Press", ["Associated Press"]),
        ("By the Harbour Editorial Board", ["the Harbour Editorial Board"]),
        ("By Hiroshi Date", ["Hiroshi Date"]),
    ],
)
def test_a_clear_byline_without_a_class_names_the_authors_and_leaves_the_text(line: str, found: list[str]) -> None:
    article = page(f"<p>{line}</p>")
    assert names(article) == found
    assert article.text.startswith("The harbour")


@pytest.mark.parametrize(
    "line",
    [
        "Interview: why the harbour closed",
        "Interview: Ada Quill",
        "Entrevista: Ada Quill",
        "Kritik von Ada Quill",
        "Porträt von Ada Quill",
        "Interview: Fragen an den Hafenmeister",
        "Kommentar von unserer Redaktion",
        "Contributors: twelve harbour masters",
        "Autorennen am Kai",
        "Text and photos: © 2025 Harbour Courier",
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
        "Tom Reed, Getty Images",
        "Fried Fish with Salt",
        "By our correspondent",
        "AFP, as its readers know",
        "사회부 기자",
        "Haber: liman yine kapalı",
        "Ada Quill for Harbour Master",
        "선임기자",
        "홍길동·김민수 기자단",
        "編集委員会",
    ],
)
def test_a_line_that_only_looks_like_a_byline_names_nobody(line: str) -> None:
    assert names(page(f"<p>{line}</p>")) == []


@pytest.mark.parametrize(
    ("line", "found"), [("Анна фон Полякова", ["Анна фон Полякова"]), ("Главные новости недели", []), ("Κύρια νέα", [])]
)
def test_a_name_next_to_a_date_is_capitalized_in_every_script_with_capitals(line: str, found: list[str]) -> None:
    assert names(page(f"<p>{line}</p><p>13 июня 2025</p>")) == found


@pytest.mark.parametrize("name", ["writer", "article-writer", "writer__name"])
def test_a_box_named_after_the_writer_is_a_byline(name: str) -> None:
    assert names(page(f"<div class='{name}'>Ada Quill</div>")) == ["Ada Quill"]


@pytest.mark.parametrize("name", ["underwriter", "writer-bio", "writers-list", "ghostwriters"])
def test_an_element_with_a_name_like_author_is_not_a_byline(name: str) -> None:
    assert names(page(f"<div class='{name}'>Ada Quill</div>")) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Publié le 4 mars 2025 à 18h05 par Ana Polo"),
        ("es", "Publicado el 4 de marzo de 2025 por Ana Polo"),
        ("de", "Veröffentlicht am 4. März 2025 um 18:05 von Ana Polo"),
        ("it", "Pubblicato il 4 marzo 2025 da Ana Polo"),
    ],
)
def test_a_name_after_a_date_is_the_writers(language: str, line: str) -> None:
    source = f"<html lang={language}><h1>Harbour closed</h1><p>{line}</p>{DAYS}"
    article = articlekit.parse_html(source, attribute=False)
    assert names(article) == ["Ana Polo"]
    assert article.published is not None
    assert article.published.value.startswith("2025-03-04")


@pytest.mark.parametrize(
    "line",
    [
        "Par Ana Polo Publié le 04/03/2025 à 18h05",
        "Par Ana Polo Mis à jour le 4 mars 2025",
        "Por Ana Polo Actualizado 4 de marzo de 2025",
        "Di Ana Polo Pubblicato il 4 marzo 2025",
    ],
)
def test_a_date_label_directly_after_a_name_is_not_part_of_it(line: str) -> None:
    assert names(page(f"<p>{line}</p>")) == ["Ana Polo"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Temps de Lecture 3 min.</p>",
        "<p>Est. Reading Time 3 min</p>",
        "<p>Letzte Aktualisierung: 4. März 2025</p>",
        "<p>Última Atualização</p><p>4 de março de 2025</p>",
        "<p>آخر تحديث: 5 يناير 2025</p>",
        "<p>تاريخ النشر: 5 يناير 2025</p>",
        "<p>입력 2025.03.11</p>",
        "<div class='byline'>Última Actualización</div>",
        "<div class='byline'>Aktualisiert</div>",
        "<div class='byline'>Lesezeit</div>",
    ],
)
def test_the_label_of_a_date_or_a_reading_time_is_not_a_name(line: str) -> None:
    assert names(page(line)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("अमित शर्मा, नई दिल्ली", ["अमित शर्मा"]),
        ("রহিম উদ্দিন, ঢাকা", ["রহিম উদ্দিন"]),
        ("احمد خان، کراچی", ["احمد خان"]),
        ("अमित शर्मा, सीमा वर्मा", ["अमित शर्मा", "सीमा वर्मा"]),
        ("अमित शर्मा और सीमा वर्मा", ["अमित शर्मा", "सीमा वर्मा"]),
        ("Ada Quill Staff Writer", ["Ada Quill"]),
        ("Ada Quill <a href='https://social.example/aq'>@adaquill</a>", ["Ada Quill"]),
        ("<p>By <b>Ada Quill</b></p><p>Harbour Life Writer</p>", ["Ada Quill"]),
        ("By Ada Quill | Tom Reed, Political Editor", ["Ada Quill", "Tom Reed"]),
        ("Ada Quill Marrow Courier Staff Writer", []),
        ("Kritik von Ada Quill und Tom Reed", []),
    ],
)
def test_a_marked_byline_names_people_and_neither_their_place_nor_their_function(line: str, found: list[str]) -> None:
    assert names(page(f"<div class='byline'>{line}</div>")) == found


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("Ada Quill / The Marrow Bay Courier", ["Ada Quill"]),
        ("Ada Quill | Marrow Bay News", ["Ada Quill"]),
        ("Ada Quill / Jonas Pell", ["Ada Quill", "Jonas Pell"]),
        ("Ada Quill | AFP", ["Ada Quill", "AFP"]),
        ("Ada Quill Special to the Marrow Bay Courier", ["Ada Quill"]),
        ("Written by Ada Quill, Updated by Jonas Pell", ["Ada Quill"]),
        ("Ada Quill Staff Writer", ["Ada Quill"]),
        ("Institute for the Bay", ["Institute for the Bay"]),
        ("राम शर्मा, पटना", ["राम शर्मा"]),
        ("Autor: Ada Quill", ["Ada Quill"]),
    ],
)
def test_a_byline_in_metadata_names_writers_without_affiliation(stated: str, found: list[str]) -> None:
    assert names(page("", f"<meta name='author' content='{stated}'>")) == found


@pytest.mark.parametrize(
    ("line", "story", "found"),
    [
        ("Ada Quill, Port Elswick", "The ferries in Port Elswick stayed at the quay.", ["Ada Quill"]),
        ("By Ada Quill, Port Elswick", "PORT ELSWICK, June 13 (AP) — The ferries stayed at the quay.", ["Ada Quill"]),
        ("Ada Quill, Tom Reed, Port Elswick", "Nobody in Port Elswick could say.", ["Ada Quill", "Tom Reed"]),
        ("<a href='/authors/ada'>Ada Quill</a>, Port Elswick", "It rained near Port Elswick.", ["Ada Quill"]),
        ("Por Ada Quill — Porto Elswick", "Em Porto Elswick, as balsas pararam.", ["Ada Quill"]),
        ("By Ada Quill, Port Elswick", "PORT ELSWICK, Kent — The ferries stayed at the quay.", ["Ada Quill"]),
        ("By <a href='/authors/ada'>Ada Quill</a>, Tom Reed", "", ["Ada Quill", "Tom Reed"]),
        ("By <a href='/authors/ada'>Ada Quill</a> - Tom Reed", "", ["Ada Quill", "Tom Reed"]),
        ("By Ada Quill - Tom Reed", "", ["Ada Quill", "Tom Reed"]),
        ("Par Ada Quill, Paul Pell", "Rien à dire, a confié le maire à Paul Pell.", ["Ada Quill", "Paul Pell"]),
        ("Por Ada Quill, Luis Pell", "El alcalde confía en Luis Pell.", ["Ada Quill", "Luis Pell"]),
        ("Von Ada Quill, Tom Reed", "Der Hafen hat in Tom Reed einen Freund.", ["Ada Quill", "Tom Reed"]),
        ("By Ada Quill, Tom Reed", "The town put its trust in Tom Reed.", ["Ada Quill", "Tom Reed"]),
        ("Ada Quill, Port Elswick", "", ["Ada Quill", "Port Elswick"]),
        ("Ada Quill, Tom Reed", "Nobody told Tom Reed of it.", ["Ada Quill", "Tom Reed"]),
        ("Ada Quill and Port Elswick", "The ferries in Port Elswick stayed.", ["Ada Quill", "Port Elswick"]),
        (
            "<a href='/authors/ada'>Ada Quill</a>, <a href='/authors/tom'>Tom Reed</a>",
            "The trust in Tom Reed was great.",
            ["Ada Quill", "Tom Reed"],
        ),
        ("Ada Quill | Tom Reed", "", ["Ada Quill", "Tom Reed"]),
        ("Ada Quill — Reuters", "", ["Ada Quill", "Reuters"]),
    ],
)
def test_a_place_of_two_words_after_a_writer_is_not_a_second_writer(line: str, story: str, found: list[str]) -> None:
    assert names(page(f"<div class='byline'>{line}</div><p>{story}</p>{DAYS}")) == found


def test_an_interviewee_does_not_replace_the_writer_in_metadata() -> None:
    stated = "<meta name='author' content='Jonas Pell'>"
    assert names(page("<p>Interview: Ada Quill</p>", stated)) == ["Jonas Pell"]
    for work in ("Kritik", "Porträt", "Bericht", "Interview"):
        assert names(page(f"<p>{work} von Ada Quill</p>", stated)) == ["Jonas Pell"]
    assert names(page("<p>Ein Kommentar von Ada Quill</p>", stated)) == ["Ada Quill"]
    assert names(page("<p>Text und Fotos: Ada Quill</p>", stated)) == ["Ada Quill"]


def test_a_writer_who_took_the_photos_is_credited_with_both() -> None:
    article = page("<p>Text und Fotos: Ada Quill</p>")
    assert [(credit.name, credit.role) for credit in article.credits] == [("Ada Quill", "photography")]


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
def test_names_in_metadata_lose_places_and_have_the_surname_last(stated: str, found: list[str]) -> None:
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


@pytest.mark.parametrize("function", ["Staff Writer", "Our own correspondent"])
def test_a_name_over_a_writers_function_is_the_writers_and_both_leave_the_text(function: str) -> None:
    article = page(f"<p>Ada Quill</p><p>{function}</p>")
    assert names(article) == ["Ada Quill"]
    assert article.text == articlekit.parse_html(STORY).text


def test_a_marked_byline_loses_the_newspaper_after_the_name() -> None:
    assert names(page("<p class=author>Ada Quill, Harbour Times<span class=date>June 13, 2025</span></p>")) == [
        "Ada Quill"
    ]


def test_a_job_title_under_the_name_is_not_a_second_writer() -> None:
    assert names(page("<div class=byline>Ada Quill<br>Head Boatbuilder, Co-Founder</div>")) == ["Ada Quill"]


@pytest.mark.parametrize("line", ["FERRY CENTER", "Port Program"])
def test_a_thing_with_capitals_next_to_a_date_is_not_a_writer(line: str) -> None:
    assert names(page(f"<p>June 13, 2025</p><p>{line}</p>")) == []


def test_metadata_with_a_label_inside_names_nobody() -> None:
    assert names(page("", "<meta name=author content='content: Harbour Studio, design: Tom Reed'>")) == []


def test_a_hospital_that_signs_is_an_organization() -> None:
    (author,) = page("", "<meta name=author content='Marrow Bay Clinic'>").authors
    assert author.kind == "organization"


SYSTEM = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Tom Reed"}}</script>'


def test_a_labelled_byline_beats_a_metadata_name_that_is_not_visible() -> None:
    assert names(page("<p>By Ada Quill</p>", SYSTEM)) == ["Ada Quill"]


@pytest.mark.parametrize(
    "line", ["<p>By Tom D. Reed</p>", "<p>By Ada Quill</p><p>Tom Reed</p>", "<p>By Harbour Desk</p>"]
)
def test_a_metadata_name_that_is_visible_in_any_spelling_stays(line: str) -> None:
    assert names(page(line, SYSTEM)) == ["Tom Reed"]


def test_an_editor_in_metadata_does_not_replace_the_writer_in_the_byline() -> None:
    article = page(f"<p class=author>Ada Quill</p>{DAYS}<p class=author>Editor: Tom Reed</p>", SYSTEM)
    assert names(article) == ["Ada Quill"]


def test_those_who_comment_are_not_writers_though_microdata_names_them() -> None:
    comments = "".join(f"<div itemprop=author>{name}</div>" for name in ("Ada Quill", "Tom Reed", "Mia Holm"))
    assert names(page(f"<p>By Ada Quill</p>{DAYS}{comments}")) == ["Ada Quill"]


@pytest.mark.parametrize("line", ["Kommentar: Ada Quill", "Bericht von Ada Quill", "Contributors: Ada Quill, Tom Reed"])
def test_a_weak_label_in_the_story_or_in_a_list_names_nobody_and_stays(line: str) -> None:
    story = STORY.replace("open again", "open again for the ferries")
    for text in (
        f"{story}<p>{line}</p>{story}",
        f"{story}<p>{line}</p>",
        f"{story}<ul><li>{line}</li><li>Tides</li></ul>{story}",
    ):
        article = articlekit.parse_html(f"<article><h1>Harbour closed</h1>{text}</article>", attribute=False)
        assert names(article) == []
        assert line in article.text or line.startswith("Contributors")
    assert names(page(f"<ul><li>{line}</li><li>Tides</li></ul>")) == []
    assert names(page(f"<p>{line}</p>"))[0] == "Ada Quill"
    assert names(page(f"{story}<div class=byline>{line}</div>{story}"))[0] == "Ada Quill"


@pytest.mark.parametrize(
    ("creator", "found"),
    [
        ('"aquill"', []),
        ('"ada quill"', []),
        ('{"@type": "Person", "name": "aquill"}', []),
        ('{"@type": "Organization", "name": "Harbour Pictures"}', []),
        ('{"@type": "Organization", "name": "Ada Quill"}', []),
        ('"Harbour Desk"', []),
        ('["Ada Quill", "treed"]', ["Ada Quill"]),
        ('{"@type": "Person", "name": "Ada Quill"}', ["Ada Quill"]),
    ],
)
def test_the_creator_of_a_page_is_its_author_only_if_a_person(creator: str, found: list[str]) -> None:
    for kind in ("NewsArticle", "WebPage"):
        node = f'{{"@type": "{kind}", "headline": "Harbour closed", "creator": {creator}}}'
        assert names(page("", f'<script type="application/ld+json">{node}</script>')) == found


def test_an_organization_in_metadata_stays_an_organization() -> None:
    node = (
        '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour Desk"}, "creator": "Ada Quill"}'
    )
    assert names(page("", f'<script type="application/ld+json">{node}</script>')) == ["Harbour Desk"]
