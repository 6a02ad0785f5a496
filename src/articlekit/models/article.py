"""The article: everything that was found in one report, each value with where it came from."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from articlekit.models.attribution import Claim, Quote, Source
from articlekit.models.parts import Author, Block, Credit, Dateline, Image, Link, Publisher
from articlekit.models.record import Evidence, Problem
from articlekit.models.span import Span
from articlekit.models.when import When


@frozen(kw_only=True)
class Article:
    r"""A news article.

    The invariant that everything rests on: for each link, quote, claim and cue with ``text`` and ``spans``,
    ``text == slice_text(article, spans)``. No text is ever rewritten.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nIt rained on Marrow Bay, Ilse Brandt said.")
    >>> article.title, article.sources[0].name, article.claims[0].text
    ('Rain at last', 'Ilse Brandt', 'It rained on Marrow Bay')
    """

    text: str
    """What the reader reads under the headline: the blocks joined by a blank line, runs of white space folded to one
    space, no Unicode normalization. Empty where no body was found (then ``problems`` says so)."""
    title: str | None = None
    """The headline, with a trailing source (``… – NYT``) and without the site's name. None: none found."""
    summary: str | None = None
    """The standfirst where the page shows one (then also a block of that kind), else the page's own description. None: neither."""
    url: str | None = None
    """Absolute address of the article: the page's canonical one where it can be trusted (a page on the caller's site, no vaguer
    than the caller's address), else the caller's, else the one that the text gives. The loser stays in ``evidence``.
    None: none known."""
    publisher: Publisher | None = None
    """Who published it. None: neither a name nor an address is known."""
    authors: tuple[Author, ...] = ()
    """The byline, in its order. Empty: none found; a missing author is better than a wrong one."""
    published: When | None = None
    """When it was first published. None: not told. Where the one date that a page shows is that of an update, it is that
    one, and the evidence names the rule ``published.only_updated``; not so on a page without any script, which is a copy that
    may have lost what it stated."""
    modified: When | None = None
    """When it was last changed. None: not told."""
    language: str | None = None
    """BCP 47 tag (``en-GB``) that the caller or the input states; for a web page that states none, the language (``en``) that its
    script and its commonest words show. None: not stated, and not clear."""
    section: str | None = None
    """The paper's section, as written. None: not told."""
    tags: tuple[str, ...] = ()
    """The page's own keywords, as written, in order."""
    dateline: Dateline | None = None
    """The place line of a wire report. None: none."""
    credits: tuple[Credit, ...] = ()
    """Credits apart from the byline, in order."""
    blocks: tuple[Block, ...] = ()
    """The text's blocks; they tile ``text`` in order, with a blank line between two."""
    images: tuple[Image, ...] = ()
    """Pictures, in order."""
    links: tuple[Link, ...] = ()
    """Links of the text, then those that stood around it."""
    times: tuple[When, ...] = ()
    """The calendar expressions in the text that resolve, in order."""
    sources: tuple[Source, ...] = ()
    """Everyone whom a claim names as source or audience, in order of first mention."""
    quotes: tuple[Quote, ...] = ()
    """Every run of quotation marks, in order."""
    claims: tuple[Claim, ...] = ()
    """Every attributed statement, in order, the title first."""
    evidence: tuple[Evidence, ...] = ()
    """Which rule gave each value, and which took words out of the body."""
    problems: tuple[Problem, ...] = ()
    """What could not be done and why. Empty: nothing went wrong that was noticed."""


def slice_text(article: Article, spans: Iterable[Span]) -> str:
    """The words at ``spans``, joined by one space.

    Spans of ``field="title"`` are cut from the title, all others from the text.

    >>> slice_text(Article(text="Rain fell. Roads closed."), [Span(0, 10), Span(11, 24)])
    'Rain fell. Roads closed.'
    """
    title = article.title or ""
    return " ".join((title if s.field == "title" else article.text)[s.start : s.end] for s in spans)
