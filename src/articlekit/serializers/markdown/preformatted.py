"""Preformatted text as Markdown: fenced, or as HTML where links stand in it, for a fence holds none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from articlekit.models import Link, Span
from articlekit.serializers.markdown.inline import target_of

_FENCES = re.compile(r"`{3,}")


def write_preformatted(text: str, span: Span, links: Sequence[Link]) -> str:
    """The words at ``span`` of ``text``, their line breaks kept, with those ``links``, in order."""
    if links:
        return f"<pre>{_with_links(text, span, links)}</pre>"
    words = text[span.start : span.end]
    fence = "`" * max([3, *(len(run) + 1 for run in _FENCES.findall(words))])
    return f"{fence}\n{words}\n{fence}"


def _with_links(text: str, span: Span, links: Sequence[Link]) -> str:
    parts: list[str] = []
    place = span.start
    for link in links:
        if link.span:
            target, title = map(escape, target_of(link))
            shown = f' title="{title}"' if title else ""
            parts.append(escape(text[place : link.span.start], quote=False))
            parts.append(f'<a href="{target}"{shown}>{escape(link.text, quote=False)}</a>')
            place = link.span.end
    return "".join(parts) + escape(text[place : span.end], quote=False)
