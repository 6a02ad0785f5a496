"""RSS and Atom through feedparser: each entry is a report.

- The text is the entry's content; where it has none, its description, which then is no summary too.
- The entry's link is the address, the feed's title the publisher, ``published`` and ``updated`` the dates.
- The places in the evidence have the names that feedparser gives to what RSS and Atom call differently.
- Broken feeds are common: what feedparser recovers is read, and a problem says so. Nothing is fetched.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any
from xml.sax import SAXParseException  # only the class of the fault: feedparser parses

from attrs import frozen

from articlekit.errors import MissingExtraError, SchemaError
from articlekit.models import Image
from articlekit.parsers.draft import Draft, RelatedLink
from articlekit.parsers.exchange.body import looks_like_html, read_html_body, read_plain_body
from articlekit.parsers.exchange.markup import refuse_entities
from articlekit.parsers.exchange.record import Record, words_of

UTF8 = {"content-type": "application/xml; charset=utf-8"}
"""What feedparser is told of its input, whatever charset the document states: it was decoded before."""

_REFERENCE = re.compile(r"&#(?:x0*+(?P<hex>[\da-f]*)|0*+(?P<number>\d*));", re.IGNORECASE)
_MEDIA_DESCRIPTION = re.compile(r"(</?media:)description\b")
"""The caption of a picture, which feedparser takes for a description or the content of the entry."""
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_REST = re.compile(r"\A[a-z]+(?=\Z|\s\()|\s?[<(][a-z]+[>)]?\Z")
"""What feedparser leaves of a mail address whose domain ends in more than four letters."""
_CUT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;)\])\s*$")
_TAG = re.compile(r"<[^<>]*>")


def read_feed(text: str, url: str | None = None) -> Iterator[Draft]:
    """A draft for each entry of a feed; relative addresses count from ``url``."""
    try:
        from feedparser import parse
    except ImportError as error:
        raise MissingExtraError('RSS and Atom need feedparser: pip install "articlekit[feeds]"') from error
    refuse_entities(text, "feed")
    headers = UTF8 | ({"content-location": url} if url else {})
    source = _MEDIA_DESCRIPTION.sub(r"\1caption", _REFERENCE.sub(_whole, text)).encode()
    try:
        feed = parse(BytesIO(source), response_headers=headers, sanitize_html=False)
    except ValueError as error:  # feedparser's own, for names that are none
        raise SchemaError(f"not a feed: {error}") from None
    broken = _fault(feed.get("bozo_exception")) if feed.bozo else ""
    if not feed.entries and (broken or not feed.version):
        raise SchemaError(f"not a feed: {broken or 'no rss, feed or rdf element was found'}")
    literal = feed.version.startswith("atom")
    return (_read(entry, number, feed.feed, broken, literal) for number, entry in enumerate(feed.entries))


def _whole(reference: re.Match[str]) -> str:
    """A reference to a character as it stands; nothing for one to half of a character or to none: feedparser breaks down at it."""
    digits = reference["hex"] or reference["number"] or "0"
    number = int(digits, 16 if reference["hex"] else 10) if len(digits) < 9 else sys.maxunicode + 1
    return "" if 0xD800 <= number <= 0xDFFF or number > sys.maxunicode else reference[0]


def _fault(error: object) -> str:
    """What is wrong with the XML; empty where it is something else, such as a charset that no longer matters."""
    return f"line {error.getLineNumber()}: {error.getMessage()}" if isinstance(error, SAXParseException) else ""


def _read(entry: Any, number: int, feed: Any, broken: str, literal: bool) -> Draft:  # noqa: ANN401 - feedparser has no types
    """A draft of an entry. ``literal``: what is said to be plain text is, as in Atom; RSS does not say."""
    record = Record("feed")
    record.language(feed.get("language"), "feed.language")
    record.publisher(feed.get("title"), None, "feed.title")
    record.place = f"entries[{number}]."
    record.address(entry.get("link"), "link")
    title = _part(entry.get("title_detail"), literal)
    record.text("title", title.bare(), "title")
    record.date("published", entry.get("published"), "published")
    record.date("modified", entry.get("updated") if "updated" in entry else None, "updated")
    for person in entry.get("authors", ()):
        record.byline(_without_mail(person), "authors")
    for tag in entry.get("tags", ()):
        if words := words_of(tag.get("label") or tag.get("term")):
            record.add("tags", [words], "tags", words)
    _read_body(entry, record, literal)
    _read_media(entry, record)
    if broken:
        record.draft.report("bad-structured-data", f"the feed is broken and was read as far as it goes: {broken}")
    return record.finish()


def _without_mail(person: Any) -> str:  # noqa: ANN401
    """A writer's name without the mail address that RSS has beside it; empty where there is nothing else."""
    given = person.get("name") or ""
    name = _MAIL.sub("", given)
    if len((person.get("email") or "").rpartition(".")[2]) == 4:
        name = _REST.sub("", name)
    return name.strip(" ()<>") if name != given or name.startswith("(") else name


