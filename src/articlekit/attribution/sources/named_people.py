"""The people that a text names, in claims or not: full names, relatives, surnames, and what is said next to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from articlekit.attribution.claim_draft import CharRange
from articlekit.attribution.english.lexicon import ROLE_NOUNS
from articlekit.attribution.sources.describe import describe_source
from articlekit.attribution.sources.genders import NOUNS_FOR_MEN, NOUNS_FOR_WOMEN, Gender
from articlekit.attribution.sources.main_phrase import SourceDescription
from articlekit.attribution.sources.names import brand_name, given_name, name_key, surname

NAME_RUN: Final = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]{0,40}\.?(?: [A-Z][\w'’-]{0,40}\.?){1,5}")
"""Two to six capitalised words in a row; some are people's names with their titles."""

RELATIVE_OR_NOUN: Final = re.compile(
    r"(?<![\w'’-])(?:[A-Z][\w-]{0,40}['’]s|His|Her|Their|The|A) (?:[a-z-]{1,20} ){0,2}"
    rf"(?:{'|'.join(sorted(NOUNS_FOR_WOMEN | NOUNS_FOR_MEN))})(?![\w'’-])(?:, [A-Z][\w-]{{1,40}}(?: [A-Z][\w-]{{1,40}})?(?=,))?"
)
"""A person described by a noun for a man or a woman: ``Holt's brother, Jon,``."""

GENDERED_TITLE: Final = re.compile(
    r"\b(?:(Mr|Sir|Lord)|Mrs|Ms|Miss|Lady|Dame)\.? (?:[A-Z][\w-]{0,40} )?([A-Z][\w-]{0,40})"
)
"""A surname after a title of men or of women."""

OPENING_WORD: Final = re.compile(r"[A-Z][\w-]{0,40}(?=,? [a-z])")
"""A single capitalised word that opens a sentence."""

APPOSITIVE: Final = re.compile(r", (?:the|a|an|its|their|his|her) ([^,.;:\n]{1,60})[,.]")
"""A noun between commas after a name: ``, the deputy mayor,``."""

OPENING_ROLE: Final = re.compile(
    r"(?<![\w'’-])(?:[A-Z][\w-]{0,30}['’]s|The|Its|His|Her|Their|Our) (?:[a-z-]{1,20} ){0,2}[a-z-]{1,20},? \Z"
)
"""A function that opens a sentence before a name: ``Holt's deputy, | Ian Frost``."""

OPENING_ADVERB: Final = re.compile(
    r"(?<![\w'’-])(?:But|And|Yet|Then|So|Still|Now|Later|Meanwhile|However|Afterwards|Instead|Nevertheless|On [A-Z][a-z]{2,5}day"
    r"|Last (?:night|week|month|year)),? \Z"
)
"""A word or date before the subject that opens a sentence."""

