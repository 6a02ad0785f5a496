"""What announces the names of writers and of photographers in a byline, in many languages."""

from __future__ import annotations

import re
from functools import lru_cache

from articlekit.parsers.lines.names import is_person

_WORK = (
    r"analyse|bericht|enquête|entretien|entrevista|essay|gastbeitrag|glosse|interview|intervista|kolumne|kommentar"
    r"|leitartikel|protokoll|reportage|reportaje|rezension|tribune"
)
"""What can be written."""
_OF_SOMEBODY = r"kritik|portr[äa]i?t"
"""The same, where a bare ``von`` tells whom it is about."""
_GENRE = (
    rf"(?:(?:eine?|une?|una?)\s(?:{_WORK}|{_OF_SOMEBODY})\s(?:von|par|por|door|av|af)"
    rf"|(?:{_WORK})\s(?:von|par|por|door|av|af)|(?:{_OF_SOMEBODY})\s(?:par|por|door))"
)
"""What was written, and by whom: ``Ein Kommentar von``."""
_BOTH = (
    r"(?:words|story|texte?|test[io]|textos?|tekst)\s?(?:and|und|et|y|e|och|og|en|&|\+|/)\s?(?:photo(?:s|graph[sy]|graphies)?|pictures?|images?|fotos?"
    r"|fotograf[ií]as?|bild(?:er)?)(?:\s?:|\s(?:by|von|par|por|di|de|av|af)(?=\s))"
)
"""Text and pictures by the same people."""
_LABEL = re.compile(
    rf"\W{{0,3}}(?:{_BOTH}|{_GENRE})[\s:]\s*|"
    r"\W{0,3}(?:(?:(?:posted|published|written|authored|words|story|text|articles?|blog|reported|tested|analysis|opinion|commentary|review"
    r"|interview)\s)?by|authors?\s?:|words\s?:|von|par|por|di|da|door|av|af|przez|oleh|autor(?:in(?:nen)?\s?(?:/|und|&)\s?autor(?:en)?|[/:*_.·]?inn?(?:en)?|en|[/(]?as?\)?|es)?\s?:?|auteurs?\s?:?|texte?\s?:"
    r"|texto\s?:|testo\s?:|de:|автор\s?:|текст\s?:|tekst\s?:)[\s:]\s*|\W{0,3}(?-i:[Bb]y(?=[A-Z][a-z]))",
    re.IGNORECASE,
)
"""What announces names: ``By``, ``Written by``, and their like in other languages."""
_WRITTEN = re.compile(
    r"\W{0,3}(?:(?:بقلم|מאת|โดย|[Γγ]ράφ(?:ει|ουν)(?:\s(?:οι|ο|η)(?=\s))?)[\s:：]\s*"
    r"|(?:بقلم|كتبت?|إعداد|نویسنده|نوشته|מאת|โดย|लेखक|文|撰文|作者|文字|取材・文|筆者|글)\s?[:：/／丨・–-]\s*|Τ(?:ης|ου|ων)\s(?=[Ά-ΏΑ-Ω]))"
)
"""The same in scripts other than Latin and Cyrillic. A label that is also a common word needs a colon or its like."""
_CHINESE = re.compile(
    r"\W{0,3}(?:[\u4e00-\u9fff]{0,6}(?:记者|記者)(?:[\s:：/／丨|]\s*|$)|[\u30a0-\u30ff\u4e00-\u9fff]{0,8}(?:[集説]委員|特派員|支局長|編集長)[\s・:：]\s*)"
)
"""``Reporter`` before the names, and the like in Japanese."""
_RANKS = r"(?:선임|수석|인턴|수습|객원|전임|시민|청년|사진|영상|[가-힣]{0,4}전문)"
"""What Korean papers put before ``reporter``: senior, intern, guest and the like."""
_REPORTER = re.compile(
    rf"(?:(?:\S{{2,12}}\s){{0,2}}?|[(/[]?[가-힣]{{2,6}}\s?=\s?)(?P<name>(?!{_RANKS}\s?기자)[가-힣]{{2,4}}|[\u3400-\u9fff々]{{1,4}}[\s\u3000]?[\u3040-\u30ff\u3400-\u9fff々]{{1,5}})\s?"
    rf"(?:(?:{_RANKS}|[가-힣]{{1,4}}부)\s?)?(?:기자|특파원|논설위원|記者|记者|特派員|編集委員)\W{{0,2}}"
)
"""``Reporter`` behind the name, as Korean and Japanese papers sign."""
_HOUSE = "部社報报紙纸網网局団团會会부팀"
"""Last characters of what is a desk or a paper and no name."""
_AMBIGUOUS = re.compile(rf"(?:{_GENRE}|von|par|por|di|da|door|av|af|de)\b", re.IGNORECASE)
"""Labels that are also the first words of names, or of something else."""
_WEAK = re.compile(
    r"\W{0,3}(?:contribut(?:ors?|ing)|kommentar|analyse|bericht|reportage|haber|muhabir)\s?:\s*", re.IGNORECASE
)
"""What announces names, and other things as often: what it is about. Before an interview stands as often who is asked."""
_BARE = re.compile(rf"\W{{0,3}}(?:{_WORK})\s(?:von|av|af)\s", re.IGNORECASE)
"""What was written without an article: by whom, or about whom."""
_FIRST = re.compile(r"\s?[,;(|/\n]|\s(?:and|und|et|y|e|&)\s")
"""What stands behind the first name of a list."""
_TEXT_AND_PICTURES = re.compile(rf"\W{{0,3}}{_BOTH}", re.IGNORECASE)
_PICTURES = re.compile(
    r"(?:\s?[,;.|•·/&\n]\s?|\s)(?:(?:and|und|et|y)\s)?(?:photo(?:s|graph[sy]?)?|pictures?|illustrations?|videos?|fotos?|bild(?:er)?"
    r"|fotografie|fotograf[ií]as?|фото)(?:\s(?:by|von|par|por|de|di)\s|\s?:\s?)",
    re.IGNORECASE,
)
"""What announces those who took the pictures, behind the names of the writers."""
_WORKS = ("photo", "picture", "illustration", "video", "foto", "bild", "фото")