@frozen
class _Part:
    """A title, a description or a content."""

    source: str
    """The words as the feed has them."""
    literal: bool
    """Whether they are no markup."""

    def bare(self) -> str:
        """The words alone. Markup may stand in them, and systems escape it twice."""
        if self.literal:
            return words_of(self.source)
        return words_of(unescape(_TAG.sub(" ", self.source) if looks_like_html(self.source) else self.source))

    def squeezed(self) -> str:
        """The words without white space, to compare by."""
        return "".join(self.bare().split())

    def read(self, draft: Draft) -> None:
        """Add its blocks to a draft."""
        if not self.literal and looks_like_html(self.source):
            read_html_body(self.source, draft)
        else:
            read_plain_body(self.source if self.literal else unescape(self.source), draft)


def _part(detail: Any, literal: bool) -> _Part:  # noqa: ANN401
    """What feedparser tells of a part; an empty one where there is none."""
    told = detail or {}
    return _Part(told.get("value") or "", literal and told.get("type") == "text/plain")


def _read_body(entry: Any, record: Record, literal: bool) -> None:  # noqa: ANN401
    description = _part(entry.get("summary_detail"), literal)
    bodies = [_part(one, literal) for one in entry.get("content", ())]
    body = max(bodies, key=lambda one: len(one.source), default=_Part("", literal))
    if body.source and body.squeezed() != description.squeezed():
        record.text("summary", description.bare(), "summary")
    elif not body.source:
        body = description if description.source else _Part(entry.get("media_caption") or "", literal=True)
        if _CUT.search(description.bare()):
            record.draft.report("truncated", "the entry holds only the beginning of the report")
    body.read(record.draft)


def _read_media(entry: Any, record: Record) -> None:  # noqa: ANN401
    """Pictures and recordings that are attached to the entry."""
    known = {image.url for image in record.draft.decided.images}
    pictures: list[str] = []
    recordings: list[RelatedLink] = []
    for one in (*entry.get("media_content", ()), *entry.get("enclosures", ())):
        url, kind = one.get("url") or one.get("href"), one.get("type") or one.get("medium") or ""
        if url and url not in known:
            known.add(url)
            if kind.startswith("image"):
                pictures.append(url)
            elif kind.startswith(("audio", "video")):
                recordings.append(RelatedLink(words_of(one.get("title")) or url, url, "media"))
    caption, credit = _under_picture(entry) if len(pictures) == 1 else (None, None)
    for url in pictures:
        record.add("images", [Image(url=url, caption=caption, credit=credit)], "enclosures", url)
    record.draft.decided.links += tuple(recordings)


def _under_picture(entry: Any) -> tuple[str | None, str | None]:  # noqa: ANN401
    """Caption and credit of an entry's picture; feedparser does not tell whose they are where there are more."""
    credits_ = [words_of(one.get("content")) for one in entry.get("media_credit", ())]
    return words_of(entry.get("media_caption")) or None, next(iter(credits_), None) or None
