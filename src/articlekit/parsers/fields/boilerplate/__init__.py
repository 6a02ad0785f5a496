"""Rules that take boilerplate blocks out of the text by their words, for every input format."""

from __future__ import annotations

from typing import Any

from articlekit.parsers.field_rules import Rule
from articlekit.parsers.fields.boilerplate import body_blocks, calls_to_action, header_lines, page_labels, wire_marks
from articlekit.parsers.fields.dates.text import ambiguous_date

TEXT: tuple[Rule[Any], ...] = (
    page_labels.blog_buttons,
    calls_to_action.blog_call,
    header_lines.metadata_lines,
    header_lines.breadcrumb,
    header_lines.masthead,
    wire_marks.slug,
    wire_marks.release_mark,
    wire_marks.contact,
    wire_marks.end_mark,
    wire_marks.page_number,
    wire_marks.copyright_line,
    header_lines.reading_time,
    header_lines.unnamed_writer,
    page_labels.button,
    calls_to_action.newsletter,
    page_labels.advertisement,
    page_labels.related_label,
    calls_to_action.follow_call,
    page_labels.comments,
    calls_to_action.paywall,
    ambiguous_date,
    page_labels.closing_label,
)
"""Rules that take lines out of the text, each on what the rules before it left."""

BLOCKS: tuple[Rule[None], ...] = (
    body_blocks.page_break,
    body_blocks.note,
    body_blocks.about_sender,
    body_blocks.biography,
)
"""Rules that run when most fields are decided: they join paragraphs, mark notes, and remove biographies."""
