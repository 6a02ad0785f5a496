"""The files around the code agree with each other."""

from __future__ import annotations

import re
import tomllib

from samples import ROOT

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


def unnamed_sessions(text: str, noxfile: str) -> set[str]:
    """The nox sessions that ``text`` names and the noxfile does not define."""
    defined = set(re.findall(r"^@nox\.session.*\ndef (\w+)\(", noxfile, re.MULTILINE))
    return set(re.findall(r"nox -s (\w+)", text)) - defined


def unlisted_extras(readme: str) -> set[str]:
    """The extras for users that the README's table does not list."""
    return {extra for extra in PROJECT["optional-dependencies"] if extra != "test" and f"`{extra}`" not in readme}


def test_the_workflow_tests_each_python_of_the_classifiers() -> None:
    assert pythons_of_matrix(read(".github/workflows/checks.yml")) == classified_pythons()


def test_a_workflow_without_a_matrix_tests_no_python() -> None:
    assert pythons_of_matrix("jobs:\n") == []


def test_every_nox_session_that_the_guides_name_exists() -> None:
    guides = read("CONTRIBUTING.md") + read("docs/release.md") + read(".ci/run")
    assert unnamed_sessions(guides, read("noxfile.py")) == set()


def test_a_session_that_does_not_exist_is_reported() -> None:
    assert unnamed_sessions("nox -s fast, nox -s lint", "@nox.session\ndef lint(session): ...") == {"fast"}


def test_the_readme_lists_every_extra_for_users() -> None:
    assert unlisted_extras(read("README.md")) == set()


def test_an_extra_that_is_not_listed_is_reported() -> None:
    assert "arrow" in unlisted_extras("`feeds`")


def test_the_citation_names_the_version_of_the_project() -> None:
    assert f"version: {PROJECT['version']}\n" in read("CITATION.cff")


def test_the_release_page_names_the_pin_of_the_encoder() -> None:
    (pin,) = (line for line in PROJECT["optional-dependencies"]["encoder"] if line.startswith("articlekit-encoder"))
    assert f"`{pin}`" in read("docs/release.md")
