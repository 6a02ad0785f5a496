"""Rules for ``Article.publisher``: metadata, the title, front matter, or a name that spells the domain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from unicodedata import normalize

from articlekit.models import Publisher
from articlekit.parsers.draft import Draft, fact
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.lines.site_names import split_at_separators
from articlekit.parsers.web.schema_org import node_types, plain_name, plain_text, property_values
from articlekit.parsers.web.urls import is_web_address, registrable_domain

MIN_PARTIAL_NAME_LETTERS = 6
"""Letters of a name that may be only a part of the domain: ``tidewater`` in ``tidewatermag``."""
MIN_PARTIAL_NAME_SHARE = 0.6
"""Share of the domain that such a name must be."""
MAX_NAME_WORDS = 7
"""Words of a name in the text that are joined to compare them with the domain."""
_PUBLICATION_TYPES = frozenset("website newspaper periodical newsmediaorganization organization".split())
"""schema.org types of a publication that an article is part of, in lower case."""
_TEXT = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_LEGAL_FORM = re.compile(
    r",?\s(?:GmbH(?:\s?&\s?Co\.?\s?KG)?|mbH|AG|UG|KG|SE|A/S|ApS|AS|ASA|AB|Oy|B\.?V\.?|N\.?V\.?|S\.?L\.?U?\.?|S\.?A\.?S?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?"
    r"|Inc\.?|LLC|L\.L\.C\.|Ltd\.?|Limited|PLC|Corp\.?|PC|Pty\.?(?:\sLtd\.?)?|Ltda\.?|sp\.\sz\so\.o\.|s\.r\.o\.|a\.s\.)$"
)
"""The legal form of a company, after its name."""
_ARTICLE_WORD = re.compile(r"(?:the|het|de|der|die|das|le|la|les|el|il)(?=\w{3})")
"""The article at the start of a name, which the domain may leave out."""
_BAR_SEPARATOR = re.compile(r"\s?\|\s?")
_ACCOUNT_NAME = re.compile(r"admin\b|webmaster|\w{2,40}@|^(?:user|root|test)\b", re.IGNORECASE)
"""The name of an account of the content management system."""
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")


def _names_in_jsonld(draft: Draft) -> Iterator[str]:
    """Yield the ``publisher`` of the article in JSON-LD or microdata; a person only if the domain confirms the name."""
    for node in (draft.facts.node, draft.facts.item):
        for value in property_values(node, "publisher"):
            name = plain_name(value)
            is_human = isinstance(value, dict) and node_types(value) == {"person"}
            if name and not (is_human and _domain_key(draft) and not _is_plausible(draft, name)):
                yield name


def _names_in_meta(draft: Draft) -> Iterator[str]:
    return meta_values(draft, "og:site_name", "dc.publisher", "dcterms.publisher", "application-name")


def _names_of_website(draft: Draft) -> Iterator[str]:
    """Yield the name of the web site in JSON-LD, and of the publication that the article is part of."""
    for value in draft.facts.meta.get("jsonld:website", ()):
        if words := plain_text(value):
            yield words
    for value in property_values(draft.facts.node, "isPartOf"):
        if isinstance(value, dict) and node_types(value) & _PUBLICATION_TYPES and (name := plain_name(value)):
            yield name


def _names_in_title(draft: Draft) -> Iterator[str]:
    """Yield the last and the first part of the page's title if they spell the domain."""
    for title in (*draft.facts.meta.get("html:title", ())[:1], *meta_values(draft, "og:title")):
        parts = split_at_separators(title)
        yield from (part for part in (parts[-1], parts[0]) if len(parts) > 1 and _spells_domain(draft, part))


@fact
def _domain_key(draft: Draft) -> str:
    """Return the match key of the domain without its suffix: ``theharbourcourier``. Empty if the URL is unknown."""
    return match_key((article_domain(draft) or "").partition(".")[0])


def _spells_domain(draft: Draft, name: str) -> bool:
    """True if a name is the domain or its first label, apart from accents, an article and a word such as ``mag``."""
    label, words = _without_article(_domain_key(draft)), _without_article(_letters_key(name))
    min_letters = max(MIN_PARTIAL_NAME_LETTERS, MIN_PARTIAL_NAME_SHARE * len(label))
    is_beginning = label.startswith(words) and len(words) >= min_letters
    return bool(words) and (words == label or is_beginning or words == match_key(article_domain(draft) or ""))


def _letters_key(name: str) -> str:
    """Return the match key of a name without accents, as domains are spelled."""
    return match_key(normalize("NFKD", name))


