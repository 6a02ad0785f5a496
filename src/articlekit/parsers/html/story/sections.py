"""The parts of a story: which headings stand over something, and which lines at its end only lead away."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from operator import attrgetter

from articlekit.parsers.html.boilerplate.teasers import leads, stays
from articlekit.parsers.html.dom.model import Line, Page, Picture
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.lines.normalize import ends_sentence

NO_HEADING = 9
"""The level of what is no heading."""
NO_LABELS = frozenset("li td th dt dd cite pre".split())
"""Tags of boxes whose lines announce nothing."""
SHORTEST_TITLE = 16
"""Characters of a line that is more than a button."""
LONGEST_LABEL = 60
"""Characters of a line that announces what stands under it."""
LABELLED, TRAILING = (":", "："), ("...", "…")
"""What such a line ends with. Stories end with the second too: there the place of the line has to tell."""


def with_sections(page: Page, lines: list[Line], host: str | None) -> list[Line]:
    """``lines`` without links and labels with a colon at the end, and without the headings under which nothing stands."""
    dropped = {line.box.number for line in page.lines if line.box.out}
    shown = Shown(page, host, Counter(line.text for line in lines if line.box.tag in HEADINGS))
    labels = Labels(page, lines, host)
    kept: list[Line] = []
    below = 0
    for number, line in reversed(list(enumerate(lines))):
        level = HEADINGS.get(line.box.tag, NO_HEADING)
        if labels.stands_over_nothing(number, kept):
            continue
        if level == NO_HEADING:
            if not kept and line.box.tag != "li" and (line.linked >= 0.9 * line.size or _announces(line, LABELLED)):
                continue
        elif (level >= below or _heads_apparatus(line, kept[-1], dropped)) and not shown.under(line, kept):
            continue
        kept.append(line)
        below = level
    return kept[::-1]


class Labels:
    """The short lines of a story that announce what was found to be none of it."""

    def __init__(self, page: Page, lines: list[Line], host: str | None) -> None:
        self.page = page
        self.lines = lines
        self.host = host
        self.own = set(map(id, lines))

    def stands_over_nothing(self, number: int, kept: list[Line]) -> bool:
        """Whether the line with this ``number`` is such a label; ``kept`` are the story's lines under it, last first.

        It stands with what it announces in a box in which nothing else is the story's, or ends in a colon.
        """
        line = self.lines[number]
        if line.weight or line.size > LONGEST_LABEL or (under := self._gone_under(line)) is None:
            return False
        if ends_sentence(line.text) and not _announces(line, LABELLED + TRAILING):
            return False
        if under.box.tag == "li" and _announces(line, LABELLED):
            return True
        beside = (*self.lines[max(0, number - 1) : number], *kept[-1:])
        for box in line.box.around():
            if box.tag in NO_LABELS:
                return False
            if box.holds(under.box):
                return box.tag != "body" and not any(box.holds(other.box) for other in beside)
        return False

    def _gone_under(self, line: Line) -> Line | None:
        """The line right under ``line``, where it is none of the story; a button under a heading announces nothing."""
        place = self.page.places[id(line)] + 1
        under = self.page.lines[place] if place < len(self.page.lines) else None
        if under is None or id(under) in self.own or (line.box.tag in HEADINGS and under.size < SHORTEST_TITLE):
            return None
        return under if under.box.out or leads(under, self.host) else None


class Shown:
    """The pictures of the page that can be what a heading of the story stands over."""

    def __init__(self, page: Page, host: str | None, said: Counter[str]) -> None:
        self.page = page
        self.host = host
        self.said = said

    def under(self, heading: Line, after: list[Line]) -> bool:
        """Whether a picture of the story stands between a heading and the last of ``after``, and nothing that leads elsewhere.

        What heads two things is a heading of another look of the page.
        """
        parent, pictures = heading.box.parent, self.page.pictures
        first = self.page.places[id(heading)] + 1
        last = self.page.places[id(after[-1])] if after else first
        if self.said[heading.text] > 1 or bisect_left(self.leading, first) < bisect_left(self.leading, last):
            return False
        begin = bisect_left(pictures, first, key=attrgetter("place"))
        end = bisect_right(pictures, last, key=attrgetter("place"))
        shown = (pictures[number] for number in range(begin, end) if pictures[number].node.tag != "noscript")
        picture = next(shown, None)
        return picture is not None and parent is not None and parent.holds(picture.box) and self._is_told(picture)

    @cached_property
    def leading(self) -> list[int]:
        """The places of the lines that lead to another page of the site."""
        return [place for place, line in enumerate(self.page.lines) if leads(line, self.host)]

    def _is_told(self, picture: Picture) -> bool:
        """Whether a picture leads to no other story, and stands in no apparatus but a figure."""
        apart = [box for box in picture.box.around() if box.out]
        return not stays(picture.href, self.host) and (not apart or any(box.tag == "figure" for box in apart))


def _announces(line: Line, marks: tuple[str, ...]) -> bool:
    """Whether a line only says that something follows, as one that ends with one of ``marks`` may."""
    return line.size <= LONGEST_LABEL and line.text.endswith(marks)


def _heads_apparatus(heading: Line, after: Line, dropped: set[int]) -> bool:
    """Whether what stood under a heading is apparatus: the box around it holds such, and not the next line."""
    parent = heading.box.parent
    if parent is None or parent.holds(after.box):
        return False
    return any(number in dropped for number in range(heading.box.last + 1, parent.last + 1))
