"""The weights with which a cue finds its source and its content: logistic regression over the clues of ``linking``."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import torch
from corpus import Example, Marked
from torch.nn import functional

from articlekit.attribution.labeller.decode import Run
from articlekit.attribution.labeller.linking import CLUES, TokenIndex, candidate_pairs
from articlekit.attribution.labeller.tokens import BEGIN_LABEL, LABEL_ROLES, ROLE_OF, LabelRole, Tokens

STEPS: Final = 60
DECAY: Final = 1e-4


def learn_links(examples: Iterable[Example], out: Path) -> None:
    """Write the weights for sources and for contents, learnt where the labels are the corpus's own."""
    rows: dict[LabelRole, list[tuple[float, ...]]] = {"source": [], "content": []}
    truths: dict[LabelRole, list[float]] = {"source": [], "content": []}
    for example in examples:
        runs = _runs(example.labels)
        belong = _belonging(example.tokens, runs, example.marked)
        for role, some in candidate_pairs(TokenIndex(example.tokens), runs):
            rows[role] += [pair.clues for pair in some]
            truths[role] += [float((pair.cue, pair.run) in belong) for pair in some]
    weights = {role: dict(zip(CLUES, _fitted(rows[role], truths[role]), strict=True)) for role in rows}
    out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def _runs(labels: list[int]) -> list[Run]:
    out: list[Run] = []
    for place, label in enumerate(labels):
        role = ROLE_OF.get(label)
        if role and label == BEGIN_LABEL[role]:
            out.append(Run(role, place, place + 1, 1.0))
        elif role and out and out[-1].end == place and out[-1].role == role:
            out[-1] = Run(out[-1].role, out[-1].first, place + 1, 1.0)
    return out


def _belonging(tokens: Tokens, runs: list[Run], marked: list[Marked]) -> set[tuple[Run, Run]]:
    """The pairs of a cue with a source or content that one attribution holds."""
    at = {(run.role, place): run for run in runs for place in range(run.first, run.end)}
    out = set()
    for one in marked:
        own: dict[LabelRole, set[Run]] = defaultdict(set)
        for role in LABEL_ROLES:
            own[role] = {at[role, n] for chars in one[role] for n in tokens.words_in(chars) if (role, n) in at}
        out |= {(cue, run) for cue in own["cue"] for role in ("source", "content") for run in own[role]}
    return out


def _fitted(rows: list[tuple[float, ...]], truths: list[float]) -> list[float]:
    clues, truth = torch.tensor(rows), torch.tensor(truths)
    weights = torch.zeros(len(CLUES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = functional.binary_cross_entropy_with_logits(clues @ weights, truth) + DECAY * weights.square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    right = ((clues @ weights > 0) == (truth > 0.5)).float().mean()
    print(f"links: {len(rows)} pairs, {float(right):.3f} right", flush=True)
    return [round(weight, 3) for weight in weights.tolist()]
