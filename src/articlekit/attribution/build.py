"""Build the sources, quotes and claims of the article from finished claim drafts, numbered in page order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from attrs import define

from articlekit.attribution.claim_draft import CharRange, ClaimDraft, Mention
from articlekit.attribution.quotations.quotes import Quotation
from articlekit.attribution.sources.coreference import CoreferenceResolver
from articlekit.attribution.sources.entities import Entity
from articlekit.attribution.sources.pronouns import answered_claims
from articlekit.models import (
    Article,
    Claim,
    ClaimForm,
    Cue,
    Link,
    Quote,
    QuoteKind,
    Source,
    Span,
    SpanField,
    When,
    slice_text,
)

MAX_DATE_DISTANCE: Final = 60
"""How many characters may be between a cue and the date on which something was said."""

MAX_OPENING_CHARS: Final = 3
"""How many characters may be before a date that opens a sentence: ``On Friday``."""

SortKey = tuple[bool, int]


def page_order(field: str, start: int) -> SortKey:
    """Return the sort key of an offset: the title comes first."""
    return field != "title", start


@define
class Attribution:
    """What attribution adds to an article."""

    sources: tuple[Source, ...]
    """All sources and audiences."""
    quotes: tuple[Quote, ...]
    """All quotations."""
    claims: tuple[Claim, ...]
    """All attributed statements."""


def build_attribution(article: Article, claims: list[ClaimDraft], quotations: list[Quotation]) -> Attribution:
    """Return the sources, quotes and claims of an article from its claim drafts and quotations."""
    claims = sorted(claims, key=lambda c: (page_order(c.field, c.content[0][0]), c.content))
    sources, by_mention = _sources(article, claims)
    owners = _claim_of_each_quotation(claims, quotations)
    quotes = _quotes(article, quotations, owners, by_mention)
    held: dict[int, list[Quote]] = {}
    for quote, owner in zip(quotes, owners, strict=True):
        held.setdefault(id(owner), []).append(quote)
    index = _ArticleIndex(article, by_mention)
    frozen = [_claim(index, c, f"claim-{n}", tuple(held.get(id(c), ()))) for n, c in enumerate(claims, 1)]
    return Attribution(sources, quotes, tuple(frozen))


BySource = dict[tuple[int, int, str], Source]


class _ArticleIndex:
    """Finds the dates and links of an article by their offsets, without a scan of all of them."""

    def __init__(self, article: Article, by_mention: BySource) -> None:
        self.article, self.by_mention = article, by_mention
        self._times = [w for w in article.times if w.span is not None and w.span.field == "text"]
        self._time_starts = [w.span.start for w in self._times if w.span is not None]
        self._links = [link for link in article.links if link.span is not None and link.span.field == "text"]
        self._link_starts = [link.span.start for link in self._links if link.span is not None]

    def times_near(self, claim: ClaimDraft) -> list[When]:
        """Return the dates that begin in the claim's sentence."""
        first, last = (bisect_left(self._time_starts, offset) for offset in claim.sentence)
        return self._times[first:last]

    def links_at(self, spans: Iterable[Span]) -> tuple[Link, ...]:
        """Return the links that share a character with one of the spans, in the order of the page."""
        found: dict[int, Link] = {}
        for span in spans:
            first, last = bisect_left(self._link_starts, span.start) - 1, bisect_left(self._link_starts, span.end)
            for number in range(max(0, first), last):
                link = self._links[number]
                if link.span is not None and _overlap(link.span, span):
                    found[number] = link
        return tuple(found[number] for number in sorted(found))


def _sources(article: Article, claims: list[ClaimDraft]) -> tuple[tuple[Source, ...], BySource]:
    resolver = CoreferenceResolver(article, answered_claims(claims, article.text))
    mentioned: list[tuple[Mention, list[Mention] | None]] = [(m, None) for c in claims for m in c.sources]
    mentioned += [(m, c.sources) for c in claims for m in c.audience]
    mentioned.sort(key=lambda pair: page_order(pair[0].field, pair[0].start))
    mentions = [mention for mention, _ in mentioned]
    entities = [resolver.resolve(mention, speakers) for mention, speakers in mentioned]
    ranked = sorted(resolver.entities, key=lambda e: min(page_order(s.field, s.start) for s in e.mentions))
    frozen = {id(entity): _source(entity, number) for number, entity in enumerate(ranked, 1)}
    by_mention = {m.position: frozen[id(e)] for m, e in zip(mentions, entities, strict=True)}
    return tuple(frozen.values()), by_mention


def _source(entity: Entity, number: int) -> Source:
    return Source(
        id=f"source-{number}",
        name=entity.name,
        kind=entity.kind,
        named=entity.named,
        role=entity.role,
        affiliation=entity.affiliation,
        aliases=tuple(entity.aliases),
        mentions=_outer_mentions(entity.mentions),
    )


