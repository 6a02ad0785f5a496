"""Who the writers are, in a paragraph under the story: told by the byline's name that it opens with, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.boilerplate.notices import is_orphan
from articlekit.parsers.rules import Candidate, Rule, rule

LONGEST: Final = 700
"""Characters of a biography."""
SHORTEST_STORY: Final = 4
"""Blocks that must stand over it: a shorter page may be about its writer."""
GOES_ON: Final = re.compile(r"(?:\s\([^()]{1,40}\))?,?\s[^\W\d_A-Z]")
"""Behind a name that a sentence tells of: a word in small letters, or in a script without capitals."""
SPOKEN: Final = re.compile(r"[\"“”„«»「」]")


@rule(
    "blocks.biography",
    example="# Harbour closed\n\nBy Ada Quill\n\nThe harbour closed.\n\nThe pier is gone.\n\nBoats lie idle.\n\nNo ferry sails.\n\n"
    "Ada Quill is a reporter in Marrow Bay.",
    near_miss="# Harbour closed\n\nBy Ada Quill\n\nThe harbour closed.\n\nThe pier is gone.\n\nBoats lie idle.\n\nNo ferry sails.\n\n"
    "Tom Reed is a pilot in Marrow Bay.",
)
def biography(draft: Draft) -> Iterator[Candidate[None]]:
    """The last paragraphs, where each opens with the whole name of one of the writers and quotes nobody, with the label over them."""
    body = draft.body.kept
    names = tuple(author.name for author in draft.decided.authors if author.kind == "person" and " " in author.name)
    taken = False
    for block in reversed(body[SHORTEST_STORY:]) if names else ():
        told = _tells_of(block, names)
        if told or (taken and is_orphan(block)):
            yield Candidate(None, block.text, (block,))
        if not told:
            return
        taken = True


def _tells_of(block: DraftBlock, names: tuple[str, ...]) -> bool:
    text = block.text
    name = next((name for name in names if text.startswith(name)), None)
    if name is None or block.kind not in ("paragraph", "note") or len(text) > LONGEST:
        return False
    return GOES_ON.match(text, len(name)) is not None and not SPOKEN.search(text)


BIOGRAPHIES: tuple[Rule[None], ...] = (biography,)
