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


def test_an_entry_of_rss_is_a_report() -> None:
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


def test_each_field_names_its_entry() -> None:
    second = parse_all(HEAD + SHORT + FERRY + FOOT, attribute=False)[1]
    assert "title.feed:entries[1].title" in [evidence.rule for evidence in second.evidence]


def test_an_entry_of_atom_is_a_report() -> None:
    article = parse(ATOM, attribute=False)
    assert (article.title, article.text, article.url) == ("Storm", "It blew.", "https://tarntimes.example/storm")
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value[:10], article.modified.value[:10]) == ("2025-06-13", "2025-06-14")


def test_a_description_that_breaks_off_is_told() -> None:
    article = parse(HEAD + SHORT + FOOT, attribute=False)
    assert (article.text, article.summary) == ("It blew all night and ...", None)
    assert [problem.code for problem in article.problems] == ["truncated"]


def test_a_feed_of_several_entries_is_for_parse_all() -> None:
    with pytest.raises(InputError, match="several reports; parse_all"):
        parse(HEAD + FERRY + SHORT + FOOT)


def test_the_address_of_the_feed_is_not_that_of_a_report() -> None:
    [article] = parse_all(HEAD + SHORT + FOOT, url="https://tarntimes.example/feed", attribute=False)
    assert article.url is None


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    [article] = parse_all(HEAD + FERRY + "<item><tit", attribute=False)[:1]
    assert article.title == "Ferry & tide"
    assert "bad-structured-data" in [problem.code for problem in article.problems]


@pytest.mark.parametrize("text", ["<rss><channel>", "The harbour closed."])
def test_what_is_no_feed_is_an_error(text: str) -> None:
    with pytest.raises(SchemaError, match="not a feed"):
        parse(text, format="feed")


def test_a_feed_that_declares_entities_is_refused() -> None:
    with pytest.raises(InputError, match="feed document declares entities"):
        parse('<!DOCTYPE rss [<!ENTITY a "ha">]>' + HEAD.partition("?>")[2] + FERRY + FOOT)


def test_any_other_input_is_one_report() -> None:
    assert [article.title for article in parse_all("# Rain at last\n\nIt rained.")] == ["Rain at last"]


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(MissingExtraError, match=r'pip install "articlekit\[feeds\]"'):
        parse(ATOM)
