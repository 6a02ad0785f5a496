"""YAML front matter: the fenced lines at the head of a Markdown file that state its title, date, author and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from articlekit.models import Problem

if TYPE_CHECKING:
    from yaml import Event

LONGEST = 64 * 1024
"""Characters of front matter that are read; news files have a few hundred."""
DEEPEST = 20
"""Levels of nesting that are read."""

_OPENING = re.compile(
    r"\s{0,100}?^---[ \t]*\n(?=(?:[ \t]*(?:#[^\n]*)?\n){0,20}[\"']?\w[\w .-]{0,60}[\"']?[ \t]*:(?:\s|$))", re.MULTILINE
)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w-]{0,60}):\s(?P<value>\s*[^\s\[{|>&*!\"'].*)")
_NOTHING = ("", "~", "null", "Null", "NULL")


@frozen
class FrontMatter:
    """What a file states about itself, and the rest of it."""

    values: dict[str, tuple[str, ...]]
    """Every value as written, by key in lower case; nested keys are joined with a dot (``author.name``)."""
    body: str
    """The text under the front matter; the whole text where there is none or where it is broken."""
    problems: tuple[Problem, ...]
    """Why front matter could not be read. Empty: it was, or there is none."""
    source: str = ""
    """The YAML itself, without its fences. Empty where it could not be read as YAML."""


class _UnreadableError(ValueError):
    """Well-formed YAML that front matter does not consist of."""


def split(text: str) -> FrontMatter:
    r"""Take the front matter off ``text``.

    It must stand in the first lines, open with ``---`` over a ``key:`` and close with ``---`` or ``...``.

    >>> split("---\nTitle: Rain at last\nauthors: [{name: Ada Quill}]\n---\nIt rained.").values
    {'title': ('Rain at last',), 'authors': ('Ada Quill',)}
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + LONGEST) if opening else None
    if not opening or not closing:
        return FrontMatter({}, text, ())
    # Heavy, and few reports have front matter.
    from yaml import YAMLError

    try:
        values = _read(text[opening.end() : closing.start()])
    except (YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        if plain := _read_lines(text[opening.end() : closing.start()]):
            problem = Problem(code="bad-structured-data", message=f"the front matter is read line by line: {reason}")
            return FrontMatter(plain, text[closing.end() :], (problem,))
        problem = Problem(code="bad-structured-data", message=f"the front matter is left in the text: {reason}")
        return FrontMatter({}, text, (problem,))
    return FrontMatter(values, text[closing.end() :], (), text[opening.end() : closing.start()])


def _read_lines(source: str) -> dict[str, tuple[str, ...]]:
    """Front matter whose only fault is a colon within a value: ``title: Mayor: we lost``. Empty if it has another."""
    values: dict[str, tuple[str, ...]] = {}
    for line in filter(str.strip, source.splitlines()):
        pair = _PAIR.fullmatch(line)
        if pair is None or pair["key"].lower() in values:
            return {}
        values[pair["key"].lower()] = (pair["value"].strip(),)
    return values if any(": " in value for (value,) in values.values()) else {}


def _read(source: str) -> dict[str, tuple[str, ...]]:
    import yaml

    # BaseLoader makes no dates and numbers of the words. Only its events are used: no recursion, no alias grows.
    flat = _Flattener()
    for event in yaml.parse(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
        flat.take(event)
    return {key: tuple(values) for key, values in flat.values.items()}


@define
class _Flattener:
    """Collects scalars under the dotted path of keys that leads to them."""

    values: dict[str, list[str]] = Factory(dict)
    """The values so far."""
    path: list[str | None] = Factory(list)
    """For each open collection the key that is being read; None in a mapping: a key comes next. Empty in a list."""
    anchors: dict[str, str] = Factory(dict)
    """Scalars that an alias may stand for."""

    def take(self, event: Event) -> None:
        """Read one more event."""
        import yaml

        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event.value, plain=not event.style, anchor=event.anchor)
        elif isinstance(event, yaml.AliasEvent):
            self._scalar(self._anchored(event.anchor or ""), plain=True, anchor=None)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(None)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open("")
        elif isinstance(event, yaml.CollectionEndEvent):
            self.path.pop()
            self._value_is_complete()

    def _open(self, key: str | None) -> None:
        if not self.path and key is not None:
            raise _UnreadableError("it is a list, not keys with values")
        if self.path and self.path[-1] is None:
            raise _UnreadableError("a key is itself a collection")
        if len(self.path) >= DEEPEST:
            raise _UnreadableError(f"it is nested more than {DEEPEST} levels deep")
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
        if not (words in _NOTHING if plain else not words):
            self.values.setdefault(".".join(self._keys()), []).append(words)
        self._value_is_complete()

    def _keys(self) -> Iterator[str]:
        """The names on the way to a value; an item of a list that is a mapping with a ``name`` is that name."""
        path = self.path[:-1] if self.path[-2:] == ["", "name"] else self.path
        return (key for key in path if key)

    def _value_is_complete(self) -> None:
        """In a mapping, the next scalar is a key."""
        if self.path and self.path[-1]:
            self.path[-1] = None

    def _anchored(self, anchor: str) -> str:
        if anchor not in self.anchors:
            raise _UnreadableError(f"the alias *{anchor[:40]} stands for more than words")
        return self.anchors[anchor]
