"""Tags of words: the part of speech as far as a word's form shows it, and sets of tags with one meaning everywhere."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Tag(StrEnum):
    """The part of speech of a word, as far as its form shows it. A punctuation mark is its own tag, without a member.

    The light labeller was trained on the values: a new value needs a new training.
    """

    NAME = "N"
    """A capitalised word, in most cases a name."""
    COMMON = "n"
    """A word of no closed class: a noun, a verb, an adjective."""
    PRONOUN = "P"
    """A pronoun that can be a source: he, they, someone."""
    OBJECT_PRONOUN = "M"
    """An object pronoun: him, them."""
    DETERMINER = "D"
    """A determiner, possessives and small numbers among them: the, her, three."""
    PREPOSITION = "I"
    """A preposition."""
    AUXILIARY = "X"
    """An auxiliary verb or a negation: has, would, not."""
    ADVERB = "R"
    """An adverb that may come between a subject and its verb."""
    COORDINATOR = "C"
    """A coordinating conjunction: and, but, nor."""
    SUBORDINATOR = "S"
    """A subordinating conjunction or a question word: while, because, how."""
    RELATIVE = "W"
    """A relative pronoun: who, which, that."""
    TIME = "t"
    """A date, or a word that says when."""
    NUMBER = "0"
    """A number."""
    SPEECH = "Q"
    """A whole quotation that is speech."""
    FRAGMENT = "q"
    """A whole quotation that is a name, a title or a fragment."""

    # Enum hashes in Python code. With the hash of str, a look-up in a set of tags and marks stays in C.
    __hash__ = str.__hash__


NOUNS: Final = frozenset({Tag.NAME, Tag.COMMON})
"""Names and common words."""

QUOTATIONS: Final = frozenset({Tag.SPEECH, Tag.FRAGMENT})
"""Whole quotations, speech and fragments."""

PRONOUNS: Final = frozenset({Tag.PRONOUN, Tag.OBJECT_PRONOUN})
"""Subject and object pronouns."""

NOMINAL: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.FRAGMENT, Tag.DETERMINER, Tag.NUMBER})
"""Words within a noun phrase."""

ENDS_NOUN_PHRASE: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.FRAGMENT})
"""Last words of a noun phrase."""

OPENS_NAME: Final = frozenset({Tag.DETERMINER, Tag.NAME})
"""First words of a name: ``the Courier``, ``Asa Holt``."""

OPENS_NOUN_PHRASE: Final = frozenset({Tag.DETERMINER, Tag.NAME, Tag.COMMON})
"""First words of a noun phrase."""

LINKS_PHRASE: Final = frozenset({Tag.COORDINATOR, Tag.PREPOSITION})
"""Words that link a phrase to the words before it."""

OPENS_CLAUSE: Final = frozenset({Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE})
"""Words that open a further clause."""

ADVERBIAL: Final = frozenset({Tag.PREPOSITION, Tag.ADVERB, Tag.TIME})
"""First words of an adverbial: ``in March``, ``again``, ``Friday``."""

OPENS_ADVERBIAL: Final = frozenset({Tag.PREPOSITION, Tag.SUBORDINATOR})
"""First words of an adverbial phrase or clause."""

BEFORE_NOUN: Final = frozenset({Tag.DETERMINER, Tag.NAME, Tag.COMMON, Tag.ADVERB, Tag.NUMBER})
"""Words that may precede the head noun of a noun phrase."""

NEEDS_NOUN: Final = frozenset({Tag.DETERMINER, Tag.PREPOSITION})
"""Words that a noun follows."""

SHORT_NOUN_PHRASE: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.DETERMINER, Tag.PREPOSITION})
"""Words of a noun phrase without numbers and quotations."""

SHOWS_CLAUSE: Final = frozenset({Tag.AUXILIARY, Tag.PRONOUN})
"""Words that show that a clause has a verb: an auxiliary, or a subject pronoun."""

COMMA_OR_SEMICOLON: Final = frozenset(",;")
"""Marks before another speaker's clause."""

COLON_OR_COMMA: Final = frozenset(":,")
"""Marks between a cue and its content."""

INNER_MARKS: Final = frozenset(",;:")
"""Marks within a sentence."""

CLAUSE_BREAKS: Final = frozenset(",;—–")
"""Marks at which a clause breaks off."""

CLAUSE_MARKS: Final = frozenset(",;:—–")
"""Marks that end a clause within a sentence."""

INSERTION_MARKS: Final = frozenset(",—–-")
"""Marks around an insertion."""

DASHES: Final = frozenset("—–")
"""Dashes between clauses."""

COMMA_OR_SPEECH: Final = frozenset(",") | {Tag.SPEECH}
"""A comma, or a quotation, which may hold one."""
