from __future__ import annotations

import pytest

from articlekit.errors import InputError
from articlekit.parsers.input.detect import detect_format

MARKDOWN = {
    "heading": "# Harbour closed\n\nThe harbour closed.",
    "image": "Harbour closed\n\n![](pier.jpg)",
    "link": "The mayor [said](#) so.",
    "link to an address": "The mayor [said](https://courier.example/a) so.",
    "link to a page": "The mayor [said](story.html) so.",
    "strong": "**Harbour closed**\n\nThe harbour closed.",
    "table": "Year | Cost\n--- | ---\n2024 | 3",
    "fence": "It rained.\n\n```\nrain\n```",
    "front matter": "---\ntitle: Harbour closed\n---\nThe harbour closed.",
    "front matter with a list": "---\n# ours\ntags:\n  - rain\n---\nThe harbour closed.",
    "underline and address": "Harbour closed\n======\n\nThe harbour closed.\n\n<https://courier.example/a>",
    "quotation and italics": "He wrote:\n\n> No.\n\n*AFP contributed reporting.*",
    "tags among the marks": "# Harbour closed\n\n<p>It rained.</p>\n<p>It</p>\n<p>poured.</p>",
}
TEXT = {
    "words": "The harbour closed.",
    "hashtag": "#harbour is closed",
    "number": "The No. # 1 ferry",
    "sharps": "It rained.\n\n###",
    "sic": "“I [said](sic) no,” he wrote.",
    "insertion": "“He [the mayor] (52) said no.”",
    "bullets": "They want:\n- pay\n- rest",
    "asterisk": "* Names were changed. 5 * 3 * 2",
    "one quotation": "He wrote:\n> No.\n> Never.",
    "one underline": "Harbour closed\n==============\n\nIt rained.",
    "rules": "It rained.\n\n-----\n\nIt stopped.\n\n* * *",
    "bare address": "See https://courier.example/a",
    "one address": "See <https://courier.example/a>",
    "one italics": "It was *very* wet.",
    "stars": "*** EMBARGOED ***\n\n** UPDATE ** It rained.",
    "rule first": "---\n\nThe harbour closed.\n\n---",
    "tag in the text": "The page began with <html> and ended there.",
    "less than": "<3 from the harbour",
    "few tags": "It rained.<br>\nIt <b>poured</b>.\n\n<p>It stopped.</p>",
    "tags in one line": "It rained.\n" * 30 + "<ul><li>rain</li><li>wind</li></ul>",
    "e-mail": "From: a@b.example\nSubject: # Harbour **closed**\n\n> [no](#)\n",
    "mailbox": "From a@b.example Fri Jun 13\nFrom: a@b.example\nSubject: closed\n\n# no",
    "mark past the beginning": "It rained.\n" * 300 + "# Heading",
    "nothing": "",
}
HTML = {
    "doctype": "<!DOCTYPE html>\n<title>Harbour</title>",
    "after a mark and space": "\ufeff \n <html lang=en>",
    "after comments": '<?xml version="1.0"?>\n<!-- saved -->\n<!-- twice -->\n<HTML>',
    "a piece": "<div class='a'># Harbour</div>",
    "article": "<article><h1>Harbour</h1>",
    "many tags": "Harbour\n<p>It rained.</p>\n<p>It poured.</p>\n<ul><li>rain</li></ul>\n",
}
EXCHANGE = {
    '{"uri": "urn:a",\n "headlines": []}': "ninjs",
    '[{"body_text": "It rained.", "uri": "urn:a"}]': "ninjs",
    "<nitf><head/></nitf>": "nitf",
    '<?xml version="1.0"?>\n<!-- ours -->\n<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf>': "nitf",
    '<newsItem guid="urn:a">': "newsml",
    "<g2:newsMessage>": "newsml",
    '<rss version="2.0">': "feed",
    "<feed xmlns='http://www.w3.org/2005/Atom'>": "feed",
    "<rdf:RDF>": "feed",
    "<rssy>": "text",
    '{"rain": 3': "text",
    "[sic]": "text",
    "He typed <feed> and left.": "text",
}


@pytest.mark.parametrize(("text", "format"), EXCHANGE.items())
def test_the_root_of_a_document_tells_a_format_of_exchange(text: str, format: str) -> None:
    assert detect_format(text) == format


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"rain": 3}', "JSON, but not a ninjs item"),
        ('[{"title": "Rain", "content": "It rained."}]', "JSON, but not a ninjs item"),
        ('<packageItem xmlns="urn:a"><itemRef/></packageItem>', "XML, <packageItem>"),
        ("<NewsML><NewsItem>Rain</NewsItem></NewsML>", "XML, <NewsML>"),
        ('<?xml version="1.0"?>\n<story><line>It rained.</line></story>', "XML, <story>"),
    ],
)
def test_a_document_for_programs_that_is_not_read_is_refused(text: str, kind: str) -> None:
    with pytest.raises(InputError, match=f"the input is {kind}"):
        detect_format(text)


@pytest.mark.parametrize("text", MARKDOWN.values(), ids=MARKDOWN)
def test_marks_that_plain_text_does_not_have_tell_markdown(text: str) -> None:
    assert detect_format(text) == "markdown"


@pytest.mark.parametrize("text", TEXT.values(), ids=TEXT)
def test_one_weak_mark_alone_is_plain_text(text: str) -> None:
    assert detect_format(text) == "text"


@pytest.mark.parametrize("text", HTML.values(), ids=HTML)
def test_a_page_or_a_piece_of_one_is_html(text: str) -> None:
    assert detect_format(text) == "html"


def test_a_comment_that_never_ends_is_not_a_page() -> None:
    assert detect_format("<!-- The harbour closed.") == "text"


def test_front_matter_may_close_with_dots() -> None:
    assert detect_format("---\ntitle: Rain in Tarn\n...\nIt rained.") == "markdown"
