"""For rules: which blocks of the draft's body are its header, its footer, running text and short lines."""

from __future__ import annotations

import re

from articlekit.parsers.draft import Draft, DraftBlock, body_fact
from articlekit.parsers.lines.normalize import ends_sentence

MAX_HEADER_BLOCKS = 20
"""Blocks at the start of the body among which the header is."""
MAX_FOOTER_BLOCKS = 12
"""Blocks at the end of the body that are its footer."""
MIN_PROSE_CHARS = 120
"""Characters of a paragraph that is running text whatever it says."""
MIN_SENTENCE_CHARS = 16
"""Characters of a shorter paragraph that is running text if it ends a sentence: ``Photo by A.`` is not."""
MAX_SHORT_BLOCK_CHARS = 300
"""Characters of a block that can be boilerplate."""

_LINE_SEPARATOR = re.compile(
    r"\n|\s[|•·–—-]\s|(?<=\w)(?=\((?:Updated|Last updated)\b)|\s(?=(?:Last\s(?:updated|modified)|Updated|Modified)\b)"
)


def is_prose(block: DraftBlock) -> bool:
    """True if a block is a paragraph long enough to be running text whatever it says."""
    return block.kind == "paragraph" and not block.emphasis and len(block.text) >= MIN_PROSE_CHARS


def is_running_text(block: DraftBlock) -> bool:
    """True if a block is a paragraph of running text: a sentence, or a long paragraph."""
    if is_prose(block):
        return True
    is_sentence = len(block.text) >= MIN_SENTENCE_CHARS and ends_sentence(block.text)
    return block.kind == "paragraph" and not block.emphasis and is_sentence


@body_fact
def header_blocks(draft: Draft) -> list[DraftBlock]:
    """Return the blocks among which an article has its date line, byline and photo credit.

    They end before the second paragraph of running text; the first may be a standfirst or a caption.
    """
    found: list[DraftBlock] = []
    paragraphs = 0
    for block in draft.body.kept[:MAX_HEADER_BLOCKS]:
        paragraphs += is_running_text(block)
        if paragraphs == 2:
            break
        found.append(block)
    return found


def footer_blocks(draft: Draft) -> list[DraftBlock]:
    """Return the last blocks of the body, in page order."""
    return draft.body.kept[-MAX_FOOTER_BLOCKS:]


@body_fact
def header_and_footer(draft: Draft) -> list[DraftBlock]:
    """Return the blocks of header and footer, each once."""
    header = header_blocks(draft)
    return header + [block for block in footer_blocks(draft) if block not in header]


@body_fact
def short_blocks(draft: Draft) -> list[DraftBlock]:
    """Return the blocks of the body that are short enough to be boilerplate, without code and table rows."""
    return [
        block
        for block in draft.body.kept
        if 0 < len(block.text) <= MAX_SHORT_BLOCK_CHARS and block.kind not in ("preformatted", "table_row", "image")
    ]


def is_link(block: DraftBlock) -> bool:
    """True if the whole text of a block is one link."""
    return [(link.start, link.end) for link in block.links] == [(0, len(block.text))]


def split_line(block: DraftBlock) -> list[tuple[int, int]]:
    """Return start and end of each part of a line between bars, bullets, dashes and line breaks."""
    found, start = [], 0
    for separator in _LINE_SEPARATOR.finditer(block.text):
        found.append((start, separator.start()))
        start = separator.end()
    found.append((start, len(block.text)))
    return [(start, end) for start, end in found if end > start]
