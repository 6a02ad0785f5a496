"""Places of two words behind the names of a byline, which look like one more person."""

from __future__ import annotations

import re

from articlekit.parsers.conventions.datelines import find_dateline
from articlekit.parsers.conventions.names import is_person
from articlekit.parsers.draft import Draft, DraftBlock

OPENING = 3
"""Blocks of the story in whose place lines the writer's place can stand."""
_DASHES = ("–", "—", "-")
_IN = r"(?:in|near|en|em|à|aus|i|på|w|în|в|у)"
"""What stands before a place in a story, and before no person."""


def without_place(draft: Draft, line: DraftBlock, names: list[str]) -> list[str]:
    """The names that a byline lists, without the last behind a comma where that is the place of the others.

    The story says so, as what happened there or as its place line, or the others are linked and it is not.
    """
    *writers, last = names or [""]
    if not writers or not is_person(last) or not line.text.partition(f", {last}")[1] or _is_linked(line, last):
        return names
    placed = all(_is_linked(line, name) for name in writers) or _is_told_of(draft, last)
    return writers if placed else names


def is_dashed(line: DraftBlock, name: str) -> bool:
    """Whether a name that is linked nowhere stands behind a dash: those who write together are listed otherwise."""
    before = line.text.partition(name)[0].rstrip()
    return is_person(name) and before.endswith(_DASHES) and not _is_linked(line, name)


def _is_linked(line: DraftBlock, name: str) -> bool:
    return any(name in line.text[link.start : link.end] for link in line.links)


def _is_told_of(draft: Draft, name: str) -> bool:
    """Whether the story tells of a place of this name."""
    told = re.compile(rf"\b{_IN}\s{re.escape(name)}\b", re.IGNORECASE)
    body = draft.body()
    lines = filter(None, (find_dateline(block.text) for block in body[:OPENING]))
    return any((line.place or "").casefold() == name.casefold() for line in lines) or any(
        told.search(block.text) for block in body
    )
