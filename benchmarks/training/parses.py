"""What an English parser says of the words of the corpus: part of speech, kind of name, relation to the word above."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import count
from pathlib import Path
from typing import Final

import numpy as np
from corpus import rows
from numpy.typing import NDArray

from articlekit.attribution.labeller.tokens import Tokens

ASKED: Final = 3
"""How many things are told of each word."""
UNTOLD: Final = -100
"""What is told of a word that the parser did not read."""

Parsed = tuple[int, int, int, int, int]
"""The characters of a word, and the numbers of the three things that are told of it."""


class Parses:
    """The parses of a file: an article a line, with ``id`` and ``sentences``.

    Each word is a list: start, end, part of speech, kind of name, head, relation.
    """

    def __init__(self, path: Path) -> None:
        self._numbers: tuple[defaultdict[str, int], ...] = tuple(defaultdict(count().__next__) for _ in range(ASKED))
        self._words = {row["id"]: [self._read(*word) for one in row["sentences"] for word in one] for row in rows(path)}

    def _read(self, start: int, end: int, part: str, name: str, head: int, relation: str) -> Parsed:
        del head
        told = part, name, relation.partition(":")[0]
        first, second, third = (numbers[one] for numbers, one in zip(self._numbers, told, strict=True))
        return start, end, first, second, third

    @property
    def sizes(self) -> list[int]:
        """How many different answers each of the three questions has."""
        return [len(numbers) for numbers in self._numbers]

    def of(self, name: str, tokens: Tokens) -> NDArray[np.int64]:
        """The numbers of what is told of each word of an article. Shape (words, 3)."""
        words = self._words.get(name, [])
        starts = [word[0] for word in words]
        out = np.full((len(tokens), ASKED), UNTOLD)
        for place, start in enumerate(tokens.start):
            number = bisect_right(starts, start) - 1
            if number >= 0 and start < words[number][1]:
                out[place] = words[number][2:]
        return out
