"""Dates in front matter, mail headers, and the lines of header and footer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise

from attrs import evolve, frozen

from articlekit.dates import is_ambiguous_date, parse_date
from articlekit.models import When
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, Unreadable, rule
from articlekit.parsers.fields.body_regions import header_and_footer, header_blocks, split_line
from articlekit.parsers.fields.dates.line_dates import EPOCH_DAYS, find_date_block, visible_dates
from articlekit.parsers.fields.dates.metadata import metadata_dates
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.fields.headline_area import is_web_page
from articlekit.parsers.lines.bylines import BYLINE_START, read_by_line
from articlekit.parsers.lines.date_labels import DateKind, find_date_label
from articlekit.parsers.lines.datelines import find_dateline

MAX_DATE_LINE_CHARS = 120
"""Characters of a line that can be a date line."""
_DIGIT = re.compile(r"\d")
_NUMERIC_DATE = re.compile(r"\d[./-]\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME_OF_DAY = re.compile(r"\d\d?(?:[:.]\d\d|\s?[ap]\.?\s?m\b)", re.IGNORECASE)
_BEFORE_DATE = re.compile(r",?\s(?:on\s)?")
_SEPARATORS = ("|", "•", "·")
_WEEKDAY_AT_CLOCK = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2}\s(?:at\s)?(?=\d\d?(?:[:.]\d\d|\s?[ap]\.?m))",
    re.IGNORECASE,
)


@frozen
class DatePart:
    """A part of a line that is a date of publication or change."""

    kind: DateKind
    """Whether it is the date of publication or of a change."""
    when: When
    """The date; its ``raw`` has no label."""
    start: int
    """First character of the part in the block, label included."""
    end: int
    """One past its last character."""
    has_label: bool
    """True if it has a label such as ``Published``."""


def is_date_line(line: str, language: str | None = None) -> bool:
    """True if the whole line is a date, with or without a label such as ``Published``.

    >>> is_date_line("Publié le 12 mai 2025", "fr"), is_date_line("Publié le 12 mai 2025 à Marrow Bay", "fr")
    (True, False)
    """
    short = len(line) <= MAX_DATE_LINE_CHARS and _DIGIT.search(line) is not None
    return short and _parse(_split_label(line)[1], language) is not None


def find_date_after_byline(line: str, language: str | None = None) -> tuple[int, str] | None:
    """Return the start of the date at the end of a byline, comma included, and the words of the date with their label.

    None if the line is not a byline with a date.

    >>> find_date_after_byline("By Ada Quill, Published January 2, 2024")
    (12, 'Published January 2, 2024')
    """
    for gap in (
        _BEFORE_DATE.finditer(line)
        if len(line) <= MAX_DATE_LINE_CHARS and _YEAR.search(line) and BYLINE_START.match(line)
        else ()
    ):
        words = line[gap.end() :]
        if "\n" in gap.group() or line[: gap.start()].endswith(_SEPARATORS):
            continue  # the date is a part of its own
        dated = _YEAR.search(words) and not _YEAR.fullmatch(words) and is_date_line(words, language)
        if dated and read_by_line(line[: gap.start()]):
            return gap.start(), words
    return None


def _split_label(words: str) -> tuple[DateKind, str, bool]:
    """Return the kind of a date by its label, the words after the label, and whether there is a label."""
    if label := find_date_label(words):
        return label.kind, words[label.end :].strip(" )"), True
    return "published", words, False


def _find_date_parts(draft: Draft, block: DraftBlock) -> Iterator[DatePart | Unreadable]:
    """Yield the parts of a short line that are dates: with a digit, and without a label also with a year."""
    if len(block.text) > MAX_DATE_LINE_CHARS or block.kind not in ("paragraph", "heading", "list_item"):
        return
    if not _DIGIT.search(block.text):
        return
    changed_until = 0
    for start, end, part in _candidate_parts(block, draft.decided.language):
        kind, words, has_label = _split_label(part)
        if kind == "published" and start < changed_until:
            continue  # the end of a part that has the label of a change
        readable = has_label or _YEAR.search(words)
        when = read_date_in_language(draft, words) if readable else None
        if isinstance(when, Unreadable):
            yield when
        elif when:
            changed_until = max(changed_until, end) if kind == "modified" else changed_until
            yield DatePart(kind, when, start, end, has_label)


def _candidate_parts(block: DraftBlock, language: str | None) -> list[tuple[int, int, str]]:
    """Return start, end and words of the parts of a line that may be a date.

    These are its parts between separators, two such parts that may be a day and a time of day, and the end of a byline.
    The longer comes first if two begin at the same character.
    """
    single = split_line(block)
    parts = [(start, end, block.text[start:end]) for start, end in single]
    if _TIME_OF_DAY.search(block.text):
        parts += [(start, end, block.text[start:end]) for (start, _), (_, end) in pairwise(single)]
    behind = [
        (start + found[0], end, found[1])
        for start, end, words in parts
        if (found := find_date_after_byline(words, language))
    ]
    return sorted(parts + behind, key=lambda part: (part[0], -part[1]))


def read_date_in_language(draft: Draft, words: str) -> When | Unreadable | None:
    """Read ``words`` as a date in the draft's language. An ambiguous date is never guessed."""
    when = _parse(words, draft.decided.language, draft.given.anchor)
    if when is None and is_ambiguous_date(words, language=draft.decided.language):
        return Unreadable(words)
    return when


