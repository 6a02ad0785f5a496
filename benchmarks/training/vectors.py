"""What MiniLM knows of single words: the vectors from which the light labeller's table of words starts."""

from __future__ import annotations

from typing import Final

import numpy as np
import torch
from minilm import MiniLM, folder
from numpy.typing import NDArray
from tokenizers import Tokenizer

KEPT: Final = (0, 3, 6)
"""After which layers a word's vector is taken."""


class Vectors:
    """MiniLM over words that stand alone."""

    def __init__(self) -> None:
        self._model = MiniLM().eval()
        self._tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
        self._tokenizer.no_padding()

    @torch.no_grad()
    def of(self, words: list[str], size: int) -> NDArray[np.float32]:
        """The first ``size`` principal components of the words' vectors. Shape (words, size)."""
        found = torch.cat([self._batch(words[at : at + 256]) for at in range(0, len(words), 256)]).numpy()
        parts = [(part - part.mean(axis=0)) / part.std() for part in np.split(found, len(KEPT), axis=1)]
        joined = np.concatenate(parts, axis=1)
        left, strength, _ = np.linalg.svd(joined - joined.mean(axis=0), full_matrices=False)
        chosen = left[:, :size] * strength[:size]
        return np.asarray(chosen / chosen.std(axis=0).mean(), dtype=np.float32)

    def _batch(self, words: list[str]) -> torch.Tensor:
        """For each word the mean over its pieces, after each of the layers in :data:`KEPT`, joined."""
        pieces = [self._tokenizer.encode(word).ids[:16] for word in words]
        longest = max(map(len, pieces))
        numbers = torch.zeros(len(words), longest, dtype=torch.long)
        there = torch.zeros(len(words), longest)
        for row, some in enumerate(pieces):
            numbers[row, : len(some)] = torch.tensor(some)
            there[row, : len(some)] = 1
        states = self._model.states(numbers, there)
        own = there.clone()
        own[:, 0] = 0
        own[torch.arange(len(words)), there.sum(dim=1).long() - 1] = 0  # The marks of beginning and end are no word's.
        own = own[..., None] / own.sum(dim=1).clamp(min=1)[:, None, None]
        return torch.cat([(states[kept] * own).sum(dim=1) for kept in KEPT], dim=1)
