"""The examples run, and print what a person would expect of them."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
REPORTS = sorted((EXAMPLES / "reports").glob("*"))


def run(script: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """The lines that an example prints."""
    monkeypatch.setattr(sys, "argv", [script, *arguments])
    runpy.run_path(str(EXAMPLES / script), run_name="__main__")
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
@pytest.mark.parametrize("script", ["who_said_what.py", "dates.py"])
def test_an_example_takes_any_report(
    script: str, report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(script, capsys, monkeypatch, str(report))
