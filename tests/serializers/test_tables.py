from __future__ import annotations

import csv
import datetime as dt
import gc
import io
import json
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from strategies import articles

from articlekit.errors import MissingExtraError
from articlekit.models import Article, slice_text
from articlekit.serializers import arrow_reader, to_arrow, to_rows, write_csv, write_parquet
from articlekit.serializers.tables import COLUMNS, Table, arrow, arrow_schema

TABLES = pytest.mark.parametrize("table", COLUMNS)


def test_each_claim_is_a_row_that_tells_who_said_what_when_to_whom(article: Article) -> None:
    first, second = to_rows(article, "claims")
    assert (first["source_names"], first["cue"], first["text"]) == ("Ilse Brandt", "says", "Ferry back on Friday")
    assert (first["said"], first["said_value"], first["negated"]) == (dt.date(2025, 6, 13), "2025-06-13", True)
    assert (second["source_text"], second["audience_names"]) == ("she", "the Harbour Courier")
    assert (second["links"], second["quotes"]) == (["link-1"], ["quote-2"])
    assert second["sources"] == [
        {
            "id": "source-1",
            "name": "Ilse Brandt",
            "kind": "person",
            "named": True,
            "role": "minister",
            "affiliation": "the ministry of ports",
        }
    ]


def test_every_row_tells_its_article(article: Article) -> None:
    for table in COLUMNS:
        for row in to_rows(article, table):
            assert row["url"] == "https://marrowbay.example/ferry"
            assert row["publisher"] == "The Harbour Courier"
            assert (row["published"], row["published_value"]) == (dt.date(2025, 6, 13), "2025-06-13T17:40+02:00")


def test_a_source_is_a_row_with_its_mentions_and_counts(article: Article) -> None:
    brandt, paper = to_rows(article, "sources")
    assert brandt["mention_texts"] == ["Brandt", "minister Ilse Brandt", "she"]
    assert (brandt["claim_count"], brandt["quote_count"], paper["claim_count"]) == (2, 1, 0)


def test_a_link_outside_the_text_has_no_spans(article: Article) -> None:
    tested, related = to_rows(article, "links")
    assert (tested["target"], len(tested["spans"])) == ("https://marrowbay.example/test", 1)
    assert (related["target"], related["spans"]) == (None, [])


@settings(max_examples=40)
@TABLES
@given(article=articles())
def test_every_article_fits_the_schema_and_its_words_stand_at_their_spans(table: Table, article: Article) -> None:
    rows = to_rows(article, table)
    assert to_arrow([article], table).to_pylist() == rows
    items = getattr(article, table)
    assert len(rows) == len(items)
    for row, item in zip(rows, items, strict=True):
        assert list(row) == [column.name for column in COLUMNS[table]]
        if table in ("claims", "quotes"):
            assert row["text"] == slice_text(article, item.spans)


def test_a_table_that_there_is_not_is_an_error_that_names_those_there_are(article: Article) -> None:
    with pytest.raises(ValueError, match="there is no table 'people'; the tables are claims, quotes, links, sources"):
        to_rows(article, "people")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="there is no table 'people'"):
        arrow_schema("people")  # type: ignore[arg-type]


@TABLES
def test_csv_holds_the_same_rows(article: Article, table: Table) -> None:
    file = io.StringIO(newline="")
    assert write_csv([article, article], table, file) == 4
    file.seek(0)
    rows = list(csv.DictReader(file))
    wanted = to_rows(article, table) * 2
    for row, want in zip(rows, wanted, strict=True):
        for name, value in want.items():
            if isinstance(value, list | bool | int | float):
                assert json.loads(row[name]) == value
            else:
                assert row[name] == ("" if value is None else str(value))


def test_a_table_without_rows_has_a_heading() -> None:
    file = io.StringIO(newline="")
    assert write_csv([], "links", file) == 0
    assert file.getvalue() == ",".join(column.name for column in COLUMNS["links"]) + "\r\n"


def test_the_arrow_schema_is_fixed_and_tells_what_each_column_means() -> None:
    schema = arrow_schema("claims")
    assert schema.field("published").type == pa.date32()
    assert schema.field("negated").type == pa.bool_()
    assert schema.field("spans").type.value_type.names == ["start", "end", "field"]
    assert schema.field("said").metadata == {b"meaning": b"First day on which it was said."}
    assert to_arrow([Article(text="")], "claims").schema == schema


@pytest.fixture
def parquet(article: Article, tmp_path: Path) -> Path:
    path = tmp_path / "claims.parquet"
    assert write_parquet([article, article], "claims", path) == 4
    return path


def test_pandas_reads_the_parquet_file(parquet: Path) -> None:
    frame = pd.read_parquet(parquet)
    assert list(frame["source_names"]) == ["Ilse Brandt"] * 4
    assert frame["published"][0] == dt.date(2025, 6, 13)
    assert frame["sources"][0][0]["role"] == "minister"


def test_polars_reads_the_parquet_file(parquet: Path) -> None:
    frame = pl.read_parquet(parquet)
    assert frame.schema["said"] == pl.Date
    counted = frame.explode("sources").unnest("sources").group_by("role").len()
    assert counted.rows() == [("minister", 4)]


def test_duckdb_reads_the_parquet_file_and_the_stream(parquet: Path, article: Article) -> None:
    with duckdb.connect() as database:
        found = database.execute(f"select count(*), max(said), max(len(spans)) from '{parquet}'").fetchall()
        assert found == [(4, dt.date(2025, 6, 13), 1)]
        database.register("quotes", arrow_reader([article], "quotes"))
        assert database.execute("select kind from quotes order by kind").fetchall() == [("name",), ("speech",)]


def test_no_more_articles_are_held_than_one_batch_needs(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "BATCH", 4)
    alive: list[weakref.ref[Article]] = []

    def many() -> Iterator[Article]:
        for _ in range(40):
            one = Article(text=article.text, blocks=article.blocks, links=article.links)
            alive.append(weakref.ref(one))
            yield one
            del one

    reader = arrow_reader(many(), "links")
    reader.read_next_batch()
    gc.collect()
    assert len(alive) <= 3
    assert sum(batch.num_rows for batch in reader) == 76


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for call in (lambda: to_arrow([], "claims"), lambda: write_parquet([], "claims", tmp_path / "x")):
        with pytest.raises(MissingExtraError, match=r'need pyarrow: pip install "articlekit\[arrow\]"'):
            call()


def test_importing_articlekit_does_not_import_pyarrow() -> None:
    code = "import sys, articlekit.serializers; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
