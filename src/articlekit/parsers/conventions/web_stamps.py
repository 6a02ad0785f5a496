"""Dates as web pages state and show them: one value, or a line with names and labels around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import evolve, frozen

from articlekit.dates import find_times, parse_date
from articlekit.models import When
from articlekit.parsers.conventions.structured import once, title_place, words_of
from articlekit.parsers.draft import Draft, DraftBlock

Kind = Literal["published", "modified"]

LONGEST = 160
"""Characters of a line beside the headline in which dates are looked for."""
PIECE = 90
"""Characters of a part of such a line."""
BESIDE = 7
"""Words that may stand beside a date in such a part: a name and a label."""
_DIGITS = re.compile(r"\d\d")
_DATED = re.compile(r"(?:19|20)\d\d|\d[./-]\d\d?[./-]\d\d|[年월月]")
_PIECE = re.compile(r"\t|\s?[|•·●⋅◆∙\n]\s?|\s[–—/-]\s|(?<=\w)\s?(?=\()|[()]")
_GLUED = re.compile(
    r"(?<=[a-z\d])(?=(?:Updated|Published|Last|Posted)\b)|(?<=[a-z])(?=(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\s\d)|(?<=20\d\d)(?=[A-Z][a-z]|\d\d?\s?min)"
)
_CHANGED = (
    r"updated?|modified|edited|changed|revised|refreshed|reviewed|last\s(?:updated?|modified|reviewed)|aktualisiert|stand|geändert"
    r"|mise?\sà\sjour|modifié|actualizado|actualización|actualitzat|atualizado|atualizada|aggiornato|modificato|bijgewerkt"
    r"|laatste\supdate|oppdatert|opdateret|uppdaterad|päivitetty|zaktualizowano|aktualizacja|aktualizováno|обновлено|оновлено"
    r"|updatering|更新|güncelleme|diperbarui|ενημέρωση"
)
_CHANGED_BEFORE = re.compile(
    rf"(?:{_CHANGED})\b[^\w]{{0,4}}(?:(?:on|at|am|le|el|il|den|date|on:)\b)?[^\w]{{0,4}}$", re.IGNORECASE
)
_LABEL = re.compile(
    rf"(?:(?P<changed>(?:{_CHANGED})(?:\s(?:on|at|am|le|el|il|den|date))?)"
    r"|(?:(?:first\s|originally\s|date\s)?(?:published|posted|created|released?|added|issued|date|written|publicado|publié|publicada|erstellt"
    r"|veröffentlicht|pubblicato|gepubliceerd|publisert|publicerad|julkaistu|opublikowano|опубликовано)(?:\s(?:on|at|am|le|el|il|date))?))"
    r"(?![a-z])\s?[:,]?\s?",
    re.IGNORECASE,
)


@frozen
class Shown:
    """A date in a line beside the headline."""

    kind: Kind
    """Whether a label says that it is a change."""
    when: When
    """The date."""
    line: DraftBlock
    """The line."""


def _language(draft: Draft) -> str | None:
    return draft.language or next(iter(draft.meta.get("html:lang", ())), None)


def read_value(draft: Draft, value: object) -> When | None:
    """A stated value as a date of at least a day; quotation marks and a label are no part of it."""
    words = words_of(value) if not isinstance(value, int) else str(value)
    if words is None or len(words) > LONGEST or not _DIGITS.search(words):
        return None
    when = parse_date(words, language=_language(draft))
    if when is None:
        plain = words.strip("\"' ")
        label = _LABEL.match(plain)
        when = parse_date(plain[label.end() :] if label else plain, language=_language(draft))
    return when if when and when.earliest == when.latest else None


def shown_dates(draft: Draft) -> list[Shown]:
    """The dates in the short lines beside the headline: those below it, then those above it if all are of one day."""
    return once(draft, "shown", _find_shown)


def _find_shown(draft: Draft) -> list[Shown]:
    lines, place = draft.beside, title_place(draft)
    below = list(_in_lines(draft, lines if place is None else lines[place + 1 :]))
    above = list(_in_lines(draft, lines[: place or 0]))
    days = {shown.when.earliest for shown in above if shown.kind == "published"}
    return below + above if len(days) < 2 else below


def _in_lines(draft: Draft, lines: Iterable[DraftBlock]) -> Iterator[Shown]:
    for line in lines:
        if len(line.text) <= LONGEST and _DATED.search(line.text):
            yield from _in_line(draft, line)


def _in_line(draft: Draft, line: DraftBlock) -> Iterator[Shown]:
    """The dates of one line, each with what the words before it make of it."""
    changed = False
    for part in _PIECE.split(_GLUED.sub("\n", line.text)):
        label = _LABEL.match(part)
        words = part[label.end() :] if label else part
        changed = bool(label and label["changed"]) or (changed and not label)
        if not words or not (_DIGITS.search(words) or "," in words):
            changed = changed and not words.strip()
            continue
        found = False
        for when, is_changed in _dates_in(draft, words):
            yield Shown("modified" if changed or is_changed else "published", when, line)
            found = True
        changed = changed and not found


def _dates_in(draft: Draft, words: str) -> Iterator[tuple[When, bool]]:
    """The dates in a piece of a line, and whether the words before one say that it is a change."""
    language = _language(draft)
    whole = parse_date(words, language=language)
    if whole is not None:
        if whole.earliest == whole.latest:
            yield whole, False
        return
    for when in find_times(words, anchor=None, language=language).found if len(words) <= PIECE else ():
        if len(words.split()) - len(when.raw.split()) > BESIDE:
            continue
        if when.earliest == when.latest and when.span is not None:
            yield evolve(when, span=None), _CHANGED_BEFORE.search(words[: when.span.start][-40:]) is not None


def announced_date(draft: Draft, lines: str) -> When | None:
    """The date behind the label in the first of two lines, or the second line where nothing stands behind it."""
    first, _, second = lines.partition("\n")
    label = _LABEL.match(first)
    words = first[label.end() :].strip() if label else ""
    return read_value(draft, words or second)
