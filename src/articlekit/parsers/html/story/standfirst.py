"""What stands between the headline and the text: the standfirst."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from articlekit.parsers.html.boilerplate.by_markup import is_apparatus
from articlekit.parsers.html.boilerplate.prose_weight import measure
from articlekit.parsers.html.boilerplate.teasers import target
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Box, Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.metadata.hints import Witness
from articlekit.parsers.web.urls import is_front_page

FAR, FARTHEST = 30, 70
"""How many lines may stand between the headline and the text; the second where it is certain that it is the headline."""
SHORTEST, LONGEST = 40, 600
"""Characters of a standfirst."""
SHORTEST_NAMED = 16
"""Characters of one whose box is named so."""
LONGEST_TOLD = 1200
"""Characters of a paragraph above the box of the story."""
NEAR = 4
"""How many boxes around a line are asked for their names."""

_STANDFIRST = frozenset(
    "standfirst deck dek summary subtitle subheadline subheading subhead lead lede intro preamble excerpt desc "
    "description teaser abstract chapo ingress".split()
)
_OTHER_TAGS = frozenset("figure figcaption nav form aside".split())
_OTHER = frozenset(("caption", "author"))


def find_headlines(page: Page, witness: Witness) -> list[Line]:
    """The headings that may be the headline: those of the first level, and those that the page states elsewhere too."""
    headings = (line for line in page.lines if line.box.tag in HEADINGS)
    return [line for line in headings if line.box.tag == "h1" or witness.states(line.text)]


def without_kickers(page: Page, lines: list[Line]) -> list[Line]:
    """``lines`` without those above the headline, where nothing is told before it."""
    told = next((place for place, line in enumerate(lines) if line.weight), 0)
    above = [line for line in page.headlines if line.box.number < lines[told].box.number]
    if not told or not above:
        return lines
    return [line for line in lines[:told] if line.box.number > above[-1].box.number] + lines[told:]


def find_head(page: Page, witness: Witness, lines: list[Line]) -> list[Line]:
    """The headline above ``lines``, those of the text, and what stands of the story between the two.

    Marks the standfirst as such, also where it is one of ``lines`` itself.
    """
    _mark_standfirst(lines)
    end = page.lines.index(lines[0])
    headline = _headline(page, witness, lines[0])
    if headline is None:
        return []
    title = page.lines.index(headline)
    if end - title > (FARTHEST if witness.states(headline.text) else FAR):
        return []
    between = page.lines[title + 1 : end]
    head: dict[str, Line] = {}
    for line in between:
        if _may_stand(line, headline, witness):
            line.standfirst = _sums_up(line, headline, witness)
            if line.standfirst or _stands(line, headline, lines[0]):
                head.setdefault(line.text, line)
    return [headline, *head.values()] if headline.box.tag == "h1" else [*head.values()]


def _headline(page: Page, witness: Witness, first: Line) -> Line | None:
    """The nearest heading above ``first`` of the first level that the page states too; else any of one of the two."""
    above = [line for line in page.headlines if line.box.number < first.box.number and not _is_paper(line)]
    stated = [line for line in above if witness.states(line.text)]
    for lines in ([line for line in stated if line.box.tag == "h1"], stated, above):
        if lines:
            return lines[-1]
    return None


def _mark_standfirst(lines: list[Line]) -> None:
    """Mark the first line that is named a standfirst, down to the first that tells something."""
    for line in lines:
        named = not name_words(line.box).isdisjoint(_STANDFIRST)
        line.standfirst = named and measure(line) >= SHORTEST_NAMED and line.size <= LONGEST
        if line.standfirst or line.weight:
            return


def _is_paper(line: Line) -> bool:
    """Whether a heading is the paper's name that leads to its front page."""
    return bool(line.linked) and is_front_page(target(line))


def _may_stand(line: Line, headline: Line, witness: Witness) -> bool:
    """Whether a line between headline and text can be the story's at all."""
    if line.box.captioned:
        return False
    if not line.weight and (line.linked > 0.3 * line.size or line.size > LONGEST):
        return False
    named = name_words(line.box) & _STANDFIRST and not line.text.endswith((":", "："))
    shortest = SHORTEST_NAMED if named else SHORTEST
    if measure(line) < shortest or line.size > LONGEST_TOLD or witness.names(line.text):
        return False
    return not any(box.tag in _OTHER_TAGS or name_words(box) & _OTHER for box in _near(line, headline))


def _sums_up(line: Line, headline: Line, witness: Witness) -> bool:
    """Whether a line is the standfirst: a second heading, or named so, or the page's description begins like it."""
    if line.size > LONGEST:
        return False
    if line.box.tag == "h2" or witness.sums_up(line.text):
        return True
    return any(name_words(box) & _STANDFIRST for box in _near(line, headline))


def _stands(line: Line, headline: Line, first: Line) -> bool:
    """Whether a line tells something, and no box around it is apparatus or an item of a list.

    Boxes with the headline or with the ``first`` line of the text in them say nothing of the line.
    """
    if not line.weight:
        return False
    between = takewhile(lambda box: not (box.holds(headline.box) or box.holds(first.box)), line.box.around())
    return not any(box.tag == "li" or is_apparatus(box, small=True) for box in between)


def _near(line: Line, headline: Line) -> Iterator[Box]:
    """The next boxes around a line that do not hold the headline too."""
    return takewhile(lambda box: not box.holds(headline.box), islice(line.box.around(), NEAR))
