"""What is marked in the words of an article, and what is said about each mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from articlekit.models import Article, Claim, Link, Quote, Source, Span, SpanField
from articlekit.serializers.html.marks import Mark
from articlekit.serializers.wording import listed

COLOURS = 8
"""Colours that sources have; the ninth source has the first again."""
_SAFE = re.compile(r"(?:https?://|mailto:)[^\x00-\x20]+", re.IGNORECASE)
_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")


def safe_address(url: str | None) -> str | None:
    """``url`` where a page may lead there.

    >>> safe_address("https://courier.example/a"), safe_address("javascript:alert(1)")
    ('https://courier.example/a', None)
    """
    return url if url and _SAFE.fullmatch(url) else None


def date_attribute(value: str) -> dict[str, str]:
    """``datetime`` of a ``time`` element, which has no word for an interval."""
    return {"datetime": value} if _POINT.fullmatch(value) else {}


class Finds:
    """The marks of an article, and the numbers by which its page speaks of sources and claims."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._numbers = {source.id: number for number, source in enumerate(article.sources, start=1)}
        found = list(self._all())
        self._marks: dict[SpanField, list[Mark]] = {
            "text": [mark for field, mark in found if field == "text"],
            "title": [mark for field, mark in found if field == "title"],
        }

    def marks(self, field: SpanField) -> list[Mark]:
        """The marks in the text or in the title."""
        return self._marks[field]

    def number(self, source: Source) -> int:
        """The number of a source, from 1; 0 where the article does not list it."""
        return self._numbers.get(source.id, 0)

    def colour(self, sources: Iterable[Source]) -> str:
        """The class that gives the colour of the first of ``sources``."""
        number = next((self.number(source) for source in sources), 0)
        return f"s{(number - 1) % COLOURS + 1}" if number else "s0"

    def _all(self) -> Iterator[tuple[SpanField, Mark]]:
        for number, claim in enumerate(self._article.claims, start=1):
            yield from self._claim(number, claim)
        for number, quote in enumerate(self._article.quotes, start=1):
            yield from self._quote(number, quote)
        for source in self._article.sources:
            yield from _marks(source.mentions, "span", {"class": f"source {self.colour((source,))}"})
        for when in self._article.times:
            told = {"class": "when", "title": when.value, **date_attribute(when.value)}
            yield from _marks((when.span,) if when.span else (), "time", told)
        yield from self._links()

    def _claim(self, number: int, claim: Claim) -> Iterator[tuple[SpanField, Mark]]:
        names = ",".join(str(self.number(source)) for source in claim.sources)
        told = {
            "class": f"claim {claim.form} {self.colour(claim.sources)}{' negated' if claim.negated else ''}",
            "data-note": about_claim(claim),
            "data-source": names,
            "aria-describedby": f"about-c{number}",
        }
        yield from _marks(claim.spans, "mark", {"id": f"c{number}", "tabindex": "0", **told}, "last")
        yield from _marks(claim.cue.spans if claim.cue else (), "span", {"class": f"cue {self.colour(claim.sources)}"})

    def _quote(self, number: int, quote: Quote) -> Iterator[tuple[SpanField, Mark]]:
        told = {"class": f"quote {quote.kind} {self.colour(quote.sources)}", "id": f"q{number}"}
        yield from _marks(quote.spans, "span", told)

    def _links(self) -> Iterator[tuple[SpanField, Mark]]:
        reached = {"text": 0, "title": 0}
        placed = sorted((link for link in self._article.links if link.span), key=lambda link: link.span or Span(0, 0))
        for link in placed:
            if link.span and link.span.start >= reached[link.span.field]:  # HTML has no link in a link
                reached[link.span.field] = link.span.end
                yield from _marks((link.span,), *link_element(link))


def link_element(link: Link) -> tuple[str, dict[str, str]]:
    """The element of a link, and its attributes; one that leads nowhere is no link."""
    if url := safe_address(link.url):
        return "a", {
            "class": "link",
            "href": url,
            "title": url,
            "rel": "noopener noreferrer nofollow",
            "target": "_blank",
        }
    return "span", {"class": "link dead", "title": f"{link.href or 'no address'} leads nowhere"}


def about_claim(claim: Claim) -> str:
    """Who makes a claim, by which words, to whom and when: one line."""
    said = f"“{claim.cue.text}”" if claim.cue else "by the layout"
    parts = [
        listed(map(_isolated, claim.sources)) or "no source is named",
        f"{said} ({claim.cue.kind})" if claim.cue else said,
        f"to {listed(map(_isolated, claim.audience))}" if claim.audience else "",
        claim.when.value if claim.when else "",
        "negated" if claim.negated else "",
        "hedged" if claim.hedged else "",
    ]
    return " · ".join(part for part in parts if part)


def _isolated(source: Source) -> str:
    """A name that turns no words around it, where no element can isolate it (Unicode Standard Annex 9)."""
    return source.name if source.name.isascii() else f"\u2068{source.name}\u2069"


def _marks(
    spans: Iterable[Span], tag: str, attributes: dict[str, str], ending: str = ""
) -> Iterator[tuple[SpanField, Mark]]:
    """A mark for each span of one thing; only the first has its id, only the last the class ``ending``."""
    listed = list(spans)
    for number, span in enumerate(listed, start=1):
        last = ending if number == len(listed) else ""
        yield (
            span.field,
            Mark(start=span.start, end=span.end, tag=tag, attributes=attributes, ending=last, begun=number > 1),
        )
