"""The Markdown reader: CommonMark with tables, strikethrough, HTML and front matter → :class:`Draft`."""

from articlekit.parsers.markdown.reader import read_markdown

__all__ = ["read_markdown"]
