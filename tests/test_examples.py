"""The examples run, and print what a person would expect of them."""

from __future__ import annotations

import csv
import runpy
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
REPORTS = [path for path in sorted((EXAMPLES / "reports").iterdir()) if path.name != "README.md"]


def run(script: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """The lines that an example prints."""
    monkeypatch.setattr(sys, "argv", [script, *arguments])
    runpy.run_path(str(EXAMPLES / script), run_name="__main__")
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
@pytest.mark.parametrize("script", ["page.py", "who_said_what.py", "dates.py"])
def test_an_example_takes_any_report(
    script: str, report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(script, capsys, monkeypatch, str(report))


def test_the_quickstart_prints_who_said_what(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = run("quickstart.py", capsys, monkeypatch)
    assert lines[:3] == [
        "Port Authority Hid Cracks in Marrow Bay Sea Wall Since 2021 – Lantern",
        "published 2024-03-14",
        "publisher The Harbour Courier",
    ]
    ministry = lines.index("The Environment Ministry (organization)")
    assert lines[ministry + 1] == "    has not confirmed: it knew of the inspection  [not said]"
    assert "    said: I have had no answer" in lines


def test_who_said_what_prints_a_row_for_each_claim(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    header, rule, *rows = run("who_said_what.py", capsys, monkeypatch)
    assert header.split() == ["who", "act", "what", "to", "whom", "when"]
    assert set(rule) == {"-", " "}
    warning = next(row for row in rows if "They will come back for the rest" in row)
    assert warning.split() == [
        "Rosa",
        "Lindqvist",
        "warning",
        *"They will come back for the rest".split(),
        "-",
        "2025-02-05",
    ]


def test_dates_prints_each_date_resolved(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    published, *dates = run("dates.py", capsys, monkeypatch)
    assert published == "published 2024-03-14"
    assert ["'over", "the", "past", "weekend'", "2024-03-09/2024-03-10"] in [line.split()[:5] for line in dates]


def test_page_prints_fields_claims_and_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = run("page.py", capsys, monkeypatch)
    facts = dict(line.split(maxsplit=1) for line in lines[: lines.index("")])
    assert facts["title"] == "Gull Island ferry to stop for winter as pier rots"
    assert (facts["authors"], facts["published"]) == ("Ada Quill", "2025-06-13T07:40:00+02:00")
    assert facts["pictures"] == "The old pier of Gull Island at low tide"
    assert "problems" not in facts
    assert "- Karel Stroud | denied | the money had been spent on the swimming baths" in lines
    story = "\n".join(lines[lines.index("Text") :])
    assert "Treasurer Karel Stroud denied" in story
    for boilerplate in ("cookies", "Most read", "tuba", "inbox", "laughing", "Swimming baths open", "Photograph"):
        assert boilerplate not in story


def test_the_claims_of_a_folder_become_one_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "claims.csv"
    (last,) = run("claims_table.py", capsys, monkeypatch, str(EXAMPLES / "reports"), str(out))
    with out.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert last == f"{len(rows)} claims in {out}"
    assert {"Rosa Lindqvist", "Karel Stroud"} <= {row["source_names"] for row in rows}
