"""README and docs as programs: runs the code on a page and tells what the page should show.

Run ``python tests/pages.py`` to write the outputs that have changed into the pages; read the difference before you keep it.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import runpy
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^(?:<!-- output of (\S+?)(?:, (\d+) lines)? -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run_page(text: str, name: str) -> tuple[str, list[str]]:
    """Run a page's blocks in order, in one namespace.

    Returns the page as it should be, with the true output in the ``text`` block after each block that prints or each
    comment that names a script, and a line for everything that cannot be mended by writing it in.
    """
    names: dict[str, object] = {"__name__": "__main__"}
    faults: list[str] = []
    pieces: list[str] = []
    printed, end = "", 0
    for match in BLOCK.finditer(text):
        script, lines, language, code = match.groups()
        where = f"{name}:{text.count(chr(10), 0, match.start(4)) + 1}"
        if printed and language != "text":
            faults.append(f"{where}: no text block shows what the code before prints")
        if script:
            printed = head_of(stdout_of(script), int(lines or 0))
        pieces += [text[end : match.start(4)], printed if printed and language == "text" else code]
        end, printed = match.end(4), ""
        if language == "python":
            printed = run_script(code, names, where)
        elif language == "pycon":
            faults += session_faults(code, names, where)
    if printed:
        faults.append(f"{name}: no text block shows what the last block prints")
    return "".join([*pieces, text[end:]]), faults


def run_script(code: str, names: dict[str, object], where: str) -> str:
    """Run a block in ``names``, and return what it prints."""
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        exec(compile(code, where, "exec", dont_inherit=True), names)
    return stream.getvalue()


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


def copy_examples(folder: Path) -> None:
    """Lay the examples out under ``folder``: code on a page reads them, and writes what it writes beside them."""
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns("__pycache__"))


def write_outputs() -> None:
    """Write what has changed into the pages, and print what cannot be mended that way."""
    for page in PAGES:
        told = page.read_text(encoding="utf-8")
        shown, rest = run_page(told, page.name)
        if shown != told:
            page.write_text(shown, encoding="utf-8")
            print(f"written: {page.relative_to(ROOT)}")
        print("".join(rest), end="")


def head_of(output: str, lines: int) -> str:
    """The first lines of what a script prints, and a sign that more follows; all of it where ``lines`` is 0."""
    return "".join([*output.splitlines(keepends=True)[:lines], "…\n"]) if lines else output


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        copy_examples(Path(folder))
        write_outputs()
