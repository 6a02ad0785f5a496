"""Print every date in a report, resolved against the day of publication.

Run ``python examples/dates.py [REPORT]``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import articlekit

REPORT = Path(__file__).parent / "reports" / "harbour.md"


def main() -> None:
    """Print the dates of the report named on the command line, or of a sample."""
    article = articlekit.parse_file(sys.argv[1] if len(sys.argv) > 1 else REPORT)
    if article.published:
        print(f"published {article.published.value}")
    for when in article.times:
        days = (when.latest - when.earliest).days + 1
        print(f"{when.raw!r:30} {when.value:24} {days} day{'s' if days > 1 else ''} from {when.earliest:%A %d %B %Y}")
    for problem in article.problems:
        print(f"{problem.code}: {problem.message}")


if __name__ == "__main__":
    main()
