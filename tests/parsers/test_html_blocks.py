"""The kinds of block that the markup of a page gives the lines of its story."""

from __future__ import annotations

import pytest

import articlekit
from articlekit.models import Article, Image

LEAD = "The harbour of Marrow Bay closed on Friday after the storm had torn away a third of the old pier."
NEXT = "Ferries stayed in port all day, and the harbour office asked everyone to keep away from the quay."
LAST = "The town council meets on Monday to decide who is going to pay for the repairs of the old pier."
URL = "https://courier.example/news/harbour"


def parse(story: str, *, head: str = "", url: str | None = URL) -> Article:
    html = f"<title>Harbour closed</title>{head}<main><article><h1>Harbour closed</h1>{story}</article></main>"
    return articlekit.parse_html(html, url=url, attribute=False)


def story(inner: str) -> Article:
    """A page on which ``inner`` stands among three paragraphs."""
    return parse(f"<p>{LEAD}</p>{inner}<p>{NEXT}</p><p>{LAST}</p>")


def middle(inner: str) -> list[tuple[str, str]]:
    """Kind and words of the blocks that ``inner`` becomes between the first paragraph and the last two."""
    article = story(inner)
    blocks: list[tuple[str, str]] = [
        (block.kind, article.text[block.span.start : block.span.end]) for block in article.blocks
    ]
    assert blocks[0] == ("paragraph", LEAD)
    assert blocks[-2:] == [("paragraph", NEXT), ("paragraph", LAST)]
    return blocks[1:-2]


def levels(inner: str) -> list[tuple[str, int | None]]:
    article = story(inner)
    return [(article.text[b.span.start : b.span.end], b.level) for b in article.blocks[1:-2]]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p><span class=dropcap>T</span>he pier is <b>g</b>one.</p>", "The pier is gone."),
        ("<p>The <em>old</em> pier<i> is</i> gone.</p>", "The old pier is gone."),
        ("<p>The&nbsp;pier\n\n is   gone.</p>", "The pier is gone."),
        ("<p>The pi\u200ber is\ufeff gone.</p>", "The pier is gone."),
        ("<p>The har&shy;bour <b>mas&shy;ter</b>\xad is gone.</p>", "The harbour master is gone."),
        ("<p>کشتی\u200cها \U0001f469\u200d\U0001f692 gone.</p>", "کشتی\u200cها \U0001f469\u200d\U0001f692 gone."),
        ("<p>The pier<br>is gone.</p>", "The pier is gone."),
        ("<p>She said <q>it is gone</q> twice.</p>", "She said “it is gone” twice."),
        ("<p>The pier <span class='sr-only'>opens in a new tab</span>is gone.</p>", "The pier is gone."),
        ("<p>The pier <span hidden>not shown</span>is gone.</p>", "The pier is gone."),
        ("<p>The pier is<!-- so far --> gone.<script>x()</script></p>", "The pier is gone."),
    ],
)
def test_inline_markup_neither_glues_nor_splits_words(inner: str, text: str) -> None:
    assert middle(inner) == [("paragraph", text)]


def test_two_line_breaks_end_a_paragraph_and_one_does_not() -> None:
    assert middle("<div>Rain fell.<br>It fell hard.<br><br>Then it stopped.</div>") == [
        ("paragraph", "Rain fell. It fell hard."),
        ("paragraph", "Then it stopped."),
    ]


def test_list_items_have_the_depth_of_their_lists() -> None:
    assert levels("<ul><li>Pier<ol><li>Planks</li><li>Posts</li></ol></li><li>Quay</li></ul>") == [
        ("Pier", 1),
        ("Planks", 2),
        ("Posts", 2),
        ("Quay", 1),
    ]


def test_a_definition_list_is_a_list() -> None:
    assert middle("<dl><dt>Pier</dt><dd>Gone since Friday</dd></dl>") == [
        ("list_item", "Pier"),
        ("list_item", "Gone since Friday"),
    ]


def test_a_definition_is_a_level_below_its_term() -> None:
    inner = "<dl><dt>Pier</dt><dd>Gone since Friday</dd></dl><dd>Nowhere</dd>"
    assert levels(inner)[:2] == [("Pier", 1), ("Gone since Friday", 2)]


