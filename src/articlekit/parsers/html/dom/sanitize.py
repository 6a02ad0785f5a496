"""Sanitizing: removal of markup that no news page has and that would slow the parser down.

The time that Lexbor needs grows with the square of the depth of a page, of the options in a list and of the attributes in
a tag. In each paragraph it also reopens every formatting element that was left open, as the HTML standard requires.
Nearly all pages pass after a few counts; only the others are read tag by tag.
"""

from __future__ import annotations

import re

from articlekit.models import Problem
from articlekit.parsers.html.dom.nesting import MAX_DEPTH, Nesting

HARMLESS_TAGS, SUSPICIOUS_TAGS = 1200, 10_000
"""Tags of a page that cannot do harm whatever they are, and of one that is always read tag by tag."""
HARMLESS_FORMATS = 50
"""Formatting tags with attributes that may be left open: the parser keeps only three of those that are all alike."""
MAX_TAG_CHARS, MAX_ATTRIBUTES = 20_000, 1000
"""Characters of a tag whose attributes are counted, and the attributes that it may have."""
MAX_OPTIONS = 1000
"""Options of a page up to which they are kept."""
_FORMAT = re.compile(
    rb"<([biusBIUS]|big|code|em|font|nobr|small|strike|strong|tt|BIG|CODE|EM|FONT|NOBR|SMALL|STRONG|TT)[\s/]"
    rb"(?!\s*+(?:[\w-]++=(?:\"[^\"<>]*+\"|'[^'<>]*+')\s*+)++>[^<]*+</\1>)"
)
"""A formatting tag with attributes that is not closed around plain text. Icons are closed, and pages have hundreds of them."""
_TAG = re.compile(rb"<[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*+", re.IGNORECASE)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_OPTION = re.compile(r"</?option[^>]{0,1000}>", re.IGNORECASE)
_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes"
"""Elements whose content is not markup, except in a drawing or a formula."""
_RAW_NAMES = frozenset(_RAW.split("|"))
_RAW_END = re.compile(rf"</(?P<name>{_RAW})(?=[\s/>])", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*>?|</(?![a-z])[^>]*>?)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)"
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)*+(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""A comment or a tag as the parser's tokenizer delimits it."""


def sanitize(page: bytes, tags: int) -> tuple[bytes, tuple[Problem, ...]]:
    """Return ``page`` in a form that the parser reads in linear time, and a problem if something was removed.

    ``tags`` is an upper bound of the tags in the page. No text is removed.
    """
    if not (tags >= SUSPICIOUS_TAGS or _has_flood(page) or (tags >= HARMLESS_TAGS and _has_many_formats(page))):
        return page, ()
    text = page.decode()
    if text.count("<option") + text.count("<OPTION") > MAX_OPTIONS:
        text = _OPTION.sub(" ", text)
    flat, removed = _flattened(text.replace("<![CDATA[", ""))
    if not removed:
        return flat.encode(), ()
    message = f"{removed} tags stand deeper than {MAX_DEPTH} elements or have thousands of attributes; their words stay"
    return flat.encode(), (Problem(code="too-deep", message=message),)


def _flattened(text: str) -> tuple[str, int]:
    """Return ``text`` without the harmful tags, and their number."""
    nesting = Nesting()
    kept: list[str] = []
    position = removed = 0
    while token := _TOKEN.search(text, position):
        kept.append(text[position : token.start()])
        position = token.end()
        name = (token["name"] or "").lower()
        if not name:
            kept.append(" ")  # a comment: parsers disagree about where one ends
            continue
        if name in _RAW_NAMES and not token["end"]:
            raw, position = _raw(text, token, nesting)
            kept.append(raw)
            continue
        may_stay = nesting.end(name) if token["end"] else nesting.start(name, closed=token[0].endswith("/>"))
        removed += not may_stay and not token["end"]
        if may_stay and _is_flood(token[0]):
            removed += 1
            kept.append(f"<{token['end']}{name}>")
        else:
            kept.append(token[0] if may_stay else " ")
    return "".join((*kept, text[position:])), removed


def _raw(text: str, token: re.Match[str], nesting: Nesting) -> tuple[str, int]:
    """Return an element with raw content and where it ends; empty if the content could be read as markup after all."""
    name = token["name"].lower()
    end = next((end for end in _RAW_END.finditer(text, token.end()) if end["name"].lower() == name), None)
    if end is None:
        return "", len(text)
    content = text[token.end() : end.start()]
    is_harmless = "<" not in content or not (nesting.foreign or "<!--" in content)
    return f"{token[0]}{content}</{name}>" if is_harmless else "", text.find(">", end.end()) + 1 or len(text)


def _has_flood(page: bytes) -> bool:
    """True if a tag has very many attributes. It is found by leaps: no other tag begins for a long way after it."""
    position = page.find(b"<")
    while 0 <= position < len(page) - MAX_TAG_CHARS:
        last = page.rfind(b"<", position, position + MAX_TAG_CHARS)
        if last > position:
            position = last
        elif (tag := _TAG.match(page, position)) and _is_flood(tag[0].decode()):
            return True
        else:
            position = page.find(b"<", position + 1)
    return False


def _is_flood(tag: str) -> bool:
    return len(tag) > MAX_TAG_CHARS and len(_VALUE.sub("", tag).split()) > MAX_ATTRIBUTES


def _has_many_formats(page: bytes) -> bool:
    return len(_FORMAT.findall(page)) > HARMLESS_FORMATS
