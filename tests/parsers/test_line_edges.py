"""Edges of the readers of one line: a case on each side of a limit or a condition."""

from __future__ import annotations

import pytest

from articlekit.parsers.lines.bylines import read_metadata_names
from articlekit.parsers.lines.captions import split_caption
from articlekit.parsers.lines.datelines import find_dateline
from articlekit.parsers.lines.names import without_job_title
from articlekit.parsers.lines.site_names import without_site_name


@pytest.mark.parametrize(
    ("name", "found"),
    [("Ada Quill Sports Writer", "Ada Quill"), ("AP Quill Sports Writer", "AP Quill Sports Writer")],
)
def test_a_job_title_stays_after_the_name_of_an_agency(name: str, found: str) -> None:
    assert without_job_title(name) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Harbour closed | Old Harbour Courier", "Harbour closed"),
        ("Harbour closed | Your Harbour Courier", "Harbour closed | Your Harbour Courier"),
        ("Harbour closed | Harbour Courier Magazine", "Harbour closed"),
        ("Harbour closed | Harbour Courier Magazines", "Harbour closed | Harbour Courier Magazines"),
    ],
)
def test_a_longer_spelling_of_the_sites_name_has_few_extra_letters(title: str, found: str) -> None:
    assert without_site_name(title, frozenset({"harbourcourier"})) == found


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("OSLO – The harbour closed.", "OSLO"),
        ("USA – The harbour closed.", None),
        ("ULM, Bavaria – The harbour closed.", "ULM, Bavaria"),
        ("LA, California – The harbour closed.", None),
    ],
)
def test_a_city_in_capitals_without_date_and_agency_has_four_letters_or_a_region(line: str, place: str | None) -> None:
    found = find_dateline(line)
    assert (found and found.place) == place


def test_a_couple_that_signs_with_first_names_is_two_writers() -> None:
    assert read_metadata_names("Ada and Tom") == ["Ada", "Tom"]
    assert read_metadata_names("Ada Quill and friends") == ["Ada Quill"]


@pytest.mark.parametrize(("line", "credit"), [("港口（张三丰摄）", "张三丰"), ("港口（本人提供）", "本人提供")])
def test_a_photographer_without_spaces_in_the_name_has_three_characters(line: str, credit: str) -> None:
    assert split_caption(line) == ("港口", credit)


@pytest.mark.parametrize(
    ("site", "found"),
    [
        ("Our Courier of Marrow Bay", "Harbour closed"),
        ("Our Courier of the Port of Marrow Bay", "Harbour closed | Our Courier of the Port of Marrow Bay"),
    ],
)
def test_another_spelling_of_the_sites_name_has_six_words_at_most(site: str, found: str) -> None:
    names = frozenset({"courierofmarrowbay", "courieroftheportofmarrowbay"})
    assert without_site_name(f"Harbour closed | {site}", names) == found
