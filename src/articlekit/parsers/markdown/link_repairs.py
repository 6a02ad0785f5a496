"""Repair of links that converters break when they write Markdown: targets on two lines, and links around several blocks."""

from __future__ import annotations

import re

from articlekit.parsers.draft import DraftBlock, DraftLink

MAX_LINKED_BLOCKS = 12
"""Blocks that one link may contain, so that two brackets far apart do not make a link."""

_SPLIT_TARGET = re.compile(r"\]\(<?+(?:[^\s()<>]{1,500}+(?<=-)\n)++(?=[^\s()<>])")
_TARGET = re.compile(r"\]\(<?(?P<href>[^\s()<>]{1,2048})>?(?:\s(?:\"[^\"]*\"|'[^']*'))?\)")


def join_split_targets(text: str) -> str:
    r"""Return ``text`` with link targets joined that a converter has split after a hyphen to shorten a line.

    >>> join_split_targets("The [harbour](https://example.com/closed-\nharbour) is closed.")
    'The [harbour](https://example.com/closed-harbour) is closed.'
    """
    return _SPLIT_TARGET.sub(lambda match: match[0].replace("\n", ""), text) if "-\n" in text else text


def link_blocks(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks``, with links on all blocks between a lone ``[`` and its ``](…)``.

    Markdown has no link around several blocks. Converters write one for every teaser that is a link as a whole.
    """
    has_changed = False
    for index, block in enumerate(blocks):
        end = block.text.rfind("](") if block.kind != "preformatted" else -1
        match = _TARGET.fullmatch(block.text, end) if end >= 0 and "[" not in block.text[:end] else None
        first = _find_opening(blocks, index) if match else None
        if match and first is not None:
            block.text = block.text[:end].rstrip()
            _remove_opening(blocks[first])
            for linked in blocks[first : index + 1]:
                _link_block(linked, match["href"])
            has_changed = True
    return [block for block in blocks if block.text or block.image] if has_changed else blocks


def _find_opening(blocks: list[DraftBlock], index: int) -> int | None:
    """Return the index of the last block before ``index`` that begins with an unclosed ``[``."""
    for first in range(index - 1, max(-1, index - 1 - MAX_LINKED_BLOCKS), -1):
        text = blocks[first].text
        if text.startswith("[") and "]" not in text and blocks[first].kind != "preformatted":
            return first
    return None


def _remove_opening(block: DraftBlock) -> None:
    """Remove the ``[`` at the start of the block."""
    words = block.text[1:].lstrip()
    shift = len(block.text) - len(words)
    block.links = tuple(DraftLink(max(0, k.start - shift), max(0, k.end - shift), k.href) for k in block.links)
    block.text = words


def _link_block(block: DraftBlock, href: str) -> None:
    length = len(block.text)
    own_links = tuple(DraftLink(min(k.start, length), min(k.end, length), k.href) for k in block.links)
    block.links = own_links or (DraftLink(0, length, href),)