def test_the_caption_of_a_table_comes_before_its_rows() -> None:
    inner = "<table><caption>Ships in port</caption><tr><td>Gull</td><td>Marrow Bay</td></tr></table>"
    assert middle(inner) == [("paragraph", "Ships in port"), ("table_row", "Gull\tMarrow Bay")]


def test_a_quotation_in_a_quotation_has_its_depth() -> None:
    inner = "<blockquote><p>He told me:</p><blockquote><p>Keep away.</p></blockquote></blockquote>"
    assert levels(inner) == [("He told me:", 1), ("Keep away.", 2)]


@pytest.mark.parametrize(
    "signature",
    [
        "<footer>Ilse Brandt, mayor</footer>",
        "<cite>Ilse Brandt, mayor</cite>",
        "<p class='quote-author'>Ilse Brandt, mayor</p>",
        "<p><cite>— Ilse Brandt, mayor</cite></p>",
        "<footer>— Ilse Brandt, <a href='/mayor'>mayor</a></footer>",
    ],
)
def test_the_speaker_of_a_block_quote_stays_as_its_signature(signature: str) -> None:
    inner = f"<blockquote><p>We will build a new pier before the winter.</p>{signature}</blockquote>"
    assert middle(inner) == [
        ("quotation", "We will build a new pier before the winter."),
        ("quotation", "— Ilse Brandt, mayor"),
    ]


def test_a_name_at_the_end_of_a_quoted_paragraph_is_its_signature() -> None:
    assert middle("<blockquote>We will build a new pier. <cite>Ilse Brandt</cite></blockquote>") == [
        ("quotation", "We will build a new pier."),
        ("quotation", "— Ilse Brandt"),
    ]


def test_a_title_within_a_quoted_paragraph_is_not_a_signature() -> None:
    inner = "<blockquote>I read it in <cite>The Pellmont Argus</cite> on Friday.</blockquote>"
    assert middle(inner) == [("quotation", "I read it in The Pellmont Argus on Friday.")]


def test_the_caption_of_a_figure_around_a_quotation_is_its_signature() -> None:
    inner = (
        "<figure><blockquote><p>We will build a new pier.</p></blockquote><figcaption>Ilse Brandt</figcaption></figure>"
    )
    assert middle(inner) == [("quotation", "We will build a new pier."), ("quotation", "— Ilse Brandt")]


def test_the_signature_names_the_source_of_the_claim() -> None:
    html = (
        f"<h1>Harbour closed</h1><p>{LEAD}</p><blockquote><p>We will build a new pier before the winter.</p>"
        f"<footer>Ilse Brandt, mayor of Marrow Bay</footer></blockquote><p>{NEXT}</p>"
    )
    claims = articlekit.parse_html(html).claims
    said = [claim for claim in claims if claim.text == "We will build a new pier before the winter"]
    assert [source.name for claim in said for source in claim.sources] == ["Ilse Brandt"]


def test_the_rows_of_a_table_keep_their_cells_and_links() -> None:
    inner = (
        "<table><thead><tr><th>Ship</th><th>Port</th></tr></thead>"
        "<tr><td>Gull</td><td><a href='/bay'>Marrow Bay</a></td></tr></table>"
    )
    assert middle(inner) == [("table_row", "Ship\tPort"), ("table_row", "Gull\tMarrow Bay")]
    assert [(link.text, link.url) for link in story(inner).links] == [("Marrow Bay", "https://courier.example/bay")]


def test_empty_and_spanning_cells_keep_the_columns() -> None:
    inner = (
        "<table><tr><th></th><th>Gull</th><th>Tern</th></tr><tr><td>Votes</td><td></td><td>12</td></tr>"
        "<tr><td>Seats</td><td>3</td><td> </td></tr><tr><td colspan=2>Both</td><td>4</td></tr></table>"
    )
    rows = ["\tGull\tTern", "Votes\t\t12", "Seats\t3\t", "Both\t\t4"]
    assert middle(inner) == [("table_row", row) for row in rows]


@pytest.mark.parametrize("span", ["9007199254740991", "0", "-1", "two", ""])
def test_a_cell_that_says_to_span_what_no_table_has_is_one_column(span: str) -> None:
    inner = f"<table><tr><td colspan='{span}'>Gull</td><td>3</td></tr></table>"
    assert middle(inner) == [("table_row", "Gull\t3")]


