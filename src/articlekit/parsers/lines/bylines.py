"""The names in a byline: lists of names with labels, degrees, job titles, places and dates among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from articlekit.dates import is_date_word
from articlekit.models import Author
from articlekit.parsers.lines.byline_labels import split_byline_label, split_photo_credit
from articlekit.parsers.lines.date_labels import is_date_label, without_final_date_label
from articlekit.parsers.lines.names import (
    has_job_title,
    is_agency,
    is_organization,
    is_person,
    is_unnamed_writer,
    read_name_list,
    without_job_title,
)
from articlekit.parsers.lines.reading_times import has_reading_time_label

MAX_BYLINE_CHARS = 160
"""Characters of a line that can still be a byline."""
MAX_NAME_LIST_CHARS = 1000
"""Characters of a list of names in metadata."""
MAX_NAME_CHARS = 80
"""Characters of a name."""
MAX_NAME_WORDS = 6
"""Words of a name in metadata."""
MAX_UNCASED_NAME_CHARS = 24
"""Characters of a name in a script without capitals: a longer run of words is a sentence."""
MAX_PEN_NAME_CHARS = 30
"""Characters of a pen name, a desk or a company."""
MAX_PEN_NAME_WORDS = 4
"""Words of a pen name, a desk or a company."""

_EDGES = " .,;:-–—／（）()[]【】"
"""Characters around the names in a byline."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_TIME = re.compile(
    rf"\b(?:19|20)\d\d\b|\b{_MONTH}\s\d|\bmin(?:ute)?s?\b|\bago\b|\b(?:updated|published|posted)\b", re.IGNORECASE
)
_TIME_OR_COUNT = re.compile(r"\d[\d:.]{0,6}(?:\s\w+)?|\w+\s\(?\d+\)?")
"""A time of day, or a number of comments."""
_MISSING_BREAK = re.compile(
    rf"(?<=[a-z\d])(?=(?:Updated|Published|Last|Posted|Written|Reviewed|Follow|Founder|Senior|Editor)\b)|(?<=20\d\d)(?=[A-Z][a-z])|(?<=[a-z])(?={_MONTH}\s\d)"
    rf"|\s(?=(?:Published|Updated|Posted)\b)|(?<=\d)\s(?=(?:[Bb]y|par|por|von|di|da|door|av|af|przez)\s[^\W\d_a-z])|(?<=\d{{4}})\s(?=[A-Z])|\s(?={_MONTH}\s\d)|(?<=Author)(?=[A-Z])"
)
"""The place where two statements meet without a mark between them, because the page separates them by style alone."""
_MAY_MISS_BREAK = re.compile(r"\d|Updated|Published|Last|Posted|Written|Reviewed|Follow|Founder|Senior|Editor|Author")
"""A line without any of these has no missing break, and the search for breaks is slow."""
_STATEMENT_SEPARATOR = re.compile(r"\s?[|•·●⋅◆∙\n\t]\s?|\s[–—-]\s")
_AFTER_NAME = re.compile(
    r",?\s(?:on\sbehalf|(?:in|on|for|from|at|@)\s).{0,100}$|[,\s]{0,2}(?:on\s)?\d[\d/.:-]{3,}.{0,60}$|\s\d.{0,60}$|\s(?:on|in|at)$"
    r"|[／/][\u4e00-\u9fff]{1,6}(?:报道|報導|報道|[电電讯訊])$"
)
"""Place, newspaper or date after a name."""
_PLACE_AFTER_EACH_NAME = re.compile(
    r"\s(?:in|en|à|aus)\s[^\W\d_a-z][^,;|\d]{1,40}?(?=(?:,\s|\s)(?:and|und|et|y|e|og|och|&)\s|$)"
)
"""The place of a writer, after each name of a list."""
OTHER_CONTRIBUTORS = re.compile(
    r"(?:[,;|]?\s(?:(?:medically\s)?reviewed|updated|edited|(?:fact-)?checked|translated|produced|illustrated)\sby"
    r"|(?:,|\s[/|–—-])?\sspecial\s(?:to|for)|(?:,|\s[/|–—-])\sfor\sthe)\s.{2,80}$",
    re.IGNORECASE,
)
"""What people other than the writers did, after the writers' names, and the newspaper that the writers wrote for."""
_CHINESE_STATEMENT = re.compile(r"\s(?=[\u4e00-\u9fff]{2,4}[:：])")
"""The start of the next statement of a line in Chinese."""
_KOREAN_NAMES = re.compile(
    r"([가-힣]{2,4})\s?[·ㆍ]\s?(?=(?:[가-힣]{2,4}\s?[·ㆍ]\s?){0,3}[가-힣]{2,4}\s?[가-힣]{0,6}기자(?![가-힣]))"
)
"""A Korean name in a list that ends in one *reporter*."""
_KOREAN_PLACE = re.compile(r"\s?=\s?[가-힣]{1,8}$")
"""The place of a Korean writer, after the name."""
_CHINESE_REPORTER = re.compile(r"(?<=[记記]者)(?=[\u4e00-\u9fff]{2,4}[／/])")
"""The boundary of *reporter* and the name in Chinese."""
_EMAIL = re.compile(r"\s?[(<\[]?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}[)>\]]?\s?$")
"""The writer's e-mail address after a name."""
_AND_STAFF = re.compile(r"\s(?:and|&)\s(?:staff|agencies|wires|wire\s(?:reports|services))$", re.IGNORECASE)
"""Contributors without a name."""
_HANDLE = re.compile(r"(?<=[\w.])\s?[(\[]?(?<![\w.])@\w{2,30}[)\]]?(?=\s|$)")
"""The writer's account on a network after a name."""
_ARABIC_WROTE = re.compile(r"^كتبت?\s")
"""*Wrote*, before a name in Arabic."""
_PLACE_AT_END = re.compile(r"\sin\s[^\W\d_a-z][^,;|\d]{2,40}$")
"""The place of a writer, after the name."""
_SURNAME_FIRST = re.compile(
    r"((?:[a-z]{2,3}\s){0,2}[^\W\d_a-z][\w'’-]{1,30}), ([^\W\d_a-z][\w'’-]{1,30}(?:\s[A-Z]\.?)?)"
)
"""A name with the surname first."""
_DIGIT = re.compile(r"\d")
_COLON = re.compile(r"[:：]")
_BRACKET = re.compile(r"\s?[(\[][^()\[\]]{0,60}[)\]]")
_SOUTH_ASIAN_PLACE = re.compile(
    r"([\u0600-\u06ff\u0900-\u0dff\u200c\u200d.]{2,20}(?:\s[\u0600-\u06ff\u0900-\u0dff\u200c\u200d.]{1,20}){1,4})\s?[,،]\s"
    r"(?:(?:नई|नयी|न्यू|नवी|ग्रेटर|নয়া|নতুন|نئی|نیو)\s)?[^\s\d,،]{2,20}(?:\s(?:प्रदेश|আবাদ|آباد))?"
)
"""A full name and a place, as newspapers of South Asia and Arab countries sign. A second writer would have two names as well."""
_NAME_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|og|och|en)\s|[,;|/／、・•·،]|\s(?:and|und|et|&|with|mit|avec|con|com)\s)\s*"
)
_WEAK_SEPARATOR = re.compile(r"\s(?:y|e|i|og|och|en|и|ja|a|और|एवं|ও|এবং|اور)\s")
"""Words that join two names, but are also part of names: *Ortega y Gasset*."""
_DASH = re.compile(r"\s[–—-]\s")
_BAR = re.compile(r"\s[/|]\s")
_TWO_FIRST_NAMES = re.compile(r"[A-Z][a-z]+\s(?:and|&|und|et|y)\s[A-Z][a-z]+")
"""Two first names, as couples sign: *Ada and Tom*."""
_DEGREE = re.compile(
    r"(?:[A-Z]\.?){2,5}(?:-[A-Z]{1,3})?|Ph\.?\s?D\.?|Ed\.?D\.?|Psy\.?D\.?|Jr\.?|Sr\.?|Esq\.?|MPhil|MSc|BSc|PharmD|DrPH"
)
_JOB_TITLE = re.compile(
    r"^(?:head|chief|lead|senior|deputy|vice)\s|\b(?:expert|coordinator|director|manager|specialist|strategist|founder|co-founder|ceo|cto|cmo|president|consultant|engineer|dietitian"
    r"|nutritionist|assistant|associate|head of|lead|officer|coach|contributor|redakteur(?:in)?|korrespondent(?:in)?|researcher|analyst"
    r"|attorney)\b",
    re.IGNORECASE,
)
_NOT_A_FIRST_WORD = re.compile(
    r"(?:the|a|an|in|on|my|our|your|how|what|why|all|die|der|das|le|la|les|el|los|related|table|kritik|portr[äa]i?t)\s",
    re.IGNORECASE,
)
"""First words of headings that have the shape of a name."""
_NOT_A_LAST_WORD = re.compile(
    r"\b(?:cent(?:er|re)|guide|list|newsletter|podcast|program(?:me)?|products?|resources?|schedule|store|topics?)$",
    re.IGNORECASE,
)
"""Last words of the names of things."""
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|\w:\s|\d{2}|\.(?:com|org|net)$|^[a-z]+(?:[._][a-z]+)+$|\b(?:facebook|twitter|linkedin|instagram)\b"
    r"|\b(?:updated|modified|published|posted|comments?|minutes?|cookies?|reviewed|edited)\b"
    r"|^(?:read|reading|more|about|share|photos?|image|get|show|follow)\b"
    r"|^(?:admin(?:istrator)?|editors?|user|guest|root|webmaster|anonymous|none|null|unknown|undefined|n/?a|team|test|wordpress|contributor"
    r"|(?:the|by)?\s?authors?(?:\sspotlight)?|written by|posted by|posts|follow|subscribe|copy link|home|blog|news"
    r"|(?:jan|febr)uary|feb|oct|nov|dec|sept|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W*)$",
    re.IGNORECASE,
)
"""What content management systems and pages put in place of a name."""


