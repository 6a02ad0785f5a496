"""An article's claims, quotes and source mentions as W3C Web Annotations (Web Annotation Data Model, 23 February 2017).

- One annotation for each claim, each quote and each mention of a source, in this order; its ``id`` is the article's address and
  the item's id (``…#claim-1``, ``…#source-1-mention-2``). Whatever has no words on the page (an empty span) has no annotation.
- The ``target`` is the page: the article's address, or a ``urn:uuid:`` from its words where it has none. An item that is
  interrupted has one target for each of its spans.
- A ``TextQuoteSelector`` has the exact words with up to 32 characters before and after, cut between words and never past the
  block, because a page may show anything between two blocks.
- A ``TextPositionSelector`` counts in what the caller says. With ``page_text``, the text content of the page, it counts
  there, as the standard wants; the words are looked for with prefix and suffix, white space aside, and where they stand
  there twice, too often to tell, or not at all, the position is left out. Without ``page_text`` it counts in ``Article.text``, for tools that
  show that; what stands in the title then has no position.
- Positions are code points, as the standard has them. Browsers and annotation tools in JavaScript count UTF-16 code units:
  ``unit="utf-16"`` gives these.
- Bodies are texts: ``tagging`` for what it is (``claim``, its form, the cue's kind, ``negated``, ``hedged``), ``identifying`` for
  each source's name, ``describing`` for the cue's words. ``motivation`` is ``classifying`` for claims and quotes, ``identifying``
  for mentions.
- Left out: who it was told to, when, links, confidence; those are not about the words on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from articlekit.models import Article, Claim, Cue, Source, Span
from articlekit.serializers.identity import article_uri
from articlekit.serializers.places import Places, Unit
from articlekit.serializers.surroundings import Surroundings
from articlekit.serializers.wording import check_article

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SIZE = 32
"""Characters of prefix and suffix."""


def to_annotations(
    article: Article, *, page_text: str | None = None, unit: Unit = "code-points"
) -> list[dict[str, Any]]:
    """One annotation for each claim, quote and source mention.

    ``page_text`` is the text content of the page, as a browser gives it, for positions in the page itself; blank the scripts in
    it, which often hold the words once more: what stands there twice gets no position.

    >>> import articlekit
    >>> annotation = to_annotations(articlekit.parse("It rained, Ilse Brandt said."))[0]
    >>> [body["value"] for body in annotation["body"]], annotation["target"]["selector"][0]["exact"]
    (['claim', 'indirect', 'statement', 'Ilse Brandt', 'said'], 'It rained')
    """
    check_article(article, "to_annotations")
    if unit not in ("code-points", "utf-16"):
        raise ValueError(f"unit: {unit!r} is neither 'code-points' nor 'utf-16'")
    uri = article_uri(article)
    positions = Places(article.text if page_text is None else page_text, unit)
    targets = _Targets(uri, Surroundings(article), positions, page_text is None)
    found = [
        (f"{uri}#{name}", motivation, bodies, [targets.of(span) for span in spans if span.start < span.end])
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
        for name, motivation, bodies, target in found
        if target
    ]


_Item = tuple[str, str, list[dict[str, str]], tuple[Span, ...]]


def _items(article: Article) -> Iterator[_Item]:
    """Whatever is annotated: id, motivation, bodies and spans."""
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
    doubts = [name for name, holds in (("negated", claim.negated), ("hedged", claim.hedged)) if holds]
    kinds = [claim.cue.kind] if claim.cue else []
    return [*_tags("claim", claim.form, *kinds, *doubts), *_attributed(claim.sources, claim.cue)]


def _attributed(sources: Iterable[Source], cue: Cue | None) -> list[dict[str, str]]:
    names = [_text("identifying", source.name) for source in sources]
    return [*names, _text("describing", cue.text)] if cue and cue.text else names


def _tags(*tags: str) -> list[dict[str, str]]:
    return [_text("tagging", tag) for tag in tags]


def _text(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


@frozen
class _Targets:
    """Makes the target of each span."""

    uri: str
    """The page."""
    around: Surroundings
    """The words around spans."""
    positions: Places
    """The text that positions count in."""
    of_article: bool
    """Whether that is the article's own text."""

    def of(self, span: Span) -> dict[str, Any]:
        """The page, and the selectors that lead to ``span`` in it."""
        exact, (prefix, suffix) = self.around.words(span), self.around.around(span, SIZE)
        selectors: list[dict[str, Any]] = [
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
        ]
        if (place := self._place(span, (prefix, exact, suffix))) is not None:
            selectors.append({"type": "TextPositionSelector", "start": place[0], "end": place[1]})
        return {"source": self.uri, "selector": selectors}

    def _place(self, span: Span, words: tuple[str, str, str]) -> tuple[int, int] | None:
        if not self.of_article:
            return self.positions.find(*words)
        return self.positions.counted(span.start, span.end) if span.field == "text" else None
