"""The kind of a source by its words: a person, a group, an organization, a document."""

from __future__ import annotations

import re
from typing import Final

from articlekit.attribution.english.lexicon import (
    DEMONYMS,
    DOCUMENTS,
    ORGANIZATION_REMIT_NOUNS,
    ORGANIZATIONS,
    SPEAKING_PLACES,
    is_group,
)
from articlekit.attribution.english.noun_phrases import is_role
from articlekit.attribution.english.tags import Tag
from articlekit.attribution.english.words import Word
from articlekit.attribution.sources.names import GENERATIONS, has_initials
from articlekit.attribution.sources.organizations import is_company_noun, is_organization_word
from articlekit.models import SourceKind

PERSON_BY_CHILDREN_OR_AGE: Final = re.compile(
    r"(?:mother|father|parent|mum|dad|grandmother|grandfather)-of-[a-z]+|\d{1,3}-year-old"
)
"""A person described by children or age: ``the mother-of-two``, ``the 23-year-old``."""

PLURAL_DETERMINERS: Final = frozenset("some many several two three four five both most".split())
"""Determiners before several people."""

DEMONYM_MODIFIERS: Final = frozenset("south north new northern".split())
"""Words before a demonym: ``the South African``."""


def is_demonym(words: list[Word], head_at: int) -> bool:
    """True if a definite capitalised noun is a demonym of one person: ``the Dutchman``."""
    between = words[1:head_at]
    definite = words[0].low == "the" and all(word.low in DEMONYM_MODIFIERS for word in between)
    return definite and 0 < head_at == len(words) - 1 and words[head_at].low in DEMONYMS


def pronoun_kind(low: str) -> SourceKind:
    """Return the kind of source that a personal pronoun in lower case means."""
    if low in ("he", "she", "i"):
        return "person"
    return {"they": "group", "we": "group"}.get(low, "unknown")  # type: ignore[return-value]


def kind_of(words: list[Word], head_at: int, low: str, is_name: bool) -> SourceKind:
    """Return the kind of source that a phrase means, by its head noun; ``is_name`` if that is a name."""
    core = words[: head_at + 1]
    if is_name and is_organization_word(words[head_at]):
        return "organization"
    if low in DOCUMENTS and not (is_name and head_at and words[head_at - 1].tag == Tag.NAME):
        return "document"
    if is_group(low):
        return "group"
    if is_role(words[head_at]) or PERSON_BY_CHILDREN_OR_AGE.fullmatch(low) or is_demonym(words, head_at):
        return "person"
    if low in ORGANIZATIONS or low in SPEAKING_PLACES or is_company_noun(low):
        return "organization"
    if is_name:
        return _kind_of_name(words, core)
    if words[0].tag == Tag.DETERMINER and words[0].low in PLURAL_DETERMINERS:
        return "group"
    return "group" if low.endswith("s") and not low.endswith("ss") else "unknown"


def _kind_of_name(words: list[Word], core: list[Word]) -> SourceKind:
    if any(map(is_organization_word, core)) or words[0].low == "the":
        return "organization"
    if len(core) > 1 and core[-1].low in ORGANIZATION_REMIT_NOUNS:
        return "organization"
    names = [w for w in core if w.tag == Tag.NAME and w.low not in GENERATIONS]
    if has_initials(names):
        return "person"
    if len(names) == 1 and names[0].text.isupper() and 2 <= len(names[0].text) <= 6:
        return "organization"
    if len(names) == 2 and names[0].text.isupper() and len(names[0].text) > 2:  # ``BBC Sport``
        return "organization"
    if any(w.low in ("of", "&", "for") for w in words[: len(core) + 1]):
        return "organization"
    return "person" if len(names) in (2, 3) else "unknown"
