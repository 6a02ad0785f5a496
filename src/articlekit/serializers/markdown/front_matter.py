"""The front matter of a Markdown file: the metadata of an article as YAML."""

from __future__ import annotations

import attrs

from articlekit.models import Article, When

FORMAT_VERSION = "markdown/1"
"""The version of the Markdown form, under the key ``articlekit``."""

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
"""The fields of an article that are in the front matter, in this order."""


def write_front_matter(article: Article) -> str:
    """Return the front matter between its ``---`` lines. A field with its default value is left out."""
    # PyYAML is slow to import, and most callers write no Markdown.
    import yaml

    fields = {"articlekit": FORMAT_VERSION, **{name: _plain(getattr(article, name)) for name in FIELDS}}
    present = {name: value for name, value in fields.items() if value not in (None, [])}
    lines: str = yaml.safe_dump(present, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{lines}---"


def _plain(value: object) -> object:
    """Return the value of a field as dicts, lists and strings."""
    if isinstance(value, When):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    kind = type(value)
    if attrs.has(kind):
        fields = ((field, getattr(value, field.name)) for field in attrs.fields(kind))
        return {field.name: item for field, item in fields if item != field.default}
    return value
