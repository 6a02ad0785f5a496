"""Boilerplate lines: labels, buttons and calls that leave the text, and lines of the story that look like them."""

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
def test_a_headline_with_capitals_and_a_hyphen_is_not_a_slug(headline: str) -> None:
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
def test_a_button_near_the_headline_leaves_and_the_story_under_it_stays(line: str) -> None:
    article = articlekit.parse(
        f"# Harbour closed\n\nBy Ada Quill\n\n{line}\n\nThe harbour closed.\n\nFerries stayed in port."
    )
    assert article.text == "The harbour closed.\n\nFerries stayed in port."


def test_a_call_is_not_a_standfirst() -> None:
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
def test_names_of_networks_in_a_list_of_the_story_stay(told: str) -> None:
    text = articlekit.parse(f"# Harbour closed\n\nThe harbour closed.\n\n{told}\n\nFerries stayed in port.").text
    assert "Facebook" in text
    assert "Tumblr" in text


@pytest.mark.parametrize(
    "line",
    ["Have your stories changed since then?", "Have all the updates been made?", "Have the members received their inbox?",
     "Download speeds on the island are free of the old limits.", "Register the account with the harbour office before noon.",
     "Join the members on the quay at noon on Saturday.", "Register a worker for push notifications.", "Get out for free while the gates stand open.", "Get our stories for free?",
     "Never miss a chance to see the harbour at dawn.", "Become a member of the lifeboat crew and sleep badly.",
     "Inscreva-se no curso gratuito até sexta-feira.", "Iscriviti al corso di vela entro venerdì.", "Inscrivez-vous à la course avant vendredi."],
)  # fmt: skip
def test_a_sentence_about_things_that_newspapers_offer_too_stays(line: str) -> None:
    assert line in articlekit.parse(f"# Harbour closed\n\n{STORY}\n\n{line}\n\nNobody came.").text


@pytest.mark.parametrize(
    "line",
    ["Get breaking news alerts.", "Have the news of the day sent to your inbox.", "Download our app to read on.", "Join us on our channel.",
     "Download the Pellmont Argus app.", "[Get the free app](/app)", "Subscribe to the channel for free.", "Never miss a story again.",
     "Become a member and support our newsroom.", "Want more from the coast? Sign up for our emails.", "Iscriviti alla newsletter del porto."],
)  # fmt: skip
def test_what_the_newspaper_offers_itself_leaves_the_body(line: str) -> None:
    page = f"<meta property=og:site_name content='Pellmont Argus'><h1>Harbour closed</h1><p>{STORY}</p><p>{line}</p><p>Nobody came.</p>"
    report = f"# Harbour closed\n\n{STORY}\n\n{line}\n\nNobody came."
    article = articlekit.parse_html(page) if "Argus" in line else articlekit.parse(report)
    assert line.strip("[](/ap)") not in article.text
    assert sum(evidence.rule in ("text.newsletter", "text.follow_call") for evidence in article.evidence) == 1


KOREAN = "서하시 의회는 화요일 낡은 다리를 철거하기로 의결했으며, 이 다리는 구십 년 동안 항구 위로 차량을 실어 날랐다고 시장은 회의에서 말했다."


def korean(*below: str) -> articlekit.Article:
    lines = "".join(f"<p>{line}</p>" for line in (KOREAN, KOREAN.replace("화요일", "수요일"), *below))
    return articlekit.parse_html(f"<html lang=ko><h1>낡은 다리 철거 의결</h1>{lines}", attribute=False)


@pytest.mark.parametrize(
    "line",
    ["ⓒ 한빛일보, 무단 전재 및 재배포 금지", "저작권자 ⓒ 한빛일보, 무단전재-재배포 금지", "&lt;저작권자(c) 한빛일보, AI 학습 및 활용 금지&gt;",
     "Copyright ⓒ 한빛일보.", "[ⓒ 한빛일보]", "무단 전재 및 재배포 금지", "무단전재 및 재배포를 금지합니다.", "seoha@hanbit.example", "(seoha@hanbit.example)"],
)  # fmt: skip
def test_a_closing_line_of_a_korean_report_leaves_the_text(line: str) -> None:
    assert korean(line).text == korean().text
    assert korean(line, "ⓒ 한빛일보").text == korean().text


@pytest.mark.parametrize(
    "line",
    ["무단 전재를 금지하는 법이 통과됐다고 의회는 밝혔다.", "저작권자는 화요일 항소했다.", "시민단체는 저작권 침해와 무단 전재 금지를 요구했다."],
)  # fmt: skip
def test_a_korean_sentence_about_copyright_stays(line: str) -> None:
    assert korean(line).text.endswith(line)


def test_an_e_mail_address_stays_if_a_sentence_introduces_or_follows_it() -> None:
    assert korean("제보는 아래 주소로 받는다:", "seoha@hanbit.example").text.endswith("seoha@hanbit.example")
    assert "seoha@" in korean("seoha@hanbit.example", KOREAN.replace("화요일", "목요일")).text


@pytest.mark.parametrize("line", ["은하=윤서하 기자 seoha@hanbit.example", "/은하=윤서하 기자 seoha@hanbit.example"])
def test_a_korean_signature_with_its_place_names_the_writer(line: str) -> None:
    article = korean(line)
    assert [author.name for author in article.authors] == ["윤서하"]
    assert article.text == korean().text
    assert not korean("은하=작은 기자 회견장에서 시장은 말했다.").authors


PROSE = "The harbour of Marrow Bay closed on Friday.\n\nThe ferries stayed in port until the storm was over."


