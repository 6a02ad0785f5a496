"""The code in README and docs runs, page by page, and prints what the page says it prints."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import runpy
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^(?:<!-- output of (\S+) -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
COMMANDS = [
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python examples/quickstart.py",
    'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest',
]


@pytest.fixture(autouse=True)
def _in_a_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Code in the docs reads the examples, and writes what it writes into a folder of its own."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path)


def run_page(text: str, name: str) -> list[str]:
    """Run a page's blocks in order, in one namespace; a line for each output that is not what the page says."""
    names: dict[str, object] = {"__name__": "__main__"}
    faults: list[str] = []
    printed = ""
    for match in BLOCK.finditer(text):
        script, language, code = match.groups()
        where = f"{name}:{text.count(chr(10), 0, match.start(3)) + 1}"
        if script:
            printed = stdout_of(script)
        if language == "text" and printed:
            faults += [] if code == printed else [f"{where} prints\n{printed}"]
        elif printed:
            faults.append(f"{where} prints what the page does not show\n{printed}")
        printed = ""
        if language == "python":
            with contextlib.redirect_stdout(io.StringIO()) as stream:
                exec(compile(code, where, "exec", dont_inherit=True), names)
            printed = stream.getvalue()
        elif language == "pycon":
            faults += session_faults(code, names, where)
    return faults + ([f"{name} ends without showing\n{printed}"] if printed else [])


def session_faults(code: str, names: dict[str, object], where: str) -> list[str]:
    """What an interactive session prints that the page does not show."""
    session = doctest.DocTestParser().get_doctest(code, names, where, where, 0)
    report = io.StringIO()
    doctest.DocTestRunner(optionflags=FLAGS).run(session, out=report.write, clear_globs=False)
    names.update(session.globs)
    return [report.getvalue()] if report.getvalue() else []


def stdout_of(script: str) -> str:
    """What one of the examples prints."""
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        runpy.run_path(script, run_name="__main__")
    return stream.getvalue()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_code_on_a_page_runs_and_prints_what_the_page_shows(page: Path) -> None:
    assert run_page(page.read_text(encoding="utf-8"), page.name) == []


@pytest.mark.parametrize(
    "text",
    [
        "```python\nprint(1)\n```\n\n```text\n2\n```\n",
        "```python\nprint(1)\n```\n",
        "```python\nprint(1)\n```\n\n```pycon\n>>> 1\n1\n```\n",
        "```pycon\n>>> 1\n2\n```\n",
        "```pycon\n>>> undefined\n1\n```\n",
        "<!-- output of examples/quickstart.py -->\n```text\nnothing like it\n```\n",
    ],
)
def test_a_page_that_shows_another_output_is_reported(text: str) -> None:
    assert run_page(text, "page") != []


def test_code_that_raises_is_not_passed_over() -> None:
    with pytest.raises(ZeroDivisionError):
        run_page("```python\n1 / 0\n```\n", "page")


def test_the_readme_holds_the_two_commands_each_complete_in_itself() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("python3 -m venv")] == COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_file_that_a_page_links_to_is_there(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
