"""Readers' comments under the story: known by the heading that counts them, whatever their boxes are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.fields.page_parts import tells
from articlekit.parsers.rules import Candidate, Rule, rule

WORDS = (
    "comments?|kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties|kommentarer?|kommentit|komentarze|komentáře|"
    "комментари(?:и|ев|я)|коментар(?:і|ів)|yorum(?:lar)?|komentar|hozzászólás(?:ok)?|σχόλια|التعليقات|コメント|评论|評論|댓글"
)
COUNTED = re.compile(
    rf"(?:{WORDS})\s?[:：]?\s?[(（\[]?\d{{1,5}}[)）\]]?|[(（\[]?\d{{1,5}}[)）\]]?\s?(?:{WORDS})", re.IGNORECASE
)
"""``Comments (2)``, ``2 Kommentare``: a heading without its count could be the story's own."""


@rule(
    "text.comments",
    example="# Harbour closed\n\nThe harbour closed on Friday.\n\nThe ferries lie idle.\n\n### Comments (2)\n\nann\n\nAt last.\n\njon\n\nA shame.",
    near_miss="# Harbour closed\n\nThe harbour closed on Friday.\n\n### Comments\n\nThe mayor had none.",
)
def comments(draft: Draft) -> Iterator[Candidate[None]]:
    """``Comments (2)`` and everything under it."""
    blocks = list(draft.body.kept)
    start = next((n for n, block in enumerate(blocks) if n > 1 and COUNTED.fullmatch(block.text.strip())), None)
    # Beside the headline it is a button that leads down to them.
    if start is not None and any(map(tells, blocks[:start])):
        for block in blocks[start:]:
            yield Candidate(None, block.text, (block,))


COMMENTS: tuple[Rule[None], ...] = (comments,)
