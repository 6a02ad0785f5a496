"""The article's own address, and the paper that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articlekit.models import Publisher
from articlekit.parsers.conventions.stated import stated
from articlekit.parsers.conventions.zones import edges
from articlekit.parsers.draft import Draft, DraftBlock, RelatedLink
from articlekit.parsers.prose import squeeze
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.urls import absolute, registrable_domain, tidy

_SOURCE = re.compile(
    r"(?:original(?:\s(?:url|link|source|article|story|address))?|source(?:\s(?:url|link|address))?|url|permalink|canonical(?:\surl)?"
    r"|(?:retrieved|saved|downloaded|copied)\sfrom|(?:read|see)\sthe\soriginal(?:\s\w+)?(?:\sat)?|article\surl)\s?:?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_LONGEST_NAME = 7


def _only_link(block: DraftBlock) -> str | None:
    """The target where the block holds one link; a bare address counts, words beside it do too."""
    hrefs = {link.href for link in block.links}
    return hrefs.pop() if len(hrefs) == 1 else None


@rule(
    "links.original",
    example="# Harbour closed\n\nThe harbour closed.\n\nOriginal url:\n\n<https://courier.example/harbour-closed>",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSource: the [harbour master](https://harbour.example/).",
)
def source_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A bare address at head or foot that a label such as ``Original url:`` or ``Source:`` announces."""
    lines = edges(draft)
    for block, after in pairwise([*lines, DraftBlock("note", "")]):
        label = _SOURCE.match(block.text) if len(block.text) < 2000 else None
        if label is None:
            continue
        rest = block.text[label.end() :].strip(" <>\n")
        if rest and (href := _only_link(block)) and rest == href:
            yield Candidate(RelatedLink(rest, href, "original"), block.text, (block,))
        elif not rest and (href := _only_link(after)) and after.text.strip("<>") == href:
            yield Candidate(RelatedLink(href, href, "original"), f"{block.text}\n\n{after.text}", (block, after))


@rule("url.caller", example="", near_miss="# Harbour closed\n\nThe harbour closed.")
def url_of_caller(draft: Draft) -> Iterator[Candidate[str]]:
    """The address that the caller gives: the article's, where the page does not state a better one."""
    if draft.given_url:
        yield Candidate(tidy(draft.given_url), draft.given_url)


@rule(
    "url.front_matter",
    example="---\ntitle: Harbour closed\nurl: https://courier.example/harbour-closed\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nurl: /harbour-closed\n---\n\nThe harbour closed.",
)
def url_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """An absolute http(s) address under ``url``, ``canonical``, ``link``, ``permalink`` or ``source``."""
    for candidate in stated(
        draft, ("url", "canonical", "canonical_url", "link", "permalink", "original_url", "source_url", "source")
    ):
        if (absolute(candidate.value, None) or "").startswith("http"):
            yield candidate


@rule(
    "url.original",
    example="# Harbour closed\n\nThe harbour closed.\n\nSource: https://courier.example/harbour-closed",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSource: Coast Guard",
)
def url_of_source_line(draft: Draft) -> Iterator[Candidate[str]]:
    """The address of the source line."""
    for link in draft.links:
        if link.kind == "original" and (url := absolute(link.href, None)):
            yield Candidate(url, link.text)


@rule(
    "publisher.front_matter",
    example="---\ntitle: Harbour closed\npublisher: Harbour Courier\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprinter: Harbour Courier\n---\n\nThe harbour closed.",
)
def publisher_in_front_matter(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """``publisher``, ``site_name``, ``site``, ``outlet`` or ``publication``."""
    domain = domain_of(draft)
    for candidate in stated(
        draft, ("publisher", "publisher.name", "site_name", "sitename", "site", "outlet", "publication")
    ):
        yield Candidate(Publisher(name=candidate.value, domain=domain), candidate.raw)


@rule(
    "publisher.address",
    example="# Harbour closed\n\nThe mayor told the Harbour Courier so.\n\nSource: https://www.harbourcourier.example/a",
    near_miss="# Harbour closed\n\nThe mayor told the Harbour Post so.\n\nSource: https://www.harbourcourier.example/a",
)
def name_in_address(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """The paper's name where words of the article, run together, are the name in its address."""
    domain = None if draft.site_names else domain_of(draft)
    for text in _texts(draft) if domain else ():
        if name := name_in(text, domain):
            yield Candidate(Publisher(name=name, domain=domain), name)
            return


@rule(
    "publisher.domain",
    example="# Harbour closed\n\nThe harbour closed.\n\nSource: https://www.courier.example/a",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSource: www courier",
)
def domain_of_address(draft: Draft) -> Iterator[Candidate[Publisher]]:
    """The registrable domain alone, where nothing confirms a name."""
    domain = domain_of(draft)
    if domain:
        yield Candidate(Publisher(domain=domain), draft.url or "")


def _texts(draft: Draft) -> Iterator[str]:
    """Everything that the page says, lines that were taken out included."""
    if draft.title:
        yield draft.title
    yield from (block.text for block in draft.blocks if block.text)


def domain_of(draft: Draft) -> str | None:
    """The registrable domain of the article's address. None: no address is known."""
    return registrable_domain(draft.url) if draft.url else None


def name_in(text: str, domain: str | None) -> str | None:
    """The paper's name in ``text``, as its domain spells it: ``harbour-courier.example`` → ``Harbour Courier``."""
    return find_squeezed(text, domain.partition(".")[0].replace("-", "")) if domain else None


def find_squeezed(text: str, label: str) -> str | None:
    """The words of ``text``, each with a capital, that run together as ``label``; a leading ``The`` is kept or missing.

    >>> find_squeezed("He told The Harbour Courier so.", "theharbourcourier")
    'The Harbour Courier'
    """
    bare = label.removeprefix("the")
    if bare not in squeeze(text):
        return None
    words = list(_WORD.finditer(text))
    for first, word in enumerate(words):
        if not word.group()[0].isupper() and word.group() != "the":
            continue
        run = ""
        for last in words[first : first + _LONGEST_NAME]:
            run += squeeze(last.group())
            if run in (label, "the" + label, bare) and len(run) > 2 and text[word.start()].isupper():
                return text[word.start() : last.end()]
            if not (label.startswith(run) or ("the" + label).startswith(run)):
                break
    return None


LINKS_ORIGINAL: tuple[Rule[RelatedLink], ...] = (source_line,)
URL_GIVEN: tuple[Rule[str], ...] = (url_of_caller,)
URL: tuple[Rule[str], ...] = (url_in_front_matter, url_of_source_line)
PUBLISHER: tuple[Rule[Publisher], ...] = (publisher_in_front_matter, name_in_address, domain_of_address)
