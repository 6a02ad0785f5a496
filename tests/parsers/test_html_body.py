"""Which words of a page are its story: what is left out, what looks like it and stays, and where the story stands."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

import articlekit
from articlekit.models import Article

URL = "https://www.courier.example/news/ferry"
HEADLINE = "Ferry to Gull Island to stop for winter"
TOLD = (
    "The ferry to Gull Island will stop sailing in October, the harbour office of Marrow Bay said on Thursday.",
    "Divers found rot in two of the nine piles of the old pier when they went down to look at them in the spring.",
    "A new pier would cost the town four million crowns, which is more than it takes from all its parking meters.",
    "Some ninety people live on the island through the winter, and most of them are older than the ferry itself.",
    "The school boat will go on sailing, since it lands on the beach and has never needed a pier in all its years.",
    "A fisherman from the northern quay has offered to carry the post across, for as long as his engine holds out.",
)
STORY = "".join(f"<p>{words}</p>" for words in TOLD)
OTHER = "The paper's readers chose the finest garden of the town, and the prize went to a balcony over the fish market."
ANOTHER = (
    "The brass band of the fire brigade is looking for a second tuba, and for someone with a cellar to keep it in."
)
THIRD = (
    "The lighthouse will be painted in the colours of the town again, once the painters have agreed on what they are."
)
OTHERS = (OTHER, ANOTHER, THIRD)


def read(body: str, *, head: str = "", url: str | None = URL) -> Article:
    return articlekit.parse_html(f"<title>{HEADLINE}</title>{head}<body>{body}", url=url, attribute=False)


def lines(article: Article) -> list[str]:
    """The words of each block."""
    return [articlekit.slice_text(article, [block.span]) for block in article.blocks]


def body(html: str, *, head: str = "", url: str | None = URL) -> list[str]:
    """The words of each block of a page."""
    return lines(read(html, head=head, url=url))


def around(inner: str) -> list[str]:
    """What becomes of ``inner``, which stands in the middle of a story."""
    page = f"<main><h1>{HEADLINE}</h1><p>{'</p><p>'.join(TOLD[:3])}</p>{inner}<p>{'</p><p>'.join(TOLD[3:])}</p></main>"
    blocks = body(page)
    assert tuple(blocks[:3]) == TOLD[:3]
    assert tuple(blocks[-3:]) == TOLD[3:]
    return blocks[3:-3]


# What is apparatus


@pytest.mark.parametrize(
    "box",
    [
        "nav",
        "footer",
        "aside",
        "form",
        "figcaption",
        "address",
        "div class=related-stories",
        "div class='c-newsletterSignup'",
        "div id=comments",
        "div id=disqus_thread",
        "section class=recommended__list",
        "section data-component=share-bar",
        "div data-testid=author-bio",
        "div class=article-footer",
        "div role=navigation",
        "section role=complementary",
        "div itemprop=author",
        "div hidden",
        "div style='color: red; DISPLAY : none'",
        "li class=widget",
    ],
)
def test_what_is_no_part_of_the_story_is_left_out(box: str) -> None:
    assert around(f"<{box}><p>{OTHER}</p></{box.split(maxsplit=1)[0]}>") == []


@pytest.mark.parametrize(
    "box",
    [
        "div",
        "section class=story-part",
        "div class=has-sidebar",  # tells about the box beside it
        "div class=no-comments",
        "div class=md:hidden",
        "div class=ads-enabled",  # tells a setting
        "div class=commentary",  # another word, though it begins like one
        "div class=navigator",
        "div id=unrelated",
        "div data-title=newsletter",  # no attribute that names a component
        "main role=dialog",
        "div role=article",
        "div itemprop=articleBody",
        "div style='display:block'",
        "div hidden id=S:0",  # a part that a script moves to its place
        "div class=accordion hidden",  # what a reader opens
        "div class=tab-panel style=display:none",
        "cite class=author",
    ],
)
def test_what_only_looks_like_apparatus_stays(box: str) -> None:
    assert around(f"<{box}><p>{OTHER}</p></{box.split(maxsplit=1)[0]}>") == [OTHER]


def test_words_hidden_from_assistive_technology_stay_where_they_tell_much() -> None:
    assert around(f"<div aria-hidden=true><p>{OTHER}</p></div>") == []
    much = "</p><p>".join(OTHERS)
    assert around(f"<div aria-hidden=true><p>{much}</p></div>") == [*OTHERS]


def test_a_name_that_tells_of_the_look_counts_only_for_a_small_box() -> None:
    assert around(f"<div class=photo-text><p>{OTHER}</p></div>") == []
    much = "</p><p>".join(OTHERS)
    assert around(f"<div class=photo-essay><p>{much}</p></div>") == [*OTHERS]


def test_the_names_of_cells_and_speakers_tell_about_data() -> None:
    rows = "<tr><td class=author>Ada Quill<td class=date>1931<tr><td class=author>Jonas Pell<td class=date>1998"
    assert around(f"<table>{rows}</table>") == ["Ada Quill\t1931", "Jonas Pell\t1998"]


def test_an_embedded_post_is_no_share_button() -> None:
    assert around(f"<blockquote class=twitter-post><p>{OTHER}</p></blockquote>") == [OTHER]
    assert around(f"<div class=social-embed><p>{OTHER}</p></div>") == [OTHER]
    assert around(f"<div class=social-bar><p>{OTHER}</p></div>") == []


@pytest.mark.parametrize("name", ["sidebar", "social-layout", "form", "topics", "modal"])
def test_a_box_that_tells_nearly_everything_is_the_story_whatever_it_is_named(name: str) -> None:
    assert tuple(body(f"<h1>{HEADLINE}</h1><div class={name}>{STORY}</div><p>Rain.</p>")) == TOLD


def test_comments_that_outweigh_the_story_are_still_comments() -> None:
    comments = f"<div id=comments><p>{'</p><p>'.join(OTHERS * 4)}</p></div>"
    assert tuple(body(f"<h1>{HEADLINE}</h1><div class=text>{STORY}</div>{comments}")) == TOLD


def test_a_box_named_after_the_comments_that_holds_the_headline_is_the_story() -> None:
    assert tuple(body(f"<div class=comments-open-page><h1>{HEADLINE}</h1>{STORY}</div>")) == TOLD


def test_the_largest_box_that_looks_like_apparatus_is_the_story_where_next_to_nothing_is_left() -> None:
    comments = f"<div id=comments><p>{'</p><p>'.join(OTHERS * 4)}</p></div>"
    assert tuple(body(f"<h1>{HEADLINE}</h1><div class=promo>{STORY}</div>{comments}")) == TOLD


def test_inside_the_story_that_looks_like_apparatus_apparatus_is_still_left_out() -> None:
    comments = f"<div id=comments><p>{'</p><p>'.join(OTHERS * 4)}</p></div>"
    related = f"<div class=related><p>{OTHER}</p></div>"
    assert tuple(body(f"<h1>{HEADLINE}</h1><div class=promo>{STORY}{related}</div>{comments}")) == TOLD


def test_the_tags_and_categories_of_a_wordpress_post_do_not_name_its_box() -> None:
    def entries(state: str) -> str:
        return "".join(f"<div class='post {state} tag-social-media'><p>{words}</p></div>" for words in TOLD)

    assert tuple(body(f"<h1>{HEADLINE}</h1>{entries('status-publish')}")) == TOLD
    assert len(body(f"<h1>{HEADLINE}</h1>{entries('status')}")) < len(TOLD)


def test_a_figure_holds_text_only_where_it_frames_a_table_a_quotation_or_code() -> None:
    assert around("<figure><table><tr><td>Piles<td>9<tr><td>Rotten<td>2</table></figure>") == ["Piles\t9", "Rotten\t2"]
    assert around(f"<figure><blockquote>{OTHER}</blockquote></figure>") == [OTHER]
    assert around("<figure><pre>9 piles</pre></figure>") == ["9 piles"]
    assert around(f"<figure><img src=/pier.jpg><p>{OTHER}</p></figure>") == []


# Cards


def card(words: str, href: str) -> str:
    return f"<div class=box><a href={href}>{words[:60]}</a> <p>{words[60:]}</p></div>"


def test_small_boxes_of_one_make_that_lead_to_other_pages_are_cards() -> None:
    cards = "".join(card(words, f"/news/{number}") for number, words in enumerate(OTHERS))
    assert around(f"<div>{cards}</div>") == []


@pytest.mark.parametrize(
    ("hrefs", "why"),
    [
        (["/news/1", "/news/2"], "two are no row of cards"),
        (
            ["https://library.example/1", "https://archive.example/2", "https://records.example/3"],
            "they leave the site",
        ),
        (["#one", "#two", "#three"], "they stay on the page"),
    ],
)
def test_boxes_that_are_not_three_or_lead_elsewhere_are_no_cards(hrefs: list[str], why: str) -> None:
    cards = "".join(card(words, href) for words, href in zip(OTHERS, hrefs, strict=False))
    kept = " ".join(around(f"<div>{cards}</div>"))
    assert all(words[60:].strip() in kept for words in OTHERS[: len(hrefs)]), why


def test_paragraphs_that_link_their_first_words_are_no_cards() -> None:
    linked = "".join(
        f"<p><a href=/news/{number}>{words[:60]}</a>{words[60:]}</p>" for number, words in enumerate(OTHERS)
    )
    assert around(f"<div>{linked}</div>") == [*OTHERS]


def test_parts_of_the_story_that_are_made_like_cards_outnumber_them() -> None:
    parts = "".join(f"<div class=box><p>{words}</p></div>" for words in OTHERS)
    link = f"<div class=box><a href=/news/1>{ANOTHER[:60]}</a></div>"
    assert around(f"<div>{parts}{link}</div>")[:3] == [*OTHERS]


# Where the story stands


def test_of_several_articles_the_one_with_the_headline_is_the_story() -> None:
    long = f"<article><h2>Gardens</h2><p>{'</p><p>'.join(OTHERS * 2)}</p></article>"
    assert tuple(body(f"<article><h1>{HEADLINE}</h1>{STORY}</article>{long}")) == TOLD


def test_of_many_articles_without_a_headline_the_heaviest_is_the_story() -> None:
    others = "".join(f"<article><h2>News</h2><p>{words}</p></article>" for words in OTHERS)
    assert tuple(body(f"<article>{STORY}</article>{others}")) == TOLD


def test_entries_that_are_all_articles_are_one_story() -> None:
    entries = "".join(f"<article><p>{words}</p></article>" for words in TOLD)
    assert tuple(body(f"<h1>{HEADLINE}</h1><div>{entries}</div>")) == TOLD


def test_articles_in_articles_say_nothing_twice() -> None:
    first, rest = f"<p>{TOLD[0]}</p>", "".join(f"<p>{words}</p>" for words in TOLD[1:])
    nested = f"<article><h1>{HEADLINE}</h1><article>{first}<article>{rest}</article></article></article>"
    assert tuple(body(nested)) == TOLD


def test_a_story_in_several_boxes_side_by_side_is_whole() -> None:
    halves = f"<div class=a><p>{'</p><p>'.join(TOLD[:3])}</p></div><div class=b><p>{'</p><p>'.join(TOLD[3:])}</p></div>"
    assert tuple(body(f"<div><h1>{HEADLINE}</h1>{halves}</div>")) == TOLD


def test_a_paragraph_beside_the_box_of_the_story_belongs_to_it_and_a_column_does_not() -> None:
    long = "".join(f"<p>{words}</p>" for words in TOLD * 2)
    page = f"<div><h1>{HEADLINE}</h1><div>{long}</div><p>{OTHER}</p><div><div><p>{ANOTHER}</p></div></div></div>"
    blocks = body(page)
    assert OTHER in blocks
    assert ANOTHER not in blocks


def test_a_column_that_tells_a_fifth_as_much_is_not_the_story() -> None:
    long = "".join(f"<p>{words}</p>" for words in TOLD * 2)
    column = f"<div><div><p>{OTHER}</p><p>{ANOTHER}</p></div></div>"
    assert tuple(body(f"<div><div><h1>{HEADLINE}</h1>{long}</div>{column}</div>")) == TOLD * 2


def witnessed(text: str) -> str:
    node = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": text}
    return f"<script type=application/ld+json>{json.dumps(node)}</script>"


def test_the_text_in_structured_data_tells_which_of_two_columns_is_the_story() -> None:
    columns = f"<div><p>{'</p><p>'.join(OTHERS * 2)}</p></div><div>{STORY}</div>"
    assert tuple(body(columns, head=witnessed("\n\n".join(TOLD)))) == TOLD
    assert set(body(columns)) > set(TOLD)


def test_a_text_in_structured_data_that_does_not_stand_on_the_page_is_not_believed() -> None:
    assert tuple(body(f"<h1>{HEADLINE}</h1><div>{STORY}</div>", head=witnessed("Something else. " * 40))) == TOLD


# Which lines of it are kept


def test_short_paragraphs_of_the_story_are_kept() -> None:
    short = ["No.", "“It is gone”", "Then silence", "1931"]
    assert around("".join(f"<p>{words}</p>" for words in short)) == short


def test_a_linked_paragraph_that_leaves_the_site_is_kept_and_one_to_another_story_is_not() -> None:
    assert around("<p><a href=https://library.example/map>The map of the pier from 1931</a></p>") == [
        "The map of the pier from 1931"
    ]
    for href in ("/news/pier", "https://courier.example/news/pier", "//www.courier.example/news/pier"):
        assert around(f"<p><a href={href}>The pier that nobody wanted to pay for</a></p>") == []


def test_a_linked_shout_is_a_button_wherever_it_leads() -> None:
    assert around("<p><a href=https://shop.example/>SUBSCRIBE FROM ONE CROWN</a></p>") == []


def test_a_paragraph_with_a_link_in_it_is_kept() -> None:
    assert around("<p>The mayor <a href=/news/pier>ordered the inspection</a> in May.</p>") == [
        "The mayor ordered the inspection in May."
    ]


def test_links_outside_paragraphs_are_left_out() -> None:
    assert around("<div><a href=https://library.example/map>The map of the pier from 1931</a></div>") == []


def test_links_after_the_last_paragraph_are_left_out() -> None:
    link = "<p><a href=https://library.example/map>The map of the pier from 1931</a></p>"
    assert tuple(body(f"<main><h1>{HEADLINE}</h1>{STORY}{link}</main>")) == TOLD


def test_linked_cells_stay_in_the_row_that_they_belong_to() -> None:
    row = "<tr><td><a href=/ships/heron>The Grey Heron</a><td>built in 1931"
    assert around(f"<table>{row}</table>") == ["The Grey Heron\tbuilt in 1931"]


def test_a_heading_is_kept_where_something_stands_under_it() -> None:
    assert around("<h2>Two of nine</h2>") == ["Two of nine"]
    assert around("<h2>The pier</h2><h3>Two of nine</h3>") == ["The pier", "Two of nine"]


def test_a_heading_with_nothing_under_it_is_left_out() -> None:
    assert around("<h3>Two of nine</h3><h2>What it costs</h2>") == ["What it costs"]
    assert tuple(body(f"<main><h1>{HEADLINE}</h1>{STORY}<h2>More from the harbour</h2></main>")) == TOLD


def test_a_heading_goes_with_the_apparatus_that_it_stood_over() -> None:
    form = "<form><p>Every morning the news of the harbour, before the boats go out, for nothing at all.</p></form>"
    assert around(f"<div><h2>News for early risers</h2>{form}</div>") == []
    assert around("<div><h2>Two of nine</h2></div>") == ["Two of nine"]


def test_the_headline_said_again_in_the_text_is_left_out_and_a_paragraph_that_begins_with_it_is_not() -> None:
    assert around(f"<h2>{HEADLINE}</h2>") == []
    assert around(f"<p>{HEADLINE}, and what comes after.</p>") == [f"{HEADLINE}, and what comes after."]


def test_a_second_headline_in_the_story_is_another_storys() -> None:
    assert around("<h1>The finest garden of the town</h1>") == []


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
def test_what_sums_the_story_up_between_headline_and_text_is_the_standfirst(standfirst: str) -> None:
    page = f"<div><header><h1>{HEADLINE}</h1>{standfirst.format(OTHER)}</header><div>{STORY}</div></div>"
    article = read(page)
    assert tuple(lines(article)) == (OTHER, *TOLD)
    assert article.blocks[0].kind == "standfirst"
    assert article.summary == OTHER


def test_the_standfirst_is_known_by_the_description_that_begins_like_it() -> None:
    page = f"<div><header><h1>{HEADLINE}</h1><p>{OTHER}</p></header><div>{STORY}</div></div>"
    head = f'<meta name=description content="{OTHER[:70]}…">'
    assert body(page, head=head)[0] == OTHER
    assert tuple(body(page)) == TOLD


@pytest.mark.parametrize(
    "line",
    [
        f"<p class=summary>{OTHER[:30]}</p>",  # a label
        f"<p class=summary><a href=/news/garden>{OTHER}</a></p>",  # another story
        f"<figure class=summary><p>{OTHER}</p></figure>",
        f"<div class=author-description><p>{OTHER}</p></div>",
        f"<h2>{HEADLINE}</h2>",
    ],
)
def test_what_else_stands_between_headline_and_text_is_no_standfirst(line: str) -> None:
    assert tuple(body(f"<div><header><h1>{HEADLINE}</h1>{line}</header><div>{STORY}</div></div>")) == TOLD


# What the walk reads


def test_a_page_with_little_else_to_say_keeps_a_story_that_is_wrapped_in_navigation() -> None:
    assert body(f"<nav><h1>{HEADLINE}</h1><p>{TOLD[0]}</p><p>{TOLD[1]}</p></nav>") == [*TOLD[:2]]
    assert tuple(body(f"<nav><p>{OTHER}</p></nav><main><h1>{HEADLINE}</h1>{STORY}</main>")) == TOLD


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<p><b>G</b>ull <i>Is</i>land<span>ers</span> wait.</p>", "Gull Islanders wait."),
        ("<p>Gull<span> Island</span> <em>waits</em>.</p>", "Gull Island waits."),
        ("<p><a href=/gull>Gull</a>-born<sup>2</sup></p>", "Gull-born2"),
        ("<p>Gull\n  <a href=/gull>\n Island</a>\n waits</p>", "Gull Island waits"),
        ("<p>Gull<wbr>island and post&shy;age</p>", "Gullisland and post\xadage"),
        ("<p>The <font color=red>pi</font>er <unknown-tag>wa</unknown-tag>its</p>", "The pier waits"),
    ],
)
def test_words_are_neither_glued_nor_split_at_inline_tags(inner: str, words: str) -> None:
    assert around(inner) == [words]


def test_boxes_part_words_though_no_space_stands_between_them() -> None:
    assert around("<div>Piles</div><div>and planks</div>") == ["Piles", "and planks"]
    assert around("<ul><li>Piles<li>and planks</ul>") == ["Piles", "and planks"]


def test_a_story_whose_paragraphs_are_line_breaks_has_paragraphs() -> None:
    text = "<br><br>".join(TOLD)
    assert tuple(body(f"<h1>{HEADLINE}</h1><div>{text}</div>")) == TOLD
    assert tuple(body(f"<h1>{HEADLINE}</h1><div>{text.replace('<br><br>', '<br>&nbsp;<br>')}</div>")) == TOLD


def test_text_without_any_paragraphs_is_a_story_too() -> None:
    assert body(f"<h1>{HEADLINE}</h1>{' '.join(TOLD)}") == [" ".join(TOLD)]


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
    cards = "".join(card(words, f"/news/{number}") for number, words in enumerate(OTHERS))
    paragraphs = "".join(f"<p>{words}</p>" for words in story)
    page = f"<ul>{menu}</ul><div><h1>{story[0][:12]}</h1><div>{paragraphs}</div></div><div>{cards}</div>"
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
<div class=text><p>{TOLD[0]}</p><p>{TOLD[1]}</p><div class=ad>Advertisement</div><h2>Four million</h2><p>{TOLD[2]}</p>
<aside><p>{ANOTHER}</p></aside><p>{TOLD[3]}</p><p>Quiet.</p><ul><li>{TOLD[4]}<li>{TOLD[5]}</ul></div>
<p><a href=/news/pier>The pier that nobody wanted to pay for</a></p>
</article></main><div class=sidebar><p>{THIRD}</p></div></div>
<section id=comments><p>{ANOTHER}</p><p>{THIRD}</p></section>
<footer><p>All rights reserved. No part of this page may be carried across the water without leave in writing.</p></footer>"""
WHOLE = [OTHER, TOLD[0], TOLD[1], "Four million", TOLD[2], TOLD[3], "Quiet.", TOLD[4], TOLD[5]]


def test_of_a_whole_page_the_story_is_left_in_page_order() -> None:
    assert lines(articlekit.parse_html(PAGE, url=URL)) == WHOLE


def test_a_page_reads_the_same_in_any_order_and_in_any_thread() -> None:
    pages = [PAGE, *(f"<h1>{words[:40]}</h1><div class=promo><p>{words}</p></div>{STORY}" for words in OTHERS)]
    alone = [articlekit.parse_html(page, url=URL) for page in pages]
    assert [articlekit.parse_html(page, url=URL) for page in reversed(pages)] == alone[::-1]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda page: articlekit.parse_html(page, url=URL), pages * 5)) == alone * 5