def read_metadata_names(words: str) -> list[str]:
    """Return the names in a byline from metadata, without label, brackets, degrees and job titles.

    >>> read_metadata_names("By Ada Quill (aq), PhD and Tom Reed")
    ['Ada Quill', 'Tom Reed']
    """
    text = _without_label_and_brackets(words) if len(words) <= MAX_NAME_LIST_CHARS and "www." not in words else ""
    if not text or _NOT_A_NAME.search(text):
        return []
    if names := _surnames_last(text):
        return names
    first = _DASH.split(text, maxsplit=1)[0]
    text = _without_newspapers(first if is_author_name(first) else text)
    parts = list(map(_without_place, _split_names(text)))
    if len(parts) > 1 and not _TWO_FIRST_NAMES.fullmatch(text) and not all(map(_may_be_name, parts)):
        parts = list(filter(_may_be_name, parts)) or [text]
    return [part for part in parts if part and len(part) <= MAX_NAME_CHARS]


def _without_label_and_brackets(words: str) -> str:
    """Return a byline from metadata without label, e-mail address and brackets."""
    names = split_byline_label(OTHER_CONTRIBUTORS.sub("", _EMAIL.sub("", words)))[1]
    return _without_south_asian_place(_ARABIC_WROTE.sub("", _BRACKET.sub("", names).strip(_EDGES)))


