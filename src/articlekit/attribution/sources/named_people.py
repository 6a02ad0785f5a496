"""Who is named in a text, by claims or not: names, relatives, surnames, and what titles tell of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from articlekit.attribution.claim_draft import CharRange
from articlekit.attribution.english.lexicon import ROLES
from articlekit.attribution.sources.describe import SourceDescription, describe_source
from articlekit.attribution.sources.genders import NOUNS_FOR_MEN, NOUNS_FOR_WOMEN, Gender
from articlekit.attribution.sources.names import brand_name, given_name, name_key, surname

NAME_RUN: Final = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]{0,40}\.?(?: [A-Z][\w'’-]{0,40}\.?){1,5}")
"""Capitalised words in a row, among them people's names with their titles."""

RELATIVE: Final = re.compile(
    r"(?<![\w'’-])(?:[A-Z][\w-]{0,40}['’]s|His|Her|Their|The|A) (?:[a-z-]{1,20} ){0,2}"
    rf"(?:{'|'.join(sorted(NOUNS_FOR_WOMEN | NOUNS_FOR_MEN))})(?![\w'’-])(?:, [A-Z][\w-]{{1,40}}(?: [A-Z][\w-]{{1,40}})?(?=,))?"
)
"""A person told by a noun for a man or a woman, as a sentence opens: ``Holt's brother, Jon,``."""

TITLED: Final = re.compile(r"\b(?:(Mr|Sir|Lord)|Mrs|Ms|Miss|Lady|Dame)\.? (?:[A-Z][\w-]{0,40} )?([A-Z][\w-]{0,40})")
"""A surname behind a title that tells a man from a woman."""

OPENING: Final = re.compile(r"[A-Z][\w-]{0,40}(?=,? [a-z])")
"""The one capitalised word that opens a sentence."""

BESIDE: Final = re.compile(r", (?:the|a|an|its|their|his|her) ([^,.;:\n]{1,60})[,.]")
"""What stands between commas behind a name."""

FUNCTION: Final = re.compile(
    r"(?<![\w'’-])(?:[A-Z][\w-]{0,30}['’]s|The|Its|His|Her|Their|Our) (?:[a-z-]{1,20} ){0,2}[a-z-]{1,20},? \Z"
)
"""A function before a name, as a sentence opens."""

LEADING: Final = re.compile(
    r"(?<![\w'’-])(?:But|And|Yet|Then|So|Still|Now|Later|Meanwhile|However|Afterwards|Instead|Nevertheless|On [A-Z][a-z]{2,5}day"
    r"|Last (?:night|week|month|year)),? \Z"
)
"""What stands before the subject as a sentence opens."""

