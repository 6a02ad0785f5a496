"""Fills the draft with the lines around the story, from which rules later read title, byline and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, zip_longest

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.html.blocks.lines_to_blocks import read_parts
from articlekit.parsers.html.boilerplate.teasers import (
    MIN_HEADLINE_CHARS,
    is_beside_teaser,
    is_in_list_or_aside,
    is_quoted_or_by_others,
)
from articlekit.parsers.html.dom.model import BREAK, InlineMark, Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.live.entries import EntryTimes
from articlekit.parsers.html.story.time_elements import MAX_TIMES_PER_LINE, add_times, page_times
from articlekit.parsers.lines.normalize import match_key

MAX_LINES_ABOVE_HEADLINE = 6
"""Lines above the headline that can hold the byline or the date."""
MAX_LINES_BELOW_HEADLINE = 24
"""Lines below the headline among which the story begins."""
MAX_STORY_LINES = 4
"""Lines at the beginning of the story between which the byline or the date can be."""
MAX_LINES_AFTER_ARTICLE = 8
"""Lines after the article that can hold its date."""
MAX_LINES_NEAR_HEADLINE = 60
"""Lines near the headline that are kept, and the distance of an ``h1`` from the story up to which it is preferred."""
MAX_DATE_LABEL_CHARS = 50
"""Characters of a line with a date and its label."""
MAX_HEADER_LINES = 120
"""Lines above the story among which its headline is looked for."""
MAX_LINE_CHARS = 200
"""Characters of a line that can be a byline or a date."""
MAX_HEADING_CHARS = 400
"""Characters of a heading that can be a headline."""

_DATE_LABEL = re.compile(
    r"\s{0,40}(?:published|posted|first published|date published|publish date|updated|last (?:updated|modified))\b",
    re.IGNORECASE,
)


def read_nearby_lines(page: Page, story: list[Line], entry_times: EntryTimes, draft: Draft) -> None:
    """Fill ``headings``, ``near_headline``, ``after_article`` and ``labelled_dates`` of ``draft.facts`` from the lines around ``story``.

    Lines with the time of an entry of a live blog are left out. If there are times that can be the page's own, they
    become ``time:datetime`` of its metadata.
    """
    facts, lines = draft.facts, page.lines
    text = [line for line in story if line.element.tag != "h1"]
    first = page.index_of(text[0]) if text else min(len(lines), MAX_LINES_BELOW_HEADLINE)
    facts.headings = tuple(map(_read, _headings(lines[max(0, first - MAX_HEADER_LINES) : first + MAX_STORY_LINES])))
    titles = "\n".join(
        match_key(name) for key in ("html:title", "meta:og:title") for name in facts.meta.get(key, ())[:1]
    )
    near = [line for line in _near_headline(page, text, first, titles) if line not in entry_times.time_lines]
    facts.near_headline = tuple(map(_read, near))
    add_times(page, near, facts.near_headline)
    after = _after_article(lines, page.index_of(text[-1]) + 1, titles) if text else ()
    after_article = [line for line in after if line not in entry_times.time_lines]
    facts.after_article = tuple(map(_read, after_article))
    add_times(page, after_article, facts.after_article)
    if times := tuple(islice(page_times(page, entry_times, titles), MAX_TIMES_PER_LINE)):
        facts.meta["time:datetime"] = times
    facts.labelled_dates = tuple(_labelled_dates(lines))


def _near_headline(page: Page, text: list[Line], first: int, titles: str) -> Iterator[Line]:
    """Yield the headings and the short lines around the headline, down to the first heading inside the story.

    ``text`` are the lines of the story without its headline; ``first`` is the index of the first of them.
    """
    lines = page.lines
    headline = _headline_index(lines, first)
    bottom = max(first, headline) + MAX_LINES_BELOW_HEADLINE
    if text:
        end = page.index_of(text[MAX_STORY_LINES]) if len(text) > MAX_STORY_LINES else page.index_of(text[-1]) + 1
        bottom = min(bottom, end)
    first_prose = next((page.index_of(line) for line in text if line.prose_chars), bottom)
    under_headline = range(max(first_prose, headline) + 1, bottom)
    bottom = next((index for index in under_headline if lines[index].element.tag in HEADINGS), bottom)
    prose = {line for line in text if line.prose_chars}
    top = max(0, headline - MAX_LINES_ABOVE_HEADLINE)
    for index, line in enumerate(lines[top:bottom][:MAX_LINES_NEAR_HEADLINE], top):
        is_short = line.chars <= MAX_LINE_CHARS and line not in prose and not is_quoted_or_by_others(line)
        if line.element.tag in ("h1", "h2") or (is_short and not is_beside_teaser(lines, index, titles)):
            yield line


def _after_article(lines: list[Line], end: int, titles: str) -> Iterator[Line]:
    """Yield the short lines from index ``end`` on, down to the next heading or the first link that can be a headline."""
    for index, line in enumerate(lines[end : end + MAX_LINES_AFTER_ARTICLE], end):
        if line.element.tag in HEADINGS or _is_headline_link(line) or is_quoted_or_by_others(line):
            return
        is_elsewhere = line.is_mostly_linked or is_in_list_or_aside(line) or is_beside_teaser(lines, index, titles)
        if line.chars <= MAX_LINE_CHARS and not is_elsewhere:
            yield line


def _is_headline_link(line: Line) -> bool:
    """True if a line is one link, and long enough for the headline of another story."""
    if not line.is_link or line.chars < MIN_HEADLINE_CHARS:
        return False
    return sum(isinstance(part, InlineMark) and part.kind == "link" for part in line.parts) == 1


def _headline_index(lines: list[Line], first: int) -> int:
    """Return where the headline over line ``first`` most likely is: the nearest ``h1``, else ``h2``, else ``first`` itself."""
    above = range(first - 1, max(-1, first - MAX_HEADER_LINES), -1)
    headings = [index for index in above if lines[index].element.tag in ("h1", "h2")]
    near_h1 = (
        index for index in headings if lines[index].element.tag == "h1" and first - index < MAX_LINES_NEAR_HEADLINE
    )
    return next(near_h1, headings[0] if headings else first)


def _labelled_dates(lines: list[Line]) -> Iterator[str]:
    """Yield the short lines anywhere on the page that begin with a label like ``Published``, each with the line after it."""
    for line, after in zip_longest(lines, lines[1:]):
        words = line.parts[0] if line.chars <= MAX_DATE_LABEL_CHARS else ""
        if isinstance(words, str) and _DATE_LABEL.match(words):
            yield f"{line.text}\n{after.text}" if after and after.chars <= MAX_DATE_LABEL_CHARS else line.text


def _headings(lines: list[Line]) -> Iterator[Line]:
    """Yield the headings that are not links."""
    for line in lines:
        is_title = line.element.tag in ("h1", "h2", "h3") and line.chars <= MAX_HEADING_CHARS
        if is_title and not line.is_mostly_linked:
            yield line


def _read(line: Line) -> DraftBlock:
    """Return a line as a paragraph, a heading or a list item; nothing else around it counts."""
    is_plain = not line.linked_chars and BREAK not in line.parts
    block = DraftBlock("paragraph", line.text) if is_plain else read_parts(line.parts)
    if level := HEADINGS.get(line.element.tag):
        block.kind, block.level = "heading", level
    elif line.element.tag == "li":
        block.kind, block.level = "list_item", 1
    return block
