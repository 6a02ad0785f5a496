"""The story finder: which lines of a page are the article."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from unicodedata import category

from articlekit.parsers.html.boilerplate.by_markup import mark_boilerplate
from articlekit.parsers.html.boilerplate.paywall_boxes import mark_paywall_boxes
from articlekit.parsers.html.boilerplate.prose_statistics import (
    MIN_UNENDED_PROSE_CHARS,
    ProseStatistics,
    measure_prose,
)
from articlekit.parsers.html.boilerplate.teasers import find_teasers, introduced_lists
from articlekit.parsers.html.dom.inline_text import separate_adjacent_elements
from articlekit.parsers.html.dom.links import is_internal, link_target
from articlekit.parsers.html.dom.model import (
    Element,
    InlineMark,
    Line,
    Page,
    Signature,
    paragraph_container,
    signature_of,
)
from articlekit.parsers.html.dom.tags import CELLS, HEADINGS
from articlekit.parsers.html.media.unmarked_captions import mark_captions
from articlekit.parsers.html.metadata.hints import Hints
from articlekit.parsers.html.story.container import find_container, sibling_containers
from articlekit.parsers.html.story.header import find_header, find_headlines, without_kickers
from articlekit.parsers.html.story.sections import MAX_LABEL_CHARS, with_sections
from articlekit.parsers.lines.byline_labels import split_byline_label
from articlekit.parsers.lines.names import is_person

TEXT_TAGS = frozenset(["p", "li", "blockquote", "cite", *HEADINGS])
"""Tags that writers put text in."""
MAX_DIVIDER_CHARS = 12
"""Characters of punctuation that divides the sections of a story. A longer line is one character repeated."""
MAX_TITLE_CHARS = 200
"""Characters of a headline."""
MIN_LINKED_PARTS = 3
"""Linked headings of one signature that are the parts of one article. Fewer are teasers."""
MAX_BYLINE_LINES = 6
"""Lines at the beginning of the story among which its byline is."""
MAX_STORY_LINK_SHARE = 0.6
"""The share of linked characters up to which a line is the story's whatever its links are."""

