"""The code in README and docs runs, page by page, and prints what the page says it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pages import PAGES, ROOT, copy_examples, run_page

COMMANDS = [
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python examples/quickstart.py",
    'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest',
]


@pytest.fixture(autouse=True)
def _in_a_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy_examples(tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_code_on_a_page_runs_and_prints_what_the_page_shows(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown, faults = run_page(text, page.name)
    assert faults == []
    assert shown == text, "python tests/pages.py writes the outputs into the pages"


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
    assert run_page(text, "page") != (text, [])


def test_a_page_that_shows_the_true_output_is_not() -> None:
    page = "```python\nprint(1)\n```\n\n```text\n1\n```\n\n```pycon\n>>> 1\n1\n```\n"
    assert run_page(page, "page") == (page, [])


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
