"""Repairs of the body: paragraphs that a page break cut in two, and notes that speak about the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve

from articlekit.parsers.draft import Draft, DraftBlock, DraftLink
from articlekit.parsers.fields.page_parts import tail
from articlekit.parsers.rules import Candidate, Rule, rule

LONGEST_NOTE = 1000

_UNFINISHED = re.compile(r"[\w,’'-]")
_NOTE = re.compile(
    r"(?:corrections?|clarification|editor[’']?s?[’']?\snotes?|update|note)\s?(?::|—|–|\s-\s).{0,2000}"
    r"|this\s(?:story|article|post|piece|report|page|headline)\s(?:has\sbeen|was|is\sbeing|will\sbe)\s(?:updated|corrected|amended|clarified|revised)\b.{0,600}"
    r"|an?\s(?:earlier|previous)\sversion\sof\sthis\s.{0,600}"
    r"|this\sis\sa\s(?:developing|breaking)\s(?:news\s)?(?:story|event).{0,200}",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT = re.compile(r"(?i:about)(?:\s(?i:the|us))?(?:\s[A-Z][\w'’.&-]*){0,6}:?")


def _is_broken(before: DraftBlock, after: DraftBlock) -> bool:
    """Whether a sentence runs from one paragraph on into the next."""
    return (
        before.kind == after.kind == "paragraph"
        and len(before.text) >= 40
        and after.text[:1].islower()
        and _UNFINISHED.fullmatch(before.text[-1]) is not None
    )


def _joined(parts: list[DraftBlock]) -> DraftBlock:
    links: list[DraftLink] = []
    start = 0
    for part in parts:
        links += [DraftLink(link.start + start, link.end + start, link.href) for link in part.links]
        start += len(part.text) + 1
    return evolve(parts[0], text=" ".join(part.text for part in parts), links=tuple(links))


@rule(
    "blocks.page_break",
    example="# Harbour closed\n\nThe harbour of Marrow Bay closed on Friday after the\n\nstorm had torn away the pier.",
    near_miss="# Harbour closed\n\nThe harbour of Marrow Bay closed on Friday after the storm.\n\niPhones rang all night.",
)
def page_break(draft: Draft) -> Iterator[Candidate[None]]:
    """A paragraph that ends in mid-sentence and the one after it that begins with a small letter."""
    run: list[DraftBlock] = []
    for before, after in pairwise([*draft.body.kept, DraftBlock("note", "")]):
        run = run or [before]
        if _is_broken(before, after):
            run.append(after)
            continue
        if len(run) > 1:
            yield Candidate(None, "\n\n".join(part.text for part in run), tuple(run), _joined(run))
        run = []


@rule(
    "blocks.note",
    example="# Harbour closed\n\nThe harbour closed.\n\nCorrection: An earlier version misspelt the mayor's name.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nCorrection of the sea wall will take years.",
)
def note(draft: Draft) -> Iterator[Candidate[None]]:
    """Corrections, clarifications and editor's notes: they stay in the text, as notes."""
    for block in draft.body.kept:
        if block.kind == "paragraph" and len(block.text) <= LONGEST_NOTE and _NOTE.fullmatch(block.text):
            yield Candidate(None, block.text, (block,), evolve(block, kind="note"))


@rule(
    "blocks.boilerplate",
    example="# Harbour closed\n\nThe harbour closed.\n\nAbout the Harbour Board\n\nThe board runs the port.\n\n###",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nAbout the storm nobody spoke.",
)
def boilerplate(draft: Draft) -> Iterator[Candidate[None]]:
    """``About …`` near the end, and what a release says of its sender under it: notes."""
    below = False
    for block in tail(draft):
        below = below or (block.kind in ("paragraph", "heading") and _ABOUT.fullmatch(block.text) is not None)
        if below:
            yield Candidate(None, block.text, (block,), evolve(block, kind="note", level=None))


BLOCKS: tuple[Rule[None], ...] = (page_break, note, boilerplate)
