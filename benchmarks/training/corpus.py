"""Marked articles → what the labeller learns from: features, labels and links."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from articlekit.attribution.claim_draft import CharRange
from articlekit.attribution.labeller.tokens import LABEL_ROLES, LabelRole, Tokens, to_tokens, write_labels
from articlekit.attribution.quotations.quotes import find_quotations
from articlekit.attribution.rules.continuation import continue_claims
from articlekit.attribution.rules.engine import find_regions, read_sentences
from articlekit.dates import find_times
from articlekit.models import Article, Block, Span

LINE: Final = re.compile(r"[^\n]+")

Marked = dict[LabelRole, list[CharRange]]
"""One attribution as the corpus marks it: the characters of its source, cue and content."""


@frozen(eq=False)
class Example:
    """An article that the network learns from."""

    name: str
    """What the corpus calls it."""
    tokens: Tokens
    """Its words."""
    labels: list[int]
    """What the corpus says of each, by number in :data:`articlekit.attribution.labeller.tokens.LABELS`."""
    marked: list[Marked]
    """Its attributions."""


def read(path: Path) -> Iterator[Example]:
    """The articles of a corpus file, one JSON object a line: ``text`` and ``attributions`` in characters."""
    for row in rows(path):
        marked: list[Marked] = [
            {role: [(start, end) for start, end in one.get(role) or ()] for role in LABEL_ROLES}
            for one in row["attributions"]
        ]
        tokens = tokens_in(article_of(row["text"]))
        yield Example(row["id"], tokens, _labels(tokens, marked), marked)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article_of(text: str) -> Article:
    """The text as an article whose paragraphs are its lines, so that offsets stay those of the corpus."""
    blocks = tuple(Block(kind="paragraph", span=Span(*line.span())) for line in LINE.finditer(text))
    return Article(text=text, blocks=blocks, times=find_times(text, anchor=None).resolved)


def tokens_in(article: Article) -> Tokens:
    """The words of an article, with the rules' hints, as :func:`articlekit.attribute` hands them to the labeller."""
    regions = find_regions(article)
    quotations, _ = find_quotations(regions)
    return to_tokens(
        regions, quotations, continue_claims(list(read_sentences(article, regions, quotations)), quotations)
    )


def _labels(tokens: Tokens, marked: list[Marked]) -> list[int]:
    """A word with two roles is labelled with the one that is rarer and says more: cue before source before content."""
    labels = [0] * len(tokens)
    for role in ("content", "source", "cue"):
        for one in marked:
            write_labels(tokens, labels, role, one[role])
    return labels
