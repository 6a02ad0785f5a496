"""The parse functions, seen from outside: what they accept, refuse and return."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import articlekit
from articlekit import Options

REPORT = "# Storm over Marrow Bay\n\nThe harbour closed on Sunday, the harbour office said."
PAGE = """<!DOCTYPE html>
<html><head><title>Storm</title></head><body><h1>Storm</h1>
<p>The harbour closed at noon, the harbour office said, and <a href=/news/pier>the old pier</a> did not see the evening.</p>
</body></html>"""


@pytest.mark.parametrize("raw", [None, 7, ["text"], bytearray(b"text"), Path("report.md")])
def test_input_other_than_str_or_bytes_is_a_type_error(raw: Any) -> None:
    with pytest.raises(TypeError, match=r"^raw must be str or bytes, not "):
        articlekit.parse(raw)


@pytest.mark.parametrize("raw", ["", b"", "   \n\t", "https://courier.example/storm", "reports/storm.md"])
def test_input_that_cannot_be_an_article_is_an_input_error(raw: str | bytes) -> None:
    with pytest.raises(articlekit.InputError):
        articlekit.parse(raw)


def test_more_than_the_limit_is_an_input_error_that_names_it() -> None:
    with pytest.raises(articlekit.InputError, match="10"):
        articlekit.parse("Rain fell. " * 5, options=Options(max_bytes=10))


def test_an_unknown_format_is_a_value_error_that_lists_the_formats() -> None:
    unknown: Any = "docx"
    with pytest.raises(ValueError, match=r"^format must be one of auto, html, markdown, text, .*; got 'docx'$"):
        articlekit.parse(REPORT, format=unknown)


@pytest.mark.parametrize("page", [PAGE, PAGE.removeprefix("<!DOCTYPE html>\n"), "<h1>Storm</h1><p>Rain fell.</p>"])
def test_an_html_page_is_detected(page: str) -> None:
    article = articlekit.parse(page)
    assert article == articlekit.parse_html(page) == articlekit.parse(page, format="html")
    assert "<" not in article.text


def test_the_url_of_a_page_completes_its_links_and_names_its_publisher() -> None:
    article = articlekit.parse_html(PAGE, url="https://www.courier.example/news/storm")
    assert [link.url for link in article.links] == ["https://www.courier.example/news/pier"]
    assert article.publisher == articlekit.Publisher(name=None, domain="courier.example")
    assert [link.url for link in articlekit.parse_html(PAGE).links] == [None]


def test_the_charset_option_wins_over_the_charset_of_the_page() -> None:
    page = PAGE.replace("<title>", "<meta charset=utf-8><title>").replace("Storm", "Ørsund")
    article = articlekit.parse_html(page.encode("latin-1"), options=Options(charset="iso-8859-1"))
    assert article.title == "Ørsund"
    assert article.problems == ()


def test_text_and_its_utf_8_bytes_give_the_same_article() -> None:
    assert articlekit.parse(REPORT.encode()) == articlekit.parse(REPORT)


def test_the_format_is_detected_unless_it_is_given() -> None:
    assert articlekit.parse(REPORT) == articlekit.parse_markdown(REPORT)
    assert articlekit.parse(REPORT, format="text") == articlekit.parse_text(REPORT)
    assert articlekit.parse_text(REPORT) != articlekit.parse_markdown(REPORT)


def test_attribute_adds_the_claims_that_were_left_out() -> None:
    bare = articlekit.parse(REPORT, attribute=False)
    assert bare.claims == ()
    assert bare.text
    assert articlekit.attribute(bare) == articlekit.parse(REPORT)


def test_url_and_options_reach_the_article() -> None:
    options = Options(language="en-GB", anchor=dt.date(2025, 6, 13))
    article = articlekit.parse(REPORT, url="https://www.courier.example/storm", options=options)
    assert article.url == "https://www.courier.example/storm"
    assert article.publisher is not None
    assert article.publisher.domain == "courier.example"
    assert article.language == "en-GB"
    assert [when.value for when in article.times] == ["2025-06-08"]


def test_bytes_that_do_not_decode_are_the_first_problem() -> None:
    article = articlekit.parse(
        "Fähre fällt aus, said the harbour office.".encode("latin-1"), options=Options(charset="utf-8")
    )
    assert article.problems[0].code in ("undecodable-bytes", "guessed-charset")
    assert "said the harbour office" in (article.title or "") + article.text


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("a.txt", "text"), ("a.eml", "text"), ("a.xhtml", "html")],
)
def test_the_suffix_of_a_file_decides_its_format(name: str, expected: Any, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(REPORT, encoding="utf-8")
    assert articlekit.parse_file(file) == articlekit.parse(REPORT, format=expected)


def test_an_unknown_suffix_leaves_the_format_to_the_content(tmp_path: Path) -> None:
    file = tmp_path / "report.dump"
    file.write_text(REPORT, encoding="utf-8")
    assert articlekit.parse_file(str(file)) == articlekit.parse(REPORT)


def test_a_given_format_wins_over_the_suffix(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    assert articlekit.parse_file(file, format="markdown") == articlekit.parse_markdown(REPORT)


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.md"
    with file.open("wb") as stream:
        stream.truncate(
            1 << 40
        )  # a hole of a terabyte, which takes no space on the disk and cannot be read into memory
    with pytest.raises(articlekit.InputError, match=r"huge\.md has 1099511627776 bytes, more than Options\.max_bytes"):
        articlekit.parse_file(file)


def test_a_missing_file_or_a_directory_raises_oserror(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        articlekit.parse_file(tmp_path / "none.md")
    with pytest.raises(IsADirectoryError):
        articlekit.parse_file(tmp_path)


@pytest.mark.parametrize(
    ("settings", "error", "named"),
    [
        ({"anchor": "2025-01-01"}, TypeError, "anchor"),
        ({"language": 5}, TypeError, "language"),
        ({"max_bytes": "5"}, TypeError, "max_bytes"),
        ({"max_bytes": 0}, ValueError, "max_bytes"),
        ({"rules": 5}, TypeError, "rules"),
    ],
)
def test_a_wrong_option_is_refused_by_name(settings: dict[str, Any], error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        articlekit.Options(**settings)


def test_an_anchor_with_a_time_of_day_is_its_day() -> None:
    assert articlekit.Options(anchor=dt.datetime(2025, 6, 13, 4)) == articlekit.Options(anchor=dt.date(2025, 6, 13))


@pytest.mark.parametrize("url", ["not a url", "javascript:alert(1)", "/a", "http://[bad"])
def test_a_url_that_is_not_an_absolute_http_url_is_an_input_error(url: str) -> None:
    with pytest.raises(articlekit.InputError, match=r"url must be an absolute http\(s\) URL; got '"):
        articlekit.parse("Rain fell in Tarn.", url=url)


def test_arguments_of_the_wrong_type_are_type_errors() -> None:
    with pytest.raises(TypeError, match="url must be str or None, not int"):
        articlekit.parse("Rain fell in Tarn.", url=5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"options must be articlekit\.Options, not NoneType"):
        articlekit.parse("Rain fell in Tarn.", options=None)  # type: ignore[arg-type]