def test_a_table_that_only_lays_out_the_page_has_no_rows() -> None:
    inner = f"<table><tr><td><p>{LEAD.replace('Friday', 'Sunday')}</p><p>{NEXT.replace('port', 'dock')}</p></td><td>x</td></tr></table>"
    assert [kind for kind, _ in middle(inner)] == ["paragraph", "paragraph", "paragraph"]


def test_preformatted_text_keeps_its_line_breaks_and_links() -> None:
    inner = "<pre>\n07:00  <a href='/gull'>Gull</a>\n<b>08:30</b>\n  Tern</pre>"
    assert middle(inner) == [("preformatted", "07:00  Gull\n08:30\n  Tern")]
    assert [link.text for link in story(inner).links] == ["Gull"]


def test_a_pull_quote_is_not_doubled_and_its_signature_goes_with_it() -> None:
    inner = f"<blockquote class='pullquote'><p>“{LEAD.rstrip('.')}”</p><footer>Ilse Brandt</footer></blockquote>"
    assert middle(inner) == []


def test_headings_in_a_box_of_quotations_are_not_pull_quotes() -> None:
    inner = f"<div class='quote-list'><h2>{LEAD}</h2><p>{LEAD} They said so.</p></div>"
    assert [kind for kind, _ in middle(inner)] == ["heading", "paragraph"]


def test_a_quotation_that_is_nowhere_else_is_kept() -> None:
    assert middle("<blockquote>We will build a new pier before the winter comes.</blockquote>") == [
        ("quotation", "We will build a new pier before the winter comes.")
    ]


def test_an_embedded_post_is_a_quotation_with_its_signature() -> None:
    inner = (
        "<blockquote class='twitter-tweet'><p>The pier of Marrow Bay is gone. <a href='https://t.example/x'>#pier</a></p>"
        "— Ilse Brandt (@brandt) <a href='https://social.example/1'>June 13, 2025</a></blockquote>"
    )
    assert middle(inner) == [
        ("quotation", "The pier of Marrow Bay is gone. #pier"),
        ("quotation", "— Ilse Brandt (@brandt) June 13, 2025"),
    ]


@pytest.mark.parametrize(
    ("inner", "links"),
    [
        ("<p>Rain <a href='/a'>fell <b>here</b></a>, it is said.</p>", [("fell here", "/a", "https://courier.example/a")]),
        ("<p><a href='javascript:x()'>Rain</a> fell, it is said today.</p>", [("Rain", "javascript:x()", None)]),
        ("<p><a href='data:text/html,x'>Rain</a> fell, it is said today.</p>", [("Rain", "data:text/html,x", None)]),
        ("<p><a name='top'>Rain</a> fell <a href='/a'><i class=icon> </i></a>on it.</p>", []),
        ("<p>Rain fell, it is said <a href='#note'>1</a>.</p>", [("1", "#note", None)]),
    ],
)  # fmt: skip
def test_links_cover_their_exact_words(inner: str, links: list[tuple[str, str, str | None]]) -> None:
    article = story(inner)
    assert [(link.text, link.href, link.url) for link in article.links] == links
    assert all(link.span and article.text[link.span.start : link.span.end] == link.text for link in article.links)


def test_a_link_over_two_paragraphs_is_a_link_in_each() -> None:
    inner = "<div><a href='https://pellmont.example/a'><p>Rain fell on the pier.</p><p>It fell hard.</p></a></div>"
    assert [(link.text, link.href) for link in story(inner).links] == [
        ("Rain fell on the pier.", "https://pellmont.example/a"),
        ("It fell hard.", "https://pellmont.example/a"),
    ]


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://www.courier.example/", "https://www.courier.example/a"),
        ("/archive/", "https://courier.example/archive/a"),
        ("javascript:x()", "https://courier.example/news/a"),
    ],
)
def test_relative_addresses_count_from_the_pages_base(base: str, url: str) -> None:
    html = f"<head><base href='{base}'></head><h1>Harbour closed</h1><p>{LEAD} <a href='a'>More</a></p><p>{NEXT}</p>"
    article = articlekit.parse_html(html, url=URL, attribute=False)
    assert [link.url for link in article.links] == [url]


def test_a_note_about_the_article_is_a_note() -> None:
    inner = "<div class='article-correction'><p>We misspelt the name of the mayor of Marrow Bay when this first ran.</p></div>"
    assert middle(inner) == [("note", "We misspelt the name of the mayor of Marrow Bay when this first ran.")]


