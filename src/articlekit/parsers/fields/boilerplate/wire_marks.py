"""Marks of news agencies and press offices in the header and the footer of a report. They leave the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.body_regions import (
    footer_blocks,
    header_and_footer,
    header_blocks,
    is_running_text,
    short_blocks,
)
from articlekit.parsers.fields.boilerplate.phrase_matches import matching, matching_without_speech, removed
from articlekit.parsers.lines.names import is_name_list
from articlekit.parsers.lines.normalize import ends_sentence
from articlekit.parsers.lines.phrase_patterns import phrase_pattern

MAX_SLUG_BLOCKS = 3
"""Blocks at the start of the header among which a slug is."""

_SLUG = re.compile(
    r"(?:[A-Z]{1,4}[- ]{1,2})?[A-Z][A-Z0-9]{1,15}(?:[-/][A-Z0-9][A-Za-z0-9]{0,15}){1,6}"
    r"(?:[-/ ,(]{1,3}(?:UPDATE|LEAD|WRAP|WRAPUP|PIX|TV|PICTURE|GRAPHIC|CORRECTED|REFILE|\d{1,3})\b){0,4}\)?"
    r"(?:,\s\d(?:st|nd|rd|th)\s[\w -]{2,30})?"
)
_END_MARK = phrase_pattern(
    r"-+\s?30\s?-+",
    r"#{2,5}",
    r"\*{3,5}",
    r"_{2,5}\.?",
    r"[-–—(\s]{0,3}(?:ENDS?|end of (?:release|story))[-–—)\s.]{0,3}",
    flags=re.RegexFlag(0),
)
_PAGE_NUMBER = phrase_pattern(
    r"(?:page\s)?\d{1,3}\s(?:of|/)\s\d{1,3}",
    r"page\s\d{1,3}",
    r"\((?:more|continued)\)",
    r"continued on (?:the )?next page",
)
_RELEASE_MARK = phrase_pattern(
    r"(?:for\s)?immediate\srelease\W{0,3}",
    r"(?:press|news|media)\s(?:release|statement)\W{0,3}",
    r"not\sfor\spublication.{0,60}",
    r"(?:strictly\s)?embargo(?:ed)?\s(?:until|to|for)\b.{0,80}",
)
_CONTACT_LINE = phrase_pattern(
    r"(?:media|press)\s(?:contacts?|enquiries|inquiries|office)(?:\s(?:details|information))?\s?:(?:.{0,249}[^.])?",
    r"(?:contacts?|tel|telephone|phone|mobile|cell|e-?mail|web|website|fax)\s?:"
    r"(?=.*(?:@|www\.|https?:|\d[\d ()+-]{4})).{3,250}",
    r"notes?\sto\seditors?\s?:?",
    flags=re.IGNORECASE | re.DOTALL,
)
_COPYRIGHT_LINE = phrase_pattern(
    r"\W{0,2}(?:copyright\s(?:[©ⓒⒸ]|\(c\)|\d{4})|[©ⓒⒸ]|\(c\)\s?(?:19|20)\d\d|저작권자\s?(?:[©ⓒⒸ]|\(c\))).{0,250}",
    r".{0,80}\ball\srights\sreserved\.?.{0,120}",
)
_EMAIL_LINE = re.compile(r"\W{0,2}[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\W{0,2}")


@rule(
    "text.slug",
    example="BC-HARBOUR-STORM/UPDATE 1\n\nHarbour closed after storm\n\nMARROW BAY (AP) — The harbour closed.",
    near_miss="ROLL-ON/ROLL-OFF ferries stay\n\nHarbour closed after storm\n\nMARROW BAY (AP) — The harbour closed.",
)
def slug(draft: Draft) -> Iterator[Candidate[None]]:
    """A slug of a news agency above the headline: capitals joined by hyphens or slashes."""
    return matching(header_blocks(draft)[:MAX_SLUG_BLOCKS], _SLUG)


@rule(
    "text.release_mark",
    example="FOR IMMEDIATE RELEASE\n\nHarbour closed\n\nThe harbour closed.",
    near_miss="FOR IMMEDIATE RELIEF\n\nHarbour closed\n\nThe harbour closed.",
)
def release_mark(draft: Draft) -> Iterator[Candidate[None]]:
    """``FOR IMMEDIATE RELEASE``, ``Press release``, ``Embargoed until …``."""
    return matching(header_blocks(draft), _RELEASE_MARK)


@rule(
    "text.contact",
    example="Harbour closed after storm\n\nThe harbour closed.\n\nMedia contact: Ada Quill, press@marrowbay.example",
    near_miss="Harbour closed after storm\n\nThe harbour closed.\n\nMedia contact with Ada Quill was lost",
)
def contact(draft: Draft) -> Iterator[Candidate[None]]:
    """Contact lines of a press release, in header or footer, and an e-mail address alone in a line after the text."""
    yield from matching_without_speech(header_and_footer(draft), _CONTACT_LINE)
    for before, block in reversed(list(pairwise(footer_blocks(draft)))):
        if is_running_text(block):
            return
        if _EMAIL_LINE.fullmatch(block.text) and _is_complete(before):
            yield removed(block)


def _is_complete(block: DraftBlock) -> bool:
    """True if a line ends a sentence or names a writer, so that the next line does not continue it."""
    text = block.text
    return text.endswith(("。", "！", "？")) or (ends_sentence(text) and text[-1] not in ":;：") or is_name_list(text)


@rule(
    "text.end_mark",
    example="Harbour closed after storm\n\nThe harbour closed.\n\n-30-",
    near_miss="Harbour closed after storm\n\nThe harbour closed.\n\nEnds and means were debated.",
)
def end_mark(draft: Draft) -> Iterator[Candidate[None]]:
    """``-30-``, ``ENDS``, ``###`` and similar marks near the end."""
    return matching([block for block in footer_blocks(draft) if block.kind in ("paragraph", "heading")], _END_MARK)


@rule(
    "text.page_number",
    example="Harbour closed after storm\n\nThe harbour closed.\n\nPage 2 of 3\n\nFerries stayed in port.",
    near_miss="Harbour closed after storm\n\nThe harbour closed.\n\nPage 2 of the report blames the storm.",
)
def page_number(draft: Draft) -> Iterator[Candidate[None]]:
    """``Page 2 of 3``, ``(more)``, ``continued on next page``."""
    return matching(short_blocks(draft), _PAGE_NUMBER)


@rule(
    "text.copyright",
    example="# Harbour closed\n\nThe harbour closed.\n\n© 2025 The Harbour Courier. All rights reserved.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nCopyright reform is dead after the vote.",
)
def copyright_line(draft: Draft) -> Iterator[Candidate[None]]:
    """A copyright line in the footer. Its year is not a date of the article."""
    return matching_without_speech(footer_blocks(draft), _COPYRIGHT_LINE)
