"""What stands around the story: the headings over it, and the short lines beside its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, zip_longest

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.html.blocks.lines_to_blocks import read_words
from articlekit.parsers.html.boilerplate.comments_and_teasers import HEADLINE, is_elsewhere, is_others, is_teaser
from articlekit.parsers.html.dom.model import BREAK, Line, Mark, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.live.entries import Times
from articlekit.parsers.html.story.time_elements import MARKED, read_times, stated_times
from articlekit.parsers.lines.normalize import match_key

ABOVE = 6
"""Lines above the headline that may tell who wrote the story, and when."""
BELOW = 24
"""Lines below the headline among which the story begins."""
INSIDE = 4
"""Lines of the story's beginning between which such lines may stand."""
UNDER = 8
"""Lines under the story that may tell when it was published."""
WINDOW = 60
"""Lines around the headline that are kept."""
LABELLED = 50
"""Characters of a line with a date and its label."""
FAR = 120
"""Lines above the story among which its headline is looked for."""
SHORT = 200
"""Characters of a line that can still be a byline or a date."""
LONGEST_HEADING = 400
"""Characters of a heading that can still be a headline."""
_LABEL = re.compile(
    r"\s{0,40}(?:published|posted|first published|date published|publish date|updated|last (?:updated|modified))\b",
    re.IGNORECASE,
)


def read_surroundings(page: Page, story: list[Line], times: Times, draft: Draft) -> None:
    """Fill ``draft.facts.headings``, ``beside``, ``below`` and ``labelled`` from the lines of ``page`` around those of its ``story``.

    What tells the ``times`` of a live blog's entries tells nothing of the whole.
    """
    lines = page.lines
    told = [line for line in story if line.box.tag != "h1"]
    first = lines.index(told[0]) if told else min(len(lines), BELOW)
    draft.facts.headings = tuple(map(_read, _headings(lines[max(0, first - FAR) : first + INSIDE])))
    titles = "\n".join(
        match_key(name) for key in ("html:title", "meta:og:title") for name in draft.facts.meta.get(key, ())[:1]
    )
    beside = [line for line in _beside(lines, told, first, titles) if id(line) not in times.stamps]
    draft.facts.near_headline = tuple(map(_read, beside))
    read_times(page, beside, draft.facts.near_headline)
    under = _below(lines, lines.index(told[-1]) + 1, titles) if told else ()
    below = [line for line in under if id(line) not in times.stamps]
    draft.facts.after_article = tuple(map(_read, below))
    read_times(page, below, draft.facts.after_article)
    if stated := tuple(islice(stated_times(page, times, titles), MARKED)):
        draft.facts.meta["time:datetime"] = stated
    draft.facts.labelled_dates = tuple(_labelled(lines))


def _beside(lines: list[Line], told: list[Line], first: int, titles: str) -> Iterator[Line]:
    """The headings and the short lines around the headline, down to the first heading in the story."""
    title = _title(lines, first)
    bottom = max(first, title) + BELOW
    if told:
        bottom = min(bottom, lines.index(told[INSIDE]) if len(told) > INSIDE else lines.index(told[-1]) + 1)
    prose = next((lines.index(line) for line in told if line.weight), bottom)
    under = range(max(prose, title) + 1, bottom)
    bottom = next((place for place in under if lines[place].box.tag in HEADINGS), bottom)
    standing = {id(line) for line in told if line.weight}
    top = max(0, title - ABOVE)
    for place, line in enumerate(lines[top:bottom][:WINDOW], top):
        short = line.size <= SHORT and id(line) not in standing and not is_others(line)
        if line.box.tag in ("h1", "h2") or (short and not is_teaser(lines, place, titles)):
            yield line


def _below(lines: list[Line], end: int, titles: str) -> Iterator[Line]:
    """The short lines right under the story, down to the next heading or the first link that can be a headline."""
    for place, line in enumerate(lines[end : end + UNDER], end):
        if line.box.tag in HEADINGS or _is_one_link(line) or is_others(line):
            return
        linked = 2 * line.linked > line.size
        if line.size <= SHORT and not (linked or is_elsewhere(line) or is_teaser(lines, place, titles)):
            yield line


def _is_one_link(line: Line) -> bool:
    """Whether a line is one link from end to end, and long enough for the headline of another story."""
    if line.linked < 0.9 * line.size or line.size < HEADLINE:
        return False
    return sum(isinstance(part, Mark) and part.kind == "link" for part in line.parts) == 1


def _title(lines: list[Line], first: int) -> int:
    """Where the headline over the story's ``first`` line most likely stands."""
    above = range(first - 1, max(-1, first - FAR), -1)
    headings = [place for place in above if lines[place].box.tag in ("h1", "h2")]
    near = (place for place in headings if lines[place].box.tag == "h1" and first - place < WINDOW)
    return next(near, headings[0] if headings else first)


def _labelled(lines: list[Line]) -> Iterator[str]:
    """The short lines anywhere on the page that begin with ``Published`` or ``Updated``, with the line after them."""
    for line, after in zip_longest(lines, lines[1:]):
        words = line.parts[0] if line.size <= LABELLED else ""
        if isinstance(words, str) and _LABEL.match(words):
            yield f"{line.text}\n{after.text}" if after and after.size <= LABELLED else line.text


def _headings(lines: list[Line]) -> Iterator[Line]:
    """The headings that lead nowhere."""
    for line in lines:
        if line.box.tag in ("h1", "h2", "h3") and line.linked <= 0.5 * line.size and line.size <= LONGEST_HEADING:
            yield line


def _read(line: Line) -> DraftBlock:
    """The line as a block; only whether it is a heading or an item of a list is told of its place."""
    plain = not line.linked and BREAK not in line.parts
    block = DraftBlock("paragraph", line.text) if plain else read_words(line.parts)
    if level := HEADINGS.get(line.box.tag):
        block.kind, block.level = "heading", level
    elif line.box.tag == "li":
        block.kind, block.level = "list_item", 1
    return block
