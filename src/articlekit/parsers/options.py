"""Options of one parse: what the caller knows about the input, limits, and the caller's own rules."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from attrs import field, frozen
from attrs.validators import deep_iterable, gt, in_, instance_of, optional

from articlekit.parsers.field_rules import Rule


def _day(anchor: dt.date | None) -> dt.date | None:
    """Return the day of an anchor: a ``datetime`` is a ``date`` too, but its time of day is dropped."""
    return anchor.date() if isinstance(anchor, dt.datetime) else anchor


@frozen(kw_only=True)
class Options:
    """Settings of one parse. They are not global: two threads can parse with different options at once.

    A value of the wrong type raises TypeError, and a value out of range ValueError.

    >>> import articlekit, datetime as dt
    >>> options = Options(anchor=dt.date(2025, 6, 13))
    >>> articlekit.parse("It rained on Thursday.", options=options).times[0].value
    '2025-06-12'
    """

    language: str | None = field(default=None, validator=optional(instance_of(str)))
    """Language of the input as a BCP 47 tag (``en-GB``). It decides how ``03/02/2024`` is read. None: use what the input states."""
    anchor: dt.date | None = field(default=None, converter=_day, validator=optional(instance_of(dt.date)))
    """The date from which ``Friday`` counts if the article has no date. None: relative dates stay unresolved then."""
    charset: str | None = field(default=None, validator=optional(instance_of(str)))
    """Charset of the bytes, as stated by the transport (HTTP ``Content-Type``). None: not stated."""
    max_bytes: int = field(default=32 * 1024 * 1024, validator=[instance_of(int), gt(0)])
    """Maximum size of the input in bytes (of text: in UTF-8). Larger input raises :class:`InputError`."""
    labeller: Literal["light", "encoder"] = field(default="light", validator=in_(("light", "encoder")))
    """The model for attribution: ``light``, or ``encoder`` if the extra of that name is installed."""
    rules: tuple[Rule[Any], ...] = field(default=(), validator=deep_iterable(instance_of(Rule), instance_of(tuple)))
    """Your own rules. They run before the library's rules for the same field."""
