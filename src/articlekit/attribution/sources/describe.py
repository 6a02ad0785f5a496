"""What the words of a source say about it: its name, kind, role and affiliation.

:func:`describe_source` reads one mention. ``Asa Holt, the mayor of Marrow Bay`` is a main phrase and what stands beside it. The
readers of :data:`PHRASE_READERS` try the main phrase in order, from the form with most marks to the plain noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import define, frozen

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
from articlekit.attribution.english.phrases import head_of, is_role
from articlekit.attribution.english.words import Word, words_of
from articlekit.attribution.sources.genders import (
    Gender,
    clause_gender,
    given_name_gender,
    noun_gender,
    title_gender,
)
from articlekit.attribution.sources.kinds import is_demonym, kind_of, pronoun_kind
from articlekit.attribution.sources.names import has_initials, text_of
from articlekit.attribution.sources.organizations import (
    affiliation_behind,
    descriptor_end,
    employer_before,
    is_organization_word,
    is_relative_possessive,
    listed_name_end,
    possessor_end,
)
from articlekit.attribution.sources.titles import (
    COURTESY_TITLES,
    counting_end,
    joint_office_end,
    office_and_field_end,
    office_end,
    office_start,
    role_start,
    title_end,
    without_bracketed_offices,
    without_post_nominals,
)
from articlekit.models import SourceKind

QUOTED_NAME: Final = re.compile(r"[\"“‘']([A-Z][^\"”’']{0,40})[\"”’']")
"""A nickname or call sign in quotation marks: ``Jo “Gull” Brandt``."""

BRACKETED_LETTERS: Final = re.compile(r"\(([A-Z][A-Za-z&]{1,7})\)")
"""An acronym in brackets: ``the Harbour Workers' Union (HWU)``."""

MAX_NAME_WORDS: Final = 3
"""How many words the name beside a function may have; more are rather a body or a list."""


@define
class SourceDescription:
    """What one mention says about a source."""

    name: str
    """The name, or the description if there is none."""
    kind: SourceKind
    """What it is."""
    named: bool
    """True if the words identify it."""
    head: str
    """The head noun in lower case."""
    definite: bool = False
    """True if the words point at something known: ``the officers``."""
    role: str | None = None
    """Function as written. None: the mention gives none."""
    affiliation: str | None = None
    """Organization or place as written. None: the mention gives none."""
    alias: str | None = None
    """A nickname, call sign or acronym beside the name. None: the mention gives none."""
    gender: Gender = ""
    """``m`` or ``f`` if the words show it."""


def describe_source(text: str, *, opens: bool = False) -> SourceDescription:
    """Read a source's words. ``opens`` is true if the first word may have its capital only because it opens a sentence."""
    words = words_of(text + " ", 0, len(text) + 1)  # The space keeps the full stop of a last ``Jr.`` with it.
    if not words:
        return SourceDescription(text, "unknown", False, "")
    if len(words) == 1 and words[0].low in PERSONAL:
        return SourceDescription(text, pronoun_kind(words[0].low), False, words[0].low)
    words = list(without_bracketed_offices(words))
    words = words[counting_end(words) :]
    comma = next((i for i in range(listed_name_end(words), len(words)) if words[i].tag in ",(—–"), len(words))
    main, beside = words[:comma], words[comma + 1 :]
    if not main:
        return SourceDescription(text, "unknown", False, "")
    described = _describe_main(text, main, opens)
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


def _describe_main(text: str, words: list[Word], opens: bool) -> SourceDescription:
    """Describe the words before a comma or bracket."""
    if listed_name_end(words) == len(words):
        return SourceDescription(text_of(text, words), "organization", True, words[-1].low)
    name = without_post_nominals(words)
    phrase = _Phrase(text, name, _head_index(name), opens)
    described = next(filter(None, (read(phrase) for read in PHRASE_READERS)))
    if len(name) < len(words):
        described.role = described.role or (words[-1].text if is_role(words[-1]) else None)
    return described


def _head_index(words: list[Word]) -> int:
    """Return the index of the head noun: the last word of a name behind a title or employer, as in ``a Bank of Elswick source``."""
    last = len(words) - 1
    named = words[-1].tag == "N" and not is_organization_word(words[-1])
    if (named and title_end(words, last)) or employer_before(words, last):
        return last
    return head_of(words, 0, len(words))


