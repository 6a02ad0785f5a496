"""Who published a web page: the name that its markup gives, the better one where it gives several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from unicodedata import normalize

from articlekit.models import Publisher
from articlekit.parsers.draft import Draft, fact
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.lines.site_names import split_at_separators
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.schema_org import node_types, plain_name, plain_text, property_values
from articlekit.parsers.web.urls import is_web_address, registrable_domain

MAX_NAME_CHARS = 60
"""Characters of a name."""
MIN_PARTIAL_NAME_LETTERS = 6
"""Letters of the shortest name of which the address may say more: ``tidewater``, ``tidewatermag``."""
MIN_PARTIAL_NAME_SHARE = 0.6
"""Which share of the address such a name has to be."""
_SITES = frozenset("website newspaper periodical newsmediaorganization organization".split())
"""Types of what an article is part of that are a publication and no page."""
_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_LEGAL = re.compile(
    r",?\s(?:GmbH(?:\s?&\s?Co\.?\s?KG)?|mbH|AG|UG|KG|SE|A/S|ApS|AS|ASA|AB|Oy|B\.?V\.?|N\.?V\.?|S\.?L\.?U?\.?|S\.?A\.?S?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?"
    r"|Inc\.?|LLC|L\.L\.C\.|Ltd\.?|Limited|PLC|Corp\.?|PC|Pty\.?(?:\sLtd\.?)?|Ltda\.?|sp\.\sz\so\.o\.|s\.r\.o\.|a\.s\.)$"
)
"""The legal form of a company, behind its name."""
_ARTICLE = re.compile(r"(?:the|het|de|der|die|das|le|la|les|el|il)(?=\w{3})")
"""What a name may begin with that its address leaves out."""
_BAR = re.compile(r"\s?\|\s?")
_LOGIN = re.compile(r"admin\b|webmaster|\w{2,40}@|^(?:user|root|test)\b", re.IGNORECASE)
"""What a content system calls those who work with it."""


def _in_jsonld(draft: Draft) -> Iterator[str]:
    """``publisher`` of the article in JSON-LD or microdata; a person only where the site is called after them."""
    for node in (draft.facts.node, draft.facts.item):
        for value in property_values(node, "publisher"):
            name = plain_name(value)
            person = isinstance(value, dict) and node_types(value) == {"person"}
            if name and not (person and _label(draft) and not _is_supported(draft, name)):
                yield name


def _in_meta(draft: Draft) -> Iterator[str]:
    return meta_values(draft, "og:site_name", "dc.publisher", "dcterms.publisher", "application-name")


def _of_site(draft: Draft) -> Iterator[str]:
    """The site's own name in JSON-LD, or that of the publication that the article is part of."""
    for value in draft.facts.meta.get("jsonld:website", ()):
        if words := plain_text(value):
            yield words
    for value in property_values(draft.facts.node, "isPartOf"):
        if isinstance(value, dict) and node_types(value) & _SITES and (name := plain_name(value)):
            yield name


def _in_title(draft: Draft) -> Iterator[str]:
    """The first or the last part of the page's title that is the name in its address."""
    for title in (*draft.facts.meta.get("html:title", ())[:1], *meta_values(draft, "og:title")):
        parts = split_at_separators(title)
        yield from (part for part in (parts[-1], parts[0]) if len(parts) > 1 and _is_spelt(draft, part))


@fact
def _label(draft: Draft) -> str:
    """The name in the address, run together: ``theharbourcourier``. Empty: there is no address."""
    return match_key((article_domain(draft) or "").partition(".")[0])


def _is_spelt(draft: Draft, name: str) -> bool:
    """Whether a name is the domain, or the one in it, accents, an article and a word such as ``mag`` apart."""
    label, words = _bare(_label(draft)), _bare(_letters(name))
    longer = label.startswith(words) and len(words) >= max(
        MIN_PARTIAL_NAME_LETTERS, MIN_PARTIAL_NAME_SHARE * len(label)
    )
    return bool(words) and (words == label or longer or words == match_key(article_domain(draft) or ""))


def _letters(name: str) -> str:
    """The letters of a name, run together and without accents, as addresses have them."""
    return match_key(normalize("NFKD", name))


def _bare(squeezed: str) -> str:
    return _ARTICLE.sub("", squeezed, count=1) if _ARTICLE.match(squeezed) else squeezed


def _is_supported(draft: Draft, name: str) -> bool:
    """Whether the address or the title speaks for a name, or neither can: the address abbreviates it, or it is in other letters."""
    words, label = _bare(_letters(name)), _bare(_label(draft))
    if _LEGAL.search(name) or _LOGIN.search(name) or "." in name:
        return False
    if not words.isascii() or not label or label in words or _abbreviates(label, words):
        return True
    return any(
        _bare(_letters(part)) == words
        for title in draft.facts.meta.get("html:title", ())[:1]
        for part in split_at_separators(title)
    )


def _abbreviates(label: str, words: str) -> bool:
    """Whether the letters of ``label`` stand in ``words`` in their order, the first one first: ``hcourier``."""
    letters = iter(words)
    return words[:1] == label[:1] and all(letter in letters for letter in label)


def _named(draft: Draft, names: Iterator[str]) -> Iterator[Candidate[Publisher]]:
    """The names that can be a publisher's, without what is said about it behind a bar."""
    for raw in names:
        name = _alone(draft, raw)
        if name and not (is_web_address(name) or _LOGIN.search(name)):
            yield Candidate(Publisher(name=name, domain=article_domain(draft)), raw)


