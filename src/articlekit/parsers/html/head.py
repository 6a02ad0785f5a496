"""What stands between the headline and the text: the standfirst."""

from __future__ import annotations

from articlekit.parsers.html.names import name_words
from articlekit.parsers.html.tree import Line, Page
from articlekit.parsers.html.witness import Witness

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
    """The headline above ``first``, the first line of the text, and the standfirst between the two.

    Marks the standfirst as such, also where it is ``first`` itself.
    """
    first.standfirst = SHORTEST <= first.size <= LONGEST and not name_words(first.box).isdisjoint(_STANDFIRST)
    end = page.lines.index(first)
    title = next((place for place in range(end - 1, -1, -1) if page.lines[place].box.tag == "h1"), None)
    if title is None or end - title > FARTHEST:
        return []
    headline, *between = page.lines[title:end]
    head = {line.text: line for line in between if _sums_up(line, headline, witness)}
    for line in head.values():
        line.standfirst = True
    return [headline, *head.values()]


def _sums_up(line: Line, headline: Line, witness: Witness) -> bool:
    """Whether a line is the standfirst: it is named so, or the page's description begins like it."""
    if line.linked > 0.3 * line.size or not SHORTEST <= line.size <= LONGEST or witness.names(line.text):
        return False
    named = line.box.tag == "h2" or _stands(line) or witness.sums_up(line.text)
    for step, box in enumerate(line.box.around()):
        if step == NEAR or box.holds(headline.box):
            break
        words = name_words(box)
        if box.tag in _OTHER_TAGS or words & _OTHER:
            return False
        named = named or bool(words & _STANDFIRST)
    return named


def _stands(line: Line) -> bool:
    """Whether a line tells something, and is no apparatus and no item of a list."""
    return line.weight > 0 and not line.box.out and all(box.tag != "li" for box in line.box.around())
