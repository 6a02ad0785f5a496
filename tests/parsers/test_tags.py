"""The tags of a web page."""

from __future__ import annotations

import json

import pytest

import articlekit

STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>" * 3


def tags(*keywords: str, form: str = "meta") -> tuple[str, ...]:
    node = {"@type": "NewsArticle", "keywords": list(keywords)}
    heads = {
        "meta": f"<meta name=keywords content='{', '.join(keywords)}'>",
        "jsonld": f'<script type="application/ld+json">{json.dumps(node)}</script>',
    }
    page = f"<html><head>{heads[form]}</head><body><h1>Harbour closed for the winter</h1>{STORY}</body></html>"
    return articlekit.parse_html(page, attribute=False).tags


@pytest.mark.parametrize("separator", [",", ";", "|", " | ", "、"])
def test_a_list_of_tags_is_split_at_each_of_its_marks(separator: str) -> None:
    assert tags(separator.join(("harbour", "night ferry", "Marrow Bay"))) == ("harbour", "night ferry", "Marrow Bay")


def test_a_list_in_chinese_is_split_at_its_spaces_and_one_in_english_is_not() -> None:
    assert tags("港口 渡轮 冬季 停航") == ("港口", "渡轮", "冬季", "停航")
    assert tags("Marrow Bay Night Ferry") == ("Marrow Bay Night Ferry",)


@pytest.mark.parametrize(
    "word",
    [
        "0a1b2c3d-1111-4222-8333-445566778899", "200471135", "_rank_7", "@pier-list", "/article", "&quot", "desk@courier.example",
        "Slot:harbour/night", "true", "Harbour closed for the winter", "Harbour closed for the winter - Courier",
        "Boats and piers and fishermen and nets and lights and a wind that never stops at all",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["meta", "jsonld"])
def test_what_only_a_machine_reads_and_the_headline_are_not_tags(word: str, form: str) -> None:
    assert tags(word, "night ferry", form=form) == ("night ferry",)


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("#ferry", "ferry"),
        ("Category: News", "News"),
        ("NLP Category: Ports", "Ports"),
        ("topic/night ferry", "night ferry"),
        ("SU|night ferry", "night ferry"),
        ("Ada Quill PUBLIC_FIGURE PERSON", "Ada Quill"),
    ],
)
def test_a_tag_loses_what_a_content_system_puts_around_it(word: str, tag: str) -> None:
    assert tags(word) == (tag,)


@pytest.mark.parametrize("word", ["9/11", "2024", "M&A", "Art: Modern", "AC/DC", "20 km/h", "R.E.M.", "harbour closed"])
def test_a_tag_with_marks_or_figures_in_it_stays_as_it_is(word: str) -> None:
    assert tags(word) == (word,)


def test_labels_of_many_sorts_are_the_content_systems() -> None:
    words = ("Day: Friday", "Time: 11.00", "Words: 900", "Subject: Ports", "night ferry")
    assert tags(*words, form="jsonld") == ("Ports", "night ferry")