def _without_south_asian_place(words: str) -> str:
    """Return a name in a script without capitals, without the place after it."""
    name_and_place = None if words.isascii() else _SOUTH_ASIAN_PLACE.fullmatch(words)
    return name_and_place[1] if name_and_place else words


def _without_newspapers(text: str) -> str:
    """Return a name without newspapers after bars: ``Ada Quill / The Courier``. An agency counts as a writer and stays."""
    name, *others = _BAR.split(text)
    only_newspapers = all(
        other.startswith("The ") or (is_organization(other) and not is_agency(other)) for other in others
    )
    return name if others and only_newspapers and is_author_name(name) else text


def _surnames_last(text: str) -> list[str]:
    """Return the names in ``Quill, Ada; Reed, Tom`` with the surnames last. Empty if any part may not be a name."""
    found = [_SURNAME_FIRST.fullmatch(part.strip()) for part in text.split(";")]
    names = [(match[2], match[1]) for match in found if match]
    has_other = any(
        is_agency(part) or has_job_title(part) or _DEGREE.fullmatch(part) for name in names for part in name
    )
    return [] if has_other or len(names) < len(found) else [" ".join(name) for name in names]


def _without_place(name: str) -> str:
    """Return a person's name without the place after it: ``Ada Quill in Marrow Bay``."""
    person = without_job_title(_PLACE_AT_END.sub("", name))
    return person if is_person(person) else name


