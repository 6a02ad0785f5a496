"""Names of people and news agencies, as bylines and credits write them."""

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
"""Names of news agencies that sign copy and pictures, casefolded."""

_ORGANIZATION_WORD = re.compile(
    r"\b(?:staff|desk|team|newsroom|agency|agencies|bureau|board|service|services|news|press|wire|wires|reporters"
    r"|correspondents|editors|media|network|times|post|courier|herald|tribune|gazette|journal|magazine|editorial"
    r"|clinic|hospital|university|college|institute|association|foundation|society|council|committee|ministry|department)\b",
    re.IGNORECASE,
)
_JOB_TITLE_WORD = re.compile(
    r"\b(?:(?:reporter|writer|editor|correspondent|columnist|contributor|photographer|producer|journalist|analyst|critic"
    r"|fellow|intern|author|professor|director)s?|chief|staff|special to|for the|of the|advocacy|freelance)\b",
    re.IGNORECASE,
)
_WRITER_TITLES = r"(?:reporter|writer|correspondent|columnist|contributor|journalist)s?"
_RANK_OR_BEAT = (
    r"(?:own|special|staff|senior|chief|guest|foreign|political|diplomatic|sports?|crime|court|business|city|local|night|wire"
    r"|freelance|contributing)"
)
_UNNAMED_WRITER = re.compile(
    rf"(?:an?\s|the\s|our\s(?:[\w-]+\s){{0,3}})?(?:{_RANK_OR_BEAT}\s){{0,3}}{_WRITER_TITLES}(?:(?:\sin|,)\s(?:[^\W\d]|[ .,'’-]){{2,60}})?",
    re.IGNORECASE,
)
_WRITER_TITLE_END = re.compile(rf"\b(?:editor|{_WRITER_TITLES})$", re.IGNORECASE)
_TITLE_AFTER_NAME = re.compile(
    rf"\s(?:(?:AP|AFP|PA|Reuters|Associated\sPress)\s)?(?:{_RANK_OR_BEAT}\s){{0,3}}{_WRITER_TITLES}$|\s(?:AP|AFP|Reuters|Associated\sPress)$",
    re.IGNORECASE,
)
"""A writer's job title, or the agency, directly after the name."""
_SECTION_WORD = re.compile(
    r"\b(?:world|politics|business|opinion|analysis|sports?|culture|climate|health|science|technology|tech|travel|weather"
    r"|markets?|economy|education|environment|arts|lifestyle|entertainment|money|local|national|international|breaking|top"
    r"|latest|live|middle|africa|america|asia|europe|kingdom|states|city|county|features?|explainers?)\b",
    re.IGNORECASE,
)
_CALENDAR_WORD = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|noon|midnight)\b", re.IGNORECASE
)
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.]*(?:-\w[\w'’.]*)*)"
_LATIN_PARTICLE = r"(?:al|bin|bint|da|das|de|del|den|der|des|di|do|dos|du|el|la|le|ten|ter|van|von|y|zu)"
_OTHER_PARTICLES = frozenset("фон де ди да дель дер ван аль эль бин ибн ле ла του της".split())
_PERSON = re.compile(rf"{_NAME_WORD}(?:\s(?:{_LATIN_PARTICLE}\s){{0,2}}{_NAME_WORD}){{1,4}}")
_LIST_SEPARATOR = re.compile(r"\s*(?:,\s*and\s|,|;|\sand\s|\s&\s|\swith\s)\s*")
_PLACE_AFTER_NAME = re.compile(r"\s+in\s+.{2,60}$")


def is_agency(words: str) -> bool:
    """True if ``words`` is the name of a news agency."""
    return words.casefold() in AGENCIES


@lru_cache(maxsize=256)  # Markup and bylines repeat the same few names, and many rules test them.
def is_person(words: str) -> bool:
    """True if ``words`` has the shape of a person's full name: two to five capitalized words."""
    if _PERSON.fullmatch(words) is None or _ORGANIZATION_WORD.search(words) or _CALENDAR_WORD.search(words):
        return False
    return not (is_agency(words) or any(map(_is_lowercase_word, words.split())))


def _is_lowercase_word(word: str) -> bool:
    """True if a word in a script other than Latin starts with a lower-case letter and is not a particle of names."""
    return word[0].islower() and not (word[0].isascii() or word in _OTHER_PARTICLES)


def is_organization(words: str) -> bool:
    """True if ``words`` names an agency, a desk, a newspaper or another organization that signs copy."""
    return is_agency(words) or (
        words[:1].isupper() and len(words.split()) <= 6 and _ORGANIZATION_WORD.search(words) is not None
    )


def has_job_title(words: str) -> bool:
    """True if ``words`` contains a job title (``Political Editor``)."""
    return _JOB_TITLE_WORD.search(words) is not None


def ends_in_writer_title(words: str) -> bool:
    """True if ``words`` end in the job title of a writer or editor: ``Political Correspondent``."""
    return _WRITER_TITLE_END.search(words) is not None


def is_unnamed_writer(words: str) -> bool:
    """True if ``words`` stand for a writer who is not named: ``Our own correspondent``, ``Staff Reporter``."""
    return _UNNAMED_WRITER.fullmatch(words) is not None


def is_name_list(words: str) -> bool:
    """True if ``words`` hold the full names of people, with or without job titles, and nothing else.

    False if a word names a section of a newspaper: ``World Politics`` has the shape of a name.
    """
    return _SECTION_WORD.search(words) is None and all(map(is_person, read_name_list(words) or ("",)))


@lru_cache(maxsize=128)
def without_job_title(name: str) -> str:
    """Return a person's name without the job title directly after it.

    >>> without_job_title("Ada Quill AP Sports Writer"), without_job_title("Guest Writer")
    ('Ada Quill', 'Guest Writer')
    """
    person = _TITLE_AFTER_NAME.sub("", name)
    is_clear = is_person(person) and not has_job_title(person) and not is_agency(person.partition(" ")[0])
    return person if is_clear else name


def split_name_list(words: str) -> list[str]:
    """Return the names in a list of names, without a place after ``in`` and without job titles after a name.

    >>> split_name_list("Ada Quill in Marrow Bay, Tom Reed and Reuters")
    ['Ada Quill', 'Tom Reed', 'Reuters']
    """
    parts = (without_job_title(_PLACE_AFTER_NAME.sub("", part.strip(" ."))) for part in _LIST_SEPARATOR.split(words))
    return [part for part in parts if part]


def read_name_list(words: str) -> list[str] | None:
    """Return the people and organizations in a list of names and job titles. None if the list holds anything else."""
    names = list(_iter_names(split_name_list(words)))
    return None if not names or None in names else [name for name in names if name]


def _iter_names(parts: list[str]) -> Iterator[str | None]:
    """Yield the name in each part that is not a job title; None for a part that is neither."""
    for index, part in enumerate(parts):
        if is_unnamed_writer(part) or (index and has_job_title(part)):
            continue
        yield part if is_person(part) or is_organization(part) or part in ("agencies", "staff", "wires") else None
