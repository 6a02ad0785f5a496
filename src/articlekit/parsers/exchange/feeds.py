"""RSS and Atom through feedparser: each entry is a report.

- The text is the entry's content; where it has none, its description, which then is no summary too.
- The entry's link is the address, the feed's title the publisher, ``published`` and ``updated`` the dates.
- The places in the evidence have the names that feedparser gives to what RSS and Atom call differently.
- Broken feeds are common: what feedparser recovers is read, and a problem says so. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any
from xml.sax import SAXParseException  # only the class of the fault: feedparser parses

from articlekit.errors import MissingExtraError, SchemaError
from articlekit.models import Image
from articlekit.parsers.draft import Draft, RelatedLink
from articlekit.parsers.exchange.body import looks_like_html, read_html_body, read_plain_body
from articlekit.parsers.exchange.markup import refuse_entities
from articlekit.parsers.exchange.record import Record, clean, words_of

UTF8 = {"content-type": "application/xml; charset=utf-8"}
"""What feedparser is told of its input, whatever charset the document states: it was decoded before."""

_CUT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;)\])\s*$")
_TAG = re.compile(r"<[^<>]*>")


def read_feed(text: str) -> Iterator[Draft]:
    """A draft for each entry of a feed."""
    try:
        from feedparser import parse
    except ImportError:
        raise MissingExtraError('RSS and Atom need feedparser: pip install "articlekit[feeds]"') from None
    refuse_entities(text, "feed")
    feed = parse(BytesIO(text.encode()), response_headers=UTF8, sanitize_html=False)
    broken = _fault(feed.get("bozo_exception")) if feed.bozo else ""
    if not feed.entries and (broken or not feed.version):
        raise SchemaError(f"not a feed: {broken or 'no rss, feed or rdf element was found'}")
    return (_read(entry, number, feed.feed, broken) for number, entry in enumerate(feed.entries))


def _fault(error: object) -> str:
    """What is wrong with the XML; empty where it is something else, such as a charset that no longer matters."""
    return f"line {error.getLineNumber()}: {error.getMessage()}" if isinstance(error, SAXParseException) else ""


def _read(entry: Any, number: int, feed: Any, broken: str) -> Draft:  # noqa: ANN401 - feedparser has no types
    record = Record("feed")
    record.language(feed.get("language"), "feed.language")
    record.publisher(feed.get("title"), None, "feed.title")
    record.place = f"entries[{number}]."
    record.address(entry.get("link"), "link")
    record.text("title", _bare(entry.get("title")), "title")
    record.date("published", entry.get("published"), "published")
    record.date("modified", entry.get("updated") if "updated" in entry else None, "updated")
    for person in entry.get("authors", ()):
        record.byline(person.get("name"), "authors")
    for tag in entry.get("tags", ()):
        if words := words_of(tag.get("label") or tag.get("term")):
            record.add("tags", [words], "tags", words)
    _read_body(entry, record)
    _read_media(entry, record)
    if broken:
        record.draft.report("bad-structured-data", f"the feed is broken and was read as far as it goes: {broken}")
    return record.finish()


def _read_body(entry: Any, record: Record) -> None:  # noqa: ANN401
    description = entry.get("summary") or ""
    bodies = [part.get("value") or "" for part in entry.get("content", ())]
    body = max(bodies, key=len, default="")
    if body and _squeezed(body) != _squeezed(description):
        record.text("summary", _bare(description), "summary")
    elif not body:
        body = description
        if _CUT.search(_bare(description)):
            record.draft.report("truncated", "the entry holds only the beginning of the report")
    read = read_html_body if looks_like_html(body) else read_plain_body
    read(clean(body), record.draft)


def _squeezed(text: str) -> str:
    """``text`` without tags and white space, to compare by."""
    return "".join(_bare(text).split())


def _bare(markup: str | None) -> str:
    """The words of a title or a description, which may be HTML, and which systems escape twice."""
    text = markup or ""
    return words_of(unescape(_TAG.sub(" ", text) if looks_like_html(text) else text))


def _read_media(entry: Any, record: Record) -> None:  # noqa: ANN401
    """Pictures and recordings that are attached to the entry."""
    known = {image.url for image in record.draft.images}
    recordings = []
    for one in (*entry.get("media_content", ()), *entry.get("enclosures", ())):
        url, kind = one.get("url") or one.get("href"), one.get("type") or one.get("medium") or ""
        if url and url not in known:
            known.add(url)
            if kind.startswith("image"):
                record.add("images", [Image(url=url)], "enclosures", url)
            elif kind.startswith(("audio", "video")):
                recordings.append(RelatedLink(words_of(one.get("title")) or url, url, "media"))
    record.draft.links += tuple(recordings)
