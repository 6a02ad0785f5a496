"""Lines with which a paper offers itself: its newsletters, its app, its channels. They leave the body and stay in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.boilerplate.wire_and_page_marks import is_link, unspoken
from articlekit.parsers.fields.page_parts import short_lines
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.lines.phrase_patterns import phrase_pattern
from articlekit.parsers.rules import Candidate, Rule, rule

SHORTEST_NAME = 5
"""Letters of a paper's name that are told from other words."""

_LETTER = r"(?:newsletters?|inbox|mailing\slist|(?:e-?mail|news)\s(?:alerts?|updates?|notifications?))"
"""What only a paper sends its readers: a line that tells them to get it is a call."""
_OFFER = r"(?:e-?mails?|alerts?|updates?|app|channel|account|free|stories|subscribers?|members?|headlines)"
"""What others offer too, and stories are about."""
_NEWSLETTER = phrase_pattern(
    r"(?:want\smore.{0,60}\?\s)?(?:please\s)?"
    rf"(?:(?:sign\sup|subscribe|register|join|download|get|receive)\b.{{0,160}}\b{_LETTER}|subscribe\b.{{0,80}}\b{_OFFER}"
    r"|have\b.{0,80}\b(?:delivered|sent)\b.{0,40}\binbox)\b.{0,200}",
    r"(?:subscribe|sign\sup)(?:\s(?:now|today|here))?[.!]?",
    r"never\smiss\s(?:an?(?:other)?|our|the|any)\s(?:\w+\s){0,2}"
    r"(?:stor(?:y|ies)|articles?|posts?|episodes?|updates?|issues?|newsletters?|alerts?|deals?|headlines?|things?)\b.{0,80}",
    r"enter\syour\s(?:e-?mail|postcode).{0,60}",
    r"(?:follow\s(?:(?-i:[Uu]s)|@\w+)|(?-i:FOLLOW\sUS))\b.{0,120}",
    r"follow\s(?:(?-i:[A-Z])[\w.'’-]*\s){1,4}on\s(?:twitter|facebook|x|instagram|whatsapp)(?:\s@?\w+)?\.?",
    rf"(?:become\sa|support\sour|enjoying\sthis).{{0,60}}\b(?:journalism|newsroom|{_LETTER}|(?:paid|paying)\s(?:subscriber|member)).{{0,160}}",
)
_OFFERED = phrase_pattern(
    rf"(?:want\smore.{{0,60}}\?\s)?(?:please\s)?(?:sign\sup|register|join|download|get|receive)\b.{{0,80}}\b{_OFFER}\b.{{0,200}}",
    rf"(?:become\sa|support\sour|enjoying\sthis).{{0,60}}\b{_OFFER}\b.{{0,160}}",
)
"""How a line begins that may be a call, and may tell who joins what: it takes another witness."""
_OURS = re.compile(r"\b(?:our|(?-i:us)|we)\b", re.IGNORECASE)


@rule(
    "text.newsletter",
    example="# Harbour closed\n\nThe harbour closed.\n\nSign up for our morning newsletter.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nJoin the members on the quay at noon on Saturday.",
)
def newsletter(draft: Draft) -> Iterator[Candidate[None]]:
    """Calls to subscribe, sign up, follow; never one in which somebody speaks or that others offer, nor an item of the story's list."""
    lines = short_lines(draft)
    called = list(unspoken(lines, _NEWSLETTER))
    known = {id(call.blocks[0]) for call in called}
    plain = [block for block in lines if id(block) not in known and not block.text.endswith("?")]
    offered = unspoken(plain, _OFFERED)
    calls = called + [call for call in offered if _is_ours(draft, call.blocks[0])]
    listed = _listed(draft, {id(call.blocks[0]) for call in calls})
    yield from (call for call in calls if id(call.blocks[0]) not in listed)


def _listed(draft: Draft, called: set[int]) -> set[int]:
    """Those of the blocks ``called`` that stand in a list of which other items stay: they are no calls, and no links."""
    found: set[int] = set()
    if not called:
        return found
    for is_item, row in groupby(draft.body.kept, key=lambda block: block.kind == "list_item"):
        items = list(row) if is_item else []
        if any(id(item) not in called and not is_link(item) for item in items):
            found.update(map(id, items))
    return found


def _is_ours(draft: Draft, block: DraftBlock) -> bool:
    """Whether an offer is the paper's own: it says so, names the paper, or is a button."""
    if is_link(block) or _OURS.search(block.text):
        return True
    words = match_key(block.text)
    return any(len(name) >= SHORTEST_NAME and name in words for name in draft.facts.site_names)


NEWSLETTERS: tuple[Rule[None], ...] = (newsletter,)
