"""Dates as web pages state and show them: one value, or a line with names and labels around it."""

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

LONGEST = 160
"""Characters of a line beside the headline in which dates are looked for."""
PIECE = 90
"""Characters of a part of such a line."""
BESIDE = 7
"""Words that may stand beside a date in such a part: a name and a label."""
FARTHEST = 14
"""Hours between UTC and the zone that is farthest from it."""
WESTMOST = -12
"""Hours between UTC and the zone that is farthest west of it."""
HOUR = 60
"""Minutes between most zones."""
_PARTIAL = frozenset((-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825))
"""Minutes from UTC of the zones that are no whole hours from it."""
_DIGITS = re.compile(r"\d\d")
_DATED = re.compile(r"(?:19|20)\d\d|\d[./-]\d\d?[./-]\d\d|[年월月]")
_BARRED = re.compile(r"(?<=\d)\s?[|•·●⋅◆∙]\s?(?=\d\d?(?::\d\d|h\d\d|\s?[ap]\.?m\b))", re.IGNORECASE)
"""What parts a day and its time of day."""
_PIECE = re.compile(
    r"\t|\s?[|•·●⋅◆∙\n]\s?|\s[–—/-]\s(?!\d\d?[:.h]\d\d)|(?<=\w)\s?(?=\()|[()]|(?<=(?:19|20)\d\d)\.\s(?=[^\W\d_a-z])"
)
"""What parts two statements of a line; a dash before a time of day does not."""
_GLUED = re.compile(
    r"(?<=[a-z\d])(?=(?:Updated|Published|Last|Posted)\b)|(?<=[a-z\d])\s(?=(?:Updated|Published|Posted)\b)|(?<=20\d\d)(?=[A-Z][a-z]|[a-z]{4}|\d\d?\s?min)"
    r"|(?<=[a-z])(?=(?:J(?i:an|un|ul)|F(?i:eb)|M(?i:ar|ay)|A(?i:pr|ug)|S(?i:ep)|O(?i:ct)|N(?i:ov)|D(?i:ec))[A-Za-z]{0,6}\.?\s\d)"
)
_READING = re.compile(r"\b\d{1,3}[\s-]?min\w*\.?(?:\s\w+){0,2}", re.IGNORECASE)
"""How long it takes to read, in most languages of Europe."""
EPOCH = frozenset((dt.date(1969, 12, 31), dt.date(1970, 1, 1)))
"""The days on which the clock of computers starts: what a system gives for no date at all."""
_UPDATED = frozenset("updated update modified lastmod".split())
"""Words in the name of a time that is that of a change, unless it is the date of publication too."""


@frozen
class Shown:
    """A date in a line beside the headline."""

    kind: DateKind
    """Whether a label says that it is a change."""
    when: When
    """The date."""
    line: DraftBlock
    """The line."""


def _language(draft: Draft) -> str | None:
    return draft.decided.language or next(iter(draft.facts.meta.get("html:lang", ())), None)


def read_value(draft: Draft, value: object) -> When | None:
    """A stated value as a date of at least a day; quotation marks and a label are no part of it."""
    words = plain_text(value) if not isinstance(value, int) else str(value)
    if words is None or len(words) > LONGEST or not _DIGITS.search(words):
        return None
    when = parse_date(words, language=_language(draft))
    if when is None:
        plain = words.strip("\"' ")
        label = find_date_label(plain)
        when = parse_date(plain[label.end :] if label else plain, language=_language(draft))
    return when if when and when.earliest == when.latest and when.earliest not in EPOCH else None


def to_the_minute(shown: When, stated: When) -> When:
    """What is stated of a shown date, where it tells more of that day: the time of day, or the zone of the time that is shown.

    >>> shown, stated = parse_date("4 March 2025, 10:12"), parse_date("2025-03-04T09:12:00Z")
    >>> shown and stated and to_the_minute(shown, stated).value
    '2025-03-04T09:12:00+00:00'
    """
    if shown.earliest != stated.earliest or shown.earliest != shown.latest:
        return shown
    return stated if shown.at is None or _is_in_zone(shown.at, stated.at) else shown


def _is_in_zone(shown: dt.datetime, stated: dt.datetime | None) -> bool:
    """Whether a time without a zone is the stated moment on the clock that states it, or on any clock where it is stated in UTC."""
    if shown.tzinfo is not None or stated is None or stated.tzinfo is None:
        return False
    apart = shown.replace(second=0) - stated.replace(second=0, microsecond=0, tzinfo=None)
    minutes = apart // dt.timedelta(minutes=1)
    return not minutes or (not stated.utcoffset() and _is_offset(minutes))


def _is_offset(minutes: int) -> bool:
    """Whether a zone is that far east of UTC."""
    whole = not minutes % HOUR and WESTMOST * HOUR <= minutes <= FARTHEST * HOUR
    return whole or minutes in _PARTIAL


def stated_near(draft: Draft, found: Shown) -> Iterator[When]:
    """What the page's own times around the headline state, those of the line of a shown date first; none of a change or of the story."""
    own, story = draft.facts.meta.get("time:datetime", ()), lines_below_prose(draft)
    for line in (found.line, *draft.facts.near_headline):
        near = line is found.line or without_line_breaks(line) not in story
        for time in line.times if near else ():
            if time.stated in own and not _is_named_changed(time) and (when := read_value(draft, time.stated)):
                yield when


def _is_named_changed(time: DraftTime) -> bool:
    return not _UPDATED.isdisjoint(time.names) and "published" not in time.names


