"""The section of the paper that a web page stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from articlekit.parsers.draft import Draft, DraftBlock, DraftLink
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.fields.headline_area import headline_index
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.schema_org import plain_text, property_values
from articlekit.parsers.web.urls import is_front_page, registrable_domain, split_url

LONGEST = 40
"""Characters of a section's name that only a link or an address tells."""
LONGEST_STATED = 60
"""Characters of one that the page states: what is longer is a text."""
ABOVE = 3
"""Lines above the headline that can name the section."""
MOST = 3
"""Categories that one article is in: more are those of other articles on the page."""
SECTIONS = frozenset(
    "news world politics business opinion sport sports culture science tech technology health climate environment education"
    " economy finance money markets travel lifestyle entertainment arts books music food style weather local national regional"
    " international europe africa asia americas middleeast usnews uknews worldnews localnews ukraine football analysis features investigations property"
    " nachrichten politik wirtschaft meinung kultur wissen wissenschaft panorama lokales regional ausland inland gesellschaft"
    " feuilleton digital gesundheit netzwelt finanzen unternehmen actualite politique economie monde societe sciences planete"
    " culture idees sante noticias politica economia mundo internacional nacional deportes deporte cultura sociedad opinion"
    " ciencia cronaca esteri mondo interni salute scienze esportes esporte brasil nieuws binnenland buitenland politiek economie"
    " wetenschap nyheter nyheder indland udland inrikes utrikes innenriks utenriks ekonomi okonomi debatt debat kultur vetenskap"
    " uutiset kotimaa ulkomaat talous urheilu wiadomosci polska swiat gospodarka kultura nauka zpravy domaci zahranicni".split()
)
"""What papers call their sections in addresses, squeezed."""

_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_SLUG = re.compile(r"[^\W_A-Z]+(?:[-_]+[^\W_A-Z]+)+")
"""Words as content systems name their parts: ``local-news``."""
_NAME = re.compile(r"\w[^:]{0,39}")
"""The name of a section as menus show it."""
_LETTER = re.compile(r"[^\W\d_]")
_AND = re.compile(r"(?:^|\s)(?:&|and|und|et|y|e|og|och)\s")
"""What makes the commas before it those of one name: ``Piers, Nets & Boats``."""
_FOLDER = re.compile(r"[\w-]+")
_EDITION = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?|amp|m|www")
"""A part of a path that tells a language or a device."""
_NO_SECTION = frozenset(
    "home homepage article articles story stories post posts page pages index startseite start accueil inicio hjem hem blog uncategorized"
    " uncategorised allgemein sincategoria nonclasse tags".split()
)
"""What stands for a section in menus and addresses, and names none, squeezed."""


@rule(
    "section.metadata",
    example=f"<meta property='article:section' content='Local news'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta property='article:content_tier' content='free'><h1>Harbour closed</h1>{_STORY}",
)
def stated(draft: Draft) -> Iterator[Candidate[str]]:
    """``articleSection`` in JSON-LD or microdata, ``article:section`` and the like; a system's name for one becomes words."""
    return _stated(draft)


def _stated(draft: Draft) -> Iterator[Candidate[str]]:
    values = chain(
        property_values(draft.facts.node, "articleSection"),
        property_values(draft.facts.item, "articleSection"),
        meta_values(draft, "article:section", "parsely-section", "cxenseparse:recs:category", "section"),
    )
    return _named(part for value in values if (words := plain_text(value)) for part in _sections(draft, words))


def _sections(draft: Draft, words: str) -> list[str]:
    """The sections in a list of them, those that address, trail or papers know first; a single comma may be part of a name."""
    parts = [part for part in map(str.strip, words.split(",")) if part]
    known = SECTIONS.union(map(match_key, (*_folders(draft), *(crumb.text for crumb in draft.facts.breadcrumbs))))
    told = [part for part in parts if match_key(part) in known]
    if len(parts) < 2 or (len(parts) == 2 and not told) or match_key(words) in known or _AND.search(parts[-1]):
        return [words]
    return told + [part for part in parts if part not in told]


@rule(
    "section.breadcrumbs",
    example=f"<nav class='breadcrumb'><a href='/'>Home</a> › <a href='/local'>Local news</a> › Harbour closed</nav><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<nav class='menu'><a href='/'>Home</a> › <a href='/local'>Local news</a> › Harbour closed</nav><h1>Harbour closed</h1>{_STORY}",
)
def in_trail(draft: Draft) -> Iterator[Candidate[str]]:
    """The page right above the article in the trail of breadcrumbs, as JSON-LD tells it or links show it."""
    title = match_key(draft.decided.title or "\0")
    above = [
        crumb for crumb in draft.facts.breadcrumbs if not (match_key(crumb.text) == title or is_front_page(crumb.href))
    ]
    return _named(crumb.text for crumb in reversed(above) if _NAME.fullmatch(crumb.text))


