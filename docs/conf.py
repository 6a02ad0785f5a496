"""Configure Sphinx; build the docs with `sphinx-build -W docs docs/_build/html`."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))
PROJECT = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = PROJECT["name"]
release = version = PROJECT["version"]
author = "the articlekit authors"
copyright = f"2026, {author}"  # noqa: A001  the name Sphinx expects

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "column_tables",
    "module_tree",
    "rule_tables",
    "samples",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"articlekit {release}"
html_theme_options = {
    "source_repository": "https://github.com/articlekit/articlekit/",
    "source_branch": "main",
    "source_directory": "docs/",
}
html_static_path = ["_static"]
html_css_files = ["docs.css"]

# Copy the code of an interactive session without its prompts and output.
copybutton_prompt_text = r">>> |\.\.\. "
copybutton_prompt_is_regexp = True

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_maximum_signature_line_length = 100

# Every name in the docs must link to a page, except names from other libraries.
nitpicky = True
nitpick_ignore_regex = [
    # Python's own types: intersphinx would need the network at every build.
    ("py:.*", r"(collections|datetime|dt|os|typing|pathlib)\..*|(str|bytes|int|float|bool|dict|tuple|object|None)"),
    # Arrow's types, likewise.
    ("py:.*", r"pa\..*"),
    # Type variables and aliases that autodoc shows by their short names.
    ("py:.*", r"(.*\.)?(T|Any|Table|Iterable|Callable|Iterator|Literal|OSError|TypeError|ValueError)"),
]
