"""JSON that is broken beyond mending: the pairs in it that are whole, and nothing guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from attrs import Factory, define

DEEPEST = 100
"""Containers in containers that are read."""

_NAME = r"@?[\w:.-]{1,60}"
_OPENING = re.compile(r"[{\[]")
_DOUBT = re.compile(r"[{}\[\]/]")
"""What makes it doubtful where reading goes on: a bracket may be one of a text, a slash may begin a comment."""
_GAP = re.compile(r"[\s,]*")
_KEY = re.compile(rf"""(["'])({_NAME})\1\s*:\s*""")
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|' + r"'[^'\\]*(?:'(?!\s*[,:}\]])[^'\\]*)*'", re.DOTALL)
"""A string; one in single quotation marks may hold apostrophes, and ends where a comma or a bracket follows."""
_BARE = re.compile(r"[\w.+-]+")
"""A number, ``true``, ``null``, or a word that is no JSON."""
_BEHIND_PAIR = re.compile(rf"""[\s,]*(?:["']{_NAME}["']\s*:|[}}\]])|\s*(?:,\s*["']?(?:{_NAME})?["']?\s*:?\s*)?\Z""")
"""What follows a whole string in an object: another pair, the end, or a pair that is cut off."""
_BEHIND_ITEM = re.compile(r"""\s*(?:,\s*(?:["'\d{\[\]]|\Z)|\]|\Z)""")
"""What follows one in a list."""
_BEHIND_BARE = re.compile(rf"""\s*(?:[,}}\]]|["']{_NAME}["']\s*:)""")
"""What follows a whole number; at the end of the text it may have lost its last digits."""


@define
class _Reader:
    """Where reading is, and what is open there."""

    text: str
    """What is read."""
    place: int
    """The next character."""
    opened: list[Any] = Factory(list)
    """The objects and lists that are open, outermost first."""

    def step(self) -> bool:
        """Read the next pair or item, or an end. False: what follows cannot be told for certain."""
        inner = self.opened[-1]
        self._pass(_GAP)
        sign = self.text[self.place : self.place + 1]
        if sign and sign in "}]":
            self.opened.pop()
            self.place += 1
            return (sign == "}") == isinstance(inner, dict)
        if isinstance(inner, list):
            return self._read(inner.append, _BEHIND_ITEM)
        key = _KEY.search(self.text, self.place)
        if key is None or _DOUBT.search(self.text, self.place, key.start()):
            return False
        self.place = key.end()
        self._read(partial(inner.setdefault, key[2]), _BEHIND_PAIR)
        return len(self.opened) <= DEEPEST

    def _pass(self, pattern: re.Pattern[str]) -> str:
        """Go on behind ``pattern``, where it stands here; what it matched."""
        found = pattern.match(self.text, self.place)
        self.place = found.end() if found else self.place
        return found[0] if found else ""

    def _read(self, keep: Callable[[Any], object], behind: re.Pattern[str]) -> bool:
        """Read a value and keep it, if it is whole. False: there is none."""
        if sign := self._pass(_OPENING):
            self.opened.append({} if sign == "{" else [])
            keep(self.opened[-1])
            return len(self.opened) <= DEEPEST
        string = self._pass(_STRING)
        token = string or self._pass(_BARE)
        if token and (behind if string else _BEHIND_BARE).match(self.text, self.place):
            value = _value(token)
            if value is not None:
                keep(value)
            return True
        return False


def _value(token: str) -> object:
    """What a string, a number or a word of JSON says. None: nothing, or it is none."""
    if token[0] == "'":
        return None if "\\" in token else token[1:-1]
    try:
        return json.loads(token, strict=False)
    except ValueError:
        return None


def read_fragments(text: str) -> object:
    """The first object or list in ``text`` with those of its pairs that are whole. None: it has none.

    What is cut off, or ends where its string may not have ended, is left out; what is open at the end is closed.

    >>> read_fragments('{"headline": "Harbour closed", "author": {"name": "Ada Quill"}, "text": "The harb')
    {'headline': 'Harbour closed', 'author': {'name': 'Ada Quill'}}
    """
    start = _OPENING.search(text)
    if start is None:
        return None
    root: list[Any] = []
    reader = _Reader(text, start.start(), [root])
    going = reader.step()
    while going and len(reader.opened) > 1:
        going = reader.step()
    return root[0] or None
