from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from articlekit.errors import SchemaError
from articlekit.models import Article
from articlekit.serializers import dump_lines, dumps, load_lines


def test_each_article_is_one_line_and_comes_back(article: Article) -> None:
    file = io.StringIO()
    assert dump_lines([article, Article(text="")], file) == 2
    assert file.getvalue().count("\n") == 2
    assert list(load_lines(io.StringIO(file.getvalue()))) == [article, Article(text="")]
    assert list(load_lines(io.BytesIO(file.getvalue().encode()))) == [article, Article(text="")]


def test_the_full_form_is_written_on_request(article: Article) -> None:
    file = io.StringIO()
    dump_lines([article], file, full=True)
    assert file.getvalue() == dumps(article, full=True) + "\n"


def test_no_more_is_read_than_what_is_asked_for() -> None:
    def lines() -> Iterator[str]:
        yield dumps(Article(text=""))
        pytest.fail("the second line was read before it was asked for")

    assert next(load_lines(lines())) == Article(text="")


def test_empty_lines_are_passed_over_and_the_number_of_a_wrong_line_is_told() -> None:
    lines = load_lines([dumps(Article(text="")), "\n", '{"schema": "articlekit/2", "text": 3}'])
    assert next(lines) == Article(text="")
    with pytest.raises(SchemaError, match="line 3: not an article as the schema has it:\ntext: must be a string"):
        next(lines)
