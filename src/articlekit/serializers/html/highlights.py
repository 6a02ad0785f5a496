"""Highlights in the text of an article: which spans have one, what it says, and how highlights that overlap nest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from attrs import evolve, frozen

from articlekit.models import Article, Claim, Link, Quote, Source, Span, SpanField
from articlekit.serializers.shared import join_names

MAX_NESTED = 24
"""Highlights around one character. Deeper ones are left out, because browsers limit how deep formatting elements nest."""
SOURCE_COLOURS = 8
"""Number of source colours in the style sheet. The ninth source has the first colour again."""

_SAFE_URL = re.compile(r"(?:https?://|mailto:)[^\x00-\x20]+", re.IGNORECASE)
_SINGLE_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")


@frozen(kw_only=True)
class Highlight:
    """An element around some characters of a string."""

    start: int
    """The index of the first character."""
    end: int
    """The index after the last character."""
    tag: str
    """The name of the element."""
    attributes: Mapping[str, str]
    """Its attributes, unescaped. ``id`` is written on the first piece only."""
    last_class: str = ""
    """A class for the last piece."""
    is_continued: bool = False
    """Whether another piece of the highlight comes before."""

    def start_tag(self, *, is_last: bool) -> str:
        """Return the start tag of a piece."""
        attributes = dict(self.attributes)
        if self.is_continued:
            only_once = ("id", "tabindex", "aria-describedby")
            attributes = {name: value for name, value in attributes.items() if name not in only_once}
        if is_last and self.last_class:
            attributes["class"] = f"{attributes['class']} {self.last_class}"
        return f"<{self.tag}{write_attributes(attributes)}>"

    def clip(self, start: int, end: int) -> Highlight:
        """Return the part between ``start`` and ``end``."""
        return evolve(
            self,
            start=max(start, self.start),
            end=min(end, self.end),
            is_continued=self.is_continued or self.start < start,
            last_class="" if self.end > end else self.last_class,
        )


def write_attributes(attributes: Mapping[str, str]) -> str:
    """Return the attributes of a start tag, escaped, each after a space.

    >>> write_attributes({"class": "claim", "title": '"A" & B'})
    ' class="claim" title="&quot;A&quot; &amp; B"'
    """
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def highlight(text: str, start: int, end: int, highlights: Iterable[Highlight]) -> str:
    """Return ``text`` from ``start`` to ``end`` as HTML with ``highlights``. Those that overlap are cut into pieces that nest.

    >>> one = Highlight(start=0, end=6, tag="b", attributes={})
    >>> two = Highlight(start=4, end=9, tag="i", attributes={})
    >>> highlight("Rain fell.", 0, 10, [one, two])
    '<b>Rain<i> f</i></b><i>ell</i>.'
    """
    inside = (item.clip(start, end) for item in highlights if item.start < end and item.end > start)
    clipped = sorted((item for item in inside if item.start < item.end), key=lambda item: item.start)
    by_start = {index: list(group) for index, group in groupby(clipped, key=lambda item: item.start)}
    boundaries = sorted({start, end, *by_start, *(item.end for item in clipped)})
    opened: list[Highlight] = []
    parts: list[str] = []
    for index, following in zip(boundaries, [*boundaries[1:], end], strict=True):
        parts += _tags_at(index, opened, by_start.get(index, ()))
        parts.append(escape(text[index:following], quote=False))
    return "".join(parts)


def _tags_at(index: int, opened: list[Highlight], starting: Sequence[Highlight]) -> Iterator[str]:
    """Yield the tags at ``index``: close what ends there and all that is inside it, then reopen what continues."""
    first = next((i for i, item in enumerate(opened) if item.end == index), len(opened))
    closed = opened[first:]
    del opened[first:]
    yield from (f"</{item.tag}>" for item in reversed(closed))
    reopened = [evolve(item, is_continued=True) for item in closed if item.end > index]
    for item in sorted([*reopened, *starting], key=lambda item: -item.end)[: MAX_NESTED - len(opened)]:
        yield item.start_tag(is_last=all(outer.end >= item.end for outer in opened))
        opened.append(item)


def safe_url(url: str | None) -> str | None:
    """Return ``url`` if a page may link to it.

    >>> safe_url("https://courier.example/a"), safe_url("javascript:alert(1)")
    ('https://courier.example/a', None)
    """
    return url if url and _SAFE_URL.fullmatch(url) else None


def date_attributes(value: str) -> dict[str, str]:
    """Return the ``datetime`` attribute of a ``time`` element; none for an interval, which HTML cannot express."""
    return {"datetime": value} if _SINGLE_DATE.fullmatch(value) else {}


class ArticleHighlights:
    """The highlights of an article, and the numbers and colours of its sources on the page."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._numbers = {source.id: number for number, source in enumerate(article.sources, start=1)}
        found = list(self._all())
        self._highlights: dict[SpanField, list[Highlight]] = {
            "text": [item for field, item in found if field == "text"],
            "title": [item for field, item in found if field == "title"],
        }

    def within(self, field: SpanField) -> list[Highlight]:
        """Return the highlights in the text or in the title."""
        return self._highlights[field]

    def number(self, source: Source) -> int:
        """Return the number of a source, from 1; 0 if it is not among the article's sources."""
        return self._numbers.get(source.id, 0)

    def colour_class(self, sources: Iterable[Source]) -> str:
        """Return the class for the colour of the first of ``sources``."""
        number = next((self.number(source) for source in sources), 0)
        return f"s{(number - 1) % SOURCE_COLOURS + 1}" if number else "s0"

    def _all(self) -> Iterator[tuple[SpanField, Highlight]]:
        for number, claim in enumerate(self._article.claims, start=1):
            yield from self._claim(number, claim)
        for number, quote in enumerate(self._article.quotes, start=1):
            yield from self._quote(number, quote)
        for source in self._article.sources:
            yield from _pieces(source.mentions, "span", {"class": f"source {self.colour_class((source,))}"})
        for when in self._article.times:
            attributes = {"class": "when", "title": when.value, **date_attributes(when.value)}
            yield from _pieces((when.span,) if when.span else (), "time", attributes)
        yield from self._links()

    def _claim(self, number: int, claim: Claim) -> Iterator[tuple[SpanField, Highlight]]:
        colour = self.colour_class(claim.sources)
        attributes = {
            "id": f"c{number}",
            "tabindex": "0",
            "class": f"claim {claim.form} {colour}{' negated' if claim.negated else ''}",
            "data-note": describe_claim(claim),
            "data-source": ",".join(str(self.number(source)) for source in claim.sources),
            "aria-describedby": f"about-c{number}",
        }
        yield from _pieces(claim.spans, "mark", attributes, "last")
        yield from _pieces(claim.cue.spans if claim.cue else (), "span", {"class": f"cue {colour}"})

    def _quote(self, number: int, quote: Quote) -> Iterator[tuple[SpanField, Highlight]]:
        attributes = {"class": f"quote {quote.kind} {self.colour_class(quote.sources)}", "id": f"q{number}"}
        yield from _pieces(quote.spans, "span", attributes)

    def _links(self) -> Iterator[tuple[SpanField, Highlight]]:
        last_end = {"text": 0, "title": 0}
        in_order = sorted((link for link in self._article.links if link.span), key=lambda link: link.span or Span(0, 0))
        for link in in_order:
            if link.span and link.span.start >= last_end[link.span.field]:  # HTML allows no link in a link
                last_end[link.span.field] = link.span.end
                yield from _pieces((link.span,), *link_element(link))


