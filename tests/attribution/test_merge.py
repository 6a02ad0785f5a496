"""Merging the rules' reading and the labeller's reading: each exception with an example and a near miss."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from articlekit.attribution.labeller.protocol import LIGHT_TRUST
from articlekit.attribution.labeller.tokens import LABELS, Tokens
from articlekit.attribution.steps import label_and_merge, read_with_rules
from articlekit.models import Article, Block, Span

LETTERS = {"S": "B-source", "s": "I-source", "C": "B-cue", "c": "I-cue", "T": "B-content", "t": "I-content"}
AFTER = " The pier was shut, and it has been so for a year."
"""A sentence without a claim, so that the text is long enough to be known as English."""


class Sure:
    """A labeller without doubt: a letter for each word's label, ``O`` for the words behind the letters."""

    trust = LIGHT_TRUST
    batch_size = 1

    def __init__(self, letters: str) -> None:
        self._letters = letters

    def scores(self, articles: Sequence[Tokens]) -> list[NDArray[np.float32]]:
        return [self._scores(len(tokens)) for tokens in articles]

    def _scores(self, count: int) -> NDArray[np.float32]:
        scores = np.full((count, len(LABELS)), -20.0, dtype=np.float32)
        for word, letter in enumerate(self._letters.ljust(count, "-")):
            scores[word, LABELS.index(LETTERS.get(letter, "O"))] = 0
        return scores


def merged(text: str, letters: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each claim."""
    whole = text + AFTER
    article = Article(text=whole, blocks=(Block(kind="paragraph", span=Span(0, len(whole))),))
    (claims,) = label_and_merge([read_with_rules(article)], Sure(letters))

    def words(ranges: Sequence[tuple[int, int]]) -> str:
        return " | ".join(whole[start:end] for start, end in ranges)

    return [(words(one.source_ranges), words([one.cue] if one.cue else []), words(one.content)) for one in claims]


@pytest.mark.parametrize(
    ("text", "letters", "claims"),
    [
        # A cue that only the rules may find.
        ("All went according to plan.", "-SC-T-", []),
        ("All went rumouring to plan.", "-SC-T-", [("went", "rumouring", "plan")]),
        # A source that may never speak.
        ("If Holt purrs that it fell, we go.", "-SC-Tt----", []),
        ("As Holt purrs that it fell, we go.", "-SC-Tt----", [("Holt", "purrs", "it fell")]),
        # Empty words are not content.
        ("Holt purrs so.", "SCT-", []),
        ("Holt purrs rain.", "SCT-", [("Holt", "purrs", "rain")]),
        # The object of a passive cue is not its source.
        ("Keane was dismissed for the fall of it.", "SCc-Tttt-", [("", "was dismissed", "the fall of it")]),
        ("Keane has dismissed it for the fall.", "SCcTttt-", [("Keane", "has dismissed", "it for the fall")]),
        # A cue ends a sentence before the content.
        ("He paused. “Sit down there now.”", "SC--Tttt--", []),
        ("He paused, “Sit down there now.”", "SC--Tttt--", [("He", "paused", "Sit down there now")]),
    ],
)
def test_what_only_the_labeller_finds_is_a_claim_if_it_reports(
    text: str, letters: str, claims: list[tuple[str, str, str]]
) -> None:
    assert merged(text, letters) == claims


@pytest.mark.parametrize(
    ("text", "letters", "source"),
    [
        ("A map by the board shows that the pier has sunk.", "----SC-Tttt-", "A map by the board"),
        ("In the words of Asa Holt, the pier has sunk.", "-SC----Tttt-", "Asa Holt"),
        ("It is expected that rain will come.", "S-C-Ttt-", ""),
        ("The owner of the board says that the pier has sunk.", "-s--SC-Tttt-", "board"),
    ],
)
def test_some_rules_know_their_source(text: str, letters: str, source: str) -> None:
    assert [claim[0] for claim in merged(text, letters)] == [source]


@pytest.mark.parametrize(
    ("text", "letters", "content"),
    [
        ("Holt said it held and added that boats could dock.", "SCTttttttt-", "it held"),  # *added* is a cue
        ("Holt said it held and thus that boats could dock.", "SCTttttttt-", "it held and thus that boats could dock"),
        ("Holt told Brandt that it fell.", "SCTttt-", "it fell"),  # the audience is not content
        ("A man who said he was lost has been charged.", "--SCTttttt-", "he was lost"),  # the clause has ended
    ],
)
def test_a_rules_content_wins_if_the_labeller_reads_on(text: str, letters: str, content: str) -> None:
    assert [claim[2] for claim in merged(text, letters)][:1] == [content]
