"""Validation of a loaded article: what the models promise beyond the types of their fields."""

from __future__ import annotations

import datetime as dt
import re
import reprlib
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import field, frozen

from articlekit.models import Article, Block, Claim, Quote, Source, Span, When, slice_text
from articlekit.serializers.shared import WEB_SCHEMES

BLOCK_SEPARATOR = "\n\n"
MAX_HEADING_LEVEL = 6
KINDS_WITH_DEPTH = ("list_item", "quotation")
"""Kinds of blocks that may have a level, their depth."""
MAX_SHOWN_CHARS = 60
"""Characters of a text that a fault shows."""

_DATE_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?"
)

Days = tuple[dt.date, dt.date]
"""The first and the last of a run of days."""


def find_faults(article: Article) -> list[str]:
    """Return a line, with its path, for each promise that ``article`` breaks. Takes linear time."""
    block_faults = list(_block_faults(article))
    # Blocks in the wrong place contain no span reliably, so only their own faults are reported.
    checker = SpanChecker(article, within_blocks=not block_faults)
    return [
        *_id_faults(article),
        *block_faults,
        *checker.find_faults(),
        *_kind_faults(article),
        *_url_faults(article),
        *_time_order_faults(article.times),
        *_date_faults(article),
    ]


def _id_faults(article: Article) -> Iterator[str]:
    items_by_field: dict[str, Iterable[Source | Quote | Claim]]
    items_by_field = {"sources": article.sources, "quotes": article.quotes, "claims": article.claims}
    for name, items in {"links": article.links, **items_by_field}.items():
        first: dict[str, int] = {}
        for i, item in enumerate(items):
            if first.setdefault(item.id, i) != i:
                yield f"{name}[{i}].id: {reprlib.repr(item.id)} is already the id of {name}[{first[item.id]}]"


def _block_faults(article: Article) -> Iterator[str]:
    end = -len(BLOCK_SEPARATOR)
    for i, block in enumerate(article.blocks):
        start = end + len(BLOCK_SEPARATOR)
        if block.span.field != "text":
            yield f"blocks[{i}].span: must be in the text, not in the title"
        elif block.span.start != start:
            after = f", one blank line after blocks[{i - 1}]" if i else ""
            yield f"blocks[{i}].span: must start at {start}{after}; got {block.span.start}"
        elif i and article.text[end:start] != BLOCK_SEPARATOR:
            yield f"blocks[{i}].span: must follow a blank line in the text"
        end = block.span.end
    if max(end, 0) != len(article.text):
        yield f"blocks: end at {max(end, 0)}, but the text has {len(article.text)} characters"


def _kind_faults(article: Article) -> Iterator[str]:
    for i, block in enumerate(article.blocks):
        text = article.text[block.span.start : block.span.end]
        if not text:
            yield f"blocks[{i}].span: empty"
        elif block.kind != "preformatted" and "\n" in text:
            yield f"blocks[{i}]: contains a line break; only preformatted blocks may"
        elif block.kind not in ("preformatted", "table_row") and "\t" in text:
            yield f"blocks[{i}]: contains a tab; only table rows and preformatted blocks may"
        if fault := _level_fault(block):
            yield f"blocks[{i}].level: {fault}"


def _level_fault(block: Block) -> str | None:
    level = block.level
    if block.kind == "heading":
        is_valid = level is not None and 1 <= level <= MAX_HEADING_LEVEL
        return None if is_valid else f"must be 1 to {MAX_HEADING_LEVEL} for a heading; got {level}"
    if level is None:
        return None
    if block.kind not in KINDS_WITH_DEPTH:
        return f"must be None for a {block.kind}; got {level}"
    return None if level >= 1 else f"must be at least 1; got {level}"


def _url_faults(article: Article) -> Iterator[str]:
    with_mail = (*WEB_SCHEMES, "mailto:")  # a byline may link to the author's mail address
    urls: list[tuple[str, str | None, tuple[str, ...]]] = [("url", article.url, WEB_SCHEMES)]
    urls += [(f"authors[{i}].url", author.url, with_mail) for i, author in enumerate(article.authors)]
    urls += [(f"links[{i}].url", link.url, with_mail) for i, link in enumerate(article.links)]
    for path, url, schemes in urls:
        if url is not None and not url.lower().startswith(schemes):
            yield f"{path}: must be an absolute URL that begins with {', '.join(schemes)}; got {_shorten(url)}"


def _time_order_faults(times: tuple[When, ...]) -> Iterator[str]:
    for i, time in enumerate(times):
        if time.span is None:
            yield f"times[{i}].span: missing; each of an article's times has a span in the text"
        elif time.span.field != "text":
            yield f"times[{i}].span: must be in the text, not in the title"
    starts = [time.span.start if time.span else 0 for time in times]
    for i, (before, after) in enumerate(pairwise(starts), start=1):
        if after < before:
            yield f"times[{i}].span: starts at {after}, before times[{i - 1}] at {before}"


def _date_faults(article: Article) -> Iterator[str]:
    for path, when in _whens(article):
        days = days_of(when.value)
        if days is None:
            yield f"{path}.value: must be an ISO 8601 or EDTF date; got {reprlib.repr(when.value)}"
        elif days != (when.earliest, when.latest):
            yield f"{path}.value: {when.value} covers {days[0]} to {days[1]}, not {when.earliest} to {when.latest}"


