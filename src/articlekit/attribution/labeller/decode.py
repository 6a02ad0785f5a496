"""Scores → the best sequence of labels, and from it the runs of words that have a role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.english.lexicon import PERSONAL, RELATIVES, TITLES
from articlekit.attribution.labeller.tokens import BEGINS, GOES_ON, LABELS, ROLE_OF, ROLES, Role, Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


NEVER: Final = -1e9
"""The score of what cannot be."""

ALONE: Final = RELATIVES | PERSONAL
"""Pronouns that by themselves are another source than the one that they follow."""


@frozen
class Run:
    """Words in a row that have one role."""

    role: Role
    """What they do."""
    first: int
    """The first word's number."""
    past: int
    """One past the last word's."""
    sure: float
    """How likely each of them has the role, on average: 0 to 1."""


def decode_runs(tokens: Tokens, scores: NDArray[np.float32]) -> list[Run]:
    """The runs in the best sequence of labels, in order."""
    labels = _labels(tokens, scores)
    sums = _sums(scores)
    out: list[Run] = []
    at = 0
    while at < len(labels):
        label = labels[at]
        past = _end(tokens, labels, at) if label else at + 1
        if label:
            role = ROLE_OF[label]
            sure = (sums[role][past] - sums[role][at]) / (past - at)
            run = Run(role, at, past, min(sure, 1.0))
            if out and _continues(tokens, out[-1], run):
                run = _joined(out.pop(), run)
            out.append(run)
        at = past
    return out


def _end(tokens: Tokens, labels: Sequence[int], at: int) -> int:
    """One past the last word of the run that begins at a word; a source does not end with a title (``Mr. | Holt``)."""
    past, role = at + 1, ROLE_OF[labels[at]]
    while past < len(labels) and tokens.block[past] == tokens.block[at]:
        named = role == "source" and not labels[past] and tokens.text[past][0].isupper()
        if labels[past] != GOES_ON[role] and not (named and tokens.text[past - 1].lower() in TITLES):
            break
        past += 1
    return past


def _continues(tokens: Tokens, before: Run, run: Run) -> bool:
    """Whether a source goes on with what stands right before it: ``Ann Pole, | the mayor``; a lone *who* or *he* is the next claim's."""
    if not before.role == run.role == "source" or before.past != run.first:
        return False
    alone = run.past - run.first == 1 and tokens.text[run.first].lower() in ALONE
    return tokens.block[before.first] == tokens.block[run.first] and not alone and not _ends_sentence(tokens, before)


def _ends_sentence(tokens: Tokens, run: Run) -> bool:
    words = [word for word in tokens.text[run.first : run.past] if word not in '"”’»']
    return words[-1:] != [] and words[-1] in ".!?"


def _joined(before: Run, run: Run) -> Run:
    words, more = before.past - before.first, run.past - run.first
    return Run(run.role, before.first, run.past, (before.sure * words + run.sure * more) / (words + more))


def _labels(tokens: Tokens, scores: NDArray[np.float32]) -> list[int]:
    """Each word's likeliest label; in the blocks where those make no sequence, the likeliest sequence."""
    import numpy as np

    if not len(tokens):
        return []
    labels = scores.argmax(axis=1)
    block = np.array(tokens.block)
    before = np.concatenate(([0], labels[:-1]))
    opens, broken = np.array(tokens.opens()), np.zeros(len(tokens), dtype=np.bool_)
    for begins, goes_on in zip(BEGINS.values(), GOES_ON.values(), strict=True):
        broken |= (labels == goes_on) & (opens | ((before != goes_on) & (before != begins)))
    for number in np.unique(block[broken]):
        first, past = np.searchsorted(block, [number, number + 1])
        labels[first:past] = best_labels(scores[first:past].tolist())
    out: list[int] = labels.tolist()
    return out


def _sums(scores: NDArray[np.float32]) -> dict[Role, list[float]]:
    """For each role the sums of the words' chances to have it: before the first word, before the second, and so on."""
    import numpy as np

    chances = np.exp(scores.astype(np.float64))
    return {role: [0.0, *np.cumsum(chances[:, BEGINS[role]] + chances[:, GOES_ON[role]]).tolist()] for role in ROLES}


def best_labels(scores: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest sequence of labels within a block in which every run begins with its ``B`` (Viterbi 1967)."""
    best = [NEVER if label in GOES_ON.values() else score for label, score in enumerate(scores[0])]
    came: list[list[int]] = []
    for row in scores[1:]:
        top = best.index(max(best))
        origin = [top] * len(LABELS)
        now = [best[top] + score for score in row]
        for begins, goes_on in zip(BEGINS.values(), GOES_ON.values(), strict=True):
            origin[goes_on] = goes_on if best[goes_on] >= best[begins] else begins
            now[goes_on] = best[origin[goes_on]] + row[goes_on]
        came.append(origin)
        best = now
    label = best.index(max(best))
    out = [label]
    for origin in reversed(came):
        label = origin[label]
        out.append(label)
    return out[::-1]
