"""Claims, quotes, links and sources as tables: a row each, for spreadsheets, data frames and databases.

- Four tables, each with the same first columns, which tell the article, and then its own; ``COLUMNS`` declares them all, and rows, CSV and
  Arrow are made from that one declaration. A row stands on its own and joins the others by ``url`` and the ids.
- A row holds the exact words, and the spans where they stand, in Unicode code points.
- Dates are dates: the first day that the words cover. The value at the precision of the words stands beside it.
- What an article does not tell is ``None``: an empty cell in CSV, null in Arrow. A list is never ``None``.
- In CSV, a list is one cell of JSON. Cells hold the words as they are: who opens the file in a spreadsheet should import its columns
  as text, because a headline may begin with ``=``.
- Many articles are a stream: CSV and Parquet are written as the articles come, and no more rows are held than one batch.
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
