"""Names of people and news agencies as bylines and credits write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

AGENCIES = frozenset(
    name.casefold()
    for name in (
        "AAP", "AFP", "Agence France-Presse", "ANI", "ANSA", "AP", "Associated Press", "The Associated Press", "Bloomberg",
        "Bloomberg News", "The Canadian Press", "Canadian Press", "CNN", "CNN Wire", "dpa", "Deutsche Presse-Agentur", "EFE",
        "Getty Images", "IANS", "Interfax", "Kyodo", "Kyodo News", "PA", "PA Media", "Press Association", "PTI", "Reuters",
        "RIA Novosti", "TASS", "Thomson Reuters", "UPI", "United Press International", "Xinhua", "Yonhap", "Anadolu Agency",
        "Ukrinform", "Belga", "Lusa", "NTB", "Ritzau", "TT", "APA", "ATS", "Keystone-SDA", "CP", "NZPA", "Antara", "Bernama",
    )
)  # fmt: skip
"""News agencies that sign copy and pictures, case folded."""

_BODIES = re.compile(
    r"\b(?:staff|desk|team|newsroom|agency|agencies|bureau|board|service|services|news|press|wire|wires|reporters"
    r"|correspondents|editors|media|network|times|post|courier|herald|tribune|gazette|journal|magazine|editorial"
    r"|clinic|hospital|university|college|institute|association|foundation|society|council|committee|ministry|department)\b",
    re.IGNORECASE,
)
_ROLES = re.compile(
    r"\b(?:(?:reporter|writer|editor|correspondent|columnist|contributor|photographer|producer|journalist|analyst|critic"
    r"|fellow|intern|author|professor|director)s?|chief|staff|special to|for the|of the|advocacy|freelance)\b",
    re.IGNORECASE,
)
_WRITERS = r"(?:reporter|writer|correspondent|columnist|contributor|journalist)s?"
_BEAT = (
    r"(?:own|special|staff|senior|chief|guest|foreign|political|diplomatic|sports?|crime|court|business|city|local|night|wire"
    r"|freelance|contributing)"
)
_FUNCTION = re.compile(
    rf"(?:an?\s|the\s|our\s(?:[\w-]+\s){{0,3}})?(?:{_BEAT}\s){{0,3}}{_WRITERS}(?:(?:\sin|,)\s(?:[^\W\d]|[ .,'’-]){{2,60}})?",
    re.IGNORECASE,
)
_WRITER = re.compile(rf"\b(?:editor|{_WRITERS})$", re.IGNORECASE)
_TITLE = re.compile(
    rf"\s(?:(?:AP|AFP|PA|Reuters|Associated\sPress)\s)?(?:{_BEAT}\s){{0,3}}{_WRITERS}$|\s(?:AP|AFP|Reuters|Associated\sPress)$",
    re.IGNORECASE,
)
"""A writer's function, or the agency, right behind the name."""
_SECTION = re.compile(
    r"\b(?:world|politics|business|opinion|analysis|sports?|culture|climate|health|science|technology|tech|travel|weather"
    r"|markets?|economy|education|environment|arts|lifestyle|entertainment|money|local|national|international|breaking|top"
    r"|latest|live|middle|africa|america|asia|europe|kingdom|states|city|county|features?|explainers?)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|noon|midnight)\b", re.IGNORECASE
)
_WORD = r"(?:[^\W\d_a-z][\w'’.]*(?:-\w[\w'’.]*)*)"
_PARTICLE = r"(?:al|bin|bint|da|das|de|del|den|der|des|di|do|dos|du|el|la|le|ten|ter|van|von|y|zu)"
_PARTICLES = frozenset("фон де ди да дель дер ван аль эль бин ибн ле ла του της".split())
_PERSON = re.compile(rf"{_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_WORD}){{1,4}}")
_LIST = re.compile(r"\s*(?:,\s*and\s|,|;|\sand\s|\s&\s|\swith\s)\s*")
_PLACE = re.compile(r"\s+in\s+.{2,60}$")


def is_agency(words: str) -> bool:
    """Whether ``words`` is a news agency's name."""
    return words.casefold() in AGENCIES


@lru_cache(maxsize=256)  # Markup and bylines give the same few names, and every rule asks.
def is_person(words: str) -> bool:
    """Whether ``words`` has the shape of a person's full name: two to five words, each with a capital."""
    if _PERSON.fullmatch(words) is None or _BODIES.search(words) or _CALENDAR.search(words):
        return False
    return not (is_agency(words) or any(map(_is_small, words.split())))


def _is_small(word: str) -> bool:
    """Whether a word of a script with capitals has none, and is no particle of names."""
    return word[0].islower() and not (word[0].isascii() or word in _PARTICLES)


def is_organization(words: str) -> bool:
    """Whether ``words`` names an agency, a desk or a paper that signs copy."""
    return is_agency(words) or (words[:1].isupper() and len(words.split()) <= 6 and _BODIES.search(words) is not None)


def has_job_title(words: str) -> bool:
    """Whether ``words`` is a function (``Political Editor``) and no name."""
    return _ROLES.search(words) is not None


def ends_in_writer_title(words: str) -> bool:
    """Whether ``words`` say that somebody writes for a paper: ``Political Correspondent``."""
    return _WRITER.search(words) is not None


def is_unnamed_writer(words: str) -> bool:
    """Whether ``words`` is all that stands for an unnamed writer: ``Our own correspondent``, ``Staff Reporter``."""
    return _FUNCTION.fullmatch(words) is not None


def is_name_list(words: str) -> bool:
    """Whether ``words`` are the full names of people, roles beside them, and nothing else; no section of a paper."""
    return _SECTION.search(words) is None and all(map(is_person, read_name_list(words) or ("",)))


@lru_cache(maxsize=128)
def without_job_title(name: str) -> str:
    """A person's name without the function that stands right behind it.

    >>> without_job_title("Ada Quill AP Sports Writer"), without_job_title("Guest Writer")
    ('Ada Quill', 'Guest Writer')
    """
    person = _TITLE.sub("", name)
    clear = is_person(person) and not has_job_title(person) and not is_agency(person.partition(" ")[0])
    return person if clear else name


def split_name_list(words: str) -> list[str]:
    """The names in a list of names: ``A, B and C`` → three. A place after ``in`` and a function behind a name are dropped."""
    parts = (without_job_title(_PLACE.sub("", part.strip(" ."))) for part in _LIST.split(words))
    return [part for part in parts if part]


def read_name_list(words: str) -> list[str] | None:
    """The people and agencies in a list that holds nothing else but their roles. None where anything else is in it."""
    names = list(_names(split_name_list(words)))
    return None if not names or None in names else [name for name in names if name]


def _names(parts: list[str]) -> Iterator[str | None]:
    for number, part in enumerate(parts):
        if is_unnamed_writer(part) or (number and has_job_title(part)):
            continue
        yield part if is_person(part) or is_organization(part) or part in ("agencies", "staff", "wires") else None
