"""Where the story stands on a page, and which of the lines there are the story's."""

from __future__ import annotations

import re

from articlekit.parsers.html.apparatus import Judge
from articlekit.parsers.html.cards import find_cards, stays, target, totals
from articlekit.parsers.html.tags import HEADINGS
from articlekit.parsers.html.tree import BREAK, Box, Line, Page
from articlekit.parsers.html.witness import Witness

SENTENCE = 60
"""Characters of a line that counts as told; half as many in scripts without spaces."""
SMALL = 600
"""Characters that a box tells at most to tell next to nothing, all in one line."""
LONG = 200
"""Characters of a line that counts as told though it does not end like a sentence."""
SHARE = 0.8
"""The part of a box's story that one box in it has to hold for the search to go on inside it."""
ARTICLE = 0.2
"""The part of the page's story that an ``article`` with the headline in it has to hold to be the story."""
TEXT_LEVEL = 9
"""The level of what is no heading."""
FEW_ARTICLES = 3
"""How many articles a page may hold without being a list of stories around the one that it is about."""
LIFT = 3
"""How many times as much as all the rest a box that looks like apparatus has to tell to be the story after all."""
_END = re.compile(r"[.!?…:;。！？।”\"»)][\"'”’»)\]]*$")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OTHERS = frozenset("comments respond disqus footer".split())
_NEVER = frozenset(
    "comment comments commentform respond disqus reply footer related recommended outbrain taboola".split()
)
_TEXT = frozenset(["p", "li", "blockquote", "cite", *HEADINGS])
"""Tags that writers put text in."""
_STANDFIRST = frozenset(
    "standfirst deck dek summary subtitle subheadline subheading subhead lead lede intro preamble excerpt desc "
    "description teaser abstract chapo ingress".split()
)


def find_story(page: Page, witness: Witness) -> list[Line]:
    """The lines of the story in page order: its headline, its standfirst, its text."""
    if not page.lines:
        return []
    for line in page.lines:
        _weigh(line)
    judge = Judge()
    _judge(page, judge, {box.number for box in find_cards(page, witness.host)})
    root = _find_root(page)
    frames = set(map(id, root.around()))
    lines = [
        line
        for line in page.lines
        if (root.holds(line.box) or (line.weight and id(_holder(line)) in frames))
        and not line.box.out
        and _belongs(line, witness.host)
    ]
    dropped = {line.box.number for line in page.lines if line.box.out}
    lines = _without_empty_sections(lines, dropped)
    lines = [line for line in lines if not _repeats_title(line, witness)]
    return _head(page, judge, witness, lines) + lines


def _weigh(line: Line) -> None:
    """Fold the words of a line, and judge how much it tells."""
    words = "".join([part if isinstance(part, str) else "\n" if part is BREAK else "" for part in line.parts])
    line.text = " ".join(words.split())
    if line.text.startswith("http"):
        return
    size = line.size * 2 if _DENSE.search(line.text, 0, 20) else line.size
    if size >= SENTENCE and line.linked < 0.5 * line.size and (size > LONG or _END.search(line.text[-6:])):
        line.weight = size


def _judge(page: Page, judge: Judge, cards: set[int]) -> None:
    """Mark the boxes that are apparatus; a box that holds most of what the page tells is none."""
    told = totals(page, lambda line: line.weight)
    tells = totals(page, lambda line: line.weight > 0)
    half = 0.5 * told[0]
    marked: set[int] = set()
    headlines = [line for line in page.lines if line.box.tag == "h1"]
    for box in page.boxes:
        if box.number in cards:
            marked.add(box.number)
        elif judge.is_apparatus(box, small=tells[box.number] <= 1 and told[box.number] <= SMALL):
            spared = told[box.number] > (0.9 * told[0] if box.tag in ("aside", "footer", "nav") else half)
            if not spared or (judge.words(box) & _OTHERS and not any(box.holds(line.box) for line in headlines)):
                marked.add(box.number)
    while True:
        tops = _spread(page, marked)
        kept = sum(line.weight for line in page.lines if not line.box.out)
        liftable = [box for box in tops if box.number not in cards and _liftable(box, judge)]
        largest = max(liftable, key=lambda box: told[box.number], default=None)
        if largest is None or told[largest.number] <= LIFT * kept:
            return
        marked.discard(largest.number)


def _spread(page: Page, marked: set[int]) -> list[Box]:
    """Mark everything inside marked boxes; the outermost marked boxes."""
    tops: list[Box] = []
    for box in page.boxes:
        inside = box.parent is not None and box.parent.out
        box.out = inside or box.number in marked
        if box.out and not inside:
            tops.append(box)
    return tops


