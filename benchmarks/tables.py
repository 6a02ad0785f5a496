"""What memory it takes to write the claims of many articles, and how long.

Run ``python benchmarks/tables.py [--articles N]``. The sample reports are read once; they come over and over, each time as new
articles with addresses of their own, one at a time. Each format has a process of its own, once with a tenth of the articles and
once with all: the two peaks should be much the same.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from attrs import evolve

from articlekit import Article, parse_file
from articlekit.serializers import write_csv, write_parquet

REPORTS = Path(__file__).parents[1] / "examples" / "reports"


def articles(count: int) -> Iterator[Article]:
    """So many articles, made as they are asked for."""
    samples = [parse_file(path) for path in sorted(REPORTS.iterdir()) if path.name != "README.md"]
    for number, sample in enumerate(islice(cycle(samples), count)):
        yield evolve(sample, url=f"https://tarntimes.example/{number}")


def to_csv(count: int) -> int:
    """Write CSV to nowhere."""
    with Path(os.devnull).open("w", newline="", encoding="utf-8") as file:
        return write_csv(articles(count), "claims", file)


def to_parquet(count: int) -> int:
    """Write a Parquet file."""
    with tempfile.TemporaryDirectory() as folder:
        return write_parquet(articles(count), "claims", Path(folder) / "claims.parquet")


FORMATS: dict[str, Callable[[int], int]] = {"write_csv": to_csv, "write_parquet": to_parquet}
"""What is measured, by name."""


def measure(name: str, count: int) -> None:
    """Print a row of the table, of this process."""
    start = time.perf_counter()
    rows = FORMATS[name](count)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| `{name}` | {count:,} | {rows:,} | {time.perf_counter() - start:.1f} | {peak:.0f} |", flush=True)


def main() -> None:
    """Measure each format in processes of its own."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--only", choices=FORMATS, help="measure this format in this process, once")
    given = options.parse_args()
    if given.only:
        measure(given.only, given.articles)
        return
    print("| what | articles | rows | seconds | peak MiB |\n| --- | ---: | ---: | ---: | ---: |", flush=True)
    for name in FORMATS:
        for count in (given.articles // 10, given.articles):
            command = [sys.executable, __file__, "--only", name, "--articles", str(count)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
