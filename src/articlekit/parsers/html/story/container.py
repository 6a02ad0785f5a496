"""Where the story stands: the innermost box that holds nearly all of it."""

from __future__ import annotations

from collections import Counter

from articlekit.parsers.html.boilerplate.prose_weight import Weights, totals
from articlekit.parsers.html.dom.model import Box, Line, Page, holder
from articlekit.parsers.html.metadata.hints import Witness, fold

SHARE = 0.8
"""The part of a box's story that one box in it has to hold for the search to go on inside it."""
ARTICLE = 0.2
"""The part of the page's story that an ``article`` with the headline in it has to hold to be the story."""
PART, TEXT = 200, 0.7
"""Letters that a part of the story beside its box tells at least, and the part of all its letters that they are."""
NEAR = 3
"""How many boxes around the story's have twins that are parts of it."""
FEW_ARTICLES = 3
"""How many articles a page may hold without being a list of stories around the one that it is about."""
STATED, COVER = 300, 0.7
"""Letters of the text that structured data gives, and the part of it that has to stand on the page, to be believed."""


def find_root(page: Page, witness: Witness) -> Box:
    """The box of the story: stated by structured data, or followed down from the body."""
    told = [line for line in page.lines if line.weight and not line.box.out]
    root = _stated(told, witness) or _follow(page, told)
    while root.tag in ("p", "blockquote", "ul", "ol", "li") and root.parent is not None:
        root = root.parent
    return root


def twins(page: Page, root: Box, weights: Weights) -> list[Box]:
    """The boxes of the same make as the story's, or as one right around it, that stand beside it and tell something too."""
    sizes, told = weights.sizes, weights.told
    found: list[Box] = []
    inner = root
    for _ in range(NEAR):
        around = inner.parent
        if around is None or around.tag == "body":
            break
        if inner.attributes.get("class"):
            alike = (
                box for box in page.children(around) if box is not inner and not box.out and _is_made_like(box, inner)
            )
            found += [box for box in alike if told[box.number] >= max(PART, TEXT * sizes[box.number])]
        inner = around
    return found


def _is_made_like(box: Box, other: Box) -> bool:
    return box.tag == other.tag and box.attributes.get("class") == other.attributes.get("class")


def _stated(told: list[Line], witness: Witness) -> Box | None:
    """The innermost box around the lines that the text in the structured data holds too; None if it holds too few."""
    if len(witness.body) < STATED:
        return None
    words = [(line, fold(line.text)) for line in told]
    found = [(line, letters) for line, letters in words if letters in witness.body]
    if sum(len(letters) for _, letters in found) < COVER * len(witness.body):
        return None
    last = found[-1][0].box
    return next(box for box in found[0][0].box.around() if box.holds(last))


def _follow(page: Page, told: list[Line]) -> Box:
    """Go down while one box holds nearly all that the one around it tells."""
    weights = totals(page, told, [line.weight for line in told])
    own = Counter(holder(line).number for line in told)
    heaviest: dict[int, Box] = {}
    for box in page.boxes[1:]:
        if box.parent is not None and weights[box.number]:
            rival = heaviest.setdefault(box.parent.number, box)
            if weights[box.number] > weights[rival.number]:
                heaviest[box.parent.number] = box
    root = _start(page, weights)
    # A box in which two paragraphs stand beside the boxes in it is a part of the story itself.
    while (best := heaviest.get(root.number)) and own[root.number] < 2:
        if weights[best.number] < SHARE * weights[root.number]:
            break
        root = best
    return root


def _start(page: Page, weights: list[int]) -> Box:
    """The article that holds the headline, if it is the story and no frame of one; the heaviest of many; or the body."""
    body = page.boxes[0]
    articles = [box for box in page.boxes if box.tag == "article" and weights[box.number]]
    headlines = [line.box for line in page.headlines]
    for box in articles:
        if weights[box.number] > ARTICLE * weights[0] and any(map(box.holds, headlines)):
            return box
    heaviest = max(articles, key=lambda box: weights[box.number], default=body)
    return heaviest if len(articles) > FEW_ARTICLES and 2 * weights[heaviest.number] > weights[0] else body
