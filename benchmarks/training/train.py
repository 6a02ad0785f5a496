"""Train the light labeller from marked articles, and write the weights that the package ships.

    python benchmarks/training/train.py GOLD --silver SILVER --out src/articlekit/attribution/labeller/light.npz

GOLD holds articles in which attributions are marked by hand, SILVER articles that an encoder has marked. The last tenth of
GOLD is kept apart for the figures that are printed. About half an hour on two cores; ``pip install --group train -e .`` brings what it
needs. The seed is fixed: the same machine and versions give the same weights.
"""

from __future__ import annotations

import argparse
import math
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from attrs import frozen
from corpus import Example, read
from links import learn_links
from model import SIZES, Labeller, packed
from numpy.typing import NDArray
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from vectors import Vectors

from articlekit.attribution.labeller.features import UNKNOWN_WORD, Vocabulary, normalize, to_features, word_class
from articlekit.attribution.labeller.light import LightLabeller, read_light
from articlekit.attribution.labeller.tokens import LABEL_ROLES, LABELS

WORDS: Final = 16_000
AFFIXES: Final = 2_047
RAREST: Final = 4
"""How many words and affixes the network knows, and how often a word must occur."""
PIECE: Final = 320
LONGEST: Final = 800
BATCH: Final = 16
"""Words after which an article is cut at the next block, words after which it is cut anywhere, pieces of a batch."""
RATE: Final = 2e-3
WARM_UP: Final = 150
SILVER_WEIGHT: Final = 0.5
SMOOTH: Final = 0.03
"""Learning rate, steps until it is reached, what a silver word counts, how much of a label is given to the others."""
EPOCHS: Final = 5
GOLD_EPOCHS: Final = 3
"""Rounds over both corpora, then over the gold one."""
AVERAGED: Final = 0.995
"""How much of the average stays at each step."""
IGNORED: Final = -100


@frozen(eq=False)
class Piece:
    """Part of an article, as long as the network reads at once."""

    rows: NDArray[np.int32]
    """Features."""
    labels: NDArray[np.int64]
    """Labels."""
    weight: float
    """What a word of it counts."""


def vocabulary_of(examples: Iterable[Example]) -> Vocabulary:
    """The commonest words and affixes."""
    counts = Counter(normalize(word) for example in examples for word in example.tokens.text)
    affixes: Counter[str] = Counter()
    for word, count in counts.items():
        for affix in (word[-3:], "^" + word[:3]):
            affixes[affix] += math.isqrt(count)
    words = [word for word, count in counts.most_common(WORDS) if count >= RAREST]
    return Vocabulary(
        {word: number for number, word in enumerate(words, UNKNOWN_WORD + 1)},
        {affix: number for number, (affix, _) in enumerate(affixes.most_common(AFFIXES), 1)},
        {name: number for number, name in enumerate(sorted(set(map(word_class, words)) - {""}), 1)},
    )


def pieces(examples: Iterable[Example], vocabulary: Vocabulary, weight: float) -> Iterator[Piece]:
    """The articles cut at blocks."""
    for example in examples:
        rows, labels = to_features(example.tokens, vocabulary), np.array(example.labels)
        block = example.tokens.block
        start = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or at - start >= LONGEST or (at - start >= PIECE and block[at] != block[at - 1]):
                yield Piece(rows[start:at], labels[start:at], weight)
                start = at


def batches(some: Sequence[Piece], random: np.random.Generator) -> list[list[Piece]]:
    """Pieces of like length together, in random order."""
    order = sorted(range(len(some)), key=lambda n: len(some[n].rows) + random.uniform(0, 60))
    out = [[some[n] for n in order[at : at + BATCH]] for at in range(0, len(order), BATCH)]
    return [out[n] for n in random.permutation(len(out))]


