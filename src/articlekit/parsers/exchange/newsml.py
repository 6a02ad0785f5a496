"""Reader for NewsML-G2 of the International Press Telecommunications Council: one ``newsItem``, or several in a ``newsMessage``.

- The text is the first inline content: NITF, XHTML or plain text. Metadata of the NewsML-G2 item wins over metadata in its NITF.
- Items whose class is picture, video or the like are skipped, and so are packages.
- ``published`` is ``contentCreated``, or ``firstCreated``; ``modified`` is ``contentModified``, or ``versionCreated``.
- Authors are the creators that have a name, or the names in ``by``. The provider is the publisher. ``creditline`` and
  ``infoSource`` are credits.
- Subjects and keywords that have a name are tags. The ``guid`` is the URL if it is a web URL.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from articlekit.errors import SchemaError
from articlekit.models import Dateline
from articlekit.parsers.draft import Draft
from articlekit.parsers.exchange import nitf
from articlekit.parsers.exchange.body_blocks import read_html_body, read_plain_body
from articlekit.parsers.exchange.draft_builder import DraftBuilder, as_line
from articlekit.parsers.exchange.safe_xml import XML_LANG, element_text, parse_xml, to_html

_CLASSES_WITHOUT_TEXT = ("picture", "graphic", "video", "audio", "animation", "composite")
_DATES = (
    ("published", "contentMeta/contentCreated"),
    ("published", "itemMeta/firstCreated"),
    ("modified", "contentMeta/contentModified"),
    ("modified", "itemMeta/versionCreated"),
)


def read_newsml(text: str) -> Iterator[Draft]:
    """Return a draft for each article in a NewsML-G2 document."""
    root = parse_xml(text, "NewsML-G2")
    if root.tag == "newsItem":
        builders = [_read(root, "newsItem/")]
    elif root.tag == "newsMessage":
        items = enumerate(root.findall("itemSet/newsItem"), start=1)
        builders = [_read(item, f"itemSet/newsItem[{number}]/") for number, item in items if _is_text(item)]
    else:
        raise SchemaError(f"not NewsML-G2: the root element must be newsItem or newsMessage, not {root.tag}")
    return (builder.finish() for builder in builders)


def _is_text(item: Element) -> bool:
    """True if an item may be an article: it has no class, or a class with text."""
    kind = item.find("itemMeta/itemClass")
    code = (kind.get("qcode") or kind.get("uri") or "") if kind is not None else ""
    return code.replace("/", ":").rpartition(":")[2].lower() not in _CLASSES_WITHOUT_TEXT


def _read(item: Element, prefix: str) -> DraftBuilder:
    builder = DraftBuilder("newsml", prefix)
    _read_item_metadata(item, builder)
    meta = item.find("contentMeta")
    if meta is not None:
        _read_content_metadata(meta, builder)
        _read_contributors(meta, builder)
    _read_content(item, builder)
    return builder


def _read_item_metadata(item: Element, builder: DraftBuilder) -> None:
    language = item.find("contentMeta/language")
    if language is not None:
        builder.set_language(language.get("tag"), "contentMeta/language/@tag")
    builder.set_language(item.get(XML_LANG), "@xml:lang")
    builder.set_url(item.get("guid"), "@guid")
    for field, path in _DATES:
        builder.set_date(field, element_text(item.find(path)), path)
    builder.set_publisher(_name(item.find("itemMeta/provider")), None, "itemMeta/provider")


def _read_content_metadata(meta: Element, builder: DraftBuilder) -> None:
    """Read headline, summary, dateline and tags."""
    headlines = meta.findall("headline")
    main = [item for item in headlines if (item.get("role") or "").endswith("main")] or headlines
    for headline in main[:1]:
        builder.set_text("title", element_text(headline), "contentMeta/headline")
    descriptions = meta.findall("description")
    summaries = [item for item in descriptions if (item.get("role") or "").endswith("summary")] or descriptions
    for description in summaries[:1]:
        builder.set_text("summary", element_text(description), "contentMeta/description")
    place, line = _name(meta.find("located")), element_text(meta.find("dateline"))
    if place or line:
        path = "contentMeta/dateline" if line else "contentMeta/located"
        builder.set_value("dateline", Dateline(place=place or None, text=line or place), path, line or place)
    for path in ("subject", "keyword"):
        for subject in meta.findall(path):
            if tag := _name(subject) or (as_line(subject.text) if path == "keyword" else ""):
                builder.add_values("tags", [tag], f"contentMeta/{path}", tag)


def _read_contributors(meta: Element, builder: DraftBuilder) -> None:
    for creator in meta.findall("creator"):
        builder.add_contributor(_name(creator), "author", "contentMeta/creator")
    if not builder.has_values("authors"):
        builder.add_byline(element_text(meta.find("by")), "contentMeta/by")
    builder.add_contributor(element_text(meta.find("creditline")), "source", "contentMeta/creditline")
    for source in meta.findall("infoSource"):
        builder.add_contributor(_name(source), "source", "contentMeta/infoSource")


def _name(element: Element | None) -> str:
    """Return the name of a concept; empty if it has none."""
    return element_text(element.find("name")) if element is not None else ""


def _read_content(item: Element, builder: DraftBuilder) -> None:
    content = item.find("contentSet")
    for part in content if content is not None else ():
        kind = part.get("contenttype", "")
        if part.tag == "inlineXML" and len(part):
            return _read_inline(part[0], builder)
        if part.tag == "inlineData" and (text := "".join(part.itertext())).strip():
            read = read_html_body if "html" in kind else read_plain_body
            return read(text, builder.draft)
    return None


def _read_inline(root: Element, builder: DraftBuilder) -> None:
    """Read an article in NITF, XHTML or another XML language."""
    if root.tag == "nitf":
        nitf.read_element(root, builder, "contentSet/inlineXML/")
        return
    if root.tag == "html" and builder.draft.decided.title is None:
        builder.set_text("title", element_text(root.find("head/title")), "contentSet/inlineXML/html/head/title")
    body = root.find("body") if root.tag == "html" else None
    read_html_body(to_html(root if body is None else body), builder.draft)
