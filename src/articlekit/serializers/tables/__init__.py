"""Claims, quotes, links and sources as tables, one row each, for spreadsheets, data frames and databases.

- There are four tables. Each begins with the same columns, which describe the article, and continues with its own. ``COLUMNS``
  declares them; rows, CSV and Arrow are made from it. The tables join on ``article`` and the ids, which are unique within an article.
- A row has the exact words, and their spans in Unicode code points.
- Dates are the first and the last day that the words cover. Further columns have the value with the precision of the words, and
  the time in UTC if time of day and zone are known. A time without a zone is only in the value.
- Unknown values are ``None``: an empty cell in CSV, null in Arrow. A list is never ``None``.
- In CSV, a list is JSON in one cell. Cells have the words unchanged, for programs. A page may contain words that a spreadsheet would
  read as a formula. With ``for_spreadsheet``, a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab, a line break or the
  full-width form of one of these gets an apostrophe in front. So does a cell that begins with apostrophes before such a
  character: removing one apostrophe always restores the words.
- Articles can be a stream: CSV and Parquet are written as the articles arrive, and only one batch of rows is in memory.
"""

from articlekit.serializers.tables.arrow import arrow_reader, arrow_schema, to_arrow, write_parquet
from articlekit.serializers.tables.columns import COLUMNS, Column, Table
from articlekit.serializers.tables.rows import to_rows, write_csv

__all__ = [
    "COLUMNS",
    "Column",
    "Table",
    "arrow_reader",
    "arrow_schema",
    "to_arrow",
    "to_rows",
    "write_csv",
    "write_parquet",
]