def _parse(words: str, language: str | None = None, anchor: dt.date | None = None) -> When | None:
    """Return ``words`` as a date; the weekday may come before the time of day: ``Tuesday 17:40, 2 January 2024``."""
    when = parse_date(words, language=language, anchor=anchor)
    plain = _WEEKDAY_AT_CLOCK.sub("", words)
    if when is not None or plain == words:
        return when
    when = parse_date(plain, language=language, anchor=anchor)
    return when and evolve(when, raw=words)


def _date_lines(draft: Draft, kind: DateKind) -> Iterator[Candidate[When] | Unreadable]:
    """Yield the dates of one kind in header and footer. Each leaves its line; the rest of the line stays."""
    top = [] if _is_list_of_articles(draft) else header_blocks(draft)
    others = {block for found in visible_dates(draft) if found.kind != kind for block in find_date_block(draft, found)}
    for block in (block for block in header_and_footer(draft) if block not in others):
        for part in _find_date_parts(draft, block):
            if isinstance(part, Unreadable):
                yield part
            elif part.kind == kind and (part.has_label or (block in top and _can_be_own_date(part, block))):
                rest = block.cut(part.start, part.end)
                yield Candidate(part.when, block.text[part.start : part.end].lstrip(", "), (block,), rest)
                break


def _is_list_of_articles(draft: Draft) -> bool:
    """True if a web page has dates of two days in its header, or of three days in all: it lists other articles with their dates."""
    if not is_web_page(draft):
        return False
    days = set(_days_without_label(draft, header_blocks(draft)))
    return len(days) > 1 or (len(days) > 0 and len(days.union(_days_without_label(draft, draft.body.kept))) > 2)


def _days_without_label(draft: Draft, blocks: Iterable[DraftBlock]) -> Iterator[dt.date]:
    """Yield the days in lines without a label."""
    for block in blocks:
        stamps = (
            _find_date_parts(draft, block)
            if len(block.text) <= MAX_DATE_LINE_CHARS and _YEAR.search(block.text)
            else ()
        )
        dates = (part for part in stamps if isinstance(part, DatePart))
        yield from (part.when.earliest for part in dates if not part.has_label and _can_be_own_date(part, block))


def _can_be_own_date(part: DatePart, block: DraftBlock) -> bool:
    """True if a date without a label can be the article's own: it has a year and is not a list item."""
    return block.kind != "list_item" and _YEAR.search(part.when.raw) is not None


def _read_dates(draft: Draft, words: Iterable[str]) -> Iterator[Candidate[When] | Unreadable]:
    """Yield the dates among ``words``."""
    for raw in words:
        when = read_date_in_language(draft, raw)
        if when:
            yield when if isinstance(when, Unreadable) else Candidate(when, raw)


def _dates_in_front_matter(draft: Draft, keys: tuple[str, ...]) -> Iterator[Candidate[When] | Unreadable]:
    for candidate in front_matter_values(draft, keys):
        when = read_date_in_language(draft, candidate.value)
        if isinstance(when, Unreadable):
            yield when
        elif when and when.earliest not in EPOCH_DAYS:
            yield Candidate(when, candidate.raw)


