"""The draft of an article: what the input states, its blocks, and the fields decided so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from attrs import Factory, define, evolve, frozen

from articlekit.models import (
    Author,
    BlockKind,
    Credit,
    Dateline,
    Evidence,
    Image,
    LinkKind,
    Problem,
    ProblemCode,
    Publisher,
    When,
)
from articlekit.parsers.web.urls import absolute_url

T = TypeVar("T")

SEPARATORS = " \n\t|•·–—-"
"""Characters that separate two parts of a line."""

_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})

DraftKind = BlockKind | Literal["image"]


@frozen
class DraftLink:
    """A link inside a block's text."""

    start: int
    """Offset of the first linked character in the block's text. Code points."""
    end: int
    """Offset after the last one. Equal to ``start`` if the link has no words."""
    href: str
    """The target as written."""


@frozen
class DraftTime:
    """A ``time`` element inside a block's text."""

    start: int
    """Offset of its first character in the block's text. Code points."""
    end: int
    """Offset after the last one."""
    stated: str
    """The ``datetime`` attribute as written. Empty if there is none."""
    names: frozenset[str]
    """The words of its class names, in lower case."""


@define(eq=False)
class DraftBlock:
    """One block of the input. Compared by identity: two blocks are equal only if they are the same object."""

    kind: DraftKind
    """The kind that the reader gives the block. ``image`` blocks never reach the article's text."""
    text: str
    """The words, with white space folded to single spaces. ``\\n`` only at a line break that the writer set, and everywhere in
    ``preformatted``. Tabs separate the cells of a table row. Empty for most images."""
    links: tuple[DraftLink, ...] = ()
    """Links in ``text``, in order."""
    level: int | None = None
    """1 to 6 for a heading, the depth for a list item or a quotation."""
    emphasis: bool = False
    """True if the whole block is bold or italic, as captions, credits and notes often are."""
    image: Image | None = None
    """The picture of an ``image`` block."""
    time: When | None = None
    """The time of a live-blog entry."""
    times: tuple[DraftTime, ...] = ()
    """Times in ``text``, in order. Filled only in lines near the headline."""
    taken_by: str | None = None
    """The name of the rule that took the block out of the text. None: it is part of the text."""
    attributes: Mapping[str, str] = _NO_ATTRIBUTES
    """The attributes of the element, values as written, names in lower case. Filled only in what :attr:`PageFacts.select` finds."""

    @property
    def words(self) -> str:
        """The text as it is in the article. A line break becomes a space, so that offsets stay valid."""
        return self.text if self.kind == "preformatted" else self.text.replace("\n", " ")

    def links_as(self, kind: LinkKind) -> Iterator[RelatedLink]:
        """Yield the block's links as links outside the text."""
        return (RelatedLink(self.text[link.start : link.end], link.href, kind) for link in self.links)

    def cut(self, start: int, end: int) -> DraftBlock | None:
        """Return this block without the characters from ``start`` to ``end`` and the separators around them.

        The offsets of its links are adapted. None if no words are left.
        """
        before, after = self.text[:start].rstrip(SEPARATORS), self.text[end:].lstrip(SEPARATORS)
        if not before and not after:
            return None
        gap = "\n" if before and after else ""
        shift = len(before) + len(gap) - (len(self.text) - len(after))
        links = tuple(
            link if link.end <= len(before) else DraftLink(link.start + shift, link.end + shift, link.href)
            for link in self.links
            if link.end <= len(before) or link.start >= len(self.text) - len(after)
        )
        return evolve(self, text=before + gap + after, links=links)

    def become(self, other: DraftBlock) -> None:
        """Take over the content of ``other`` in this block's place on the page."""
        self.kind, self.text, self.links, self.level = other.kind, other.text, other.links, other.level
        self.taken_by = None


@frozen
class RelatedLink:
    """A link outside the article's text."""

    text: str
    """The words that were linked, or that name the other article."""
    href: str
    """The target as written; empty if there was none."""
    kind: LinkKind
    """What the link is for."""


def _select_nothing(selector: str) -> tuple[DraftBlock, ...]:
    return ()


