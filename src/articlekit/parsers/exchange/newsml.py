"""NewsML-G2, the envelope of the International Press Telecommunications Council: a ``newsItem``, or a ``newsMessage`` with several.

- The text is the first inline content: NITF, XHTML, or plain text. What the envelope states goes before what the NITF in it does.
- Items that say that they are pictures, video or the like are no reports and are passed over, packages too.
- ``published`` is ``contentCreated``, else ``firstCreated``; ``modified`` is ``contentModified``, else ``versionCreated``.
- Authors are the creators with a name, else the names of ``by``; the provider is the publisher, ``creditline`` and ``infoSource`` are credits.
- Subjects and keywords with a name are tags; the ``guid`` is the address only where it is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from articlekit.errors import SchemaError
from articlekit.models import Dateline
from articlekit.parsers.draft import Draft
from articlekit.parsers.exchange import nitf
from articlekit.parsers.exchange.body import read_html_body, read_plain_body
from articlekit.parsers.exchange.markup import LANGUAGE, parse_xml, to_html, words_in
from articlekit.parsers.exchange.record import Record, words_of

_NO_TEXT = ("picture", "graphic", "video", "audio", "animation", "composite")
_DATES = (
    ("published", "contentMeta/contentCreated"),
    ("published", "itemMeta/firstCreated"),
    ("modified", "contentMeta/contentModified"),
    ("modified", "itemMeta/versionCreated"),
)


def read_newsml(text: str) -> Iterator[Draft]:
    """A draft for each report of a NewsML-G2 document."""
    root = parse_xml(text, "NewsML-G2")
    if root.tag == "newsItem":
        records = [_read(root, "newsItem/")]
    elif root.tag == "newsMessage":
        items = enumerate(root.findall("itemSet/newsItem"), start=1)
        records = [_read(item, f"itemSet/newsItem[{number}]/") for number, item in items if _is_text(item)]
    else:
        raise SchemaError(f"not NewsML-G2: {root.tag}: must be newsItem or newsMessage")
    return (record.finish() for record in records)


def _is_text(item: Element) -> bool:
    """Whether an item may be a report: its class, where it states one, is none of those without text."""
    kind = item.find("itemMeta/itemClass")
    stated = (kind.get("qcode") or kind.get("uri") or "") if kind is not None else ""
    return stated.replace("/", ":").rpartition(":")[2].lower() not in _NO_TEXT


def _read(item: Element, place: str) -> Record:
    record = Record("newsml", place)
    _read_stated(item, record)
    meta = item.find("contentMeta")
    if meta is not None:
        _read_lines(meta, record)
        _read_makers(meta, record)
    _read_content(item, record)
    return record


def _read_stated(item: Element, record: Record) -> None:
    language = item.find("contentMeta/language")
    if language is not None:
        record.language(language.get("tag"), "contentMeta/language/@tag")
    record.language(item.get(LANGUAGE), "@xml:lang")
    record.address(item.get("guid"), "@guid")
    for field, path in _DATES:
        record.date(field, words_in(item.find(path)), path)
    record.publisher(_name(item.find("itemMeta/provider")), None, "itemMeta/provider")


def _read_lines(meta: Element, record: Record) -> None:
    """What the envelope states of the text's head."""
    headlines = meta.findall("headline")
    main = [one for one in headlines if (one.get("role") or "").endswith("main")] or headlines
    for headline in main[:1]:
        record.text("title", words_in(headline), "contentMeta/headline")
    descriptions = meta.findall("description")
    summaries = [one for one in descriptions if (one.get("role") or "").endswith("summary")] or descriptions
    for description in summaries[:1]:
        record.text("summary", words_in(description), "contentMeta/description")
    place, line = _name(meta.find("located")), words_in(meta.find("dateline"))
    if place or line:
        where = "contentMeta/dateline" if line else "contentMeta/located"
        record.state("dateline", Dateline(place=place or None, text=line or place), where, line or place)
    for path in ("subject", "keyword"):
        for subject in meta.findall(path):
            if tag := _name(subject) or (words_of(subject.text) if path == "keyword" else ""):
                record.add("tags", [tag], f"contentMeta/{path}", tag)


def _read_makers(meta: Element, record: Record) -> None:
    for creator in meta.findall("creator"):
        record.maker(_name(creator), "author", "contentMeta/creator")
    if not record.has("authors"):
        record.byline(words_in(meta.find("by")), "contentMeta/by")
    record.maker(words_in(meta.find("creditline")), "source", "contentMeta/creditline")
    for source in meta.findall("infoSource"):
        record.maker(_name(source), "source", "contentMeta/infoSource")


def _name(element: Element | None) -> str:
    """The name that a concept is told by."""
    return words_in(element.find("name")) if element is not None else ""


def _read_content(item: Element, record: Record) -> None:
    content = item.find("contentSet")
    for part in content if content is not None else ():
        kind = part.get("contenttype", "")
        if part.tag == "inlineXML" and len(part):
            return _read_inline(part[0], record)
        if part.tag == "inlineData" and (words := "".join(part.itertext())).strip():
            read = read_html_body if "html" in kind else read_plain_body
            return read(words, record.draft)
    return None


def _read_inline(root: Element, record: Record) -> None:
    """The report in an XML language of its own."""
    if root.tag == "nitf":
        nitf.fill(root, record, "contentSet/inlineXML/")
        return
    if root.tag == "html" and record.draft.decided.title is None:
        record.text("title", words_in(root.find("head/title")), "contentSet/inlineXML/html/head/title")
    body = root.find("body") if root.tag == "html" else None
    read_html_body(to_html(root if body is None else body), record.draft)
