"""What page converters break when they write Markdown, mended: targets cut in two, and links laid around whole blocks."""

from __future__ import annotations

import re

from articlekit.parsers.draft import DraftBlock, DraftLink

FARTHEST = 12
"""Blocks that one link may lie around."""

_CUT_TARGET = re.compile(r"\]\(<?+(?:[^\s()<>]{1,500}+(?<=-)\n)++(?=[^\s()<>])")
_TARGET = re.compile(r"\]\(<?(?P<href>[^\s()<>]{1,2048})>?(?:\s(?:\"[^\"]*\"|'[^']*'))?\)")


def join_targets(text: str) -> str:
    r"""``text`` with the link targets in one piece that a converter cut at a hyphen to keep its lines short.

    >>> join_targets("The [harbour](https://example.com/closed-\nharbour) is closed.")
    'The [harbour](https://example.com/closed-harbour) is closed.'
    """
    return _CUT_TARGET.sub(lambda match: match[0].replace("\n", ""), text) if "-\n" in text else text


def link_blocks(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """``blocks`` with those linked that lie between a lone ``[`` and its ``](…)``.

    Markdown has no link around several blocks; converters write one for every teaser that links as a whole.
    """
    mended = False
    for number, block in enumerate(blocks):
        start = block.text.rfind("](") if block.kind != "preformatted" else -1
        match = _TARGET.fullmatch(block.text, start) if start >= 0 and "[" not in block.text[:start] else None
        first = _opening(blocks, number) if match else None
        if match and first is not None:
            block.text = block.text[:start].rstrip()
            _open(blocks[first])
            for linked in blocks[first : number + 1]:
                _link(linked, match["href"])
            mended = True
    return [block for block in blocks if block.text or block.image] if mended else blocks


def _opening(blocks: list[DraftBlock], number: int) -> int | None:
    """The nearest block before ``number`` that begins with a ``[`` which nothing closes."""
    for first in range(number - 1, max(-1, number - 1 - FARTHEST), -1):
        text = blocks[first].text
        if text.startswith("[") and "]" not in text and blocks[first].kind != "preformatted":
            return first
    return None


def _open(block: DraftBlock) -> None:
    """Take the ``[`` off the head of the block."""
    words = block.text[1:].lstrip()
    shift = len(block.text) - len(words)
    block.links = tuple(DraftLink(max(0, k.start - shift), max(0, k.end - shift), k.href) for k in block.links)
    block.text = words


def _link(block: DraftBlock, href: str) -> None:
    length = len(block.text)
    kept = tuple(DraftLink(min(k.start, length), min(k.end, length), k.href) for k in block.links)
    block.links = kept or (DraftLink(0, length, href),)
