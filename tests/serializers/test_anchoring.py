from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.models import Article, Block, Span
from articlekit.serializers.anchoring import MAX_CANDIDATES, SpanContext, TextIndex


@given(st.text("ab \n", max_size=80), st.text("ab ", max_size=24))
def test_words_are_found_only_if_they_occur_once(text: str, words: str) -> None:
    letters, looked_for = "".join(text.split()), "".join(words.split())
    starts = [i for i in range(len(letters)) if looked_for and letters.startswith(looked_for, i)]
    found = TextIndex(text, "code-points").find("", words, "")
    assert (found is not None) == (len(starts) == 1)
    if found:
        assert "".join(text[found[0] : found[1]].split()) == looked_for


@given(st.text("abc🚒 ", min_size=30, max_size=60), st.integers(0, 29), st.integers(1, 30))
def test_utf_16_units_count_surrogate_pairs_as_two(text: str, start: int, size: int) -> None:
    end = min(start + size, len(text))
    first, last = TextIndex(text, "utf-16").in_units(start, end)
    assert text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == text[start:end]


def test_searching_a_repetitive_text_takes_limited_time() -> None:
    index = TextIndex("the minister said that " * 50_000 + "it rained.", "code-points")
    started = time.process_time()
    assert index.find("", "the minister said that it rained.", "") is None
    assert all(index.find("", "the minister said that it snowed.", "") is None for _ in range(100))
    assert time.process_time() - started < 5
    assert MAX_CANDIDATES < 50_000


@pytest.mark.parametrize(
    ("max_chars", "before", "after"),
    [(3, "", ""), (4, "two ", ""), (5, "two ", " four"), (8, "one two ", " four"), (9, "one two ", " four six")],
)
def test_the_context_of_a_span_has_whole_words_only(max_chars: int, before: str, after: str) -> None:
    text = "one two THREE four six"
    context = SpanContext(Article(text=text, blocks=(Block(kind="paragraph", span=Span(0, len(text))),)))
    assert context.around(Span(8, 13), max_chars) == (before, after)
