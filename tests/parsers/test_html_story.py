"""Where the story of a page is, and which words there belong to it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from newspage import (
    ANOTHER,
    HEADLINE,
    LONG,
    OTHER,
    OTHERS,
    PARAGRAPHS,
    STORY,
    THIRD,
    URL,
    between_paragraphs,
    body,
    lines,
    read,
    teaser,
)

import articlekit

# Where the story stands


def test_of_several_articles_the_one_with_the_headline_is_the_story() -> None:
    long = f"<article><h2>Gardens</h2><p>{'</p><p>'.join(OTHERS * 2)}</p></article>"
    story = f"<article><h1>{HEADLINE}</h1>{STORY}</article>"
    assert tuple(body(story + long)) == PARAGRAPHS
    assert tuple(body(long + story)) == PARAGRAPHS


def test_of_many_articles_without_a_headline_the_heaviest_is_the_story() -> None:
    others = "".join(f"<article><h2>News</h2><p>{words}</p></article>" for words in OTHERS)
    assert tuple(body(f"<article>{STORY}</article>{others}")) == PARAGRAPHS


def test_entries_that_are_all_articles_are_one_story() -> None:
    entries = "".join(f"<article><p>{words}</p></article>" for words in PARAGRAPHS)
    assert tuple(body(f"<h1>{HEADLINE}</h1><div>{entries}</div>")) == PARAGRAPHS


def test_the_longest_of_few_articles_is_not_the_whole_story() -> None:
    first, rest = "</p><p>".join(PARAGRAPHS[:4]), "</p><p>".join(PARAGRAPHS[4:])
    page = f"<h1>{HEADLINE}</h1><div><article><p>{first}</p></article><div><p>{rest}</p></div></div>"
    assert tuple(body(page)) == PARAGRAPHS


def test_articles_in_articles_say_nothing_twice() -> None:
    first, rest = f"<p>{PARAGRAPHS[0]}</p>", "".join(f"<p>{words}</p>" for words in PARAGRAPHS[1:])
    nested = f"<article><h1>{HEADLINE}</h1><article>{first}<article>{rest}</article></article></article>"
    assert tuple(body(nested)) == PARAGRAPHS


def test_a_story_in_several_boxes_side_by_side_is_whole() -> None:
    halves = f"<div class=a><p>{'</p><p>'.join(PARAGRAPHS[:3])}</p></div><div class=b><p>{'</p><p>'.join(PARAGRAPHS[3:])}</p></div>"
    assert tuple(body(f"<div><h1>{HEADLINE}</h1>{halves}</div>")) == PARAGRAPHS


def test_a_paragraph_beside_the_box_of_the_story_belongs_to_it_and_a_column_does_not() -> None:
    long = "".join(f"<p>{words}</p>" for words in LONG)
    page = f"<div><h1>{HEADLINE}</h1><div>{long}</div><p>{OTHER}</p><div><div><p>{ANOTHER}</p></div></div></div>"
    blocks = body(page)
    assert OTHER in blocks
    assert ANOTHER not in blocks


def test_a_box_with_two_paragraphs_of_its_own_is_the_story_with_everything_in_it() -> None:
    long = "".join(f"<p>{words}</p>" for words in LONG)
    inner = f"<p>{OTHER}</p><p>{ANOTHER}</p><div>{long}</div><div><div><p>{THIRD}</p></div></div>"
    assert body(f"<h1>{HEADLINE}</h1><div>{inner}</div>") == [OTHER, ANOTHER, *LONG, THIRD]


def test_a_short_line_beside_a_list_that_holds_the_story_stays() -> None:
    items = "".join(f"<li>{words}</li>" for words in PARAGRAPHS)
    assert body(f"<h1>{HEADLINE}</h1><div><div><p>Quiet.</p><ul>{items}</ul></div></div>") == ["Quiet.", *PARAGRAPHS]


def test_many_short_lines_do_not_outweigh_the_story() -> None:
    tides = "".join(f"<p>High tide at {hour}.40 in the morning.</p>" for hour in range(60))
    assert tuple(body(f"<div><div><h1>{HEADLINE}</h1>{STORY}</div></div><div><div>{tides}</div></div>")) == PARAGRAPHS


def test_a_column_a_fifth_as_long_is_not_the_story() -> None:
    long = "".join(f"<p>{words}</p>" for words in LONG)
    column = f"<div><div><p>{OTHER}</p><p>{ANOTHER}</p></div></div>"
    assert tuple(body(f"<div><div><h1>{HEADLINE}</h1>{long}</div>{column}</div>")) == LONG


def witnessed(text: str) -> str:
    node = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": text}
    return f"<script type=application/ld+json>{json.dumps(node)}</script>"


def test_structured_data_decides_which_of_two_columns_is_the_story() -> None:
    columns = f"<div><p>{'</p><p>'.join(OTHERS * 2)}</p></div><div>{STORY}</div>"
    assert tuple(body(columns, head=witnessed("\n\n".join(PARAGRAPHS)))) == PARAGRAPHS
    assert set(body(columns)) > set(PARAGRAPHS)


def test_structured_data_with_another_text_is_ignored() -> None:
    assert tuple(body(f"<h1>{HEADLINE}</h1><div>{STORY}</div>", head=witnessed("Something else. " * 40))) == PARAGRAPHS


# Which lines of it are kept


def test_short_paragraphs_of_the_story_are_kept() -> None:
    short = ["No.", "“It is gone”", "Then silence", "1931"]
    assert between_paragraphs("".join(f"<p>{words}</p>" for words in short)) == short


def test_a_linked_paragraph_that_leaves_the_site_is_kept_and_one_to_another_story_is_not() -> None:
    for href in ("https://library.example/map", "//library.example/map", "mailto:map@library.example"):
        words = "The map of the pier from 1931"
        assert between_paragraphs(f"<p><a href={href}>{words}</a></p>") == [words]
    for href in ("/news/pier", "https://courier.example/news/pier", "//www.courier.example/news/pier"):
        assert between_paragraphs(f"<p><a href={href}>The pier that nobody wanted to pay for</a></p>") == []


@pytest.mark.parametrize("url", ["https://news.courier.example/ferry", "https://courier.example/ferry"])
def test_the_site_is_the_same_on_its_other_hosts(url: str) -> None:
    link = "<p><a href=https://www.courier.example/pier>The pier that nobody wanted to pay for</a></p>"
    first = "Nobody on the quay could say on Thursday how the letters would cross the sound."
    page = f"<main><h1>{HEADLINE}</h1><p>{first}</p>{link}{STORY}</main>"
    assert body(page, url=url) == [first, *PARAGRAPHS]
    assert body(page, url="https://gazette.example/ferry") != [first, *PARAGRAPHS]


def test_a_story_that_is_twice_on_the_page_is_read_once() -> None:
    page = f"<article><h1>{HEADLINE}</h1><div class='text desktop'>{STORY}</div><div class='text mobile'>{STORY}</div></article>"
    assert body(page) == [*PARAGRAPHS]


def test_what_is_said_twice_in_one_box_was_said_twice() -> None:
    answer = "<p>“I do not recall that meeting, nor the one before it,” said the witness.</p>"
    assert len(between_paragraphs(f"{answer}<p>The judge asked once more.</p>{answer}")) == 3


def test_a_table_of_contents_is_left_out() -> None:
    listed = "<p>Contents</p><ul><li><a href='#old'>The old pier</a></li><li><a href='#new'>The new pier</a></li></ul>"
    told = "<h2 id=old>The old pier</h2>" + f"<p>{OTHER}</p>"
    assert between_paragraphs(listed + told) == ["The old pier", OTHER]
    notes = "<ol><li>The log of the harbour master, page 12. <a href='#n1'>↩</a></li></ol>"
    assert between_paragraphs(told + notes)[2:] == ["The log of the harbour master, page 12. ↩"]


def test_a_label_with_links_to_other_pages_is_left_out() -> None:
    assert between_paragraphs("<p>Topics: <a href=/tag/pier>Pier</a>, <a href=/tag/ferry>Ferry</a></p>") == []
    assert (
        between_paragraphs("<p>Lesen Sie auch: <a href=/pier>Das lange Ende der alten Mole von Marrow Bay</a></p>")
        == []
    )
    assert (
        between_paragraphs(
            "<p>Lesen Sie auch: <a href=/pier>Zehn Molen</a></p><p>【関連記事】<a href=/pier>古い桟橋</a></p>"
        )
        == []
    )
    said = "The office said: see the timetable of the winter ferries, and bring a coat."
    assert between_paragraphs(f"<p>{said.replace('timetable', '<a href=/timetable>timetable</a>')}</p>") == [said]


def test_deleted_words_are_left_out() -> None:
    page = "<p>The old pier <del>stands</del><ins>stood</ins> on nine piles for more than ninety years.</p>"
    assert between_paragraphs(page) == ["The old pier stood on nine piles for more than ninety years."]


def test_a_linked_shout_is_a_button_wherever_it_leads() -> None:
    assert between_paragraphs("<p><a href=https://shop.example/>SUBSCRIBE FROM ONE CROWN</a></p>") == []


def test_a_paragraph_with_a_link_in_it_is_kept() -> None:
    assert between_paragraphs("<p>The mayor <a href=/news/pier>ordered the inspection</a> in May.</p>") == [
        "The mayor ordered the inspection in May."
    ]


def test_words_in_a_bare_box_are_kept_with_their_link() -> None:
    assert between_paragraphs("<div>The mayor <a href=/news/pier>ordered the inspection</a> in May.</div>") == [
        "The mayor ordered the inspection in May."
    ]


def test_a_list_of_other_stories_is_left_out_with_its_label() -> None:
    links = "".join(f"<li><a href=/news/{n}>{words[:60]}</a> (1931, unsigned)" for n, words in enumerate(OTHERS))
    assert between_paragraphs(f"<p>More on the pier</p><ul>{links}</ul>") == []
    assert between_paragraphs(f"<p>{OTHER}</p><ul>{links}</ul>") == [OTHER]


def test_a_list_is_kept_if_one_item_is_not_a_link() -> None:
    links = "".join(f"<li><a href=/news/{n}>{words[:60]}</a> (1931, unsigned)" for n, words in enumerate(OTHERS))
    assert len(between_paragraphs(f"<ul>{links}<li>Nothing was said about the sheep.</ul>")) == len(OTHERS) + 1
    assert len(between_paragraphs(f"<ul><li>Nothing was said about the sheep.{links}</ul>")) == len(OTHERS) + 1


def test_a_list_whose_items_each_link_a_word_is_kept() -> None:
    items = [f"<a href=/news/{number}>{words[:12]}</a>{words[12:]}" for number, words in enumerate(OTHERS)]
    assert between_paragraphs(f"<ul>{''.join(f'<li>{item}' for item in items)}</ul>") == [*OTHERS]


def test_links_outside_paragraphs_are_left_out() -> None:
    assert between_paragraphs("<div><a href=https://library.example/map>The map of the pier from 1931</a></div>") == []


def ending(inner: str) -> list[str]:
    """What becomes of ``inner``, which ends a story."""
    blocks = body(f"<main><h1>{HEADLINE}</h1>{STORY}{inner}</main>")
    assert tuple(blocks[: len(PARAGRAPHS)]) == PARAGRAPHS
    return blocks[len(PARAGRAPHS) :]


def test_links_after_the_last_paragraph_are_left_out_unless_they_leave_the_site() -> None:
    link = "<a href=https://library.example/map>The map of the pier from 1931</a>"
    assert ending(f"<p>{link}</p>") == []
    assert ending(f"<ul><li>{link}</ul>") == ["The map of the pier from 1931"]


def test_a_line_that_only_announces_what_does_not_follow_is_left_out() -> None:
    assert ending("<p>More on the old pier:</p>") == []
    assert ending("<p>Nobody answered.</p>") == ["Nobody answered."]
    assert ending(f"<p>{OTHER[:-1]} …</p>") == [f"{OTHER[:-1]} …"]
    assert between_paragraphs("<p>The divers wrote:</p>") == ["The divers wrote:"]


@pytest.mark.parametrize("line", ["And then the lights went out…", "But the keepers still wait for an answer..."])
def test_a_short_last_paragraph_that_ends_with_an_ellipsis_stays(line: str) -> None:
    link = "<li><a href=/news/heron>The Grey Heron is for sale again</a>"
    assert ending(f"<p>{line}</p>") == [line]
    assert ending(f"<p>{line}</p><ul class=related>{link}</ul>") == [line]
    assert ending(f"<div><p>{line}</p><ul>{link}</ul></div>") == []


def test_linked_cells_stay_in_the_row_that_they_belong_to() -> None:
    row = "<tr><td><a href=/ships/heron>The Grey Heron</a><td>built in 1931"
    assert between_paragraphs(f"<table>{row}</table>") == ["The Grey Heron\tbuilt in 1931"]


def test_a_heading_over_text_is_kept() -> None:
    assert between_paragraphs("<h2>Two of nine</h2>") == ["Two of nine"]
    assert between_paragraphs("<h2>The pier</h2><h3>Two of nine</h3>") == ["The pier", "Two of nine"]


def test_a_heading_with_nothing_under_it_is_left_out() -> None:
    assert between_paragraphs("<h3>Two of nine</h3><h2>What it costs</h2>") == ["What it costs"]
    assert between_paragraphs("<h2>Two of nine</h2><h2>What it costs</h2>") == ["What it costs"]
    assert tuple(body(f"<main><h1>{HEADLINE}</h1>{STORY}<h2>More from the harbour</h2></main>")) == PARAGRAPHS


def test_a_heading_over_boilerplate_is_left_out() -> None:
    form = "<form><p>Every morning the news of the harbour, before the boats go out, for nothing at all.</p></form>"
    assert between_paragraphs(f"<div><h2>News for early risers</h2>{form}</div>") == []
    assert between_paragraphs("<div><h2>Two of nine</h2></div>") == ["Two of nine"]


def test_a_repeated_headline_is_left_out_and_a_paragraph_that_begins_with_it_is_not() -> None:
    assert between_paragraphs(f"<h2>{HEADLINE}</h2>") == []
    assert between_paragraphs(f"<h3>{HEADLINE[:40]}…</h3>") == []
    assert between_paragraphs(f"<h3>{HEADLINE[:20]}</h3>") == [HEADLINE[:20]]
    assert "Pier" in body(f"<title>Pier gone</title><h1>Pier</h1>{STORY}<h2>Pier</h2><p>{OTHER}</p>")
    assert between_paragraphs(f"<p>{HEADLINE}, and what comes after.</p>") == [f"{HEADLINE}, and what comes after."]


# What stands over it


@pytest.mark.parametrize(
    "standfirst",
    [
        "<p class=article-standfirst>{}</p>",
        "<div class=c-dek><p>{}</p></div>",
        "<div id=lead><div><p>{}</p></div></div>",
        "<h2>{}</h2>",
    ],
)
def test_a_summary_between_headline_and_text_is_the_standfirst(standfirst: str) -> None:
    page = f"<div><header><h1>{HEADLINE}</h1>{standfirst.format(OTHER)}</header><div>{STORY}</div></div>"
    article = read(page)
    assert tuple(lines(article)) == (OTHER, *PARAGRAPHS)
    assert article.blocks[0].kind == "standfirst"
    assert article.summary == OTHER


def test_a_sentence_between_headline_and_text_is_kept_and_a_label_is_not() -> None:
    def between(line: str) -> list[str]:
        return body(f"<div><div><h1>{HEADLINE}</h1><div><p>{line}</p></div></div><div>{STORY}</div></div>")

    assert between(OTHER) == [OTHER, *PARAGRAPHS]
    assert tuple(between("News and notes from the harbour of Marrow Bay")) == PARAGRAPHS


def test_the_standfirst_is_known_by_the_description_that_begins_like_it() -> None:
    line = OTHER.removesuffix(".")  # no sentence by itself
    page = f"<div><header><h1>{HEADLINE}</h1><p>{line}</p></header><div>{STORY}</div></div>"
    head = f'<meta name=description content="{OTHER[:70]}…">'
    assert body(page, head=head)[0] == line
    assert tuple(body(page)) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        f"<p class=summary>{OTHER[:12]}</p>",  # a label
        f"<p class=summary><a href=/news/garden>{OTHER}</a></p>",  # another story
        f"<figure class=summary><p>{OTHER}</p></figure>",
        f"<div class=author-description><p>{OTHER}</p></div>",
        f"<h2>{HEADLINE}</h2>",
        f"<ul><li>{OTHER}</ul>",
    ],
)
def test_other_lines_between_headline_and_text_are_not_the_standfirst(line: str) -> None:
    assert tuple(body(f"<div><header><h1>{HEADLINE}</h1>{line}</header><div>{STORY}</div></div>")) == PARAGRAPHS


# What the walk reads


def test_a_page_with_little_else_to_say_keeps_a_story_that_is_wrapped_in_navigation() -> None:
    assert body(f"<nav><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></nav>") == [*PARAGRAPHS[:2]]
    assert tuple(body(f"<nav><p>{OTHER}</p></nav><main><h1>{HEADLINE}</h1>{STORY}</main>")) == PARAGRAPHS


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<p><b>G</b>ull <i>Is</i>land<span>ers</span> wait.</p>", "Gull Islanders wait."),
        ("<p>Gull<span> Island</span> <em>waits</em>.</p>", "Gull Island waits."),
        ("<p><a href=/gull>Gull</a>-born<sup>2</sup></p>", "Gull-born²"),
        ("<p>Gull\n  <a href=/gull>\n Island</a>\n waits</p>", "Gull Island waits"),
        ("<p>Gull<wbr>island and post&shy;age</p>", "Gullisland and postage"),
        ("<p>The <font color=red>pi</font>er <unknown-tag>wa</unknown-tag>its</p>", "The pier waits"),
    ],
)
def test_words_are_neither_glued_nor_split_at_inline_tags(inner: str, words: str) -> None:
    assert between_paragraphs(inner) == [words]


def test_block_elements_separate_words_without_a_space() -> None:
    assert between_paragraphs("<div>Piles</div><div>and planks</div>") == ["Piles", "and planks"]
    assert between_paragraphs("<ul><li>Piles<li>and planks</ul>") == ["Piles", "and planks"]


def test_a_story_whose_paragraphs_are_line_breaks_has_paragraphs() -> None:
    text = "<br><br>".join(PARAGRAPHS)
    assert tuple(body(f"<h1>{HEADLINE}</h1><div>{text}</div>")) == PARAGRAPHS
    assert tuple(body(f"<h1>{HEADLINE}</h1><div>{text.replace('<br><br>', '<br>&nbsp;<br>')}</div>")) == PARAGRAPHS


def test_text_without_any_paragraphs_is_a_story_too() -> None:
    assert body(f"<h1>{HEADLINE}</h1>{' '.join(PARAGRAPHS)}") == [" ".join(PARAGRAPHS)]


JAPANESE = (
    "マロウ湾の港は金曜日、嵐で古い桟橋の三分の一が流されたため閉鎖された。",
    "港湾事務所によると、再開の見通しはまだ立っておらず、船はすべて港にとどまっている。",
    "町議会は月曜日に会合を開き、誰が修理の費用を払うのかを話し合うことにしている。",
    "島には冬の間も九十人ほどが暮らしており、郵便は漁師の船が運ぶことになった。",
)
ARABIC = (
    "أغلق ميناء خليج مارو يوم الجمعة بعد أن جرفت العاصفة ثلث الرصيف القديم في البلدة الصغيرة.",
    "وقال مكتب الميناء إن العبّارات ستبقى راسية حتى إشعار آخر، ولم يحدد موعدا لعودة الملاحة.",
    "ويجتمع مجلس البلدة يوم الاثنين ليقرر من سيدفع تكاليف إصلاح الرصيف الذي بني قبل قرن كامل.",
)
CYRILLIC = (
    "Порт бухты Марроу закрыли в пятницу: шторм снёс треть старого причала, и паромы остались у берега.",
    "В управлении порта говорят, что пока не знают, когда судам снова разрешат выходить в открытое море.",
    "Городской совет соберётся в понедельник и решит, кто именно заплатит за ремонт старого причала.",
)


@pytest.mark.parametrize("story", [JAPANESE, ARABIC, CYRILLIC], ids=["Japanese", "Arabic", "Cyrillic"])
def test_the_story_is_found_in_any_script(story: tuple[str, ...]) -> None:
    menu = "".join(f"<li><a href=/{number}>{words[:14]}</a>" for number, words in enumerate(story))
    cards = "".join(teaser(words, f"/news/{number}") for number, words in enumerate(OTHERS))
    story = tuple(f"{number}. {words}" for number in (1, 2) for words in story)
    paragraphs = "".join(f"<p>{words}</p>" for words in story)
    aside = f"<div><div><p>{OTHER}</p></div></div>"
    page = f"<ul>{menu}</ul><div><h1>{story[0][:12]}</h1><div>{paragraphs}</div></div>{aside}<div>{cards}</div>"
    assert tuple(body(page)) == story


@pytest.mark.parametrize("html", ["<html></html>", "<body></body>", "<frameset><frame></frameset>", "<p> </p>"])
def test_a_page_without_words_is_an_article_with_a_problem(html: str) -> None:
    article = articlekit.parse_html(html)
    assert article.text == ""
    assert "no-body" in [problem.code for problem in article.problems]


# All of it at once

PAGE = f"""<!DOCTYPE html><html lang=en><title>{HEADLINE} - Harbour Courier</title>
<body class="has-sidebar single-post">
<header><nav><a href=/>Home</a> <a href=/sport>Sport</a></nav></header>
<div class=cookie-consent><p>We and our partners set cookies. You may say yes to all of them, or yes to some of them.</p></div>
<div class=page><main><article class="post status-publish tag-newsletter">
<h1>{HEADLINE}</h1><p class=standfirst>{OTHER}</p>
<div class=byline>By Ada Quill</div><figure><img src=/pier.jpg width=800><figcaption>The old pier</figcaption></figure>
<div class=text><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><div class=ad>Advertisement</div><h2>Four million</h2><p>{PARAGRAPHS[2]}</p>
<aside><p>{ANOTHER}</p></aside><p>{PARAGRAPHS[3]}</p><p>Quiet.</p><ul><li>{PARAGRAPHS[4]}<li>{PARAGRAPHS[5]}</ul></div>
<p><a href=/news/pier>The pier that nobody wanted to pay for</a></p>
</article></main><div class=sidebar><p>{THIRD}</p></div></div>
<section id=comments><p>{ANOTHER}</p><p>{THIRD}</p></section>
<footer><p>All rights reserved. No part of this page may be carried across the water without leave in writing.</p></footer>"""
WHOLE = [
    OTHER,
    PARAGRAPHS[0],
    PARAGRAPHS[1],
    "Four million",
    PARAGRAPHS[2],
    PARAGRAPHS[3],
    "Quiet.",
    PARAGRAPHS[4],
    PARAGRAPHS[5],
]


def test_of_a_whole_page_the_story_is_left_in_page_order() -> None:
    article = articlekit.parse_html(PAGE, url=URL)
    assert lines(article) == WHOLE
    assert [block.kind for block in article.blocks[:2]] == ["standfirst", "paragraph"]


def test_a_page_reads_the_same_in_any_order_and_in_any_thread() -> None:
    pages = [PAGE, *(f"<h1>{words[:40]}</h1><div class=promo><p>{words}</p></div>{STORY}" for words in OTHERS)]
    alone = [articlekit.parse_html(page, url=URL) for page in pages]
    assert [articlekit.parse_html(page, url=URL) for page in reversed(pages)] == alone[::-1]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda page: articlekit.parse_html(page, url=URL), pages * 5)) == alone * 5


def test_a_sentence_under_the_headline_in_the_articles_own_header_is_kept() -> None:
    first = "Nobody on the quay could say on Thursday how the letters would cross the sound."
    page = f"<article><header><h1>{HEADLINE}</h1><p>{first}</p><p class=byline>{OTHER}</p></header>{STORY}</article>"
    assert body(page) == [first, *PARAGRAPHS]


@pytest.mark.parametrize("heading", ["Comments (2)", "2 Kommentare", "Commentaires (2)", "Комментарии (2)"])
def test_comments_under_a_heading_that_counts_them_are_left_out(heading: str) -> None:
    said = "<div><b>{0}</b> May 13, 2025<p>I have waited for years that somebody would mend this pier, and nobody ever did.</p></div>"
    page = "<h1>Harbour closed</h1>" + STORY * 3 + f"<h3>{heading}</h3>" + said.format("ann") + said.format("jon")
    text = articlekit.parse_html(page, attribute=False).text
    assert heading not in text
    assert "nobody ever did" not in text
