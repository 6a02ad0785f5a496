"""What the models promise of an article beyond the types of its fields, checked on one that comes from outside."""

from __future__ import annotations

import reprlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import field, frozen

from articlekit.models import Article, Block, Claim, Quote, Source, Span, When, slice_text
from articlekit.serializers.edtf import days_of
from articlekit.serializers.identity import WEB

GAP = "\n\n"
DEEPEST_HEADING = 6
NESTED = ("list_item", "quotation")
"""Kinds of blocks that have a depth."""


def find_faults(article: Article) -> list[str]:
    """A line with its path for each promise that ``article`` breaks. Linear in the size of the article."""
    blocks = list(_block_faults(article))
    # Blocks out of order hold no span for certain: their own faults come first.
    checker = SpanChecker(article, within_blocks=not blocks)
    return [
        *_id_faults(article),
        *blocks,
        *checker.find_faults(),
        *_kind_faults(article),
        *_address_faults(article),
        *_order_faults(article.times),
        *_date_faults(article),
    ]


def _id_faults(article: Article) -> Iterator[str]:
    holders: dict[str, Iterable[Source | Quote | Claim]]
    holders = {"sources": article.sources, "quotes": article.quotes, "claims": article.claims}
    for name, items in {"links": article.links, **holders}.items():
        first: dict[str, int] = {}
        for i, item in enumerate(items):
            if first.setdefault(item.id, i) != i:
                yield f"{name}[{i}].id: {reprlib.repr(item.id)} is the id of {name}[{first[item.id]}] already"


def _block_faults(article: Article) -> Iterator[str]:
    end = -len(GAP)
    for i, block in enumerate(article.blocks):
        start = end + len(GAP)
        if block.span.field != "text":
            yield f"blocks[{i}].span: counts in the title; blocks stand in the text"
        elif block.span.start != start:
            yield f"blocks[{i}].span: starts at {block.span.start}, not at {start}, a blank line after the block before"
        elif i and article.text[end:start] != GAP:
            yield f"blocks[{i}].span: no blank line stands before it in the text"
        end = block.span.end
    if max(end, 0) != len(article.text):
        yield f"blocks: end at {max(end, 0)}, but the text has {len(article.text)} characters"


def _kind_faults(article: Article) -> Iterator[str]:
    for i, block in enumerate(article.blocks):
        words = article.text[block.span.start : block.span.end]
        if not words:
            yield f"blocks[{i}].span: holds no words"
        elif block.kind != "preformatted" and "\n" in words:
            yield f"blocks[{i}]: a line break stands in it, as only preformatted text may have"
        elif block.kind not in ("preformatted", "table_row") and "\t" in words:
            yield f"blocks[{i}]: a tab stands in it, as only table rows and preformatted text may have"
        if fault := _level_fault(block):
            yield f"blocks[{i}].level: {fault}"


def _level_fault(block: Block) -> str | None:
    level = block.level
    if block.kind == "heading":
        return None if level and 1 <= level <= DEEPEST_HEADING else f"{level}; a heading has 1 to {DEEPEST_HEADING}"
    if level is None:
        return None
    if block.kind not in NESTED:
        return f"{level}; a {block.kind} has none"
    return None if level >= 1 else f"{level}; depths count from 1"


def _address_faults(article: Article) -> Iterator[str]:
    linked = (*WEB, "mailto:")  # a byline may link its writer's mail address
    addresses: list[tuple[str, str | None, tuple[str, ...]]] = [("url", article.url, WEB)]
    addresses += [(f"authors[{i}].url", author.url, linked) for i, author in enumerate(article.authors)]
    addresses += [(f"links[{i}].url", link.url, linked) for i, link in enumerate(article.links)]
    for path, url, schemes in addresses:
        if url is not None and not url.lower().startswith(schemes):
            yield f"{path}: {_short(url)} is no absolute address that begins with {', '.join(schemes)}"


def _order_faults(times: tuple[When, ...]) -> Iterator[str]:
    for i, time in enumerate(times):
        if time.span is None:
            yield f"times[{i}].span: missing; the article's times stand in its text"
        elif time.span.field != "text":
            yield f"times[{i}].span: counts in the title; the article's times stand in its text"
    starts = [time.span.start if time.span else 0 for time in times]
    for i, (before, after) in enumerate(pairwise(starts), start=1):
        if after < before:
            yield f"times[{i}].span: starts at {after}, before times[{i - 1}] at {before}"


