"""Rules that join, mark or remove whole paragraphs of the body: page breaks, notes, a release's sender, biographies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve

from articlekit.parsers.draft import Draft, DraftBlock, DraftLink
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.body_regions import footer_blocks
from articlekit.parsers.fields.boilerplate.page_labels import is_closing_label
from articlekit.parsers.fields.boilerplate.phrase_matches import removed

MAX_NOTE_CHARS = 1000
"""Characters of a correction or an editor's note."""
MIN_BROKEN_PARAGRAPH_CHARS = 40
"""Characters of a paragraph that a page break can have cut: shorter lines end without a full stop anyway."""
MAX_BIOGRAPHY_CHARS = 700
"""Characters of a biography of a writer."""
MIN_BLOCKS_BEFORE_BIOGRAPHY = 4
"""Blocks that must come before a biography: a shorter page may be about its writer."""

_UNFINISHED = re.compile(r"[\w,’'-]")
_NOTE = re.compile(
    r"(?:corrections?|clarification|editor[’']?s?[’']?\snotes?|update|note)\s?(?::|—|–|\s-\s).{0,2000}"
    r"|this\s(?:story|article|post|piece|report|page|headline)\s(?:has\sbeen|was|is\sbeing|will\sbe)\s(?:updated|corrected|amended|clarified|revised)\b.{0,600}"
    r"|an?\s(?:earlier|previous)\sversion\sof\sthis\s.{0,600}"
    r"|this\sis\sa\s(?:developing|breaking)\s(?:news\s)?(?:story|event).{0,200}",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT_SENDER = re.compile(r"(?i:about)(?:\s(?i:the|us))?(?:\s[A-Z][\w'’.&-]*){0,6}:?")
_PREDICATE = re.compile(r"(?:\s\([^()]{1,40}\))?,?\s[^\W\d_A-Z]")
"""The start of a sentence about a person, after the name: a word in lower case, or in a script without capitals."""
_QUOTATION_MARK = re.compile(r"[\"“”„«»「」]")


@rule(
    "blocks.page_break",
    example="# Harbour closed\n\nThe harbour of Marrow Bay closed on Friday after the\n\nstorm had torn away the pier.",
    near_miss="# Harbour closed\n\nThe harbour of Marrow Bay closed on Friday after noon.\n\nThe storm had torn away the pier.",
)
def page_break(draft: Draft) -> Iterator[Candidate[None]]:
    """A paragraph that ends in mid-sentence, and the next one that begins in lower case: they become one."""
    run: list[DraftBlock] = []
    for before, after in pairwise([*draft.body.kept, DraftBlock("note", "")]):
        run = run or [before]
        if _is_cut(before, after):
            run.append(after)
            continue
        if len(run) > 1:
            yield Candidate(None, "\n\n".join(part.text for part in run), tuple(run), _joined(run))
        run = []


def _is_cut(before: DraftBlock, after: DraftBlock) -> bool:
    """True if a sentence continues from one paragraph into the next."""
    return (
        before.kind == after.kind == "paragraph"
        and len(before.text) >= MIN_BROKEN_PARAGRAPH_CHARS
        and after.text[:1].islower()
        and _UNFINISHED.fullmatch(before.text[-1]) is not None
    )


def _joined(parts: list[DraftBlock]) -> DraftBlock:
    """Return the parts of a paragraph as one block, with their links."""
    links: list[DraftLink] = []
    start = 0
    for part in parts:
        links += [DraftLink(link.start + start, link.end + start, link.href) for link in part.links]
        start += len(part.text) + 1
    return evolve(parts[0], text=" ".join(part.text for part in parts), links=tuple(links))


@rule(
    "blocks.note",
    example="# Harbour closed\n\nThe harbour closed.\n\nCorrection: An earlier version misspelt the mayor's name.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nCorrection of the sea wall will take years.",
)
def note(draft: Draft) -> Iterator[Candidate[None]]:
    """Corrections, clarifications and editor's notes. They stay in the text as blocks of kind ``note``."""
    for block in draft.body.kept:
        if block.kind == "paragraph" and len(block.text) <= MAX_NOTE_CHARS and _NOTE.fullmatch(block.text):
            yield Candidate(None, block.text, (block,), evolve(block, kind="note"))


@rule(
    "blocks.about_sender",
    example="# Harbour closed\n\nThe harbour closed.\n\nAbout the Harbour Board\n\nThe board runs the port.\n\n###",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nAbout the storm nobody spoke.\n\nThe board runs the port.\n\n###",
)
def about_sender(draft: Draft) -> Iterator[Candidate[None]]:
    """``About …`` near the end, and what a press release says about its sender after it. They stay as notes."""
    is_about = False
    for block in footer_blocks(draft):
        is_about = is_about or (
            block.kind in ("paragraph", "heading") and _ABOUT_SENDER.fullmatch(block.text) is not None
        )
        if is_about:
            yield Candidate(None, block.text, (block,), evolve(block, kind="note", level=None))


@rule(
    "blocks.biography",
    example="# Harbour closed\n\nBy Ada Quill\n\nThe harbour closed.\n\nThe pier is gone.\n\nBoats lie idle.\n\nNo ferry sails.\n\n"
    "Ada Quill is a reporter in Marrow Bay.",
    near_miss="# Harbour closed\n\nBy Ada Quill\n\nThe harbour closed.\n\nThe pier is gone.\n\nBoats lie idle.\n\nNo ferry sails.\n\n"
    "Tom Reed is a pilot in Marrow Bay.",
)
def biography(draft: Draft) -> Iterator[Candidate[None]]:
    """The last paragraphs if each begins with the full name of a writer and quotes nobody, and the label over them."""
    body = draft.body.kept
    names = tuple(author.name for author in draft.decided.authors if author.kind == "person" and " " in author.name)
    has_biography = False
    for block in reversed(body[MIN_BLOCKS_BEFORE_BIOGRAPHY:]) if names else ():
        is_biography = _is_biography(block, names)
        if is_biography or (has_biography and is_closing_label(block)):
            yield removed(block)
        if not is_biography:
            return
        has_biography = True


def _is_biography(block: DraftBlock, names: tuple[str, ...]) -> bool:
    """True if a paragraph begins with one of ``names`` as the subject of a sentence, and has no quotation marks."""
    text = block.text
    name = next((name for name in names if text.startswith(name)), None)
    if name is None or block.kind not in ("paragraph", "note") or len(text) > MAX_BIOGRAPHY_CHARS:
        return False
    return _PREDICATE.match(text, len(name)) is not None and not _QUOTATION_MARK.search(text)
