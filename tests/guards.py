"""Checks of the source tree itself. Each takes a root folder and returns what it finds wrong, so that it can be seen fail."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TypeGuard

LAYERS: dict[str, set[str]] = {
    "errors": set(),
    "models": {"errors"},
    "dates": {"errors", "models"},
    "parsers": {"errors", "models", "dates"},
    "attribution": {"errors", "models", "dates"},
    "serializers": {"errors", "models"},
    "pipeline": {"errors", "models", "dates", "parsers", "attribution"},
}
"""The rooms of the house, and which others each may know."""

INNER: dict[str, dict[str, set[str]]] = {
    "parsers": {
        "lines": set(),
        "web": {"lines"},
        "draft": {"lines", "web"},
        "text_builder": {"lines", "web", "draft"},
        "field_rules": {"draft"},
        "options": {"field_rules"},
        "input": {"draft"},
        "html": {"lines", "web", "draft", "text_builder", "input"},
        "markdown": {"lines", "web", "draft", "text_builder"},
        "plain": {"lines", "draft", "text_builder", "input"},
        "exchange": {"lines", "web", "draft", "text_builder", "html"},
        "fields": {"lines", "web", "draft", "field_rules", "html"},
        "layout": {"web", "draft"},
        "assemble": {"draft", "field_rules", "options", "fields", "layout"},
    },
    "parsers.html": {
        "dom": set(),
        "metadata": {"dom"},
        "boilerplate": {"dom"},
        "blocks": {"dom"},
        "live": {"dom", "blocks"},
        "media": {"dom", "metadata", "boilerplate"},
        "page_kind": {"dom", "metadata", "boilerplate"},
        "story": {"dom", "metadata", "boilerplate", "blocks", "live", "media"},
    },
    "attribution": {
        "claim_draft": set(),
        "quotations": set(),
        "english": {"claim_draft"},
        "sources": {"claim_draft", "english"},
        "rules": {"claim_draft", "quotations", "english", "sources"},
        "labeller": {"claim_draft", "quotations", "english", "rules"},
        "merge": {"claim_draft", "english", "rules", "labeller"},
        "steps": {"claim_draft", "quotations", "english", "rules", "labeller", "merge"},
        "build": {"claim_draft", "quotations", "sources"},
    },
}
"""Inside a package: which modules and packages each of its parts may import. A package's own ``__init__`` may import all of them."""

CLOCK_METHODS = {"today", "now", "utcnow"}
"""Methods of ``date`` and ``datetime`` that read the clock."""


class SocketOpenedError(BaseException):
    """A test reached for the network. No Exception, so that no broad ``except`` can hide it."""


def _tree(path: Path) -> ast.Module:
    return _parsed(path.read_text(encoding="utf-8"))


