"""Reader for RSS and Atom, with feedparser. Each entry is an article.

- The text is the content of the entry, or its description. A description that is the text is not the summary too.
- The link of the entry is the URL, the title of the feed is the publisher, ``published`` and ``updated`` are the dates.
- Paths in the evidence use feedparser's names, which are the same for RSS and Atom.
- Broken feeds are common. What feedparser recovers is read, and a problem is reported. Nothing is fetched.
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
from articlekit.parsers.exchange.body_blocks import looks_like_html, read_html_body, read_plain_body
from articlekit.parsers.exchange.draft_builder import DraftBuilder, as_line
from articlekit.parsers.exchange.safe_xml import reject_entities

UTF8_HEADERS = {"content-type": "application/xml; charset=utf-8"}
"""HTTP headers for feedparser. They win over the encoding that the document declares: the input is already decoded."""

_CHARACTER_REFERENCE = re.compile(r"&#(?:x0*+(?P<hex>[\da-f]*)|0*+(?P<number>\d*));", re.IGNORECASE)
_MEDIA_DESCRIPTION = re.compile(r"(</?media:)description\b")
"""The caption of an image, which feedparser would read as the description or content of the entry."""
_MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
_MAIL_REMAINDER = re.compile(r"\A[a-z]+(?=\Z|\s\()|\s?[<(][a-z]+[>)]?\Z")
"""What feedparser leaves of a mail address whose top-level domain has more than four letters."""
_TRUNCATION_MARK = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;)\])\s*$")
_TAG = re.compile(r"<[^<>]*>")


def read_feed(text: str, url: str | None = None) -> Iterator[Draft]:
    """Return a draft for each entry of a feed. Relative URLs are resolved against ``url``."""
    try:
        from feedparser import parse
    except ImportError as error:
        raise MissingExtraError('RSS and Atom need feedparser: pip install "articlekit[feeds]"') from error
    reject_entities(text, "feed")
    headers = UTF8_HEADERS | ({"content-location": url} if url else {})
    source = _MEDIA_DESCRIPTION.sub(r"\1caption", _CHARACTER_REFERENCE.sub(_drop_invalid_reference, text)).encode()
    try:
        feed = parse(BytesIO(source), response_headers=headers, sanitize_html=False)
    except ValueError as error:  # raised by feedparser for invalid names
        raise SchemaError(f"not a feed: {error}") from None
    fault = _xml_fault(feed.get("bozo_exception")) if feed.bozo else ""
    if not feed.entries and (fault or not feed.version):
        raise SchemaError(f"not a feed: {fault or 'no rss, feed or rdf element was found'}")
    is_atom = feed.version.startswith("atom")
    return (_read(entry, index, feed.feed, fault, is_atom) for index, entry in enumerate(feed.entries))


def _drop_invalid_reference(reference: re.Match[str]) -> str:
    """Return a character reference, or nothing if it is to a surrogate or beyond Unicode: feedparser would raise an error."""
    digits = reference["hex"] or reference["number"] or "0"
    number = int(digits, 16 if reference["hex"] else 10) if len(digits) < 9 else sys.maxunicode + 1
    return "" if 0xD800 <= number <= 0xDFFF or number > sys.maxunicode else reference[0]


def _xml_fault(error: object) -> str:
    """Return the fault in the XML; empty for another error, such as a wrong encoding, which does not matter here."""
    return f"line {error.getLineNumber()}: {error.getMessage()}" if isinstance(error, SAXParseException) else ""


def _read(entry: Any, index: int, feed: Any, fault: str, is_atom: bool) -> Draft:  # noqa: ANN401 - feedparser has no types
    """Return the draft of an entry. Only Atom distinguishes plain text from HTML reliably."""
    builder = DraftBuilder("feed")
    builder.set_language(feed.get("language"), "feed.language")
    builder.set_publisher(feed.get("title"), None, "feed.title")
    builder.prefix = f"entries[{index}]."
    builder.set_url(entry.get("link"), "link")
    title = _content(entry.get("title_detail"), is_atom)
    builder.set_text("title", title.as_text(), "title")
    builder.set_date("published", entry.get("published"), "published")
    builder.set_date("modified", entry.get("updated") if "updated" in entry else None, "updated")
    for person in entry.get("authors", ()):
        builder.add_byline(_without_mail(person), "authors")
    for tag in entry.get("tags", ()):
        if text := as_line(tag.get("label") or tag.get("term")):
            builder.add_values("tags", [text], "tags", text)
    _read_body(entry, builder, is_atom)
    _read_media(entry, builder)
    if fault:
        builder.draft.report("bad-structured-data", f"the feed is broken and was read as far as it goes: {fault}")
    return builder.finish()


def _without_mail(person: Any) -> str:  # noqa: ANN401
    """Return an author's name without the mail address that RSS adds to it; empty if there is only the address."""
    written = person.get("name") or ""
    name = _MAIL_ADDRESS.sub("", written)
    if len((person.get("email") or "").rpartition(".")[2]) == 4:
        name = _MAIL_REMAINDER.sub("", name)
    return name.strip(" ()<>") if name != written or name.startswith("(") else name


