from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import attrs
import pytest

from articlekit.errors import SchemaError
from articlekit.models import Article, Block, Span
from articlekit.serializers import dump_lines, dumps, from_dict, load_lines, loads, to_dict
from articlekit.serializers.json import codec


def test_an_article_with_every_field_loads_as_the_same_article(article: Article) -> None:
    assert loads(dumps(article)) == article


def test_an_empty_article_is_its_version_and_its_text() -> None:
    assert dumps(Article(text="")) == '{"schema":"articlekit/2","text":""}'


def test_spans_are_lists_that_name_only_the_title(article: Article) -> None:
    first, second = to_dict(article)["claims"]
    assert first["spans"] == [[0, 20, "title"]]
    assert second["spans"] == [[95, 116]]


def test_the_minimal_form_leaves_out_the_text_at_spans(article: Article) -> None:
    data = to_dict(article)
    for item in (data["claims"][0], data["claims"][0]["cue"], data["quotes"][0]):
        assert "text" not in item
    assert [link.get("text") for link in data["links"]] == [None, "Storm closes port"]
    assert ("raw" in data["published"], "raw" in data["times"][0]) == (True, False)


def test_the_full_form_has_the_text_at_every_span(article: Article) -> None:
    data = to_dict(article, full=True)
    block, source, claim = data["blocks"][1], data["sources"][0], data["claims"][1]
    assert article.text.endswith(block["text"])
    assert source["mention_texts"] == ["Brandt", "minister Ilse Brandt", "she"]
    assert (claim["text"], claim["source_text"], claim["cue"]["text"]) == ("We 🚒 tested it twice,", "she", "told")
    assert data["times"][0]["raw"] == "Friday"


@pytest.mark.parametrize(
    ("holder", "number", "name", "value", "message"),
    [
        ("blocks", 1, "text", "We tested it.", "must be the text at `span`, "),
        ("sources", 0, "mention_texts", [], "must be the text at `mentions`, ['Brandt', 'minister Ilse Brandt', 'she']; got []"),
        ("claims", 1, "source_text", "he", "must be the text at `source_spans`, 'she'; got 'he'"),
        ("quotes", 1, "source_text", 7, "must be the text at `source_spans`, 'she'; got 7"),
    ],
)  # fmt: skip
def test_text_that_only_the_full_form_has_is_validated(
    article: Article, holder: str, number: int, name: str, value: object, message: str
) -> None:
    data = to_dict(article, full=True)
    data[holder][number][name] = value
    with pytest.raises(SchemaError, match=re.escape(f"{holder}[{number}].{name}: {message}")):
        from_dict(data)


def test_a_document_of_version_1_is_loaded_and_written_as_version_2() -> None:
    old = Path(__file__).with_name("versions").joinpath("articlekit-1.json").read_bytes()
    article = loads(old)
    before, after = json.loads(old), to_dict(article, full=True)
    assert (before["schema"], after["schema"]) == ("articlekit/1", "articlekit/2")
    assert after["title"] == before["title"]
    assert [claim["text"] for claim in after["claims"]] == [claim["text"] for claim in before["claims"]]


def test_references_are_ids(article: Article) -> None:
    claim = to_dict(article)["claims"][1]
    assert claim["sources"] == ["source-1"]
    assert claim["audience"] == ["source-2"]
    assert claim["links"] == ["link-1"]
    assert claim["quotes"] == ["quote-2"]
    assert to_dict(article)["quotes"][1]["sources"] == ["source-1"]


def test_dates_are_iso_8601_with_the_offset_that_was_written(article: Article) -> None:
    assert to_dict(article)["published"] == {
        "value": "2025-06-13T17:40+02:00",
        "earliest": "2025-06-13",
        "latest": "2025-06-13",
        "raw": "13 June, 17:40 CEST",
        "at": "2025-06-13T17:40:00+02:00",
    }


def test_required_fields_come_first_in_the_order_of_the_model(article: Article) -> None:
    names = [field.name for field in attrs.fields(Article)]
    assert list(to_dict(article)) == ["schema", *names]
    claim = to_dict(article)["claims"][0]
    assert list(claim) == [
        *("id", "spans", "form", "rule"),
        *("sources", "cue", "when", "negated", "hedged", "confidence"),
    ]


def test_fields_at_their_default_are_left_out(article: Article) -> None:
    assert list(to_dict(article)["links"][1]) == ["id", "href", "text", "kind"]
    assert list(to_dict(article)["sources"][1]) == ["id", "name", "kind", "named"]


def test_null_is_read_as_none() -> None:
    assert from_dict({"schema": "articlekit/2", "text": "", "title": None}) == Article(text="")


def test_an_integer_confidence_is_written_as_a_float(article: Article) -> None:
    integer = attrs.evolve(article, claims=(attrs.evolve(article.claims[0], confidence=0),))
    floating = attrs.evolve(article, claims=(attrs.evolve(article.claims[0], confidence=0.0),))
    assert integer == floating
    assert dumps(integer) == dumps(floating)


