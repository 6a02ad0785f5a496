"""What no page of a newspaper holds, taken out before the parser sees it.

Lexbor needs time that grows with the square of the depth of a page, of the options in a list and of the attributes in a
tag, and it opens every formatting element that was left open anew in each paragraph, as the HTML standard asks it to.
Nearly all pages pass after a few counts; only the others are read tag by tag.
"""

from __future__ import annotations

import re
from collections import Counter

from attrs import Factory, define

from articlekit.models import Problem

FEW_TAGS, MANY_TAGS = 1200, 10_000
"""Tags of a page that can do no harm, and of one that is always read tag by tag."""
FEW_FORMATS = 50
"""Formatting tags with attributes that can do no harm: browsers keep three open of those that are all alike."""
LONG_TAG, MOST_ATTRIBUTES = 20_000, 1000
"""Characters of a tag that is looked at, and the attributes that it may have."""
MOST_OPTIONS = 1000
"""Options of a page that are kept."""
DEEPEST = 500
"""Elements around an element; browsers stop at 512."""
MOST_FORMATS = 16
"""Formatting elements that are open at one place."""

_FORMATS = ("b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
_FORMAT = re.compile(
    r"<(?:[biusBIUS]|big|code|em|font|nobr|small|strike|strong|tt|BIG|CODE|EM|FONT|NOBR|SMALL|STRONG|TT)[\s/]"
)
_TAG = re.compile(r"<[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*+", re.IGNORECASE)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_OPTION = re.compile(r"</?option[^>]{0,1000}>", re.IGNORECASE)
_TOKEN = re.compile(
    r"<!--(?:.*?-->|.*)"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])[^>]*>.*?(?=</(?P=raw)[\s/>]|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]{0,60})(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>?",
    re.IGNORECASE | re.DOTALL,
)
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option optgroup "
    "script style textarea title xmp iframe noembed noframes".split()
)
"""Tags that hold nothing, or that end by themselves where the next one begins."""


def fence(text: str) -> tuple[str, tuple[Problem, ...]]:
    """``text`` as the parser can read it in good time, and what was taken out."""
    tags = text.count("<")
    if not (tags >= MANY_TAGS or _has_flood(text) or (tags >= FEW_TAGS and _has_many_formats(text))):
        return text, ()
    if text.count("<option") + text.count("<OPTION") > MOST_OPTIONS:
        text = _OPTION.sub(" ", text)
    reader = _Reader()
    kept: list[str] = []
    written = 0
    for token in _TOKEN.finditer(text):
        put = reader.judge(token)
        if put is not None:
            kept += (text[written : token.start()], put)
            written = token.end()
    if not kept:
        return text, ()
    message = (
        f"{reader.dropped} tags stand deeper than {DEEPEST} elements or have thousands of attributes; their words stay"
    )
    return "".join((*kept, text[written:])), (Problem(code="too-deep", message=message),)


def _has_flood(text: str) -> bool:
    """Whether a tag has very many attributes: it is found by leaps over the page, where no other tag begins for long."""
    here = text.find("<")
    while 0 <= here < len(text) - LONG_TAG:
        last = text.rfind("<", here, here + LONG_TAG)
        if last > here:
            here = last
        elif (tag := _TAG.match(text, here)) and _is_flood(tag[0]):
            return True
        else:
            here = text.find("<", here + 1)
    return False


def _is_flood(tag: str) -> bool:
    return len(tag) > LONG_TAG and len(_VALUE.sub("", tag).split()) > MOST_ATTRIBUTES


def _has_many_formats(text: str) -> bool:
    return len(_FORMAT.findall(text)) > FEW_FORMATS


@define
class _Reader:
    """Reads a page tag by tag, and says what to put in the place of those that do harm."""

    open: Counter[str] = Factory(Counter)
    """How many elements of each name are open."""
    skipped: Counter[str] = Factory(Counter)
    """How many of each name would be open, had their tags not been taken out."""
    depth: int = 0
    """How many elements are open."""
    formats: int = 0
    """How many of them are formatting elements."""
    dropped: int = 0
    """How many tags were taken out or cut."""

    def judge(self, token: re.Match[str]) -> str | None:
        """What to put in the place of a tag. None: it can stay."""
        name = (token["name"] or "").lower()
        if not name:
            return None
        if name not in _FLAT:
            put = self._close(name) if token["end"] else self._open(name)
            if put is not None:
                self.dropped += not token["end"]
                return put
        if token.end() - token.start() > LONG_TAG and _is_flood(token[0]):
            self.dropped += 1
            return f"<{token['end']}{name}>"
        return None

    def _open(self, name: str) -> str | None:
        formats = name in _FORMATS
        if self.depth >= DEEPEST or (formats and self.formats >= MOST_FORMATS):
            self.skipped[name] += 1
            return " "
        self.open[name] += 1
        self.depth += 1
        self.formats += formats
        return None

    def _close(self, name: str) -> str | None:
        if self.skipped[name]:
            self.skipped[name] -= 1
            return " "
        if self.open[name]:
            self.open[name] -= 1
            self.depth -= 1
            self.formats -= name in _FORMATS
        return None
