"""The date in the URL of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.dates import parse_date
from articlekit.models import When
from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.web.urls import split_url

_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_PATH_DATE = re.compile(
    rf"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|{_MONTHS})(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/+_-])", re.IGNORECASE
)


def find_date_in_path(draft: Draft) -> Candidate[When] | None:
    """Return the date in the path of the article's URL. None if it has no date."""
    match = _PATH_DATE.search(split_url(draft.decided.url).path) if draft.decided.url else None
    if match is None:
        return None
    year, month, day = match.groups()
    named = f"{day or ''} {month} {year}".strip()
    when = parse_date(
        "-".join(filter(None, (year, month.zfill(2), day and day.zfill(2)))) if month.isdigit() else named
    )
    return Candidate(when, match.group().strip("/")) if when is not None else None


@rule(
    "published.url_path",
    example="# Harbour closed\n\nThe harbour closed.\n\nSource: https://courier.example/2025/06/13/harbour-closed",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSource: https://courier.example/2025/99/harbour-closed",
)
def date_in_path(draft: Draft) -> Iterator[Candidate[When]]:
    """The date in the path of the article's URL, to the day or the month; the month may be a word."""
    found = find_date_in_path(draft)
    return iter((found,) if found else ())
