from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from articlekit.serializers.places import MOST, Places


@given(st.text("ab \n", max_size=80), st.text("ab ", max_size=24))
def test_words_are_found_where_they_stand_once_and_only_there(text: str, words: str) -> None:
    letters, looked_for = "".join(text.split()), "".join(words.split())
    places = [i for i in range(len(letters)) if looked_for and letters.startswith(looked_for, i)]
    found = Places(text, "code-points").find("", words, "")
    assert (found is not None) == (len(places) == 1)
    if found:
        assert "".join(text[found[0] : found[1]].split()) == looked_for


@given(st.text("abc🚒 ", min_size=30, max_size=60), st.integers(0, 29), st.integers(1, 30))
def test_units_of_utf_16_are_counted_as_they_are_encoded(text: str, start: int, size: int) -> None:
    end = min(start + size, len(text))
    first, last = Places(text, "utf-16").counted(start, end)
    assert text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == text[start:end]


def test_a_text_that_repeats_itself_without_end_is_given_up_soon() -> None:
    places = Places("the minister said that " * 50_000 + "it rained.", "code-points")
    begun = time.process_time()
    assert places.find("", "the minister said that it rained.", "") is None
    assert all(places.find("", "the minister said that it snowed.", "") is None for _ in range(100))
    assert time.process_time() - begun < 5
    assert MOST < 50_000
