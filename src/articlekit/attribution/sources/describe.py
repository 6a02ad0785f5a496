"""What the words of a source tell about it: its name, kind, role and affiliation."""

from __future__ import annotations

import re
from typing import Final

from attrs import define

from articlekit.attribution.english.lexicon import (
    DETERMINERS,
    DOCUMENTS,
    ORGANIZATIONS,
    OWNING,
    PERSONAL,
    ROLES,
    SMALL,
    SURNAMES,
    TITLES,
)
from articlekit.attribution.english.phrases import Range, head_of, is_role
from articlekit.attribution.english.words import Word, words_of
from articlekit.attribution.sources import given_names
from articlekit.attribution.sources.kinds import has_initials, is_demonym, kind_of, pronoun_kind
from articlekit.attribution.sources.titles import (
    COURTESY,
    body_end,
    field_end,
    is_body,
    is_relation,
    joint_end,
    listed_end,
    office_end,
    office_start,
    outside_titles,
    possessor_end,
    role_start,
    served_body,
    title_end,
    told_apart,
    without_letters,
)
from articlekit.models import SourceKind

QUOTED_NAME: Final = re.compile(r"[\"“‘']([A-Z][^\"”’']{0,40})[\"”’']")
BRACKETED: Final = re.compile(r"\(([A-Z][A-Za-z&]{1,7})\)")
FEMALE: Final = frozenset("mrs mrs. ms ms. lady dame".split())

WOMEN: Final = frozenset(
    "woman girl mother daughter wife sister queen princess landlady actress spokeswoman chairwoman congresswoman "
    "councilwoman assemblywoman policewoman headmistress midwife nun businesswoman widow aunt niece grandmother stepmother mum "
    "dutchwoman frenchwoman englishwoman irishwoman welshwoman scotswoman".split()
)
"""Nouns for a woman."""

MEN: Final = frozenset(
    "man boy father son husband brother king prince spokesman congressman councilman assemblyman policeman headmaster monk "
    "batsman businessman widower uncle nephew grandfather stepfather dad "
    "dutchman frenchman englishman irishman welshman scotsman".split()
)
"""Nouns for a man. A ``chairman`` may be a woman."""


@define
class SourceDescription:
    """A source as one mention describes it."""

    name: str
    """The name, or the description where there is none."""
    kind: SourceKind
    """What it is."""
    named: bool
    """Whether the words identify it."""
    head: str
    """The head noun in lower case."""
    definite: bool = False
    """Whether the words point at something known: ``the officers``."""
    role: str | None = None
    """Function as written."""
    affiliation: str | None = None
    """Body as written."""
    alias: str | None = None
    """A nickname, call sign or acronym that stands with it."""
    gender: str = ""
    """``m`` or ``f`` where the title tells."""


def describe_source(text: str, *, opens: bool = False) -> SourceDescription:
    """Read a source's words; ``opens`` where the first is capital for opening a sentence, as far as can be told."""
    words = words_of(text + " ", 0, len(text) + 1)  # The space keeps the full stop of a last ``Jr.`` with it.
    if not words:
        return SourceDescription(text, "unknown", False, "")
    if len(words) == 1 and words[0].low in PERSONAL:
        return SourceDescription(text, pronoun_kind(words[0].low), False, words[0].low)
    words = list(outside_titles(words))
    words = words[told_apart(words) :]
    comma = next((i for i in range(listed_end(words), len(words)) if words[i].tag in ",(—–"), len(words))
    main, beside = words[:comma], words[comma + 1 :]
    if not main:
        return SourceDescription(text, "unknown", False, "")
    described = _main(text, main, opens)
    _add_aliases(described, text)
    if beside and words[comma].tag != "(":
        _add_appositive(described, text, beside)
    if described.kind == "person" and not described.gender:
        described.gender = _gender(described, words)
    return described


