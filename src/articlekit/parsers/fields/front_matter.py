"""For rules: the values of front matter as candidates."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate


def front_matter_values(draft: Draft, keys: tuple[str, ...]) -> Iterator[Candidate[str]]:
    """Yield the values of front matter under ``keys``, in the order of the keys."""
    for key in keys:
        for value in draft.facts.meta.get(f"front_matter:{key}", ()):
            if value.strip():
                yield Candidate(" ".join(value.split()), value)
