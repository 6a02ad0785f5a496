"""Dates that a page shows: near the headline, with a label, or after the article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain

from attrs import evolve

from articlekit.dates import find_dates
from articlekit.models import When
from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.dates.line_dates import (
    VisibleDate,
    dates_of_plain_lines,
    find_date_block,
    metadata_times_near,
    read_labelled_date,
    visible_dates,
    with_time_of_day,
)
from articlekit.parsers.fields.dates.metadata import dates_in_meta, metadata_dates
from articlekit.parsers.fields.dates.url import find_date_in_path
from articlekit.parsers.lines.date_labels import DateKind

MAX_ORIGINAL_DATE_CHARS = 40
"""Characters after *originally published on* that are searched for the date."""

MAX_FOOTERS = 3
"""Footers of articles that are read."""

FIRST_HOUR_OF_ONE_DAY = 12
"""Hour in UTC from which no time zone is still on the day before (UTC−12)."""

_ORIGINALLY = re.compile(r"\b(?:originally|first)\s(?:published|posted)\son\s(?:the\s)?", re.IGNORECASE)

_LONG_TEXT = (
    f"<p>{'The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again. ' * 6}</p>"
)


@rule(
    "published.visible_earlier",
    example='<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-24"}</script>'
    "<h1>Harbour closed</h1><div>13 June 2024</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-24"}</script>'
    "<h1>Harbour closed</h1><div>Updated 25 June 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def visible_earlier(draft: Draft) -> Iterator[Candidate[When]]:
    """A visible date days before the one in the metadata, which then says when the page was made, not the report."""
    in_metadata = next(metadata_dates(draft), None)
    if in_metadata is None:
        return
    visible = next(chain(_dates_near_headline(draft, "published"), _with_label(draft, "published")), None)
    if visible and _is_before(visible.value, in_metadata.value):
        yield visible


@rule(
    "published.local_day",
    example='<link rel="canonical" href="https://courier.example/2025/06/13/harbour-closed">'
    '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-14T02:30Z"}</script>'
    "<h1>Harbour closed</h1><div>13 June 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<link rel="canonical" href="https://courier.example/news/harbour-closed">'
    '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-14T02:30Z"}</script>'
    "<h1>Harbour closed</h1><div>13 June 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def local_day(draft: Draft) -> Iterator[Candidate[When]]:
    """The day before the date in the metadata, if URL and headline both give it: metadata is in UTC, the newspaper in its own zone."""
    in_metadata, visible = next(metadata_dates(draft), None), next(_dates_near_headline(draft, "published"), None)
    in_url = find_date_in_path(draft)
    if in_metadata and visible and in_url:
        is_local_day = visible.value.earliest == in_url.value.earliest == in_url.value.latest
        if is_local_day and (in_metadata.value.earliest - visible.value.earliest).days == 1:
            yield visible


def _is_before(visible: When, in_metadata: When) -> bool:
    """True if a visible date is before one in the metadata by more than a difference of time zones can explain."""
    days = (in_metadata.earliest - visible.earliest).days
    if days != 1 or in_metadata.at is None or in_metadata.at.tzinfo is None:
        return days > 1
    return in_metadata.at.astimezone(dt.UTC).hour >= FIRST_HOUR_OF_ONE_DAY


@rule(
    "published.originally",
    example="<h1>Harbour closed</h1><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>"
    "<div>This story was originally published on May 3, 2019 and has been updated.</div>",
    near_miss="<h1>Harbour closed</h1><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>"
    "<div>This story was originally published in the Harbour Courier on May 3, 2019 and has been updated.</div>",
)
def originally(draft: Draft) -> Iterator[Candidate[When]]:
    """The date after *originally published on*, before or after the article, if the page shows a later date."""
    visible = next(_dates_near_headline(draft, "published"), None)
    if visible is None:
        return
    for line in (*draft.facts.near_headline, *draft.facts.after_article, *draft.body.blocks[-3:]):
        label = _ORIGINALLY.search(line.text)
        words = line.text[label.end() :][:MAX_ORIGINAL_DATE_CHARS] if label else ""
        when = next(find_dates(words, language=draft.decided.language), None) if words else None
        if when and when.span and not when.span.start and _is_before(when, visible.value):
            yield Candidate(evolve(when, span=None), line.text)


@rule(
    "published.near_headline",
    example="<h1>Harbour closed</h1><div>By Ada Quill • June 13, 2025 • 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Last updated: June 13, 2025 • 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def near_headline(draft: Draft) -> Iterator[Candidate[When]]:
    """A date in a short line near the headline, without the label of a change."""
    return _dates_near_headline(draft, "published")


def _dates_near_headline(draft: Draft, kind: DateKind) -> Iterator[Candidate[When]]:
    """Yield the dates of one kind in the short lines near the headline."""
    return (
        Candidate(
            _with_metadata_time(draft, found) if kind == "published" else found.when,
            found.line.text,
            find_date_block(draft, found),
        )
        for found in visible_dates(draft)
        if found.kind == kind
    )


def _with_metadata_time(draft: Draft, found: VisibleDate) -> When:
    """Return a visible date with the time of day and the zone that a ``time`` element near it, or a meta element, gives."""
    visible = found.when
    if visible.at is not None and visible.at.tzinfo is not None:
        return visible
    # In meta elements, midnight stands for a day without a time.
    in_meta = (
        when for candidate in dates_in_meta(draft) if (when := candidate.value).at and when.at.time() != dt.time()
    )
    in_metadata = chain(metadata_times_near(draft, found), in_meta)
    with_time = (with_time_of_day(visible, when) for when in in_metadata if when.at)
    return next((when for when in with_time if when is not visible), visible)


@rule(
    "published.labelled",
    example="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
    "<footer><div>Posted on June 13, 2025</div></footer>",
    near_miss="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
    "<footer><div>Posted on June 13, 2025</div><div>Posted on June 14, 2025</div></footer>",
)
def with_label(draft: Draft) -> Iterator[Candidate[When]]:
    """A date after ``Published`` or ``Posted`` anywhere on the page, if it is the only one."""
    return _with_label(draft, "published")


def _with_label(draft: Draft, kind: DateKind) -> Iterator[Candidate[When]]:
    """Yield the date that labels of one kind give, if they give only one."""
    found = [when for lines in draft.facts.labelled_dates if (when := read_labelled_date(draft, lines, kind))]
    if found and len({when.earliest for when in found}) == 1:
        yield Candidate(found[0], found[0].raw)


@rule(
    "published.after_article",
    example=f"<article><h1>Harbour closed</h1>{_LONG_TEXT}<footer>By Ada Quill <i>June 13, 2025</i></footer></article>",
    near_miss=f"<article><h1>Harbour closed</h1>{_LONG_TEXT}<footer>By Ada Quill <i>June 13, 2025</i> <i>June 14, 2025</i></footer></article>",
)
def after_article(draft: Draft) -> Iterator[Candidate[When]]:
    """The only date in the lines after the article, or in its footer element, that say little else."""
    if next(metadata_dates(draft), None) is not None:
        return
    lines = (*draft.facts.after_article, *draft.facts.select("article > footer:not(.comment-meta)")[:MAX_FOOTERS])
    found = [visible for visible in dates_of_plain_lines(draft, lines) if visible.kind == "published"]
    if len({visible.when.earliest for visible in found}) == 1:
        yield Candidate(found[0].when, found[0].line.text)


@rule(
    "modified.near_headline",
    example="<h1>Harbour closed</h1><div>Last updated: June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def modified_near_headline(draft: Draft) -> Iterator[Candidate[When]]:
    """A date near the headline with the label of a change."""
    return _dates_near_headline(draft, "modified")


@rule(
    "published.only_updated",
    example="<script></script><h1>Harbour closed</h1><div>Updated June 13, 2025</div><p>The harbour closed on Friday.</p>",
    near_miss="<script></script><h1>Harbour closed</h1><div>June 12, 2025 | Updated June 13, 2025</div><p>The harbour closed on Friday.</p>",
)
def only_updated(draft: Draft) -> Iterator[Candidate[When]]:
    """The only date of a page, although it is labelled as an update.

    Citation guides treat a work without a date of publication the same way. A page without scripts may be a copy that lost
    its metadata, so there the date stays an update.
    """
    known = chain(metadata_dates(draft), _dates_near_headline(draft, "published"))
    if draft.facts.has_scripts and next(known, None) is None:
        updates = list(chain(_dates_near_headline(draft, "modified"), _with_label(draft, "modified")))
        if len({candidate.value.earliest for candidate in updates}) == 1:
            yield updates[0]
