"""Versions of the JSON format, and the steps that upgrade a document to the newest one.

A new version is needed only if an older library would misread or reject what a newer one writes. Each version adds one step to
:data:`STEPS`. A document goes through as many steps as it needs.
"""

from __future__ import annotations

import re
import reprlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from articlekit.errors import SchemaError

VERSION: Final = 2
SCHEMA: Final = f"articlekit/{VERSION}"
"""The version that this library writes."""

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _allow_missing_text(data: dict[str, Any]) -> dict[str, Any]:
    """Upgrade from 1, which always had the text at the spans of links, cues, quotes, claims and dates. It is optional in 2."""
    return data


STEPS: Final[Mapping[str, tuple[str, Step]]] = {
    "articlekit/1": ("articlekit/2", _allow_missing_text),
}
"""For each older version: the next version, and the function that upgrades a document to it."""


def upgrade(data: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a document of any supported version as the newest version has them, without ``schema``.

    Raises :class:`~articlekit.SchemaError` if the version is missing or not supported.
    """
    if "schema" not in data:
        raise schema_error([f"schema: missing; add the version, for example {SCHEMA!r}"])
    version, fields = data["schema"], {name: value for name, value in data.items() if name != "schema"}
    while version != SCHEMA:
        if not isinstance(version, str) or version not in STEPS:
            raise schema_error([f"schema: {_unsupported(version)}"])
        version, step = STEPS[version]
        fields = step(fields)
    return fields


def _unsupported(version: object) -> str:
    """Return what to tell the caller about a version that this library does not read."""
    number = re.fullmatch(r"articlekit/(\d{1,9})", version) if isinstance(version, str) else None
    if number and int(number[1]) > VERSION:
        return f"version {number[1]} is newer than this library; it reads versions 1 to {VERSION}"
    return f"must be one of {', '.join((*STEPS, SCHEMA))}; got {reprlib.repr(version)}"


def schema_error(faults: Iterable[str]) -> SchemaError:
    """Return the error that lists the faults of a document, one on each line."""
    return SchemaError("\n".join(("not a valid article:", *faults)))