_NOT_DIVIDER_TAGS = frozenset((*CELLS, "pre"))
"""Tags of elements in which punctuation means something."""
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|zip)(?:[?#]|$)", re.IGNORECASE)
_LABEL = re.compile(r"(?:[^:：.!?]{2,40}[:：]|【[^【】]{1,20}】)[\s,;|·•/&]*")


def find_story(page: Page, hints: Hints) -> list[Line]:
    """Return the lines of the story in page order: headline, standfirst, text.

    The order of the steps is fixed: each sets marks on the lines and elements of the page that later steps read.
    """
    page.headlines = find_headlines(page, hints)
    statistics = measure_prose(page)
    separate_adjacent_elements(page)
    mark_boilerplate(page, statistics, find_teasers(page, statistics, hints.host))
    mark_paywall_boxes(page, statistics)
    mark_captions(page)
    in_container = _in_container(page, statistics, hints)
    kept_lists = _kept_lists(in_container)
    lines = [
        line
        for line in in_container
        if (line.element.tag == "li" and line.element.parent in kept_lists) or _is_story_line(line, hints.host)
    ]
    lines = _with_linked_headings(page, in_container, lines, hints)
    lines = _without_repetitions(_with_linked_cells(in_container, lines))
    lines = _without_link_lists(lines, hints.host, kept_lists)
    lines = [line for line in with_sections(page, lines, hints.host) if not _repeats_title(line, hints)]
    if not lines:
        return []
    lines = without_kickers(page, lines)
    return find_header(page, hints, lines) + lines


def _in_container(page: Page, statistics: ProseStatistics, hints: Hints) -> list[Line]:
    """Return the lines in the container and its siblings, and the paragraphs right in the ancestors of the container."""
    if not page.elements:
        return []
    container = find_container(page, hints)
    ancestors = set(container.self_and_ancestors())
    siblings = sibling_containers(page, container, statistics)
    return [
        line
        for line in page.lines
        if not line.element.excluded
        and (
            container.contains(line.element)
            or (line.prose_chars and paragraph_container(line) in ancestors)
            or any(sibling.contains(line.element) for sibling in siblings)
        )
        and not _is_divider(line)
    ]


def _is_divider(line: Line) -> bool:
    """True if a line is only punctuation, or one character again and again. A question mark can be an answer."""
    if line.prose_chars or line.linked_chars or line.element.tag in _NOT_DIVIDER_TAGS:
        return False
    if line.chars > MAX_DIVIDER_CHARS:
        return line.text[0] == line.text[-1] and len(set(line.text)) == 1
    if any(map(str.isalnum, line.text)):
        return False
    return all(mark not in "?!" and (mark in "+|~=<>^`" or category(mark)[0] in "PZCM") for mark in line.text)


def _without_repetitions(lines: list[Line]) -> list[Line]:
    """Return ``lines`` without running text that repeats a line in another element, as pages do for small screens.

    A repetition in the same element stays: the writer repeated it.
    """
    parents: dict[str, Element | None] = {}
    kept: list[Line] = []
    for line in lines:
        is_text = line.prose_chars and line.element.tag != "td" and line.element.tag not in HEADINGS
        if not is_text or parents.setdefault(line.text, line.element.parent) is line.element.parent:
            kept.append(line)
    return kept


def _kept_lists(in_container: list[Line]) -> set[Element | None]:
    """Return the lists that stay whole even if their items are links: introduced lists, and lists of mostly plain items."""
    items: dict[Element | None, list[Line]] = {}
    for line in in_container:
        if line.element.tag == "li":
            items.setdefault(line.element.parent, []).append(line)
    if not items:
        return set()
    plain = {
        parent: sum(line.linked_chars <= MAX_STORY_LINK_SHARE * line.chars for line in lines)
        for parent, lines in items.items()
    }
    return introduced_lists(in_container) | {
        parent for parent, lines in items.items() if 2 * plain[parent] >= len(lines)
    }


def _with_linked_headings(page: Page, in_container: list[Line], lines: list[Line], hints: Hints) -> list[Line]:
    """Return ``lines`` with the headings that are links, or of the first level, and head a part of the story."""
    kept = set(lines)
    candidates = [
        (line, below) for line, below in pairwise(in_container) if line.element.tag in HEADINGS and line not in kept
    ]
    if not candidates:
        return lines
    signatures = _section_signatures(in_container, lines, candidates, hints)
    found = {
        line
        for line, below in candidates
        if (_is_section_h1(page, line, hints) if line.element.tag == "h1" else _heads_text(line, below, signatures))
    }
    return [line for line in in_container if line in found or line in kept] if found else lines


def _section_signatures(
    in_container: list[Line], lines: list[Line], candidates: list[tuple[Line, Line]], hints: Hints
) -> set[Signature]:
    """Return the signatures of headings of the story: of those that are not links, and of rows of linked ones.

    Linked headings count if there are several over running text, and metadata or a byline says that the page is one article.
    """
    signatures = {signature_of(line.element) for line in lines if line.element.tag in HEADINGS}
    counts = Counter(signature_of(line.element) for line, below in candidates if below.prose_chars)
    frequent = [signature for signature, count in counts.items() if count >= MIN_LINKED_PARTS]
    if frequent and (hints.is_article or any(map(_is_byline, in_container[:MAX_BYLINE_LINES]))):
        signatures.update(frequent)
    return signatures


def _is_byline(line: Line) -> bool:
    """True if a line is a byline with its label."""
    has_label, name = split_byline_label(line.text) if line.chars <= MAX_LABEL_CHARS else (False, "")
    return has_label and is_person(name)


def _heads_text(heading: Line, below: Line, signatures: set[Signature]) -> bool:
    """True if the line under a heading is in the same element and long, or running text if other headings look the same."""
    parent = heading.element.parent
    if parent is None or not parent.contains(below.element):
        return False
    return below.prose_chars >= (MIN_UNENDED_PROSE_CHARS if signature_of(heading.element) not in signatures else 1)


def _is_section_h1(page: Page, heading: Line, hints: Hints) -> bool:
    """True if a heading of the first level is not the headline but heads a section: another headline is above it."""
    return not (heading.prose_chars or page.headlines[0] is heading or hints.is_metadata_headline(heading.text))


def _is_story_line(line: Line, host: str | None) -> bool:
    """True if a line in the container is the story's: not a headline, and not only a link to another story."""
    tag = line.element.tag
    if tag == "h1":
        return False
    if line.linked_chars <= MAX_STORY_LINK_SHARE * line.chars:
        return tag != "p" or not _is_label_with_links(line, host)
    if tag not in TEXT_TAGS or _is_label_with_links(line, host):
        return False
    if tag == "p" and _FILE.search(link_target(line)):
        return True
    return not line.is_link or not (is_internal(link_target(line), host) or line.text.isupper())


def _with_linked_cells(in_container: list[Line], lines: list[Line]) -> list[Line]:
    """Return ``lines`` with the linked cells in the table rows that any of them is in."""
    rows = {line.element.parent for line in lines if line.element.tag in CELLS}
    if not rows:
        return lines
    kept = set(lines)
    return [
        line for line in in_container if line in kept or (line.element.tag in CELLS and line.element.parent in rows)
    ]


def _is_label_with_links(line: Line, host: str | None) -> bool:
    """True if a line is a label with a colon, followed by internal links with only commas between them."""
    if not line.linked_chars or line.prose_chars or not is_internal(link_target(line), host):
        return False
    unlinked, is_in_link = "", False
    for part in line.parts:
        if isinstance(part, InlineMark):
            is_in_link = part.kind == "link" or (is_in_link and part.kind != "end")
        elif not is_in_link:
            unlinked += part
    return _LABEL.fullmatch(unlinked.strip()) is not None


def _without_link_lists(lines: list[Line], host: str | None, kept_lists: set[Element | None]) -> list[Line]:
    """Return ``lines`` without lists whose every item is an internal link or leads down this page, and without their labels.

    ``kept_lists`` stay.
    """
    is_link_list: dict[Element | None, bool] = {}
    for line in lines:
        parent = line.element.parent
        if line.element.tag == "li" and parent not in kept_lists:
            href = link_target(line)
            leads_away = 2 * line.linked_chars >= line.chars and (href.startswith("#") or is_internal(href, host))
            is_link_list[parent] = leads_away and is_link_list.get(parent, True)
    if not any(is_link_list.values()):
        return lines
    kept: list[Line] = []
    for line in lines:
        if line.element.tag != "li" or not is_link_list.get(line.element.parent):
            kept.append(line)
        elif kept and kept[-1].chars <= MAX_LABEL_CHARS and not kept[-1].prose_chars and kept[-1].element.tag != "li":
            kept.pop()
    return kept


def _repeats_title(line: Line, hints: Hints) -> bool:
    """True if a heading or a label repeats the headline."""
    if line.chars >= MAX_TITLE_CHARS or line.element.tag in ("p", "li"):
        return False
    return hints.is_metadata_headline(line.text) if line.element.tag == "h1" else hints.is_headline(line.text)