def read_signed_names(words: str) -> list[str]:
    """Return the people and agencies in a list of names, degrees and job titles. Empty if the list holds anything else.

    >>> read_signed_names("Ada Quill, Political Editor"), read_signed_names("Marrow Bay, where it rained")
    (['Ada Quill'], [])
    """
    text = _ARABIC_WROTE.sub("", _BRACKET.sub("", words).strip(_EDGES))
    text = _AND_STAFF.sub("", text)
    if "," not in text and (has_job_title(bare := without_job_title(text)) or _JOB_TITLE.search(bare)):
        return []
    people: list[str] = []
    for part in _split_names(text) if text and len(text) <= MAX_BYLINE_CHARS else ():
        if is_author_name(name := without_job_title(part)):
            people.append(name)
        elif part and not (people and _describes_writer(part)):
            return []
    return people


def _describes_writer(part: str) -> bool:
    """True if a part of a list is a degree, a job title or a newspaper, as they come after a writer's name."""
    return bool(_DEGREE.fullmatch(part) or has_job_title(part) or _JOB_TITLE.search(part) or is_organization(part))


def _split_names(text: str) -> Iterator[str]:
    """Yield the parts of a list of names."""
    for part in _NAME_SEPARATOR.split(text):
        halves = _WEAK_SEPARATOR.split(part)
        are_full_names = all(len(half.split()) > 1 for half in halves)
        yield from (half.strip(" .") for half in (halves if are_full_names else [part]))


def read_leading_names(words: str) -> list[str]:
    """Return the names at the start of a list of names, whatever follows after the first comma.

    >>> read_leading_names("Ada Quill and Tom Reed, Marrow Bay")
    ['Ada Quill', 'Tom Reed']
    """
    return read_signed_names(words.partition(",")[0])


@lru_cache(maxsize=128)
def is_author_name(words: str) -> bool:
    """True if ``words`` has the shape of a person's or an agency's name, in any script."""
    if is_agency(words):
        return True
    if _DEGREE.fullmatch(words) or is_date_label(words) or has_reading_time_label(words):
        return False
    has_shape = (is_person(words) or _is_uncased_name(words)) and not (
        _NOT_A_FIRST_WORD.match(words) or _NOT_A_LAST_WORD.search(words)
    )
    return has_shape and not (_NOT_A_NAME.search(words) or has_job_title(words) or _JOB_TITLE.search(words))


def _is_uncased_name(words: str) -> bool:
    """True if ``words`` can be a name in a script without capitals."""
    has_case = words[:1].isupper() or words[:1].islower()
    return (
        1 < len(words) <= MAX_UNCASED_NAME_CHARS
        and words[0].isalpha()
        and not has_case
        and words.isprintable()
        and not _COLON.search(words)
    )


def is_pen_name(words: str) -> bool:
    """True if ``words`` after the label of a byline are short enough to be a pen name, a desk or a company."""
    is_short = 2 < len(words) <= MAX_PEN_NAME_CHARS and len(words.split()) <= MAX_PEN_NAME_WORDS
    if not is_short or is_unnamed_writer(words) or "," in words or words.endswith((".", "!", "?")):
        return False
    return not (_NOT_A_NAME.search(words) or is_date_label(words) or has_reading_time_label(words))