@frozen
class _Content:
    """A title, a description or a content."""

    source: str
    """The text as the feed has it."""
    is_plain: bool
    """Whether it is plain text. Otherwise it may be HTML."""

    def as_text(self) -> str:
        """Return the text without markup, on one line. Some systems escape HTML twice."""
        if self.is_plain:
            return as_line(self.source)
        return as_line(unescape(_TAG.sub(" ", self.source) if looks_like_html(self.source) else self.source))

    def without_space(self) -> str:
        """Return the text without markup and white space, for comparison."""
        return "".join(self.as_text().split())

    def add_blocks(self, draft: Draft) -> None:
        """Add its blocks to a draft."""
        if not self.is_plain and looks_like_html(self.source):
            read_html_body(self.source, draft)
        else:
            read_plain_body(self.source if self.is_plain else unescape(self.source), draft)


def _content(detail: Any, is_atom: bool) -> _Content:  # noqa: ANN401
    """Return a content from feedparser's details; an empty one if there are none."""
    members = detail or {}
    return _Content(members.get("value") or "", is_atom and members.get("type") == "text/plain")


def _read_body(entry: Any, builder: DraftBuilder, is_atom: bool) -> None:  # noqa: ANN401
    description = _content(entry.get("summary_detail"), is_atom)
    contents = [_content(detail, is_atom) for detail in entry.get("content", ())]
    body = max(contents, key=lambda content: len(content.source), default=_Content("", is_atom))
    if body.source and body.without_space() != description.without_space():
        builder.set_text("summary", description.as_text(), "summary")
    elif not body.source:
        body = description if description.source else _Content(entry.get("media_caption") or "", is_plain=True)
        if _TRUNCATION_MARK.search(description.as_text()):
            builder.draft.report("truncated", "the entry holds only the beginning of the report")
    body.add_blocks(builder.draft)


def _read_media(entry: Any, builder: DraftBuilder) -> None:  # noqa: ANN401
    """Read the images and recordings that are attached to an entry."""
    known = {image.url for image in builder.draft.decided.images}
    image_urls: list[str] = []
    recordings: list[RelatedLink] = []
    for media in (*entry.get("media_content", ()), *entry.get("enclosures", ())):
        url, kind = media.get("url") or media.get("href"), media.get("type") or media.get("medium") or ""
        if url and url not in known:
            known.add(url)
            if kind.startswith("image"):
                image_urls.append(url)
            elif kind.startswith(("audio", "video")):
                recordings.append(RelatedLink(as_line(media.get("title")) or url, url, "media"))
    caption, credit = _caption_and_credit(entry) if len(image_urls) == 1 else (None, None)
    for url in image_urls:
        builder.add_values("images", [Image(url=url, caption=caption, credit=credit)], "enclosures", url)
    builder.draft.decided.links += tuple(recordings)


def _caption_and_credit(entry: Any) -> tuple[str | None, str | None]:  # noqa: ANN401
    """Return caption and credit of an entry's only image. For several images, feedparser does not give their captions."""
    credits_ = [as_line(credit.get("content")) for credit in entry.get("media_credit", ())]
    return as_line(entry.get("media_caption")) or None, next(iter(credits_), None) or None
