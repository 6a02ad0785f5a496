"""Names as web pages sign their stories: lists with labels, degrees, functions and dates among them."""

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
"""Characters of a stated list of names."""
MAX_NAME_CHARS = 80
"""Characters of a name."""

_EDGES = " .,;:-–—／（）()[]【】"
"""What stands around names in a byline."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_TIME = re.compile(
    rf"\b(?:19|20)\d\d\b|\b{_MONTH}\s\d|\bmin(?:ute)?s?\b|\bago\b|\b(?:updated|published|posted)\b", re.IGNORECASE
)
_COUNTED = re.compile(r"\d[\d:.]{0,6}(?:\s\w+)?|\w+\s\(?\d+\)?")
"""A time of day, or how many comments there are."""
_SEAM = re.compile(
    rf"(?<=[a-z\d])(?=(?:Updated|Published|Last|Posted|Written|Reviewed|Follow|Founder|Senior|Editor)\b)|(?<=20\d\d)(?=[A-Z][a-z])|(?<=[a-z])(?={_MONTH}\s\d)"
    rf"|\s(?=(?:Published|Updated|Posted)\b)|(?<=\d)\s(?=(?:[Bb]y|par|por|von|di|da|door|av|af|przez)\s[^\W\d_a-z])|(?<=\d{{4}})\s(?=[A-Z])|\s(?={_MONTH}\s\d)|(?<=Author)(?=[A-Z])"
)
"""Where two statements meet in a line without a mark between them, as they do where the page sets them apart by looks alone."""
_MAY_HAVE_SEAM = re.compile(r"\d|Updated|Published|Last|Posted|Written|Reviewed|Follow|Founder|Senior|Editor|Author")
"""Without any of these a line has no seam, and seams take long to look for."""
_PIECE = re.compile(r"\s?[|•·●⋅◆∙\n\t]\s?|\s[–—-]\s")
_TAIL = re.compile(
    r",?\s(?:on\sbehalf|(?:in|on|for|from|at|@)\s).{0,100}$|[,\s]{0,2}(?:on\s)?\d[\d/.:-]{3,}.{0,60}$|\s\d.{0,60}$|\s(?:on|in|at)$"
    r"|[／/][\u4e00-\u9fff]{1,6}(?:报道|報導|報道|[电電讯訊])$"
)
"""Place, paper or date behind a name."""
_PLACES = re.compile(r"\s(?:in|en|à|aus)\s[^\W\d_a-z][^,;|\d]{1,40}?(?=(?:,\s|\s)(?:and|und|et|y|e|og|och|&)\s|$)")
"""Where a writer is, behind each name of a list."""
OTHER_CONTRIBUTORS = re.compile(
    r"(?:[,;|]?\s(?:(?:medically\s)?reviewed|updated|edited|(?:fact-)?checked|translated|produced|illustrated)\sby"
    r"|(?:,|\s[/|–—-])?\sspecial\s(?:to|for)|(?:,|\s[/|–—-])\sfor\sthe)\s.{2,80}$",
    re.IGNORECASE,
)
"""What others than the writers did, behind their names, and the paper that they wrote for."""
_HAN = re.compile(r"\s(?=[\u4e00-\u9fff]{2,4}[:：])")
"""Where the next statement of a line in Chinese begins."""
_KOREAN_NAMES = re.compile(
    r"([가-힣]{2,4})\s?[·ㆍ]\s?(?=(?:[가-힣]{2,4}\s?[·ㆍ]\s?){0,3}[가-힣]{2,4}\s?[가-힣]{0,6}기자(?![가-힣]))"
)
"""A Korean name in a list that one ``reporter`` ends."""
_KOREAN_PLACE = re.compile(r"\s?=\s?[가-힣]{1,8}$")
"""Where a Korean writer is, behind the name."""
_HAN_REPORTER = re.compile(r"(?<=[记記]者)(?=[\u4e00-\u9fff]{2,4}[／/])")
"""Where ``reporter`` and the name run together."""
_MAIL = re.compile(r"\s?[(<\[]?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}[)>\]]?\s?$")
"""The writer's address behind a name."""
_AND_STAFF = re.compile(r"\s(?:and|&)\s(?:staff|agencies|wires|wire\s(?:reports|services))$", re.IGNORECASE)
"""Who else helped, without a name."""
_HANDLE = re.compile(r"(?<=[\w.])\s?[(\[]?(?<![\w.])@\w{2,30}[)\]]?(?=\s|$)")
"""The writer's account behind a name."""
_WROTE = re.compile(r"^كتبت?\s")
"""*Wrote*, before a name."""
_FROM = re.compile(r"\sin\s[^\W\d_a-z][^,;|\d]{2,40}$")
"""Where a writer is, behind the name."""
_TURNED = re.compile(r"((?:[a-z]{2,3}\s){0,2}[^\W\d_a-z][\w'’-]{1,30}), ([^\W\d_a-z][\w'’-]{1,30}(?:\s[A-Z]\.?)?)")
"""A name with the surname first."""
_DIGIT = re.compile(r"\d")
_COLON = re.compile(r"[:：]")
_BRACKET = re.compile(r"\s?[(\[][^()\[\]]{0,60}[)\]]")
_HOME = re.compile(
    r"([\u0600-\u06ff\u0900-\u0dff\u200c\u200d.]{2,20}(?:\s[\u0600-\u06ff\u0900-\u0dff\u200c\u200d.]{1,20}){1,4})\s?[,،]\s"
    r"(?:(?:नई|नयी|न्यू|नवी|ग्रेटर|নয়া|নতুন|نئی|نیو)\s)?[^\s\d,،]{2,20}(?:\s(?:प्रदेश|আবাদ|آباد))?"
)
"""A full name and a place, as papers of South Asia and of Arab countries sign: a second writer would have two names as well."""
_SPLIT = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|og|och|en)\s|[,;|/／、・•·،]|\s(?:and|und|et|&|with|mit|avec|con|com)\s)\s*"
)
_WEAK = re.compile(r"\s(?:y|e|i|og|och|en|и|ja|a|और|एवं|ও|এবং|اور)\s")
"""Words that join two names, but stand within one name too: *Ortega y Gasset*."""
_DASH = re.compile(r"\s[–—-]\s")
_BAR = re.compile(r"\s[/|]\s")
_PAIR = re.compile(r"[A-Z][a-z]+\s(?:and|&|und|et|y)\s[A-Z][a-z]+")
"""Two first names, as couples sign."""
_DEGREE = re.compile(
    r"(?:[A-Z]\.?){2,5}(?:-[A-Z]{1,3})?|Ph\.?\s?D\.?|Ed\.?D\.?|Psy\.?D\.?|Jr\.?|Sr\.?|Esq\.?|MPhil|MSc|BSc|PharmD|DrPH"
)
_FUNCTION = re.compile(
    r"^(?:head|chief|lead|senior|deputy|vice)\s|\b(?:expert|coordinator|director|manager|specialist|strategist|founder|co-founder|ceo|cto|cmo|president|consultant|engineer|dietitian"
    r"|nutritionist|assistant|associate|head of|lead|officer|coach|contributor|redakteur(?:in)?|korrespondent(?:in)?|researcher|analyst"
    r"|attorney)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:the|a|an|in|on|my|our|your|how|what|why|all|die|der|das|le|la|les|el|los|related|table|kritik|portr[äa]i?t)\s",
    re.IGNORECASE,
)
"""A first word that makes words with capitals a heading and no name."""
_THING = re.compile(
    r"\b(?:cent(?:er|re)|guide|list|newsletter|podcast|program(?:me)?|products?|resources?|schedule|store|topics?)$",
    re.IGNORECASE,
)
"""A last word that makes them the name of a thing."""
_NO_NAME = re.compile(
    r"https?:|www\.|@|\w:\s|\d{2}|\.(?:com|org|net)$|^[a-z]+(?:[._][a-z]+)+$|\b(?:facebook|twitter|linkedin|instagram)\b"
    r"|\b(?:updated|modified|published|posted|comments?|minutes?|cookies?|reviewed|edited)\b"
    r"|^(?:read|reading|more|about|share|photos?|image|get|show|follow)\b"
    r"|^(?:admin(?:istrator)?|editors?|user|guest|root|webmaster|anonymous|none|null|unknown|undefined|n/?a|team|test|wordpress|contributor"
    r"|(?:the|by)?\s?authors?(?:\sspotlight)?|written by|posted by|posts|follow|subscribe|copy link|home|blog|news"
    r"|(?:jan|febr)uary|feb|oct|nov|dec|sept|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W*)$",
    re.IGNORECASE,
)
"""What content systems and pages put where a name belongs."""


