"""Newspaper conventions as rule tables: one module for each kind of line that stands around a report.

``TABLES`` is the order in which assembly decides: a table may rely on what the tables before it took out of the body.
"""

from __future__ import annotations

from articlekit.parsers.conventions.address import LINKS_ORIGINAL, PUBLISHER, URL, URL_GIVEN
from articlekit.parsers.conventions.biographies import BIOGRAPHIES
from articlekit.parsers.conventions.blogs import BLOGS
from articlekit.parsers.conventions.buttons import BUTTONS
from articlekit.parsers.conventions.bylines import AUTHORS
from articlekit.parsers.conventions.comments import COMMENTS
from articlekit.parsers.conventions.credits import CREDITS
from articlekit.parsers.conventions.datelines import DATELINE
from articlekit.parsers.conventions.furniture import TEXT
from articlekit.parsers.conventions.headline import TITLE
from articlekit.parsers.conventions.newsletters import NEWSLETTERS
from articlekit.parsers.conventions.notices import NOTICES, ORPHANED
from articlekit.parsers.conventions.paywalls import PAYWALLS
from articlekit.parsers.conventions.pictures import IMAGES
from articlekit.parsers.conventions.related import LINKS
from articlekit.parsers.conventions.repairs import BLOCKS
from articlekit.parsers.conventions.shared_bylines import SHARED_BYLINES
from articlekit.parsers.conventions.standfirst import SUMMARY
from articlekit.parsers.conventions.stated import LANGUAGE, SECTION, TAGS
from articlekit.parsers.conventions.timestamps import MODIFIED, PUBLISHED, UNREAD
from articlekit.parsers.conventions.web_authors import WEB_AUTHORS, WEB_AUTHORS_LAST
from articlekit.parsers.conventions.web_bylines import FULLER, WEB_BYLINES
from articlekit.parsers.conventions.web_dates import WEB_MODIFIED, WEB_PUBLISHED, WEB_PUBLISHED_LAST
from articlekit.parsers.conventions.web_facts import WEB_SUMMARY
from articlekit.parsers.conventions.web_language import WEB_LANGUAGE
from articlekit.parsers.conventions.web_links import WEB_LINKS
from articlekit.parsers.conventions.web_pictures import WEB_IMAGES
from articlekit.parsers.conventions.web_publisher import WEB_PUBLISHER
from articlekit.parsers.conventions.web_section import WEB_SECTION
from articlekit.parsers.conventions.web_tags import WEB_TAGS
from articlekit.parsers.conventions.web_titles import WEB_TITLE
from articlekit.parsers.conventions.web_url import WEB_URL
from articlekit.parsers.rules import Table

TABLES: tuple[Table, ...] = (
    Table("language", "first", LANGUAGE + WEB_LANGUAGE),
    Table("links", "all", LINKS_ORIGINAL + LINKS + WEB_LINKS),
    Table("url", "first", WEB_URL + URL_GIVEN + URL),
    Table("text", "all", BLOGS + TEXT + BUTTONS + NEWSLETTERS + NOTICES + COMMENTS + PAYWALLS + UNREAD + ORPHANED),
    Table("title", "first", WEB_TITLE + TITLE),
    Table("images", "all", IMAGES + WEB_IMAGES),
    Table("modified", "first", WEB_MODIFIED + MODIFIED),
    Table("published", "first", WEB_PUBLISHED + PUBLISHED + WEB_PUBLISHED_LAST),
    Table("authors", "rule", FULLER + WEB_AUTHORS + WEB_BYLINES + AUTHORS + WEB_AUTHORS_LAST),
    Table("dateline", "first", DATELINE),
    Table("credits", "all", CREDITS + SHARED_BYLINES),
    Table("summary", "first", SUMMARY + WEB_SUMMARY),
    Table("blocks", "all", BLOCKS + BIOGRAPHIES),
    Table("publisher", "first", WEB_PUBLISHER + PUBLISHER),
    Table("section", "first", WEB_SECTION + SECTION),
    Table("tags", "rule", WEB_TAGS + TAGS),
)
"""Every table, in the order in which assembly decides the fields."""
