"""The main job in one page: a report in, who said what out.

Run ``python examples/quickstart.py``.
"""

from __future__ import annotations

from pathlib import Path

import articlekit

REPORT = Path(__file__).parent / "reports" / "harbour.md"


def main() -> None:
    """Print what articlekit finds in a sample report."""
    article = articlekit.parse_file(REPORT)
    print(article.title)
    print(f"published  {article.published.value if article.published else 'unknown'}")
    print(f"publisher  {article.publisher.name if article.publisher else 'unknown'}")
    print(f"authors    {', '.join(author.name for author in article.authors) or 'none named'}")
    print()
    for source in article.sources:
        print(f"{source.id}  {source.name} ({source.kind}, mentioned {len(source.mentions)}x)")
    print()
    for claim in article.claims:
        who = " and ".join(source.name for source in claim.sources) or "nobody in particular"
        cue = f"[{claim.cue.text}]" if claim.cue else "[layout]"
        print(f"{who} {'NOT ' if claim.negated else ''}{cue}\n    {claim.text}")


if __name__ == "__main__":
    main()