@cache  # by text: the copies of the tree, each with one file changed, are not parsed again
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def _modules(root: Path) -> dict[str, Path]:
    """Every module under ``root`` by its dotted name."""
    paths = sorted(root.rglob("*.py"))
    return {
        ".".join((root.name, *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__"): path
        for path in paths
    }


def _imports(path: Path, known: set[str]) -> Iterator[tuple[int, str]]:
    """The project's modules that ``path`` imports, wherever in the code it does, with the line."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                if target := full if full in known else node.module if node.module in known else None:
                    yield node.lineno, target


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def wrong_imports(root: Path) -> list[str]:
    """Imports that go the wrong way: into a package that the importer may not import, or into the package root."""
    modules = _modules(root)
    found = [f"{name}: no package is called {_room(name)!r}" for name in modules if _room(name) not in ("", *LAYERS)]
    found += [f"{name}: {part!r} is not listed in {package}" for name in modules for package, part in _unlisted(name)]
    for name, path in modules.items():
        for line, target in _imports(path, set(modules)):
            here, there = _room(name), _room(target)
            if target == root.name:
                found.append(f"{name}:{line} imports the package root")
            elif here and here != there and there not in LAYERS.get(here, set()):
                found.append(f"{name}:{line} imports {target}")
            elif here == there and not _may_import(name, target):
                found.append(f"{name}:{line} imports {target}")
    return found


def _parts(name: str, package: str) -> str:
    """The part of ``package`` that a module is or belongs to. Empty: the package itself, or a module outside it."""
    inner = name.partition(".")[2]
    return inner[len(package) + 1 :].partition(".")[0] if inner.startswith(f"{package}.") else ""


def _unlisted(name: str) -> Iterator[tuple[str, str]]:
    """The packages of INNER that hold the module and do not list the part of them that it belongs to."""
    for package, parts in INNER.items():
        part = _parts(name, package)
        if part and part not in parts:
            yield package, part


def _may_import(name: str, target: str) -> bool:
    """Whether a module may import another of the same top-level package."""
    for package, parts in INNER.items():
        part, other = _parts(name, package), _parts(target, package)
        if part and other and part != other and other not in parts.get(part, set()):
            return False
    return True


def import_cycles(root: Path) -> list[str]:
    """Modules that import each other in a circle; at most one circle is reported."""
    modules = _modules(root)
    graph = {
        name: {target for _, target in _imports(path, set(modules)) if target != name} for name, path in modules.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" -> ".join(error.args[1])]
    return []


def clock_readers(root: Path) -> list[str]:
    """Places that read today's clock, or ask dateutil to fill the gaps of a date from it."""
    return [
        f"{name}:{line} {what}" for name, path in _modules(root).items() for line, what in sorted(_clock_reads(path))
    ]


def _clock_reads(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(_tree(path)):
        match node:
            case ast.Import(names=names) if any(alias.name == "time" for alias in names):
                yield node.lineno, "imports time"
            case ast.ImportFrom(module="time"):
                yield node.lineno, "imports from time"
            case ast.Attribute(attr=attr) if attr in CLOCK_METHODS:
                yield node.lineno, f"uses .{attr}"
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr="parse")) if "pars" in owner:
                if all(keyword.arg != "default" for keyword in node.keywords):
                    yield node.lineno, f"calls {owner}.parse without default="


CHANGES_OF_A_DRAFT = {"apply", "report", "take", "reserve", "release", "become"}
"""Methods by which a rule would run another rule or change the draft, its body or a block."""


def impure_rules(root: Path) -> list[str]:
    """Places under ``parsers/fields`` that change a draft or run another rule: a rule only reads."""
    found: list[str] = []
    for name, path in _modules(root).items():
        if name.startswith(f"{root.name}.parsers.fields"):
            found += [f"{name}:{line} {what}" for line, what in _draft_changes(path)]
    return found


def _draft_changes(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(_tree(path)):
        match node:
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in CHANGES_OF_A_DRAFT:
                yield node.lineno, f"calls .{attr}"
            case ast.Assign(targets=targets):
                yield from ((node.lineno, f"sets {ast.unparse(target)}") for target in targets if _is_draft(target))
            case ast.AugAssign(target=target) if _is_draft(target):
                yield node.lineno, f"changes {ast.unparse(target)}"


def _is_draft(target: ast.expr) -> bool:
    """Whether an assignment goes to an attribute or an item of the draft."""
    while isinstance(target, ast.Attribute | ast.Subscript):
        target = target.value
        if isinstance(target, ast.Name):
            return target.id == "draft"
    return False


def undocumented(root: Path) -> list[str]:
    """Modules, public classes, functions and fields without a docstring."""
    found: list[str] = []
    for name, path in _modules(root).items():
        tree = _tree(path)
        if not ast.get_docstring(tree):
            found.append(name)
        found += [f"{name}.{item}" for item in _undocumented_in(tree)]
    return found


def _undocumented_in(owner: ast.Module | ast.ClassDef) -> Iterator[str]:
    follower: dict[ast.stmt, ast.stmt] = dict(zip(owner.body, owner.body[1:], strict=False))
    for node in owner.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield node.name
            if isinstance(node, ast.ClassDef):
                yield from (f"{node.name}.{item}" for item in _undocumented_in(node))
        elif isinstance(owner, ast.ClassDef) and _is_field(node) and not _is_text(follower.get(node)):
            yield ast.unparse(node.target)


def _is_field(node: ast.stmt) -> TypeGuard[ast.AnnAssign]:
    return isinstance(node, ast.AnnAssign) and not ast.unparse(node.target).startswith("_")


def _is_text(node: ast.stmt | None) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def untyped(root: Path) -> list[str]:
    """Public functions with a parameter or a result that has no type."""
    found: list[str] = []
    for name, path in _modules(root).items():
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                bare = [a.arg for a in arguments if a.annotation is None and a.arg not in ("self", "cls")]
                if bare or node.returns is None:
                    found.append(f"{name}.{node.name}: {', '.join(bare) or 'result'}")
    return found
