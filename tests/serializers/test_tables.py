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
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve
from hypothesis import given, settings
from strategies import articles

from articlekit.errors import MissingExtraError
from articlekit.models import Article, Link, Span, When, slice_text
from articlekit.serializers import arrow_reader, to_arrow, to_rows, write_csv, write_parquet
from articlekit.serializers.tables import COLUMNS, Table, arrow, arrow_schema

TABLES = pytest.mark.parametrize("table", COLUMNS)


def test_each_claim_is_a_row_with_source_cue_date_and_audience(article: Article) -> None:
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


def test_every_row_identifies_its_article(article: Article) -> None:
    for table in COLUMNS:
        for row in to_rows(article, table):
            assert row["url"] == "https://marrowbay.example/ferry"
            assert row["publisher"] == "The Harbour Courier"
            assert (row["published"], row["published_value"]) == (dt.date(2025, 6, 13), "2025-06-13T17:40+02:00")


def test_a_source_is_a_row_with_its_mentions_and_counts(article: Article) -> None:
    brandt, paper = to_rows(article, "sources")
    assert brandt["mention_texts"] == ["Brandt", "minister Ilse Brandt", "she"]
    assert (brandt["claim_count"], brandt["quote_count"], paper["claim_count"]) == (2, 1, 0)


def test_rows_of_an_article_without_a_url_can_be_joined(article: Article) -> None:
    first, second = evolve(article, url=None), evolve(article, url=None, title="Another")
    named = [{row["article"] for table in COLUMNS for row in to_rows(one, table)} for one in (first, second)]
    assert [len(names) for names in named] == [1, 1]
    assert named[0] != named[1]


def published(at: dt.datetime | None) -> dict[str, Any]:
    """Return the row of a link in an article that was published at a time in June 2025."""
    when = When(value="2025-06", earliest=dt.date(2025, 6, 1), latest=dt.date(2025, 6, 30), at=at, raw="June")
    link = Link(id="link-1", href="#", text="Storm", kind="related")
    return to_rows(Article(text="", published=when, links=(link,)), "links")[0]


def test_a_date_has_first_and_last_day_and_time_in_utc() -> None:
    east = dt.timezone(dt.timedelta(hours=2))
    row = published(dt.datetime(2025, 6, 13, 17, 40, tzinfo=east))
    assert (row["published"], row["published_last"]) == (dt.date(2025, 6, 1), dt.date(2025, 6, 30))
    assert row["published_at"] == dt.datetime(2025, 6, 13, 15, 40, tzinfo=dt.UTC)
    assert row["published_at"].tzinfo is dt.UTC


@pytest.mark.parametrize(
    "at",
    [None, dt.datetime(2025, 6, 13, 17, 40), dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))],
)
def test_a_time_without_a_utc_equivalent_is_only_in_the_value(at: dt.datetime | None) -> None:
    assert published(at)["published_at"] is None


def test_a_link_outside_the_text_has_no_spans(article: Article) -> None:
    tested, related = to_rows(article, "links")
    assert (tested["target"], len(tested["spans"])) == ("https://marrowbay.example/test", 1)
    assert (related["target"], related["spans"]) == (None, [])


def texts_of(row: dict[str, Any], table: Table) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the texts in a row, each with its spans."""
    if table == "sources":
        return [(text, [span]) for text, span in zip(row["mention_texts"], row["mentions"], strict=True)]
    if table == "links":
        return [(row["text"], row["spans"])] if row["spans"] else []
    columns = [("text", "spans"), ("source_text", "source_spans"), ("cue", "cue_spans")]
    return [(row[text] or "", row[spans]) for text, spans in columns]


@settings(max_examples=40)
@TABLES
@given(article=articles())
def test_every_row_fits_the_schema_and_its_texts_match_their_spans(table: Table, article: Article) -> None:
    rows = to_rows(article, table)
    assert to_arrow([article], table).to_pylist() == rows
    items = getattr(article, table)
    assert len(rows) == len(items)
    for row, item in zip(rows, items, strict=True):
        assert list(row) == [column.name for column in COLUMNS[table]]
        for text, spans in texts_of(row, table):
            assert text == slice_text(article, [Span(**span) for span in spans])
        assert item.id == row[table[:-1]]


def test_an_unknown_table_is_rejected(article: Article) -> None:
    with pytest.raises(ValueError, match="table must be one of claims, quotes, links, sources; got 'people'"):
        to_rows(article, "people")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="; got 'people'"):
        arrow_schema("people")  # type: ignore[arg-type]


def as_cell(value: object) -> str:
    """Return the CSV cell for a value that is not a list or a number."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)


