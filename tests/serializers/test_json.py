from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from unittest import mock

import attrs
import pytest

from articlekit.errors import SchemaError
from articlekit.models import Article, Block, Span
from articlekit.serializers import codec, dumps, from_dict, loads, to_dict


def test_an_article_with_every_field_loads_as_the_same_article(article: Article) -> None:
    assert loads(dumps(article)) == article


def test_an_empty_article_is_its_version_and_its_text() -> None:
    assert dumps(Article(text="")) == '{"schema":"articlekit/2","text":""}'


def test_spans_are_lists_that_name_only_the_title(article: Article) -> None:
    first, second = to_dict(article)["claims"]
    assert first["spans"] == [[0, 20, "title"]]
    assert second["spans"] == [[95, 116]]


def test_the_minimal_form_leaves_out_the_words_that_stand_at_spans(article: Article) -> None:
    data = to_dict(article)
    for item in (data["claims"][0], data["claims"][0]["cue"], data["quotes"][0]):
        assert "text" not in item
    assert [link.get("text") for link in data["links"]] == [None, "Storm closes port"]
    assert ("raw" in data["published"], "raw" in data["times"][0]) == (True, False)


def test_the_full_form_repeats_the_words_beside_every_span(article: Article) -> None:
    data = to_dict(article, full=True)
    block, source, claim = data["blocks"][1], data["sources"][0], data["claims"][1]
    assert article.text.endswith(block["text"])
    assert source["mention_texts"] == ["Brandt", "minister Ilse Brandt", "she"]
    assert (claim["text"], claim["source_text"], claim["cue"]["text"]) == ("We 🚒 tested it twice,", "she", "told")
    assert data["times"][0]["raw"] == "Friday"


@pytest.mark.parametrize(
    ("holder", "number", "words", "value", "stands"),
    [
        ("blocks", 1, "text", "We tested it.", None),
        ("sources", 0, "mention_texts", ["Brandt"], "['Brandt', 'minister Ilse Brandt', 'she']"),
        ("claims", 1, "source_text", "he", "'she'"),
        ("quotes", 1, "source_text", 7, "'she'"),
    ],
)
def test_words_that_only_the_full_form_has_are_checked(
    article: Article, holder: str, number: int, words: str, value: object, stands: str | None
) -> None:
    data = to_dict(article, full=True)
    data[holder][number][words] = value
    path = re.escape(f"{holder}[{number}].{words}: {value!r} is not what stands there: {stands or ''}")
    with pytest.raises(SchemaError, match=path):
        from_dict(data)


def test_a_document_of_the_first_version_loads_and_is_written_as_one_of_the_newest() -> None:
    old = Path(__file__).with_name("versions").joinpath("articlekit-1.json").read_bytes()
    article = loads(old)
    was, now = json.loads(old), to_dict(article, full=True)
    assert (was["schema"], now["schema"]) == ("articlekit/1", "articlekit/2")
    assert now["title"] == was["title"]
    assert [claim["text"] for claim in now["claims"]] == [claim["text"] for claim in was["claims"]]


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


def test_fields_that_are_always_written_come_before_the_others_each_in_the_order_of_the_model(article: Article) -> None:
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


def test_a_whole_confidence_is_written_as_the_number_that_it_equals(article: Article) -> None:
    whole = attrs.evolve(article, claims=(attrs.evolve(article.claims[0], confidence=0),))
    broken = attrs.evolve(article, claims=(attrs.evolve(article.claims[0], confidence=0.0),))
    assert whole == broken
    assert dumps(whole) == dumps(broken)


def test_text_is_written_as_it_is_and_on_one_line_unless_an_indent_is_asked_for(article: Article) -> None:
    text = dumps(article)
    assert "🚒" in text
    assert "مرفأ" in text
    assert "\n" not in text
    assert dumps(article, indent=2).startswith('{\n  "schema": "articlekit/2",\n  "text": ')


@pytest.mark.parametrize("confidence", [0.0, 5e-324, 1e-7, 0.00012, 0.1 + 0.2, 1 / 3, 1.0])
def test_orjson_writes_every_confidence_as_json_does(article: Article, confidence: float) -> None:
    sure = attrs.evolve(article, claims=(attrs.evolve(article.claims[0], confidence=confidence),))
    fast = dumps(sure)
    with mock.patch.object(codec, "INSTALLED", False):
        assert dumps(sure) == fast


def test_bytes_load_as_their_text_does(article: Article) -> None:
    text = dumps(article)
    assert loads(text.encode()) == loads(text.encode("utf-8-sig")) == loads(text.encode("utf-16")) == article


def test_cattrs_waits_for_the_first_article() -> None:
    code = "import sys, articlekit.serializers; sys.exit('cattrs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_many_threads_that_dump_first_make_one_converter(article: Article) -> None:
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
def test_loads_takes_text_or_bytes_and_nothing_else(wrong: object) -> None:
    with pytest.raises(TypeError, match=f"loads takes str or bytes, not {type(wrong).__name__}"):
        loads(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [None, "text", {"text": ""}, Span(0, 1)])
def test_dumps_takes_an_article_and_nothing_else(wrong: object) -> None:
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
        ("[" * 200_000, "not an article: the JSON is nested too deep"),
        ('{"a":' * 200_000, "not an article: the JSON is nested too deep"),
        ("[]", r"an article is a JSON object, not \[\]"),
        ("null", "an article is a JSON object, not None"),
        ('{"text": ""}', "schema: missing; this version of articlekit reads 'articlekit/1', 'articlekit/2'"),
        ('{"schema": 1}', "schema: 1 is not read; this version of articlekit reads 'articlekit/1', 'articlekit/2'"),
        ('{"schema": "articlekit/3"}', "schema: 'articlekit/3' is not read; .* reads 'articlekit/1', 'articlekit/2'"),
    ],
)
def test_what_is_no_article_at_all_is_a_schema_error(text: str | bytes, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        loads(text)


def test_half_a_surrogate_pair_is_dumped_without_an_error_and_refused_on_loading() -> None:
    text = dumps(Article(text="a\ud800", blocks=(Block(kind="paragraph", span=Span(0, 2)),)))
    with pytest.raises(SchemaError, match="text: holds half a surrogate pair at 1"):
        loads(text)
    with pytest.raises(SchemaError, match="text: holds half a surrogate pair at 1"):
        loads(json.dumps({"schema": "articlekit/2", "text": "a\ud800"}))