def read_metadata_names(words: str) -> list[str]:
    """The names in a stated byline, without label, brackets, degrees and functions.

    >>> read_metadata_names("By Ada Quill (aq), PhD and Tom Reed")
    ['Ada Quill', 'Tom Reed']
    """
    text = _plain(words) if len(words) <= MAX_NAME_LIST_CHARS and "www." not in words else ""
    if not text or _NO_NAME.search(text):
        return []
    if turned := _turned(text):
        return turned
    first = _DASH.split(text, maxsplit=1)[0]
    text = _without_paper(first if is_author_name(first) else text)
    parts = list(map(_without_place, _parts(text)))
    if len(parts) > 1 and not _PAIR.fullmatch(text) and not all(map(_may_be_name, parts)):
        parts = list(filter(_may_be_name, parts)) or [text]
    return [part for part in parts if part and len(part) <= MAX_NAME_CHARS]


def _plain(words: str) -> str:
    """A stated byline without label, mail address and brackets."""
    behind = split_byline_label(OTHER_CONTRIBUTORS.sub("", _MAIL.sub("", words)))[1]
    return _without_home(_WROTE.sub("", _BRACKET.sub("", behind).strip(_EDGES)))


def _without_home(words: str) -> str:
    """A name in a script without capitals, without the place behind it."""
    home = None if words.isascii() else _HOME.fullmatch(words)
    return home[1] if home else words


