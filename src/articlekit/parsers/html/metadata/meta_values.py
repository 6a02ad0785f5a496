"""The values of meta elements."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.web.schema_org import plain_text


def meta_values(draft: Draft, *keys: str) -> Iterator[str]:
    """What meta elements state under ``keys``, in the order of the keys."""
    for key in keys:
        for value in draft.facts.meta.get(f"meta:{key}", ()):
            if words := plain_text(value):
                yield words
