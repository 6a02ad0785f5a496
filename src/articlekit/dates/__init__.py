"""Calendar language → :class:`~articlekit.When`: absolute and relative dates, at the precision that was written."""

from articlekit.dates.lines import find_dates
from articlekit.dates.parse import is_ambiguous_date, parse_date
from articlekit.dates.scan import Times, find_times
from articlekit.dates.translate import is_date_word

__all__ = ["Times", "find_dates", "find_times", "is_ambiguous_date", "is_date_word", "parse_date"]
