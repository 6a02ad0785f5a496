"""Newspaper conventions as rule tables: one module for each kind of line that stands around a report.

``TABLES`` is the order in which assembly decides: a table may rely on what the tables before it took out of the body.
"""

from __future__ import annotations

from articlekit.parsers.conventions.address import LINKS_ORIGINAL, PUBLISHER, URL
from articlekit.parsers.conventions.bylines import AUTHORS
from articlekit.parsers.conventions.credits import CREDITS
from articlekit.parsers.conventions.datelines import DATELINE
from articlekit.parsers.conventions.furniture import TEXT
from articlekit.parsers.conventions.headline import TITLE
from articlekit.parsers.conventions.pictures import IMAGES
from articlekit.parsers.conventions.related import LINKS
from articlekit.parsers.conventions.repairs import BLOCKS
from articlekit.parsers.conventions.standfirst import SUMMARY
from articlekit.parsers.conventions.stated import LANGUAGE, SECTION, TAGS
from articlekit.parsers.conventions.timestamps import MODIFIED, PUBLISHED
from articlekit.parsers.rules import Table

TABLES: tuple[Table, ...] = (
    Table("language", "first", LANGUAGE),
    Table("links", "all", LINKS_ORIGINAL + LINKS),
    Table("url", "first", URL),
    Table("text", "all", TEXT),
    Table("title", "first", TITLE),
    Table("images", "all", IMAGES),
    Table("modified", "first", MODIFIED),
    Table("published", "first", PUBLISHED),
    Table("authors", "rule", AUTHORS),
    Table("dateline", "first", DATELINE),
    Table("credits", "all", CREDITS),
    Table("summary", "first", SUMMARY),
    Table("blocks", "all", BLOCKS),
    Table("publisher", "first", PUBLISHER),
    Table("section", "first", SECTION),
    Table("tags", "rule", TAGS),
)
"""Every table, in the order in which assembly decides the fields."""
