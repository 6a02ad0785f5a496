"""YAML front matter: the metadata at the start of a Markdown file, between two ``---`` lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from articlekit.models import Problem

if TYPE_CHECKING:
    from yaml import Event

MAX_CHARS = 64 * 1024
"""Length of front matter. News files have a few hundred characters."""
MAX_LEVELS = 20
"""Levels of nesting. Limits the depth of what a hostile file can make."""

_OPENING = re.compile(
    r"\s{0,100}?^---[ \t]*\n(?=(?:[ \t]*(?:#[^\n]*)?\n){0,20}[\"']?\w[\w .-]{0,60}[\"']?[ \t]*:(?:\s|$))", re.MULTILINE
)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_KEY_AND_VALUE = re.compile(r"(?P<key>[A-Za-z][\w-]{0,60}):\s(?P<value>\s*[^\s\[{|>&*!\"'].*)")
_NULL_VALUES = ("", "~", "null", "Null", "NULL")


@frozen
class FrontMatter:
    """The front matter of a file, and the text after it."""

    values: dict[str, tuple[str, ...]]
    """The values as written, by key in lower case. Nested keys are joined with a dot (``author.name``)."""
    body: str
    """The text after the front matter; the whole text if there is none or it cannot be read."""
    problems: tuple[Problem, ...]
    """Why the front matter could not be read. Empty: it was read, or there is none."""
    source: str = ""
    """The YAML without the ``---`` lines. Empty: it could not be read as YAML."""


class _UnreadableError(ValueError):
    """The YAML is well-formed, but it is not a mapping of keys to texts."""


def split_front_matter(text: str) -> FrontMatter:
    r"""Split ``text`` into its front matter and the rest.

    Front matter is in the first lines. It begins with ``---`` above a ``key:`` and ends with ``---`` or ``...``.

    >>> split_front_matter("---\nTitle: Rain at last\nauthors: [{name: Ada Quill}]\n---\nIt rained.").values
    {'title': ('Rain at last',), 'authors': ('Ada Quill',)}
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + MAX_CHARS) if opening else None
    if not opening or not closing:
        return FrontMatter({}, text, ())
    # PyYAML is slow to import, and few texts have front matter.
    from yaml import YAMLError

    try:
        values = _read_yaml(text[opening.end() : closing.start()])
    except (YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        if by_line := _read_lines(text[opening.end() : closing.start()]):
            problem = Problem(code="bad-structured-data", message=f"the front matter is read line by line: {reason}")
            return FrontMatter(by_line, text[closing.end() :], (problem,))
        problem = Problem(code="bad-structured-data", message=f"the front matter is left in the text: {reason}")
        return FrontMatter({}, text, (problem,))
    return FrontMatter(values, text[closing.end() :], (), text[opening.end() : closing.start()])


def _read_lines(source: str) -> dict[str, tuple[str, ...]]:
    """Return the values if the only fault is a colon in a value (``title: Mayor: we lost``); otherwise an empty dict."""
    values: dict[str, tuple[str, ...]] = {}
    for line in filter(str.strip, source.splitlines()):
        pair = _KEY_AND_VALUE.fullmatch(line)
        if pair is None or pair["key"].lower() in values:
            return {}
        values[pair["key"].lower()] = (pair["value"].strip(),)
    return values if any(": " in value for (value,) in values.values()) else {}


def _read_yaml(source: str) -> dict[str, tuple[str, ...]]:
    import yaml

    # BaseLoader keeps dates and numbers as text. Using only events avoids recursion and the expansion of aliases.
    flattener = _Flattener()
    for event in yaml.parse(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
        flattener.read(event)
    return {key: tuple(values) for key, values in flattener.values.items()}


@define
class _Flattener:
    """Collects the scalars in a YAML document by the dotted path of their keys."""

    values: dict[str, list[str]] = Factory(dict)
    """The values so far."""
    path: list[str | None] = Factory(list)
    """The current key of each open collection. None: the next scalar is a key of this mapping. Empty: the collection is a list."""
    anchors: dict[str, str] = Factory(dict)
    """The scalars that have an anchor, by its name."""

    def read(self, event: Event) -> None:
        """Read the next event."""
        import yaml

        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event.value, plain=not event.style, anchor=event.anchor)
        elif isinstance(event, yaml.AliasEvent):
            self._scalar(self._scalar_at(event.anchor or ""), plain=True, anchor=None)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(None)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open("")
        elif isinstance(event, yaml.CollectionEndEvent):
            self.path.pop()
            self._end_value()

    def _open(self, key: str | None) -> None:
        if not self.path and key is not None:
            raise _UnreadableError("it is a list, not keys with values")
        if self.path and self.path[-1] is None:
            raise _UnreadableError("a key is itself a collection")
        if len(self.path) >= MAX_LEVELS:
            raise _UnreadableError(f"it is nested more than {MAX_LEVELS} levels deep")
        self.path.append(key)

    def _scalar(self, value: str, *, plain: bool, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = value
        if not self.path:
            raise _UnreadableError("it holds no key")
        if self.path[-1] is None:
            self.path[-1] = value.lower()
            return
        words = " ".join(value.split())
        if not (words in _NULL_VALUES if plain else not words):
            self.values.setdefault(".".join(self._keys()), []).append(words)
        self._end_value()

    def _keys(self) -> Iterator[str]:
        """Yield the keys to a value. A mapping in a list counts as its ``name``, so that key is left out."""
        path = self.path[:-1] if self.path[-2:] == ["", "name"] else self.path
        return (key for key in path if key)

    def _end_value(self) -> None:
        """Expect a key next, if the collection is a mapping."""
        if self.path and self.path[-1]:
            self.path[-1] = None

    def _scalar_at(self, anchor: str) -> str:
        if anchor not in self.anchors:
            raise _UnreadableError(f"the alias *{anchor[:40]} stands for more than words")
        return self.anchors[anchor]