def _alone(draft: Draft, name: str) -> str:
    """A name without what stands behind a bar, and without what is not in the address."""
    parts = [part for part in _BAR.split(name.strip("@ ")) if part]
    spelt = [part for part in chain(parts, split_at_separators(name)) if _is_spelt(draft, part)]
    named = [part for part in spelt if "." not in part]
    named += [part for part in parts if len(parts) > 1 and _is_supported(draft, part)]
    words = next(iter(named or (spelt if len(parts) > 1 else ()) or parts), "").strip(' -–—"“”')
    plain = _LEGAL.sub("", words)
    return plain if plain != words and _is_spelt(draft, plain) else words


@rule(
    "publisher.confirmed",
    example="<link rel='canonical' href='https://www.harbourcourier.example/a'><meta property='og:site_name' content='Harbour Courier'>"
    f"<meta name='dc.publisher' content='Harbour Courier'><title>Harbour closed - Harbour Courier</title><h1>Harbour closed</h1>{_STORY}"
    '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Tidewater Press Group Ltd"}}</script>',
    near_miss="<link rel='canonical' href='https://www.harbourcourier.example/a'><meta property='og:site_name' content='Harbour Courier'>"
    f"<meta name='dc.publisher' content='Harbour Courier'><title>Harbour closed - Harbour Courier</title><h1>Harbour closed</h1>{_STORY}"
    '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Harbour Courier"}}</script>',
)
def confirmed(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """The stated name that the address spells, or that ends the title as it does, where nothing speaks for the first one stated.

    That is often the company behind the paper, the account of its content system, or an agency.
    """
    front_matter_values = [*_in_jsonld(draft), *_in_meta(draft), *_of_site(draft)]
    named = _LEGAL.sub("", front_matter_values[0]) if front_matter_values else ""
    if front_matter_values and not (
        _is_supported(draft, front_matter_values[0]) or ("." not in named and _is_spelt(draft, named))
    ):
        better = (
            name for name in chain(front_matter_values[1:], _in_title(draft)) if _is_spelt(draft, _alone(draft, name))
        )
        company = _LEGAL.search(front_matter_values[0]) is not None
        yield from _named(draft, (name for name in better if not _LEGAL.search(name) and (company or "." not in name)))


@rule(
    "publisher.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Harbour Courier"}}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Harbour Courier"}}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
)
def publisher_in_jsonld(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``publisher`` of the article in JSON-LD or microdata."""
    return _named(draft, _in_jsonld(draft))


@rule(
    "publisher.opengraph",
    example=f"<meta property='og:site_name' content='Harbour Courier'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta property='og:title' content='Harbour Courier'><h1>Harbour closed</h1>{_STORY}",
)
def publisher_in_opengraph(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``og:site_name``, Dublin Core's ``publisher`` or ``application-name``."""
    return _named(draft, _in_meta(draft))


@rule(
    "publisher.website",
    example='<script type="application/ld+json">{"@type": "WebSite", "name": "Harbour Courier"}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
    near_miss='<script type="application/ld+json">{"@type": "WebPage", "name": "Harbour Courier"}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
)
def website(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``name`` of the web site in JSON-LD, or of the publication that the article says that it is part of."""
    return _named(draft, _of_site(draft))


@rule(
    "publisher.title",
    example="<link rel='canonical' href='https://www.harbourcourier.example/a'><title>Harbour closed - Harbour Courier</title>"
    f"<h1>Harbour closed</h1>{_STORY}",
    near_miss="<link rel='canonical' href='https://www.harbourcourier.example/a'><title>Harbour closed - Ferries in port</title>"
    f"<h1>Harbour closed</h1>{_STORY}",
)
def at_title(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """What stands behind or before a bar or a dash in the title, where the address spells it."""
    return _named(draft, _in_title(draft))


WEB_PUBLISHER: tuple[Rule[Publisher], ...] = (confirmed, publisher_in_jsonld, publisher_in_opengraph, website, at_title)


_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")


_LONGEST_NAME = 7


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
def name_in_address(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """The paper's name where words of the article, run together, are the name in its address."""
    domain = None if draft.facts.site_names else article_domain(draft)
    for text in _texts(draft) if domain else ():
        if name := find_name_of_domain(text, domain):
            yield Candidate(Publisher(name=name, domain=domain), name)
            return


@rule(
    "publisher.domain",
    example="# Harbour closed\n\nThe harbour closed.\n\nSource: https://www.courier.example/a",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSource: www courier",
)
def domain_of_address(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """The registrable domain alone, where nothing confirms a name."""
    domain = article_domain(draft)
    if domain:
        yield Candidate(Publisher(domain=domain), draft.decided.url or "")


def _texts(draft: Draft) -> Iterator[str]:
    """Everything that the page says, lines that were taken out included."""
    if draft.decided.title:
        yield draft.decided.title
    yield from (block.text for block in draft.body.blocks if block.text)


def article_domain(draft: Draft) -> str | None:
    """The registrable domain of the article's address. None: no address is known."""
    return registrable_domain(draft.decided.url) if draft.decided.url else None


def find_name_of_domain(text: str, domain: str | None) -> str | None:
    """The paper's name in ``text``, as its domain spells it: ``harbour-courier.example`` → ``Harbour Courier``."""
    return find_spelling(text, domain.partition(".")[0].replace("-", "")) if domain else None


def find_spelling(text: str, label: str) -> str | None:
    """The words of ``text``, each with a capital, that run together as ``label``; a leading ``The`` is kept or missing.

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
        for last in words[first : first + _LONGEST_NAME]:
            run += match_key(last.group())
            if run in (label, "the" + label, bare) and len(run) > 2 and text[word.start()].isupper():
                return text[word.start() : last.end()]
            if not (label.startswith(run) or ("the" + label).startswith(run)):
                break
    return None


PUBLISHER: tuple[Rule[Publisher], ...] = (publisher_in_front_matter, name_in_address, domain_of_address)
