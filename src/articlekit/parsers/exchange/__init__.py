"""Readers for the formats in which newsrooms exchange articles: ninjs, NITF, NewsML-G2, RSS and Atom.

These documents have every field as metadata, so no rule runs. The evidence has the path of each value in the document
(``title.ninjs:headlines[0].value``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from articlekit.errors import InputError
from articlekit.parsers.draft import Draft

__all__ = ["ExchangeFormat", "read_exchange", "single_draft"]

ExchangeFormat = Literal["ninjs", "nitf", "newsml", "feed"]
"""The names of the formats; ``feed`` is RSS and Atom."""


def read_exchange(text: str, format: ExchangeFormat, url: str | None = None) -> Iterator[Draft]:
    """Return a draft for each article in ``text``, in order. ``url`` is the URL of the document.

    Before the first draft, raises :class:`SchemaError` if the document is not of this format, :class:`InputError` if it declares
    entities, and :class:`MissingExtraError` if the library that reads it is not installed.
    """
    if format == "ninjs":
        from articlekit.parsers.exchange.ninjs import read_ninjs

        return read_ninjs(text)
    if format == "feed":
        from articlekit.parsers.exchange.feeds import read_feed

        return read_feed(text, url)
    if format == "nitf":
        from articlekit.parsers.exchange.nitf import read_nitf

        return iter((read_nitf(text),))
    from articlekit.parsers.exchange.newsml import read_newsml

    return read_newsml(text)


def single_draft(drafts: Iterator[Draft]) -> Draft:
    """Return the draft of a document with one article. Raises :class:`InputError` if it has none or several."""
    first, second = next(drafts, None), next(drafts, None)
    if first is None:
        raise InputError("the input has no article")
    if second is not None:
        raise InputError("the input has several articles; read it with parse_all")
    return first
