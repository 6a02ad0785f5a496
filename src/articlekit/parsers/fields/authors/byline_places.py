"""Places at the end of a byline that look like one more person: ``Ada Quill and Tom Reed, Marrow Bay``."""

from __future__ import annotations

import re

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.lines.datelines import find_dateline
from articlekit.parsers.lines.names import is_person

MAX_DATELINE_BLOCKS = 3
"""Blocks at the start of the body whose datelines can name the writer's place."""
_DASHES = ("–", "—", "-")
_BEFORE_PERSON = re.compile(
    r"\b(?:trust\w*|faith|confiden\w+|belie\w+|interest\w*|invest\w*|love|ally|friend|has|have|had|found|finds?|sees?|saw"
    r"|hat|hatten?|haben|findet|fand|fanden|sieht|sah|sahen|sich|vertrau\w*|glaub\w*|verliebt)\s$",
    re.IGNORECASE,
)
"""Words before an ``in`` that a person may follow: ``put her trust in``, ``hat in``."""
_MAX_CHARS_BEFORE_IN = 20
"""Characters before an ``in`` that are searched for them."""


def without_place(draft: Draft, line: DraftBlock, names: list[str]) -> list[str]:
    """Return the names of a byline without the last one after a comma, if the text says that it is a place.

    A missing link proves nothing: not every co-author has a page.
    """
    *writers, last = names or [""]
    if not writers or not is_person(last) or not line.text.partition(f", {last}")[1] or _is_linked(line, last):
        return names
    return writers if _is_place_in_text(draft, last) else names


def is_dashed_place(draft: Draft, line: DraftBlock, name: str) -> bool:
    """True if a name without a link comes after a dash, and the text says that it is a place."""
    before = line.text.partition(name)[0].rstrip()
    return (
        is_person(name) and before.endswith(_DASHES) and not _is_linked(line, name) and _is_place_in_text(draft, name)
    )


def _is_linked(line: DraftBlock, name: str) -> bool:
    return any(name in line.text[link.start : link.end] for link in line.links)


def _is_place_in_text(draft: Draft, name: str) -> bool:
    """True if the text has a place of this name: in its dateline, or after ``in`` or ``near``.

    ``En`` counts only at the start of a sentence: elsewhere it also comes before persons.
    """
    in_place = re.compile(rf"\b(?:(?i:in|near|outside|aus)|(?<![^.!?]\s)(?:En|Em))\s(?i:{re.escape(name)})\b")
    body = draft.body.kept
    lines = filter(None, (find_dateline(block.text) for block in body[:MAX_DATELINE_BLOCKS]))
    places = ((line.place or "").casefold() for line in lines)
    return any(name.casefold() in (place, place.partition(",")[0]) for place in places) or any(
        not _BEFORE_PERSON.search(block.text[max(0, found.start() - _MAX_CHARS_BEFORE_IN) : found.start()])
        for block in body
        for found in in_place.finditer(block.text)
    )
