"""Rules that take labels out of the text: advertisements, related stories, buttons, comments, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise, takewhile, zip_longest

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.body_regions import MAX_SHORT_BLOCK_CHARS, is_running_text, short_blocks
from articlekit.parsers.fields.boilerplate.phrase_matches import matching, removed
from articlekit.parsers.lines import page_labels as labels
from articlekit.parsers.lines.normalize import match_key

MAX_LABEL_CHARS = 45
"""Characters of a line that can be a label."""
MIN_BLOCKS_BEFORE_CLOSING_LABEL = 2
"""Blocks of the body that must come before a closing label."""
MIN_BUTTONS_IN_ROW = 3
"""Buttons in a row, so that words that are also the names of networks count as buttons."""
MAX_BUTTON_CHARS = 40
"""Characters of the label of a button."""
MAX_BLOG_FOOTER_BLOCKS = 30
"""Blocks at the end of the body among which the footer of a blog post is."""
MAX_BLOG_FOOTER_CHARS = 150
"""Characters of a line in that footer."""
MAX_BLOG_LABEL_CHARS = 60
"""Characters of a label in that footer."""
KEYWORDS = ("meta:keywords", "meta:news_keywords", "meta:article:tag", "rel:tag")
"""The metadata in which a page states its keywords."""

_ITEM = re.compile(r"[,;、|·]")
_ADVERTISEMENTS = labels.labels_of(labels.ADVERTISEMENT_LABELS)
_RELATED = labels.labels_of(labels.RELATED_LABELS)
_RELATED_HEADINGS = labels.labels_of(labels.RELATED_HEADINGS)
_CLOSING = labels.labels_of(labels.CLOSING_LABELS)
_SHARE_HEADINGS = labels.labels_of(labels.SHARE_HEADINGS)
_LIKE_HEADINGS = labels.labels_of(labels.LIKE_HEADINGS)
_LIKE_LOADING = labels.labels_of(labels.LIKE_LOADING)


def _with_label(draft: Draft, known: frozenset[str]) -> Iterator[DraftBlock]:
    """Yield the short blocks that are one of the known labels and nothing else."""
    return (b for b in short_blocks(draft) if len(b.text) <= MAX_LABEL_CHARS and _bare_label(b.text) in known)


def _bare_label(line: str) -> str:
    return line.strip(labels.LABEL_FRAME).lower()


@rule(
    "text.advertisement",
    example="# Harbour closed\n\nThe harbour closed.\n\n- Publicité -\n\nFerries stayed in port.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n- Publicité pour le port -\n\nFerries stayed in port.",
)
def advertisement(draft: Draft) -> Iterator[Candidate[None]]:
    """A line that is only the label of an advertisement: ``Anzeige``, ``Publicidad``, ``広告``."""
    return map(removed, _with_label(draft, _ADVERTISEMENTS))


@rule(
    "text.related_label",
    example="# Harbour closed\n\nThe harbour closed.\n\nLesen Sie auch:\n\nFerries stayed in port.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nLesen Sie auch im Hafen, fragte sie.",
)
def related_label(draft: Draft) -> Iterator[Candidate[None]]:
    """``Read more``, ``À lire aussi``, ``関連記事``: the label of links. A heading such as ``Most popular`` over running text stays."""
    found = list(_with_label(draft, _RELATED))
    headings = [block for block in found if block.kind == "heading" and _bare_label(block.text) in _RELATED_HEADINGS]
    next_blocks = pairwise(draft.body.kept) if headings else ()
    kept = {block for block, after in next_blocks if block in headings and is_running_text(after)}
    return (removed(block) for block in found if block not in kept)


@rule(
    "text.button",
    example="# Harbour closed\n\nShare this story\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nShare this story with nobody, she said.\n\nThe harbour closed.",
)
def button(draft: Draft) -> Iterator[Candidate[None]]:
    """The labels of buttons and advertisements; before and after the running text also network names in a row of three or more."""
    yield from matching([block for block in short_blocks(draft) if block.kind == "paragraph"], labels.BUTTON_LABEL)
    body = draft.body.kept
    before = list(takewhile(_is_not_running_text, body))
    after = list(takewhile(_is_not_running_text, reversed(body))) if len(before) < len(body) else []
    yield from _in_rows(before)
    yield from _in_rows(after[::-1], with_heading=True)


def _is_not_running_text(block: DraftBlock) -> bool:
    return not is_running_text(block)


def _in_rows(blocks: list[DraftBlock], *, with_heading: bool = False) -> Iterator[Candidate[None]]:
    """Yield the buttons in rows, without those that are known as buttons alone.

    A row after a line with a colon is a list of the story. With ``with_heading`` so is one after a heading that is not a label.
    """
    line_before: DraftBlock | None = None
    for are_buttons, row in groupby(blocks, key=_may_be_button):
        lines = list(row)
        is_list = line_before is not None and _introduces_list(line_before, with_heading=with_heading)
        if are_buttons and len(lines) >= MIN_BUTTONS_IN_ROW and not is_list:
            yield from (removed(line) for line in lines if not _is_button(line))
        line_before = lines[-1]


def _introduces_list(block: DraftBlock, *, with_heading: bool) -> bool:
    """True if a line says that a list follows."""
    if block.text.endswith((":", "：")):
        return True
    is_label = labels.BUTTON_LABEL.fullmatch(block.text) or is_closing_label(block)
    return with_heading and block.kind == "heading" and not is_label


def _is_button(block: DraftBlock) -> bool:
    return block.kind == "paragraph" and labels.BUTTON_LABEL.fullmatch(block.text) is not None


def _may_be_button(block: DraftBlock) -> bool:
    """True if a line can be the label of a button in a row."""
    if block.kind not in ("paragraph", "list_item") or len(block.text) > MAX_BUTTON_CHARS:
        return False
    return (labels.BUTTON_LABEL.fullmatch(block.text) or labels.NETWORK_NAME.fullmatch(block.text)) is not None


@rule(
    "text.blog_buttons",
    example="# Harbour closed\n\nThe harbour closed.\n\n### Share this:\n\n### Like this:\n\nLike Loading...",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n### Share it:\n\n### Like it:\n\nLike it or not.",
)
def blog_buttons(draft: Draft) -> Iterator[Candidate[None]]:
    """``Share this:``, ``Like this:`` over ``Like Loading...``, and the names of the buttons after them, as WordPress adds them."""
    footer = blog_footer(draft)
    for block, after in zip_longest(footer, footer[1:]):
        label, next_label = blog_label(block), blog_label(after) if after is not None else ""
        if _is_blog_heading(label, next_label) or _is_spoken_button(block.text):
            yield removed(block)


def blog_footer(draft: Draft) -> list[DraftBlock]:
    """Return the short lines at the end of a text, without the first block of the body."""
    last = draft.body.kept[1:][-MAX_BLOG_FOOTER_BLOCKS:]
    return [block for block in last if 0 < len(block.text) <= MAX_BLOG_FOOTER_CHARS and block.kind != "preformatted"]


def blog_label(block: DraftBlock) -> str:
    """Return a label in lower case without the marks around it. Empty if the line is longer than a label."""
    return _bare_label(block.text).replace("’", "'") if len(block.text) <= MAX_BLOG_LABEL_CHARS else ""


def _is_blog_heading(label: str, next_label: str) -> bool:
    """True if a line is the heading of such buttons, or of a like button that the next line or the same line shows."""
    if label in _LIKE_HEADINGS:
        return next_label in _LIKE_LOADING
    if label in _SHARE_HEADINGS or label in _LIKE_LOADING:
        return True
    heading, colon, loading = label.partition(":")
    return bool(colon) and heading.rstrip() in _LIKE_HEADINGS and loading.strip() in _LIKE_LOADING


def _is_spoken_button(line: str) -> bool:
    """True if a line is the label of a share button for screen readers."""
    return "(" in line and labels.SPOKEN_BUTTON.fullmatch(line.lower()) is not None


@rule(
    "text.comments",
    example="# Harbour closed\n\nThe harbour closed on Friday.\n\nThe ferries lie idle.\n\n### Comments (2)\n\nann\n\nAt last.\n\njon\n\nA shame.",
    near_miss="# Harbour closed\n\nThe harbour closed on Friday.\n\nThe ferries lie idle.\n\n### Comments\n\nann\n\nAt last.\n\njon\n\nA shame.",
)
def comments(draft: Draft) -> Iterator[Candidate[None]]:
    """``Comments (2)`` and everything after it."""
    blocks = list(draft.body.kept)
    counted = (i for i, block in enumerate(blocks) if i > 1 and labels.COUNTED_COMMENTS.fullmatch(block.text.strip()))
    start = next(counted, None)
    # Near the headline it is a button that leads to the comments.
    if start is not None and any(map(is_running_text, blocks[:start])):
        yield from map(removed, blocks[start:])


@rule(
    "text.closing_label",
    example="# Harbour closed\n\nThe harbour closed on Friday.\n\nFerries stayed in port.\n\nTags: harbour, ferries\n\n### Comments",
    near_miss="# Harbour closed\n\nThe harbour closed on Friday.\n\nFerries stayed in port.\n\nTags: harbour, ferries\n\n### Comments\n\nThe mayor had none.",
)
def closing_label(draft: Draft) -> Iterator[Candidate[None]]:
    """``Comments``, ``Trending``, ``About the author`` at the very end, left over from a removed part, and ``Tags: …``."""
    for block in reversed(draft.body.kept[MIN_BLOCKS_BEFORE_CLOSING_LABEL:]):
        if not (is_closing_label(block) and _is_about_article(draft, block)):
            return
        yield removed(block)


def is_closing_label(block: DraftBlock) -> bool:
    """True if a block is only a closing label, or a list of what the article is filed under."""
    if block.kind not in ("paragraph", "heading") or len(block.text) > MAX_SHORT_BLOCK_CHARS:
        return False
    return _bare_label(block.text) in _CLOSING or labels.FILED_UNDER.fullmatch(block.text) is not None


def _is_about_article(draft: Draft, block: DraftBlock) -> bool:
    """True if a closing label is not a list of the story itself.

    A list under a word for topics, or one that ends like a sentence, must have a link or a keyword of the page.
    """
    filed_under = labels.FILED_UNDER.fullmatch(block.text)
    items = filed_under["items"] if filed_under else None
    if filed_under is None or items is None or block.links:
        return True
    if not (filed_under["topics"] or labels.LIST_END.search(items)):
        return True
    return not _keywords(draft).isdisjoint(map(match_key, _ITEM.split(items)))


def _keywords(draft: Draft) -> set[str]:
    """Return the match keys of the keywords that the page states."""
    values = [value for key in KEYWORDS for value in draft.facts.meta.get(key, ())]
    in_node = draft.facts.node.get("keywords")
    values += [value for value in (in_node if isinstance(in_node, list) else [in_node]) if isinstance(value, str)]
    return {match_key(tag) for value in values for tag in _ITEM.split(value)}
