"""The place line that opens a wire report: ``GENEVA, June 13 (Reuters) -``."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.models import Dateline
from articlekit.parsers.draft import Draft
from articlekit.parsers.fields.page_parts import header_blocks
from articlekit.parsers.lines.datelines import find_dateline
from articlekit.parsers.rules import Candidate, Rule, rule


@rule(
    "dateline.place",
    example="Harbour closed\n\nMARROW BAY, Kent, June 13 (Reuters) - The harbour closed on Friday.",
    near_miss="Harbour closed\n\nThe harbour - the harbour closed on Friday.",
)
def place_line(draft: Draft) -> Iterator[Candidate[Dateline]]:
    """Place, date and agency before the dash that opens the first paragraph. The line stays in the text."""
    for block in header_blocks(draft):
        line = find_dateline(block.text) if block.kind == "paragraph" else None
        if line:
            yield Candidate(Dateline(place=line.place, agency=line.agency, text=line.text), line.text)
            return


DATELINE: tuple[Rule[Dateline], ...] = (place_line,)
