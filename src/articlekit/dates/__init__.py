"""Calendar language → :class:`~articlekit.When`: absolute and relative dates, at the precision that was written."""

from articlekit.dates.languages import is_date_word
from articlekit.dates.running_text import FoundTimes, find_times
from articlekit.dates.short_strings import find_dates, is_ambiguous_date, parse_date

__all__ = ["FoundTimes", "find_dates", "find_times", "is_ambiguous_date", "is_date_word", "parse_date"]
