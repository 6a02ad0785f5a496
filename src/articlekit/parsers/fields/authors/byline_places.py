"""Places of two words behind the names of a byline, which look like one more person."""

from __future__ import annotations

import re

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.lines.datelines import find_dateline
from articlekit.parsers.lines.names import is_person

MAX_DATELINE_BLOCKS = 3
"""Blocks of the story in whose place lines the writer's place can stand."""
_DASHES = ("–", "—", "-")
_OF_PERSONS = re.compile(
    r"\b(?:trust\w*|faith|confiden\w+|belie\w+|interest\w*|invest\w*|love|ally|friend|has|have|had|found|finds?|sees?|saw"
    r"|hat|hatten?|haben|findet|fand|fanden|sieht|sah|sahen|sich|vertrau\w*|glaub\w*|verliebt)\s$",
    re.IGNORECASE,
)
"""What stands before an ``in`` that may be of a person: ``put her trust in``, ``hat in``."""
_LONGEST = 20
"""Characters before an ``in`` in which that stands."""


def without_place(draft: Draft, line: DraftBlock, names: list[str]) -> list[str]:
    """The names that a byline lists, without the last behind a comma where the story says that it is a place.

    That no page is linked from it says nothing: those who write together have not all a page.
    """
    *writers, last = names or [""]
    if not writers or not is_person(last) or not line.text.partition(f", {last}")[1] or _is_linked(line, last):
        return names
    return writers if _is_told_of(draft, last) else names


def is_dashed_place(draft: Draft, line: DraftBlock, name: str) -> bool:
    """Whether a name that is linked nowhere stands behind a dash, and the story says that it is a place."""
    before = line.text.partition(name)[0].rstrip()
    return is_person(name) and before.endswith(_DASHES) and not _is_linked(line, name) and _is_told_of(draft, name)


def _is_linked(line: DraftBlock, name: str) -> bool:
    return any(name in line.text[link.start : link.end] for link in line.links)


def _is_told_of(draft: Draft, name: str) -> bool:
    """Whether the story tells of a place of this name: in its place line, or of what is ``in`` or ``near`` it.

    Words such as ``à`` and ``en`` stand before persons as well, but seldom at the beginning of a sentence.
    """
    told = re.compile(rf"\b(?:(?i:in|near|outside|aus)|(?<![^.!?]\s)(?:En|Em))\s(?i:{re.escape(name)})\b")
    body = draft.body.kept
    lines = filter(None, (find_dateline(block.text) for block in body[:MAX_DATELINE_BLOCKS]))
    places = ((line.place or "").casefold() for line in lines)
    return any(name.casefold() in (place, place.partition(",")[0]) for place in places) or any(
        not _OF_PERSONS.search(block.text[max(0, found.start() - _LONGEST) : found.start()])
        for block in body
        for found in told.finditer(block.text)
    )
