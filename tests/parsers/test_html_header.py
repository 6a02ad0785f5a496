"""The headline of a page, and the lines above and below it."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, OTHER, PARAGRAPHS, STORY, body, lines, read

OG = f'<meta property=og:title content="{HEADLINE}">'


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "h5"])
def test_a_heading_of_any_level_is_the_headline_if_the_metadata_has_it(tag: str) -> None:
    story = f"<div>{OTHER}</div><div class=article-body>{STORY}</div>"
    page = f"<article><hgroup><{tag}>{HEADLINE}</{tag}></hgroup>{story}</article>"
    assert tuple(body(page, head=OG)) == (OTHER, *PARAGRAPHS)


def test_a_heading_that_is_not_the_headline_does_not_hide_it() -> None:
    story = f"<div>{OTHER}</div><div class=article-body>{STORY}</div>"
    page = f"<div><h1>News of the harbour</h1></div><article><div><h2>{HEADLINE}</h2></div>{story}</article>"
    assert tuple(body(page, head=OG)) == (OTHER, *PARAGRAPHS)


def test_a_repeated_headline_does_not_hide_the_standfirst() -> None:
    story = f"<div><h3>{HEADLINE}</h3></div><div class=article-body>{STORY}</div>"
    page = f"<article><div><h1>{HEADLINE}</h1><p>{OTHER}</p></div>{story}</article>"
    assert tuple(body(page, head=OG)) == (OTHER, *PARAGRAPHS)


@pytest.mark.parametrize("name", ["x7", "label", "category", "topic"])
def test_a_label_above_the_headline_does_not_hide_the_standfirst(name: str) -> None:
    dek = "<h2 class=dek>The island can live without it, says one who has lived there for longer than the pier.</h2>"
    article = read(f"<article><div class={name}>Opinion</div><h1>{HEADLINE}</h1>{dek}{STORY}</article>")
    assert tuple(lines(article)[1:]) == PARAGRAPHS
    assert article.blocks[0].kind == "standfirst"
    assert article.summary is not None
    assert article.summary.startswith("The island can live without it")


def test_a_named_standfirst_is_found_behind_a_label() -> None:
    page = f"<article><h1>{HEADLINE}</h1><div>Harbour news</div><div class=lead>{OTHER}</div>{STORY}</article>"
    assert read(page).summary == OTHER


@pytest.mark.parametrize(
    "standfirst",
    [
        "<h2 class=subtitle>12개 노선 폐지, 8개 신설…배차 간격 단축</h2>",
        "<div class=subheadline>Board picks a fixed span</div>",
        "<p class=dek>老码头的九根桩子里有两根已经腐烂</p>",
    ],
)
def test_a_short_standfirst_is_found_by_name_or_in_dense_scripts(standfirst: str) -> None:
    article = read(f"<div class=top><h1>{HEADLINE}</h1>{standfirst}</div><div class=article-body>{STORY}</div>")
    assert article.blocks[0].kind == "standfirst"
    assert article.summary is not None
    assert article.summary in standfirst


@pytest.mark.parametrize("label", ["<div class=subtitle>Try another one:</div>", "<h2>The office</h2>"])
def test_a_short_label_is_not_a_standfirst(label: str) -> None:
    assert body(f"<div class=top><h1>{HEADLINE}</h1>{label}</div><div class=article-body>{STORY}</div>") == [
        *PARAGRAPHS
    ]


def test_text_above_a_heading_of_the_first_level_stays() -> None:
    page = f"<article><p>{OTHER}</p><p>Quiet.</p><h1>Two of nine</h1>{STORY}</article>"
    assert body(page)[:2] == [OTHER, "Quiet."]
