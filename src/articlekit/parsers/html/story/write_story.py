"""From the story of a page to the blocks of a draft: its lines, and its images between them."""

from __future__ import annotations

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.html.blocks.lines_to_blocks import to_blocks
from articlekit.parsers.html.blocks.pull_quotes import without_pull_quotes
from articlekit.parsers.html.dom.model import Line, Page
from articlekit.parsers.html.live.entries import EntryTimes
from articlekit.parsers.html.media.images import image_blocks


def write_story(page: Page, story: list[Line], times: EntryTimes, draft: Draft) -> None:
    """Fill ``draft.body.blocks`` with the lines of ``story``, each with the time of its live-blog entry, and the images."""
    images = image_blocks(page, story, draft)[::-1]
    lines = [line for line in without_pull_quotes(story) if line not in times.time_lines]
    blocks: list[DraftBlock] = []
    for line, block in to_blocks(lines, page):
        while images and images[-1][0] <= page.index_of(line):
            blocks.append(images.pop()[1])
        block.time = times.of.get(line)
        blocks.append(block)
    draft.body.captions_attached = True
    draft.body.blocks = blocks + [block for _, block in reversed(images)]
