"""Which known source a description means: the mayor, the striker, the 23-year-old, the company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from articlekit.attribution.sources.describe import SourceDescription
from articlekit.attribution.sources.entities import Entity
from articlekit.attribution.sources.named_people import NamedPeople
from articlekit.attribution.sources.names import acronyms, name_key
from articlekit.attribution.sources.organizations import is_company_noun

COMPANIES: Final = frozenset("company firm brewer publisher".split())
"""Nouns that mean a company named before, beside those that tell what it does: ``the company``."""

PUBLIC: Final = frozenset(
    "police ministry department council government court parliament senate congress commission agency authority union army "
    "navy party university school hospital institute committee cabinet embassy treasury office bureau association times "
    "post journal tribune herald courier gazette guardian observer telegraph chronicle news magazine newspaper reuters bbc".split()
)
"""Words in the names of bodies that are no companies."""

OTHERS: Final = frozenset("former deputy vice shadow acting assistant".split())
"""Words that make another office of one: ``the deputy mayor`` is not the mayor."""

SEATS: Final = frozenset("mp mep msp mla td".split())
"""Offices of which a report seldom names more than one holder, each for a place."""

PLACED: Final = SEATS | frozenset(
    "senator congressman congresswoman representative lawmaker republican democrat councillor councilman councilwoman".split()
)
"""Nouns for many people that a place before them tells apart: ``the Vermont senator``."""

TELLING_NO_PLACE: Final = frozenset(
    "labour conservative tory liberal democrat lib dem green snp reform plaid unionist independent opposition backbench "
    "local senior veteran republican democratic".split()
)
"""Words before such an office that do not say for which place it is held."""

LETTERS: Final = re.compile(r"[Tt]he ([A-Z]{2,4})")
"""An office told by its first letters: ``the PM``."""


def functions(entity: Entity, people: NamedPeople) -> list[str]:
    """What a named person is called by title, or anywhere in the text beside the name; the words for somebody without one."""
    if not entity.named:
        return [entity.name, *((entity.role,) if entity.role else ())]
    return [*((entity.role,) if entity.role else ()), *people.functions(entity.name)]


def meant(described: SourceDescription, recent: Sequence[Entity], people: NamedPeople) -> Entity | None:
    """The last that spoke whom a description can mean; None without one."""
    if described.head in PLACED and (place := _place(described.name, described.head)):
        return _holder(described.head, place, recent, people)
    for entity in reversed(recent):
        if described.head == entity.head and not entity.named and entity.kind == described.kind:
            if may_be(described, entity.name):
                return entity
            continue
        heads = (name_key(entity.name).split()[-1], entity.head if entity.named else "")
        if described.kind == entity.kind == "organization" and described.head in heads:
            return entity
        if described.kind == entity.kind == "person" and _has_function(described, entity, people):
            return entity
    return None


def _has_function(described: SourceDescription, entity: Entity, people: NamedPeople) -> bool:
    if described.gender and (entity.gender or entity.taken or described.gender) != described.gender:
        return False
    held = (one for one in functions(entity, people) if described.head in one.casefold().split())
    return any(may_be(described, one) for one in held)


def _place(name: str, head: str) -> set[str]:
    """The capitalised words that tell for which place an office is held: ``the Elswick North MP``."""
    before = name.casefold().partition(head)[0]
    words = name[: len(before)].split()
    return {word.casefold() for word in words if word[0].isupper()} - TELLING_NO_PLACE - OTHERS - {"the"}


def _holder(head: str, place: set[str], recent: Iterable[Entity], people: NamedPeople) -> Entity | None:
    """Who holds an office for a place: the one of whom that is told; of members of parliament the only one, if of no other place."""
    holders: dict[Entity, bool] = {}
    for entity in recent:
        held = [one for one in functions(entity, people) if head in one.casefold().split()]
        if entity.kind != "person" or not held:
            continue
        own = {*name_key(entity.affiliation or "").split()}.union(*(_place(one, head) for one in held))
        if place <= own:
            return entity
        holders[entity] = bool(own)
    only = next(iter(holders), None) if head in SEATS and len(holders) == 1 else None
    return None if only is None or holders[only] else only


def by_letters(name: str, recent: Iterable[Entity]) -> Entity | None:
    """The person whose office letters stand for: ``the PM`` for the Prime Minister; None without one."""
    letters = LETTERS.fullmatch(name)
    offices = (one for one in recent if letters and one.kind == "person" and one.role)
    return next((one for one in offices if letters and letters.group(1) in acronyms(one.role or "")), None)


def only_company(described: SourceDescription, entities: Iterable[Entity]) -> Entity | None:
    """For ``the company`` the one company that has spoken; None where none has, or several."""
    if described.head not in COMPANIES and not is_company_noun(described.head):
        return None
    companies = [
        entity
        for entity in entities
        if entity.named and entity.kind == "organization" and PUBLIC.isdisjoint(name_key(entity.name).split())
    ]
    return companies[0] if len(companies) == 1 else None


def may_be(described: SourceDescription, known: str) -> bool:
    """Whether a description can mean whom other words describe: ``the minister`` the prime minister, ``the foreign minister`` not."""
    own, other = ({*name_key(name).partition(described.head)[0].split()} for name in (described.name, known))
    return not own & OTHERS - other and not (own and other and own.isdisjoint(other))
