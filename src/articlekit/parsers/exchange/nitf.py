"""Reader for NITF, the News Industry Text Format 3.x of the International Press Telecommunications Council.

- The title is ``hl1``, or the document's ``title``. The summary is ``hl2``, or the abstract.
- ``published`` is the date of publication (``pubdata``), of issue or of release, in this order; ``modified`` is the last revision.
- A time of exactly midnight means the day alone, because the standard requires days to be written so.
- Authors are the persons in the byline, or the names in it. The distributor is a credit.
- The HTML reader reads ``body.content``: ``hl2`` is a heading, ``bq`` a quotation with its ``credit``, ``media`` an image with
  caption and producer, ``note`` a note. Of inline elements (``person``, ``chron``), only the text is kept.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from articlekit.errors import SchemaError
from articlekit.models import Dateline
from articlekit.parsers.draft import Draft
from articlekit.parsers.exchange.body_blocks import read_html_body
from articlekit.parsers.exchange.draft_builder import DraftBuilder, as_line
from articlekit.parsers.exchange.safe_xml import XML_LANG, element_text, parse_xml, to_html

_MIDNIGHT = re.compile(r"(\d{4}-?\d\d-?\d\d)T00:?00:?00(?:Z|[+-]\d\d:?\d\d)?")
_DATES = (
    ("published", "head/pubdata", "date.publication"),
    ("published", "head/docdata/date.issue", "norm"),
    ("published", "head/docdata/date.release", "norm"),
)


def read_nitf(text: str) -> Draft:
    """Return the draft of an NITF document."""
    root = parse_xml(text, "NITF")
    builder = DraftBuilder("nitf")
    read_element(root, builder)
    return builder.finish()


def read_element(root: Element, builder: DraftBuilder, prefix: str = "") -> None:
    """Read an ``nitf`` element. ``prefix`` is the path to it, if it is inside another document."""
    path = f"{builder.prefix}{prefix}{root.tag}"
    if root.tag != "nitf":
        raise SchemaError(f"not NITF: the root element must be nitf, not {root.tag}")
    if root.find("body") is None:
        raise SchemaError(f"not NITF: {path} must have a body")
    outer_prefix = builder.prefix
    if prefix:
        builder.prefix = f"{path}/"
    _read_head(root, builder)
    _read_body_head(root, builder)
    content = root.find("body/body.content")
    if content is not None:
        read_html_body(to_html(content), builder.draft)
    builder.prefix = outer_prefix


def _read_head(root: Element, builder: DraftBuilder) -> None:
    for path in (".", "body"):
        builder.set_language(_attribute(root, path, XML_LANG), f"{path.strip('.') or 'nitf'}/@xml:lang")
    for field, path, name in _DATES:
        builder.set_date(field, _without_midnight(_attribute(root, path, name)), f"{path}/@{name}")
    for revision in root.findall("head/revision-history")[-1:]:
        builder.set_date("modified", _without_midnight(revision.get("norm")), "head/revision-history/@norm")
    builder.set_url(_attribute(root, "head/pubdata", "ex-ref"), "head/pubdata/@ex-ref")
    builder.set_publisher(_attribute(root, "head/pubdata", "name"), None, "head/pubdata/@name")
    builder.set_text("section", _attribute(root, "head/pubdata", "position.section"), "head/pubdata/@position.section")
    for keyword in root.findall("head/docdata/key-list/keyword"):
        if tag := as_line(keyword.get("key")):
            builder.add_values("tags", [tag], "head/docdata/key-list/keyword/@key", tag)


def _read_body_head(root: Element, builder: DraftBuilder) -> None:
    head = root.find("body/body.head")
    if head is not None:
        for field, path in (("title", "hedline/hl1"), ("summary", "hedline/hl2"), ("summary", "abstract")):
            builder.set_text(field, element_text(head.find(path)), f"body/body.head/{path}")
        for byline in head.findall("byline"):
            _read_byline(byline, builder)
        builder.add_contributor(element_text(head.find("distributor")), "source", "body/body.head/distributor")
        _read_dateline(head.find("dateline"), builder)
    if builder.draft.decided.title is None:
        builder.set_text("title", element_text(root.find("head/title")), "head/title")


def _read_byline(byline: Element, builder: DraftBuilder) -> None:
    path = "body/body.head/byline"
    people = byline.findall("person")
    for person in people:
        builder.add_person(element_text(person), f"{path}/person")
    if not people:
        title = element_text(byline.find("byttl"))
        builder.add_byline(element_text(byline).removesuffix(title), path)


def _read_dateline(line: Element | None, builder: DraftBuilder) -> None:
    if text := element_text(line):
        place = element_text(line.find("location")) if line is not None else ""
        builder.set_value("dateline", Dateline(place=place or None, text=text), "body/body.head/dateline", text)


def _attribute(root: Element, path: str, name: str) -> str | None:
    element = root.find(path)
    return element.get(name) if element is not None else None


def _without_midnight(date: str | None) -> str | None:
    """Return a date, or its day alone if the time is exactly midnight."""
    midnight = _MIDNIGHT.fullmatch(date or "")
    return midnight[1] if midnight else date
