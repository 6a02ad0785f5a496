"""What holds for every article, however odd its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit.attribution import attribute, attribute_many
from articlekit.attribution.labeller.registry import LabellerName
from articlekit.models import Article, Block, Claim, Cue, Quote, Source, Span, slice_text

PIECES = (
    "Asa Holt", "Holt", "she", "they", "who", "the mayor of Elswick", "a map by the board", "said", "told", "reporters",
    "revealed", "hopes", "to mend it", "with a strike",     "that", "the pier would close", "according to", "was quoted as saying", "denied", "has not", "and", "but", "adding",
    "on Sunday", "“", "”", '"', "'", "’", "‘", "''", "—", "–", ",", ".", ":", ";", "?", "(", ")", "6'2\"", "U.S.", "Mr.", "\n\n",
)  # fmt: skip
"""What reports are made of, for Hypothesis to mix."""

texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80)


both = pytest.mark.parametrize(
    "labeller",
    [
        "light",
        pytest.param(
            "encoder",
            marks=pytest.mark.skipif(not find_spec("articlekit_encoder"), reason="the extra is not installed"),
        ),
    ],
)
"""What holds for one labeller holds for the other."""


SAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.*"))


def article_of(text: str, title: str | None = None) -> Article:
    """An article whose paragraphs are the lines of ``text``."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block(kind="paragraph", span=Span(at, at + len(part))))
        at += len(part) + 2
    return Article(text="\n\n".join(parts), title=title, blocks=tuple(blocks))


def overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether any two share a character."""
    return any(a.field == b.field and a.start < b.end and b.start < a.end for a in some for b in others)


@both
@given(texts, st.none() | texts)
def test_spans_are_exact_sorted_disjoint_and_within_a_block(
    labeller: LabellerName, text: str, title: str | None
) -> None:
    article = attribute(article_of(text, title), labeller=labeller)
    cues = tuple(claim.cue for claim in article.claims if claim.cue)
    items: tuple[Claim | Quote | Cue, ...] = (*article.claims, *article.quotes, *cues)
    for item in items:
        assert item.text == slice_text(article, item.spans)
        assert all(a.end <= b.start for a, b in zip(item.spans, item.spans[1:], strict=False))
    sourced: tuple[Claim | Quote, ...] = (*article.claims, *article.quotes)
    for span in chain(*(item.spans for item in items), *(item.source_spans for item in sourced)):
        assert span.start < span.end
        assert span.field == "title" or any(
            b.span.start <= span.start and span.end <= b.span.end for b in article.blocks
        )


@both
@given(texts, st.none() | texts)
def test_source_cue_and_content_of_a_claim_do_not_overlap(labeller: LabellerName, text: str, title: str | None) -> None:
    for claim in attribute(article_of(text, title), labeller=labeller).claims:
        cue = claim.cue.spans if claim.cue else ()
        assert claim.spans
        assert not overlap(claim.spans, claim.source_spans)
        assert not overlap(claim.spans, cue)
        assert not overlap(claim.source_spans, cue)


def contents_are_disjoint(article: Article) -> bool:
    """Whether no word is the content of two claims."""
    claims = article.claims
    return not any(overlap(claim.spans, other.spans) for n, claim in enumerate(claims) for other in claims[:n])


@both
@given(texts, st.none() | texts)
def test_no_words_are_the_content_of_two_claims(labeller: LabellerName, text: str, title: str | None) -> None:
    assert contents_are_disjoint(attribute(article_of(text, title), labeller=labeller))


@pytest.mark.parametrize(
    "text",
    [
        "Officials said a scan of the ferry's log revealed that it had sunk.",
        "It concludes according to says promised : close.",  # No English; two rules take the same words all the same.
        "Last week that close , says told reporters of.",
        "It of “This is not it “This is who we are,” told reporters says concludes.",
    ],
)
def test_of_two_claims_with_the_same_words_one_stays(text: str) -> None:
    article = attribute(article_of(text))
    assert article.claims
    assert contents_are_disjoint(article)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_words_of_a_sample_are_the_content_of_two_claims(path: Path) -> None:
    assert contents_are_disjoint(articlekit.parse_file(path))


@both
@given(texts, st.none() | texts)
def test_attributing_twice_changes_nothing(labeller: LabellerName, text: str, title: str | None) -> None:
    once = attribute(article_of(text, title), labeller=labeller)
    assert attribute(once, labeller=labeller) == once


def mentions_are_disjoint(article: Article) -> bool:
    """Whether no source is mentioned twice in the same words."""
    return not any(
        overlap(source.mentions[:n], [span]) for source in article.sources for n, span in enumerate(source.mentions)
    )


@both
@given(texts, st.none() | texts)
def test_the_mentions_of_a_source_do_not_overlap(labeller: LabellerName, text: str, title: str | None) -> None:
    assert mentions_are_disjoint(attribute(article_of(text, title), labeller=labeller))


def test_words_that_two_claims_take_their_source_from_are_one_mention() -> None:
    text = "According to Holt, over 80 ferries have stopped this week, highlighting the danger of the storm."
    article = attribute(article_of(text))
    assert len(article.claims) == 2
    assert mentions_are_disjoint(article)


@both
@given(texts)
def test_ids_are_unique_and_every_source_is_listed(labeller: LabellerName, text: str) -> None:
    article = attribute(article_of(text), labeller=labeller)
    groups: tuple[tuple[Claim | Quote | Source, ...], ...] = (article.claims, article.quotes, article.sources)
    for items in groups:
        assert len({item.id for item in items}) == len(items)
    named = {s for claim in article.claims for s in (*claim.sources, *claim.audience)}
    assert named <= set(article.sources)


@pytest.mark.parametrize(
    "text", ['"' * 20_000, "“" * 20_000, "'a " * 7_000, "said " * 5_000, "“a,” he said. " * 1_500, "A" * 20_000]
)
def test_a_text_of_nothing_but_marks_or_cues_is_no_error(text: str) -> None:
    attribute(article_of(text))


@pytest.mark.parametrize(("thing", "kind"), [(None, "NoneType"), ("It held.", "str")])
def test_what_is_no_article_is_refused(thing: object, kind: str) -> None:
    with pytest.raises(TypeError, match=rf"^attribute\(\) takes an Article; got {kind}$"):
        attribute(thing)  # type: ignore[arg-type]


@both
def test_what_was_read_before_the_source_of_the_articles_fails_comes_first(labeller: LabellerName) -> None:
    def feed() -> Iterator[Article]:
        yield from [article_of("Asa Holt said it held.")] * 20
        raise ConnectionError("the wire is down")

    many = attribute_many(feed(), labeller=labeller)
    assert [next(many).claims[0].text for _ in range(20)] == ["it held"] * 20
    with pytest.raises(ConnectionError, match="the wire is down"):
        next(many)


@both
def test_what_was_read_before_what_is_no_article_comes_first(labeller: LabellerName) -> None:
    many = attribute_many([article_of("It held."), "It held."], labeller=labeller)  # type: ignore[list-item]
    assert next(many) == article_of("It held.")
    with pytest.raises(TypeError, match="takes an Article; got str"):
        next(many)


def test_the_light_labeller_takes_no_article_before_it_is_asked_for() -> None:
    taken = iter([article_of("It held.")] * 3)
    next(attribute_many(taken))
    assert len(list(taken)) == 2


def test_an_empty_article_has_nothing_to_attribute() -> None:
    assert attribute(Article(text="")) == Article(text="")


def test_a_report_without_blocks_is_one_paragraph(report: Callable[[str], Article]) -> None:
    assert [claim.text for claim in attribute(Article(text="Asa Holt said it held.")).claims] == ["it held"]
