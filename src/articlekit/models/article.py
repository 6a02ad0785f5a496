"""The article: the text, the metadata and the claims of one news item, with the evidence for each value."""

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

    Every link, quote, claim and cue quotes the article word for word: if it has ``text`` and ``spans``,
    ``text == slice_text(article, spans)``.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nIt rained on Marrow Bay, Ilse Brandt said.")
    >>> article.title, article.sources[0].name, article.claims[0].text
    ('Rain at last', 'Ilse Brandt', 'It rained on Marrow Bay')
    """

    text: str
    """The text under the headline, as a reader sees it: the blocks joined by a blank line.

    Runs of white space are one space, except in ``preformatted`` and ``table_row`` blocks; Unicode is not normalized. Empty if no body was
    found; ``problems`` then says so."""
    title: str | None = None
    """The headline without the name of the site. A source at its end (``… – NYT``) is kept. None: not found."""
    summary: str | None = None
    """The standfirst, which is then also a block, or else the description in the metadata. None: neither was found."""
    url: str | None = None
    """Absolute http(s) URL of the article. None: not known.

    It is the canonical URL of the page if that is on the same site as the URL you passed and at least as specific, or else the URL you
    passed, or else a URL stated in the text. The rejected ones are in ``evidence``."""
    publisher: Publisher | None = None
    """The newspaper or site that published the article. None: neither its name nor its domain is known."""
    authors: tuple[Author, ...] = ()
    """The names of the byline, in order. Empty: not found, or not certain enough."""
    published: When | None = None
    """When the article was first published. None: not stated.

    If the only date of a page is that of an update, it is used, and ``evidence`` names the rule ``published.only_updated``. A page without
    scripts is the exception: it may be a saved copy that lost its metadata."""
    modified: When | None = None
    """When the article was last changed. None: not stated."""
    language: str | None = None
    """Language as a BCP 47 tag (``en-GB``): the one you passed, or else the one that the input states. A web page that states none gets the
    language (``en``) that its script and most frequent words show. None: not stated and not clear."""
    section: str | None = None
    """The section of the newspaper, as written (``Weather``). None: not stated."""
    tags: tuple[str, ...] = ()
    """The keywords that the page states, as written, in order."""
    dateline: Dateline | None = None
    """The place and agency at the start of a wire report. None: the text has no dateline."""
    credits: tuple[Credit, ...] = ()
    """Credits outside the byline (``Editing by …``), in order."""
    blocks: tuple[Block, ...] = ()
    """The paragraphs, headings, list items and other blocks of ``text``, in order. They cover all of it but the blank lines between them."""
    images: tuple[Image, ...] = ()
    """The images of the article, in order, including a lead image that only the metadata states."""
    links: tuple[Link, ...] = ()
    """The links in the text, in order, then those found around it (related articles, the source)."""
    times: tuple[When, ...] = ()
    """The calendar expressions in the text that could be resolved (``on Sunday``, ``June 2025``), in order."""
    sources: tuple[Source, ...] = ()
    """All sources and audiences of the claims, in order of first mention."""
    quotes: tuple[Quote, ...] = ()
    """All words in quotation marks, in order."""
    claims: tuple[Claim, ...] = ()
    """All attributed statements, in order. Those in the title come first."""
    evidence: tuple[Evidence, ...] = ()
    """For each value the rule that set it, and for words left out of the text the rule that removed them."""
    problems: tuple[Problem, ...] = ()
    """What could not be read, and why. Empty: no problem was noticed."""


def slice_text(article: Article, spans: Iterable[Span]) -> str:
    """Return the words at ``spans``, joined by one space.

    Spans with ``field="title"`` are cut from the title, all others from the text.

    >>> slice_text(Article(text="Rain fell. Roads closed."), [Span(0, 10), Span(11, 24)])
    'Rain fell. Roads closed.'
    """
    title = article.title or ""
    return " ".join((title if s.field == "title" else article.text)[s.start : s.end] for s in spans)
