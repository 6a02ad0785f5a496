"""ninjs, the news item in JSON of the International Press Telecommunications Council: 3.x, and 1.x and 2.x.

- An item is an object with a ``uri``; a list of items is several reports.
- Titles, summaries and texts are those with the role ``main`` (or ``summary``), else the first; a body in HTML beats one in plain text.
- ``published`` is ``firstCreated``, else ``contentCreated``; ``modified`` is ``versionCreated``.
- The byline is what ``infoSources`` tells with roles, else the names in ``by``.
- Associations that are pictures become images, others links that stand around the text.
- Wrong types are faults; unknown members are passed over, since the standard lets newsrooms add their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast, get_args

from attrs import evolve

from articlekit.errors import SchemaError
from articlekit.models import Dateline, Image, LinkKind
from articlekit.parsers.draft import Draft, RelatedLink
from articlekit.parsers.exchange.body import read_html_body, read_plain_body
from articlekit.parsers.exchange.node import Faults, Node
from articlekit.parsers.exchange.record import Record, words_of
from articlekit.parsers.web.urls import is_web_address

_MARKED_UP = ("html", "xhtml")
_DATES = {
    "published": ("firstCreated", "firstcreated", "contentCreated", "contentcreated"),
    "modified": ("versionCreated", "versioncreated"),
}


def read_ninjs(text: str) -> Iterator[Draft]:
    """A draft for each item of a ninjs document."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not ninjs: line {error.lineno}, column {error.colno}: {error.msg}"
        raise SchemaError(message) from None
    except (RecursionError, ValueError) as error:
        raise SchemaError(f"not ninjs: {error}") from None
    faults = Faults()
    several = isinstance(document, list)
    items = document if several else [document]
    nodes = [Node(item, f"[{n}]" if several else "", faults) for n, item in enumerate(items)]
    records = [_read(node) for node in nodes]
    faults.raise_for("ninjs")
    return (record.finish() for record in records)


def _read(item: Node) -> Record:
    item.require("uri")
    record = Record("ninjs", f"{item.path}." if item.path else "")
    draft = record.draft
    record.language(item.text("language"), "language")
    record.address(item.text("uri"), "uri")
    _read_titles(item, record)
    for field, names in _DATES.items():
        for name in names:
            record.date(field, item.text(name), name)
    _read_makers(item, record)
    _read_subjects(item, record)
    _read_body(item, record)
    draft.decided.links += tuple(_associated(item, record))
    if item.text("representationType", "representationtype") in ("partial", "incomplete"):
        draft.report("truncated", "the item says that it is not the full report")
    return record


def _read_titles(item: Node, record: Record) -> None:
    for name, value in _best(item, "headlines", "main", ("headline", "headline_main", "title")):
        record.text("title", value, name)
    for name, value in _best(item, "descriptions", "summary", ("description_summary", "description_text")):
        record.text("summary", value, name)


def _best(item: Node, name: str, role: str, flat: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The value that stands for all under ``name``, with its place; then the flat members of older versions."""
    nodes = item.nodes(name)
    chosen = [node for node in nodes if node.text("role") == role] or nodes
    for node in chosen[:1]:
        yield item.place_of(node, "value"), node.text("value") or ""
    for key in flat:
        if value := item.text(key):
            yield key, value


def _read_makers(item: Node, record: Record) -> None:
    """Who wrote and supplied it, and the place line, which is made of place and agency."""
    agency, found = "", ""
    for node in item.nodes("infoSources", "infosource", "infosources"):
        role, name = node.text("role", "rel") or "", node.text("name")
        where = item.place_of(node, "name")
        if role == "publisher":
            domain = node.text("literal") or ""
            record.publisher(name, domain if "." in domain and " " not in domain else None, where)
        elif role == "agency":
            agency, found = words_of(name), where
        else:
            record.maker(name, role, where, node.text("uri"))
    if not record.has("authors"):
        for key in ("by", "byline"):
            record.byline(item.text(key), key)
    place = words_of(item.text("located"))
    if place or agency:
        words = f"{place} ({agency})" if place and agency else place or agency
        line = Dateline(place=place or None, agency=agency or None, text=words)
        record.state("dateline", line, "located" if place else found, place or agency)


def _read_subjects(item: Node, record: Record) -> None:
    for node in item.nodes("subjects", "subject"):
        name, where = words_of(node.text("name")), item.place_of(node, "name")
        if node.text("rel") == "section":
            record.text("section", name, where)
        elif name:
            record.add("tags", [name], where, name)


def _read_body(item: Node, record: Record) -> None:
    nodes = item.nodes("bodies")
    chosen = [node for node in nodes if node.text("role") == "main"] or nodes
    chosen.sort(key=lambda node: not _is_marked_up(node.text("contentType", "contenttype")))
    for node in chosen[:1]:
        read = read_html_body if _is_marked_up(node.text("contentType", "contenttype")) else read_plain_body
        read(node.text("value") or "", record.draft)
        return
    for key in ("body_xhtml", "body_html"):
        if markup := item.text(key):
            read_html_body(markup, record.draft)
            return
    read_plain_body(item.text("body_text") or "", record.draft)


def _is_marked_up(content_type: str | None) -> bool:
    return any(kind in (content_type or "").lower() for kind in _MARKED_UP)


def _associated(item: Node, record: Record) -> Iterator[RelatedLink]:
    """The links to what goes with the item; pictures go into the record."""
    for node in item.nodes("associations"):
        if node.text("type") in ("picture", "graphic") or node.text("rel") == "picture":
            image = _picture(node)
            where = node.path.removeprefix(record.place)
            record.add("images", [image], where, image.url or image.caption or image.alt or "")
        elif link := _link(node):
            yield link


def _link(node: Node) -> RelatedLink | None:
    """The link to another item, by its title; None where neither is told."""
    title = next((value for _, value in _best(node, "headlines", "main", ("headline", "title"))), "")
    target, rel = node.text("uri") or "", node.text("rel")
    kind = cast(LinkKind, rel) if rel in get_args(LinkKind) else "related"
    href = target if is_web_address(target) else ""
    words = words_of(title) or href
    return RelatedLink(words, href, kind) if words else None


def _picture(node: Node) -> Image:
    addresses = (rendition.text("href") for rendition in node.nodes("renditions"))
    url = next((address for address in addresses if address), None)
    image = Image(url=url, credit=words_of(node.text("by", "byline", "copyrightHolder", "copyrightholder")) or None)
    for text in node.nodes("descriptions"):
        field = "alt" if (text.text("role") or "").startswith("alt") else "caption"
        if getattr(image, field) is None and (words := words_of(text.text("value"))):
            image = evolve(image, **cast(dict[str, Any], {field: words}))
    if image.caption is None and (words := words_of(node.text("description_caption", "description_text"))):
        image = evolve(image, caption=words)
    return image
