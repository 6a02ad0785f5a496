"""The words of organizations: which words name one, where its name ends, and who belongs to it."""

from __future__ import annotations

import re
from typing import Final

from articlekit.attribution.english.lexicon import (
    ADDRESS_SUFFIXES,
    COMPANY_NOUNS,
    COMPANY_SUFFIXES,
    ORGANIZATION_REMIT_NOUNS,
    ORGANIZATION_TRADES,
    ORGANIZATIONS,
    PERSON_MAKERS,
    POSSESSIVE_ENDINGS,
    ROLE_NOUNS,
    TEAM_SUFFIXES,
)
from articlekit.attribution.english.noun_phrases import WordRange, is_role
from articlekit.attribution.english.tags import Tag
from articlekit.attribution.english.words import Word
from articlekit.attribution.sources.names import text_of

NAME_OR_COMMA: Final = frozenset(",") | {Tag.NAME}
"""Names and commas of a list of names."""

WITHIN_ORGANIZATION: Final = frozenset("&") | {Tag.NAME, Tag.PREPOSITION, Tag.DETERMINER, Tag.COORDINATOR}
"""Words of the name of an organization."""

ENDS_ORGANIZATION: Final = frozenset(",(") | {Tag.PREPOSITION, Tag.RELATIVE, Tag.FRAGMENT, Tag.SPEECH}
"""What ends the name of an organization."""

PUBLIC_OFFICES: Final = frozenset("department ministry bureau office committee commission agency".split())
"""Nouns of public bodies that are named by what they are over: ``the Ministry of Health``."""

ORGANIZATION_ENDINGS: Final = frozenset(
    "association union federation society institute university commission council authority foundation".split()
)
"""Last words of names of organizations before an office in capitals: ``Elswick Hospital Association | President``."""


def is_organization_word(word: Word) -> bool:
    """True if a word of a name makes it the name of an organization: ``Board``, ``Networks``, ``Street``."""
    return word.low in ORGANIZATIONS or (
        word.tag == Tag.NAME and word.low in COMPANY_SUFFIXES | TEAM_SUFFIXES | ADDRESS_SUFFIXES
    )


def is_company_noun(noun: str) -> bool:
    """True if a noun in lower case says what a company does: ``chipmaker``, ``insurer``."""
    return noun in COMPANY_NOUNS or (noun.endswith("maker") and noun not in PERSON_MAKERS)


def is_relative_possessive(word: Word) -> bool:
    """True if a possessive is not that of an organization: ``his wife's``, but not ``the union's``."""
    return (
        word.tag == Tag.COMMON
        and word.low.endswith(POSSESSIVE_ENDINGS)
        and re.split("['’]", word.low)[0] not in ORGANIZATIONS
    )


def listed_name_end(words: list[Word]) -> int:
    """Return the end of an organization's name that is a list: ``the Rail, Maritime and Transport union |``; 0 if none opens the words."""
    joint = next((i for i, word in enumerate(words) if word.low == "and"), 0)
    if end := _listed_fields_end(words, joint):
        return end
    named = all(word.tag in NAME_OR_COMMA for word in words[words[0].tag == Tag.DETERMINER : joint])
    if not named or not any(word.tag == "," for word in words[:joint]):
        return 0
    last = next(
        (i for i in range(joint + 1, len(words)) if words[i].tag != Tag.NAME or words[i].low in ORGANIZATIONS), joint
    )
    return last + 1 if last > joint + 1 and words[last].low in ORGANIZATIONS else 0


def _listed_fields_end(words: list[Word], joint: int) -> int:
    """Return the end of a list of what a public body is over: ``the Bureau of Alcohol, Tobacco and Firearms |``; else 0."""
    of = next((i for i, word in enumerate(words) if word.tag == Tag.PREPOSITION), 0)
    listed = words[of + 1 : joint]
    singly = all(word.tag == ("," if i % 2 else "N") for i, word in enumerate(listed) if i < len(listed) - 1)
    if not of or words[of - 1].low not in PUBLIC_OFFICES or len(listed) < 3 or not singly:
        return 0
    past = next((i for i in range(joint + 1, len(words)) if words[i].tag != Tag.NAME), len(words))
    return past if past > joint + 1 else 0


def descriptor_end(words: list[Word], head_at: int) -> int | None:
    """Return the end of the noun for what a named organization is: ``the weekly magazine | The Lantern``; None without one."""
    if _opens_with_descriptor(words[0], words[1 : head_at + 1]):
        return 1
    last = next((i for i in range(head_at - 1, -1, -1) if words[i].tag == Tag.COMMON), None)
    if last is None or not (
        words[last].low in ORGANIZATIONS | ORGANIZATION_TRADES | {"charity"} or is_company_noun(words[last].low)
    ):
        return None
    return last + 1


def _opens_with_descriptor(first: Word, name: list[Word]) -> bool:
    """True if a noun is capital because it opens a sentence before a name: ``Carmaker | Tarn Motors``, ``Brokerage | Holt & Co``."""
    if not name or first.tag != Tag.NAME or any(word.tag != Tag.NAME for word in name):
        return False
    if first.low in ORGANIZATION_TRADES:
        return True
    clear = (
        first.text.endswith("maker") or any(map(is_organization_word, name)) or name[-1].low in ORGANIZATION_REMIT_NOUNS
    )
    return is_company_noun(first.low) and not is_role(name[0]) and clear


def possessor_end(words: list[Word], head_at: int) -> int | None:
    """Return the end of the organization or place that a person belongs to: ``NATO's | Jens Stoltenberg``; None without one."""
    leading = next((i for i, word in enumerate(words) if word.tag != Tag.NAME), len(words))
    end = next((i + 1 for i in range(leading - 1, -1, -1) if words[i].low.endswith(("'s", "’s"))), 0)
    name = words[end : head_at + 1]
    owned = end > 0 and len(name) in (2, 3)
    named = all(
        w.tag == Tag.NAME and w.text[1:].islower() and w.low not in ROLE_NOUNS and not is_organization_word(w)
        for w in name
    )
    return end if owned and named else None


def employer_before(words: list[Word], head_at: int) -> WordRange | None:
    """Return the words of the organization for which an unnamed person works: ``a | Department of Health | source``; None without one."""
    names = [i for i in range(head_at) if words[i].tag == Tag.NAME]
    if words[head_at].tag != Tag.COMMON or not names or not is_role(words[head_at]):
        return None
    start, end = names[0], names[-1] + 1
    joined = all(word.tag in WITHIN_ORGANIZATION for word in words[start:end]) and not is_role(words[start])
    between = all(word.tag == Tag.COMMON for word in words[end:head_at])
    return (start, end) if joined and between and any(map(is_organization_word, words[start:end])) else None


def affiliation_behind(text: str, words: list[Word], head_at: int) -> str | None:
    """Return the organization or place after ``for``, ``of``, ``from`` or ``at``: ``a spokesman for | the port``; None without one."""
    for i in range(head_at + 1, len(words) - 1):
        if words[i].low in ("for", "of", "from", "at"):
            end = next((k for k in range(i + 1, len(words)) if _ends_name(words[k])), len(words))
            return text_of(text, words[i + 1 : end]) if any(w.tag == Tag.NAME for w in words[i + 1 : end]) else None
        if words[i].tag == Tag.PREPOSITION:
            return None
    return None


def _ends_name(word: Word) -> bool:
    """True if the name of an organization ends before a word: ``a memo from the board | obtained by``."""
    return (word.tag in ENDS_ORGANIZATION and word.low != "of") or (word.tag == Tag.COMMON and word.low.endswith("ed"))
