"""Reader for ninjs, the JSON news item of the International Press Telecommunications Council: versions 1.x, 2.x and 3.x.

- An item is an object with a ``uri``. A list of items is several articles.
- Titles, summaries and texts are those with the role ``main`` (or ``summary``), or the first. A body in HTML wins over plain text.
- ``published`` is ``firstCreated``, or ``contentCreated``; ``modified`` is ``versionCreated``.
- Authors and credits are the ``infoSources`` that have a role. Without authors there, they are the names in ``by``.
- Associations that are pictures are images. Others are links outside the text.
- Wrong types are faults. Unknown members are ignored, because the standard allows newsrooms to add their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast, get_args

from attrs import evolve

from articlekit.errors import SchemaError
from articlekit.models import Dateline, Image, LinkKind
from articlekit.parsers.draft import Draft, RelatedLink
from articlekit.parsers.exchange.body_blocks import read_html_body, read_plain_body
from articlekit.parsers.exchange.draft_builder import DraftBuilder, as_line
from articlekit.parsers.exchange.json_object import Faults, JsonObject
from articlekit.parsers.web.urls import is_web_address

_HTML_TYPES = ("html", "xhtml")
_DATES = {
    "published": ("firstCreated", "firstcreated", "contentCreated", "contentcreated"),
    "modified": ("versionCreated", "versioncreated"),
}


def read_ninjs(text: str) -> Iterator[Draft]:
    """Return a draft for each item of a ninjs document."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not ninjs: line {error.lineno}, column {error.colno}: {error.msg}"
        raise SchemaError(message) from None
    except (RecursionError, ValueError) as error:
        raise SchemaError(f"not ninjs: {error}") from None
    faults = Faults()
    is_list = isinstance(document, list)
    items = document if is_list else [document]
    objects = [JsonObject(item, f"[{i}]" if is_list else "", faults) for i, item in enumerate(items)]
    builders = [_read(item) for item in objects]
    faults.raise_if_any("ninjs")
    return (builder.finish() for builder in builders)


def _read(item: JsonObject) -> DraftBuilder:
    item.require("uri")
    builder = DraftBuilder("ninjs", f"{item.path}." if item.path else "")
    draft = builder.draft
    builder.set_language(item.text("language"), "language")
    builder.set_url(item.text("uri"), "uri")
    _read_titles(item, builder)
    for field, names in _DATES.items():
        for name in names:
            builder.set_date(field, item.text(name), name)
    _read_contributors(item, builder)
    _read_subjects(item, builder)
    _read_body(item, builder)
    draft.decided.links += tuple(_read_associations(item, builder))
    if item.text("representationType", "representationtype") in ("partial", "incomplete"):
        draft.report("truncated", "the item says that it is not the full report")
    return builder


def _read_titles(item: JsonObject, builder: DraftBuilder) -> None:
    for name, value in _best(item, "headlines", "main", ("headline", "headline_main", "title")):
        builder.set_text("title", value, name)
    for name, value in _best(item, "descriptions", "summary", ("description_summary", "description_text")):
        builder.set_text("summary", value, name)


def _best(item: JsonObject, name: str, role: str, flat: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the path and value of the best object of ``name``; then those of the members ``flat`` of older versions."""
    children = item.objects(name)
    chosen = [child for child in children if child.text("role") == role] or children
    for child in chosen[:1]:
        yield item.relative_path(child, "value"), child.text("value") or ""
    for key in flat:
        if value := item.text(key):
            yield key, value


def _read_contributors(item: JsonObject, builder: DraftBuilder) -> None:
    """Read authors, credits and publisher, and the dateline, which consists of place and agency."""
    agency, agency_path = "", ""
    for child in item.objects("infoSources", "infosource", "infosources"):
        role, name = child.text("role", "rel") or "", child.text("name")
        path = item.relative_path(child, "name")
        if role == "publisher":
            domain = child.text("literal") or ""
            builder.set_publisher(name, domain if "." in domain and " " not in domain else None, path)
        elif role == "agency":
            agency, agency_path = as_line(name), path
        else:
            builder.add_contributor(name, role, path, child.text("uri"))
    if not builder.has_values("authors"):
        for key in ("by", "byline"):
            builder.add_byline(item.text(key), key)
    place = as_line(item.text("located"))
    if place or agency:
        text = f"{place} ({agency})" if place and agency else place or agency
        line = Dateline(place=place or None, agency=agency or None, text=text)
        builder.set_value("dateline", line, "located" if place else agency_path, place or agency)


def _read_subjects(item: JsonObject, builder: DraftBuilder) -> None:
    for child in item.objects("subjects", "subject"):
        name, path = as_line(child.text("name")), item.relative_path(child, "name")
        if child.text("rel") == "section":
            builder.set_text("section", name, path)
        elif name:
            builder.add_values("tags", [name], path, name)


def _read_body(item: JsonObject, builder: DraftBuilder) -> None:
    children = item.objects("bodies")
    chosen = [child for child in children if child.text("role") == "main"] or children
    chosen.sort(key=lambda child: not _is_html(child.text("contentType", "contenttype")))
    for child in chosen[:1]:
        read = read_html_body if _is_html(child.text("contentType", "contenttype")) else read_plain_body
        read(child.text("value") or "", builder.draft)
        return
    for key in ("body_xhtml", "body_html"):
        if markup := item.text(key):
            read_html_body(markup, builder.draft)
            return
    read_plain_body(item.text("body_text") or "", builder.draft)


def _is_html(content_type: str | None) -> bool:
    return any(kind in (content_type or "").lower() for kind in _HTML_TYPES)


def _read_associations(item: JsonObject, builder: DraftBuilder) -> Iterator[RelatedLink]:
    """Yield links to the associated items, and add pictures to the images."""
    for child in item.objects("associations"):
        if child.text("type") in ("picture", "graphic") or child.text("rel") == "picture":
            image = _image(child)
            path = child.path.removeprefix(builder.prefix)
            builder.add_values("images", [image], path, image.url or image.caption or image.alt or "")
        elif link := _link(child):
            yield link


def _link(child: JsonObject) -> RelatedLink | None:
    """Return the link to another item, with its title as text; None if it has neither title nor web URL."""
    title = next((value for _, value in _best(child, "headlines", "main", ("headline", "title"))), "")
    target, rel = child.text("uri") or "", child.text("rel")
    kind = cast(LinkKind, rel) if rel in get_args(LinkKind) else "related"
    href = target if is_web_address(target) else ""
    text = as_line(title) or href
    return RelatedLink(text, href, kind) if text else None


def _image(child: JsonObject) -> Image:
    urls = (rendition.text("href") for rendition in child.objects("renditions"))
    url = next((href for href in urls if href), None)
    image = Image(url=url, credit=as_line(child.text("by", "byline", "copyrightHolder", "copyrightholder")) or None)
    for description in child.objects("descriptions"):
        field = "alt" if (description.text("role") or "").startswith("alt") else "caption"
        if getattr(image, field) is None and (text := as_line(description.text("value"))):
            image = evolve(image, **cast(dict[str, Any], {field: text}))
    if image.caption is None and (text := as_line(child.text("description_caption", "description_text"))):
        image = evolve(image, caption=text)
    return image
