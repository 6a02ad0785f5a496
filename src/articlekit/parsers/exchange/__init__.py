"""The formats in which newsrooms pass reports on: ninjs, NITF, NewsML-G2, RSS and Atom → settled drafts.

Such a document states every field, so no rule guesses at one; the place in it that gave a value stands in the evidence
(``title.ninjs:headlines[0].value``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from articlekit.errors import InputError
from articlekit.parsers.draft import Draft

__all__ = ["ExchangeFormat", "only", "read_exchange"]

ExchangeFormat = Literal["ninjs", "nitf", "newsml", "feed"]
"""The formats of exchange."""


def read_exchange(text: str, format: ExchangeFormat, url: str | None = None) -> Iterator[Draft]:
    """A draft for each report that the document ``text`` holds, in its order; ``url`` is where the document came from.

    Raises SchemaError where it is none of that format, InputError where it declares entities, MissingExtraError where
    the library that reads it is not installed; all before the first draft.
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


def only(drafts: Iterator[Draft]) -> Draft:
    """The draft of the one report that a document holds."""
    first, second = next(drafts, None), next(drafts, None)
    if first is None:
        raise InputError("the input holds no report")
    if second is not None:
        raise InputError("the input holds several reports; parse_all reads them all")
    return first
