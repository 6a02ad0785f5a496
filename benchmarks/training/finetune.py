"""Fine-tune the encoder labeller from marked articles, and write what the distribution ``articlekit-encoder`` ships.

    python benchmarks/training/finetune.py GOLD SILVER PARSES --out encoder/src/articlekit_encoder --card DEV

GOLD holds articles in which attributions are marked by hand, PARSES what a parser says of their words; SILVER holds articles that a machine
marked. Each seed is a run of its own over GOLD, half an hour on two cores; the weights that are written are the mean of the runs, in 8 bits.
All start from MiniLM's weights, the last ``--read`` of them after one reading of GOLD and SILVER in which hidden words are told as well.
``pip install --group train -e .`` brings what it needs. With ``--keep`` the last tenth of GOLD is kept apart, and figures for it are printed. With ``--card``
the figures on DEV, other articles marked by hand, are written into the model card, as ``benchmarks/attributions.py --card`` does it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
import torch
from corpus import Example, read
from digests import write_digests
from lessons import HIDDEN, IGNORED, Batch, Lessons, padded
from minilm import WIDTH, MiniLM, folder
from onnxruntime.quantization import QuantType, quantize_dynamic
from parses import Parses
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from articlekit.attribution.labeller.encoder import BEGINNING_PIECE, UNKNOWN_PIECE, EncoderLabeller
from articlekit.attribution.labeller.features import SHAPE_COUNT
from articlekit.attribution.labeller.tokens import LABEL_ROLES, LABELS, POSITION_COUNT
from articlekit.attribution.labeller.windows import WINDOW_PIECES

ROOT: Final = Path(__file__).resolve().parents[2]
CARD: Final = ROOT / "docs" / "model-card-encoder.md"
"""Where the figures are told."""

RAREST: Final = 5
"""How often a word piece must occur to be kept; single letters and marks are kept anyway."""
EPOCHS: Final = 4
WARM_UP: Final = 100
RATES: Final = (1.3e-4, 1e-3)
"""Learning rates of MiniLM's weights, and of those that are new."""
DROP: Final = 0.1
SIDE: Final = 0.1
"""How much the parser's answers and the links count beside the labels."""
PARSED: Final = 4
"""The layer that the parser's answers are read from: syntax is told apart before meaning (Tenney et al. 2019)."""
SMOOTH: Final = 0.02
AVERAGED: Final = 0.99
LINK_WIDTH: Final = 128
SPECIAL: Final = ("[PAD]", UNKNOWN_PIECE, BEGINNING_PIECE, "[SEP]", "[MASK]")


