"""Rules for ``Article.credits``: reporters, contributors, editors and agencies apart from the byline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from articlekit.models import Credit, CreditRole
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.body_regions import footer_blocks, header_and_footer
from articlekit.parsers.lines.byline_labels import read_text_and_photos_credit
from articlekit.parsers.lines.bylines import MAX_BYLINE_CHARS, read_photographers, read_signed_names
from articlekit.parsers.lines.names import is_agency, is_organization, is_person, split_name_list

MAX_CREDIT_LINE_CHARS = 400
"""Characters of a credit, in a line of its own or at the end of a paragraph."""
MAX_FIRST_BLOCKS = 12
"""Blocks at the start of the body among which a shared byline is."""

_WORK_WORDS = r"(?:reporting|writing|editing|compiled|photography|photos?|production|translation|graphics?)"
_BRACKETED_CREDIT = re.compile(
    rf"[(\[](?P<work>(?:(?:additional|further)\s+)?{_WORK_WORDS}[\w ]{{0,25}}\sby\s[^()\[\]]{{3,360}})[)\]]\.?$",
    re.IGNORECASE,
)
_CREDIT_LINE = re.compile(
    rf"(?:[-–—*]{{1,2}}\s?)?(?P<work>(?:(?:with|additional|further)\s+){{0,2}}{_WORK_WORDS}[\w ]{{0,25}}\sby\s.{{3,200}})",
    re.IGNORECASE,
)
_CREDIT_PART = re.compile(
    rf"(?:(?:with|additional|further)\s+){{0,2}}(?P<role>{_WORK_WORDS})[\w ]{{0,25}}?\sby\s+(?P<names>.+)",
    re.IGNORECASE,
)
_LABELLED_CREDIT = re.compile(
    r"(?P<role>Contributing|Contributors?|With files from|Edited by|Translated by):?\s+(?P<names>.{3,200})"
)
_CONTRIBUTED_LINE = re.compile(
    r"(?P<names>.{2,160}?)\s(?:also\s)?(?:contributed|assisted)(?:\s(?:reporting|research))?"
    r"(?:\s(?:to|with)\s(?:this|the)\s(?:\w+\s)?(?:report|story|article|piece|dispatch))?"
    r"(?:\s(?:from|in)\s[A-Z][^.]{2,60})?\.?"
)
_REPORTED_FROM_LINE = re.compile(r"(?P<names>.{2,160}?)\sreported\sfrom\s[A-Z][^.]{2,60}\.?")
_SIGNATURE_LINE = re.compile(r"[-–—]{1,2}\s?(?P<names>[^.]{2,60})\.?")
_AGENCY_WRITER = re.compile(
    r"(?P<agency>.{2,40}?)\s(?:staff\s)?(?:writers?|reporters?|journalists?|correspondents?|editors?)\s(?P<names>.+)"
)
_CHINESE_EDITOR_LABEL = re.compile(r"[(（\[【]?(?:责任?编辑?|責任編輯|编辑|編輯|校对|校對)\s?[:：丨|]\s?")

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


def _credit_role(words: str) -> CreditRole:
    """Return the role that the words of a credit stand for."""
    words = words.casefold()
    return next((role for start, role in _ROLES if start in words), "production")


def _read_credit_names(words: str) -> list[str] | None:
    """Return the names in a credit. None if it has anything else than names, agencies and places."""
    writer = _AGENCY_WRITER.fullmatch(words)
    if writer and (is_agency(writer["agency"]) or is_organization(writer["agency"])):
        words = writer["names"]
    names = split_name_list(words)
    are_names = all(is_person(name) or is_agency(name) or is_organization(name) or _is_surname(name) for name in names)
    return names if names and are_names else None


def _is_surname(name: str) -> bool:
    return name.isalpha() and name[0].isupper()


def _read_credits(words: str) -> list[Credit]:
    """Return the credits of ``Reporting by A and B in Oslo; Editing by C``. Empty if any part is something else."""
    found: list[Credit] = []
    for part in re.split(r"\s*;\s*", words.strip(" .")):
        match = _CREDIT_PART.fullmatch(part)
        names = _read_credit_names(match["names"].strip(" .")) if match else None
        if match is None or names is None:
            return []
        found += [Credit(name=name, role=_credit_role(match["role"]), text=part) for name in names]
    return found


@rule(
    "credits.bracket",
    example="# Harbour closed\n\nThe harbour closed.\n\n(Reporting by Ada Quill in Marrow Bay; Editing by Tom Reed)",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n(Reporting of damage by boat owners is slow)",
)
def in_brackets(draft: Draft) -> Iterator[Candidate[Credit]]:
    """``(Reporting by …; Editing by …)``, in a line of its own or at the end of a paragraph."""
    for block in footer_blocks(draft):
        match = _BRACKETED_CREDIT.search(block.text[-MAX_CREDIT_LINE_CHARS:])
        if match:
            start = len(block.text) - len(match.group())
            rest = block.cut(start, len(block.text))
            yield from (Candidate(c, match.group(), (block,), rest) for c in _read_credits(match["work"]))


@rule(
    "credits.line",
    example="# Harbour closed\n\nThe harbour closed.\n\n-- Additional reporting by Ada Quill and AFP",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n-- Additional rain by noon",
)
def credit_line(draft: Draft) -> Iterator[Candidate[Credit]]:
    """A line ``Reporting by …`` that has only people and agencies."""
    for block in header_and_footer(draft):
        match = _CREDIT_LINE.fullmatch(block.text) if len(block.text) <= MAX_CREDIT_LINE_CHARS else None
        if match:
            yield from (Candidate(c, block.text, (block,)) for c in _read_credits(match["work"]))


@rule(
    "credits.label",
    example="# Harbour closed\n\nThe harbour closed.\n\nContributing: Ada Quill and Tom Reed, Marrow Bay Courier.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nContributing: what you can do to help.",
)
def with_label(draft: Draft) -> Iterator[Candidate[Credit]]:
    """``Contributing: …``, ``With files from …``, ``Edited by …``."""
    for block in _credit_lines(draft, _LABELLED_CREDIT):
        match = _LABELLED_CREDIT.fullmatch(block.text)
        yield from _credits_of_block(block, _LABELLED_CREDIT, _credit_role(match["role"]) if match else "reporting")


@rule(
    "credits.contributed",
    example="# Harbour closed\n\nThe harbour closed.\n\n*Reuters contributed to this report.*",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nHeavy rain contributed to the flood.",
)
def contributed(draft: Draft) -> Iterator[Candidate[Credit]]:
    """``… contributed to this report``, of people and agencies."""
    for block in _credit_lines(draft, _CONTRIBUTED_LINE):
        words = block.text.casefold()
        if "report" in words or "research" in words or "this" in words or "from" in words:
            yield from _credits_of_block(block, _CONTRIBUTED_LINE, "reporting")


@rule(
    "credits.reported_from",
    example="# Harbour closed\n\nThe harbour closed.\n\nQuill reported from Port Elswick.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nNo injuries were reported from Port Elswick.",
)
def reported_from(draft: Draft) -> Iterator[Candidate[Credit]]:
    """``Quill reported from Port Elswick.`` as a line of its own."""
    for block in _credit_lines(draft, _REPORTED_FROM_LINE):
        yield from _credits_of_block(block, _REPORTED_FROM_LINE, "reporting")


@rule(
    "credits.signature",
    example="# Harbour closed\n\nThe harbour closed.\n\n— AFP",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n— and nobody knew why",
)
def signature(draft: Draft) -> Iterator[Candidate[Credit]]:
    """A dash and an agency or a person after the last paragraph. After a quotation they sign the quotation."""
    for before, block in pairwise(footer_blocks(draft)[-3:]):
        is_of_quotation = "quotation" in (block.kind, before.kind)
        match = None if is_of_quotation else _SIGNATURE_LINE.fullmatch(block.text)
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


def _credits_of_block(block: DraftBlock, pattern: re.Pattern[str], role: CreditRole) -> Iterator[Candidate[Credit]]:
    match = pattern.fullmatch(block.text)
    for name in (_read_credit_names(match["names"].strip(" .")) if match else None) or ():
        yield Candidate(Credit(name=name, role=role, text=block.text), block.text, (block,))


@rule(
    "credits.shared_byline",
    example="<h1>Harbour closed</h1><p>Words by Ada Quill, photographs by Tom Reed</p><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><p>Words by Ada Quill, photographs by no one</p><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def shared_byline(draft: Draft) -> Iterator[Candidate[Credit]]:
    """The photographers in a byline after the writers, or the writers themselves: ``Text und Fotos: …``."""
    for line in chain(draft.body.blocks[:MAX_FIRST_BLOCKS], draft.facts.near_headline):
        names = read_photographers(line.text) or _text_and_photo_names(line.text)
        if names:
            blocks = tuple(block for block in draft.body.kept[:MAX_FIRST_BLOCKS] if block.text == line.text)
            for name in names:
                yield Candidate(Credit(name=name, role="photography", text=line.text), line.text, blocks)
            return


@rule(
    "credits.chinese_editors",
    example="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p><p>(责编：王小明、李华)</p>",
    near_miss="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p><p>(责编会议)</p>",
)
def chinese_editors(draft: Draft) -> Iterator[Candidate[Credit]]:
    """The editors in charge, in Chinese, after the article."""
    for block in footer_blocks(draft):
        with_label = _CHINESE_EDITOR_LABEL.match(block.text) if len(block.text) <= MAX_BYLINE_CHARS else None
        for name in read_signed_names(block.text[with_label.end() :]) if with_label else ():
            yield Candidate(Credit(name=name, role="editing", text=block.text), block.text, (block,))


def _text_and_photo_names(line: str) -> list[str]:
    """Return the people who wrote an article and took its photos."""
    names = read_text_and_photos_credit(line) if len(line) <= MAX_BYLINE_CHARS else None
    return read_signed_names(names) if names else []


CREDITS: tuple[Rule[Credit], ...] = (
    in_brackets,
    credit_line,
    with_label,
    contributed,
    reported_from,
    signature,
    shared_byline,
    chinese_editors,
)
