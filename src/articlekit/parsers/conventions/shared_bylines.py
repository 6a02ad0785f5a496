"""Bylines that name those who took the pictures beside those who wrote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from articlekit.models import Credit
from articlekit.parsers.conventions.labels import split_label, split_pictures
from articlekit.parsers.conventions.signatures import LONGEST, read_signed
from articlekit.parsers.draft import Draft
from articlekit.parsers.rules import Candidate, Rule, rule

HEAD = 12
"""Blocks of the page among which such a byline can stand."""


@rule(
    "credits.shared_byline",
    example="<h1>Harbour closed</h1><p>Words by Ada Quill, photographs by Tom Reed</p><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><p>Words by Ada Quill, photographs by no one</p><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def shared_byline(draft: Draft) -> Iterator[Candidate[Credit]]:
    """The photographers in a line at the head that names writers before them: ``Words by …, photographs by …``."""
    for line in chain(draft.blocks[:HEAD], draft.beside):
        names = photographers(line.text)
        if names:
            standing = tuple(block for block in draft.body()[:HEAD] if block.text == line.text)
            for name in names:
                yield Candidate(Credit(name=name, role="photography", text=line.text), line.text, standing)
            return


def photographers(line: str) -> list[str]:
    """Who took the pictures, in a line that names writers before them and nothing else."""
    words, pictures = split_pictures(line) if len(line) <= LONGEST else (line, "")
    labelled, writers = split_label(words)
    return read_signed(pictures) if pictures and labelled and read_signed(writers) else []


SHARED_BYLINES: tuple[Rule[Credit], ...] = (shared_byline,)
