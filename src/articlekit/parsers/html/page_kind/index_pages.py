"""Pages that list articles and hold none of their own: front pages, sections, writers' pages, what a search finds."""

from __future__ import annotations

import re
from itertools import pairwise

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.boilerplate.teasers import leads
from articlekit.parsers.html.dom.model import Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.metadata.hints import Witness, fold
from articlekit.parsers.html.page_kind.error_pages import TOLD, is_stated

LITTLE, MANY = 200, 30
"""Characters that a list of articles tells at most, and links to other pages of the site that it holds at least."""
TEASERS, SHARE = 5, 0.6
"""How many lines of a list of articles stand right under a headline that leads elsewhere, and which part of its lines they are."""
FRONT = 3
"""How many headlines that lead elsewhere stand over what the front page of a site tells."""

_MANY = (
    r"authors?|autor(?:es|en)?|auteurs?|autori|contributors?|staff|journalists?|reporters?|writers?|tags?|categor(?:y|ies)|categorias?|kategorien?"
    r"|rubri(?:k|que|ek)s?|sections?|seccion(?:es)?"
)
_STORIES_TOO = r"archives?|archivo|archiv|people|profiles?|topics?"
"""Where stories have their addresses as well: what follows has one hyphen at most."""
_SEARCH = r"search|find|suche|recherche|buscar|busca|ricerca|zoeken|sok"
_LISTED = re.compile(
    rf"(?:/[^/?]{{1,20}}){{0,2}}?/(?:(?:{_MANY})(?:/(?!\d+(?:\.|/|\?|$))[^/?-]*(?:-[^/?-]*){{0,2}})?"
    rf"|(?:{_STORIES_TOO}|{_SEARCH})(?:/(?!\d+(?:\.|/|\?|$))[^/?-]*(?:-[^/?-]*)?)?)/?(?:\?.*)?"
    rf"|(?:/(?:[a-z]{{2}}/)?|(?:/[^/?]{{1,20}}){{0,2}}/(?:{_SEARCH})(?:\.\w{{1,5}})?/?)\?(?:.*&)?(?:q|s|query|search)=.*",
    re.IGNORECASE,
)
"""The address, behind the site, of what a writer wrote, of what has a label, and of what a search finds; no title or number stands in it."""
_SECTION = re.compile(r"/(?:[^\W\d_]{2,20}/)?([^\W\d_]{2,20})/?")
"""The address of a section: a word or two, and no title."""
_TOP = ("", "/")


def told_of_others(page: Page, story: list[Line], witness: Witness, draft: Draft) -> str | None:
    """What there is to say of a page that leads to others and tells little itself. None: it is none such."""
    host = witness.host
    told = sum(line.weight for line in story)
    if told < LITTLE and sum(leads(line, host) for line in page.lines) >= MANY:
        return "the page tells next to nothing and leads to many other pages"
    count = _teasers(page, story, host)
    if count >= TEASERS and count >= SHARE * len(story):
        return f"the page shows {count} headlines that lead to other pages, each with a line or two"
    if is_stated(draft):
        return None
    if witness.address in _TOP and count >= FRONT:
        return f"the page is the front page of its site, and shows {count} headlines that lead to others"
    if told < TOLD and _is_of_others(page, story, witness.address) and _leading(page, story, host) >= TEASERS:
        return "the address is that of a list, and the page tells little and leads to other pages"
    return None


def _is_of_others(page: Page, story: list[Line], address: str | None) -> bool:
    """Whether an address is that of a list, as that of a section is where next to nothing is told and it is under no headline."""
    if address is None:
        return False
    if _LISTED.fullmatch(address):
        return True
    section = _SECTION.fullmatch(address) if sum(line.weight for line in story) < LITTLE else None
    return section is not None and not _is_headed(page, story, section[1])


def _is_headed(page: Page, story: list[Line], section: str) -> bool:
    """Whether a heading of the first level that does not just name the section stands over a paragraph that tells something."""
    first = next((page.places[id(line)] for line in story if line.weight and line.box.tag == "p"), 0)
    above = (line for line in page.lines[:first] if line.box.tag == "h1" and not line.box.out)
    return any(fold(line.text) != fold(section) for line in above)


def _leading(page: Page, story: list[Line], host: str | None) -> int:
    """How many headlines and items of lists behind the beginning of the story are links to other pages of the site."""
    first = page.places[id(story[0])] if story else 0
    behind = (line for line in page.lines[first:] if leads(line, host))
    return sum(any(box.tag in HEADINGS or box.tag == "li" for box in line.box.around()) for line in behind)


def _teasers(page: Page, story: list[Line], host: str | None) -> int:
    """How many lines stand right under a headline that leads to another page of the site: of the story, or of all where it is empty."""
    own = {id(line) for line in story or page.lines}
    return sum(id(line) in own and leads(above, host) and _is_heading(above) for above, line in pairwise(page.lines))


def _is_heading(line: Line) -> bool:
    return any(box.tag in HEADINGS for box in line.box.around())
