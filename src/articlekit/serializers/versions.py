"""The versions of the JSON form, and how what an older one wrote becomes what the newest writes.

A new version comes only where the older library would misread or refuse what the newer one writes. It adds one step to
:data:`STEPS`; a document climbs as many as it needs.
"""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from articlekit.errors import SchemaError

SCHEMA: Final = "articlekit/2"
"""What this version of the library writes."""

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _words_may_be_missing(data: dict[str, Any]) -> dict[str, Any]:
    """Version 1 always wrote the words beside the spans of links, cues, quotes, claims and dates; 2 may leave them out."""
    return data


STEPS: Final[Mapping[str, tuple[str, Step]]] = {
    "articlekit/1": ("articlekit/2", _words_may_be_missing),
}
"""For each older version the next one, and what makes a document of the one a document of the other."""


def upgraded(data: dict[str, Any]) -> dict[str, Any]:
    """The members of a document of any version that is read, as the newest has them, without the version itself.

    Raises :class:`~articlekit.SchemaError` where the version is missing or not read.
    """
    known = ", ".join(map(repr, (*STEPS, SCHEMA)))
    if "schema" not in data:
        raise not_an_article([f"schema: missing; this version of articlekit reads {known}"])
    version, members = data["schema"], {name: value for name, value in data.items() if name != "schema"}
    while version != SCHEMA:
        if not isinstance(version, str) or version not in STEPS:
            found = reprlib.repr(version)
            raise not_an_article([f"schema: {found} is not read; this version of articlekit reads {known}"])
        version, step = STEPS[version]
        members = step(members)
    return members


def not_an_article(faults: Iterable[str]) -> SchemaError:
    """The error that lists what is wrong with a document, a line each."""
    return SchemaError("\n".join(("not an article as the schema has it:", *faults)))