class Labeller(nn.Module):
    """MiniLM with what else is told of each piece, and a score for each label."""

    def __init__(self, kept: torch.Tensor) -> None:
        super().__init__()
        self.base = MiniLM(kept, DROP)
        self.features = nn.ModuleList(
            nn.Embedding(count, WIDTH) for count in (SHAPE_COUNT, POSITION_COUNT, len(LABELS))
        )
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)
        self.exit = nn.Linear(WIDTH, len(LABELS))

    def states(self, pieces: torch.Tensor, features: torch.Tensor, there: torch.Tensor) -> list[torch.Tensor]:
        """What is known of each piece before the first layer and after each."""
        added = sum(table(features[..., number]) for number, table in enumerate(self.features))
        return self.base.states(pieces, there, added)

    def forward(self, pieces: torch.Tensor, features: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Scores of shape (windows, pieces, labels)."""
        scores: torch.Tensor = self.exit(self.states(pieces, features, there)[-1])
        return scores


class Aside(nn.Module):
    """What the encoder is asked only while it learns: the parser's answers, and which cue a word belongs to."""

    def __init__(self, sizes: Sequence[int]) -> None:
        super().__init__()
        self.parse = nn.ModuleList(nn.Linear(WIDTH, size) for size in sizes)
        self.word, self.cue = nn.Linear(WIDTH, LINK_WIDTH), nn.Linear(WIDTH, LINK_WIDTH)

    def parsed(self, state: torch.Tensor, batch: Batch) -> torch.Tensor:
        """The loss of telling what the parser tells."""
        losses = (_loss(part(state), batch.parses[..., number]) for number, part in enumerate(self.parse))
        return torch.stack(list(losses)).sum()

    def linked(self, state: torch.Tensor, batch: Batch) -> torch.Tensor:
        """The loss of telling the cue of each source and content."""
        scores = self.word(state) @ self.cue(state).transpose(1, 2) * LINK_WIDTH**-0.5
        return _loss(scores + (1 - batch.there)[:, None, :] * -1e4, batch.cues)

    def lost(self, model: Labeller, batch: Batch) -> torch.Tensor:
        """What is to be made small: the labels' loss, and a little of the parser's answers' and of the links'."""
        states = model.states(batch.pieces, batch.features, batch.there)
        side = self.parsed(states[PARSED], batch) + self.linked(states[-1], batch)
        return _loss(model.exit(states[-1]), batch.labels, SMOOTH) + SIDE * side


class Hidden(nn.Module):
    """What the encoder is asked while it reads: the hidden words."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.inner, self.normal = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH)
        self.common = nn.Parameter(torch.zeros(pieces))

    def lost(self, model: Labeller, batch: Batch) -> torch.Tensor:
        """The loss of telling the labels and the hidden words."""
        state = model.states(batch.pieces, batch.features, batch.there)[-1]
        asked = batch.hidden != IGNORED
        told = self.normal(functional.gelu(self.inner(state[asked]))) @ model.base.words.weight.T + self.common
        return (_loss(model.exit(state), batch.labels, SMOOTH) + _loss(told, batch.hidden[asked])) / 2


def _loss(scores: torch.Tensor, wanted: torch.Tensor, smooth: float = 0.0) -> torch.Tensor:
    """The mean loss over those of whom something is wanted; 0 where it is of none."""
    asked = wanted != IGNORED
    if not asked.any():
        return scores.sum() * 0
    return functional.cross_entropy(scores[asked], wanted[asked], label_smoothing=smooth)


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


def begun(kept: torch.Tensor) -> Labeller:
    """A network with MiniLM's weights, whose new weights are the same each time, or no mean could be taken."""
    torch.manual_seed(0)
    return Labeller(kept).train()


def train(model: Labeller, aside: Aside | Hidden, lessons: Lessons, rounds: int) -> Labeller:
    """Learn what ``aside`` asks; the weights returned are averages over the last steps."""
    new = [part for name, part in model.named_parameters() if not name.startswith("base.")]
    groups = [
        {"params": list(model.base.parameters()), "lr": RATES[0], "top": RATES[0]},
        {"params": [*new, *aside.parameters()], "lr": RATES[1], "top": RATES[1]},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    steps, step = len(lessons.epoch()) * rounds, 0
    for epoch in range(1, rounds + 1):
        began, losses = time.monotonic(), []
        for batch in lessons.epoch():
            share = min(1, step / WARM_UP) * max(0.02, 1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * share
            losses.append(_learn(model, optimizer, aside.lost(model, padded(batch))))
            average.update_parameters(model)
            step += 1
        print(f"round {epoch} of {rounds}: loss {np.mean(losses):.4f}, {time.monotonic() - began:.0f} s", flush=True)
    averaged: Labeller = average.module
    return averaged


def _learn(model: Labeller, optimizer: torch.optim.Optimizer, lost: torch.Tensor) -> float:
    optimizer.zero_grad()
    lost.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return lost.item()


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
    """Write the network as ONNX, its weights in 8 bits with a scale for each row, and the digests of all that is written."""
    model.base.places = nn.Parameter(model.base.places[: WINDOW_PIECES + 1].clone())
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
    write_digests(out)


def check(folder: Path, examples: Sequence[Example]) -> None:
    """Print for each role the F1 over words of what was written, on articles that it has not learnt from."""
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    for example, scores in zip(examples, EncoderLabeller(folder).scores([one.tokens for one in examples]), strict=True):
        for found, want, word in zip(scores.argmax(axis=1), example.labels, example.tokens.text, strict=True):
            if word[0].isalnum():
                got, told = LABELS[found][2:], LABELS[want][2:]
                right[got] += got == told
                given[got] += 1
                wanted[told] += 1
    for role in LABEL_ROLES:
        print(
            f"{role}: F1 over words of the {len(examples)} articles kept apart {2 * right[role] / (given[role] + wanted[role]):.3f}"
        )


def write_card(dev: Path, out: Path) -> None:
    """Write the figures of the weights in ``out``, a package, on the articles of ``dev`` into the model card, in an interpreter that finds it first."""
    command = [sys.executable, ROOT / "benchmarks" / "attributions.py", dev, "--labeller", "encoder", "--card", CARD]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(out.resolve().parent)})


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("silver", type=Path)
    parser.add_argument("parses", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--read", type=int, default=1)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--card", type=Path, metavar="DEV")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    gold, silver, parses = list(read(options.gold)), list(read(options.silver)), Parses(options.parses)
    own = gold[: len(gold) * 9 // 10] if options.keep else gold
    apart = gold[len(own) :]
    kept = write_tokenizer(kept_pieces(gold + silver), options.out / "pieces.json")
    tokenizer = Tokenizer.from_file(str(options.out / "pieces.json"))
    print(f"{len(own)} articles, {len(kept)} pieces", flush=True)
    lessons = partial(Lessons, parses=parses, tokenizer=tokenizer)
    reader, models = begun(kept), []
    if options.read:
        reader = train(reader, Hidden(len(kept)), lessons(own + silver, seed=0, hide=HIDDEN), 1)
    for left, seed in zip(range(len(options.seeds), 0, -1), options.seeds, strict=True):
        model = begun(kept)
        if left <= options.read:
            model.load_state_dict(reader.state_dict())
        torch.manual_seed(seed)
        models.append(train(model, Aside(parses.sizes), lessons(own, seed=seed), EPOCHS))
    export(mean_of(models), options.out)
    if apart:
        check(options.out, apart)
    if options.card:
        write_card(options.card, options.out)


if __name__ == "__main__":
    main()
