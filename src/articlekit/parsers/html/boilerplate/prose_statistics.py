"""Which lines of a page are running text, and how much of it each element holds."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import sub

from attrs import frozen

from articlekit.parsers.html.dom.model import Line, Page

MIN_PROSE_CHARS = 60
"""Characters of a line of running text; half as many in scripts without spaces. A shorter line may be a label."""
MIN_UNENDED_PROSE_CHARS = 200
"""Characters of a line that is running text although it does not end like a sentence. A shorter one may be a list of links or names."""

_SENTENCE_END = re.compile(r"[.!?…:;。！？।”\"»)][\"'”’»)\]]*$")
_SCRIPT_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@frozen
class ProseStatistics:
    """What the lines in each element add up to, by the index of the element."""

    chars: list[int]
    """All characters."""
    prose_chars: list[int]
    """Characters of running text."""
    prose_lines: list[int]
    """Lines of running text."""


def measure_prose(page: Page) -> ProseStatistics:
    """Set ``prose_chars`` of every line, and return the sums for every element."""
    for line in page.lines:
        if 2 * line.chars >= MIN_PROSE_CHARS and 2 * line.linked_chars < line.chars:
            line.prose_chars = _prose_chars(line)
    prose = [line for line in page.lines if line.prose_chars]
    return ProseStatistics(
        chars=sums_by_element(page, page.lines, [line.chars for line in page.lines]),
        prose_chars=sums_by_element(page, prose, [line.prose_chars for line in prose]),
        prose_lines=sums_by_element(page, prose, [1] * len(prose)),
    )


def _prose_chars(line: Line) -> int:
    """Return the characters of a line if it is long enough and ends like a sentence, else 0."""
    text = line.text
    if text.startswith("http"):
        return 0
    chars = comparable_chars(line)
    is_prose = chars >= MIN_PROSE_CHARS and (chars > MIN_UNENDED_PROSE_CHARS or _SENTENCE_END.search(text[-6:]))
    return chars if is_prose else 0


def comparable_chars(line: Line) -> int:
    """Return the characters of a line, which count double in scripts without spaces."""
    return 2 * line.chars if _SCRIPT_WITHOUT_SPACES.search(line.text, 0, 20) else line.chars


def sums_by_element(page: Page, lines: list[Line], values: list[int]) -> list[int]:
    """Return for each element the sum of the ``values`` of those ``lines`` that are in it."""
    own = [0] * len(page.elements)
    for line, value in zip(lines, values, strict=True):
        own[line.element.index] += value
    sums = [0, *accumulate(own)]
    return list(map(sub, map(sums.__getitem__, page.end_indexes), sums))
