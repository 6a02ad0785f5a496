"""What a reader hands to assembly: blocks in page order, stated metadata, and the fields decided so far."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

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
from articlekit.parsers.lines.prose import single_spaced
from articlekit.parsers.web.urls import absolute, find_addresses

SEPARATORS = " \n\t|•·–—-"
"""What stands between two parts of a line."""

_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})

DraftKind = BlockKind | Literal["image"]


@frozen
class DraftLink:
    """A link inside a block's text."""

    start: int
    """First character of the linked words in the block's text."""
    end: int
    """One past the last; equal to ``start`` where a link has no words."""
    href: str
    """The target as written."""


@frozen
class DraftTime:
    """A time inside a block's text that the page marks as such."""

    start: int
    """First character of its words in the block's text."""
    end: int
    """One past the last."""
    stated: str
    """The machine's form of it, as written; empty where there is none."""
    names: frozenset[str]
    """The words that the page names it by, in lower case."""


@define(eq=False)
class DraftBlock:
    """One block of the page, white space folded. Two blocks are equal only if they are the same block."""

    kind: DraftKind
    """What the reader takes it for; ``image`` blocks never reach the text."""
    text: str
    """The words, white space folded to single spaces; ``\\n`` only where the writer broke the line on purpose
    (and everywhere in ``preformatted``). A table row's cells are separated by a tab. Empty for most images."""
    links: tuple[DraftLink, ...] = ()
    """Links in ``text``, in order."""
    level: int | None = None
    """1 to 6 for a heading, depth for a list item or a quotation."""
    emphasis: bool = False
    """True where the whole block is set in bold or italics, as captions, credits and notes are."""
    image: Image | None = None
    """The picture of an ``image`` block."""
    time: When | None = None
    """The time of a live-blog entry."""
    times: tuple[DraftTime, ...] = ()
    """Times in ``text``, in order; known of the lines beside the headline only."""
    taken_by: str | None = None
    """The name of the rule that took the block out of the body. None: it stands in the body."""
    attributes: Mapping[str, str] = _NO_ATTRIBUTES
    """The attributes of the element, as written, by their names in lower case; known of what :attr:`Draft.select` finds only."""

    @property
    def words(self) -> str:
        """The text as it stands in the article. A line break becomes a space, so that offsets stay."""
        return self.text if self.kind == "preformatted" else self.text.replace("\n", " ")

    def links_as(self, kind: LinkKind) -> Iterator[RelatedLink]:
        """Its links as links that stand around the text."""
        return (RelatedLink(self.text[link.start : link.end], link.href, kind) for link in self.links)

    def cut(self, start: int, end: int) -> DraftBlock | None:
        """This block without the characters from ``start`` to ``end`` and the bars and dashes that set them off.

        Its links move along. None if no words are left.
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
        """Take over what ``other`` says, in this block's place on the page."""
        self.kind, self.text, self.links, self.level = other.kind, other.text, other.links, other.level
        self.taken_by = None


def _nothing(selector: str) -> tuple[DraftBlock, ...]:
    return ()


