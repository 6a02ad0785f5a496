"""Runs → links: which source and which content belong to which cue."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from math import exp, log1p, prod
from typing import Final

from attrs import frozen

from articlekit.attribution.labeller.decode import Run
from articlekit.attribution.labeller.once import Once
from articlekit.attribution.labeller.tokens import OUTSIDE, Role, Tokens
from articlekit.attribution.labeller.trust import Trust

NEAR: Final = 5
"""How many runs of a role on either side of a cue can belong to it."""

CLUES: Final = (
    "any", "after", "touches", "gap", "gap after", "same sentence", "same sentence after", "sentences between",
    "a cue between", "cues between", "sources between", "a source between, after", "contents between",
    "comma between", "quotation mark between", "semicolon between", "colon between", "and between",
    "nearest on its side", "nearest on its side, after", "nearest of all", "length", "one word", "quoted", "cue's length",
    "opens its block",
)  # fmt: skip
"""What is asked of a cue and a run that may belong to it; there is a weight for each, for sources and for contents."""

BETWEEN: Final = (frozenset(","), frozenset('"“”'), frozenset(";"), frozenset(":"), frozenset(("and", "but")))
"""Marks and words that are looked for between a cue and a run, in the order of their clues."""

Weights = dict[Role, tuple[float, ...]]
"""For sources and for contents one weight for each of :data:`CLUES`."""

WEIGHTS: Final = "links.json"
"""The package data that holds them."""


@Once
def weights() -> Weights:
    """The weights that come with the package, read once."""
    data = json.loads(files("articlekit.attribution.labeller").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return {role: tuple(data[role][clue] for clue in CLUES) for role in ("source", "content")}


@frozen
class Linked:
    """A cue with what belongs to it, or content without a cue."""

    cue: Run | None = None
    """The reporting words."""
    source: Run | None = None
    """Who says it."""
    content: tuple[Run, ...] = ()
    """What is said, in order."""
    chance: float = 1.0
    """How likely source and content belong to the cue: 0 to 1."""

    def words(self) -> Iterator[int]:
        """The numbers of the content's words."""
        return (i for run in self.content for i in range(run.first, run.past))

    def is_likely(self, least: float) -> bool:
        """Whether cue and content are likely enough to be what they are."""
        return all(run.sure >= least for run in (*self.content, *([self.cue] if self.cue else [])))

    @property
    def sure(self) -> float:
        """How likely the whole is right, 0 to 1: its links, and of its parts the one that is least sure."""
        parts = (*self.content, *(run for run in (self.cue, self.source) if run))
        return self.chance * min(run.sure for run in parts)


@frozen
class Pair:
    """A cue, a run that may belong to it, and what :data:`CLUES` ask of the two."""

    cue: Run
    """The cue."""
    run: Run
    """The source or content."""
    clues: tuple[float, ...]
    """The answers."""


