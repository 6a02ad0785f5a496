"""Hypothesis strategies for valid articles of every form that a page can give."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar, get_args

from attrs import frozen
from hypothesis import strategies as st

from articlekit.models import (
    Article,
    Author,
    AuthorKind,
    AuthorRole,
    Block,
    BlockKind,
    Claim,
    ClaimForm,
    Credit,
    CreditRole,
    Cue,
    CueKind,
    Dateline,
    Evidence,
    Image,
    Link,
    LinkKind,
    Problem,
    ProblemCode,
    Publisher,
    Quote,
    QuoteKind,
    Source,
    SourceKind,
    Span,
    When,
    slice_text,
)

Part = TypeVar("Part")
WhenValues = tuple[str, dt.date, dt.date, dt.datetime | None]

SCRIPTS = (
    "ferry",
    "harbour",
    "“storm”",
    "—",
    "Zoë",
    "Zoe\u0308",
    "Übergröße",
    "Пристань",
    "ميناء",
    "נמל",
    "港口",
    "🛳️",
    "👩‍🚒",
    "𝔐arrow",
    "\u202bدرب\u202c",
    '"',
    "\\",
    "</p>",
    "\u2028",
)
words = st.one_of(
    st.sampled_from(SCRIPTS),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=6),
)
phrases = st.lists(words, min_size=1, max_size=5).map(" ".join)
names = st.sampled_from(("Ilse Brandt", "the Harbour Courier", "“Кранџ”", "מרו ביי", "🚒 crew", "O\u2019Dea"))
flags = st.booleans()
maybe_name = st.none() | names
maybe_address = st.none() | st.just("https://marrowbay.example/ferry")


@cache
def values_of(literal: object) -> st.SearchStrategy[Any]:
    """Draw one of the values of a Literal."""
    return st.sampled_from(get_args(literal))


@st.composite
def some_of(draw: st.DrawFn, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Draw some of ``parts``, in their order."""
    return tuple(part for part in parts if draw(flags))


def tuples_of(part: st.SearchStrategy[Part], max_size: int = 3) -> st.SearchStrategy[tuple[Part, ...]]:
    """Draw a tuple of up to ``max_size`` parts."""
    return st.lists(part, max_size=max_size).map(tuple)


mail = st.just("mailto:ann@marrowbay.example")
authors = st.builds(
    Author, name=names, kind=values_of(AuthorKind), role=values_of(AuthorRole), url=maybe_address | mail
)
credit_lines = st.builds(Credit, name=names, role=values_of(CreditRole), text=names)
datelines = st.builds(Dateline, place=maybe_name, agency=maybe_name, text=names)
images = st.builds(Image, url=maybe_address, alt=maybe_name, caption=maybe_name, credit=maybe_name)
publishers = st.builds(Publisher, name=maybe_name, domain=st.none() | st.just("marrowbay.example"))
problems = st.builds(Problem, code=values_of(ProblemCode), message=names)
candidates = st.builds(Evidence, field=names, rule=names, raw=names | st.just(""))
evidence = st.builds(Evidence, field=names, rule=names, raw=names, rejected=tuples_of(candidates, 2))
offsets = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))


@frozen
class PageText:
    """The title, text and blocks of an article that is being drawn."""

    title: str | None
    text: str
    blocks: tuple[Span, ...]

    @property
    def containers(self) -> list[Span]:
        """What can contain a span: the title and each block."""
        return [*([Span(0, len(self.title), "title")] if self.title else []), *self.blocks]

    def text_at(self, spans: Sequence[Span]) -> str:
        """Return the text at ``spans``."""
        return slice_text(Article(text=self.text, title=self.title), spans)


KINDS_THAT_ALLOW: dict[str, tuple[BlockKind, ...]] = {"\n": ("preformatted",), "\t": ("preformatted", "table_row")}
"""The kinds of blocks that may contain a line break, and those that may contain a tab."""
gaps = st.sampled_from((" ", " ", "\t", "\n"))
block_texts = st.lists(st.tuples(phrases, gaps).map(lambda pair: pair[0].replace(" ", pair[1])), max_size=4)
titles = st.none() | phrases
percents = st.integers(0, 100)
edges = (st.tuples(percents, percents) | st.tuples(percents, percents, percents, percents)).map(sorted)


