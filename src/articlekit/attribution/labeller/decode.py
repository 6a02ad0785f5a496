"""Scores of words → the best sequence of labels, and the runs of words that have a role in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.english.lexicon import PERSONAL_PRONOUNS, RELATIVES, TITLES
from articlekit.attribution.labeller.tokens import (
    BEGIN_LABEL,
    INSIDE_LABEL,
    LABEL_ROLES,
    LABELS,
    ROLE_OF,
    LabelRole,
    Tokens,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


NEVER: Final = -1e9
"""The score of a label that is impossible."""

OTHER_SOURCE_PRONOUNS: Final = RELATIVES | PERSONAL_PRONOUNS
"""Pronouns that, alone, are another source than the source right before them."""


@frozen
class Run:
    """Consecutive words that have one role."""

    role: LabelRole
    """Source, cue or content."""
    first: int
    """The index of the first word."""
    end: int
    """The index after the last word."""
    chance: float
    """The mean chance that its words have the role: 0 to 1."""


def decode_runs(tokens: Tokens, scores: NDArray[np.float32]) -> list[Run]:
    """Return the runs in the best sequence of labels, in order."""
    labels = _best_labels(tokens, scores)
    sums = _chance_sums(scores)
    out: list[Run] = []
    at = 0
    while at < len(labels):
        label = labels[at]
        past = _run_end(tokens, labels, at) if label else at + 1
        if label:
            role = ROLE_OF[label]
            chance = (sums[role][past] - sums[role][at]) / (past - at)
            run = Run(role, at, past, min(chance, 1.0))
            if out and _is_same_source(tokens, out[-1], run):
                run = _joined(out.pop(), run)
            out.append(run)
        at = past
    return out


def _run_end(tokens: Tokens, labels: Sequence[int], at: int) -> int:
    """Return the end of the run that begins at a word. A source does not end with a title: in ``Mr. Holt`` it takes the name too."""
    past, role = at + 1, ROLE_OF[labels[at]]
    while past < len(labels) and tokens.block[past] == tokens.block[at]:
        named = role == "source" and not labels[past] and tokens.text[past][0].isupper()
        if labels[past] != INSIDE_LABEL[role] and not (named and tokens.text[past - 1].lower() in TITLES):
            break
        past += 1
    return past


def _is_same_source(tokens: Tokens, before: Run, run: Run) -> bool:
    """True if two adjacent runs are one source, as in ``Ann Pole, | the mayor``. A lone *who* or *he* is another source."""
    if not before.role == run.role == "source" or before.end != run.first:
        return False
    alone = run.end - run.first == 1 and tokens.text[run.first].lower() in OTHER_SOURCE_PRONOUNS
    return tokens.block[before.first] == tokens.block[run.first] and not alone and not _ends_sentence(tokens, before)


def _ends_sentence(tokens: Tokens, run: Run) -> bool:
    words = [word for word in tokens.text[run.first : run.end] if word not in '"”’»']
    return words[-1:] != [] and words[-1] in ".!?"


def _joined(before: Run, run: Run) -> Run:
    words, more = before.end - before.first, run.end - run.first
    return Run(run.role, before.first, run.end, (before.chance * words + run.chance * more) / (words + more))


def _best_labels(tokens: Tokens, scores: NDArray[np.float32]) -> list[int]:
    """Return each word's likeliest label. Blocks in which these are no valid sequence get their likeliest valid sequence."""
    import numpy as np

    if not len(tokens):
        return []
    labels = scores.argmax(axis=1)
    block = np.array(tokens.block)
    before = np.concatenate(([0], labels[:-1]))
    opens, broken = np.array(tokens.opens_block()), np.zeros(len(tokens), dtype=np.bool_)
    for begins, goes_on in zip(BEGIN_LABEL.values(), INSIDE_LABEL.values(), strict=True):
        broken |= (labels == goes_on) & (opens | ((before != goes_on) & (before != begins)))
    for number in np.unique(block[broken]):
        first, past = np.searchsorted(block, [number, number + 1])
        labels[first:past] = viterbi(scores[first:past].tolist())
    out: list[int] = labels.tolist()
    return out


def _chance_sums(scores: NDArray[np.float32]) -> dict[LabelRole, list[float]]:
    """Return for each role the running sums of the words' chances to have it, from 0 before the first word."""
    import numpy as np

    chances = np.exp(scores.astype(np.float64))
    return {
        role: [0.0, *np.cumsum(chances[:, BEGIN_LABEL[role]] + chances[:, INSIDE_LABEL[role]]).tolist()]
        for role in LABEL_ROLES
    }


def viterbi(scores: Sequence[Sequence[float]]) -> list[int]:
    """Return the likeliest sequence of labels of a block in which every run begins with its ``B`` label (Viterbi 1967)."""
    best = [NEVER if label in INSIDE_LABEL.values() else score for label, score in enumerate(scores[0])]
    origins: list[list[int]] = []
    for row in scores[1:]:
        top = best.index(max(best))
        origin = [top] * len(LABELS)
        now = [best[top] + score for score in row]
        for begins, goes_on in zip(BEGIN_LABEL.values(), INSIDE_LABEL.values(), strict=True):
            origin[goes_on] = goes_on if best[goes_on] >= best[begins] else begins
            now[goes_on] = best[origin[goes_on]] + row[goes_on]
        origins.append(origin)
        best = now
    label = best.index(max(best))
    out = [label]
    for origin in reversed(origins):
        label = origin[label]
        out.append(label)
    return out[::-1]
