from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import strategies
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

import articlekit
from articlekit.models import Article, Block, Claim, Span
from articlekit.serializers import to_annotations

PAGE = """<!doctype html><title>Ferry back on Friday</title>
<nav><a href=/>Marrow Bay</a> <a href=/tides>🌊 Tides</a></nav>
<main><h1>Ferry back on Friday, Brandt says</h1>
<p>The ferry sails again on Friday, minister
   <a href=/brandt>Ilse Brandt</a> said. “We 🚒 tested it <em>twice</em>,” she told the Harbour Courier on the quay.</p>
<aside>Read also: the tides of June</aside>
<p>The port confirmed on Tuesday that the pier would be open by then. “We 🚒 tested it twice,” its chief Odo Finch said,
   “and a third time.”</p>
<p>According to a survey by the coast office, two of the nine piles were rotten in spring and were replaced in May.</p>
</main>"""


@pytest.fixture(scope="module")
def report() -> Article:
    """The article on the page."""
    return articlekit.parse_html(PAGE, url="https://marrowbay.example/ferry")


@pytest.fixture(scope="module")
def content() -> str:
    """The page's text content."""
    root = LexborHTMLParser(PAGE).root
    assert root is not None
    return root.text()


def targets_of(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    """The targets of an annotation, also where it has but one."""
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def selectors(annotations: list[dict[str, Any]]) -> Iterator[dict[str, dict[str, Any]]]:
    """The selectors of each target by type."""
    for annotation in annotations:
        for target in targets_of(annotation):
            yield {selector["type"]: selector for selector in target["selector"]}


def folded(words: str) -> str:
    """Words as a reader sees them."""
    return " ".join(words.split())


def test_every_selector_anchors_once_in_the_text_content_of_the_page(report: Article, content: str) -> None:
    found = list(selectors(to_annotations(report, page_text=content)))
    assert len(found) > 8
    for each in found:
        quote, position = each["TextQuoteSelector"], each["TextPositionSelector"]
        assert folded(content).count(folded(quote["prefix"] + quote["exact"] + quote["suffix"])) == 1
        assert folded(content[position["start"] : position["end"]]) == quote["exact"]
        before, after = content[: position["start"]], content[position["end"] :]
        assert folded(before).endswith(folded(quote["prefix"]))
        assert folded(after).startswith(folded(quote["suffix"]))


def test_words_that_stand_twice_are_told_apart_by_what_stands_around_them(report: Article, content: str) -> None:
    twice = [quote for quote in report.quotes if quote.text == "We 🚒 tested it twice,"]
    places = {
        annotation["id"]: annotation["target"]["selector"][1]["start"]
        for annotation in to_annotations(report, page_text=content)
        if annotation["id"].rpartition("#")[2] in {quote.id for quote in twice}
    }
    assert len(twice) == len(set(places.values())) == 2


def test_on_request_positions_count_as_javascript_does(report: Article, content: str) -> None:
    points = selectors(to_annotations(report, page_text=content))
    units = selectors(to_annotations(report, page_text=content, unit="utf-16"))
    wide = content.encode("utf-16-le")
    for point, unit in zip(points, units, strict=True):
        one, other = point["TextPositionSelector"], unit["TextPositionSelector"]
        cut = wide[2 * other["start"] : 2 * other["end"]].decode("utf-16-le")
        assert cut == content[one["start"] : one["end"]]
        assert other["start"] > one["start"]  # a wave stands in the menu


def test_a_page_that_has_the_words_twice_or_not_at_all_gives_no_position(report: Article, content: str) -> None:
    for page in (content * 2, "", "The ferry sails"):
        assert not any("TextPositionSelector" in each for each in selectors(to_annotations(report, page_text=page)))


def test_there_is_one_annotation_for_each_claim_quote_and_mention(article: Article) -> None:
    assert [annotation["id"].rpartition("#")[2] for annotation in to_annotations(article)] == [
        *("claim-1", "claim-2", "quote-1", "quote-2"),
        *(f"source-1-mention-{number}" for number in (1, 2, 3)),
    ]


def test_the_bodies_say_what_the_words_are_and_whose(article: Article) -> None:
    first = to_annotations(article)[0]
    assert [(body["purpose"], body["value"]) for body in first["body"]] == [
        ("tagging", "claim"),
        ("tagging", "indirect"),
        ("tagging", "statement"),
        ("tagging", "negated"),
        ("tagging", "hedged"),
        ("identifying", "Ilse Brandt"),
        ("describing", "says"),
    ]


def test_an_interrupted_claim_has_a_target_for_each_part() -> None:
    text = "Rain, he said, will fall."
    claim = Claim(
        id="claim-1", text="Rain will fall", spans=(Span(0, 4), Span(15, 24)), form="indirect", rule="claim.told"
    )
    blocks = (Block(kind="paragraph", span=Span(0, len(text))),)
    [annotation] = to_annotations(Article(text=text, blocks=blocks, claims=(claim,)))
    exact = [target["selector"][0]["exact"] for target in annotation["target"]]
    assert exact == ["Rain", "will fall"]


@given(strategies.articles())
def test_the_selectors_of_any_article_lead_to_its_own_words(article: Article) -> None:
    for each in selectors(to_annotations(article)):
        quote = each["TextQuoteSelector"]
        assert quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in article.text or around in (article.title or "")
        assert max(len(quote["prefix"]), len(quote["suffix"])) <= 32
        if position := each.get("TextPositionSelector"):
            assert article.text[position["start"] : position["end"]] == quote["exact"]


@given(strategies.articles())
def test_a_position_that_is_found_is_the_place_of_the_words(article: Article) -> None:
    page = f"🛳️ {article.title}\n{article.text}"
    for each in selectors(to_annotations(article, page_text=page)):
        if position := each.get("TextPositionSelector"):
            there = page[position["start"] : position["end"]]
            assert there.split() == each["TextQuoteSelector"]["exact"].split()


def test_a_prefix_ends_with_its_block_and_begins_with_a_whole_word(article: Article) -> None:
    quote = to_annotations(article)[3]["target"]["selector"][0]
    assert quote["prefix"] == "“"
    assert quote["suffix"] == "” she told the Harbour Courier,"


def test_a_unit_that_is_none_is_refused(article: Article) -> None:
    with pytest.raises(ValueError, match="unit: 'bytes' is neither"):
        to_annotations(article, unit="bytes")  # type: ignore[arg-type]
