"""Whether a long run over real pages gives its memory back.

Run ``python benchmarks/memory.py CORPUS ... [--pages N]``, each CORPUS a file of gold pages.

Reads the pages of the corpora over and over with ``parse_html(attribute=False)`` and prints the resident size of the
process after a tenth of them and after all. Exit status 1 where the two are more than a tenth apart.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from articlekit import parse_html

MOST = 0.10
"""How far apart the two sizes may be."""
STATM = Path("/proc/self/statm")


def resident_mib() -> float:
    """The resident size of this process in MiB."""
    return int(STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def pages_of(corpora: list[Path]) -> Iterator[tuple[str, str]]:
    """Address and HTML of each page, over and over; one line of a corpus at a time, so that no page stays in memory."""
    for path in cycle(corpora):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                page = json.loads(line)
                yield page["url"], page["html"]


def main() -> None:
    """Read, and print the two sizes."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    options.add_argument("--pages", type=int, default=20_000, help="how many pages to read in all")
    given = options.parse_args()
    if not STATM.exists():
        raise SystemExit(f"{STATM} is not there: the resident size is read on Linux only")
    early = max(1, given.pages // 10)
    sizes: dict[int, float] = {}
    for number, (url, html) in enumerate(islice(pages_of(given.corpora), given.pages), 1):
        parse_html(html, url=url, attribute=False)
        if number in (early, given.pages):
            sizes[number] = resident_mib()
            print(f"after {number} pages: {sizes[number]:.1f} MiB", flush=True)
    apart = sizes[given.pages] / sizes[early] - 1
    print(f"apart by {apart:+.1%}; {MOST:.0%} is allowed")
    sys.exit(abs(apart) > MOST)


if __name__ == "__main__":
    main()
