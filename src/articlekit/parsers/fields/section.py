"""Rules for ``Article.section``: metadata, breadcrumbs, links near the headline, the URL, front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from articlekit.parsers.draft import Draft, DraftBlock, DraftLink
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.fields.headline_area import headline_index
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.web.schema_org import plain_text, property_values
from articlekit.parsers.web.urls import is_front_page, registrable_domain, split_url

MAX_CATEGORY_CHARS = 40
"""Characters of a section's name in a link with ``rel=category``."""
MAX_SECTION_CHARS = 60
"""Characters of a section's name: a longer value is a text."""
MAX_LINES_ABOVE = 3
"""Lines directly above the headline that can name the section."""
MAX_CATEGORIES = 3
"""Categories of one article: more belong to other articles on the page."""
SECTION_KEYS = frozenset(
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
"""Match keys of the names that newspapers give their sections in URLs."""
_TEXT = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_SLUG_WORDS = re.compile(r"[^\W_A-Z]+(?:[-_]+[^\W_A-Z]+)+")
"""The name of a section in a content management system: ``local-news``."""
_MENU_NAME = re.compile(r"\w[^:]{0,39}")
"""The name of a section in a menu."""
_LETTER = re.compile(r"[^\W\d_]")
_LAST_AND = re.compile(r"(?:^|\s)(?:&|and|und|et|y|e|og|och)\s")
"""An *and* in the last part of a list, which makes the commas part of one name: ``Piers, Nets & Boats``."""
_FOLDER_NAME = re.compile(r"[\w-]+")
_EDITION_PART = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?|amp|m|www")
"""A part of a path that names a language or a device."""
_NOT_A_SECTION = frozenset(
    "home homepage article articles story stories post posts page pages index startseite start accueil inicio hjem hem blog uncategorized"
    " uncategorised allgemein sincategoria nonclasse tags".split()
)
"""Match keys of words in menus and URLs that do not name a section."""


@rule(
    "section.metadata",
    example=f"<meta property='article:section' content='Local news'><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<meta property='article:content_tier' content='free'><h1>Harbour closed</h1>{_TEXT}",
)
def in_metadata(draft: Draft) -> Iterator[Candidate[str]]:
    """``articleSection`` in JSON-LD or microdata, ``article:section`` and similar keys. ``local-news`` becomes ``local news``."""
    return _sections_in_metadata(draft)


def _sections_in_metadata(draft: Draft) -> Iterator[Candidate[str]]:
    values = chain(
        property_values(draft.facts.node, "articleSection"),
        property_values(draft.facts.item, "articleSection"),
        meta_values(draft, "article:section", "parsely-section", "cxenseparse:recs:category", "section"),
    )
    return _section_candidates(
        part for value in values if (words := plain_text(value)) for part in _split_list(draft, words)
    )


def _split_list(draft: Draft, words: str) -> list[str]:
    """Return the sections in a list, known ones first. A single comma may be part of one name."""
    parts = [part for part in map(str.strip, words.split(",")) if part]
    breadcrumbs = (crumb.text for crumb in draft.facts.breadcrumbs)
    known = SECTION_KEYS.union(map(match_key, (*_folders(draft), *breadcrumbs)))
    first = [part for part in parts if match_key(part) in known]
    if len(parts) < 2 or (len(parts) == 2 and not first) or match_key(words) in known or _LAST_AND.search(parts[-1]):
        return [words]
    return first + [part for part in parts if part not in first]


@rule(
    "section.breadcrumbs",
    example=f"<nav class='breadcrumb'><a href='/'>Home</a> › <a href='/local'>Local news</a> › Harbour closed</nav><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<nav class='menu'><a href='/'>Home</a> › <a href='/local'>Local news</a> › Harbour closed</nav><h1>Harbour closed</h1>{_TEXT}",
)
def in_breadcrumbs(draft: Draft) -> Iterator[Candidate[str]]:
    """The last breadcrumb above the article, from JSON-LD or links."""
    title = match_key(draft.decided.title or "\0")
    above = [
        crumb for crumb in draft.facts.breadcrumbs if not (match_key(crumb.text) == title or is_front_page(crumb.href))
    ]
    return _section_candidates(crumb.text for crumb in reversed(above) if _MENU_NAME.fullmatch(crumb.text))


@rule(
    "section.category",
    example=f"<h1>Harbour closed</h1>{_TEXT}<p>Filed under <a rel='category tag' href='/local'>Local news</a></p>",
    near_miss=f"<h1>Harbour closed</h1>{_TEXT}<p>Filed under <a rel='tag' href='/local'>Local news</a></p>",
)
def category(draft: Draft) -> Iterator[Candidate[str]]:
    """The first link with ``rel=category``, as blogs have it, if there are only a few."""
    marked = dict.fromkeys(draft.facts.meta.get("rel:category", ()))
    return _section_candidates(
        words for words in marked if len(words) <= MAX_CATEGORY_CHARS and len(marked) <= MAX_CATEGORIES
    )


@rule(
    "section.near_headline",
    example="<link rel='canonical' href='https://courier.example/harbour-life/closed'><a href='/harbour-life/'>Harbour Life</a>"
    f"<h1>Harbour closed</h1>{_TEXT}",
    near_miss="<link rel='canonical' href='https://courier.example/harbour-life/closed'><a href='/harbour-life/'>Back</a>"
    f"<h1>Harbour closed</h1>{_TEXT}",
)
def near_headline(draft: Draft) -> Iterator[Candidate[str]]:
    """A link directly above the headline to a folder of this page, if its words are the name of the folder; the innermost."""
    headline = headline_index(draft)
    above = draft.facts.near_headline[max(0, headline - MAX_LINES_ABOVE) : headline] if headline else ()
    links = [(line, link) for line in above for link in line.links if "/" in link.href]
    folders = _folders(draft) if links else []
    found = [
        (folders.index(folder), words)
        for line, link in links
        for folder, words in _folder_of_link(draft, line, link, folders)
    ]
    return _section_candidates(words for _, words in sorted(found, key=lambda section: -section[0]))


def _folder_of_link(draft: Draft, line: DraftBlock, link: DraftLink, folders: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the one of ``folders`` that a link leads to, and its words, if they spell the name of the folder."""
    words = line.text[link.start : link.end].strip()
    parts = _parts_on_site(draft, link.href)
    if parts and parts == folders[: len(parts)] and match_key(words) == match_key(parts[-1]):
        yield parts[-1], words


@rule(
    "section.url_path",
    example=f"<link rel='canonical' href='https://courier.example/sport/harbour-closed'><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<link rel='canonical' href='https://courier.example/story/harbour-closed'><h1>Harbour closed</h1>{_TEXT}",
)
def in_path(draft: Draft) -> Iterator[Candidate[str]]:
    """The first folder of the URL, if newspapers call a section so; as links on the page spell it."""
    for folder in _folders(draft)[:1]:
        if match_key(folder) in SECTION_KEYS:
            yield from _section_candidates([_spelling_in_links(draft, folder)])


def _spelling_in_links(draft: Draft, folder: str) -> str:
    """Return the words of a link to a folder that spell its name, or the name itself."""
    selector = f'a[href$="/{folder}"], a[href$="/{folder}/"]'
    links = draft.facts.select(selector) if _FOLDER_NAME.fullmatch(folder) else ()
    words = (link.words.strip() for link in links if _parts_on_site(draft, link.attributes["href"])[-1:] == [folder])
    return next((spelling for spelling in words if match_key(spelling) == match_key(folder)), folder)


def _folders(draft: Draft) -> list[str]:
    """Return the folders in the path of the article's URL, without language and device."""
    return _path_parts(draft.decided.url or "")[:-1]


def _parts_on_site(draft: Draft, href: str) -> list[str]:
    """Return the parts of the path of a link's URL if it is on the same site."""
    url = draft.absolute_url(href)
    return _path_parts(url) if url and registrable_domain(url) == registrable_domain(draft.decided.url or "") else []


def _path_parts(url: str) -> list[str]:
    """Return the parts of the path of a URL, without language and device."""
    parts = [part for part in split_url(url).path.split("/") if part]
    while parts and _EDITION_PART.fullmatch(parts[0]) and match_key(parts[0]) not in SECTION_KEYS:
        parts = parts[1:]
    return parts


def _section_candidates(values: Iterable[str]) -> Iterator[Candidate[str]]:
    """Yield the values that can be the name of a section."""
    for value in values:
        words = " ".join(dict.fromkeys(re.split("[-_]+", value))) if _SLUG_WORDS.fullmatch(value) else value
        is_name = len(words) <= MAX_SECTION_CHARS and _LETTER.search(words) and "://" not in words
        if is_name and match_key(words) not in _NOT_A_SECTION:
            yield Candidate(words, value)


def known_section_keys(draft: Draft) -> set[str]:
    """Return the match keys of names that may follow a headline as its section: metadata, folders of the URL, common names."""
    in_metadata = [candidate.value for candidate in _sections_in_metadata(draft)]
    return {match_key(words) for words in (*in_metadata, *_folders(draft)) if words} | SECTION_KEYS


@rule(
    "section.front_matter",
    example="---\ntitle: Harbour closed\nsection: Local news\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nsections of quay: 3\n---\n\nThe harbour closed.",
)
def section_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """The first value under ``section``, ``category`` or ``categories``."""
    return front_matter_values(draft, ("section", "category", "categories"))


SECTION: tuple[Rule[str], ...] = (
    in_metadata,
    in_breadcrumbs,
    category,
    near_headline,
    in_path,
    section_in_front_matter,
)
