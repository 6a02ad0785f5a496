"""Every check of the project, by name. `nox` runs the fast ones; `.ci/run` runs the same sessions before a change lands."""

from __future__ import annotations

import json
import os
import shutil
import tomllib
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "fast"]

PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
PREFIX = "Programming Language :: Python :: 3."
PYTHONS = [f"3.{line.removeprefix(PREFIX)}" for line in PROJECT["classifiers"] if line.startswith(PREFIX)]
FAST = "not slow and not hypothesis"
ENCODER_TESTS = ["tests/attribution/test_encoder.py", "tests/attribution/test_invariants.py"]
ENCODER_GATE = "tests/test_gold_attributions.py::test_the_figures_on_the_gold_articles_hold_their_floors[encoder]"
INTERNAL = ("articlekit.attribution.", "articlekit.parsers.")
"""Packages whose names users do not import. What the root exports from them counts as a name of the root."""


def install(session: nox.Session, *groups: str, editable: bool = True) -> None:
    """Install the project and its dependency groups."""
    session.install("--quiet", "--upgrade", "pip>=25.1")
    arguments = [argument for group in groups for argument in ("--group", group)]
    session.install("--quiet", *arguments, *(["-e", "."] if editable else []))


def incomplete_types(report: str) -> list[str]:
    """Return the public names in the JSON of ``pyright --verifytypes`` whose types are not complete."""
    symbols = json.loads(report)["typeCompleteness"]["symbols"]
    public = [one for one in symbols if one["isExported"] and not one["name"].startswith(INTERNAL)]
    if not public:
        return ["pyright found no public name"]
    return [one["name"] for one in public if not one["isTypeKnown"] or one["isTypeAmbiguous"]]


def wheel_of_encoder(session: nox.Session) -> str:
    """Build the encoder, which is a distribution of its own, and return the folder of its wheel."""
    folder = session.create_tmp()
    session.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, "./encoder")
    return folder


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run all tests in two processes, with the coverage that pyproject.toml asks for. `-- --wheel` tests the wheel in `dist`."""
    arguments = list(session.posargs)
    if "--wheel" in arguments:
        arguments.remove("--wheel")
        (wheel,) = Path("dist").glob("*.whl")
        session.install("--quiet", f"{wheel}[test]")
        session.run("pytest", "-n", "2", "tests", *arguments)
        return
    install(session, "test")
    session.run("pytest", "-n", "2", "--cov", "--cov-report=term", *arguments)


@nox.session
def fast(session: nox.Session) -> None:
    """Run the tests that take less than a minute together: no property tests, no copies of the tree, no gold data."""
    install(session, "test")
    session.run("pytest", "-q", "-n", "2", "-m", FAST, *session.posargs)


@nox.session
def encoder(session: nox.Session) -> None:
    """Run the tests that need the encoder, with its wheel."""
    install(session, "test")
    session.install("--quiet", "--find-links", wheel_of_encoder(session), "-e", ".[encoder]")
    session.run("pytest", "-q", "-n", "2", ENCODER_GATE, *ENCODER_TESTS, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format with ruff."""
    install(session, "lint", editable=False)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check types: mypy on all code, pyright on calls as users write them and on the type of each public name."""
    install(session, "types")
    session.run("mypy")
    session.run("pyright", "--project", "tests/typing")
    verify = ["pyright", "--verifytypes", "articlekit", "--ignoreexternal", "--outputjson"]
    report = session.run(
        *verify, silent=True, success_codes=[0, 1]
    )  # 1: some name is incomplete, perhaps an internal one
    if incomplete := incomplete_types(str(report)):
        session.error(f"types are not complete: {', '.join(incomplete)}")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the docs with warnings as errors; the build runs the code on the pages."""
    install(session, "docs", "test")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-b", "html", "docs", "docs/_build/html")
    session.run("pytest", "-q", "tests/test_docs.py", "-k", "fails_the_docs_build")


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the fast tests with every dependency of users at its lower bound, extras included."""
    extras = PROJECT["optional-dependencies"]
    requirements = [*PROJECT["dependencies"], *(line for extra in extras if extra != "test" for line in extras[extra])]
    bounds = Path(session.create_tmp(), "lowest.txt")
    # The encoder's weights have an upper bound; they are built here and not held to a bound.
    bounds.write_text("\n".join(one.replace(">=", "==") for one in requirements if "," not in one), encoding="utf-8")
    session.install("--quiet", "--upgrade", "pip>=25.1")
    session.install("--quiet", "--group", "test", "-e", ".", "-c", str(bounds))
    session.run("pytest", "-q", "-n", "2", "-m", FAST)
    session.install("--quiet", "--find-links", wheel_of_encoder(session), "-e", ".[encoder]", "-c", str(bounds))
    session.run("pytest", "-q", *ENCODER_TESTS)


@nox.session
def build(session: nox.Session) -> None:
    """Build the distributions once, and run the examples with the wheel in an environment that has nothing else."""
    install(session, "build", editable=False)
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    session.run("twine", "check", "--strict", *map(str, Path("dist").iterdir()))
    (wheel,) = Path("dist").resolve().glob("*.whl")
    elsewhere = Path(session.create_tmp(), "elsewhere")
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree("examples", elsewhere / "examples")
    session.chdir(elsewhere)
    session.run("python", "-m", "venv", "user")
    python = str(Path("user", "Scripts" if os.name == "nt" else "bin", "python").absolute())
    session.run(python, "-m", "pip", "install", "--quiet", str(wheel), external=True)
    session.run(python, "examples/quickstart.py", external=True)
    session.run(python, "examples/page.py", "examples/reports/ferry.html", silent=True, external=True)


@nox.session
def alone(session: nox.Session) -> None:
    """Run each test file by itself: none may rely on what another imported or changed."""
    install(session, "test")
    for path in sorted(Path("tests").rglob("test_*.py")):
        session.run("pytest", "-q", "-m", FAST, str(path), success_codes=[0, 5])  # 5: no fast test
