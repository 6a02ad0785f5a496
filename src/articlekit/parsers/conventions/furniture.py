"""Lines that are on the page but not of the story: each leaves the body and stays in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articlekit.parsers.conventions.zones import edges, head, short_lines, tail
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.rules import Candidate, Rule, rule

ABOVE_TITLE = 4

_TRAIL = re.compile(r"[A-Z][\w &-]{0,30}(?:\s[>»›]\s[A-Z][\w &-]{0,30}){1,6}")
_SLUG = re.compile(
    r"(?:[A-Z]{1,4}[- ]{1,2})?[A-Z][A-Z0-9]{1,15}(?:[-/][A-Z0-9][A-Za-z0-9]{0,15}){1,6}(?:[-/ ,(][\w /()-]{0,40})?"
)
_END = re.compile(
    r"(?:-+\s?30\s?-+|#{2,5}|\*{3,5}|_{2,5}\.?|[-–—(\s]{0,3}(?:ENDS?|end of (?:release|story))[-–—)\s.]{0,3})"
)
_PAGE = re.compile(
    r"(?:page\s)?\d{1,3}\s(?:of|/)\s\d{1,3}|page\s\d{1,3}|\((?:more|continued)\)|continued on (?:the )?next page",
    re.IGNORECASE,
)

_RELEASE = re.compile(
    r"(?:for\s)?immediate\srelease\W{0,3}|(?:press|news|media)\s(?:release|statement)\W{0,3}|not\sfor\spublication.{0,60}"
    r"|(?:strictly\s)?embargo(?:ed)?\s(?:until|to|for)\b.{0,80}",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:media|press)\s(?:contacts?|enquiries|inquiries|office)(?:\s(?:details|information))?\s?:(?:.{0,249}[^.])?"
    r"|(?:contacts?|tel|telephone|phone|mobile|cell|e-?mail|web|website|fax)\s?:(?=.*(?:@|www\.|https?:|\d[\d ()+-]{4})).{3,250}"
    r"|notes?\sto\seditors?\s?:?",
    re.IGNORECASE | re.DOTALL,
)
_SHARE = re.compile(
    r"(?:share(?:\s(?:this|on)(?:\s\w+){0,4})?|\d{0,7}\s?shares?|tweet|facebook|twitter|whatsapp|linkedin|reddit|flipboard|pocket|email"
    r"|telegram|bluesky|threads|pinterest|copy(?:\sthe)?\slink|save(?:\sarticle)?|bookmark|\d+\scomments?|view\scomments?"
    r"|advertisement|advertising|ad|article\scontent|sponsored(?:\scontent)?|continue\sreading(?:\sbelow)?|story\scontinues(?:\sbelow.{0,20})?"
    r"|listen(?:\sto\sthis\sarticle.{0,20})?|play\s(?:video|audio)|back\sto\stop|loading.{0,12}|show\smore"
    r"|(?:skip|scroll)\s(?:to|past|down).{0,40}|article\scontinues\s(?:below|after).{0,30})[.:…]?",
    re.IGNORECASE,
)
_OFFER = r"(?:newsletters?|e-?mails?|inbox|alerts?|updates?|app|channel|account|free|stories|subscribers?|members?|headlines)"
_NEWSLETTER = re.compile(
    rf"(?:want\smore.{{0,60}}\?\s)?(?:please\s)?(?:sign\sup|subscribe|register|join|download|get|receive|have)\b.{{0,80}}\b{_OFFER}\b.{{0,200}}"
    r"|(?:subscribe|sign\sup)(?:\s(?:now|today|here))?[.!]?|never\smiss\b.{0,80}|enter\syour\s(?:e-?mail|postcode).{0,60}"
    r"|follow\s(?:us|@\w+)\b.{0,120}"
    r"|follow\s(?:(?-i:[A-Z])[\w.'’-]*\s){1,4}on\s(?:twitter|facebook|x|instagram|whatsapp)(?:\s@?\w+)?\.?"
    rf"|(?:become\sa|support\sour|enjoying\sthis).{{0,60}}(?:journalism|{_OFFER}).{{0,160}}",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:copyright\s(?:©|\(c\)|\d{4})|©|\(c\)\s?(?:19|20)\d\d).{0,250}|.{0,80}\ball\srights\sreserved\.?.{0,120}",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"(?:reading\stime\s?:?\s?)?\d{1,3}[-\s]?min(?:ute)?s?(?:\s(?:read|listen|watch))?\.?", re.IGNORECASE
)
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told)\b")


def _matching(blocks: list[DraftBlock], pattern: re.Pattern[str]) -> Iterator[Candidate[None]]:
    for block in blocks:
        if pattern.fullmatch(block.text):
            yield Candidate(None, block.text, (block,))


@rule(
    "text.slug",
    example="BC-HARBOUR-STORM/UPDATE 1\n\nHarbour closed after storm\n\nMARROW BAY (AP) — The harbour closed.",
    near_miss="HARBOUR CLOSED AFTER STORM\n\nMARROW BAY (AP) — The harbour closed.",
)
def slug(draft: Draft) -> Iterator[Candidate[None]]:
    """A wire slug above the headline: capitals joined by hyphens or slashes."""
    return _matching(head(draft)[:3], _SLUG)


@rule(
    "text.release_mark",
    example="FOR IMMEDIATE RELEASE\n\nHarbour closed\n\nThe harbour closed.",
    near_miss="Release of the harbour plan\n\nThe harbour closed.",
)
def release_mark(draft: Draft) -> Iterator[Candidate[None]]:
    """``FOR IMMEDIATE RELEASE``, ``Press release``, ``Embargoed until …``."""
    return _matching(head(draft), _RELEASE)


@rule(
    "text.contact",
    example="Harbour closed after storm\n\nThe harbour closed.\n\nMedia contact: Ada Quill, press@marrowbay.example",
    near_miss="Harbour closed after storm\n\nContact: nobody answered the radio.",
)
def contact(draft: Draft) -> Iterator[Candidate[None]]:
    """Contact lines of a press release, at head or foot."""
    return _matching([block for block in edges(draft) if not _SPEECH.search(block.text)], _CONTACT)


@rule(
    "text.end_mark",
    example="Harbour closed after storm\n\nThe harbour closed.\n\n-30-",
    near_miss="Harbour closed after storm\n\nThe harbour closed.\n\nEnds and means were debated.",
)
def end_mark(draft: Draft) -> Iterator[Candidate[None]]:
    """``-30-``, ``ENDS``, ``###`` and their like near the end."""
    return _matching([block for block in tail(draft) if block.kind in ("paragraph", "heading")], _END)