@define(eq=False)
class PageFacts:
    """What the input states about the article and about itself. Readers fill it; rules only read it."""

    meta: dict[str, tuple[str, ...]] = Factory(dict)
    """Metadata as the input states it, by ``syntax:key`` in lower case: ``front_matter:title``, ``email:subject``,
    ``meta:og:title``, ``html:lang``, ``link:canonical``, ``time:datetime``."""
    node: dict[str, Any] = Factory(dict)
    """The JSON-LD node about the article, with the nodes it refers to by ``@id`` put in place. Empty if the page has none."""
    page_node: dict[str, Any] = Factory(dict)
    """The JSON-LD node about the page that holds the article. Empty if the page has none."""
    item: dict[str, Any] = Factory(dict)
    """The microdata item about the article, in the shape of a JSON-LD node. Empty if the page has none."""
    base: str | None = None
    """The URL from which the page counts its relative links (``base`` element). None: they count from the page's own URL."""
    site_names: frozenset[str] = frozenset()
    """What the page calls its site and its publisher, in lower case, without spaces and punctuation."""
    has_scripts: bool = False
    """True if the page has scripts. Pages state most of their metadata in scripts, and saved copies often lose them."""
    breadcrumbs: tuple[RelatedLink, ...] = ()
    """The pages above this one, from the front page down. The last may be this page itself."""
    headings: tuple[DraftBlock, ...] = ()
    """The headings above the article and at its beginning, in page order."""
    near_headline: tuple[DraftBlock, ...] = ()
    """The headline and the short lines around it that are not part of the text (bylines, dates, kickers), in page order."""
    after_article: tuple[DraftBlock, ...] = ()
    """The short lines directly after the text, in page order."""
    labelled_dates: tuple[str, ...] = ()
    """Short lines anywhere on the page that begin with a label for a date of publication or change, each with the line after it."""
    marked_bylines: tuple[DraftBlock, ...] = ()
    """The elements that the markup calls a byline, in page order. Those inside the article are among its blocks too."""
    inline_related: tuple[RelatedLink, ...] = ()
    """Links to other articles between the paragraphs of this one, in page order. They are not part of the text."""
    select: Callable[[str], tuple[DraftBlock, ...]] = _select_nothing
    """The elements that a CSS selector finds on the page, in page order, each as a paragraph with its links and attributes.
    Finds nothing if the input is not a page."""


@define(eq=False)
class Body:
    """The blocks of the input, and which of them are still part of the text."""

    blocks: list[DraftBlock] = Factory(list)
    """All blocks in page order, headings and boilerplate included."""
    captions_attached: bool = False
    """True if the reader has given each picture its caption, as the markup shows it."""
    derived: dict[Callable[[Draft], Any], Any] = Factory(dict)
    """What functions decorated with ``body_fact`` found in the remaining blocks. Emptied whenever a block leaves."""
    _reserved: set[DraftBlock] = Factory(set)
    _kept: list[DraftBlock] | None = None

    @property
    def kept(self) -> list[DraftBlock]:
        """The blocks that no rule has taken or reserved so far, in page order."""
        if self._kept is None:
            self._kept = [block for block in self.blocks if block.taken_by is None and block not in self._reserved]
        return self._kept

    def reserve(self, blocks: Iterable[DraftBlock]) -> None:
        """Hide ``blocks`` from the rules that run later in the same table."""
        before = len(self._reserved)
        self._reserved.update(blocks)
        if len(self._reserved) > before:
            self._forget()

    def release(self) -> None:
        """Show the reserved blocks again."""
        if self._reserved:
            self._reserved.clear()
            self._forget()

    def take(self, block: DraftBlock, rule: str) -> None:
        """Take ``block`` out of the text, in the name of a rule."""
        block.taken_by = rule
        self._forget()

    def _forget(self) -> None:
        self._kept = None
        self.derived.clear()


