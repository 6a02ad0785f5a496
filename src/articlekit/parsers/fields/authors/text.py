"""Authors in front matter and in the lines of the header."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.models import Author
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.body_regions import header_blocks, split_line
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.lines.bylines import BYLINE_START, MAX_BYLINE_CHARS, make_author, read_by_line
from articlekit.parsers.lines.names import is_agency, is_name_list, is_person, is_unnamed_writer, read_name_list
from articlekit.parsers.lines.reading_times import is_reading_time
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH

MAX_BARE_NAME_CHARS = 60
"""Characters of a line that is only a name."""

_SEPARATOR = re.compile(r"[|•·\n]")


def is_byline(block: DraftBlock) -> bool:
    """True if the whole block is a byline."""
    return block.kind in ("paragraph", "heading") and read_by_line(block.text) is not None


@rule(
    "authors.front_matter",
    example="---\ntitle: Harbour closed\nauthor: By Ada Quill and Tom Reed\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprinter: By Ada Quill and Tom Reed\n---\n\nThe harbour closed.",
)
def authors_in_front_matter(draft: Draft) -> Iterator[Candidate[Author]]:
    """``author``, ``authors`` or ``byline`` in the front matter: names, lists of names, or mappings with a ``name``."""
    for candidate in front_matter_values(draft, ("author", "authors", "author.name", "authors.name", "byline", "by")):
        label = BYLINE_START.match(candidate.value)
        words = candidate.value[label.end() :] if label else candidate.value
        for name in read_name_list(words) or ([] if is_unnamed_writer(words) else [words]):
            yield Candidate(make_author(name), candidate.raw)


@rule(
    "authors.byline",
    example="# Harbour closed\n\nBy Ada Quill and Tom Reed, Political Editor\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nBy Friday the port was closed\n\nThe harbour closed.",
)
def byline(draft: Draft) -> Iterator[Candidate[Author]]:
    """A line in the header that begins with ``By`` and has only names and job titles."""
    for block in header_blocks(draft):
        names = read_by_line(block.text) if block.kind in ("paragraph", "heading") else None
        for name in names or ():
            yield Candidate(make_author(name, _find_author_url(draft, block, name)), block.text, (block,))


@rule(
    "authors.bare_name",
    example="# Harbour closed\n\n[Ada Quill](https://courier.example/authors/ada-quill)\n\n13 June 2025\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\n[Marrow Bay](https://courier.example/places/marrow-bay)\n\n13 June 2025\n\nThe harbour closed.",
)
def bare_name(draft: Draft) -> Iterator[Candidate[Author]]:
    """A line in the header that is a name and links to an author's page, or only the name of an agency."""
    for block in header_blocks(draft):
        if block.kind != "paragraph" or len(block.text) > MAX_BARE_NAME_CHARS:
            continue
        is_linked = any(AUTHOR_PAGE_PATH.search(link.href) for link in block.links)
        if is_agency(block.text) or (is_linked and is_person(block.text)):
            yield Candidate(make_author(block.text, _find_author_url(draft, block, block.text)), block.text, (block,))


@rule(
    "authors.reading_time",
    example="# Harbour closed\n\nAda Quill • Jan 2, 2024 • 5 min read\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nAda Quill • Jan 2, 2024 • 5 ferries\n\nThe harbour closed.",
)
def near_reading_time(draft: Draft) -> Iterator[Candidate[Author]]:
    """The names in a line of the header that also has a reading time, with bars or bullets between them.

    The whole line leaves the text. A name that links elsewhere than to an author's page is the headline of another article.
    """
    for block in header_blocks(draft):
        for name in _names_near_reading_time(block):
            yield Candidate(make_author(name, _find_author_url(draft, block, name)), block.text, (block,))


def _names_near_reading_time(block: DraftBlock) -> list[str]:
    if block.kind != "paragraph" or len(block.text) > MAX_BYLINE_CHARS or not _SEPARATOR.search(block.text):
        return []
    parts = [block.text[start:end] for start, end in split_line(block)]
    name_lists = [part for part in parts if is_name_list(part)]
    has_other_link = any(not AUTHOR_PAGE_PATH.search(link.href) for link in block.links)
    if has_other_link or len(name_lists) != 1 or not any(map(is_reading_time, parts)):
        return []
    return read_name_list(name_lists[0]) or []


def _find_author_url(draft: Draft, block: DraftBlock, name: str) -> str | None:
    """Return the absolute URL that the name links to."""
    hrefs = (link.href for link in block.links if block.text[link.start : link.end] == name)
    return draft.absolute_url(next(hrefs, ""))
