"""Reader for Markdown: CommonMark with tables, strikethrough, HTML and front matter."""

from articlekit.parsers.markdown.reader import read_markdown

__all__ = ["read_markdown"]
