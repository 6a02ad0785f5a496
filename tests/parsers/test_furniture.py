"""Furniture: what stands on the page and not in the story, alone in its line or beside something else."""

from __future__ import annotations

import pytest

import articlekit

STORY = "The harbour closed.\n\nThe ferries stayed in port."


@pytest.mark.parametrize(
    "above",
    [
        "[Skip to content](#main)\n\n[The Pellmont Argus](/)",
        "[The Pellmont Argus](https://argus.example/)",
        "- [News](/news)\n- [Sport](/sport)\n- [Weather](/weather)\n\n[World](/world)",
        "[Home](/) / [World](/world)\n\n[The Pellmont Argus](/)",
        "\n\n".join(f"[Page {number}](/{number})" for number in range(40)),
    ],
)
def test_links_above_the_headline_leave_the_body(above: str) -> None:
    article = articlekit.parse(f"{above}\n\n# Harbour closed\n\n{STORY}")
    assert (article.title, article.text) == ("Harbour closed", STORY)
    assert len(article.links) == above.count("](")
    assert {link.kind for link in article.links} == {"related"}


@pytest.mark.parametrize(
    ("above", "rest"),
    [
        ("[Storm](/storm) keeps the port closed", "Storm keeps the port closed"),
        ("The harbour [closed](/closed).\n\n[The Pellmont Argus](/)", "The harbour closed.\n\nThe Pellmont Argus"),
    ],
)
def test_words_above_a_heading_stay(above: str, rest: str) -> None:
    assert rest in articlekit.parse(f"{above}\n\n# Harbour closed\n\n{STORY}").text


def test_a_linked_line_without_a_heading_under_it_can_be_the_headline() -> None:
    assert articlekit.parse(f"[Storm nears the coast](/storm)\n\n{STORY}").title == "Storm nears the coast"


def test_a_writer_linked_above_the_headline_is_the_byline() -> None:
    report = f"[World](/world)\n\n[Ada Quill](/authors/quill)\n\n# Harbour closed\n\n{STORY}"
    article = articlekit.parse(report)
    assert [a.name for a in article.authors] == ["Ada Quill"]
    assert article.text == STORY


@pytest.mark.parametrize("line", ["4 min read", "4 min", "4-minute read.", "Reading time: 4 minutes", "4 min listen"])
def test_a_reading_time_alone_leaves_the_body(line: str) -> None:
    assert articlekit.parse(f"# Harbour closed\n\n{line}\n\n{STORY}").text == STORY


@pytest.mark.parametrize(
    "headline",
    ["COVID-19 rules end on Friday", "ROLL-ON/ROLL-OFF ferries stay in port", "UK-US talks on ferries stall again"],
)
def test_a_headline_with_capitals_and_a_hyphen_is_no_slug(headline: str) -> None:
    assert articlekit.parse(f"{headline}\n\nTARN (AP) — {STORY}").title == headline


@pytest.mark.parametrize(
    "slug",
    [
        "BC-HARBOUR-STORM/UPDATE 1",
        "HARBOUR-STORM/ (UPDATE 2, PIX, TV)",
        "HARBOUR-STORM (WRAPUP 3)",
        "AM-HARBOUR-STORM, 3rd Ld-Writethru",
    ],
)
def test_a_slug_leaves_the_body(slug: str) -> None:
    article = articlekit.parse(f"{slug}\n\nHarbour closed after storm\n\nTARN (AP) — {STORY}")
    assert article.title == "Harbour closed after storm"
    assert slug not in article.text


