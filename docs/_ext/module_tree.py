"""List the packages and modules of a package with the first sentence of each docstring, so that the list cannot drift."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, NamedTuple

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

SRC = Path(__file__).parents[2] / "src"
ROLE = re.compile(r":\w+:`~?(?:\w+\.)*(\w+)`")
"""A cross-reference of reStructuredText, such as :class:`~articlekit.When`."""
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`*:“])|\n\s*\n")


class Entry(NamedTuple):
    """A module or package, and what it is for."""

    name: str
    summary: str
    children: tuple[Entry, ...]
    """The modules of a package, packages first; empty for a module."""


def summary(file: Path) -> str:
    """Return the first sentence of a module's docstring, with cross-references as plain names."""
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return " ".join(ROLE.sub(r"``\1``", SENTENCE_END.split(docstring, maxsplit=1)[0]).split())


def tree(package: Path) -> Entry:
    """Return the entry of a package, with those of its modules and subpackages."""
    return Entry(package.name, summary(package / "__init__.py"), tuple(_children(package)))


def _children(package: Path) -> Iterator[Entry]:
    yield from (tree(init.parent) for init in sorted(package.glob("*/__init__.py")))
    for file in sorted(package.glob("*.py")):
        if file.name != "__init__.py":
            yield Entry(file.stem, summary(file), ())


class ModuleTree(SphinxDirective):
    """``module-tree:: PACKAGE`` lists a package's modules; the option ``shallow`` leaves out those of its subpackages."""

    required_arguments: ClassVar[int] = 1
    option_spec: ClassVar[dict[str, object]] = {"shallow": directives.flag}  # type: ignore[assignment]

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        folder = SRC.joinpath(*self.arguments[0].split("."))
        if not (folder / "__init__.py").exists():
            raise self.error(f"there is no package {self.arguments[0]!r}")
        for file in folder.rglob("*.py"):
            self.env.note_dependency(str(file))
        return [self._list(tree(folder).children)]

    def _list(self, entries: tuple[Entry, ...]) -> nodes.Node:
        """Return a definition list; a package has the list of its modules in its definition."""
        result = nodes.definition_list()
        for entry in entries:
            name = f"{entry.name}/" if entry.children else entry.name
            definition = nodes.definition("", self._prose(entry.summary))
            if entry.children and "shallow" not in self.options:
                definition += self._list(entry.children)
            result += nodes.definition_list_item("", nodes.term("", "", nodes.literal(text=name)), definition)
        return result

    def _prose(self, sentence: str) -> nodes.paragraph:
        return nodes.paragraph("", "", *self.parse_inline(sentence)[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("module-tree", ModuleTree)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
