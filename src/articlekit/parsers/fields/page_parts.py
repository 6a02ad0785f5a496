"""Where a line stands: the head of a report, where its apparatus is, and the tail."""

from __future__ import annotations

import re

from articlekit.parsers.draft import Draft, DraftBlock, body_fact
from articlekit.parsers.lines.normalize import ends_sentence

HEAD = 20
TAIL = 12
PROSE = 120
LINE = 300

_PIECE = re.compile(
    r"\n|\s[|•·–—-]\s|(?<=\w)(?=\((?:Updated|Last updated)\b)|\s(?=(?:Last\s(?:updated|modified)|Updated|Modified)\b)"
)


def is_prose(block: DraftBlock) -> bool:
    """A paragraph long enough to belong to the story itself."""
    return block.kind == "paragraph" and not block.emphasis and len(block.text) >= PROSE


def tells(block: DraftBlock) -> bool:
    """A paragraph that tells something: a sentence, or long enough to belong to the story."""
    said = len(block.text) > 15 and ends_sentence(block.text)
    return is_prose(block) or (block.kind == "paragraph" and not block.emphasis and said)


@body_fact
def head(draft: Draft) -> list[DraftBlock]:
    """The blocks in which a report carries date line, byline and picture credit.

    They end before the second paragraph that tells something: a standfirst or a caption may be the first.
    """
    found: list[DraftBlock] = []
    told = 0
    for block in draft.body.kept[:HEAD]:
        told += tells(block)
        if told == 2:
            break
        found.append(block)
    return found


def tail(draft: Draft) -> list[DraftBlock]:
    """The last blocks of the body, in page order."""
    return draft.body.kept[-TAIL:]


@body_fact
def edges(draft: Draft) -> list[DraftBlock]:
    """Head and tail, each block once."""
    first = head(draft)
    return first + [block for block in tail(draft) if block not in first]


@body_fact
def short_lines(draft: Draft) -> list[DraftBlock]:
    """The blocks of the body that are short enough to be apparatus; never code or table rows."""
    return [
        block
        for block in draft.body.kept
        if 0 < len(block.text) <= LINE and block.kind not in ("preformatted", "table_row", "image")
    ]


def pieces(block: DraftBlock) -> list[tuple[int, int]]:
    """Start and end of each part of a line that bars, bullets, dashes or line breaks divide."""
    found, start = [], 0
    for gap in _PIECE.finditer(block.text):
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(block.text)))
    return [(start, end) for start, end in found if end > start]
