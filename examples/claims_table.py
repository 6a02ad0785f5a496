"""Write the claims of a folder of reports to one CSV file.

Run ``python examples/claims_table.py [FOLDER [OUT.csv]]``; FOLDER holds ``.html``, ``.md`` or ``.txt`` files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import articlekit
from articlekit.serializers import write_csv

REPORTS = Path(__file__).parent / "reports"


def read(folder: Path) -> Iterator[articlekit.Article]:
    """Yield the articles of a folder; unreadable files are reported on stderr and skipped."""
    for path in sorted(folder.iterdir()):
        try:
            yield articlekit.parse_file(path)
        except articlekit.InputError as error:
            print(f"{path.name}: {error}", file=sys.stderr)


def main() -> None:
    """Write the table and print the number of claims."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("claims.csv")
    with out.open("w", newline="", encoding="utf-8") as file:
        count = write_csv(read(folder), "claims", file)
    print(f"{count} claims in {out}")


if __name__ == "__main__":
    main()
