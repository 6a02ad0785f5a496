"""Run the code samples of README and the docs, page by page.

As a Sphinx extension, this module runs the samples in every build. The build fails if a sample raises or if its output differs from the
page. ``python docs/_ext/samples.py`` writes changed outputs into the pages; check the diff before you commit it.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import runpy
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the tests use this module without Sphinx
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^(?:<!-- output of (\S+?)(?:, (\d+) lines)? -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Fault(NamedTuple):
    """A difference between a page and what its code does."""

    line: int
    """Line number on the page, from 1."""
    message: str
    """What is wrong."""
    fixed: bool = False
    """True if the corrected page does not have the fault."""


def run_page(text: str, name: str) -> tuple[str, list[Fault]]:
    """Run the blocks of a page in order, in one namespace and in a folder with the examples.

    Return the corrected page and the faults. On the corrected page, the ``text`` block after a block that prints, or after a comment that
    names a script, has the real output. Blocks after one that raises do not run.
    """
    page = _Page(name)
    pieces: list[str] = []
    end = 0
    with beside_examples():
        for match in BLOCK.finditer(text):
            line = text.count("\n", 0, match.start(4)) + 1
            try:
                shown = page.run(*match.groups(), line=line)
            except (Exception, SystemExit) as error:  # noqa: BLE001  whatever a sample raises is a fault of the page
                page.faults.append(Fault(line_in(name, error) or line, "".join(traceback.format_exception_only(error))))
                break
            pieces += [text[end : match.start(4)], shown]
            end = match.end(4)
        else:
            page.expect_no_output(text.count("\n"))
    return "".join([*pieces, text[end:]]), page.faults


class _Page:
    """The state of a run: the namespace, the output that no block has shown yet, and the faults."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.names: dict[str, object] = {"__name__": "__main__"}
        self.printed = ""
        self.faults: list[Fault] = []

    def run(self, script: str | None, lines: str | None, language: str, code: str, *, line: int) -> str:
        """Run one block, whose code begins at ``line``, and return its correct content."""
        if language != "text":
            self.expect_no_output(line)
        if script:
            self.printed = head_of(stdout_of(script), int(lines or 0))
        if language == "text":
            return self._shown(code, line)
        if language == "python":
            self.printed = self._run_script(code, line)
        elif language == "pycon":
            self._run_session(code, line)
        return code

    def expect_no_output(self, line: int) -> None:
        """Report output that the page does not show."""
        if self.printed:
            self.faults.append(Fault(line, "no text block shows what the code before it prints"))
        self.printed = ""

    def _shown(self, code: str, line: int) -> str:
        """Return the correct content of a text block: what the block before it printed, if anything."""
        shown, self.printed = self.printed or code, ""
        for number, (actual, correct) in enumerate(zip_longest(code.splitlines(), shown.splitlines()), line):
            if actual != correct:
                shows, prints = ("no line" if words is None else repr(words) for words in (actual, correct))
                self.faults.append(Fault(number, f"the page shows {shows}, but the code prints {prints}", fixed=True))
                break
        return shown

    def _run_script(self, code: str, line: int) -> str:
        # Empty lines in front make the line numbers of a traceback those of the page.
        program = compile("\n" * (line - 1) + code, self.name, "exec", dont_inherit=True)
        with contextlib.redirect_stdout(io.StringIO()) as stream:
            exec(program, self.names)  # noqa: S102  this module exists to run the pages
        return stream.getvalue()

    def _run_session(self, code: str, line: int) -> None:
        """Run an interactive session up to the first wrong answer on the page."""
        session = doctest.DocTestParser().get_doctest(code, self.names, self.name, self.name, line - 1)
        try:
            doctest.DebugRunner(verbose=False, optionflags=FLAGS).run(session, clear_globs=False)
        except doctest.DocTestFailure as failure:
            difference = doctest.OutputChecker().output_difference(failure.example, failure.got, FLAGS)
            self.faults.append(Fault(line + failure.example.lineno, difference))
        except doctest.UnexpectedException as failure:
            raised = "".join(traceback.format_exception_only(failure.exc_info[1]))
            self.faults.append(Fault(line + failure.example.lineno, raised))
        self.names.update(session.globs)


def line_in(name: str, error: BaseException) -> int | None:
    """Return the line of the page from which an error comes."""
    if isinstance(error, SyntaxError) and error.filename == name:
        return error.lineno
    frames = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == name]
    return lines[-1] if lines else None


def stdout_of(script: str) -> str:
    """Return the output of one of the examples."""
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        runpy.run_path(script, run_name="__main__")
    return stream.getvalue()


def head_of(output: str, lines: int) -> str:
    """Return the first lines of an output and an ellipsis, or all of it if ``lines`` is 0."""
    return "".join([*output.splitlines(keepends=True)[:lines], "…\n"]) if lines else output


@contextlib.contextmanager
def beside_examples() -> Iterator[None]:
    """Work in a new folder that holds the examples and ``page.html``, the page that a reader of the docs has saved."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "examples", "examples", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copyfile("examples/reports/ferry.html", "page.html")
        yield


def write_outputs() -> None:
    """Write changed outputs into the pages, and print the faults that this cannot fix."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        shown, faults = run_page(text, page.name)
        if shown != text:
            page.write_text(shown, encoding="utf-8")
            print(f"written: {page.relative_to(ROOT)}")
        for fault in faults:
            if not fault.fixed:
                print(f"{page.relative_to(ROOT)}:{fault.line}: {fault.message}")


def run_pages(app: Sphinx, env: BuildEnvironment, _changed: list[str]) -> None:
    """Run all pages of the docs, because the library may have changed; a fault fails the build."""
    from sphinx.util.logging import getLogger

    for page in sorted(env.found_docs):
        _, faults = run_page(env.doc2path(page).read_text(encoding="utf-8"), page)
        for fault in faults:
            getLogger(__name__).error(fault.message, location=(page, fault.line))
            app.statuscode = 1  # without -W too


def setup(app: Sphinx) -> dict[str, bool]:
    """Run the samples in every build."""
    app.connect("env-before-read-docs", run_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


if __name__ == "__main__":
    write_outputs()
