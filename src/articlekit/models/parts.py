"""The parts of an article: blocks, links, images, the publisher, authors and credits."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from articlekit.models.span import Span
from articlekit.models.when import When

BlockKind = Literal["standfirst", "paragraph", "heading", "list_item", "quotation", "table_row", "preformatted", "note"]
"""What a block is. A ``note`` is about the article itself: a correction or an editor's note."""

LinkKind = Literal["reference", "related", "original", "author", "media"]
"""What a link leads to: a page or document that the text refers to (``reference``), a recommended article (``related``), this article's own
URL (``original``), the page of an author (``author``), or a picture or recording (``media``)."""

AuthorKind = Literal["person", "organization", "unknown"]
"""What a name in a byline is: a person, an organization (such as a news agency or a desk), or unclear."""

AuthorRole = Literal["author", "contributor", "editor", "translator", "photographer"]
"""What a person or organization in the byline did."""

CreditRole = Literal["reporting", "writing", "editing", "photography", "production", "translation", "source"]
"""What a credited person or agency did. ``source`` is a news agency whose text was used."""


@frozen(kw_only=True)
class Block:
    r"""One block of the text: a paragraph, a heading, a list item.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nIt rained.\n\n- The ferry sails.\n- The road is open.")
    >>> [(block.kind, block.level, articlekit.slice_text(article, [block.span])) for block in article.blocks]
    [('paragraph', None, 'It rained.'), ('list_item', 1, 'The ferry sails.'), ('list_item', 1, 'The road is open.')]
    """

    kind: BlockKind
    """What the block is: ``paragraph``, ``heading``, ``list_item`` and so on."""
    span: Span
    """Where the block is in ``Article.text``. Blocks do not overlap; a blank line separates them.

    The cells of a ``table_row`` are separated by tabs. Only ``preformatted`` text keeps its line breaks."""
    level: int | None = None
    """Level of a heading, 1 to 6, or depth of a list item or quotation, from 1. None: a block of another kind."""
    time: When | None = None
    """The time of the live blog entry that the block belongs to. None: the article is not a live blog, or the entry has no time."""


@frozen(kw_only=True)
class Publisher:
    """Who published the article.

    >>> import articlekit
    >>> articlekit.parse("It rained on Marrow Bay.", url="https://www.tarntimes.example/rain").publisher
    Publisher(name=None, domain='tarntimes.example')
    """

    name: str | None = None
    """The name of the newspaper or site, as the article writes it. None: not stated, or not certain enough."""
    domain: str | None = None
    """The registrable domain of the URL by the Public Suffix List, in lower case: ``example.co.uk``. None: no URL is known."""


@frozen(kw_only=True)
class Author:
    r"""One name in the byline.

    >>> import articlekit
    >>> articlekit.parse("# Rain at last\n\nBy Ada Quill\n\nIt rained.").authors
    (Author(name='Ada Quill', kind='person', role='author', url=None),)
    """

    name: str
    """The name as written, without ``By``, role and place."""
    kind: AuthorKind
    """Whether the name is that of a person or an organization, if that is clear."""
    role: AuthorRole = "author"
    """What the author did."""
    url: str | None = None
    """Absolute http(s) URL of the page of the author, or the mailto URL that the byline links. None: not linked."""


@frozen(kw_only=True)
class Credit:
    r"""One name in the credits before or after the text: ``(Reporting by …; Editing by …)``.

    >>> import articlekit
    >>> articlekit.parse("# Rain at last\n\nIt rained.\n\n(Reporting by Ada Quill)").credits
    (Credit(name='Ada Quill', role='reporting', text='Reporting by Ada Quill'),)
    """

    name: str
    """The name of the person or agency, as written."""
    role: CreditRole
    """What the person or agency did."""
    text: str
    """The line, or the part of it, that states the credit, as written."""


@frozen(kw_only=True)
class Dateline:
    r"""The place and agency that a wire report begins with. The words stay in the text.

    >>> import articlekit
    >>> articlekit.parse("# Rain at last\n\nMARROW BAY, June 13 (AP) - It rained.").dateline
    Dateline(place='MARROW BAY', agency='AP', text='MARROW BAY, June 13 (AP) -')
    """

    place: str | None = None
    """The place, as written (``GENEVA``). None: the dateline names only an agency."""
    agency: str | None = None
    """The agency in brackets, as written (``AP``). None: the dateline names no agency."""
    text: str
    """The whole dateline as the text begins with it, including its dash."""


@frozen(kw_only=True)
class Image:
    r"""An image of the article, or only its caption or credit if the image itself was lost.

    >>> import articlekit
    >>> report = "# Rain at last\n\n![Wet roofs](wet.jpg)\n\nIt rained."
    >>> articlekit.parse(report, url="https://tarntimes.example/rain").images
    (Image(url='https://tarntimes.example/wet.jpg', alt='Wet roofs', caption=None, credit=None),)
    """

    url: str | None = None
    """Absolute URL, or the URL as written if no base URL is known. None: only the caption or the credit is left of the image."""
    alt: str | None = None
    """Alternative text for people who cannot see the image. None: not given."""
    caption: str | None = None
    """The caption without the credit. None: not found."""
    credit: str | None = None
    """The photographer or agency, as written. None: not found."""


@frozen(kw_only=True)
class Link:
    r"""A link in the text or around it.

    >>> import articlekit
    >>> report = "# Rain at last\n\nIt rained, the [harbour office](/harbour) said."
    >>> links = articlekit.parse(report, url="https://tarntimes.example/rain").links
    >>> [(link.text, link.url, link.kind) for link in links]
    [('harbour office', 'https://tarntimes.example/harbour', 'reference')]
    """

    id: str
    """Unique within the article: ``link-1``, ``link-2``, in order."""
    href: str
    """The target as written, also if it is only ``#``. Empty if a line names a related article without linking it."""
    url: str | None = None
    """The absolute http(s) or mailto URL. None: the link leads nowhere, or it is relative and no base URL is known."""
    text: str
    """The linked words, or the name of an embedded video. If there are none, the target itself."""
    span: Span | None = None
    """Where ``text`` is in the article. None: the link is outside the text (a related article, the source)."""
    kind: LinkKind
    """What the link leads to."""