class Page:
    """What stands between two words of an article, told without looking at each word between them."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.sentence = _sentences(tokens)
        self._places: tuple[list[int], ...] = tuple([] for _ in BETWEEN)
        groups = {word: number for number, group in enumerate(BETWEEN) for word in group}
        for place, word in enumerate(tokens.text):
            if word in groups:
                self._places[groups[word]].append(place)

    def between(self, first: int, past: int) -> Iterator[bool]:
        """For each group of :data:`BETWEEN` whether one of it stands among the words."""
        for places in self._places:
            yield bisect_left(places, first) < bisect_left(places, past)


def _sentences(tokens: Tokens) -> list[int]:
    """For each word the number of its sentence, as far as full stops and capital letters tell."""
    out: list[int] = []
    number, ended = 0, True
    for place, word in enumerate(tokens.text):
        if place and tokens.block[place] != tokens.block[place - 1]:
            ended = True
        if ended and (word[0].isupper() or not word[0].isalnum()) and word not in "”’)":
            number, ended = number + 1, False
        if word in ".!?":
            ended = True
        out.append(number)
    return out


def pairs(page: Page, runs: Iterable[Run]) -> Iterator[tuple[Role, list[Pair]]]:
    """For each cue the sources that may be its own, then for each block the contents with each cue they may belong to."""
    block = page.tokens.block
    for _, group in groupby(runs, key=lambda run: block[run.first]):
        inside = list(group)
        places: dict[Role, list[int]] = {role: [] for role in ("source", "cue", "content")}
        for place, run in enumerate(inside):
            places[run.role].append(place)
        yield "source", [pair for at in places["cue"] for pair in _of_cue(page, inside, places, at, "source")]
        yield "content", [pair for at in places["cue"] for pair in _of_cue(page, inside, places, at, "content")]


def _of_cue(page: Page, inside: list[Run], places: dict[Role, list[int]], at: int, role: Role) -> Iterator[Pair]:
    own = places[role]
    middle = bisect_left(own, at)
    cue = inside[at]
    near = own[max(0, middle - NEAR) : middle + NEAR]
    gaps = {place: _gap(cue, inside[place]) for place in near}
    nearest = min(near, key=lambda place: gaps[place], default=-1)
    sides = own[max(0, middle - 1) : middle + 1]
    for place in near:
        counts = [bisect_left(one, max(at, place)) - bisect_left(one, min(at, place) + 1) for one in places.values()]
        clues = _clues(page, cue, inside[place], counts)
        rank = (place in sides, place in sides and place > at, place == nearest)
        yield Pair(cue, inside[place], (*clues, *map(float, rank), *_own_clues(page, cue, inside[place], place == 0)))


def _gap(cue: Run, run: Run) -> int:
    return max(run.first - cue.past, cue.first - run.past)


def _clues(page: Page, cue: Run, run: Run, counts: list[int]) -> list[float]:
    """The clues of two runs and of what stands between them; ``counts``: sources, cues and contents between them."""
    after = run.first > cue.first
    gap = _gap(cue, run)
    left, right = (cue, run) if after else (run, cue)
    apart = page.sentence[right.first] - page.sentence[left.past - 1]
    sources, cues, contents = (min(count, 3) for count in counts)
    far = log1p(gap)
    clues: list[float] = [1, after, gap == 0, far, after * far, apart == 0, after and apart == 0, min(apart, 4)]
    clues += [cues > 0, cues, sources, after and sources > 0, contents]
    return [*map(float, clues), *map(float, page.between(left.past, right.first))]


def _own_clues(page: Page, cue: Run, run: Run, opens: bool) -> tuple[float, ...]:
    length = run.past - run.first
    quoted = page.tokens.quoted[run.first] != OUTSIDE
    return log1p(length), float(length == 1), float(quoted), float(cue.past - cue.first), float(opens)


def link(page: Page, runs: Sequence[Run], weights: Weights, trust: Trust) -> list[Linked]:
    """Every cue with its source and content, and every content that has no cue; in the order of their first words.

    A content belongs to one cue, a source may belong to several. A cue without content is left out: it attributes nothing. So is
    what is too unlikely.
    """
    cues = [run for run in runs if run.role == "cue"]
    sources: dict[Run, tuple[float, Run]] = {}
    contents: dict[Run, list[tuple[float, Run]]] = {cue: [] for cue in cues}
    for role, some in pairs(page, runs):
        scored = [(_chance(pair, weights[role]), pair) for pair in some]
        if role == "source":
            sources |= {pair.cue: (chance, pair.run) for chance, pair in _best(scored, lambda pair: pair.cue)}
        else:
            for chance, pair in _best(scored, lambda pair: pair.run):
                contents[pair.cue].append((chance, pair.run))
    found = [_linked(cue, sources.get(cue), contents[cue]) for cue in cues if contents[cue]]
    owned = {run for one in found for run in one.content}
    linked = [one for one in found if one.is_likely(trust.words)]
    linked += [Linked(content=(run,)) for run in runs if run.role == "content" and run not in owned]
    return sorted(linked, key=lambda one: one.content[0].first)


def _linked(cue: Run, source: tuple[float, Run] | None, content: Sequence[tuple[float, Run]]) -> Linked:
    """A cue with its source, where that is likelier than not, and its content."""
    own = source if source and source[0] > 0.5 else None
    chances = [chance for chance, _ in ([own] if own else []) + list(content)]
    return Linked(cue, own and own[1], tuple(run for _, run in content), prod(chances))


def _chance(pair: Pair, weights: Sequence[float]) -> float:
    total = sum(weight * clue for weight, clue in zip(weights, pair.clues, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def _best(scored: Iterable[tuple[float, Pair]], key: Callable[[Pair], Run]) -> list[tuple[float, Pair]]:
    """The most likely pair for each key, in the order of the keys."""
    best: dict[Run, tuple[float, Pair]] = {}
    for chance, pair in scored:
        if chance > best.get(key(pair), (-1.0,))[0]:
            best[key(pair)] = (chance, pair)
    return list(best.values())
