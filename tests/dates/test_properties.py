"""Properties that hold for any text: nothing raises, spans match their words, and today's date is never read."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit.dates
from articlekit.dates import find_times, is_ambiguous_date, parse_date
from articlekit.models import When

WORDS = (
    "on in at over since until by will met said the a last next this past early late mid- ago later earlier before after"
    " Friday Sunday Sat. Mon June Jun. May march 13 13th 7-8 2025 1990s 1999 31 24/7 03/02/2024 13.06.2025 2025-06-13"
    " 2025-06-13T17:40Z 17:40 5:40 p.m. EDT ET BST weekend week month year day days two yesterday tonight night quarter"
    " of to and first Q1 0001-01-01 , . ; – \n\n \u00a0 ( ) “ ” \ud800 \u0663 0 99"
).split(" ")
ANCHORS = st.none() | st.dates()
LANGUAGES = st.sampled_from([None, "en", "en-US", "en-GB", "de", "", "x-"])
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def check(when: When) -> None:
    """Check what holds for every When."""
    assert when.earliest <= when.latest
    if when.at is not None:
        assert when.earliest <= when.at.date() <= when.latest


@given(TEXTS, ANCHORS, LANGUAGES)
def test_spans_of_any_text_are_sorted_disjoint_and_hold_their_words(
    text: str, anchor: dt.date | None, language: str | None
) -> None:
    times = find_times(text, anchor=anchor, language=language)
    end = 0
    for when in times.resolved:
        check(when)
        assert when.span is not None
        assert end <= when.span.start < when.span.end <= len(text)
        assert when.raw == text[when.span.start : when.span.end] == when.raw.strip()
        end = when.span.end
    assert times == find_times(text, anchor=anchor, language=language)
    if anchor is not None:
        assert times.unresolved == ()


@given(TEXTS, ANCHORS, LANGUAGES)
def test_any_string_parses_to_a_date_or_none(text: str, anchor: dt.date | None, language: str | None) -> None:
    when = parse_date(text, language=language, anchor=anchor)
    if when is not None:
        check(when)
        assert when.raw == text
        assert not is_ambiguous_date(text, language=language)


@given(st.datetimes(dt.datetime(1500, 1, 1), dt.datetime(2100, 12, 31)), st.integers(-14 * 60, 14 * 60))
def test_an_iso_moment_round_trips(moment: dt.datetime, offset: int) -> None:
    moment = moment.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=offset)))
    when = parse_date(moment.isoformat())
    assert when is not None
    assert (when.value, when.at, when.earliest) == (moment.isoformat(), moment, moment.date())


@given(st.dates(dt.date(1500, 1, 1), dt.date(2100, 12, 31)), st.sampled_from(["%B %d, %Y", "%d %b %Y", "%A, %d %B %Y"]))
def test_a_written_date_round_trips(date: dt.date, form: str) -> None:
    when = parse_date(date.strftime(form))
    assert when is not None
    assert (when.value, when.earliest, when.latest) == (date.isoformat(), date, date)


@given(st.dates(dt.date(2, 1, 1), dt.date(9998, 12, 31)))
def test_a_bare_weekday_is_in_the_week_up_to_the_anchor(anchor: dt.date) -> None:
    (when,) = find_times("It rained on Sunday.", anchor=anchor).resolved
    assert dt.timedelta() <= anchor - when.earliest < dt.timedelta(days=7)
    assert when.earliest.weekday() == 6


@pytest.mark.parametrize(
    "text", ["1" * 200_000, "Friday " * 20_000, "the last " * 20_000, " " * 200_000, "1/1/" * 50_000]
)
def test_long_repetitions_are_read_in_linear_time(text: str) -> None:
    times = find_times(text, anchor=dt.date(2025, 6, 13))
    assert len(times.resolved) in (0, 20_000)


def clock_readers(source: str) -> list[str]:
    """Return the names in ``source`` that read the current time."""
    names = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    return sorted(names & {"today", "now", "utcnow", "localtime", "gmtime", "time_ns", "fromtimestamp"})


def test_no_module_reads_the_current_time() -> None:
    assert clock_readers("import datetime as dt\nday = dt.date.today()") == ["today"]
    root = Path(articlekit.dates.__file__).parent
    sources = {path.name: clock_readers(path.read_text(encoding="utf-8")) for path in root.rglob("*.py")}
    assert sources
    assert not any(sources.values()), sources
