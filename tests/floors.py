"""The floors that the figures on gold pages and articles may not fall below, and what holds them against the figures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
GOLD = os.environ.get("ARTICLEKIT_GOLD")
Figures = dict[str, dict[str, float]]
AT_MOST = {"date_wrong"}
"""The measures of which less is better: their floor is a ceiling."""


def floors_of(room: str) -> Figures:
    """The project's floors for ``pages`` or ``attributions``."""
    floors: dict[str, Figures] = json.loads((BENCHMARKS / "floors.json").read_text(encoding="utf-8"))["floors"]
    return floors[room]


def figures_below(floors: Figures, figures: Figures) -> list[str]:
    """The figures that do not hold their floor, each with both."""
    return [
        f"{corpus} {measure}: {figures.get(corpus, {}).get(measure)} does not hold {floor}"
        for corpus, measures in floors.items()
        for measure, floor in measures.items()
        if not _holds(measure, floor, figures.get(corpus, {}).get(measure))
    ]


def _holds(measure: str, floor: float, figure: float | None) -> bool:
    if figure is None:
        return False
    return figure <= floor if measure in AT_MOST else figure >= floor


def read_by(script: str, corpora: list[Path], folder: Path, *options: str) -> list[dict[str, Any]]:
    """What a benchmark's script reads in the corpora, in a process of its own: it adds nothing to the tests' coverage."""
    out = folder / "read.jsonl"
    command: list[str | Path] = [sys.executable, BENCHMARKS / script, *corpora, "--predictions", out, *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
