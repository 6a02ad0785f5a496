"""Arrow tables and Parquet files, written with pyarrow (``pip install "articlekit[arrow]"``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain, islice
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING, Final

from articlekit.errors import MissingExtraError
from articlekit.models import Article
from articlekit.serializers.tables.columns import ColumnType, Table
from articlekit.serializers.tables.rows import columns_of, to_rows

if TYPE_CHECKING:
    import pyarrow as pa

BATCH_ROWS: Final = 4096
"""Number of rows in a record batch. Limits the memory for a stream of articles."""


def arrow_schema(table: Table) -> pa.Schema:
    """Return the Arrow schema of a table. The metadata of each column has its meaning.

    Raises :class:`~articlekit.MissingExtraError` without pyarrow, and :class:`ValueError` if ``table`` is not the name of a table.

    >>> str(arrow_schema("claims").field("said").type)
    'date32[day]'
    """
    pa = _pyarrow()
    return pa.schema(
        pa.field(column.name, _arrow_type(column.type), metadata={"meaning": column.meaning})
        for column in columns_of(table)
    )


def arrow_reader(articles: Iterable[Article], table: Table) -> pa.RecordBatchReader:
    """Return a table of many articles as a stream of record batches. It takes articles only as it is read.

    DuckDB, Polars and pyarrow datasets can read it. Raises the errors of :func:`~articlekit.serializers.tables.arrow_schema`.

    >>> import articlekit
    >>> reader = arrow_reader([articlekit.parse("It rained, Ilse Brandt said.")], "claims")
    >>> [batch.num_rows for batch in reader]
    [1]
    """
    schema = arrow_schema(table)
    return _pyarrow().RecordBatchReader.from_batches(schema, _batches(articles, table, schema))


def to_arrow(articles: Iterable[Article], table: Table) -> pa.Table:
    """Return a table of many articles as one Arrow table in memory.

    Raises the errors of :func:`~articlekit.serializers.tables.arrow_schema`.

    >>> import articlekit
    >>> table = to_arrow([articlekit.parse("It rained, Ilse Brandt said.")], "claims")
    >>> table.select(["source_names", "cue", "text"]).to_pylist()
    [{'source_names': 'Ilse Brandt', 'cue': 'said', 'text': 'It rained'}]
    """
    return arrow_reader(articles, table).read_all()


def write_parquet(articles: Iterable[Article], table: Table, path: str | PathLike[str]) -> int:
    """Write a table of many articles to a Parquet file, one batch at a time, and return the number of rows.

    Raises the errors of :func:`~articlekit.serializers.tables.arrow_schema`.

    >>> import articlekit
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_parquet([articlekit.parse("It rained, Ilse Brandt said.")], "claims", f"{folder}/claims.parquet")
    1
    """
    schema = arrow_schema(table)  # first, because it raises the errors
    from pyarrow.parquet import ParquetWriter

    count = 0
    with ParquetWriter(path, schema) as writer:
        for batch in _batches(articles, table, schema):
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def _batches(articles: Iterable[Article], table: Table, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    rows = chain.from_iterable(to_rows(article, table) for article in articles)
    while batch := list(islice(rows, BATCH_ROWS)):
        yield _pyarrow().RecordBatch.from_pylist(batch, schema)


def _arrow_type(kind: ColumnType) -> pa.DataType:
    pa = _pyarrow()
    span = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("field", pa.string())])
    texts = [(name, pa.string()) for name in ("id", "name", "kind", "role", "affiliation")]
    types = {
        "text": pa.string(),
        "flag": pa.bool_(),
        "number": pa.float64(),
        "count": pa.int64(),
        "date": pa.date32(),
        "moment": pa.timestamp("us", tz="UTC"),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(span),
        "sources": pa.list_(pa.struct([*texts[:3], ("named", pa.bool_()), *texts[3:]])),
    }
    return types[kind]


def _pyarrow() -> ModuleType:
    try:
        return import_module("pyarrow")
    except ImportError as error:
        raise MissingExtraError('Arrow and Parquet need pyarrow: pip install "articlekit[arrow]"') from error
