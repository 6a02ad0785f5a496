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
    """Return the article on the page."""
    return articlekit.parse_html(PAGE, url="https://marrowbay.example/ferry")


@pytest.fixture(scope="module")
def content() -> str:
    """Return the text content of the page."""
    root = LexborHTMLParser(PAGE).root
    assert root is not None
    return root.text()


def targets_of(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the targets of an annotation as a list."""
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def selectors(annotations: list[dict[str, Any]]) -> Iterator[dict[str, dict[str, Any]]]:
    """Yield the selectors of each target by type."""
    for annotation in annotations:
        for target in targets_of(annotation):
            yield {selector["type"]: selector for selector in target["selector"]}


def folded(words: str) -> str:
    """Return words with single spaces."""
    return " ".join(words.split())


def test_every_selector_finds_one_place_in_the_text_of_the_page(report: Article, content: str) -> None:
    found = list(selectors(to_annotations(report, page_text=content)))
    assert len(found) > 8
    for each in found:
        quote, position = each["TextQuoteSelector"], each["TextPositionSelector"]
        assert folded(content).count(folded(quote["prefix"] + quote["exact"] + quote["suffix"])) == 1
        assert folded(content[position["start"] : position["end"]]) == quote["exact"]
        before, after = content[: position["start"]], content[position["end"] :]
        assert folded(before).endswith(folded(quote["prefix"]))
        assert folded(after).startswith(folded(quote["suffix"]))


def test_prefix_and_suffix_distinguish_words_that_occur_twice(report: Article, content: str) -> None:
    repeated = [quote for quote in report.quotes if quote.text == "We 🚒 tested it twice,"]
    places = {
        annotation["id"]: annotation["target"]["selector"][1]["start"]
        for annotation in to_annotations(report, page_text=content)
        if annotation["id"].rpartition("#")[2] in {quote.id for quote in repeated}
    }
    assert len(repeated) == len(set(places.values())) == 2


def test_positions_can_count_utf_16_code_units(report: Article, content: str) -> None:
    points = selectors(to_annotations(report, page_text=content))
    units = selectors(to_annotations(report, page_text=content, unit="utf-16"))
    wide = content.encode("utf-16-le")
    for point, unit in zip(points, units, strict=True):
        one, other = point["TextPositionSelector"], unit["TextPositionSelector"]
        cut = wide[2 * other["start"] : 2 * other["end"]].decode("utf-16-le")
        assert cut == content[one["start"] : one["end"]]
        assert other["start"] > one["start"]  # the menu has a wave, which is two units


def test_words_that_occur_twice_or_never_on_the_page_get_no_position(report: Article, content: str) -> None:
    for page in (content * 2, "", "The ferry sails"):
        assert not any("TextPositionSelector" in each for each in selectors(to_annotations(report, page_text=page)))


def test_there_is_one_annotation_for_each_claim_quote_and_mention(article: Article) -> None:
    assert [annotation["id"].rpartition("#")[2] for annotation in to_annotations(article)] == [
        *("claim-1", "claim-2", "quote-1", "quote-2"),
        *(f"source-1-mention-{number}" for number in (1, 2, 3)),
    ]


def test_the_bodies_name_kind_source_and_cue(article: Article) -> None:
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
def test_the_selectors_of_any_article_match_its_text(article: Article) -> None:
    for each in selectors(to_annotations(article)):
        quote = each["TextQuoteSelector"]
        assert quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in article.text or around in (article.title or "")
        assert max(len(quote["prefix"]), len(quote["suffix"])) <= 32
        if position := each.get("TextPositionSelector"):
            assert article.text[position["start"] : position["end"]] == quote["exact"]


@given(strategies.articles())
def test_a_position_is_that_of_the_exact_words(article: Article) -> None:
    page = f"🛳️ {article.title}\n{article.text}"
    for each in selectors(to_annotations(article, page_text=page)):
        if position := each.get("TextPositionSelector"):
            found = page[position["start"] : position["end"]]
            assert found.split() == each["TextQuoteSelector"]["exact"].split()


def test_a_prefix_stays_in_its_block_and_has_whole_words(article: Article) -> None:
    quote = to_annotations(article)[3]["target"]["selector"][0]
    assert quote["prefix"] == "“"
    assert quote["suffix"] == "” she told the Harbour Courier,"


def test_an_unknown_unit_is_rejected(article: Article) -> None:
    with pytest.raises(ValueError, match="unit must be 'code-points' or 'utf-16'; got 'bytes'"):
        to_annotations(article, unit="bytes")  # type: ignore[arg-type]
