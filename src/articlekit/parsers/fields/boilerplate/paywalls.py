"""Lines with which a page asks for money before it goes on: they leave the text, and the article says that it is paywalled."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.models import Problem
from articlekit.parsers.draft import Draft
from articlekit.parsers.fields.page_parts import short_lines
from articlekit.parsers.lines.paywall_phrases import MAX_PAYWALL_CHARS, METER_LINE, PAYWALL_START, SUBSCRIBER_LOGIN_LINE
from articlekit.parsers.rules import Candidate, Rule, rule


@rule(
    "text.paywall",
    example="# Harbour closed\n\nThe harbour closed on Friday.\n\nSubscribe to continue reading.\n\nAlready a subscriber? Log in",
    near_miss="# Harbour closed\n\nSubscribers only heard of it on Friday, when the harbour had been closed for a week and every ferry lay idle at "
    "the old quay, said the paper.\n\nThe pier is closed as well.",
)
def paywall(draft: Draft) -> Iterator[Candidate[None]]:
    """``Subscribe to continue reading``, ``Déjà abonné ? Connectez-vous``: the end of what is free."""
    reported = any(problem.code == "paywalled" for problem in draft.problems)
    for line in short_lines(draft):
        if len(line.text) > MAX_PAYWALL_CHARS:
            continue
        walled = PAYWALL_START.match(line.text)
        if walled or SUBSCRIBER_LOGIN_LINE.fullmatch(line.text) or METER_LINE.fullmatch(line.text):
            problem = _paywalled(line.text) if walled and not reported else None
            reported = reported or problem is not None
            yield Candidate(None, line.text, (line,), problem=problem)


def _paywalled(line: str) -> Problem:
    return Problem(code="paywalled", message=f"the page says {line[:80]!r}, and may hold a part of the text only")


PAYWALLS: tuple[Rule[None], ...] = (paywall,)
