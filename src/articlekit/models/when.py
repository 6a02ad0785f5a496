"""Dates and times at the precision that was written."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from articlekit.models.span import Span


@frozen(kw_only=True)
class When:
    r"""A date, a time or an interval that a calendar expression resolves to.

    ``value`` keeps the precision of the words. ``earliest`` and ``latest`` are plain dates, so that expressions of different precision can
    be compared. Today's date is never used to fill in missing parts.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nJune 13, 2025\n\nIt rained on Thursday.")
    >>> article.times[0].raw, article.times[0].value, article.times[0].earliest
    ('on Thursday', '2025-06-12', datetime.date(2025, 6, 12))
    """

    value: str
    """ISO 8601 at the precision that was written; an interval as in EDTF level 0 (Library of Congress).

    ``2025``, ``2025-06``, ``2025-06-13``, ``2025-06-13T17:40``, ``2025-06-13T17:40+02:00`` (with the offset that was written),
    ``2025-06-07/2025-06-08``."""
    earliest: dt.date
    """First day of the expression."""
    latest: dt.date
    """Last day of the expression, inclusive. Not before ``earliest``."""
    at: dt.datetime | None = None
    """The moment, time zone aware if a zone was written and naive if not. None: no time of day is known."""
    raw: str
    """The words or the metadata value that it was read from, as written."""
    span: Span | None = None
    """Where ``raw`` is in the article. None: it comes from metadata or from a line that is not in the text."""

    def __attrs_post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"When.latest ({self.latest}) must not be before When.earliest ({self.earliest})")
