"""How long the import and the parse of one report take on this machine.

Run ``python benchmarks/speed.py [REPORT]``.

Prints a table of medians: the import in fresh interpreters, the parse after warm-up, with and without attribution.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import articlekit

REPORT = Path(__file__).parents[1] / "examples" / "reports" / "harbour.md"
IMPORTS, WARM_UP, PARSES = 15, 20, 200
TIMED_IMPORT = (
    "import time; start = time.perf_counter(); import articlekit; print((time.perf_counter() - start) * 1000)"
)


def import_ms() -> float:
    """Milliseconds that ``import articlekit`` takes in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", TIMED_IMPORT], capture_output=True, text=True, check=True)
    return float(done.stdout)


def call_ms(call: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def median_of(call: Callable[[], object]) -> float:
    """Median milliseconds of many calls, after warm-up."""
    for _ in range(WARM_UP):
        call()
    return statistics.median(call_ms(call) for _ in range(PARSES))


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT
    raw = path.read_bytes()
    import_ms()  # the first one reads files that the others find in memory
    rows = [
        (f"import articlekit, {IMPORTS} fresh interpreters", statistics.median(import_ms() for _ in range(IMPORTS))),
        (f"parse without attribution, {PARSES} times", median_of(lambda: articlekit.parse(raw, attribute=False))),
        (f"parse with attribution, {PARSES} times", median_of(lambda: articlekit.parse(raw))),
    ]
    print(f"{path.name}, {len(raw)} bytes; Python {platform.python_version()}, {platform.machine()}\n")
    print("| what | median ms |\n| --- | ---: |")
    for what, median in rows:
        print(f"| {what} | {median:.2f} |")


if __name__ == "__main__":
    main()
