"""Newspaper conventions as rule tables: one module for each kind of line that stands around a report.

``TABLES`` is the order in which assembly decides: a table may rely on what the tables before it took out of the body.
"""

from __future__ import annotations

from articlekit.parsers.fields.authors import AUTHORS
from articlekit.parsers.fields.boilerplate import BLOCKS, TEXT
from articlekit.parsers.fields.credits import CREDITS, SHARED_BYLINES
from articlekit.parsers.fields.dateline import DATELINE
from articlekit.parsers.fields.dates import MODIFIED, PUBLISHED
from articlekit.parsers.fields.images import IMAGES, WEB_IMAGES
from articlekit.parsers.fields.language import LANGUAGE, WEB_LANGUAGE
from articlekit.parsers.fields.links import LINKS, LINKS_ORIGINAL, WEB_LINKS
from articlekit.parsers.fields.publisher import PUBLISHER, WEB_PUBLISHER
from articlekit.parsers.fields.section import SECTION, WEB_SECTION
from articlekit.parsers.fields.summary import SUMMARY, WEB_SUMMARY
from articlekit.parsers.fields.tags import TAGS, WEB_TAGS
from articlekit.parsers.fields.title.text import TITLE
from articlekit.parsers.fields.title.web import WEB_TITLE
from articlekit.parsers.fields.url import URL, URL_GIVEN, WEB_URL
from articlekit.parsers.rules import Table

TABLES: tuple[Table, ...] = (
    Table("language", "first", LANGUAGE + WEB_LANGUAGE),
    Table("links", "all", LINKS_ORIGINAL + LINKS + WEB_LINKS),
    Table("url", "first", WEB_URL + URL_GIVEN + URL),
    Table("text", "steps", TEXT),
    Table("title", "first", WEB_TITLE + TITLE),
    Table("images", "all", IMAGES + WEB_IMAGES),
    Table("published", "first", PUBLISHED),
    Table("modified", "first", MODIFIED),
    Table("authors", "rule", AUTHORS),
    Table("dateline", "first", DATELINE),
    Table("credits", "all", CREDITS + SHARED_BYLINES),
    Table("summary", "first", SUMMARY + WEB_SUMMARY),
    Table("blocks", "steps", BLOCKS),
    Table("publisher", "first", WEB_PUBLISHER + PUBLISHER),
    Table("section", "first", WEB_SECTION + SECTION),
    Table("tags", "rule", WEB_TAGS + TAGS),
)
"""Every table, in the order in which assembly decides the fields."""