@st.composite
def page_texts(draw: st.DrawFn) -> PageText:
    """Draw a title or None, and blocks with a blank line between them."""
    texts = draw(block_texts)
    blocks, start = [], 0
    for text in texts:
        blocks.append(Span(start, start + len(text)))
        start += len(text) + 2
    return PageText(draw(titles), "\n\n".join(texts), tuple(blocks))


@st.composite
def spans_in(draw: st.DrawFn, page: PageText, *, at_least: int = 0) -> tuple[Span, ...]:
    """Draw sorted, disjoint spans, each within the title or one block; at least ``at_least`` if there is any text."""
    found = []
    for container in draw(some_of(page.containers)) or tuple(page.containers[:at_least]):
        points = [container.start + edge * (container.end - container.start) // 100 for edge in draw(edges)]
        found += [Span(start, end, container.field) for start, end in zip(points[::2], points[1::2], strict=True)]
    return tuple(found)


def day(date: dt.date) -> WhenValues:
    """Return a day as the values of a ``When``: value, earliest, latest and at."""
    return date.isoformat(), date, date, None


def month(date: dt.date) -> WhenValues:
    """Return a month in the same form."""
    return date.isoformat()[:7], date.replace(day=1), date.replace(day=monthrange(date.year, date.month)[1]), None


def interval(pair: Sequence[dt.date]) -> WhenValues:
    """Return an interval in the same form."""
    return f"{pair[0]}/{pair[1]}", pair[0], pair[1], None


def minute(moment: dt.datetime) -> WhenValues:
    """Return a time of day in the same form."""
    moment = moment.replace(second=0, microsecond=0)
    return moment.isoformat(timespec="minutes"), moment.date(), moment.date(), moment


days = st.dates()
dates_written = st.one_of(
    days.map(day),
    days.map(month),
    st.tuples(days, days).map(sorted).map(interval),
    st.datetimes(timezones=offsets).map(minute),
)


@st.composite
def whens(draw: st.DrawFn, page: PageText | None = None) -> When:
    """Draw a date of any precision; with ``page``, one in its text."""
    value, earliest, latest, at = draw(dates_written)
    span = draw(st.sampled_from(page.blocks)) if page and page.blocks else None
    raw = page.text_at([span]) if page and span else draw(names)
    return When(value=value, earliest=earliest, latest=latest, at=at, raw=raw, span=span)


@st.composite
def cues(draw: st.DrawFn, page: PageText) -> Cue:
    """Draw a cue in the page's text."""
    spans = draw(spans_in(page, at_least=1))
    return Cue(text=page.text_at(spans), spans=spans, kind=draw(values_of(CueKind)))


@st.composite
def links(draw: st.DrawFn, page: PageText, number: int) -> Link:
    """Draw a link in the text or outside it."""
    spans = draw(spans_in(page))
    text = page.text_at(spans[:1]) if spans else draw(names)
    span = spans[0] if spans else None
    url = draw(maybe_address)
    return Link(id=f"link-{number}", href=draw(names), url=url, text=text, span=span, kind=draw(values_of(LinkKind)))


@st.composite
def sources(draw: st.DrawFn, page: PageText, number: int) -> Source:
    """Draw a source with mentions in the page's text."""
    return Source(
        id=f"source-{number}",
        name=draw(names),
        kind=draw(values_of(SourceKind)),
        named=draw(flags),
        role=draw(maybe_name),
        affiliation=draw(maybe_name),
        aliases=draw(tuples_of(names, 2)),
        mentions=draw(spans_in(page)),
    )


@st.composite
def quotes(draw: st.DrawFn, page: PageText, number: int, known: Sequence[Source]) -> Quote:
    """Draw a quote of some of the ``known`` sources."""
    spans = draw(spans_in(page, at_least=1))
    return Quote(
        id=f"quote-{number}",
        text=page.text_at(spans),
        spans=spans,
        kind=draw(values_of(QuoteKind)),
        sources=draw(some_of(known)),
        source_spans=draw(spans_in(page)),
        cue=draw(st.none() | cues(page)),
    )


@st.composite
def claims(draw: st.DrawFn, page: PageText, number: int, known: Article) -> Claim:
    """Draw a claim that refers to the ``known`` links, sources and quotes."""
    spans = draw(spans_in(page, at_least=1))
    return Claim(
        id=f"claim-{number}",
        text=page.text_at(spans),
        spans=spans,
        form=draw(values_of(ClaimForm)),
        sources=draw(some_of(known.sources)),
        source_spans=draw(spans_in(page)),
        cue=draw(st.none() | cues(page)),
        audience=draw(some_of(known.sources)),
        when=draw(st.none() | whens(page)),
        negated=draw(flags),
        hedged=draw(flags),
        links=draw(some_of(known.links)),
        quotes=draw(some_of(known.quotes)),
        confidence=draw(st.floats(0, 1) | st.sampled_from((0, 1))),
        rule=draw(names),
    )


@st.composite
def blocks_of(draw: st.DrawFn, page: PageText) -> tuple[Block, ...]:
    """Draw the page's blocks, each of a kind that its text allows."""
    levels: dict[BlockKind, st.SearchStrategy[int | None]] = {
        "heading": st.integers(1, 6),
        **dict.fromkeys(("list_item", "quotation"), st.none() | st.integers(1, 9)),
    }
    found: list[Block] = []
    for span in page.blocks:
        allowed = [
            kinds for character, kinds in KINDS_THAT_ALLOW.items() if character in page.text[span.start : span.end]
        ]
        kind: BlockKind = draw(st.sampled_from(allowed[0]) if allowed else values_of(BlockKind))
        level, time = draw(levels.get(kind, st.none())), draw(st.none() | whens(page))
        found.append(Block(kind=kind, span=span, level=level, time=time))
    return tuple(found)


@st.composite
def times_of(draw: st.DrawFn, page: PageText) -> tuple[When, ...]:
    """Draw dates in the page's text, in order."""
    found = draw(tuples_of(whens(page))) if page.blocks else ()
    return tuple(sorted(found, key=lambda when: when.span or Span(0, 0)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw any article, from an empty one to one with claims that share sources, links and quotes."""
    page = draw(page_texts())
    counts = st.integers(0, 3 if page.containers else 0)
    found_links = tuple(draw(links(page, i + 1)) for i in range(draw(st.integers(0, 3))))
    found_sources = tuple(draw(sources(page, i + 1)) for i in range(draw(st.integers(0, 3))))
    found_quotes = tuple(draw(quotes(page, i + 1, found_sources)) for i in range(draw(counts)))
    known = Article(text="", links=found_links, sources=found_sources, quotes=found_quotes)
    return Article(
        text=page.text,
        title=page.title,
        summary=draw(maybe_name),
        url=draw(maybe_address),
        publisher=draw(st.none() | publishers),
        authors=draw(tuples_of(authors, 2)),
        published=draw(st.none() | whens()),
        modified=draw(st.none() | whens(page)),
        language=draw(st.sampled_from((None, "en", "en-GB", "sr-Latn-RS"))),
        section=draw(maybe_name),
        tags=draw(tuples_of(names, 2)),
        dateline=draw(st.none() | datelines),
        credits=draw(tuples_of(credit_lines, 2)),
        blocks=draw(blocks_of(page)),
        images=draw(tuples_of(images, 2)),
        links=found_links,
        times=draw(times_of(page)),
        sources=found_sources,
        quotes=found_quotes,
        claims=tuple(draw(claims(page, i + 1, known)) for i in range(draw(counts))),
        evidence=draw(tuples_of(evidence, 2)),
        problems=draw(tuples_of(problems, 2)),
    )
