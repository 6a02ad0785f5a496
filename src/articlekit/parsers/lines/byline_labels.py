"""Labels before the names of writers and photographers in a byline, in many languages."""

from __future__ import annotations

import re
from functools import lru_cache

from articlekit.parsers.lines.names import is_person
from articlekit.parsers.lines.phrase_patterns import alternatives

_GENRE_WORDS = alternatives(
    {
        "de": "analyse|bericht|essay|gastbeitrag|glosse|interview|kolumne|kommentar|leitartikel|protokoll|reportage|rezension",
        "fr": "enquête|entretien|tribune",
        "es": "entrevista|reportaje",
        "it": "intervista",
    }
)
"""Genres before the name of their writer; several of the German words are French, Dutch or Nordic too."""
_PORTRAIT_WORDS = "(?:kritik|portr[äa]i?t)"
"""Genres whose bare ``von`` names the subject, not the writer."""
_BY_WORDS = "(?:von|par|por|door|av|af)"
_GENRE = (
    rf"(?:(?:eine?|une?|una?)\s(?:{_GENRE_WORDS}|{_PORTRAIT_WORDS})\s{_BY_WORDS}"
    rf"|{_GENRE_WORDS}\s{_BY_WORDS}|{_PORTRAIT_WORDS}\s(?:par|por|door))"
)
"""A genre and the word for *by*: ``Ein Kommentar von``."""
_TEXT_WORDS = alternatives({"en": "words|story|text", "fr": "texte", "es": "textos?", "it": "test[io]", "pl": "tekst"})
_AND_WORDS = alternatives(
    {"en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "nordic": "och|og", "nl": "en", "any": r"&|\+|/"}
)
_PHOTO_WORDS = alternatives(
    {
        "en": "photo(?:s|graph[sy]|graphies)?|pictures?|images?",
        "de": "fotos?|bild(?:er)?",
        "es": "fotograf[ií]as?",
    }
)
_TEXT_AND_PHOTOS = rf"{_TEXT_WORDS}\s?{_AND_WORDS}\s?{_PHOTO_WORDS}(?:\s?:|\s(?:by|von|par|por|di|de|av|af)(?=\s))"
"""The label of text and photos by the same people."""
_LABEL_WORDS = alternatives(
    {
        "en": r"(?:(?:posted|published|written|authored|words|story|text|articles?|blog|reported|tested|analysis|opinion|commentary|review"
        r"|interview)\s)?by|authors?\s?:|words\s?:",
        "de": r"von|text\s?:|autor(?:in(?:nen)?\s?(?:/|und|&)\s?autor(?:en)?|[/:*_.·]?inn?(?:en)?|en)?\s?:?",
        "fr": r"par|auteurs?\s?:?|texte\s?:",
        "es": r"por|autor(?:[/(]?as?\)?|es)\s?:?|texto\s?:|de:",
        "it": r"di|da|testo\s?:",
        "nl": "door",
        "nordic": "av|af",
        "pl": r"przez|tekst\s?:",
        "ru": r"автор\s?:|текст\s?:",
        "id": "oleh",
    }
)
_LABEL = re.compile(
    rf"\W{{0,3}}(?:{_TEXT_AND_PHOTOS}|{_GENRE})[\s:]\s*|\W{{0,3}}{_LABEL_WORDS}[\s:]\s*|\W{{0,3}}(?-i:[Bb]y(?=[A-Z][a-z]))",
    re.IGNORECASE,
)
"""A label before the names of writers: ``By``, ``Written by``, and similar labels in other languages."""
_LABEL_OTHER_SCRIPTS = re.compile(
    r"\W{0,3}(?:(?:بقلم|מאת|โดย|[Γγ]ράφ(?:ει|ουν)(?:\s(?:οι|ο|η)(?=\s))?)[\s:：]\s*"
    r"|(?:بقلم|كتبت?|إعداد|نویسنده|نوشته|מאת|โดย|लेखक|文|撰文|作者|文字|取材・文|筆者|글)\s?[:：/／丨・–-]\s*|Τ(?:ης|ου|ων)\s(?=[Ά-ΏΑ-Ω]))"
)
"""Labels in scripts other than Latin and Cyrillic. A label that is also a common word needs a colon or a similar mark."""
_REPORTER_BEFORE = re.compile(
    r"\W{0,3}(?:[\u4e00-\u9fff]{0,6}(?:记者|記者)(?:[\s:：/／丨|]\s*|$)|[\u30a0-\u30ff\u4e00-\u9fff]{0,8}(?:[集説]委員|特派員|支局長|編集長)[\s・:：]\s*)"
)
"""*Reporter* before the names, in Chinese and Japanese."""
_KOREAN_RANKS = r"(?:선임|수석|인턴|수습|객원|전임|시민|청년|사진|영상|[가-힣]{0,4}전문)"
"""What Korean newspapers put before *reporter*: senior, intern, guest and similar ranks."""
_REPORTER_AFTER = re.compile(
    rf"(?:(?:\S{{2,12}}\s){{0,2}}?|[(/[]?[가-힣]{{2,6}}\s?=\s?)(?P<name>(?!{_KOREAN_RANKS}\s?기자)[가-힣]{{2,4}}|[\u3400-\u9fff々]{{1,4}}[\s\u3000]?[\u3040-\u30ff\u3400-\u9fff々]{{1,5}})\s?"
    rf"(?:(?:{_KOREAN_RANKS}|[가-힣]{{1,4}}부)\s?)?(?:기자|특파원|논설위원|記者|记者|特派員|編集委員)\W{{0,2}}"
)
"""*Reporter* after the name, in Korean and Japanese."""
_DESK_ENDINGS = "部社報报紙纸網网局団團会會부팀"
"""Last characters of a desk or a newspaper, which is not a person's name."""
_AMBIGUOUS = re.compile(rf"(?:{_GENRE}|von|par|por|di|da|door|av|af|de)\b", re.IGNORECASE)
"""Labels that are also the first words of names or of other phrases."""
_WEAK = re.compile(
    r"\W{0,3}(?:contribut(?:ors?|ing)|kommentar|analyse|bericht|reportage|haber|muhabir)\s?:\s*", re.IGNORECASE
)
"""Labels before names, and as often before a subject. (After ``Interview:`` comes as often the person interviewed.)"""
_BARE_GENRE = re.compile(rf"\W{{0,3}}{_GENRE_WORDS}\s(?:von|av|af)\s", re.IGNORECASE)
"""A genre without an article: the name after it is the writer's or the subject's."""
_AFTER_FIRST_NAME = re.compile(r"\s?[,;(|/\n]|\s(?:and|und|et|y|e|&)\s")
_TEXT_AND_PHOTOS_LABEL = re.compile(rf"\W{{0,3}}{_TEXT_AND_PHOTOS}", re.IGNORECASE)
_PHOTOS_LABEL = re.compile(
    r"(?:\s?[,;.|•·/&\n]\s?|\s)(?:(?:and|und|et|y)\s)?"
    + alternatives(
        {
            "en": "photo(?:s|graph[sy]?)?|pictures?|illustrations?|videos?",
            "de": "fotos?|bild(?:er)?|fotografie",
            "es": "fotograf[ií]as?",
            "ru": "фото",
        }
    )
    + r"(?:\s(?:by|von|par|por|de|di)\s|\s?:\s?)",
    re.IGNORECASE,
)
"""The label of photographers after the names of the writers."""
_PHOTO_HINTS = ("photo", "picture", "illustration", "video", "foto", "bild", "фото")
"""Every label of photographers contains one of these words: most lines contain none."""


@lru_cache(maxsize=256)  # Many rules look at the same lines near the headline.
def split_byline_label(words: str) -> tuple[bool, str]:
    """Return whether ``words`` begin with a label such as ``By``, and the words after the label.

    >>> split_byline_label("Written by Ada Quill"), split_byline_label("Ada Quill")
    ((True, 'Ada Quill'), (False, 'Ada Quill'))
    """
    words = words.strip()
    if not words.isascii() and (found := _split_other_scripts(words)) is not None:
        return True, found
    label = _LABEL.match(words + " ")
    if label is None:
        return (True, words[weak.end() :]) if (weak := _weak_label(words)) else (False, words)
    names = words[label.end() :]
    is_clear = not names or (names[0].isupper() and (len(names.split()) > 1 or words[0].islower()))
    return (True, names) if is_clear or not _AMBIGUOUS.match(words) else (False, words)


def has_weak_label(words: str) -> bool:
    """True if the label at the start of a byline may also be the label of somebody else than the writer.

    >>> has_weak_label("Contributors: Ada Quill, Tom Reed"), has_weak_label("Bericht von Ada Quill"), has_weak_label("By Ada Quill")
    (True, True, False)
    """
    return (_weak_label(words.strip()) or _BARE_GENRE.match(words.strip())) is not None


def _weak_label(words: str) -> re.Match[str] | None:
    """Return the ambiguous label before a person's full name. None if there is no such label."""
    label = _WEAK.match(words) if ":" in words else None
    return label if label and is_person(_AFTER_FIRST_NAME.split(words[label.end() :], maxsplit=1)[0]) else None


def read_text_and_photos_credit(line: str) -> str | None:
    """Return the words after the label of text and photos by the same people. None if the line has no such label.

    >>> read_text_and_photos_credit("Text und Fotos: Ada Quill")
    'Ada Quill'
    """
    label = _TEXT_AND_PHOTOS_LABEL.match(line)
    return line[label.end() :].strip() if label else None


def _split_other_scripts(words: str) -> str | None:
    """Return the words after a label, or before it in Korean and Japanese. None if there is no label."""
    reporter = _REPORTER_AFTER.fullmatch(words)
    if reporter is not None and reporter["name"][-1] not in _DESK_ENDINGS:
        return reporter["name"]
    if (label := _REPORTER_BEFORE.match(words)) is not None:
        names = words[label.end() :]
        # A Chinese name has no space, a Japanese one may have.
        return names if "记" not in label.group() or any(map(str.isdigit, names)) else names.replace(" ", "、")
    label = _LABEL_OTHER_SCRIPTS.match(words + " ")
    return words[label.end() :] if label is not None else None


def split_photo_credit(line: str) -> tuple[str, str]:
    """Return a byline without its photo credit, and the photo credit; empty if there is no photo credit.

    >>> split_photo_credit("Words by Ada Quill, photographs by Tom Reed")
    ('Words by Ada Quill', 'Tom Reed')
    """
    lower = line.lower()
    found = _PHOTOS_LABEL.search(line) if any(word in lower for word in _PHOTO_HINTS) else None
    return (line[: found.start()], line[found.end() :]) if found is not None else (line, "")
