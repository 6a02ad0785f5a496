"""What a caller can tell the parsers beforehand."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import frozen

from articlekit.parsers.rules import Rule


@frozen(kw_only=True)
class Options:
    """Settings of one parse. Nothing is global: two threads can parse with different options at once."""

    language: str | None = None
    """BCP 47 tag that the caller knows (``en-GB``); it decides how ``03/02/2024`` reads. None: what the input states."""
    anchor: dt.date | None = None
    """The date that ``Friday`` counts from where the article itself has no date. None: such words stay unresolved."""
    charset: str | None = None
    """Character encoding that the transport stated (HTTP ``Content-Type``), for bytes. None: not stated."""
    max_bytes: int = 32 * 1024 * 1024
    """Input larger than this raises :class:`InputError`. Bytes; text is measured in UTF-8."""
    rules: tuple[Rule[Any], ...] = ()
    """The caller's own rules, each tried before the library's rules for the same field."""
