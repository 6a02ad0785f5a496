"""The body of a report that came without a page around it → blocks; nothing in it is guessed to be furniture."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from articlekit.models import BlockKind
from articlekit.parsers.draft import Draft, DraftBlock, PageFacts
from articlekit.parsers.exchange.record import clean
from articlekit.parsers.html.boilerplate.prose_statistics import measure_prose
from articlekit.parsers.html.dom.model import Line
from articlekit.parsers.html.dom.sanitize import sanitize
from articlekit.parsers.html.dom.walk import read_page
from articlekit.parsers.html.live.entries import EntryTimes
from articlekit.parsers.html.story.write_story import write_story
from articlekit.parsers.lines.normalize import single_spaced
from articlekit.parsers.text_builder import with_bare_addresses

TINY = 40
"""Pixels up to which a picture counts readers or is an ornament."""

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether tags stand in ``text``."""
    return _TAG.search(text) is not None


def read_html_body(source: str, draft: Draft) -> None:
    """Add the blocks of a body in HTML to ``draft``."""
    raw = clean(source).encode()
    sanitized, problems = sanitize(raw, raw.count(b"<"))
    tree = LexborHTMLParser(sanitized)
    page = read_page(tree)
    measure_prose(page)
    # The picture over the first line is the story's own: there is no page whose ornament it could be.
    part = Draft(facts=PageFacts(meta={"meta:og:image": _lead(tree)}))
    write_story(page, [line for line in page.lines if not _is_caption(line)], EntryTimes(), part)
    draft.body.blocks += part.body.blocks
    draft.decided.images += tuple(block.image for block in part.body.blocks if block.image)
    draft.decided.links += tuple(link for block in part.body.blocks if block.image for link in block.links_as("media"))
    draft.problems += [*problems, *part.problems]


def _lead(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The address of the first picture, unless it is tiny."""
    node = tree.css_first("img[src]")
    if node is None:
        return ()
    wide = node.attributes.get("width") or ""
    return () if wide.isdecimal() and int(wide[:6]) <= TINY else (node.attributes.get("src") or "",)


def _is_caption(line: Line) -> bool:
    """Whether a line stands under a picture and not in the text."""
    return any(
        box.tag == "figcaption" and not (box.parent and box.parent.frames_text)
        for box in line.element.self_and_ancestors()
    )


def read_plain_body(source: str, draft: Draft) -> None:
    """Add the paragraphs of a plain body: blank lines part them, or line ends where there is no blank line.

    A paragraph with tabs is the row of a table. Nothing else is made of signs, so that no word is lost.
    """
    text = clean(source).replace("\r\n", "\n").replace("\r", "\n").strip()
    for part in _BLANK.split(text) if _BLANK.search(text) else text.split("\n"):
        cells = [single_spaced(cell) for cell in part.split("\t")]
        words = "\t".join(cells) if any(cells) else ""
        if words:
            kind: BlockKind = "table_row" if len(cells) > 1 else "paragraph"
            draft.body.blocks.append(DraftBlock(kind, words, with_bare_addresses(words)))
