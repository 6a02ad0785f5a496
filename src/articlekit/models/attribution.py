"""Who said what: sources, the claims that are attributed to them, and the words in quotation marks."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from articlekit.models.parts import Link
from articlekit.models.span import Span
from articlekit.models.when import When

SourceKind = Literal["person", "organization", "group", "document", "unknown"]
"""What a source is: one person, a body that speaks with one voice, several people, something written or drawn, or unclear."""

CueKind = Literal[
    "statement",
    "question",
    "belief",
    "expectation",
    "finding",
    "promise",
    "threat",
    "warning",
    "demand",
    "denial",
    "refusal",
    "admission",
    "accusation",
    "agreement",
]
"""What the source did with the words: told, asked, believed, found, promised and so on."""

ClaimForm = Literal["direct", "indirect", "mixed"]
"""Whether a claim's content is in quotation marks: all of it, none of it, or a part."""

QuoteKind = Literal["speech", "fragment", "scare", "title", "name"]
"""What quotation marks do: whole statements, a few words of a mixed claim, distance, a work's title, a nickname or call sign."""


@frozen(kw_only=True)
class Source:
    """Someone or something that claims are attributed to: one object for all its mentions in the article.

    >>> import articlekit
    >>> brandt = articlekit.parse("It rained, minister Ilse Brandt said. Brandt added that it was not enough.").sources[0]
    >>> brandt.name, brandt.kind, brandt.role, brandt.aliases, len(brandt.mentions)
    ('Ilse Brandt', 'person', 'minister', ('Brandt',), 2)
    """

    id: str
    """Unique within the article: ``source-1``, in order of first mention."""
    name: str
    """The name as first written in full (``The New York Times``), or the first description (``three officers``)."""
    kind: SourceKind
    """What the source is."""
    named: bool
    """True where the words identify it; False for ``a person briefed on the matter``."""
    role: str | None = None
    """Title or function as written beside the name (``chief executive``). None: none was written."""
    affiliation: str | None = None
    """The body that it speaks for or belongs to, as written. None: none was written."""
    aliases: tuple[str, ...] = ()
    """Other names that the article uses for it: ``NYT``, ``Old Heron``, a surname. Pronouns are not listed."""
    mentions: tuple[Span, ...] = ()
    """Every place where the words refer to it, pronouns included, in the order of the page, the title first."""


@frozen(kw_only=True)
class Cue:
    """The words that make a statement a reported one: ``said``, ``according to``, ``has so far not confirmed``.

    >>> import articlekit
    >>> article = articlekit.parse("The ferry will sail again, the harbour office promised.")
    >>> article.claims[0].cue
    Cue(text='promised', spans=(Span(start=46, end=54, field='text'),), kind='promise')
    """

    text: str
    """The words, equal to the joined slices of ``spans``."""
    spans: tuple[Span, ...]
    """Where the words stand: sorted, disjoint, each within one block."""
    kind: CueKind
    """What the source did."""


@frozen(kw_only=True)
class Quote:
    """The words between one opening quotation mark and its close, marks excluded.

    A quote that is reopened at each paragraph is one quote with a span in each; ``“A,” she said. “B.”`` is two.

    >>> import articlekit
    >>> quote = articlekit.parse("“We tested it twice,” Ilse Brandt told the Tarn Times.").quotes[0]
    >>> quote.text, quote.kind, quote.sources[0].name
    ('We tested it twice,', 'speech', 'Ilse Brandt')
    """

    id: str
    """Unique within the article: ``quote-1``, in the order of the page."""
    text: str
    """The words, equal to the joined slices of ``spans``."""
    spans: tuple[Span, ...]
    """Where the words stand: one span for each paragraph that the quote runs through."""
    kind: QuoteKind
    """What the marks do. Nicknames and call signs are ``name``, never ``speech``."""
    sources: tuple[Source, ...] = ()
    """Who is quoted: the sources of the claim that the quote lies in. Empty where the article does not say."""
    source_spans: tuple[Span, ...] = ()
    """The words on the page that name the sources, as in the claim."""
    cue: Cue | None = None
    """The claim's cue. None where the quote belongs to no claim, or to one without a cue."""


@frozen(kw_only=True)
class Claim:
    """An attributed statement. Where attributions nest, the outer one is the claim.

    >>> import articlekit
    >>> claim = articlekit.parse("“We tested it twice,” Ilse Brandt told the Tarn Times.").claims[0]
    >>> claim.sources[0].name, claim.cue.text, claim.audience[0].name, claim.text, claim.form
    ('Ilse Brandt', 'told', 'the Tarn Times', 'We tested it twice', 'direct')
    """

    id: str
    """Unique within the article: ``claim-1``, in the order of the page, the title first."""
    text: str
    """The content, equal to the joined slices of ``spans``: neither source, cue nor audience is in it."""
    spans: tuple[Span, ...]
    """Where the content stands: sorted, disjoint, each within one block; several where it is interrupted."""
    form: ClaimForm
    """Whether the content is in quotation marks."""
    sources: tuple[Source, ...] = ()
    """Who makes the claim: two for ``Smith and Jones said``, none for ``it is expected that``."""
    source_spans: tuple[Span, ...] = ()
    """The words on the page that name the sources, from article to last modifier."""
    cue: Cue | None = None
    """The reporting words. None where the layout attributes: a headline's ``– NYT``, a line under a block quote."""
    audience: tuple[Source, ...] = ()
    """Whom it was told to, often the paper itself. Empty: the article does not say."""
    when: When | None = None
    """When it was said, where the sentence tells and the date resolves."""
    negated: bool = False
    """True where the source did *not* say, confirm or promise it."""
    hedged: bool = False
    """True where the reporter holds the attribution itself at a distance: ``reportedly said``, ``appeared to suggest``."""
    links: tuple[Link, ...] = ()
    """Links that stand in the source, cue or content words, in the order of the page."""
    quotes: tuple[Quote, ...] = ()
    """Quotes that lie in the content, in the order of the page."""
    confidence: float = 1.0
    """How likely the claim is right, 0 to 1: how often claims of its rule are, or how sure the labeller is. Comparable within one
    version of the library."""
    rule: str
    """The name of the rule that found it: ``claim.told``; ``claim.labelled`` where the labeller alone did."""

    def __attrs_post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"Claim.confidence: {self.confidence} is not between 0 and 1")
