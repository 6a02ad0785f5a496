"""The sources that are being collected, and an index of them by name, surname, acronym and short form."""

from __future__ import annotations

from itertools import islice
from typing import Final

from attrs import Factory, define

from articlekit.attribution.sources.genders import Gender
from articlekit.attribution.sources.main_phrase import SourceDescription
from articlekit.attribution.sources.names import acronyms, brand_name, given_name, name_key, surname
from articlekit.models import SourceKind, Span

MAX_CANDIDATES: Final = 30
"""How many entities of one key are tried, the last mentioned first."""


@define(eq=False)
class Entity:
    """A source that is being collected from its mentions."""

    name: str
    """The fullest name so far, or the first description."""
    kind: SourceKind
    """What it is, as far as the mentions show."""
    named: bool
    """True if a mention identified it."""
    head: str
    """The head noun of the first mention in lower case, by which a later ``the officers`` finds it."""
    role: str | None = None
    """Function as written. None: no mention gave one."""
    affiliation: str | None = None
    """Body as written. None: no mention gave one."""
    gender: Gender = ""
    """The gender that its own words show: a title, a given name, a noun."""
    pronoun_gender: Gender = ""
    """The gender of the first *he* or *she* that was resolved to it. :attr:`gender` wins over it."""
    aliases: list[str] = Factory(list)
    """Its other names, in the order of the page."""
    mentions: list[Span] = Factory(list)
    """The spans of its mentions."""

    def add_alias(self, alias: str) -> None:
        """Add another name for it, once."""
        if alias and alias != self.name and alias not in self.aliases:
            self.aliases.append(alias)


class EntityIndex:
    """The entities so far, by their keys. Of several with one key, the last mentioned comes first."""

    def __init__(self) -> None:
        self._held: dict[str, dict[Entity, None]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._held

    def find(self, key: str, like: SourceDescription) -> Entity | None:
        """Return the last entity of a key that can be the one described; None without one.

        Entities that a pronoun contradicts come after the others.
        """
        able = [one for one in islice(reversed(self._held.get(key, {})), MAX_CANDIDATES) if can_be(like, one)]
        return next(
            (one for one in able if not _contradict(like.gender, one.pronoun_gender)), able[0] if able else None
        )

    def add(self, entity: Entity) -> None:
        """Add an entity under all of its keys."""
        for name in (entity.name, *entity.aliases):
            self._add_key(name_key(name), entity)
            if entity.named and entity.kind in ("organization", "unknown"):
                for short in acronyms(name):
                    if len(short) > 1:
                        self._add_key(short, entity)
        if entity.named and entity.kind == "organization" and " " in (key := name_key(entity.name)):
            self._add_key("tail:" + key.split()[-1], entity)
            if short := brand_name(key):
                self._add_key("brand:" + short, entity)
        if (
            entity.named
            and entity.kind in ("person", "unknown")
            and entity.name[:1].isupper()
            and (last := surname(entity.name))
        ):
            self._add_key("surname:" + last, entity)

    def _add_key(self, key: str, entity: Entity) -> None:
        held = self._held.setdefault(key, {})
        held.pop(entity, None)
        held[entity] = None


def can_be(like: SourceDescription, entity: Entity) -> bool:
    """True if an entity can be the one described: their genders and given names do not contradict each other."""
    if _contradict(like.gender, entity.gender) or (like.gender and entity.kind == "organization"):
        return False
    if not (like.named and entity.named and {like.kind, entity.kind} <= {"person", "unknown"}):
        return True
    own, other = given_name(like.name).rstrip("."), given_name(entity.name).rstrip(".")
    initial = min(len(own), len(other)) == 1 and own[0] == other[0]  # ``J. Holt`` can be Jo Holt
    return initial or not _contradict(own, other)


def _contradict(one: str, other: str) -> bool:
    """True if both are known and differ."""
    return bool(one and other and one != other)
