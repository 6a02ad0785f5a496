"""Mentions → sources: names, short forms, acronyms, descriptions and pronouns that mean the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from articlekit.attribution.claim_draft import ClaimDraft, Mention
from articlekit.attribution.english.lexicon import PERSONAL
from articlekit.attribution.sources.describe import SourceDescription, describe_source
from articlekit.attribution.sources.entities import Entity, Index
from articlekit.attribution.sources.genders import given_name_gender
from articlekit.attribution.sources.match_description import by_letters, meant, only_company
from articlekit.attribution.sources.named_people import NamedPeople
from articlekit.attribution.sources.names import acronyms, brand_name, name_key, surname
from articlekit.attribution.sources.replies import Place, is_passive
from articlekit.models import Article, SourceKind, Span

SHORT_FORM: Final = re.compile(
    r"(?<![\w'’.&-])((?:[A-Z][\w'’.&-]{0,40} (?:(?:of|the|and|for|on|in) ){0,2}){1,8})\(([A-Z]{2,7})\)"
)
"""A name with its acronym in brackets."""

AGE: Final = re.compile(r"(\d{1,3})-year-old")
KNIGHT: Final = re.compile(r"(?:Sir|Dame) ([A-Z][\w'’-]*)")

LONE: Final = re.compile(r"(?!\w*(?:ing|e[rn]s|ans|ists|ences)$)[A-Z][a-z]+(?:[A-Z’'-][A-Za-z]+)*")
"""One capitalised word that can be a surname, and is no word for several people, nor for what is done."""

FAR: Final = 300
"""Among how many of those who spoke last a description finds somebody."""

LOOK_BACK: Final = 400
"""How far a pronoun looks back for a name that no claim has given yet. Characters."""


class CoreferenceResolver:
    """Finds out which mentions mean the same source. Mentions are given in the order of the page."""

    def __init__(self, article: Article, answered: Mapping[Place, ClaimDraft] | None = None) -> None:
        """``answered`` has for each speaker who answers, by place, the claim that is answered."""
        self.article = article
        self.entities: list[Entity] = []
        self._known_by = Index()
        self._recent: list[Entity] = []
        self._seen: dict[tuple[int, int, str], Entity] = {}
        self._acronyms = dict(_acronyms(article.text))
        self._people = NamedPeople(article.text)
        self._answered = answered or {}

    def resolve(self, mention: Mention, speakers: Sequence[Mention] | None = None) -> Entity:
        """The source that the mention means; a new one where none is known. Pronouns mean only those who speak.

        ``speakers`` are those who tell it something, none of whom it can be. None: it speaks itself.
        """
        entity = self._seen.get(mention.position)
        if entity is None:
            entity = self._find(mention, self._met(speakers or ()))
            entity.mentions.append(Span(mention.start, mention.end, mention.field))
            self._seen[mention.position] = entity
            if speakers is None:
                self._recent.append(entity)
        return entity

    def _text(self, mention: Mention) -> str:
        whole = (self.article.title or "") if mention.field == "title" else self.article.text
        return whole[mention.start : mention.end]

    def _find(self, mention: Mention, others: Sequence[Entity] = ()) -> Entity:
        text = self._text(mention)
        low = text.casefold()
        if mention.antecedent is not None:
            return self._find(Mention(*mention.antecedent, mention.field))
        if low in PERSONAL or low in ("his", "her", "their", "its", "him", "them", "me", "us"):
            return self._pronoun(mention, low, others)
        opens = mention.field == "text" and self._people.capital_tells_nothing(mention.start)
        described = describe_source(text, opens=opens)
        if self._is_surname(described):
            described.named, described.role = True, None
        if described.named and described.kind in ("person", "unknown"):
            described.gender = described.gender or self._people.gender(described.name)
        found = self._by_given_name(text) or self._known(described)
        if found is None:
            found = self._new(self._in_full(described))
        else:
            self._merge(found, described)
        return found

    def _is_surname(self, described: SourceDescription) -> bool:
        """Whether the noun for a trade is a name that the text gives in full: ``Cook`` beside ``Tim Cook``."""
        word = described.name
        if described.named or described.kind != "person" or " " in word or not word.istitle():
            return False
        return "surname:" + word.casefold() in self._known_by or self._people.full_name(word.casefold()) is not None

    def _in_full(self, described: SourceDescription) -> SourceDescription:
        """A surname or a company's short name, completed from where the text gives the whole name."""
        if not described.named or described.kind not in ("unknown", "person") or " " in described.name:
            return described
        whole = self._people.full_name(name_key(described.name), described.gender)
        if whole is None and not (described.role or described.gender):
            whole = self._people.company(name_key(described.name))
        if whole is None:
            return described
        full = describe_source(whole)
        full.alias, full.gender = described.name, full.gender or described.gender
        return full

    def _known(self, described: SourceDescription) -> Entity | None:
        key = name_key(described.name)
        same = self._known_by.find(key, described)
        if same is not None and (described.named or same.kind == described.kind):
            return same
        if described.named:
            return self._by_name(described, key)
        return self._by_description(described) if described.definite else None

    def _by_name(self, described: SourceDescription, key: str) -> Entity | None:
        letters = re.sub(r"^[Tt]he ", "", described.name).replace(".", "")
        if letters.isupper():
            same = self._known_by.find(letters, described) or by_letters(described.name, reversed(self._recent[-FAR:]))
            if same is not None:
                return same
        if (same := self._by_brand(described, key)) is not None:
            return same
        if described.kind == "organization" and (same := self._known_by.find("tail:" + key, described)) is not None:
            return same
        if described.kind in ("organization", "unknown"):
            for short in acronyms(described.name):
                if len(short) > 1 and (same := self._known_by.find(name_key(short), described)) is not None:
                    return same
        if described.kind in ("person", "unknown"):
            return self._known_by.find("surname:" + surname(key), described)
        return None

    def _by_brand(self, described: SourceDescription, key: str) -> Entity | None:
        """A company by its name without what it does, whichever stands first: ``Tarn``, ``Tarn Foods``."""
        if (same := self._known_by.find("brand:" + key, described)) is not None:
            return same
        short = brand_name(key) if described.kind == "organization" else ""
        same = self._known_by.find(short, described) if short else None
        return same if same is not None and same.kind in ("organization", "unknown") else None

    def _by_description(self, described: SourceDescription) -> Entity | None:
        if (age := AGE.fullmatch(described.head)) is not None:
            place = self._people.aged(age.group(1))
            return self._find(Mention(*place)) if place is not None else None
        return meant(described, self._recent[-FAR:], self._people) or only_company(described, self.entities)

    def _by_given_name(self, text: str) -> Entity | None:
        """Who is called by a given name: ``Sir Alan`` for Sir Alan Pugh, ``Joe`` where the text has one Joe."""
        knight = KNIGHT.fullmatch(text)
        first = text.casefold()
        if knight is not None:
            place = self._people.knight(knight.group(1))
        else:
            known = text.istitle() and given_name_gender(first) != ""
            place = self._people.called(first) if known else None
        return self._find(Mention(*place)) if place is not None else None

    def _new(self, described: SourceDescription) -> Entity:
        name = described.name
        short = re.sub(r"^[Tt]he ", "", name)
        full = self._acronyms.get(short)
        entity = Entity(
            full or name,
            described.kind,
            described.named,
            described.head,
            described.role,
            described.affiliation,
            described.gender,
        )
        if full:
            entity.add_alias(short)
        if described.alias:
            entity.add_alias(described.alias)
        self.entities.append(entity)
        self._known_by.add(entity)
        return entity

    def _merge(self, entity: Entity, described: SourceDescription) -> None:
        name = described.name
        if described.named and entity.named and _is_fuller(name, entity.name):
            entity.name, name = name, entity.name
            entity.aliases = [alias for alias in entity.aliases if alias != entity.name]
        if name_key(name) != name_key(entity.name) and (described.named or not entity.named):
            entity.add_alias(name)
        if described.alias:
            entity.add_alias(described.alias)
        entity.role = entity.role or (described.role if described.named else None)
        entity.affiliation = entity.affiliation or (described.affiliation if described.named else None)
        entity.gender = entity.gender or described.gender
        if entity.kind == "unknown":
            entity.kind = described.kind
        self._known_by.add(entity)

    def _pronoun(self, mention: Mention, low: str, others: Sequence[Entity]) -> Entity:
        wanted, gender = _pronoun_wants(low)
        asked = self._answered.get(mention.position)
        told = [one for one in self._met(asked.audience if asked else ()) if _of_sex(one, gender)]
        asked = asked if asked and (told or not asked.audience) else None  # He who asked her speaks on.
        barred = [*others, *self._met(asked.sources if asked else ())]
        for entity in (*told, *self._pointed_at(mention, gender, asked)):
            kind: SourceKind = "person" if gender and self._is_surname_of(entity, gender) else entity.kind
            if kind in wanted and entity not in barred and _of_sex(entity, gender):
                entity.kind, entity.taken = kind, entity.taken or gender
                return entity
        kind = "person" if gender else "group" if low in ("they", "their", "them", "we", "us") else "unknown"
        entity = Entity(self._text(mention), kind, False, low, gender=gender)
        self.entities.append(entity)
        return entity

    def _met(self, mentions: Iterable[Mention]) -> list[Entity]:
        """Those of the mentions who are known already."""
        return [self._seen[one.position] for one in mentions if one.position in self._seen]

    def _pointed_at(self, mention: Mention, gender: str, asked: ClaimDraft | None) -> Iterator[Entity]:
        """Those whom a pronoun may mean, the likeliest first: who is named right before it, who spoke last."""
        near = self._nearest_name(mention, gender, asked) if gender else None
        if near is not None:
            yield near
        yield from _known_first(list(reversed(self._recent[-30:])), gender)

    def _is_surname_of(self, entity: Entity, gender: str) -> bool:
        """Whether one capitalised word that has just spoken can be a person's name: ``Oduya said so. "It is," he added``."""
        lone = entity.kind == "unknown" and entity.named and LONE.fullmatch(entity.name) is not None

        told = given_name_gender(entity.name.casefold()) not in ("", gender) or self._people.is_place(entity.name)
        return lone and not told and self._recent[-1:] == [entity]

    def _nearest_name(self, mention: Mention, gender: str, asked: ClaimDraft | None) -> Entity | None:
        """A person named shortly before the pronoun where no claim nearby gives one; it becomes a source.

        A name that opens a sentence after the last known person wins over that person; so does who was asked by that person.
        """
        if mention.field == "title":
            return None
        people = [e for e in self._recent[-6:] if (e.kind == "person" or self._is_surname_of(e, gender)) and e.mentions]
        last = max((e.mentions[-1].end for e in people), default=0)
        far = mention.start - last > LOOK_BACK
        if asked is not None and is_passive(asked, self.article.text):
            last = min(last, asked.sentence[0])
        for start, name in self._people.before(max(last, mention.start - LOOK_BACK), mention.start):
            if not (far or self._people.opens_sentence(start)):
                return None
            described = describe_source(name)
            if (described.gender or self._people.gender(described.name) or gender) == gender:
                return self.resolve(Mention(start, start + len(name)))
        return None


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets, each with the name before it that its letters stand for."""
    for found in SHORT_FORM.finditer(text):
        words = found.group(1).split()
        for start in range(len(words) - 1, -1, -1):
            if found.group(2) in acronyms(" ".join(words[start:])):
                yield found.group(2), " ".join(words[start:])
                break


def _of_sex(entity: Entity, gender: str) -> bool:
    """Whether a pronoun for a man or a woman can mean a source, by what is told of it."""
    return gender in ("", entity.gender or entity.taken or gender)


def _known_first(recent: list[Entity], gender: str) -> list[Entity]:
    """Who spoke, the last first; for *she* those known to be women before all but the very last, where that is not told of them."""
    if gender != "f":
        return recent
    last = next((i + 1 for i, one in enumerate(recent) if one.kind == "person"), 0)
    women = [one for one in recent[last:] if (one.gender or one.taken) == gender]
    return [*recent[:last], *women, *(one for one in recent[last:] if one not in women)]


def _pronoun_wants(low: str) -> tuple[tuple[str, ...], str]:
    if low in ("he", "his", "him"):
        return ("person",), "m"
    if low in ("she", "her"):
        return ("person",), "f"
    if low in ("they", "their", "them"):
        return ("group", "organization"), ""
    if low in ("it", "its"):
        return ("organization", "document"), ""
    return (), ""


def _is_fuller(name: str, known: str) -> bool:
    """Whether ``name`` is a longer form of ``known``: it holds it, or spells its letters out."""
    return len(name.split()) > len(known.split()) or known.replace(".", "") in acronyms(name)
