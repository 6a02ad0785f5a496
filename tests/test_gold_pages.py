"""The quality gate of the HTML reader: what it gets from the gold pages stays above the floors in benchmarks/floors.json."""

from __future__ import annotations

import json
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest
from floors import BENCHMARKS, GOLD, Figures, figures_below, floors_of, read_by


def the_runner() -> ModuleType:
    """benchmarks/pages.py, which is no module of a package."""
    spec = util.spec_from_file_location("benchmarks_pages", BENCHMARKS / "pages.py")
    assert spec is not None
    assert spec.loader is not None
    runner = util.module_from_spec(spec)
    spec.loader.exec_module(runner)
    return runner


@pytest.mark.slow
@pytest.mark.skipif(not GOLD, reason="ARTICLEKIT_GOLD is unset: it names the folder with the pages to check against")
def test_the_figures_on_the_gold_pages_hold_their_floors(tmp_path: Path) -> None:
    assert GOLD is not None
    runner, corpora = the_runner(), sorted(Path(GOLD, "corpora").glob("pages-dev-*.jsonl.gz"))
    scorer = runner.load_scorer(runner.scorer_beside(corpora[0]))
    read = {page["id"]: page for page in read_by("pages.py", corpora, tmp_path)}
    below = figures_below(floors_of("pages"), scorer.score(runner.read_pages(corpora, scorer), read))
    assert not below, "\n".join(below)


@pytest.mark.parametrize(
    ("figures", "report"),
    [
        ({"bay": {"title": 0.9, "date_wrong": 0.01}}, []),
        ({"bay": {"title": 0.89, "date_wrong": 0.01}}, ["bay title: 0.89 does not hold 0.9"]),
        ({"bay": {"title": 0.9, "date_wrong": 0.02}}, ["bay date_wrong: 0.02 does not hold 0.01"]),
        ({"bay": {"title": 0.9}}, ["bay date_wrong: None does not hold 0.01"]),
        ({}, ["bay title: None does not hold 0.9", "bay date_wrong: None does not hold 0.01"]),
    ],
)
def test_a_figure_that_does_not_hold_its_floor_is_reported(figures: Figures, report: list[str]) -> None:
    assert figures_below({"bay": {"title": 0.9, "date_wrong": 0.01}}, figures) == report


def test_a_lowered_floor_has_its_reason_beside_it() -> None:
    written = json.loads((BENCHMARKS / "floors.json").read_text(encoding="utf-8"))
    assert all(entry.keys() == {"corpus", "measure", "from", "to", "reason"} for entry in written["lowered"])
    assert all(
        any(entry["measure"] in room.get(entry["corpus"], {}) for room in written["floors"].values())
        for entry in written["lowered"]
    )
