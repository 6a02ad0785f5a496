"""Rules for ``Article.title``: headings and metadata of a page, the first lines of a text."""
