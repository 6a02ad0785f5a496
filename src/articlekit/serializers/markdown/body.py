"""The body of an article in Markdown: headline, blocks, pictures, and the links that stood around the text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from attrs import evolve

from articlekit.models import Article, Block, BlockKind, Image, Link, Span
from articlekit.serializers.markdown.footnotes import Footnotes
from articlekit.serializers.markdown.inline import (
    Notes,
    guard_opening,
    write_line,
    write_link,
    write_target,
    write_words,
)
from articlekit.serializers.markdown.preformatted import write_preformatted

DEEPEST = 8
"""Levels of lists and quotations that are written."""
_EMPHASIS: dict[BlockKind, str] = {"standfirst": "**", "note": "*"}
"""The kinds that Markdown has no sign for, and how they are set off for the eye."""


def write_body(article: Article, footnotes: Footnotes) -> Iterator[str]:
    """The parts of the body, each a run of lines, to be set a blank line apart."""
    if article.title:
        span = Span(0, len(article.title), "title")
        yield f"# {_in_heading(write_line(article.title, span, (), footnotes.in_title))} <!-- title -->"
    blocks = article.blocks or _paragraphs(article.text)
    homes = _homes(blocks, article.links)
    groups = [list(group) for _, group in groupby(blocks, key=lambda block: _group(article, block))]
    head = sum(1 for group in groups[:1] if group[0].kind == "standfirst")
    parts = [_write_group(article.text, group, homes, footnotes.in_text) for group in groups]
    pictures = ["\n\n".join(_write_picture(image)) for image in article.images]
    yield from (*parts[:head], *pictures[:1], *parts[head:], *pictures[1:])
    placed = {id(link) for links in homes.values() for link in links}
    around = [link for link in article.links if id(link) not in placed]
    if around:
        yield "---"
        yield "\n".join(f"- {_write_loose(link)} <!-- {link.kind} -->" for link in around)


def _paragraphs(text: str) -> tuple[Block, ...]:
    """Blocks for an article that was made without."""
    found = re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    return tuple(Block(kind="paragraph", span=Span(match.start(), match.end())) for match in found)


def _homes(blocks: Sequence[Block], links: Iterable[Link]) -> dict[int, list[Link]]:
    """For each block, by where it starts, the links that Markdown can hold in it, in order."""
    homes: dict[int, list[Link]] = {block.span.start: [] for block in blocks}
    waiting = sorted((k for k in links if k.span and k.span.field == "text"), key=lambda k: (k.span, k.id))
    number = 0
    for link in waiting:
        while number < len(blocks) and link.span and blocks[number].span.end < link.span.end:
            number += 1
        if number < len(blocks) and _fits(link, blocks[number], homes[blocks[number].span.start]):
            homes[blocks[number].span.start].append(link)
    return homes


def _fits(link: Link, block: Block, before: list[Link]) -> bool:
    """Whether Markdown can say that ``link`` stands in ``block``, behind the links that do already."""
    last = before[-1].span.end if before and before[-1].span else block.span.start
    return (
        link.span is not None
        and link.span.start >= last
        and (block.kind != "preformatted" or link.kind == "reference")
        and not re.search(r"[\t\n]", link.text)
    )


def _group(article: Article, block: Block) -> tuple[object, ...]:
    """What blocks have in common that are written as one list, one quotation or one table."""
    if block.kind in ("list_item", "quotation"):
        return (block.kind,)
    if block.kind == "table_row":
        return (block.kind, article.text.count("\t", block.span.start, block.span.end))
    return (block.span,)


def _write_group(text: str, group: list[Block], homes: dict[int, list[Link]], notes: Notes) -> str:
    if group[0].kind == "preformatted":
        return write_preformatted(text, group[0].span, homes[group[0].span.start])
    if group[0].kind == "table_row":
        return _write_table([_write_row(text, block, homes[block.span.start], notes) for block in group])
    lines = [_write_line(text, block, homes[block.span.start], notes) for block in group]
    before = _BEFORE.get(group[0].kind)
    if before is None:
        return lines[0]
    depths = [min(block.level or 1, DEEPEST) for block in group]
    return "\n".join(before(*pair) + line for pair, line in zip(pairwise([0, *depths]), lines, strict=True))


def _markers(before: int, depth: int) -> str:
    """What stands before an item under one of the depth ``before``."""
    shared = min(before, depth - 1)
    return "  " * shared + "- " * (depth - shared)


def _quote(before: int, depth: int) -> str:
    """What stands before a quotation under one of the depth ``before``, with the line between the two."""
    gap = ("> " * min(before, depth)).rstrip() + "\n" if before else ""
    return gap + "> " * depth


_BEFORE: dict[BlockKind, Callable[[int, int], str]] = {"list_item": _markers, "quotation": _quote}


def _write_line(text: str, block: Block, links: list[Link], notes: Notes) -> str:
    words = write_line(text, block.span, links, notes)
    mark = _EMPHASIS.get(block.kind, "")
    kind = f" <!-- {block.kind} -->" if mark else ""
    time = f" <!-- time: {block.time.value} -->" if block.time else ""
    level = "#" * (block.level or 2) + " " if block.kind == "heading" else ""
    return f"{level}{mark}{_in_heading(words) if level else words}{mark}{kind}{time}"


def _in_heading(words: str) -> str:
    """``words`` whose last number signs are not taken for the end of a heading."""
    return re.sub(r"(?<!\\)#(?=#*\Z)", r"\\#", words)


def _write_row(text: str, block: Block, links: list[Link], notes: Notes) -> list[str]:
    """The cells of a table row."""
    cells: list[str] = []
    start, waiting = block.span.start, deque(links)
    for words in text[block.span.start : block.span.end].split("\t"):
        end = start + len(words)
        inside: list[Link] = []
        while waiting and waiting[0].span and waiting[0].span.end <= end:
            inside.append(waiting.popleft())
        cells.append(write_line(text, Span(start, end), inside, notes, cell=True))
        start = end + 1
    return cells


def _write_table(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _write_picture(image: Image) -> Iterator[str]:
    """A picture with caption and credit under it; where those are all that was kept of it, the first says so."""
    alt, caption, credit = (
        write_words(" ".join((words or "").split())) for words in (image.alt, image.caption, image.credit)
    )
    lost = ": alone" if image.url is None and not alt and (caption or credit) else ""
    if not lost:
        yield f"![{alt}]({write_target(image.url or '')})"
    if caption:
        yield f"*{caption}* <!-- caption{lost} -->"
    if credit:
        yield f"{guard_opening(credit)} <!-- credit{'' if caption else lost} -->"


def _write_loose(link: Link) -> str:
    return write_link(write_words(link.text), evolve(link, span=None))
