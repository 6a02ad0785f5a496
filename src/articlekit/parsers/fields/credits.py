"""Credits apart from the byline: who reported, contributed, edited, and whose copy was used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from articlekit.models import Credit, CreditRole
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.page_parts import footer_blocks, header_and_footer
from articlekit.parsers.lines.byline_labels import read_text_and_photos_credit
from articlekit.parsers.lines.bylines import MAX_BYLINE_CHARS, read_photographers, read_signed_names
from articlekit.parsers.lines.names import is_agency, is_organization, is_person, split_name_list
from articlekit.parsers.rules import Candidate, Rule, rule

MAX_CREDIT_LINE_CHARS = 400

_WORK = r"(?:reporting|writing|editing|compiled|photography|photos?|production|translation|graphics?)"
_BRACKET = re.compile(
    rf"[(\[](?P<work>(?:(?:additional|further)\s+)?{_WORK}[\w ]{{0,25}}\sby\s[^()\[\]]{{3,360}})[)\]]\.?$",
    re.IGNORECASE,
)
_OPEN_LINE = re.compile(
    rf"(?:[-–—*]{{1,2}}\s?)?(?P<work>(?:(?:with|additional|further)\s+){{0,2}}{_WORK}[\w ]{{0,25}}\sby\s.{{3,200}})",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:(?:with|additional|further)\s+){{0,2}}(?P<role>{_WORK})[\w ]{{0,25}}?\sby\s+(?P<names>.+)", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?P<role>Contributing|Contributors?|With files from|Edited by|Translated by):?\s+(?P<names>.{3,200})"
)
_CONTRIBUTED = re.compile(
    r"(?P<names>.{2,160}?)\s(?:also\s)?(?:contributed|assisted)(?:\s(?:reporting|research))?"
    r"(?:\s(?:to|with)\s(?:this|the)\s(?:\w+\s)?(?:report|story|article|piece|dispatch))?"
    r"(?:\s(?:from|in)\s[A-Z][^.]{2,60})?\.?"
)
_REPORTED = re.compile(r"(?P<names>.{2,160}?)\sreported\sfrom\s[A-Z][^.]{2,60}\.?")
_SIGNATURE = re.compile(r"[-–—]{1,2}\s?(?P<names>[^.]{2,60})\.?")
_WRITER = re.compile(
    r"(?P<agency>.{2,40}?)\s(?:staff\s)?(?:writers?|reporters?|journalists?|correspondents?|editors?)\s(?P<names>.+)"
)

_ROLES: tuple[tuple[str, CreditRole], ...] = (
    ("report", "reporting"),
    ("contribut", "reporting"),
    ("with files", "reporting"),
    ("writ", "writing"),
    ("compil", "writing"),
    ("edit", "editing"),
    ("photo", "photography"),
    ("transl", "translation"),
)


def role_of(words: str) -> CreditRole:
    """The role that a credit's wording stands for."""
    words = words.casefold()
    return next((role for start, role in _ROLES if start in words), "production")


def _read(words: str) -> list[str] | None:
    """The names in a credit; None where something else than names, agencies and places is among them."""
    writer = _WRITER.fullmatch(words)
    if writer and (is_agency(writer["agency"]) or is_organization(writer["agency"])):
        words = writer["names"]
    names = split_name_list(words)
    good = all(is_person(name) or is_agency(name) or is_organization(name) or _is_surname(name) for name in names)
    return names if names and good else None


def _is_surname(name: str) -> bool:
    return name.isalpha() and name[0].isupper()


def _works(words: str) -> list[Credit]:
    """The credits of ``Reporting by A and B in Oslo; Editing by C``; empty where any part names something else."""
    found: list[Credit] = []
    for part in re.split(r"\s*;\s*", words.strip(" .")):
        match = _PART.fullmatch(part)
        names = _read(match["names"].strip(" .")) if match else None
        if match is None or names is None:
            return []
        found += [Credit(name=name, role=role_of(match["role"]), text=part) for name in names]
    return found


@rule(
    "credits.bracket",
    example="# Harbour closed\n\nThe harbour closed.\n\n(Reporting by Ada Quill in Marrow Bay; Editing by Tom Reed)",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n(Reporting of damage by boat owners is slow)",
)
def bracket(draft: Draft) -> Iterator[Candidate[Credit]]:
    """``(Reporting by …; Editing by …)``, in a line of its own or at the end of the last paragraph."""
    for block in footer_blocks(draft):
        match = _BRACKET.search(block.text[-MAX_CREDIT_LINE_CHARS:])
        if match:
            start = len(block.text) - len(match.group())
            rest = block.cut(start, len(block.text))
            yield from (Candidate(c, match.group(), (block,), rest) for c in _works(match["work"]))


@rule(
    "credits.line",
    example="# Harbour closed\n\nThe harbour closed.\n\n-- Additional reporting by Ada Quill and AFP",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n-- Additional rain by noon",
)
def credit_line(draft: Draft) -> Iterator[Candidate[Credit]]:
    """A line that is ``Reporting by …`` or ``Contributing: …`` and names nobody but people and agencies."""
    for block in header_and_footer(draft):
        match = _OPEN_LINE.fullmatch(block.text) if len(block.text) <= MAX_CREDIT_LINE_CHARS else None
        if match:
            yield from (Candidate(c, block.text, (block,)) for c in _works(match["work"]))


