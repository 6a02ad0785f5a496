"""Every form of calendar expression, in the order in which the forms are tried at one place."""

from __future__ import annotations

from articlekit.dates.grammar import absolute, days, numeric, offsets, periods, years
from articlekit.dates.rules import Rule

NUMERIC: tuple[Rule, ...] = numeric.RULES
"""The forms that hold in every language."""
TEXT: tuple[Rule, ...] = NUMERIC + absolute.RULES + years.RULES + periods.RULES + days.RULES + offsets.RULES
"""The forms of running English text."""
NUMERIC_METADATA: tuple[Rule, ...] = numeric.METADATA + years.METADATA + absolute.STAMPS
"""The forms that are dates only where they are the whole string, in every language."""
METADATA: tuple[Rule, ...] = NUMERIC_METADATA + absolute.METADATA
"""The same, with those of English."""
