"""Runs of words → attributions: which source and which content belong to which cue, by a logistic regression."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from math import exp, log1p, prod
from typing import Final

from attrs import frozen

from articlekit.attribution.labeller.decode import Run
from articlekit.attribution.labeller.protocol import Trust
from articlekit.attribution.labeller.tokens import OUTSIDE, LabelRole, Tokens

MAX_RUNS_PER_SIDE: Final = 5
"""How many runs of a role on each side of a cue are candidates for it."""

CLUES: Final = (
    "any", "after", "touches", "gap", "gap after", "same sentence", "same sentence after", "sentences between",
    "a cue between", "cues between", "sources between", "a source between, after", "contents between",
    "comma between", "quotation mark between", "semicolon between", "colon between", "and between",
    "nearest on its side", "nearest on its side, after", "nearest of all", "length", "one word", "quoted", "cue's length",
    "opens its block",
)  # fmt: skip
"""The features of a cue and a run that may belong to it. ``links.json`` has a weight for each, for sources and for contents."""

BETWEEN: Final = (frozenset(","), frozenset('"“”'), frozenset(";"), frozenset(":"), frozenset(("and", "but")))
"""Marks and words that may be between a cue and a run, in the order of their clues."""

Weights = dict[LabelRole, tuple[float, ...]]
"""For sources and for contents, one weight for each of :data:`CLUES`."""

WEIGHTS_FILE: Final = "links.json"
"""The package data with the weights."""


@cache
def link_weights() -> Weights:
    """Return the weights that come with the package, read once."""
    data = json.loads(files("articlekit.attribution.labeller").joinpath(WEIGHTS_FILE).read_text(encoding="utf-8"))
    return {role: tuple(data[role][clue] for clue in CLUES) for role in ("source", "content")}


@frozen
class LinkedRuns:
    """A cue with the source and content that belong to it, or content without a cue."""

    cue: Run | None = None
    """The reporting words."""
    source: Run | None = None
    """Who says it."""
    content: tuple[Run, ...] = ()
    """What is said, in order."""
    link_chance: float = 1.0
    """The chance that source and content belong to the cue: 0 to 1."""

    def words(self) -> Iterator[int]:
        """Return the indexes of the content's words."""
        return (i for run in self.content for i in range(run.first, run.end))

    def is_likely(self, least: float) -> bool:
        """True if cue and content have each at least the chance ``least``."""
        return all(run.chance >= least for run in (*self.content, *([self.cue] if self.cue else [])))

    @property
    def chance(self) -> float:
        """The chance that the whole is right, 0 to 1: that of its links times that of its least likely part."""
        parts = (*self.content, *(run for run in (self.cue, self.source) if run))
        return self.link_chance * min(run.chance for run in parts)


@frozen
class CandidatePair:
    """A cue, a run that may belong to it, and the values of :data:`CLUES` for the two."""

    cue: Run
    """The cue."""
    run: Run
    """The source or content."""
    clues: tuple[float, ...]
    """One value for each of :data:`CLUES`."""