def _gender(described: SourceDescription, words: list[Word]) -> str:
    """``m`` or ``f`` where the noun for the person tells, the given name, or the clause on it: ``who sold her boat``."""
    for noun in (described.head, *(described.role or "").lower().split()[-1:]):
        if (parent := noun.split("-")[0]) in WOMEN or parent in MEN:  # ``mother-of-two``
            return "f" if parent in WOMEN else "m"
    first, _, others = described.name.casefold().partition(" ")
    if described.named and others and (first in given_names.WOMEN or first in given_names.MEN):
        return "f" if first in given_names.WOMEN else "m"
    clause = next((i for i, word in enumerate(words) if word.low == "who"), len(words))
    own = {
        word.low
        for word, after in zip(words[clause:], words[clause + 1 :], strict=False)
        if word.low in ("himself", "herself")
        or (word.low in ("his", "her") and after.tag in "nN" and not is_role(after))
    }
    return "" if len({word[:2] for word in own}) != 1 else "f" if min(own).startswith("her") else "m"


def _cut(text: str, words: list[Word]) -> str:
    """The words as they stand, without a possessive ending."""
    if not words:
        return ""
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", text[words[0].start : words[-1].end])


def _main(text: str, words: list[Word], opens: bool) -> SourceDescription:
    if listed_end(words) == len(words):
        return SourceDescription(_cut(text, words), "organization", True, words[-1].low)
    name = without_letters(words)
    described = _phrase(text, name, opens)
    if len(name) < len(words):
        described.role = described.role or (words[-1].text if is_role(words[-1]) else None)
    return described


def _phrase(text: str, words: list[Word], opens: bool) -> SourceDescription:
    if split := office_end(words):
        return _in_office(text, words, split)
    head_at = head_of(words, 0, len(words))
    last = len(words) - 1
    named = words[-1].tag == "N" and not is_body(words[-1])
    if (named and title_end(words, last)) or served_body(words, last):
        head_at = last  # ``Bank of Elswick spokesman Asa Holt``, ``a Bank of Elswick source``
    head = words[head_at]
    low = re.sub(r"['’]s?$", "", head.low)
    definite = words[0].low in ("the", "these", "those", "this", "that", "his", "her", "their")
    if head.tag == "N" and (split := possessor_end(words, head_at)):
        name, body = _cut(text, words[split : head_at + 1]), _cut(text, words[:split])
        return SourceDescription(name, "person", True, low, affiliation=body)
    if head.tag == "N" and (split := title_end(words, head_at)):
        return _titled(text, words, (split, head_at + 1), opens)
    if head.tag == "N" and (split := body_end(words, head_at)):
        return SourceDescription(_cut(text, words[split : head_at + 1]), "organization", True, low)
    if head.tag == "N" and _is_member(words, head_at):
        affiliation = _affiliation(text, words, head_at)
        return SourceDescription(_cut(text, words[: head_at + 1]), "person", True, low, affiliation=affiliation)
    proper = head.tag == "N" and (low not in ROLES or _is_surname(words, head_at)) and not is_demonym(words, head_at)
    kind = kind_of(words, head_at, low, proper)
    proper = proper and not (kind == "document" and head_at == 0)  # capital only as it opens a sentence
    names = words if not proper else words[: head_at + 1]
    trailing = words[head_at + 1 :] if proper else []
    if trailing and _continues_name(trailing):
        names = words
    if kind == "person" and proper and names[0].tag == "D" and names[0].low != "the":
        proper = False
    affiliation = None if proper else _affiliation(text, words, head_at)
    role = None
    if kind == "person" and not proper and is_role(head):
        end = field_end(words, head_at)
        role = _cut(text, words[office_start(words, head_at) : end])
        affiliation = None if end > head_at + 1 else affiliation or _body_before(text, words, head_at)
    named = proper and kind != "group"
    return SourceDescription(_cut(text, names), kind, named, low, definite, role, affiliation)


