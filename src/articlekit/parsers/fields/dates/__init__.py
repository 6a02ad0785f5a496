"""Rules for ``Article.published`` and ``Article.modified``: metadata, visible dates, dates in text and in the URL."""
