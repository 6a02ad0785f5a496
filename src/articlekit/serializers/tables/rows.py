"""Articles → rows as plain dicts, and as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import IO, Any

from articlekit.models import Article
from articlekit.serializers.tables.columns import COLUMNS, Column, Table
from articlekit.serializers.tables.reading import Reading
from articlekit.serializers.wording import check_article

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What makes a spreadsheet take a cell for a formula, behind apostrophes that :func:`_guarded` may have set."""


def to_rows(article: Article, table: Table) -> list[dict[str, Any]]:
    """A dict for each of the article's claims, quotes, links or sources.

    Its values are strings, numbers, truth values, dates, times in UTC, lists, or None.

    Raises :class:`ValueError` for a table that there is not.

    >>> import articlekit
    >>> article = articlekit.parse_text("Rain is coming, minister Ilse Brandt said.")
    >>> [(row["source_names"], row["cue"], row["text"]) for row in to_rows(article, "claims")]
    [('Ilse Brandt', 'said', 'Rain is coming')]
    """
    check_article(article, "to_rows")
    columns = columns_of(table)
    reading = Reading(article)
    return [{column.name: column.read(reading, item) for column in columns} for item in getattr(article, table)]


def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table. Raises :class:`ValueError` for one that there is not."""
    if table not in COLUMNS:
        raise ValueError(f"there is no table {table!r}; the tables are {', '.join(COLUMNS)}")
    return COLUMNS[table]


def write_csv(articles: Iterable[Article], table: Table, file: IO[str], *, for_spreadsheet: bool = False) -> int:
    """Write a table of many articles as CSV (RFC 4180) with a heading, and return how many rows there were.

    ``file`` is opened with ``newline=""`` and ``encoding="utf-8"``. A list is one cell of JSON, a date is ISO 8601, a truth value
    ``true`` or ``false``, and what is not told an empty cell. With ``for_spreadsheet``, words that a spreadsheet would compute have an
    apostrophe in front.

    >>> import articlekit, csv, io
    >>> file = io.StringIO(newline="")
    >>> write_csv([articlekit.parse("It rained, Ilse Brandt said.")], "sources", file)
    1
    >>> heading, row = csv.reader(file.getvalue().splitlines())
    >>> row[heading.index("name")], row[heading.index("kind")]
    ('Ilse Brandt', 'person')
    """
    cell = _guarded if for_spreadsheet else _cell
    writer = csv.writer(file)
    writer.writerow(column.name for column in columns_of(table))
    count = 0
    for article in articles:
        for row in to_rows(article, table):
            writer.writerow(map(cell, row.values()))
            count += 1
    return count


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _guarded(value: object) -> str:
    cell = _cell(value)
    return f"'{cell}" if _FORMULA.match(cell) else cell
