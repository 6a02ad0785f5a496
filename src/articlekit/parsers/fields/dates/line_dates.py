"""Readers of dates on web pages: one value of metadata, or a line with names and labels around the date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from articlekit.dates import find_dates, parse_date
from articlekit.models import When
from articlekit.parsers.draft import Draft, DraftBlock, DraftTime, fact
from articlekit.parsers.fields.headline_area import (
    MAX_OPENING_BLOCKS,
    MAX_OTHER_CHARS,
    headline_index,
    lines_below_prose,
    without_line_breaks,
)
from articlekit.parsers.lines.date_labels import (
    MAX_LOWERCASE_WORDS,
    DateKind,
    ends_in_change_label,
    ends_in_other_label,
    find_date_label,
    is_date_in_sentence,
    without_date_labels,
)
from articlekit.parsers.web.schema_org import plain_text

MAX_DATE_LINE_CHARS = 160
"""Characters of a line near the headline that is searched for dates."""
MAX_PART_CHARS = 90
"""Characters of a part of such a line that is searched for dates."""
MAX_OTHER_WORDS = 7
"""Words that such a part may have next to a date: a name and a label."""
MAX_ZONE_HOURS = 14
"""Hours from UTC of the easternmost time zone."""
MIN_ZONE_HOURS = -12
"""Hours from UTC of the westernmost time zone."""
MINUTES_PER_HOUR = 60
"""Minutes of an hour; most time zones are whole hours from UTC."""
_PARTIAL_HOUR_ZONES = frozenset((-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825))
"""Minutes from UTC of the time zones that are not whole hours from it."""
_DIGITS = re.compile(r"\d\d")
_MAY_BE_DATE = re.compile(r"(?:19|20)\d\d|\d[./-]\d\d?[./-]\d\d|[年월月]")
_BAR_BEFORE_TIME = re.compile(r"(?<=\d)\s?[|•·●⋅◆∙]\s?(?=\d\d?(?::\d\d|h\d\d|\s?[ap]\.?m\b))", re.IGNORECASE)
"""The bar between a day and its time of day."""
_LINE_SEPARATOR = re.compile(
    r"\t|\s?[|•·●⋅◆∙\n]\s?|\s[–—/-]\s(?!\d\d?[:.h]\d\d)|(?<=\w)\s?(?=\()|[()]|(?<=(?:19|20)\d\d)\.\s(?=[^\W\d_a-z])"
)
"""The marks between two statements of a line; a dash before a time of day is not one."""
_MISSING_BREAK = re.compile(
    r"(?<=[a-z\d])(?=(?:Updated|Published|Last|Posted)\b)|(?<=[a-z\d])\s(?=(?:Updated|Published|Posted)\b)|(?<=20\d\d)(?=[A-Z][a-z]|[a-z]{4}|\d\d?\s?min)"
    r"|(?<=[a-z])(?=(?:J(?i:an|un|ul)|F(?i:eb)|M(?i:ar|ay)|A(?i:pr|ug)|S(?i:ep)|O(?i:ct)|N(?i:ov)|D(?i:ec))[A-Za-z]{0,6}\.?\s\d)"
)
_READING_TIME = re.compile(r"\b\d{1,3}[\s-]?min\w*\.?(?:\s\w+){0,2}", re.IGNORECASE)
"""A reading time, in most European languages."""
EPOCH_DAYS = frozenset((dt.date(1969, 12, 31), dt.date(1970, 1, 1)))
"""The days of the Unix epoch, which systems give for a missing date."""
_CHANGE_WORDS = frozenset("updated update modified lastmod".split())
"""Words in the names of a ``time`` element that is a change, unless it is the publication too."""


@frozen
class VisibleDate:
    """A date in a line near the headline."""

    kind: DateKind
    """Whether it is the date of publication, or of a change by its label."""
    when: When
    """The date."""
    line: DraftBlock
    """The line."""


def _language(draft: Draft) -> str | None:
    return draft.decided.language or next(iter(draft.facts.meta.get("html:lang", ())), None)


def read_metadata_date(draft: Draft, value: object) -> When | None:
    """Return a value of metadata as a date of at least a day, without quotation marks and label. None if it is not a date."""
    words = plain_text(value) if not isinstance(value, int) else str(value)
    if words is None or len(words) > MAX_DATE_LINE_CHARS or not _DIGITS.search(words):
        return None
    when = parse_date(words, language=_language(draft))
    if when is None:
        plain = words.strip("\"' ")
        label = find_date_label(plain)
        when = parse_date(plain[label.end :] if label else plain, language=_language(draft))
    return when if when and when.earliest == when.latest and when.earliest not in EPOCH_DAYS else None


def with_time_of_day(visible: When, in_metadata: When) -> When:
    """Return ``in_metadata`` if it says more about the same day than ``visible``: the time of day, or its time zone.

    >>> visible, in_metadata = parse_date("4 March 2025, 10:12"), parse_date("2025-03-04T09:12:00Z")
    >>> visible and in_metadata and with_time_of_day(visible, in_metadata).value
    '2025-03-04T09:12:00+00:00'
    """
    if visible.earliest != in_metadata.earliest or visible.earliest != visible.latest:
        return visible
    return in_metadata if visible.at is None or _is_same_moment(visible.at, in_metadata.at) else visible


def _is_same_moment(visible: dt.datetime, in_metadata: dt.datetime | None) -> bool:
    """True if a local time can be the moment ``in_metadata``: in the same time zone, or in any time zone if ``in_metadata`` is in UTC."""
    if visible.tzinfo is not None or in_metadata is None or in_metadata.tzinfo is None:
        return False
    apart = visible.replace(second=0) - in_metadata.replace(second=0, microsecond=0, tzinfo=None)
    minutes = apart // dt.timedelta(minutes=1)
    return not minutes or (not in_metadata.utcoffset() and _is_zone_offset(minutes))


def _is_zone_offset(minutes: int) -> bool:
    """True if a time zone is that many minutes east of UTC."""
    whole = (
        not minutes % MINUTES_PER_HOUR
        and MIN_ZONE_HOURS * MINUTES_PER_HOUR <= minutes <= MAX_ZONE_HOURS * MINUTES_PER_HOUR
    )
    return whole or minutes in _PARTIAL_HOUR_ZONES


def metadata_times_near(draft: Draft, found: VisibleDate) -> Iterator[When]:
    """Yield the values of ``time`` elements near a visible date: its own line first, then the other lines near the headline.

    Times of changes and times inside the running text are left out.
    """
    own, story = draft.facts.meta.get("time:datetime", ()), lines_below_prose(draft)
    for line in (found.line, *draft.facts.near_headline):
        near = line is found.line or without_line_breaks(line) not in story
        for time in line.times if near else ():
            if (
                time.stated in own
                and not _is_marked_as_change(time)
                and (when := read_metadata_date(draft, time.stated))
            ):
                yield when


def _is_marked_as_change(time: DraftTime) -> bool:
    return not _CHANGE_WORDS.isdisjoint(time.names) and "published" not in time.names


@fact
def visible_dates(draft: Draft) -> list[VisibleDate]:
    """Return the dates in the short lines near the headline: those below it, then those above it if all are of one day."""
    lines, place = draft.facts.near_headline, headline_index(draft)
    below = list(_dates_in_lines(draft, lines if place is None else lines[place + 1 :]))
    above = list(_dates_in_lines(draft, lines[: place or 0]))
    days = {visible.when.earliest for visible in above if visible.kind == "published"}
    return below + above if len(days) < 2 else below


def _dates_in_lines(draft: Draft, lines: Iterable[DraftBlock]) -> Iterator[VisibleDate]:
    changed = False
    for line in lines:
        if len(line.text) <= MAX_DATE_LINE_CHARS and (line.times or _MAY_BE_DATE.search(line.text)):
            yield from _dates_in_line(draft, line, changed=changed)
        label = find_date_label(line.text)
        # A label in a line of its own belongs to the next line.
        changed = label is not None and label.kind == "modified" and label.end == len(line.text)


def _dates_in_line(draft: Draft, line: DraftBlock, *, changed: bool) -> Iterator[VisibleDate]:
    """Yield the dates of one line. ``changed`` is true if the line before it is the label of a change."""
    for part, time in _split_into_times(line):
        label = find_date_label(part)
        words = part[label.end :] if label else part
        changed = label.kind == "modified" if label else changed
        found = False
        for when, is_changed in _read_time_element(draft, line, words, time) if time else _dates_in(draft, words):
            written = evolve(when, raw=_raw_in_line(when.raw, line.text))
            yield VisibleDate("modified" if changed or is_changed else "published", written, line)
            found = True
        # A time of day may come between the label and the day.
        changed = changed and not found and (not words.strip() or _DIGITS.search(words) is not None)


def _raw_in_line(raw: str, line: str) -> str:
    """Return the words of a date as written in the line, with the bar between day and time."""
    day, _, time = raw.rpartition(", ")
    start = line.find(day)
    end = line.find(time, start + len(day))
    return raw if raw in line or start < 0 or end < 0 else line[start : end + len(time)]


def _split_into_times(line: DraftBlock) -> Iterator[tuple[str, DraftTime | None]]:
    """Yield the parts of a line in order: its ``time`` elements, and the statements between them."""
    position = 0
    for time in line.times:
        yield from _split_words(line.text[position : time.start])
        yield line.text[time.start : time.end], time
        position = time.end
    yield from _split_words(line.text[position:])


def _split_words(words: str) -> Iterator[tuple[str, None]]:
    return (
        (piece, None) for piece in _LINE_SEPARATOR.split(_BAR_BEFORE_TIME.sub(", ", _MISSING_BREAK.sub("\n", words)))
    )


def _read_time_element(draft: Draft, line: DraftBlock, words: str, time: DraftTime) -> Iterator[tuple[When, bool]]:
    """Yield the date of a ``time`` element, and whether its names or the words before it say that it is a change.

    The visible words count. The metadata of the element adds the time of day, or the day if no date is visible.
    """
    visible = next((when for when, _ in _dates_in(draft, words)), None)
    in_metadata = read_metadata_date(draft, time.stated)
    if visible is None:
        before = line.text[: time.start]
        visible = (
            None if ends_in_other_label(before) or is_date_in_sentence(before, line.text[time.end :]) else in_metadata
        )
    elif in_metadata:
        visible = with_time_of_day(visible, in_metadata)
    if visible:
        yield visible, _is_marked_as_change(time) or ends_in_change_label(line.text[: time.start])


def _dates_in(draft: Draft, words: str) -> Iterator[tuple[When, bool]]:
    """Yield the dates in a part of a line, and whether the words before each say that it is a change."""
    if not (_DIGITS.search(words) or "," in words):
        return
    language = _language(draft)
    whole = parse_date(words, language=language)
    if whole is not None:
        if whole.earliest == whole.latest:
            yield whole, False
        return
    found = list(find_dates(words, language=language)) if len(words) <= MAX_PART_CHARS else []
    if not found:
        return
    other = words
    for when in found:
        other = other.replace(when.raw, " ")
    other = _READING_TIME.sub(" ", without_date_labels(other))
    if len(other.split()) > MAX_OTHER_WORDS or sum(map(str.islower, other.split())) > MAX_LOWERCASE_WORDS:
        return
    for when in found:
        before = words[: when.span.start] if when.span else ""
        changed = ends_in_change_label(before)
        if when.earliest == when.latest and (changed or not ends_in_other_label(before)):
            yield evolve(when, span=None), changed


def dates_of_plain_lines(draft: Draft, lines: Iterable[DraftBlock]) -> Iterator[VisibleDate]:
    """Yield the dates in those of ``lines`` that say little else."""
    for line in lines:
        dates = list(_dates_in_lines(draft, (line,)))
        if dates and _has_little_else(line, dates):
            yield from dates


def _has_little_else(line: DraftBlock, dates: list[VisibleDate]) -> bool:
    return len(_READING_TIME.sub("", without_date_labels(line.text))) <= sum(
        len(visible.when.raw) + MAX_OTHER_CHARS for visible in dates
    )


def find_date_block(draft: Draft, found: VisibleDate) -> tuple[DraftBlock, ...]:
    """Return the opening block that is the line of a date, if the line says little else. Empty if there is none."""
    line = found.line
    if not _has_little_else(line, [visible for visible in visible_dates(draft) if visible.line is line]):
        return ()
    words = line.text.replace("\n", "")
    return tuple(block for block in draft.body.kept[:MAX_OPENING_BLOCKS] if block.text.replace("\n", "") == words)[:1]


def read_labelled_date(draft: Draft, lines: str, kind: DateKind) -> When | None:
    """Return the date after a label of one kind: in the first line, or in the second if the first is only the label."""
    first, _, second = lines.partition("\n")
    label = find_date_label(first)
    if label is None or label.kind != kind:
        return None
    return read_metadata_date(draft, first[label.end :].strip() or second)


def is_earlier(when: When, other: When) -> bool:
    """True if a date is earlier than another by more than a missing or wrong time zone can explain."""
    if when.at and other.at and (when.at.tzinfo is None) == (other.at.tzinfo is None):
        return other.at - when.at > dt.timedelta(hours=MAX_ZONE_HOURS)
    return when.latest < other.earliest - dt.timedelta(days=1)