def test_text_is_unescaped_and_on_one_line_without_an_indent(article: Article) -> None:
    text = dumps(article)
    assert "🚒" in text
    assert "مرفأ" in text
    assert "\n" not in text
    assert dumps(article, indent=2).startswith('{\n  "schema": "articlekit/2",\n  "text": ')


@pytest.mark.parametrize("confidence", [0.0, 5e-324, 1e-7, 0.00012, 0.1 + 0.2, 1 / 3, 1.0])
def test_orjson_and_json_write_every_confidence_alike(article: Article, confidence: float) -> None:
    changed = attrs.evolve(article, claims=(attrs.evolve(article.claims[0], confidence=confidence),))
    fast = dumps(changed)
    with mock.patch.object(codec, "HAS_ORJSON", False):
        assert dumps(changed) == fast


def test_bytes_in_any_unicode_encoding_load(article: Article) -> None:
    text = dumps(article)
    assert loads(text.encode()) == loads(text.encode("utf-8-sig")) == loads(text.encode("utf-16")) == article


def test_cattrs_is_imported_with_the_first_article() -> None:
    code = "import sys, articlekit.serializers; sys.exit('cattrs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_many_threads_can_convert_their_first_article_at_once(article: Article) -> None:
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from articlekit.serializers import loads, dumps\n"
        "import sys\n"
        "text = sys.stdin.read()\n"
        "with ThreadPoolExecutor(8) as pool: texts = set(pool.map(lambda t: dumps(loads(t)), [text] * 16))\n"
        "sys.exit(texts != {text})"
    )
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], input=dumps(article).encode(), check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("wrong", [None, 3, {"text": ""}, bytearray(b"{}")])
def test_loads_takes_only_str_or_bytes(wrong: object) -> None:
    with pytest.raises(TypeError, match=f"text must be str or bytes, not {type(wrong).__name__}"):
        loads(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [None, "text", {"text": ""}, Span(0, 1)])
def test_dumps_takes_only_an_article(wrong: object) -> None:
    with pytest.raises(TypeError, match=f"to_dict takes an Article, not {type(wrong).__name__}"):
        dumps(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON: Expecting value at line 1, column 1"),
        ('{"schema":\n  oops}', "not JSON: Expecting value at line 2, column 3"),
        ('{"text": "a"', "not JSON: Expecting ',' delimiter at line 1, column 13"),
        (b"\xff{}", "not JSON: 'utf-8' codec can't decode byte 0xff"),
        (f'{{"text": {"1" * 5000}}}', "not JSON: Exceeds the limit"),
        ("[" * 200_000, "not a valid article: the JSON is nested too deeply"),
        ('{"a":' * 200_000, "not a valid article: the JSON is nested too deeply"),
        ("[]", r"an article must be a JSON object, not \[\]"),
        ("null", "an article must be a JSON object, not None"),
        ('{"text": ""}', "schema: missing; add the version, for example 'articlekit/2'"),
        ('{"schema": 1}', "schema: must be one of articlekit/1, articlekit/2; got 1"),
        ('{"schema": "articlekit/3"}', "schema: version 3 is newer than this library; it reads versions 1 to 2"),
        ('{"schema": "articlekit/0"}', "schema: must be one of articlekit/1, articlekit/2; got 'articlekit/0'"),
        ('{"schema": "articlekit"}', "schema: must be one of articlekit/1, articlekit/2; got 'articlekit'"),
    ],
)
def test_a_text_that_is_not_an_article_is_a_schema_error(text: str | bytes, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        loads(text)


def test_an_unpaired_surrogate_is_written_but_not_loaded() -> None:
    text = dumps(Article(text="a\ud800", blocks=(Block(kind="paragraph", span=Span(0, 2)),)))
    with pytest.raises(SchemaError, match="text: has an unpaired surrogate at index 1"):
        loads(text)
    with pytest.raises(SchemaError, match="text: has an unpaired surrogate at index 1"):
        loads(json.dumps({"schema": "articlekit/2", "text": "a\ud800"}))


def test_each_article_is_one_line_that_loads_again(article: Article) -> None:
    file = io.StringIO()
    assert dump_lines([article, Article(text="")], file) == 2
    assert file.getvalue().count("\n") == 2
    assert list(load_lines(io.StringIO(file.getvalue()))) == [article, Article(text="")]
    assert list(load_lines(io.BytesIO(file.getvalue().encode()))) == [article, Article(text="")]


def test_lines_can_have_the_full_form(article: Article) -> None:
    file = io.StringIO()
    dump_lines([article], file, full=True)
    assert file.getvalue() == dumps(article, full=True) + "\n"


def test_lines_are_read_one_at_a_time() -> None:
    def lines() -> Iterator[str]:
        yield dumps(Article(text=""))
        pytest.fail("the second line was read too early")

    assert next(load_lines(lines())) == Article(text="")


def test_empty_lines_are_skipped_and_an_error_has_its_line_number() -> None:
    lines = load_lines([dumps(Article(text="")), "\n", '{"schema": "articlekit/2", "text": 3}'])
    assert next(lines) == Article(text="")
    with pytest.raises(SchemaError, match="line 3: not a valid article:\ntext: must be a string"):
        next(lines)
