"""Readers of the bylines on a page: in marked elements, with a label, or directly below the headline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.fields.authors.byline_places import is_dashed_place, without_place
from articlekit.parsers.fields.authors.metadata import (
    FoundName,
    best_metadata_authors,
    find_author_url,
    without_site_and_title,
)
from articlekit.parsers.fields.headline_area import headline_index, lines_below_prose, site_names, without_line_breaks
from articlekit.parsers.lines.byline_labels import has_weak_label, split_byline_label, split_photo_credit
from articlekit.parsers.lines.bylines import (
    MAX_BYLINE_CHARS,
    is_pen_name,
    read_leading_names,
    read_photographers,
    read_signed_names,
    split_byline,
)
from articlekit.parsers.lines.names import ends_in_writer_title, is_organization
from articlekit.parsers.lines.normalize import match_key

MAX_NEAR_LINE_CHARS = 300
"""Characters of a line near the headline that can contain a byline."""
MAX_LINES_BELOW_HEADLINE = 8
"""Lines below the headline that are read."""


def has_author(draft: Draft) -> bool:
    """True if the metadata names authors, or a line near the headline that is marked or labelled as a byline does."""
    return bool(best_metadata_authors(draft) or marked_near_headline(draft) or labelled_near_headline(draft))


@fact
def marked_near_headline(draft: Draft) -> list[FoundName]:
    """Return the people in the first element near the headline that the markup calls a byline."""
    return _first_near_headline(draft, people_in_byline)


def pen_name_near_headline(draft: Draft) -> list[FoundName]:
    """Return the desk, company or pen name in the first element near the headline that the markup calls a byline."""
    return _first_near_headline(draft, _first_pen_name)


def _first_near_headline(draft: Draft, read: Callable[[Draft, DraftBlock], Iterable[FoundName]]) -> list[FoundName]:
    """Return what ``read`` finds in the first marked byline near the headline in which it finds anything."""
    near = _keys_near_headline(draft) if draft.facts.marked_bylines else []
    title = match_key(draft.decided.title or "\0")
    blocks = (block for block in draft.facts.marked_bylines if _is_near(match_key(block.text), near, title))
    return next(filter(None, (list(read(draft, block)) for block in blocks)), [])


@fact
def _keys_near_headline(draft: Draft) -> list[str]:
    """Return the match keys of the lines near the headline and of the first blocks of the body."""
    lines = [*draft.facts.near_headline, *draft.body.blocks[:4]]
    keys = [(line.kind, match_key(line.text)) for line in lines if len(line.text) <= MAX_NEAR_LINE_CHARS]
    return [key for kind, key in keys if kind != "heading" or key not in site_names(draft)]


def _is_near(key: str, near: list[str], title: str) -> bool:
    """True if an element is one of the lines ``near`` the headline, or includes one, and does not include the headline."""
    found = any(key in line or (line and line in key) for line in near)
    return bool(key) and found and title not in key


@fact
def labelled_near_headline(draft: Draft) -> list[FoundName]:
    """Return the names in the first line near the headline with a byline label, or after a line with only the label."""
    after_label = False
    for line in draft.facts.near_headline:
        if line.kind == "heading" or len(line.text) > MAX_BYLINE_CHARS or _may_be_text(draft, line):
            continue
        is_labelled, words = split_byline_label(line.text)
        if is_labelled and not words:
            after_label = True
            continue
        names = list(people_in_byline(draft, line, is_byline=after_label))
        if not names and after_label:
            names = list(_first_pen_name(draft, line))
        if names:
            return names
        # A separator may come between the label and the name.
        after_label = after_label and len(line.text) < 3
    return []


def _may_be_text(draft: Draft, line: DraftBlock) -> bool:
    """True if a line with an ambiguous label may be part of the text: an item of a list, or a heading or reference in it."""
    if not has_weak_label(line.text):
        return False
    return line.kind == "list_item" or without_line_breaks(line) in lines_below_prose(draft)


def people_in_byline(draft: Draft, line: DraftBlock, *, is_byline: bool = True) -> Iterator[FoundName]:
    """Yield the people in a line: after its label, or at its start if it ``is_byline``."""
    has_names = False
    text = split_photo_credit(line.text)[0] if read_photographers(line.text) else line.text
    for is_labelled, statement in split_byline(text):
        words = without_site_and_title(draft, statement)
        is_byline = is_byline or is_labelled
        # After a name, words that end in a job title belong to that name: ``Harbour Life Writer``.
        is_title = has_names and not is_labelled and "," not in words and ends_in_writer_title(words)
        names = read_signed_names(words) if is_byline and not is_title else []
        if is_labelled and not names:
            names = read_leading_names(words) or ([words] if is_pen_name(words) else [])
        names = without_place(draft, line, names)
        are_places = has_names and not is_labelled and all(is_dashed_place(draft, line, name) for name in names)
        if names and are_places:
            return
        yield from found_in_line(draft, line, names)
        if has_names and not names:
            return
        has_names = has_names or bool(names)


def found_in_line(draft: Draft, line: DraftBlock, names: Iterable[str]) -> Iterator[FoundName]:
    """Yield the names found in a line, with the URLs that they link to."""
    return (FoundName(name, line.text, find_author_url(draft, line, name)) for name in names)


def _first_pen_name(draft: Draft, line: DraftBlock) -> Iterator[FoundName]:
    """Yield the first statement of a byline if it is short enough to be a desk, a company or a pen name."""
    words = next((words for _, words in split_byline(line.text) if words), "")
    return found_in_line(draft, line, [words] if is_pen_name(words) else [])


def whole_line_desk(draft: Draft, line: DraftBlock) -> Iterator[FoundName]:
    """Yield the desk or team that is the whole line."""
    is_desk = is_pen_name(line.text) and is_organization(line.text)
    return found_in_line(draft, line, [line.text] if is_desk else [])


def lines_below_headline(draft: Draft) -> list[DraftBlock]:
    """Return the short lines directly below the headline."""
    headline = headline_index(draft)
    if headline is None:
        return []
    below = draft.facts.near_headline[headline + 1 :][:MAX_LINES_BELOW_HEADLINE]
    return [line for line in below if 2 < len(line.text) <= MAX_BYLINE_CHARS]
