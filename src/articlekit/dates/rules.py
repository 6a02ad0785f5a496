"""How one form of calendar expression is written down: a named rule with its patterns, its reading and its proof."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Literal

from attrs import define, field, frozen, setters

from articlekit.dates.reading import Reading
from articlekit.dates.tense import Tense, tense

Parts = Mapping[str, str | None]
"""The named groups of a rule's two patterns."""
Order = Literal["day-first", "month-first", "unknown"]
"""How ``03/02/2024`` reads."""

_GAP = r"(?:[^\S\n]{1,3})"
_BLANK = re.compile(r"\(\?<[!=][^()]*\)| ")
_WINDOW = 48


class NoAnchor(Exception):
    """The words count from a date that nobody gave."""


class TwoWays(Exception):
    """The words read two ways."""


class NotADate(ValueError):
    """The words look like a date and are none: a name, a habit, a day that the calendar does not have."""


def _day(date: dt.date | None) -> dt.date | None:
    """The day of an anchor that is a moment: a time of day must not leak into what is counted from it."""
    return date.date() if isinstance(date, dt.datetime) else date


@define(on_setattr=setters.NO_OP)
class Place:
    """Where an expression stands, and what is known there."""

    text: str
    """The whole text."""
    anchor_date: dt.date | None = field(converter=_day)
    """The date that relative words count from, where one is known."""
    order: Order
    """How numeric dates read."""
    last_day: dt.date | None = None
    """The certain day that was named last in the same paragraph."""
    start: int = 0
    """First character of the expression."""
    end: int = 0
    """One past its last character."""

    @property
    def anchor(self) -> dt.date:
        """The date that relative words count from; raises :class:`NoAnchor`."""
        if self.anchor_date is None:
            raise NoAnchor
        return self.anchor_date

    @property
    def tense(self) -> Tense:
        """Whether the clause speaks of what was or of what is to come."""
        return tense(self.text, self.start, self.end)


@frozen(slots=False)
class Rule:
    """One form of calendar expression.

    In both patterns a blank stands for one to three blanks of any kind within a line.
    """

    name: str
    """``group.form``, unique."""
    keys: tuple[str, ...]
    """The literal beginnings of the word that gives the form away; ``body`` matches from there."""
    body: str
    """Pattern from the key word to the end of the expression. What follows is tested by look-ahead only."""
    read: Callable[[Parts, Place], Reading | None]
    """What the words mean. None: another rule may try. May raise :class:`NoAnchor`, :class:`TwoWays`, and ValueError
    or OverflowError where the calendar has no such day: then the words are passed over."""
    example: tuple[str, str]
    """A text that the rule fires on, in an article of 2025-06-13, and the value that it gives."""
    near_miss: str
    """A text much like it that the rule leaves alone."""
    before: str = "(?P<lead>)"
    """Pattern of what stands before the key word. The expression begins where the group ``lead`` does; where a group
    ``bar`` matches, the words are no date after all."""

    @cached_property
    def ahead(self) -> re.Pattern[str]:
        """``body``, compiled."""
        return compiled(self.body + r"(?!\w)")

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """``before``, compiled to end at the key word."""
        return compiled(rf"(?<![\w$€£#])(?:{self.before})\Z")

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """Both patterns as one, for a string that is nothing but a date; case is not looked at."""
        return compiled(f"(?:{self.before}){self.body}", re.IGNORECASE)

    def parts(self, ahead: re.Match[str], place: Place, floor: int) -> Parts | None:
        """The rule's groups where ``ahead`` has matched, fixing the span; None where the words before do not fit.

        Nothing before ``floor`` is free.
        """
        key = ahead.start()
        window = max(floor, key - _WINDOW)
        behind = self.behind.search(place.text[max(window - 1, 0) : key], 1 if window else 0)
        if behind is None:
            return None
        place.start, place.end = key - (behind.end() - behind.start("lead")), ahead.end()
        return behind.groupdict() | ahead.groupdict()


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``pattern`` with its blanks widened, save in look-behinds, which have a fixed width."""
    return re.compile(_BLANK.sub(lambda found: _GAP if found[0] == " " else found[0], pattern), flags)
