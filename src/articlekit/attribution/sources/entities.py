"""Sources in the making, and where they are found again: by name, surname, letters and short forms."""

from __future__ import annotations

from itertools import islice
from typing import Final

from attrs import Factory, define

from articlekit.attribution.sources.describe import SourceDescription
from articlekit.attribution.sources.names import acronyms, brand_name, given_name, name_key, surname
from articlekit.models import SourceKind, Span

MOST: Final = 30
"""Among how many of one key, the latest, somebody is looked for."""


@define(eq=False)
class Entity:
    """A source in the making."""

    name: str
    """The fullest name so far, or the first description."""
    kind: SourceKind
    """What it is, as far as any mention told."""
    named: bool
    """Whether a mention identified it."""
    head: str
    """The head noun of the first mention, lower case, by which a later ``the officers`` finds it."""
    role: str | None = None
    """Function as written. None: no mention gave one."""
    affiliation: str | None = None
    """Body as written. None: no mention gave one."""
    gender: str = ""
    """``m`` or ``f`` once its own words told: a title, a given name, a noun; empty until then."""
    taken: str = ""
    """``m`` or ``f`` where a pronoun was taken for it; empty until then. A title that says otherwise is believed."""
    aliases: list[str] = Factory(list)
    """Its other names, in the order of the page."""
    mentions: list[Span] = Factory(list)
    """Where it is mentioned."""

    def add_alias(self, alias: str) -> None:
        """Note another name for it, once."""
        if alias and alias != self.name and alias not in self.aliases:
            self.aliases.append(alias)


class Index:
    """The sources so far, by their keys; of several with one key the last that was mentioned comes first."""

    def __init__(self) -> None:
        self._held: dict[str, dict[Entity, None]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._held

    def find(self, key: str, like: SourceDescription) -> Entity | None:
        """The last source of a key that can be the one described, one that pronouns do not speak against before others; None without one."""
        able = [one for one in islice(reversed(self._held.get(key, {})), MOST) if can_be(like, one)]
        return next((one for one in able if not _opposed(like.gender, one.taken)), able[0] if able else None)

    def add(self, entity: Entity) -> None:
        """Note the keys by which a source is found."""
        for name in (entity.name, *entity.aliases):
            self._note(name_key(name), entity)
            if entity.named and entity.kind in ("organization", "unknown"):
                for short in acronyms(name):
                    if len(short) > 1:
                        self._note(short, entity)
        if entity.named and entity.kind == "organization" and " " in (key := name_key(entity.name)):
            self._note("tail:" + key.split()[-1], entity)
            if short := brand_name(key):
                self._note("brand:" + short, entity)
        if (
            entity.named
            and entity.kind in ("person", "unknown")
            and entity.name[:1].isupper()
            and (last := surname(entity.name))
        ):
            self._note("surname:" + last, entity)

    def _note(self, key: str, entity: Entity) -> None:
        held = self._held.setdefault(key, {})
        held.pop(entity, None)
        held[entity] = None


def can_be(like: SourceDescription, entity: Entity) -> bool:
    """Whether a source can be the one described: nothing that is told of the sex or the given name of both speaks against it."""
    if _opposed(like.gender, entity.gender) or (like.gender and entity.kind == "organization"):
        return False
    if not (like.named and entity.named and {like.kind, entity.kind} <= {"person", "unknown"}):
        return True
    own, other = given_name(like.name).rstrip("."), given_name(entity.name).rstrip(".")
    initial = min(len(own), len(other)) == 1 and own[0] == other[0]  # ``J. Holt`` can be Jo Holt
    return initial or not _opposed(own, other)


def _opposed(one: str, other: str) -> bool:
    """Whether both are told and differ."""
    return bool(one and other and one != other)
