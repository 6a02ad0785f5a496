"""Claims, quotes, links and sources as tables: a row each, for spreadsheets, data frames and databases.

- Four tables, each with the same first columns, which tell the article, and then its own; ``COLUMNS`` declares them all, and rows, CSV and
  Arrow are made from that one declaration. A row stands on its own and joins the others by ``article`` and the ids, which are unique
  within one article.
- A row holds the exact words, and the spans where they stand, in Unicode code points.
- Dates are dates: the first and the last day that the words cover. The value at the precision of the words stands beside them, and the
  time in UTC where a time of day and a zone are known; a time without a zone stands in the value alone.
- What an article does not tell is ``None``: an empty cell in CSV, null in Arrow. A list is never ``None``.
- In CSV, a list is one cell of JSON, and cells hold the words as they are, for programs. A page may have written words that a
  spreadsheet would compute: with ``for_spreadsheet`` a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab, a line break or the full-width
  form of one of these gets an apostrophe in front; so does one that begins with apostrophes before such a sign, so that one
  apostrophe taken off gives back the words.
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
