"""What stands under a picture: its caption, and whose it is."""

from __future__ import annotations

from attrs import frozen

from articlekit.parsers.conventions.captions import LONGEST_CAPTION, LONGEST_CREDIT, bare, is_label, without_label
from articlekit.parsers.html.names import name_words
from articlekit.parsers.html.tree import Box, Line, Page, Picture
from articlekit.parsers.html.words import words_of
from articlekit.parsers.prose import ends_sentence

STEPS = 8
"""Elements around a picture among which its figure is looked for."""
NEAR = 3
"""Boxes around a line that may name it."""
LONGEST_NAME = 60
"""Characters of a line that names a photographer, and says no more."""
LINES = 8
"""Lines of a frame that are looked at for caption and credit."""

CAPTIONED = frozenset("caption captions figcaption legend cutline".split())
"""Words that mark a caption."""
CREDITED = frozenset("credit credits copyright photographer photographers source byline author copyrights".split())
"""Words that mark a credit."""


@frozen
class Shown:
    """A picture of the story."""

    picture: Picture
    """Where it stands."""
    url: str
    """Its address as written."""
    alt: str | None
    """Its alternative text."""
    frame: Box | None
    """The box that holds it with its caption, and nothing of the story. None: there is none."""


def lines_of(shown: Shown, beside: list[Shown], page: Page, taken: set[int]) -> list[Line]:
    """The lines that stand with a picture; their places are added to ``taken``.

    ``beside`` are the pictures before and after it; ``taken`` are the places of lines that are the story's, or stand
    with another picture.
    """
    found = _lines_below(shown, beside, page) or _lines_above(shown, beside, page)
    free = [(place, line) for place, line in found if place not in taken]
    taken.update(place for place, _ in free)
    return [line for _, line in free]


def _lines_below(shown: Shown, beside: list[Shown], page: Page) -> list[tuple[int, Line]]:
    """The lines between a picture and the next in its frame; where it has none, a caption that no other frame holds."""
    frame, place = shown.frame, shown.picture.place
    if frame is None:
        near = [(n, page.lines[n]) for n in range(place, min(len(page.lines), place + 2))]
        frames = [other.frame for other in beside if other.frame is not None]
        return [
            (n, line)
            for n, line in near
            if line.box.out
            and _names(line.box, None) & CAPTIONED
            and not any(other.holds(line.box) for other in frames)
        ]
    ends = [other.picture.place for other in beside if frame.holds(other.picture.box)]
    found = []
    for n in range(place, min([place + LINES, len(page.lines), *(end for end in ends if end >= place)])):
        if not frame.holds(page.lines[n].box):
            break
        found.append((n, page.lines[n]))
    return found


def _lines_above(shown: Shown, beside: list[Shown], page: Page) -> list[tuple[int, Line]]:
    """The captions and credits above the only picture of a frame."""
    frame, place = shown.frame, shown.picture.place
    if frame is None or any(frame.holds(other.picture.box) for other in beside):
        return []
    return [
        (n, page.lines[n])
        for n in range(max(0, place - 2), place)
        if frame.holds(page.lines[n].box) and _names(page.lines[n].box, frame) & (CAPTIONED | CREDITED)
    ]


def _names(box: Box, frame: Box | None) -> frozenset[str]:
    """The words that name ``box`` and the boxes around it, up to ``frame``; its tags are among them."""
    names: frozenset[str] = frozenset()
    for step, around in enumerate(box.around()):
        if step == NEAR or around is frame:
            break
        names |= name_words(around) | {around.tag}
    return names


def describe(shown: Shown, lines: list[Line]) -> tuple[str | None, str | None]:
    """Caption and credit in the lines that stand with a picture."""
    captions: list[str] = []
    signed: list[str] = []
    for line in lines:
        if line.linked >= 0.9 * line.size or is_label(line.text):
            continue
        names = _names(line.box, shown.frame)
        short = line.size <= LONGEST_NAME and not ends_sentence(line.text)
        if names & CREDITED and (short or (line.size <= LONGEST_CREDIT and not names & CAPTIONED)):
            signed.append(line.text)
        elif names & CAPTIONED or (shown.frame is not None and shown.frame.tag == "figure"):
            captions.append(line.text)
    caption = captions[0] if captions and len(captions[0]) <= LONGEST_CAPTION else None
    if caption and not signed and (name := _credit_in(shown, caption)):
        return _divided(caption, name)
    return caption, _bare(signed[0]) if signed else None


def _divided(caption: str, name: str) -> tuple[str | None, str]:
    """Caption and credit, where the credit's words stand in the caption: the agency right behind them is the credit's."""
    before, _, after = caption.partition(name)
    if after and len(after) <= LONGEST_NAME and not ends_sentence(after):
        name, after = name + after, ""
    return " ".join((before + after).split()).rstrip(" ,;|/–—-") or None, _bare(name)


def _bare(credit: str) -> str:
    """A credit without its label, brackets and the punctuation behind it."""
    return without_label(bare(credit))


def _credit_in(shown: Shown, caption: str) -> str | None:
    """The words of a caption that are marked as its credit."""
    node = shown.picture.node
    for _ in range(STEPS):
        if node.parent is None or node.tag == "figure":
            break
        node = node.parent
    if node.tag != "figure":
        return None
    under = node.css_first("figcaption")
    for element in under.css("span, small, cite")[:LINES] if under is not None else ():
        marks = {word for name in (element.attributes.get("class") or "").lower().split() for word in name.split("-")}
        if (element.tag == "cite" or marks & CREDITED) and (words := words_of(element).words) and words in caption:
            return words if len(words) <= LONGEST_CREDIT else None
    return None
