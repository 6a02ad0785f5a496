"""What announces the names of writers and of photographers in a byline, in many languages."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"\W{0,3}(?:(?:(?:posted|published|written|authored|words|story|text|articles?|blog|reported|tested|analysis|opinion|commentary|review"
    r"|interview)\s)?by|authors?\s?:|words\s?:|von|par|por|di|da|door|av|af|przez|oleh|autor(?:in|a|es)?\s?:?|auteurs?\s?:?|texte?\s?:"
    r"|texto\s?:|testo\s?:|de:|автор\s?:|текст\s?:|tekst\s?:)[\s:]\s*|\W{0,3}(?-i:[Bb]y(?=[A-Z][a-z]))",
    re.IGNORECASE,
)
"""What announces names: ``By``, ``Written by``, and their like in other languages."""
_WRITTEN = re.compile(
    r"\W{0,3}(?:(?:بقلم|מאת|โดย|[Γγ]ράφ(?:ει|ουν)(?:\s(?:οι|ο|η)(?=\s))?)[\s:：]\s*"
    r"|(?:بقلم|كتبت?|إعداد|نویسنده|نوشته|מאת|โดย|लेखक|文|撰文|作者|文字|取材・文|筆者|글)\s?[:：/／丨・–-]\s*|Τ(?:ης|ου|ων)\s(?=[Ά-ΏΑ-Ω]))"
)
"""The same in scripts other than Latin and Cyrillic. A label that is also a common word needs a colon or its like."""
_CHINESE = re.compile(r"\W{0,3}[\u4e00-\u9fff]{0,6}(?:记者|記者)(?:[\s:：/／丨|]\s*|$)")
"""``Reporter`` before the names."""
_REPORTER = re.compile(
    r"(?:\S{2,12}\s|[(/[]?[가-힣]{2,6}\s?=\s?)??(?P<name>[가-힣]{2,4}|[\u3400-\u9fff々]{1,4}[\s\u3000]?[\u3040-\u30ff\u3400-\u9fff々]{1,5})\s?"
    r"(?:기자|특파원|논설위원|記者|记者|特派員|編集委員)\W{0,2}"
)
"""``Reporter`` behind the name, as Korean and Japanese papers sign."""
_HOUSE = "部社報报紙纸網网局団团會会"
"""Last characters of what is a desk or a paper and no name."""
_AMBIGUOUS = re.compile(r"(?:von|par|por|di|da|door|av|af|de)\b", re.IGNORECASE)
"""Labels that are also the first words of names."""
_PICTURES = re.compile(
    r"(?:\s?[,;.|•·/&\n]\s?|\s)(?:(?:and|und|et|y)\s)?(?:photo(?:s|graph[sy]?)?|pictures?|illustrations?|videos?|fotos?|bild(?:er)?"
    r"|fotografie|fotograf[ií]as?|фото)(?:\s(?:by|von|par|por|de|di)\s|\s?:\s?)",
    re.IGNORECASE,
)
"""What announces those who took the pictures, behind the names of the writers."""
_WORKS = ("photo", "picture", "illustration", "video", "foto", "bild", "фото")


def split_label(words: str) -> tuple[bool, str]:
    """Whether a label such as ``By`` opens the words, and the words behind it.

    >>> split_label("Written by Ada Quill"), split_label("Ada Quill")
    ((True, 'Ada Quill'), (False, 'Ada Quill'))
    """
    words = words.strip()
    if not words.isascii() and (found := _split_other_scripts(words)) is not None:
        return True, found
    label = _LABEL.match(words + " ")
    if label is None:
        return False, words
    behind = words[label.end() :]
    named = not behind or (behind[0].isupper() and (len(behind.split()) > 1 or words[0].islower()))
    return (True, behind) if named or not _AMBIGUOUS.match(words) else (False, words)


def _split_other_scripts(words: str) -> str | None:
    """What stands behind a label, or before one as Korean and Japanese have it. None: there is none."""
    reporter = _REPORTER.fullmatch(words)
    if reporter is not None and reporter["name"][-1] not in _HOUSE:
        return reporter["name"]
    if (label := _CHINESE.match(words)) is not None:
        behind = words[label.end() :]
        # A name in Chinese holds no space, one in Japanese may.
        return behind if "記" in label.group() or any(map(str.isdigit, behind)) else behind.replace(" ", "、")
    label = _WRITTEN.match(words + " ")
    return words[label.end() :] if label is not None else None


def split_pictures(line: str) -> tuple[str, str]:
    """A byline without those who took the pictures, and what it says of them.

    >>> split_pictures("Words by Ada Quill, photographs by Tom Reed")
    ('Words by Ada Quill', 'Tom Reed')
    """
    lower = line.lower()
    found = _PICTURES.search(line) if any(word in lower for word in _WORKS) else None
    return (line[: found.start()], line[found.end() :]) if found is not None else (line, "")
