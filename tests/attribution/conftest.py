"""A small way to write reports for attribution: paragraphs apart by a blank line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest

from articlekit.attribution import attribute
from articlekit.dates import find_times
from articlekit.models import Article, Block, BlockKind, Dateline, Link, Span

Report = Callable[..., Article]
FRIDAY = dt.date(2024, 3, 15)


def build(text: str, *, language: str | None = None, dateline: str | None = None) -> Article:
    """An article without sources yet: ``# `` opens the headline, ``> `` a quotation, ``[word](#)`` is a link."""
    title, parts = None, text.split("\n\n")
    if parts[0].startswith("# "):
        title = parts.pop(0)[2:]
    blocks: list[Block] = []
    links: list[Link] = []
    laid = ""
    for part in parts:
        laid += "\n\n" if laid else ""
        start = len(laid)
        for number, piece in enumerate(re.split(r"\[([^\]]+)\]\(#\)", part.removeprefix("> "))):
            if number % 2:
                span = Span(len(laid), len(laid) + len(piece))
                links.append(Link(id=f"link-{len(links) + 1}", href="#", text=piece, span=span, kind="reference"))
            laid += piece
        kind: BlockKind = "quotation" if part.startswith("> ") else "paragraph"
        blocks.append(Block(kind=kind, span=Span(start, len(laid)), level=1 if kind == "quotation" else None))
    return Article(
        text=laid,
        title=title,
        blocks=tuple(blocks),
        links=tuple(links),
        language=language,
        dateline=Dateline(place="MARROW BAY", text=dateline) if dateline else None,
        times=find_times(laid, anchor=FRIDAY, language="en").resolved,
    )


@pytest.fixture
def draft() -> Report:
    """Builds an article that nobody has attributed yet."""
    return build


@pytest.fixture
def report() -> Report:
    """Builds an article and attributes it. Its Friday is 15 March 2024."""

    def attributed(text: str, *, language: str | None = None, dateline: str | None = None) -> Article:
        return attribute(build(text, language=language, dateline=dateline))

    return attributed
