"""Rules for ``Article.dateline``: ``GENEVA, June 13 (Reuters) -``."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.models import Dateline
from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.body_regions import header_blocks
from articlekit.parsers.lines.datelines import find_dateline


@rule(
    "dateline.place",
    example="Harbour closed\n\nMARROW BAY, Kent, June 13 (Reuters) - The harbour closed on Friday.",
    near_miss="Harbour closed\n\nThe harbour - the harbour closed on Friday.",
)
def dateline(draft: Draft) -> Iterator[Candidate[Dateline]]:
    """Place, date and agency before a dash at the start of the first paragraph. They stay in the text."""
    for block in header_blocks(draft):
        found = find_dateline(block.text) if block.kind == "paragraph" else None
        if found:
            yield Candidate(Dateline(place=found.place, agency=found.agency, text=found.text), found.text)
            return


DATELINE: tuple[Rule[Dateline], ...] = (dateline,)