@pytest.mark.parametrize(
    "line",
    [
        "Anzeige", "- Publicidad -", "広告", "РЕКЛАМА", "[Iklan]", "إعلان", "Read More", "Mehr zum Thema:", "À lire aussi", "Leia também",
        "Läs mer", "Czytaj więcej", "Читайте также:", "関連記事", "相关阅读", "Table of Contents", "3 Min Lesezeit", "Temps de lecture : 3 min",
        "Tempo de leitura: 2 minutos", "読了時間 3分", "Our Standards: The Courier Trust Principles.",
        "What do you think? Let us know in the comments below.", "You can save this article by registering for free here.",
        "Puedes seguir a El Puerto en Facebook y Twitter", "무단 전재 및 재배포 금지", "Melden Sie sich hier zum Newsletter an.",
    ],
)  # fmt: skip
def test_what_a_page_says_to_its_reader_leaves_the_text(line: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\nThe harbour closed.\n\nFerries stayed in port.")
    assert article.text == "The harbour closed.\n\nFerries stayed in port."


@pytest.mark.parametrize(
    "line",
    [
        "Anzeige erstattet",
        "Die Reklame am Kai",
        "Read more books, she says",
        "Mehr zum Thema Hafen",
        "What do you think of it?",
        "Temps de lecture",
    ],
)
def test_a_heading_with_such_words_in_it_stays(line: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\nThe harbour closed.\n\n## {line}\n\nFerries stayed in port.")
    assert line in article.text


@pytest.mark.parametrize("line", ["Comments (3)", "1,693 views", "12K views", "Listen (4 min)", "(opens in a new tab)"])
def test_a_button_beside_the_headline_leaves_and_the_story_under_it_stays(line: str) -> None:
    article = articlekit.parse(
        f"# Harbour closed\n\nBy Ada Quill\n\n{line}\n\nThe harbour closed.\n\nFerries stayed in port."
    )
    assert article.text == "The harbour closed.\n\nFerries stayed in port."


def test_a_call_is_no_standfirst() -> None:
    page = (
        "<h1>Harbour closed</h1><h2>You can save this article by registering for free here. Or sign in.</h2>"
        "<p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long it will stay so.</p>"
    )
    assert articlekit.parse_html(page, attribute=False).summary is None


BUTTONS = (
    "### Share this:\n\n- [Click to share on Facebook (Opens in new window) Facebook](?share=facebook)\n"
    "- [Click to print (Opens in new window)](#print)\n\n### Like this:\n\nLike Loading..."
)


@pytest.mark.parametrize(
    "under",
    [
        BUTTONS,
        "Like this: Like Loading...",
        "### Teilen mit:\n\n- [Klicken, um auf Facebook zu teilen (Wird in neuem Fenster geöffnet)](?x)\n\n### Gefällt mir:\n\nGefällt mir Wird geladen …",
        "J’aime ça :\n\nJ’aime chargement…",
        "### Discover more from The Harbour Courier\n\nSubscribe to get the latest posts sent to your email.\n\nType your email…\n\nSubscribe",
        "### Descubre más desde El Puerto\n\nSuscríbete y recibe las últimas entradas en tu correo electrónico.",
    ],
)
def test_what_wordpress_puts_under_a_post_leaves_the_body(under: str) -> None:
    assert articlekit.parse(f"# Harbour closed\n\n{STORY}\n\n{under}").text == STORY


@pytest.mark.parametrize(
    "under",
    [
        "### Like this:\n\nTie the rope twice round the post.",
        "Discover more from the sea than from the map, she likes to say.\n\nThe ferry sails at six.",
        "Click to share (or so they thought) was all that they had learnt at school.",
        "Condividi: the word stood on the wall.",
    ],
)
def test_what_only_reads_like_it_stays(under: str) -> None:
    assert articlekit.parse(f"# Harbour closed\n\n{STORY}\n\n{under}").text.endswith(under.lstrip("# "))


def test_buttons_in_a_row_leave_the_body_whatever_is_written_on_them() -> None:
    row = "- Facebook\n- X\n- Mix\n- Copy link"
    assert articlekit.parse(f"# Harbour closed\n\n{STORY}\n\n{row}").text == STORY


@pytest.mark.parametrize(
    "told",
    [
        "The office writes on three of them:\n\n- Facebook\n- Tumblr\n- Reddit",
        "- Facebook\n- Tumblr",
        "- Facebook\n- Tumblr\n- The notice board",
    ],
)
def test_names_of_networks_that_the_story_lists_stay(told: str) -> None:
    text = articlekit.parse(f"# Harbour closed\n\nThe harbour closed.\n\n{told}\n\nFerries stayed in port.").text
    assert "Facebook" in text
    assert "Tumblr" in text