PLACE: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Tt]he) ([A-Z][\w-]{0,40})(?![\w'’-]| [A-Z])")
"""A capitalised word that is a place or an organization, by the word before it."""

NAME_WITH_AGE: Final = re.compile(
    r"(?<![\w'’-])([A-Z][\w'’-]{0,40}(?: [A-Z][\w'’-]{0,40}){0,3})(?:, | \()(\d{1,3})(?=[,.);])"
    r"|\b(\d{1,3})-year-old (?:[a-z-]{1,20} ){0,3}([A-Z][\w'’-]{0,40}(?: [A-Z][\w'’-]{0,40}){1,3})"
)
"""A name with an age next to it: ``Asa Holt, 44,``, ``Asa Holt (44)``, ``44-year-old pilot Asa Holt``."""

KNIGHT_NAME: Final = re.compile(
    r"\b(?:Sir|Dame) ([A-Z][\w'’-]{0,40}) (?:[A-Z][\w'’.-]{0,40} ){0,2}?([A-Z][\w-]{0,40})(?! [A-Z])"
)
"""A name after *Sir* or *Dame*."""

NOUN_END: Final = re.compile(r" (?:who|whose|of|for|from|at|in|with|and|on)\b")
"""The words after the noun of an appositive."""

NOUN_BEFORE: Final = re.compile(r"((?:[A-Z][\w-]{0,40} )?(?:[a-z-]{1,30} ){0,2}[a-z-]{1,30}),? \Z")
"""The noun right before a name, with up to three words before it: ``Elswick striker |``."""

PERSON_CLAUSE: Final = re.compile(r"(?:, who\b| (?:was|is|has been|had been) (?:asked|told)\b)")
"""Words after a name that only a person's name has: ``, who``, ``was asked``."""

MID_SENTENCE_WORD: Final = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]{0,40}")
"""A capitalised word after a lower-case letter or a comma."""


OWNER: Final = re.compile(r"['’]s ")
"""An owner within a name: ``Carver's Holt`` is not a full name."""


MAX_ROLE_CHARS: Final = 80
"""How many characters before a name are searched for a function."""

MAX_ADVERB_CHARS: Final = 20
"""How many characters before a name or function are searched for an adverb or date."""


class NamedPeople:
    """The people that a text names. Each index is computed when it is first used."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._described: dict[str, SourceDescription] = {}

    def _describe(self, name: str) -> SourceDescription:
        """Return the description of a name. Names are described once: many come again and again."""
        if name not in self._described:
            self._described[name] = describe_source(name)
        return self._described[name]

    def named_before(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Return the names in ``text[start:end]``, with their offsets, nearest first. Names in the quotation before ``end`` are left out.

        If any of them open a sentence, only those are returned.
        """
        first, last = bisect_left(self._named, (start,)), bisect_left(self._named, (end,))
        near = [one for one in self._named[first:last] if not self._is_quoted(one[0], end)]
        return reversed([one for one in near if self.opens_sentence(one[0])] or near)

    def _is_quoted(self, at: int, end: int) -> bool:
        between = self._text[at:end]
        closing, opening = between.find("”"), between.find("“")
        return between.count('"') % 2 == 1 or (closing >= 0 and (opening < 0 or closing < opening))

    def opens_sentence(self, at: int) -> bool:
        """True if a sentence begins at an offset, or at the function or adverb before it: ``Holt's deputy, | Ian Frost``."""
        first = max(0, at - MAX_ROLE_CHARS)
        function = OPENING_ROLE.search(self._text[first:at])
        at = first + function.start() if function else at
        leading = OPENING_ADVERB.search(self._text[max(0, at - MAX_ADVERB_CHARS) : at])
        at -= len(leading.group()) if leading else 0
        return at == 0 or self._text[max(0, at - 2) : at] in ("\n\n", ". ", "! ", "? ", "” ", '" ')

    def has_opening_capital_only(self, at: int) -> bool:
        """True if the word at an offset opens a sentence and has a capital nowhere else."""
        word = OPENING_WORD.match(self._text, at)
        return word is not None and self.opens_sentence(at) and word.group() not in self._mid_sentence_words

    def descriptions_of(self, name: str) -> list[str]:
        """Return the words for somebody next to the name: ``Elswick striker``, ``Dutchman``. Those of other given names are left out."""
        first = given_name(name)
        bearers = self._descriptions.get(surname(name), {})
        return [words for other in bearers if not first or other in ("", first) for words in bearers[other]]

    def only_of_age(self, age: str) -> CharRange | None:
        """Return where the only person of an age is first named; None if there are none or several."""
        named = self._ages.get(age, {})
        return next(iter(named.values())) if len(named) == 1 else None

    def only_knight(self, first: str) -> CharRange | None:
        """Return where the only *Sir* or *Dame* of a given name is first named in full; None if there are none or several."""
        named = self._knights.get(first, {})
        return next(iter(named.values())) if len(named) == 1 else None

    def only_of_given_name(self, first: str) -> CharRange | None:
        """Return where the only person of a given name in lower case is first named in full; None if there are none or several."""
        named = self._given_names.get(first, {})
        return next(iter(named.values())) if len(named) == 1 and first not in self._surnames else None

    def is_place(self, name: str) -> bool:
        """True if the text uses a name as one of a place or organization: ``at Tarn``, ``the Tarn``."""
        return name in self._places

    def full_name(self, last: str, gender: str = "") -> str | None:
        """Return the first full name, with its title, of a surname in lower case and a gender that the text does not contradict; None without one."""
        return self._full_names.get(last, {}).get(gender)

    def company_name(self, short: str) -> str | None:
        """Return the first full name of a company's short name in lower case; None without one."""
        return self._companies.get(short)

    def gender_of(self, name: str) -> Gender:
        """Return the gender that a title before the surname shows if only one person has that surname; else empty."""
        last = surname(name)
        known = self._genders.get(last, "")
        return known if known and len(self._bearers.get(last, ())) < 2 else ""

    @cached_property
    def _runs(self) -> list[tuple[int, str]]:
        return [(found.start(), found.group()) for found in NAME_RUN.finditer(self._text)]

    @cached_property
    def _companies(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for _, name in self._runs:
            if (short := brand_name(name_key(name))) and " " not in short:
                names.setdefault(short, name)
        return names

    @cached_property
    def _names(self) -> list[tuple[int, str]]:
        """The offset and the full name with its title of every person.

        A name is a person's if it has a title, a role next to it, or a surname that appears alone elsewhere.
        """
        ends = Counter(name.rpartition(" ")[2] for _, name in self._runs)
        words = Counter(re.findall(r"\b[A-Z][\w-]*", self._text))
        people = []
        for start, name in self._runs:
            described = self._describe(name)
            alone = words[described.name.rpartition(" ")[2]] > ends[name.rpartition(" ")[2]]
            is_shown = described.role or described.gender or alone or self._has_role_beside(start, start + len(name))
            if described.kind == "person" and is_shown:
                people.append((start, name))
        return people

    def _has_role_beside(self, start: int, end: int) -> bool:
        """True if there is a role next to a name: ``reporter Ian Frost``, ``Holt's deputy, Ian Frost,``, ``Ian Frost, the deputy leader,``."""
        if PERSON_CLAUSE.match(self._text, end):
            return True
        return any(not ROLE_NOUNS.isdisjoint(words.lower().split()) for words in self._beside(start, end))

    def _beside(self, start: int, end: int) -> Iterator[str]:
        """Yield the nouns next to a name, with the words before them: ``Elswick striker``, ``a Dutchman``."""
        before = NOUN_BEFORE.search(self._text[max(0, start - MAX_ROLE_CHARS) : start])
        if before and before.group(1).rpartition(" ")[2] in ROLE_NOUNS:
            yield before.group(1)
        behind = APPOSITIVE.match(self._text, end)
        if behind is not None:
            yield NOUN_END.split(behind.group(1), maxsplit=1)[0]

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        """The offsets and words of full names, and of relatives and surnames that open a sentence, in the order of the text."""
        relatives = [(found.start(), found.group()) for found in RELATIVE_OR_NOUN.finditer(self._text)]
        taken = {start for start, _ in relatives}
        surnames = [
            (found.start(), found.group())
            for found in OPENING_WORD.finditer(self._text)
            if found.group().casefold() in self._surnames and self.opens_sentence(found.start())
        ]
        opening = [one for one in relatives if self.opens_sentence(one[0])]
        return sorted(opening + surnames + [one for one in self._names if one[0] not in taken])

    @cached_property
    def _descriptions(self) -> dict[str, dict[str, dict[str, None]]]:
        """By surname and given name, which may be empty, the words for its bearers next to it."""
        descriptions: dict[str, dict[str, dict[str, None]]] = {}
        for start, name in self._names:
            described = self._describe(name)
            held = descriptions.setdefault(surname(described.name), {}).setdefault(given_name(described.name), {})
            role = (described.role,) if described.role else ()
            held.update(dict.fromkeys((*role, *self._beside(start, start + len(name)))))
        return descriptions

    @cached_property
    def _ages(self) -> dict[str, dict[str, CharRange]]:
        """By age, the surnames next to it, and where each name is first."""
        ages: dict[str, dict[str, CharRange]] = {}
        for found in NAME_WITH_AGE.finditer(self._text):
            name = 1 if found.group(1) else 4
            age = found.group(2) or found.group(3)
            ages.setdefault(age, {}).setdefault(surname(found.group(name)), found.span(name))
        return ages

    @cached_property
    def _given_names(self) -> dict[str, dict[str, CharRange]]:
        """By given name, the surnames after it, and where each full name is first."""
        names: dict[str, dict[str, CharRange]] = {}
        for start, name in self._names:
            full = self._describe(name).name
            if first := given_name(full):
                names.setdefault(first, {}).setdefault(surname(full), (start, start + len(name)))
        return names

    @cached_property
    def _knights(self) -> dict[str, dict[str, CharRange]]:
        """By given name after *Sir* or *Dame*, the surnames after it, and where each full name is first."""
        knights: dict[str, dict[str, CharRange]] = {}
        for found in KNIGHT_NAME.finditer(self._text):
            knights.setdefault(found.group(1), {}).setdefault(found.group(2), found.span())
        return knights

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset((*self._full_names, *self._genders))

    @cached_property
    def _full_names(self) -> dict[str, dict[str, str]]:
        """By surname, the first full name of anybody, of a possible man and of a possible woman.

        Without a full name, a title with the surname alone is that of anybody: ``Mayor Holt``.
        """
        names: dict[str, dict[str, str]] = {}
        titled: dict[str, str] = {}
        for _, name in self._names:
            described = self._describe(name)
            if " " in described.name and not OWNER.search(described.name):
                first = names.setdefault(surname(described.name), {})
                known = described.gender or self.gender_of(described.name)
                for gender in ("", known) if known else ("", "m", "f"):
                    held = first.get(gender)
                    # A headline's verb is not part of a name that appears later without it: ``Dockers Rap Asa Holt``.
                    if held is None or self._describe(held).name.endswith(" " + described.name):
                        first[gender] = name
            elif " " in name:
                titled.setdefault(surname(described.name), name)
        for last, name in titled.items():
            names.setdefault(last, {"": name})
        return names

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        """By surname, the given names before it."""
        bearers: dict[str, set[str]] = {}
        for _, name in self._names:
            full = name_key(self._describe(name).name)
            if " " in full:
                bearers.setdefault(surname(full), set()).add(full.split()[0])
        return bearers

    @cached_property
    def _genders(self) -> dict[str, Gender]:
        """By surname, the gender that titles show; empty if they contradict each other."""
        genders: dict[str, Gender] = {}
        for found in GENDERED_TITLE.finditer(self._text):
            gender: Gender = "m" if found.group(1) else "f"
            last = found.group(2).casefold()
            genders[last] = gender if genders.get(last, gender) == gender else ""
        return genders

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(PLACE.findall(self._text))

    @cached_property
    def _mid_sentence_words(self) -> frozenset[str]:
        return frozenset(MID_SENTENCE_WORD.findall(self._text))
