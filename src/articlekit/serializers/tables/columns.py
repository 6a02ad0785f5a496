"""The columns of each table, declared once: name, type, meaning, and how to read the value from an article."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Final, Literal

from attrs import frozen

from articlekit.models import Article, Claim, Quote, Source, Span, When, slice_text
from articlekit.serializers.shared import article_uri, publisher_name

Table = Literal["claims", "quotes", "links", "sources"]
"""The tables. Each is named after its rows."""

ColumnType = Literal["text", "flag", "number", "count", "date", "moment", "texts", "spans", "sources"]
"""The type of a cell: string, boolean, number, integer, date, time in UTC, list of strings, of spans, or of sources."""


@frozen
class ArticleData:
    """An article, and values that its rows share. Each is computed once."""

    article: Article
    """The article."""

    @cached_property
    def uri(self) -> str:
        """The article's URL, or a ``urn:uuid:`` if it has none."""
        return article_uri(self.article)

    @cached_property
    def claim_counts(self) -> Counter[str]:
        """The number of claims of each source, by its id."""
        return _count_by_source(self.article.claims)

    @cached_property
    def quote_counts(self) -> Counter[str]:
        """The number of quotes of each source, by its id."""
        return _count_by_source(self.article.quotes)

    def text_at(self, spans: Iterable[Span]) -> str:
        """Return the text at ``spans``."""
        return slice_text(self.article, spans)


def _count_by_source(items: Iterable[Claim | Quote]) -> Counter[str]:
    return Counter(source.id for item in items for source in item.sources)


Read = Callable[[ArticleData, Any], object]
"""A function from an article and one of its items to a cell."""


@frozen
class Column:
    """One column of a table."""

    name: str
    """The name in the header."""
    type: ColumnType
    """The type of its cells."""
    meaning: str
    """Their meaning, in one sentence."""
    read: Read
    """Returns the cell for an article and an item."""


def _columns(*columns: tuple[str, ColumnType, str, Read]) -> tuple[Column, ...]:
    return tuple(Column(*column) for column in columns)


def _day(when: When | None) -> dt.date | None:
    return when.earliest if when else None


def _value(when: When | None) -> str | None:
    return when.value if when else None


def _last(when: When | None) -> dt.date | None:
    return when.latest if when else None


def _moment(when: When | None) -> dt.datetime | None:
    """Return the time in UTC; None if its zone is unknown, or if its year in UTC is not 1 to 9999."""
    if when is None or when.at is None or when.at.utcoffset() is None:
        return None
    try:
        return when.at.astimezone(dt.UTC)
    except OverflowError:
        return None


def _names(sources: Iterable[Source]) -> str | None:
    return "; ".join(source.name for source in sources) or None


def _sources(sources: Iterable[Source]) -> list[dict[str, object]]:
    names = ("id", "name", "kind", "named", "role", "affiliation")
    return [{name: getattr(source, name) for name in names} for source in sources]


def _spans(spans: Iterable[Span]) -> list[dict[str, object]]:
    return [{"start": span.start, "end": span.end, "field": span.field} for span in spans]


ARTICLE_COLUMNS: Final = _columns(
    (
        "article",
        "text",
        "What the article is called in all tables: its address, or where it has none a `urn:uuid:` made of its words.",
        lambda data, _: data.uri,
    ),
    ("url", "text", "Address of the article.", lambda data, _: data.article.url),
    (
        "publisher",
        "text",
        "Name of the paper, or else its domain.",
        lambda data, _: publisher_name(data.article),
    ),
    ("title", "text", "The headline.", lambda data, _: data.article.title),
    ("published", "date", "First day of publication.", lambda data, _: _day(data.article.published)),
    ("published_value", "text", "The same as written, ISO 8601.", lambda data, _: _value(data.article.published)),
    ("published_last", "date", "Last day that this covers.", lambda data, _: _last(data.article.published)),
    (
        "published_at",
        "moment",
        "The time of publication in UTC, where a time of day and a zone are known.",
        lambda data, _: _moment(data.article.published),
    ),
    ("language", "text", "BCP 47 tag of the language.", lambda data, _: data.article.language),
)
"""The columns at the start of every table."""

SHARED_COLUMNS: Final = _columns(
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
        lambda data, item: data.text_at(item.source_spans) or None,
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

CLAIM_COLUMNS: Final = _columns(
    ("claim", "text", "The claim's id within the article.", lambda _, claim: claim.id),
    ("form", "text", "`direct`, `indirect` or `mixed`.", lambda _, claim: claim.form),
    *((column.name, column.type, column.meaning, column.read) for column in SHARED_COLUMNS),
    ("audience_names", "text", "Names of those who were told.", lambda _, claim: _names(claim.audience)),
    ("audience", "sources", "Those who were told.", lambda _, claim: _sources(claim.audience)),
    ("said", "date", "First day on which it was said.", lambda _, claim: _day(claim.when)),
    ("said_value", "text", "The same as written, ISO 8601.", lambda _, claim: _value(claim.when)),
    ("said_last", "date", "Last day that this covers.", lambda _, claim: _last(claim.when)),
    (
        "said_at",
        "moment",
        "When it was said in UTC, where a time of day and a zone are known.",
        lambda _, claim: _moment(claim.when),
    ),
    ("negated", "flag", "Whether the source did *not* say it.", lambda _, claim: claim.negated),
    ("hedged", "flag", "Whether the reporter keeps a distance.", lambda _, claim: claim.hedged),
    ("confidence", "number", "How likely the claim is right, 0 to 1.", lambda _, claim: claim.confidence),
    ("rule", "text", "The rule that found it.", lambda _, claim: claim.rule),
    ("links", "texts", "Ids of the links that stand in it.", lambda _, claim: [link.id for link in claim.links]),
    ("quotes", "texts", "Ids of the quotes that lie in it.", lambda _, claim: [quote.id for quote in claim.quotes]),
)

QUOTE_COLUMNS: Final = _columns(
    ("quote", "text", "The quote's id within the article.", lambda _, quote: quote.id),
    ("kind", "text", "What the quotation marks do: `speech`, `fragment` and so on.", lambda _, quote: quote.kind),
    *((column.name, column.type, column.meaning, column.read) for column in SHARED_COLUMNS),
)

LINK_COLUMNS: Final = _columns(
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

SOURCE_COLUMNS: Final = _columns(
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
        lambda data, source: data.claim_counts[source.id],
    ),
    (
        "quote_count",
        "count",
        "How many quotes are its own.",
        lambda data, source: data.quote_counts[source.id],
    ),
    (
        "mention_texts",
        "texts",
        "The words of each mention.",
        lambda data, source: [data.text_at([span]) for span in source.mentions],
    ),
    ("mentions", "spans", "Where those words stand.", lambda _, source: _spans(source.mentions)),
)

COLUMNS: Final[Mapping[Table, tuple[Column, ...]]] = {
    "claims": ARTICLE_COLUMNS + CLAIM_COLUMNS,
    "quotes": ARTICLE_COLUMNS + QUOTE_COLUMNS,
    "links": ARTICLE_COLUMNS + LINK_COLUMNS,
    "sources": ARTICLE_COLUMNS + SOURCE_COLUMNS,
}
"""The columns of each table, in order."""