@lru_cache(maxsize=256)  # Each line beside the headline is asked by many rules.
def split_byline_label(words: str) -> tuple[bool, str]:
    """Whether a label such as ``By`` opens the words, and the words behind it.

    >>> split_byline_label("Written by Ada Quill"), split_byline_label("Ada Quill")
    ((True, 'Ada Quill'), (False, 'Ada Quill'))
    """
    words = words.strip()
    if not words.isascii() and (found := _split_other_scripts(words)) is not None:
        return True, found
    label = _LABEL.match(words + " ")
    if label is None:
        return (True, words[weak.end() :]) if (weak := _weak_label(words)) else (False, words)
    behind = words[label.end() :]
    named = not behind or (behind[0].isupper() and (len(behind.split()) > 1 or words[0].islower()))
    return (True, behind) if named or not _AMBIGUOUS.match(words) else (False, words)


def has_weak_label(words: str) -> bool:
    """Whether the label that opens a byline may as well announce somebody else than the writer.

    >>> has_weak_label("Contributors: Ada Quill, Tom Reed"), has_weak_label("Bericht von Ada Quill"), has_weak_label("By Ada Quill")
    (True, True, False)
    """
    return (_weak_label(words.strip()) or _BARE.match(words.strip())) is not None


def _weak_label(words: str) -> re.Match[str] | None:
    """Such a label, where a person's full name stands behind it."""
    label = _WEAK.match(words) if ":" in words else None
    return label if label and is_person(_FIRST.split(words[label.end() :], maxsplit=1)[0]) else None


def read_text_and_photos_credit(line: str) -> str | None:
    """Who both wrote a report and took its pictures, as a byline says. None: it does not say that of anybody.

    >>> read_text_and_photos_credit("Text und Fotos: Ada Quill")
    'Ada Quill'
    """
    label = _TEXT_AND_PICTURES.match(line)
    return line[label.end() :].strip() if label else None


def _split_other_scripts(words: str) -> str | None:
    """What stands behind a label, or before one as Korean and Japanese have it. None: there is none."""
    reporter = _REPORTER.fullmatch(words)
    if reporter is not None and reporter["name"][-1] not in _HOUSE:
        return reporter["name"]
    if (label := _CHINESE.match(words)) is not None:
        behind = words[label.end() :]
        # A name in Chinese holds no space, one in Japanese may.
        return behind if "记" not in label.group() or any(map(str.isdigit, behind)) else behind.replace(" ", "、")
    label = _WRITTEN.match(words + " ")
    return words[label.end() :] if label is not None else None


def split_photo_credit(line: str) -> tuple[str, str]:
    """A byline without those who took the pictures, and what it says of them.

    >>> split_photo_credit("Words by Ada Quill, photographs by Tom Reed")
    ('Words by Ada Quill', 'Tom Reed')
    """
    lower = line.lower()
    found = _PICTURES.search(line) if any(word in lower for word in _WORKS) else None
    return (line[: found.start()], line[found.end() :]) if found is not None else (line, "")
