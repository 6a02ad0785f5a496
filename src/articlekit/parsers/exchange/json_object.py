"""Objects in a JSON document, read by name and type. Values of the wrong type are collected as faults with their paths."""

from __future__ import annotations

from typing import Any

from articlekit.errors import SchemaError

_TYPE_NAMES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}


class Faults:
    """The faults of a document."""

    def __init__(self) -> None:
        self._lines: dict[str, None] = {}

    def add(self, path: str, message: str) -> None:
        """Add a fault at ``path``, once."""
        self._lines[f"{path}: {message}" if path else message] = None

    def raise_if_any(self, name: str) -> None:
        """Raise :class:`SchemaError` with all faults, if there are any. ``name`` is the format."""
        if self._lines:
            raise SchemaError("\n".join((f"not a valid {name} document:", *self._lines)))


class JsonObject:
    """One object of the document."""

    def __init__(self, value: object, path: str, faults: Faults) -> None:
        self._faults = faults
        self.path = path
        self._objects: dict[str, list[JsonObject]] = {}
        if not isinstance(value, dict):
            faults.add(path, f"must be an object, not {_type_name(value)}")
        self._members: dict[str, Any] = value if isinstance(value, dict) else {}

    def require(self, name: str) -> None:
        """Add a fault if a member is missing."""
        if self._members and self._members.get(name) is None:
            self._faults.add(self._path_to(name), "missing")

    def text(self, *names: str) -> str | None:
        """Return the string of the first member of ``names`` that is present; None if there is none."""
        for name in names:
            value = self._members.get(name)
            if isinstance(value, str):
                return value
            if value is not None:
                self._faults.add(self._path_to(name), f"must be a string, not {_type_name(value)}")
        return None

    def objects(self, *names: str) -> list[JsonObject]:
        """Return the objects in the list of the first member of ``names`` that is present. Older versions have an object of objects."""
        for name in names:
            value = self._members.get(name)
            if value is None:
                continue
            if name not in self._objects:
                self._objects[name] = self._read_objects(name, value)
            return self._objects[name]
        return []

    def _read_objects(self, name: str, value: object) -> list[JsonObject]:
        path = self._path_to(name)
        if isinstance(value, list):
            return [JsonObject(item, f"{path}[{i}]", self._faults) for i, item in enumerate(value)]
        if isinstance(value, dict):
            return [JsonObject(item, f"{path}.{key}", self._faults) for key, item in value.items()]
        self._faults.add(path, f"must be a list, not {_type_name(value)}")
        return []

    def relative_path(self, child: JsonObject, name: str) -> str:
        """Return the path from this object to a member of ``child``."""
        start = len(self.path) + 1 if self.path else 0
        return f"{child.path[start:]}.{name}"

    def _path_to(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def _type_name(value: object) -> str:
    return next((name for kind, name in _TYPE_NAMES.items() if isinstance(value, kind)), "a number")
