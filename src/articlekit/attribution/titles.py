"""Titles and offices beside a person's name: which words they are, and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articlekit.attribution.lexicon import MAKERS, ORGANIZATIONS, OWNING, ROLES, SURNAMES, TITLES
from articlekit.attribution.phrases import BODIES, closing_of_title, is_role
from articlekit.attribution.words import Word

COURTESY: Final = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame".split())
"""Titles that tell no function."""

LETTERS: Final = frozenset("mp mep msp mla mlc qc kc sc obe mbe cbe phd md".split())
"""Offices, honours and degrees that stand in letters behind a name: ``Jo Bell MP``."""


def outside_titles(words: list[Word]) -> Iterator[Word]:
    """The words without the brackets of a title, and without what is in them: ``DCP (South) Rao``, but ``Dr (Mrs) Ade``."""
    inside = range(0)
    for i, word in enumerate(words):
        if word.tag == "(" and (closing := closing_of_title(words, i)) is not None:
            inside = range(i, closing + 1)
        if i not in inside or word.low in COURTESY:
            yield word


def without_letters(words: list[Word]) -> list[Word]:
    """The words without the letters behind a whole name: ``Jo Bell | MP``, but ``the Elswick Harbour MP``."""
    names = next((i for i, w in enumerate(words) if w.tag != "N" or is_role(w)), len(words))
    end = len(words)
    while end > 2 and names >= end - 1 and words[end - 1].low in LETTERS:
        end -= 1
    return words[:end]


def title_end(words: list[Word], head_at: int) -> int | None:
    """One past the title that stands before a person's name, as in ``former mayor Asa Holt``; None without one.

    An office is no name: ``the Prime Minister``.
    """
    if (words[head_at].low in TITLES or is_role(words[head_at])) and words[head_at].low not in SURNAMES:
        return None
    for i in range(head_at - 1, -1, -1):
        if words[i].low in TITLES or is_role(words[i]):
            return i + 1
        if words[i].tag == "n":
            # Small words right before a whole name are a function: ``the harbour master Ilse Brandt``, ``her rival Otto Lund``.
            related = i > 0 and words[i - 1].low in ("his", "her")
            known = words[i].low in BODIES or (words[i].low in MAKERS and not related)
            whole = head_at - i in (2, 3) and not known
            return i + 1 if whole and not any(w.low in ORGANIZATIONS for w in words[i + 1 : head_at + 1]) else None
        if words[i].tag != "N":
            return None
    return None


def role_start(before: list[Word], opens: bool) -> int:
    """Where the role begins among the words before a name; a body's name stands before it: ``HWU finance secretary``."""
    start = 0 if before and before[-1].tag == "N" else len(before)
    while start and (
        (before[start - 1].tag == "n" and not before[start - 1].low.endswith(OWNING))
        or before[start - 1].low in TITLES | ROLES
        or before[start - 1].low in ("of", "and")
    ):
        start -= 1
    capital_only_here = opens and start == 1 and not before[0].text.isupper()
    return 0 if capital_only_here else start


def office_start(words: list[Word], head_at: int) -> int:
    """Where an office without a name begins: ``the | Deputy Commissioner``, ``the new | prime minister``."""
    for i in range(head_at - 1, -1, -1):
        capital = words[head_at].tag == words[i].tag == "N"
        if words[i].tag == "D" or not (capital or words[i].low in TITLES):
            return i + 1
    return 0


def possessor_end(words: list[Word], head_at: int) -> int | None:
    """One past the body or place that owns a person: ``NATO's Jens Stoltenberg``; None without one."""
    name = words[1 : head_at + 1]
    owned = words[0].tag == "N" and words[0].low.endswith(("'s", "’s")) and len(name) in (2, 3)
    named = all(word.tag == "N" and word.text[1:].islower() and word.low not in ORGANIZATIONS | ROLES for word in name)
    return 1 if owned and named else None


def is_relation(word: Word) -> bool:
    """Whether a possessor is no body: ``his wife's``, but ``the union's``."""
    return word.tag == "n" and word.low.endswith(OWNING) and re.split("['’]", word.low)[0] not in ORGANIZATIONS
