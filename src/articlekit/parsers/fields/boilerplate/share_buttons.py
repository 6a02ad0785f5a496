"""What is written on the buttons and over the advertisements of a page: they leave the body and stay in the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.boilerplate.notices import is_orphan
from articlekit.parsers.fields.boilerplate.wire_and_page_marks import matching
from articlekit.parsers.fields.page_parts import short_lines, tells
from articlekit.parsers.lines.phrase_patterns import phrase_pattern
from articlekit.parsers.rules import Candidate, Rule, rule

IN_A_ROW = 3
"""Buttons that stand in a row at least."""
LONGEST_BUTTON = 40
"""Characters on one of them."""

_SHARE = phrase_pattern(
    r"share(?:\s(?:this|on)(?:\s\w+){0,4})?",
    r"\d{0,7}\s?shares?",
    r"tweet",
    r"facebook",
    r"twitter",
    r"whatsapp",
    r"linkedin",
    r"reddit",
    r"flipboard",
    r"pocket",
    r"email",
    r"telegram",
    r"bluesky",
    r"threads",
    r"pinterest",
    r"copy(?:\sthe)?\slink",
    r"save(?:\sarticle)?",
    r"bookmark",
    r"\d+\scomments?",
    r"view\scomments?",
    r"comments?\s?\(\d{1,5}\)",
    r"\d[\d.,]{0,8}\s?[km]?\sviews?",
    r"ad",
    r"article\scontent",
    r"sponsored(?:\scontent)?",
    r"continue\sreading(?:\sbelow)?",
    r"story\scontinues(?:\sbelow.{0,20})?",
    r"article\scontinues\s(?:below|after).{0,30}",
    r"listen(?:\sto\sthis\sarticle.{0,20}|\s?\(\d{1,3}\smin\))?",
    r"(?:\(?opens\sin\sa\snew\s(?:tab|window)\)?)",
    r"play\s(?:video|audio)",
    r"back\sto\stop",
    r"loading.{0,12}",
    r"show\smore",
    r"(?:skip|scroll)\s(?:to|past|down).{0,40}",
    ending=r"[.:…]?",
)
_NETWORK = phrase_pattern(
    r"x|mix|tumblr|google\+|blogger|stumbleupon|digg|messenger|viber|vkontakte|vk|line|mastodon|print|copy|instapaper|gmail|signal|skype|hacker\snews"
)
"""What is written on a button only where others stand beside it."""


@rule(
    "text.share",
    example="# Harbour closed\n\nShare this story\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nShare this pier with the ferries? Never.\n\nThe harbour closed.",
)
def share(draft: Draft) -> Iterator[Candidate[None]]:
    """The labels of buttons and advertisements; above and below all that is told those in a row of three and more, under no colon."""
    yield from matching([block for block in short_lines(draft) if block.kind == "paragraph"], _SHARE)
    body = draft.body.kept
    above = list(takewhile(_untold, body))
    below = list(takewhile(_untold, reversed(body))) if len(above) < len(body) else []
    yield from _in_rows(above)
    yield from _in_rows(below[::-1], headed=True)


def _untold(block: DraftBlock) -> bool:
    return not tells(block)


def _in_rows(blocks: list[DraftBlock], *, headed: bool = False) -> Iterator[Candidate[None]]:
    """The buttons that stand in a row of them, save those that are known alone.

    Where rows may be ``headed``, a heading that is no button and no label says of what the row is a list.
    """
    above: DraftBlock | None = None
    for is_button, row in groupby(blocks, key=_is_button):
        lines = list(row)
        if is_button and len(lines) >= IN_A_ROW and not (above and _announces(above, headed=headed)):
            yield from (Candidate(None, line.text, (line,)) for line in lines if not _is_share(line))
        above = lines[-1]


def _announces(block: DraftBlock, *, headed: bool) -> bool:
    """Whether a line says that a list follows."""
    if block.text.endswith((":", "：")):
        return True
    return headed and block.kind == "heading" and not (_SHARE.fullmatch(block.text) or is_orphan(block))


def _is_share(block: DraftBlock) -> bool:
    return block.kind == "paragraph" and _SHARE.fullmatch(block.text) is not None


def _is_button(block: DraftBlock) -> bool:
    """Whether a line is what is written on a button of a row of them."""
    if block.kind not in ("paragraph", "list_item") or len(block.text) > LONGEST_BUTTON:
        return False
    return _SHARE.fullmatch(block.text) is not None or _NETWORK.fullmatch(block.text) is not None


BUTTONS: tuple[Rule[None], ...] = (share,)
