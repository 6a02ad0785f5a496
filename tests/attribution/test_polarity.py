"""Claims that nobody makes, and claims that may never have been made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlekit.models import Article

Report = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("No official said that the bridge was safe.", []),
        ("Nobody at the firm claimed that the pier was safe.", []),
        ("None of the officials said that the bridge was safe.", []),
        ("Neither Asa Holt nor Ilse Brandt said that the plan was dead.", ["Asa Holt", "Ilse Brandt"]),
        ("Not everyone said that the bridge was safe.", ["everyone"]),
        ("Neither side would say how long the talks would last.", ["side"]),
        ("Neither company has confirmed the deal.", ["company"]),
        ("Neither of the unions has said that it would strike.", ["the unions"]),
        ("Neither has said that it would strike.", []),
    ],
)
def test_what_nobody_says_is_negated_and_has_no_source_of_that_name(
    text: str, sources: list[str], report: Report
) -> None:
    (claim,) = report(text).claims
    assert claim.negated
    assert [source.name for source in claim.sources] == sources


@pytest.mark.parametrize(
    "text",
    [
        "The union may argue that the cut is illegal.",
        "Critics might say that the pier is late.",
        "Asa Holt would have said that the pier was late.",
    ],
)
def test_what_may_never_be_said_is_hedged(text: str, report: Report) -> None:
    (claim,) = report(text).claims
    assert (claim.hedged, claim.negated) == (True, False)


def test_what_is_said_is_neither(report: Report) -> None:
    (claim,) = report("The northern union said that it would have struck in May.").claims
    assert (claim.hedged, claim.negated) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has yet to say whether the pier will reopen.",
        "The board failed to explain why the lamps had gone out.",
        "The board has failed to say when the pier will open.",
    ],
)
def test_what_is_yet_to_be_said_is_negated(text: str, report: Report) -> None:
    (claim,) = report(text).claims
    assert claim.cue is not None
    assert (claim.cue.kind, claim.negated) == ("statement", True)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor would not be drawn on whether the pier would close.",
        "The board did not immediately respond to questions about the pier.",
        "The board didn't reply to questions about the pier.",
        "The harbour master did not return calls about the pier.",
        "The board has not answered questions about the pier.",
        "The board failed to respond to questions about the pier.",
        "Neither side would answer questions about the pier.",
    ],
)
def test_who_will_not_answer_refuses(text: str, report: Report) -> None:
    (claim,) = report(text).claims
    assert claim.cue is not None
    assert (claim.cue.kind, claim.negated) == ("refusal", False)


def test_who_asks_not_to_be_named_demands_it(report: Report) -> None:
    claim = report("The pier will close, two people told the Courier. The people asked not to be named.").claims[-1]
    assert claim.cue is not None
    assert (claim.cue.kind, claim.negated) == ("demand", False)
