"""Words → numbers: what the network is told of each word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.english.verbs import SINGLE
from articlekit.attribution.english.words import TAGS
from articlekit.attribution.labeller.tokens import Tokens

if TYPE_CHECKING:
    from numpy import int32
    from numpy.typing import NDArray

DIGIT: Final = re.compile(r"\d")

UNKNOWN: Final = 1
"""The number of a word that the vocabulary lacks. 0 is nobody's: it fills the ends of training rows."""

COLUMNS: Final = ("word", "ending", "beginning", "shape", "class", "place", "hint")
"""What the columns of the features are."""

SHAPES: Final = 7
"""How many shapes :func:`shape` tells apart."""


@frozen(eq=False)
class Vocabulary:
    """Numbers of the words and of the beginnings and endings of words that the network knows."""

    words: dict[str, int]
    """By the word as :func:`normal` has it, from 2."""
    affixes: dict[str, int]
    """By three letters, from 1; those at a word's beginning have ``^`` before them."""
    classes: dict[str, int]
    """By what :func:`class_of` says of a word, from 1."""


def normal(word: str) -> str:
    """The word in lower case, digits as ``0`` and the apostrophe straight."""
    low = word.lower().replace("’", "'")
    return low if low.isalpha() else DIGIT.sub("0", low)


def shape(word: str) -> int:
    """Mark, number, small letters, one capital letter, capitals, capitalised, or a mixture."""
    if not word[0].isalnum():
        return 0
    if word[0].isdigit():
        return 1
    if word.islower():
        return 2
    if len(word) == 1:
        return 3
    if word.isupper():
        return 4
    return 5 if word[0].isupper() and word[1:].islower() else 6


def class_of(word: str) -> str:
    """What a reporting verb takes, or the closed class of a word; empty for any other word."""
    verb = SINGLE.get(word)
    return verb.frames[0] if verb else TAGS.get(word, "")


def features(tokens: Tokens, vocabulary: Vocabulary) -> NDArray[int32]:
    """One row of numbers for each word, in the order of :data:`COLUMNS`. Shape (words, columns)."""
    import numpy as np

    rows = np.zeros((len(tokens), len(COLUMNS)), dtype=np.int32)
    if len(tokens):
        rows[:, :5] = [_of_word(word, vocabulary) for word in tokens.text]
        rows[:, 5] = tokens.places()
        rows[:, 6] = tokens.hint
    return rows


@lru_cache(maxsize=1 << 15)
def _of_word(word: str, vocabulary: Vocabulary) -> tuple[int, int, int, int, int]:
    low = normal(word)
    affixes = vocabulary.affixes
    ending, beginning = affixes.get(low[-3:], 0), affixes.get("^" + low[:3], 0)
    return vocabulary.words.get(low, UNKNOWN), ending, beginning, shape(word), vocabulary.classes.get(class_of(low), 0)
