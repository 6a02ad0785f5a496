"""Pages that would take the parser quadratic time are cut down before it sees them."""

from __future__ import annotations

import pytest

from articlekit import parse_html
from articlekit.models import Problem
from articlekit.parsers.html.dom.nesting import MAX_DEPTH, MAX_OPEN_FORMATS
from articlekit.parsers.html.dom.sanitize import MAX_OPTIONS, MAX_TAG_CHARS, sanitize

STORY = "<p>The harbour of Marrow Bay was closed on Friday, and nobody knows for how long it will be.</p>"


def fenced(page: str) -> tuple[str, tuple[Problem, ...]]:
    left, problems = sanitize(page.encode(), page.count("<"))
    return left.decode(), problems


@pytest.mark.parametrize("tag", ["div", "span", "ul", "blockquote", "aside", "custom-box"])
def test_tags_that_are_too_deep_are_removed_and_their_words_stay(tag: str) -> None:
    article = parse_html(f"<{tag}>" * 12_000 + STORY, attribute=False)
    assert "The harbour of Marrow Bay" in article.text
    assert "too-deep" in [problem.code for problem in article.problems]


def test_a_page_as_deep_as_browsers_read_passes_unchanged() -> None:
    page = "<div>" * (MAX_DEPTH - 1) + STORY + "</div>" * (MAX_DEPTH - 1) + "<b>x</b>" * 12_000
    assert fenced(page) == (page, ())


def test_many_tags_side_by_side_are_not_deep() -> None:
    page = "<ul>" + "<li>Pier 4 is shut" * 12_000 + "</ul>" + "<img src=pier.jpg>" * 12_000 + STORY
    assert fenced(page) == (page, ())


def test_depth_is_counted_again_after_what_was_closed() -> None:
    page = "<img src=pier.jpg>" * 12_000 + ("<div>" * 400 + "</div>" * 400) * 10 + STORY
    assert fenced(page) == (page, ())


def test_the_words_after_a_deep_drawing_stay() -> None:
    page = "<svg>" + "<path d='M0 0'/>" * 12_000 + "</svg>" + STORY
    assert parse_html(page, attribute=False).text.startswith("The harbour")


def test_a_long_list_of_options_leaves_the_page_without_its_tags() -> None:
    options = "<select>" + "<option>Pier" * (12 * MAX_OPTIONS) + "</select>"
    text, problems = fenced(options + STORY)
    assert "<option" not in text
    assert not problems
    assert parse_html(options + STORY, attribute=False).text.startswith("The harbour")


@pytest.mark.parametrize(
    "opened",
    [
        "<div></b>",
        "<div><!--</div>-->",
        '<div title="</div>">',
        "<div/>",
        "<div><script></div></script>",
        "<li><dd>",
        "<div><?<title/>",
        "<div><object></div></object>",
        "<svg><tr>",
        "<math><option>",
        "<div><svg><script></div></script>",
    ],
)
def test_what_only_looks_like_an_end_ends_nothing(opened: str) -> None:
    assert "too-deep" in [problem.code for problem in fenced(opened * 12_000 + STORY)[1]]


def test_open_formatting_elements_are_not_reopened_without_end() -> None:
    fonts = "".join(f"<font size={size}>" for size in range(400))
    text, problems = fenced(fonts + "<p>Pier" * 2000 + STORY)
    assert text.count("<font") <= MAX_OPEN_FORMATS
    assert problems


def test_formatting_that_is_closed_stays() -> None:
    page = "<p><i class=pier>4</i> and <b class=pier>5</b></p>" * 2000 + STORY
    assert fenced(page) == (page, ())


def test_icons_do_not_count_as_open_formatting() -> None:
    page = "<p>The pier<!-- 4 --> is shut<i class='icon wave' aria-hidden=\"true\"></i> <b id=pier></b></p>" * 400
    assert "<!--" in fenced(page.replace(" <b id=pier></b>", "") + STORY)[0]
    assert "<!--" not in fenced(page + STORY)[0]  # read tag by tag: nobody can tell at a glance that these are closed


def test_a_tag_with_thousands_of_attributes_keeps_its_name_only() -> None:
    attributes = " ".join(f"a{number}=x" for number in range(MAX_TAG_CHARS))
    text, problems = fenced(f"<p {attributes}>The harbour closed.</p>")
    assert text == "<p>The harbour closed.</p>"
    assert problems


def test_an_image_in_a_data_address_is_not_a_flood() -> None:
    page = '<img src="data:image/png;base64,' + "iVBOR w0KG > " * 4000 + '">' + STORY
    assert fenced(page) == (page, ())


def test_a_long_script_is_not_a_long_tag() -> None:
    page = "<script>" + "var pier = 4; " * 5000 + "</script>" + STORY
    assert fenced(page) == (page, ())
