"""Lines that are on the page but not of the story: each leaves the body and stays in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.page_parts import LINE, edges, head, pieces, short_lines, tail, tells
from articlekit.parsers.lines.names import is_name_list, is_unnamed_writer
from articlekit.parsers.lines.normalize import ends_sentence
from articlekit.parsers.lines.phrase_patterns import phrase_pattern
from articlekit.parsers.lines.reading_times import MINUTES, is_reading_time
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH

ABOVE_TITLE = 4


_TRAIL = re.compile(r"[A-Z][\w &-]{0,30}(?:\s[>»›]\s[A-Z][\w &-]{0,30}){1,6}")
_SLUG = re.compile(
    r"(?:[A-Z]{1,4}[- ]{1,2})?[A-Z][A-Z0-9]{1,15}(?:[-/][A-Z0-9][A-Za-z0-9]{0,15}){1,6}"
    r"(?:[-/ ,(]{1,3}(?:UPDATE|LEAD|WRAP|WRAPUP|PIX|TV|PICTURE|GRAPHIC|CORRECTED|REFILE|\d{1,3})\b){0,4}\)?"
    r"(?:,\s\d(?:st|nd|rd|th)\s[\w -]{2,30})?"
)
_END = phrase_pattern(
    r"-+\s?30\s?-+",
    r"#{2,5}",
    r"\*{3,5}",
    r"_{2,5}\.?",
    r"[-–—(\s]{0,3}(?:ENDS?|end of (?:release|story))[-–—)\s.]{0,3}",
    flags=re.RegexFlag(0),
)
_PAGE = phrase_pattern(
    r"(?:page\s)?\d{1,3}\s(?:of|/)\s\d{1,3}",
    r"page\s\d{1,3}",
    r"\((?:more|continued)\)",
    r"continued on (?:the )?next page",
)
_RELEASE = phrase_pattern(
    r"(?:for\s)?immediate\srelease\W{0,3}",
    r"(?:press|news|media)\s(?:release|statement)\W{0,3}",
    r"not\sfor\spublication.{0,60}",
    r"(?:strictly\s)?embargo(?:ed)?\s(?:until|to|for)\b.{0,80}",
)
_CONTACT = phrase_pattern(
    r"(?:media|press)\s(?:contacts?|enquiries|inquiries|office)(?:\s(?:details|information))?\s?:(?:.{0,249}[^.])?",
    r"(?:contacts?|tel|telephone|phone|mobile|cell|e-?mail|web|website|fax)\s?:"
    r"(?=.*(?:@|www\.|https?:|\d[\d ()+-]{4})).{3,250}",
    r"notes?\sto\seditors?\s?:?",
    flags=re.IGNORECASE | re.DOTALL,
)
_COPYRIGHT = phrase_pattern(
    r"\W{0,2}(?:copyright\s(?:[©ⓒⒸ]|\(c\)|\d{4})|[©ⓒⒸ]|\(c\)\s?(?:19|20)\d\d|저작권자\s?(?:[©ⓒⒸ]|\(c\))).{0,250}",
    r".{0,80}\ball\srights\sreserved\.?.{0,120}",
)
_MAIL = re.compile(r"\W{0,2}[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\W{0,2}")
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told)\b")
_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)


def matching(blocks: list[DraftBlock], pattern: re.Pattern[str]) -> Iterator[Candidate[None]]:
    """The blocks that match."""
    for block in blocks:
        if pattern.fullmatch(block.text):
            yield Candidate(None, block.text, (block,))


def unspoken(blocks: list[DraftBlock], pattern: re.Pattern[str]) -> Iterator[Candidate[None]]:
    """The blocks that match and in which nobody speaks."""
    return (candidate for candidate in matching(blocks, pattern) if not _SPEECH.search(candidate.raw))


@rule(
    "text.slug",
    example="BC-HARBOUR-STORM/UPDATE 1\n\nHarbour closed after storm\n\nMARROW BAY (AP) — The harbour closed.",
    near_miss="ROLL-ON/ROLL-OFF ferries stay in port\n\nMARROW BAY (AP) — The harbour closed.",
)
def slug(draft: Draft) -> Iterator[Candidate[None]]:
    """A wire slug above the headline: capitals joined by hyphens or slashes."""
    return matching(head(draft)[:3], _SLUG)


@rule(
    "text.release_mark",
    example="FOR IMMEDIATE RELEASE\n\nHarbour closed\n\nThe harbour closed.",
    near_miss="Harbour closed\n\nImmediate release was all that the sailors on the quay asked for.",
)
def release_mark(draft: Draft) -> Iterator[Candidate[None]]:
    """``FOR IMMEDIATE RELEASE``, ``Press release``, ``Embargoed until …``."""
    return matching(head(draft), _RELEASE)


@rule(
    "text.contact",
    example="Harbour closed after storm\n\nThe harbour closed.\n\nMedia contact: Ada Quill, press@marrowbay.example",
    near_miss="Harbour closed after storm\n\nThe harbour closed.\n\nContact: nobody on the boats answered the radio.",
)
def contact(draft: Draft) -> Iterator[Candidate[None]]:
    """Contact lines of a press release, at head or foot, and a writer's address alone in a line behind the text."""
    yield from unspoken(edges(draft), _CONTACT)
    for above, block in reversed(list(pairwise(tail(draft)))):
        if tells(block):
            return
        if _MAIL.fullmatch(block.text) and _ends(above):
            yield Candidate(None, block.text, (block,))


