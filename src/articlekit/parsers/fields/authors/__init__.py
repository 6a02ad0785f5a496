"""Rules for ``Article.authors``: metadata, visible bylines of a page, bylines in text."""