def _continues_name(words: list[Word]) -> bool:
    return (
        words[0].low in SMALL | {"&"}
        and words[-1].tag == "N"
        and all(w.tag == "N" or w.low in SMALL | {"&"} for w in words)
    )


def _is_surname(words: list[Word], head_at: int) -> bool:
    """Whether a name of a trade stands behind a first name: ``Tim Cook``."""
    first = words[head_at - 1] if head_at else None
    known = first is None or first.tag != "N" or first.low in TITLES | ROLES | ORGANIZATIONS
    return not known and words[head_at].low in SURNAMES


def _is_member(words: list[Word], head_at: int) -> bool:
    """Whether a name is a person's, of the body or place that follows: ``Asa Holt of the Elswick Institute``."""
    name, rest = words[: head_at + 1], words[head_at + 1 :]
    if not rest or rest[0].low not in ("of", "from") or any(w.tag != "N" or is_body(w) for w in name):
        return False
    body = any(map(is_body, rest))
    return len(name) > 1 and (has_initials(name) or (len(name) == 2 and body and name[-1].low not in DOCUMENTS))


def _titled(text: str, words: list[Word], place: Range, opens: bool) -> SourceDescription:
    split, end = place
    before = [w for w in words[:split] if w.low not in DETERMINERS]
    name = words[split:end]
    if any(map(is_body, name)):
        return SourceDescription(_cut(text, words[:end]), "organization", True, name[-1].low)
    described = SourceDescription(_cut(text, name), "person", True, name[-1].low)
    if words[split - 1].low in COURTESY:
        described.gender = (
            "f" if words[split - 1].low in FEMALE else "m" if words[split - 1].low.startswith("mr") else ""
        )
        before = [word for word in before if word.low not in COURTESY]
    if len(before) > 1 and before[-1].low.rstrip(".") == "cllr":  # ``group leader Cllr Ian Frost``
        before.pop()
    start = role_start(before, opens and before[:1] == words[:1])
    body = [w for w in before[:start] if w.tag != "0" and w.low != "former" and not is_relation(w)]
    past = body and before[0].low == "former"
    described.role = _cut(text, before[0 if past else start :]) or None
    described.affiliation = _cut(text, body) or _affiliation(text, words, end - 1)
    return described


def _in_office(text: str, words: list[Word], split: int) -> SourceDescription:
    """A name behind an office and what it is over; a place or a body is what the office belongs to: ``Bishop of Elswick Jo Bell``."""
    name, office = words[split:], [word for word in words[:split] if word.low not in COURTESY]
    start = office[0].low in DETERMINERS
    of = next(i for i, word in enumerate(office) if word.tag == "I")
    described = SourceDescription(_cut(text, name), "person", True, name[-1].low)
    if field_end(office, of - 1) == len(office):
        described.role = _cut(text, office[start:])
    else:
        described.role, described.affiliation = _cut(text, office[start:of]), _cut(text, office[of + 1 :])
    return described


def _body_before(text: str, words: list[Word], head_at: int) -> str | None:
    """The body before an office: as its owner, or as the one that is served."""
    body = served_body(words, head_at)
    return _owner(text, words[:head_at]) or (_cut(text, words[slice(*body)]) if body else None)


def _owner(text: str, before: list[Word]) -> str | None:
    """The body that owns an office: ``the union's``, ``Elswick's``; nobody's relatives."""
    end = next((i for i in range(len(before) - 1, -1, -1) if before[i].low.endswith(OWNING)), None)
    if end is None or is_relation(before[end]) or before[0].low in COURTESY:
        return None
    return _cut(text, before[: end + 1])


def _affiliation(text: str, words: list[Word], head_at: int) -> str | None:
    """The body that a description names after ``for``, ``of``, ``from`` or ``at``: ``a spokesman for the port``."""
    for i in range(head_at + 1, len(words) - 1):
        if words[i].low in ("for", "of", "from", "at"):
            end = next((k for k in range(i + 1, len(words)) if _ends_body(words[k])), len(words))
            return _cut(text, words[i + 1 : end]) if any(w.tag == "N" for w in words[i + 1 : end]) else None
        if words[i].tag == "I":
            return None
    return None


