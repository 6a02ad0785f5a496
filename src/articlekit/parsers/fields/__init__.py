"""Rule tables, one module or package for each field of ``Article``.

``TABLES`` lists them in the order in which assembly decides the fields: a table may rely on what earlier tables took out of the body.
"""

from __future__ import annotations

from articlekit.parsers.field_rules import Table
from articlekit.parsers.fields.authors import AUTHORS
from articlekit.parsers.fields.boilerplate import BLOCKS, TEXT
from articlekit.parsers.fields.credits import CREDITS
from articlekit.parsers.fields.dateline import DATELINE
from articlekit.parsers.fields.dates import MODIFIED, PUBLISHED
from articlekit.parsers.fields.images import IMAGES
from articlekit.parsers.fields.language import LANGUAGE
from articlekit.parsers.fields.links import LINKS
from articlekit.parsers.fields.publisher import PUBLISHER
from articlekit.parsers.fields.section import SECTION
from articlekit.parsers.fields.summary import SUMMARY
from articlekit.parsers.fields.tags import TAGS
from articlekit.parsers.fields.title import TITLE
from articlekit.parsers.fields.url import URL

TABLES: tuple[Table, ...] = (
    Table("language", "first", LANGUAGE),
    Table("links", "all", LINKS),
    Table("url", "first", URL),
    Table("text", "steps", TEXT),
    Table("title", "first", TITLE),
    Table("images", "all", IMAGES),
    Table("published", "first", PUBLISHED),
    Table("modified", "first", MODIFIED),
    Table("authors", "rule", AUTHORS),
    Table("dateline", "first", DATELINE),
    Table("credits", "all", CREDITS),
    Table("summary", "first", SUMMARY),
    Table("blocks", "steps", BLOCKS),
    Table("publisher", "first", PUBLISHER),
    Table("section", "first", SECTION),
    Table("tags", "rule", TAGS),
)
"""Every table, in the order in which assembly decides the fields."""
