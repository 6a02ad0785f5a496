"""Footnotes that describe the sources and the claims, as GitHub and Pandoc read them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from articlekit.models import Article, Claim, Source, Span
from articlekit.serializers.anchoring import SpanContext
from articlekit.serializers.markdown.inline import Insertions, escape_text
from articlekit.serializers.shared import join_names

_CLOSING_PUNCTUATION = re.compile(r"[^\w\s([{“„«]*+(?=\s|\Z)")


class Footnotes:
    """The footnotes of an article: their references in the text and title, and their definitions."""

    def __init__(self, article: Article) -> None:
        self._article = article
        context = SpanContext(article)
        self._references: dict[str, defaultdict[int, str]] = {"text": defaultdict(str), "title": defaultdict(str)}
        for number, claim in enumerate(article.claims, start=1):
            self._add_reference(f"c{number}", claim.spans[-1:], context)
        for number, source in enumerate(article.sources, start=1):
            self._add_reference(f"s{number}", source.mentions[:1], context)

    @property
    def in_text(self) -> Insertions:
        """The references in the text."""
        return Insertions(self._references["text"])

    @property
    def in_title(self) -> Insertions:
        """The references in the title."""
        return Insertions(self._references["title"])

    def definitions(self) -> Iterator[str]:
        """Yield the definitions, those of claims first."""
        counts = {source.id: 0 for source in self._article.sources}
        for number, claim in enumerate(self._article.claims, start=1):
            yield f"[^c{number}]: {_claim_note(claim)}"
            counts.update({source.id: counts.get(source.id, 0) + 1 for source in claim.sources})
        for number, source in enumerate(self._article.sources, start=1):
            yield f"[^s{number}]: {_source_note(source, counts[source.id])}"

    def _add_reference(self, label: str, spans: Sequence[Span], context: SpanContext) -> None:
        """Add a reference after ``spans`` and the punctuation that closes a clause there."""
        for span in spans:
            words = (self._article.title or "") if span.field == "title" else self._article.text
            closing = _CLOSING_PUNCTUATION.match(words, span.end, context.container(span).end)
            self._references[span.field][closing.end() if closing else span.end] += f"[^{label}]"


def _claim_note(claim: Claim) -> str:
    names = join_names(source.name for source in claim.sources) or "No source is named"
    parts = [
        f"**{escape_text(names)}**",
        escape_text(f"“{claim.cue.text}”" if claim.cue else "by the layout"),
        escape_text(f"to {join_names(source.name for source in claim.audience)}") if claim.audience else "",
        claim.when.value if claim.when else "",
        "negated" if claim.negated else "",
        "hedged" if claim.hedged else "",
        f"{claim.form} claim, confidence {claim.confidence:.2f}",
    ]
    return ", ".join(part for part in parts if part) + f": {escape_text(claim.text)}"


def _source_note(source: Source, claims: int) -> str:
    about = (source.kind if source.named else f"unnamed {source.kind}", source.role, source.affiliation)
    counts = f"{_count(claims, 'claim')}, {_count(len(source.mentions), 'mention')}"
    return f"**{escape_text(source.name)}** ({', '.join(escape_text(part) for part in about if part)}): {counts}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
