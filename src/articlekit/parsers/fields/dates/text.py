"""When it was published, and when it was changed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise

from attrs import evolve, frozen

from articlekit.dates import is_ambiguous_date, parse_date
from articlekit.models import When
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.dates.address import date_in_address
from articlekit.parsers.fields.dates.metadata import stated_dates
from articlekit.parsers.fields.dates.visible import EPOCH, leaving, shown_dates
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.fields.headline_area import is_web_page
from articlekit.parsers.fields.page_parts import header_and_footer, header_blocks, split_line
from articlekit.parsers.lines.bylines import BYLINE_START, read_by_line
from articlekit.parsers.lines.date_labels import DateKind, find_date_label
from articlekit.parsers.lines.datelines import find_dateline
from articlekit.parsers.rules import Candidate, Rule, Unreadable, rule

LONGEST = 120
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"\d[./-]\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d\d?(?:[:.]\d\d|\s?[ap]\.?\s?m\b)", re.IGNORECASE)
_GAP = re.compile(r",?\s(?:on\s)?")
_BARS = ("|", "•", "·")
_WEEKDAY_AT_CLOCK = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2}\s(?:at\s)?(?=\d\d?(?:[:.]\d\d|\s?[ap]\.?m))",
    re.IGNORECASE,
)


@frozen
class Stamp:
    """A part of a line that says when the report was published or changed."""

    kind: DateKind
    """Which of the two dates it is."""
    when: When
    """The date; its ``raw`` is without the label."""
    start: int
    """Where the part begins in the block, label included."""
    end: int
    """Where it ends."""
    labelled: bool
    """Whether a label such as ``Published`` announces it."""


def is_timestamp(line: str, language: str | None = None) -> bool:
    """Whether the whole line is a date, perhaps with a label such as ``Published``.

    >>> is_timestamp("Publié le 12 mai 2025", "fr"), is_timestamp("Publié le 12 mai 2025 à Marrow Bay", "fr")
    (True, False)
    """
    short = len(line) <= LONGEST and _DIGIT.search(line) is not None
    return short and _parse(_strip_label(line)[1], language) is not None


def date_behind_byline(line: str, language: str | None = None) -> tuple[int, str] | None:
    """Where the date begins in a byline that ends with one, comma included, and the date's words with their label.

    >>> date_behind_byline("By Ada Quill, Published January 2, 2024")
    (12, 'Published January 2, 2024')
    """
    for gap in _GAP.finditer(line) if len(line) <= LONGEST and _YEAR.search(line) and BYLINE_START.match(line) else ():
        words = line[gap.end() :]
        if "\n" in gap.group() or line[: gap.start()].endswith(_BARS):
            continue  # the date is a piece of its own
        dated = _YEAR.search(words) and not _YEAR.fullmatch(words) and is_timestamp(words, language)
        if dated and read_by_line(line[: gap.start()]):
            return gap.start(), words
    return None


def _strip_label(words: str) -> tuple[DateKind, str, bool]:
    """Which date a label announces, the words after it, and whether there was a label."""
    if label := find_date_label(words):
        return label.kind, words[label.end :].strip(" )"), True
    return "published", words, False


def _stamps(draft: Draft, block: DraftBlock) -> Iterator[Stamp | Unreadable]:
    """The parts of a short line that are dates: with a digit, and without a label also with a year."""
    if len(block.text) > LONGEST or block.kind not in ("paragraph", "heading", "list_item"):
        return
    if not _DIGIT.search(block.text):
        return
    changed_until = 0
    for start, end, part in _parts(block, draft.decided.language):
        kind, words, labelled = _strip_label(part)
        if kind == "published" and start < changed_until:
            continue  # the end of a part that a label calls a change
        readable = labelled or _YEAR.search(words)
        when = read_date(draft, words) if readable else None
        if isinstance(when, Unreadable):
            yield when
        elif when:
            changed_until = max(changed_until, end) if kind == "modified" else changed_until
            yield Stamp(kind, when, start, end, labelled)


def _parts(block: DraftBlock, language: str | None) -> list[tuple[int, int, str]]:
    """Start, end and words of whatever in a line may be a date.

    That is each of its pieces, two pieces that may be a day and a time of that day, and what follows the names of a
    byline. The longer comes first where two begin at one place.
    """
    single = split_line(block)
    parts = [(start, end, block.text[start:end]) for start, end in single]
    if _CLOCK.search(block.text):
        parts += [(start, end, block.text[start:end]) for (start, _), (_, end) in pairwise(single)]
    behind = [
        (start + found[0], end, found[1])
        for start, end, words in parts
        if (found := date_behind_byline(words, language))
    ]
    return sorted(parts + behind, key=lambda part: (part[0], -part[1]))


def read_date(draft: Draft, words: str) -> When | Unreadable | None:
    """Read ``words`` as a date in the draft's language. An ambiguous date is not guessed."""
    when = _parse(words, draft.decided.language, draft.given.anchor)
    if when is None and is_ambiguous_date(words, language=draft.decided.language):
        return Unreadable(words)
    return when


