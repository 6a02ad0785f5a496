from __future__ import annotations

import sys

import pytest

from articlekit import InputError, SchemaError, parse, parse_all
from articlekit.errors import MissingExtraError
from articlekit.models import Article, Author, Credit, Dateline, Image, Publisher

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-GB" xmlns="http://iptc.org/std/NITF/2006-10-18/">
<head><title>Ferry</title>
<docdata><date.issue norm="20250613T174000+0200"/><key-list><keyword key="ferry"/><keyword key="harbour"/></key-list></docdata>
<pubdata name="Tarn Times" position.section="Local" ex-ref="https://tarntimes.example/ferry"/></head>
<body><body.head><hedline><hl1>Ferry to Marrow Bay resumes</hl1><hl2>Service returns after nine weeks</hl2></hedline>
<byline>By <person>Ann Pole</person><byttl>Tarn Times</byttl></byline><distributor>Harbour Press Agency</distributor>
<dateline><location>MARROW BAY</location>, <story.date norm="20250613">June 13</story.date></dateline></body.head>
<body.content><block><p>The ferry sails again, <person>Ilse Brandt</person> <a href="/board">said</a>.</p>
<media media-type="image"><media-reference mime-type="image/jpeg" source="/ferry.jpg" alternate-text="A ferry"/>
<media-caption>The ferry at the quay.</media-caption><media-producer>Odo Finch</media-producer></media>
<hl2>What comes next</hl2><ul><li>A second boat</li></ul>
<bq><block><p>We waited too long.</p></block><credit>Ilse Brandt</credit></bq>
<table><tr><td>Boats</td><td>2 &lt; 3</td></tr></table></block></body.content></body></nitf>"""
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:{kind}"/><provider><name>Tarn Times</name></provider>
<versionCreated>2025-06-13T17:40:00+02:00</versionCreated><firstCreated>2025-06-13T15:40:00+02:00</firstCreated></itemMeta>
<contentMeta><located><name>Marrow Bay</name></located><creator><name>Ann Pole</name></creator>
<subject><name>ferries</name></subject><keyword>quay</keyword><headline role="hld:main">Ferry resumes</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""
XHTML = """<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><h1>Ferry resumes</h1><p>The ferry sails.</p></body></html></inlineXML>"""
INLINE_NITF = f"<inlineXML>{NITF[NITF.index('<nitf ') :]}</inlineXML>"
PLAIN = '<inlineData contenttype="text/plain">The ferry sails.</inlineData>'
ENTITIES = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><nitf><body>&b;</body></nitf>'
OUTSIDE = '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/hostname">]><nitf><body>&a;</body></nitf>'


def item(content: str, guid: str = "urn:newsml:tarntimes.example:1", kind: str = "text") -> str:
    return ITEM.format(content=content, guid=guid, kind=kind)


def message(*items: str) -> str:
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'


@pytest.fixture(scope="module")
def nitf() -> Article:
    return parse(NITF)


def test_the_fields_are_read_from_the_head_of_nitf(nitf: Article) -> None:
    assert (nitf.title, nitf.summary) == ("Ferry to Marrow Bay resumes", "Service returns after nine weeks")
    assert nitf.authors == (Author(name="Ann Pole", kind="person"),)
    assert nitf.publisher == Publisher(name="Tarn Times", domain="tarntimes.example")
    assert nitf.credits == (Credit(name="Harbour Press Agency", role="source", text="Harbour Press Agency"),)
    assert nitf.dateline == Dateline(place="MARROW BAY", text="MARROW BAY, June 13")
    assert (nitf.language, nitf.section, nitf.tags) == ("en-GB", "Local", ("ferry", "harbour"))
    assert nitf.published is not None
    assert nitf.published.value == "2025-06-13T17:40:00+02:00"


def test_evidence_has_the_path_of_each_field(nitf: Article) -> None:
    rules = {evidence.field: evidence.rule for evidence in nitf.evidence}
    assert rules["title"] == "title.nitf:body/body.head/hedline/hl1"
    assert rules["published"] == "published.nitf:head/docdata/date.issue/@norm"


def test_the_content_of_nitf_is_read_into_blocks(nitf: Article) -> None:
    assert [(block.kind, nitf.text[block.span.start : block.span.end]) for block in nitf.blocks] == [
        ("paragraph", "The ferry sails again, Ilse Brandt said."),
        ("heading", "What comes next"),
        ("list_item", "A second boat"),
        ("quotation", "We waited too long."),
        ("quotation", "— Ilse Brandt"),
        ("table_row", "Boats\t2 < 3"),
    ]
    assert [link.url for link in nitf.links] == ["https://tarntimes.example/board"]
    assert nitf.images == (
        Image(
            url="https://tarntimes.example/ferry.jpg",
            alt="A ferry",
            caption="The ferry at the quay.",
            credit="Odo Finch",
        ),
    )
    assert [claim.sources[0].name for claim in nitf.claims] == ["Ilse Brandt", "Ilse Brandt"]


def test_a_time_of_exactly_midnight_is_a_day() -> None:
    published = parse(NITF.replace("T174000", "T000000"), attribute=False).published
    assert published is not None
    assert published.value == "2025-06-13"


def test_the_declared_encoding_is_used() -> None:
    raw = NITF.replace("UTF-8", "iso-8859-2").replace("Ann Pole", "Łucja Żak").encode("iso-8859-2")
    assert parse(raw, attribute=False).authors[0].name == "Łucja Żak"


@pytest.mark.parametrize("content", [XHTML, PLAIN, INLINE_NITF])
def test_a_news_item_may_have_xhtml_plain_text_or_nitf(content: str) -> None:
    article = parse(item(content), attribute=False)
    assert article.title == "Ferry resumes"
    assert article.text.startswith("The ferry sails")
    assert article.authors == (Author(name="Ann Pole", kind="person"),)
    assert article.tags[:2] == ("ferries", "quay")
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value, article.modified.value) == (
        "2025-06-13T15:40:00+02:00",
        "2025-06-13T17:40:00+02:00",
    )


def test_metadata_of_the_news_item_wins_over_its_nitf() -> None:
    article = parse(item(INLINE_NITF), attribute=False)
    [title] = [evidence for evidence in article.evidence if evidence.field == "title"]
    assert [candidate.rule for candidate in title.rejected] == [
        "title.newsml:newsItem/contentSet/inlineXML/nitf/body/body.head/hedline/hl1"
    ]


def test_the_guid_is_the_url_if_it_is_a_web_url() -> None:
    assert parse(item(PLAIN), attribute=False).url is None
    assert parse(item(PLAIN, "https://tarntimes.example/1"), attribute=False).url == "https://tarntimes.example/1"


def test_a_message_gives_its_articles_without_pictures() -> None:
    text = message(item(PLAIN), item("", kind="picture"), item(PLAIN.replace("ferry", "boat")))
    assert [article.text for article in parse_all(text, attribute=False)] == ["The ferry sails.", "The boat sails."]
    with pytest.raises(InputError, match="several articles; read it with parse_all"):
        parse(text)


def test_a_message_with_one_article_can_be_parsed() -> None:
    assert parse(message(item(PLAIN), item("", kind="picture")), attribute=False).title == "Ferry resumes"


def test_a_message_without_an_article_is_an_error_for_parse() -> None:
    assert parse_all(message()) == ()
    with pytest.raises(InputError, match="has no article"):
        parse(message())


@pytest.mark.parametrize("text", [ENTITIES, OUTSIDE])
def test_a_document_that_declares_entities_is_rejected(text: str) -> None:
    with pytest.raises(InputError, match="NITF document declares entities"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "format", "fault"),
    [
        ("<nitf>\n<body></nitf>", "nitf", "not NITF: mismatched tag: line 2"),
        ("<nitf><head/></nitf>", "nitf", "not NITF: nitf must have a body"),
        ("<html/>", "nitf", "the root element must be nitf, not html"),
        ("<packageItem/>", "newsml", "the root element must be newsItem or newsMessage, not packageItem"),
        (item("<inlineXML><nitf/></inlineXML>"), "newsml", "contentSet/inlineXML/nitf must have a body"),
    ],
)
def test_an_invalid_document_is_reported_with_the_fault(text: str, format: str, fault: str) -> None:
    with pytest.raises(SchemaError, match=fault):
        parse(text, format=format)  # type: ignore[arg-type]


def test_deeply_nested_markup_is_read() -> None:
    deep = "<block>" * 20_000 + "<p>The ferry sails.</p>" + "</block>" * 20_000
    article = parse(f"<nitf><body><body.content>{deep}</body.content></body></nitf>", attribute=False)
    assert article.text == "The ferry sails."
    assert "too-deep" in [problem.code for problem in article.problems]


def test_without_defusedxml_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "defusedxml.ElementTree", None)
    with pytest.raises(MissingExtraError, match=r'pip install "articlekit\[newsml\]"'):
        parse(NITF)


def test_an_empty_inline_element_is_skipped() -> None:
    assert parse(item(f"<inlineXML/>{PLAIN}"), attribute=False).text == "The ferry sails."


def test_the_main_headline_is_the_title() -> None:
    text = item(PLAIN).replace("<headline role", '<headline role="hld:short">Ferry</headline><headline role')
    assert parse(text, attribute=False).title == "Ferry resumes"


def test_the_last_revision_of_nitf_is_the_date_of_change() -> None:
    revisions = "".join(f'<revision-history norm="202506{day}"/>' for day in (14, 15))
    modified = parse(NITF.replace("</head>", f"{revisions}</head>"), attribute=False).modified
    assert modified is not None
    assert modified.value == "2025-06-15"


def test_the_title_of_an_author_is_removed_from_a_byline_without_person() -> None:
    byline = "<byline>By Ann Pole <byttl>Harbour Correspondent</byttl></byline>"
    text = NITF.replace(NITF[NITF.index("<byline>") : NITF.index("<distributor>")], byline)
    assert [author.name for author in parse(text, attribute=False).authors] == ["Ann Pole"]


def test_only_images_of_nitf_are_images_and_metadata_is_not_text() -> None:
    text = NITF.replace("image/jpeg", "video/mp4").replace("<hl2>What", "<media-metadata>f/8</media-metadata><hl2>What")
    article = parse(text, attribute=False)
    assert (article.images, "f/8" in article.text) == ((), False)