def days_of(value: str) -> Days | None:
    """Return the first and the last day that a :attr:`When.value` covers; None if it is not a date value or not a real date.

    The forms are those of EDTF level 0 (Library of Congress) that articlekit writes.

    >>> days_of("2025-02"), days_of("2025-13")
    ((datetime.date(2025, 2, 1), datetime.date(2025, 2, 28)), None)
    """
    first, slash, last = value.partition("/")
    start = _days_of_date(first)
    end = _days_of_date(last) if slash else start
    return (start[0], end[1]) if start and end else None


def _days_of_date(value: str) -> Days | None:
    match = _DATE_VALUE.fullmatch(value)
    if match is None:
        return None
    year, month, day = int(match["year"]), int(match["month"] or 1), int(match["day"] or 1)
    try:
        start = dt.date(year, month, day)
    except ValueError:
        return None
    if match["day"]:
        return start, start
    last_month = month if match["month"] else 12
    return start, dt.date(year, last_month, monthrange(year, last_month)[1])


def _whens(article: Article) -> Iterator[tuple[str, When]]:
    """Yield every date of the article, with its path."""
    whens = [("published", article.published), ("modified", article.modified)]
    whens += [(f"blocks[{i}].time", block.time) for i, block in enumerate(article.blocks)]
    whens += [(f"times[{i}]", time) for i, time in enumerate(article.times)]
    whens += [(f"claims[{i}].when", claim.when) for i, claim in enumerate(article.claims)]
    return ((path, when) for path, when in whens if when is not None)


@frozen
class SpansToCheck:
    """A field that holds spans, and the field that repeats the text at them, if there is one."""

    path: str
    """The path of the object: ``claims[0].cue``."""
    name: str
    """The name of the field: ``spans``. A singular name holds one span."""
    spans: tuple[Span, ...]
    """The spans."""
    text_name: str = ""
    """The name of the field that repeats the text. Empty: no field does."""
    text: str = ""
    """The value of that field."""

    def path_of(self, index: int) -> str:
        """Return the path of a span."""
        return f"{self.path}.{self.name}[{index}]" if self.name.endswith("s") else f"{self.path}.{self.name}"


@frozen
class SpanChecker:
    """Compares every span of an article with its text, title and blocks."""

    article: Article
    """The article."""
    within_blocks: bool
    """Whether each span must lie within one block. False if the blocks themselves are wrong."""
    block_starts: list[int] = field(init=False)
    """The index at which each block starts."""

    @block_starts.default
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.article.blocks]

    def find_faults(self) -> Iterator[str]:
        """Yield a line for each misplaced span, and for each text that differs from its spans."""
        for spans in _span_fields(self.article):
            if faults := list(self._span_faults(spans)):
                yield from faults
            elif spans.text_name and (found := slice_text(self.article, spans.spans)) != spans.text:
                expected = f"must be the text at `{spans.name}`, {_shorten(found)}"
                yield f"{spans.path}.{spans.text_name}: {expected}; got {_shorten(spans.text)}"

    def _span_faults(self, spans: SpansToCheck) -> Iterator[str]:
        before = None
        if spans.text_name and not spans.spans:
            yield f"{spans.path}.{spans.name}: empty"
        for i, span in enumerate(spans.spans):
            if fault := self._place_fault(span) or (before and _order_fault(before, span)):
                yield f"{spans.path_of(i)}: {fault}"
            before = span

    def _place_fault(self, span: Span) -> str | None:
        string = self.article.text if span.field == "text" else self.article.title or ""
        if span.end > len(string):
            return f"ends at {span.end}, but the {span.field} has {len(string)} characters"
        if span.field == "title" or not self.within_blocks:
            return None
        index = bisect_right(self.block_starts, span.start) - 1
        if index < 0 or span.end > self.article.blocks[index].span.end:
            return f"{span.start} to {span.end} is not within one block"
        return None


def _order_fault(before: Span, span: Span) -> str | None:
    if before.field != span.field:
        return "spans in the title must come first" if span.field == "title" else None
    if span.start < before.end:
        return f"starts at {span.start}, before the previous span ends at {before.end}"
    return None


def _span_fields(article: Article) -> Iterator[SpansToCheck]:
    for i, link in enumerate(article.links):
        if link.span:
            yield SpansToCheck(f"links[{i}]", "span", (link.span,), "text", link.text)
    for i, source in enumerate(article.sources):
        yield SpansToCheck(f"sources[{i}]", "mentions", source.mentions)
    for i, quote in enumerate(article.quotes):
        yield from _attributed_fields(f"quotes[{i}]", quote)
    for i, claim in enumerate(article.claims):
        yield from _attributed_fields(f"claims[{i}]", claim)
    for path, when in _whens(article):
        if when.span:
            yield SpansToCheck(path, "span", (when.span,), "raw", when.raw)


def _attributed_fields(path: str, item: Quote | Claim) -> Iterator[SpansToCheck]:
    yield SpansToCheck(path, "spans", item.spans, "text", item.text)
    yield SpansToCheck(path, "source_spans", item.source_spans)
    if item.cue:
        yield SpansToCheck(f"{path}.cue", "spans", item.cue.spans, "text", item.cue.text)


def _shorten(text: str) -> str:
    return repr(text if len(text) <= MAX_SHOWN_CHARS else f"{text[: MAX_SHOWN_CHARS - 3]}…")
