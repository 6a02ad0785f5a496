"""What no page of a newspaper holds, taken out before the parser sees it.

Lexbor needs time that grows with the square of the depth of a page, of the options in a list and of the attributes in a
tag, and it opens every formatting element that was left open anew in each paragraph, as the HTML standard asks it to.
Nearly all pages pass after a few counts; only the others are read tag by tag.
"""

from __future__ import annotations

import re

from articlekit.models import Problem
from articlekit.parsers.html.dom.nesting import DEEPEST, Nesting

FEW_TAGS, MANY_TAGS = 1200, 10_000
"""Tags of a page that can do no harm, and of one that is always read tag by tag."""
FEW_FORMATS = 50
"""Formatting tags with attributes that can be left open and do no harm: browsers keep three open of those that are all
alike."""
LONG_TAG, MOST_ATTRIBUTES = 20_000, 1000
"""Characters of a tag that is looked at, and the attributes that it may have."""
MOST_OPTIONS = 1000
"""Options of a page that are kept."""
_FORMAT = re.compile(
    rb"<([biusBIUS]|big|code|em|font|nobr|small|strike|strong|tt|BIG|CODE|EM|FONT|NOBR|SMALL|STRONG|TT)[\s/]"
    rb"(?!\s*+(?:[\w-]++=(?:\"[^\"<>]*+\"|'[^'<>]*+')\s*+)++>[^<]*+</\1>)"
)
"""A formatting tag with attributes that is not closed around plain words: icons are, and pages have hundreds of them."""
_TAG = re.compile(rb"<[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*+", re.IGNORECASE)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_OPTION = re.compile(r"</?option[^>]{0,1000}>", re.IGNORECASE)
_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes"
"""Elements whose content is no markup, save in a drawing or a formula."""
_RAW_NAMES = frozenset(_RAW.split("|"))
_RAW_END = re.compile(rf"</(?P<name>{_RAW})(?=[\s/>])", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*>?|</(?![a-z])[^>]*>?)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)"
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)*+(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""A comment or a tag, as the parser's tokenizer takes it."""


def fence(page: bytes, tags: int) -> tuple[bytes, tuple[Problem, ...]]:
    """``page``, in which so many tags stand at most, as the parser can read it in good time, and what was taken out."""
    if not (tags >= MANY_TAGS or _has_flood(page) or (tags >= FEW_TAGS and _has_many_formats(page))):
        return page, ()
    text = page.decode()
    if text.count("<option") + text.count("<OPTION") > MOST_OPTIONS:
        text = _OPTION.sub(" ", text)
    flat, dropped = _flattened(text.replace("<![CDATA[", ""))
    if not dropped:
        return flat.encode(), ()
    message = f"{dropped} tags stand deeper than {DEEPEST} elements or have thousands of attributes; their words stay"
    return flat.encode(), (Problem(code="too-deep", message=message),)


def _flattened(text: str) -> tuple[str, int]:
    """``text`` without the tags that do harm, and how many those are."""
    nesting = Nesting()
    kept: list[str] = []
    here = dropped = 0
    while token := _TOKEN.search(text, here):
        kept.append(text[here : token.start()])
        here = token.end()
        name = (token["name"] or "").lower()
        if not name:
            kept.append(" ")  # a comment, where readers disagree most easily about its end
            continue
        if name in _RAW_NAMES and not token["end"]:
            words, here = _raw(text, token, nesting)
            kept.append(words)
            continue
        stays = nesting.end(name) if token["end"] else nesting.start(name, closed=token[0].endswith("/>"))
        dropped += not stays and not token["end"]
        if stays and _is_flood(token[0]):
            dropped += 1
            kept.append(f"<{token['end']}{name}>")
        else:
            kept.append(token[0] if stays else " ")
    return "".join((*kept, text[here:])), dropped


def _raw(text: str, token: re.Match[str], nesting: Nesting) -> tuple[str, int]:
    """An element whose content is no markup, and where it ends; nothing of it where it might be markup after all."""
    name = token["name"].lower()
    end = next((end for end in _RAW_END.finditer(text, token.end()) if end["name"].lower() == name), None)
    if end is None:
        return "", len(text)
    inside = text[token.end() : end.start()]
    harmless = "<" not in inside or not (nesting.foreign or "<!--" in inside)
    return f"{token[0]}{inside}</{name}>" if harmless else "", text.find(">", end.end()) + 1 or len(text)


def _has_flood(page: bytes) -> bool:
    """Whether a tag has very many attributes: it is found by leaps over the page, where no other tag begins for long."""
    here = page.find(b"<")
    while 0 <= here < len(page) - LONG_TAG:
        last = page.rfind(b"<", here, here + LONG_TAG)
        if last > here:
            here = last
        elif (tag := _TAG.match(page, here)) and _is_flood(tag[0].decode()):
            return True
        else:
            here = page.find(b"<", here + 1)
    return False


def _is_flood(tag: str) -> bool:
    return len(tag) > LONG_TAG and len(_VALUE.sub("", tag).split()) > MOST_ATTRIBUTES


def _has_many_formats(page: bytes) -> bool:
    return len(_FORMAT.findall(page)) > FEW_FORMATS