def _ends(above: DraftBlock) -> bool:
    """Whether a line ends a sentence or names a writer: the one below it does not go on with it."""
    text = above.text
    return text.endswith(("。", "！", "？")) or (ends_sentence(text) and text[-1] not in ":;：") or is_name_list(text)


@rule(
    "text.end_mark",
    example="Harbour closed after storm\n\nThe harbour closed.\n\n-30-",
    near_miss="Harbour closed after storm\n\nThe harbour closed.\n\nEnds and means were debated.",
)
def end_mark(draft: Draft) -> Iterator[Candidate[None]]:
    """``-30-``, ``ENDS``, ``###`` and their like near the end."""
    return matching([block for block in tail(draft) if block.kind in ("paragraph", "heading")], _END)


@rule(
    "text.page_number",
    example="Harbour closed after storm\n\nThe harbour closed.\n\nPage 2 of 3\n\nFerries stayed in port.",
    near_miss="Harbour closed after storm\n\nThe harbour closed.\n\nPage 2 of the report blames the storm.",
)
def page_number(draft: Draft) -> Iterator[Candidate[None]]:
    """``Page 2 of 3``, ``(more)``, ``continued on next page``."""
    return matching(list(short_lines(draft)), _PAGE)


@rule(
    "text.copyright",
    example="# Harbour closed\n\nThe harbour closed.\n\n© 2025 The Harbour Courier. All rights reserved.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nCopyright reform is dead after the vote.",
)
def copyright_line(draft: Draft) -> Iterator[Candidate[None]]:
    """A copyright line at the foot. Its year is no date."""
    return unspoken(tail(draft), _COPYRIGHT)


@rule(
    "text.reading_time",
    example="# Harbour closed\n\n4 min read\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\n4 minutes later the harbour opened again.\n\nThe ferries stayed in port.",
)
def reading_time(draft: Draft) -> Iterator[Candidate[None]]:
    """``4 min read``, alone or beside a date. A line that names a writer too is left to the byline."""
    yield from matching(head(draft), MINUTES)
    for block in _labels(draft):
        parts = pieces(block)
        if len(parts) > 1 and not any(is_name_list(block.text[start:end]) for start, end in parts):
            yield from _part(block, (part for part in parts if is_reading_time(block.text[slice(*part)])))


@rule(
    "text.unsigned",
    example="# Harbour closed\n\nBy Our Own Correspondent\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nBy our correspondent’s watch it was noon when the harbour closed.",
)
def unsigned(draft: Draft) -> Iterator[Candidate[None]]:
    """A byline without a name: ``By Our Correspondent``, ``Staff Writer``."""
    above = next(iter(draft.body.kept), None)
    for block in _labels(draft):
        yield from _part(block, _unsigned_parts(block, first=block is above))


