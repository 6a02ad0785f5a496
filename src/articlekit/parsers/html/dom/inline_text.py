"""The words of a small part of a page, with its links."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from articlekit.parsers.draft import DraftBlock
from articlekit.parsers.html.dom.adjacent import TOLD_IN, are_parted
from articlekit.parsers.html.dom.tags import BLOCKS, UNSEEN
from articlekit.parsers.lines.normalize import without_invisible
from articlekit.parsers.text_builder import TextBuilder

MOST = 120
"""Nodes of one element that are read: what is longer is no byline and no headline."""


def words_of(root: LexborNode) -> DraftBlock:
    """What ``root`` says as one paragraph: a line break where a box or a part begins or ends, links at their exact words."""
    builder = TextBuilder()
    opened: list[LexborNode] = []
    before = ""
    node: LexborNode | None = root
    for _ in range(MOST):
        if node is None:
            break
        tag = node.tag or ""
        child = None if tag in UNSEEN else node.first_child
        if tag == "-text":
            words = without_invisible(node.text_content or "")
            if root.tag not in TOLD_IN and are_parted(before, words):
                builder.break_line()
            before = words
            builder.add(words)
        elif tag == "br" or tag in BLOCKS:
            builder.break_line()
        if child is not None:
            opened.append(node)
            if tag == "a":
                builder.open_link(node.attributes.get("href") or "")
            node = child
        else:
            node = _next(node, opened, builder)
    while opened:
        _close(opened.pop(), builder)
    return DraftBlock("paragraph", builder.text, builder.links)


def _next(node: LexborNode, opened: list[LexborNode], builder: TextBuilder) -> LexborNode | None:
    """The node after ``node`` within what is open; closes what ends between the two."""
    here = node
    while opened:
        if here.next is not None:
            return here.next
        here = opened.pop()
        _close(here, builder)
    return None


def _close(node: LexborNode, builder: TextBuilder) -> None:
    if node.tag == "a":
        builder.close_link()
    elif node.tag in BLOCKS:
        builder.break_line()
