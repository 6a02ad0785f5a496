"""The code on README and the pages of the docs, run page by page as a reader would run it.

As a Sphinx extension it does so at every build, and the build fails where a sample raises or prints what its page does not
show. ``python docs/_ext/samples.py`` writes the outputs that have changed into the pages; read the difference before you keep it.
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

if TYPE_CHECKING:  # the tests use this module where Sphinx is not installed
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^(?:<!-- output of (\S+?)(?:, (\d+) lines)? -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Fault(NamedTuple):
    """A place where a page and its code disagree."""

    line: int
    """The line of the page, counted from 1."""
    words: str
    """What is wrong there."""
    mended: bool = False
    """Whether the page as it should be is without it."""


def run_page(text: str, name: str) -> tuple[str, list[Fault]]:
    """Run a page's blocks in order, in one namespace and in a folder with the examples.

    Returns the page as it should be, with the true output in the ``text`` block after each block that prints or each
    comment that names a script, and the faults. What comes after a block that raises counts on it, and is not run.
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
    """A page while it runs: its names, what it has printed that no block has shown yet, and its faults."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.names: dict[str, object] = {"__name__": "__main__"}
        self.printed = ""
        self.faults: list[Fault] = []

    def run(self, script: str | None, lines: str | None, language: str, code: str, *, line: int) -> str:
        """Run one block, whose code begins at ``line``, and return what it should hold."""
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
        """Report what is printed and shown nowhere."""
        if self.printed:
            self.faults.append(Fault(line, "no text block shows what the code before it prints"))
        self.printed = ""

    def _shown(self, code: str, line: int) -> str:
        """What a text block should hold: what the block before it printed, if it did."""
        shown, self.printed = self.printed or code, ""
        for number, (told, true) in enumerate(zip_longest(code.splitlines(), shown.splitlines()), line):
            if told != true:
                shows, prints = ("no line" if words is None else repr(words) for words in (told, true))
                self.faults.append(Fault(number, f"the page shows {shows} where the code prints {prints}", mended=True))
                break
        return shown

    def _run_script(self, code: str, line: int) -> str:
        # Empty lines in front, so that a traceback counts the lines of the page.
        program = compile("\n" * (line - 1) + code, self.name, "exec", dont_inherit=True)
        with contextlib.redirect_stdout(io.StringIO()) as stream:
            exec(program, self.names)  # noqa: S102  running the pages is what this module is for
        return stream.getvalue()

    def _run_session(self, code: str, line: int) -> None:
        """Run an interactive session up to the first answer that the page does not show."""
        session = doctest.DocTestParser().get_doctest(code, self.names, self.name, self.name, line - 1)
        try:
            doctest.DebugRunner(verbose=False, optionflags=FLAGS).run(session, clear_globs=False)
        except doctest.DocTestFailure as failure:
            words = doctest.OutputChecker().output_difference(failure.example, failure.got, FLAGS)
            self.faults.append(Fault(line + failure.example.lineno, words))
        except doctest.UnexpectedException as failure:
            raised = "".join(traceback.format_exception_only(failure.exc_info[1]))
            self.faults.append(Fault(line + failure.example.lineno, raised))
        self.names.update(session.globs)


def line_in(name: str, error: BaseException) -> int | None:
    """The line of the page of that name that an error comes from."""
    if isinstance(error, SyntaxError) and error.filename == name:
        return error.lineno
    frames = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == name]
    return lines[-1] if lines else None


def stdout_of(script: str) -> str:
    """What one of the examples prints."""
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        runpy.run_path(script, run_name="__main__")
    return stream.getvalue()


def head_of(output: str, lines: int) -> str:
    """The first lines of what a script prints, and a sign that more follows; all of it where ``lines`` is 0."""
    return "".join([*output.splitlines(keepends=True)[:lines], "…\n"]) if lines else output


@contextlib.contextmanager
def beside_examples() -> Iterator[None]:
    """In a new folder with the examples: code on a page reads them, and writes what it writes beside them."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "examples", "examples", ignore=shutil.ignore_patterns("__pycache__"))
        yield


def write_outputs() -> None:
    """Write what has changed into the pages, and print what cannot be mended that way."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        shown, faults = run_page(text, page.name)
        if shown != text:
            page.write_text(shown, encoding="utf-8")
            print(f"written: {page.relative_to(ROOT)}")
        for fault in faults:
            if not fault.mended:
                print(f"{page.relative_to(ROOT)}:{fault.line}: {fault.words}")


def run_pages(app: Sphinx, env: BuildEnvironment, _changed: list[str]) -> None:
    """Run every page of the docs, changed or not, since the library may have changed; a fault fails the build."""
    from sphinx.util.logging import getLogger

    for page in sorted(env.found_docs):
        _, faults = run_page(env.doc2path(page).read_text(encoding="utf-8"), page)
        for fault in faults:
            getLogger(__name__).error(fault.words, location=(page, fault.line))
            app.statuscode = 1  # without -W too


def setup(app: Sphinx) -> dict[str, bool]:
    """Register it with Sphinx."""
    app.connect("env-before-read-docs", run_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


if __name__ == "__main__":
    write_outputs()