class TokenIndex:
    """An index of an article's words that finds what is between two of them without a scan."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.sentence = _sentences(tokens)
        self._positions: tuple[list[int], ...] = tuple([] for _ in BETWEEN)
        groups = {word: number for number, group in enumerate(BETWEEN) for word in group}
        for i, word in enumerate(tokens.text):
            if word in groups:
                self._positions[groups[word]].append(i)

    def between(self, first: int, past: int) -> Iterator[bool]:
        """Yield for each group of :data:`BETWEEN` whether one of it is among the words."""
        for positions in self._positions:
            yield bisect_left(positions, first) < bisect_left(positions, past)


def _sentences(tokens: Tokens) -> list[int]:
    """Return for each word the number of its sentence, by full stops and capital letters."""
    out: list[int] = []
    number, ended = 0, True
    for i, word in enumerate(tokens.text):
        if i and tokens.block[i] != tokens.block[i - 1]:
            ended = True
        if ended and (word[0].isupper() or not word[0].isalnum()) and word not in "”’)":
            number, ended = number + 1, False
        if word in ".!?":
            ended = True
        out.append(number)
    return out


def candidate_pairs(index: TokenIndex, runs: Iterable[Run]) -> Iterator[tuple[LabelRole, list[CandidatePair]]]:
    """Yield for each block the candidate sources of its cues, then the candidate contents."""
    block = index.tokens.block
    for _, group in groupby(runs, key=lambda run: block[run.first]):
        inside = list(group)
        by_role: dict[LabelRole, list[int]] = {role: [] for role in ("source", "cue", "content")}
        for nth, run in enumerate(inside):
            by_role[run.role].append(nth)
        yield "source", [pair for at in by_role["cue"] for pair in _pairs_of_cue(index, inside, by_role, at, "source")]
        yield (
            "content",
            [pair for at in by_role["cue"] for pair in _pairs_of_cue(index, inside, by_role, at, "content")],
        )


def _pairs_of_cue(
    index: TokenIndex, inside: list[Run], by_role: dict[LabelRole, list[int]], at: int, role: LabelRole
) -> Iterator[CandidatePair]:
    own = by_role[role]
    middle = bisect_left(own, at)
    cue = inside[at]
    near = own[max(0, middle - MAX_RUNS_PER_SIDE) : middle + MAX_RUNS_PER_SIDE]
    gaps = {nth: _gap(cue, inside[nth]) for nth in near}
    nearest = min(near, key=lambda nth: gaps[nth], default=-1)
    sides = own[max(0, middle - 1) : middle + 1]
    for nth in near:
        counts = [bisect_left(one, max(at, nth)) - bisect_left(one, min(at, nth) + 1) for one in by_role.values()]
        clues = _clues(index, cue, inside[nth], counts)
        rank = (nth in sides, nth in sides and nth > at, nth == nearest)
        yield CandidatePair(
            cue, inside[nth], (*clues, *map(float, rank), *_own_clues(index, cue, inside[nth], nth == 0))
        )


def _gap(cue: Run, run: Run) -> int:
    return max(run.first - cue.end, cue.first - run.end)


def _clues(index: TokenIndex, cue: Run, run: Run, counts: list[int]) -> list[float]:
    """Return the clues of two runs and of the words between them; ``counts`` are the sources, cues and contents between them."""
    after = run.first > cue.first
    gap = _gap(cue, run)
    left, right = (cue, run) if after else (run, cue)
    apart = index.sentence[right.first] - index.sentence[left.end - 1]
    sources, cues, contents = (min(count, 3) for count in counts)
    far = log1p(gap)
    clues: list[float] = [1, after, gap == 0, far, after * far, apart == 0, after and apart == 0, min(apart, 4)]
    clues += [cues > 0, cues, sources, after and sources > 0, contents]
    return [*map(float, clues), *map(float, index.between(left.end, right.first))]


def _own_clues(index: TokenIndex, cue: Run, run: Run, opens: bool) -> tuple[float, ...]:
    length = run.end - run.first
    quoted = index.tokens.quoted[run.first] != OUTSIDE
    return log1p(length), float(length == 1), float(quoted), float(cue.end - cue.first), float(opens)


def link_runs(index: TokenIndex, runs: Sequence[Run], link_weights: Weights, trust: Trust) -> list[LinkedRuns]:
    """Return every cue with its source and content, and every content that has no cue, in the order of their first words.

    A content belongs to one cue; a source may belong to several. Cues without content, and unlikely cues and contents, are left out.
    """
    cues = [run for run in runs if run.role == "cue"]
    sources: dict[Run, tuple[float, Run]] = {}
    contents: dict[Run, list[tuple[float, Run]]] = {cue: [] for cue in cues}
    for role, some in candidate_pairs(index, runs):
        scored = [(_chance(pair, link_weights[role]), pair) for pair in some]
        if role == "source":
            sources |= {pair.cue: (chance, pair.run) for chance, pair in _best(scored, lambda pair: pair.cue)}
        else:
            for chance, pair in _best(scored, lambda pair: pair.run):
                contents[pair.cue].append((chance, pair.run))
    found = [_linked(cue, sources.get(cue), contents[cue]) for cue in cues if contents[cue]]
    owned = {run for one in found for run in one.content}
    linked = [one for one in found if one.is_likely(trust.min_run_chance)]
    linked += [LinkedRuns(content=(run,)) for run in runs if run.role == "content" and run not in owned]
    return sorted(linked, key=lambda one: one.content[0].first)


def _linked(cue: Run, source: tuple[float, Run] | None, content: Sequence[tuple[float, Run]]) -> LinkedRuns:
    """Return a cue with its content, and with its source if that is likelier than not to belong to it."""
    own = source if source and source[0] > 0.5 else None
    chances = [chance for chance, _ in ([own] if own else []) + list(content)]
    return LinkedRuns(cue, own and own[1], tuple(run for _, run in content), prod(chances))


def _chance(pair: CandidatePair, link_weights: Sequence[float]) -> float:
    total = sum(weight * clue for weight, clue in zip(link_weights, pair.clues, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def _best(
    scored: Iterable[tuple[float, CandidatePair]], key: Callable[[CandidatePair], Run]
) -> list[tuple[float, CandidatePair]]:
    """Return the most likely pair for each key, in the order of the keys."""
    best: dict[Run, tuple[float, CandidatePair]] = {}
    for chance, pair in scored:
        if chance > best.get(key(pair), (-1.0,))[0]:
            best[key(pair)] = (chance, pair)
    return list(best.values())
