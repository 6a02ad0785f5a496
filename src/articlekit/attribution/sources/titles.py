"""Titles and offices beside a person's name: which words they are, and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articlekit.attribution.english.lexicon import (
    ADDRESSES,
    BUSINESSES,
    COMPANY_KINDS,
    ENDINGS,
    FIELDS,
    MAKERS,
    MAKING,
    ORGANIZATIONS,
    OWNING,
    ROLES,
    SIDES,
    SURNAMES,
    TITLES,
    TRADES,
)
from articlekit.attribution.english.phrases import BODIES, Range, closing_of_title, is_role
from articlekit.attribution.english.words import Word
from articlekit.attribution.sources import given_names

COURTESY: Final = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame comrade".split())
"""Titles that tell no function."""

RANKS: Final = frozenset("home shadow acting interim managing permanent general".split())
"""Words before an office that are part of it: ``the home secretary``."""

OFFICES: Final = frozenset("department ministry bureau office committee commission agency".split())
"""Public bodies that are named by what they are over."""

UNITED: Final = frozenset(
    "association union federation society institute university commission council authority foundation".split()
)
"""Last words of the names of bodies that end before an office in capitals: ``Elswick Hospital Association | President``."""

CHIEFS: Final = frozenset("ceo cfo coo".split())
"""Letters for the chief of a company."""

COUNTED: Final = frozenset("a the one another other first second third fourth".split())
"""Words that count people and tell nothing of them."""

LETTERS: Final = frozenset("mp mep msp mla td mlc qc kc sc obe mbe cbe phd md".split())
"""Offices, honours and degrees that stand in letters behind a name: ``Jo Bell MP``."""


INITIALS: Final = re.compile(r"(?:[A-Z]\.-?)+")
"""Letters and full stops that stand for given names: ``J. R.``"""


def is_body(word: Word) -> bool:
    """Whether a word of a name makes it the name of a body: ``Board``, ``Networks``, ``Street``."""
    return word.low in ORGANIZATIONS or (word.tag == "N" and word.low in BUSINESSES | SIDES | ADDRESSES)


def is_company_kind(noun: str) -> bool:
    """Whether a noun in lower case tells what a company does: ``chipmaker``, ``insurer``."""
    return noun in COMPANY_KINDS or (noun.endswith("maker") and noun not in MAKING)


def told_apart(words: list[Word]) -> int:
    """How many words only say that it is one more, before who it is: ``Another, | the butcher Phil Dawes``."""
    comma = next((i for i, word in enumerate(words) if word.tag == ","), 0)
    only_counts = comma and all(word.low in COUNTED for word in words[:comma])
    named = any(word.tag == "N" for word in words[comma + 1 :])
    return comma + 1 if only_counts and named else 0


def outside_titles(words: list[Word]) -> Iterator[Word]:
    """The words without the brackets of a title, and without what is in them: ``DCP (South) Rao``, but ``Dr (Mrs) Ade``."""
    inside = range(0)
    for i, word in enumerate(words):
        if word.tag == "(" and (closing := closing_of_title(words, i) or _closing_of_office(words, i)) is not None:
            inside = range(i, closing + 1)
        if i not in inside or word.low in COURTESY:
            yield word


def without_letters(words: list[Word]) -> list[Word]:
    """The words without the letters behind a whole name: ``Judge Jo Bell | KC``, but ``the Elswick Harbour MP``."""
    end = len(words)
    if words[0].tag == "D":
        return words
    while end > 2 and words[end - 1].low in LETTERS and words[end - 2].tag == "N" and not is_role(words[end - 2]):
        end -= 1
    return words[:end]


def _closing_of_office(words: list[Word], opening: int) -> int | None:
    """Where a bracket closes that stands within an office: ``Commissioner of Police (South) Rao``, ``Dockers' Union (DU) president Rao``."""
    if not opening:
        return None
    over = words[opening - 1].low in FIELDS
    letters = words[opening - 1].tag == "N" and words[opening + 1 : opening + 2] and words[opening + 1].text.isupper()
    if not (over or letters or words[opening - 1].low in ORGANIZATIONS):
        return None
    near = range(opening + 1, min(len(words) - 1, opening + 5))
    return next(
        (i for i in near if words[i].tag == ")" and (over or is_role(words[i + 1])) and words[i + 1].tag in "Nn"), None
    )


