"""What stands between the headline and the text: the standfirst."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from articlekit.parsers.html.apparatus import is_apparatus
from articlekit.parsers.html.cards import target
from articlekit.parsers.html.names import name_words
from articlekit.parsers.html.tree import Box, Line, Page
from articlekit.parsers.html.witness import Witness
from articlekit.parsers.urls import is_front_page

FARTHEST = 30
"""How many lines may stand between the headline and the text."""
SHORTEST, LONGEST = 40, 600
"""Characters of a standfirst."""
NEAR = 4
"""How many boxes around a line are asked for their names."""

_STANDFIRST = frozenset(
    "standfirst deck dek summary subtitle subheadline subheading subhead lead lede intro preamble excerpt desc "
    "description teaser abstract chapo ingress".split()
)
_OTHER_TAGS = frozenset("figure figcaption nav form aside".split())
_OTHER = frozenset(("caption", "author"))


def find_head(page: Page, witness: Witness, first: Line) -> list[Line]:
    """The headline above ``first``, the first line of the text, and what stands of the story between the two.

    Marks the standfirst as such, also where it is ``first`` itself.
    """
    first.standfirst = SHORTEST <= first.size <= LONGEST and not name_words(first.box).isdisjoint(_STANDFIRST)
    end = page.lines.index(first)
    title = next((place for place in range(end - 1, -1, -1) if _is_headline(page.lines[place])), None)
    if title is None or end - title > FARTHEST:
        return []
    headline, *between = page.lines[title:end]
    head: dict[str, Line] = {}
    for line in between:
        if _may_stand(line, headline, witness):
            line.standfirst = _sums_up(line, headline, witness)
            if line.standfirst or _stands(line, headline):
                head.setdefault(line.text, line)
    return [headline, *head.values()]


def _is_headline(line: Line) -> bool:
    """Whether a line is a heading of the first level, and not the paper's name that leads to its front page."""
    return line.box.tag == "h1" and not (line.linked and is_front_page(target(line)))


def _may_stand(line: Line, headline: Line, witness: Witness) -> bool:
    """Whether a line between headline and text can be the story's at all."""
    if line.linked > 0.3 * line.size or not SHORTEST <= line.size <= LONGEST or witness.names(line.text):
        return False
    return not any(box.tag in _OTHER_TAGS or name_words(box) & _OTHER for box in _near(line, headline))


def _sums_up(line: Line, headline: Line, witness: Witness) -> bool:
    """Whether a line is the standfirst: a second heading, or named so, or the page's description begins like it."""
    if line.box.tag == "h2" or witness.sums_up(line.text):
        return True
    return any(name_words(box) & _STANDFIRST for box in _near(line, headline))


def _stands(line: Line, headline: Line) -> bool:
    """Whether a line tells something, and no box around it, up to one with the headline, is apparatus or an item of a list."""
    if not line.weight:
        return False
    between = takewhile(lambda box: not box.holds(headline.box), line.box.around())
    return not any(box.tag == "li" or is_apparatus(box, small=True) for box in between)


def _near(line: Line, headline: Line) -> Iterator[Box]:
    """The next boxes around a line that do not hold the headline too."""
    return takewhile(lambda box: not box.holds(headline.box), islice(line.box.around(), NEAR))
