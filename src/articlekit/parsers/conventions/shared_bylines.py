"""Whom a byline or its like names beside the writers: photographers, and editors in charge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from articlekit.models import Credit
from articlekit.parsers.conventions.labels import split_label, split_pictures, wrote_and_pictured
from articlekit.parsers.conventions.signatures import LONGEST, read_signed
from articlekit.parsers.conventions.zones import tail
from articlekit.parsers.draft import Draft
from articlekit.parsers.rules import Candidate, Rule, rule

_EDITORS = re.compile(r"[(（\[【]?(?:责任?编辑?|責任編輯|编辑|編輯|校对|校對)\s?[:：丨|]\s?")
"""What announces the editors, in Chinese."""
HEAD = 12
"""Blocks of the page among which such a byline can stand."""


@rule(
    "credits.shared_byline",
    example="<h1>Harbour closed</h1><p>Words by Ada Quill, photographs by Tom Reed</p><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><p>Words by Ada Quill, photographs by no one</p><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def shared_byline(draft: Draft) -> Iterator[Candidate[Credit]]:
    """The photographers in a line at the head that names writers before them, or as them: ``Text und Fotos: …``."""
    for line in chain(draft.blocks[:HEAD], draft.beside):
        names = photographers(line.text) or _writers_with_cameras(line.text)
        if names:
            standing = tuple(block for block in draft.body()[:HEAD] if block.text == line.text)
            for name in names:
                yield Candidate(Credit(name=name, role="photography", text=line.text), line.text, standing)
            return


@rule(
    "credits.chinese_editors",
    example="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p><p>(责编：王小明、李华)</p>",
    near_miss="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p><p>(责编会议)</p>",
)
def chinese_editors(draft: Draft) -> Iterator[Candidate[Credit]]:
    """The editors in charge, whom Chinese papers name under the story."""
    for block in tail(draft):
        label = _EDITORS.match(block.text) if len(block.text) <= LONGEST else None
        for name in read_signed(block.text[label.end() :]) if label else ():
            yield Candidate(Credit(name=name, role="editing", text=block.text), block.text, (block,))


def _writers_with_cameras(line: str) -> list[str]:
    """Who both wrote a report and took its pictures."""
    both = wrote_and_pictured(line) if len(line) <= LONGEST else None
    return read_signed(both) if both else []


def photographers(line: str) -> list[str]:
    """Who took the pictures, in a line that names writers before them and nothing else."""
    words, pictures = split_pictures(line) if len(line) <= LONGEST else (line, "")
    labelled, writers = split_label(words)
    return read_signed(pictures) if pictures and labelled and read_signed(writers) else []


SHARED_BYLINES: tuple[Rule[Credit], ...] = (shared_byline, chinese_editors)
