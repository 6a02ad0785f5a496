"""Every claim of a folder of reports as one CSV table.

Run ``python examples/claims_table.py FOLDER OUT.csv``; FOLDER holds reports as ``.html``, ``.md`` or ``.txt`` files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import articlekit
from articlekit.serializers import write_csv

REPORTS = Path(__file__).parent / "reports"


def read(folder: Path) -> Iterator[articlekit.Article]:
    """The articles of a folder, one at a time; a file that can be no report is told and passed over."""
    for path in sorted(folder.iterdir()):
        try:
            yield articlekit.parse_file(path)
        except articlekit.InputError as error:
            print(f"{path.name}: {error}", file=sys.stderr)


def main() -> None:
    """Read, write, and say how much."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("claims.csv")
    with out.open("w", newline="", encoding="utf-8") as file:
        count = write_csv(read(folder), "claims", file)
    print(f"{count} claims in {out}")


if __name__ == "__main__":
    main()
