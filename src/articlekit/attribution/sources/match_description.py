"""The known source that a description means: the mayor, the striker, the PM, the company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from articlekit.attribution.sources.entities import Entity
from articlekit.attribution.sources.main_phrase import SourceDescription
from articlekit.attribution.sources.named_people import NamedPeople
from articlekit.attribution.sources.names import acronyms, name_key
from articlekit.attribution.sources.organizations import is_company_noun

COMPANY_NOUNS: Final = frozenset("company firm brewer publisher".split())
"""Nouns for a company named before: ``the company``. Nouns for what a company does are not in it."""

NOT_COMPANIES: Final = frozenset(
    "police ministry department council government court parliament senate congress commission agency authority union army "
    "navy party university school hospital institute committee cabinet embassy treasury office bureau association times "
    "post journal tribune herald courier gazette guardian observer telegraph chronicle news magazine newspaper reuters bbc".split()
)
"""Words in the names of organizations that are not companies."""

OFFICE_PREFIXES: Final = frozenset("former deputy vice shadow acting assistant".split())
"""Words that make a different office: ``the deputy mayor`` is not the mayor."""

SEAT_OFFICES: Final = frozenset("mp mep msp mla td".split())
"""Offices that are each held for a place. A report seldom names more than one holder."""

OFFICES_WITH_PLACE: Final = SEAT_OFFICES | frozenset(
    "senator congressman congresswoman representative lawmaker republican democrat councillor councilman councilwoman".split()
)
"""Offices with many holders. A place before the noun says which one is meant: ``the Vermont senator``."""

NOT_PLACES: Final = frozenset(
    "labour conservative tory liberal democrat lib dem green snp reform plaid unionist independent opposition backbench "
    "local senior veteran republican democratic".split()
)
"""Words before such an office that are not its place."""

OFFICE_ACRONYM: Final = re.compile(r"[Tt]he ([A-Z]{2,4})")
"""An office as an acronym: ``the PM``."""


def _descriptions_of(entity: Entity, people: NamedPeople) -> list[str]:
    """Return the roles and nouns for an entity: by its title, and next to its name anywhere in the text."""
    if not entity.named:
        return [entity.name, *((entity.role,) if entity.role else ())]
    return [*((entity.role,) if entity.role else ()), *people.descriptions_of(entity.name)]


def find_described(described: SourceDescription, recent: Sequence[Entity], people: NamedPeople) -> Entity | None:
    """Return the last entity that spoke and that a description can mean; None without one."""
    if described.head in OFFICES_WITH_PLACE and (place := _place_words(described.name, described.head)):
        return _holder_of_seat(described.head, place, recent, people)
    for entity in reversed(recent):
        if described.head == entity.head and not entity.named and entity.kind == described.kind:
            if is_compatible(described, entity.name):
                return entity
            continue
        heads = (name_key(entity.name).split()[-1], entity.head if entity.named else "")
        if described.kind == entity.kind == "organization" and described.head in heads:
            return entity
        if described.kind == entity.kind == "person" and _has_description(described, entity, people):
            return entity
    return None


def _has_description(described: SourceDescription, entity: Entity, people: NamedPeople) -> bool:
    if described.gender and (entity.gender or entity.pronoun_gender or described.gender) != described.gender:
        return False
    held = (one for one in _descriptions_of(entity, people) if described.head in one.casefold().split())
    return any(is_compatible(described, one) for one in held)


def _place_words(name: str, head: str) -> set[str]:
    """Return the capitalised words for the place of an office: ``the | Elswick North | MP``."""
    before = name.casefold().partition(head)[0]
    words = name[: len(before)].split()
    return {word.casefold() for word in words if word[0].isupper()} - NOT_PLACES - OFFICE_PREFIXES - {"the"}


def _holder_of_seat(head: str, place: set[str], recent: Iterable[Entity], people: NamedPeople) -> Entity | None:
    """Return who holds an office for a place; None without one.

    The only member of parliament counts as the holder unless the text gives another place.
    """
    holders: dict[Entity, bool] = {}
    for entity in recent:
        held = [one for one in _descriptions_of(entity, people) if head in one.casefold().split()]
        if entity.kind != "person" or not held:
            continue
        own = {*name_key(entity.affiliation or "").split()}.union(*(_place_words(one, head) for one in held))
        if place <= own:
            return entity
        holders[entity] = bool(own)
    only = next(iter(holders), None) if head in SEAT_OFFICES and len(holders) == 1 else None
    return None if only is None or holders[only] else only


def find_by_office_acronym(name: str, recent: Iterable[Entity]) -> Entity | None:
    """Return the person whose office an acronym stands for: ``the PM`` for the Prime Minister; None without one."""
    letters = OFFICE_ACRONYM.fullmatch(name)
    offices = (one for one in recent if letters and one.kind == "person" and one.role)
    return next((one for one in offices if letters and letters.group(1) in acronyms(one.role or "")), None)


def find_only_company(described: SourceDescription, entities: Iterable[Entity]) -> Entity | None:
    """Return for ``the company`` the only company that has spoken; None if none or several have."""
    if described.head not in COMPANY_NOUNS and not is_company_noun(described.head):
        return None
    companies = [
        entity
        for entity in entities
        if entity.named and entity.kind == "organization" and NOT_COMPANIES.isdisjoint(name_key(entity.name).split())
    ]
    return companies[0] if len(companies) == 1 else None


def is_compatible(described: SourceDescription, known: str) -> bool:
    """True if two descriptions can mean the same: ``the minister`` the prime minister, but not ``the foreign minister``."""
    own, other = ({*name_key(name).partition(described.head)[0].split()} for name in (described.name, known))
    return not own & OFFICE_PREFIXES - other and not (own and other and own.isdisjoint(other))