def test_a_class_about_a_neighbour_does_not_make_a_note() -> None:
    inner = (
        "<div class='has-correction'><p>Nobody had seen such a storm in Marrow Bay since the winter of 1962.</p></div>"
    )
    assert [kind for kind, _ in middle(inner)] == ["paragraph"]


ENTRY = "<article class=entry><div><time datetime='2025-06-13T{0}:00+02:00'>{0}</time></div><p>{1}</p></article>"


def test_the_entries_of_a_live_blog_have_their_times() -> None:
    entries = "".join(
        ENTRY.format(clock, words) for clock, words in (("12:10", LAST), ("11:30", NEXT), ("10:05", LEAD))
    )
    article = parse(f"<div>{entries}</div>")
    assert [article.text[b.span.start : b.span.end] for b in article.blocks] == [LAST, NEXT, LEAD]
    assert [b.time and b.time.value for b in article.blocks] == [
        "2025-06-13T12:10:00+02:00",
        "2025-06-13T11:30:00+02:00",
        "2025-06-13T10:05:00+02:00",
    ]


def test_a_single_time_does_not_make_a_live_blog() -> None:
    article = parse(f"<div>{ENTRY.format('12:10', LEAD)}</div><p>{NEXT}</p><p>{LAST}</p>")
    assert [b.time for b in article.blocks if article.text[b.span.start :].startswith("The harbour")] == [None]


def test_a_live_blog_may_have_its_times_in_structured_data() -> None:
    data = (
        '{"@type": "LiveBlogPosting", "headline": "Harbour closed", "liveBlogUpdate": ['
        '{"headline": "Pier gone", "datePublished": "2025-06-13T12:10:00+02:00"},'
        '{"headline": "Ferries stay", "datePublished": "2025-06-13T11:30:00+02:00"}]}'
    )
    article = parse(
        f"<p>{LEAD}</p><h2>Pier gone</h2><p>{LAST}</p><h2>Ferries stay</h2><p>{NEXT}</p>",
        head=f"<script type='application/ld+json'>{data}</script>",
    )
    assert [b.time and b.time.value[11:16] for b in article.blocks] == [None, "12:10", "12:10", "11:30", "11:30"]


def images(inner: str) -> tuple[Image, ...]:
    return story(inner).images


def test_a_figure_is_an_image_with_caption_and_credit_and_leaves_the_text_alone() -> None:
    inner = "<figure><img src='/pier.jpg' alt='A pier'><figcaption>The pier on Friday. Photo: Ada Quill</figcaption></figure>"
    assert middle(inner) == []
    assert images(inner) == (
        Image(
            url="https://courier.example/pier.jpg", alt="A pier", caption="The pier on Friday.", credit="Ada Quill"
        ),
    )  # fmt: skip


def test_a_marked_credit_is_not_in_the_caption() -> None:
    inner = (
        "<figure><img src='/pier.jpg'><figcaption>The pier on Friday. "
        "<span class='photo-credit'>Ada Quill for the Courier</span></figcaption></figure>"
    )
    assert [(i.caption, i.credit) for i in images(inner)] == [("The pier on Friday.", "Ada Quill for the Courier")]


def test_the_agency_behind_a_marked_credit_is_the_credits() -> None:
    inner = (
        "<figure><img src='/pier.jpg'><figcaption>The pier on Friday. "
        "<span class=credit>Photo by Ada Quill</span> /<span class=distributor>Courier Pictures</span></figcaption></figure>"
    )
    assert [(i.caption, i.credit) for i in images(inner)] == [("The pier on Friday.", "Ada Quill /Courier Pictures")]


def test_the_caption_behind_a_marked_credit_is_kept() -> None:
    inner = (
        "<figure><img src='/pier.jpg'><figcaption>The pier. <span class=credit>Photo by Ada Quill</span> "
        "The boats behind it were lost in the storm.</figcaption></figure>"
    )
    assert [(i.caption, i.credit) for i in images(inner)] == [
        ("The pier. The boats behind it were lost in the storm.", "Ada Quill")
    ]


@pytest.mark.parametrize("credit", ["Ada Quill", "(Ada Quill)", "Foto: Ada Quill;", "© Ada Quill"])
def test_a_credit_line_gives_the_name_without_label_and_brackets(credit: str) -> None:
    inner = f"<figure><img src='/pier.jpg'><p>The pier on Friday.</p><p class=credit>{credit}</p></figure>"
    assert [(i.caption, i.credit) for i in images(inner)] == [("The pier on Friday.", "Ada Quill")]


