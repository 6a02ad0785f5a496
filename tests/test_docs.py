"""The samples in README and docs run and print what the pages show; links and listings are complete."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from samples import PAGES, ROOT, run_page

from articlekit.parsers.fields import TABLES

COMMANDS = [
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python examples/quickstart.py",
    'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest',
]
LINKING = [*PAGES, ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *(ROOT / "benchmarks").glob("*.md")]
FORMATS = [page for page in PAGES if "automodule:: articlekit.serializers." in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_code_on_a_page_runs_and_prints_what_the_page_shows(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert run_page(text, page.name) == (text, []), "python docs/_ext/samples.py writes the outputs into the pages"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("```python\nprint(1)\n```\n\n```text\n2\n```\n", 6, "shows '2', but the code prints '1'"),
        ("```python\nprint(1)\n```\n\n```text\n1\n2\n```\n", 7, "shows '2', but the code prints no line"),
        ("```python\nprint(1)\n```\n", 3, "no text block shows"),
        ("```python\nprint(1)\n```\n\n```pycon\n>>> 1\n1\n```\n", 6, "no text block shows"),
        ("```pycon\n>>> 1\n1\n>>> 1\n2\n```\n", 4, "Expected:\n    2\nGot:\n    1\n"),
        ("```pycon\n>>> undefined\n1\n```\n", 2, "NameError"),
        ("```python\n\n1 / 0\n```\n", 3, "ZeroDivisionError"),
        ("```python\nif 1:\n```\n", 2, "IndentationError"),
        ("```python\nraise SystemExit\n```\n", 2, "SystemExit"),
        ("<!-- output of examples/quickstart.py -->\n```text\nnothing like it\n```\n", 3, "shows 'nothing like it'"),
    ],
)
def test_a_page_that_does_not_do_what_it_shows_is_reported_with_the_line(text: str, line: int, words: str) -> None:
    _, [fault] = run_page(text, "page")
    assert fault.line == line
    assert words in fault.message


def test_a_page_that_shows_the_true_output_is_not() -> None:
    page = "```python\nprint(1)\n```\n\n```text\n1\n```\n\n```pycon\n>>> 1\n1\n```\n"
    assert run_page(page, "page") == (page, [])


def test_the_true_output_is_written_in_also_before_code_that_raises() -> None:
    page = "```python\nprint(1)\n```\n\n```text\n{}\n```\n\n```python\n1 / 0\n```\n"
    shown, faults = run_page(page.format(2), "page")
    assert shown == page.format(1)
    assert [(fault.line, fault.fixed) for fault in faults] == [(6, True), (10, False)]


@pytest.mark.slow
def test_a_wrong_sample_fails_the_docs_build_which_tells_page_and_line(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="Sphinx comes with the extra docs, not with test")
    (tmp_path / "index.md").write_text("# Rain\n\n```python\nprint(1)\n```\n\n```text\n2\n```\n", encoding="utf-8")
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-b",
        "dummy",
        "-c",
        ROOT / "docs",
        tmp_path,
        tmp_path / "out",
    ]
    done = subprocess.run(build, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "index.md:8: ERROR: the page shows '2', but the code prints '1'" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize("page", FORMATS, ids=lambda page: page.stem)
def test_the_reference_of_a_format_begins_with_a_sample(page: Path) -> None:
    head, _, _ = page.read_text(encoding="utf-8").partition("```{eval-rst}")
    assert "```python" in head


def test_the_readme_holds_the_two_commands_each_complete_in_itself() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("python3 -m venv")] == COMMANDS


@pytest.mark.parametrize("page", LINKING, ids=lambda page: page.stem)
def test_every_file_that_a_page_links_to_exists(page: Path) -> None:
    assert [target for target in linked_files(page) if not target.exists()] == []


def linked_files(page: Path) -> list[Path]:
    """Return the files of the repository that a page links to: by path, on GitHub, or as a page of the docs."""
    text = page.read_text(encoding="utf-8")
    relative = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    github = re.findall(r"https://github\.com/articlekit/articlekit/(?:blob|tree)/main/([^)#\s]+)", text)
    docs = re.findall(r"https://articlekit\.readthedocs\.io/en/latest/([^)#\s]+)\.html", text)
    return [
        *(page.parent / path for path in relative),
        *(ROOT / path for path in github),
        *(ROOT / f"docs/{path}.md" for path in docs),
    ]


def test_a_link_to_a_missing_file_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    web = (
        "https://github.com/articlekit/articlekit/blob/main/NONE.md",
        "https://articlekit.readthedocs.io/en/latest/none.html",
    )
    page.write_text("[a](none.md) " + " ".join(f"[a]({address})" for address in web), encoding="utf-8")
    assert linked_files(page) == [tmp_path / "none.md", ROOT / "NONE.md", ROOT / "docs/none.md"]


def test_the_readme_has_no_relative_links_so_that_it_works_on_a_package_index() -> None:
    assert re.findall(r"\]\((?!https?:)", (ROOT / "README.md").read_text(encoding="utf-8")) == []


def test_every_rule_table_has_a_page() -> None:
    pages = (ROOT / "docs" / "reference" / "rules").glob("*.md")
    fields = re.findall(r"rule-table:: (\w+)", "".join(page.read_text(encoding="utf-8") for page in pages))
    assert sorted(fields) == sorted(["claims", *(table.field for table in TABLES)])


def test_the_architecture_page_lists_every_package() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"\{module-tree\} (\S+)", page))
    packages = {f"articlekit.{init.parent.name}" for init in (ROOT / "src" / "articlekit").glob("*/__init__.py")}
    assert packages <= listed


GUIDES = [
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs" / name for name in ("architecture.md", "extending.md", "how-to/missing-text.md")),
]


def missing_files(text: str) -> list[str]:
    """Return what a guide names and the tree does not have: files, folders with a slash, and constants said to be in a file."""
    roots = (ROOT, ROOT / "src" / "articlekit", ROOT / "src" / "articlekit" / "parsers")
    paths = re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?)`", text)
    missing = [path for path in paths if not any((root / path).exists() for root in roots)]
    for names, path in re.findall(r"((?:`[A-Z_]+`(?:, | or |))+) in `((?:\w+/)+\w+\.py)`", text):
        file = ROOT / "src" / "articlekit" / path
        code = file.read_text(encoding="utf-8") if file.exists() else ""
        missing += [
            f"{name} in {path}"
            for name in re.findall(r"\w+", names.replace(" or ", " "))
            if not re.search(rf"^{name}\b", code, re.MULTILINE)
        ]
    return missing


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_files_and_constants_that_a_guide_names_exist(page: Path) -> None:
    new = {
        "serializers/bibtex.py",
        "docs/reference/bibtex.md",
        "tests/serializers/test_bibtex.py",
    }  # the worked example's
    assert [path for path in missing_files(page.read_text(encoding="utf-8")) if path not in new] == []


def test_a_missing_file_or_constant_in_a_guide_is_found() -> None:
    text = "`parsers/none.py`, `tests/none/`, `TABLES` or `NONE` in `parsers/fields/__init__.py`"
    assert missing_files(text) == ["parsers/none.py", "tests/none/", "NONE in parsers/fields/__init__.py"]


def test_the_module_list_has_every_module_with_the_first_sentence_of_its_docstring(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="Sphinx is not a dependency of the tests")
    from module_tree import Entry, tree

    (tmp_path / "sub").mkdir()
    (tmp_path / "__init__.py").write_text('"""Find :class:`~a.Thing`. And more."""', encoding="utf-8")
    (tmp_path / "sub" / "__init__.py").write_text('"""Read."""', encoding="utf-8")
    (tmp_path / "sub" / "words.py").write_text('"""Split\nwords\n\nMore."""', encoding="utf-8")
    expected = (Entry("sub", "Read.", (Entry("words", "Split words", ()),)),)
    assert tree(tmp_path) == Entry(tmp_path.name, "Find ``Thing``.", expected)
