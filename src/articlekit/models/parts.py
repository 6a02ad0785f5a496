"""The parts of a report that stand around and in its text: blocks, links, images, names and credits."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from articlekit.models.span import Span
from articlekit.models.when import When

BlockKind = Literal["standfirst", "paragraph", "heading", "list_item", "quotation", "table_row", "preformatted", "note"]
"""What a block of the text is. A ``note`` speaks about the article: a correction, an editor's note."""

LinkKind = Literal["reference", "related", "original", "author", "media"]
"""What a link is for: the text's own (a document too), another article, this article's address, an author's page, a picture or
recording."""

AuthorKind = Literal["person", "organization", "unknown"]
"""Who stands in a byline: a person, a news agency or desk, or unclear."""

AuthorRole = Literal["author", "contributor", "editor", "translator", "photographer"]
"""What a person or body in the byline did."""

CreditRole = Literal["reporting", "writing", "editing", "photography", "production", "translation", "source"]
"""What a credited person or agency did; ``source`` for a wire service whose copy was used."""


@frozen(kw_only=True)
class Block:
    r"""One block of the text: a paragraph, a heading, a list item.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nIt rained.\n\n- The ferry sails.\n- The road is open.")
    >>> [(block.kind, block.level, articlekit.slice_text(article, [block.span])) for block in article.blocks]
    [('paragraph', None, 'It rained.'), ('list_item', 1, 'The ferry sails.'), ('list_item', 1, 'The road is open.')]
    """

    kind: BlockKind
    """What the block is."""
    span: Span
    """Where it stands in ``Article.text``. Blocks are in order and a blank line apart.

    A table row's cells are separated by a tab; only ``preformatted`` text keeps its line breaks."""
    level: int | None = None
    """1 to 6 for a heading, depth from 1 for a list item or a quotation. None for other blocks."""
    time: When | None = None
    """The time of a live-blog entry. None for other blocks."""


@frozen(kw_only=True)
class Publisher:
    """Who published the article.

    >>> import articlekit
    >>> articlekit.parse("It rained on Marrow Bay.", url="https://www.tarntimes.example/rain").publisher
    Publisher(name=None, domain='tarntimes.example')
    """

    name: str | None = None
    """The paper's name as the article writes it. None: the article does not confirm one."""
    domain: str | None = None
    """The registrable domain of the address (Public Suffix List), lower case: ``example.co.uk``. None: no address known."""


@frozen(kw_only=True)
class Author:
    r"""One name of the byline.

    >>> import articlekit
    >>> articlekit.parse("# Rain at last\n\nBy Ada Quill\n\nIt rained.").authors
    (Author(name='Ada Quill', kind='person', role='author', url=None),)
    """

    name: str
    """As written, without ``By``, role or place."""
    kind: AuthorKind
    """Person or organization."""
    role: AuthorRole = "author"
    """What the author did."""
    url: str | None = None
    """Absolute address of the author's page, or the mailto address that the byline links. None: not linked."""


@frozen(kw_only=True)
class Credit:
    r"""One name of the credits that stand under or over a report: ``(Reporting by …; Editing by …)``.

    >>> import articlekit
    >>> articlekit.parse("# Rain at last\n\nIt rained.\n\n(Reporting by Ada Quill)").credits
    (Credit(name='Ada Quill', role='reporting', text='Reporting by Ada Quill'),)
    """

    name: str
    """The person or agency, as written."""
    role: CreditRole
    """What they did."""
    text: str
    """The line or the part of it that gives the credit, as written."""


@frozen(kw_only=True)
class Dateline:
    r"""The place line that opens a wire report. It stays in the text.

    >>> import articlekit
    >>> articlekit.parse("# Rain at last\n\nMARROW BAY, June 13 (AP) - It rained.").dateline
    Dateline(place='MARROW BAY', agency='AP', text='MARROW BAY, June 13 (AP) -')
    """

    place: str | None = None
    """The place as written (``GENEVA``). None: the line names only an agency."""
    agency: str | None = None
    """The agency in brackets, as written. None: none."""
    text: str
    """The whole line as it stands at the head of the text, with its dash."""


@frozen(kw_only=True)
class Image:
    r"""A picture, or what was kept of one.

    >>> import articlekit
    >>> report = "# Rain at last\n\n![Wet roofs](wet.jpg)\n\nIt rained."
    >>> articlekit.parse(report, url="https://tarntimes.example/rain").images
    (Image(url='https://tarntimes.example/wet.jpg', alt='Wet roofs', caption=None, credit=None),)
    """

    url: str | None = None
    """Absolute address, or as written where no base is known. None where only the credit or the caption was kept."""
    alt: str | None = None
    """Alternative text for readers who do not see the picture. None: none was given."""
    caption: str | None = None
    """The caption without the credit. None: none."""
    credit: str | None = None
    """Photographer or agency, as written. None: none."""


@frozen(kw_only=True)
class Link:
    r"""A link of the page.

    >>> import articlekit
    >>> report = "# Rain at last\n\nIt rained, the [harbour office](/harbour) said."
    >>> links = articlekit.parse(report, url="https://tarntimes.example/rain").links
    >>> [(link.text, link.url, link.kind) for link in links]
    [('harbour office', 'https://tarntimes.example/harbour', 'reference')]
    """

    id: str
    """Unique within the article: ``link-1``, in the order of the page."""
    href: str
    """The target as written, ``#`` included. Empty where a related line names an article without linking it."""
    url: str | None = None
    """The absolute http(s) or mailto address. None where the link goes nowhere, or where it is relative and no base is known."""
    text: str
    """The words that are linked, or the name of an embedded video; the target where it was printed bare or has no name."""
    span: Span | None = None
    """Where ``text`` stands. None where the link is not in the text (a related line, the source address)."""
    kind: LinkKind
    """What the link is for."""
