"""The quality gate of attribution: who said what in the gold articles stays above the floors in benchmarks/floors.json."""

from __future__ import annotations

import runpy
from importlib.util import find_spec
from pathlib import Path

import pytest
from floors import GOLD, figures_below, floors_of, read_by


@pytest.mark.slow
@pytest.mark.skipif(not GOLD, reason="ARTICLEKIT_GOLD is unset: it names the folder with the articles to check against")
@pytest.mark.parametrize("labeller", ["light", "encoder"])
def test_the_figures_on_the_gold_articles_hold_their_floors(labeller: str, tmp_path: Path) -> None:
    if labeller == "encoder" and not find_spec("articlekit_encoder"):
        pytest.skip("the extra is not installed")
    assert GOLD is not None
    corpus = Path(GOLD, "corpora", "attributions-dev.jsonl.gz")
    scorer = runpy.run_path(str(Path(GOLD, "evaluate", "attributions.py")))
    read = {row["id"]: row for row in read_by("attributions.py", [corpus], tmp_path, "--labeller", labeller)}
    figures = {labeller: scorer["score"](scorer["read_jsonl"](str(corpus)), read)}
    below = figures_below({labeller: floors_of("attributions")[labeller]}, figures)
    assert not below, "\n".join(below)
