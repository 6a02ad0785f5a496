"""A JSON object that is read by name and type, and remembers the path to everything that is not what it should be."""

from __future__ import annotations

from typing import Any

from articlekit.errors import SchemaError

_TYPES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}


class Faults:
    """What is wrong with a document."""

    def __init__(self) -> None:
        self._found: dict[str, None] = {}

    def add(self, path: str, message: str) -> None:
        """Note a fault at ``path``, once."""
        self._found[f"{path}: {message}" if path else message] = None

    def raise_for(self, name: str) -> None:
        """Raise SchemaError with every fault, if there is any."""
        if self._found:
            raise SchemaError("\n".join((f"not {name} as its schema has it:", *self._found)))


class Node:
    """One object of the document."""

    def __init__(self, value: object, path: str, faults: Faults) -> None:
        self._faults = faults
        self.path = path
        self._known: dict[str, list[Node]] = {}
        if not isinstance(value, dict):
            faults.add(path, f"must be an object, not {_told(value)}")
        self._members: dict[str, Any] = value if isinstance(value, dict) else {}

    def require(self, name: str) -> None:
        """Note a fault where a member is missing."""
        if self._members and self.text(name) is None and self._members.get(name) is None:
            self._faults.add(self._at(name), "is missing")

    def text(self, *names: str) -> str | None:
        """The string under the first of ``names`` that is there. None: there is none."""
        for name in names:
            value = self._members.get(name)
            if isinstance(value, str):
                return value
            if value is not None:
                self._faults.add(self._at(name), f"must be a string, not {_told(value)}")
        return None

    def nodes(self, *names: str) -> list[Node]:
        """The objects of the list under the first of ``names`` that is there; older versions have an object of objects."""
        for name in names:
            value = self._members.get(name)
            if value is None:
                continue
            if name not in self._known:
                self._known[name] = self._children(name, value)
            return self._known[name]
        return []

    def _children(self, name: str, value: object) -> list[Node]:
        at = self._at(name)
        if isinstance(value, list):
            return [Node(one, f"{at}[{n}]", self._faults) for n, one in enumerate(value)]
        if isinstance(value, dict):
            return [Node(one, f"{at}.{key}", self._faults) for key, one in value.items()]
        self._faults.add(at, f"must be a list, not {_told(value)}")
        return []

    def place_of(self, child: Node, name: str) -> str:
        """Where a member of ``child`` stands, counted from this object."""
        start = len(self.path) + 1 if self.path else 0
        return f"{child.path[start:]}.{name}"

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def _told(value: object) -> str:
    """What a wrong value is."""
    return next((words for kind, words in _TYPES.items() if isinstance(value, kind)), "a number")
