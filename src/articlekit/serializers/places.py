"""Where words stand in a text, counted as the reader of the text counts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Literal

from attrs import field, frozen

Unit = Literal["code-points", "utf-16"]
"""What a position counts."""

GRAM = 8
"""Letters by which words are looked up."""
MOST = 1000
"""Places that are tried for one run of words: a text that repeats itself more often cannot tell where they stand."""


@frozen
class Places:
    """Places in a text; words are found whatever white space stands in them. The text is read once."""

    text: str
    """The text."""
    unit: Unit
    """What is counted."""
    _units: list[int] = field(init=False)
    _letters: str = field(init=False)
    _numbers: list[int] = field(init=False)
    _grams: dict[str, list[int]] = field(init=False)

    @_units.default
    def _count_units(self) -> list[int]:
        """How many units stand before each character; empty where units are characters."""
        wide = self.unit == "utf-16" and not self.text.isascii()
        return list(accumulate((1 + (c > "\uffff") for c in self.text), initial=0)) if wide else []

    @_letters.default
    def _strip(self) -> str:
        return _solid(self.text)

    @_numbers.default
    def _number_letters(self) -> list[int]:
        """Where each letter stands in the text."""
        return [place for place, character in enumerate(self.text) if not character.isspace()]

    @_grams.default
    def _index(self) -> dict[str, list[int]]:
        """Where each run of letters stands, of the runs that tile the text: any long words hold one of them."""
        grams: dict[str, list[int]] = {}
        for place in range(0, len(self._letters), GRAM):
            grams.setdefault(self._letters[place : place + GRAM], []).append(place)
        return grams

    def counted(self, start: int, end: int) -> tuple[int, int]:
        """``start`` and ``end`` in the unit."""
        return (self._units[start], self._units[end]) if self._units else (start, end)

    def find(self, prefix: str, exact: str, suffix: str) -> tuple[int, int] | None:
        """The one place of ``exact`` between ``prefix`` and ``suffix``; None where there is none, or more than one."""
        words, size = _solid(prefix + exact + suffix), len(_solid(exact))
        first = self._only(words)
        if not size or first is None:
            return None
        start = first + len(_solid(prefix))
        return self.counted(self._numbers[start], self._numbers[start + size - 1] + 1)

    def _only(self, words: str) -> int | None:
        """The place among the letters where ``words`` stand and nowhere else."""
        if len(words) < 2 * GRAM - 1:
            first = self._letters.find(words)
            return first if first >= 0 and self._letters.find(words, first + 1) < 0 else None
        found = None
        for tried, place in enumerate(self._candidates(words)):
            if tried == MOST:
                return None
            if self._letters.startswith(words, place):
                if found is not None:
                    return None
                found = place
        return found

    def _candidates(self, words: str) -> Iterator[int]:
        """Every place where ``words`` may stand, each once."""
        for offset in range(GRAM):
            for place in self._grams.get(words[offset : offset + GRAM], ()):
                if place >= offset:
                    yield place - offset


def _solid(words: str) -> str:
    return "".join(words.split())