@settings(max_examples=40)
@TABLES
@given(article=articles())
def test_csv_has_the_same_rows(article: Article, table: Table) -> None:
    file = io.StringIO(newline="")
    assert write_csv([article, article], table, file) == 2 * len(getattr(article, table))
    file.seek(0)
    rows = list(csv.DictReader(file, strict=True))
    expected = to_rows(article, table) * 2
    for row, values in zip(rows, expected, strict=True):
        for name, value in values.items():
            if isinstance(value, list | bool | int | float):
                assert json.loads(row[name]) == value
            else:
                assert row[name] == as_cell(value)


def test_a_table_without_rows_has_a_header() -> None:
    file = io.StringIO(newline="")
    assert write_csv([], "links", file) == 0
    assert file.getvalue() == ",".join(column.name for column in COLUMNS["links"]) + "\r\n"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_formula_gets_an_apostrophe_on_request(sign: str) -> None:
    texts = [f"{sign}1+1", f"'{sign}1", f"1{sign}1", "'tis", ""]
    links = tuple(Link(id=f"link-{n}", href="#", text=text, kind="related") for n, text in enumerate(texts))

    def written(*, for_spreadsheet: bool) -> list[str]:
        file = io.StringIO(newline="")
        write_csv([Article(text="", links=links)], "links", file, for_spreadsheet=for_spreadsheet)
        file.seek(0)
        return [row["text"] for row in csv.DictReader(file)]

    assert written(for_spreadsheet=False) == texts
    assert written(for_spreadsheet=True) == [f"'{sign}1+1", f"''{sign}1", *texts[2:]]


def test_the_arrow_schema_is_fixed_and_has_the_meaning_of_columns() -> None:
    schema = arrow_schema("claims")
    assert schema.field("published").type == pa.date32()
    assert schema.field("published_at").type == pa.timestamp("us", tz="UTC")
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
    assert frame["published_at"][0] == pd.Timestamp("2025-06-13T15:40Z")
    assert frame["sources"][0][0]["role"] == "minister"


def test_polars_reads_the_parquet_file(parquet: Path) -> None:
    frame = pl.read_parquet(parquet)
    assert frame.schema["said"] == pl.Date
    assert frame.schema["published_at"] == pl.Datetime("us", "UTC")
    counted = frame.explode("sources").unnest("sources").group_by("role").len()
    assert counted.rows() == [("minister", 4)]


def test_duckdb_reads_the_parquet_file_and_the_reader(parquet: Path, article: Article) -> None:
    with duckdb.connect() as database:
        found = database.execute(f"select count(*), max(said), max(len(spans)) from '{parquet}'").fetchall()
        assert found == [(4, dt.date(2025, 6, 13), 1)]
        zoned = f"select distinct epoch(published_at) from '{parquet}'"
        assert database.execute(zoned).fetchall() == [(dt.datetime(2025, 6, 13, 15, 40, tzinfo=dt.UTC).timestamp(),)]
        database.register("quotes", arrow_reader([article], "quotes"))
        assert database.execute("select kind from quotes order by kind").fetchall() == [("name",), ("speech",)]


class Stream:
    """A stream of articles of two links each that counts how many are in memory."""

    def __init__(self, article: Article, count: int) -> None:
        self._article, self._count = article, count
        self.made: list[weakref.ref[Article]] = []
        self.most_alive = 0

    def __iter__(self) -> Iterator[Article]:
        for number in range(self._count):
            one = evolve(self._article, url=f"https://marrowbay.example/{number}")
            self.made.append(weakref.ref(one))
            gc.collect()
            self.most_alive = max(self.most_alive, sum(ref() is not None for ref in self.made))
            yield one
            del one


@pytest.mark.slow
def test_a_reader_takes_only_the_articles_of_one_batch(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "BATCH_ROWS", 4)
    stream = Stream(article, 40)
    reader = arrow_reader(stream, "links")
    assert stream.made == []
    reader.read_next_batch()
    assert len(stream.made) <= 3
    assert sum(batch.num_rows for batch in reader) == 76


@pytest.mark.slow
def test_csv_and_parquet_keep_few_articles_in_memory(
    article: Article, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(arrow, "BATCH_ROWS", 4)
    to_csv, to_parquet = Stream(article, 40), Stream(article, 40)
    assert write_csv(to_csv, "links", io.StringIO(newline="")) == 80
    assert write_parquet(to_parquet, "links", tmp_path / "links.parquet") == 80
    assert max(to_csv.most_alive, to_parquet.most_alive) <= 3


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for call in (lambda: to_arrow([], "claims"), lambda: write_parquet([], "claims", tmp_path / "x")):
        with pytest.raises(MissingExtraError, match=r'need pyarrow: pip install "articlekit\[arrow\]"'):
            call()


def test_importing_articlekit_does_not_import_pyarrow() -> None:
    code = "import sys, articlekit.serializers; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