@rule(
    "section.category",
    example=f"<h1>Harbour closed</h1>{_STORY}<p>Filed under <a rel='category tag' href='/local'>Local news</a></p>",
    near_miss=f"<h1>Harbour closed</h1>{_STORY}<p>Filed under <a rel='tag' href='/local'>Local news</a></p>",
)
def category(draft: Draft) -> Iterator[Candidate[str]]:
    """The first link that the page marks with ``rel=category``, as blogs do; not where it marks many."""
    marked = dict.fromkeys(draft.facts.meta.get("rel:category", ()))
    return _named(words for words in marked if len(words) <= LONGEST and len(marked) <= MOST)


@rule(
    "section.near_headline",
    example="<link rel='canonical' href='https://courier.example/harbour-life/closed'><a href='/harbour-life/'>Harbour Life</a>"
    f"<h1>Harbour closed</h1>{_STORY}",
    near_miss="<link rel='canonical' href='https://courier.example/harbour-life/closed'><a href='/harbour-life/'>Back</a>"
    f"<h1>Harbour closed</h1>{_STORY}",
)
def beside(draft: Draft) -> Iterator[Candidate[str]]:
    """A link right above the headline to a folder that this page stands in, and that is called what it says; the innermost."""
    place = headline_index(draft)
    above = draft.facts.near_headline[max(0, place - ABOVE) : place] if place else ()
    links = [(line, link) for line in above for link in line.links if "/" in link.href]
    folders = _folders(draft) if links else []
    found = [
        (folders.index(folder), words) for line, link in links for folder, words in _called(draft, line, link, folders)
    ]
    return _named(words for _, words in sorted(found, key=lambda told: -told[0]))


def _called(draft: Draft, line: DraftBlock, link: DraftLink, folders: list[str]) -> Iterator[tuple[str, str]]:
    """The one of ``folders`` that a link leads to, and its words, where they spell the folder's name."""
    words = line.text[link.start : link.end].strip()
    parts = _parts_here(draft, link.href)
    if parts and parts == folders[: len(parts)] and match_key(words) == match_key(parts[-1]):
        yield parts[-1], words


@rule(
    "section.url_path",
    example=f"<link rel='canonical' href='https://courier.example/sport/harbour-closed'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<link rel='canonical' href='https://courier.example/story/harbour-closed'><h1>Harbour closed</h1>{_STORY}",
)
def in_path(draft: Draft) -> Iterator[Candidate[str]]:
    """The first part of the address's path, where it is what papers call a section; as the page's links to it spell it."""
    for part in _folders(draft)[:1]:
        if match_key(part) in SECTIONS:
            yield from _named([_as_linked(draft, part)])


def _as_linked(draft: Draft, part: str) -> str:
    """How a link to the section spells the name of the folder; the name of the folder where none does."""
    links = draft.facts.select(f'a[href$="/{part}"], a[href$="/{part}/"]') if _FOLDER.fullmatch(part) else ()
    words = (link.words.strip() for link in links if _parts_here(draft, link.attributes["href"])[-1:] == [part])
    return next((told for told in words if match_key(told) == match_key(part)), part)


def _folders(draft: Draft) -> list[str]:
    """The parts of the address's path that stand over its last one, without language and device."""
    return _parts(draft.decided.url or "")[:-1]


def _parts_here(draft: Draft, href: str) -> list[str]:
    """The parts of the path that a link leads to, where that is on the same site."""
    url = draft.absolute_url(href)
    return _parts(url) if url and registrable_domain(url) == registrable_domain(draft.decided.url or "") else []


def _parts(url: str) -> list[str]:
    """The parts of an address's path, without language and device."""
    parts = [part for part in split_url(url).path.split("/") if part]
    while parts and _EDITION.fullmatch(parts[0]) and match_key(parts[0]) not in SECTIONS:
        parts = parts[1:]
    return parts


def _named(values: Iterator[str] | list[str]) -> Iterator[Candidate[str]]:
    for value in values:
        words = " ".join(dict.fromkeys(re.split("[-_]+", value))) if _SLUG.fullmatch(value) else value
        if (
            match_key(words) not in _NO_SECTION
            and len(words) <= LONGEST_STATED
            and _LETTER.search(words)
            and "://" not in words
        ):
            yield Candidate(words, value)


def section_names(draft: Draft) -> set[str]:
    """What may stand for the section behind a headline, squeezed: what is stated, the folders of the address, common names."""
    told = [candidate.value for candidate in _stated(draft)]
    return {match_key(words) for words in (*told, *_folders(draft)) if words} | SECTIONS


WEB_SECTION: tuple[Rule[str], ...] = (stated, in_trail, category, beside, in_path)


@rule(
    "section.front_matter",
    example="---\ntitle: Harbour closed\nsection: Local news\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nsections of quay: 3\n---\n\nThe harbour closed.",
)
def section_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """The first value under ``section``, ``category`` or ``categories``."""
    return front_matter_values(draft, ("section", "category", "categories"))


SECTION: tuple[Rule[str], ...] = (section_in_front_matter,)
