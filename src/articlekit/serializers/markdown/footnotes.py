"""Footnotes that say who the sources are and who makes each claim, as GitHub and Pandoc read them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from articlekit.models import Article, Claim, Source, Span
from articlekit.serializers.markdown.inline import Notes, write_words
from articlekit.serializers.surroundings import Surroundings
from articlekit.serializers.wording import listed

_CLOSING = re.compile(r"[^\w\s([{“„«]*+(?=\s|\Z)")


class Footnotes:
    """The notes of an article: where each is called, and what it says."""

    def __init__(self, article: Article) -> None:
        self._article = article
        around = Surroundings(article)
        self._calls: dict[str, defaultdict[int, str]] = {"text": defaultdict(str), "title": defaultdict(str)}
        for number, claim in enumerate(article.claims, start=1):
            self._call(f"c{number}", claim.spans[-1:], around)
        for number, source in enumerate(article.sources, start=1):
            self._call(f"s{number}", source.mentions[:1], around)

    @property
    def in_text(self) -> Notes:
        """The calls in the text."""
        return Notes(self._calls["text"])

    @property
    def in_title(self) -> Notes:
        """The calls in the title."""
        return Notes(self._calls["title"])

    def definitions(self) -> Iterator[str]:
        """The notes, claims first."""
        counts = {source.id: 0 for source in self._article.sources}
        for number, claim in enumerate(self._article.claims, start=1):
            yield f"[^c{number}]: {_claim_note(claim)}"
            counts.update({source.id: counts.get(source.id, 0) + 1 for source in claim.sources})
        for number, source in enumerate(self._article.sources, start=1):
            yield f"[^s{number}]: {_source_note(source, counts[source.id])}"

    def _call(self, name: str, spans: Sequence[Span], around: Surroundings) -> None:
        """Call a note behind ``spans`` and the punctuation that closes a clause there."""
        for span in spans:
            words = (self._article.title or "") if span.field == "title" else self._article.text
            closing = _CLOSING.match(words, span.end, around.room(span).end)
            self._calls[span.field][closing.end() if closing else span.end] += f"[^{name}]"


def _claim_note(claim: Claim) -> str:
    who = listed(source.name for source in claim.sources) or "No source is named"
    parts = [
        f"**{write_words(who)}**",
        write_words(f"“{claim.cue.text}”" if claim.cue else "by the layout"),
        write_words(f"to {listed(source.name for source in claim.audience)}") if claim.audience else "",
        claim.when.value if claim.when else "",
        "negated" if claim.negated else "",
        "hedged" if claim.hedged else "",
        f"{claim.form} claim, confidence {claim.confidence:.2f}",
    ]
    return ", ".join(part for part in parts if part) + f": {write_words(claim.text)}"


def _source_note(source: Source, claims: int) -> str:
    about = (source.kind if source.named else f"unnamed {source.kind}", source.role, source.affiliation)
    counts = f"{_count(claims, 'claim')}, {_count(len(source.mentions), 'mention')}"
    return f"**{write_words(source.name)}** ({', '.join(write_words(part) for part in about if part)}): {counts}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
