"""The blocks of a body in HTML or plain text. The body has no page around it, so nothing in it is boilerplate."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from articlekit.models import BlockKind
from articlekit.parsers.draft import Draft, DraftBlock, PageFacts
from articlekit.parsers.exchange.draft_builder import without_unreadable
from articlekit.parsers.html.boilerplate.prose_statistics import measure_prose
from articlekit.parsers.html.dom.model import Line
from articlekit.parsers.html.dom.sanitize import sanitize
from articlekit.parsers.html.dom.walk import read_page
from articlekit.parsers.html.live.entries import EntryTimes
from articlekit.parsers.html.story.write_story import write_story
from articlekit.parsers.lines.normalize import single_spaced
from articlekit.parsers.text_builder import with_bare_urls

MAX_ORNAMENT_PIXELS = 40
"""Width of an image up to which it is an ornament or counts readers."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """True if ``text`` contains HTML tags."""
    return _TAG.search(text) is not None


def read_html_body(source: str, draft: Draft) -> None:
    """Add the blocks of an HTML body to ``draft``."""
    raw = without_unreadable(source).encode()
    sanitized, problems = sanitize(raw, raw.count(b"<"))
    tree = LexborHTMLParser(sanitized)
    page = read_page(tree)
    measure_prose(page)
    # An image before the first line belongs to the article. On a page, it could be part of the design.
    part = Draft(facts=PageFacts(meta={"meta:og:image": _lead_image(tree)}))
    write_story(page, [line for line in page.lines if not _is_caption(line)], EntryTimes(), part)
    draft.body.blocks += part.body.blocks
    draft.decided.images += tuple(block.image for block in part.body.blocks if block.image)
    draft.decided.links += tuple(link for block in part.body.blocks if block.image for link in block.links_as("media"))
    draft.problems += [*problems, *part.problems]


def _lead_image(tree: LexborHTMLParser) -> tuple[str, ...]:
    """Return the URL of the first image, unless that is an ornament."""
    node = tree.css_first("img[src]")
    if node is None:
        return ()
    width = node.attributes.get("width") or ""
    return () if width.isdecimal() and int(width[:6]) <= MAX_ORNAMENT_PIXELS else (node.attributes.get("src") or "",)


def _is_caption(line: Line) -> bool:
    """True if a line is the caption of an image."""
    return any(
        element.tag == "figcaption" and not (element.parent and element.parent.frames_text)
        for element in line.element.self_and_ancestors()
    )


def read_plain_body(source: str, draft: Draft) -> None:
    """Add the paragraphs of a plain-text body to ``draft``. They end at blank lines; without blank lines, at line ends.

    A paragraph with tabs is a table row. No other markup is read, so no word is lost.
    """
    text = without_unreadable(source).replace("\r\n", "\n").replace("\r", "\n").strip()
    for part in _BLANK_LINE.split(text) if _BLANK_LINE.search(text) else text.split("\n"):
        cells = [single_spaced(cell) for cell in part.split("\t")]
        words = "\t".join(cells) if any(cells) else ""
        if words:
            kind: BlockKind = "table_row" if len(cells) > 1 else "paragraph"
            draft.body.blocks.append(DraftBlock(kind, words, with_bare_urls(words)))