@frozen
class _Phrase:
    """The words of a main phrase."""

    text: str
    words: list[Word]
    head_at: int
    opens: bool

    @property
    def head(self) -> Word:
        """The head noun."""
        return self.words[self.head_at]

    @property
    def low(self) -> str:
        """The head noun in lower case, without a possessive ending."""
        return re.sub(r"['’]s?$", "", self.head.low)

    @property
    def has_proper_head(self) -> bool:
        """True if the head noun has a capital."""
        return self.head.tag == "N"

    def cut(self, start: int = 0, end: int | None = None) -> str:
        """The text of some of the words."""
        return text_of(self.text, self.words[start:end])

    def person(self, start: int, affiliation: str | None) -> SourceDescription:
        """A person whose name ends with the head."""
        name = self.cut(start, self.head_at + 1)
        return SourceDescription(name, "person", True, self.low, affiliation=affiliation)


def _read_office_and_field(phrase: _Phrase) -> SourceDescription | None:
    """A name behind an office and what it is over: ``Leader of the Opposition | R. Venkatesh``, ``Bishop of Elswick | Jo Bell``."""
    words = phrase.words
    split = office_and_field_end(words)
    if split is None:
        return None
    office = [word for word in words[:split] if word.low not in COURTESY_TITLES]
    start = office[0].low in DETERMINERS
    of = next(i for i, word in enumerate(office) if word.tag == "I")
    described = SourceDescription(phrase.cut(split), "person", True, words[-1].low)
    if office_end(office, of - 1) == len(office):
        described.role = text_of(phrase.text, office[start:])
    else:  # The office belongs to a place or body.
        described.role = text_of(phrase.text, office[start:of])
        described.affiliation = text_of(phrase.text, office[of + 1 :])
    return described


def _read_possessor(phrase: _Phrase) -> SourceDescription | None:
    """A name behind the body or place that it belongs to: ``NATO's | Jens Stoltenberg``."""
    split = possessor_end(phrase.words, phrase.head_at) if phrase.has_proper_head else None
    return phrase.person(split, phrase.cut(0, split)) if split else None


def _read_title(phrase: _Phrase) -> SourceDescription | None:
    """A name behind a title: ``former HWU secretary | Asa Holt``."""
    words, end = phrase.words, phrase.head_at + 1
    split = title_end(words, phrase.head_at) if phrase.has_proper_head else None
    if not split:
        return None
    if any(map(is_organization_word, words[split:end])):
        return SourceDescription(phrase.cut(0, end), "organization", True, phrase.head.low)
    described = SourceDescription(phrase.cut(split, end), "person", True, phrase.head.low)
    before = [word for word in words[:split] if word.low not in DETERMINERS]
    if words[split - 1].low in COURTESY_TITLES:
        described.gender = title_gender(words[split - 1].low)
        before = [word for word in before if word.low not in COURTESY_TITLES]
    if len(before) > 1 and before[-1].low.rstrip(".") == "cllr":  # ``group leader Cllr Ian Frost``
        before.pop()
    start = role_start(before, phrase.opens and before[:1] == words[:1])
    body = [w for w in before[:start] if w.tag != "0" and w.low != "former" and not is_relative_possessive(w)]
    is_former = body and before[0].low == "former"
    described.role = text_of(phrase.text, before[0 if is_former else start :]) or None
    described.affiliation = text_of(phrase.text, body) or affiliation_behind(phrase.text, words, phrase.head_at)
    return described


def _read_descriptor(phrase: _Phrase) -> SourceDescription | None:
    """The name of a body behind the noun for what it is: ``the weekly magazine | The Lantern``."""
    split = descriptor_end(phrase.words, phrase.head_at) if phrase.has_proper_head else None
    if not split:
        return None
    return SourceDescription(phrase.cut(split, phrase.head_at + 1), "organization", True, phrase.low)


def _read_member(phrase: _Phrase) -> SourceDescription | None:
    """A person's name before a body or place: ``Asa Holt of the Elswick Institute``."""
    if not phrase.has_proper_head or not _is_member(phrase.words, phrase.head_at):
        return None
    return phrase.person(0, affiliation_behind(phrase.text, phrase.words, phrase.head_at))


def _is_member(words: list[Word], head_at: int) -> bool:
    name, rest = words[: head_at + 1], words[head_at + 1 :]
    if not rest or rest[0].low not in ("of", "from") or any(w.tag != "N" or is_organization_word(w) for w in name):
        return False
    body = any(map(is_organization_word, rest))
    return len(name) > 1 and (has_initials(name) or (len(name) == 2 and body and name[-1].low not in DOCUMENTS))


