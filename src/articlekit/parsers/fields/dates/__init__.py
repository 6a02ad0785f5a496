"""Rules for ``Article.published`` and ``Article.modified``: metadata, dates that a page shows, dates in text, the URL."""

from __future__ import annotations

from articlekit.models import When
from articlekit.parsers.field_rules import Rule
from articlekit.parsers.fields.dates import metadata, text, url, visible

PUBLISHED: tuple[Rule[When], ...] = (
    visible.visible_earlier,
    visible.local_day,
    metadata.in_jsonld,
    metadata.in_opengraph,
    metadata.in_microdata,
    metadata.of_page,
    visible.originally,
    visible.near_headline,
    metadata.in_meta,
    metadata.first_time_element,
    visible.with_label,
    visible.after_article,
    metadata.date_in_title,
    text.published_in_front_matter,
    text.email_time,
    text.date_line,
    text.date_in_dateline,
    text.email_date,
    url.date_in_path,
    visible.only_updated,
)
"""Rules for the date of publication."""

MODIFIED: tuple[Rule[When], ...] = (
    metadata.modified_in_jsonld,
    metadata.modified_in_meta,
    visible.modified_near_headline,
    text.modified_in_front_matter,
    text.modified_date_line,
)
"""Rules for the date of the last change."""
