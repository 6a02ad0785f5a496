"""The story of a page → the blocks of a draft: its words, and its pictures where they stand."""

from __future__ import annotations

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.html.blocks.lines_to_blocks import place_blocks
from articlekit.parsers.html.blocks.pull_quotes import without_pulled
from articlekit.parsers.html.dom.model import Line, Page
from articlekit.parsers.html.live.entries import Times
from articlekit.parsers.html.media.images import find_pictures


def write_story(page: Page, story: list[Line], times: Times, draft: Draft) -> None:
    """Fill ``draft.body.blocks`` with the lines of ``story``, each with its time, and the pictures among them."""
    pictures = find_pictures(page, story, draft)[::-1]
    lines = [line for line in without_pulled(story) if id(line) not in times.stamps]
    blocks: list[DraftBlock] = []
    for line, block in place_blocks(lines, page):
        while pictures and pictures[-1][0] <= page.places[id(line)]:
            blocks.append(pictures.pop()[1])
        block.time = times.of.get(id(line))
        blocks.append(block)
    draft.body.captions_attached = True
    draft.body.blocks = blocks + [block for _, block in reversed(pictures)]
