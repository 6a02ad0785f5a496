"""The HTML reader: a page → a Draft of its headline, standfirst and story, and of what its markup states."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articlekit.parsers.draft import Draft, DraftBlock, PageFacts
from articlekit.parsers.html.dom.inline_text import words_of
from articlekit.parsers.html.dom.sanitize import fence
from articlekit.parsers.html.dom.walk import read_page
from articlekit.parsers.html.live.entries import read_times
from articlekit.parsers.html.metadata.hints import read_witness
from articlekit.parsers.html.metadata.page import read_metadata
from articlekit.parsers.html.page_kind.access import report_access, report_cut, report_kind
from articlekit.parsers.html.story.finder import find_story
from articlekit.parsers.html.story.inline_related import links_among
from articlekit.parsers.html.story.nearby_lines import read_surroundings
from articlekit.parsers.html.story.write_story import write_story
from articlekit.parsers.input.decode import Decoded

__all__ = ["read_html"]


def read_html(source: Decoded, url: str | None = None) -> Draft:
    """Read an HTML page; ``url`` is where it came from, if that is known."""
    fenced, problems = fence(source.utf8, source.tags)
    tree = LexborHTMLParser(fenced)
    draft = Draft(
        facts=PageFacts(base=_base(tree), select=lambda selector: _select(tree, selector)), problems=list(problems)
    )
    read_metadata(tree, draft)
    report_access(draft)
    page = read_page(tree)
    witness = read_witness(draft, url)
    story = find_story(page, witness)
    report_kind(page, story, witness, draft)
    times = read_times(page, story, draft)
    read_surroundings(page, story, times, draft)
    write_story(page, story, times, draft)
    draft.facts.inline_related = links_among(page, story, witness.host)
    report_cut(draft)
    return draft


def _select(tree: LexborHTMLParser, selector: str) -> tuple[DraftBlock, ...]:
    return tuple(_with_attributes(element) for element in tree.css(selector))


def _with_attributes(element: LexborNode) -> DraftBlock:
    """What an element says, and its attributes; one without a value has an empty one."""
    block = words_of(element)
    block.attributes = {name: value or "" for name, value in element.attributes.items()}
    return block


def _base(tree: LexborHTMLParser) -> str | None:
    """What the page's ``base`` element gives."""
    element = tree.head.css_first("base[href]") if tree.head is not None else None
    return element.attributes.get("href") if element is not None else None
