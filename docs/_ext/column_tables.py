"""List the columns of the tables that articlekit writes, from the code."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from articlekit.serializers.tables import COLUMNS, Column
from articlekit.serializers.tables.columns import ARTICLE_COLUMNS, ColumnType

TYPES: dict[ColumnType, str] = {
    "text": "string",
    "flag": "bool",
    "number": "float64",
    "count": "int64",
    "date": "date32",
    "moment": "timestamp[us, UTC]",
    "texts": "list of string",
    "spans": "spans",
    "sources": "sources",
}


class ColumnTables(SphinxDirective):
    """``column-tables`` lists the columns that all tables share, then those of each table."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each list of columns."""
        own = [self._section(table, columns[len(ARTICLE_COLUMNS) :]) for table, columns in COLUMNS.items()]
        return [self._section("all tables", ARTICLE_COLUMNS), *own]

    def _section(self, name: str, columns: tuple[Column, ...]) -> nodes.section:
        section = nodes.section(ids=[nodes.make_id(f"columns-{name}")], names=[f"columns-{name}"])
        section += nodes.title(text=name.capitalize())
        rows = [(nodes.literal(text=c.name), nodes.Text(TYPES[c.type]), *self._prose(c.meaning)) for c in columns]
        section += self._table([(nodes.Text("column"), nodes.Text("type"), nodes.Text("content")), *rows])
        return section

    def _prose(self, words: str) -> list[nodes.Node]:
        return [nodes.inline("", "", *self.parse_inline(words.replace("`", "``"))[0])]

    def _table(self, rows: list[tuple[nodes.Node, ...]]) -> nodes.table:
        group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in (2, 2, 6)), cols=3)
        head, *body = [nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in row)) for row in rows]
        group += [nodes.thead("", head), nodes.tbody("", *body)]
        return nodes.table("", group)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("column-tables", ColumnTables)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
