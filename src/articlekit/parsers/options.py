"""What a caller can tell the parsers beforehand."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from attrs import field, frozen
from attrs.validators import deep_iterable, gt, in_, instance_of, optional

from articlekit.parsers.rules import Rule


def _day(anchor: dt.date | None) -> dt.date | None:
    """The day of an anchor: a ``datetime`` is a ``date`` too, but a time of day is none of it."""
    return anchor.date() if isinstance(anchor, dt.datetime) else anchor


@frozen(kw_only=True)
class Options:
    """Settings of one parse. Nothing is global: two threads can parse with different options at once.

    A setting of the wrong type raises TypeError, one out of range ValueError; the message names it.

    >>> import articlekit, datetime as dt
    >>> options = Options(anchor=dt.date(2025, 6, 13))
    >>> articlekit.parse("It rained on Thursday.", options=options).times[0].value
    '2025-06-12'
    """

    language: str | None = field(default=None, validator=optional(instance_of(str)))
    """BCP 47 tag that the caller knows (``en-GB``); it decides how ``03/02/2024`` reads. None: what the input states."""
    anchor: dt.date | None = field(default=None, converter=_day, validator=optional(instance_of(dt.date)))
    """The date that ``Friday`` counts from where the article itself has no date. None: such words stay unresolved."""
    charset: str | None = field(default=None, validator=optional(instance_of(str)))
    """Character encoding that the transport stated (HTTP ``Content-Type``), for bytes. None: not stated."""
    max_bytes: int = field(default=32 * 1024 * 1024, validator=[instance_of(int), gt(0)])
    """Input larger than this raises :class:`InputError`. Bytes; text is measured in UTF-8."""
    labeller: Literal["light", "encoder"] = field(default="light", validator=in_(("light", "encoder")))
    """What reads who said what: ``light``, or ``encoder`` where the extra of that name is installed."""
    rules: tuple[Rule[Any], ...] = field(default=(), validator=deep_iterable(instance_of(Rule), instance_of(tuple)))
    """The caller's own rules, each tried before the library's rules for the same field."""
