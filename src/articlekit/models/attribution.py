"""Who said what: sources, the claims attributed to them, and the words in quotation marks."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from articlekit.models.parts import Link
from articlekit.models.span import Span
from articlekit.models.when import When

SourceKind = Literal["person", "organization", "group", "document", "unknown"]
"""What a source is: one person, an organization, several people, a document or picture, or unclear."""

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
"""What the source does with the words: states, asks, believes, finds, promises and so on."""

ClaimForm = Literal["direct", "indirect", "mixed"]
"""How a claim is quoted: all of its content is in quotation marks (``direct``), none (``indirect``), or a part (``mixed``)."""

QuoteKind = Literal["speech", "fragment", "scare", "title", "name"]
"""What quotation marks enclose: a whole statement, a few words of a mixed claim, words that the reporter keeps at a distance, the title of a
work, or a nickname or call sign."""


@frozen(kw_only=True)
class Source:
    """A person, organization, group or document that claims are attributed to: one object for all its mentions.

    >>> import articlekit
    >>> brandt = articlekit.parse("It rained, minister Ilse Brandt said. Brandt added that it was not enough.").sources[0]
    >>> brandt.name, brandt.kind, brandt.role, brandt.aliases, len(brandt.mentions)
    ('Ilse Brandt', 'person', 'minister', ('Brandt',), 2)
    """

    id: str
    """Unique within the article: ``source-1``, in order of first mention."""
    name: str
    """The name as first written in full (``The New York Times``), or the first description if no name is given (``three officers``)."""
    kind: SourceKind
    """What the source is."""
    named: bool
    """True if the words identify it. False for anonymous sources: ``a person briefed on the matter``."""
    role: str | None = None
    """Title or function next to the name, as written (``chief executive``). None: not stated."""
    affiliation: str | None = None
    """The organization that it speaks for or belongs to, as written. None: not stated."""
    aliases: tuple[str, ...] = ()
    """Other names that the article uses for it, such as a surname, ``NYT`` or ``Old Heron``. Pronouns are not included."""
    mentions: tuple[Span, ...] = ()
    """Where the article refers to it, pronouns included, in order. Mentions in the title come first."""


@frozen(kw_only=True)
class Cue:
    """The words that mark a statement as reported: ``said``, ``according to``, ``has so far not confirmed``.

    >>> import articlekit
    >>> article = articlekit.parse("The ferry will sail again, the harbour office promised.")
    >>> article.claims[0].cue
    Cue(text='promised', spans=(Span(start=46, end=54, field='text'),), kind='promise')
    """

    text: str
    """The words, as written: ``slice_text(article, spans)``."""
    spans: tuple[Span, ...]
    """Where the words are: sorted, not overlapping, each within one block."""
    kind: CueKind
    """What the source does: state, ask, promise and so on."""


@frozen(kw_only=True)
class Quote:
    """The words between an opening quotation mark and the closing one, without the marks.

    A quote over several paragraphs, with a new opening mark in each, is one quote. ``“A,” she said. “B.”`` is two quotes.

    >>> import articlekit
    >>> quote = articlekit.parse("“We tested it twice,” Ilse Brandt told the Tarn Times.").quotes[0]
    >>> quote.text, quote.kind, quote.sources[0].name
    ('We tested it twice,', 'speech', 'Ilse Brandt')
    """

    id: str
    """Unique within the article: ``quote-1``, ``quote-2``, in order."""
    text: str
    """The words, as written: ``slice_text(article, spans)``."""
    spans: tuple[Span, ...]
    """Where the words are: one span per paragraph of the quote."""
    kind: QuoteKind
    """What the marks enclose. Nicknames and call signs are ``name``, never ``speech``."""
    sources: tuple[Source, ...] = ()
    """Who is quoted: the sources of the claim that contains the quote. Empty: the article does not say."""
    source_spans: tuple[Span, ...] = ()
    """Where the sources are named, as in the claim."""
    cue: Cue | None = None
    """The cue of the claim. None: the quote belongs to no claim, or to a claim without a cue."""


@frozen(kw_only=True)
class Claim:
    """A statement that the article attributes to someone. If attributions are nested, the outermost is the claim.

    >>> import articlekit
    >>> claim = articlekit.parse("“We tested it twice,” Ilse Brandt told the Tarn Times.").claims[0]
    >>> claim.sources[0].name, claim.cue.text, claim.audience[0].name, claim.text, claim.form
    ('Ilse Brandt', 'told', 'the Tarn Times', 'We tested it twice', 'direct')
    """

    id: str
    """Unique within the article: ``claim-1``, ``claim-2``, in order. Claims in the title come first."""
    text: str
    """The content of the claim, as written, without source, cue and audience: ``slice_text(article, spans)``."""
    spans: tuple[Span, ...]
    """Where the content is: sorted, not overlapping, each within one block. Several if the content is interrupted."""
    form: ClaimForm
    """How much of the content is in quotation marks: ``direct`` all, ``mixed`` a part, ``indirect`` nothing."""
    sources: tuple[Source, ...] = ()
    """Who makes the claim: two sources in ``Smith and Jones said``. Empty if no one is named: ``it is expected that``."""
    source_spans: tuple[Span, ...] = ()
    """Where the sources are named: the whole noun phrase, from its article to its last modifier."""
    cue: Cue | None = None
    """The words that mark it as reported. None: the layout attributes it, as ``– NYT`` in a headline or a line under a block quote does."""
    audience: tuple[Source, ...] = ()
    """The people or organizations that it was said to, often the newspaper itself. Empty: the article does not say."""
    when: When | None = None
    """When it was said. None: the sentence does not say, or the date could not be resolved."""
    negated: bool = False
    """True if the source did *not* say, confirm or promise it."""
    hedged: bool = False
    """True if the reporter does not vouch for the attribution: ``reportedly said``, ``appeared to suggest``."""
    links: tuple[Link, ...] = ()
    """The links in the words of the source, the cue or the content, in order."""
    quotes: tuple[Quote, ...] = ()
    """The quotes in the content, in order."""
    confidence: float = 1.0
    """How likely the claim is to be right, from 0 to 1. Comparable within one version of the library only.

    It is the measured share of right claims of the rule, or the certainty of the labeller."""
    rule: str
    """The name of the rule that found it (``claim.told``), or ``claim.labelled`` if only the labeller found it."""

    def __attrs_post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"Claim.confidence must be between 0 and 1; got {self.confidence}")
