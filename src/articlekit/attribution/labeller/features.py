"""The features of the light labeller: each word as a row of numbers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.attribution.english.reporting_verbs import SINGLE_VERBS
from articlekit.attribution.english.words import CLOSED_CLASS_TAGS
from articlekit.attribution.labeller.tokens import Tokens

if TYPE_CHECKING:
    from numpy import int32
    from numpy.typing import NDArray

DIGIT: Final = re.compile(r"\d")

UNKNOWN_WORD: Final = 1
"""The number of a word that the vocabulary lacks. No word has the number 0: it pads the ends of training rows."""

COLUMNS: Final = ("word", "ending", "beginning", "shape", "class", "place", "hint")
"""The columns of the features. The weights file names its tables by them."""

SHAPE_COUNT: Final = 7
"""How many values :func:`word_shape` has."""


@frozen(eq=False)
class Vocabulary:
    """The numbers of the words, and of the beginnings and endings of words, that the labeller knows."""

    words: dict[str, int]
    """By the word as :func:`normalize` returns it. They start at 2."""
    affixes: dict[str, int]
    """By three letters; a beginning has ``^`` before them. They start at 1."""
    classes: dict[str, int]
    """By what :func:`word_class` returns. They start at 1."""


def normalize(word: str) -> str:
    """Return the word in lower case, with each digit as ``0`` and a straight apostrophe."""
    low = word.lower().replace("’", "'")
    return low if low.isalpha() else DIGIT.sub("0", low)


def word_shape(word: str) -> int:
    """Return 0 to 6 for a mark, a number, lower case, one capital letter, upper case, a capitalised word, or mixed case."""
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


def word_class(word: str) -> str:
    """Return the first frame of a reporting verb, or the tag of a word of a closed class; empty for any other word."""
    verb = SINGLE_VERBS.get(word)
    return verb.frames[0] if verb else CLOSED_CLASS_TAGS.get(word, "")


def to_features(tokens: Tokens, vocabulary: Vocabulary) -> NDArray[int32]:
    """Return one row of numbers for each word, in the order of :data:`COLUMNS`. Shape (words, columns)."""
    import numpy as np

    rows = np.zeros((len(tokens), len(COLUMNS)), dtype=np.int32)
    if len(tokens):
        rows[:, :5] = [_word_features(word, vocabulary) for word in tokens.text]
        rows[:, 5] = tokens.position_codes()
        rows[:, 6] = tokens.hint
    return rows


@lru_cache(maxsize=1 << 15)
def _word_features(word: str, vocabulary: Vocabulary) -> tuple[int, int, int, int, int]:
    low = normalize(word)
    affixes = vocabulary.affixes
    ending, beginning = affixes.get(low[-3:], 0), affixes.get("^" + low[:3], 0)
    return (
        vocabulary.words.get(low, UNKNOWN_WORD),
        ending,
        beginning,
        word_shape(word),
        vocabulary.classes.get(word_class(low), 0),
    )