def link_element(link: Link) -> tuple[str, dict[str, str]]:
    """Return the element of a link and its attributes: ``a``, or ``span`` if the URL is missing or not safe."""
    if url := safe_url(link.url):
        return "a", {
            "class": "link",
            "href": url,
            "title": url,
            "rel": "noopener noreferrer nofollow",
            "target": "_blank",
        }
    return "span", {"class": "link dead", "title": f"{link.href or 'no address'} leads nowhere"}


def describe_claim(claim: Claim) -> str:
    """Return one line with the sources of a claim, its cue, audience and date."""
    cue = f"“{claim.cue.text}” ({claim.cue.kind})" if claim.cue else "by the layout"
    parts = [
        join_names(map(_isolate, claim.sources)) or "no source is named",
        cue,
        f"to {join_names(map(_isolate, claim.audience))}" if claim.audience else "",
        claim.when.value if claim.when else "",
        "negated" if claim.negated else "",
        "hedged" if claim.hedged else "",
    ]
    return " · ".join(part for part in parts if part)


def _isolate(source: Source) -> str:
    """Return a source's name, isolated so that it cannot change the direction of the text around it (Unicode Annex 9)."""
    return source.name if source.name.isascii() else f"\u2068{source.name}\u2069"


def _pieces(
    spans: Iterable[Span], tag: str, attributes: dict[str, str], last_class: str = ""
) -> Iterator[tuple[SpanField, Highlight]]:
    """Yield a highlight for each span of one item. Only the first has the item's id, only the last the class ``last_class``."""
    pieces = list(spans)
    for number, span in enumerate(pieces, start=1):
        piece = Highlight(
            start=span.start,
            end=span.end,
            tag=tag,
            attributes=attributes,
            last_class=last_class if number == len(pieces) else "",
            is_continued=number > 1,
        )
        yield span.field, piece
