"""The HTML reader: from a page to a Draft with its metadata, the blocks of its story and the lines around it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articlekit.parsers.draft import Draft, DraftBlock, PageFacts
from articlekit.parsers.html.dom.inline_text import read_node
from articlekit.parsers.html.dom.sanitize import sanitize
from articlekit.parsers.html.dom.walk import read_page
from articlekit.parsers.html.live.entries import read_entry_times
from articlekit.parsers.html.metadata.hints import read_hints
from articlekit.parsers.html.metadata.page import read_metadata
from articlekit.parsers.html.page_kind.access import report_access, report_cut, report_kind
from articlekit.parsers.html.story.finder import find_story
from articlekit.parsers.html.story.inline_related import find_inline_related
from articlekit.parsers.html.story.nearby_lines import read_nearby_lines
from articlekit.parsers.html.story.write_story import write_story
from articlekit.parsers.input.decode import Decoded

__all__ = ["read_html"]


def read_html(source: Decoded, url: str | None = None) -> Draft:
    """Return the draft of an HTML page; ``url`` is where it came from, if that is known."""
    sanitized, problems = sanitize(source.utf8, source.tags)
    tree = LexborHTMLParser(sanitized)
    facts = PageFacts(base=_base(tree), select=lambda selector: _select(tree, selector))
    draft = Draft(facts=facts, problems=list(problems))

    # What the markup says about the page.
    read_metadata(tree, draft)
    report_access(draft)

    # Which lines of the page are the article.
    page = read_page(tree)
    hints = read_hints(draft, url)
    story = find_story(page, hints)
    report_kind(page, story, hints, draft)

    # What the rules read: the lines around the story, its blocks, the links between them.
    entry_times = read_entry_times(page, story, draft)
    read_nearby_lines(page, story, entry_times, draft)
    write_story(page, story, entry_times, draft)
    facts.inline_related = find_inline_related(page, story, hints.host)
    report_cut(draft)
    return draft


def _select(tree: LexborHTMLParser, selector: str) -> tuple[DraftBlock, ...]:
    """Return the elements that a CSS selector finds, each as one paragraph with its attributes."""
    return tuple(_with_attributes(element) for element in tree.css(selector))


def _with_attributes(element: LexborNode) -> DraftBlock:
    """Return the text of an element with its attributes; an attribute without a value is empty."""
    block = read_node(element)
    block.attributes = {name: value or "" for name, value in element.attributes.items()}
    return block


def _base(tree: LexborHTMLParser) -> str | None:
    """Return the address in the page's ``base`` element, or None."""
    element = tree.head.css_first("base[href]") if tree.head is not None else None
    return element.attributes.get("href") if element is not None else None
