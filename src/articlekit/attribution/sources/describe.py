"""What the words of a source say about it: its name, kind, role and affiliation.

:func:`describe_source` reads one mention: its main phrase, then an alias, and the appositive next to it: ``Asa Holt | , the mayor``.
"""

from __future__ import annotations

import re
from typing import Final

from articlekit.attribution.english.lexicon import (
    PERSONAL_PRONOUNS,
    ROLE_NOUNS,
)
from articlekit.attribution.english.noun_phrases import head_of
from articlekit.attribution.english.tags import Tag
from articlekit.attribution.english.words import Word, tag_words
from articlekit.attribution.sources.genders import (
    Gender,
    clause_gender,
    given_name_gender,
    noun_gender,
)
from articlekit.attribution.sources.kinds import pronoun_kind
from articlekit.attribution.sources.main_phrase import SourceDescription, describe_main_phrase
from articlekit.attribution.sources.names import text_of
from articlekit.attribution.sources.organizations import (
    affiliation_behind,
    listed_name_end,
)
from articlekit.attribution.sources.titles import (
    counting_end,
    joint_office_end,
    office_end,
    without_bracketed_offices,
)

OPENS_ADDITION: Final = frozenset(",(—–")
"""Marks before an age, a place or a description after a source."""

WITHIN_ROLE_TAGS: Final = frozenset({Tag.COMMON, Tag.DETERMINER})
"""Words of the function of a person: ``the mayor``."""

QUOTED_NAME: Final = re.compile(r"[\"“‘']([A-Z][^\"”’']{0,40})[\"”’']")
"""A nickname or call sign in quotation marks: ``Jo “Gull” Brandt``."""

BRACKETED_LETTERS: Final = re.compile(r"\(([A-Z][A-Za-z&]{1,7})\)")
"""An acronym in brackets: ``the Harbour Workers' Union (HWU)``."""

MAX_NAME_WORDS: Final = 3
"""How many words the name next to a function may have; more are rather a body or a list."""


def describe_source(text: str, *, opens: bool = False) -> SourceDescription:
    """Read a source's words. ``opens`` is true if the first word may have its capital only because it opens a sentence."""
    words = tag_words(text + " ", 0, len(text) + 1)  # The space keeps the full stop of a last ``Jr.`` with it.
    if not words:
        return SourceDescription(text, "unknown", False, "")
    if len(words) == 1 and words[0].low in PERSONAL_PRONOUNS:
        return SourceDescription(text, pronoun_kind(words[0].low), False, words[0].low)
    words = list(without_bracketed_offices(words))
    words = words[counting_end(words) :]
    comma = next((i for i in range(listed_name_end(words), len(words)) if words[i].tag in OPENS_ADDITION), len(words))
    main, beside = words[:comma], words[comma + 1 :]
    if not main:
        return SourceDescription(text, "unknown", False, "")
    described = describe_main_phrase(text, main, opens)
    _add_alias(described, text)
    if beside and words[comma].tag != "(":
        _add_appositive(described, text, beside)
    if described.kind == "person" and not described.gender:
        described.gender = _gender_of(described, words)
    return described


def _gender_of(described: SourceDescription, words: list[Word]) -> Gender:
    """Return the gender that the noun for a person shows, or else the given name, or the clause on the person."""
    first, _, rest = described.name.casefold().partition(" ")
    nouns = (described.head, *(described.role or "").lower().split()[-1:])
    for gender in map(noun_gender, nouns):
        if gender:
            return gender
    by_name = given_name_gender(first) if described.named and rest else ""
    return by_name or clause_gender(words)


def _add_alias(described: SourceDescription, text: str) -> None:
    """Add a nickname in quotation marks, or else an acronym in brackets."""
    if found := QUOTED_NAME.search(text):
        described.alias = found.group(1).rstrip(".,;")
        return
    found = BRACKETED_LETTERS.search(text)
    if found is None or (described.kind == "person" and found.end() < text.find(described.name)):
        return  # The letters before a person are those of a body.
    letters = found.group(1)
    if described.kind in ("organization", "unknown", "person") and sum(c.isupper() for c in letters) > 1:
        described.alias = letters
        if described.named and described.kind != "person":
            described.kind = "organization"


def _add_appositive(described: SourceDescription, text: str, words: list[Word]) -> None:
    """Add what is between commas: ``Asa Holt | , the mayor of Marrow Bay``, ``the mayor | , Asa Holt``."""
    if words[0].tag == Tag.NUMBER:
        words = words[2:]
    end = next((i for i, w in enumerate(words) if w.tag in OPENS_ADDITION), len(words))
    inner = words[:end]
    if not inner:
        return
    at = head_of(inner, 0, len(inner))
    if described.named and any(word.low in ROLE_NOUNS for word in inner[: at + 1]):
        described.kind = "person" if described.kind in ("unknown", "person") else described.kind
        role, body = _read_role(text, inner, at)
        described.role = role or described.role
        described.affiliation = described.affiliation or body
    elif described.named and inner[0].low in ("of", "from") and described.kind in ("person", "unknown"):
        described.affiliation = described.affiliation or affiliation_behind(text, inner, -1)
    elif (
        not described.named and described.kind in ("organization", "unknown") and all(w.tag == Tag.NAME for w in inner)
    ):
        _name_thing(described, describe_main_phrase(text, inner, opens=False))
    elif not described.named and described.kind == "person":
        _name_person(described, describe_main_phrase(text, inner, opens=False))


def _read_role(text: str, words: list[Word], at: int) -> tuple[str, str | None]:
    """Return the function whose noun is ``words[at]``, with what it is over, and the body: ``head of surgery``, ``Guy's Hospital``."""
    affiliation = affiliation_behind(text, words, at)
    end = joint_office_end(words, office_end(words, at))
    if end > at + 1:
        affiliation = affiliation_behind(text, words, end - 1)
    elif words[end : end + 1] and words[end].low == "of":
        place = next((i for i in range(end + 1, len(words)) if words[i].low in ("at", "for", "with")), None)
        if place is not None and place > end + 1:
            end, affiliation = place, affiliation_behind(text, words, place - 1)
        elif affiliation is None:
            end = next((i for i in range(end + 1, len(words)) if words[i].tag not in WITHIN_ROLE_TAGS), len(words))
    start = 1 if words[0].low in ("the", "a", "an") else 0
    return text_of(text, words[start:end]), affiliation


def _name_thing(described: SourceDescription, name: SourceDescription) -> None:
    """Give a thing the name next to it, if that shows what it is: ``the company, Tarn Foods``, ``the buyer, Asa Holt``."""
    kind = name.kind if described.kind == "unknown" else described.kind
    if kind != "unknown":
        described.name, described.named, described.kind = name.name, True, kind


def _name_person(described: SourceDescription, name: SourceDescription) -> None:
    """Give a function the name next to it: ``the mayor, Asa Holt``, ``her husband, the chemist Ian Graf``."""
    if name.named and name.kind in ("person", "unknown") and len(name.name.split()) <= MAX_NAME_WORDS:
        described.role = described.role or described.head
        described.name, described.named, described.head = name.name, True, name.head
