"""What stands under a picture: its caption, and whose it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import frozen
from selectolax.lexbor import LexborNode

from articlekit.parsers.html.dom.class_names import name_words, split_names
from articlekit.parsers.html.dom.inline_text import words_of
from articlekit.parsers.html.dom.model import Box, Line, Page, Picture
from articlekit.parsers.html.dom.tags import BLOCKS, HEADINGS
from articlekit.parsers.lines.captions import (
    MAX_CAPTION_CHARS,
    MAX_CREDIT_CHARS,
    is_credit_label,
    is_credit_name,
    split_caption,
    without_credit_frame,
    without_credit_label,
)
from articlekit.parsers.lines.normalize import ends_sentence

NEAR = 3
"""Boxes around a line that may name it."""
LONGEST_NAME = 60
"""Characters of a line that names a photographer, and says no more."""
LINES = 8
"""Lines of a frame that are looked at for caption and credit."""
BEHIND = 2
"""Lines behind a frame among which the caption may stand that belongs to it."""
FEW = 4
"""Lines beside a picture at most in a box that is told to be its frame by what it holds."""
INLINE = 8
"""Inline elements of a frame that are asked for their names."""

CAPTIONED = frozenset("caption captions figcaption legend cutline".split())
"""Words that mark a caption."""
SIGNED = frozenset("credit credits copyright copyrights photographer photographers".split())
"""Words that mark whose picture it is."""
GALLERIES = frozenset("gallery slideshow carousel slider swiper".split())
"""Words that mark a row of pictures, under each of which stands its caption."""
CREDITED = SIGNED | frozenset("source byline author owner".split())
"""The same, and words that mark it in the frame of a picture only."""


@frozen
class Shown:
    """A picture of the story."""

    picture: Picture
    """Where it stands."""
    url: str
    """Its address as written; empty where only a script knows it."""
    alt: str | None
    """Its alternative text."""
    frame: Box | None
    """The box that holds it with its caption, and nothing of the story. None: there is none."""


def lines_of(shown: Shown, beside: list[Shown], page: Page, taken: set[int]) -> list[Line]:
    """The lines that stand with a picture; their places are added to ``taken``.

    ``beside`` are the pictures before and after it; ``taken`` are the places of lines that are the story's, or stand
    with another picture.
    """
    found = _lines_below(shown, beside, page) or _lines_above(shown, beside, page) or _lines_behind(shown, beside, page)
    free = [(place, line) for place, line in found if place not in taken]
    taken.update(place for place, _ in free)
    return [line for _, line in free]


def _lines_below(shown: Shown, beside: list[Shown], page: Page) -> list[tuple[int, Line]]:
    """The lines between a picture and the next in its frame."""
    frame, place = shown.frame, shown.picture.place
    if frame is None:
        return []
    ends = [
        other.picture.place
        for other in beside
        if frame.holds(other.picture.box) and not (other.frame is frame and other.picture.place == place)
    ]
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


def _lines_behind(shown: Shown, beside: list[Shown], page: Page) -> list[tuple[int, Line]]:
    """The captions among the next lines, where no other frame holds them and no other picture stands between."""
    place = shown.picture.place
    frames = [other.frame for other in beside if other.frame is not None]
    nearer = min((other.picture.place for other in beside if other.picture.place > place), default=len(page.lines))
    near = [(n, page.lines[n]) for n in range(place, min(place + BEHIND, nearer, len(page.lines)))]
    return [
        (n, line)
        for n, line in near
        if line.box.out
        and (line.box.captioned or _names(line.box, None) & CAPTIONED or _is_signature(line))
        and not any(other.holds(line.box) for other in frames)
    ]


def _is_signature(line: Line) -> bool:
    """Whether a line is but a name, and its box says that it is whose picture it is."""
    return bool(_names(line.box, None) & SIGNED) and is_credit_name(line.text)


def frames_picture(box: Box, place: int, page: Page) -> bool:
    """Whether a box around the picture at ``place`` holds its caption or its credit, and little else."""
    lines = list(lines_in(box, place, page))
    if not 0 < len(lines) <= FEW or any(line.linked >= 0.9 * line.size for line in lines):
        return False
    named = sum(bool(_names(line.box, box) & (CAPTIONED | SIGNED)) for line in lines)
    return named >= max(1, len(lines) - 1)


def is_captioned_only(box: Box, place: int, page: Page) -> bool:
    """Whether nothing stands in a box around the picture at ``place`` but captions and credits."""
    lines = list(lines_in(box, place, page))
    return 0 < len(lines) <= FEW and all(_names(line.box, box) & (CAPTIONED | SIGNED) for line in lines)


def lines_in(box: Box, place: int, page: Page) -> Iterator[Line]:
    """The lines of a box around the picture at ``place``, no more than :data:`LINES` of them to either side."""
    lines = page.lines
    for steps in (range(place - 1, max(-1, place - 1 - LINES), -1), range(place, min(place + LINES, len(lines)))):
        for n in steps:
            if not box.holds(lines[n].box):
                break
            yield lines[n]


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
    said: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.linked < 0.9 * line.size and not is_credit_label(line.text) and any(map(str.isalnum, line.text)):
            said[_part_of(line, shown)].append(line.text)
    caption, credit = _captioned(said)
    if len(caption) > MAX_CAPTION_CHARS:
        caption = ""
    if caption and credit is None and (name := _credit_in(shown, caption)):
        return _divided(caption, name)
    return caption or None, _bare(credit) if credit else None


def _part_of(line: Line, shown: Shown) -> str:
    """What a line beside a picture is by its names, or by those in it."""
    frame = shown.frame
    names = _names(line.box, frame)
    if line.box.tag in HEADINGS and not names & CAPTIONED:
        return "heading"
    short = line.size <= LONGEST_NAME and not ends_sentence(line.text)
    if names & CREDITED and (short or (line.size <= MAX_CREDIT_CHARS and not names & CAPTIONED)):
        return "signature" if names & SIGNED else "credit"
    if names & CAPTIONED or line.box.captioned or (frame is not None and _is_marked(line, shown)):
        return "caption"
    if frame is not None and (frame.tag == "figure" or frame.captioned or name_words(frame) & GALLERIES):
        return "figure"
    return "unnamed"


def _captioned(said: dict[str, list[str]]) -> tuple[str, str | None]:
    """The caption, empty where there is none, and the credit as it stands."""
    signed = said["signature"] + said["credit"]
    marked, others = said["caption"], said["figure"]
    if marked:
        # What a figure says beside its caption is whose picture it is, or nothing about it.
        names = [text for text in (*marked[1:], *others) if is_credit_name(text)]
        names += [text for text in marked[:1] if len(marked) > 1 and split_caption(text)[0] is None]
        return _joined([text for text in marked if text not in names]), next(iter(signed + names), None)
    if said["signature"] and len(said["unnamed"]) == 1 and not others:
        return said["unnamed"][0], signed[0]
    whole = [text for text in others if split_caption(text)[0] is None]
    told = [text for text in others if text not in whole]
    return told[0] if told else "", next(iter(signed + whole), None)


def _joined(captions: list[str]) -> str:
    """The lines of one caption; one that another begins with is told already."""
    kept = [text for n, text in enumerate(captions) if not any(other.startswith(text) for other in captions[n + 1 :])]
    return " ".join(kept)


def _divided(caption: str, name: str) -> tuple[str | None, str]:
    """Caption and credit, where the credit's words stand in the caption: the agency right behind them is the credit's."""
    before, _, after = caption.rpartition(name)
    if after and len(after) <= LONGEST_NAME and not ends_sentence(after):
        name, after = name + after, ""
    told = " ".join((before + after).split()).rstrip(" ,;|/–—-")
    return None if is_credit_label(told) else told or None, _bare(name)


def _bare(credit: str) -> str:
    """A credit without its label, brackets and the punctuation behind it."""
    return without_credit_label(without_credit_label(without_credit_frame(credit)))


def _credit_in(shown: Shown, caption: str) -> str | None:
    """The words of a caption that are marked as its credit."""
    for words, names in _inline(shown):
        if names & CREDITED and words in caption:
            return words if len(words) <= MAX_CREDIT_CHARS else None
    return None


def _is_marked(line: Line, shown: Shown) -> bool:
    """Whether inline elements of a line that no box names are named caption or credit."""
    return any(names & (CAPTIONED | SIGNED) and words in line.text for words, names in _inline(shown))


def _inline(shown: Shown) -> Iterator[tuple[str, frozenset[str]]]:
    """The words and the names of the inline elements in a picture's frame that have names, and are not around its caption."""
    frame = _element(shown)
    for element in frame.css("span, small, cite, em, i")[:INLINE] if frame is not None else ():
        names = split_names(element.attributes.get("class") or "")
        if element.tag == "cite":
            names |= SIGNED
        if names and (words := words_of(element).words) and element.css_first("figcaption") is None:
            yield words, names


def _element(shown: Shown) -> LexborNode | None:
    """The element of a picture's frame. None: it has none."""
    node, box = shown.picture.node.parent, shown.picture.box
    if shown.frame is None:
        return None
    while node is not None and (node.tag not in BLOCKS or box is not shown.frame):
        if node.tag in BLOCKS and box.parent is not None:
            box = box.parent
        node = node.parent
    return node
