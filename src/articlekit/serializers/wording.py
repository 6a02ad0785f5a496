"""Phrases that several formats say in one way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articlekit.models import Article


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them; empty where there are none.

    >>> listed(["Ann Pole", "Tom Reed", "the harbour office"])
    'Ann Pole, Tom Reed and the harbour office'
    """
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def paper_of(article: Article) -> str | None:
    """What the publisher is called: by name, else by domain."""
    publisher = article.publisher
    return (publisher.name or publisher.domain) if publisher else None


def stated(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that have a value.

    >>> stated({"name": "Ann Pole", "url": None, "tags": [], "number": 0})
    {'name': 'Ann Pole', 'number': 0}
    """
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def check_article(article: object, caller: str) -> None:
    """Refuse what is no article, in the name of the function that was given it."""
    if not isinstance(article, Article):
        raise TypeError(f"{caller} takes an Article, not {type(article).__name__}")