def _unsigned_parts(block: DraftBlock, *, first: bool) -> Iterator[tuple[int, int]]:
    """The parts of a line that stand for an unnamed writer, a date behind them left out."""
    for start, end in pieces(block):
        words = block.text[start:end]
        name, _, date = words.partition(",")
        if _signs(words, first):
            yield start, end
        elif _DIGIT.search(date) and _signs(name, first):
            yield start, start + len(name) + 1


def _signs(words: str, first: bool) -> bool:
    """Whether ``words`` stand for an unnamed writer. Without ``By`` they are two words at least, and not the first line."""
    signed = _BY.match(words)
    if signed:
        return is_unnamed_writer(words[signed.end() :].rstrip("."))
    return not first and " " in words and _ARTICLE.match(words) is None and is_unnamed_writer(words)


def _labels(draft: Draft) -> Iterator[DraftBlock]:
    """The short paragraphs at the head that are no sentence, or that begin as a byline does."""
    short = (b for b in head(draft) if b.kind == "paragraph" and len(b.text) <= LINE)
    return (b for b in short if _BY.match(b.text) or not ends_sentence(b.text))


def _part(block: DraftBlock, parts: Iterator[tuple[int, int]]) -> Iterator[Candidate[None]]:
    """The first of ``parts`` leaves its line, and what else the line says stays."""
    for start, end in islice(parts, 1):
        yield Candidate(None, block.text[start:end], (block,), block.cut(start, end))


@rule(
    "text.breadcrumb",
    example="[Home](/) / [World](/world)\n\n# Harbour closed\n\nThe harbour closed.",
    near_miss="[Storm](/storm) and [flood](/flood) keep the ferries in port\n\n# Harbour closed\n\nThe harbour closed.",
)
def breadcrumb(draft: Draft) -> Iterator[Candidate[None]]:
    """Sections above the headline: links with nothing but separators between them, or ``Home > Business > Energy``."""
    for block in draft.body.kept[:ABOVE_TITLE]:
        if block.kind == "heading":
            return
        linked = sum(link.end - link.start for link in block.links)
        words = sum(map(str.isalnum, block.text))
        if (len(block.links) > 1 and linked >= words) or _TRAIL.fullmatch(block.text):
            yield Candidate(None, block.text, (block,))


@rule(
    "text.masthead",
    example="[Skip to content](#main)\n\n[The Pellmont Argus](/)\n\n# Harbour closed\n\nThe harbour closed.",
    near_miss="[The Pellmont Argus](/) is closed\n\n# Harbour closed\n\nThe harbour closed.",
)
def masthead(draft: Draft) -> Iterator[Candidate[None]]:
    """Lines above the first heading that are one link each, as the paper's name and its sections are; never a writer's."""
    links: list[DraftBlock] = []
    for block in draft.body.kept:
        if block.kind == "heading":
            yield from (Candidate(None, link.text, (link,)) for link in links)
            return
        if tells(block):
            return
        if is_link(block) and not AUTHOR_PAGE_PATH.search(block.links[0].href):
            links.append(block)


def is_link(block: DraftBlock) -> bool:
    """Whether the whole of a line is one link."""
    return [(link.start, link.end) for link in block.links] == [(0, len(block.text))]


@rule(
    "text.stated",
    example="---\ntitle: Harbour closed\nmood: grey\n---\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nTitle: nobody on the quay could name the song that they sang.",
)
def stated_lines(draft: Draft) -> Iterator[Candidate[None]]:
    """Everything that front matter or mail headers state, whether a field takes it or not."""
    written = [(key.partition(":"), values) for key, values in draft.facts.meta.items()]
    lines = [
        f"{name}: {value}"
        for (syntax, _, name), values in written
        if syntax in ("front_matter", "email")
        for value in values
    ]
    if lines:
        yield Candidate(None, "\n".join(lines))


TEXT: tuple[Rule[None], ...] = (
    stated_lines,
    breadcrumb,
    masthead,
    slug,
    release_mark,
    contact,
    end_mark,
    page_number,
    copyright_line,
    reading_time,
    unsigned,
)
