"""NITF, the News Industry Text Format 3.x of the International Press Telecommunications Council.

- The title is ``hl1``, else the document's ``title``; ``hl2`` or the abstract is the summary.
- ``published`` is when it was published (``pubdata``), issued or released, in this order; ``modified`` is the last revision.
- A midnight to the second is a day, as the standard asks for a day to be written.
- Authors are the persons of the byline, else its names; the distributor is a credit.
- ``body.content`` goes through the walk that HTML goes through: ``hl2`` is a heading, ``bq`` a quotation with its ``credit``,
  ``media`` a picture with caption and producer, ``note`` a note. Marks on words (``person``, ``chron``) leave the words.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from articlekit.errors import SchemaError
from articlekit.models import Dateline
from articlekit.parsers.draft import Draft
from articlekit.parsers.exchange.body import read_html_body
from articlekit.parsers.exchange.markup import LANGUAGE, parse_xml, to_html, words_in
from articlekit.parsers.exchange.record import Record, words_of

_MIDNIGHT = re.compile(r"(\d{4}-?\d\d-?\d\d)T00:?00:?00(?:Z|[+-]\d\d:?\d\d)?")
_DATES = (
    ("published", "head/pubdata", "date.publication"),
    ("published", "head/docdata/date.issue", "norm"),
    ("published", "head/docdata/date.release", "norm"),
)


def read_nitf(text: str) -> Draft:
    """The draft of an NITF document."""
    root = parse_xml(text, "NITF")
    record = Record("nitf")
    fill(root, record)
    return record.finish()


def fill(root: Element, record: Record, place: str = "") -> None:
    """Give ``record`` what an ``nitf`` element states; ``place`` is where that stands in the document."""
    path = f"{record.place}{place}{root.tag}"
    if root.tag != "nitf":
        raise SchemaError(f"not NITF: {path}: must be nitf")
    if root.find("body") is None:
        raise SchemaError(f"not NITF: {path}: must have a body")
    before = record.place
    if place:
        record.place = f"{path}/"
    _read_head(root, record)
    _read_body_head(root, record)
    content = root.find("body/body.content")
    if content is not None:
        read_html_body(to_html(content), record.draft)
    record.place = before


def _read_head(root: Element, record: Record) -> None:
    for path in (".", "body"):
        record.language(_attribute(root, path, LANGUAGE), f"{path.strip('.') or 'nitf'}/@xml:lang")
    for field, path, name in _DATES:
        record.date(field, _without_midnight(_attribute(root, path, name)), f"{path}/@{name}")
    for revision in root.findall("head/revision-history")[-1:]:
        record.date("modified", _without_midnight(revision.get("norm")), "head/revision-history/@norm")
    record.address(_attribute(root, "head/pubdata", "ex-ref"), "head/pubdata/@ex-ref")
    record.publisher(_attribute(root, "head/pubdata", "name"), None, "head/pubdata/@name")
    record.text("section", _attribute(root, "head/pubdata", "position.section"), "head/pubdata/@position.section")
    for keyword in root.findall("head/docdata/key-list/keyword"):
        if tag := words_of(keyword.get("key")):
            record.add("tags", [tag], "head/docdata/key-list/keyword/@key", tag)


def _read_body_head(root: Element, record: Record) -> None:
    head = root.find("body/body.head")
    if head is not None:
        for field, path in (("title", "hedline/hl1"), ("summary", "hedline/hl2"), ("summary", "abstract")):
            record.text(field, words_in(head.find(path)), f"body/body.head/{path}")
        for byline in head.findall("byline"):
            _read_byline(byline, record)
        record.maker(words_in(head.find("distributor")), "source", "body/body.head/distributor")
        _read_dateline(head.find("dateline"), record)
    if record.draft.decided.title is None:
        record.text("title", words_in(root.find("head/title")), "head/title")


def _read_byline(byline: Element, record: Record) -> None:
    where = "body/body.head/byline"
    people = byline.findall("person")
    for person in people:
        record.named(words_in(person), "person", f"{where}/person")
    if not people:
        title = words_in(byline.find("byttl"))
        record.byline(words_in(byline).removesuffix(title), where)


def _read_dateline(line: Element | None, record: Record) -> None:
    if words := words_in(line):
        place = words_in(line.find("location")) if line is not None else ""
        record.state("dateline", Dateline(place=place or None, text=words), "body/body.head/dateline", words)


def _attribute(root: Element, path: str, name: str) -> str | None:
    element = root.find(path)
    return element.get(name) if element is not None else None


def _without_midnight(date: str | None) -> str | None:
    """A date; the day alone where the time is a midnight to the second."""
    midnight = _MIDNIGHT.fullmatch(date or "")
    return midnight[1] if midnight else date