def padded(batch: Sequence[Piece]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Features, labels and weights of a batch, filled up to the longest piece."""
    longest = max(len(piece.rows) for piece in batch)
    rows = np.zeros((len(batch), longest, batch[0].rows.shape[1]), dtype=np.int64)
    labels = np.full((len(batch), longest), IGNORED)
    weights = np.zeros((len(batch), longest), dtype=np.float32)
    for n, piece in enumerate(batch):
        rows[n, : len(piece.rows)] = piece.rows
        labels[n, : len(piece.rows)] = piece.labels
        weights[n, : len(piece.rows)] = piece.weight
    return torch.from_numpy(rows), torch.from_numpy(labels), torch.from_numpy(weights)


def train(model: Labeller, gold: list[Piece], silver: list[Piece], random: np.random.Generator) -> Labeller:
    """Teach the network, first by both corpora, then by the gold one; the weights returned are averages over the last steps."""
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    rounds = [gold + silver] * EPOCHS + [gold] * GOLD_EPOCHS
    steps = sum(math.ceil(len(some) / BATCH) for some in rounds)
    step = 0
    for number, some in enumerate(rounds, 1):
        began, losses = time.monotonic(), []
        for batch in batches(some, random):
            warm, cooled = min(1, step / WARM_UP), 0.5 * (1 + math.cos(math.pi * step / steps))
            optimizer.param_groups[0]["lr"] = RATE * warm * (0.02 + 0.98 * cooled)
            losses.append(_learn(model, optimizer, batch))
            average.update_parameters(model)
            step += 1
        print(
            f"round {number} of {len(rounds)}: loss {np.mean(losses):.4f}, {time.monotonic() - began:.0f} s", flush=True
        )
    averaged: Labeller = average.module
    return averaged


def _learn(model: Labeller, optimizer: torch.optim.Optimizer, batch: Sequence[Piece]) -> float:
    rows, labels, weights = padded(batch)
    scores = model(rows, (weights > 0).float()).reshape(-1, len(LABELS))
    each = functional.cross_entropy(
        scores, labels.reshape(-1), reduction="none", ignore_index=IGNORED, label_smoothing=SMOOTH
    )
    loss = (each * weights.reshape(-1)).sum() / weights.sum()
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def check(model: Labeller, network: LightLabeller, examples: Iterable[Example]) -> None:
    """Print how far what the package computes is from what was trained, and for each role the F1 over words."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    apart = 0.0
    for example in examples:
        rows = torch.from_numpy(to_features(example.tokens, network.vocabulary).astype(np.int64))[None]
        with torch.no_grad():
            trained = functional.log_softmax(model(rows, torch.ones(rows.shape[:2]))[0], dim=-1).numpy()
        (scores,) = network.scores([example.tokens])
        apart = max(apart, float(np.abs(np.exp(trained) - np.exp(scores)).max(initial=0)))
        for found, wants, word in zip(scores.argmax(axis=1), example.labels, example.tokens.text, strict=True):
            got, want = (LABELS[label][2:] for label in (found, wants))
            if word[0].isalnum():
                right[got] += got == want
                given[got] += 1
                wanted[want] += 1
    print(f"the package's chances are at most {apart:.3f} apart from those trained")
    for role in LABEL_ROLES:
        print(f"{role}: F1 over words {2 * right[role] / (given[role] + wanted[role]):.3f}")


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    gold = list(read(options.gold))
    silver = list(read(options.silver)) if options.silver else []
    kept = gold[: len(gold) * 9 // 10]
    vocabulary = vocabulary_of(kept + silver)
    print(f"{len(gold)} gold and {len(silver)} silver articles, {len(vocabulary.words)} words", flush=True)
    model = Labeller(Vectors().of(list(vocabulary.words), SIZES["word"]), vocabulary)
    lessons = list(pieces(kept, vocabulary, 1.0)), list(pieces(silver, vocabulary, SILVER_WEIGHT))
    model = train(model, *lessons, np.random.default_rng(options.seed))
    weights = packed(model.eval(), vocabulary)
    np.savez_compressed(options.out, **weights)
    with options.out.open("rb") as file:
        network = read_light(file)
    check(model, network, gold[len(kept) :])
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.2f} MB")
    learn_links(kept, options.out.with_name("links.json"))


if __name__ == "__main__":
    main()