@fact
def shown_dates(draft: Draft) -> list[Shown]:
    """The dates in the short lines beside the headline: those below it, then those above it if all are of one day."""
    lines, place = draft.facts.near_headline, headline_index(draft)
    below = list(_in_lines(draft, lines if place is None else lines[place + 1 :]))
    above = list(_in_lines(draft, lines[: place or 0]))
    days = {shown.when.earliest for shown in above if shown.kind == "published"}
    return below + above if len(days) < 2 else below


def _in_lines(draft: Draft, lines: Iterable[DraftBlock]) -> Iterator[Shown]:
    changed = False
    for line in lines:
        if len(line.text) <= LONGEST and (line.times or _DATED.search(line.text)):
            yield from _in_line(draft, line, changed=changed)
        label = find_date_label(line.text)
        # A label in a line of its own says what the next line is.
        changed = label is not None and label.kind == "modified" and label.end == len(line.text)


def _in_line(draft: Draft, line: DraftBlock, *, changed: bool) -> Iterator[Shown]:
    """The dates of one line, each with what the words before it make of it, or the line above it."""
    for part, time in _parts(line):
        label = find_date_label(part)
        words = part[label.end :] if label else part
        changed = label.kind == "modified" if label else changed
        found = False
        for when, is_changed in _of_time(draft, line, words, time) if time else _dates_in(draft, words):
            written = evolve(when, raw=_as_written(when.raw, line.text))
            yield Shown("modified" if changed or is_changed else "published", written, line)
            found = True
        # A time of day may stand between the label and the day.
        changed = changed and not found and (not words.strip() or _DIGITS.search(words) is not None)


def _as_written(raw: str, line: str) -> str:
    """The words of a date as the line has them, with the bar between day and time."""
    day, _, time = raw.rpartition(", ")
    start = line.find(day)
    end = line.find(time, start + len(day))
    return raw if raw in line or start < 0 or end < 0 else line[start : end + len(time)]


def _parts(line: DraftBlock) -> Iterator[tuple[str, DraftTime | None]]:
    """The pieces of a line in order: the times that the page marks, and what stands between them."""
    place = 0
    for time in line.times:
        yield from _pieces(line.text[place : time.start])
        yield line.text[time.start : time.end], time
        place = time.end
    yield from _pieces(line.text[place:])


def _pieces(words: str) -> Iterator[tuple[str, None]]:
    return ((piece, None) for piece in _PIECE.split(_BARRED.sub(", ", _GLUED.sub("\n", words))))


def _of_time(draft: Draft, line: DraftBlock, words: str, time: DraftTime) -> Iterator[tuple[When, bool]]:
    """The date of a marked time, and whether its name or the words before it say that it is a change.

    What the reader sees counts; what is stated tells the time of that day, or the day where no date is seen.
    """
    shown = next((when for when, _ in _dates_in(draft, words)), None)
    stated = read_value(draft, time.stated)
    if shown is None:
        before = line.text[: time.start]
        shown = None if ends_in_other_label(before) or is_date_in_sentence(before, line.text[time.end :]) else stated
    elif stated:
        shown = to_the_minute(shown, stated)
    if shown:
        yield shown, _is_named_changed(time) or ends_in_change_label(line.text[: time.start])


def _dates_in(draft: Draft, words: str) -> Iterator[tuple[When, bool]]:
    """The dates in a piece of a line, and whether the words before one say that it is a change."""
    if not (_DIGITS.search(words) or "," in words):
        return
    language = _language(draft)
    whole = parse_date(words, language=language)
    if whole is not None:
        if whole.earliest == whole.latest:
            yield whole, False
        return
    found = list(find_dates(words, language=language)) if len(words) <= PIECE else []
    if not found:
        return
    other = words
    for when in found:
        other = other.replace(when.raw, " ")
    other = _READING.sub(" ", without_date_labels(other))
    if len(other.split()) > BESIDE or sum(map(str.islower, other.split())) > MAX_LOWERCASE_WORDS:
        return
    for when in found:
        before = words[: when.span.start] if when.span else ""
        changed = ends_in_change_label(before)
        if when.earliest == when.latest and (changed or not ends_in_other_label(before)):
            yield evolve(when, span=None), changed


def plain_dates(draft: Draft, lines: Iterable[DraftBlock]) -> Iterator[Shown]:
    """The dates in those of ``lines`` that say little more."""
    for line in lines:
        dates = list(_in_lines(draft, (line,)))
        if dates and _is_plain(line, dates):
            yield from dates


def _is_plain(line: DraftBlock, dates: list[Shown]) -> bool:
    return len(_READING.sub("", without_date_labels(line.text))) <= sum(
        len(shown.when.raw) + MAX_OTHER_CHARS for shown in dates
    )


def leaving(draft: Draft, found: Shown) -> tuple[DraftBlock, ...]:
    """The block at the head of the story that the line of a date is, if it says little more than its dates."""
    line = found.line
    if not _is_plain(line, [shown for shown in shown_dates(draft) if shown.line is line]):
        return ()
    words = line.text.replace("\n", "")
    return tuple(block for block in draft.body.kept[:MAX_OPENING_BLOCKS] if block.text.replace("\n", "") == words)[:1]


def announced_date(draft: Draft, lines: str, kind: DateKind) -> When | None:
    """The date behind a label of one kind in the first of two lines, or the second line where nothing stands behind it."""
    first, _, second = lines.partition("\n")
    label = find_date_label(first)
    if label is None or label.kind != kind:
        return None
    return read_value(draft, first[label.end :].strip() or second)


def is_earlier(when: When, other: When) -> bool:
    """Whether one date lies before another by more than a zone that was left out or wrongly given explains."""
    if when.at and other.at and (when.at.tzinfo is None) == (other.at.tzinfo is None):
        return other.at - when.at > dt.timedelta(hours=FARTHEST)
    return when.latest < other.earliest - dt.timedelta(days=1)
