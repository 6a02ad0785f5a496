"""What kind of source words mean: a person, several, a body, a document."""

from __future__ import annotations

import re
from typing import Final

from articlekit.attribution.english.lexicon import (
    DEMONYMS,
    DOCUMENTS,
    ENDINGS,
    ORGANIZATIONS,
    SPOKESPLACES,
    is_group,
)
from articlekit.attribution.english.phrases import is_role
from articlekit.attribution.english.words import Word
from articlekit.attribution.sources.titles import INITIALS, is_body, is_company_kind
from articlekit.models import SourceKind

GENERATIONS: Final = frozenset("jr jr. sr sr. ii iii".split())
"""What stands after a surname and tells parent and child apart."""

PARENT: Final = re.compile(r"(?:mother|father|parent|mum|dad|grandmother|grandfather)-of-[a-z]+|\d{1,3}-year-old")
"""A person told by children or age: ``the mother-of-two``, ``the 23-year-old``."""

COMPASS: Final = frozenset("south north new northern".split())
"""What may stand before the noun for one of a people: ``the South African``."""


def is_demonym(words: list[Word], head_at: int) -> bool:
    """Whether a definite noun in capitals means one of a people: ``the Dutchman``."""
    between = words[1:head_at]
    definite = words[0].low == "the" and all(word.low in COMPASS for word in between)
    return definite and 0 < head_at == len(words) - 1 and words[head_at].low in DEMONYMS


def pronoun_kind(low: str) -> SourceKind:
    """What a pronoun means."""
    if low in ("he", "she", "i"):
        return "person"
    return {"they": "group", "we": "group"}.get(low, "unknown")  # type: ignore[return-value]


def has_initials(name: list[Word]) -> bool:
    """Whether a name of several words opens with letters and full stops: ``J. R. Tandy``."""
    return len(name) > 1 and INITIALS.fullmatch(name[0].text) is not None


def kind_of(words: list[Word], head_at: int, low: str, proper: bool) -> SourceKind:
    """What a phrase means, by its head noun; ``proper`` where that is a name."""
    core = words[: head_at + 1]
    if proper and is_body(words[head_at]):
        return "organization"
    if low in DOCUMENTS and not (proper and head_at and words[head_at - 1].tag == "N"):
        return "document"
    if is_group(low):
        return "group"
    if is_role(words[head_at]) or PARENT.fullmatch(low) or is_demonym(words, head_at):
        return "person"
    if low in ORGANIZATIONS or low in SPOKESPLACES or is_company_kind(low):
        return "organization"
    if proper:
        return _proper_kind(words, core)
    if words[0].tag == "D" and words[0].low in (
        "some",
        "many",
        "several",
        "two",
        "three",
        "four",
        "five",
        "both",
        "most",
    ):
        return "group"
    return "group" if low.endswith("s") and not low.endswith("ss") else "unknown"


def _proper_kind(words: list[Word], core: list[Word]) -> SourceKind:
    if any(map(is_body, core)) or words[0].low == "the":
        return "organization"
    if len(core) > 1 and core[-1].low in ENDINGS:
        return "organization"
    names = [w for w in core if w.tag == "N" and w.low not in GENERATIONS]
    if has_initials(names):
        return "person"
    if len(names) == 1 and names[0].text.isupper() and 2 <= len(names[0].text) <= 6:
        return "organization"
    if len(names) == 2 and names[0].text.isupper() and len(names[0].text) > 2:  # ``BBC Sport``
        return "organization"
    if any(w.low in ("of", "&", "for") for w in words[: len(core) + 1]):
        return "organization"
    return "person" if len(names) in (2, 3) else "unknown"