def listed_end(words: list[Word]) -> int:
    """One past the name of a body that is over several things: ``the Rail, Maritime and Transport union |``; 0 where none opens the words."""
    joint = next((i for i, word in enumerate(words) if word.low == "and"), 0)
    if over := _over_end(words, joint):
        return over
    named = all(word.tag in "N," for word in words[words[0].tag == "D" : joint])
    if not named or not any(word.tag == "," for word in words[:joint]):
        return 0
    last = next(
        (i for i in range(joint + 1, len(words)) if words[i].tag != "N" or words[i].low in ORGANIZATIONS), joint
    )
    return last + 1 if last > joint + 1 and words[last].low in ORGANIZATIONS else 0


def _over_end(words: list[Word], joint: int) -> int:
    """One past what a public body is over, where that is a list: ``the Bureau of Alcohol, Tobacco and Firearms |``; else 0."""
    of = next((i for i, word in enumerate(words) if word.tag == "I"), 0)
    listed = words[of + 1 : joint]
    singly = all(word.tag == ("," if i % 2 else "N") for i, word in enumerate(listed) if i < len(listed) - 1)
    if not of or words[of - 1].low not in OFFICES or len(listed) < 3 or not singly:
        return 0
    past = next((i for i in range(joint + 1, len(words)) if words[i].tag != "N"), len(words))
    return past if past > joint + 1 else 0


def _is_title(words: list[Word], i: int) -> bool:
    """Whether a word is part of no name: ``Mayor``, ``Det``; *Con* is a given name but behind *Det*."""
    constable = words[i].low == "con" and i > 0 and words[i - 1].low in ("det", "detective")
    return constable or words[i].low in TITLES or is_role(words[i])


def title_end(words: list[Word], head_at: int) -> int | None:
    """One past the title that stands before a person's name, as in ``former mayor Asa Holt``; None without one.

    An office is no name: ``the Prime Minister``.
    """
    low = words[head_at].low
    if low in FIELDS or ((low in TITLES or is_role(words[head_at])) and low not in SURNAMES):
        return None
    for i in range(head_at - 1, -1, -1):
        if _is_title(words, i):
            return i + 1
        if words[i].tag == "n":
            # Small words right before a whole name are a function: ``the harbour master Ilse Brandt``, ``her rival Otto Lund``.
            related = i > 0 and words[i - 1].low in ("his", "her")
            known = words[i].low in BODIES or (
                (words[i].low in MAKERS or is_company_kind(words[i].low)) and not related
            )
            whole = head_at - i in (2, 3) and not known
            return i + 1 if whole and not any(map(is_body, words[i + 1 : head_at + 1])) else None
        if words[i].tag != "N":
            return None
    return None


def body_end(words: list[Word], head_at: int) -> int | None:
    """One past the noun that says what kind of body a name belongs to: ``the weekly magazine | The Lantern``; None without one."""
    name = words[1 : head_at + 1]
    opening = words[0].tag == "N" and is_company_kind(words[0].low) and all(word.tag == "N" for word in name)
    if words[0].tag == "N" and words[0].low in TRADES and name and all(word.tag == "N" for word in name):
        return 1
    if (
        opening
        and name
        and not is_role(name[0])
        and (words[0].text.endswith("maker") or any(map(is_body, name)) or name[-1].low in ENDINGS)
    ):
        return 1
    last = next((i for i in range(head_at - 1, -1, -1) if words[i].tag == "n"), None)
    if last is None or not (
        words[last].low in ORGANIZATIONS | TRADES | {"charity"} or is_company_kind(words[last].low)
    ):
        return None
    return last + 1


def field_end(words: list[Word], at: int) -> int:
    """One past what the office whose noun is ``words[at]`` is over: ``Minister of State for Housing |``; else past the noun."""
    end = at + 1
    while words[end : end + 1] and words[end].low in ("of", "for"):
        past = next((i for i in range(end + 1, len(words)) if words[i].tag not in "DNnC"), len(words))
        inner = words[end + 1 : past]
        if not inner or inner[-1].low not in FIELDS or any(map(is_body, inner[:-1])):
            break
        end = past
    return end