def _may_be_name(part: str) -> bool:
    """True if a part of a list can be a name: not a degree or a job title, and in lower case only if it is an agency."""
    if not part or _NOT_A_NAME.search(part):
        return False
    if is_agency(part):
        return True
    has_shape = 1 < len(part.split()) <= MAX_NAME_WORDS and (part[0].isupper() or not part[0].isascii())
    return has_shape and not (_DEGREE.fullmatch(part) or has_job_title(part) or _JOB_TITLE.search(part))


@lru_cache(maxsize=256)  # Many rules look at the same lines near the headline.
def split_byline(line: str) -> tuple[tuple[bool, str], ...]:
    """Return the statements of a line: whether each has a byline label, and its words without label, place and date."""
    return tuple(_iter_statements(line))


def _iter_statements(line: str) -> Iterator[tuple[bool, str]]:
    line = _MISSING_BREAK.sub("\n", line) if _MAY_MISS_BREAK.search(line) else line
    if not line.isascii():
        line = _CHINESE_REPORTER.sub(
            "：", _CHINESE_STATEMENT.sub("\n", _KOREAN_PLACE.sub("", _KOREAN_NAMES.sub(r"\1 기자\n", line)))
        )
    for statement in _STATEMENT_SEPARATOR.split(line):
        if statement.strip():
            is_labelled, words = split_byline_label(
                _EMAIL.sub("", _HANDLE.sub("", statement)) if "@" in statement else statement
            )
            yield is_labelled, _without_context(words)


def _without_context(words: str) -> str:
    """Return the names of a statement without place, newspaper and date after them, and without other contributors."""
    words = _without_south_asian_place(OTHER_CONTRIBUTORS.sub("", words))
    placeless = _PLACE_AFTER_EACH_NAME.sub("", words)
    if placeless != words and len(read_signed_names(placeless)) > 1:
        return placeless
    named = _AFTER_NAME.sub("", words)
    return _without_date_label(named) if _DIGIT.search(words, len(named)) else named


def _without_date_label(words: str) -> str:
    """Return the words before a date without the label of the date, and without its weekday after a full name."""
    words = without_final_date_label(words)
    name, _, last = words.rstrip(" ,،").rpartition(" ")
    return name.rstrip(" ,،") if " " in name and is_date_word(last) else words


def has_time(line: str) -> bool:
    """True if a line contains a date, a relative time or a reading time."""
    return _TIME.search(line) is not None


def count_other_chars(line: str) -> int:
    """Return the number of characters of a line without names, dates, reading times, places and labels."""
    return sum(
        len(words)
        for _, words in split_byline(line)
        if not (_TIME.search(words) or _TIME_OR_COUNT.fullmatch(words) or read_signed_names(words))
    )


def read_photographers(line: str) -> list[str]:
    """Return the photographers in a byline that names the writers before them and nothing else."""
    words, photo_credit = split_photo_credit(line) if len(line) <= MAX_BYLINE_CHARS else (line, "")
    is_labelled, writers = split_byline_label(words)
    return read_signed_names(photo_credit) if photo_credit and is_labelled and read_signed_names(writers) else []


BYLINE_START = re.compile(r"(?:(?:written|story|words|text|report(?:ed)?)\s+)?by:?\s+", re.IGNORECASE)
"""The start of an English byline."""
_AFTER_BYLINE = re.compile(r"(?:\s+(?:for|of)\s+(?:the\s+)?|\s*[|•·/]\s*|\s+[–—-]\s+|\n).*", re.IGNORECASE | re.DOTALL)


def read_by_line(text: str) -> list[str] | None:
    """Return the names in a byline that begins with ``By``, without photographers. None if the line is not a byline."""
    text = split_photo_credit(text)[0] if read_photographers(text) else text
    match = BYLINE_START.match(text) if len(text) <= MAX_BYLINE_CHARS else None
    if match is None or is_unnamed_writer(text[match.end() :]):
        return None
    return read_name_list(_AFTER_BYLINE.sub("", text[match.end() :].strip(" .")))


def make_author(name: str, url: str | None = None) -> Author:
    """Return ``name`` as an author whose kind follows from the shape of the name."""
    if is_person(name):
        return Author(name=name, kind="person", url=url)
    return Author(name=name, kind="organization" if is_organization(name) else "unknown", url=url)
