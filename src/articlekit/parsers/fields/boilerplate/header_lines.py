"""Lines of the header that state no field: metadata, breadcrumbs, masthead, reading times, writers without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.body_regions import (
    MAX_SHORT_BLOCK_CHARS,
    header_blocks,
    is_link,
    is_running_text,
    split_line,
)
from articlekit.parsers.fields.boilerplate.phrase_matches import matching, removed
from articlekit.parsers.lines.names import is_name_list, is_unnamed_writer
from articlekit.parsers.lines.normalize import ends_sentence
from articlekit.parsers.lines.reading_times import MINUTES, is_reading_time
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH

MAX_BREADCRUMB_BLOCKS = 4
"""Blocks at the start of the body among which breadcrumbs are."""

_BREADCRUMBS = re.compile(r"[A-Z][\w &-]{0,30}(?:\s[>»›]\s[A-Z][\w &-]{0,30}){1,6}")
_ARTICLE_WORD = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)


@rule(
    "text.metadata_lines",
    example="---\ntitle: Harbour closed\nmood: grey\n---\n\nThe harbour closed.",
    near_miss="Title: Harbour closed\nMood: grey\n\nThe harbour closed.",
)
def metadata_lines(draft: Draft) -> Iterator[Candidate[None]]:
    """All of the front matter or the mail headers, whether a field takes it or not."""
    stated = [(key.partition(":"), values) for key, values in draft.facts.meta.items()]
    lines = [
        f"{name}: {value}"
        for (syntax, _, name), values in stated
        if syntax in ("front_matter", "email")
        for value in values
    ]
    if lines:
        yield Candidate(None, "\n".join(lines))


@rule(
    "text.breadcrumb",
    example="[Home](/) / [World](/world)\n\n# Harbour closed\n\nThe harbour closed.",
    near_miss="[Home](/) and [World](/world)\n\n# Harbour closed\n\nThe harbour closed.",
)
def breadcrumb(draft: Draft) -> Iterator[Candidate[None]]:
    """Sections above the headline: links with nothing but separators between them, or ``Home > Business > Energy``."""
    for block in draft.body.kept[:MAX_BREADCRUMB_BLOCKS]:
        if block.kind == "heading":
            return
        linked_chars = sum(link.end - link.start for link in block.links)
        word_chars = sum(map(str.isalnum, block.text))
        if (len(block.links) > 1 and linked_chars >= word_chars) or _BREADCRUMBS.fullmatch(block.text):
            yield removed(block)


@rule(
    "text.masthead",
    example="[Skip to content](#main)\n\n[The Pellmont Argus](/)\n\n# Harbour closed\n\nThe harbour closed.",
    near_miss="[The Pellmont Argus](/) is closed\n\n# Harbour closed\n\nThe harbour closed.",
)
def masthead(draft: Draft) -> Iterator[Candidate[None]]:
    """Lines above the first heading that are one link each: the newspaper's name and its sections, not a writer's name."""
    links: list[DraftBlock] = []
    for block in draft.body.kept:
        if block.kind == "heading":
            yield from map(removed, links)
            return
        if is_running_text(block):
            return
        if is_link(block) and not AUTHOR_PAGE_PATH.search(block.links[0].href):
            links.append(block)


@rule(
    "text.reading_time",
    example="# Harbour closed\n\n4 min read\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\n4 min later it rained\n\nThe harbour closed.",
)
def reading_time(draft: Draft) -> Iterator[Candidate[None]]:
    """``4 min read``, alone or next to a date. A line that also names a writer stays for the byline rules."""
    yield from matching(header_blocks(draft), MINUTES)
    for block in _byline_like_blocks(draft):
        parts = split_line(block)
        if len(parts) > 1 and not any(is_name_list(block.text[start:end]) for start, end in parts):
            yield from _first_part(block, (part for part in parts if is_reading_time(block.text[slice(*part)])))


@rule(
    "text.unnamed_writer",
    example="# Harbour closed\n\nBy Our Own Correspondent\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nBy Our Own Reckoning\n\nThe harbour closed.",
)
def unnamed_writer(draft: Draft) -> Iterator[Candidate[None]]:
    """A byline without a name: ``By Our Correspondent``, ``Staff Writer``."""
    first = next(iter(draft.body.kept), None)
    for block in _byline_like_blocks(draft):
        yield from _first_part(block, _unnamed_parts(block, is_first=block is first))


def _unnamed_parts(block: DraftBlock, *, is_first: bool) -> Iterator[tuple[int, int]]:
    """Yield start and end of the parts of a line that stand for a writer without a name, without a date after them."""
    for start, end in split_line(block):
        words = block.text[start:end]
        name, _, date = words.partition(",")
        if _is_unnamed_byline(words, is_first=is_first):
            yield start, end
        elif _DIGIT.search(date) and _is_unnamed_byline(name, is_first=is_first):
            yield start, start + len(name) + 1


def _is_unnamed_byline(words: str, *, is_first: bool) -> bool:
    """True if ``words`` stand for a writer without a name. Without ``By`` they need two words, and are not the first line."""
    label = _BY.match(words)
    if label:
        return is_unnamed_writer(words[label.end() :].rstrip("."))
    return not is_first and " " in words and _ARTICLE_WORD.match(words) is None and is_unnamed_writer(words)


def _byline_like_blocks(draft: Draft) -> Iterator[DraftBlock]:
    """Yield the short paragraphs of the header that are not a sentence, or that begin like a byline."""
    short = (b for b in header_blocks(draft) if b.kind == "paragraph" and len(b.text) <= MAX_SHORT_BLOCK_CHARS)
    return (b for b in short if _BY.match(b.text) or not ends_sentence(b.text))


def _first_part(block: DraftBlock, parts: Iterator[tuple[int, int]]) -> Iterator[Candidate[None]]:
    """Yield a candidate that takes the first of ``parts`` out of its line."""
    for start, end in islice(parts, 1):
        yield Candidate(None, block.text[start:end], (block,), block.cut(start, end))
