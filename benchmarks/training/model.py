"""The light labeller's network as it is trained; ``articlekit.attribution.labeller.light`` runs the same in numpy."""

from __future__ import annotations

from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from articlekit.attribution.labeller.features import COLUMNS, SHAPE_COUNT, UNKNOWN_WORD, Vocabulary
from articlekit.attribution.labeller.light import LAYER_REACHES
from articlekit.attribution.labeller.tokens import LABELS, POSITION_COUNT

WIDTH: Final = 80
SIZES: Final = {"word": 64, "ending": 24, "beginning": 16, "shape": 8, "class": 12, "place": 8, "hint": 12}
"""How long each feature's vectors are."""
FORGET_WORD: Final = 0.03
FORGET_HINTS: Final = 0.1
DROP: Final = 0.15
"""Shares of words made unknown, of articles read without hints, and of values dropped, while training."""


class Layer(nn.Module):
    """A look at a word and its neighbours ``reach`` words away, added to what is known of the word."""

    def __init__(self, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.norm = nn.RMSNorm(WIDTH, eps=1e-5, elementwise_affine=False)
        self.taps = nn.Linear(3 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(DROP)

    def forward(self, state: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The state after this layer."""
        here = self.norm(state) * there
        padded = functional.pad(here, (0, 0, self.reach, self.reach))
        around = torch.cat([padded[:, : here.shape[1]], here, padded[:, 2 * self.reach :]], dim=-1)
        added: torch.Tensor = self.drop(self.out(functional.relu(self.taps(around))))
        return state + added


class Labeller(nn.Module):
    """The whole network: features in, a score for each label out."""

    def __init__(self, vectors: NDArray[np.float32], vocabulary: Vocabulary) -> None:
        super().__init__()
        affixes, classes = len(vocabulary.affixes) + 1, len(vocabulary.classes) + 1
        counts = (len(vectors) + UNKNOWN_WORD + 1, affixes, affixes, SHAPE_COUNT, classes, POSITION_COUNT, len(LABELS))
        self.tables = nn.ModuleList(
            nn.Embedding(count, SIZES[name]) for name, count in zip(COLUMNS, counts, strict=True)
        )
        with torch.no_grad():
            for table in self.tables:
                table.weight *= 0.5
            words = self.tables[0].weight
            words[: UNKNOWN_WORD + 1] *= 0.2
            words[UNKNOWN_WORD + 1 :] = torch.from_numpy(vectors) * 0.5
        self.entry = nn.Linear(sum(SIZES.values()), WIDTH)
        self.drop = nn.Dropout(DROP)
        self.layers = nn.ModuleList(Layer(reach) for reach in LAYER_REACHES)
        self.norm = nn.RMSNorm(WIDTH, eps=1e-5, elementwise_affine=False)
        self.exit = nn.Linear(WIDTH, len(LABELS))

    def forward(self, rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Scores of shape (articles, words, labels) from features of shape (articles, words, columns)."""
        columns = list(rows.unbind(-1))
        if self.training:
            columns[0] = torch.where(torch.rand(columns[0].shape) < FORGET_WORD, UNKNOWN_WORD, columns[0])
            columns[-1] = columns[-1] * (torch.rand(len(rows), 1) > FORGET_HINTS).long()
        joined = torch.cat([table(column) for table, column in zip(self.tables, columns, strict=True)], dim=-1)
        state = self.drop(functional.relu(self.entry(joined)))
        for layer in self.layers:
            state = layer(state, there[..., None])
        scores: torch.Tensor = self.exit(self.norm(state))
        return scores


def packed(model: Labeller, vocabulary: Vocabulary) -> dict[str, NDArray[np.generic]]:
    """The weights under the names that the package reads: tables of words in 8 bits, the rest in 16."""
    out: dict[str, NDArray[np.generic]] = {
        name: np.frombuffer("\n".join(getattr(vocabulary, name)).encode(), dtype=np.uint8)
        for name in ("words", "affixes", "classes")
    }
    state = {name: tensor.numpy() for name, tensor in model.state_dict().items()}
    for number, name in enumerate(COLUMNS):
        table = state[f"tables.{number}.weight"]
        scale = (np.abs(table).max(axis=0) / 127).astype(np.float16)
        out[f"{name}_scale"] = scale
        out[name] = np.rint(table / scale.astype(np.float32)).clip(-127, 127).astype(np.int8)
    plain = {"entry": state["entry.weight"].T, "entry_bias": state["entry.bias"]}
    plain |= {"exit": state["exit.weight"].T, "exit_bias": state["exit.bias"]}
    for number in range(len(LAYER_REACHES)):
        plain |= _layer(state, number)
    return out | {name: matrix.astype(np.float16) for name, matrix in plain.items()}


def _layer(state: dict[str, NDArray[np.float32]], number: int) -> dict[str, NDArray[np.float32]]:
    taps = np.split(state[f"layers.{number}.taps.weight"].T, 3)
    names = ("before", "here", "after", "bias", "out", "out_bias")
    out = state[f"layers.{number}.out.weight"].T
    values = (*taps, state[f"layers.{number}.taps.bias"], out, state[f"layers.{number}.out.bias"])
    return {f"layer{number}_{name}": value for name, value in zip(names, values, strict=True)}