@rule(
    "text.page_number",
    example="Harbour closed after storm\n\nThe harbour closed.\n\nPage 2 of 3\n\nFerries stayed in port.",
    near_miss="Harbour closed after storm\n\nThe harbour closed.\n\nPage 2 of the report blames the storm.",
)
def page_number(draft: Draft) -> Iterator[Candidate[None]]:
    """``Page 2 of 3``, ``(more)``, ``continued on next page``."""
    return _matching(list(short_lines(draft)), _PAGE)


@rule(
    "text.share",
    example="# Harbour closed\n\nShare this story\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nShare prices fell.\n\nThe harbour closed.",
)
def share(draft: Draft) -> Iterator[Candidate[None]]:
    """The labels of buttons and advertisements."""
    return _matching([block for block in short_lines(draft) if block.kind == "paragraph"], _SHARE)


@rule(
    "text.newsletter",
    example="# Harbour closed\n\nThe harbour closed.\n\nSign up for our morning newsletter.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nRegister offices across Tarn reopened on Monday.",
)
def newsletter(draft: Draft) -> Iterator[Candidate[None]]:
    """Calls to subscribe, sign up, follow; never a line in which somebody speaks."""
    return _matching([block for block in short_lines(draft) if not _SPEECH.search(block.text)], _NEWSLETTER)


@rule(
    "text.copyright",
    example="# Harbour closed\n\nThe harbour closed.\n\n© 2025 The Harbour Courier. All rights reserved.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nCopyright reform is dead after the vote.",
)
def copyright_line(draft: Draft) -> Iterator[Candidate[None]]:
    """A copyright line at the foot. Its year is no date."""
    return _matching([block for block in tail(draft) if not _SPEECH.search(block.text)], _COPYRIGHT)


@rule(
    "text.reading_time",
    example="# Harbour closed\n\n4 min read\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\n4 minutes later it opened.\n\nThe harbour closed.",
)
def reading_time(draft: Draft) -> Iterator[Candidate[None]]:
    """``4 min read``."""
    return _matching(head(draft), _READING_TIME)


@rule(
    "text.breadcrumb",
    example="[Home](/) / [World](/world)\n\n# Harbour closed\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\n[Ada Quill](/authors/quill) / [Tom Reed](/authors/reed)\n\nThe harbour closed.",
)
def breadcrumb(draft: Draft) -> Iterator[Candidate[None]]:
    """Sections above the headline: links with nothing but separators between them, or ``Home > Business > Energy``."""
    for block in islice(draft.body(), ABOVE_TITLE):
        if block.kind == "heading":
            return
        linked = sum(link.end - link.start for link in block.links)
        words = sum(map(str.isalnum, block.text))
        if (len(block.links) > 1 and linked >= words) or _TRAIL.fullmatch(block.text):
            yield Candidate(None, block.text, (block,))


@rule(
    "text.stated",
    example="---\ntitle: Harbour closed\nmood: grey\n---\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nmood: grey",
)
def stated_lines(draft: Draft) -> Iterator[Candidate[None]]:
    """Everything that front matter or mail headers state, whether a field takes it or not."""
    lines = [f"{key.partition(':')[2]}: {value}" for key, values in draft.meta.items() for value in values]
    if lines:
        yield Candidate(None, "\n".join(lines))


TEXT: tuple[Rule[None], ...] = (
    stated_lines,
    breadcrumb,
    slug,
    release_mark,
    contact,
    end_mark,
    page_number,
    share,
    newsletter,
    copyright_line,
    reading_time,
)