def joint_end(words: list[Word], end: int) -> int:
    """One past an office that is held together with the one that ends at a place: ``president and CEO |``."""
    if end >= len(words) or words[end].low not in ("and", "&"):
        return end
    past = next(
        (i for i in range(end + 1, len(words)) if words[i].low not in TITLES and not is_role(words[i])), len(words)
    )
    held = past > end + 1 and (is_role(words[past - 1]) or words[past - 1].low in CHIEFS)
    return past if held else end


def office_end(words: list[Word]) -> int | None:
    """One past an office with what it is over, where a name follows: ``Leader of the Opposition | R. Venkatesh``."""
    of = next((i for i, word in enumerate(words) if word.tag == "I"), 0)
    if not of or words[of].low not in ("of", "for") or not (is_role(words[of - 1]) or words[of - 1].low in TITLES):
        return None
    run = next((i + 1 for i in range(len(words) - 1, of - 1, -1) if words[i].tag != "N"), of + 1)
    if any(word.tag not in "NDIC" for word in words[of:run]):
        return None
    return next((i for i in range(run + 1, len(words)) if _opens_name(words, i)), None)


def _opens_name(words: list[Word], i: int) -> bool:
    """Whether the capitalised words from a place are a person's name, behind the place or body of an office."""
    if any(map(is_body, words[i:])):
        return False
    if INITIALS.fullmatch(words[i].text) and i + 1 < len(words):
        return True
    known = words[i].low in given_names.WOMEN or words[i].low in given_names.MEN
    behind = words[i - 1].low in FIELDS | COURTESY or is_body(words[i - 1])
    whole = len(words) - i in (2, 3) and words[i].low not in FIELDS | COURTESY
    return whole and (known or behind)


def served_body(words: list[Word], head_at: int) -> Range | None:
    """The words of the body for which somebody without a name works: ``a | Department of Health | source``; None without one."""
    names = [i for i in range(head_at) if words[i].tag == "N"]
    if words[head_at].tag != "n" or not names or not is_role(words[head_at]):
        return None
    start, end = names[0], names[-1] + 1
    joined = all(word.tag in "NIDC&" for word in words[start:end]) and not is_role(words[start])
    between = all(word.tag == "n" for word in words[end:head_at])
    return (start, end) if joined and between and any(map(is_body, words[start:end])) else None


def role_start(before: list[Word], opens: bool) -> int:
    """Where the role begins among the words before a name; a body's name stands before it: ``HWU finance secretary``."""
    start = len(before)
    if before and before[-1].tag == "N":
        return next((i + 1 for i in range(len(before) - 2, 0, -1) if before[i].low in UNITED), 0)
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
        if words[i].tag == "D" or not (capital or words[i].low in TITLES | RANKS or _is_field(words, i)):
            return i + 1
    return 0


def _is_field(words: list[Word], at: int) -> bool:
    """Whether a word is what the office right behind it is over: ``the | health secretary``."""
    return words[at].low in FIELDS and words[at].tag == "n" and (is_role(words[at + 1]) or words[at + 1].low in FIELDS)


def possessor_end(words: list[Word], head_at: int) -> int | None:
    """One past the body or place that owns a person: ``NATO's Jens Stoltenberg``; None without one."""
    leading = next((i for i, word in enumerate(words) if word.tag != "N"), len(words))
    end = next((i + 1 for i in range(leading - 1, -1, -1) if words[i].low.endswith(("'s", "’s"))), 0)
    name = words[end : head_at + 1]
    owned = end > 0 and len(name) in (2, 3)
    named = all(w.tag == "N" and w.text[1:].islower() and w.low not in ROLES and not is_body(w) for w in name)
    return end if owned and named else None


def is_relation(word: Word) -> bool:
    """Whether a possessor is no body: ``his wife's``, but ``the union's``."""
    return word.tag == "n" and word.low.endswith(OWNING) and re.split("['’]", word.low)[0] not in ORGANIZATIONS
