"""The files around the code agree with each other."""

from __future__ import annotations

import re
import tomllib

import pytest
from samples import ROOT

WORKFLOW = ".github/workflows/checks.yml"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def classified_pythons() -> list[str]:
    prefix = "Programming Language :: Python :: 3."
    return [f"3.{line.removeprefix(prefix)}" for line in PROJECT["classifiers"] if line.startswith(prefix)]


def pythons_of_matrix(workflow: str) -> list[str]:
    """The Python versions in the matrix of a workflow."""
    matrix = re.search(r"^ +python: \[(.+)\]$", workflow, re.MULTILINE)
    return re.findall(r"[\d.]+", matrix[1]) if matrix else []


def defined_sessions(noxfile: str) -> set[str]:
    """The nox sessions that the noxfile defines."""
    return set(re.findall(r"^@nox\.session.*\ndef (\w+)\(", noxfile, re.MULTILINE))


def named_sessions(text: str) -> set[str]:
    """The nox sessions that ``text`` runs: by name, or over a list as the workflow and ``.ci/run`` do."""
    lists = re.findall(r"session: \[(.+)\]|for session in (.+);", text)
    return {*re.findall(r'nox[\w -]* -s "?(\w+)', text), *re.findall(r"\w+", " ".join(map("".join, lists)))}


def unlisted_extras(readme: str) -> set[str]:
    """The extras for users that the README's table does not list."""
    return {extra for extra in PROJECT["optional-dependencies"] if extra != "test" and f"`{extra}`" not in readme}


def encoder_pin() -> str:
    """The requirement that ties articlekit to its encoder."""
    (pin,) = (line for line in PROJECT["optional-dependencies"]["encoder"] if line.startswith("articlekit-encoder"))
    return str(pin)


def test_the_workflow_tests_each_python_of_the_classifiers() -> None:
    assert pythons_of_matrix(read(WORKFLOW)) == classified_pythons()


def test_a_workflow_without_a_matrix_tests_no_python() -> None:
    assert pythons_of_matrix("jobs:\n") == []


@pytest.mark.parametrize("path", ["CONTRIBUTING.md", "docs/release.md", ".ci/run", WORKFLOW, "pyproject.toml"])
def test_every_nox_session_that_a_file_names_exists(path: str) -> None:
    named = named_sessions(read(path))
    assert named
    assert named <= defined_sessions(read("noxfile.py"))


def test_the_contributing_guide_names_every_nox_session() -> None:
    assert named_sessions(read("CONTRIBUTING.md")) == defined_sessions(read("noxfile.py"))


def test_the_workflow_runs_every_session_of_ci_run() -> None:
    assert named_sessions(read(".ci/run")) <= named_sessions(read(WORKFLOW))


def test_sessions_are_found_where_they_are_named_and_defined() -> None:
    assert named_sessions('`nox -s fast`, nox --x -s "tests-3.12", session: [lint, docs]') == {
        "fast",
        "tests",
        "lint",
        "docs",
    }
    assert named_sessions('for session in types build; do\n  nox -s "$session"') == {"types", "build"}
    assert defined_sessions("@nox.session\ndef lint(session): ...\ndef install(): ...") == {"lint"}


def test_the_readme_lists_every_extra_for_users() -> None:
    assert unlisted_extras(read("README.md")) == set()


def test_an_extra_that_is_not_listed_is_reported() -> None:
    assert "arrow" in unlisted_extras("`feeds`")


def test_the_citation_names_the_version_of_the_project() -> None:
    assert f"version: {PROJECT['version']}\n" in read("CITATION.cff")


def test_the_release_page_names_the_pin_of_the_encoder() -> None:
    assert f"`{encoder_pin()}`" in read("docs/release.md")


def test_the_pin_of_the_encoder_allows_its_version() -> None:
    encoder = tomllib.loads(read("encoder/pyproject.toml"))["project"]
    assert pin_allows(encoder_pin(), encoder["version"])


def pin_allows(pin: str, version: str) -> bool:
    """True if ``version`` is within a pin of the form ``name>=low,<high``."""
    match = re.fullmatch(r"[\w-]+>=([\d.]+),<([\d.]+)", pin)
    assert match
    low, high, here = ([int(part) for part in number.split(".")] for number in (*match.groups(), version))
    return low <= here < high


@pytest.mark.parametrize(("version", "allowed"), [("0.1.0", True), ("0.1.9", True), ("0.2.0", False), ("0.0.9", False)])
def test_a_version_outside_the_pin_is_not_allowed(version: str, *, allowed: bool) -> None:
    assert pin_allows("articlekit-encoder>=0.1,<0.2", version) is allowed


def test_users_do_not_see_what_only_developers_need() -> None:
    extras = PROJECT["optional-dependencies"]
    assert not re.search(r"torch|sphinx|mypy|ruff", str(extras))
