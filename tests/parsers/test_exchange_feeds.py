from __future__ import annotations

import sys

import pytest

from articlekit import InputError, SchemaError, parse, parse_all
from articlekit.errors import MissingExtraError
from articlekit.models import Author, Image, Publisher

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tarn Times</title>'
    "<link>https://tarntimes.example/</link><language>en-gb</language>"
)
FERRY = """<item><title>Ferry &amp;amp; tide</title><link>https://tarntimes.example/ferry</link><dc:creator>Ann Pole</dc:creator>
<pubDate>Fri, 13 Jun 2025 17:40:00 +0200</pubDate><category>Harbour</category><description>&lt;p>Nine weeks on.&lt;/p></description>
<content:encoded><![CDATA[<img src="/lead.jpg"><p>The <a href="/b">ferry</a> sails, Ilse Brandt said.</p><script>x</script>
<h2>Next</h2><p>A quay.</p><img src="/count.gif" width="1">]]></content:encoded>
<enclosure url="https://tarntimes.example/f.mp3" type="audio/mpeg" length="3"/></item>"""
SHORT = "<item><title>Storm</title><description>It blew all night and ...</description></item>"
FOOT = "</channel></rss>"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Tarn Times</title><entry><title>Storm</title>
<id>urn:storm</id><link href="https://tarntimes.example/storm"/><updated>2025-06-14T08:00:00Z</updated><published>2025-06-13T08:00:00Z</published>
<author><name>Ann Pole</name></author><content type="html">&lt;p>It blew.&lt;/p></content></entry></feed>"""


def test_an_rss_entry_is_an_article() -> None:
    [article] = parse_all(HEAD + FERRY + FOOT)
    assert (article.title, article.summary) == ("Ferry & tide", "Nine weeks on.")
    assert (article.url, article.language, article.tags) == ("https://tarntimes.example/ferry", "en-gb", ("Harbour",))
    assert article.publisher == Publisher(name="Tarn Times", domain="tarntimes.example")
    assert article.authors == (Author(name="Ann Pole", kind="person"),)
    assert article.published is not None
    assert article.published.value == "2025-06-13T17:40:00+02:00"
    assert article.text == "The ferry sails, Ilse Brandt said.\n\nNext\n\nA quay."
    assert article.images == (Image(url="https://tarntimes.example/lead.jpg"),)
    assert [link.kind for link in article.links] == ["reference", "media"]
    assert [claim.text for claim in article.claims] == ["The ferry sails"]


def test_evidence_names_the_entry() -> None:
    second = parse_all(HEAD + SHORT + FERRY + FOOT, attribute=False)[1]
    assert "title.feed:entries[1].title" in [evidence.rule for evidence in second.evidence]


def test_an_atom_entry_is_an_article() -> None:
    article = parse(ATOM, attribute=False)
    assert (article.title, article.text, article.url) == ("Storm", "It blew.", "https://tarntimes.example/storm")
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value[:10], article.modified.value[:10]) == ("2025-06-13", "2025-06-14")


def test_a_truncated_description_is_a_problem() -> None:
    article = parse(HEAD + SHORT + FOOT, attribute=False)
    assert (article.text, article.summary) == ("It blew all night and ...", None)
    assert [problem.code for problem in article.problems] == ["truncated"]


def test_parse_rejects_a_feed_with_several_entries() -> None:
    with pytest.raises(InputError, match="several articles; read it with parse_all"):
        parse(HEAD + FERRY + SHORT + FOOT)


def test_an_article_does_not_get_the_url_of_the_feed() -> None:
    [article] = parse_all(HEAD + SHORT + FOOT, url="https://tarntimes.example/feed", attribute=False)
    assert article.url is None


def test_a_relative_link_of_an_entry_is_resolved_against_the_feed() -> None:
    feed = ATOM.replace("https://tarntimes.example/storm", "/storm")
    assert parse(feed, url="https://tarntimes.example/feed").url == "https://tarntimes.example/storm"


def test_an_entry_without_a_link_has_no_url() -> None:
    assert parse(HEAD + SHORT + FOOT, url="https://tarntimes.example/feed").url is None


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("ann@tarntimes.example (Ann Pole)", ["Ann Pole"]),
        ("ann@tarntimes.news (Ann Pole)", ["Ann Pole"]),
        ("Ann Pole &lt;ann@tarntimes.example&gt;", ["Ann Pole"]),
        ("Ann Pole (ann@tarntimes.example)", ["Ann Pole"]),
        ("(Ann Pole)", ["Ann Pole"]),
        ("ann@tarntimes.example", []),
        ("ann@tarntimes.info", []),
        ("ann pole (ann@tarntimes.example)", ["ann pole"]),
    ],
)
def test_a_mail_address_is_removed_from_a_name(author: str, names: list[str]) -> None:
    feed = HEAD + SHORT.replace("</title>", f"</title><author>{author}</author>") + FOOT
    assert [found.name for found in parse(feed).authors] == names


def test_plain_text_in_atom_is_not_read_as_html() -> None:
    feed = ATOM.replace('<content type="html">&lt;p>It blew.&lt;/p>', "<content>Use the &lt;table> tag, she said.")
    article = parse(feed.replace("<title>Storm", "<title>The &lt;b> tag &amp;amp;"))
    assert (article.title, article.text) == ("The <b> tag &amp;", "Use the <table> tag, she said.")


def test_entities_in_a_plain_description_are_resolved() -> None:
    assert parse(HEAD + SHORT.replace("and ...", "at T&amp;amp;T.") + FOOT).text == "It blew all night at T&T."


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#xdfff;", "&#55296;", "&#x110000;", "&#99999999999;", "&#" + "9" * 5000 + ";"]
)
def test_an_invalid_character_reference_is_dropped(reference: str) -> None:
    assert parse(HEAD + SHORT.replace("and ...", f"{reference}long.") + FOOT).text == "It blew all night long."


def test_an_error_in_feedparser_is_a_schema_error() -> None:
    with pytest.raises(SchemaError, match="not a feed"):
        parse('<rss version="2.0" xmlns:a="b\u2028c"><channel a:d="">' + SHORT + FOOT)


def test_a_broken_feed_is_read_up_to_the_fault() -> None:
    [article] = parse_all(HEAD + FERRY + "<item><tit", attribute=False)[:1]
    assert article.title == "Ferry & tide"
    assert "bad-structured-data" in [problem.code for problem in article.problems]


PICTURE = (
    '<media:content url="https://tarntimes.example/q.jpg" medium="image"><media:description>The quay.</media:description>'
    "<media:credit>Odo Finch</media:credit></media:content>"
)


def test_an_image_has_its_caption_and_credit() -> None:
    head = HEAD.replace("<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" ')
    article = parse(head + SHORT.replace("</item>", f"{PICTURE}</item>") + FOOT)
    assert article.images == (Image(url="https://tarntimes.example/q.jpg", caption="The quay.", credit="Odo Finch"),)
    assert (article.text, article.summary) == ("It blew all night and ...", None)


def test_several_images_get_no_captions() -> None:
    head = HEAD.replace("<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" ')
    article = parse(head + SHORT.replace("</item>", f"{PICTURE}{PICTURE.replace('q.jpg', 'r.jpg')}</item>") + FOOT)
    assert [(image.url, image.caption) for image in article.images] == [
        ("https://tarntimes.example/q.jpg", None),
        ("https://tarntimes.example/r.jpg", None),
    ]


def test_a_caption_is_the_text_of_an_entry_without_other_text() -> None:
    head = HEAD.replace("<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" ')
    assert parse(f"{head}<item><title>Quay</title>{PICTURE}</item>{FOOT}").text == "The quay."


def test_a_valid_character_reference_is_kept() -> None:
    assert parse(HEAD + SHORT.replace("and ...", "in M&#xfc;nster &#x1F6A2;.") + FOOT).text.endswith("in Münster 🚢.")


@pytest.mark.parametrize("text", ["<rss><channel>", "The harbour closed."])
def test_what_is_not_a_feed_is_an_error(text: str) -> None:
    with pytest.raises(SchemaError, match="not a feed"):
        parse(text, format="feed")


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE rss [<!ENTITY a "ha">]>',
        '<!-- <rss> --> <!doctype rss SYSTEM "a>b" [<!ATTLIST a b CDATA "<!--"><!ENTITY a "ha">]>',
    ],
)
def test_a_feed_that_declares_entities_is_rejected(declared: str) -> None:
    with pytest.raises(InputError, match="feed document declares entities"):
        parse(declared + HEAD.partition("?>")[2] + FERRY + FOOT, format="feed")


def test_a_feed_may_have_entity_declarations_in_its_text() -> None:
    feed = HEAD + SHORT.replace("It blew all night and ...", "<![CDATA[We write <!ENTITY a> often.]]>") + FOOT
    assert parse(feed).text == "We write <!ENTITY a> often."


def test_parse_all_reads_other_formats_as_one_article() -> None:
    assert [article.title for article in parse_all("# Rain at last\n\nIt rained.")] == ["Rain at last"]


def test_without_feedparser_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(MissingExtraError, match=r'pip install "articlekit\[feeds\]"'):
        parse(ATOM)


def test_a_description_that_repeats_the_content_is_not_a_summary() -> None:
    feed = ATOM.replace("<author>", "<summary>It  blew.</summary><author>")
    assert parse(feed, attribute=False).summary is None


def test_an_entry_without_an_update_has_no_date_of_change() -> None:
    assert parse(HEAD + FERRY + FOOT, attribute=False).modified is None


def test_an_image_is_attached_once_and_other_files_are_ignored() -> None:
    files = "".join(
        f'<enclosure url="https://tarntimes.example/{name}" type="{kind}" length="1"/>'
        for name, kind in (("a.jpg", "image/jpeg"), ("a.jpg", "image/jpeg"), ("a.pdf", "application/pdf"))
    )
    article = parse(HEAD + SHORT.replace("</item>", f"{files}</item>") + FOOT, attribute=False)
    assert ([image.url for image in article.images], article.links) == (["https://tarntimes.example/a.jpg"], ())
