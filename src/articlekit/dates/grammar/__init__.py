"""The forms of calendar expression as tables of rules, in the order in which they are tried."""

from __future__ import annotations

from articlekit.dates.date_rule import DateRule
from articlekit.dates.grammar import month_names, numeric, offsets, relative_days, relative_periods, years

NUMERIC: tuple[DateRule, ...] = numeric.RULES
"""Forms in running text of any language."""
TEXT: tuple[DateRule, ...] = (
    NUMERIC + month_names.RULES + years.RULES + relative_periods.RULES + relative_days.RULES + offsets.RULES
)
"""Forms in running English text."""
NUMERIC_METADATA: tuple[DateRule, ...] = numeric.METADATA + years.METADATA + month_names.MACHINE_FORMATS
"""Forms that count as dates only if they are the whole string, in any language."""
METADATA: tuple[DateRule, ...] = NUMERIC_METADATA + month_names.METADATA
"""Forms that count as dates only if they are the whole string, in English."""