PLACED: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Tt]he) ([A-Z][\w-]{0,40})(?![\w'’-]| [A-Z])")
"""A capitalised word that is a place or a body, by the word before it."""

AGED: Final = re.compile(
    r"(?<![\w'’-])([A-Z][\w'’-]{0,40}(?: [A-Z][\w'’-]{0,40}){0,3})(?:, | \()(\d{1,3})(?=[,.);])"
    r"|\b(\d{1,3})-year-old (?:[a-z-]{1,20} ){0,3}([A-Z][\w'’-]{0,40}(?: [A-Z][\w'’-]{0,40}){1,3})"
)
"""A name with an age beside it: ``Asa Holt, 44,``, ``Asa Holt (44)``, ``44-year-old pilot Asa Holt``."""

KNIGHTED: Final = re.compile(
    r"\b(?:Sir|Dame) ([A-Z][\w'’-]{0,40}) (?:[A-Z][\w'’.-]{0,40} ){0,2}?([A-Z][\w-]{0,40})(?! [A-Z])"
)
"""A name behind *Sir* or *Dame*."""

CLAUSE: Final = re.compile(r" (?:who|whose|of|for|from|at|in|with|and|on)\b")
"""What ends the noun that tells what somebody is."""

BEFORE: Final = re.compile(r"((?:[A-Z][\w-]{0,40} )?(?:[a-z-]{1,30} ){0,2}[a-z-]{1,30}),? \Z")
"""What stands right before a name."""

ASKED: Final = re.compile(r"(?:, who\b| (?:was|is|has been|had been) (?:asked|told)\b)")
"""What stands behind a name only where it is a person's."""

WITHIN: Final = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]{0,40}")
"""A capitalised word within a sentence."""


OWNED: Final = re.compile(r"['’]s ")
"""An owner within a name: ``Carver's Holt`` is no full name."""


class NamedPeople:
    """The people that a text names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._described: dict[str, SourceDescription] = {}

    def _describe(self, name: str) -> SourceDescription:
        """What a name tells; many come again and again."""
        if name not in self._described:
            self._described[name] = describe_source(name)
        return self._described[name]

    def before(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Those named in ``text[start:end]`` outside the quotation that ``end`` closes, each with its place; nearest first.

        One who opens a sentence stands for all that sentence: where there is any, only those are given.
        """
        first, last = bisect_left(self._named, (start,)), bisect_left(self._named, (end,))
        near = [one for one in self._named[first:last] if not self._is_quoted(one[0], end)]
        return reversed([one for one in near if self.opens_sentence(one[0])] or near)

    def _is_quoted(self, at: int, end: int) -> bool:
        between = self._text[at:end]
        closing, opening = between.find("”"), between.find("“")
        return between.count('"') % 2 == 1 or (closing >= 0 and (opening < 0 or closing < opening))

    def opens_sentence(self, at: int) -> bool:
        """Whether a sentence begins at a place, or at the function before it: ``Holt's deputy, Ian Frost``."""
        first = max(0, at - 80)
        function = FUNCTION.search(self._text[first:at])
        at = first + function.start() if function else at
        leading = LEADING.search(self._text[max(0, at - 20) : at])
        at -= len(leading.group()) if leading else 0
        return at == 0 or self._text[max(0, at - 2) : at] in ("\n\n", ". ", "! ", "? ", "” ", '" ')

    def capital_tells_nothing(self, at: int) -> bool:
        """Whether the word at a place is capital for opening a sentence, and nowhere else."""
        word = OPENING.match(self._text, at)
        return word is not None and self.opens_sentence(at) and word.group() not in self._within

    def functions(self, name: str) -> list[str]:
        """What somebody is called beside the name: ``Elswick striker``, ``Dutchman``; nobody of another given name."""
        first = given_name(name)
        told = self._functions.get(surname(name), {})
        return [words for other in told if not first or other in ("", first) for words in told[other]]

    def aged(self, age: str) -> CharRange | None:
        """Where the only one of an age is named first; None where nobody is, or several are."""
        named = self._ages.get(age, {})
        return next(iter(named.values())) if len(named) == 1 else None

    def knight(self, first: str) -> CharRange | None:
        """Where the only *Sir* or *Dame* of a given name is named in full first; None where nobody is, or several are."""
        named = self._knights.get(first, {})
        return next(iter(named.values())) if len(named) == 1 else None

    def called(self, first: str) -> CharRange | None:
        """Where the only one of a given name in lower case is named in full first; None where nobody is, or several are."""
        named = self._called.get(first, {})
        return next(iter(named.values())) if len(named) == 1 and first not in self._surnames else None

    def is_place(self, name: str) -> bool:
        """Whether the text shows a name to be no person's: ``at Tarn``, ``the Tarn``."""
        return name in self._placed

    def full_name(self, last: str, gender: str = "") -> str | None:
        """The first full name, with its title, that the text gives for a surname in lower case, of one who may be of a sex; None without one."""
        return self._full.get(last, {}).get(gender)

    def company(self, short: str) -> str | None:
        """The first whole name that the text gives for a company's short name in lower case; None without one."""
        return self._companies.get(short)

    def gender(self, name: str) -> Gender:
        """``m`` or ``f`` where a title before the surname tells and only one person bears it; else empty."""
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
        """Every person's full name with its title, and where it stands.

        Two capitalised words are a person where a title stands before them or the surname comes again alone.
        """
        ends = Counter(name.rpartition(" ")[2] for _, name in self._runs)
        words = Counter(re.findall(r"\b[A-Z][\w-]*", self._text))
        people = []
        for start, name in self._runs:
            described = self._describe(name)
            alone = words[described.name.rpartition(" ")[2]] > ends[name.rpartition(" ")[2]]
            told = described.role or described.gender or alone or self._has_role_beside(start, start + len(name))
            if described.kind == "person" and told:
                people.append((start, name))
        return people

    def _has_role_beside(self, start: int, end: int) -> bool:
        """Whether a function stands beside a name: ``reporter Ian Frost``, ``Holt's deputy, Ian Frost,``, ``Ian Frost, the deputy leader,``."""
        if ASKED.match(self._text, end):
            return True
        return any(not ROLES.isdisjoint(words.lower().split()) for words in self._beside(start, end))

    def _beside(self, start: int, end: int) -> Iterator[str]:
        """The nouns that stand beside a name with the words before them: ``Elswick striker``, ``a Dutchman``."""
        before = BEFORE.search(self._text[max(0, start - 80) : start])
        if before and before.group(1).rpartition(" ")[2] in ROLES:
            yield before.group(1)
        behind = BESIDE.match(self._text, end)
        if behind is not None:
            yield CLAUSE.split(behind.group(1), maxsplit=1)[0]

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        """Full names, relatives, and the surnames that open a sentence, in the order of the text."""
        relatives = [(found.start(), found.group()) for found in RELATIVE.finditer(self._text)]
        taken = {start for start, _ in relatives}
        surnames = [
            (found.start(), found.group())
            for found in OPENING.finditer(self._text)
            if found.group().casefold() in self._surnames and self.opens_sentence(found.start())
        ]
        opening = [one for one in relatives if self.opens_sentence(one[0])]
        return sorted(opening + surnames + [one for one in self._names if one[0] not in taken])

    @cached_property
    def _functions(self) -> dict[str, dict[str, dict[str, None]]]:
        """For each surname and each given name before it, or none, what its bearers are called beside it."""
        told: dict[str, dict[str, dict[str, None]]] = {}
        for start, name in self._names:
            described = self._describe(name)
            held = told.setdefault(surname(described.name), {}).setdefault(given_name(described.name), {})
            role = (described.role,) if described.role else ()
            held.update(dict.fromkeys((*role, *self._beside(start, start + len(name)))))
        return told

    @cached_property
    def _ages(self) -> dict[str, dict[str, CharRange]]:
        """For each age the surnames beside which it stands, and where the name stands first."""
        ages: dict[str, dict[str, CharRange]] = {}
        for found in AGED.finditer(self._text):
            name = 1 if found.group(1) else 4
            age = found.group(2) or found.group(3)
            ages.setdefault(age, {}).setdefault(surname(found.group(name)), found.span(name))
        return ages

    @cached_property
    def _called(self) -> dict[str, dict[str, CharRange]]:
        """For each given name the surnames behind it, and where the whole name stands first."""
        called: dict[str, dict[str, CharRange]] = {}
        for start, name in self._names:
            full = self._describe(name).name
            if first := given_name(full):
                called.setdefault(first, {}).setdefault(surname(full), (start, start + len(name)))
        return called

    @cached_property
    def _knights(self) -> dict[str, dict[str, CharRange]]:
        """For each given name behind *Sir* or *Dame* the surnames behind it, and where the whole name stands first."""
        knights: dict[str, dict[str, CharRange]] = {}
        for found in KNIGHTED.finditer(self._text):
            knights.setdefault(found.group(1), {}).setdefault(found.group(2), found.span())
        return knights

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset((*self._full, *self._genders))

    @cached_property
    def _full(self) -> dict[str, dict[str, str]]:
        """For each surname the first full name of anybody, of one who may be a man, and of one who may be a woman.

        A title before the surname alone stands for anybody where no full name does: ``Mayor Holt``.
        """
        names: dict[str, dict[str, str]] = {}
        titled: dict[str, str] = {}
        for _, name in self._names:
            described = self._describe(name)
            if " " in described.name and not OWNED.search(described.name):
                first = names.setdefault(surname(described.name), {})
                told = described.gender or self.gender(described.name)
                for gender in {"": ("", "m", "f")}.get(told, ("", told)):
                    held = first.get(gender)
                    # A headline's verb is no part of a name that stands without it later: ``Dockers Rap Asa Holt``.
                    if held is None or self._describe(held).name.endswith(" " + described.name):
                        first[gender] = name
            elif " " in name:
                titled.setdefault(surname(described.name), name)
        for last, name in titled.items():
            names.setdefault(last, {"": name})
        return names

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        """For each surname the first names that stand before it."""
        bearers: dict[str, set[str]] = {}
        for _, name in self._names:
            full = name_key(self._describe(name).name)
            if " " in full:
                bearers.setdefault(surname(full), set()).add(full.split()[0])
        return bearers

    @cached_property
    def _genders(self) -> dict[str, Gender]:
        """What titles tell of each surname; empty where they contradict each other."""
        genders: dict[str, Gender] = {}
        for found in TITLED.finditer(self._text):
            gender: Gender = "m" if found.group(1) else "f"
            last = found.group(2).casefold()
            genders[last] = gender if genders.get(last, gender) == gender else ""
        return genders

    @cached_property
    def _placed(self) -> frozenset[str]:
        return frozenset(PLACED.findall(self._text))

    @cached_property
    def _within(self) -> frozenset[str]:
        return frozenset(WITHIN.findall(self._text))
