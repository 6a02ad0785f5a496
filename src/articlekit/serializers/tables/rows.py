"""Rows of the tables, as dicts and as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import IO, Any

from articlekit.models import Article
from articlekit.serializers.shared import require_article
from articlekit.serializers.tables.columns import COLUMNS, ArticleData, Column, Table

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""The start of a cell that spreadsheets read as a formula, after the apostrophes that :func:`_write_guarded_cell` adds."""


def to_rows(article: Article, table: Table) -> list[dict[str, Any]]:
    """Return a dict for each of the article's claims, quotes, links or sources.

    The values are strings, numbers, booleans, dates, times in UTC, lists, or None.

    Raises :class:`ValueError` if ``table`` is not the name of a table.

    >>> import articlekit
    >>> article = articlekit.parse_text("Rain is coming, minister Ilse Brandt said.")
    >>> [(row["source_names"], row["cue"], row["text"]) for row in to_rows(article, "claims")]
    [('Ilse Brandt', 'said', 'Rain is coming')]
    """
    require_article(article, "to_rows")
    columns = columns_of(table)
    data = ArticleData(article)
    return [{column.name: column.read(data, item) for column in columns} for item in getattr(article, table)]


def columns_of(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table. Raises :class:`ValueError` if ``table`` is not the name of a table."""
    if table not in COLUMNS:
        raise ValueError(f"table must be one of {', '.join(COLUMNS)}; got {table!r}")
    return COLUMNS[table]


def write_csv(articles: Iterable[Article], table: Table, file: IO[str], *, for_spreadsheet: bool = False) -> int:
    """Write a table of many articles as CSV (RFC 4180) with a header, and return the number of rows.

    Open ``file`` with ``newline=""`` and ``encoding="utf-8"``. A list is JSON in one cell, a date is ISO 8601, a boolean is ``true`` or
    ``false``, and None is an empty cell. With ``for_spreadsheet``, a cell that a spreadsheet would read as a formula begins with an
    apostrophe.

    >>> import articlekit, csv, io
    >>> file = io.StringIO(newline="")
    >>> write_csv([articlekit.parse("It rained, Ilse Brandt said.")], "sources", file)
    1
    >>> header, row = csv.reader(file.getvalue().splitlines())
    >>> row[header.index("name")], row[header.index("kind")]
    ('Ilse Brandt', 'person')
    """
    write_cell = _write_guarded_cell if for_spreadsheet else _write_cell
    writer = csv.writer(file)
    writer.writerow(column.name for column in columns_of(table))
    count = 0
    for article in articles:
        for row in to_rows(article, table):
            writer.writerow(map(write_cell, row.values()))
            count += 1
    return count


def _write_cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _write_guarded_cell(value: object) -> str:
    cell = _write_cell(value)
    return f"'{cell}" if _FORMULA.match(cell) else cell
