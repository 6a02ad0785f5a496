"""Boxes that ask for an e-mail address: told by the field for it, whatever they are named and in any language."""

from __future__ import annotations

from articlekit.parsers.html.tree import Box, Page
from articlekit.parsers.html.weights import Weights

PITCH = 300
"""Characters of what stands beside a form and only asks to fill it in: a heading, and why one should."""
MOST = 0.5
"""The part of what a page tells that such a box never holds."""
TELLING = frozenset("li dd td th tr pre blockquote h1".split())
"""Tags of boxes that hold more than such a call."""
STORY = frozenset("body main article".split())
"""Tags of boxes that are never one."""


def find_forms(page: Page, weights: Weights) -> set[int]:
    """The numbers of the boxes that hold a field for an e-mail address with a heading and a few words to it, and nothing else.

    The box is the first around the form in which words stand beside it: where that is the story's, nothing is told of it.
    """
    return {box.number for field in page.fields if (box := _around(field, weights)) and _only_asks(box, page, weights)}


def _around(field: Box, weights: Weights) -> Box | None:
    """The first box around a field's form in which more is said than in the form."""
    sizes = weights.sizes
    form = next((box for box in field.around() if box.tag == "form"), field)
    return next((box for box in form.around() if sizes[box.number] > sizes[form.number]), None)


def _only_asks(box: Box, page: Page, weights: Weights) -> bool:
    """Whether a box around a form holds no more than a call to fill it in."""
    number = box.number
    if box.tag in STORY or weights.told[number] > MOST * weights.told[0]:
        return False
    inside = page.boxes[number + 1 : box.last + 1]
    form = next((one for one in inside if one.tag == "form"), None)
    return _beside(box, form, weights) <= PITCH and not any(
        one.tag in TELLING and not (form is not None and form.holds(one)) for one in inside
    )


def _beside(box: Box, form: Box | None, weights: Weights) -> int:
    """The characters in a box without those in the form."""
    return weights.sizes[box.number] - (weights.sizes[form.number] if form is not None else 0)
