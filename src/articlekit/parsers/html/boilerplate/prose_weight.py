"""How much the lines of a page tell, added up for each box."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import sub

from attrs import frozen

from articlekit.parsers.html.dom.model import Line, Page

SENTENCE = 60
"""Characters of a line that counts as told; half as many in scripts without spaces."""
LONG = 200
"""Characters of a line that counts as told though it does not end like a sentence."""

_END = re.compile(r"[.!?…:;。！？।”\"»)][\"'”’»)\]]*$")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@frozen
class Weights:
    """What the lines in each box come to, by the box's number."""

    sizes: list[int]
    """Characters."""
    told: list[int]
    """Characters of lines that tell something."""
    tells: list[int]
    """How many lines tell something."""


def weigh(page: Page) -> Weights:
    """Set the weight of every line: its size where it is long enough and ends like a sentence, else 0."""
    for line in page.lines:
        if 2 * line.size >= SENTENCE and 2 * line.linked < line.size:
            line.weight = _weight(line)
    telling = [line for line in page.lines if line.weight]
    return Weights(
        sizes=totals(page, page.lines, [line.size for line in page.lines]),
        told=totals(page, telling, [line.weight for line in telling]),
        tells=totals(page, telling, [1] * len(telling)),
    )


def _weight(line: Line) -> int:
    text = line.text
    if text.startswith("http"):
        return 0
    size = measure(line)
    return size if size >= SENTENCE and (size > LONG or _END.search(text[-6:])) else 0


def measure(line: Line) -> int:
    """How long a line is: its characters, which count double in scripts without spaces."""
    return 2 * line.size if _DENSE.search(line.text, 0, 20) else line.size


def totals(page: Page, lines: list[Line], values: list[int]) -> list[int]:
    """For each box, the values of those of ``lines`` that stand in it, added up."""
    own = [0] * len(page.boxes)
    for line, value in zip(lines, values, strict=True):
        own[line.box.number] += value
    sums = [0, *accumulate(own)]
    return list(map(sub, map(sums.__getitem__, page.ends), sums))