def _without_article(key: str) -> str:
    return _ARTICLE_WORD.sub("", key, count=1) if _ARTICLE_WORD.match(key) else key


def _is_plausible(draft: Draft, name: str) -> bool:
    """True if the domain or the title confirms a name, or the domain abbreviates it, or cannot spell it."""
    words, label = _without_article(_letters_key(name)), _without_article(_domain_key(draft))
    if _LEGAL_FORM.search(name) or _ACCOUNT_NAME.search(name) or "." in name:
        return False
    if not words.isascii() or not label or label in words or _is_abbreviation(label, words):
        return True
    return any(
        _without_article(_letters_key(part)) == words
        for title in draft.facts.meta.get("html:title", ())[:1]
        for part in split_at_separators(title)
    )


def _is_abbreviation(label: str, words: str) -> bool:
    """True if ``words`` contain the letters of ``label`` in order and begin with its first letter: ``hcourier``."""
    letters = iter(words)
    return words[:1] == label[:1] and all(letter in letters for letter in label)


def _publishers(draft: Draft, names: Iterable[str]) -> Iterator[Candidate[Publisher]]:
    """Yield the names that can be a publisher's, without additions after a bar."""
    for raw in names:
        name = _clean_name(draft, raw)
        if name and not (is_web_address(name) or _ACCOUNT_NAME.search(name)):
            yield Candidate(Publisher(name=name, domain=article_domain(draft)), raw)


def _clean_name(draft: Draft, name: str) -> str:
    """Return the part of a name between bars that the domain or the title confirms, or the first part."""
    parts = [part for part in _BAR_SEPARATOR.split(name.strip("@ ")) if part]
    spelling = [part for part in chain(parts, split_at_separators(name)) if _spells_domain(draft, part)]
    confirmed = [part for part in spelling if "." not in part]
    confirmed += [part for part in parts if len(parts) > 1 and _is_plausible(draft, part)]
    words = next(iter(confirmed or (spelling if len(parts) > 1 else ()) or parts), "").strip(' -–—"“”')
    without_form = _LEGAL_FORM.sub("", words)
    return without_form if without_form != words and _spells_domain(draft, without_form) else words