def _parse(words: str, language: str | None = None, anchor: dt.date | None = None) -> When | None:
    """``words`` as a date; the weekday may stand beside the time of day: ``Tuesday 17:40, 2 January 2024``."""
    when = parse_date(words, language=language, anchor=anchor)
    plain = _WEEKDAY_AT_CLOCK.sub("", words)
    if when is not None or plain == words:
        return when
    when = parse_date(plain, language=language, anchor=anchor)
    return when and evolve(when, raw=words)


def _lines(draft: Draft, kind: DateKind) -> Iterator[Candidate[When] | Unreadable]:
    """The stamps of one kind; each leaves its line, and what else the line says stays."""
    top = [] if _lists_reports(draft) else header_blocks(draft)
    others = {block for found in shown_dates(draft) if found.kind != kind for block in leaving(draft, found)}
    for block in (block for block in header_and_footer(draft) if block not in others):
        for stamp in _stamps(draft, block):
            if isinstance(stamp, Unreadable):
                yield stamp
            elif stamp.kind == kind and (stamp.labelled or (block in top and _stands(stamp, block))):
                rest = block.cut(stamp.start, stamp.end)
                yield Candidate(stamp.when, block.text[stamp.start : stamp.end].lstrip(", "), (block,), rest)
                break


def _lists_reports(draft: Draft) -> bool:
    """Whether lines of two days stand at the head of a web page, or of three on it: they are those of the reports that it lists."""
    if not is_web_page(draft):
        return False
    days = set(_days(draft, header_blocks(draft)))
    return len(days) > 1 or (len(days) > 0 and len(days.union(_days(draft, draft.body.kept))) > 2)


def _days(draft: Draft, blocks: Iterable[DraftBlock]) -> Iterator[dt.date]:
    """The days that lines without a label name."""
    for block in blocks:
        stamps = _stamps(draft, block) if len(block.text) <= LONGEST and _YEAR.search(block.text) else ()
        dates = (stamp for stamp in stamps if isinstance(stamp, Stamp))
        yield from (stamp.when.earliest for stamp in dates if not stamp.labelled and _stands(stamp, block))


def _stands(stamp: Stamp, block: DraftBlock) -> bool:
    """Whether a date without a label can be the report's own: with its year, and no item of a list."""
    return block.kind != "list_item" and _YEAR.search(stamp.when.raw) is not None


def _dates(draft: Draft, words: Iterable[str]) -> Iterator[Candidate[When] | Unreadable]:
    """Those of ``words`` that are dates."""
    for raw in words:
        when = read_date(draft, raw)
        if when:
            yield when if isinstance(when, Unreadable) else Candidate(when, raw)


def _stated_dates(draft: Draft, keys: tuple[str, ...]) -> Iterator[Candidate[When] | Unreadable]:
    for candidate in front_matter_values(draft, keys):
        when = read_date(draft, candidate.value)
        if isinstance(when, Unreadable):
            yield when
        elif when and when.earliest not in EPOCH:
            yield Candidate(when, candidate.raw)


