"""Salvage of JSON that cannot be repaired: the pairs in it that are whole. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from attrs import Factory, define

MAX_DEPTH = 100
"""Levels of objects and lists that are read."""

_NAME = r"@?[\w:.-]{1,60}"
_OPENING = re.compile(r"[{\[]")
_DOUBT = re.compile(r"[{}\[\]/]")
"""Characters that make it doubtful where to go on: a bracket may belong to a text, a slash may begin a comment."""
_GAP = re.compile(r"[\s,]*")
_KEY = re.compile(rf"""(["'])({_NAME})\1\s*:\s*""")
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|' + r"'[^'\\]*(?:'(?!\s*[,:}\]])[^'\\]*)*'", re.DOTALL)
"""A string; one in single quotation marks may hold apostrophes, and ends where a comma or a bracket follows."""
_BARE = re.compile(r"[\w.+-]+")
"""A number, ``true``, ``null``, or a word that is not JSON."""
_AFTER_PAIR = re.compile(rf"""[\s,]*(?:["']{_NAME}["']\s*:|[}}\]])|\s*(?:,\s*["']?(?:{_NAME})?["']?\s*:?\s*)?\Z""")
"""What follows a whole string in an object: another pair, the end, or a pair that is cut off."""
_AFTER_ITEM = re.compile(r"""\s*(?:,\s*(?:["'\d{\[\]]|\Z)|\]|\Z)""")
"""What follows a whole string in a list."""
_AFTER_BARE = re.compile(rf"""\s*(?:[,}}\]]|["']{_NAME}["']\s*:)""")
"""What follows a whole number. At the end of the text it may have lost its last digits."""


@define
class _Reader:
    """The position in the text, and what is open there."""

    text: str
    """The text to read."""
    position: int
    """The index of the next character."""
    opened: list[Any] = Factory(list)
    """The objects and lists that are open, outermost first."""

    def step(self) -> bool:
        """Read the next pair or item, or an end. Return False if it is not certain what follows."""
        inner = self.opened[-1]
        self._skip(_GAP)
        bracket = self.text[self.position : self.position + 1]
        if bracket and bracket in "}]":
            self.opened.pop()
            self.position += 1
            return (bracket == "}") == isinstance(inner, dict)
        if isinstance(inner, list):
            return self._read(inner.append, _AFTER_ITEM)
        key = _KEY.search(self.text, self.position)
        if key is None or _DOUBT.search(self.text, self.position, key.start()):
            return False
        self.position = key.end()
        self._read(partial(inner.setdefault, key[2]), _AFTER_PAIR)
        return len(self.opened) <= MAX_DEPTH

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """Skip what ``pattern`` matches at the current position, and return it."""
        match = pattern.match(self.text, self.position)
        self.position = match.end() if match else self.position
        return match[0] if match else ""

    def _read(self, keep: Callable[[Any], object], after: re.Pattern[str]) -> bool:
        """Read a value and pass it to ``keep`` if it is whole. Return False if there is no value."""
        if bracket := self._skip(_OPENING):
            self.opened.append({} if bracket == "{" else [])
            keep(self.opened[-1])
            return len(self.opened) <= MAX_DEPTH
        string = self._skip(_STRING)
        token = string or self._skip(_BARE)
        if token and (after if string else _AFTER_BARE).match(self.text, self.position):
            value = _value(token)
            if value is not None:
                keep(value)
            return True
        return False


def _value(token: str) -> object:
    """Return the value of a string, a number or a word, or None if it is ``null`` or not JSON."""
    if token[0] == "'":
        return None if "\\" in token else token[1:-1]
    try:
        return json.loads(token, strict=False)
    except ValueError:
        return None


def salvage_json(text: str) -> object:
    """Return the first object or list in ``text`` with those of its pairs that are whole, or None if there are none.

    A value that is cut off, or whose string may not have ended, is left out. What is open at the end is closed.

    >>> salvage_json('{"headline": "Harbour closed", "author": {"name": "Ada Quill"}, "text": "The harb')
    {'headline': 'Harbour closed', 'author': {'name': 'Ada Quill'}}
    """
    start = _OPENING.search(text)
    if start is None:
        return None
    root: list[Any] = []
    reader = _Reader(text, start.start(), [root])
    is_certain = reader.step()
    while is_certain and len(reader.opened) > 1:
        is_certain = reader.step()
    return root[0] or None
