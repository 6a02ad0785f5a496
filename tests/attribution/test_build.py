"""The last step: dates, links and quotes of claims at the edges of their conditions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from articlekit.attribution.build import build_attribution
from articlekit.attribution.claim_draft import CharRange, ClaimDraft, Mention
from articlekit.attribution.quotations.quotes import Quotation, QuotationPart
from articlekit.dates import find_times
from articlekit.models import Article, Claim, Link, Span

Report = Callable[..., Article]
FRIDAY = dt.date(2024, 3, 15)


def dated(text: str, cue: str, content: str, source: str = "Holt", rule: str = "claim.said_that") -> Claim:
    """The claim of which the cue, content and source are given, in a text with dates."""
    times = find_times(text, anchor=FRIDAY, language="en").resolved
    draft = ClaimDraft(rule, "statement", [_range(text, content)], cue=_range(text, cue), sentence=(0, len(text)))
    draft.sources, draft.source_ranges = [Mention(*_range(text, source))], [_range(text, source)]
    (claim,) = build_attribution(Article(text=text, times=times), [draft], []).claims
    return claim


def _range(text: str, words: str) -> CharRange:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(("between", "found"), [(59, True), (60, False)])
def test_a_date_near_the_cue_is_when_it_was_said(between: int, found: bool) -> None:
    text = "And Holt said" + (" so" * 30)[: between - 1] + " Friday it held."
    assert (dated(text, "said", "it held").when is not None) == found


@pytest.mark.parametrize(("opening", "found"), [("xx", True), ("xxx", False)])
def test_a_date_that_opens_the_sentence_is_when_it_was_said(opening: str, found: bool) -> None:
    text = f"{opening} Friday{' so' * 30} Holt said it held."
    assert (dated(text, "said", "it held").when is not None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("And Holt, who left on Friday, said it held.", False), ("And Holt on Friday said it held.", True)],
)
def test_a_comma_makes_it_the_date_of_another_verb(text: str, found: bool) -> None:
    assert (dated(text, "said", "it held").when is not None) == found


def test_a_date_in_the_content_is_not_when_it_was_said() -> None:
    assert dated("And Holt said it held on Friday.", "said", "it held on Friday").when is None


@pytest.mark.parametrize(("rule", "found"), [("claim.according_to", False), ("claim.said_that", True)])
def test_a_date_right_behind_a_document_is_its_own(rule: str, found: bool) -> None:
    claim = dated("It held, according to a study Friday.", "according to", "It held", "a study", rule)
    assert (claim.when is not None) == found


@pytest.mark.parametrize(
    ("content", "kind"),
    [((1, 8), "speech"), ((0, 10), "speech"), ((0, 11), "fragment"), ((1, 5), "fragment")],
)
def test_a_quote_that_fills_the_content_but_for_its_marks_is_speech(content: CharRange, kind: str) -> None:
    article = Article(text="“It held” so, Holt said.")
    quotation = Quotation("text", [QuotationPart(1, 8, 0, 9, 0)], 0)
    draft = ClaimDraft("claim.said_that", "statement", [content], cue=(19, 23))
    (quote,) = build_attribution(article, [draft], [quotation]).quotes
    assert quote.kind == kind
    (inner,) = build_attribution(article, [draft], [evolve(quotation, depth=1)]).quotes
    assert inner.kind == "fragment"
    assert build_attribution(article, [], [evolve(quotation, depth=1)]).quotes[0].kind == "fragment"


def test_a_mention_within_a_mention_is_not_listed() -> None:
    article = Article(text="Jo Holt said it held and it fell.")
    drafts = [
        ClaimDraft("claim.said_that", "statement", [(13, 20)], [Mention(0, 7)], [(0, 7)]),
        ClaimDraft("claim.said_that", "statement", [(25, 32)], [Mention(3, 7)], [(3, 7)]),
    ]
    (source,) = build_attribution(article, drafts, []).sources
    assert source.mentions == (Span(0, 7),)


def test_a_link_that_begins_before_the_content_is_the_claims() -> None:
    links = (Link(id="link-1", href="#", text="said it", span=Span(5, 12), kind="reference"),)
    article = Article(text="Holt said it held.", links=links)
    draft = ClaimDraft("claim.said_that", "statement", [(10, 17)])
    assert build_attribution(article, [draft], []).claims[0].links == links