def _without_paper(text: str) -> str:
    """A name without the papers behind bars: ``Ada Quill / The Courier``. An agency is a writer of its own."""
    name, *others = _BAR.split(text)
    papers = all(other.startswith("The ") or (is_organization(other) and not is_agency(other)) for other in others)
    return name if others and papers and is_author_name(name) else text


def _turned(text: str) -> list[str]:
    """The names in ``Quill, Ada; Reed, Tom``, turned; none where other things than names may stand there."""
    found = [_TURNED.fullmatch(part.strip()) for part in text.split(";")]
    names = [(match[2], match[1]) for match in found if match]
    odd = any(is_agency(part) or has_job_title(part) or _DEGREE.fullmatch(part) for name in names for part in name)
    return [] if odd or len(names) < len(found) else [" ".join(name) for name in names]


def _without_place(name: str) -> str:
    """A person's name without the place behind it: ``Ada Quill in Marrow Bay``."""
    person = without_job_title(_FROM.sub("", name))
    return person if is_person(person) else name


def read_signed_names(words: str) -> list[str]:
    """The people and agencies in a list that holds nothing else but their degrees and functions.

    >>> read_signed_names("Ada Quill, Political Editor"), read_signed_names("Marrow Bay, where it rained")
    (['Ada Quill'], [])
    """
    text = _WROTE.sub("", _BRACKET.sub("", words).strip(_EDGES))
    text = _AND_STAFF.sub("", text)
    if "," not in text and (has_job_title(bare := without_job_title(text)) or _FUNCTION.search(bare)):
        return []
    people: list[str] = []
    for part in _parts(text) if text and len(text) <= MAX_BYLINE_CHARS else ():
        if is_author_name(name := without_job_title(part)):
            people.append(name)
        elif part and not (people and _is_said_of_writer(part)):
            return []
    return people


def _is_said_of_writer(part: str) -> bool:
    """Whether a part of a list is a degree, a function or a paper: what stands behind a writer's name."""
    return bool(_DEGREE.fullmatch(part) or has_job_title(part) or _FUNCTION.search(part) or is_organization(part))


def _parts(text: str) -> Iterator[str]:
    """The parts of a list of names."""
    for part in _SPLIT.split(text):
        halves = _WEAK.split(part)
        full = all(len(half.split()) > 1 for half in halves)
        yield from (half.strip(" .") for half in (halves if full else [part]))


def read_leading_names(words: str) -> list[str]:
    """The names that a labelled list begins with, whatever is said about them behind the comma.

    >>> read_leading_names("Ada Quill and Tom Reed, Marrow Bay")
    ['Ada Quill', 'Tom Reed']
    """
    return read_signed_names(words.partition(",")[0])


@lru_cache(maxsize=128)
def is_author_name(words: str) -> bool:
    """Whether ``words`` has the shape of a person's or an agency's name, in any script."""
    if is_agency(words):
        return True
    if _DEGREE.fullmatch(words) or is_date_label(words) or has_reading_time_label(words):
        return False
    shaped = (is_person(words) or _is_foreign(words)) and not (_ARTICLE.match(words) or _THING.search(words))
    return shaped and not (_NO_NAME.search(words) or has_job_title(words) or _FUNCTION.search(words))


def _is_foreign(words: str) -> bool:
    """Whether ``words`` can be a name in a script without capitals."""
    cased = words[:1].isupper() or words[:1].islower()
    return (
        1 < len(words) <= 24 and words[0].isalpha() and not cased and words.isprintable() and not _COLON.search(words)
    )


