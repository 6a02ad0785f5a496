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