@define(eq=False)
class DecidedFields:
    """The fields of the article that are decided so far, in the order of the tables. None or empty until then."""

    url: str | None = None
    """Address of the article."""
    title: str | None = None
    """Headline."""
    language: str | None = None
    """BCP 47 tag."""
    summary: str | None = None
    """Standfirst or description."""
    published: When | None = None
    """When it was first published."""
    modified: When | None = None
    """When it was last changed."""
    publisher: Publisher | None = None
    """Who published it."""
    dateline: Dateline | None = None
    """Dateline."""
    section: str | None = None
    """Section of the newspaper."""
    authors: tuple[Author, ...] = ()
    """The people and organizations in the byline."""
    tags: tuple[str, ...] = ()
    """Keywords."""
    credits: tuple[Credit, ...] = ()
    """Credits apart from the byline."""
    images: tuple[Image, ...] = ()
    """Pictures."""
    links: tuple[RelatedLink, ...] = ()
    """Links outside the text."""


@define(eq=False)
class Given:
    """What the caller states about the input."""

    url: str | None = None
    """Where the input came from."""
    language: str | None = None
    """BCP 47 tag."""
    anchor: dt.date | None = None
    """The date from which relative dates count."""


@define(eq=False)
class StatedLinks:
    """What the input itself states about its links, as a file that ``to_markdown`` wrote does."""

    urls: dict[str, str | None] = Factory(dict)
    """The URL that each target leads to. None: the link leads nowhere."""
    kinds: dict[tuple[str, str], LinkKind] = Factory(dict)
    """The kind of each link in the text, by target and words, if it is not ``reference``."""


@define(eq=False)
class Draft:
    """An article in the making: a reader fills ``facts``, ``body`` and ``problems``; the rule tables fill ``decided``.

    Rules read a draft and never change it.

    >>> import articlekit
    >>> def kicker(draft):
    ...     return [articlekit.Candidate(line.text, line.text) for line in draft.facts.select("p.kicker")]
    >>> options = articlekit.Options(rules=(articlekit.Rule("section.kicker", kicker),))
    >>> articlekit.parse("<p class=kicker>Ports</p><h1>Harbour closed</h1>", options=options).section
    'Ports'
    """

    facts: PageFacts = Factory(PageFacts)
    """What the input states."""
    body: Body = Factory(Body)
    """The blocks of the input."""
    decided: DecidedFields = Factory(DecidedFields)
    """The fields decided so far."""
    given: Given = Factory(Given)
    """What the caller states."""
    settled: bool = False
    """True if the input states every field, as exchange formats and files that ``to_markdown`` wrote do. No rule runs then."""
    stated_links: StatedLinks = Factory(StatedLinks)
    """What a settled input states about its links."""
    problems: list[Problem] = Factory(list)
    """What could not be done so far."""
    evidence: list[Evidence] = Factory(list)
    """Which rule decided what so far."""
    derived: dict[Callable[[Draft], Any], Any] = Factory(dict)
    """What functions decorated with ``fact`` found in this draft."""

    def absolute_url(self, href: str) -> str | None:
        """Return the absolute URL of a link of the page. None if it leads nowhere, or if the page's own URL is unknown."""
        if href in self.stated_links.urls:
            return self.stated_links.urls[href]
        page = self.given.url or self.decided.url
        return absolute_url(href, absolute_url(self.facts.base or "", page) or page)

    def report(self, code: ProblemCode, message: str) -> None:
        """Add a problem, unless the draft has the same one already."""
        problem = Problem(code=code, message=message)
        if problem not in self.problems:
            self.problems.append(problem)


def fact(work: Callable[[Draft], T]) -> Callable[[Draft], T]:
    """Make a function of the draft a shared fact: worked out when it is first needed, and kept with the draft."""

    @wraps(work)
    def shared(draft: Draft) -> T:
        return _kept_in(draft.derived, work, draft)

    return shared


def body_fact(work: Callable[[Draft], T]) -> Callable[[Draft], T]:
    """Make a function of the draft a shared fact that is forgotten whenever a block leaves the body."""

    @wraps(work)
    def shared(draft: Draft) -> T:
        return _kept_in(draft.body.derived, work, draft)

    return shared


def _kept_in(known: dict[Callable[[Draft], Any], Any], work: Callable[[Draft], T], draft: Draft) -> T:
    if work not in known:
        known[work] = work(draft)
    found: T = known[work]
    return found
