from __future__ import annotations

import pytest

from articlekit.models import Image
from articlekit.parsers.markdown import read_markdown


def read(markdown: str) -> list[tuple[str, str]]:
    """Return the kind and the text of each block."""
    return [(block.kind, block.text) for block in read_markdown(markdown).body.blocks]


def links(markdown: str) -> list[tuple[str, str]]:
    """Return the words and the target of each link."""
    return [(b.text[k.start : k.end], k.href) for b in read_markdown(markdown).body.blocks for k in b.links]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Rain<br>fell<br/>on <BR> it", "Rain\nfell\non\nit"),
        ("Ra<b>in</b> <span class='x'>fell</span> <newtag>on</newtag> it", "Rain fell on it"),
        ("Rain <!-- so far --> fell", "Rain fell"),
        ("Rain <script>alert('x')</script> fell", "Rain fell"),
        ("Rain <style>p {}</style> fell <script> unclosed", "Rain fell unclosed"),
        ("<div>Caf&eacute; &lt;b&gt; &amp; a < b</div>", "Café <b> & a < b"),
        ("<div>Rain <script>if (a < b) {}</script>fell <?php x ?><!-- c --></div>", "Rain fell"),
        ("<DIV>İİ <SCRIPT>x</SCRIPT>fell</DIV>", "İİ fell"),
        ("<!-- no end", "<!-- no end"),
        ("<div>Rain <!-- no end</div>", "Rain <!-- no end"),
        ("<pre>\n a\n  b &lt; <i>c</i>\n</pre>", " a\n  b < c"),
    ],
)
def test_tags_are_removed_and_visible_text_is_kept(html: str, text: str) -> None:
    assert [words for _, words in read(html)] == [text]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<div>Rain\n\n*fell*\n\n</div>", [("paragraph", "Rain"), ("paragraph", "fell")]),
        ("<p>Rain</p><p>fell<div>here</div>now", [("paragraph", w) for w in ("Rain", "fell", "here", "now")]),
        ("<h2>Pier</h2>closed", [("heading", "Pier"), ("paragraph", "closed")]),
        ("<blockquote><p>Rain.</p><p>— Ilse Brandt</blockquote>Sun.", [("quotation", "Rain."), ("quotation", "— Ilse Brandt"), ("paragraph", "Sun.")]),
        ("<blockquote>\n\nRain.\n\n</blockquote>\n\nSun.", [("quotation", "Rain."), ("paragraph", "Sun.")]),
        ("> <ul><li>Rain\n\nSun.", [("list_item", "Rain"), ("paragraph", "Sun.")]),
        ("<ul><li>a<li>b<ol><li>c</ol></ul>d", [("list_item", "a"), ("list_item", "b"), ("list_item", "c"), ("paragraph", "d")]),
        ("<table><tr><th>a<th>b</tr><tr><td><p>c</p><p>d</p></td><td>e</td></table>f", [("table_row", "a\tb"), ("table_row", "c\nd\te"), ("paragraph", "f")]),
        ("<table><tr><td>a<td>b\n\nRain.", [("table_row", "a\tb"), ("paragraph", "Rain.")]),
        ("<!-- never closed\n\nRain.", [("paragraph", "<!-- never closed"), ("paragraph", "Rain.")]),
        ("<script>\n\nRain.", [("paragraph", "Rain.")]),
        ("<script>\n\nx()\n</script>\n\nRain.", [("paragraph", "Rain.")]),
    ],
)  # fmt: skip
def test_block_tags_give_the_same_blocks_as_markdown(html: str, blocks: list[tuple[str, str]]) -> None:
    assert read(html) == blocks


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Rain <a class=x href='/a?b=1&amp;c=2'>fell</a>.", [("fell", "/a?b=1&c=2")]),
        ('<p>Rain <a data-href="/no" href="/a">fell <b>here</b></a></p>', [("fell here", "/a")]),
        ("<div><a href=/a><p>Rain</p><p>fell</p></a>now</div>", [("Rain", "/a"), ("fell", "/a")]),
        ("Rain <a href='/a'>fell\n\nnow", [("fell", "/a")]),
        ("<p><a href='/a'>Rain <a href='/b'>fell</a> now</p>", [("Rain", "/a"), ("fell", "/b")]),
        ("Rain <a name='x'>fell</a></a>", []),
    ],
)
def test_an_anchor_is_a_link_with_its_exact_words(html: str, expected: list[tuple[str, str]]) -> None:
    assert links(html) == expected


def test_a_figure_is_an_image_with_caption_and_links() -> None:
    html = (
        "<figure><img src=p.jpg alt='A pier &amp; rain'><figcaption>On <a href=/f>Friday</a></figcaption></figure>Rain."
    )
    image, after = read_markdown(html).body.blocks
    assert image.image == Image(url="p.jpg", alt="A pier & rain", caption="On Friday")
    assert [link.href for link in image.links] == ["/f"]
    assert after.text == "Rain."


def test_a_figure_may_contain_markdown() -> None:
    (image,) = read_markdown("<figure>\n\n![](p.jpg)\n\n<figcaption>On Friday</figcaption>\n\n</figure>").body.blocks
    assert image.image == Image(url="p.jpg", caption="On Friday")


def test_a_caption_without_an_image_is_kept_in_the_text() -> None:
    html = "<figure><video></video><figcaption>On Friday</figcaption></figure>"
    assert [(b.text, b.emphasis) for b in read_markdown(html).body.blocks] == [("On Friday", True)]


def test_a_second_caption_does_not_replace_the_first() -> None:
    html = "<figure><img src=p.jpg><figcaption>One</figcaption><figcaption>Two</figcaption></figure>"
    image, text = read_markdown(html).body.blocks
    assert (image.image and image.image.caption, text.text) == ("One", "Two")


def test_an_image_in_a_table_follows_its_row() -> None:
    assert read("<table><tr><td>a <img src=p.jpg></td><td>b</td></tr></table>") == [
        ("table_row", "a\tb"),
        ("image", ""),
    ]


def test_preformatted_text_keeps_its_links() -> None:
    assert links("<pre>\n\nsee <a href='/pier'>the  pier</a>,\n  <a href=/b>b</a>\n</pre>") == [
        ("the  pier", "/pier"),
        ("b", "/b"),
    ]
