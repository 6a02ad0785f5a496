"""Print a table of who said what, to whom and when.

Run ``python examples/who_said_what.py [REPORT]``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from textwrap import shorten

import articlekit
from articlekit import Claim, Source

REPORT = Path(__file__).parent / "reports" / "council.md"
WIDTHS = (26, 12, 48, 18, 21)


def names(sources: Iterable[Source]) -> str:
    """Return the names of the sources, separated by commas."""
    return ", ".join(source.name for source in sources) or "-"


def row(claim: Claim) -> tuple[str, ...]:
    """Return the cells of one row."""
    act = claim.cue.kind if claim.cue else "statement"
    when = claim.when.value if claim.when else "-"
    return names(claim.sources), f"not {act}" if claim.negated else act, claim.text, names(claim.audience), when


def line(cells: Iterable[str]) -> str:
    """Return a row as text, each cell cut to the width of its column."""
    return "  ".join(shorten(c, w, placeholder="…").ljust(w) for c, w in zip(cells, WIDTHS, strict=True)).rstrip()


def main() -> None:
    """Print the claims of the report named on the command line, or of a sample."""
    article = articlekit.parse_file(sys.argv[1] if len(sys.argv) > 1 else REPORT)
    print(line(("who", "act", "what", "to whom", "when")))
    print(line("-" * width for width in WIDTHS))
    for claim in article.claims:
        print(line(row(claim)))


if __name__ == "__main__":
    main()