def _outer_mentions(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in page order, without those inside another one: two claims may share the words of a source."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (page_order(s.field, s.start), -s.end)):
        if not kept or kept[-1].field != span.field or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


def _named(mentions: Iterable[Mention], by_mention: BySource) -> tuple[Source, ...]:
    """Return the sources of the mentions, each once."""
    return tuple({(source := by_mention[mention.position]).id: source for mention in mentions}.values())


def _spans(ranges: Iterable[CharRange], field: SpanField) -> tuple[Span, ...]:
    return tuple(Span(start, end, field) for start, end in sorted(ranges))


def _claim_of_each_quotation(claims: list[ClaimDraft], quotations: list[Quotation]) -> list[ClaimDraft | None]:
    """Return for each quotation the claim whose content it is in."""
    parts = sorted(
        ((page_order(c.field, s), page_order(c.field, e), n) for n, c in enumerate(claims) for s, e in c.content)
    )
    owners: list[ClaimDraft | None] = []
    starts = [start for start, _, _ in parts]
    for quotation in quotations:
        piece = quotation.parts[0]
        at = bisect_left(starts, page_order(quotation.field, piece.end)) - 1
        hit = at >= 0 and parts[at][1] > page_order(quotation.field, piece.start)
        owners.append(claims[parts[at][2]] if hit else None)
    return owners


def _quotes(
    article: Article, quotations: list[Quotation], owners: list[ClaimDraft | None], by_mention: BySource
) -> tuple[Quote, ...]:
    out = []
    for number, (quotation, owner) in enumerate(zip(quotations, owners, strict=True), 1):
        spans = _spans(((p.start, p.end) for p in quotation.parts), quotation.field)
        kind = _kind(quotation, owner)
        spoken = owner is not None and kind in ("speech", "fragment")
        out.append(
            Quote(
                id=f"quote-{number}",
                text=slice_text(article, spans),
                spans=spans,
                kind=kind,
                sources=_named(owner.sources, by_mention) if owner and spoken else (),
                source_spans=_spans(owner.source_ranges, owner.field) if owner and spoken else (),
                cue=_cue(article, owner) if owner and spoken else None,
            )
        )
    return tuple(out)


def _kind(quotation: Quotation, owner: ClaimDraft | None) -> QuoteKind:
    if quotation.kind in ("name", "title"):
        return quotation.kind
    if owner is None:
        return "fragment" if quotation.depth else quotation.kind
    return "speech" if quotation.depth == 0 and _fills(quotation, owner) else "fragment"


def _fills(quotation: Quotation, claim: ClaimDraft) -> bool:
    """True if a part of the quotation is a whole part of the content, give or take its marks."""
    return any(abs(s - p.start) <= 1 and abs(e - p.end) <= 2 for s, e in claim.content for p in quotation.parts)


def _cue(article: Article, claim: ClaimDraft) -> Cue | None:
    if claim.cue is None:
        return None
    spans = _spans([claim.cue], claim.field)
    return Cue(text=slice_text(article, spans), spans=spans, kind=claim.kind)


def _claim(index: _ArticleIndex, claim: ClaimDraft, name: str, quotes: tuple[Quote, ...]) -> Claim:
    article, by_mention = index.article, index.by_mention
    spans = _spans(claim.content, claim.field)
    source_spans = _spans(claim.source_ranges, claim.field)
    cue = _cue(article, claim)
    return Claim(
        id=name,
        text=slice_text(article, spans),
        spans=spans,
        form="direct" if claim.rule == "claim.block_quote" else _form(spans, quotes),
        sources=_named(claim.sources, by_mention),
        source_spans=source_spans,
        cue=cue,
        audience=_named(claim.audience, by_mention),
        when=_when(index.times_near(claim), claim, article.text),
        negated=claim.negated,
        hedged=claim.hedged,
        links=index.links_at((*spans, *source_spans, *(cue.spans if cue else ()))),
        quotes=quotes,
        confidence=round(claim.confidence, 3),  # further digits differ between machines
        rule=claim.rule,
    )


def _form(spans: tuple[Span, ...], quotes: tuple[Quote, ...]) -> ClaimForm:
    spoken = [quote for quote in quotes if quote.kind in ("speech", "fragment")]
    if not spoken:
        return "indirect"
    quoted = [span for quote in spoken for span in quote.spans]
    inside = all(any(q.start - 1 <= s.start and s.end <= q.end + 1 for q in quoted) for s in spans)
    return "direct" if inside else "mixed"


def _overlap(a: Span, b: Span) -> bool:
    return a.field == b.field and a.start < b.end and b.start < a.end


def _when(times: Iterable[When], claim: ClaimDraft, text: str) -> When | None:
    """Return the date in the sentence that is outside content and source, and opens the sentence or is near the cue."""
    if claim.cue is None or claim.field == "title":
        return None
    for when in times:
        span = when.span
        if span is None or span.start < claim.sentence[0] or span.end > claim.sentence[1]:
            continue
        taken = any(s < span.end and span.start < e for s, e in (*claim.content, *claim.source_ranges))
        between = text[min(span.end, claim.cue[1]) : max(span.start, claim.cue[0])]
        # A comma between them makes it the date of another verb: ``who had left in May, said``.
        beside = -MAX_DATE_DISTANCE < span.start - claim.cue[1] < MAX_DATE_DISTANCE and "," not in between
        near = beside or span.start <= claim.sentence[0] + MAX_OPENING_CHARS
        if near and not taken and not _dates_the_source(span, claim):
            return when
    return None


def _dates_the_source(span: Span, claim: ClaimDraft) -> bool:
    """True if the date belongs to the source: ``according to a study commissioned last year``."""
    return claim.rule in ("claim.according_to", "claim.document") and any(
        0 <= span.start - end <= 1 for _, end in claim.source_ranges
    )
