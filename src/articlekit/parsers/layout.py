"""Layout, the last step of assembly: join the blocks to one text and fix every span in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from attrs import evolve

from articlekit.dates import find_times
from articlekit.models import Article, Block, Image, Link, LinkKind, Span, When
from articlekit.parsers.draft import Draft, DraftBlock, RelatedLink
from articlekit.parsers.web.link_kinds import MEDIA_ENDINGS, image_link_kind
from articlekit.parsers.web.urls import split_url, without_query

GAP = "\n\n"
LINKS_OF_FIELDS: dict[str, LinkKind] = {
    "authors": "author",
    "blocks": "author",
    "title": "reference",
}
"""The kind of the links in a line that a rule for this field took out of the text. Other fields: ``related``."""


def lay_out(draft: Draft) -> Article:
    """Return the article of a decided draft. Its text and spans are final."""
    blocks = [block for block in draft.body.kept if block.kind != "image" and block.text]
    spans = list(_spans(blocks))
    text = GAP.join(block.words for block in blocks)
    times = _times(draft, text)
    _report_missing(draft, text)
    return Article(
        text=text,
        title=draft.decided.title,
        summary=draft.decided.summary,
        url=draft.decided.url,
        publisher=draft.decided.publisher,
        authors=draft.decided.authors,
        published=draft.decided.published,
        modified=draft.decided.modified,
        language=draft.decided.language,
        section=draft.decided.section,
        tags=draft.decided.tags,
        dateline=draft.decided.dateline,
        credits=draft.decided.credits,
        blocks=tuple(
            Block(kind=b.kind, span=s, level=b.level, time=b.time)
            for b, s in zip(blocks, spans, strict=True)
            if b.kind != "image"
        ),
        images=tuple(_with_address(draft, image) for image in draft.decided.images),
        links=tuple(_links(draft, blocks, spans)),
        times=times,
        evidence=tuple(draft.evidence),
        problems=tuple(draft.problems),
    )


def _spans(blocks: list[DraftBlock]) -> Iterator[Span]:
    start = 0
    for block in blocks:
        yield Span(start, start + len(block.text))
        start += len(block.text) + len(GAP)


def _times(draft: Draft, text: str) -> tuple[When, ...]:
    anchor = _day(draft.decided.published) or draft.given.anchor
    times = find_times(text, anchor=anchor, language=draft.decided.language)
    if times.unresolved:
        some = ", ".join(repr(words) for words in times.unresolved[:3])
        draft.report("no-anchor", f"{some}: no date to count from; give Options.anchor")
    for words in times.ambiguous:
        draft.report("ambiguous-date", f"{words!r} reads two ways; give Options.language")
    return times.resolved


def _day(when: When | None) -> dt.date | None:
    """Return the day from which relative dates count. None if only a month or a year is known."""
    return when.latest if when and when.earliest == when.latest else None


def _report_missing(draft: Draft, text: str) -> None:
    if draft.decided.title is None:
        draft.report("no-title", "no headline was found")
    if not text:
        draft.report("no-body", "no body text was found")


def _with_address(draft: Draft, image: Image) -> Image:
    """Return ``image`` with an absolute URL. A relative URL stays as written if the page's own URL is unknown."""
    if image.url is None:
        return image
    relative = not split_url(image.url).scheme
    return evolve(image, url=draft.absolute_url(image.url) or (image.url if relative else None))


def _links(draft: Draft, blocks: list[DraftBlock], spans: list[Span]) -> Iterator[Link]:
    """Yield the links of the text, then those outside the text, each in page order."""
    numbers = count(1)
    writers = _writers(draft)
    for block, span in zip(blocks, spans, strict=True):
        words = block.words
        for link in block.links:
            text, url = words[link.start : link.end], draft.absolute_url(link.href)
            yield Link(
                id=f"link-{next(numbers)}",
                href=link.href,
                url=url,
                text=text,
                span=Span(span.start + link.start, span.start + link.end),
                kind=_stated_kind(link.href, text, draft)
                or (_kind(link.href, url, draft) if writers.isdisjoint((text, url)) else "author"),
            )
    for around in (*draft.decided.links, *_links_taken(draft)):
        url = draft.absolute_url(around.href)
        yield Link(id=f"link-{next(numbers)}", href=around.href, url=url, text=around.text, kind=around.kind)


def _writers(draft: Draft) -> set[str]:
    """Return the names of the people who wrote the article and the URLs of the authors' pages."""
    names = {author.name for author in draft.decided.authors if author.kind == "person"}
    return names | {author.url for author in draft.decided.authors if author.url}


def _stated_kind(href: str, text: str, draft: Draft) -> LinkKind | None:
    """Return the kind that a settled input states for a link of the text. None if the input is not settled."""
    return draft.stated_links.kinds.get((href, text), "reference") if draft.settled else None


def _kind(href: str, url: str | None, draft: Draft) -> LinkKind:
    """Return the kind of a link of the text: a picture or recording, this article itself, or a reference."""
    if without_query(href).lower().endswith(MEDIA_ENDINGS):
        return "media"
    return "original" if url and url in (draft.decided.url, draft.given.url) else "reference"


def _links_taken(draft: Draft) -> Iterator[RelatedLink]:
    """Yield the links of lines that rules took out of the text, except those that are related links already."""
    shown: set[str] = set()
    for block in draft.body.blocks:
        field = (block.taken_by or "links").partition(".")[0]
        if field == "images":
            yield from _links_of_picture(draft, block, shown)
        elif field != "links":
            yield from block.links_as(LINKS_OF_FIELDS.get(field, "related"))


def _links_of_picture(draft: Draft, block: DraftBlock, shown: set[str]) -> Iterator[RelatedLink]:
    """Yield the links of a picture and its caption, each target once. ``shown`` holds the targets yielded so far."""
    picture = block.image.url if block.image else None
    for link in block.links:
        if link.href not in shown:
            shown.add(link.href)
            words = block.text[link.start : link.end]
            kind = image_link_kind(draft.absolute_url(link.href), picture, draft.decided.url or draft.given.url)
            yield RelatedLink(words, link.href, kind)
