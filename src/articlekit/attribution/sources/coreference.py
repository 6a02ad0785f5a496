"""Coreference: which mentions, by name, short form, acronym, description or pronoun, mean the same source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from articlekit.attribution.claim_draft import ClaimDraft, Mention
from articlekit.attribution.english.lexicon import PERSONAL_PRONOUNS
from articlekit.attribution.sources.describe import describe_source
from articlekit.attribution.sources.entities import Entity, EntityIndex
from articlekit.attribution.sources.genders import Gender, given_name_gender
from articlekit.attribution.sources.main_phrase import SourceDescription
from articlekit.attribution.sources.match_description import find_by_office_acronym, find_described, find_only_company
from articlekit.attribution.sources.named_people import NamedPeople
from articlekit.attribution.sources.names import acronyms, brand_name, name_key, surname
from articlekit.attribution.sources.pronouns import (
    Position,
    by_likelihood,
    can_have_gender,
    is_passive,
    pronoun_reference,
)
from articlekit.models import Article, SourceKind, Span

NAME_WITH_ACRONYM: Final = re.compile(
    r"(?<![\w'’.&-])((?:[A-Z][\w'’.&-]{0,40} (?:(?:of|the|and|for|on|in) ){0,2}){1,8})\(([A-Z]{2,7})\)"
)
"""A name with its acronym in brackets."""

AGE: Final = re.compile(r"(\d{1,3})-year-old")
"""A head noun that is an age: ``23-year-old``."""

KNIGHT: Final = re.compile(r"(?:Sir|Dame) ([A-Z][\w'’-]*)")
"""*Sir* or *Dame* before a given name alone."""

LONE_SURNAME: Final = re.compile(r"(?!\w*(?:ing|e[rn]s|ans|ists|ences)$)[A-Z][a-z]+(?:[A-Z’'-][A-Za-z]+)*")
"""A single capitalised word that can be a surname: not a word for several people or for an action."""

MAX_RECENT: Final = 300
"""How many of the last mentions of speakers are tried for a description."""

MAX_RECENT_FOR_PRONOUN: Final = 30
"""How many of the last mentions of speakers are tried for a pronoun."""

MAX_RECENT_BEFORE_NAME: Final = 6
"""How many of the last mentions of speakers are searched for the last known person. A new name after that one may be what the pronoun means."""

MAX_LOOK_BACK_CHARS: Final = 400
"""How many characters before a pronoun may be a name that is not yet a source."""


class CoreferenceResolver:
    """Resolves mentions to entities. Mentions must be given in the order of the page."""

    def __init__(self, article: Article, answered: Mapping[Position, ClaimDraft] | None = None) -> None:
        """``answered`` maps the position of a speaker who answers to the claim that is answered."""
        self.article = article
        self.entities: list[Entity] = []
        self._known_by = EntityIndex()
        self._recent: list[Entity] = []
        self._seen: dict[tuple[int, int, str], Entity] = {}
        self._acronyms = dict(_acronyms(article.text))
        self._people = NamedPeople(article.text)
        self._answered = answered or {}

    def resolve(self, mention: Mention, speakers: Sequence[Mention] | None = None) -> Entity:
        """Return the entity that a mention means; a new one if none is known. Pronouns mean only entities that speak.

        ``speakers`` are given for an audience: the people who speak to it, so it cannot be one of them. None: the mention speaks.
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
        if low in PERSONAL_PRONOUNS or low in ("his", "her", "their", "its", "him", "them", "me", "us"):
            return self._pronoun(mention, low, others)
        opens = mention.field == "text" and self._people.has_opening_capital_only(mention.start)
        described = describe_source(text, opens=opens)
        if self._is_known_surname(described):
            described.named, described.role = True, None
        if described.named and described.kind in ("person", "unknown"):
            described.gender = described.gender or self._people.gender_of(described.name)
        found = self._by_given_name(text) or self._find_known(described)
        if found is None:
            found = self._add(self._completed(described))
        else:
            self._merge(found, described)
        return found

    def _is_known_surname(self, described: SourceDescription) -> bool:
        """True if a trade is a surname that the text has in full: ``Cook`` next to ``Tim Cook``."""
        word = described.name
        if described.named or described.kind != "person" or " " in word or not word.istitle():
            return False
        return "surname:" + word.casefold() in self._known_by or self._people.full_name(word.casefold()) is not None

    def _completed(self, described: SourceDescription) -> SourceDescription:
        """Return the description of the full name that the text has for a surname or a company's short name."""
        if not described.named or described.kind not in ("unknown", "person") or " " in described.name:
            return described
        whole = self._people.full_name(name_key(described.name), described.gender)
        if whole is None and not (described.role or described.gender):
            whole = self._people.company_name(name_key(described.name))
        if whole is None:
            return described
        full = describe_source(whole)
        full.alias, full.gender = described.name, full.gender or described.gender
        return full

    def _find_known(self, described: SourceDescription) -> Entity | None:
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
            same = self._known_by.find(letters, described) or find_by_office_acronym(
                described.name, reversed(self._recent[-MAX_RECENT:])
            )
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
        """Return a company by its name without what it does: ``Tarn`` and ``Tarn Foods``, whichever comes first."""
        if (same := self._known_by.find("brand:" + key, described)) is not None:
            return same
        short = brand_name(key) if described.kind == "organization" else ""
        same = self._known_by.find(short, described) if short else None
        return same if same is not None and same.kind in ("organization", "unknown") else None

    def _by_description(self, described: SourceDescription) -> Entity | None:
        if (age := AGE.fullmatch(described.head)) is not None:
            span = self._people.only_of_age(age.group(1))
            return self._find(Mention(*span)) if span is not None else None
        return find_described(described, self._recent[-MAX_RECENT:], self._people) or find_only_company(
            described, self.entities
        )

    def _by_given_name(self, text: str) -> Entity | None:
        """Return the person of a given name: ``Sir Alan`` for Sir Alan Pugh, ``Joe`` if the text has one Joe."""
        knight = KNIGHT.fullmatch(text)
        first = text.casefold()
        if knight is not None:
            span = self._people.only_knight(knight.group(1))
        else:
            known = text.istitle() and given_name_gender(first) != ""
            span = self._people.only_of_given_name(first) if known else None
        return self._find(Mention(*span)) if span is not None else None

    def _add(self, described: SourceDescription) -> Entity:
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
        wanted, gender = pronoun_reference(low)
        asked = self._answered.get(mention.position)
        addressed = [one for one in self._met(asked.audience if asked else ()) if can_have_gender(one, gender)]
        if asked and asked.audience and not addressed:
            asked = None  # ``Holt asked her. He added``: the person who asked goes on.
        barred = [*others, *self._met(asked.sources if asked else ())]
        for entity in (*addressed, *self._candidates(mention, gender, asked)):
            kind: SourceKind = "person" if gender and self._may_be_surname(entity, gender) else entity.kind
            if kind in wanted and entity not in barred and can_have_gender(entity, gender):
                entity.kind, entity.pronoun_gender = kind, entity.pronoun_gender or gender
                return entity
        kind = "person" if gender else "group" if low in ("they", "their", "them", "we", "us") else "unknown"
        entity = Entity(self._text(mention), kind, False, low, gender=gender)
        self.entities.append(entity)
        return entity

    def _met(self, mentions: Iterable[Mention]) -> list[Entity]:
        """Return the entities of the mentions that are resolved already."""
        return [self._seen[one.position] for one in mentions if one.position in self._seen]

    def _candidates(self, mention: Mention, gender: Gender, asked: ClaimDraft | None) -> Iterator[Entity]:
        """Yield the entities that a pronoun may refer to, the likeliest first: the person named right before it, then the last speakers."""
        near = self._nearest_name(mention, gender, asked) if gender else None
        if near is not None:
            yield near
        yield from by_likelihood(list(reversed(self._recent[-MAX_RECENT_FOR_PRONOUN:])), gender)

    def _may_be_surname(self, entity: Entity, gender: Gender) -> bool:
        """True if the last speaker, one capitalised word, can be a person's name: ``Oduya said so. "It is," he added``."""
        lone = entity.kind == "unknown" and entity.named and LONE_SURNAME.fullmatch(entity.name) is not None

        contradicted = given_name_gender(entity.name.casefold()) not in ("", gender) or self._people.is_place(
            entity.name
        )
        return lone and not contradicted and self._recent[-1:] == [entity]

    def _nearest_name(self, mention: Mention, gender: Gender, asked: ClaimDraft | None) -> Entity | None:
        """Return a person named shortly before the pronoun who is not yet a source; it becomes one. None without one.

        A name that opens a sentence after the last mention of a known person wins over that person. So does the person who was asked.
        """
        if mention.field == "title":
            return None
        people = [
            e
            for e in self._recent[-MAX_RECENT_BEFORE_NAME:]
            if (e.kind == "person" or self._may_be_surname(e, gender)) and e.mentions
        ]
        last = max((e.mentions[-1].end for e in people), default=0)
        far = mention.start - last > MAX_LOOK_BACK_CHARS
        if asked is not None and is_passive(asked, self.article.text):
            last = min(last, asked.sentence[0])
        for start, name in self._people.named_before(max(last, mention.start - MAX_LOOK_BACK_CHARS), mention.start):
            if not (far or self._people.opens_sentence(start)):
                return None
            described = describe_source(name)
            if (described.gender or self._people.gender_of(described.name) or gender) == gender:
                return self.resolve(Mention(start, start + len(name)))
        return None


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Yield acronyms in brackets, each with the name before it that it stands for."""
    for found in NAME_WITH_ACRONYM.finditer(text):
        words = found.group(1).split()
        for start in range(len(words) - 1, -1, -1):
            if found.group(2) in acronyms(" ".join(words[start:])):
                yield found.group(2), " ".join(words[start:])
                break


def _is_fuller(name: str, known: str) -> bool:
    """True if ``name`` has more words than ``known``, or ``known`` is its acronym."""
    return len(name.split()) > len(known.split()) or known.replace(".", "") in acronyms(name)
