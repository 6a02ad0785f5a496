"""The HTML page: header, text with highlights, images, the list of claims, and the tables below."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from functools import cache
from html import escape
from itertools import groupby

from articlekit.models import Article, Block, BlockKind, Image, Span, When
from articlekit.serializers.html.details import write_claims, write_tables
from articlekit.serializers.html.highlights import (
    ArticleHighlights,
    Highlight,
    date_attributes,
    highlight,
    safe_url,
    write_attributes,
)
from articlekit.serializers.shared import publisher_name

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_WRAPPERS: dict[BlockKind, tuple[str, str]] = {
    "list_item": ('<ul dir="auto">', "</ul>"),
    "quotation": ('<blockquote dir="auto">', "</blockquote>"),
    "table_row": ('<table dir="auto">', "</table>"),
}
"""The start and end tags around consecutive blocks of one kind."""
_LEGEND = (
    '<p class="legend">Underlined: claims, in the colour and with the number of their source '
    '(<span class="claim direct s0">direct</span>, <span class="claim mixed s0">mixed</span>, '
    '<span class="claim indirect s0">indirect</span>). <span class="quote">Shaded</span>: words in quotation marks. '
    '<span class="when">Boxed</span>: dates. <span class="cue s0">Italic</span>: the words that report.</p>'
)


def write_page(article: Article) -> str:
    """Return the complete page."""
    highlights = ArticleHighlights(article)
    language = article.language if article.language and _LANGUAGE.fullmatch(article.language) else ""
    return "\n".join(
        (
            f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_SECURITY_POLICY}">',
            '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">',
            f"<title>{escape(article.title or 'Article')}</title>\n<style>\n{_style()}</style>\n</head>\n<body>",
            '<div class="page">\n<main>',
            *_write_header(article, highlights),
            '<article dir="auto">',
            *_write_blocks(article, highlights),
            "</article>",
            *(_write_image(image) for image in article.images),
            "</main>",
            *write_claims(article, highlights),
            *write_tables(article, highlights),
            "</div>\n</body>\n</html>\n",
        )
    )


@cache
def _style() -> str:
    from importlib.resources import files

    return files("articlekit.serializers.html").joinpath("view.css").read_text(encoding="utf-8")


def _write_header(article: Article, highlights: ArticleHighlights) -> Iterator[str]:
    yield "<header>"
    if article.section:
        yield f'<p class="section" dir="auto">{escape(article.section)}</p>'
    title = article.title or ""
    words = highlight(title, 0, len(title), highlights.within("title")) if title else "<em>No headline was found</em>"
    yield f'<h1 dir="auto">{words}</h1>'
    by = ", ".join(f"<bdi>{escape(author.name)}</bdi>" for author in article.authors)
    facts = [
        f"By {by}" if by else "",
        _write_date("Published", article.published),
        _write_date("Changed", article.modified),
        _write_publisher(article),
    ]
    yield f'<p class="facts">{" · ".join(fact for fact in facts if fact)}</p>'
    yield f"{_LEGEND}\n</header>"


def _write_date(label: str, when: When | None) -> str:
    if when is None:
        return ""
    return f"{label} <time{write_attributes(date_attributes(when.value))}>{escape(when.value.replace('T', ' '))}</time>"


def _write_publisher(article: Article) -> str:
    publisher = article.publisher
    name = escape(publisher_name(article) or "the page")
    url = safe_url(article.url)
    if url is None:
        return f"<bdi>{name}</bdi>" if publisher else ""
    attributes = {"href": url, "rel": "noopener noreferrer nofollow", "target": "_blank"}
    return f"<a{write_attributes(attributes)}><bdi>{name}</bdi></a>"


def _write_blocks(article: Article, highlights: ArticleHighlights) -> Iterator[str]:
    blocks = article.blocks or _as_blocks(article.text)
    by_block = _by_block(blocks, highlights.within("text"))
    if not blocks:
        yield '<p class="nothing">No text was found.</p>'
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        start_tag, end_tag = _WRAPPERS.get(kind, ("", ""))
        inside = "\n".join(_write_block(article.text, block, by_block[block.span.start]) for block in group)
        yield f"{start_tag}{inside}{end_tag}"


def _as_blocks(text: str) -> tuple[Block, ...]:
    """Return one block with the whole text, for an article that has no blocks."""
    return (Block(kind="preformatted", span=Span(0, len(text))),) if text else ()


def _by_block(blocks: tuple[Block, ...], highlights: list[Highlight]) -> dict[int, list[Highlight]]:
    """Return the highlights of each block, by the block's start."""
    starts = [block.span.start for block in blocks]
    found: dict[int, list[Highlight]] = {start: [] for start in starts}
    for item in highlights:
        if number := bisect_right(starts, item.start):
            found[starts[number - 1]].append(item)
    return found


def _write_block(text: str, block: Block, highlights: list[Highlight]) -> str:
    start, end = block.span.start, block.span.end
    time = f'<span class="at">{_write_date("", block.time).strip()}</span> ' if block.time else ""
    if block.kind == "table_row":
        return f"<tr>{time and f'<td>{time}</td>'}{''.join(_write_cells(text, start, end, highlights))}</tr>"
    words = time + highlight(text, start, end, highlights)
    level = min(max(block.level or 1, 1), 6)
    match block.kind:
        case "heading":
            return f"<h{max(level, 2)}>{words}</h{max(level, 2)}>"
        case "list_item":
            return f'<li class="d{level}">{words}</li>'
        case "preformatted":
            return f"<pre>{words}</pre>"
        case "quotation":
            return f'<p class="d{level}">{words}</p>'
        case kind:
            return f'<p class="{kind}" dir="auto">{words}</p>'


def _write_cells(text: str, start: int, end: int, highlights: list[Highlight]) -> Iterator[str]:
    waiting = deque(sorted(highlights, key=lambda item: item.start))
    current: list[Highlight] = []
    for words in text[start:end].split("\t"):
        end = start + len(words)
        current = [item for item in current if item.end > start]
        while waiting and waiting[0].start < end:
            current.append(waiting.popleft())
        yield f"<td>{highlight(text, start, end, current)}</td>"
        start = end + 1


def _write_image(image: Image) -> str:
    words = image.caption or image.alt or "no caption"
    credit = f' <span class="credit">(<bdi>{escape(image.credit)}</bdi>)</span>' if image.credit else ""
    url = safe_url(image.url)
    attributes = {"href": url or "", "rel": "noopener noreferrer nofollow", "target": "_blank"}
    label = f"<a{write_attributes(attributes)}>Picture</a>" if url else "Picture"
    return f'<p class="picture" dir="auto">{label}: {escape(words)}{credit}</p>'
