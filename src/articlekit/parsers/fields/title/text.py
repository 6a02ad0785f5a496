"""The headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.fields.authors.text import is_byline
from articlekit.parsers.fields.dates.text import find_date_after_byline, is_date_line
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.fields.headline_area import is_web_page
from articlekit.parsers.fields.page_parts import header_blocks, is_running_text
from articlekit.parsers.fields.publisher import article_domain, find_name_of_domain
from articlekit.parsers.lines.datelines import find_dateline
from articlekit.parsers.rules import Candidate, Rule, rule

LONGEST = 250
# What a wire service tells editors behind its headline: ``(Adds quotes, details)``.
_ADVISORY = re.compile(r"\s\((?:adds|updates|recasts|corrects|writes through|rewrites)\b[^()]{0,200}\)$", re.IGNORECASE)
_RELEASE_LABEL = re.compile(r"(?:(?:re|fwd?|fw)\s*:|(?:press|news|media) release\s*[:–—-])\s*", re.IGNORECASE)


def _as_title(draft: Draft, block: DraftBlock) -> Candidate[str]:
    words = _ADVISORY.sub("", block.words)
    return Candidate(_without_site(draft, words), block.text, (block,))


def _without_site(draft: Draft, words: str) -> str:
    """The headline without the paper's name behind a bar, where the article's address confirms that it is the paper's."""
    headline, _, name = words.rpartition(" | ")
    return headline if headline and find_name_of_domain(name, article_domain(draft)) == name else words


@rule(
    "title.front_matter",
    example="---\ntitle: Harbour closed\n---\n\nThe harbour closed.",
    near_miss="---\nsubtitle: Harbour closed\n---\n\nThe harbour closed.",
)
def title_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """``title`` or ``headline`` in the front matter."""
    return front_matter_values(draft, ("title", "headline"))


@rule(
    "title.heading",
    example="# Harbour closed\n\nThe harbour closed.",
    near_miss="Harbour closed\n\nThe harbour closed.",
)
def heading(draft: Draft) -> Iterator[Candidate[str]]:
    """The first heading of the highest level that stands before the story's first paragraph of prose."""
    headings = _opening_headings(draft)
    if headings and not is_web_page(draft):
        yield _as_title(draft, min(headings, key=lambda block: block.level or 1))


@fact
def _opening_headings(draft: Draft) -> list[DraftBlock]:
    """Return the headings before the first paragraph of prose."""
    opening = takewhile(lambda block: not is_running_text(block), header_blocks(draft))
    return [block for block in opening if block.kind == "heading" and block.text]


@rule(
    "title.subject",
    example="From: Press Office <press@marrowbay.example>\nSubject: Harbour closed\n\nThe harbour closed on Friday.",
    near_miss="From: Press Office <press@marrowbay.example>\n\nThe harbour closed on Friday.",
)
def subject(draft: Draft) -> Iterator[Candidate[str]]:
    """The subject of an e-mail, without ``Fwd:`` or ``Press release:``; a line at the head that repeats it is taken out."""
    return iter(_subjects(draft))


@fact
def _subjects(draft: Draft) -> list[Candidate[str]]:
    """Return the subjects of an e-mail, each with the line of the message that repeats it."""
    found: list[Candidate[str]] = []
    for raw in draft.facts.meta.get("email:subject", ()):
        words = _RELEASE_LABEL.sub("", " ".join(raw.split()), count=2)
        same = tuple(block for block in draft.body.kept[:20] if block.text.casefold() == words.casefold())
        if words:
            found.append(Candidate(words, raw, same[:1]))
    return found


@rule(
    "title.first_line",
    example="Harbour closed after storm\n\nMARROW BAY (AP) — The harbour closed on Friday, officials said.",
    near_miss="The harbour closed after the storm.\n\nMARROW BAY (AP) — The harbour closed on Friday, officials said.",
)
def first_line(draft: Draft) -> Iterator[Candidate[str]]:
    """In copy without a heading over it, the first line that is no sentence and no byline, date or place line.

    A line with nothing under it is a text, not a headline.
    """
    if is_web_page(draft) or "front_matter:title" in draft.facts.meta:
        return
    if _opening_headings(draft) or any(candidate.blocks for candidate in _subjects(draft)):
        return
    lines = [block for block in draft.body.kept[:6] if not _is_apparatus(block, draft.decided.language)]
    if len(lines) > 1 and _is_headline(lines[0]):
        yield _as_title(draft, lines[0])


def _is_apparatus(block: DraftBlock, language: str | None) -> bool:
    line = block.text
    return (
        block.kind == "image"
        or is_byline(block)
        or is_date_line(line, language)
        or find_date_after_byline(line, language) is not None
    )


def _is_headline(block: DraftBlock) -> bool:
    text = block.text
    closed = text.rstrip("\"'”’»)").endswith((".", ":", ",", ";"))
    if block.kind != "paragraph" or len(text) > LONGEST or closed:
        return False
    return find_dateline(text) is None and len(text.split()) > 1


TITLE: tuple[Rule[str], ...] = (title_in_front_matter, heading, subject, first_line)
