"""Boxes that ask for an e-mail address: told by the field for it, whatever they are named and in any language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from articlekit.parsers.html.boilerplate.prose_weight import Weights
from articlekit.parsers.html.dom.model import Box, Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.lines.normalize import ends_sentence

PITCH = 300
"""Characters of what stands beside a form and only asks to fill it in: a heading, and why one should."""
SHORT = 40
"""Characters of a sentence that may be the story's."""
MOST = 0.5
"""The part of what a page tells that such a box never holds."""
TELLING = frozenset("li dd td th tr pre blockquote h1".split())
"""Tags of boxes that hold more than such a call."""
STORY = frozenset("body main article".split())
"""Tags of boxes that are never one."""

_CALL = re.compile(
    r"news ?letter|\binbox\b|subscri|\bsign(?:ing)?[ -]up\b|abonn|infolettre|posteingang|\bbolet[ií][nm]\b|suscri|iscriv|assine|inscreva"
    r"|nieuwsbrief|nyhe[dt]sbrev|uutiskirje|prenumerera|hírlev|рассылк|подпис|розсилк|підпис|ニュースレター|メルマガ|뉴스레터|نشرة"
    r"|\byou(?:r|rs)?\b|\b(?:vous|votre|vos)\b|\b(?:dir|dich|dein(?:e[mnrs]?)?)\b|(?<!^)\b(?-i:Ihnen|Ihr(?:e[mnrs]?)?)\b|\bjouw?\b",
    re.IGNORECASE,
)
"""Words of a newsletter, and with which a reader is spoken to."""
_SAID = re.compile(
    r"[\"“”„«»「]|\b(?:said|says|told|sagte|sagt|erklärte|dijo|disse|ha detto|zei|sade|sagde|powiedzia\w+|сказал\w*)\b|\ba (?:dit|déclaré)\b",
    re.IGNORECASE,
)
"""Marks of somebody's words: nobody speaks in a call."""
_DIGIT = re.compile(r"\d")


def find_forms(page: Page, weights: Weights) -> set[int]:
    """The numbers of the boxes that hold a field for an e-mail address with a heading and a few words to it, and nothing else.

    The box is the first around the form in which words stand beside it: where that is the story's, nothing is told of it.
    """
    asked = {box.number: (box, form) for field in page.fields for box, form in _around(field, weights)}
    small = [(box, form) for box, form in asked.values() if _is_small(box, form, weights)]
    if not small:
        return set()
    telling = [box.number for box in page.boxes if box.tag in TELLING]
    lines: dict[int, list[Line]] = {}
    for line in page.lines:
        lines.setdefault(line.box.number, []).append(line)
    return {
        box.number
        for box, form in small
        if _count(telling, box) == _count(telling, form) and _reads_as_call(_beside(box, form, lines))
    }


def _around(field: Box, weights: Weights) -> Iterator[tuple[Box, Box]]:
    """The first box around a field's form in which more is said than in the form, with the form."""
    sizes = weights.sizes
    form = next((box for box in field.around() if box.tag == "form"), field)
    box = next((box for box in form.around() if sizes[box.number] > sizes[form.number]), None)
    if box is not None:
        yield box, form


def _is_small(box: Box, form: Box, weights: Weights) -> bool:
    """Whether a box around a form is not the story's, and little stands beside the form in it."""
    number, sizes = box.number, weights.sizes
    if box.tag in STORY or weights.told[number] > MOST * weights.told[0]:
        return False
    return sizes[number] - sizes[form.number] <= PITCH


def _count(numbers: list[int], box: Box) -> int:
    """How many of the boxes with these numbers stand in a box."""
    return bisect_right(numbers, box.last) - bisect_right(numbers, box.number)


def _beside(box: Box, form: Box, lines: dict[int, list[Line]]) -> list[Line]:
    """The lines in a box that stand beside the form in it, box for box."""
    numbers = (*range(box.number, form.number), *range(form.last + 1, box.last + 1))
    return [line for number in numbers for line in lines.get(number, ())]


def _reads_as_call(lines: list[Line]) -> bool:
    """Whether what stands beside a form is a call to fill it in, and no part of a story.

    Where something is told in it, each line speaks to the reader or of a newsletter; one may do without under a label or heading.
    """
    plain = [line.text for line in lines if _is_sentence(line) and not _CALL.search(line.text)]
    if not plain or not any(line.weight for line in lines):
        return True
    labels = [line.text for line in lines if not _is_sentence(line)]
    if len(plain) > 1 or not labels or _SAID.search(plain[0]):
        return False
    return _DIGIT.search(plain[0]) is None or any(map(_CALL.search, labels))


def _is_sentence(line: Line) -> bool:
    """Whether a line tells something, or would if it were a little longer."""
    return bool(line.weight) or (line.size >= SHORT and line.box.tag not in HEADINGS and ends_sentence(line.text))