def _ends_body(word: Word) -> bool:
    """Whether a body's name is over: ``a memo from the board | obtained by``."""
    return (word.tag in "I,(WqQ" and word.low != "of") or (word.tag == "n" and word.low.endswith("ed"))


def _function(text: str, words: list[Word], at: int) -> tuple[str, str | None]:
    """The function whose noun is ``words[at]``, with what it is over, and the body: ``head of surgery``, ``Guy's Hospital``."""
    affiliation = _affiliation(text, words, at)
    end = joint_end(words, field_end(words, at))
    if end > at + 1:
        affiliation = _affiliation(text, words, end - 1)
    elif words[end : end + 1] and words[end].low == "of":
        place = next((i for i in range(end + 1, len(words)) if words[i].low in ("at", "for", "with")), None)
        if place is not None and place > end + 1:
            end, affiliation = place, _affiliation(text, words, place - 1)
        elif affiliation is None:
            end = next((i for i in range(end + 1, len(words)) if words[i].tag not in "nD"), len(words))
    start = 1 if words[0].low in ("the", "a", "an") else 0
    return _cut(text, words[start:end]), affiliation


def _add_aliases(described: SourceDescription, text: str) -> None:
    if found := QUOTED_NAME.search(text):
        described.alias = found.group(1).rstrip(".,;")
    elif (found := BRACKETED.search(text)) and not (
        described.kind == "person"
        and found.end() < text.find(described.name)  # the letters of the body before a person
    ):
        letters = found.group(1)
        described.alias = (
            letters
            if described.kind in ("organization", "unknown", "person") and sum(c.isupper() for c in letters) > 1
            else None
        )
        if described.alias and described.named and described.kind != "person":
            described.kind = "organization"


def _add_appositive(described: SourceDescription, text: str, words: list[Word]) -> None:
    """``Asa Holt, the mayor of Marrow Bay`` and ``the mayor, Asa Holt``."""
    if words[0].tag == "0":
        words = words[2:]
    end = next((i for i, w in enumerate(words) if w.tag in ",(—–"), len(words))
    inner = words[:end]
    if not inner:
        return
    at = head_of(inner, 0, len(inner))
    low = inner[at].low
    if described.named and (low in ROLES or any(w.low in ROLES for w in inner[: at + 1])):
        described.kind = "person" if described.kind in ("unknown", "person") else described.kind
        role, body = _function(text, inner, at)
        described.role = role or described.role
        described.affiliation = described.affiliation or body
    elif described.named and inner[0].low in ("of", "from") and described.kind in ("person", "unknown"):
        described.affiliation = described.affiliation or _affiliation(text, inner, -1)
    elif not described.named and described.kind in ("organization", "unknown") and all(w.tag == "N" for w in inner):
        _name_body(described, _main(text, inner, opens=False))
    elif not described.named and described.kind == "person":
        _name_person(described, _main(text, inner, opens=False))


def _name_body(described: SourceDescription, name: SourceDescription) -> None:
    """Give a thing the name that stands beside it, where it tells what it is: ``the company, Tarn Foods``, ``the buyer, Asa Holt``."""
    kind = name.kind if described.kind == "unknown" else described.kind
    if kind != "unknown":
        described.name, described.named, described.kind = name.name, True, kind


def _name_person(described: SourceDescription, name: SourceDescription) -> None:
    """Give a function the name that stands beside it: ``the mayor, Asa Holt``, ``her husband, the chemist Ian Graf``."""
    if name.named and name.kind in ("person", "unknown") and len(name.name.split()) <= 3:
        described.role = described.role or described.head
        described.name, described.named, described.head = name.name, True, name.head
