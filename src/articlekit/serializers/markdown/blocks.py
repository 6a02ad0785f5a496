"""The body of an article as Markdown: headline, blocks, images, and the links outside the text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from attrs import evolve

from articlekit.models import Article, Block, BlockKind, Image, Link, Span
from articlekit.serializers.markdown.footnotes import Footnotes
from articlekit.serializers.markdown.inline import (
    Insertions,
    escape_block_start,
    escape_text,
    link_target,
    write_line,
    write_link,
    write_target,
)

MAX_LEVELS = 8
"""Levels of lists and quotations. Deeper ones are written as this level."""
_EMPHASIS: dict[BlockKind, str] = {"standfirst": "**", "note": "*"}
"""The emphasis for kinds of blocks that Markdown does not have."""
_FENCES = re.compile(r"`{3,}")


def write_body(article: Article, footnotes: Footnotes) -> Iterator[str]:
    """Yield the parts of the body. A blank line belongs between them."""
    if article.title:
        span = Span(0, len(article.title), "title")
        yield f"# {_in_heading(write_line(article.title, span, (), footnotes.in_title))} <!-- title -->"
    blocks = article.blocks or _as_paragraphs(article.text)
    links_by_block = _place_links(blocks, article.links)
    groups = [list(group) for _, group in groupby(blocks, key=lambda block: _group(article, block))]
    before_image = sum(1 for group in groups[:1] if group[0].kind == "standfirst")
    parts = [_write_group(article.text, group, links_by_block, footnotes.in_text) for group in groups]
    images = ["\n\n".join(_write_image(image)) for image in article.images]
    yield from (*parts[:before_image], *images[:1], *parts[before_image:], *images[1:])
    placed = {id(link) for links in links_by_block.values() for link in links}
    others = [link for link in article.links if id(link) not in placed]
    if others:
        yield "---"
        yield "\n".join(f"- {_write_listed_link(link)} <!-- {link.kind} -->" for link in others)


def _as_paragraphs(text: str) -> tuple[Block, ...]:
    """Return one block for each paragraph, for an article that has no blocks."""
    found = re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    return tuple(Block(kind="paragraph", span=Span(match.start(), match.end())) for match in found)


def _place_links(blocks: Sequence[Block], links: Iterable[Link]) -> dict[int, list[Link]]:
    """Return for each block, by its start, the links that Markdown can have in it, in order."""
    placed: dict[int, list[Link]] = {block.span.start: [] for block in blocks}
    in_order = sorted((k for k in links if k.span and k.span.field == "text"), key=lambda k: (k.span, k.id))
    index = 0
    for link in in_order:
        while index < len(blocks) and link.span and blocks[index].span.end < link.span.end:
            index += 1
        if index < len(blocks) and _can_hold(blocks[index], link, placed[blocks[index].span.start]):
            placed[blocks[index].span.start].append(link)
    return placed


def _can_hold(block: Block, link: Link, before: list[Link]) -> bool:
    """True if Markdown can have ``link`` in ``block``, after the links that are already there."""
    last_end = before[-1].span.end if before and before[-1].span else block.span.start
    return (
        link.span is not None
        and link.span.start >= last_end
        and (block.kind != "preformatted" or link.kind == "reference")
        and not re.search(r"[\t\n]", link.text)
    )


def _group(article: Article, block: Block) -> tuple[object, ...]:
    """Return a key that is equal for consecutive blocks of the same list, quotation or table."""
    if block.kind in ("list_item", "quotation"):
        return (block.kind,)
    if block.kind == "table_row":
        return (block.kind, article.text.count("\t", block.span.start, block.span.end))
    return (block.span,)


def _write_group(text: str, group: list[Block], links_by_block: dict[int, list[Link]], insertions: Insertions) -> str:
    kind = group[0].kind
    if kind == "preformatted":
        return _write_preformatted(text, group[0].span, links_by_block[group[0].span.start])
    if kind == "table_row":
        return _write_table([_write_cells(text, row, links_by_block[row.span.start], insertions) for row in group])
    lines = [_write_line(text, block, links_by_block[block.span.start], insertions) for block in group]
    write_prefix = _PREFIX_WRITERS.get(kind)
    if write_prefix is None:
        return lines[0]
    levels = [min(block.level or 1, MAX_LEVELS) for block in group]
    return "\n".join(write_prefix(*pair) + line for pair, line in zip(pairwise([0, *levels]), lines, strict=True))


def _list_prefix(previous: int, level: int) -> str:
    """Return the indentation and bullets of a list item after an item of the level ``previous``."""
    shared = min(previous, level - 1)
    return "  " * shared + "- " * (level - shared)


def _quotation_prefix(previous: int, level: int) -> str:
    """Return the markers of a quotation after one of the level ``previous``, with the line between the two."""
    separator = ("> " * min(previous, level)).rstrip() + "\n" if previous else ""
    return separator + "> " * level


_PREFIX_WRITERS: dict[BlockKind, Callable[[int, int], str]] = {
    "list_item": _list_prefix,
    "quotation": _quotation_prefix,
}


def _write_line(text: str, block: Block, links: list[Link], insertions: Insertions) -> str:
    words = write_line(text, block.span, links, insertions)
    emphasis = _EMPHASIS.get(block.kind, "")
    kind = f" <!-- {block.kind} -->" if emphasis else ""
    time = f" <!-- time: {block.time.value} -->" if block.time else ""
    hashes = "#" * (block.level or 2) + " " if block.kind == "heading" else ""
    return f"{hashes}{emphasis}{_in_heading(words) if hashes else words}{emphasis}{kind}{time}"


def _in_heading(words: str) -> str:
    """Return ``words`` with the number signs at their end escaped: they would close the heading."""
    return re.sub(r"(?<!\\)#(?=#*\Z)", r"\\#", words)


def _write_cells(text: str, block: Block, links: list[Link], insertions: Insertions) -> list[str]:
    """Return the cells of a table row."""
    cells: list[str] = []
    start, waiting = block.span.start, deque(links)
    for words in text[block.span.start : block.span.end].split("\t"):
        end = start + len(words)
        inside: list[Link] = []
        while waiting and waiting[0].span and waiting[0].span.end <= end:
            inside.append(waiting.popleft())
        cells.append(write_line(text, Span(start, end), inside, insertions, cell=True))
        start = end + 1
    return cells


def _write_table(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _write_image(image: Image) -> Iterator[str]:
    """Yield an image, its caption and its credit. Without URL and alt text, a comment after the first line says so."""
    alt, caption, credit = (
        escape_text(" ".join((words or "").split())) for words in (image.alt, image.caption, image.credit)
    )
    alone = ": alone" if image.url is None and not alt and (caption or credit) else ""
    if not alone:
        yield f"![{alt}]({write_target(image.url or '')})"
    if caption:
        yield f"*{caption}* <!-- caption{alone} -->"
    if credit:
        yield f"{escape_block_start(credit)} <!-- credit{'' if caption else alone} -->"


def _write_listed_link(link: Link) -> str:
    return write_link(escape_text(link.text), evolve(link, span=None))


def _write_preformatted(text: str, span: Span, links: Sequence[Link]) -> str:
    """Return the text at ``span`` in a code fence; with ``links``, which a fence cannot hold, in an HTML ``pre`` element."""
    if links:
        return f"<pre>{_write_html_links(text, span, links)}</pre>"
    words = text[span.start : span.end]
    fence = "`" * max([3, *(len(run) + 1 for run in _FENCES.findall(words))])
    return f"{fence}\n{words}\n{fence}"


def _write_html_links(text: str, span: Span, links: Sequence[Link]) -> str:
    parts: list[str] = []
    start = span.start
    for link in links:
        if link.span:
            target, title = map(escape, link_target(link))
            title_attribute = f' title="{title}"' if title else ""
            parts.append(escape(text[start : link.span.start], quote=False))
            parts.append(f'<a href="{target}"{title_attribute}>{escape(link.text, quote=False)}</a>')
            start = link.span.end
    return "".join(parts) + escape(text[start : span.end], quote=False)
