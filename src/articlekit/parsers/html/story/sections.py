"""The sections of a story: which headings and labels head something, and which lines at its end only lead away."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from operator import attrgetter

from articlekit.parsers.html.dom.links import is_internal, is_internal_link
from articlekit.parsers.html.dom.model import Line, Page, Picture
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.lines.normalize import ends_sentence

NOT_HEADING_LEVEL = 9
"""The level of a line that is not a heading."""
NOT_LABEL_TAGS = frozenset("li td th dt dd cite pre".split())
"""Tags of elements whose lines are not labels."""
MIN_TITLE_CHARS = 16
"""Characters of a line under a heading. A shorter one is a button."""
MAX_LABEL_CHARS = 60
"""Characters of a label: a line that says what is under it."""
LABEL_ENDS, ELLIPSES = (":", "："), ("...", "…")
"""What a label ends with. Stories end with an ellipsis too: then the position of the line decides."""


def with_sections(page: Page, lines: list[Line], host: str | None) -> list[Line]:
    """Return ``lines`` without headings and labels over nothing, and without links and labels at the end."""
    excluded = {line.element.index for line in page.lines if line.element.excluded}
    images = ImagesUnderHeadings(page, host, Counter(line.text for line in lines if line.element.tag in HEADINGS))
    labels = Labels(page, lines, host)
    kept: list[Line] = []
    level_below = 0
    for count, line in reversed(list(enumerate(lines))):
        level = HEADINGS.get(line.element.tag, NOT_HEADING_LEVEL)
        if labels.is_over_nothing(count, kept):
            continue
        if level == NOT_HEADING_LEVEL:
            if not kept and line.element.tag != "li" and (line.is_link or _ends_like_label(line, LABEL_ENDS)):
                continue
        elif (level >= level_below or _heads_boilerplate(line, kept[-1], excluded)) and not images.are_under(
            line, kept
        ):
            continue
        kept.append(line)
        level_below = level
    return kept[::-1]


class Labels:
    """The short lines of a story that announce something that is not a part of it."""

    def __init__(self, page: Page, lines: list[Line], host: str | None) -> None:
        self.page = page
        self.lines = lines
        self.host = host
        self.story = set(lines)

    def is_over_nothing(self, count: int, kept: list[Line]) -> bool:
        """True if line ``count`` of the story is such a label; ``kept`` are the lines of the story under it, last first.

        It shares an element with what it announces, in which nothing else is the story's, or it ends in a colon.
        """
        line = self.lines[count]
        if line.prose_chars or line.chars > MAX_LABEL_CHARS or (below := self._removed_below(line)) is None:
            return False
        if ends_sentence(line.text) and not _ends_like_label(line, LABEL_ENDS + ELLIPSES):
            return False
        if below.element.tag == "li" and _ends_like_label(line, LABEL_ENDS):
            return True
        neighbours = (*self.lines[max(0, count - 1) : count], *kept[-1:])
        for element in line.element.self_and_ancestors():
            if element.tag in NOT_LABEL_TAGS:
                return False
            if element.contains(below.element):
                return element.tag != "body" and not any(element.contains(other.element) for other in neighbours)
        return False

    def _removed_below(self, line: Line) -> Line | None:
        """Return the line right under ``line`` if it is not the story's, else None. A button under a heading does not count."""
        index = self.page.index_of(line) + 1
        below = self.page.lines[index] if index < len(self.page.lines) else None
        if below is None or below in self.story:
            return None
        if line.element.tag in HEADINGS and below.chars < MIN_TITLE_CHARS:
            return None
        return below if below.element.excluded or is_internal_link(below, self.host) else None


class ImagesUnderHeadings:
    """The images that a heading of the story can be over. ``heading_counts`` says how often the text of each heading occurs."""

    def __init__(self, page: Page, host: str | None, heading_counts: Counter[str]) -> None:
        self.page = page
        self.host = host
        self.heading_counts = heading_counts

    def are_under(self, heading: Line, below: list[Line]) -> bool:
        """True if an image of the story, and no internal link, is between a heading and the last of the lines ``below``.

        A heading whose text occurs twice is a label of the page.
        """
        parent, pictures = heading.element.parent, self.page.pictures
        first = self.page.index_of(heading) + 1
        last = self.page.index_of(below[-1]) if below else first
        has_link = bisect_left(self.internal_links, first) < bisect_left(self.internal_links, last)
        if self.heading_counts[heading.text] > 1 or has_link:
            return False
        begin = bisect_left(pictures, first, key=attrgetter("line_index"))
        end = bisect_right(pictures, last, key=attrgetter("line_index"))
        images = (pictures[index] for index in range(begin, end) if pictures[index].node.tag != "noscript")
        image = next(images, None)
        return (
            image is not None and parent is not None and parent.contains(image.element) and self._may_be_of_story(image)
        )

    @cached_property
    def internal_links(self) -> list[int]:
        """The indexes of the lines that are links to other pages of the site."""
        return [index for index, line in enumerate(self.page.lines) if is_internal_link(line, self.host)]

    def _may_be_of_story(self, picture: Picture) -> bool:
        """True if a picture does not lead to another story, and is not in boilerplate other than a figure."""
        excluded = [element for element in picture.element.self_and_ancestors() if element.excluded]
        is_in_figure = any(element.tag == "figure" for element in excluded)
        return not is_internal(picture.href, self.host) and (not excluded or is_in_figure)


def _ends_like_label(line: Line, ends: tuple[str, ...]) -> bool:
    """True if a line is short enough for a label and ends with one of ``ends``."""
    return line.chars <= MAX_LABEL_CHARS and line.text.endswith(ends)


def _heads_boilerplate(heading: Line, below: Line, excluded: set[int]) -> bool:
    """True if a heading was over boilerplate: its parent holds excluded lines after it, but not the next line of the story."""
    parent = heading.element.parent
    if parent is None or parent.contains(below.element):
        return False
    return any(index in excluded for index in range(heading.element.last_index + 1, parent.last_index + 1))
