"""The columns of each table, declared once: name, type, meaning, and how an article tells it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal

from attrs import frozen

from articlekit.models import Article, Claim, Quote, Source, Span, When, slice_text

Table = Literal["claims", "quotes", "links", "sources"]
"""The tables, by what has a row in them."""

ColumnType = Literal["text", "flag", "number", "count", "date", "texts", "spans", "sources"]
"""What a cell holds: a string, a truth value, a number, a whole number, a date, a list of strings, of spans, or of sources."""


@frozen
class Column:
    """One column of a table."""

    name: str
    """Its heading."""
    type: ColumnType
    """What its cells hold."""
    meaning: str
    """What they mean: one sentence."""
    read: Callable[[Article, Any], object]
    """Article and item → the cell."""


def _columns(*columns: tuple[str, ColumnType, str, Callable[[Article, Any], object]]) -> tuple[Column, ...]:
    return tuple(Column(*column) for column in columns)


def _day(when: When | None) -> dt.date | None:
    return when.earliest if when else None


def _value(when: When | None) -> str | None:
    return when.value if when else None


def _names(sources: Iterable[Source]) -> str | None:
    return "; ".join(source.name for source in sources) or None


def _sources(sources: Iterable[Source]) -> list[dict[str, object]]:
    names = ("id", "name", "kind", "named", "role", "affiliation")
    return [{name: getattr(source, name) for name in names} for source in sources]


def _spans(spans: Iterable[Span]) -> list[dict[str, object]]:
    return [{"start": span.start, "end": span.end, "field": span.field} for span in spans]


def _made_by(article: Article, source: Source, items: Iterable[Claim | Quote]) -> int:
    return sum(source in item.sources for item in items)


ARTICLE: Final = _columns(
    ("url", "text", "Address of the article.", lambda article, _: article.url),
    (
        "publisher",
        "text",
        "Name of the paper, or else its domain.",
        lambda article, _: article.publisher and (article.publisher.name or article.publisher.domain),
    ),
    ("title", "text", "The headline.", lambda article, _: article.title),
    ("published", "date", "First day of publication.", lambda article, _: _day(article.published)),
    ("published_value", "text", "The same as written, ISO 8601.", lambda article, _: _value(article.published)),
    ("language", "text", "BCP 47 tag of the language.", lambda article, _: article.language),
)
"""The columns that each table begins with."""

SAID: Final = _columns(
    ("text", "text", "The exact words.", lambda _, item: item.text),
    (
        "source_names",
        "text",
        "Names of the sources, with a semicolon between two.",
        lambda _, item: _names(item.sources),
    ),
    (
        "source_text",
        "text",
        "The words on the page that name them.",
        lambda article, item: slice_text(article, item.source_spans) or None,
    ),
    ("sources", "sources", "The sources with role and affiliation.", lambda _, item: _sources(item.sources)),
    ("cue", "text", "The reporting words.", lambda _, item: item.cue and item.cue.text),
    (
        "cue_kind",
        "text",
        "What the source did: statement, denial and so on.",
        lambda _, item: item.cue and item.cue.kind,
    ),
    ("spans", "spans", "Where the words stand.", lambda _, item: _spans(item.spans)),
    (
        "source_spans",
        "spans",
        "Where the words stand that name the sources.",
        lambda _, item: _spans(item.source_spans),
    ),
    (
        "cue_spans",
        "spans",
        "Where the reporting words stand.",
        lambda _, item: _spans(item.cue.spans if item.cue else ()),
    ),
)
"""The columns that claims and quotes share."""

CLAIMS: Final = _columns(
    ("claim", "text", "The claim's id within the article.", lambda _, claim: claim.id),
    ("form", "text", "`direct`, `indirect` or `mixed`.", lambda _, claim: claim.form),
    *((column.name, column.type, column.meaning, column.read) for column in SAID),
    ("audience_names", "text", "Names of those who were told.", lambda _, claim: _names(claim.audience)),
    ("audience", "sources", "Those who were told.", lambda _, claim: _sources(claim.audience)),
    ("said", "date", "First day on which it was said.", lambda _, claim: _day(claim.when)),
    ("said_value", "text", "The same as written, ISO 8601.", lambda _, claim: _value(claim.when)),
    ("negated", "flag", "Whether the source did *not* say it.", lambda _, claim: claim.negated),
    ("hedged", "flag", "Whether the reporter keeps a distance.", lambda _, claim: claim.hedged),
    ("confidence", "number", "How likely the claim is right, 0 to 1.", lambda _, claim: claim.confidence),
    ("rule", "text", "The rule that found it.", lambda _, claim: claim.rule),
    ("links", "texts", "Ids of the links that stand in it.", lambda _, claim: [link.id for link in claim.links]),
    ("quotes", "texts", "Ids of the quotes that lie in it.", lambda _, claim: [quote.id for quote in claim.quotes]),
)

QUOTES: Final = _columns(
    ("quote", "text", "The quote's id within the article.", lambda _, quote: quote.id),
    ("kind", "text", "What the quotation marks do: `speech`, `fragment` and so on.", lambda _, quote: quote.kind),
    *((column.name, column.type, column.meaning, column.read) for column in SAID),
)

LINKS: Final = _columns(
    ("link", "text", "The link's id within the article.", lambda _, link: link.id),
    ("kind", "text", "What the link is for: `reference`, `related` and so on.", lambda _, link: link.kind),
    ("text", "text", "The words that are linked.", lambda _, link: link.text),
    ("href", "text", "The target as written.", lambda _, link: link.href),
    ("target", "text", "The absolute address.", lambda _, link: link.url),
    (
        "spans",
        "spans",
        "Where the words stand; none outside the text.",
        lambda _, link: _spans([link.span] if link.span else []),
    ),
)

SOURCES: Final = _columns(
    ("source", "text", "The source's id within the article.", lambda _, source: source.id),
    ("name", "text", "The name, or the description where there is none.", lambda _, source: source.name),
    ("kind", "text", "`person`, `organization` and so on.", lambda _, source: source.kind),
    ("named", "flag", "Whether the words identify it.", lambda _, source: source.named),
    ("role", "text", "Title or function.", lambda _, source: source.role),
    ("affiliation", "text", "The body that it speaks for.", lambda _, source: source.affiliation),
    ("aliases", "texts", "Its other names.", lambda _, source: list(source.aliases)),
    (
        "claim_count",
        "count",
        "How many claims it makes.",
        lambda article, source: _made_by(article, source, article.claims),
    ),
    (
        "quote_count",
        "count",
        "How many quotes are its own.",
        lambda article, source: _made_by(article, source, article.quotes),
    ),
    (
        "mention_texts",
        "texts",
        "The words of each mention.",
        lambda article, source: [slice_text(article, [span]) for span in source.mentions],
    ),
    ("mentions", "spans", "Where those words stand.", lambda _, source: _spans(source.mentions)),
)

COLUMNS: Final[Mapping[Table, tuple[Column, ...]]] = {
    "claims": ARTICLE + CLAIMS,
    "quotes": ARTICLE + QUOTES,
    "links": ARTICLE + LINKS,
    "sources": ARTICLE + SOURCES,
}
"""The columns of each table, in order."""