@rule(
    "credits.label",
    example="# Harbour closed\n\nThe harbour closed.\n\nContributing: Ada Quill and Tom Reed, Marrow Bay Courier.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nContributing: what you can do to help.",
)
def label(draft: Draft) -> Iterator[Candidate[Credit]]:
    """``Contributing: …``, ``With files from …``, ``Edited by …``."""
    for block in _credit_lines(draft, _LABEL):
        match = _LABEL.fullmatch(block.text)
        yield from _named(block, _LABEL, role_of(match["role"]) if match else "reporting")


@rule(
    "credits.contributed",
    example="# Harbour closed\n\nThe harbour closed.\n\n*Reuters contributed to this report.*",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nHeavy rain contributed to the flood.",
)
def contributed(draft: Draft) -> Iterator[Candidate[Credit]]:
    """``… contributed to this report``, of people and agencies."""
    for block in _credit_lines(draft, _CONTRIBUTED):
        words = block.text.casefold()
        if "report" in words or "research" in words or "this" in words or "from" in words:
            yield from _named(block, _CONTRIBUTED, "reporting")


@rule(
    "credits.reported_from",
    example="# Harbour closed\n\nThe harbour closed.\n\nQuill reported from Port Elswick.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nNo injuries were reported from Port Elswick.",
)
def reported_from(draft: Draft) -> Iterator[Candidate[Credit]]:
    """``Quill reported from Port Elswick.`` as a line of its own."""
    for block in _credit_lines(draft, _REPORTED):
        yield from _named(block, _REPORTED, "reporting")


@rule(
    "credits.signature",
    example="# Harbour closed\n\nThe harbour closed.\n\n— AFP",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n— and nobody knew why",
)
def signature(draft: Draft) -> Iterator[Candidate[Credit]]:
    """A dash and an agency or a person under the last paragraph; under a quotation they sign the quotation."""
    for before, block in pairwise(footer_blocks(draft)[-3:]):
        quoted = "quotation" in (block.kind, before.kind)
        match = None if quoted else _SIGNATURE.fullmatch(block.text)
        name = match["names"].strip() if match else ""
        if is_agency(name) or is_person(name):
            role: CreditRole = "source" if is_agency(name) else "reporting"
            yield Candidate(Credit(name=name, role=role, text=block.text), block.text, (block,))


def _credit_lines(draft: Draft, pattern: re.Pattern[str]) -> Iterator[DraftBlock]:
    return (
        b
        for b in header_and_footer(draft)
        if b.kind == "paragraph" and len(b.text) <= MAX_CREDIT_LINE_CHARS and pattern.fullmatch(b.text)
    )


def _named(block: DraftBlock, pattern: re.Pattern[str], role: CreditRole) -> Iterator[Candidate[Credit]]:
    match = pattern.fullmatch(block.text)
    for name in (_read(match["names"].strip(" .")) if match else None) or ():
        yield Candidate(Credit(name=name, role=role, text=block.text), block.text, (block,))


CREDITS: tuple[Rule[Credit], ...] = (bracket, credit_line, label, contributed, reported_from, signature)


_EDITORS = re.compile(r"[(（\[【]?(?:责任?编辑?|責任編輯|编辑|編輯|校对|校對)\s?[:：丨|]\s?")
"""What announces the editors, in Chinese."""


HEAD = 12
"""Blocks of the page among which such a byline can stand."""


@rule(
    "credits.shared_byline",
    example="<h1>Harbour closed</h1><p>Words by Ada Quill, photographs by Tom Reed</p><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><p>Words by Ada Quill, photographs by no one</p><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def shared_byline(draft: Draft) -> Iterator[Candidate[Credit]]:
    """The photographers in a line at the head that names writers before them, or as them: ``Text und Fotos: …``."""
    for line in chain(draft.body.blocks[:HEAD], draft.facts.near_headline):
        names = read_photographers(line.text) or _writers_with_cameras(line.text)
        if names:
            standing = tuple(block for block in draft.body.kept[:HEAD] if block.text == line.text)
            for name in names:
                yield Candidate(Credit(name=name, role="photography", text=line.text), line.text, standing)
            return


@rule(
    "credits.chinese_editors",
    example="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p><p>(责编：王小明、李华)</p>",
    near_miss="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p><p>(责编会议)</p>",
)
def chinese_editors(draft: Draft) -> Iterator[Candidate[Credit]]:
    """The editors in charge, whom Chinese papers name under the story."""
    for block in footer_blocks(draft):
        label = _EDITORS.match(block.text) if len(block.text) <= MAX_BYLINE_CHARS else None
        for name in read_signed_names(block.text[label.end() :]) if label else ():
            yield Candidate(Credit(name=name, role="editing", text=block.text), block.text, (block,))


def _writers_with_cameras(line: str) -> list[str]:
    """Who both wrote a report and took its pictures."""
    both = read_text_and_photos_credit(line) if len(line) <= MAX_BYLINE_CHARS else None
    return read_signed_names(both) if both else []


SHARED_BYLINES: tuple[Rule[Credit], ...] = (shared_byline, chinese_editors)
