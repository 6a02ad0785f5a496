"""A date or a time as a newspaper writes it: at the precision that was written, and no finer."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from articlekit.models.span import Span


@frozen(kw_only=True)
class When:
    r"""A calendar expression, resolved.

    ``value`` keeps the precision of the words; ``earliest`` and ``latest`` are plain dates, so that any two
    expressions compare, whatever their precision. Nothing is ever filled in from today's clock.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nJune 13, 2025\n\nIt rained on Thursday.")
    >>> article.times[0].raw, article.times[0].value, article.times[0].earliest
    ('on Thursday', '2025-06-12', datetime.date(2025, 6, 12))
    """

    value: str
    """ISO 8601 at the precision that was written, an interval as in EDTF (Library of Congress, level 0).

    ``2025``, ``2025-06``, ``2025-06-13``, ``2025-06-13T17:40``, ``2025-06-13T17:40+02:00`` (the offset that was
    written), ``2025-06-07/2025-06-08``."""
    earliest: dt.date
    """The first day that the expression covers."""
    latest: dt.date
    """The last day that the expression covers, inclusive; never before ``earliest``."""
    at: dt.datetime | None = None
    """The moment, where a time of day is known: aware where a zone was given, naive where not. None: no time of day."""
    raw: str
    """The words or the metadata that the value was read from, as written."""
    span: Span | None = None
    """Where ``raw`` stands in the article. None where it comes from metadata or from a line that is not in the text."""

    def __attrs_post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"When.latest: {self.latest} lies before When.earliest {self.earliest}")
