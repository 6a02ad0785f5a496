"""The main phrase of a source: a name or a noun with its title, organization and office.

The readers of :data:`PHRASE_READERS` try a phrase in order, from the most marked form to the plain noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import define, frozen

from articlekit.attribution.english.lexicon import (
    DETERMINERS,
    DOCUMENTS,
    LOWERCASE_IN_NAMES,
    ORGANIZATIONS,
    POSSESSIVE_ENDINGS,
    ROLE_NOUNS,
    SURNAMES,
    TITLES,
)
from articlekit.attribution.english.noun_phrases import head_of, is_role
from articlekit.attribution.english.tags import Tag
from articlekit.attribution.english.words import Word
from articlekit.attribution.sources.genders import (
    Gender,
    title_gender,
)
from articlekit.attribution.sources.kinds import is_demonym, kind_of
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
    office_and_remit_end,
    office_end,
    office_start,
    role_start,
    title_end,
    without_post_nominals,
)
from articlekit.models import SourceKind


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
    """A nickname, call sign or acronym next to the name. None: the mention gives none."""
    gender: Gender = ""
    """``m`` or ``f`` if the words show it."""


def describe_main_phrase(text: str, words: list[Word], opens: bool) -> SourceDescription:
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
    """Return the index of the head noun: the last word of a name after a title or employer, as in ``a Bank of Elswick source``."""
    last = len(words) - 1
    named = words[-1].tag == Tag.NAME and not is_organization_word(words[-1])
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
        return self.head.tag == Tag.NAME

    def cut(self, start: int = 0, end: int | None = None) -> str:
        """The text of some of the words."""
        return text_of(self.text, self.words[start:end])

    def person(self, start: int, affiliation: str | None) -> SourceDescription:
        """A person whose name ends with the head."""
        name = self.cut(start, self.head_at + 1)
        return SourceDescription(name, "person", True, self.low, affiliation=affiliation)


def _read_office_and_field(phrase: _Phrase) -> SourceDescription | None:
    """A name after an office and what it is over: ``Leader of the Opposition | R. Venkatesh``, ``Bishop of Elswick | Jo Bell``."""
    words = phrase.words
    split = office_and_remit_end(words)
    if split is None:
        return None
    office = [word for word in words[:split] if word.low not in COURTESY_TITLES]
    start = office[0].low in DETERMINERS
    of = next(i for i, word in enumerate(office) if word.tag == Tag.PREPOSITION)
    described = SourceDescription(phrase.cut(split), "person", True, words[-1].low)
    if office_end(office, of - 1) == len(office):
        described.role = text_of(phrase.text, office[start:])
    else:  # The office belongs to a place or body.
        described.role = text_of(phrase.text, office[start:of])
        described.affiliation = text_of(phrase.text, office[of + 1 :])
    return described


def _read_possessor(phrase: _Phrase) -> SourceDescription | None:
    """A name after the body or place that it belongs to: ``NATO's | Jens Stoltenberg``."""
    split = possessor_end(phrase.words, phrase.head_at) if phrase.has_proper_head else None
    return phrase.person(split, phrase.cut(0, split)) if split else None


def _read_title(phrase: _Phrase) -> SourceDescription | None:
    """A name after a title: ``former HWU secretary | Asa Holt``."""
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
    body = [w for w in before[:start] if w.tag != Tag.NUMBER and w.low != "former" and not is_relative_possessive(w)]
    is_former = body and before[0].low == "former"
    described.role = text_of(phrase.text, before[0 if is_former else start :]) or None
    described.affiliation = text_of(phrase.text, body) or affiliation_behind(phrase.text, words, phrase.head_at)
    return described


def _read_descriptor(phrase: _Phrase) -> SourceDescription | None:
    """The name of a body after the noun for what it is: ``the weekly magazine | The Lantern``."""
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
    if not rest or rest[0].low not in ("of", "from") or any(w.tag != Tag.NAME or is_organization_word(w) for w in name):
        return False
    body = any(map(is_organization_word, rest))
    return len(name) > 1 and (has_initials(name) or (len(name) == 2 and body and name[-1].low not in DOCUMENTS))


def _read_noun(phrase: _Phrase) -> SourceDescription:
    """Any other name or description: ``the Elswick Institute``, ``the deputy mayor of Elswick``, ``three officers``."""
    words, at, low = phrase.words, phrase.head_at, phrase.low
    is_name = phrase.has_proper_head and (low not in ROLE_NOUNS or _is_surname(words, at)) and not is_demonym(words, at)
    kind = kind_of(words, at, low, is_name)
    if kind == "document" and at == 0:
        is_name = False  # It has a capital only because it opens a sentence.
    name = phrase.cut() if not is_name or _continues_name(words[at + 1 :]) else phrase.cut(0, at + 1)
    if kind == "person" and words[0].tag == Tag.DETERMINER and words[0].low != "the":
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
    """True if the words after the head noun are a part of the name: ``Bank | of Elswick``."""
    joined = LOWERCASE_IN_NAMES | {"&"}
    return (
        bool(words)
        and words[0].low in joined
        and words[-1].tag == Tag.NAME
        and all(word.tag == Tag.NAME or word.low in joined for word in words)
    )


def _is_surname(words: list[Word], head_at: int) -> bool:
    """True if a name that is also a trade follows a given name: ``Tim Cook``."""
    first = words[head_at - 1] if head_at else None
    known = first is None or first.tag != Tag.NAME or first.low in TITLES | ROLE_NOUNS | ORGANIZATIONS
    return not known and words[head_at].low in SURNAMES


def _affiliation_before(phrase: _Phrase) -> str | None:
    """Return the body before an office, as its owner or employer: ``the union's``, ``a | Department of Health | source``."""
    before = phrase.words[: phrase.head_at]
    owner = next((i for i in range(len(before) - 1, -1, -1) if before[i].low.endswith(POSSESSIVE_ENDINGS)), None)
    if owner is not None and not is_relative_possessive(before[owner]) and before[0].low not in COURTESY_TITLES:
        return phrase.cut(0, owner + 1)
    employer = employer_before(phrase.words, phrase.head_at)
    return phrase.cut(*employer) if employer else None
