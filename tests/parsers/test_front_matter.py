from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.parsers.markdown.front_matter import split_front_matter

BODY = "It rained.\n"


def values(yaml: str) -> dict[str, tuple[str, ...]]:
    front = split_front_matter(f"---\n{yaml}\n---\n{BODY}")
    assert front.body == BODY
    assert front.problems == ()
    return front.values


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("title: Rain at last", {"title": ("Rain at last",)}),
        (
            "Title: 'Rain: at last'\nDATE: 2025-06-13 17:40",
            {"title": ("Rain: at last",), "date": ("2025-06-13 17:40",)},
        ),
        (
            "draft: no\nversion: 1.10\nwhen: 05/06/2025",
            {"draft": ("no",), "version": ("1.10",), "when": ("05/06/2025",)},
        ),
        ("tags: [harbour, strike]", {"tags": ("harbour", "strike")}),
        ("tags:\n- harbour\n- the strike", {"tags": ("harbour", "the strike")}),
        ("author:\n  name: Ada Quill\n  url: /ada", {"author.name": ("Ada Quill",), "author.url": ("/ada",)}),
        ("authors: [{name: Ada Quill}, {name: Tom Reed}]", {"authors": ("Ada Quill", "Tom Reed")}),
        ("authors: [{name: Ada Quill}, Tom Reed]", {"authors": ("Ada Quill", "Tom Reed")}),
        ("a: {b: {c: [[x], y]}}\nd: z", {"a.b.c": ("x", "y"), "d": ("z",)}),
        ("summary: >\n  Rain fell\n  on the pier.", {"summary": ("Rain fell on the pier.",)}),
        ("empty:\nnone: null\ntilde: ~\nword: 'null'", {"word": ("null",)}),
        ("# A comment\n\ntitle: Rain", {"title": ("Rain",)}),
        ("a: &name Ada Quill\nb: *name", {"a": ("Ada Quill",), "b": ("Ada Quill",)}),
    ],
)
def test_values_are_read_as_written(yaml: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert values(yaml) == expected


@pytest.mark.parametrize(("levels", "is_read"), [(20, True), (21, False)])
def test_front_matter_has_a_limited_depth(levels: int, is_read: bool) -> None:
    # The keys themselves are the first level.
    front = split_front_matter(f"---\na: {'[' * (levels - 1)}x{']' * (levels - 1)}\n---\n{BODY}")
    assert bool(front.values) is is_read


@pytest.mark.parametrize(("length", "is_read"), [(65_000, True), (66_000, False)])
def test_front_matter_has_a_limited_length(length: int, is_read: bool) -> None:
    assert bool(split_front_matter(f"---\ntitle: {'x' * length}\n---\n{BODY}").values) is is_read


def test_three_dots_also_end_front_matter() -> None:
    assert split_front_matter("---\ntitle: Rain\n...\nIt rained.").body == "It rained."


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "---\n\nIt rained.\n\n---\n\nAnd then: sun.",
        "---\ntitle: never closed\n\nIt rained.",
        "It rained.\n---\ntitle: Rain\n---\n",
        "---\n- a\n- b\n---\n",
        "----\ntitle: Rain\n---\n",
    ],
)
def test_text_without_front_matter_is_unchanged(text: str) -> None:
    assert split_front_matter(text) == split_front_matter("").__class__({}, text, ())


@pytest.mark.parametrize(
    "yaml",
    [
        "title: 'never closed",
        "title: Rain\nand prose under it",
        "title: rain\nTitle: Mayor: we lost",
        "title: {Rain\ndate: today",
        "a: " + "[" * 30_000,
        "a: " + "[" * 30 + "]" * 30,
        "a: &x [1, 2]\nb: *x",
        "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]",
        "a: b\n? [c]\n: d",
        "a: b\nc: \ud800",
    ],
)
def test_unreadable_front_matter_is_a_problem_and_stays_in_the_text(yaml: str) -> None:
    text = f"---\n{yaml}\n---\n{BODY}"
    front = split_front_matter(text)
    assert front.body == text
    assert front.values == {}
    assert [problem.code for problem in front.problems] == ["bad-structured-data"]


@given(st.text("ab-:[]{}&*#'\" \n", max_size=80))
def test_any_front_matter_leaves_the_rest_of_the_text_unchanged(yaml: str) -> None:
    text = f"---\nkey: {yaml}\n---\n{BODY}"
    front = split_front_matter(text)
    assert text.endswith(front.body)
    assert front.body.endswith(BODY)
