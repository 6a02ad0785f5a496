"""The data model: frozen classes for an article and its parts, independent of how they are found and written out."""

from articlekit.models.article import Article, slice_text
from articlekit.models.attribution import Claim, ClaimForm, Cue, CueKind, Quote, QuoteKind, Source, SourceKind
from articlekit.models.parts import (
    Author,
    AuthorKind,
    AuthorRole,
    Block,
    BlockKind,
    Credit,
    CreditRole,
    Dateline,
    Image,
    Link,
    LinkKind,
    Publisher,
)
from articlekit.models.record import Evidence, Problem, ProblemCode
from articlekit.models.span import Span, SpanField
from articlekit.models.when import When

__all__ = [
    "Article",
    "Author",
    "AuthorKind",
    "AuthorRole",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimForm",
    "Credit",
    "CreditRole",
    "Cue",
    "CueKind",
    "Dateline",
    "Evidence",
    "Image",
    "Link",
    "LinkKind",
    "Problem",
    "ProblemCode",
    "Publisher",
    "Quote",
    "QuoteKind",
    "Source",
    "SourceKind",
    "Span",
    "SpanField",
    "When",
    "slice_text",
]
