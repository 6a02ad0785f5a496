"""Print who said what in a sample report.

Run ``python examples/quickstart.py``.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

import articlekit

REPORT = Path(__file__).parent / "reports" / "harbour.md"


def said(claim: articlekit.Claim) -> str:
    """Return a claim as one line: the reporting words, then what is claimed."""
    cue = claim.cue.text if claim.cue else "(by the layout)"
    return shorten(f"{cue}: {claim.text}", 100, placeholder=" …") + ("  [not said]" if claim.negated else "")


def main() -> None:
    """Print title, date, publisher and the claims of each source."""
    article = articlekit.parse_file(REPORT)
    print(article.title)
    print(f"published {article.published.value if article.published else 'unknown'}")
    print(f"publisher {article.publisher.name if article.publisher else 'unknown'}")
    for source in article.sources:
        claims = [claim for claim in article.claims if source in claim.sources]
        if claims:
            print(f"\n{source.name} ({source.kind})")
        for claim in claims:
            print(f"    {said(claim)}")


if __name__ == "__main__":
    main()
