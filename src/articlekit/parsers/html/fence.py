"""What no page of a newspaper holds, taken out before the parser sees it.

Lexbor needs time that grows with the square of the depth of a page and of the options in a list.
"""

from __future__ import annotations

import re

from articlekit.models import Problem

MANY_TAGS = 4000
"""Tags of a page that is looked at at all."""
MOST_OPTIONS = 1000
"""Options of a page that are kept."""
OPEN = 1500
"""Tags without an end, counted from the beginning of the page, that call for a closer look: images and breaks are such."""
DEEPEST = 500
"""Elements around an element; browsers stop at 512."""
PIECES = 64
"""How many parts of a page are counted one by one."""

_OPTION = re.compile(r"</?option[^>]{0,1000}>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9:-]{0,30})[^<>]*>?", re.IGNORECASE)
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option optgroup "
    "script style".split()
)
"""Tags that hold nothing, or that end by themselves where the next one begins."""


def fence(text: str) -> tuple[str, tuple[Problem, ...]]:
    """``text`` as the parser can read it in good time, and what was taken out. Nearly all pages pass unchanged."""
    if text.count("<") < MANY_TAGS:
        return text, ()
    if text.count("<option") + text.count("<OPTION") > MOST_OPTIONS:
        text = _OPTION.sub(" ", text)
    if _most_open(text) < OPEN:
        return text, ()
    flat, dropped = _flattened(text)
    if not dropped:
        return text, ()
    message = f"{dropped} tags stand deeper than {DEEPEST} elements and were taken out; their words stay"
    return flat, (Problem(code="too-deep", message=message),)


def _most_open(text: str) -> int:
    """The most tags that are open at the end of a part of the page, as counts tell it."""
    step = len(text) // PIECES + 1
    most = now = 0
    for start in range(0, len(text), step):
        now += text.count("<", start, start + step) - 2 * text.count("</", start, start + step)
        most = max(most, now)
    return most


def _flattened(text: str) -> tuple[str, int]:
    """``text`` without the tags that stand too deep, and how many those are."""
    kept: list[str] = []
    depth = dropped = written = 0
    for tag in _TAG.finditer(text):
        if tag["name"].lower() in _FLAT or tag[0].endswith("/>"):
            continue
        if tag["end"]:
            deep = depth > DEEPEST
            depth = max(0, depth - 1)
        else:
            depth += 1
            deep = depth > DEEPEST
        if deep:
            kept.append(text[written : tag.start()])
            written = tag.end()
            dropped += 1
    kept.append(text[written:])
    return " ".join(kept), dropped
