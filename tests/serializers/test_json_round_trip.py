from __future__ import annotations

import copy
import json
import pickle
from unittest import mock

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from strategies import articles

from articlekit.models import Article
from articlekit.serializers import dumps, from_dict, loads, to_dict
from articlekit.serializers.json import codec
from articlekit.serializers.json.schema import SCHEMA_FILES

# One example makes hundreds of choices, so forty are enough.
any_article = given(article=articles())
forty = settings(max_examples=40)


FORMS = pytest.mark.parametrize("full", [False, True], ids=["minimal", "full"])


@pytest.fixture(scope="module")
def validators() -> dict[bool, Draft202012Validator]:
    return {
        full: Draft202012Validator(json.loads(path.read_text(encoding="utf-8"))) for full, path in SCHEMA_FILES.items()
    }


@forty
@FORMS
@any_article
def test_a_dumped_article_loads_as_an_equal_article(article: Article, full: bool) -> None:
    assert loads(dumps(article, full=full)) == article
    assert loads(dumps(article, full=full, indent=2).encode()) == article


@forty
@FORMS
@any_article
def test_from_dict_leaves_its_argument_unchanged(article: Article, full: bool) -> None:
    data = to_dict(article, full=full)
    assert from_dict(data) == article
    assert data == json.loads(dumps(article, full=full))


@forty
@FORMS
@any_article
def test_every_dump_is_valid_in_the_schema_of_its_form(
    validators: dict[bool, Draft202012Validator], article: Article, full: bool
) -> None:
    validators[full].validate(json.loads(dumps(article, full=full)))


@forty
@any_article
def test_orjson_writes_the_same_bytes_as_json(article: Article) -> None:
    fast = dumps(article)
    with mock.patch.object(codec, "HAS_ORJSON", False):
        assert dumps(article) == fast
        assert loads(fast) == article


@forty
@any_article
def test_equal_articles_give_equal_text(article: Article) -> None:
    text = dumps(article)
    assert text == dumps(copy.deepcopy(article)) == dumps(loads(text))
    assert text.encode().decode() == text


@forty
@any_article
def test_references_to_one_id_are_one_object_after_loading(article: Article) -> None:
    loaded = loads(dumps(article))
    parts = {id(part) for part in (*loaded.sources, *loaded.links, *loaded.quotes)}
    for quote in loaded.quotes:
        assert parts.issuperset(map(id, quote.sources))
    for claim in loaded.claims:
        assert parts.issuperset(map(id, (*claim.sources, *claim.audience, *claim.links, *claim.quotes)))


@forty
@any_article
def test_an_article_survives_pickling_and_deep_copies(article: Article) -> None:
    for copied in (pickle.loads(pickle.dumps(article)), copy.deepcopy(article)):
        assert copied == article
        assert hash(copied) == hash(article)