@rule(
    "publisher.confirmed",
    example="<link rel='canonical' href='https://www.harbourcourier.example/a'><meta property='og:site_name' content='Harbour Courier'>"
    f"<meta name='dc.publisher' content='Harbour Courier'><title>Harbour closed - Harbour Courier</title><h1>Harbour closed</h1>{_TEXT}"
    '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Tidewater Press Group Ltd"}}</script>',
    near_miss="<link rel='canonical' href='https://www.harbourcourier.example/a'><meta property='og:site_name' content='Harbour Courier'>"
    f"<meta name='dc.publisher' content='Harbour Courier'><title>Harbour closed - Harbour Courier</title><h1>Harbour closed</h1>{_TEXT}"
    '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Harbour Courier"}}</script>',
)
def confirmed(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """A later name in the metadata, or in the title, that spells the domain, if nothing confirms the first name.

    The first is then often the company that owns the newspaper, an account of the content management system, or an agency.
    """
    first, *others = [*_names_in_jsonld(draft), *_names_in_meta(draft), *_names_of_website(draft)] or [""]
    without_form = _LEGAL_FORM.sub("", first)
    is_confirmed = _is_plausible(draft, first) or ("." not in without_form and _spells_domain(draft, without_form))
    if not first or is_confirmed:
        return
    is_company = _LEGAL_FORM.search(first) is not None
    yield from _publishers(
        draft,
        (
            name
            for name in chain(others, _names_in_title(draft))
            if _spells_domain(draft, _clean_name(draft, name))
            and not _LEGAL_FORM.search(name)
            and (is_company or "." not in name)
        ),
    )


@rule(
    "publisher.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Harbour Courier"}}</script>'
    f"<h1>Harbour closed</h1>{_TEXT}",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Harbour Courier"}}</script>'
    f"<h1>Harbour closed</h1>{_TEXT}",
)
def publisher_in_jsonld(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``publisher`` of the article in JSON-LD or microdata."""
    return _publishers(draft, _names_in_jsonld(draft))


@rule(
    "publisher.opengraph",
    example=f"<meta property='og:site_name' content='Harbour Courier'><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<meta property='og:title' content='Harbour Courier'><h1>Harbour closed</h1>{_TEXT}",
)
def publisher_in_opengraph(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``og:site_name``, Dublin Core's ``publisher`` or ``application-name``."""
    return _publishers(draft, _names_in_meta(draft))


@rule(
    "publisher.website",
    example='<script type="application/ld+json">{"@type": "WebSite", "name": "Harbour Courier"}</script>'
    f"<h1>Harbour closed</h1>{_TEXT}",
    near_miss='<script type="application/ld+json">{"@type": "WebPage", "name": "Harbour Courier"}</script>'
    f"<h1>Harbour closed</h1>{_TEXT}",
)
def website(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``name`` of the web site in JSON-LD, or of the publication that the article is part of."""
    return _publishers(draft, _names_of_website(draft))


@rule(
    "publisher.title",
    example="<link rel='canonical' href='https://www.harbourcourier.example/a'><title>Harbour closed - Harbour Courier</title>"
    f"<h1>Harbour closed</h1>{_TEXT}",
    near_miss="<link rel='canonical' href='https://www.harbourcourier.example/a'><title>Harbour closed - Ferries in port</title>"
    f"<h1>Harbour closed</h1>{_TEXT}",
)
def in_title(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """The first or last part of the title, before or after a bar or a dash, if it spells the domain."""
    return _publishers(draft, _names_in_title(draft))


@rule(
    "publisher.front_matter",
    example="---\ntitle: Harbour closed\npublisher: Harbour Courier\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprinter: Harbour Courier\n---\n\nThe harbour closed.",
)
def publisher_in_front_matter(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``publisher``, ``site_name``, ``site``, ``outlet`` or ``publication``."""
    domain = article_domain(draft)
    for candidate in front_matter_values(
        draft, ("publisher", "publisher.name", "site_name", "sitename", "site", "outlet", "publication")
    ):
        yield Candidate(Publisher(name=candidate.value, domain=domain), candidate.raw)


@rule(
    "publisher.url",
    example="# Harbour closed\n\nThe mayor told the Harbour Courier so.\n\nSource: https://www.harbourcourier.example/a",
    near_miss="# Harbour closed\n\nThe mayor told the Harbour Post so.\n\nSource: https://www.harbourcourier.example/a",
)
def name_in_url(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """Words of the article that spell the domain when they are joined."""
    domain = None if draft.facts.site_names else article_domain(draft)
    for text in _all_texts(draft) if domain else ():
        if name := find_name_of_domain(text, domain):
            yield Candidate(Publisher(name=name, domain=domain), name)
            return


@rule(
    "publisher.domain",
    example="# Harbour closed\n\nThe harbour closed.\n\nSource: https://www.courier.example/a",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSource: www courier",
)
def domain_of_url(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """The registrable domain without a name."""
    domain = article_domain(draft)
    if domain:
        yield Candidate(Publisher(domain=domain), draft.decided.url or "")


def _all_texts(draft: Draft) -> Iterator[str]:
    """Yield the title and the text of all blocks, also of those that left the text."""
    if draft.decided.title:
        yield draft.decided.title
    yield from (block.text for block in draft.body.blocks if block.text)


def article_domain(draft: Draft) -> str | None:
    """Return the registrable domain of the article's URL. None if the URL is unknown."""
    return registrable_domain(draft.decided.url) if draft.decided.url else None


def find_name_of_domain(text: str, domain: str | None) -> str | None:
    """Return the words of ``text`` that spell a domain: ``harbour-courier.example`` → ``Harbour Courier``."""
    return find_spelling(text, domain.partition(".")[0].replace("-", "")) if domain else None


def find_spelling(text: str, label: str) -> str | None:
    """Return the capitalized words of ``text`` that are ``label`` when joined, with or without a leading ``The``.

    >>> find_spelling("He told The Harbour Courier so.", "theharbourcourier")
    'The Harbour Courier'
    """
    bare = label.removeprefix("the")
    if bare not in match_key(text):
        return None
    words = list(_WORD.finditer(text))
    for first, word in enumerate(words):
        if not word.group()[0].isupper() and word.group() != "the":
            continue
        run = ""
        for last in words[first : first + MAX_NAME_WORDS]:
            run += match_key(last.group())
            if run in (label, "the" + label, bare) and len(run) > 2 and text[word.start()].isupper():
                return text[word.start() : last.end()]
            if not (label.startswith(run) or ("the" + label).startswith(run)):
                break
    return None


PUBLISHER: tuple[Rule[Publisher], ...] = (
    confirmed,
    publisher_in_jsonld,
    publisher_in_opengraph,
    website,
    in_title,
    publisher_in_front_matter,
    name_in_url,
    domain_of_url,
)
