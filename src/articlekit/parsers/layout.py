"""The last step of assembly: lay the blocks out as one text and fix every span in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from attrs import evolve

from articlekit.dates import find_times
from articlekit.models import Article, Block, Image, Link, LinkKind, Span, When
from articlekit.parsers.draft import Draft, DraftBlock, RelatedLink
from articlekit.parsers.urls import absolute, split_url

GAP = "\n\n"
LINKS_OF_FIELDS: dict[str, LinkKind] = {"authors": "author", "images": "media", "title": "reference"}
"""What a link is for where a rule for this field took its line out of the body; ``related`` for every other field."""
MEDIA_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp3", ".mp4", ".webm")


def lay_out(draft: Draft) -> Article:
    """The article that ``draft`` has become; its text and spans are final."""
    blocks = [block for block in draft.body() if block.kind != "image" and block.text]
    spans = list(_spans(blocks))
    text = GAP.join(block.words for block in blocks)
    times = _times(draft, text)
    base = absolute(draft.base or "", draft.url) or draft.url
    _report_missing(draft, text)
    return Article(
        text=text,
        title=draft.title,
        summary=draft.summary,
        url=draft.url,
        publisher=draft.publisher,
        authors=draft.authors,
        published=draft.published,
        modified=draft.modified,
        language=draft.language,
        section=draft.section,
        tags=draft.tags,
        dateline=draft.dateline,
        credits=draft.credits,
        blocks=tuple(
            Block(kind=b.kind, span=s, level=b.level, time=b.time)
            for b, s in zip(blocks, spans, strict=True)
            if b.kind != "image"
        ),
        images=tuple(_with_address(image, base) for image in draft.images),
        links=tuple(_links(draft, blocks, spans, base)),
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
    anchor = _day(draft.published) or draft.given_anchor
    times = find_times(text, anchor=anchor, language=draft.language)
    if times.unresolved:
        some = ", ".join(repr(words) for words in times.unresolved[:3])
        draft.report("no-anchor", f"{some}: no date to count from; give Options.anchor")
    for words in times.ambiguous:
        draft.report("ambiguous-date", f"{words!r} reads two ways; give Options.language")
    return times.found


def _day(when: When | None) -> dt.date | None:
    """The day that relative dates count from: a month or a year is none."""
    return when.latest if when and when.earliest == when.latest else None


def _report_missing(draft: Draft, text: str) -> None:
    if draft.title is None:
        draft.report("no-title", "no headline was found")
    if not text:
        draft.report("no-body", "no body text was found")


def _with_address(image: Image, base: str | None) -> Image:
    """``image`` with an absolute address; a relative one stays as written where no base is known."""
    if image.url is None:
        return image
    relative = not split_url(image.url).scheme
    return evolve(image, url=absolute(image.url, base) or (image.url if relative else None))


def _links(draft: Draft, blocks: list[DraftBlock], spans: list[Span], base: str | None) -> Iterator[Link]:
    """The links of the text, then those that stood around it, each list in page order."""
    numbers = count(1)
    for block, span in zip(blocks, spans, strict=True):
        words = block.words
        for link in block.links:
            yield Link(
                id=f"link-{next(numbers)}",
                href=link.href,
                url=_address(draft, link.href, base),
                text=words[link.start : link.end],
                span=Span(span.start + link.start, span.start + link.end),
                kind="media" if _path(link.href).endswith(MEDIA_ENDINGS) else "reference",
            )
    for around in (*draft.links, *_links_taken(draft)):
        url = _address(draft, around.href, base)
        yield Link(id=f"link-{next(numbers)}", href=around.href, url=url, text=around.text, kind=around.kind)


def _address(draft: Draft, href: str, base: str | None) -> str | None:
    return draft.addresses.get(href) if draft.settled else absolute(href, base)


def _path(href: str) -> str:
    """``href`` in lower case, without what stands behind its path."""
    return href.partition("#")[0].partition("?")[0].lower()


def _links_taken(draft: Draft) -> Iterator[RelatedLink]:
    """The links of lines that rules took out of the body, save those that became related links already."""
    for block in draft.blocks:
        field = (block.taken_by or "links").partition(".")[0]
        if field != "links":
            yield from block.links_as(LINKS_OF_FIELDS.get(field, "related"))