@define(eq=False)
class Draft:
    """An article in the making. Readers fill ``blocks``, ``meta`` and ``problems``; assembly decides the fields in order."""

    blocks: list[DraftBlock] = Factory(list)
    """The page's blocks, headings and furniture included, in order."""
    meta: dict[str, tuple[str, ...]] = Factory(dict)
    """Metadata as the input states it, by ``syntax:key`` in lower case: ``front_matter:title``, ``email:subject``,
    ``meta:og:title``, ``html:lang``, ``link:canonical``, ``time:datetime``."""
    node: dict[str, Any] = Factory(dict)
    """The JSON-LD node about the article, what it refers to by ``@id`` put in place. Empty: the page has none."""
    page_node: dict[str, Any] = Factory(dict)
    """The JSON-LD node about the page that the article stands on. Empty: the page has none."""
    item: dict[str, Any] = Factory(dict)
    """The microdata item about the article, in the shape of a JSON-LD node. Empty: the page has none."""
    bylines: tuple[DraftBlock, ...] = ()
    """Elements that the page marks as the names of its writers, in order. They are looked at only, and stay in ``blocks`` where they stand there."""
    base: str | None = None
    """The address that the page gives for its relative links to count from. None: they count from its own."""
    captioned: bool = False
    """Whether the reader has put the captions to their pictures, as the markup tells them."""
    scripted: bool = False
    """Whether the page has scripts, in which pages state the most about themselves; saved copies lose them."""
    site_names: frozenset[str] = frozenset()
    """What the page calls its site and its publisher, in small letters and without spaces and punctuation."""
    trail: tuple[RelatedLink, ...] = ()
    """The pages over this one, from the front page down, as its breadcrumbs tell them; the last may be this one."""
    headings: tuple[DraftBlock, ...] = ()
    """The headings over the story and at its beginning, in order, to be looked at only."""
    labelled: tuple[str, ...] = ()
    """Short lines anywhere on the page that announce a date of publication or of a change, each with the line after it."""
    beside: tuple[DraftBlock, ...] = ()
    """The headline and the short lines around it that are not of the story, in order, to be looked at only."""
    below: tuple[DraftBlock, ...] = ()
    """The short lines right under the story, in order, to be looked at only."""
    among: tuple[RelatedLink, ...] = ()
    """The links to other stories that stand among the lines of the story and are not of its text, in order."""
    select: Callable[[str], tuple[DraftBlock, ...]] = _nothing
    """The elements of the page that a CSS selector finds, in order, each as one paragraph with the element's attributes, to be
    looked at only: for the rules of a site. Finds nothing where the input is no page."""
    problems: list[Problem] = Factory(list)
    """What the reader could not do."""
    evidence: list[Evidence] = Factory(list)
    """Which rule decided what, so far."""
    settled: bool = False
    """Whether the input states every field, as a file that ``to_markdown`` wrote does: no rule is asked."""
    addresses: dict[str, str | None] = Factory(dict)
    """The address that each target leads to, where the draft is settled."""
    link_kinds: dict[tuple[str, str], LinkKind] = Factory(dict)
    """What each link of the text is for, by target and words, where the draft is settled and it is more than a reference."""
    memo: dict[str, Any] = Factory(dict)
    """What rules worked out that other rules need too, by a name for it: nothing that a field is decided by."""
    given_url: str | None = None
    """The address that the caller gives."""
    given_language: str | None = None
    """The language that the caller gives."""
    given_anchor: dt.date | None = None
    """The date that the caller gives for relative dates to count from."""

    # The fields of the article, each decided by its table in the order of TABLES; None or empty until then.
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
    """Place line."""
    section: str | None = None
    """Section of the paper."""
    authors: tuple[Author, ...] = ()
    """Byline."""
    tags: tuple[str, ...] = ()
    """Keywords."""
    credits: tuple[Credit, ...] = ()
    """Credits apart from the byline."""
    images: tuple[Image, ...] = ()
    """Pictures."""
    links: tuple[RelatedLink, ...] = ()
    """Links that stood around the text."""

    standing: dict[str, list[DraftBlock]] = Factory(dict)
    """Parts of the body that rules have asked for; forgotten whenever a block leaves it."""

    def whole(self, href: str) -> str | None:
        """The absolute address of a link of the page, which counts from where the page was or says it was. None: unknown."""
        if href in self.addresses:
            return self.addresses[href]
        place = self.given_url or self.url
        return absolute(href, absolute(self.base or "", place) or place)

    def body(self) -> list[DraftBlock]:
        """The blocks that no rule has taken out yet, in order."""
        blocks = self.standing.get("body")
        if blocks is None:
            blocks = self.standing["body"] = [block for block in self.blocks if block.taken_by is None]
        return blocks

    def take(self, block: DraftBlock, rule: str) -> None:
        """Take ``block`` out of the body, in the name of a rule."""
        block.taken_by = rule
        self.standing.clear()

    def report(self, code: ProblemCode, message: str) -> None:
        """Add a problem, once."""
        problem = Problem(code=code, message=message)
        if problem not in self.problems:
            self.problems.append(problem)


@frozen
class RelatedLink:
    """A link that stood around the text, not in it."""

    text: str
    """The words that were linked, or that name the other article."""
    href: str
    """The target as written; empty where there was none."""
    kind: LinkKind
    """What the link is for."""


def with_bare_addresses(text: str, links: tuple[DraftLink, ...] = ()) -> tuple[DraftLink, ...]:
    """``links`` and a link over each http(s) address that is written out in ``text`` and not linked yet, in order."""
    if "://" not in text:
        return links
    bare = [DraftLink(*address) for address in find_addresses(text)]
    if not bare or not links:
        return tuple(bare) or links
    starts = [link.start for link in links]
    free = [link for link in bare if not _meets(link, links, starts)]
    return tuple(sorted([*links, *free], key=lambda link: (link.start, link.end)))


def _meets(link: DraftLink, links: tuple[DraftLink, ...], starts: list[int]) -> bool:
    before = bisect_left(starts, link.end) - 1
    return before >= 0 and links[before].end > link.start


class TextBuilder:
    """Builds one block's text from pieces: folds white space across them and keeps links at their exact words.

    >>> builder = TextBuilder()
    >>> builder.add("Rain  fell, the ")
    >>> builder.open_link("#a")
    >>> builder.add("agency ")
    >>> builder.close_link()
    >>> builder.add("said.")
    >>> builder.text, builder.links
    ('Rain fell, the agency said.', (DraftLink(start=15, end=21, href='#a'),))
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._links: list[DraftLink] = []
        self._open: list[tuple[str, int | None]] = []

    def add(self, text: str) -> None:
        """Append ``text``; a run of white space, also one that spans two pieces, becomes one space."""
        words = single_spaced(text)
        if text[:1].isspace():
            self._gap = self._gap or " "
        if not words:
            return
        self._emit(words)
        if text[-1].isspace():
            self._gap = " "

    def break_line(self) -> None:
        """End the line, as a hard break does."""
        self._gap = "\n"

    def open_link(self, href: str) -> None:
        """Begin a link at the next word."""
        self._open.append((href, None))

    def close_link(self) -> None:
        """End the link that was opened last, after the last word so far."""
        href, start = self._open.pop()
        self._links.append(DraftLink(self._length if start is None else start, self._length, href))

    @property
    def text(self) -> str:
        """The text so far, without white space at either end."""
        return "".join(self._parts)

    @property
    def links(self) -> tuple[DraftLink, ...]:
        """The closed links so far, in order."""
        return tuple(sorted(self._links, key=lambda link: (link.start, link.end)))

    def _emit(self, words: str) -> None:
        if self._gap and self._length:
            self._parts.append(self._gap)
            self._length += 1
        self._gap = ""
        if self._open:
            self._open = [(href, self._length if start is None else start) for href, start in self._open]
        self._parts.append(words)
        self._length += len(words)