def _read_noun(phrase: _Phrase) -> SourceDescription:
    """Any other name or description: ``the Elswick Institute``, ``the deputy mayor of Elswick``, ``three officers``."""
    words, at, low = phrase.words, phrase.head_at, phrase.low
    is_name = phrase.has_proper_head and (low not in ROLES or _is_surname(words, at)) and not is_demonym(words, at)
    kind = kind_of(words, at, low, is_name)
    if kind == "document" and at == 0:
        is_name = False  # It has a capital only because it opens a sentence.
    name = phrase.cut() if not is_name or _continues_name(words[at + 1 :]) else phrase.cut(0, at + 1)
    if kind == "person" and words[0].tag == "D" and words[0].low != "the":
        is_name = False
    described = SourceDescription(name, kind, is_name and kind != "group", low, _is_definite(words))
    if is_name:
        return described
    described.affiliation = affiliation_behind(phrase.text, words, at)
    if kind == "person" and is_role(phrase.head):
        end = office_end(words, at)
        described.role = phrase.cut(office_start(words, at), end)
        has_field = end > at + 1
        described.affiliation = None if has_field else described.affiliation or _affiliation_before(phrase)
    return described


PHRASE_READERS: Final[tuple[Callable[[_Phrase], SourceDescription | None], ...]] = (
    _read_office_and_field,
    _read_possessor,
    _read_title,
    _read_descriptor,
    _read_member,
    _read_noun,
)
"""The readers of a main phrase. The first that returns a description wins; the last always does."""


def _is_definite(words: list[Word]) -> bool:
    return words[0].low in ("the", "these", "those", "this", "that", "his", "her", "their")


def _continues_name(words: list[Word]) -> bool:
    """True if the words behind the head noun are a part of the name: ``Bank | of Elswick``."""
    joined = SMALL | {"&"}
    return (
        bool(words)
        and words[0].low in joined
        and words[-1].tag == "N"
        and all(word.tag == "N" or word.low in joined for word in words)
    )


def _is_surname(words: list[Word], head_at: int) -> bool:
    """True if a name that is also a trade follows a given name: ``Tim Cook``."""
    first = words[head_at - 1] if head_at else None
    known = first is None or first.tag != "N" or first.low in TITLES | ROLES | ORGANIZATIONS
    return not known and words[head_at].low in SURNAMES


def _affiliation_before(phrase: _Phrase) -> str | None:
    """Return the body before an office, as its owner or employer: ``the union's``, ``a | Department of Health | source``."""
    before = phrase.words[: phrase.head_at]
    owner = next((i for i in range(len(before) - 1, -1, -1) if before[i].low.endswith(OWNING)), None)
    if owner is not None and not is_relative_possessive(before[owner]) and before[0].low not in COURTESY_TITLES:
        return phrase.cut(0, owner + 1)
    employer = employer_before(phrase.words, phrase.head_at)
    return phrase.cut(*employer) if employer else None


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
    """Add what stands between commas: ``Asa Holt | , the mayor of Marrow Bay``, ``the mayor | , Asa Holt``."""
    if words[0].tag == "0":
        words = words[2:]
    end = next((i for i, w in enumerate(words) if w.tag in ",(—–"), len(words))
    inner = words[:end]
    if not inner:
        return
    at = head_of(inner, 0, len(inner))
    if described.named and any(word.low in ROLES for word in inner[: at + 1]):
        described.kind = "person" if described.kind in ("unknown", "person") else described.kind
        role, body = _read_function(text, inner, at)
        described.role = role or described.role
        described.affiliation = described.affiliation or body
    elif described.named and inner[0].low in ("of", "from") and described.kind in ("person", "unknown"):
        described.affiliation = described.affiliation or affiliation_behind(text, inner, -1)
    elif not described.named and described.kind in ("organization", "unknown") and all(w.tag == "N" for w in inner):
        _name_thing(described, _describe_main(text, inner, opens=False))
    elif not described.named and described.kind == "person":
        _name_person(described, _describe_main(text, inner, opens=False))


def _read_function(text: str, words: list[Word], at: int) -> tuple[str, str | None]:
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
            end = next((i for i in range(end + 1, len(words)) if words[i].tag not in "nD"), len(words))
    start = 1 if words[0].low in ("the", "a", "an") else 0
    return text_of(text, words[start:end]), affiliation


def _name_thing(described: SourceDescription, name: SourceDescription) -> None:
    """Give a thing the name beside it, if that shows what it is: ``the company, Tarn Foods``, ``the buyer, Asa Holt``."""
    kind = name.kind if described.kind == "unknown" else described.kind
    if kind != "unknown":
        described.name, described.named, described.kind = name.name, True, kind


def _name_person(described: SourceDescription, name: SourceDescription) -> None:
    """Give a function the name beside it: ``the mayor, Asa Holt``, ``her husband, the chemist Ian Graf``."""
    if name.named and name.kind in ("person", "unknown") and len(name.name.split()) <= MAX_NAME_WORDS:
        described.role = described.role or described.head
        described.name, described.named, described.head = name.name, True, name.head