def is_pen_name(words: str) -> bool:
    """Whether ``words`` are short enough to be a pen name, a desk or a firm where a label says that a name follows."""
    short = 2 < len(words) <= 30 and len(words.split()) <= 4 and not is_unnamed_writer(words)
    no_name = _NO_NAME.search(words) or is_date_label(words) or has_reading_time_label(words)
    return short and "," not in words and not words.endswith((".", "!", "?")) and not no_name


def _may_be_name(part: str) -> bool:
    """Whether a part of a list can be a name: no degree, no function, nothing in small letters but an agency's name."""
    if not part or _NO_NAME.search(part):
        return False
    if is_agency(part):
        return True
    shaped = 1 < len(part.split()) <= 6 and (part[0].isupper() or not part[0].isascii())
    return shaped and not (_DEGREE.fullmatch(part) or has_job_title(part) or _FUNCTION.search(part))


@lru_cache(maxsize=256)  # Each line beside the headline is asked by many rules.
def split_byline(line: str) -> tuple[tuple[bool, str], ...]:
    """The statements of a line that are not empty: whether a label opens one, and its words without label, place and date."""
    return tuple(_pieces(line))


def _pieces(line: str) -> Iterator[tuple[bool, str]]:
    line = _SEAM.sub("\n", line) if _MAY_HAVE_SEAM.search(line) else line
    if not line.isascii():
        line = _HAN_REPORTER.sub("：", _HAN.sub("\n", _KOREAN_PLACE.sub("", _KOREAN_NAMES.sub(r"\1 기자\n", line))))
    for piece in _PIECE.split(line):
        if piece.strip():
            labelled, words = split_byline_label(_MAIL.sub("", _HANDLE.sub("", piece)) if "@" in piece else piece)
            yield labelled, _without_tail(words)


def _without_tail(words: str) -> str:
    """The names of a statement without place, paper and date behind them, and without what others did."""
    words = _without_home(OTHER_CONTRIBUTORS.sub("", words))
    placeless = _PLACES.sub("", words)
    if placeless != words and len(read_signed_names(placeless)) > 1:
        return placeless
    named = _TAIL.sub("", words)
    return _before_date(named) if _DIGIT.search(words, len(named)) else named


def _before_date(words: str) -> str:
    """What stands before a date without the label of the date, and without its weekday where a full name is left."""
    words = without_final_date_label(words)
    name, _, last = words.rstrip(" ,،").rpartition(" ")
    return name.rstrip(" ,،") if " " in name and is_date_word(last) else words


def has_time(line: str) -> bool:
    """Whether a line tells a date or how long the story takes to read."""
    return _TIME.search(line) is not None


def count_other_chars(line: str) -> int:
    """How many characters of a line are left without names, dates, reading times, places and labels."""
    return sum(
        len(words)
        for _, words in split_byline(line)
        if not (_TIME.search(words) or _COUNTED.fullmatch(words) or read_signed_names(words))
    )


def read_photographers(line: str) -> list[str]:
    """Who took the pictures, in a line that names writers before them and nothing else."""
    words, pictures = split_photo_credit(line) if len(line) <= MAX_BYLINE_CHARS else (line, "")
    labelled, writers = split_byline_label(words)
    return read_signed_names(pictures) if pictures and labelled and read_signed_names(writers) else []


BYLINE_START = re.compile(r"(?:(?:written|story|words|text|report(?:ed)?)\s+)?by:?\s+", re.IGNORECASE)
"""What a byline begins with."""


_OUTLET = re.compile(r"(?:\s+(?:for|of)\s+(?:the\s+)?|\s*[|•·/]\s*|\s+[–—-]\s+|\n).*", re.IGNORECASE | re.DOTALL)


def read_by_line(text: str) -> list[str] | None:
    """The names of a byline that begins with ``By``, without photographers; None where the line is no byline."""
    text = split_photo_credit(text)[0] if read_photographers(text) else text
    match = BYLINE_START.match(text) if len(text) <= MAX_BYLINE_CHARS else None
    if match is None or is_unnamed_writer(text[match.end() :]):
        return None
    return read_name_list(_OUTLET.sub("", text[match.end() :].strip(" .")))


def make_author(name: str, url: str | None = None) -> Author:
    """``name`` as an author, its kind told by its shape."""
    if is_person(name):
        return Author(name=name, kind="person", url=url)
    return Author(name=name, kind="organization" if is_organization(name) else "unknown", url=url)
