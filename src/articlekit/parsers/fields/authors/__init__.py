"""Rules for ``Article.authors``: metadata, bylines that a page shows, bylines in text."""

from __future__ import annotations

from articlekit.models import Author
from articlekit.parsers.field_rules import Rule
from articlekit.parsers.fields.authors import metadata, text, visible

AUTHORS: tuple[Rule[Author], ...] = (
    visible.fuller_byline,
    visible.byline_over_metadata,
    metadata.in_jsonld,
    metadata.in_microdata,
    metadata.in_meta,
    visible.marked_byline,
    visible.near_headline,
    visible.dated,
    visible.affiliated,
    visible.introduced,
    visible.after_article,
    visible.written_by,
    text.authors_in_front_matter,
    text.byline,
    text.bare_name,
    text.near_reading_time,
    metadata.of_page,
    metadata.site,
)
"""Metadata comes before most visible bylines: a byline on the page may be that of a teaser."""
