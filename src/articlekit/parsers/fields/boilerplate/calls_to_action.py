"""Rules that take lines out of the text that ask the reader to subscribe, pay, follow or comment."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby, zip_longest

from articlekit.models import Problem
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.body_regions import is_link, short_blocks
from articlekit.parsers.fields.boilerplate.page_labels import blog_footer, blog_label
from articlekit.parsers.fields.boilerplate.phrase_matches import matching_without_speech, removed
from articlekit.parsers.lines import calls_to_action as calls
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.lines.page_labels import EMAIL_PLACEHOLDERS, labels_of

MIN_SITE_NAME_LETTERS = 5
"""Letters of a site's name that do not appear in other words by chance."""

_DISCOVER_STARTS = tuple(calls.DISCOVER_MORE_STARTS.values())
_SUBSCRIBE_STARTS = tuple(chain.from_iterable(calls.BLOG_SUBSCRIBE_STARTS.values()))
_EMAIL_PLACEHOLDERS = labels_of(EMAIL_PLACEHOLDERS)


@rule(
    "text.follow_call",
    example="# Harbour closed\n\nThe harbour closed.\n\nSuscríbete a nuestro boletín de la mañana.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSuscríbete, decía el cartel del puerto.",
)
def follow_call(draft: Draft) -> Iterator[Candidate[None]]:
    """A line that asks the reader to subscribe, to follow or to comment, in many languages."""
    return (removed(block) for block in short_blocks(draft) if calls.is_follow_call(block.text))


@rule(
    "text.newsletter",
    example="# Harbour closed\n\nThe harbour closed.\n\nSign up for our morning newsletter.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSign up for our morning swim.",
)
def newsletter(draft: Draft) -> Iterator[Candidate[None]]:
    """Calls to subscribe, sign up or follow, without speech, offers of others, and items of a list of the story."""
    lines = short_blocks(draft)
    found = list(matching_without_speech(lines, calls.NEWSLETTER_CALL))
    known = {call.blocks[0] for call in found}
    others = [block for block in lines if block not in known and not block.text.endswith("?")]
    offers = matching_without_speech(others, calls.OFFER_CALL)
    found += [offer for offer in offers if _is_from_site(draft, offer.blocks[0])]
    in_list = _in_lists(draft, {call.blocks[0] for call in found})
    yield from (call for call in found if call.blocks[0] not in in_list)


def _in_lists(draft: Draft, found: set[DraftBlock]) -> set[DraftBlock]:
    """Return the list items of lists that also have an item which is neither a call nor a link: the list is part of the story."""
    kept: set[DraftBlock] = set()
    if not found:
        return kept
    for is_item, row in groupby(draft.body.kept, key=lambda block: block.kind == "list_item"):
        items = list(row) if is_item else []
        if any(item not in found and not is_link(item) for item in items):
            kept.update(items)
    return kept


def _is_from_site(draft: Draft, block: DraftBlock) -> bool:
    """True if an offer comes from the site itself: it says *we*, names the site, or is a button."""
    if is_link(block) or calls.FIRST_PERSON_PLURAL.search(block.text):
        return True
    words = match_key(block.text)
    return any(len(name) >= MIN_SITE_NAME_LETTERS and name in words for name in draft.facts.site_names)


@rule(
    "text.blog_call",
    example="# Harbour closed\n\nThe harbour closed.\n\nEntdecke mehr von Hafenkurier\n\nMelde dich für ein Abonnement an, um mehr zu lesen.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nEntdecke den Hafen mit Hafenkurier\n\nMelde dich für ein Abonnement an, um mehr zu lesen.",
)
def blog_call(draft: Draft) -> Iterator[Candidate[None]]:
    """``Discover more from …`` over a call to subscribe, and the placeholder of the e-mail field after it, as WordPress adds them."""
    footer = blog_footer(draft)
    has_call = False
    for block, after in zip_longest(footer, footer[1:]):
        text = block.text.lower()
        is_before_call = after is not None and after.text.lower().startswith(_SUBSCRIBE_STARTS)
        if text.startswith(_DISCOVER_STARTS) and is_before_call:
            has_call = True
            yield removed(block)
        elif has_call and (text.startswith(_SUBSCRIBE_STARTS) or blog_label(block) in _EMAIL_PLACEHOLDERS):
            yield removed(block)


@rule(
    "text.paywall",
    example="# Harbour closed\n\nThe harbour closed on Friday.\n\nSubscribe to continue reading.\n\nAlready a subscriber? Log in",
    near_miss="# Harbour closed\n\nThe harbour closed on Friday.\n\nSubscribers heard of it on Friday.",
)
def paywall(draft: Draft) -> Iterator[Candidate[None]]:
    """``Subscribe to continue reading``, ``Déjà abonné ? Connectez-vous``: the end of the free part."""
    is_reported = any(problem.code == "paywalled" for problem in draft.problems)
    for block in short_blocks(draft):
        line = block.text
        if len(line) > calls.MAX_PAYWALL_CHARS:
            continue
        is_wall = calls.PAYWALL_START.match(line) is not None
        if is_wall or calls.SUBSCRIBER_LOGIN_LINE.fullmatch(line) or calls.METER_LINE.fullmatch(line):
            problem = _paywalled(line) if is_wall and not is_reported else None
            is_reported = is_reported or problem is not None
            yield Candidate(None, line, (block,), problem=problem)


def _paywalled(line: str) -> Problem:
    return Problem(code="paywalled", message=f"the page says {line[:80]!r}, and may hold a part of the text only")