@pytest.mark.parametrize(
    "line",
    ["Comments", "### Trending", "About the author", "Die Autorin", "Mots-clés", "コメント", "التعليقات", "Related topics", "Meistgelesen", "Lo más leído",
     "Most read:", "Tags: harbour, ferries", "Filed under: Ferries", "Schlagworte: Hafen, Fähre", "キーワード：港", "Comments\n\nTags: harbour"],
)  # fmt: skip
def test_a_label_at_the_very_end_leaves_the_text(line: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{PROSE}\n\n{line}")
    assert article.text == PROSE
    assert line.rsplit("\n", maxsplit=1)[-1].lstrip("# ") in [evidence.raw for evidence in article.evidence]


@pytest.mark.parametrize(
    "line",
    ["### Comments\n\nThe mayor had none.", "### About the author\n\nNobody knows who wrote it.", "Tags: the mayor said that they were stolen.",
     "- Comments", "Comments are free", "Topics were few", "Themen gab es keine"],
)  # fmt: skip
def test_a_label_over_something_and_a_sentence_like_one_stay(line: str) -> None:
    assert line.lstrip("#- ").split("\n")[0] in articlekit.parse(f"# Harbour closed\n\n{PROSE}\n\n{line}").text


def test_a_label_alone_is_a_text() -> None:
    assert articlekit.parse("# Harbour closed\n\nTrending").text == "Trending"


@pytest.mark.parametrize("label", ["### About the author", "**Die Autorin**"])
def test_the_label_over_a_biography_goes_with_it(label: str) -> None:
    story = f"{PROSE}\n\nThe pier is gone.\n\nNo boat sails."
    report = f"# Harbour closed\n\nBy Ada Quill\n\n{story}\n\n{label}\n\nAda Quill is a reporter in Marrow Bay."
    assert articlekit.parse(report).text == story
    assert label.strip("#* ") in articlekit.parse(report.replace("Ada Quill is", "Tom Reed is")).text
    assert "Piers" in articlekit.parse(report.replace(label, "### Piers")).text


NETWORKS = "".join(f"<li>{name}</li>" for name in ("WhatsApp", "Telegram", "Signal", "Threads"))


@pytest.mark.parametrize(
    ("heading", "kept"), [("The most used networks", True), ("Share this story", False), ("Share", False)]
)
def test_a_list_of_networks_at_the_end_stays_under_a_heading_that_says_so(heading: str, kept: bool) -> None:
    page = f"<h1>Harbour closed</h1><p>{STORY}</p><p>{STORY}</p><h2>{heading}</h2><ol>{NETWORKS}</ol>"
    assert ("Signal" in articlekit.parse_html(page, attribute=False).text) is kept


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Themen: Haushalt, Hafen, Pier und die Wahl der Schöffen", True),
        ("Temas: el puerto, la feria", True),
        ("Tags: it stood on the wall, in red and in white", True),
        ("Topics: <a href=/t>Harbour</a>, Ferries", False),
        ("Themen: Fähre, Hafen", False),
        ("Tags: harbour, piers", False),
    ],
)
def test_a_list_of_topics_in_the_last_line_leaves_if_keywords_confirm_it(line: str, kept: bool) -> None:
    page = f"<meta name=keywords content='Möwe, Fähre'><h1>Harbour closed</h1><p>{STORY}</p><p>{STORY}</p><p>{line}</p>"
    assert (line.partition(":")[0] in articlekit.parse_html(page, attribute=False).text) is kept


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        ("Bewerbungen nimmt das Amt am Hafen bis Freitag entgegen unter", True),
        ("The harbour office hopes that it opens soon.", False),
        ("Ada Quill", False),
    ],
)
def test_an_e_mail_address_in_the_last_line_stays_if_it_continues_the_line_above(above: str, kept: bool) -> None:
    report = f"# Harbour closed\n\n{STORY}\n\n{above}\n\npier@kiel.example"
    assert ("pier@kiel.example" in articlekit.parse(report).text) is kept


@pytest.mark.parametrize(
    ("line", "below", "kept"),
    [
        ("### Most popular", "The old pier drew more people than all others.", True),
        ("### Lo más leído", "El muelle viejo atrajo a más gente que los otros.", True),
        ("### Related topics", "[Piers](/piers)", False),
        ("Most popular", "The old pier drew more people than all others.", False),
        ("### Read more", "The old pier drew more people than all others.", False),
        ("Follow US markets into the abyss?", "Nobody would.", True),
        ("Follow us into the abyss of the harbour.", "Nobody would.", False),
        ("FOLLOW US ON TWITTER", "Nobody would.", False),
        ("- Sign up for the newsletter of the town hall.\n- Ask the clerk.", "Nobody would.", True),
        ("- Sign up for our newsletter.\n- [Contact the paper](/contact)", "Nobody would.", False),
    ],
)
def test_headings_and_items_of_the_story_that_look_like_labels_stay(line: str, below: str, kept: bool) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{STORY}\n\n{line}\n\n{below}\n\nFerries stayed in port.")
    assert (line.split("\n", 1)[0].strip("# -") in article.text) is kept


def test_a_count_of_comments_near_the_headline_does_not_end_the_text() -> None:
    article = articlekit.parse_markdown(
        "# Harbour closed\n\n13 June 2025\n\nComments (2)\n\nThe harbour closed on Friday, officials said.",
        attribute=False,
    )
    assert "The harbour closed on Friday" in article.text


def test_a_sentence_longer_than_a_paywall_line_stays() -> None:
    sentence = (
        "To keep reading by lamplight was all that the people of Marrow Bay could do when the power went out on Friday, "
        "and the keeper of the lighthouse said that he had done so every winter."
    )
    assert len(sentence) > 160
    assert sentence in articlekit.parse_markdown(f"# Harbour closed\n\nIt rained.\n\n{sentence}", attribute=False).text