def _liftable(box: Box, judge: Judge) -> bool:
    return box.tag not in ("nav", "footer", "aside", "figure", "form") and not judge.words(box) & _NEVER


def _find_root(page: Page) -> Box:
    """The innermost box that holds nearly all of the story, followed down from the body."""
    told = totals(page, lambda line: 0 if line.box.out else line.weight)
    children: dict[int, list[Box]] = {}
    for box in page.boxes[1:]:
        if box.parent is not None and told[box.number]:
            children.setdefault(box.parent.number, []).append(box)
    root = _start(page, told)
    while inner := children.get(root.number):
        best = max(inner, key=lambda box: told[box.number])
        if told[best.number] < SHARE * told[root.number] or _tells_itself(page, root):
            break
        root = best
    while root.tag in ("p", "blockquote", "ul", "ol", "li") and root.parent is not None:
        root = root.parent
    return root


def _tells_itself(page: Page, box: Box) -> bool:
    """Whether paragraphs of the story stand in ``box`` itself, beside the boxes in it."""
    own = [line for line in page.lines if line.weight and not line.box.out and _holder(line) is box]
    return len(own) > 1


def _holder(line: Line) -> Box | None:
    return line.box.parent if line.box.tag == "p" else line.box


def _start(page: Page, told: list[int]) -> Box:
    """Where the search begins: in the article that holds the headline, if it is the story and no frame of one."""
    body = page.boxes[0]
    headlines = [line.box for line in page.lines if line.box.tag == "h1"]
    for box in page.boxes:
        if box.tag == "article" and told[box.number] > ARTICLE * told[0] and any(map(box.holds, headlines)):
            return box
    articles = [box for box in page.boxes if box.tag == "article" and told[box.number]]
    largest = max(articles, key=lambda box: told[box.number], default=body)
    return largest if len(articles) > FEW_ARTICLES and told[largest.number] > 0.5 * told[0] else body


def _belongs(line: Line, host: str | None) -> bool:
    """Whether a line in the story's box is the story's: no headline, and no line that only leads to another story."""
    if line.box.tag == "h1":
        return False
    if line.linked <= 0.6 * line.size:
        return True
    if line.linked < 0.9 * line.size:
        return line.box.tag in _TEXT
    return line.box.tag in _TEXT and not stays(target(line), host) and not line.text.isupper()


def _without_empty_sections(lines: list[Line], dropped: set[int]) -> list[Line]:
    """``lines`` without links at the end, and without the headings under which nothing stands.

    ``dropped`` are the numbers of the boxes whose lines were found to be apparatus.
    """
    kept: list[Line] = []
    below = 0
    for line in reversed(lines):
        level = HEADINGS.get(line.box.tag, TEXT_LEVEL)
        if level == TEXT_LEVEL:
            if not kept and line.linked >= 0.9 * line.size:
                continue
        elif level >= below or _heads_apparatus(line, kept[-1], dropped):
            continue
        kept.append(line)
        below = level
    return kept[::-1]


def _heads_apparatus(heading: Line, after: Line, dropped: set[int]) -> bool:
    """Whether what stood under a heading is apparatus: the box around it holds such, and not the next line."""
    parent = heading.box.parent
    if parent is None or parent.holds(after.box):
        return False
    return any(number in dropped for number in range(heading.box.last + 1, parent.last + 1))


def _repeats_title(line: Line, witness: Witness) -> bool:
    return line.size < LONG and line.box.tag not in ("p", "li") and witness.names(line.text)


def _head(page: Page, judge: Judge, witness: Witness, lines: list[Line]) -> list[Line]:
    """The headline above ``lines``, and the standfirst between the two."""
    if not lines:
        return []
    places = {id(line): place for place, line in enumerate(page.lines)}
    first = places[id(lines[0])]
    title = next((place for place in range(first - 1, -1, -1) if page.lines[place].box.tag == "h1"), None)
    if title is None or first - title > 30:
        return []
    between = page.lines[title + 1 : first]
    headline = page.lines[title]
    return [headline, *(line for line in between if _sums_up(line, headline, judge, witness))]


def _sums_up(line: Line, headline: Line, judge: Judge, witness: Witness) -> bool:
    if line.linked > 0.3 * line.size or not 40 <= line.size <= 600 or witness.names(line.text):
        return False
    named = line.box.tag == "h2" or witness.sums_up(line.text)
    for step, box in enumerate(line.box.around()):
        if step == 4 or box.holds(headline.box):
            break
        words = judge.words(box)
        if box.tag in ("figure", "figcaption", "nav", "form", "aside") or words & {"caption", "author"}:
            return False
        named = named or bool(words & _STANDFIRST)
    return named