@rule(
    "published.front_matter",
    example="---\ntitle: Harbour closed\ndate: 2025-06-13\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprinted: 2025-06-13\n---\n\nThe harbour closed.",
)
def published_in_front_matter(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """``date``, ``published`` and their like in the front matter."""
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
    return _stated_dates(draft, keys)


@rule(
    "published.date_line",
    example="# Harbour closed\n\nPublished: 13 June 2025\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nNobody sailed on 13 June 2025.\n\nThe harbour closed.",
)
def date_line(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """A line at the head that is a date, or one at head or foot that ``Published`` announces."""
    return _lines(draft, "published")


@rule(
    "published.dateline",
    example="Harbour closed\n\nMARROW BAY, June 13, 2025 (AP) — The harbour closed.",
    near_miss="Harbour closed\n\nMARROW BAY, June 13 (AP) — The harbour closed.",
)
def date_in_dateline(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """The full date in the place line of a wire report; one without a year needs an anchor."""
    return _in_dateline(draft)


def _readable(found: Iterable[Candidate[When] | Unreadable]) -> Iterator[Candidate[When]]:
    return (candidate for candidate in found if isinstance(candidate, Candidate))


def _in_dateline(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    for block in header_blocks(draft):
        line = find_dateline(block.text)
        if line and line.date:
            yield from _dates(draft, (line.date,))
            return


def _sent(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    return _dates(draft, draft.facts.meta.get("email:date", ()))


@rule(
    "published.email_time",
    example="From: press@marrowbay.example\nDate: Fri, 13 Jun 2025 09:30:00 +0100\n\nMARROW BAY, June 13, 2025 (AP) — It closed.",
    near_miss="From: press@marrowbay.example\nDate: Fri, 13 Jun 2025 09:30:00 +0100\n\nMARROW BAY, June 12, 2025 (AP) — It closed.",
)
def sent_that_day(draft: Draft) -> Iterator[Candidate[When]]:
    """When the e-mail was sent, where date line or place line give the same day without a time."""
    for mail in _readable(_sent(draft)):
        page = _readable(chain(_lines(draft, "published"), _in_dateline(draft)))
        if any(candidate.value.value == mail.value.value.partition("T")[0] for candidate in islice(page, 1)):
            yield mail


@rule(
    "published.email",
    example="From: Press Office <press@marrowbay.example>\nDate: Fri, 13 Jun 2025 09:30:00 +0100\n\nThe harbour closed.",
    near_miss="From: Press Office <press@marrowbay.example>\n\nThe harbour closed.",
)
def sent(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """When the e-mail was sent."""
    return _sent(draft)


@rule(
    "modified.front_matter",
    example="---\ntitle: Harbour closed\nupdated: 2025-06-14\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprinted: 2025-06-14\n---\n\nThe harbour closed.",
)
def modified_in_front_matter(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """``updated``, ``modified`` and their like in the front matter."""
    return _stated_dates(draft, ("modified", "updated", "lastmod", "last_modified", "date_modified", "updated_at"))


@rule(
    "modified.date_line",
    example="# Harbour closed\n\nLast updated on 14 June 2025\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nLast seen on 14 June 2025\n\nThe harbour closed.",
)
def update_line(draft: Draft) -> Iterator[Candidate[When] | Unreadable]:
    """A date that ``Updated`` or ``Last modified`` announces, at head or foot."""
    return _lines(draft, "modified")


@rule(
    "text.ambiguous_date",
    example="# Harbour closed\n\nPublished: 03/02/2024\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nPublished: the harbour board\n\nThe harbour closed.",
)
def ambiguous_date(draft: Draft) -> Iterator[Candidate[None] | Unreadable]:
    """A line at the head that is nothing but a date which reads two ways; it is reported where the page states no other."""
    for line in (*header_blocks(draft), *draft.facts.near_headline):
        numeric = len(line.text) <= LONGEST and line.kind != "heading" and _NUMERIC.search(line.text)
        words = _strip_label(line.text)[1] if numeric else ""
        if words and is_ambiguous_date(words, language=draft.decided.language):
            if next(stated_dates(draft), None) is None:
                yield Unreadable(words)
            if line.taken_by is None and line in draft.body.blocks:
                yield Candidate(None, line.text, (line,))


PUBLISHED: tuple[Rule[When], ...] = (
    published_in_front_matter,
    sent_that_day,
    date_line,
    date_in_dateline,
    sent,
    date_in_address,
)
MODIFIED: tuple[Rule[When], ...] = (modified_in_front_matter, update_line)
