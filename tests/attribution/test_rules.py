"""Every rule of attribution fires on its example and leaves its near miss alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlekit.attribution.rules.claim_rule import ClaimRule
from articlekit.attribution.rules.engine import CUE_RULES, SENTENCE_RULES
from articlekit.models import Article

RULES = (*CUE_RULES, *SENTENCE_RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_example(rule: ClaimRule, report: Callable[[str], Article]) -> None:
    assert rule.name in {claim.rule for claim in report(rule.example).claims}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_leaves_its_near_miss_alone(rule: ClaimRule, report: Callable[[str], Article]) -> None:
    assert rule.name not in {claim.rule for claim in report(rule.near_miss).claims}


def test_no_two_rules_share_a_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