def test_a_caption_is_known_by_its_class_too() -> None:
    inner = "<div class='wp-caption'><img src='/pier.jpg'><p class='wp-caption-text'>The pier on Friday.</p></div>"
    assert middle(inner) == []
    assert [i.caption for i in images(inner)] == ["The pier on Friday."]


@pytest.mark.parametrize(
    "element",
    [
        "<img src='data:image/gif;base64,R0' data-src='/pier.jpg'>",
        "<img src='/blank.gif' data-original='/pier.jpg'>",
        "<img srcset='/pier-s.jpg 320w, /pier.jpg 1280w, /pier-m.jpg 640w'>",
        "<img src='data:,' data-srcset='/pier-s.jpg 1x,/pier.jpg 2x'>",
        "<img src='/small.jpg?w=40' srcset='/pier.jpg 1200w'>",
        "<picture><source srcset='/pier.jpg 800w'><img src='data:,'></picture>",
        "<img src='data:,'><noscript><img src='/pier.jpg'></noscript>",
        "<amp-img src='/pier.jpg'></amp-img>",
    ],
)
def test_the_address_of_a_lazy_image_is_found(element: str) -> None:
    assert [i.url for i in images(f"<figure>{element}</figure>")] == ["https://courier.example/pier.jpg"]


@pytest.mark.parametrize(
    "element",
    [
        "<img src='/pixel.gif' width=1 height=1>",
        "<img src='/t?id=1' width=0 height=0>",
        "<img src='/mail.png' width=24 height=24>",
        "<img src='/static/logo.png'>",
        "<img class='avatar' src='/quill.jpg'>",
        "<img src='/ui/facebook.png'>",
        "<img src='data:image/png;base64,R0'>",
        "<div class='author-box'><img src='/quill.jpg' alt='Ada Quill'></div>",
        "<aside><img src='/other.jpg'></aside>",
        "<div class='related-stories'><figure><img src='/other.jpg'></figure><a href='/b'>Storm nears</a></div>",
    ],
)
def test_ornaments_and_other_stories_images_are_left_out(element: str) -> None:
    assert images(element) == ()


def test_an_image_comes_once() -> None:
    inner = "<figure><img src='/pier-300x200.jpg'></figure><figure><img src='/pier.jpg?w=900'></figure>"
    assert len(images(inner)) == 1


def test_the_lead_image_above_the_story_is_kept_and_the_logo_is_not() -> None:
    html = (
        "<header><a href='/'><img src='/paper.png' width=300></a></header><main><header><h1>Harbour closed</h1>"
        f"<figure><img src='/pier.jpg'><figcaption>The pier.</figcaption></figure></header><p>{LEAD}</p><p>{NEXT}</p></main>"
    )
    article = articlekit.parse_html(html, url=URL, attribute=False)
    assert [(i.url, i.caption) for i in article.images] == [("https://courier.example/pier.jpg", "The pier.")]


@pytest.mark.parametrize(
    ("element", "count"),
    [("<img src='/a.jpg' width=90>", 0), ("<img src='/a.jpg'>", 1), ("<img src='/a.jpg' width=900>", 1)],
)
def test_under_the_headline_a_bare_image_must_not_be_small(element: str, count: int) -> None:
    assert len(parse(f"<div>{element}</div><p>{LEAD}</p><p>{NEXT}</p>").images) == count


def test_a_paragraph_under_an_image_stays_in_the_story() -> None:
    inner = "<figure><img src='/pier.jpg' alt='Pier'></figure><p><b>Nobody was hurt, the harbour office said.</b></p>"
    assert middle(inner) == [("paragraph", "Nobody was hurt, the harbour office said.")]


def test_a_credit_line_under_an_image_belongs_to_it() -> None:
    inner = "<figure><img src='/pier.jpg'></figure><p><em>Photo: Ada Quill</em></p>"
    assert middle(inner) == []
    assert [i.credit for i in images(inner)] == ["Ada Quill"]


def test_images_are_in_page_order() -> None:
    article = parse(
        f"<p>{LEAD}</p><figure><img src='/one.jpg'></figure><p>{NEXT}</p><figure><img src='/two.jpg'></figure><p>{LAST}</p>"
    )
    assert [i.url for i in article.images] == ["https://courier.example/one.jpg", "https://courier.example/two.jpg"]
