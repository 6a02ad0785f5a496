"""One form of calendar expression as a rule: its patterns, the function that resolves it, and its samples."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Literal

from attrs import define, field, frozen, setters

from articlekit.dates.date_values import DateValue
from articlekit.dates.languages import NumericOrder
from articlekit.dates.tense import Tense, find_tense
from articlekit.models.named_rule import NamedRule

Groups = Mapping[str, str | None]
"""The named groups of a rule's two patterns, with the words that they matched."""
Outcome = DateValue | Literal["no-anchor", "ambiguous", "no-date"]
"""What became of the words that a rule matched: a date, or why there is none."""

_BLANK = r"(?:[^\S\n]{1,3})"
"""What a space in a pattern matches."""
_SPACE_OR_LOOKBEHIND = re.compile(r"\(\?<[!=][^()]*\)| ")
_MAX_CHARS_BEFORE_KEY = 48
"""How many characters before a key word a rule may look at, which bounds the work per key word. With single blanks, the longest
``before`` of the tables matches 44."""


class NoAnchorError(Exception):
    """The expression is relative, and the date that it counts from is unknown."""


class AmbiguousDateError(Exception):
    """The words can be read as two different dates."""


class NotADateError(ValueError):
    """The words look like a date but are not one: a name, a habit, or a day that the calendar does not have."""


def _to_day(date: dt.date | None) -> dt.date | None:
    """Return the day of an anchor. A ``datetime`` is a ``date`` too, but its time of day must not reach the results."""
    return date.date() if isinstance(date, dt.datetime) else date


@define(on_setattr=setters.NO_OP)
class Context:
    """The text that is read, what is known about it, and where the current expression is."""

    text: str
    """The whole text."""
    anchor_date: dt.date | None = field(converter=_to_day)
    """The date that relative expressions count from. None: not known."""
    numeric_order: NumericOrder
    """The order of day and month in dates such as ``03/02/2024``."""
    last_day: dt.date | None = None
    """The last single day that was named before this expression in the same paragraph. None: no day was named."""
    start: int = 0
    """Index of the first character of the expression."""
    end: int = 0
    """Index after its last character."""

    @property
    def anchor(self) -> dt.date:
        """The date that relative expressions count from. Raises :class:`NoAnchorError` if it is not known."""
        if self.anchor_date is None:
            raise NoAnchorError
        return self.anchor_date

    @property
    def tense(self) -> Tense:
        """The tense of the clause around the expression."""
        return find_tense(self.text, self.start, self.end)


@frozen(slots=False)  # cached properties are kept in __dict__
class DateRule(NamedRule[tuple[str, str]]):
    """One form of calendar expression.

    Its name is ``module.form``. Its example is a text that it fires on in an article of 2025-06-13, and the ISO 8601 value that it
    returns. In both patterns, a space matches one to three spaces, tabs or other blanks, but no line break.
    """

    keys: tuple[str, ...]
    """The literal strings that the key word of the form can begin with. ``body`` matches from the key word on."""
    body: str
    """Pattern from the key word to the end of the expression. Test what follows the expression by look-ahead only."""
    resolve: Callable[[Groups, Context], DateValue | None]
    """Returns the value of a match, or None to let another rule try.

    It may raise :class:`NoAnchorError`, :class:`AmbiguousDateError`, or, if the calendar has no such day, ValueError or
    OverflowError; the words are then skipped."""
    before: str = "(?P<lead>)"
    """Pattern of the words before the key word. The expression begins where the group ``lead`` begins. If a group ``bar`` matches, the
    words are not a date."""

    @cached_property
    def _body_pattern(self) -> re.Pattern[str]:
        return compile_pattern(self.body + r"(?!\w)")

    @cached_property
    def _before_pattern(self) -> re.Pattern[str]:
        return compile_pattern(rf"(?<![\w$€£#])(?:{self.before})\Z")

    @cached_property
    def _whole_pattern(self) -> re.Pattern[str]:
        return compile_pattern(f"(?:{self.before}){self.body}", re.IGNORECASE)

    def match_at(self, key: int, context: Context, floor: int) -> Outcome | None:
        """Return what the rule reads around the key word at index ``key``, and set the span of ``context``.

        Characters before index ``floor`` belong to an earlier expression. None: the rule does not fit.
        """
        match = self._body_pattern.match(context.text, key)
        if match is None:
            return None
        window = max(floor, key - _MAX_CHARS_BEFORE_KEY)
        before = self._before_pattern.search(context.text[max(window - 1, 0) : key], 1 if window else 0)
        if before is None:
            return None
        context.start, context.end = key - (before.end() - before.start("lead")), match.end()
        return self._outcome(before.groupdict() | match.groupdict(), context)

    def match_whole(self, context: Context) -> Outcome | None:
        """Return what the rule reads if the whole text is one expression, in any case of letters. None: it is not."""
        match = self._whole_pattern.fullmatch(context.text)
        if match is None or match.start("lead"):
            return None
        return self._outcome(match.groupdict(), context)

    def _outcome(self, groups: Groups, context: Context) -> Outcome | None:
        """Return what the matched words mean, or None to leave them to another rule."""
        if groups.get("bar"):
            return "no-date"
        try:
            return self.resolve(groups, context)
        except NoAnchorError:
            return "no-anchor"
        except AmbiguousDateError:
            return "ambiguous"
        except (ValueError, OverflowError):
            return "no-date"


def compile_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile ``pattern`` so that each space matches a blank, except in look-behinds, which need a fixed width."""
    return re.compile(_SPACE_OR_LOOKBEHIND.sub(lambda found: _BLANK if found[0] == " " else found[0], pattern), flags)