def _date_faults(article: Article) -> Iterator[str]:
    for path, when in _whens(article):
        days = days_of(when.value)
        if days is None:
            yield f"{path}.value: {reprlib.repr(when.value)} is no date in ISO 8601 or EDTF"
        elif days != (when.earliest, when.latest):
            yield f"{path}.value: {when.value} covers {days[0]} to {days[1]}, not {when.earliest} to {when.latest}"


def _whens(article: Article) -> Iterator[tuple[str, When]]:
    """Every date of the article, with its path."""
    whens = [("published", article.published), ("modified", article.modified)]
    whens += [(f"blocks[{i}].time", block.time) for i, block in enumerate(article.blocks)]
    whens += [(f"times[{i}]", time) for i, time in enumerate(article.times)]
    whens += [(f"claims[{i}].when", claim.when) for i, claim in enumerate(article.claims)]
    return ((path, when) for path, when in whens if when is not None)


@frozen
class Anchor:
    """Spans of an item, and the words that stand there where the item repeats them."""

    path: str
    """Path of the item: ``claims[0].cue``."""
    name: str
    """The field that holds the spans: ``spans``; a name in the singular holds one."""
    spans: tuple[Span, ...]
    """The spans."""
    words_name: str = ""
    """The field that repeats the words. Empty: none does."""
    words: str = ""
    """The words as the item has them."""

    def place(self, number: int) -> str:
        """The path of a span."""
        return f"{self.path}.{self.name}[{number}]" if self.name.endswith("s") else f"{self.path}.{self.name}"


@frozen
class SpanChecker:
    """Holds every span of an article against its text, its title and its blocks."""

    article: Article
    """The article."""
    within_blocks: bool
    """False where the blocks are no measure, because they do not tile the text."""
    starts: list[int] = field(init=False)
    """Where each block starts."""

    @starts.default
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.article.blocks]

    def find_faults(self) -> Iterator[str]:
        """A line for each span that lies where it must not, and for each item whose words are not those at its spans."""
        for anchor in _anchors(self.article):
            if faults := list(self._span_faults(anchor)):
                yield from faults
            elif anchor.words_name and (found := slice_text(self.article, anchor.spans)) != anchor.words:
                yield f"{anchor.path}.{anchor.words_name}: {_short(anchor.words)} is not what stands there: {_short(found)}"

    def _span_faults(self, anchor: Anchor) -> Iterator[str]:
        before = None
        if anchor.words_name and not anchor.spans:
            yield f"{anchor.path}.{anchor.name}: empty"
        for i, span in enumerate(anchor.spans):
            if fault := self._misplaced(span) or (before and _disordered(before, span)):
                yield f"{anchor.place(i)}: {fault}"
            before = span

    def _misplaced(self, span: Span) -> str | None:
        string = self.article.text if span.field == "text" else self.article.title or ""
        if span.end > len(string):
            return f"ends at {span.end}, but the {span.field} has {len(string)} characters"
        if span.field == "title" or not self.within_blocks:
            return None
        number = bisect_right(self.starts, span.start) - 1
        if number < 0 or span.end > self.article.blocks[number].span.end:
            return f"{span.start} to {span.end} does not lie within one block"
        return None


def _disordered(before: Span, span: Span) -> str | None:
    if before.field != span.field:
        return "spans of the title come first" if span.field == "title" else None
    if span.start < before.end:
        return f"starts at {span.start}, before the span before it ends at {before.end}"
    return None


def _anchors(article: Article) -> Iterator[Anchor]:
    for i, link in enumerate(article.links):
        if link.span:
            yield Anchor(f"links[{i}]", "span", (link.span,), "text", link.text)
    for i, source in enumerate(article.sources):
        yield Anchor(f"sources[{i}]", "mentions", source.mentions)
    for i, quote in enumerate(article.quotes):
        yield from _attributed(f"quotes[{i}]", quote)
    for i, claim in enumerate(article.claims):
        yield from _attributed(f"claims[{i}]", claim)
    yield from _when_anchors(article)


def _attributed(path: str, item: Quote | Claim) -> Iterator[Anchor]:
    yield Anchor(path, "spans", item.spans, "text", item.text)
    yield Anchor(path, "source_spans", item.source_spans)
    if item.cue:
        yield Anchor(f"{path}.cue", "spans", item.cue.spans, "text", item.cue.text)


def _when_anchors(article: Article) -> Iterator[Anchor]:
    for path, when in _whens(article):
        if when.span:
            yield Anchor(path, "span", (when.span,), "raw", when.raw)


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else f"{words[:57]}…")
