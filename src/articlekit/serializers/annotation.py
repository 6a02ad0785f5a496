"""Claims, quotes and source mentions as W3C Web Annotations (Web Annotation Data Model, 23 February 2017).

- There is one annotation for each claim, each quote and each mention of a source, in this order. Its ``id`` is the article's URL
  and the id of the item (``…#claim-1``, ``…#source-1-mention-2``). Empty spans have no annotation.
- The ``target`` is the page: the article's URL, or without a URL a ``urn:uuid:`` made from its words. An interrupted item has one
  target for each of its spans.
- A ``TextQuoteSelector`` has the exact words with up to 32 characters before and after. These are whole words of the same block,
  because a page may show anything between two blocks.
- A ``TextPositionSelector`` counts in ``page_text``, the text content of the page, as the standard requires. The words are found
  there by prefix and suffix; white space is ignored. If they occur more than once, or not at all, the position is left out. Without
  ``page_text``, positions count in ``Article.text``, for tools that show that text; words in the title then have no position.
- Positions are code points, as in the standard. Browsers and annotation tools in JavaScript count UTF-16 code units: for these,
  set ``unit="utf-16"``.
- Bodies are texts: ``tagging`` for the kind of item (``claim``, its form, the cue's kind, ``negated``, ``hedged``), ``identifying``
  for the name of each source, ``describing`` for the words of the cue. ``motivation`` is ``classifying`` for claims and quotes,
  ``identifying`` for mentions.
- Left out: audience, dates, links and confidence. They are not about the words on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from articlekit.models import Article, Claim, Cue, Source, Span
from articlekit.serializers.anchoring import SpanContext, TextIndex, Unit
from articlekit.serializers.shared import article_uri, require_article

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MAX_CONTEXT_CHARS = 32
"""Length of a prefix and of a suffix."""


def to_annotations(
    article: Article, *, page_text: str | None = None, unit: Unit = "code-points"
) -> list[dict[str, Any]]:
    """Return one annotation for each claim, quote and source mention.

    ``page_text`` is the text content of the page as a browser gives it, for positions in the page itself. Remove the text of scripts
    from it: scripts often repeat the article, and words that occur twice get no position.

    >>> import articlekit
    >>> annotation = to_annotations(articlekit.parse("It rained, Ilse Brandt said."))[0]
    >>> [body["value"] for body in annotation["body"]], annotation["target"]["selector"][0]["exact"]
    (['claim', 'indirect', 'statement', 'Ilse Brandt', 'said'], 'It rained')
    """
    require_article(article, "to_annotations")
    if unit not in ("code-points", "utf-16"):
        raise ValueError(f"unit must be 'code-points' or 'utf-16'; got {unit!r}")
    uri = article_uri(article)
    index = TextIndex(article.text if page_text is None else page_text, unit)
    targets = _TargetWriter(uri, SpanContext(article), index, page_text is None)
    items = [
        (f"{uri}#{name}", motivation, bodies, [targets.write(span) for span in spans if span.start < span.end])
        for name, motivation, bodies, spans in _items(article)
    ]
    return [
        {
            "@context": CONTEXT,
            "id": name,
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": target[0] if len(target) == 1 else target,
        }
        for name, motivation, bodies, target in items
        if target
    ]


_Item = tuple[str, str, list[dict[str, str]], tuple[Span, ...]]


def _items(article: Article) -> Iterator[_Item]:
    """Yield what is annotated: id, motivation, bodies and spans."""
    for claim in article.claims:
        yield claim.id, "classifying", _claim_bodies(claim), claim.spans
    for quote in article.quotes:
        bodies = [*_tags("quote", quote.kind), *_attributed(quote.sources, quote.cue)]
        yield quote.id, "classifying", bodies, quote.spans
    for source in article.sources:
        bodies = [*_tags("source", source.kind), _text("identifying", source.name)]
        for number, mention in enumerate(source.mentions, start=1):
            yield f"{source.id}-mention-{number}", "identifying", bodies, (mention,)


def _claim_bodies(claim: Claim) -> list[dict[str, str]]:
    flags = [name for name, is_set in (("negated", claim.negated), ("hedged", claim.hedged)) if is_set]
    kinds = [claim.cue.kind] if claim.cue else []
    return [*_tags("claim", claim.form, *kinds, *flags), *_attributed(claim.sources, claim.cue)]


def _attributed(sources: Iterable[Source], cue: Cue | None) -> list[dict[str, str]]:
    names = [_text("identifying", source.name) for source in sources]
    return [*names, _text("describing", cue.text)] if cue and cue.text else names


def _tags(*tags: str) -> list[dict[str, str]]:
    return [_text("tagging", tag) for tag in tags]


def _text(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


@frozen
class _TargetWriter:
    """Writes the target for a span."""

    uri: str
    """The URI of the page."""
    context: SpanContext
    """The text around spans."""
    index: TextIndex
    """The text that positions count in."""
    is_article_text: bool
    """Whether that text is the article's own."""

    def write(self, span: Span) -> dict[str, Any]:
        """Return the page, and the selectors that find ``span`` in it."""
        exact, (prefix, suffix) = self.context.text_at(span), self.context.around(span, MAX_CONTEXT_CHARS)
        selectors: list[dict[str, Any]] = [
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
        ]
        if (position := self._position(span, (prefix, exact, suffix))) is not None:
            selectors.append({"type": "TextPositionSelector", "start": position[0], "end": position[1]})
        return {"source": self.uri, "selector": selectors}

    def _position(self, span: Span, words: tuple[str, str, str]) -> tuple[int, int] | None:
        if not self.is_article_text:
            return self.index.find(*words)
        return self.index.in_units(span.start, span.end) if span.field == "text" else None
