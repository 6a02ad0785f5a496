"""Articles → batches of windows for the encoder to learn from, cut anew each time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import torch
from attrs import frozen
from corpus import Example
from numpy.typing import NDArray
from parses import ASKED, UNTOLD, Parses
from tokenizers import Tokenizer

from articlekit.attribution.labeller.encoder import BEGINNING_PIECE, MAX_WORD_PIECES, UNKNOWN_PIECE
from articlekit.attribution.labeller.windows import WINDOW_PIECES, Window, to_windows

SMALLEST: Final = 180
"""The smallest window; each article is cut into windows of another size each time. Pieces."""
BATCH: Final = 8
FORGET_PIECE: Final = 0.03
FORGET_HINTS: Final = 0.1
"""Shares of pieces that are masked, and of articles that are read without the rules' hints."""
HIDDEN: Final = 0.15
MASKED: Final = 0.85
"""Shares of words whose pieces are to be told where an article is read, and of those pieces that are masked, as in BERT."""
IGNORED: Final = UNTOLD
"""What is asked of a piece of which nothing is asked."""

Numbers = NDArray[np.int64]


@frozen(eq=False)
class Row:
    """A window, and what is to be said of each of its pieces."""

    pieces: Numbers
    """The numbers of the pieces, some of them masked."""
    features: Numbers
    """What else is told of each. Shape (pieces, 3)."""
    labels: Numbers
    """The label of each word, at its first piece."""
    parses: Numbers
    """What the parser says of each word. Shape (pieces, 3)."""
    cues: Numbers
    """For the first word of a source or a content, the place of its cue in the window."""
    hidden: Numbers
    """The pieces that are to be told."""


@frozen(eq=False)
class Batch:
    """Rows filled up to the longest: tensors of shape (rows, pieces) or (rows, pieces, 3), as in :class:`Row`."""

    pieces: torch.Tensor
    features: torch.Tensor
    there: torch.Tensor
    """1 for each piece, 0 for what fills the row."""
    labels: torch.Tensor
    parses: torch.Tensor
    cues: torch.Tensor
    hidden: torch.Tensor


class Lessons:
    """The articles in windows; ``hide`` is the share of words whose pieces are to be told."""

    def __init__(
        self, examples: Sequence[Example], parses: Parses, tokenizer: Tokenizer, seed: int, hide: float = 0.0
    ) -> None:
        self._examples, self._tokenizer, self._hide = examples, tokenizer, hide
        self._random = random.Random(seed)  # noqa: S311  no secret
        self._parses = {example.name: parses.of(example.name, example.tokens) for example in examples}
        self._known: dict[str, list[int]] = {}
        self._mask, self._beginning = tokenizer.token_to_id("[MASK]"), tokenizer.token_to_id(BEGINNING_PIECE)

    def epoch(self) -> list[list[Row]]:
        """Batches of windows of like length, in random order."""
        rows = [row for example in self._examples for row in self._rows(example)]
        order = sorted(range(len(rows)), key=lambda n: len(rows[n].pieces) + self._random.uniform(0, 40))
        batches = [[rows[n] for n in order[at : at + BATCH]] for at in range(0, len(order), BATCH)]
        self._random.shuffle(batches)
        return batches

    def _rows(self, example: Example) -> Iterator[Row]:
        size, blind = self._random.randint(SMALLEST, WINDOW_PIECES), self._random.random() < FORGET_HINTS
        labels, parses, cues = np.array(example.labels), self._parses[example.name], _cues(example)
        for window in to_windows(example.tokens, self._pieces, self._beginning, size):
            hidden = self._hidden(window)
            masked = np.where(hidden, self._some(MASKED, len(hidden)), self._some(FORGET_PIECE, len(hidden)))
            masked[0] = False
            yield Row(
                pieces=np.where(masked, self._mask, window.pieces),
                features=window.features * np.array([1, 1, not blind]),
                labels=_at_heads(window, labels[window.words]),
                parses=_at_heads(window, parses[window.words]),
                cues=_at_heads(window, _places(window, cues[window.words])),
                hidden=np.where(hidden, window.pieces, IGNORED),
            )

    def _hidden(self, window: Window) -> NDArray[np.bool_]:
        """Whether each piece is one of a word that is to be told."""
        words = self._some(self._hide, len(window.first_pieces))
        lengths = np.diff(window.first_pieces, append=len(window.pieces))
        return np.concatenate([[False], np.repeat(words, lengths)])

    def _some(self, share: float, count: int) -> NDArray[np.bool_]:
        return np.array([self._random.random() < share for _ in range(count)], dtype=np.bool_)

    def _pieces(self, word: str) -> Sequence[int]:
        if word not in self._known:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_WORD_PIECES]
            self._known[word] = found or [self._tokenizer.token_to_id(UNKNOWN_PIECE)]
        return self._known[word]


def _cues(example: Example) -> Numbers:
    """For each word that begins a source or a content the number of its cue's first word, else -1."""
    out = np.full(len(example.tokens), -1)
    for one in example.marked:
        cue = next(iter(example.tokens.words_in(one["cue"][0])), None) if one["cue"] else None
        for chars in (*one["source"], *one["content"]) if cue is not None else ():
            if words := example.tokens.words_in(chars):
                out[words[0]] = cue
    return out


def _places(window: Window, cues: Numbers) -> Numbers:
    """The places in a window of words by their numbers in the article; IGNORED for one that is not in it."""
    inside = (cues >= window.words.start) & (cues < window.words.stop)
    return np.where(inside, window.first_pieces[np.where(inside, cues - window.words.start, 0)], IGNORED)


def _at_heads(window: Window, told: Numbers) -> Numbers:
    """What is told of words, at the first piece of each."""
    out = np.full((len(window.pieces), *told.shape[1:]), IGNORED)
    out[window.first_pieces] = told
    return out


def padded(batch: Sequence[Row]) -> Batch:
    """The rows filled up to the longest."""
    shape = (len(batch), max(len(row.pieces) for row in batch))
    full = Batch(
        pieces=torch.zeros(shape, dtype=torch.long),
        features=torch.zeros(*shape, 3, dtype=torch.long),
        there=torch.zeros(shape),
        labels=torch.full(shape, IGNORED),
        parses=torch.full((*shape, ASKED), IGNORED),
        cues=torch.full(shape, IGNORED),
        hidden=torch.full(shape, IGNORED),
    )
    for n, row in enumerate(batch):
        size = len(row.pieces)
        for name in ("pieces", "features", "labels", "parses", "cues", "hidden"):
            getattr(full, name)[n, :size] = torch.from_numpy(getattr(row, name))
        full.there[n, :size] = 1
    return full