@rule(
    "published.front_matter",
    example="---\ntitle: Harbour closed\ndate: 2025-06-13\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprinted: 2025-06-13\n---\n\nThe harbour closed.",
)
def published_in_front_matter(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """``date``, ``published`` and similar keys in the front matter."""
    keys = (
        "published",
        "date",
        "pubdate",
        "publish_date",
        "date_published",
        "datepublished",
        "published_at",
        "created",
    )
    return _dates_in_front_matter(draft, keys)


@rule(
    "published.date_line",
    example="# Harbour closed\n\nPublished: 13 June 2025\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nNobody sailed on 13 June 2025.\n\nThe harbour closed.",
)
def date_line(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """A date line in the header, or one in header or footer with the label ``Published``."""
    return _date_lines(draft, "published")


@rule(
    "published.dateline",
    example="Harbour closed\n\nMARROW BAY, June 13, 2025 (AP) — The harbour closed.",
    near_miss="Harbour closed\n\nMARROW BAY, June 13 (AP) — The harbour closed.",
)
def date_in_dateline(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """The full date in the dateline of a report; a date without a year needs an anchor."""
    return _dates_in_dateline(draft)


def _only_candidates(found: Iterable[Candidate[When] | Unreadable]) -> Iterator[Candidate[When]]:
    return (candidate for candidate in found if isinstance(candidate, Candidate))


def _dates_in_dateline(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    for block in header_blocks(draft):
        line = find_dateline(block.text)
        if line and line.date:
            yield from _read_dates(draft, (line.date,))
            return


def _dates_of_email(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    return _read_dates(draft, draft.facts.meta.get("email:date", ()))


@rule(
    "published.email_time",
    example="From: press@marrowbay.example\nDate: Fri, 13 Jun 2025 09:30:00 +0100\n\nMARROW BAY, June 13, 2025 (AP) — It closed.",
    near_miss="From: press@marrowbay.example\nDate: Fri, 13 Jun 2025 09:30:00 +0100\n\nMARROW BAY, June 12, 2025 (AP) — It closed.",
)
def email_time(draft: Draft) -> Iterator[Candidate[When]]:
    """The time of the e-mail, if the date line or the dateline gives the same day without a time."""
    for mail in _only_candidates(_dates_of_email(draft)):
        page = _only_candidates(chain(_date_lines(draft, "published"), _dates_in_dateline(draft)))
        if any(candidate.value.value == mail.value.value.partition("T")[0] for candidate in islice(page, 1)):
            yield mail


@rule(
    "published.email",
    example="From: Press Office <press@marrowbay.example>\nDate: Fri, 13 Jun 2025 09:30:00 +0100\n\nThe harbour closed.",
    near_miss="From: Press Office <press@marrowbay.example>\n\nThe harbour closed.",
)
def email_date(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """The date of the e-mail."""
    return _dates_of_email(draft)


@rule(
    "modified.front_matter",
    example="---\ntitle: Harbour closed\nupdated: 2025-06-14\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprinted: 2025-06-14\n---\n\nThe harbour closed.",
)
def modified_in_front_matter(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """``updated``, ``modified`` and similar keys in the front matter."""
    return _dates_in_front_matter(
        draft, ("modified", "updated", "lastmod", "last_modified", "date_modified", "updated_at")
    )


@rule(
    "modified.date_line",
    example="# Harbour closed\n\nLast updated on 14 June 2025\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nLast seen on 14 June 2025\n\nThe harbour closed.",
)
def modified_date_line(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """A date in header or footer with the label ``Updated`` or ``Last modified``."""
    return _date_lines(draft, "modified")


@rule(
    "text.ambiguous_date",
    example="# Harbour closed\n\nPublished: 03/02/2024\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nPublished: the harbour board\n\nThe harbour closed.",
)
def ambiguous_date(draft: Draft) -> Iterator[Candidate[None] | Unreadable]:
    """A line in the header that is only an ambiguous date. It is reported if the metadata has no date."""
    for line in (*header_blocks(draft), *draft.facts.near_headline):
        numeric = len(line.text) <= MAX_DATE_LINE_CHARS and line.kind != "heading" and _NUMERIC_DATE.search(line.text)
        words = _split_label(line.text)[1] if numeric else ""
        if words and is_ambiguous_date(words, language=draft.decided.language):
            if next(metadata_dates(draft), None) is None:
                yield Unreadable(words)
            if line.taken_by is None and line in draft.body.blocks:
                yield Candidate(None, line.text, (line,))
