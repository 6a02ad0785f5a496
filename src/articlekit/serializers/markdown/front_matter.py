"""The front matter of an article: what it states about itself, as YAML."""

from __future__ import annotations

import attrs

from articlekit.models import Article, When

MARK = "markdown/1"
"""The version of the form, under ``articlekit``."""

FIELDS = (
    "title",
    "authors",
    "published",
    "modified",
    "publisher",
    "section",
    "tags",
    "language",
    "url",
    "dateline",
    "credits",
    "summary",
)
"""The fields of an article that stand in the front matter, in their order."""


def write_front_matter(article: Article) -> str:
    """The front matter with its fences. A field at its default is left out."""
    # Heavy, and most callers write no Markdown.
    import yaml

    stated = {"articlekit": MARK, **{name: _plain(getattr(article, name)) for name in FIELDS}}
    kept = {name: value for name, value in stated.items() if value not in (None, [])}
    lines: str = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{lines}---"


def _plain(value: object) -> object:
    """A field's value in dicts, lists and strings."""
    if isinstance(value, When):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    kind = type(value)
    if attrs.has(kind):
        fields = ((field, getattr(value, field.name)) for field in attrs.fields(kind))
        return {field.name: told for field, told in fields if told != field.default}
    return value
